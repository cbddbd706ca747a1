"""What a person set right in the tables, applied at every run.

A file of corrections (default `data/review/corrections.csv`, UTF-8) has one row per correction:

| action | needs | does |
|---|---|---|
| accept | doc_id, type, text (start) | the mention is sure: its confidence is 1, its rule `accepted` |
| reject | doc_id, type, text (start) | the mention is taken away, with what was linked to it |
| set | doc_id, type, text (start), column, value | a cell of the mention's row in its table |
| merge | value, into | one entity (its id in `value`) becomes another (`into`): mentions, sums and links move there |
| add | doc_id, type, text (start), value, into | a mention that was missed; `into`: the id of its entity (of a sum: its program), if it has one |

`start` says which of several equal texts is meant (offset in the raw text); without it the first is. `note` is for people. A row that fits
nothing in the run is reported, never an error, as articles come and go.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.schema import Column, Table

Row = dict[str, Any]
Rows = dict[str, list[Row]]

COLUMNS = ("action", "doc_id", "type", "text", "start", "column", "value", "into", "note")
_MAKE: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": datetime.date.fromisoformat,
}
_NEEDS = {
    "accept": ("doc_id", "type", "text"),
    "reject": ("doc_id", "type", "text"),
    "set": ("doc_id", "type", "text", "column"),
    "merge": ("value", "into"),
    "add": ("doc_id", "type", "text"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the file; `where` names file and line. start: None where the first text is meant."""

    where: str
    action: str
    doc_id: str = ""
    type: str = ""
    text: str = ""
    start: int | None = None
    column: str = ""
    value: str = ""
    into: str = ""


def load(path: Path, must_exist: bool = False) -> list[Correction]:
    """The corrections of a file, none where there is no file. Raises SettingsError naming the line that is broken."""
    if not path.exists() and not must_exist:
        return []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read ({error}); save it as CSV in UTF-8") from error
    reader = csv.DictReader(io.StringIO(text))
    unknown = sorted(set(reader.fieldnames or ()) - {*COLUMNS})
    if "action" not in (reader.fieldnames or ()) or unknown:
        wrong = f"unknown columns {', '.join(unknown)}; " if unknown else ""
        raise SettingsError(f"{path}: {wrong}the header is {','.join(COLUMNS)}")
    return [_checked(row, f"{path} line {reader.line_num}") for row in reader if any(row.values())]


def _checked(row: Mapping[str, str | None], where: str) -> Correction:
    told = {name: (row.get(name) or "").strip() if name != "text" else row.get(name) or "" for name in COLUMNS}
    needs = _NEEDS.get(told["action"])
    if needs is None:
        raise SettingsError(f"{where}: action is {told['action']!r}; there are {', '.join(_NEEDS)}")
    missing = [name for name in needs if not told[name]]
    if missing:
        raise SettingsError(f"{where}: {told['action']} needs {', '.join(missing)}")
    if told["start"] and not told["start"].isdecimal():
        raise SettingsError(f"{where}: start is {told['start']!r}; want an offset in the raw text, or nothing")
    del told["note"]
    start = int(told.pop("start") or -1)
    return Correction(where, **told, start=None if start < 0 else start)


def apply(rows: Rows, corrections: Sequence[Correction], tables: Sequence[Table]) -> list[Correction]:
    """Carries the corrections out in the rows of all tables, in the file's order; gives those that fit nothing.

    Raises SettingsError where a value does not fit its column.
    """
    unused = [one for one in corrections if not _ACTIONS[one.action](rows, one, tables)]
    if len(unused) < len(corrections):
        _count_anew(rows, tables)
    return unused


def _mention(rows: Rows, one: Correction) -> Row | None:
    for row in rows["mentions"]:
        same = (row["doc_id"], row["type"], row["text"]) == (one.doc_id, one.type, one.text)
        if same and one.start in (None, row["start"]):
            return row
    return None


