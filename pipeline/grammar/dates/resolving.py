"""Moments → periods: completes what a text leaves open by the article's day, the tense and what was named before.

Nothing is guessed: what stays open is `X` in the EDTF text.
"""

from __future__ import annotations

import datetime

from pipeline.grammar.dates import calendar, terms
from pipeline.grammar.dates.calendar import DAY, Period
from pipeline.grammar.dates.moments import FUTURE, PAST, UNKNOWN, Moment, Reference, Resolved, open_edtf

# Days. What a past clause names less than four months ahead is ahead: news calls an older month last year's.
_SOON, _LONG_PAST, _HALF_A_YEAR = 120, 60, 183
# A bare day of a notice read more than so many days after it, early in the month, is the next month's.
_LATE_IN_MONTH, _EARLY_DAYS = 20, 10
# A bare day of a future clause that lies behind is meant where the next one is so many times as far.
_FARTHER = 2


def resolve(moment: Moment, ref: Reference) -> Resolved:
    """The moment's period; where the reference does not allow it, the EDTF text says what is known."""
    try:
        period, how = _period(moment, ref)
    except (ValueError, OverflowError):
        period, how = None, "unresolved"
    if period is None:
        return Resolved(None, open_edtf(moment), "unresolved")
    if moment.offset:
        period = _offset(period.start, moment.offset)
    if moment.part:
        period = calendar.part_of(period, moment.part)
    return Resolved(period, period.edtf, how)


def _period(m: Moment, ref: Reference) -> tuple[Period | None, str]:
    if m.term is not None:
        return terms.part_of_term(m.term, m.term_part, m.term_n), "term"
    if m.same_day:
        base = ref.last_day or (ref.anchor if ref.precision == "day" else None)
        return (calendar.day(base + m.day_after * DAY) if base else None), "inherited"
    relative = _from_day(m, ref)
    if relative is not None:
        return relative, "relative"
    if m.counts_from_day:
        return None, "unresolved"
    year, month, how = _year_and_month(m, ref)
    if m.bare_day and (month is None or m.year is None):
        return _bare_day(m, ref)
    if year is None:
        return None, "unresolved"
    if m.holiday:
        date = calendar.holiday(m.holiday, year)
        return (calendar.day(date) if date else None), how
    if month is not None:
        return _in_month(m, year, month), how
    return _in_year(m, year), how


