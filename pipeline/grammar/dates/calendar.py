"""Calendar arithmetic: periods with their granularity and EDTF text, and Korea's holidays.

EDTF is ISO 8601-2: `2021-05-31`, `2021-05`, `2021`, `202X` (a decade), `2021-21`…`-24` (seasons from spring),
`2021-33`…`-36` (quarters), `2021-40`, `2021-41` (halves), `A/B` (an interval). All bounds are inclusive.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from functools import cache

GRANULARITIES = ("day", "week", "month", "quarter", "half", "year", "decade", "term")
DAY = datetime.timedelta(days=1)
_LONGER_THAN_MONTHS = ("quarter", "half", "year")
EARLIEST, LATEST = 1000, 9998

# The names that `holidays` gives for Korea, by the words of texts. Substitute holidays carry other names.
_PUBLIC_HOLIDAYS = {
    "chuseok": "Chuseok",
    "seollal": "Korean New Year",
    "buddha": "Buddha's Birthday",
}
# Fixed by the calendar: month and day.
_FIXED = {
    "new_year": (1, 1),
    "independence": (3, 1),
    "labour": (5, 1),
    "children": (5, 5),
    "parents": (5, 8),
    "teachers": (5, 15),
    "memorial": (6, 6),
    "constitution": (7, 17),
    "liberation": (8, 15),
    "seniors": (10, 2),
    "foundation": (10, 3),
    "hangul": (10, 9),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "new_year_eve": (12, 31),
    "valentine": (2, 14),
    "halloween": (10, 31),
}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, the granularity of its name, and its EDTF text."""

    start: datetime.date
    end: datetime.date
    granularity: str
    edtf: str


def day(date: datetime.date) -> Period:
    return Period(date, date, "day", date.isoformat())


def month(year: int, number: int) -> Period:
    last = calendar.monthrange(year, number)[1]
    return Period(datetime.date(year, number, 1), datetime.date(year, number, last), "month", f"{year:04}-{number:02}")


def year(number: int) -> Period:
    return Period(datetime.date(number, 1, 1), datetime.date(number, 12, 31), "year", f"{number:04}")


def decade(first: int) -> Period:
    return Period(datetime.date(first, 1, 1), datetime.date(first + 9, 12, 31), "decade", f"{first // 10}X")


def quarter(of: int, number: int) -> Period:
    last = month(of, number * 3)
    return Period(datetime.date(of, number * 3 - 2, 1), last.end, "quarter", f"{of:04}-{32 + number}")


def half(of: int, number: int) -> Period:
    return Period(datetime.date(of, number * 6 - 5, 1), month(of, number * 6).end, "half", f"{of:04}-{39 + number}")


def season(of: int, number: int) -> Period:
    """Spring (1) from March; winter (4) from December of the year to February of the next."""
    first = datetime.date(of, number * 3, 1)
    last = month(of, number * 3 + 2) if number < 4 else month(of + 1, 2)
    return Period(first, last.end, "quarter", f"{of:04}-{20 + number}")


def school_year(of: int) -> Period:
    """A Korean school year runs from March to February."""
    return interval(datetime.date(of, 3, 1), month(of + 1, 2).end, "year")


def week(holding: datetime.date) -> Period:
    """The week, Monday to Sunday, that holds a day."""
    first = holding - holding.weekday() * DAY
    return interval(first, first + 6 * DAY, "week")


def weekend(holding: datetime.date) -> Period:
    last = week(holding).end
    return interval(last - DAY, last, "day")


def interval(start: datetime.date, end: datetime.date, granularity: str) -> Period:
    return Period(start, end, granularity, f"{start.isoformat()}/{end.isoformat()}")


def add_months(date: datetime.date, n: int) -> datetime.date:
    """The same day n months on, or the month's last day where it has no such day."""
    months = date.year * 12 + date.month - 1 + n
    at, number = divmod(months, 12)
    return datetime.date(at, number + 1, min(date.day, calendar.monthrange(at, number + 1)[1]))


def exists(year_: int, month_: int, day_: int) -> bool:
    return EARLIEST <= year_ <= LATEST and 1 <= month_ <= 12 and 1 <= day_ <= calendar.monthrange(year_, month_)[1]


def part_of(period: Period, part: str) -> Period:
    """What a part of a period names: its `first_day` or `last_day`, the `week` it starts in; of a year, half or quarter the first month
    (`early`: `연초`, `early 2024`) or the last (`late`: `작년 말`, `the end of the year`). Any other part is named too
    vaguely to cut the period, which stays whole: `8월 말` and `mid-May` are their months."""
    if part == "first_day":
        return day(period.start)
    if part == "last_day":
        return day(period.end)
    if part == "week":
        return week(period.start)
    if part == "early" and period.granularity in _LONGER_THAN_MONTHS:
        return month(period.start.year, period.start.month)
    if part == "late" and period.granularity in _LONGER_THAN_MONTHS:
        return month(period.end.year, period.end.month)
    return period


def nth_weekday(within: Period, weekday: int, n: int) -> Period | None:
    """The n-th (from 1; -1: the last) given weekday (Monday 0) of a period, or None."""
    found = within.start + ((weekday - within.start.weekday()) % 7 + (n - 1) * 7) * DAY
    if n < 0:
        found = within.end - ((within.end.weekday() - weekday) % 7) * DAY
    return day(found) if within.start <= found <= within.end else None


def nth_week(within: Period, n: int) -> Period:
    """The n-th week of a period: weeks run Monday to Sunday and belong to the month that holds their Thursday."""
    thursday = nth_weekday(within, 3, n)
    return week(thursday.start if thursday else within.end)


def holiday(name: str, of: int) -> datetime.date | None:
    """The day of a holiday in a year; None where the lunar tables do not reach. `name` is a key of this module."""
    if name in _FIXED:
        return datetime.date(of, *_FIXED[name])
    if name == "thanksgiving":
        found = nth_weekday(month(of, 11), 3, 4)
        return found.start if found else None
    return _lunar(name, of)


@cache
def _lunar(name: str, of: int) -> datetime.date | None:
    import holidays

    wanted = _PUBLIC_HOLIDAYS[name]
    named = holidays.country_holidays("KR", years=of, language="en_US")
    return min((date for date, label in named.items() if wanted in label.split("; ")), default=None)
