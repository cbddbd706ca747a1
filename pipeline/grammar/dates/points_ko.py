"""Korean points: the readers that tell what date begins at an offset of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from pipeline.grammar.dates import patterns_ko as ko
from pipeline.grammar.dates.expressions import Point, century
from pipeline.grammar.dates.moments import Moment, moment_of
from pipeline.grammar.dates.relative_ko import back, holiday, holiday_at, in_words, relative_day, turn_of_year
from pipeline.grammar.dates.terms_ko import read_part_alone, read_term


def read_point(text: str, start: int) -> Point | None:
    """What begins at an offset, read by the first reader that can."""
    if start >= len(text):
        return None
    for reader in _BY_FIRST.get(text[start : start + 1], _READERS):
        point = reader(text, start)
        if point is not None:
            return point
    return None


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a point: where it stops, the Moment's fields it gives, and those of the first end of `12~13일`."""

    end: int
    fields: dict[str, Any]
    lead: dict[str, Any]


_FIGURES = "0123456789’‘'"


def numeric(text: str, start: int) -> Point | None:
    if not ko.NUMERIC_NEXT.match(text, start):
        return None
    m = ko.NUMERIC.match(text, start)
    if m:
        short = m["short"]
        if short and (m["day"] is None or ("." not in m["dash"] and "/" not in m["dash"])):
            return None
        year = int(m["year"]) if m["year"] else century(int(short))
        moment = Moment(year=year, month=int(m["month"]), day=int(m["day"]) if m["day"] else None)
        return Point(weekday_end(text, m.end()), moment, "numeric")
    m = ko.NUMERIC_DAY.match(text, start)
    if m:
        return Point(weekday_end(text, m.end()), Moment(month=int(m["month"]), day=int(m["day"])), "numeric")
    return None


def weekday_end(text: str, at: int) -> int:
    m = ko.WEEKDAY.match(text, at)
    return m.end() if m else at


def _calendar(text: str, start: int) -> Point | None:
    """Year, part of the year, month, day: each may be missing, at least one is there."""
    at = start
    fields: dict[str, Any] = {}
    lead: dict[str, Any] = {}
    mod = ko.MOD.match(text, at) if not text[at : at + 1].isdigit() else None
    if mod:
        at, fields = mod.end(), {"direction": ko.DIRECTIONS[mod[1]]}
    elif _is_counted(text, start):
        return None
    read = ""
    for name, step in _STEPS:
        if read not in _AFTER[name] or (name == "part" and not read and not _opens_part(text, at)):
            continue
        found = step(text, at, read)
        if found is not None:
            at, read = found.end, name
            fields |= found.fields
            lead = found.lead or lead
    if not read:
        return None
    if read == "year":
        feast = holiday_at(text, at + text.startswith(" ", at), fields)
        if feast:
            return feast
    return Point(at, moment_of(**fields), read, moment_of(**fields | lead) if lead else None)


def _is_counted(text: str, start: int) -> bool:
    """Whether the words before say that the number counts or recurs: `매월 1·15일`, `최장 3일`."""
    listed = ko.LIST_BEFORE.search(text, max(0, start - 12), start) if text[start - 1 : start] in ko.JOINTS else None
    start = listed.start() if listed else start
    last = text[max(0, start - 2) : start].rstrip()[-1:]
    return last in ko.NOT_BEFORE_LAST and ko.NOT_BEFORE.search(text, max(0, start - 4), start) is not None


def _opens_part(text: str, at: int) -> bool:
    """Whether a half or a quarter may stand alone here; `초` and seasons want a year."""
    return text.startswith(("상반기", "하반기"), at) or "분기" in text[at : at + 9]


