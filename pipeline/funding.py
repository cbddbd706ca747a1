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
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.funding_article import (
    GROUP_REACH,
    Found,
    Sentence,
    may_fund,
    may_pay_for,
    of_the_headline,
    of_the_only_one,
    receives,
    said_again,
)
from pipeline.funding_names import by_a_part, by_its_capitals, in_short, is_called, named_again
from pipeline.grammar.money.funding_words import (
    ALTHOUGH,
    ANAPHOR,
    ANOTHER_EN,
    ASIDE,
    BRACKET,
    CLOSED,
    EACH_ITS_OWN,
    FOR,
    FOR_THE,
    GETS,
    GIVES,
    GLOSS,
    IN_FORM_OF,
    INTO,
    INTO_IT,
    IT_DOES,
    ITEM,
    ITS_NOUN,
    LEADS_ON,
    LINE_HEAD,
    LINE_MARK,
    MEETING,
    NEXT,
    NEXT_LINE,
    NEXT_SECTION,
    ON,
    OPENING,
    OPENS_EN,
    OWN_SUBJECT,
    OWN_SUM,
    PAID_IN,
    PAID_IN_EN,
    ROW,
    ROW_COMBINED,
    ROW_IN_A_LINE,
    ROW_IN_BRACKETS,
    ROW_OF_SHARES,
    SPENT,
    SPENT_ON,
    SUBJECT,
    SUMMED_UP,
    TAKES,
    TAKES_EN,
    TURN,
)
from pipeline.grammar.money.purposes import CLAUSE, has_purpose, is_cost, is_generic, of_a_budget, of_a_group, of_a_town
from pipeline.grammar.programs.program_heads import head_ending
from pipeline.records import Mention, Relation
from pipeline.view import View

# Roles of sums that pay for nothing, whatever they stand beside.
_NEVER = {"fine", "damage", "economic_effect", "price"}
# Roles of sums that are somebody's own, though the sentence names a program again.
_OF_OTHERS = {"revenue", "debt", "tax", "wage", "saving"}
# Characters between a sum and the program it funds at most, and what a clause between them counts as.
_FARTHEST, _CLAUSE_COST = 90, 40
# How far a program stays what is spoken of, in characters: about two sentences.
_TOPIC_REACH = {"ko": 200, "en": 450}
# How many programs back one is named again, or receives a prize or a donation.
_REMEMBERED = 50
# How much of a sentence before a sum is read, and how much after it.
_LEAD = 300
# Characters beside a sum that is a cell of a table, and of a cell that names something.
_CELL_REST, _LONGEST_CELL = 3, 40
# Characters of a line in which its mark stands.
_MARK = 6

# Words with a capital that a subject shares with the program it is; a town's name alone is shared by all of its bodies.
_ENOUGH_SHARED = 2
# How much of a paragraph before a sum is searched for a sentence that opens with a program.
_PARAGRAPH = 600
# Syllables of a part of its name that a sentence opens with, and of one that ends in a head noun.
_SHORTEST_PART, _SHORTEST_HEADED = 5, 4


@dataclass(slots=True)
class _Told:
    """What was read of a segment so far: its programs in order; the one program of each section that has but one; and all
    that the segment names."""

    sections: Sequence[int]
    alone: Mapping[int, str]
    named: Sequence[Mention] = ()
    topic: Mention | None = None
    programs: deque[Mention] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))

    def only(self, amount: Mention) -> str:
        """The id of the one program of the amount's section, or empty."""
        return self.alone.get(bisect_left(self.sections, amount.view_start), "")


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
                found = _heads_its_line(sentence.view, amount, told[amount.segment].named) or found
            if found is not None:
                funding[amount] = found
        _share(paying, partners, funding)
        for before, amount in zip([None, *sentence.amounts[:-1]], sentence.amounts, strict=False):
            never = amount.row.role in _NEVER and not may_pay_for(sentence.view, amount)
            if amount in pays and amount not in funding and not never:
                found = _in_a_row(sentence, before, amount, funding)
                if found is None and not _of_something_else(sentence, amount, partners, funding):
                    found = _spoken_of(sentence, before, amount, told[amount.segment], funding)
                funding |= {amount: found} if found is not None else {}
        _share(paying, partners, funding)
        _tell(sentence, told)
    funding |= dict(said_again(sentences, funding))
    funding |= dict(of_the_headline(sentences, funding))
    funding |= dict(of_the_only_one(sentences, funding))
    funding |= dict(said_again(sentences, funding))
    _share([a for s in sentences for a in s.amounts if may_fund(s.view, a)], partners, funding)
    return funding


