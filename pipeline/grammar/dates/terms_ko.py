"""Elected terms in Korean text: `민선 8기`, its parts (`민선 8기 후반기`, `민선 7기 마지막 해`), and parts that lean on a term
named shortly before (`민선 8기 … 그 전반기`)."""

from __future__ import annotations

import re

from pipeline.grammar.dates.expressions import Point
from pipeline.grammar.dates.moments import Moment
from pipeline.grammar.dates.terms import HIGHEST
from pipeline.grammar.regex import regex

_DIGITS = {c: i for i, c in enumerate("일이삼사오육칠팔구", start=1)}
_HALVES = {"전": "first_half", "상": "first_half", "후": "second_half", "하": "second_half"}
_NTH = {"첫": 1, "두": 2, "둘": 2, "세": 3, "셋": 3}
_YEAR_OF_TERM = r"첫\s?해(?!외|양|결|안)|(?:두|세)\s?번째\s해|(?:둘|셋)째\s?해|마지막\s?(?:해(?!외|결|법|안)|1년)"

_TERM = regex(
    rf"""
    민선\s?(?:제\s?)?(?:(?P<term0>\d{{1,2}})\s?기?\s?(?:[·∙ㆍ,~∼-]\s?\d{{1,2}}\s?기?\s?){{0,3}}[·∙ㆍ,~∼-]\s?)?
    (?P<term>\d{{1,2}}|[일이삼사오육칠팔구])\s?기(?!\s?연속)
    (?: (?:\s?[가-힣]{{2,4}}[시군구도])? \s?(?:의\s)?\s?
      (?: (?P<half>전반기|상반기|후반기|하반기|전반부|후반부) | (?P<nth>\d)\s?년\s?차
      | (?:(?:출범|취임|임기)\s)?(?P<year>{_YEAR_OF_TERM})
      | (?:지난\s)?(?P<years>[1-4])\s?년(?=\s?간|\s?동안|의?\s(?:성과|결산|발자취|여정|기록|평가|변화)|[을를]\s(?:되돌|돌아|결산|평가|정리|마무리))
      | (?P<remaining>(?:남은|잔여)\s임기) | (?:(?:출범|취임)\s?)?(?:후\s?)?(?P<anniversary>\d)\s?주년
      | (?:(?:출범|취임)\s?)?(?P<days>\d{{2,4}})\s?일(?!간|째|차)(?P<span>\s?동안|간)? ) )?
    """,
    re.VERBOSE,
)
# Without its term: the half of a council's term or of a season of games is another thing.
_PART_ALONE = regex(
    rf"""
    (?: (?P<half>전반기|후반기) (?!\s?(?:의장|부의장|원\s?구성|의회|의정|리그|상임|국회|위원장|군사|훈련|시즌|경기)) | (?P<year>{_YEAR_OF_TERM}) )
    (?= [^가-힣] | $ | [에의은는을를이가와과로도엔] | 까지 | 부터 | 동안 )
    """,
    re.VERBOSE,
)
_OTHER_TERM = regex(r"(?:대|의회|국회|리그|시즌)\s?$|의회\s[가-힣]{0,4}\s?\Z")
_NUMBERED = regex(r"민선\s?(?:제\s?)?(?P<term>\d{1,2}|[일이삼사오육칠팔구])\s?기")
_END = regex(r"다[.”\"]|\n")
# Code points. A half is spoken of some sentences after its term; `마지막 해` alone says nothing outside the sentence.
_FAR, _NEAR = 200, 80


def read_term(text: str, start: int) -> Point | None:
    m = _TERM.match(text, start)
    number = _number(m["term"]) if m else 0
    if not m or not 1 <= number <= HIGHEST:
        return None
    part, n = _part(m)
    first = int(m["term0"]) if m["term0"] else number
    lead = Moment(term=first) if 1 <= first < number else None
    return Point(m.end(), Moment(term=number, term_part=part, term_n=n), "term", lead)


def read_part_alone(text: str, start: int) -> Point | None:
    """`전반기`, `마지막 해` of the term last named before."""
    m = _PART_ALONE.match(text, start)
    if not m or _OTHER_TERM.search(text, max(0, start - 8), start):
        return None
    begin = max(0, start - (_FAR if m["half"] else _NEAR))
    named = list(_NUMBERED.finditer(text, begin, start))
    if not named or (m["year"] and _END.search(text, named[-1].end(), start)):
        return None
    number = _number(named[-1]["term"])
    if not 1 <= number <= HIGHEST:
        return None
    part, n = (_HALVES[m["half"][0]], 0) if m["half"] else _year(m["year"])
    return Point(m.end(), Moment(term=number, term_part=part, term_n=n), "term_part")


def _number(written: str) -> int:
    return int(written) if written.isdigit() else _DIGITS[written]


def _part(m: re.Match[str]) -> tuple[str, int]:
    """The part of the term that its words narrow it to, and how many days or years; empty: the whole."""
    part, n = "", 0
    if m["half"]:
        part = _HALVES[m["half"][0]]
    elif m["nth"]:
        part, n = "nth_year", int(m["nth"])
    elif m["year"]:
        part, n = _year(m["year"])
    elif m["years"]:
        part, n = "first_years", int(m["years"])
    elif m["anniversary"]:
        part, n = "anniversary", int(m["anniversary"])
    elif m["days"]:
        part, n = ("first_days" if m["span"] else "nth_day"), int(m["days"])
    return (part, n) if 0 <= n <= (2000 if m["days"] else 4) else ("", n)


def _year(words: str) -> tuple[str, int]:
    return ("last_years", 1) if words.startswith("마지막") else ("nth_year", _NTH[words[0]])
