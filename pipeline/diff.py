"""What changed between two folders of tables: for whoever edits a gazetteer, changes a rule or upgrades a library.

Rows are matched by their table's key (of mentions: document, type and offsets). The id of a relation is made of the ids at
its ends, so a relation whose entity has another id now is matched by its ends, and shows as a changed subject or object.
An article of one run alone is one added or removed row of `documents`; its rows in other tables are not repeated.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.errors import PipelineError
from pipeline.schema import not_a_formula, of_folder

Row = Mapping[str, Any]
Pair = tuple[Row | None, Row | None]
Moves = Mapping[tuple[str, str], str]

# What a row of one run alone says in `old` or `new`, by table.
_SAYING = {
    "mentions": ("value",),
    "relations": ("subject", "relation", "object"),
    "noise": ("kind", "replacement"),
    "findings": ("kind",),
    "rejects": ("reason",),
}
# What tells a person which row it is; the first that is not empty. Articles are told by their source, not their text.
_TELLING = ("text", "title", "message", "detail", "name", "name_ko", "name_en")


@dataclass(frozen=True, slots=True)
class Change:
    """A row of one run alone (column empty), or one column of a row of both. Cells are text; empty: not known, or none.

    change: added, removed, changed; or column added, column removed (of the whole table, key empty).
    key: the new row's, else the old one's. rule: of mentions and noise; the new one where it changed.
    """

    table: str
    key: str
    doc_id: str
    change: str
    rule: str
    column: str
    old: str
    new: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows, however many of their columns changed."""

    added: int = 0
    removed: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Diff:
    """documents: sources of the articles of one run alone. counts by table and rules by (type, rule) of mentions name
    only what changed. changes: in the order of the tables, then of keys and columns.
    """

    documents_added: tuple[str, ...]
    documents_removed: tuple[str, ...]
    counts: dict[str, Counts]
    rules: dict[tuple[str, str], Counts]
    changes: tuple[Change, ...]


def diff(old: Path, new: Path) -> Diff:
    """What the tables in `new` say otherwise than those in `old`; raises PipelineError where a folder has no tables."""
    keys = _keys(old), _keys(new)
    before, after = ({row["doc_id"]: row["source"] for row in _read(f, "documents").to_pylist()} for f in (old, new))
    sources, both = before | after, before.keys() & after.keys()
    moves: Moves = {}
    tally: defaultdict[str, Counter[str]] = defaultdict(Counter)
    rules: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    changes: list[Change] = []
    for name in [*keys[1], *(name for name in keys[0] if name not in keys[1])]:
        left, right = (_read(f, name) if name in k else None for f, k in zip((old, new), keys, strict=True))
        if left is not None and right is not None:
            if left.equals(right):
                continue
            changes += _columns(name, left.column_names, right.column_names)
        was, now = (_rows(name, t, k.get(name, ""), both) for t, k in zip((left, right), keys, strict=True))
        if name == "mentions":
            moves = _moves(was, now)
        for key, pair in _pairs(name, was, now, moves):
            found = list(_changes(name, key, pair, sources))
            changes += found
            tally[name].update({one.change for one in found})
            if name == "mentions":
                rules[_either(pair)["type"], _either(pair)["rule"]].update({one.change for one in found})
    return Diff(
        tuple(sorted(after[doc] for doc in after.keys() - both)),
        tuple(sorted(before[doc] for doc in before.keys() - both)),
        {name: Counts(**counted) for name, counted in tally.items() if counted},
        {name: Counts(**counted) for name, counted in sorted(rules.items()) if counted},
        tuple(changes),
    )


def write_csv(diff: Diff, path: Path) -> None:
    """One row per change; UTF-8 with a byte-order mark, formulas made text. Raises PipelineError where it cannot."""
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as handle:
            # All cells are quoted: the writer leaves a lone carriage return bare.
            writer = csv.writer(handle, lineterminator="\n", quoting=csv.QUOTE_ALL)
            writer.writerow(field.name for field in fields(Change))
            for change in diff.changes:
                writer.writerow(map(not_a_formula, astuple(change)))
    except OSError as error:
        raise PipelineError(f"cannot write {path}: {error.strerror}; give another file") from error