def _accept(rows: Rows, one: Correction, tables: Sequence[Table]) -> bool:
    mention = _mention(rows, one)
    if mention is not None:
        mention |= {"confidence": 1.0, "rule": "accepted"}
    return mention is not None


def _reject(rows: Rows, one: Correction, tables: Sequence[Table]) -> bool:
    mention = _mention(rows, one)
    if mention is None:
        return False
    gone = mention["mention_id"]
    paid = {r["subject"] for r in rows["relations"] if r["relation"] == "funds" and r["object"] == gone}
    for amount in rows.get("amounts", ()):
        if amount["mention_id"] in paid:
            amount["program_id"] = ""
    for table, keys in _references(tables, "mentions"):
        rows[table.name] = [row for row in rows[table.name] if all(row[key] != gone for key in keys)]
    rows["relations"] = [r for r in rows["relations"] if gone not in (r["subject"], r["object"])]
    rows["mentions"] = [row for row in rows["mentions"] if row is not mention]
    return True


def _set(rows: Rows, one: Correction, tables: Sequence[Table]) -> bool:
    mention = _mention(rows, one)
    found = None if mention is None else next(_detail(rows, mention, tables), None)
    if mention is None or found is None:
        return False
    table, row = found
    columns = {column.name: column for column in table.columns}
    if one.column not in columns:
        raise SettingsError(f"{one.where}: {table.name} has no column {one.column!r}; there are {', '.join(columns)}")
    row[one.column] = _typed(columns[one.column], one)
    mention |= {"confidence": 1.0, "rule": "corrected"}
    return True


def _detail(rows: Rows, mention: Row, tables: Sequence[Table]) -> Iterator[tuple[Table, Row]]:
    """The row of a mention's own table, else that of its entity."""
    for table in tables:
        for row in rows[table.name] if table.key == "mention_id" and table.name != "mentions" else ():
            if row["mention_id"] == mention["mention_id"]:
                yield table, row
    for table in tables:
        for row in rows[table.name] if mention["entity_id"] and table.name == f"{mention['type']}s" else ():
            if row[table.key] == mention["entity_id"]:
                yield table, row


def _typed(column: Column, one: Correction) -> Any:
    if not one.value:
        return None
    if column.enum and one.value not in column.enum:
        raise SettingsError(f"{one.where}: {column.name} is {one.value!r}; there are {', '.join(column.enum)}")
    try:
        return _MAKE[column.kind](one.value)
    except ValueError as error:
        raise SettingsError(f"{one.where}: {column.name} is {one.value!r}; want {column.kind}") from error


def _merge(rows: Rows, one: Correction, tables: Sequence[Table]) -> bool:
    entities = {row[table.key] for table in tables if "n_mentions" in table.names for row in rows[table.name]}
    if one.value not in entities or one.into not in entities or one.value == one.into:
        return False
    for table in tables:
        for row in rows[table.name]:
            for key in ("entity_id", "program_id", "subject", "object"):
                if table.key != key and row.get(key) == one.value:
                    row[key] = one.into
    for table in tables:
        if "n_mentions" in table.names:
            rows[table.name] = [row for row in rows[table.name] if row[table.key] != one.value]
    return True


def _add(rows: Rows, one: Correction, tables: Sequence[Table]) -> bool:
    text = next((row["text"] for row in rows["texts"] if row["doc_id"] == one.doc_id), "")
    start = text.find(one.text, one.start or 0)
    if start < 0 or (one.start is not None and start != one.start):
        return False
    end = start + len(one.text)
    segments = [s for s in rows["segments"] if s["doc_id"] == one.doc_id and s["start"] <= start and end <= s["end"]]
    if not segments:
        return False
    key = f"{one.doc_id}:{one.type}:{start:06}-{end:06}"
    if any(row["mention_id"] == key for row in rows["mentions"]):
        return True
    mention = {
        "mention_id": key,
        "doc_id": one.doc_id,
        "segment_id": segments[0]["segment_id"],
        "lang": segments[0]["lang"],
        "type": one.type,
        "start": start,
        "end": end,
        "text": one.text,
        "value": one.value,
        "entity_id": one.into,
        "candidates": "",
        "confidence": 1.0,
        "rule": "added",
    }
    rows["mentions"].append(mention)
    _add_detail(rows, mention, one, tables)
    return True


