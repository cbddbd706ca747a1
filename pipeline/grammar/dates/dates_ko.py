"""Korean date expressions in a text: where they are and what they say, before the article's day is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.dates import patterns_ko as ko
from pipeline.grammar.dates.expressions import Expression, Point
from pipeline.grammar.dates.moments import FUTURE, UNKNOWN, Moment, completed
from pipeline.grammar.dates.points_ko import numeric, read_point, weekday_end
from pipeline.grammar.dates.starts_ko import DIGIT_START, NUMERIC_START, WORD_START


def find(text: str) -> Iterator[Expression]:
    """The date expressions of a text, in order, without overlaps."""
    at = 0
    starts = sorted([m.start() for p in (DIGIT_START, NUMERIC_START, WORD_START) for m in p.finditer(text)])
    for start in starts:
        if start < at:
            continue
        point = read_point(text, start)
        if point is None:
            continue
        expression = _extended(text, start, point)
        at = expression.end
        yield expression


def _extended(text: str, start: int, point: Point) -> Expression:
    """A point with what follows it: the other end of a range, a counted period, `까지`, `부터`."""
    if point.lead is not None:
        until = ko.UNTIL.match(text, point.end)
        end = until.end() if until else point.end
        return Expression(start, end, point.rule, completed(point.lead, point.moment), point.moment, "interval")
    if ko.TAIL.match(text, point.end) is None:
        return Expression(start, point.end, point.rule, point.moment, kind=_kind(point))
    counted = ko.COUNTED.match(text, point.end)
    if counted and point.moment.unit in ("day", "month", "year"):
        return Expression(start, counted.end(), "counted", point.moment, kind="interval", count=_count(counted))
    other = _other_end(text, point)
    if other is not None:
        until = ko.UNTIL.match(text, other.end)
        last = completed(other.moment, point.moment)
        return Expression(start, until.end() if until else other.end, "range", point.moment, last, "interval")
    following = _following_day(text, point)
    if following is not None:
        last = completed(following.moment, point.moment)
        return Expression(start, following.end, point.rule, point.moment, last, "interval")
    for pattern, kind in ((ko.DEADLINE, "deadline"), (ko.SINCE, "since")):
        tail = pattern.match(text, point.end)
        if tail and not (point.moment.unit == "day" and ko.WITHIN.search(tail[0])):
            lean = UNKNOWN if tail[0].endswith(ko.RELATED) else FUTURE
            return Expression(start, tail.end(), point.rule, point.moment, kind=kind, lean=lean)
    return Expression(start, point.end, point.rule, point.moment, kind=_kind(point))


def _kind(point: Point) -> str:
    """`연내` is a limit; part of a term an interval, one of its days a point."""
    if point.rule == "within":
        return "deadline"
    return "interval" if point.moment.term_part not in ("", "anniversary", "nth_day") else "point"


def _following_day(text: str, point: Point) -> Point | None:
    """The very next day, named after this one: `28일과 29일`."""
    joint = ko.JOINT.match(text, point.end) if point.moment.day is not None else None
    other = read_point(text, joint.end()) if joint and text[joint.end() : joint.end() + 1].isdigit() else None
    if other is None or not other.moment.bare_day or other.lead is not None:
        return None
    return other if (other.moment.day or 0) - (point.moment.day or 0) == 1 else None


def _count(counted: re.Match[str]) -> tuple[int, str]:
    if counted[3]:
        return ko.DAY_COUNTS[counted[3]], "day"
    return int(counted[1]) if counted[1].isdigit() else ko.COUNTS[counted[1]], ko.UNITS[counted[2]]


def _other_end(text: str, point: Point) -> Point | None:
    """The point that ends a range which begins with `point`, if one follows."""
    time = ko.TIME.match(text, point.end)
    at = time.end() if time else point.end
    dash = ko.RANGE.match(text, at)
    between = None if dash else ko.BETWEEN.match(text, at)
    joint = dash or between
    if joint is None:
        return None
    other = None
    if point.rule == "numeric":
        rest = ko.NUMERIC_REST.match(text, joint.end())
        full = numeric(text, joint.end())
        until_month = ko.NUMERIC_MONTH.match(text, joint.end()) if point.moment.day is None else None
        if until_month:
            month_only = Moment(year=int(until_month["year"]), month=int(until_month["month"]))
            return Point(until_month.end(), month_only, "numeric")
        if rest and not full:
            month = int(rest["month"]) if rest["month"] else None
            other = Point(weekday_end(text, rest.end()), Moment(month=month, day=int(rest["day"])), "numeric")
    other = other or read_point(text, joint.end())
    if other is None or (other.lead is not None) or other.moment.term is not None:
        return None
    if between and not re.match(r"\s?사이", text[other.end : other.end + 3]):
        return None
    if "에서" in joint[0] and not ko.UNTIL.match(text, other.end):
        return None
    return other
