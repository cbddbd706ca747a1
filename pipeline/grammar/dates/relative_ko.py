"""Korean points that lean on another day or on a calendar of their own: `사흘 전`, `어제`, `추석`; and dates in words."""

from __future__ import annotations

from typing import Any

from pipeline.grammar.dates import patterns_ko as ko
from pipeline.grammar.dates.expressions import Point
from pipeline.grammar.dates.moments import Moment

DIGITS = {c: i for i, c in enumerate("영일이삼사오육칠팔구")} | {"공": 0}


def relative_day(text: str, start: int) -> Point | None:
    m = ko.DAY_WORD.match(text, start)
    if not m or (start and "가" <= text[start - 1] <= "힣"):
        return None
    if m["same"]:
        word = "".join(m["same"].split())
        return Point(m.end(), Moment(same_day=True, day_after=ko.SAME_DAY[word]), "same_day")
    return Point(m.end(), Moment(day_shift=ko.DAY_WORDS["".join(m["day"].split())]), "day_word")


def turn_of_year(text: str, start: int) -> Point | None:
    m = ko.TURN_OF_YEAR.match(text, start)
    if not m or (start and "가" <= text[start - 1] <= "힣"):
        return None
    if not m["part"]:
        return Point(m.end(), Moment(year_shift=0), "within")
    return Point(m.end(), Moment(year_shift=0, part=ko.PARTS[m["part"]]), "part")


def back(text: str, start: int) -> Point | None:
    m = ko.BACK.match(text, start)
    if not m or (start and (text[start - 1].isdigit() or text[start - 1] in ".,~∼-")):
        return None
    if m["way"] != "전" and ko.NOUN_BEFORE.search(text, max(0, start - 2), start):
        return None
    sign = -1 if m["way"] == "전" else 1
    if m["days"]:
        return Point(m.end(), Moment(back=(sign * ko.DAY_COUNTS[m["days"]], "day")), "back")
    n, unit = int(m["n"]) if m["n"].isdigit() else ko.COUNTS[m["n"]], ko.UNITS[m["unit"]]
    if unit == "year" and (n > ko.LONGEST_MEMORY or ko.COMPARED.match(text, m.end())):
        return None
    weekday = ko.WEEKDAYS.index(m["weekday"]) if m["weekday"] and unit == "week" else None
    end = m.end() if weekday is not None or not m["weekday"] else m.end("way")
    return Point(end, Moment(back=(sign * n, unit), weekday=weekday), "back")


def holiday(text: str, start: int) -> Point | None:
    if text[start].isdigit() and text[start] != "3":
        return None
    if start and "가" <= text[start - 1] <= "힣":
        return None
    mod = ko.HOLIDAY_MOD.match(text, start)
    if mod:
        return holiday_at(text, mod.end(), {"direction": ko.DIRECTIONS.get(mod[1], 0)})
    return holiday_at(text, start, {})


def holiday_at(text: str, at: int, fields: dict[str, Any]) -> Point | None:
    m = ko.HOLIDAY.match(text, at)
    if not m or (m["name"] == "설" and ko.NAME_BEFORE.search(text, max(0, at - 3), at)):
        return None
    return Point(m.end(), Moment(**fields, holiday=ko.HOLIDAYS["".join(m["name"].split())]), "holiday")


def in_words(text: str, start: int) -> Point | None:
    """Dates spelled in Hangul: `이천이십일년 오월 삼십일일`."""
    m = ko.HANGUL_DATE.match(text, start)
    if not m or (not m["year"] and not m["day"]) or (start and "가" <= text[start - 1] <= "힣"):
        return None
    year = _number(m["year"]) if m["year"] else None
    if year is not None and not 1000 <= year <= 9999:
        return None
    month = {"시": 10, "유": 6}.get(m["month"]) or _number(m["month"]) if m["month"] else None
    day = _number(m["day"]) if m["day"] else None
    return Point(m.end(), Moment(year=year, month=month, day=day), "words")


def _number(word: str) -> int:
    """`천구백구십구` is 1999, `이십일` 21."""
    total, digit = 0, 0
    for c in word:
        if c in DIGITS:
            digit = DIGITS[c]
        else:
            total += (digit or 1) * {"십": 10, "백": 100, "천": 1000}[c]
            digit = 0
    return total + digit
