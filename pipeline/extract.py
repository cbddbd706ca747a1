"""Segments → mentions: runs every `find`, maps matches to the raw text and settles overlaps."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from pipeline.contract import Extractor, failed
from pipeline.records import Document, Finding, Mention, Segment, text_at


def extract(
    document: Document, segments: Sequence[Segment], extractors: Sequence[Extractor]
) -> tuple[list[Mention], list[Finding]]:
    """The mentions of a document in reading order, without values yet, and the extractors that failed on it."""
    rank = {extractor.type: rank for rank, extractor in enumerate(extractors)}
    found: list[Mention] = []
    failures: list[Finding] = []
    for extractor in extractors:
        try:
            own = [m for segment in segments for m in _find(document, segment, extractor)]
        except Exception as error:
            failures.append(failed(extractor, error))
            continue
        found += _settle(own, rank)
    nests = {e.type for e in extractors if e.nests}
    contest = _settle([m for m in found if m.type not in nests], rank)
    return sorted([*contest, *(m for m in found if m.type in nests)], key=_reading_order), failures


def _find(document: Document, segment: Segment, extractor: Extractor) -> Iterable[Mention]:
    for match in extractor.find(segment.view):
        start, end = segment.view.raw_span(match.start, match.end)
        yield Mention(
            type=extractor.type,
            start=start,
            end=end,
            text=text_at(document.text, start, end),
            lang=segment.lang,
            segment=segment.index,
            view_start=match.start,
            view_end=match.end,
            rule=match.rule,
            confidence=match.confidence,
            data=match.data,
        )


def _settle(mentions: Iterable[Mention], rank: Mapping[str, int]) -> list[Mention]:
    """Of overlapping mentions the longest, then the surest, then the type that reads the other, then the first."""
    kept: list[tuple[int, int]] = []
    chosen: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, -m.confidence, -rank[m.type], m.start, m.rule)):
        at = bisect_left(kept, (mention.start, mention.start))
        clear_before = at == 0 or kept[at - 1][1] <= mention.start
        clear_after = at == len(kept) or kept[at][0] >= mention.end
        if clear_before and clear_after:
            kept.insert(at, (mention.start, mention.end))
            chosen.append(mention)
    return chosen


def _reading_order(mention: Mention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.type
