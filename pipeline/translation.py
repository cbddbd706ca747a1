"""A Korean text beside its English version: which mentions say the same, and what the translation says differently.

Sentences are aligned (`align`); in sentences that belong together mentions are compared by what they mean (`meaning`), and what
is left over is told by type (`differences`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.align import align
from pipeline.differences import DIFFERENCES, Bead
from pipeline.grammar.regex import regex
from pipeline.meaning import Side, keys_of, same_meaning
from pipeline.records import Document, Finding, Mention, Relation, Segment

_FIGURE = regex(r"\d[\d,]*\d(?:\.\d+)?|\d\.\d+")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What belongs together, and what differs. In relations the subject is of the translation, the object of the original."""

    relations: list[Relation]
    findings: list[Finding]


def compare_segments(document: Document, segments: Sequence[Segment], mentions: Sequence[Mention]) -> Comparison:
    """Each run of a document that translates another, with that."""
    relations: list[Relation] = []
    findings: list[Finding] = []
    for one in segments:
        if one.translation_of is not None:
            sides = (side_of(document, [segments[i]], mentions) for i in (one.translation_of, one.index))
            found = compare(*sides)
            relations += found.relations
            findings += found.findings
    return Comparison(relations, findings)


def side_of(document: Document, segments: Sequence[Segment], mentions: Sequence[Mention]) -> Side:
    """Some runs of one language of a document as one side of a pair."""
    indices = {segment.index for segment in segments}
    sentences = [span for segment in segments for span in segment.sentences]
    return Side(document.text, segments[0].lang, sentences, [m for m in mentions if m.segment in indices])


def compare(original: Side, translation: Side) -> Comparison:
    """A Korean text (original) and its English version."""
    relations: list[Relation] = []
    findings: list[Finding] = []
    for rows, columns in _aligned(original, translation):
        korean = [m for i in rows for m in original.by_sentence[i]]
        english = [m for j in columns for m in translation.by_sentence[j]]
        relations += _translates(korean, english)
        said = original.words(rows), translation.words(columns)
        for type, differences in DIFFERENCES.items():
            here, there = ([m for m in side if m.type == type and keys_of(m)] for side in (korean, english))
            findings += differences(Bead(here, there, *said, original, translation))
    told = {f.mention_a for f in findings if f.kind == "amount_mismatch"}
    findings = [f for f in findings if not (f.kind == "missing_in_translation" and f.mention_a in told)]
    return Comparison(relations, findings)


def _aligned(original: Side, translation: Side) -> list[tuple[range, range]]:
    return align(_lengths(original), _lengths(translation), _names(original), _names(translation))


def _lengths(side: Side) -> list[int]:
    return [len("".join(side.text[start:end].split())) for start, end in side.sentences]


def _names(side: Side) -> list[set[str]]:
    """What each sentence names: what its mentions mean, and its figures."""
    return [
        {f"{m.type}:{key}" for m in mentions for key in keys_of(m)}
        | {figure.replace(",", "") for figure in _FIGURE.findall(side.text[slice(*span)])}
        for span, mentions in zip(side.sentences, side.by_sentence, strict=True)
    ]


def _translates(korean: Sequence[Mention], english: Sequence[Mention]) -> Iterator[Relation]:
    """Each mention of the translation with the first of the original that means the same and has no other yet."""
    left = list(korean)
    for mention in english:
        same = next((k for k in left if same_meaning(k, mention)), None)
        if same is not None:
            left.remove(same)
            yield Relation("translates", mention, same, mention.start, mention.end, 0.9)
