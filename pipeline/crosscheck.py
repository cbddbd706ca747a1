"""Contradictions within one document. Precision comes before recall: each needs both sides in plain words.

| finding | example |
|---|---|
| parts_mismatch | 5억원(국비 3억원, 시비 1억원) |
| direction_conflict | expanded from 8.4 billion won to 5.1 billion won |
| percentage_mismatch | 618억원(약 20%) 늘어난 6,482억원 |
| exchange_mismatch | 13.5 billion won ($10 billion), at 1.35 won a dollar |
| two_values | 총사업비는 86억원 … 총사업비 68억원, of one program |
| weekday_mismatch | 2024년 3월 12일(수), which is a Tuesday |
| end_before_start | 3월 20일부터 3월 10일까지 |
| two_posts | 김하늘 유성구청장 … 김하늘 서구청장 |
| name_variant | Jung Yong-rae, later Jeong Yong-rae: once for each further spelling |
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.grammar.dates.words_en import MONTHS
from pipeline.grammar.regex import regex
from pipeline.records import Finding, Mention, Relation, Segment

_UP = regex(
    r"\b(?:rais|increas|ris|rose|grow|grew|expand|jump|surg|up\b)\w*|증가|증액|늘[어었려렸린릴]|확대|상승|인상",
    re.IGNORECASE,
)
_DOWN = regex(
    r"\b(?:decreas|reduc|cut\b|fell|fall|drop|lower|declin|shr[ai]nk|down\b)\w*|감소|감액|줄[어었여였인일]|축소|하락|삭감|인하",
    re.IGNORECASE,
)

_SHARE = regex(
    r"\s?\(?(?:약\s?|about\s|or\s(?:about\s)?)?(?P<share>\d{1,3}(?:\.\d+)?)\s?(?:%|퍼센트|percent)\)?[,)]?(?:이|가|를|을)?\s?"
    r"(?=늘|증|감액|감소|줄|올|more\b|higher\b|less\b|lower\b|increase|decrease|up\b|down\b)"
)
_TOTAL_COST = regex(
    r"(?:총\s?사업비|[Tt]otal\s(?:project\s|business\s)?cost)(?:는|은|가|이|\sis|\sof|:)?\s?(?:약\s|about\s)?\Z"
)
_WEEKDAY = regex(r"\(\s?([월화수목금토일])\s?\)|([월화수목금토일])요일|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_HANGUL = "월화수목금토일"
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAYS = {name.removesuffix("day").lower(): n for n, name in enumerate(_NAMES)} | {
    c: n for n, c in enumerate(_HANGUL)
}
_RANGE_KO = regex(
    r"(?:(?P<y>\d{4})년\s?)?(?P<m>\d{1,2})월\s?(?P<d>\d{1,2})일?(?:\([월화수목금토일]\))?(?:부터|에서|\s?[~∼-])\s?"
    r"(?:(?P<z>\d{4})년\s?|(?:내년|이듬해|다음\s해)\s)?(?:(?P<n>\d{1,2})월\s?)?(?P<e>\d{1,2})일"
)
_MONTH = "|".join(MONTHS)
_RANGE_EN = regex(
    rf"\b(?P<m>(?:{_MONTH})[a-z]*)\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s(?:to|through|until)\s(?P<n>(?:{_MONTH})[a-z]*)\.?\s(?P<e>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s(?P<y>\d{{4}}))?(?!\snext)",
    re.IGNORECASE,
)
_POST_AFTER = regex(r"\s(?:[가-힣]{2,8}\s)?([가-힣]{1,4}(?:구청장|군수|시장|도지사))(?![가-힣]*\s?당선)")
_POST_AFTER_EN = regex(r",?\s(?:[Mm]ayor|[Gg]overnor|head)\sof\s([A-Z][a-z]+-(?:gu|gun|si|do))\b")
_FORMER = regex(r"(?:전|전임|former|ex-)\s?(?:[A-Za-z]+\s)?\Z", re.IGNORECASE)
# Bounds set by hand, wide on purpose: what lies outside is a misread scale, not a rate of some year.
_WON_PER_DOLLAR = (500, 2000)
# Parts of lower confidence are some of a total's parts, not all.
_WHOLE_LIST = 0.9


def crosscheck(
    segments: Sequence[Segment], mentions: Sequence[Mention], relations: Sequence[Relation]
) -> list[Finding]:
    """The findings of a document, in reading order."""
    found = [
        *_parts_that_do_not_add_up(relations),
        *_directions(segments, relations),
        *_percentages(segments, mentions),
        *_exchanges(relations),
        *_two_values(segments, relations),
        *_calendar(mentions),
        *_two_posts(segments, mentions),
        *_spellings(mentions),
    ]
    return sorted(found, key=_reading_order)


def _reading_order(finding: Finding) -> tuple[int, str, str]:
    at = finding.mention_a.start if isinstance(finding.mention_a, Mention) else -1
    return at, finding.kind, finding.message


def _parts_that_do_not_add_up(relations: Sequence[Relation]) -> Iterator[Finding]:
    """A total whose bracketed parts have another sum. Shares of less than 1 % are rounding."""
    parts: defaultdict[Mention, list[Mention]] = defaultdict(list)
    for relation in relations:
        if (
            relation.relation == "part_of"
            and relation.confidence >= _WHOLE_LIST
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
            message_ko = f"{total.text}의 내역을 더하면 {total.row.value_krw:,}원이 아니라 {added:,}원"
            yield Finding("parts_mismatch", "warning", message, total, of[0], message_ko)


def _directions(segments: Sequence[Segment], relations: Sequence[Relation]) -> Iterator[Finding]:
    """`expanded from 8.4 billion won to 5.1 billion won`: the verb goes one way and the figures the other."""
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
            verb_ko = "늘었다" if says_up else "줄었다"
            message_ko = f"글은 {verb_ko}고 하지만 금액은 {old.text} → {new.text}"
            yield Finding("direction_conflict", "warning", message, old, new, message_ko)


def _percentages(segments: Sequence[Segment], mentions: Sequence[Mention]) -> Iterator[Finding]:
    """A share behind a change that is neither of the new sum nor of the old one, nor of any other of its sentence."""
    sums: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
    for m in mentions:
        if m.type == "amount" and m.row is not None and m.row.value_krw and m.row.value_max_krw is None:
            sums[m.segment, segments[m.segment].view.sentence_at(m.view_start)[0]].append(m)
    for (index, _), here in sums.items():
        text = segments[index].view.text
        for change in here:
            told = _SHARE.match(text, change.view_end)
            others = [m.row.value_krw for m in here if m is not change and m.row.basis == "total"] if told else []
            if told is None or not others:
                continue
            share, value = float(told["share"]), change.row.value_krw
            room = max(0.06, share * 0.02, 0.6 / 10 ** len(told["share"].partition(".")[2]))
            bases = {base for other in others for base in (other, other - value, other + value) if base > 0}
            if all(abs(100 * value / base - share) > room for base in bases):
                other = next(m for m in here if m is not change and m.row.basis == "total")
                right = ", ".join(
                    f"{100 * value / base:.1f}%"
                    for base in sorted({other.row.value_krw - value, other.row.value_krw} - {0})
                )
                message = f"{change.text} is given as {told['share']}%, but beside {other.text} it is {right}"
                message_ko = f"{change.text}: {told['share']}%라고 하지만 {other.text}에 견주면 {right}"
                yield Finding("percentage_mismatch", "warning", message, change, other, message_ko)


def _exchanges(relations: Sequence[Relation]) -> Iterator[Finding]:
    """Won and dollars for one sum at a rate that never was."""
    for relation in relations:
        if relation.relation != "equals" or isinstance(relation.subject, str) or isinstance(relation.object, str):
            continue
        both = {end.row.currency: end for end in (relation.subject, relation.object)}
        won, dollars = both.get("KRW"), both.get("USD")
        if won is None or dollars is None or not won.row.value_krw or not dollars.row.value:
            continue
        rate = won.row.value_krw / float(dollars.row.value)
        if not _WON_PER_DOLLAR[0] < rate < _WON_PER_DOLLAR[1]:
            message = f"{won.text} for {dollars.text} is {rate:,.2f} won a dollar"
            message_ko = f"{won.text}, {dollars.text}: 1달러에 {rate:,.2f}원"
            yield Finding("exchange_mismatch", "warning", message, won, dollars, message_ko)


def _two_values(segments: Sequence[Segment], relations: Sequence[Relation]) -> Iterator[Finding]:
    """Two sums that are both called the total cost of one program, for the same year, in one language."""
    totals: defaultdict[tuple[str, str, int | None], list[Mention]] = defaultdict(list)
    changed = {end for r in relations if r.relation in ("changed_from", "part_of") for end in (r.subject, r.object)}
    for relation in relations:
        amount, program = relation.subject, relation.object
        if relation.relation != "funds" or isinstance(amount, str) or isinstance(program, str) or amount in changed:
            continue
        text = segments[amount.segment].view.text
        if amount.row.value_krw and _TOTAL_COST.search(text, max(0, amount.view_start - 30), amount.view_start):
            totals[program.entity_id, amount.lang, amount.row.year].append(amount)
    for amounts in totals.values():
        first = amounts[0]
        for other in amounts[1:]:
            if other.row.value_krw != first.row.value_krw and {first.row.qualifier, other.row.qualifier} == {"exact"}:
                message = f"the total cost is {first.text} here and {other.text} there"
                yield Finding(
                    "two_values", "warning", message, first, other, f"총사업비가 서로 다름: {first.text} / {other.text}"
                )
                break


def _calendar(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Days of the week that do not fit their date, and ends that are written before their start."""
    for m in mentions:
        row = m.row
        if (
            m.type != "date"
            or row is None
            or getattr(row, "granularity", "") != "day"
            or row.start is None
            or row.end is None
        ):
            continue
        if _ends_early(m.text):
            message, message_ko = f"{m.text} ends before it starts", f"{m.text}: 끝이 시작보다 앞섬"
            yield Finding("end_before_start", "warning", message, m, None, message_ko)
            continue
        told = [_WEEKDAYS[(w[1] or w[2] or w[3]).lower()] for w in _WEEKDAY.finditer(m.text)]
        days = [row.start] if row.start == row.end else [row.start, row.end]
        for weekday, day in zip(told, days, strict=False):
            if len(told) == len(days) and day.weekday() != weekday:
                message = f"{m.text}: {day.isoformat()} is a {_NAMES[day.weekday()]}"
                message_ko = f"{m.text}: 이날({day.isoformat()})은 {_HANGUL[day.weekday()]}요일"
                yield Finding("weekday_mismatch", "warning", message, m, None, message_ko)
                break


