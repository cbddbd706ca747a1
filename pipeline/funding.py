"""Which program a sum pays for: the nearest in its clause, that of its total, the one spoken of before, the same sum's elsewhere.

Reaches and confidences are set by hand; on the articles with gold two links in three are right.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.records import Mention, Relation
from pipeline.view import View

# Roles of sums that pay for something; a fine, a price or a wage near a program does not fund it.
_PAYING = {
    "budget", "project_cost", "subsidy", "loan", "donation", "prize", "expense", "voucher", "investment", "other",
}  # fmt: skip
# Characters between a sum and the program it funds at most; set by hand, not measured.
_FARTHEST = 90
# How far a program stays what is spoken of, in characters: about two sentences; set by hand, not measured.
_TOPIC_REACH = {"ko": 200, "en": 450}
_COSTS = {"budget", "project_cost", "voucher"}
_SPENT = {*_COSTS, "subsidy", "expense"}
_NEXT_ITEM = re.compile(r"\n\s*[■▲△▶□◇○●<\[【①-⑳#*-]|\n\s*\n[^\n]{0,40}\n")
CLAUSE = re.compile(r"[;▲△▶■○●①-⑳\n]|(?<=[며고])\s|,\s+(?:and|while|but|whereas)\s|(?<=[가-힣]),\s")


def nearest(
    view: View, amount: Mention, programs: Sequence[Mention], amounts: Sequence[Mention]
) -> tuple[Mention, float] | None:
    """The program a sum pays for, and how sure: the one its bracket follows, else the nearest in its clause."""
    if getattr(amount.row, "role", "") not in _PAYING or amount.row.value is None:
        return None
    if amount.row.role == "voucher" and amount.row.basis == "other":
        return None  # what is printed on it
    best: tuple[float, Mention] | None = None
    for program in programs:
        if overlap(program, amount):
            continue
        before = program.view_end <= amount.view_start
        gap = (
            view.text[program.view_end : amount.view_start]
            if before
            else view.text[amount.view_end : program.view_start]
        )
        if len(gap) > _FARTHEST or any(_lies_between(a, program, amount) for a in amounts):
            continue
        if before and re.fullmatch(r"\S{0,3}['\"’”」』>〉]?\s?\S{0,8}\s?\((?:약|총|about)?\s*", gap):
            return program, 0.95
        cost = len(gap) + 40 * len(CLAUSE.findall(gap)) + (0 if before else 5)
        if cost <= _FARTHEST and (best is None or cost < best[0]):
            best = (cost, program)
    return None if best is None else (best[1], round(0.9 - 0.4 * best[0] / _FARTHEST, 2))


def of_the_total(
    amount: Mention, parts: Sequence[Relation], funding: Mapping[Mention, Mention]
) -> tuple[Mention, float] | None:
    """The program of the total that a sum is a part of."""
    for part in parts:
        if part.relation == "part_of" and part.subject is amount and isinstance(part.object, Mention):
            program = funding.get(part.object)
            return (program, 0.8) if program is not None else None
    return None


def spoken_of(view: View, amount: Mention, topic: Mention | None) -> tuple[Mention, float] | None:
    """The program last named in a sentence before: of the same line, where the sum pays for anything; of an earlier
    line, where it is said to be a cost (`사업비는 86억원이다`). A new item of a list begins another subject."""
    role, basis = getattr(amount.row, "role", ""), getattr(amount.row, "basis", "")
    if topic is None or topic.segment != amount.segment or role not in _PAYING:
        return None
    gap = view.text[topic.view_end : amount.view_start]
    if len(gap) > _TOPIC_REACH[view.lang] or _NEXT_ITEM.search(gap):
        return None
    if "\n" not in gap and basis in ("total", "per_household") and role in _SPENT:
        return topic, 0.55
    return (topic, 0.5) if role in _COSTS and basis == "total" else None


def said_again(
    amounts: Sequence[Mention], funding: Mapping[Mention, Mention]
) -> Iterator[tuple[Mention, Mention, float]]:
    """Sums that are said again elsewhere, as in a headline, have the program of the one that is told beside them."""
    programs: defaultdict[int, dict[str, Mention]] = defaultdict(dict)
    for amount, program in funding.items():
        if amount.row.value_krw:
            programs[amount.row.value_krw].setdefault(program.entity_id, program)
    for amount in amounts:
        known = programs.get(amount.row.value_krw or -1, {})
        if amount not in funding and len(known) == 1 and getattr(amount.row, "role", "") in _PAYING:
            yield amount, next(iter(known.values())), 0.6


def _lies_between(other: Mention, program: Mention, amount: Mention) -> bool:
    low, high = sorted((program.view_start, amount.view_start))
    return other is not amount and low < other.view_start < high and program.view_end <= other.view_start


def overlap(a: Mention, b: Mention) -> bool:
    return a.view_start < b.view_end and b.view_start < a.view_end