def _keys(folder: Path) -> dict[str, str]:
    """The key of each table; mentions come before relations."""
    return {table.name: table.key for table in of_folder(folder)}


def _read(folder: Path, name: str) -> pa.Table:
    path = folder / f"{name}.parquet"
    try:
        return pq.read_table(path)
    except (OSError, pa.ArrowException) as error:
        raise PipelineError(f"{path} cannot be read; make the tables anew with `dongne run -o {folder}`") from error


def _rows(name: str, table: pa.Table | None, key: str, docs: Collection[str]) -> dict[str, Row]:
    """Rows by key; those of articles that are not in `docs` only of `documents` itself."""
    rows = table.to_pylist() if table is not None else []
    told = (row for row in rows if name == "documents" or not row.get("doc_id") or row["doc_id"] in docs)
    return {_cell(row[key]): row for row in told}


def _columns(table: str, was: list[str], now: list[str]) -> Iterator[Change]:
    for change, names, others in (("column removed", was, now), ("column added", now, was)):
        for name in names:
            if name not in others:
                yield Change(table, "", "", change, "", name, "", "", "", "")


def _moves(was: Mapping[str, Row], now: Mapping[str, Row]) -> Moves:
    """Entity ids that became another one: (doc_id, old id) → new id, where all mentions in the article agree."""
    became: defaultdict[tuple[str, str], set[str | None]] = defaultdict(set)
    for key in was.keys() & now.keys():
        if was[key]["entity_id"]:
            became[was[key]["doc_id"], was[key]["entity_id"]].add(now[key]["entity_id"])
    return {old: new for old, (new, *more) in became.items() if new and not more}


def _pairs(table: str, was: dict[str, Row], now: dict[str, Row], moves: Moves) -> list[tuple[str, Pair]]:
    """Each row beside its counterpart in the other run, or None, under its key; sorted by key."""
    pairs: list[tuple[str, Pair]] = [(key, (was[key], now[key])) for key in was.keys() & now.keys()]
    gone = {key: was[key] for key in was.keys() - now.keys()}
    fresh = {key: now[key] for key in now.keys() - was.keys()}
    if table == "relations":
        by_ends = {_ends(row, {}): key for key, row in sorted(fresh.items())}
        for key, row in sorted(gone.items()):
            if match := by_ends.pop(_ends(row, moves), None):
                pairs.append((match, (gone.pop(key), fresh.pop(match))))
    pairs += [(key, (row, None)) for key, row in gone.items()]
    pairs += [(key, (None, row)) for key, row in fresh.items()]
    return sorted(pairs, key=lambda pair: pair[0])


def _ends(relation: Row, moves: Moves) -> tuple[str, ...]:
    doc = relation["doc_id"]
    subject, object = (moves.get((doc, relation[end]), relation[end]) for end in ("subject", "object"))
    return doc, relation["relation"], subject, object


def _changes(table: str, key: str, pair: Pair, sources: Mapping[str, str]) -> Iterator[Change]:
    was, now = pair
    row = _either(pair)
    doc_id = _cell(row.get("doc_id"))
    source = sources.get(doc_id, _cell(row.get("source")))
    rule = _cell(row.get("rule"))
    text = "" if table == "texts" else next(filter(None, (_cell(row.get(name)) for name in _TELLING)), "")
    if was is None or now is None:
        said = " ".join(filter(None, (_cell(row.get(name)) for name in _SAYING.get(table, ()))))
        change, old, new = ("added", "", said) if was is None else ("removed", said, "")
        yield Change(table, key, doc_id, change, rule, "", old, new, source, text)
        return
    for column in _compared(table, was, now):
        old, new = _cell(was[column]), _cell(now[column])
        if old != new:
            yield Change(table, key, doc_id, "changed", rule, column, old, new, source, text)


def _compared(table: str, was: Row, now: Row) -> Iterable[str]:
    """The columns of both rows, but a relation's id, which only says again what its ends are."""
    return (name for name in now if name in was and (table, name) != ("relations", "relation_id"))


def _either(pair: Pair) -> Row:
    was, now = pair
    return now or was or {}


def _cell(value: Any) -> str:
    return "" if value is None else str(value)
