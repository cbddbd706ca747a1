"""Extractions → rows of the tables: ids are given here, and nowhere else."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.contract import Extractor
from pipeline.records import Extraction, Finding, Mention, Reject, Relation
from pipeline.schema import tables

Row = dict[str, Any]


def mention_id(doc_id: str, mention: Mention) -> str:
    """Stable across runs; sorts in reading order within a type."""
    return f"{doc_id}:{mention.type}:{mention.start:06}-{mention.end:06}"


class Collector:
    """Takes extractions document by document and gives the rows of every table."""

    def __init__(self, extractors: Sequence[Extractor]) -> None:
        self._extractors = extractors
        self._detail = {e.type: e.table for e in extractors if e.link is None}
        self._rows: defaultdict[str, list[Row]] = defaultdict(list)
        from pipeline.cluster import Clusters  # its library takes half a second to load, which `process` does not need

        self._clusters = Clusters()

    def add(self, found: Extraction) -> None:
        """The rows of one document."""
        doc_id, document = found.document.doc_id, found.document
        self._rows["documents"].append(_document(found))
        self._clusters.add(found)
        self._rows["texts"].append({"doc_id": doc_id, "text": document.text})
        for segment in found.segments:
            original = segment.translation_of
            whole = _segment_id(found.original, 0) if found.original else ""
            self._rows["segments"].append(
                {
                    "segment_id": _segment_id(doc_id, segment.index),
                    "doc_id": doc_id,
                    "lang": segment.lang,
                    "start": segment.start,
                    "end": segment.end,
                    "translation_of": whole if original is None else _segment_id(doc_id, original),
                }
            )
        for mention in found.mentions:
            self._add_mention(doc_id, mention)
        for noise in found.noise:
            key = f"{doc_id}:noise:{noise.start:06}-{noise.end:06}:{noise.rule}"
            self._rows["noise"].append({"noise_id": key, "doc_id": doc_id} | asdict(noise))
        self._rows["relations"] += _unique([_relation(doc_id, r) for r in found.relations], "relation_id")
        self._rows["findings"] += _unique([_finding(doc_id, f) for f in found.findings], "finding_id")

    def _add_mention(self, doc_id: str, mention: Mention) -> None:
        key = mention_id(doc_id, mention)
        self._rows["mentions"].append(
            {
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
        )
        if mention.type in self._detail and mention.row is not None:
            row = {"mention_id": key, "doc_id": doc_id, "text": mention.text} | asdict(mention.row)
            self._rows[self._detail[mention.type]].append(row)

    def rows(self, rejects: Iterable[Reject], entities: Mapping[str, list[Row]]) -> dict[str, list[Row]]:
        """All tables by name. entities: rows by type; those that are only referred to are added here, described."""
        clusters = self._clusters.ids()
        for document in self._rows["documents"]:
            document["cluster_id"] = clusters[document["doc_id"]]
        self._rows["rejects"] = [asdict(reject) for reject in rejects]
        for extractor in self._extractors:
            if extractor.type in entities:
                self._rows[extractor.table] = list(entities[extractor.type])
        for extractor in self._extractors:
            if extractor.describe is not None and extractor.entity is not None:
                self._describe(extractor)
        return {table.name: self._rows[table.name] for table in tables(self._extractors)}

    def _describe(self, extractor: Extractor) -> None:
        declared = tables(self._extractors)
        key = next(table.key for table in declared if table.name == extractor.table)
        there = {row[key] for row in self._rows[extractor.table]}
        wanted = {
            row[column.name]
            for table in declared
            for column in table.columns
            if column.references == extractor.table
            for row in self._rows[table.name]
        }
        assert extractor.describe is not None
        self._rows[extractor.table] += [
            asdict(extractor.describe(code))
            | {"aliases": "", "n_mentions": 0, "n_documents": 0, "first_seen": None, "last_seen": None}
            for code in sorted(filter(None, wanted - there))
        ]


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
        "cluster_id": "",
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
