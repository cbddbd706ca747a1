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
from pipeline.store import Store, cells, stored

Row = dict[str, Any]

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


def apply(store: Store, corrections: Sequence[Correction]) -> list[Correction]:
    """Carries the corrections out in all tables of the run, in the file's order; gives those that fit nothing.

    Raises SettingsError where a value does not fit its column.
    """
    if not corrections:
        return []
    store.flush()
    for table, column in (*store.referring("documents"), ("mentions", "entity_id")):
        store.database.execute(f'CREATE INDEX IF NOT EXISTS "{table}_{column}" ON "{table}" ("{column}")')
    touched: set[str] = set()
    unused = [one for one in corrections if not _ACTIONS[one.action](store, one, touched)]
    _count_anew(store, sorted(touched), sorted({one.doc_id for one in corrections if one.doc_id}))
    return unused


def _mention(store: Store, one: Correction) -> Row | None:
    where = "doc_id = ? AND type = ? AND text = ?" + ("" if one.start is None else f" AND start = {one.start:d}")
    found = store.rows(f"SELECT * FROM mentions WHERE {where} ORDER BY rowid LIMIT 1", (one.doc_id, one.type, one.text))
    return next(found, None)


def _mark(store: Store, mention: Row, rule: str) -> None:
    store.database.execute(
        "UPDATE mentions SET confidence = 1.0, rule = ? WHERE doc_id = ? AND mention_id = ?",
        (rule, mention["doc_id"], mention["mention_id"]),
    )


def _accept(store: Store, one: Correction, touched: set[str]) -> bool:
    mention = _mention(store, one)
    if mention is not None:
        _mark(store, mention, "accepted")
    return mention is not None


def _reject(store: Store, one: Correction, touched: set[str]) -> bool:
    mention = _mention(store, one)
    if mention is None:
        return False
    gone, here = mention["mention_id"], "doc_id = :doc AND "
    given = {"gone": gone, "doc": one.doc_id}
    if "amounts" in store.tables:
        store.database.execute(
            f"UPDATE amounts SET program_id = NULL WHERE {here} mention_id IN"
            f" (SELECT subject FROM relations WHERE {here} relation = 'funds' AND object = :gone)",
            given,
        )
    for table, column in store.referring("mentions"):
        store.database.execute(f'DELETE FROM "{table}" WHERE {here} "{column}" = :gone', given)
    store.database.execute(f"DELETE FROM relations WHERE {here} :gone IN (subject, object)", given)
    store.database.execute(f"DELETE FROM mentions WHERE {here} mention_id = :gone", given)
    touched.add(mention["entity_id"] or "")
    return True


def _set(store: Store, one: Correction, touched: set[str]) -> bool:
    mention = _mention(store, one)
    found = None if mention is None else next(_detail(store, mention), None)
    if mention is None or found is None:
        return False
    table, key = found
    columns = {column.name: column for column in table.columns}
    if one.column not in columns:
        raise SettingsError(f"{one.where}: {table.name} has no column {one.column!r}; there are {', '.join(columns)}")
    cell = stored(_typed(columns[one.column], one), columns[one.column].kind)
    store.database.execute(f'UPDATE "{table.name}" SET "{one.column}" = ? WHERE "{table.key}" = ?', (cell, key))
    _mark(store, mention, "corrected")
    touched.add(mention["entity_id"] or "")
    return True


def _detail(store: Store, mention: Row) -> Iterator[tuple[Table, str]]:
    """The table of a mention's type, and the key there: of its own row, else of its entity's."""
    for table in store.tables.values():
        key = mention["entity_id"] if table.of_entities else mention["mention_id"]
        if table.type == mention["type"] and key:
            yield from ((table, key) for _ in store.rows(_FIND.format(table), (key,)))


def _typed(column: Column, one: Correction) -> Any:
    if not one.value:
        return None
    if column.enum and one.value not in column.enum:
        raise SettingsError(f"{one.where}: {column.name} is {one.value!r}; there are {', '.join(column.enum)}")
    try:
        return _MAKE[column.kind](one.value)
    except ValueError as error:
        raise SettingsError(f"{one.where}: {column.name} is {one.value!r}; want {column.kind}") from error


def _merge(store: Store, one: Correction, touched: set[str]) -> bool:
    entities = [table for table in store.tables.values() if table.of_entities]
    there = {key for t in entities for key in (one.value, one.into) for _ in store.rows(_FIND.format(t), (key,))}
    if len(there) < 2:
        return False
    for table in store.tables.values():
        for key in {"entity_id", "program_id", "subject", "object"} & {*table.names} - {table.key}:
            store.database.execute(f'UPDATE "{table.name}" SET "{key}" = ? WHERE "{key}" = ?', (one.into, one.value))
    for table in entities:
        store.database.execute(f'DELETE FROM "{table.name}" WHERE "{table.key}" = ?', (one.value,))
    touched.add(one.into)
    return True


