"""What belongs to what in one document: mentions → relations, and the amounts' program and district.

| relation | subject → object | when |
|---|---|---|
| holds_post | official → district | the post has a jurisdiction |
| run_by | program → district | the program has an owner |
| funds | amount → program | nearest program in the amount's clause, the one its bracket follows, the one its total funds, or for a cost the one named last |
| part_of | amount → amount | two or more sums in the bracket behind a sum, or that add up to one beside them |
| equals | amount → amount | one sum in another currency in the bracket behind a sum |
| changed_from | amount → amount | `from A to B`, `A에서 B로`: B changed from A |
| funded_by | amount → source | 국비, 도비, 시비 … right before the sum |
| dated | program → date | nearest date in the program's clause that is not the announcement's |
| announced, said | official → program | the official is the subject of a sentence whose verb says so and that names the program |

Confidences order the rules by how often they seemed right; they are no measured probabilities.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.records import Mention, Relation, Segment
from pipeline.view import View

# Roles of sums that pay for something; a fine, a price or a wage near a program does not fund it.
_PAYING = {
    "budget", "project_cost", "subsidy", "loan", "donation", "prize", "expense", "voucher", "investment", "other",
}  # fmt: skip
# Characters between a sum and the program it funds at most; set by hand, not measured.
_FARTHEST = 90
# How far a program stays what is spoken of, in characters: about two sentences; set by hand, not measured.
_TOPIC_REACH = {"ko": 200, "en": 450}
# How far before a sum its district may be named, in characters: about a paragraph.
_HOME_REACH = 400
_COSTS = {"budget", "project_cost", "voucher"}
_SPENT = {*_COSTS, "subsidy", "expense"}
_CLAUSE = re.compile(r"[;▲△▶■○●①-⑳\n]|(?<=[며고])\s|,\s+(?:and|while|but|whereas)\s|(?<=[가-힣]),\s")
_NEXT_ITEM = re.compile(r"\n\s*[■▲△▶□◇○●<\[【①-⑳#*-]|\n\s*\n[^\n]{0,40}\n")
_SOURCE = re.compile(
    r"(국비|도비|시비|구비|군비|지방비|민자|민간투자|자부담|특별교부세|특별교부금|특별조정교부금)\s*[:는은]?\s*(?:약|총)?\s*\Z"
)
_SOURCES = {
    "국비": "national",
    "도비": "province",
    "시비": "city",
    "구비": "district",
    "군비": "county",
    "지방비": "local",
    "민자": "private",
    "민간투자": "private",
    "자부담": "own",
    "특별교부세": "special_grant",
    "특별교부금": "special_grant",
    "특별조정교부금": "special_grant",
}


# Characters between a program and its date, and between an official and the program, at most; set by hand, not measured.
_DATED_REACH, _DATED_YEAR_REACH, _TOLD_REACH = 60, 20, 200
_REPORTED = re.compile(r"[^.\n]{0,16}?(?:밝혔|밝힌|전했|말했|알렸|발표했|발표한)")
_REPORTED_EN = re.compile(r"\b(?:announced|said|reported|disclosed)\s(?:on\s|last\s|this\s)?\Z")
# `김하늘 유성구청장은 … 밝혔다`: the subject's particle, and the verbs that end such a sentence.
_SUBJECT = re.compile(
    r"(?:\s?\([^()]{1,20}\))?(?:\s?[가-힣·A-Za-z0-9]{0,13}(?![을를에과와의])[가-힣A-Za-z0-9](?=\s|[은는이가])){0,3}?(?:은|는|이|가)(?=[\s,])"
)
_ANNOUNCED = re.compile(r"(?:밝혔|발표했|발표한다|선포했|소개했|공개했|내놨|내놓았|알렸)[^.]{0,6}\.?\s*\Z")
_SAID = re.compile(r"(?:말했|강조했|설명했|당부했|덧붙였|전했|답했)[^.]{0,6}\.?\s*\Z")
_ANNOUNCED_EN = re.compile(r"\b(?:announced|unveiled|launched|introduced|presented|proposed|declared|pledged)\b")
_SAID_EN = re.compile(r"\b(?:said|explained|stressed|emphasi[sz]ed|added|stated|told)\b")


def relate(segments: Sequence[Segment], mentions: Sequence[Mention]) -> tuple[list[Mention], list[Relation]]:
    """The mentions with amounts' program_id and district_code filled, and the relations, in reading order."""
    relations = [*_ownership(mentions)]
    funding: dict[Mention, Mention] = {}
    topic: Mention | None = None
    for (index, _), together in _by_sentence(segments, mentions).items():
        view = segments[index].view
        amounts = [m for m in together if m.type == "amount"]
        programs = [m for m in together if m.type == "program"]
        parts = _parts(view, amounts)
        for amount in amounts:
            found = _funded(view, amount, programs, amounts)
            found = found or _funded_whole(amount, parts, funding)
            found = found or _funded_before(view, amount, topic if not programs else None)
            if found is not None:
                funding[amount] = found[0]
                relations.append(_between("funds", amount, *found))
        topic = programs[-1] if programs else topic
        dates = [m for m in together if m.type == "date"]
        officials = [m for m in together if m.type == "official"]
        relations += [*parts, *_changes(view, amounts), *_sources(view, amounts)]
        relations += [*_dated(view, programs, dates), *_told(view, officials, programs)]
    sums = [m for m in mentions if m.type == "amount" and m.row is not None]
    for amount, program, confidence in list(_funded_again(sums, funding)):
        funding[amount] = program
        relations.append(_between("funds", amount, program, confidence))
    home = _Home(mentions)
    filled = {m: _fill(m, funding.get(m), home) for m in mentions if m.type == "amount" and m.row is not None}
    relations = [replace(r, subject=_now(filled, r.subject), object=_now(filled, r.object)) for r in relations]
    relations.sort(key=lambda r: (r.start, r.end, r.relation))
    return [filled.get(m, m) for m in mentions], relations


