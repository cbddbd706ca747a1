"""English points that lean on another: `next month`, `the end of 2022`, `the first Sunday of May`, halves and quarters."""

from __future__ import annotations

from dataclasses import replace

from pipeline.grammar.dates import patterns_en as en
from pipeline.grammar.dates import words_en as words
from pipeline.grammar.dates.expressions import Point
from pipeline.grammar.dates.moments import Moment
from pipeline.grammar.dates.words_en import cardinal, month_number, ordinal, weekday


def with_year(text: str, at: int, moment: Moment, rule: str, lead: Moment | None = None) -> Point:
    """The moment with the year that follows it, if one does: `, 2021`, `last year`."""
    m = en.YEAR_TAIL.match(text, at)
    if not m:
        return Point(at, moment, rule, lead)
    if m["year"]:
        return Point(m.end(), replace(moment, year=int(m["year"])), rule, lead)
    return Point(m.end(), replace(moment, year_shift=words.SHIFTS[m["shift"].lower()]), rule, lead)


def trimmed(text: str, at: int) -> int:
    """The offset without the white space before it."""
    while at and text[at - 1].isspace():
        at -= 1
    return at


def named_day(text: str, start: int) -> Point | None:
    m = en.SAME_DAY.match(text, start)
    if m:
        return Point(m.end(), Moment(same_day=True, day_after=int(bool(m["next"]))), "same_day")
    m = en.DAY_WORD.match(text, start)
    return Point(m.end(), Moment(day_shift=words.DAY_WORDS[m["day"].lower()]), "day_word") if m else None


# Years. What is counted in more of them is an age, not a point on the calendar (`500 years ago`).
_LONGEST_MEMORY = 50


def distance(text: str, start: int) -> Point | None:
    m = en.AGO.match(text, start)
    if m:
        n, unit = cardinal(m["n"]) or 1, m["unit"].lower()
        n, unit = (10 * n, "year") if unit == "decade" else (n, unit)
        if unit == "year" and n > _LONGEST_MEMORY:
            return None
        return Point(m.end(), Moment(back=(-n if m["way"].lower() in ("ago", "earlier") else n, unit)), "back")
    m = en.IN_TIME.match(text, start)
    if m and en.IN_TIME_BEFORE.search(text, max(0, start - 70), start):
        return Point(m.end(), Moment(back=(cardinal(m["n"]) or 1, m["unit"].lower())), "back")
    return None


def relative(text: str, start: int) -> Point | None:
    m = en.RELATIVE.match(text, start)
    if not m or (m["shift"].lower() in ("past", "current") and not (m["weekday"] or m["shift"].lower() == "current")):
        return None
    shift = words.SHIFTS[m["shift"].lower()]
    if m["season"]:
        return Point(
            m.end(),
            Moment(season=words.SEASONS[m["season"].lower()], direction=shift, year_shift=None if shift else 0),
            "season",
        )
    if m["weekday"]:
        if len(m["weekday"]) < 6 and not m["weekday"].endswith("."):
            return None
        moment = Moment(weekday=weekday(m["weekday"]))
        moment = (
            replace(moment, week_shift=0)
            if shift == 0
            else replace(moment, week_shift=1)
            if m["shift"].lower() == "next" and not m["the"]
            else replace(moment, direction=shift)
        )
        return Point(m.end(), moment, "weekday")
    unit = m["unit"].lower()
    if unit == "decade":
        return None
    moment = _shifted(unit, shift)
    named = unit == "year" and m["shift"].lower() in ("previous", "following")
    return Point(m.end(), replace(moment, from_named=True) if named else moment, "relative")


def _shifted(unit: str, shift: int) -> Moment:
    return {
        "year": Moment(year_shift=shift),
        "month": Moment(month_shift=shift),
        "week": Moment(week_shift=shift),
        "weekend": Moment(week_shift=shift, weekend=True),
        "quarter": Moment(quarter_shift=shift),
        "half": Moment(half_shift=shift),
    }[unit]


def part(text: str, start: int) -> Point | None:
    """`early 2024`, `the end of next month`, `mid-May`, `year-end`."""
    m = en.YEAR_END.match(text, start)
    if m:
        return Point(m.end(), Moment(year_shift=0, part="late"), "part")
    m = en.YEAR_BESIDE.match(text, start)
    if m:
        shift = 1 if m["way"].lower() == "after" else -1
        return Point(m.end(), Moment(year_shift=shift, from_named=True), "relative")
    m = en.WITHIN.match(text, start)
    if m:
        return Point(m.end(), _shifted(m["unit"].lower(), 0), "within")
    m = en.PART.match(text, start)
    if not m:
        return None
    of = _unit(text, m.end())
    return Point(of.end, replace(of.moment, part=words.PARTS[m["part"].lower()]), "part") if of else None


