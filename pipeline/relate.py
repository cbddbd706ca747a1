"""What belongs to what in one document: mentions → relations, and the amounts' program and district.

| relation | subject → object | when |
|---|---|---|
| holds_post | official → district | the post has a jurisdiction |
| run_by | program → district | the program has an owner |
| funds | amount → program | the likeliest by all that speaks for each, the nearest in the clause and the one spoken of among it |
| part_of | amount → amount | two or more sums in the bracket behind a sum, or that add up to one beside them |
| equals | amount → amount | one sum in another currency in the bracket behind a sum |
| changed_from | amount → amount | `from A to B`, `A에서 B로`: B changed from A |
| funded_by | amount → source | 국비, 도비, 시비 … right before the sum |
| dated | program → date | nearest date in the program's clause that is not the announcement's |
| announced, said | official → program | the official is the subject of a sentence whose verb says so and that names the program |

The confidence of `funds` is a likelihood fitted to annotated articles; the others order the rules by how often they seemed right.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.funding import funded, overlap
from pipeline.funding_article import Sentence
from pipeline.funding_weights import weighed
from pipeline.grammar.money.purposes import CLAUSE
from pipeline.grammar.regex import regex
from pipeline.records import Mention, Relation, Segment
from pipeline.view import View

# How far before a sum its district may be named, in characters: about a paragraph.
_HOME_REACH = 400
_SOURCE = regex(
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


_PART_OF = regex(
    r"(?:(?:이|그)\s?(?:가운데|중)|(?<=[원과와])\s?(?:가운데|중)|\A\s?(?:가운데|중))\s[^.,;\n]{0,25}\Z|\b[Oo]f\s(?:this|these|that|the\s(?:total|sum|amount|request|money)|which|it)\b,?[^.,;\n]{0,40}\Z"
    r"|\A\s?,?\sincluding\s(?:about\s)?\Z|나머지\s?\Z|\b(?:the\s)?remaining\s\Z"
)
# Sums that add up to one of another sentence: fewer do so by chance.
_ENOUGH_PARTS = 3
# `국비(솔강수계기금)`, `상생발전기금 9억원과 군비 3억원`: where money comes from.
_SOURCE_BEFORE = regex(r"(?:국|도|시|군|구)비\s?\(\Z")
_SOURCE_AFTER = regex(r"\s[\d억천백만,. ]+원?(?:\(\d+%\))?(?:과|와|,|에)\s(?:국|도|시|군|구)비")
# `2 billion won of the local extinction response fund`
_OUT_OF = regex(
    r"\d\s(?:(?:million|billion|trillion)\s)?(?:won|KRW)\s(?:comes\s|came\s|is\s)?(?:out\s)?(?:of|from)\s(?:the\s)?\Z"
)
_GROWN = regex(r",?\s[^.;]{0,20}?\b(?:expanded|raised|increased|cut|reduced|doubled|lowered)\sto\s(?:\w+\s)?")
_REST = regex(r"나머지|\b(?:rest|remaining)\b|,?\sand\s\Z")
_IN_ALL = regex(
    r"\s?(?:등|(?:을|를)?\s?(?:포함한|포함해|합해|합쳐|더해|보태))(?:서)?\s(?:총|모두|전체)?\s?(?:사업비\s)?(?:약\s)?"
)

# Characters between a program and its date, and between an official and the program, at most; set by hand, not measured.
_DATED_REACH, _DATED_YEAR_REACH, _TOLD_REACH = 60, 20, 200
_REPORTED = regex(r"[^.\n]{0,16}?(?:밝혔|밝힌|전했|말했|알렸|발표했|발표한)")
_REPORTED_EN = regex(r"\b(?:announced|said|reported|disclosed)\s(?:on\s|last\s|this\s)?\Z")
# `김하늘 유성구청장은 … 밝혔다`: the subject's particle, and the verbs that end such a sentence.
_SUBJECT = regex(
    r"(?:\s?\([^()]{1,20}\))?(?:\s?[가-힣·A-Za-z0-9]{0,13}(?![을를에과와의])[가-힣A-Za-z0-9](?=\s|[은는이가])){0,3}?(?:은|는|이|가)(?=[\s,])"
)
_VERBS = {
    "ko": (
        ("announced", regex(r"(?:밝혔|발표했|발표한다|선포했|소개했|공개했|내놨|내놓았|알렸)[^.]{0,6}\.?\s*\Z")),
        ("said", regex(r"(?:말했|강조했|설명했|당부했|덧붙였|전했|답했)[^.]{0,6}\.?\s*\Z")),
    ),
    "en": (
        (
            "announced",
            regex(r"\b(?:announced|unveiled|launched|introduced|presented|proposed|declared|pledged)\b"),
        ),
        ("said", regex(r"\b(?:said|explained|stressed|emphasi[sz]ed|added|stated|told)\b")),
    ),
}


def relate(segments: Sequence[Segment], mentions: Sequence[Mention]) -> tuple[list[Mention], list[Relation]]:
    """The mentions with amounts' program_id and district_code filled, and the relations, in reading order."""
    relations = [*_ownership(mentions)]
    sentences: list[Sentence] = []
    links: list[Relation] = []
    last: Mention | None = None
    earlier: dict[tuple[int, int], Mention] = {}
    for (index, at), together in _by_sentence(segments, mentions).items():
        view = segments[index].view
        amounts, programs, dates, officials = (
            [m for m in together if m.type == kind] for kind in ("amount", "program", "date", "official")
        )
        links += [*_parts(view, amounts, earlier), *_changes(view, amounts)]
        links += _of_a_total(view, at, last, amounts, {link.subject for link in links})
        last = amounts[-1] if amounts else last
        earlier |= {(index, a.row.value_krw): a for a in amounts if a.row.value_krw}
        relations += [*_sources(view, amounts), *_dated(view, programs, dates), *_told(view, officials, programs)]
        undertakings = [p for p in programs if not _is_source(view, p)]
        sentences.append(Sentence(view, at, view.sentence_at(at)[1], amounts, undertakings))
    ruled = funded(sentences, [link for link in links if link.relation in ("part_of", "changed_from", "equals")])
    funding = weighed(sentences, ruled)
    relations += [*links, *(_between("funds", amount, *found) for amount, found in funding.items())]
    home = _Home(mentions)
    filled = {
        m: _fill(m, funding[m][0] if m in funding else None, home)
        for m in mentions
        if m.type == "amount" and m.row is not None
    }
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