def _year(text: str, at: int, read: str) -> _Step | None:
    in_figures = text[at : at + 1] in _FIGURES
    m = ko.YEARS_SHORT.match(text, at) if in_figures else None
    if m and int(m["year"]) > int(m["year0"]) % 100:
        return _Step(m.end(), {"year": int(m["year0"][:2] + m["year"])}, {"year": int(m["year0"])})
    m = ko.YEAR.match(text, at) if in_figures and not ko.NO_YEAR.match(text, at) else None
    if m:
        fields: dict[str, Any] = {"year": int(m["year"]) if m["year"] else century(int(m["short"] or m["bare"]))}
        if m["decade"] or m[0].rstrip().endswith("대"):
            fields["decade"] = True
        if m["school"]:
            fields["school"] = True
        return _Step(m.end(), fields, {"year": int(m["year0"])} if m["year0"] else {})
    m = None if in_figures else ko.YEAR_WORD.match(text, at)
    if m:
        word = "".join(m["word"].split())
        named = word in ko.FROM_NAMED
        return _Step(m.end(), {"year_shift": ko.YEAR_WORDS[word], "school": bool(m["school"]), "from_named": named}, {})
    return None


def _part_of_year(text: str, at: int, read: str) -> _Step | None:
    m = ko.PART_OF_YEAR.match(text, at)
    if not m or ((m["part"] or m["edge"] or m["season"]) and not read):
        return None
    if m["half"]:
        return _Step(m.end(), {"half": "상하".index(m["half"]) + 1}, {})
    if m["quarter"]:
        return _Step(m.end(), {"quarter": int(m["quarter"])}, {"quarter": int(m["quarter0"])} if m["quarter0"] else {})
    if m["season"]:
        return _Step(m.end(), {"season": ko.SEASONS[m["season"]]}, {})
    return _Step(m.end(), {"part": ko.PARTS[m["part"] or "".join(m["edge"].split())]}, {})


def _month(text: str, at: int, read: str) -> _Step | None:
    m = ko.MONTH.match(text, at)
    if not m:
        return None
    if m["word"]:
        return _Step(m.end(), {"month_shift": ko.MONTH_WORDS["".join(m["word"].split())]}, {})
    return _Step(m.end(), {"month": int(m["month"])}, {"month": int(m["month0"])} if m["month0"] else {})


def _day(text: str, at: int, read: str) -> _Step | None:
    in_month = read == "month"
    if not in_month and text[at : at + 1].isspace():
        return None
    m = ko.DAY.match(text, at)
    listed = _listed(text, at) if m is None or m["day0"] else None
    if listed is not None:
        return listed
    if m:
        if not in_month and int(m["day"]) == 1 and ko.ONE_DAY.match(text, m.end()):
            return None
        fields = {"day": int(m["day"]), "effective": m["effective"] is not None}
        weekday = ko.WEEKDAY.match(text, m.end())
        if weekday:
            fields["weekday"] = ko.WEEKDAYS.index(weekday[1] or weekday[2])
        end = weekday.end() if weekday else m.end()
        # The weekday is the second day's: `12~13일(일)`.
        return _Step(end, fields, {"day": int(m["day0"]), "weekday": None} if m["day0"] else {})
    return _in_month(text, at) if in_month else None


def _listed(text: str, at: int) -> _Step | None:
    """The days of `8·9·10일` as one range; of days that do not follow each other only the first, the others come next."""
    m = ko.LISTED.match(text, at)
    if not m:
        return None
    days = [int(number) for number in ko.NUMBER.findall(m[0])]
    if days != sorted(set(days)) or not 1 <= days[0] <= days[-1] <= 31:
        return None
    if days == list(range(days[0], days[-1] + 1)):
        return _Step(weekday_end(text, m.end()), {"day": days[-1]}, {"day": days[0]})
    return _Step(m.end("day"), {"day": days[0]}, {})


def _in_month(text: str, at: int) -> _Step | None:
    """`초`, `말일`, `셋째 주 토요일` after a month."""
    m = ko.PART.match(text, at)
    if m:
        return _Step(m.end(), {"part": ko.PARTS["".join((m[1] or m[2]).split())]}, {})
    m = ko.NTH.match(text, at)
    if not m:
        return None
    name = m["day"] or m["only"]
    nth = ko.ORDINALS.get(m["nth"]) or int(m["nth"])
    return _Step(
        m.end(),
        {"nth": nth, "nth_week": bool(m["week"]), "weekday": ko.WEEKDAYS.index(name) if name else None},
        {},
    )