def _by_sentence(segments: Sequence[Segment], mentions: Sequence[Mention]) -> dict[tuple[int, int], list[Mention]]:
    """The mentions that relations join of each sentence that holds any, by segment and the sentence's start."""
    found: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in mentions:
        joins = mention.type in ("amount", "date") or (mention.type in ("program", "official") and mention.entity_id)
        if mention.row is not None and joins:
            found[mention.segment, segments[mention.segment].view.sentence_at(mention.view_start)[0]].append(mention)
    return found


def _now(filled: dict[Mention, Mention], end: Mention | str) -> Mention | str:
    return end if isinstance(end, str) else filled.get(end, end)


def _between(relation: str, subject: Mention, object: Mention, confidence: float) -> Relation:
    start, end = min(subject.start, object.start), max(subject.end, object.end)
    return Relation(relation, subject, object, start, end, confidence)


def _ownership(mentions: Iterable[Mention]) -> Iterator[Relation]:
    """holds_post and run_by, once per pair of entities, at its first mention."""
    names = {"official": "holds_post", "program": "run_by"}
    seen = set()
    for mention in mentions:
        code = getattr(mention.row, "district_code", "") if mention.type in names else ""
        pair = (mention.entity_id, code)
        if mention.entity_id and code and pair not in seen:
            seen.add(pair)
            relation = names[mention.type]
            yield Relation(relation, mention.entity_id, code, mention.start, mention.end, mention.confidence)


def _funded(
    view: View, amount: Mention, programs: Sequence[Mention], amounts: Sequence[Mention]
) -> tuple[Mention, float] | None:
    """The program a sum pays for, and how sure: the one its bracket follows, else the nearest in its clause."""
    if getattr(amount.row, "role", "") not in _PAYING or amount.row.value is None:
        return None
    if amount.row.role == "voucher" and amount.row.basis == "other":
        return None  # what is printed on it
    best: tuple[float, Mention] | None = None
    for program in programs:
        if _overlap(program, amount):
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
        cost = len(gap) + 40 * len(_CLAUSE.findall(gap)) + (0 if before else 5)
        if cost <= _FARTHEST and (best is None or cost < best[0]):
            best = (cost, program)
    return None if best is None else (best[1], round(0.9 - 0.4 * best[0] / _FARTHEST, 2))


def _funded_whole(
    amount: Mention, parts: Sequence[Relation], funding: Mapping[Mention, Mention]
) -> tuple[Mention, float] | None:
    """The program of the total that a sum is a part of."""
    for part in parts:
        if part.relation == "part_of" and part.subject is amount and isinstance(part.object, Mention):
            program = funding.get(part.object)
            return (program, 0.8) if program is not None else None
    return None


def _funded_before(view: View, amount: Mention, topic: Mention | None) -> tuple[Mention, float] | None:
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