def _add(store: Store, one: Correction, touched: set[str]) -> bool:
    text = next((row["text"] for row in store.rows("SELECT text FROM texts WHERE doc_id = ?", (one.doc_id,))), "")
    start = text.find(one.text, one.start or 0)
    if start < 0 or (one.start is not None and start != one.start):
        return False
    end = start + len(one.text)
    around = "SELECT * FROM segments WHERE doc_id = ? AND start <= ? AND end >= ? ORDER BY start"
    segment = next(store.rows(around, (one.doc_id, start, end)), None)
    if segment is None:
        return False
    key = f"{one.doc_id}:{one.type}:{start:06}-{end:06}"
    if any(store.rows("SELECT 1 FROM mentions WHERE doc_id = ? AND mention_id = ?", (one.doc_id, key))):
        return True
    mention = {
        "mention_id": key,
        "doc_id": one.doc_id,
        "segment_id": segment["segment_id"],
        "lang": segment["lang"],
        "type": one.type,
        "start": start,
        "end": end,
        "text": one.text,
        "value": one.value,
        "entity_id": "" if one.type == "amount" else one.into,
        "candidates": "",
        "confidence": 1.0,
        "rule": "added",
    }
    own = {"mention_id": key, "doc_id": one.doc_id, "text": one.text}
    table = next((t for t in store.tables.values() if t.type == one.type and not t.of_entities), None)
    if table is not None and one.value and (told := _told(table, one)) is not None:
        row = dict.fromkeys(table.names) | own | told
        store.add(table.name, [cells(table, row)])
    store.add("mentions", [cells(store.tables["mentions"], mention)])
    store.flush()
    touched.add(mention["entity_id"])
    return True


def _told(table: Table, one: Correction) -> Row | None:
    """What `value` says of an added sum (its won), a day (ISO) or a mention of another type (its first column)."""
    if one.type == "amount":
        if not one.value.isdecimal():
            return None
        told = {"currency": "KRW", "value": int(one.value), "value_krw": int(one.value), "qualifier": "exact"}
        return told | {"basis": "total", "role": "other", "program_id": one.into}
    if one.type == "date":
        day = _day(one)
        told = {"edtf": one.value, "start": day, "end": day, "granularity": "day", "kind": "point"}
        return told | {"resolution": "explicit"}
    first = next(column for column in table.columns if column.name not in ("mention_id", "doc_id", "text"))
    return {first.name: _typed(first, one)}


def _day(one: Correction) -> datetime.date:
    try:
        return datetime.date.fromisoformat(one.value)
    except ValueError as error:
        raise SettingsError(f"{one.where}: value is {one.value!r}; want a day such as 2024-03-05") from error


_ACTIONS = {"accept": _accept, "reject": _reject, "set": _set, "merge": _merge, "add": _add}
_FIND = 'SELECT 1 FROM "{0.name}" WHERE "{0.key}" = ?'


def _count_anew(store: Store, entities: Sequence[str], documents: Sequence[str]) -> None:
    """Counts, aliases and days of these entities by the mentions that are left; those without any go. Counts of documents."""
    for entity in filter(None, entities):
        rows = list(
            store.rows(
                "SELECT m.doc_id, m.text, published FROM mentions m JOIN documents USING (doc_id) WHERE entity_id = ?",
                (entity,),
            )
        )
        texts = Counter(row["text"] for row in rows)
        days = sorted(row["published"] for row in rows if row["published"])
        counted = {
            "n_mentions": len(rows),
            "n_documents": len({row["doc_id"] for row in rows}),
            "aliases": " | ".join(sorted(texts, key=lambda text: (-texts[text], text))) or None,
            "first_seen": days[0] if days else None,
            "last_seen": days[-1] if days else None,
        }
        for table in (table for table in store.tables.values() if table.of_entities):
            told = ", ".join(f"{name} = :{name}" for name in counted)
            store.database.execute(
                f'UPDATE "{table.name}" SET {told} WHERE "{table.key}" = :entity', counted | {"entity": entity}
            )
            if not rows and not _referred_to(store, table, entity):
                gone = store.database.execute(f'DELETE FROM "{table.name}" WHERE "{table.key}" = ?', (entity,))
                if gone.rowcount:
                    store.database.execute("DELETE FROM relations WHERE ? IN (subject, object)", (entity,))
    for document in documents:
        store.database.execute(
            "UPDATE documents SET n_mentions = (SELECT count(*) FROM mentions WHERE doc_id = :doc) WHERE doc_id = :doc",
            {"doc": document},
        )


def _referred_to(store: Store, table: Table, key: str) -> bool:
    """Whether a row elsewhere has the key, as an official's district."""
    return any(
        any(store.rows(f'SELECT 1 FROM "{name}" WHERE "{column}" = ? LIMIT 1', (key,)))
        for name, column in store.referring(table.name)
    )