def _parts(view: View, amounts: Sequence[Mention], earlier: Mapping[tuple[int, int], Mention]) -> list[Relation]:
    """part_of and equals in a sentence: by brackets, else because two or more sums in a row add up to another one,
    or the first three or more of the sentence to an earlier one (`earlier`: by segment and value)."""
    found = list(_brackets(view, amounts))
    known = {relation.subject for relation in found}
    for index, whole in enumerate(amounts):
        for row in (amounts[index + 1 :], amounts[:index][::-1]):
            parts = _adding_up(whole, row)
            if parts and known.isdisjoint(parts) and whole not in known:
                known.update(parts)
                found += [_between("part_of", part, whole, 0.9) for part in parts]
    return found or list(_of_an_earlier(amounts, earlier))


def _of_an_earlier(amounts: Sequence[Mention], earlier: Mapping[tuple[int, int], Mention]) -> Iterator[Relation]:
    total = 0
    for count, part in enumerate(amounts, start=1):
        total += part.row.value_krw or 0
        whole = earlier.get((part.segment, total)) if count >= _ENOUGH_PARTS and part.row.value_krw else None
        if whole is not None:
            yield from (_between("part_of", each, whole, 0.85) for each in amounts[:count])
            return


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


def _of_a_total(
    view: View, start: int, before: Mention | None, amounts: Sequence[Mention], known: Collection[Mention | str]
) -> Iterator[Relation]:
    """`9억원. 이 가운데 5억원은`, `9 billion won, of which 5 billion`, `국비 5억원 등 모두 9억원`: 5 is a part of 9, and so is what
    makes up the rest of it (`of which 5 billion is national and 4 billion local`)."""
    if before is not None and before.segment != (amounts[0].segment if amounts else None):
        before = None
    whole = before
    rest: int | None = None
    for index, amount in enumerate(amounts):
        since = amounts[index - 1].view_end if index else start
        between = view.text[since : amount.view_start]
        said = _PART_OF.search(between) is not None or (rest is not None and amount.row.value_krw == rest)
        if amount not in known and whole is not None and said and _smaller(amount, whole):
            yield _between("part_of", amount, whole, 0.8)
            rest = (rest or whole.row.value_krw or 0) - (amount.row.value_krw or 0)
        elif index and _IN_ALL.fullmatch(between) and _smaller(amounts[index - 1], amount):
            if amounts[index - 1] not in known:
                yield _between("part_of", amounts[index - 1], amount, 0.8)
            whole, rest = amount, None
        elif not _REST.search(between) or whole is None:
            whole, rest = amount, None


