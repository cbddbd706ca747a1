"""Elected terms of Korean local government: 민선 N기 and its parts.

Source: Local Government Act and its supplementary provisions. The first elected term ran three years from 1 July 1995,
each later one four years from 1 July 1998 + 4·(N - 2).
"""

from __future__ import annotations

import datetime
from functools import cache

from pipeline.grammar.dates.calendar import DAY, Period, add_months, day, interval

HIGHEST = 20


@cache
def term(number: int) -> Period:
    first = datetime.date(1995 if number == 1 else 1998 + 4 * (number - 2), 7, 1)
    return interval(first, add_months(first, 36 if number == 1 else 48) - DAY, "term")


def term_on(date: datetime.date) -> int | None:
    """The elected term in office on a day; None before the first."""
    return next((number for number in range(1, HIGHEST + 1) if term(number).start <= date <= term(number).end), None)


def part_of_term(number: int, part: str, n: int = 0) -> Period:
    """Part of a term: `first_half`, `second_half`, `nth_year` (its n-th year), `first_days` (its first n days),
    `first_years`, `last_years`, `anniversary` (the day n years after it began), `nth_day` (its n-th day: the 100th is
    8 October)."""
    whole = term(number)
    middle = add_months(whole.start, 24)
    if part == "first_half":
        return interval(whole.start, middle - DAY, "term")
    if part == "second_half":
        return interval(middle, whole.end, "term")
    if part == "nth_year":
        return interval(add_months(whole.start, 12 * (n - 1)), add_months(whole.start, 12 * n) - DAY, "year")
    if part == "first_years":
        return interval(whole.start, add_months(whole.start, 12 * n) - DAY, "term")
    if part == "last_years":
        return interval(add_months(whole.end + DAY, -12 * n), whole.end, "term")
    if part == "first_days":
        return interval(whole.start, whole.start + (n - 1) * DAY, "day")
    if part == "anniversary":
        return day(add_months(whole.start, 12 * n))
    if part == "nth_day":
        return day(whole.start + (n - 1) * DAY)
    return whole
