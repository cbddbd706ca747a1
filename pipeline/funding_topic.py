"""Which program a sum pays for, by what is spoken of: what its sentence names again, else the last program named."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.funding_article import (
    GROUP_REACH,
    Found,
    Sentence,
    may_pay_for,
    receives,
)
from pipeline.funding_lines import is_untitled_row, of_another_row
from pipeline.funding_names import by_a_part, by_its_capitals, in_short, is_called, named_again
from pipeline.grammar.money.funding_words import (
    ALTHOUGH,
    ANAPHOR,
    ANOTHER_EN,
    FOR_THE,
    GETS,
    IN_FORM_OF,
    INTO,
    IT_DOES,
    ITS_NOUN,
    NEXT_LINE,
    NEXT_SECTION,
    OPENING,
    OPENS_EN,
    OWN_SUBJECT,
    PAID_IN,
    PAID_IN_EN,
    SPENT_ON,
    SUMMED_UP,
    TAKES,
    TAKES_EN,
    TURN,
)
from pipeline.grammar.money.purposes import has_purpose, is_cost, of_a_budget, of_a_group, of_a_town
from pipeline.grammar.programs.program_heads import head_ending
from pipeline.records import Mention
from pipeline.view import View

# Roles of sums that are somebody's own, though the sentence names a program again.
_OF_OTHERS = {"revenue", "debt", "tax", "wage", "saving"}
# How far a program stays what is spoken of, in characters: about two sentences.
_TOPIC_REACH = {"ko": 200, "en": 450}
# How many programs back one is named again, or receives a prize or a donation.
_REMEMBERED = 50
# Characters of a line in which its mark stands.
_MARK = 6
# Words with a capital that a subject shares with the program it is; a town's name alone is shared by all of its bodies.
_ENOUGH_SHARED = 2
# How much of a paragraph before a sum is searched for a sentence that opens with a program.
_PARAGRAPH = 600
# Syllables of a part of its name that a sentence opens with, and of one that ends in a head noun.
_SHORTEST_PART, _SHORTEST_HEADED = 5, 4
# How much of a sentence before a sum is read, and how much after it; characters behind it that say what it is for.
_LEAD, _FARTHEST = 300, 90


@dataclass(slots=True)
class Told:
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


def spoken_of(
    sentence: Sentence, before: Mention | None, amount: Mention, told: Told, funding: Mapping[Mention, Found]
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
        or is_untitled_row(view, amount)
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
    own = own or of_a_budget(around) or of_another_row(view, amount, topic) or (lang == "en" and is_called(lead))
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


def is_medium(text: str, program: Mention, amount: Mention, before: bool) -> bool:
    """Whether the program is only what the sum is paid in."""
    if program.row.kind != "finance" or not TAKES["voucher"].search(program.text):
        return False
    if before or PAID_IN.match(text, program.view_end):
        return PAID_IN.match(text, program.view_end) is not None
    gap = text[amount.view_end : program.view_start]
    got = GETS.search(text, max(0, amount.view_start - _FARTHEST), amount.view_start)
    return PAID_IN_EN.search(gap) is not None or (got is not None and IN_FORM_OF.fullmatch(gap) is not None)


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
        p for p in sentence.programs if not is_medium(sentence.view.text, p, amount, p.view_end <= amount.view_start)
    ]
    return found is not None and all(p.entity_id == found[0].entity_id for p in spoken_of)


def _opened_with(view: View, amount: Mention, sentence: Sentence, told: Told) -> Mention | None:
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