def _unit(text: str, at: int) -> Point | None:
    """A named month, year, decade, or `the year`, `next month`."""
    m = en.THE_UNIT.match(text, at)
    if m:
        return Point(m.end(), _shifted(m["unit"].lower(), words.SHIFTS[(m["shift"] or "this").lower()]), "relative")
    m = en.MONTH.match(text, at)
    if m:
        return with_year(
            text, m.end() - (m[0].endswith(".") and len(m[0]) > 5), Moment(month=month_number(m[0])), "month"
        )
    ten_years = decade(text, at)
    if ten_years:
        return ten_years
    m = en.YEAR_NUMBER.match(text, at)
    return Point(m.end(), Moment(year=int(m[0])), "year") if m else None


def part_of_year(text: str, start: int) -> Point | None:
    """Halves, quarters and seasons with their year."""
    m = en.HALF.match(text, start)
    if m:
        number = 1 if m["n"].lower() in ("first", "1st") else 2
        at = m.end() - (4 if text[m.end() - 4 : m.end()] == " the" else 0)
        year = en.YEAR_TAIL.match(text, at)
        return with_year(text, at, Moment(half=number), "half") if year else None
    m = en.HALF_ALONE.match(text, start)
    if m:
        year_half = en.HALF_BEFORE.search(text, max(0, start - 12), start)
        if not year_half or en.GAME.search(text, max(0, start - 80), start + 80):
            return None
        return Point(m.end(), Moment(half=1 if m["n"].lower() == "first" else 2), "half")
    m = en.HALF_CODE.match(text, start)
    if m:
        return with_year(text, m.end() - 1, Moment(half=int(m["a"] or m["b"])), "half")
    m = en.SEASON.match(text, start)
    return with_year(text, m.end(), Moment(season=words.SEASONS[m["season"].lower()]), "season") if m else None


def quarter(text: str, start: int) -> Point | None:
    m = en.QUARTER_CODE.match(text, start)
    if m:
        moment = Moment(quarter=int(m["a"] or m["b"]), year=int(m["year"]) if m["year"] else None)
        at = trimmed(text, m.end())
        return Point(at, moment, "quarter") if m["year"] else with_year(text, at, moment, "quarter")
    m = en.QUARTER.match(text, start)
    if not m:
        return None
    number = ordinal(m["n"]) or 4
    point = with_year(text, m.end(), Moment(quarter=number if number > 0 else 4), "quarter")
    if point.moment.year is not None or point.moment.year_shift is not None:
        return point
    # A quarter of a match or a share of a sum has no `in the` before and an `of` behind.
    alone = number > 0 and not m["of"] and en.IN_THE.search(text, max(0, start - 12), start)
    return point if alone else None


def weekday_with(text: str, start: int) -> Point | None:
    """A weekday that a week, a day or a month tells apart: `Friday next week`, `Thursday the 21st`, `the first Sunday of May`."""
    m = en.WEEKDAY_OF.match(text, start)
    if m:
        shift = words.SHIFTS[(m["shift"] or m["shift2"]).lower()]
        return Point(m.end(), Moment(week_shift=shift, weekday=weekday(m["weekday"] or m["weekday2"])), "weekday")
    m = en.WEEKDAY_DAY.match(text, start)
    if m and 1 <= int(m["day"]) <= 31:
        return Point(m.end(), Moment(day=int(m["day"]), weekday=weekday(m["weekday"])), "weekday")
    m = en.NTH.match(text, start)
    if not m:
        return None
    of = _unit(text, m.end())
    if of is None:
        return None
    named = weekday(m["weekday"])
    weekend = m["weekend"] is not None
    nth_week = not weekend and named is None
    moment = replace(of.moment, nth=ordinal(m["nth"]), nth_week=nth_week, weekend=weekend, weekday=named)
    return Point(of.end, moment, "nth")


def decade(text: str, start: int) -> Point | None:
    m = en.DECADE.match(text, start)
    if not m:
        return None
    return Point(m.end(), Moment(year=int(m["full"]) if m["full"] else 1900 + int(m["short"]), decade=True), "decade")