def _from_day(m: Moment, ref: Reference) -> Period | None:
    """What counts in days or weeks from the article's day: `어제`, `지난주 금요일`, `3일 전`."""
    if m.back and m.back[1] == "year" and ref.anchor is not None:
        return calendar.year(ref.anchor.year + m.back[0])
    anchor = ref.anchor if ref.precision == "day" else None
    if anchor is None:
        return None
    if m.day_shift is not None:
        return calendar.day(anchor + m.day_shift * DAY)
    if m.week_shift is not None:
        within = calendar.week(anchor + m.week_shift * 7 * DAY)
        if m.weekend:
            return calendar.weekend(within.start)
        return within if m.weekday is None else calendar.day(within.start + m.weekday * DAY)
    if m.quarter_shift is not None or m.half_shift is not None:
        shifted = calendar.add_months(anchor.replace(day=1), 3 * (m.quarter_shift or 0) + 6 * (m.half_shift or 0))
        if m.half_shift is not None:
            return calendar.half(shifted.year, (shifted.month + 5) // 6)
        return calendar.quarter(shifted.year, (shifted.month + 2) // 3)
    if m.back:
        counted = _back(m.back, anchor)
        return counted if m.weekday is None else calendar.day(calendar.week(counted.start).start + m.weekday * DAY)
    if m.weekday is not None and m.nth is None and m.day is None:
        beside = anchor + m.direction * DAY  # `다음 화요일` said on a Tuesday is not today
        return calendar.day(_nearest_weekday(m.weekday, beside, m.direction or ref.tense))
    return None


def _back(back: tuple[int, str], anchor: datetime.date) -> Period:
    n, unit = back
    if unit == "month":
        shifted = calendar.add_months(anchor, n)
        return calendar.month(shifted.year, shifted.month)
    return calendar.day(anchor + n * (7 if unit == "week" else 1) * DAY)


def _offset(start: datetime.date, offset: tuple[int, str]) -> Period:
    """The day that lies so many days, weeks, months or years from another."""
    n, unit = offset
    if unit in ("day", "week"):
        return calendar.day(start + n * (7 if unit == "week" else 1) * DAY)
    return calendar.day(calendar.add_months(start, n * (12 if unit == "year" else 1)))


def _nearest_weekday(weekday: int, anchor: datetime.date, direction: int) -> datetime.date:
    ahead = (weekday - anchor.weekday()) % 7
    if direction == FUTURE:
        return anchor + ahead * DAY
    behind = (anchor.weekday() - weekday) % 7
    if direction == PAST or behind <= ahead:
        return anchor - behind * DAY
    return anchor + ahead * DAY


def _year_and_month(m: Moment, ref: Reference) -> tuple[int | None, int | None, str]:
    """Year and month, completed by the anchor, else by what was named before; and how."""
    anchor = ref.anchor
    if m.month_shift is not None:
        if anchor is None or ref.precision == "year":
            return None, None, "unresolved"
        shifted = calendar.add_months(anchor.replace(day=1), m.month_shift)
        return shifted.year, shifted.month, "relative"
    if m.year is not None:
        return m.year, m.month, "explicit"
    if m.year_shift is not None:
        named = (m.from_named and ref.named_year) or (anchor.year if anchor else None)
        return (named + m.year_shift if named is not None else None), m.month, "relative"
    if m.bare_day:
        return None, None, "unresolved"
    if ref.near is not None and not m.direction and _continues(ref.near, ref.anchor, ref.tense):
        return ref.near.start.year, m.month, "inherited"
    if anchor is None:
        return None, m.month, "unresolved"
    return _year_by_tense(m, ref, anchor), m.month, "inherited"


def _continues(near: Period, anchor: datetime.date | None, tense: int) -> bool:
    """Whether a month takes its year from the period before it: without an anchor always, else where that period
    names another year than the article's own (`2019년 3월 … 5월`) and the tense does not look the other way (`작년 말
    시작한 공사가 9월에 끝난다`)."""
    if anchor is None:
        return True
    return near.start.year != anchor.year and (near.start.year - anchor.year) * tense >= 0


def _named(m: Moment, year: int) -> Period | None:
    """The period of a floating moment in a year; None where that year has no such day."""
    if m.month and m.day:
        return calendar.day(datetime.date(year, m.month, m.day)) if calendar.exists(year, m.month, m.day) else None
    if m.month:
        return calendar.month(year, m.month)
    if m.holiday:
        day = calendar.holiday(m.holiday, year)
        return calendar.day(day) if day else None
    return _in_year(m, year)


def _year_by_tense(m: Moment, ref: Reference, anchor: datetime.date) -> int:
    """The anchor's year, or the one before or after it where tense or `지난`/`오는` ask for it."""
    direction = m.direction or ref.tense
    if ref.precision == "year":
        return anchor.year
    named = _named(m, anchor.year)
    if named is None:  # 29 February: the nearest year that has it; no year has a 31st
        return next((y for y in _around(anchor.year) if _named(m, y)), anchor.year)
    ahead, behind = (named.start - anchor).days, (anchor - named.end).days
    if m.effective:
        return anchor.year + (behind > _HALF_A_YEAR) - (ahead > _HALF_A_YEAR)
    year = _year_by_direction(m, direction, anchor, named)
    return _year_of_weekday(m, year, anchor) if m.weekday is not None and m.day is not None else year


def _year_of_weekday(m: Moment, year: int, anchor: datetime.date) -> int:
    """The year beside a far-off one in which the day falls on the weekday that the text names."""
    for candidate in (year, year - 1, year + 1):
        named = _named(m, candidate)
        if named is None or (candidate == year and abs((named.start - anchor).days) <= _LONG_PAST):
            return year
        if named.start.weekday() == m.weekday:
            return candidate
    return year


def _year_by_direction(m: Moment, direction: int, anchor: datetime.date, named: Period) -> int:
    ahead, behind = (named.start - anchor).days, (anchor - named.end).days
    if direction == PAST and ahead > 0:
        # A past verb may govern another word than a day soon to come (`7월 1일자 인사를 단행했다`, printed in May).
        return anchor.year - (m.direction == PAST or ahead > _SOON)
    if direction == FUTURE and named.end < anchor.replace(day=1):
        # A future verb may govern another word than this date; only what lies well behind moves on.
        return anchor.year + (m.direction == FUTURE or behind > _LONG_PAST)
    if direction == UNKNOWN and not m.holiday:
        # Eight months: nearer to the same month of the next year.
        return anchor.year - (ahead > 245) + (behind > 245)
    return anchor.year


def _around(year: int) -> list[int]:
    return [year + step * sign for step in range(1, 9) for sign in (-1, 1)]


def _bare_day(m: Moment, ref: Reference) -> tuple[Period | None, str]:
    """`31일`: in the month named before it in the sentence, else the month that tense and weekday ask for."""
    assert m.day is not None
    near = ref.near
    if near is not None and not m.direction and not ref.report and near.granularity in ("day", "month"):
        base = near.end
        follows = near.granularity == "month" or m.day >= near.start.day
        if follows and calendar.exists(base.year, base.month, m.day):
            return calendar.day(base.replace(day=m.day)), "inherited"
    named = [d for d in ref.known if d.day == m.day] if m.effective else []
    if named:
        return calendar.day(named[-1]), "inherited"
    if (
        ref.anchor is not None
        and ref.precision == "photo"
        and calendar.exists(ref.anchor.year, ref.anchor.month, m.day)
    ):
        return calendar.day(ref.anchor.replace(day=m.day)), "inherited"
    if ref.anchor is None or ref.precision != "day":
        return None, "unresolved"
    return calendar.day(_day_near(m, ref, ref.anchor)), "inherited"


def _day_near(m: Moment, ref: Reference, anchor: datetime.date) -> datetime.date:
    """The bare day in the month that weekday, tense and distance ask for: the anchor's own, if they do not."""
    assert m.day is not None
    months = [calendar.add_months(anchor.replace(day=1), n) for n in (0, -1, 1, -2, 2)]
    days = [first.replace(day=m.day) for first in months if calendar.exists(first.year, first.month, m.day)]
    if m.weekday is not None:
        days = [d for d in days if d.weekday() == m.weekday] or days
    if m.effective:
        return min(days, key=lambda d: abs((d - anchor).days))
    # News prints an announcement within the week.
    recent = [d for d in days if 0 <= (anchor - d).days <= 7]
    if ref.announced and recent and not m.direction:
        return recent[0]
    past, ahead = [d for d in days if d <= anchor], [d for d in days if d >= anchor]
    if m.direction == PAST or ref.report:
        return (past or days)[0]
    if m.direction == FUTURE:
        return (ahead or days)[0]
    if ref.tense == FUTURE:
        # News says `다음 달` of what is far ahead: a day just behind was meant (`13일 선포해 … 지원받는다`).
        just_behind = ahead and past and (ahead[0] - anchor).days > _FARTHER * (anchor - past[0]).days
        return past[0] if just_behind and past[0] == days[0] else (ahead or days)[0]
    if ref.tense == PAST:
        return next((d for d in past if (anchor - d).days <= ref.patience), days[0])
    if m.day <= _EARLY_DAYS and (anchor - days[0]).days > _LATE_IN_MONTH and ahead:
        return ahead[0]
    return days[0]


def _in_month(m: Moment, year: int, month: int) -> Period:
    whole = calendar.month(year, month)
    if m.day is not None:
        return calendar.day(datetime.date(year, month, m.day))
    return _nth(m, whole)


def _nth(m: Moment, whole: Period) -> Period:
    if m.nth is None:
        return whole
    if m.weekend:
        saturday = calendar.nth_weekday(whole, 5, m.nth)
        return calendar.weekend(saturday.start) if saturday else whole
    if m.nth_week:
        within = calendar.nth_week(whole, m.nth)
        return within if m.weekday is None else calendar.day(within.start + m.weekday * DAY)
    if m.weekday is None:
        return whole
    return calendar.nth_weekday(whole, m.weekday, m.nth) or whole


def _in_year(m: Moment, year: int) -> Period:
    if m.nth is not None:
        return _nth(m, calendar.year(year))
    if m.quarter:
        return calendar.quarter(year, m.quarter)
    if m.half:
        return calendar.half(year, m.half)
    if m.season:
        return calendar.season(year, m.season)
    if m.decade:
        return calendar.decade(year)
    return calendar.school_year(year) if m.school else calendar.year(year)