def _week(text: str, start: int) -> Point | None:
    m = ko.WEEKEND.match(text, start)
    if m:
        return Point(m.end(), Moment(week_shift=ko.WEEK_WORDS[m[1]], weekend=True), "weekend")
    m = ko.WEEK.match(text, start)
    if m:
        weekday = ko.WEEKDAYS.index(m[4]) if m[4] else None
        moment = Moment(
            week_shift=ko.WEEK_WORDS[m[1]], weekend=bool(m[2]), weekday=weekday, part=ko.PARTS.get(m[3] or "", "")
        )
        return Point(m.end(), moment, "week")
    m = ko.SEASON.match(text, start)
    if m:
        direction = ko.DIRECTIONS.get(m[1], 0)
        return Point(m.end(), Moment(season=ko.SEASONS[m[2]], direction=direction), "season")
    m = ko.QUARTER_WORD.match(text, start)
    if m:
        return Point(m.end(), Moment(quarter_shift=ko.WEEK_WORDS[m[1]]), "quarter")
    at, direction = start, 0
    mod = ko.WEEKDAY_MOD.match(text, start)
    if mod:
        at, direction = mod.end(), ko.DIRECTIONS.get(mod[1], 0)
    m = ko.BARE_WEEKDAY.match(text, at)
    if not m or ko.NOT_BEFORE_WEEK.search(text, max(0, at - 6), at):
        return None
    weekday = ko.WEEKDAYS.index(m[1])
    that_is = ko.THAT_IS.match(text, m.end())
    dated = _calendar(text, that_is.end()) if that_is else None
    if dated and dated.moment.day is not None and dated.lead is None:
        return replace(dated, moment=replace(dated.moment, weekday=weekday))
    if mod and mod[1] == "이번":
        return Point(m.end(), Moment(week_shift=0, weekday=weekday), "weekday")
    return Point(m.end(), Moment(weekday=weekday, direction=direction), "weekday")


_STEPS: tuple[tuple[str, Callable[[str, int, str], _Step | None]], ...] = (
    ("year", _year),
    ("part", _part_of_year),
    ("month", _month),
    ("day", _day),
)


# What may have been read right before each step.
_AFTER = {"year": ("",), "part": ("", "year"), "month": ("", "year"), "day": ("", "month")}


_Reader = Callable[[str, int], Point | None]
_READERS: tuple[_Reader, ...] = (
    read_term,
    read_part_alone,
    numeric,
    back,
    holiday,
    _calendar,
    _week,
    relative_day,
    turn_of_year,
    in_words,
)
_NUMBERS = "0123456789"
# The characters that each reader's expressions begin with; what begins with another is offered to all of them.
_FIRSTS: dict[_Reader, str] = {
    read_term: "민",
    read_part_alone: "전후첫둘셋두세마",
    numeric: _NUMBERS + "’‘'",
    back: _NUMBERS + "".join(word[0] for word in (*ko.COUNTS, *ko.DAY_COUNTS)),
    holiday: "3지오다이올" + "".join(word[0] for word in ko.HOLIDAYS),
    _calendar: _NUMBERS + "’‘'상하" + "".join(w[0] for w in (*ko.YEAR_WORDS, *ko.MONTH_WORDS, *ko.DIRECTIONS)),
    _week: ko.WEEKDAYS + "".join(word[0] for word in (*ko.WEEK_WORDS, *ko.DIRECTIONS)),
    relative_day: "".join(word[0] for word in (*ko.DAY_WORDS, *ko.SAME_DAY)),
    turn_of_year: "연",
    in_words: "일이삼사오육칠팔구시십유천",
}
_BY_FIRST: dict[str, tuple[_Reader, ...]] = {
    first: tuple(reader for reader in _READERS if first in _FIRSTS[reader]) for first in "".join(_FIRSTS.values())
}
