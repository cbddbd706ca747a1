"""English points: the readers that tell what date begins at an offset of a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from pipeline.grammar.dates import patterns_en as en
from pipeline.grammar.dates import words_en as words
from pipeline.grammar.dates.expressions import Point, century
from pipeline.grammar.dates.moments import Moment
from pipeline.grammar.dates.relative_en import (
    decade,
    distance,
    named_day,
    part,
    part_of_year,
    quarter,
    relative,
    trimmed,
    weekday_with,
    with_year,
)
from pipeline.grammar.dates.terms_en import read_term
from pipeline.grammar.dates.words_en import cardinal, month_number, ordinal, weekday


def read_point(text: str, start: int) -> Point | None:
    """What begins at an offset, read by the first reader that can."""
    if start >= len(text):
        return None
    for reader in _readers(text, start):
        point = reader(text, start)
        if point is not None:
            return point
    return None


def _beside(text: str, start: int) -> Point | None:
    """A day counted from another, or the week that holds one: `two weeks before Christmas`, `the week of April 10`."""
    m = en.WEEK_OF.match(text, start)
    of = read_point(text, m.end()) if m else None
    if of and of.moment.unit == "day" and of.lead is None:
        return replace(of, moment=replace(of.moment, part="week"), rule="week_of")
    m = en.OFFSET.match(text, start)
    base = read_point(text, m.end()) if m else None
    if m is None or base is None or base.moment.unit != "day" or base.lead is not None:
        return None
    n = cardinal(m["n"] or "one") or 1
    offset = (n if m["way"].lower() in ("after", "from") else -n, m["unit"].lower())
    return replace(base, moment=replace(base.moment, offset=offset), rule="offset")


def _numeric(text: str, start: int) -> Point | None:
    m = en.ISO.match(text, start)
    if m:
        return Point(m.end(), Moment(year=int(m["year"]), month=int(m["month"]), day=int(m["day"])), "numeric")
    m = en.SLASHED.match(text, start)
    if m:
        a, b = int(m["a"]), int(m["b"])
        if len(m["year"]) == 2 and m["dash"] != "/":
            return None
        month, day = (b, a) if a > 12 or (m["dash"] == "." and b <= 12) else (a, b)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        year = int(m["year"]) if len(m["year"]) == 4 else century(int(m["year"]))
        return Point(m.end(), Moment(year=year, month=month, day=day), "numeric")
    m = en.NINE_ELEVEN.match(text, start)
    if m:
        return Point(m.end(), Moment(year=2001, month=9, day=11), "named")
    m = en.MONTH_DAY.match(text, start)
    # A fraction (`1/2`) has no leading zero and no day past the twelfth, and follows no preposition of time.
    if m and (
        (m[0].count("0") and m[0][0] == "0") or int(m["day"]) > 12 or text[max(0, start - 3) : start] in ("on ", "by ")
    ):
        return Point(m.end(), Moment(month=int(m["month"]), day=int(m["day"])), "numeric")
    m = en.YEAR_MONTH.match(text, start)
    return Point(m.end(), Moment(year=int(m["year"]), month=int(m["month"])), "numeric") if m else None


def _month_day(text: str, start: int) -> Point | None:
    m = en.MONTH_FIRST.match(text, start)
    if not m:
        return None
    if m["month"] == "may" and not re.search(r"st|nd|rd|th", m["day"]):
        return None
    day = ordinal(m["day"])
    moment = Moment(month=month_number(m["month"]), day=day, weekday=weekday(m["weekday"]))
    lead = replace(moment, day=ordinal(m["day0"])) if m["day0"] else None
    point = with_year(text, m.end(), moment, "month_day", lead)
    return (
        replace(point, lead=replace(lead, year=point.moment.year, year_shift=point.moment.year_shift))
        if lead
        else point
    )


def _day_month(text: str, start: int) -> Point | None:
    m = en.DAY_FIRST.match(text, start)
    if not m:
        return None
    moment = Moment(day=ordinal(m["day"]), weekday=weekday(m["weekday"]))
    if m["month"]:
        moment = replace(moment, month=month_number(m["month"]))
    else:
        moment = replace(moment, month_shift=words.SHIFTS[m["shift"].lower()])
    lead = replace(moment, day=ordinal(m["day0"])) if m["day0"] else None
    if lead is not None and m["and"] and (moment.day or 0) - (lead.day or 0) != 1:
        return Point(m.end("day0"), lead, "day_month")  # two days apart from each other; the second is read next
    return with_year(text, m.end(), moment, "day_month", lead) if m["month"] else Point(m.end(), moment, "day", lead)


def _month(text: str, start: int) -> Point | None:
    m = en.SHIFTED_MONTH.match(text, start)
    if m:
        shift = m["shift"].lower().split()[-1]
        moment = Moment(month=month_number(m["month"]), direction=words.SHIFTS[shift])
        return Point(m.end(), replace(moment, year_shift=0) if shift == "this" else moment, "month")
    m = en.MONTH.match(text, start)
    if not m:
        return None
    end = m.end() - (m[0].endswith(".") and len(m[0]) > 5)
    point = with_year(text, end, Moment(month=month_number(m[0])), "month")
    if point.moment.year is not None or point.moment.year_shift is not None:
        return point
    if not m[0][0].isupper() or en.NAME_AFTER.match(text, end):
        return None
    weak = (len(m[0].rstrip(".")) <= 4 and m[0] not in ("June", "July")) or m[0] == "March"
    if weak and not en.MONTH_AFTER.search(text, max(0, start - 12), start):
        return None
    return point


def _ordinal_day(text: str, start: int) -> Point | None:
    m = en.ORDINAL_DAY.match(text, start)
    if not m or not 1 <= int(m["day"]) <= 31 or not en.ORDINAL_AFTER.match(text, m.end()):
        return None
    if not en.ORDINAL_BEFORE.search(text, max(0, start - 22), start) and not m["day0"]:
        return None
    moment = Moment(day=int(m["day"]))
    return Point(m.end(), moment, "day", replace(moment, day=int(m["day0"])) if m["day0"] else None)


def _weekday_alone(text: str, start: int) -> Point | None:
    m = en.WEEKDAY.match(text, start)
    if not m or (
        en.WEEKDAY_NOT.search(text, max(0, start - 8), start) and text[max(0, start - 3) : start].lower() != "on "
    ):
        return None
    return Point(m.end(), Moment(weekday=weekday(m["weekday"])), "weekday")


def _year(text: str, start: int) -> Point | None:
    m = en.YEAR_LEADS.match(text, start)
    if m:
        day = ordinal(m["day"]) if m["day"] else None
        return Point(m.end(), Moment(year=int(m["year"]), month=month_number(m["month"]), day=day), "month_day")
    m = en.SPELLED_YEAR.match(text, start)
    if m:
        alone = en.COUNT_NOUN.match(text, m.end()) is None and en.YEAR_BEFORE.search(text, max(0, start - 9), start)
        return Point(m.end(), Moment(year=words.spelled_year(m["century"], m["rest"])), "year") if alone else None
    m = en.FISCAL.match(text, start)
    if m and (m["year"] or m["short"]):
        return Point(m.end(), Moment(year=int(m["year"]) if m["year"] else century(int(m["short"][-2:]))), "year")
    m = en.YEAR_RANGE_SHORT.match(text, start)
    if m and int(m["year"]) > int(m["year0"]) % 100:
        first = int(m["year0"])
        return Point(m.end(), Moment(year=first // 100 * 100 + int(m["year"])), "year", Moment(year=first))
    m = en.YEAR.match(text, start)
    if not m or en.COUNT_NOUN.match(text, m.end()):
        return None
    strong = en.YEAR_BEFORE.search(text, max(0, start - 9), start)
    if not strong and not m["year0"] and en.YEAR_NOT_BEFORE.search(text, max(0, start - 20), start):
        return None
    lead = Moment(year=int(m["year0"])) if m["year0"] else None
    return Point(m.end("year"), Moment(year=int(m["year"])), "year", lead)


def _holiday(text: str, start: int) -> Point | None:
    m = en.HOLIDAY.match(text, start)
    if not m:
        return None
    name = m["name"].lower().replace("’", "'")
    key = words.HOLIDAYS.get(name) or next(
        (v for k, v in words.HOLIDAYS.items() if k.replace("'", "") == name.replace("'", "")), ""
    )
    return with_year(text, trimmed(text, m.end()), Moment(holiday=key), "holiday") if key else None


_Reader = Callable[[str, int], Point | None]
_READERS: tuple[_Reader, ...] = (
    read_term,
    _numeric,
    _beside,
    weekday_with,
    _month_day,
    _day_month,
    part_of_year,
    quarter,
    _holiday,
    part,
    _month,
    _ordinal_day,
    named_day,
    distance,
    relative,
    _weekday_alone,
    decade,
    _year,
)
_MONTHS = "jfmasond"
_WEEKDAYS = "mtwfs"
_ORDINALS = "".join(word[0] for word in words.ORDINALS)
# The letters (in lower case) that each reader's expressions begin with.
_FIRSTS: dict[_Reader, str] = {
    read_term: "tpcedm" + _ORDINALS,
    weekday_with: "tnl" + _WEEKDAYS + _ORDINALS,
    _month_day: _MONTHS + _WEEKDAYS,
    _day_month: "t" + _WEEKDAYS + _ORDINALS,
    part_of_year: "thl" + _ORDINALS + "".join(word[0] for word in words.SEASONS),
    quarter: "tq" + _ORDINALS,
    _holiday: "".join(word[0] for word in words.HOLIDAYS),
    part: "tylw" + "".join(word[0] for word in words.PARTS),
    _month: _MONTHS + "ltnpc",
    _ordinal_day: "t",
    named_day: "otyd",
    distance: "".join(word[0] for word in words.CARDINALS),
    _beside: "tw" + "".join(word[0] for word in words.CARDINALS),
    relative: "".join(word[0] for word in words.SHIFTS),
    _weekday_alone: _WEEKDAYS,
    _year: "fnt",
}
_BY_LETTER: dict[str, tuple[_Reader, ...]] = {
    letter: tuple(r for r in _READERS if letter.lower() in _FIRSTS.get(r, ""))
    for low in "abcdefghijklmnopqrstuvwxyz"
    for letter in (low, low.upper())
}
# The readers of expressions that begin with figures, by what stands after these.
_FOUR_FIGURES: tuple[_Reader, ...] = (_numeric, quarter, decade, _year)
_ORDINAL_FIGURES: tuple[_Reader, ...] = (read_term, weekday_with, _day_month, part_of_year, quarter, _ordinal_day)
_FIGURES: tuple[_Reader, ...] = (_numeric, _beside, _day_month, part_of_year, quarter, _ordinal_day, distance)


def _readers(text: str, start: int) -> tuple[_Reader, ...]:
    """The readers that may know what begins here, in their order."""
    first = text[start : start + 1]
    if not first.isdecimal():
        return _BY_LETTER.get(first, _READERS)
    if text[start : start + 4].isdecimal() and len(text) - start >= 4:
        return _FOUR_FIGURES
    m = en.ORDINAL_NEXT.match(text, start)
    return _ORDINAL_FIGURES if m else _FIGURES
