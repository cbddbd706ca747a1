"""What a person accepted, set right or added, as gold files to measure with: one per article that holds any of it.

What was reviewed (rules `accepted`, `corrected`, `added`) is wanted; what was not is optional: right to find and no error to miss.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.schema import Table, types_of_folder
from pipeline.score import Row, names_of, rows_of

_REVIEWED = frozenset({"accepted", "corrected", "added"})
_DETAILS = {
    "amounts": ("text", "currency", "value", "value_krw", "value_max_krw", "qualifier", "basis", "role"),
    "dates": ("text", "start", "end", "granularity", "kind"),
}


def write(processed: Path, out: Path) -> list[Path]:
    """The gold files of the reviewed articles of a run; raises PipelineError where there are no tables or nothing was reviewed."""
    tables = {name: rows_of(processed, name) for name in ("documents", "mentions")}
    declared = types_of_folder(processed)
    tables |= {table.name: rows_of(processed, table.name) for table in declared}
    mentions: dict[str, list[Row]] = {}
    for row in tables["mentions"]:
        mentions.setdefault(row["doc_id"], []).append(row)
    reviewed = {doc for doc, some in mentions.items() if any(m["rule"] in _REVIEWED for m in some)}
    if not reviewed:
        raise PipelineError(
            f"{processed} holds nothing that was reviewed; accept mentions in data/review/corrections.csv"
        )
    out.mkdir(parents=True, exist_ok=True)
    names = names_of(tables["documents"])
    written = []
    for document in tables["documents"]:
        if document["doc_id"] in reviewed:
            path = out / f"{names[document['doc_id']]}.json"
            gold = _gold(document, mentions[document["doc_id"]], tables, declared)
            path.write_text(json.dumps(gold, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8")
            written.append(path)
    return written


def _gold(
    document: Row, mentions: Sequence[Row], tables: Mapping[str, Sequence[Row]], declared: Sequence[Table]
) -> Row:
    gold: Row = {"doc": document["doc_id"], "published": str(document["published"] or "")}
    gold |= {"publisher": document["publisher"] or "", "reporter": document["reporter"] or ""}
    found: dict[str, list[tuple[Row, list[Row]]]] = {"officials": [], "districts": [], "programs": []}
    for table in declared:
        if table.of_entities:
            found[table.name] = _entities(tables[table.name], table.key, table.type, mentions)
        else:
            gold[table.name] = _details(table, tables[table.name], mentions)
    officials, districts, programs = found.pop("officials"), found.pop("districts"), found.pop("programs")
    gold["officials"] = [
        {"name_ko": row["name_ko"], "names_en": [row["name_en"]] if row["name_en"] else [], "surfaces": _texts(some)}
        | {"post": row["post"], "district": row["district_code"] or "", "status": row["status"]}
        | _optional(some)
        for row, some in officials
    ]
    gold["districts"] = [
        {"code": row["district_code"], "name_ko": row["name_ko"], "surfaces": _texts(some)} | _optional(some)
        for row, some in districts
    ]
    gold["programs"] = [
        {"name": row["name"], "aliases": [t for t in _texts(some) if t != row["name"]], "kind": row["kind"]}
        | _optional(some)
        for row, some in programs
    ]
    for name, others in found.items():
        gold[name] = [_named(row) | {"surfaces": _texts(some)} | _optional(some) for row, some in others]
    names = {row["program_id"]: row["name"] for row, _ in programs}
    rules = {m["mention_id"]: m for m in mentions}
    gold["relations"] = [
        {"relation": "funds", "subject": a["text"], "object": names[a["program_id"]]}
        | _optional([rules[a["mention_id"]]])
        for a in tables["amounts"]
        if a["mention_id"] in rules and a["program_id"] in names
    ]
    return gold


def _details(table: Table, rows: Sequence[Row], mentions: Sequence[Row]) -> list[Row]:
    """The mentions of a type with their own columns, in reading order."""
    columns = _DETAILS.get(table.name) or [c for c in table.names if c not in ("mention_id", "doc_id")]
    details = {row["mention_id"]: row for row in rows}
    of_type = sorted((m for m in mentions if m["mention_id"] in details), key=lambda m: int(m["start"]))
    return [{name: details[m["mention_id"]][name] for name in columns} | _optional([m]) for m in of_type]


def _named(row: Row) -> Row:
    return {name: row[name] or "" for name in ("name", "name_ko", "name_en", "kind") if name in row}


def _entities(rows: Sequence[Row], key: str, type: str, mentions: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """The entities of a document with their mentions in it."""
    found: dict[str, list[Row]] = {}
    for mention in mentions:
        if mention["type"] == type and mention["entity_id"]:
            found.setdefault(mention["entity_id"], []).append(mention)
    return [(row, found[row[key]]) for row in rows if row[key] in found]


def _texts(mentions: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(m["text"] for m in mentions))


def _optional(mentions: Sequence[Row]) -> Row:
    return {} if any(m["rule"] in _REVIEWED for m in mentions) else {"optional": True}
