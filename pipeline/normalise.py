"""Mentions → typed rows: runs every `normalise`, each type after those it reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from pipeline.contract import Context, Extractor, failed
from pipeline.records import Document, Finding, Mention, Segment


def normalise(
    document: Document, segments: Sequence[Segment], mentions: Sequence[Mention], extractors: Sequence[Extractor]
) -> tuple[list[Mention], list[Finding]]:
    """The same mentions with row, value, entity_id, candidates and confidence, and the extractors that failed.

    Extractors come in the order in which they read each other. The mentions of one that fails are left out.
    """
    by_type: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_type[mention.type].append(mention)
    context = Context(document, segments, by_type)
    failures: list[Finding] = []
    for extractor in extractors:
        own = by_type[extractor.type]
        try:
            by_type[extractor.type] = [_with_row(m, extractor.normalise(m, context), extractor) for m in own]
        except Exception as error:
            by_type[extractor.type] = []
            failures.append(failed(extractor, error))
    together = [m for of_type in by_type.values() for m in of_type]
    return sorted(together, key=lambda m: (m.start, -m.end, m.type)), failures


def _with_row(mention: Mention, row: Any, extractor: Extractor) -> Mention:
    if row is None:
        return mention
    if not isinstance(row, extractor.row):
        raise TypeError(f"normalise gave a {type(row).__name__}, not a {extractor.row.__name__}, for {mention.text!r}")
    return replace(
        mention,
        row=row,
        value=_text(
            getattr(row, "canonical", None) if hasattr(row, "canonical") else getattr(row, fields(row)[0].name)
        ),
        entity_id=getattr(row, "entity_id", ""),
        candidates=tuple(getattr(row, "candidates", ())),
        confidence=round(getattr(row, "confidence", mention.confidence), 3),
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value)
