"""Elected terms in English text, in the many renderings of 민선 N기 (`the 7th popular election`, `the 8th civil
administration`, `the popularly elected 8th`), and the words before that narrow them (`the first half of`)."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.grammar.dates.expressions import Expression, Point
from pipeline.grammar.dates.moments import Moment
from pipeline.grammar.dates.terms import HIGHEST
from pipeline.grammar.dates.words_en import ONES, cardinal, ordinal
from pipeline.grammar.regex import regex

_ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join((*ONES, 'tenth'))})"
_VOTED = r"(?:popular(?:ly)?|civil(?:ly|ian)?|public(?:ly)?|directly)[\s-](?:elect(?:ion|ed))"
_BODY = r"""(?:term|era|administration|mayor['’]?s?\sterm|(?:local\s|autonomous\s)?(?:self-)?government
    |(?:city|county|district|municipal|provincial)\s(?:administration|government))"""
_TERM = regex(
    rf"""
    (?:the\s)? (?:
      (?P<n>{_ORDINAL}) [\s-]+
        (?: {_VOTED}(?:[\s-](?P<body>{_BODY}))? | (?P<body2>elected[\s-]{_BODY})
          | (?P<body3>(?:civil(?:ian)?[\s-](?:administration|government|term) | (?:popular|public)\svote\s(?:term|administration)
            | local\s(?:self-)?government\sterm | municipal\sterm))
          | (?P<body4>term\s(?:of|in)\s(?:the\s)?(?:(?:popular(?:ly)?|civil(?:ly)?|public(?:ly)?)[\s-])?(?:elect(?:ed|ion)|local\sautonomy)(?:\s(?:local\s)?(?:government|administration))?)
          | (?P<bare>term)(?!\s(?:paper|of\s(?:office|parliament)|in\s(?:office|parliament)|as\b)) )
      | (?:{_VOTED}|minseon) [\s-]+(?:the\s)? (?P<after>{_ORDINAL})(?:[\s-](?P<body5>{_BODY}))?
      | elected[\s-](?P<after2>{_ORDINAL})[\s-](?P<body6>term|administration|government)
      | minseon[\s-]?(?P<after3>\d{{1,2}})(?:[\s-]?gi)?(?P<body7>\s(?:term|administration))?
    ) (?![a-z\d])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BODIES = ("body", "body2", "body3", "body4", "body5", "body6", "body7")
# `the first popularly elected mayor` is a person, no term.
_PERSON = regex(
    r"\s(?:woman\s|female\s)?(?:mayor|governor|president|head|council|official|superintendent|leader|chair)"
)
# A mayor's own third term is no 민선3기; from the fifth on only the elected terms count so high.
_HIGH = 5

# What before a term narrows it: `the first half of`, `the first 100 days of`, `second anniversary of`.
_NARROWED = regex(
    r"""
    (?:the\s)? (?: (?P<half>first|second|latter|former|last)[\s-]half | first\s(?P<days>\d{2,4}|hundred)\sdays | (?P<years>\w+)-year\speriod
      | (?:(?:first|past|opening|initial)\s)?(?P<first>one|two|three|four|\d)\syears?(?=\sof) | (?P<year>\w+)\syear
      | (?P<anniversary>\w+)\s(?:year\s)?anniversary | remaining\sterm | (?:remaining|last|latter|final)\s(?P<last>\w+)\syears )
    \s(?:of|since|in|into|after)\s(?:the\s)?(?:launch\sof\s|start\sof\s|inauguration\sof\s)?(?:the\s)?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LOOK_BACK = 60


def read_term(text: str, start: int) -> Point | None:
    m = _TERM.match(text, start)
    if not m:
        return None
    number = ordinal(m["n"] or m["after"] or m["after2"] or m["after3"])
    if number is None or not 1 <= number <= HIGHEST:
        return None
    body = any(m[name] for name in _BODIES)
    if number < _HIGH and (m["bare"] or (not body and (m["after"] or _PERSON.match(text, m.end())))):
        return None
    return Point(m.end(), Moment(term=number), "term")


def narrowed(text: str, start: int, point: Point, floor: int) -> Expression:
    """A term with the words before it: `the first half of the 7th popular election`."""
    m = _NARROWED.search(text, max(floor, start - _LOOK_BACK), start)
    if not m:
        return Expression(start, point.end, "term", point.moment)
    part, n = _part(m)
    if part and not part.endswith("half") and not 1 <= n <= (1500 if part == "first_days" else 4):
        part = ""
    kind = "point" if part in ("", "anniversary") else "interval"
    return Expression(m.start(), point.end, "term", replace(point.moment, term_part=part, term_n=n), kind=kind)


def _part(m: re.Match[str]) -> tuple[str, int]:
    if m["half"]:
        return ("second_half" if m["half"].lower() in ("second", "latter", "last") else "first_half"), 0
    if m["days"]:
        return "first_days", int(m["days"]) if m["days"].isdigit() else 100
    if m["years"] or m["first"]:
        return "first_years", cardinal(m["years"] or m["first"]) or 0
    if m["anniversary"]:
        return "anniversary", ordinal(m["anniversary"]) or cardinal(m["anniversary"]) or 0
    if m["last"]:
        return "last_years", cardinal(m["last"]) or 0
    if m["year"]:
        nth = ordinal(m["year"]) or 0
        return ("last_years", 1) if nth < 0 else ("nth_year", nth)
    return "", 0