def _ends_early(text: str) -> bool:
    """Whether a range is written with its end before its start: in one month or, with one year for both, in one year."""
    ko, en = _RANGE_KO.search(text), _RANGE_EN.search(text)
    if ko:
        month, day, other_month, other_day = int(ko["m"]), int(ko["d"]), int(ko["n"] or ko["m"]), int(ko["e"])
        return (month == other_month and other_day < day) or bool(ko["y"] and not ko["z"] and other_month < month)
    if en:
        months = [MONTHS[en[name][:3].lower()] for name in ("m", "n") if en[name]]
        same = len(set(months)) == 1
        return (same and int(en["e"]) < int(en["d"])) or bool(en["y"] and not same and months[1] < months[0])
    return False


def _two_posts(segments: Sequence[Segment], mentions: Sequence[Mention]) -> Iterator[Finding]:
    """One person as the head of two areas, each said right beside the name."""
    held: defaultdict[tuple[str, str], dict[str, Mention]] = defaultdict(dict)
    for m in mentions:
        if m.type != "official" or m.row is None or not m.entity_id or getattr(m.row, "status", "") != "incumbent":
            continue
        text = segments[m.segment].view.text
        post = _POST_AFTER.match(text, m.view_end) if m.lang == "ko" else _POST_AFTER_EN.match(text, m.view_end)
        former = _FORMER.search(text, max(0, m.view_start - 12), m.view_start)
        if post and not former:
            held[m.entity_id, m.lang].setdefault(post[1], m)
    for posts in held.values():
        (first, a), *others = posts.items()
        for other, b in others[:1]:
            message = f"{a.row.canonical} is head of {first} here and of {other} there"
            yield Finding(
                "two_posts", "warning", message, a, b, f"{a.row.canonical}의 직위가 서로 다름: {first} / {other}"
            )


def _spellings(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Further spellings in Latin letters of one official's full name, once each."""
    seen: defaultdict[str, dict[frozenset[str], Mention]] = defaultdict(dict)
    for m in mentions:
        if m.type == "official" and m.lang == "en" and m.entity_id and m.row is not None:
            words = frozenset(re.sub(r"[^a-z ]", "", m.text.casefold().replace("-", "")).split())
            if len(words) == 2 and getattr(m.data, "form", "") != "short":
                seen[m.entity_id].setdefault(words, m)
    for spellings in seen.values():
        first, *others = spellings.values()
        for other in others:
            message = f"{first.text} is also spelt {other.text}"
            yield Finding(
                "name_variant", "info", message, first, other, f"같은 이름을 달리 적음: {first.text} / {other.text}"
            )
