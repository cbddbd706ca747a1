"""Which program a sum pays for.

| found by | example | the sum pays for |
|---|---|---|
| bracket | ‘느린발 콜버스’(올해 7억원, 내년 11억원) | what the bracket follows |
| clause | ‘달빛 산책’ 축제에 3억원을 들인다 | the nearest program of its clause |
| link | 243억원에서 287억원으로; 국비 2억원 등 모두 5억원 | what the other sum of a change or a total pays for |
| line | ○ ‘달빛 옷장’: 한 집에 4만원 …; Card / up to 5 / 11 billion | the program that the item or row opens with |
| each its own | ‘빈집은행’, ‘골목정원’에 각각 3억원과 2억원 | the programs in their order |
| goes on | ‘솔숲 보증’은 5천만원을 빌려주며 시는 10억원을 냈다 | the one program of the sentence |
| subject (English) | The Barley Project … and provides 4 million won | the program that the sentence opens with |
| for the (English) | 5 billion won for the light festival | what the words behind the sum call so |
| row | 전파 가구 500만원, 반파 300만원 | what the sum before it in a row pays for |
| named again | 이번 축제 예산은 7억원이다; the project costs | the last program that is such a thing, by its name, what it was called or its kind |
| topic | 총사업비는 86억원이다 | what was spoken of last, unless the sum has a purpose of its own |
| headline | 3억원 들여 …; ■ 청년에 600만원 | the program that the article, or that part of it, names first, soon after |
| only one | 상금 200만원 …, one contest in the article | that contest; of a donation the one collection |
| said again | the same sum in a headline | what it pays for elsewhere |

Reaches and confidences are set by hand.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from pipeline.funding_article import (
    GROUP_REACH,
    Found,
    Sentence,
    may_fund,
    may_pay_for,
    of_the_headline,
    of_the_only_one,
    said_again,
)
from pipeline.funding_lines import heads_its_line
from pipeline.funding_topic import Told, is_medium, spoken_of
from pipeline.grammar.money.funding_words import (
    ALTHOUGH,
    ASIDE,
    BRACKET,
    CLOSED,
    EACH_ITS_OWN,
    FOR,
    GIVES,
    GLOSS,
    INTO_IT,
    ITEM,
    LEADS_ON,
    MEETING,
    NEXT,
    NEXT_SECTION,
    ON,
    OWN_SUM,
    ROW,
    ROW_COMBINED,
    ROW_IN_BRACKETS,
    ROW_OF_SHARES,
    SPENT,
    SUBJECT,
)
from pipeline.grammar.money.purposes import CLAUSE, has_purpose, of_a_group
from pipeline.records import Mention, Relation

# Roles of sums that pay for nothing, whatever they stand beside.
_NEVER = {"fine", "damage", "economic_effect", "price"}
# Characters between a sum and the program it funds at most, and what a clause between them counts as.
_FARTHEST, _CLAUSE_COST = 90, 40


def funded(sentences: Sequence[Sentence], links: Sequence[Relation]) -> dict[Mention, Found]:
    """The program of each sum that pays for one, and how sure. links: the part_of, equals and changed_from of the sums."""
    partners = _partners(links)
    told = _told(sentences)
    funding: dict[Mention, Found] = {}
    for sentence in sentences:
        paying = [a for a in sentence.amounts if may_fund(sentence.view, a)]
        pays = set(paying)
        funding |= _each_its_own(sentence, pays)
        for before, amount in zip([None, *sentence.amounts[:-1]], sentence.amounts, strict=False):
            if amount not in pays or amount in funding:
                continue
            found = _beside(sentence, before, amount, funding)
            if found is None or found[0].view_start > amount.view_start:
                found = heads_its_line(sentence.view, amount, told[amount.segment].named) or found
            if found is not None:
                funding[amount] = found
        _share(paying, partners, funding)
        for before, amount in zip([None, *sentence.amounts[:-1]], sentence.amounts, strict=False):
            never = amount.row.role in _NEVER and not may_pay_for(sentence.view, amount)
            if amount in pays and amount not in funding and not never:
                found = _in_a_row(sentence, before, amount, funding)
                if found is None and not _of_something_else(sentence, amount, partners, funding):
                    found = spoken_of(sentence, before, amount, told[amount.segment], funding)
                funding |= {amount: found} if found is not None else {}
        _share(paying, partners, funding)
        _tell(sentence, told)
    funding |= dict(said_again(sentences, funding))
    funding |= dict(of_the_headline(sentences, funding))
    funding |= dict(of_the_only_one(sentences, funding))
    funding |= dict(said_again(sentences, funding))
    _share([a for s in sentences for a in s.amounts if may_fund(s.view, a)], partners, funding)
    return funding


def _tell(sentence: Sentence, told: Mapping[int, Told]) -> None:
    """Notes what a sentence names: its one program is what is spoken of from here, of several the one that is its subject."""
    programs = sentence.programs
    for program in programs:
        told[program.segment].programs.append(program)
    if programs:
        one = len({p.entity_id for p in programs}) == 1 and not MEETING.search(programs[0].text)
        subjects = [p for p in programs if sentence.view.lang == "ko" and SUBJECT.match(sentence.view.text, p.view_end)]
        subject = subjects[0] if len(subjects) == 1 else None
        told[programs[0].segment].topic = programs[-1] if one else subject


def overlap(a: Mention, b: Mention) -> bool:
    return a.view_start < b.view_end and b.view_start < a.view_end


def _told(sentences: Sequence[Sentence]) -> dict[int, Told]:
    """By segment, with nothing read yet."""
    views = {m.segment: s.view for s in sentences for m in (*s.amounts, *s.programs)}
    sections = {i: [m.start() for m in NEXT_SECTION.finditer(view.text)] for i, view in views.items()}
    ids: defaultdict[int, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for program in (p for s in sentences for p in s.programs):
        ids[program.segment][bisect_left(sections[program.segment], program.view_start)].add(program.entity_id)
    named = {i: [p for s in sentences for p in s.programs if p.segment == i] for i in views}
    return {i: Told(sections[i], {n: next(iter(c)) for n, c in ids[i].items() if len(c) == 1}, named[i]) for i in views}


def _beside(
    sentence: Sentence, previous: Mention | None, amount: Mention, funding: Mapping[Mention, Found]
) -> Found | None:
    """The program whose bracket the sum opens or that it follows, else the nearest in its clause, no other sum between.

    One that only follows yields to that of a row which the sum stands in.
    """
    text = sentence.view.text
    programs = sentence.programs
    reach = GROUP_REACH[sentence.view.lang]
    if of_a_group(text[max(sentence.start, amount.view_start - reach) : amount.view_start]):
        return None
    at = bisect_left(programs, amount.view_start, key=lambda p: p.view_start)
    best: tuple[float, Mention] | None = None
    for program in programs[max(0, at - 1) : at + 1]:
        before = program.view_start < amount.view_start
        low, high = (program, amount) if before else (amount, program)
        gap = text[low.view_end : high.view_start]
        gap = ASIDE.sub("", gap) if before else GLOSS.sub("", gap)
        if overlap(program, amount) or len(gap) > _FARTHEST or _parted(sentence.amounts, amount, low, high):
            continue
        if before and (BRACKET.fullmatch(gap) or not gap.strip()):
            return program, 0.95
        another = (
            of_a_group(gap) if before else NEXT.match(gap) is not None or "(" in gap or CLOSED.match(gap) is not None
        )
        another = another or (before and _leads_on(sentence, previous, program, amount, funding))
        another = another or is_medium(text, program, amount, before)
        another = another or (before and ALTHOUGH.search(gap) is not None)
        another = another or (not before and _has_its_own(sentence, program, amount, gap))
        put_into = INTO_IT.fullmatch(gap) and SPENT.match(text, amount.view_end)
        given = before and (GIVES.fullmatch(gap) or put_into) is not None
        if (not may_pay_for(sentence.view, amount) and not given) or another or ITEM.search(gap):
            continue
        cost = len(gap) + _CLAUSE_COST * len(CLAUSE.findall(gap)) + (0 if before else 5)
        if before and ON.fullmatch(gap):
            span = amount.view_start, amount.view_end
            cost += _FARTHEST if has_purpose(text, sentence.view.lang, sentence.start, *span, "") else _CLAUSE_COST
        elif not before and FOR.fullmatch(gap):
            cost = 5
        if cost <= _FARTHEST and (best is None or cost < best[0]):
            best = (cost, program)
    if best is None or best[1].view_start > amount.view_start:
        known = funding.get(previous) if previous is not None else None
        if known and previous and _is_row(text[previous.view_end : amount.view_start]):
            return known[0], 0.7
    return None if best is None else (best[1], round(0.9 - 0.4 * best[0] / _FARTHEST, 2))


def _each_its_own(sentence: Sentence, paying: set[Mention]) -> dict[Mention, Found]:
    """The programs that are named first and the sums that follow, one each, where the sentence says so."""
    programs = [*{p.entity_id: p for p in reversed(sentence.programs)}.values()][::-1]
    amounts = [a for a in sentence.amounts if programs and a.view_start > programs[-1].view_end]
    if len(programs) < 2 or len(amounts) != len(programs) or not paying >= {*amounts}:
        return {}
    said = EACH_ITS_OWN.search(sentence.view.text, programs[-1].view_end, sentence.end)
    return {a: (p, 0.8) for a, p in zip(amounts, programs, strict=True)} if said and sentence.amounts == amounts else {}


def _leads_on(
    sentence: Sentence, previous: Mention | None, program: Mention, amount: Mention, funding: Mapping[Mention, Found]
) -> bool:
    """Whether the sum before led to the program, and this one leads on: `3 billion won for A, 2 billion won for roads`."""
    if sentence.view.lang != "en" or previous is None or previous.view_end > program.view_start:
        return False
    known = funding.get(previous)
    return (
        known is not None
        and known[0].entity_id == program.entity_id
        and LEADS_ON.match(sentence.view.text, amount.view_end) is not None
    )


def _has_its_own(sentence: Sentence, program: Mention, amount: Mention, gap: str) -> bool:
    """Whether another sum follows a program at once, which one in an earlier clause is not for then."""
    if not CLAUSE.search(gap) or FOR.fullmatch(gap):
        return False
    first = bisect_left(sentence.amounts, program.view_end, key=lambda a: a.view_start)
    following = sentence.amounts[first] if first < len(sentence.amounts) else amount
    between = sentence.view.text[program.view_end : following.view_start]
    return following is not amount and OWN_SUM.fullmatch(between) is not None


def _parted(amounts: Sequence[Mention], amount: Mention, low: Mention, high: Mention) -> bool:
    """Whether another sum begins between the end of one mention and the beginning of another."""
    first = bisect_left(amounts, low.view_end, key=lambda a: a.view_start)
    return any(a is not amount and a.view_start < high.view_start for a in amounts[first : first + 2])


def _partners(links: Sequence[Relation]) -> Mapping[Mention, Sequence[Mention]]:
    """The sums that pay for the same thing as each sum: what it changed from, its total, its parts, itself in another currency."""
    partners: defaultdict[Mention, list[Mention]] = defaultdict(list)
    for link in links:
        if isinstance(link.subject, Mention) and isinstance(link.object, Mention):
            partners[link.subject].append(link.object)
            partners[link.object].append(link.subject)
    return partners


def _of_something_else(
    sentence: Sentence,
    amount: Mention,
    partners: Mapping[Mention, Sequence[Mention]],
    funding: Mapping[Mention, Found],
) -> bool:
    """Whether a sum is a part of one before it in its clause for which no program was found."""
    for whole in partners.get(amount, ()):
        within = sentence.start <= whole.view_start < amount.view_start and whole.segment == amount.segment
        if within and whole not in funding and whole.row.value > amount.row.value:
            return not CLAUSE.search(sentence.view.text, whole.view_end, amount.view_start)
    return False


def _share(
    paying: Sequence[Mention], partners: Mapping[Mention, Sequence[Mention]], funding: dict[Mention, Found]
) -> None:
    """Gives each sum that has none the program of the sums that it is linked with, where they agree."""
    for amount in (*paying, *reversed(paying)):
        known = [funding[p] for p in partners.get(amount, ()) if p in funding]
        if amount not in funding and len({program.entity_id for program, _ in known}) == 1:
            funding[amount] = known[0][0], min(0.8, *(confidence for _, confidence in known))


def _in_a_row(
    sentence: Sentence, before: Mention | None, amount: Mention, funding: Mapping[Mention, Found]
) -> Found | None:
    """What the sum before it pays for, if nothing between them says another purpose, or it is said per head."""
    if before is None or before not in funding:
        return None
    each = {amount.row.role, before.row.role} == {"prize"} or str(amount.row.basis).startswith("per_")
    gap = sentence.view.text[before.view_end : amount.view_start]
    return (funding[before][0], 0.7) if _is_row(gap) or (each and ROW_OF_SHARES.fullmatch(gap)) else None


def _is_row(gap: str) -> bool:
    return any(row.fullmatch(gap) for row in (ROW, ROW_IN_BRACKETS, ROW_COMBINED))
