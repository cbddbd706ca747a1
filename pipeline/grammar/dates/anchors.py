"""The day that an article's dates count from: its publication, else what its own text fixes.

Without a publication date six kinds of evidence serve, the first that is there:
a full date whose month (and day) the text also calls this year's (`January 1, 2021` … `January 1 this year`); a milestone
of an elected term that the text calls reached (`after 100 days of the 8th elected term`, `민선 8기 출범 1주년을
맞아`); one counted in office (`marks 100 days in office`), where the text names the term; the day of the announcement itself
(`announced on March 2, 2022`); a photograph's credit (`2020.08.13 kim@lamp.example`), whose month is the article's; and full dates that the text speaks of as current (`2022년 3월 2일 시행에 들어갔다`, `as of March
2, 2022`, a day with its hour or its deadline) or that are several and all of one year. What names a founding or a birth
(`1995년 3월 1일 개관`) is history and fixes nothing, nor do bare years.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from pipeline.grammar.dates import terms
from pipeline.grammar.dates.calendar import exists
from pipeline.grammar.dates.expressions import Expression
from pipeline.grammar.dates.terms import part_of_term
from pipeline.grammar.regex import regex

# A date expression of an article, the text before it, and the text from it on.
_Dated = tuple[Expression, str, str]

_MILESTONES = ("anniversary", "nth_day", "first_days")
_REACHED = regex(r"맞|지난\s|marked|marks|marking|celebrat|completed|passed|[Aa]nniversary", re.IGNORECASE)

# Time counted since a head of local government took office: `취임 100일`, `first anniversary of his inauguration`.
_IN_OFFICE = regex(
    r"""
    (?:취임|출범)\s?(?:후\s)?(?: (?P<days>\d{2,4})\s?일(?!자) | (?P<years>[1-4])\s?(?:주년|년(?=[을이\s])) )
    | (?P<days_en>\d{2,4}|hundred)(?:th)?\sdays?\s(?:in\soffice|since\s(?:taking|[a-z]+\stook)\soffice|(?:since|of|after)\s(?:[a-z]+\s)?inauguration)
    | (?P<years_en>one|two|three|first|second|third)\s(?:years?|anniversary)\s(?:in\soffice|(?:of|since|after)\s(?:[a-z]+\s){0,2}(?:inauguration|taking\soffice|launch))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LAUNCHED = regex(r"출범|취임|launch|inaugurat|took\soffice|began|started", re.IGNORECASE)
_COUNT = {"one": 1, "two": 2, "three": 3, "first": 1, "second": 2, "third": 3, "hundred": 100}
_MOST_DAYS = 1461

