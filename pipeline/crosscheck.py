"""Contradictions within one document: Korean ↔ English, parts ↔ total, direction ↔ figures. Precision before recall."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.records import Finding, Mention, Relation, Segment

_UP = re.compile(
    r"\b(?:rais|increas|ris|rose|grow|grew|expand|jump|surg|up\b)\w*|증가|증액|늘[어었려렸린릴]|확대|상승|인상",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:decreas|reduc|cut\b|fell|fall|drop|lower|declin|shr[ai]nk|down\b)\w*|감소|감액|줄[어었여였인일]|축소|하락|삭감|인하",
    re.IGNORECASE,
)


def crosscheck(
    segments: Sequence[Segment], mentions: Sequence[Mention], relations: Sequence[Relation]
) -> list[Finding]:
    """The findings of a document, in reading order."""
    found = [
        *_sums_lost_in_translation(segments, mentions),
        *_parts_that_do_not_add_up(relations),
        *_directions(segments, relations),
    ]
    return sorted(found, key=lambda f: (f.mention_a.start if f.mention_a else -1, f.kind, f.message))


def _sums_lost_in_translation(segments: Sequence[Segment], mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Sums in won that stand on one side of a translated pair only: one on each side is a mismatch."""
    for translation in segments:
        if translation.translation_of is None:
            continue
        sides = [
            [m for m in mentions if m.type == "amount" and m.segment == index and getattr(m.row, "value_krw", None)]
            for index in (translation.translation_of, translation.index)
        ]
        original, translated = ({(m.row.value_krw, m.row.value_max_krw) for m in side} for side in sides)
        missing = [m for m in sides[0] if (m.row.value_krw, m.row.value_max_krw) not in translated]
        added = [m for m in sides[1] if (m.row.value_krw, m.row.value_max_krw) not in original]
        if len(missing) == len(added) == 1 and len(sides[0]) == len(sides[1]):
            a, b = missing[0], added[0]
            message = f"the original says {a.text} ({a.row.value_krw:,} won), the translation {b.text} ({b.row.value_krw:,} won)"
            yield Finding("amount_mismatch", "error", message, a, b)
        elif translated:
            for m in missing:
                yield Finding("missing_in_translation", "warning", f"{m.text} has no counterpart in the translation", m)


def _parts_that_do_not_add_up(relations: Sequence[Relation]) -> Iterator[Finding]:
    """A total whose bracketed parts have another sum. Shares of less than 1 % are rounding."""
    parts: defaultdict[Mention, list[Mention]] = defaultdict(list)
    for relation in relations:
        if (
            relation.relation == "part_of"
            and not isinstance(relation.subject, str)
            and not isinstance(relation.object, str)
        ):
            parts[relation.object].append(relation.subject)
    for total, of in parts.items():
        values = [part.row.value_krw for part in of]
        if not total.row.value_krw or None in values:
            continue
        added = sum(values)
        if abs(added - total.row.value_krw) * 100 > total.row.value_krw:
            message = f"the parts of {total.text} add up to {added:,} won, not {total.row.value_krw:,} won"
            yield Finding("parts_mismatch", "warning", message, total, of[0])


def _directions(segments: Sequence[Segment], relations: Sequence[Relation]) -> Iterator[Finding]:
    """`raised from 6.6 billion won to 2.7 billion won`: the verb goes one way and the figures the other."""
    for relation in relations:
        if relation.relation != "changed_from" or isinstance(relation.subject, str) or isinstance(relation.object, str):
            continue
        new, old = relation.subject, relation.object
        if new.row.value_krw is None or old.row.value_krw is None or new.row.value_krw == old.row.value_krw:
            continue
        view = segments[new.segment].view
        start, end = view.sentence_at(old.view_start)
        around = (
            view.text[max(start, old.view_start - 60) : old.view_start]
            + view.text[new.view_end : min(end, new.view_end + 40)]
        )
        says_up, says_down = bool(_UP.search(around)), bool(_DOWN.search(around))
        if says_up != says_down and says_up != (new.row.value_krw > old.row.value_krw):
            verb = "rise" if says_up else "fall"
            message = f"the text speaks of a {verb}, but the figures go from {old.text} to {new.text}"
            yield Finding("direction_conflict", "warning", message, old, new)