def _smaller(part: Mention, whole: Mention) -> bool:
    return part.row.currency == whole.row.currency and (part.row.value or 0) < (whole.row.value or 0)


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
        english = english or _GROWN.fullmatch(between)
        korean = re.match(r"\s?(?:이던\s.{1,10})?에서\s", between) and re.match(r"\s?(?:으로|로|까지)", after)
        if (english or korean) and len(between) < 40:
            yield _between("changed_from", new, old, 0.9)


def _is_source(view: View, program: Mention) -> bool:
    """Whether a fund is named as where money comes from."""
    inside = _SOURCE_BEFORE.search(view.text, max(0, program.view_start - 6), program.view_start)
    national = program.rule == "known" and program.text.casefold().endswith(("fund", "funds"))
    if national and _OUT_OF.search(view.text, max(0, program.view_start - 40), program.view_start):
        return True
    return inside is not None or (
        program.text.endswith("기금") and _SOURCE_AFTER.match(view.text, program.view_end) is not None
    )


def _sources(view: View, amounts: Sequence[Mention]) -> Iterator[Relation]:
    for amount in amounts:
        found = _SOURCE.search(view.text[max(0, amount.view_start - 16) : amount.view_start])
        if found is not None:
            yield Relation("funded_by", amount, f"source:{_SOURCES[found.group(1)]}", amount.start, amount.end, 0.9)


def _dated(view: View, programs: Sequence[Mention], dates: Sequence[Mention]) -> Iterator[Relation]:
    """The nearest date of each program in its clause, with no other program between. Both are in reading order."""
    ends, starts = [d.view_end for d in dates], [d.view_start for d in dates]
    for index, program in enumerate(programs):
        # Between the program before and the one after, and within reach.
        floor = max(programs[index - 1].view_end if index else 0, program.view_start - _DATED_REACH)
        following = programs[index + 1].view_start if index + 1 < len(programs) else len(view.text)
        near = dates[bisect_left(ends, floor) : bisect_right(starts, min(following, program.view_end + _DATED_REACH))]
        gaps = [(len(gap), date) for date in near if (gap := _gap(view, program, date)) is not None]
        if gaps:
            distance, date = min(gaps, key=lambda found: found[0])
            yield _between("dated", program, date, round(0.8 - 0.4 * distance / _DATED_REACH, 2))


def _gap(view: View, program: Mention, date: Mention) -> str | None:
    """What stands between a program and a date that may be its own, or None."""
    if date.row.start is None or overlap(program, date):
        return None
    low, high = (program, date) if program.view_start < date.view_start else (date, program)
    gap = view.text[low.view_end : high.view_start]
    reach = _DATED_YEAR_REACH if date.row.granularity in ("year", "decade", "term") else _DATED_REACH
    if len(gap) > reach or CLAUSE.search(gap) or _REPORTED.match(view.text, date.view_end):
        return None
    return None if _REPORTED_EN.search(view.text, max(0, date.view_start - 24), date.view_start) else gap


def _told(view: View, officials: Sequence[Mention], programs: Sequence[Mention]) -> Iterator[Relation]:
    """What the first official of a sentence, if its subject, announces or speaks of."""
    official = officials[0] if officials and programs else None
    if official is None or (view.lang == "ko" and not _SUBJECT.match(view.text, official.view_end)):
        return
    end = view.sentence_at(official.view_start)[1]
    for program in programs:
        if official.view_end <= program.view_start <= official.view_end + _TOLD_REACH:
            korean = view.lang == "ko"
            span = (program.view_end, end) if korean else (official.view_end, program.view_start)
            for relation, verbs in _VERBS[view.lang]:
                if verbs.search(view.text, *span):
                    yield _between(relation, official, program, 0.7)
                    break


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