# Right after a full date: what makes it the announcement's day, current, or history.
_ANNOUNCED = regex(
    r"\s?(?:\([^()]{1,4}\)\s?)?(?:이같이\s|이렇게\s)?(?:밝혔|밝힌|전했|발표했|발표한|공고했|고시했|공시했|알렸)"
)
_ANNOUNCED_EN = regex(
    r"\b(?:announced|said|reported|published|released|disclosed)\s(?:[a-z]+\s)?(?:on\s)?\Z", re.IGNORECASE
)
# What is counted or in force on a day; an hour that belongs to it; the heading of a timetable; where to apply till then.
_NOW = regex(
    r"""
    \s?\)?\s?(?:\([^()]{1,4}\)\s?)?(?:을|에|자로|부로|부터)?\s?(?:말\s)?(?:본격\s|전면\s)?
    (?:현재|기준|시행|발효|적용|공포|개정|제정|공고|고시|[가-힣「」()\d ]{0,16}앞(?:두|서|둔))
    """,
    re.VERBOSE,
)
_NOW_BEFORE = regex(
    r"""(?:공고일|기준일|시행일|고시일|발효일)(?:은|는|이|인)?\s?[:：(（]?\s?$ | (?:시행|발효|공포)\s?[(（]$
      | \b(?:as\sof|effective(?:\s(?:on|from))?|(?:took|takes|take|taking|went|goes|go|came|comes)\s(?:in)?(?:to\s)?(?:effect|force)(?:\s(?:on|from))?
        |enforced\s(?:on|from|since))\s(?:the\s)?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_NOW_LEAD = regex(r"(?:as\sof|effective)\s", re.IGNORECASE)
_HOUR = regex(
    r"\s?(?:\([^()]{1,4}\)\s?)?(?:(?:오전|오후|낮)\s\d|\d{1,2}(?:시(?!간)|:\d\d)|(?:에\s)?(?:열린다|열리는|연다|개최(?:한다|된다|할|될)))"
)
_HOUR_EN = regex(r"\s?(?:,\s)?(?:at|from)\s(?:\d{1,2}(?::\d\d)?\s?[ap]\.?m|noon)", re.IGNORECASE)
_HEADED = regex(r"(?:마감일?|기한|일시|일정|기간|접수|[Ww]hen|[Dd]eadline)(?:은|는|\sis)?\s?[:：]?\s?\Z")
_APPLY = regex(
    r"신청|접수|공모|모집|제출|납부|응모|\b(?:appl(?:y|ied|ications?)|regist|submit|sign\sup|accepted|receive)",
    re.IGNORECASE,
)
# The day under a photograph, with its maker's address.
_CREDIT = regex(
    r"(?P<y>20\d\d)[.-]\s?(?P<m>\d{1,2})[.-]\s?(?P<d>\d{1,2})\.?\s{1,2}(?:[가-힣]{2,4}\s기자\s?)?[\w.+-]{1,64}@[\w-]"
)
_HISTORY = regex(
    r"설립|창립|창설|창단|창간|개관|개교|개청|개원|개소|태어|출생|출범|준공|착공|사망|별세|타계|순국|승격|지정된|지정됐|건립|독립|전쟁|해방|사건|참사"
    r"|\b(?:founded|established|born|opened|built|completed|died|since|inaugurated)\b",
    re.IGNORECASE,
)
# An effective date in January may be told of in the old year or in the new.
_NEW_YEAR = 1
# A single full date that nothing else supports is taken for history; so many of one year are not.
_SEVERAL = 2


def anchor_of(
    published: datetime.date | None, dates: Sequence[_Dated], texts: Iterable[str] = ()
) -> tuple[datetime.date | None, str]:
    """The anchor and its precision (day, photo, month, year) from the dates of an article, (expression, text before, text
    from it on), and its texts. None where nothing fixes it."""
    if published is not None:
        return published, "day"
    texts = tuple(texts)
    return (
        _from_this_year(dates)
        or _from_milestone(dates)
        or _from_office(dates, texts)
        or _from_announcement(dates)
        or _from_credit(texts)
        or _from_current(dates)
        or (None, "day")
    )


def _from_this_year(dates: Sequence[_Dated]) -> tuple[datetime.date, str] | None:
    moments = [expression.first for expression, _, _ in dates]
    this_year = {(m.month, m.day) for m in moments if m.year_shift == 0 and m.month}
    years = {
        m.year
        for m in moments
        if m.year and m.month and ((m.month, m.day) in this_year or (m.month, None) in this_year)
    }
    return _year(years)


def _from_milestone(dates: Sequence[_Dated]) -> tuple[datetime.date, str] | None:
    for expression, before, text in dates:
        moment = expression.first
        if moment.term is not None and moment.term_part in _MILESTONES and _REACHED.search(before + text):
            return part_of_term(moment.term, moment.term_part, moment.term_n).end, "month"
        named = [e.first.term for e, _, _ in dates if e.first.term is not None]
        if named and moment.year is None and (moment.month, moment.day) == (7, 1) and _LAUNCHED.search(before + text):
            return terms.term(max(named)).start, "year"
    return None


def _from_office(dates: Sequence[_Dated], texts: Iterable[str]) -> tuple[datetime.date, str] | None:
    """The milestone that the text counts in office, in the latest term that it names."""
    number = max((e.first.term for e, _, _ in dates if e.first.term is not None), default=None)
    if number is None:
        return None
    for text in texts:
        for found in _IN_OFFICE.finditer(text):
            days, years = found["days"] or found["days_en"], found["years"] or found["years_en"]
            part, written = ("nth_day", days) if days else ("anniversary", years)
            n = int(written) if written.isdigit() else _COUNT[written.lower()]
            if n <= _MOST_DAYS:
                return part_of_term(number, part, n).end, "month"
    return None


def _from_announcement(dates: Sequence[_Dated]) -> tuple[datetime.date, str] | None:
    """The full date of the announcement, if the text tells just one."""
    days = {
        day
        for dated in dates
        if (day := _full(dated)) and (_ANNOUNCED.match(_after(dated)) or _ANNOUNCED_EN.search(dated[1]))
    }
    day = days.pop() if len(days) == 1 else None
    return (day, "day") if day and _agrees(day.year, dates) else None


def _from_credit(texts: Iterable[str]) -> tuple[datetime.date, str] | None:
    """The month of the credited photographs, if all are of one."""
    months = {
        (int(m["y"]), int(m["m"]))
        for text in texts
        if "@" in text
        for m in _CREDIT.finditer(text)
        if exists(int(m["y"]), int(m["m"]), int(m["d"]))
    }
    return (datetime.date(*months.pop(), 1), "photo") if len(months) == 1 else None


def _from_current(dates: Sequence[_Dated]) -> tuple[datetime.date, str] | None:
    """The year of the dates that the text speaks of as current, else of several full ones that are no history."""
    full = [(day, dated) for dated in dates if (day := _full(dated)) and not _is_history(dated)]
    current = {
        m.year
        for m, dated in ((dated[0].first, dated) for dated in dates)
        if m.year and m.month and m.month > _NEW_YEAR and _is_current(dated) and not _is_history(dated)
    }
    several = {day.year for day, _ in full} if len({day for day, _ in full}) >= _SEVERAL else set()
    for years in (current, several):
        if len(years) == 1 and _agrees(next(iter(years)), dates):
            return _year(years)
    return None


def _year(years: Iterable[int]) -> tuple[datetime.date, str] | None:
    """1 January of the year, where there is just one."""
    found = list(years)
    return (datetime.date(found[0], 1, 1), "year") if len(found) == 1 else None


def _full(dated: _Dated) -> datetime.date | None:
    """The day of a date that names year, month and day."""
    moment = dated[0].first
    if moment.year is None or moment.month is None or moment.day is None:
        return None
    full = exists(moment.year, moment.month, moment.day)
    return datetime.date(moment.year, moment.month, moment.day) if full else None


def _after(dated: _Dated) -> str:
    expression, _, text = dated
    return text[expression.end - expression.start :]


def _is_current(dated: _Dated) -> bool:
    """Whether the words beside a date make it the article's own time; a month only by what is counted or valid then."""
    expression, before, text = dated
    after = _after(dated)
    if _NOW.match(after) or _NOW_BEFORE.search(before) or _NOW_LEAD.match(text):
        return True
    if expression.first.day is None or expression.last is not None:
        return False
    if expression.kind == "deadline":
        return _APPLY.search(before[-30:] + after) is not None
    return any((_HOUR.match(after), _HOUR_EN.match(after), _HEADED.search(before)))


def _is_history(dated: _Dated) -> bool:
    return _HISTORY.search(dated[1][-12:]) is not None or _HISTORY.search(_after(dated)[:20].split(".")[0]) is not None


def _agrees(year: int, dates: Sequence[_Dated]) -> bool:
    """Whether nothing that the text names says that it was written in a later year, or in another term of office."""
    later = any(
        m.year is not None and m.year > year and expression.kind == "point" and expression.last is None and m.day
        for expression, _, _ in dates
        for m in (expression.first,)
    )
    numbers = [e.first.term for e, _, _ in dates if e.first.term is not None]
    in_office = not numbers or terms.term(min(numbers)).start.year <= year <= terms.term(max(numbers)).end.year
    return in_office and not later
