"""What a text says about a point of the calendar, and what that means once the article's day is known.

A `Moment` holds the words' content; a `Reference` what else is known (the article's day, the tense of the clause, the
moment named before); grammar.resolving
joins them.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from pipeline.grammar.dates.calendar import Period

PAST, FUTURE, UNKNOWN = -1, 1, 0


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or period as written. None: not said. Shifts count from the article's day (`year_shift=-1`: last year).

    weekday: Monday 0. nth: which of the weekdays or weeks in the period (-1: the last). half, quarter, season: from 1.
    part: early | mid | late | first_day | last_day | week (the one that holds the day). direction: the words `지난` (-1) and `오는` (1). back: `3주 전` is
    (-3, "week"); offset counts so from the day that the other fields name (`two weeks before Christmas`). holiday: a key of
    grammar.calendar. term, term_part, term_n: 민선 N기 and its part. same_day: `이날`; from_named: the year counts from the
    one named before it in the sentence (`전년`, `the previous year`).
    day_after: days from that day (`다음날`). effective: the day that an appointment takes effect (`1일자`).
    """

    year: int | None = None
    year_shift: int | None = None
    decade: bool = False
    school: bool = False
    month: int | None = None
    month_shift: int | None = None
    day: int | None = None
    day_shift: int | None = None
    week_shift: int | None = None
    weekend: bool = False
    weekday: int | None = None
    nth: int | None = None
    nth_week: bool = False
    half: int | None = None
    quarter: int | None = None
    quarter_shift: int | None = None
    half_shift: int | None = None
    season: int | None = None
    part: str = ""
    direction: int = UNKNOWN
    back: tuple[int, str] | None = None
    offset: tuple[int, str] | None = None
    from_named: bool = False
    holiday: str = ""
    term: int | None = None
    term_part: str = ""
    term_n: int = 0
    same_day: bool = False
    day_after: int = 0
    effective: bool = False

    @property
    def unit(self) -> str:
        """The granularity that the words name."""
        if self.term is not None:
            return "term"
        if self.back and self.weekday is None:
            return "day" if self.back[1] in ("day", "week") else self.back[1]
        if self.part == "week":
            return "week"
        if self.day is not None or self.day_shift is not None or self.holiday or self.same_day:
            return "day"
        if self.weekday is not None or self.part.endswith("_day") or self.weekend:
            return "day"
        if self.week_shift is not None or self.nth_week:
            return "week"
        if self.month is not None or self.month_shift is not None:
            return "month"
        if self.quarter or self.quarter_shift is not None or self.season:
            return "quarter"
        if self.half or self.half_shift is not None:
            return "half"
        return "decade" if self.decade else "year"

    @property
    def floats(self) -> bool:
        """Whether the year is left to the context."""
        return self.year is None and self.year_shift is None and self.month_shift is None and self.term is None

    @property
    def counts_from_day(self) -> bool:
        """Whether only the article's very day can tell what is meant: `어제`, `지난주`, `금요일`."""
        counted = (self.day_shift, self.week_shift, self.back, self.quarter_shift, self.half_shift)
        alone = self.weekday is not None and self.nth is None and self.day is None
        return alone or any(c is not None for c in counted)

    @property
    def bare_day(self) -> bool:
        return self.day is not None and self.month is None and self.month_shift is None


@dataclass(frozen=True, slots=True)
class Reference:
    """What a moment may be completed by.

    anchor: the article's day, or a day that fixes its year or month only (`precision`: day | photo, the month and so
    its days | month | year).
    tense: PAST, FUTURE or UNKNOWN. near: the period named before in the same sentence. last_day: named_year: the year named
    last in the sentence as such. last_day: the last day named in the article, for `이날`. report: the day is that of the announcement (`31일 밝혔다`); announced: it may be
    (`시는 31일 … 연다고 밝혔다`). known: the days named before with their month. patience: how many days back a bare day
    of a past clause may lie; news gives the month of what is older, so beyond it the day is rather one ahead.
    """

    anchor: datetime.date | None = None
    precision: str = "day"
    tense: int = UNKNOWN
    near: Period | None = None
    named_year: int | None = None
    last_day: datetime.date | None = None
    report: bool = False
    announced: bool = False
    known: Sequence[datetime.date] = ()
    patience: int = 21


@dataclass(frozen=True, slots=True)
class Resolved:
    """The period (None: unknown), its EDTF text, and how it was known: a value of the column `resolution`."""

    period: Period | None
    edtf: str
    how: str


@lru_cache(maxsize=4096)
def moment_of(**fields: Any) -> Moment:
    """The Moment of these fields. A year has few days: the same ones come again, and looking up costs a tenth of making."""
    return Moment(**fields)


def completed(moment: Moment, by: Moment) -> Moment:
    """A moment with the coarser fields that the other end of its range names: `9월 1일부터 10일`, `23-24 September`."""
    if moment.term is not None or not moment.floats or moment.day_shift is not None or moment.back is not None:
        return moment
    fills: dict[str, Any] = {}
    if moment.month is None and moment.day is not None and (by.month is not None or by.month_shift is not None):
        fills |= {"month": by.month, "month_shift": by.month_shift}
    if by.month_shift is None and not by.decade and (by.year is not None or by.year_shift is not None):
        fills |= {"year": by.year, "year_shift": by.year_shift}
    if moment.weekday is not None and moment.day is None and moment.week_shift is None:
        fills["week_shift"] = by.week_shift
    return replace(moment, **fills) if fills else moment


def open_edtf(m: Moment) -> str:
    """What is known of a moment whose year, or year and month, is not: `XXXX-05-31`, `XXXX-XX-02`, `XXXX-33`."""
    year = f"{m.year:04}" if m.year is not None else "XXXX"
    if m.bare_day:
        return f"{year}-XX-{m.day:02}"
    if m.month is not None:
        return f"{year}-{m.month:02}" + (f"-{m.day:02}" if m.day is not None else "")
    if m.quarter:
        return f"{year}-{32 + m.quarter}"
    if m.half:
        return f"{year}-{39 + m.half}"
    if m.season:
        return f"{year}-{20 + m.season}"
    if m.unit in ("day", "week"):
        return "XXXX-XX-XX"
    return "XXXX-XX" if m.unit == "month" else year
