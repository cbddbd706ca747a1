"""The day that an article's dates count from: its publication, else what its own text fixes.

Without a publication date two kinds of evidence serve. A full date whose month (and day) the text also calls this
year's fixes the year (`January 1, 2021` … `January 1 this year`). A milestone of an elected term that the text calls
reached (`marked the first 100 days of the 8th elected term`, `민선 8기 출범 1주년을 맞아`) lies close to the article's day;
so does one counted in office (`marks 100 days in office`, `취임 1주년`), where the text names the term.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from pipeline.grammar.expressions import Expression
from pipeline.grammar.terms import part_of_term

_MILESTONES = ("anniversary", "nth_day", "first_days")
_REACHED = re.compile(r"맞|지난\s|marked|marks|marking|celebrat|completed|passed|[Aa]nniversary", re.IGNORECASE)

# Time counted since a head of local government took office: `취임 100일`, `first anniversary of his inauguration`.
_IN_OFFICE = re.compile(
    r"""
    (?:취임|출범)\s?(?:후\s)?(?: (?P<days>\d{2,4})\s?일(?!자) | (?P<years>[1-4])\s?(?:주년|년(?=[을이\s])) )
    | (?P<days_en>\d{2,4}|hundred)(?:th)?\sdays?\s(?:in\soffice|since\s(?:taking|[a-z]+\stook)\soffice|(?:since|of|after)\s(?:[a-z]+\s)?inauguration)
    | (?P<years_en>one|two|three|first|second|third)\s(?:years?|anniversary)\s(?:in\soffice|(?:of|since|after)\s(?:[a-z]+\s){0,2}(?:inauguration|taking\soffice|launch))
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COUNT = {"one": 1, "two": 2, "three": 3, "first": 1, "second": 2, "third": 3, "hundred": 100}
_MOST_DAYS = 1461


def anchor_of(
    published: datetime.date | None, dates: Sequence[tuple[Expression, str, str]], texts: Iterable[str] = ()
) -> tuple[datetime.date | None, str]:
    """The anchor and its precision (day, month, year) from the dates of an article, (expression, text before, text
    from it on), and its texts. None where nothing fixes it."""
    if published is not None:
        return published, "day"
    return _from_this_year(dates) or _from_milestone(dates) or _from_office(dates, texts) or (None, "day")


def _from_this_year(dates: Sequence[tuple[Expression, str, str]]) -> tuple[datetime.date, str] | None:
    moments = [expression.first for expression, _, _ in dates]
    this_year = {(m.month, m.day) for m in moments if m.year_shift == 0 and m.month}
    years = {
        m.year
        for m in moments
        if m.year and m.month and ((m.month, m.day) in this_year or (m.month, None) in this_year)
    }
    if len(years) != 1:
        return None
    year = years.pop()
    return (datetime.date(year, 1, 1), "year") if year else None


def _from_milestone(dates: Sequence[tuple[Expression, str, str]]) -> tuple[datetime.date, str] | None:
    for expression, before, text in dates:
        moment = expression.first
        if moment.term is not None and moment.term_part in _MILESTONES and _REACHED.search(before + text):
            return part_of_term(moment.term, moment.term_part, moment.term_n).end, "month"
    return None


def _from_office(
    dates: Sequence[tuple[Expression, str, str]], texts: Iterable[str]
) -> tuple[datetime.date, str] | None:
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