def _tell(sentence: Sentence, told: Mapping[int, _Told]) -> None:
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


def _told(sentences: Sequence[Sentence]) -> dict[int, _Told]:
    """By segment, with nothing read yet."""
    views = {m.segment: s.view for s in sentences for m in (*s.amounts, *s.programs)}
    sections = {i: [m.start() for m in NEXT_SECTION.finditer(view.text)] for i, view in views.items()}
    ids: defaultdict[int, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for program in (p for s in sentences for p in s.programs):
        ids[program.segment][bisect_left(sections[program.segment], program.view_start)].add(program.entity_id)
    named = {i: [p for s in sentences for p in s.programs if p.segment == i] for i in views}
    return {
        i: _Told(sections[i], {n: next(iter(c)) for n, c in ids[i].items() if len(c) == 1}, named[i]) for i in views
    }


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
        another = another or _is_medium(text, program, amount, before)
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


def _next_sum(sentence: Sentence, amount: Mention) -> int:
    """Where the next sum of a sentence begins, else where the sentence ends."""
    following = bisect_left(sentence.amounts, amount.view_end, key=lambda a: a.view_start)
    return sentence.amounts[following].view_start if following < len(sentence.amounts) else sentence.end


def _behind(sentence: Sentence, amount: Mention) -> tuple[int, int]:
    """The rest of a sentence behind a sum, as far as it is read."""
    return amount.view_end, max(amount.view_end, min(sentence.end, amount.view_end + _FARTHEST))


def _is_subject(sentence: Sentence, program: Mention, amount: Mention) -> bool:
    """Whether an English sentence opens with the program and speaks of it up to the sum."""
    text = sentence.view.text
    if sentence.view.lang != "en" or not OPENS_EN.match(text, sentence.start, program.view_start):
        return False
    gap = text[program.view_end : amount.view_start]
    if len(gap) > _LEAD:
        return False
    others = {p.entity_id for p in sentence.programs if p.view_end <= amount.view_start}
    return len(others) == 1 and ANOTHER_EN.search(gap) is None and ALTHOUGH.search(gap) is None


def _is_medium(text: str, program: Mention, amount: Mention, before: bool) -> bool:
    """Whether the program is only what the sum is paid in."""
    if program.row.kind != "finance" or not TAKES["voucher"].search(program.text):
        return False
    if before or PAID_IN.match(text, program.view_end):
        return PAID_IN.match(text, program.view_end) is not None
    gap = text[amount.view_end : program.view_start]
    got = GETS.search(text, max(0, amount.view_start - _FARTHEST), amount.view_start)
    return PAID_IN_EN.search(gap) is not None or (got is not None and IN_FORM_OF.fullmatch(gap) is not None)


def _line_begins(text: str, at: int) -> int:
    """Where the line that holds a place begins, or as far before as a line is read."""
    return max(text.rfind("\n", max(0, at - _LEAD), at) + 1, at - _LEAD, 0)


def _heads_its_line(view: View, amount: Mention, programs: Sequence[Mention]) -> Found | None:
    """The program that the line of a sum opens with, as the item of a list or the row of a table, no other in between."""
    begun = _line_begins(view.text, amount.view_start)
    at = bisect_left(programs, amount.view_start, key=lambda p: p.view_start) - 1
    if at < 0 or programs[at].view_start < begun or not may_pay_for(view, amount):
        return None
    opens = LINE_MARK.match(view.text, begun, programs[at].view_start) is not None
    heads = opens and LINE_HEAD.match(view.text, programs[at].view_end, amount.view_start)
    return (programs[at], 0.8) if heads else None


def _is_untitled_row(view: View, amount: Mention) -> bool:
    """Whether a sum stands in a row of a table, its cells in a line, that no program heads."""
    return ROW_IN_A_LINE.search(view.text, _line_begins(view.text, amount.view_start), amount.view_start) is not None


def _of_another_row(view: View, amount: Mention, topic: Mention) -> bool:
    """Whether a sum stands in a row of a table that the topic is not named in."""
    text, start = view.text, amount.view_start
    begun = _line_begins(text, start)
    rest = text[amount.view_end : amount.view_end + _LONGEST_CELL].partition("\n")[0]
    if len((text[begun:start] + rest).strip()) > _CELL_REST or not begun:
        return False
    label = text[_line_begins(text, begun - 1) : begun - 1]
    return 0 < len(label) <= _LONGEST_CELL and topic.view_end <= begun - 1 - len(label) and not is_generic(label)


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


def _spoken_of(
    sentence: Sentence, before: Mention | None, amount: Mention, told: _Told, funding: Mapping[Mention, Found]
) -> Found | None:
    """The program that the sentence names again, else the last one named, unless the sum has a purpose of its own."""
    view, lang, role = sentence.view, sentence.view.lang, amount.row.role
    here = [p for p in sentence.programs if p.view_end <= amount.view_start]
    lead = view.text[max(sentence.start, amount.view_start - _LEAD) : amount.view_start]
    ending = sentence.end if lang == "ko" else _next_sum(sentence, amount)
    around = lead + view.text[amount.view_start : min(ending, amount.view_end + _LEAD)]
    program = in_short(lead, told.named) if lang == "ko" else by_its_capitals(lead, told.named)
    if program is not None:
        return program, 0.65
    if (
        not (here or told.programs)
        or of_a_group(lead[-GROUP_REACH[lang] :])
        or (SUMMED_UP.search(lead) and sentence.amounts[0] is not amount)
        or _is_untitled_row(view, amount)
    ):
        return None
    pays = may_pay_for(view, amount, near=bool(here))
    span = amount.view_start, amount.view_end
    if lang == "en":
        if pays and not sentence.programs and (part := by_a_part(lead, told.named)) is not None:
            own = has_purpose(view.text, lang, sentence.start, *span, part.text) or of_a_town(view.text, *span)
            return None if own else (part, 0.6)
        subject = bool(here) and not is_called(lead) and _is_subject(sentence, here[0], amount)
        if subject and pays and (TAKES_EN.search(lead) or not has_purpose(view.text, lang, sentence.start, *span, "")):
            return here[0], 0.6
        into = FOR_THE.match(view.text, *_behind(sentence, amount))
        if into and (program := named_again(view, into.group(), [*told.programs, *here])) is not None:
            return program, 0.65
    again = (lead + _spent_on(view, amount)) if lang == "ko" else around
    again = again if role not in _OF_OTHERS else ""
    if (program := named_again(view, again, [*told.programs, *here])) is not None:
        return program, 0.65
    topic = here[-1] if here else told.topic
    if pays and lang == "ko" and (program := _opened_with(view, amount, sentence, told)) is not None:
        return program, 0.55
    if not pays or topic is None:
        return None
    gap = view.text[topic.view_end : amount.view_start]
    alone = told.only(amount) == topic.entity_id
    near = (len(gap) <= _TOPIC_REACH[lang] or alone) and not NEXT_SECTION.search(gap)
    begun = view.text.rfind("\n", 0, topic.view_start) + 1
    in_list = NEXT_LINE.match("\n" + view.text[begun : topic.view_start][:_MARK])
    near = near and not (in_list and NEXT_LINE.search(gap))
    near = (near or (lang == "en" and len({p.entity_id for p in told.named}) == 1)) and not TURN.search(gap)
    if near and ANAPHOR[lang].search(lead if lang == "ko" else around):
        return topic, 0.6
    own = has_purpose(view.text, lang, sentence.start, *span, topic.text) or of_a_town(view.text, *span)
    own = own or of_a_budget(around) or _of_another_row(view, amount, topic) or (lang == "en" and is_called(lead))
    if lang == "en" and not own and (noun := ITS_NOUN.match(view.text, *_behind(sentence, amount))):
        own = not all(word in topic.text.casefold() for word in noun["words"].split())
    if own or (sentence.programs and not here):
        return None
    if here:
        goes_on = before is not None and _goes_on(sentence, before, amount, funding)
        return (topic, 0.5) if goes_on or (lang == "en" and IT_DOES.search(lead)) else None
    if (program := _receives(role, told.programs, gap)) is not None and not NEXT_SECTION.search(gap):
        return program, 0.55
    if not near:
        return None
    if lang == "en" and _has_a_subject(lead, topic):
        return None
    if is_cost(lead[-40:] if lang == "ko" else around, lang):
        return topic, 0.55
    return (topic, 0.5) if topic.row.kind != "event" or "\n" not in gap else None


def _spent_on(view: View, amount: Mention) -> str:
    """What a Korean sum stands in front of as spent on it: `이번 축제에`."""
    spent = SPENT_ON.match(view.text, amount.view_end)
    return " " + view.text[spent.end() : spent.end() + _FARTHEST].partition("\n")[0] if spent else ""


def _has_a_subject(lead: str, topic: Mention) -> bool:
    """Whether an English sentence opens with a body or thing in capitals that the topic's name does not hold."""
    subject = OWN_SUBJECT.match(lead)
    shared = {*subject["name"].split()} & {*topic.text.split()} - {"of", "for"} if subject else set()
    return subject is not None and len(shared) < _ENOUGH_SHARED


def _goes_on(sentence: Sentence, before: Mention, amount: Mention, funding: Mapping[Mention, Found]) -> bool:
    """Whether the sentence is about one program, and the sum before pays for it: `… 5천만원을 빌려주고 시는 10억원을 냈다`."""
    found = funding.get(before)
    if ALTHOUGH.search(sentence.view.text, before.view_end, amount.view_start):
        return False
    if INTO.search(sentence.view.text, before.view_end, amount.view_start):
        return False
    spoken_of = [
        p for p in sentence.programs if not _is_medium(sentence.view.text, p, amount, p.view_end <= amount.view_start)
    ]
    return found is not None and all(p.entity_id == found[0].entity_id for p in spoken_of)


def _opened_with(view: View, amount: Mention, sentence: Sentence, told: _Told) -> Mention | None:
    """The program that a sentence of the sum's paragraph opens with by a part of its name, after the last one named in full."""
    span = amount.view_start, amount.view_end
    if sentence.programs or has_purpose(view.text, view.lang, sentence.start, *span, "") or of_a_town(view.text, *span):
        return None
    # The break is of what is searched: a sentence opens behind it.
    paragraph = max(0, view.text.rfind("\n", 0, amount.view_start))
    paragraph = max(paragraph, amount.view_start - _PARAGRAPH)
    floor = max(paragraph, told.programs[-1].view_end if told.programs else 0)
    for opening in reversed([*OPENING.finditer(view.text, floor, amount.view_start)]):
        form = opening["name"].replace(" ", "")
        headed = head_ending(form, "ko") is not None
        if len(form) < (_SHORTEST_HEADED if headed else _SHORTEST_PART) or form[-1] in "시군구도":
            continue
        names = {p.entity_id: p for p in reversed(told.named)}
        found = [p for p in names.values() if _has_part(p.text, form, headed)]
        if len(found) == 1:
            return found[0]
    return None


def _has_part(name: str, form: str, headed: bool) -> bool:
    """Whether a name begins or ends with a form of it, or one of its words ends with one that a head noun closes."""
    whole = name.replace(" ", "")
    return whole.startswith(form) or whole.endswith(form) or (headed and any(w.endswith(form) for w in name.split()))


def _receives(role: str, programs: deque[Mention], gap: str) -> Mention | None:
    """The last contest of a prize (an event only of the same line), the last program that takes such money."""
    if role == "prize":
        if programs[-1].row.kind == "event" and "\n" not in gap:
            return programs[-1]
        return next((p for p in reversed(programs) if p.row.kind in ("contest", "award")), None)
    if role == "voucher" and programs[-1].row.kind == "finance":
        return programs[-1]
    takes = TAKES.get(role)
    return next((p for p in reversed(programs) if receives(p, takes)), None) if takes else None