def _add_detail(rows: Rows, mention: Row, one: Correction, tables: Sequence[Table]) -> None:
    """The row of an added sum (its won in `value`), day (ISO) or mention of another type (its first column) in its own table."""
    own = {"mention_id": mention["mention_id"], "doc_id": one.doc_id, "text": one.text}
    if one.type == "amount" and one.value.isdecimal():
        won = int(one.value)
        own |= {"currency": "KRW", "value": won, "value_krw": won, "value_max_krw": None, "qualifier": "exact"}
        own |= {"basis": "total", "role": "other", "program_id": one.into, "district_code": "", "year": None}
        rows["amounts"].append(own)
        mention["entity_id"] = ""
    elif one.type == "date" and one.value:
        day = _day(one)
        own |= {"edtf": one.value, "start": day, "end": day, "granularity": "day", "kind": "point", "anchor": ""}
        rows["dates"].append(own | {"resolution": "explicit"})
    else:
        _add_other(rows, own, one, tables)


def _add_other(rows: Rows, own: Row, one: Correction, tables: Sequence[Table]) -> None:
    """The row of a type that has one per mention: what `value` says in its first column, the others empty."""
    table = next((t for t in tables if t.type == one.type and t.key == "mention_id"), None)
    if table is not None and one.type not in ("amount", "date") and one.value:
        columns = [column for column in table.columns if column.name not in own]
        cells = {column.name: None for column in columns} | {columns[0].name: _typed(columns[0], one)}
        rows[table.name].append(own | cells)


def _day(one: Correction) -> datetime.date:
    try:
        return datetime.date.fromisoformat(one.value)
    except ValueError as error:
        raise SettingsError(f"{one.where}: value is {one.value!r}; want a day such as 2024-03-05") from error


_ACTIONS = {"accept": _accept, "reject": _reject, "set": _set, "merge": _merge, "add": _add}


def _references(tables: Sequence[Table], target: str) -> list[tuple[Table, list[str]]]:
    found = [(table, [c.name for c in table.columns if c.references == target]) for table in tables]
    return [(table, keys) for table, keys in found if keys]


def _count_anew(rows: Rows, tables: Sequence[Table]) -> None:
    """Counts, aliases and days of the entities by the mentions that are left; entities without any go."""
    published = {row["doc_id"]: row["published"] for row in rows["documents"]}
    of: dict[str, list[Row]] = {}
    for mention in rows["mentions"]:
        of.setdefault(mention["entity_id"] or "", []).append(mention)
    named = {row[key] for table, keys in _references(tables, "districts") for row in rows[table.name] for key in keys}
    for table in tables:
        if "n_mentions" not in table.names or table.name == "documents":
            continue
        for row in rows[table.name]:
            mentions = of.get(row[table.key], [])
            days = sorted(day for m in mentions if (day := published[m["doc_id"]]))
            texts = Counter(m["text"] for m in mentions)
            row |= {
                "n_mentions": len(mentions),
                "n_documents": len({m["doc_id"] for m in mentions}),
                "aliases": " | ".join(sorted(texts, key=lambda t: (-texts[t], t))),
                "first_seen": days[0] if days else None,
                "last_seen": days[-1] if days else None,
            }
        kept = named if table.name == "districts" else set()
        gone = {row[table.key] for row in rows[table.name] if not row["n_mentions"]} - kept
        rows[table.name] = [row for row in rows[table.name] if row[table.key] not in gone]
        rows["relations"] = [r for r in rows["relations"] if r["subject"] not in gone and r["object"] not in gone]
    counts = Counter(m["doc_id"] for m in rows["mentions"])
    for document in rows["documents"]:
        document["n_mentions"] = counts[document["doc_id"]]
