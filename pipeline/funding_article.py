"""Which program a sum pays for, by the article as a whole: its headline, its one contest or collection, the same sum told elsewhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.grammar.money.funding_words import GIVEN_EN, HEADING, LEADS_ON, NEXT_SECTION, TAKES
from pipeline.grammar.money.purposes import has_purpose, may_pay, of_a_group, of_a_town
from pipeline.records import Mention
from pipeline.view import View

Found = tuple[Mention, float]

# Roles of sums that pay for something.
PAYING = {
    "budget", "project_cost", "subsidy", "loan", "donation", "prize", "expense", "voucher", "investment", "other",
}  # fmt: skip
# Nobody pays such a price at a counter; how far before a sum it is told that somebody is given it.
_LARGE_PRICE, _GIVEN_REACH = 100_000_000, 90
# A program that a headline may speak of is named within so many characters.
_EARLY = 400
# A heading is no longer, and the program stands in so many sentences with sums or programs.
_LONGEST_HEADING, _LEADS = 120, 4
# A sentence that names more lists them: the headline speaks of none alone.
_LISTED = 1
# Characters before a sum in which a group is counted.
GROUP_REACH = {"ko": 50, "en": 80}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence `[start, end)` of a segment's view, with its amounts and programs in reading order."""

    view: View
    start: int
    end: int
    amounts: Sequence[Mention]
    programs: Sequence[Mention]


def may_fund(view: View, amount: Mention) -> bool:
    """Whether a sum may pay for something by the words right around it, whatever its role."""
    row = amount.row
    printed = row.role == "voucher" and row.basis == "other"
    limit = row.role == "voucher" and row.basis == "per_month" and view.text.startswith("까지", amount.view_end)
    return (
        row.value is not None and not printed and not limit and may_pay(view.text, amount.view_start, amount.view_end)
    )


def may_pay_for(view: View, amount: Mention, near: bool = True) -> bool:
    """Whether a sum is of money that pays for something; in English also a price that somebody is given, or a large one
    whose program is near."""
    row = amount.row
    if row.role in PAYING:
        return True
    if view.lang != "en" or row.role != "price":
        return False
    before = view.text[max(0, amount.view_start - _GIVEN_REACH) : amount.view_start]
    large = near and (row.value_krw or 0) >= _LARGE_PRICE
    return large or GIVEN_EN.search(before) is not None


def receives(program: Mention, names: re.Pattern[str]) -> bool:
    """Whether money is given to, issued as or lent by the program, by its name."""
    return program.row.kind not in ("agreement", "platform") and names.search(program.text) is not None


def of_the_headline(sentences: Sequence[Sentence], funding: Mapping[Mention, Found]) -> Iterator[tuple[Mention, Found]]:
    """The sums in the headline of an article or of a part of it, and the program that is named first, soon after, or before
    them in the headline itself. What the text below tells again without a program has none in the headline either."""
    untold = {a.row.value_krw for s in sentences for a in s.amounts if a not in funding and not _heading(s, a)}
    for index, sentence in enumerate(sentences):
        text, lang = sentence.view.text, sentence.view.lang
        for amount in sentence.amounts:
            span = amount.view_start, amount.view_end
            free = amount not in funding and may_pay_for(sentence.view, amount) and may_fund(sentence.view, amount)
            if not free or (line := _heading(sentence, amount)) is None:
                continue
            program = _headed(sentences[index : index + _LEADS], amount, line)
            if program is None or (amount.row.value_krw and amount.row.value_krw in untold):
                continue
            own = of_a_town(text, *span) or of_a_group(text[max(0, span[0] - GROUP_REACH[lang]) : span[0]])
            own = own or (lang == "ko" and has_purpose(text, lang, max(line[0], sentence.start), *span, program.text))
            if not own:
                yield amount, (program, 0.45)


def _heading(sentence: Sentence, amount: Mention) -> tuple[int, int] | None:
    """The line of a sum, behind its mark, if it is the text's first or is marked as the heading of a part."""
    text, start = sentence.view.text, amount.view_start
    floor = max(0, start - _LONGEST_HEADING)
    begun = text.rfind("\n", floor, start) + 1 or floor
    ended = text.find("\n", amount.view_end, amount.view_end + _LONGEST_HEADING)
    mark = HEADING.match(text, begun, start)
    if begun and mark is None:
        return None
    begun = mark.end() if mark else begun
    return (begun, ended) if ended >= 0 and text[ended - 1] != "." else None


def _headed(following: Sequence[Sentence], amount: Mention, line: tuple[int, int]) -> Mention | None:
    """The one program of a heading, else of the first sentence below that names any."""
    named = [p for s in following for p in s.programs if p.segment == amount.segment]
    within = [p for p in named if line[0] <= p.view_start < line[1]]
    below = next((s.programs for s in following if s.programs and s.programs[0].view_start > line[1]), ())
    below = [p for p in below if p.segment == amount.segment and p.view_start <= line[1] + _EARLY]
    ids = {p.entity_id for p in within or below}
    if (
        len(ids) > _LISTED
        or not ids
        or NEXT_SECTION.search(following[0].view.text, line[1], (within or below)[0].view_start)
    ):
        return None
    return (within or below)[0] if not within or {p.entity_id for p in below} <= ids else None


def of_the_only_one(sentences: Sequence[Sentence], funding: Mapping[Mention, Found]) -> Iterator[tuple[Mention, Found]]:
    """Prizes and donations without a program, where the article has one contest or one collection only."""
    programs = [p for s in sentences for p in s.programs]
    contests = {p.entity_id: p for p in reversed(programs) if p.row.kind in ("contest", "award")}
    takers = {role: {p.entity_id: p for p in reversed(programs) if receives(p, takes)} for role, takes in TAKES.items()}
    only = {role: next(iter(of.values())) for role, of in (("prize", contests), *takers.items()) if len(of) == 1}
    for sentence in sentences:
        for amount in sentence.amounts:
            program = only.get(amount.row.role)
            elsewhere = (
                sentence.view.lang == "en"
                and amount.row.role == "voucher"
                and LEADS_ON.match(sentence.view.text, amount.view_end) is not None
            )
            if program is not None and not elsewhere and amount not in funding and _is_free(sentence, amount, program):
                yield amount, (program, 0.45)


def _is_free(sentence: Sentence, amount: Mention, program: Mention) -> bool:
    """Whether a sum may pay for the program wherever that is named: nothing says that it is for something else."""
    view, span = sentence.view, (amount.view_start, amount.view_end)
    return may_fund(view, amount) and not (
        of_a_town(view.text, *span)
        or (view.lang == "ko" and has_purpose(view.text, view.lang, sentence.start, *span, program.text))
    )


def said_again(sentences: Sequence[Sentence], funding: Mapping[Mention, Found]) -> Iterator[tuple[Mention, Found]]:
    """Sums that are said again elsewhere, as in a headline, have the program of the one that is told beside them."""
    programs: defaultdict[int, dict[str, Mention]] = defaultdict(dict)
    for amount, (program, _) in funding.items():
        if amount.row.value_krw:
            programs[amount.row.value_krw].setdefault(program.entity_id, program)
    for sentence in sentences:
        for amount in sentence.amounts:
            known = [*programs.get(amount.row.value_krw or -1, {}).values()]
            free = amount not in funding and may_pay_for(sentence.view, amount)
            if free and len(known) == 1 and _is_free(sentence, amount, known[0]):
                yield amount, (known[0], 0.6)
