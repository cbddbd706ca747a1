"""English date expressions in a text: where they are and what they say, before the article's day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.grammar.dates import patterns_en as en
from pipeline.grammar.dates.expressions import Expression, Point
from pipeline.grammar.dates.moments import FUTURE, UNKNOWN, Moment, completed
from pipeline.grammar.dates.points_en import read_point
from pipeline.grammar.dates.relative_en import with_year
from pipeline.grammar.dates.starts_en import DIGIT_START, NUMERIC_START, WORD_START
from pipeline.grammar.dates.terms_en import narrowed
from pipeline.grammar.dates.words_en import cardinal


def find(text: str) -> Iterator[Expression]:
    """The date expressions of a text, in order, without overlaps."""
    at = 0
    digits = [m.start() for pattern in (DIGIT_START, NUMERIC_START) for m in pattern.finditer(text)]
    letters = [m.start() for m in WORD_START.finditer("\n" + text)]  # offsets of the characters before, one off
    starts = sorted(digits + letters)
    for start in starts:
        if start < at or (start and text[start - 1].isalnum()):
            continue
        point = read_point(text, start)
        if point is None:
            continue
        for expression in _listed(text, _extended(text, start, point, at)):
            at = expression.end
            yield expression


def _extended(text: str, start: int, point: Point, floor: int) -> Expression:
    """A point with the words around it: the other end of a range, a counted period, `by`, `since`."""
    if point.moment.term is not None:
        return narrowed(text, start, point, floor)
    words = text[max(floor, start - 20) : start].split()
    led = bool(words) and words[-1].lstrip('([“‘"').lower() in en.LEADING
    before = en.BEFORE.search(text, max(floor, start - 20), start) if led else None
    kind, lean = ("deadline", FUTURE) if point.rule == "within" else ("point", UNKNOWN)
    if before and before["deadline"]:
        kind, lean = "deadline", en.LEANS.get(before["deadline"].lower(), UNKNOWN)
    elif before and before["since"] and not _compares(text, before, point):
        kind, lean = "since", en.LEANS.get(before["since"].split()[0].lower(), UNKNOWN)
    lead = point.lead
    counted = (
        en.COUNT_FROM.search(text, max(floor, start - 30), start)
        if lead is None and led and words[-1].lower() in ("from", "the")
        else None
    )
    if counted:
        return Expression(counted.start(), point.end, "counted", point.moment, kind="interval", count=_count(counted))
    begin = before.start() if before else start
    if lead is not None:
        return Expression(begin, point.end, point.rule, completed(lead, point.moment), point.moment, "interval")
    other = _other_end(text, point, bool(before and before["between"]))
    if other is not None:
        first, last = completed(point.moment, other.moment), completed(other.moment, point.moment)
        return Expression(begin, other.end, "range", first, last, "interval")
    duration = en.FOR.match(text, point.end)
    if duration and kind == "since" and point.moment.unit in ("day", "month"):
        return Expression(begin, duration.end(), "counted", point.moment, kind="interval", count=_count(duration))
    return Expression(begin, point.end, point.rule, point.moment, kind=kind, lean=lean)


def _compares(text: str, before: re.Match[str], point: Point) -> bool:
    """Whether `from` names what is compared with: `up 3 percent from last year`."""
    moment = point.moment
    past = (moment.year_shift or 0) < 0 or (moment.month_shift or 0) < 0 or (moment.back or (0, ""))[0] < 0
    is_from = before["since"].lower() == "from"
    return is_from and past and en.CHANGED.search(text, max(0, before.start() - 70), before.start()) is not None


def _listed(text: str, expression: Expression) -> list[Expression]:
    """A day with the days listed after it: one range where they follow each other (`the 8th and 9th`), else each."""
    first = expression.first
    more = en.LISTED.match(text, expression.end) if first.day and expression.last is None else None
    if more is None or first.day is None or expression.count or not en.ORDINAL_AFTER.match(text, more.end()):
        return [expression]
    found = list(en.LISTED_DAY.finditer(text, more.start(), more.end()))
    days = [first.day, *(int(m[0]) for m in found)]
    if days != sorted(set(days)) or not 1 <= days[-1] <= 31:
        return [expression]
    year = with_year(text, more.end(), replace(first, day=days[-1], weekday=None), expression.rule)
    first = replace(first, year=year.moment.year, year_shift=year.moment.year_shift)
    if days == list(range(days[0], days[-1] + 1)):
        return [replace(expression, end=year.end, first=first, last=year.moment, kind="interval")]
    rest = [
        replace(expression, start=m.start(), end=m.end(), first=replace(first, day=int(m[0]), weekday=None))
        for m in found
    ]
    return [replace(expression, first=first), *rest]


def _count(counted: re.Match[str]) -> tuple[int, str]:
    return cardinal(counted["n"]) or 1, counted["unit"].lower()


def _other_end(text: str, point: Point, between: bool) -> Point | None:
    joint = (between and en.AND.match(text, point.end)) or en.RANGE.match(text, point.end)
    if joint is None:
        return None
    at = joint.end()
    other = read_point(text, at)
    if other is None and point.moment.day is not None:
        m = en.DAY_NUMBER.match(text, at)
        if m and 1 <= int(m[1]) <= 31:
            other = with_year(text, m.end(), Moment(day=int(m[1])), "day")
    if other is None or other.lead is not None or other.moment.term is not None:
        return None
    if other.moment.unit == "year" and point.moment.unit in ("day", "month") and point.moment.floats:
        return None
    return other