def _funded_again(
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


def _overlap(a: Mention, b: Mention) -> bool:
    return a.view_start < b.view_end and b.view_start < a.view_end


def _parts(view: View, amounts: Sequence[Mention]) -> list[Relation]:
    """part_of and equals in a sentence: by brackets, else because two or more sums in a row add up to another one."""
    found = list(_brackets(view, amounts))
    known = {relation.subject for relation in found}
    for index, whole in enumerate(amounts):
        for row in (amounts[index + 1 :], amounts[:index][::-1]):
            parts = _adding_up(whole, row)
            if parts and known.isdisjoint(parts) and whole not in known:
                known.update(parts)
                found += [_between("part_of", part, whole, 0.9) for part in parts]
    return found


def _adding_up(whole: Mention, row: Sequence[Mention]) -> list[Mention]:
    """The first sums of a row if they add up to the whole, two at least."""
    total, taken = 0, []
    for part in row:
        taken.append(part)
        total += part.row.value_krw or 0
        if not part.row.value_krw or total >= (whole.row.value_krw or 0):
            break
    return taken if len(taken) > 1 and total == whole.row.value_krw else []


def _brackets(view: View, amounts: Sequence[Mention]) -> Iterator[Relation]:
    """`A(B)`: equals, where the currencies differ; `A(B, C …)`: B and C are parts of A."""
    for index, whole in enumerate(amounts[:-1]):
        opening = re.compile(r"\S{0,2}\s?\(").match(view.text, whole.view_end)
        if opening is None:
            continue
        close = view.text.find(")", opening.end(), opening.end() + 300)
        inside = amounts[index + 1 : bisect_left(amounts, close, key=lambda a: a.view_start)]
        if len(inside) == 1 and inside[0].row.currency != whole.row.currency:
            yield _between("equals", inside[0], whole, 0.95)
        elif len(inside) > 1:
            yield from (_between("part_of", part, whole, 0.9) for part in inside)


def _changes(view: View, amounts: Sequence[Mention]) -> Iterator[Relation]:
    """Sums that follow each other as `from A … to B` or `A에서 … B로`."""
    for old, new in pairwise(amounts):
        between = view.text[old.view_end : new.view_start]
        before, after = (
            view.text[max(0, old.view_start - 12) : old.view_start],
            view.text[new.view_end : new.view_end + 4],
        )
        english = re.search(r"\bfrom\s+(?:\w+\s+)?\Z", before) and re.fullmatch(
            r"[^.;]{0,30}?\bto\s+(?:\w+\s+)?", between
        )
        korean = re.match(r"\s?(?:이던\s.{1,10})?에서\s", between) and re.match(r"\s?(?:으로|로|까지)", after)
        if (english or korean) and len(between) < 40:
            yield _between("changed_from", new, old, 0.9)


def _sources(view: View, amounts: Sequence[Mention]) -> Iterator[Relation]:
    for amount in amounts:
        found = _SOURCE.search(view.text[max(0, amount.view_start - 16) : amount.view_start])
        if found is not None:
            yield Relation("funded_by", amount, f"source:{_SOURCES[found.group(1)]}", amount.start, amount.end, 0.9)


def _dated(view: View, programs: Sequence[Mention], dates: Sequence[Mention]) -> Iterator[Relation]:
    """The nearest date of each program in its clause, with no other program between."""
    for program in programs:
        best: tuple[int, Mention] | None = None
        for date in dates:
            low, high = (program, date) if program.view_start < date.view_start else (date, program)
            gap = view.text[low.view_end : high.view_start]
            reach = _DATED_YEAR_REACH if date.row.granularity in ("year", "decade", "term") else _DATED_REACH
            between = any(low.view_end <= p.view_start < high.view_start for p in programs)
            if date.row.start is None or _overlap(program, date) or len(gap) > reach or between or _CLAUSE.search(gap):
                continue
            if _REPORTED.match(view.text, date.view_end) or _REPORTED_EN.search(view.text, 0, date.view_start):
                continue
            if best is None or len(gap) < best[0]:
                best = (len(gap), date)
        if best is not None:
            yield _between("dated", program, best[1], round(0.8 - 0.4 * best[0] / _DATED_REACH, 2))


def _told(view: View, officials: Sequence[Mention], programs: Sequence[Mention]) -> Iterator[Relation]:
    """What the first official of a sentence, its subject, announces or speaks of."""
    for official in officials[:1]:
        for program in programs:
            if not official.view_end <= program.view_start <= official.view_end + _TOLD_REACH:
                continue
            end = view.sentence_at(official.view_start)[1]
            between = view.text[official.view_end : program.view_start]
            if view.lang == "ko":
                subject = _SUBJECT.match(view.text, official.view_end) is not None
                announced = subject and _ANNOUNCED.search(view.text, program.view_end, end)
                said = subject and _SAID.search(view.text, program.view_end, end)
            else:
                announced, said = _ANNOUNCED_EN.search(between), _SAID_EN.search(between)
            if announced or said:
                yield _between("announced" if announced else "said", official, program, 0.7)


class _Home:
    """Which district a sum belongs to: the only one the article names, else the last one named close before it."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._named = [m for m in mentions if m.type == "district" and m.entity_id and not m.entity_id[5:].strip("0")]
        self._starts = [m.start for m in self._named]
        counts = Counter(m.entity_id for m in self._named if m.entity_id[2:].strip("0"))
        self._only = next(iter(counts)) if len(counts) == 1 else ""

    def at(self, mention: Mention) -> str:
        """A 10-digit code, empty where the text gives no way to know."""
        upto = bisect_right(self._starts, mention.start)
        since = bisect_left(self._starts, mention.start - _HOME_REACH)
        near = [m for m in self._named[since:upto] if m.segment == mention.segment]
        local = [m for m in near if m.entity_id[2:].strip("0")]
        return self._only or (local[-1].entity_id if local else near[-1].entity_id if near else "")


def _fill(amount: Mention, program: Mention | None, home: _Home) -> Mention:
    owner = getattr(program.row, "district_code", "") if program is not None else ""
    row = replace(
        amount.row,
        program_id=program.entity_id if program is not None else "",
        district_code=owner or home.at(amount),
    )
    return replace(amount, row=row)
