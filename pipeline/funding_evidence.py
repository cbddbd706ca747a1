"""What speaks for each program that a sum may pay for: where both stand, what stands between them, what the sum is called.

| evidence of | examples |
|---|---|
| the sum | its role, a town's or a group's, with a purpose of its own, called a cost, in a headline, not its sentence's first |
| the program named before it | how many sentences, clauses, sums and other programs lie between; the last one named or an earlier one |
| the program named behind it | the same |
| the program | the only one of the text, the first, in the headline, how often it is named, what money its name takes |
| both | the paragraph opens with the program; what the rules found |

Each piece of evidence is a phrase such as `before: 2 sentences`. How much it weighs is told by `resources/funding_weights.csv`
(see `funding_weights.py`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.funding_article import GROUP_REACH, Found, Sentence, may_fund, may_pay_for
from pipeline.funding_lines import is_untitled_row
from pipeline.grammar.money.funding_words import ITEM, MEETING, NEXT_LINE, NEXT_SECTION, TAKES, TURN
from pipeline.grammar.money.purposes import CLAUSE, has_purpose, is_cost, of_a_budget, of_a_group, of_a_town
from pipeline.records import Mention
from pipeline.view import View

# Programs named last before a sum and first behind it that it may pay for, and those the text names most often.
_BEFORE, _BEHIND, _OFTEN = 6, 3, 2
# Upper bounds of the classes of counts and lengths.
_SENTENCES, _BEHIND_SENTENCES, _CHARACTERS = (0, 1, 2, 3, 5, 8), (0, 1, 2, 4), (3, 10, 25, 50, 90, 150)
_SUMS, _SHARES, _SURE = (0, 1, 2, 4, 8), (0.15, 0.3, 0.5, 0.7), (0.55, 0.7, 0.85)
# Counts from here on are one class; a sentence with more sums is a list.
_MOST, _MANY_SUMS = 3, 3
# Mentions before and behind a sum, and of a paragraph, among which programs are looked for.
_REMEMBERED = 50
# How much is read: of a paragraph, of a sentence before and behind a sum, and of its label.
_PARAGRAPH, _LEAD, _REST, _LABEL, _LABEL_BEHIND = 3000, 300, 150, {"ko": 40, "en": 80}, 80

# What ends the part of a text that a program is spoken of in.
_MARKS = {"a new part": NEXT_SECTION, "a turn": TURN, "a new item": NEXT_LINE}

Evidence = Mapping[str, tuple[Mention, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class _Text:
    """The sums and programs of one segment in reading order, and what counts for all of its sums."""

    view: View
    headline: int
    programs: Sequence[Mention]
    named: Sequence[int]
    summed: Sequence[int]
    count: Mapping[str, int]
    often: Sequence[str]
    names: Mapping[str, Mention]
    of_each: Mapping[str, frozenset[str]]
    marks: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> _Text:
        view = sentences[0].view
        programs = [p for s in sentences for p in s.programs]
        count = Counter(p.entity_id for p in programs)
        ended = view.text.find("\n")
        headline = ended if ended >= 0 else len(view.text)
        return cls(
            view,
            headline,
            programs,
            [p.view_start for p in programs],
            [a.view_start for s in sentences for a in s.amounts],
            count,
            [entity for entity, _ in count.most_common(_OFTEN)],
            {p.entity_id: p for p in reversed(programs)},
            _of_the_programs(programs, count, headline),
            {what: [m.start() for m in mark.finditer(view.text)] for what, mark in _MARKS.items()},
        )

    def number(self, at: int) -> int:
        """The number of the sentence that holds a place."""
        return bisect_right(self.view.sentences, (at, len(self.view.text)))

    def sums(self, start: int, end: int) -> int:
        """How many sums begin in `[start, end)`."""
        return bisect_left(self.summed, end) - bisect_left(self.summed, start)

    def programs_in(self, start: int, end: int) -> Sequence[Mention]:
        """The programs that begin in `[start, end)`, the first few."""
        first = bisect_left(self.named, start)
        return self.programs[first : min(bisect_left(self.named, end), first + _REMEMBERED)]


def evidence(sentences: Sequence[Sentence], ruled: Mapping[Mention, Found]) -> Iterator[tuple[Mention, Evidence]]:
    """Each sum with the programs that it may pay for and what speaks for each, by program_id. ruled: what the rules found."""
    segments: defaultdict[int, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        for mention in (*sentence.amounts, *sentence.programs)[:1]:
            segments[mention.segment].append(sentence)
    for own in segments.values():
        text = _Text.of(own)
        if text.programs:
            for sentence in own:
                for amount in sentence.amounts:
                    yield amount, dict(_of_each(text, sentence, amount, ruled.get(amount)))


def _of_each(
    text: _Text, sentence: Sentence, amount: Mention, found: Found | None
) -> Iterator[tuple[str, tuple[Mention, frozenset[str]]]]:
    at = bisect_left(text.named, amount.view_start)
    before = _distinct(text.programs[max(0, at - _REMEMBERED) : at][::-1], _BEFORE)
    behind = _distinct(text.programs[at : at + _REMEMBERED], _BEHIND)
    floor = max(0, amount.view_start - _PARAGRAPH)
    opening = text.programs_in(text.view.text.rfind("\n", floor, amount.view_start) + 1 or floor, amount.view_start)
    same = {*_of_the_sum(text, sentence, amount), f"paragraph: names {'some' if opening else 'none'} before"}
    if _has_purpose(sentence, amount):
        same.add("sum: has a purpose of its own")
    ruled = (found[0].entity_id,) if found else ()
    for entity in dict.fromkeys((*before, *behind, *text.often, text.programs[0].entity_id, *ruled)):
        of_it = text.of_each.get(entity, frozenset())
        told = {*same, *of_it, _by_the_rules(entity, found)}
        told |= (
            {*_before(text, amount, before[entity], [*before].index(entity))} if entity in before else {"before: no"}
        )
        told |= {*_behind(text, amount, behind[entity], entity in before)} if entity in behind else {"behind: no"}
        if opening:
            told.add("paragraph: " + _in_the_paragraph(opening, entity))
        named = text.names[entity] if entity in text.names or not found else found[0]
        told |= {*_takes(of_it, named, amount.row.role)}
        shown = found[0] if found and found[0].entity_id == entity else before.get(entity) or behind.get(entity)
        yield entity, (shown or named, frozenset(told))


def _distinct(programs: Sequence[Mention], most: int) -> dict[str, Mention]:
    """The first mention of each program in the order given, of so many programs."""
    found: dict[str, Mention] = {}
    for program in programs:
        found.setdefault(program.entity_id, program)
        if len(found) == most:
            break
    return found


def _in_the_paragraph(opening: Sequence[Mention], entity: str) -> str:
    if opening[0].entity_id == entity:
        return "opens with it"
    return "names it" if any(p.entity_id == entity for p in opening) else "names others"


def _of_the_sum(text: _Text, sentence: Sentence, amount: Mention) -> Iterator[str]:
    view, lang = sentence.view, sentence.view.lang
    span = amount.view_start, amount.view_end
    lead = view.text[max(sentence.start, span[0] - _LEAD) : span[0]]
    rest = view.text[span[1] : min(sentence.end, span[1] + _REST)]
    label = lead[-_LABEL[lang] :] + (rest[:_LABEL_BEHIND] if lang == "en" else "")
    yield f"sum: role {amount.row.role or 'none'}"
    yield f"sentence: {min(_MOST, len({p.entity_id for p in sentence.programs}))} programs"
    holds = {
        "sum: cannot pay": not may_fund(view, amount),
        "sum: of no paying role": not may_pay_for(view, amount),
        "sum: a town's": of_a_town(view.text, *span),
        "sum: in a budget's sentence": of_a_budget(lead + view.text[slice(*span)] + rest),
        "sum: a group's": of_a_group(lead[-GROUP_REACH[lang] :]),
        "sum: called a cost": is_cost(label, lang),
        "sum: in the headline": span[0] < text.headline,
        "sum: opens a bracket": lead.endswith("("),
        "sum: of a row without a name": is_untitled_row(view, amount),
        "sum: not the sentence's first": sentence.amounts[0] is not amount,
        "sum: one of many": len(sentence.amounts) > _MANY_SUMS,
    }
    yield from (name for name, held in holds.items() if held)


def _before(text: _Text, amount: Mention, program: Mention, rank: int) -> Iterator[str]:
    """Of a program named before the sum. rank: how many others were named since."""
    start, end = program.view_end, amount.view_start
    between = text.number(end) - text.number(program.view_start)
    yield f"before: {_class(between, _SENTENCES)} sentences"
    yield f"before: {min(_MOST, rank)} named since"
    if between == 0:
        yield from _apart("before", text, start, end)
    else:
        yield f"before: {_class(text.sums(start, end), _SUMS)} sums since"
        beside = {p.entity_id for p in text.programs_in(*text.view.sentence_at(program.view_start))}
        yield f"before: named with {min(_MOST, len(beside | {program.entity_id}) - 1)} others"
        yield from (f"before: {what} between" for what, at in text.marks.items() if _between(at, start, end))
        if MEETING.search(program.text):
            yield "before: a meeting"


def _behind(text: _Text, amount: Mention, program: Mention, known: bool) -> Iterator[str]:
    """Of a program named behind the sum. known: before it too."""
    start, end = amount.view_end, program.view_start
    between = text.number(end) - text.number(amount.view_start)
    yield f"behind: {_class(between, _BEHIND_SENTENCES)} sentences"
    if between == 0:
        yield from _apart("behind", text, start, end)
    elif not known:
        yield "behind: named here first"


def _apart(side: str, text: _Text, start: int, end: int) -> Iterator[str]:
    """Of what stands between a sum and a program of its sentence."""
    gap = text.view.text[start : min(end, start + _LEAD)]
    yield f"{side}: {_class(len(gap), _CHARACTERS)} characters"
    yield f"{side}: {min(_MOST, len(CLAUSE.findall(gap)))} clauses"
    yield f"{side}: {min(_MOST, text.sums(start, end))} sums between"
    if ITEM.search(gap):
        yield f"{side}: another item"


def _of_the_programs(programs: Sequence[Mention], count: Mapping[str, int], headline: int) -> dict[str, frozenset[str]]:
    """What speaks for each program of a text whatever the sum. headline: where that ends."""
    early = {p.entity_id for p in programs if p.view_start < headline}
    most = sorted(count.values(), reverse=True)[:2]
    of_each = {}
    for program in reversed(programs):
        entity = program.entity_id
        told = {f"program: a kind of {program.row.kind}"}
        told |= {f"program: takes a {role}" for role, names in TAKES.items() if names.search(program.text)}
        if len(count) == 1:
            told.add("program: the only one")
        else:
            holds = {
                f"program: {_class(count[entity] / len(programs), _SHARES)} of all mentions": True,
                "program: named most": count[entity] == most[0] > most[1],
                "program: one of two": len(count) == len(most),
                "program: named first": entity == programs[0].entity_id,
                "program: in the headline": entity in early,
            }
            told |= {name for name, held in holds.items() if held}
        of_each[entity] = frozenset(told)
    return of_each


def _takes(of_it: frozenset[str], program: Mention, role: str) -> Iterator[str]:
    """Whether the sum is money such as the program takes."""
    if f"program: takes a {role}" in of_it:
        yield f"program: takes a {role} as the sum is"
    if role == "prize" and program.row.kind in ("contest", "award", "event"):
        yield "program: takes a prize as the sum is"


def _by_the_rules(entity: str, found: Found | None) -> str:
    if found is None:
        return "rules: none"
    return f"rules: it {_class(found[1], _SURE)}" if found[0].entity_id == entity else "rules: another"


def _has_purpose(sentence: Sentence, amount: Mention) -> bool:
    view = sentence.view
    return has_purpose(view.text, view.lang, sentence.start, amount.view_start, amount.view_end, "")


def _between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether any of the sorted places lies in `[start, end)`."""
    return bisect_left(places, end) > bisect_left(places, start)


def _class(value: float, bounds: Sequence[float]) -> str:
    """The class of a value: the least bound that it does not pass."""
    return next((f"to {bound}" for bound in bounds if value <= bound), "more")
