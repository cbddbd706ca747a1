"""Extractions → rows of the tables: ids are given here, and nowhere else."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from pipeline.contract import Extractor
from pipeline.records import Extraction, Finding, Mention, Relation
from pipeline.schema import Table
from pipeline.store import Cells, cells

Row = dict[str, Any]


def mention_id(doc_id: str, mention: Mention) -> str:
    """Stable across runs; sorts in reading order within a type."""
    return f"{doc_id}:{mention.type}:{mention.start:06}-{mention.end:06}"


def rows_of(
    found: Extraction, extractors: Sequence[Extractor], tables: Sequence[Table], cluster_id: str
) -> dict[str, list[Cells]]:
    """The rows of one document by table, but those of entities."""
    doc_id, document = found.document.doc_id, found.document
    detail = {e.type: e.table for e in extractors if e.link is None}
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    rows["documents"] = [_document(found) | {"cluster_id": cluster_id}]
    rows["texts"] = [{"doc_id": doc_id, "text": document.text}]
    rows["segments"] = _segments(found)
    for mention in found.mentions:
        key = mention_id(doc_id, mention)
        rows["mentions"].append(_mention(doc_id, key, mention))
        if mention.type in detail and mention.row is not None:
            row = {"mention_id": key, "doc_id": doc_id, "text": mention.text}
            rows[detail[mention.type]].append(row | _shallow(mention.row))
    for noise in found.noise:
        key = f"{doc_id}:noise:{noise.start:06}-{noise.end:06}:{noise.rule}"
        rows["noise"].append({"noise_id": key, "doc_id": doc_id} | asdict(noise))
    rows["relations"] = _unique([_relation(doc_id, r) for r in found.relations], "relation_id")
    rows["findings"] = _unique([_finding(doc_id, f) for f in found.findings], "finding_id")
    return {table.name: [cells(table, row) for row in rows[table.name]] for table in tables if rows[table.name]}


def _segments(found: Extraction) -> list[Row]:
    doc_id = found.document.doc_id
    whole = _segment_id(found.original, 0) if found.original else ""
    return [
        {
            "segment_id": _segment_id(doc_id, segment.index),
            "doc_id": doc_id,
            "lang": segment.lang,
            "start": segment.start,
            "end": segment.end,
            "translation_of": whole if segment.translation_of is None else _segment_id(doc_id, segment.translation_of),
        }
        for segment in found.segments
    ]


def _mention(doc_id: str, key: str, mention: Mention) -> Row:
    return {
        "mention_id": key,
        "doc_id": doc_id,
        "segment_id": _segment_id(doc_id, mention.segment),
        "lang": mention.lang,
        "type": mention.type,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "value": mention.value,
        "entity_id": mention.entity_id,
        "candidates": " | ".join(mention.candidates),
        "confidence": mention.confidence,
        "rule": mention.rule,
    }


def _shallow(row: Any) -> Row:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _document(found: Extraction) -> Row:
    document = found.document
    languages = sorted({segment.lang for segment in found.segments})
    return {
        "doc_id": document.doc_id,
        "source": document.source,
        "title": document.title,
        "publisher": document.publisher,
        "reporter": document.reporter,
        "published": document.published,
        "published_source": document.published_source,
        "languages": "+".join(languages),
        "translation_quality": _translation_quality(found),
        "n_chars": len(document.text),
        "n_mentions": len(found.mentions),
        "sha256": document.sha256,
    }


def _translation_quality(found: Extraction) -> float | None:
    """The share of English sentences without noise of translation; None where there are none."""
    english = [span for segment in found.segments if segment.lang == "en" for span in segment.sentences]
    noise = sorted(n.start for n in found.noise if n.kind.startswith("mt_"))
    clean = sum(bisect_left(noise, start) == bisect_left(noise, end) for start, end in english)
    return round(clean / len(english), 2) if english else None


def _segment_id(doc_id: str, index: int) -> str:
    return f"{doc_id}:{index:03}"


def _end_id(doc_id: str, end: Mention | str | None) -> str:
    return mention_id(doc_id, end) if isinstance(end, Mention) else end or ""


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _relation(doc_id: str, relation: Relation) -> Row:
    subject, object = _end_id(doc_id, relation.subject), _end_id(doc_id, relation.object)
    return {
        "relation_id": f"{doc_id}:{_hash(relation.relation, subject, object)}",
        "doc_id": doc_id,
        "subject": subject,
        "relation": relation.relation,
        "object": object,
        "evidence_start": relation.start,
        "evidence_end": relation.end,
        "confidence": relation.confidence,
    }


def _finding(doc_id: str, finding: Finding) -> Row:
    a, b = _end_id(doc_id, finding.mention_a), _end_id(doc_id, finding.mention_b)
    return {
        "finding_id": f"{doc_id}:{_hash(finding.kind, a or finding.message, b)}",
        "doc_id": doc_id,
        "kind": finding.kind,
        "severity": finding.severity,
        "mention_a": a,
        "mention_b": b,
        "message": finding.message,
        "message_ko": finding.message_ko,
    }


def _unique(rows: list[Row], key: str) -> list[Row]:
    return list({row[key]: row for row in rows}.values())
