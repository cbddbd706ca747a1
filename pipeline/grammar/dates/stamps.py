"""Dates that stamp a page instead of telling something: `입력 2021.05.31 09:12`, `Oct. 4, 2023` alone under a title.

The article's own date is its metadata (annotation guide: it is in `published`, not in `dates`).
"""

from __future__ import annotations

import re

from pipeline.grammar.bylines.datelines import dated_lines
from pipeline.grammar.dates.expressions import Expression
from pipeline.grammar.regex import regex

# `기사입력 2021/05/31 [16:43]`, `Published : 2021.05.31`.
_BEFORE = regex(
    r"(?:입력|등록|수정|승인|작성|게시|게재|송고|출고|배포|보도(?=일)|업데이트|최종편집|발행|기사입력|Published|Posted|Updated|Input|Registered|Modified|Written|Uploaded|Released)\s?(?:일[시자]?|시[간각]|날짜|date|time)?\s?(?:\||:|\]|：)?\s?"
    r"(?:on\s)?\Z",
    re.IGNORECASE,
)
# `2020-07-27 조민영 기자`, `2021.05.31 09:12 수정`.
_AFTER = regex(
    r"\s?(?:\[\d{1,2}:\d\d\]|\d{1,2}:\d\d(?::\d\d)?\s*(?:$|\n|수정|입력|댓글|조회|송고|\|)|\s{0,8}[가-힣]{2,4}\s?(?:기자|특파원|논설위원)|[\s|/]{0,4}(?:승인|입력|수정|댓글|조회|송고))"
)
_FULL_NUMERIC = regex(r"[\d\s./-]+\.?\Z")
_WORD = regex(r"\S")
_LETTER = regex(r"[^\W\d_]")
_CLOCK = regex(r"\d:\d\d")
_SIGNED = regex(r"기자|특파원|[Rr]eporter|\bBy\s|[|｜]")
# Beside a date alone in its line; and the heading of a timetable, whose next line is no stamp.
_WEEKDAY = regex(r"[월화수목금토일](?:요일)?|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*", re.IGNORECASE)
_HEADING = regex(r"(?:일시|기간|일정|기한|마감|[Ww]hen|[Pp]eriod|[Dd]eadline|[Ss]chedule)\s*[:：]?\s*\Z")
_REPORTER = regex(r"(?:기자|특파원|[Rr]eporter)(?![가-힣a-z])|\b[Bb]y\s[A-Z]|(?:글|정리|취재|편집|사진)\s?[=·:]")
_LONGEST, _SHORT = 120, 60
# A date alone in its line stamps the page only near its top or bottom; further in it is a row of a timetable.
_EDGE = 500


def is_stamp(text: str, expression: Expression) -> bool:
    """Whether an expression with year, month and day is the page's own date."""
    moment = expression.first
    if moment.day is None or moment.year is None or moment.month is None or expression.last is not None:
        return False
    start, end = expression.start, expression.end
    if _BEFORE.search(text, max(0, start - 16), start):
        return True
    if _FULL_NUMERIC.match(text[start:end]) and _AFTER.match(text, end):
        return True
    begin, until = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    until = len(text) if until < 0 else until
    if until - begin > _LONGEST or not (_WORD.search(text, until) or _WORD.search(text, 0, begin)):
        return False  # a sentence of an article; or all there is
    line = text[begin:until]
    at_edge = start < _EDGE or len(text) - end < _EDGE
    if not at_edge and not _CLOCK.search(line):
        return False
    beside = _WEEKDAY.sub("", line[: start - begin] + line[end - begin :])
    if at_edge and (not _LETTER.search(beside) or (len(line) < _SHORT and _REPORTER.search(beside))):
        above = text[text.rfind("\n", 0, max(0, begin - 1)) + 1 : begin]
        return _HEADING.search(above) is None
    for found in dated_lines([line], 1):
        if (found.day.year, found.day.month, found.day.day) != (moment.year, moment.month, moment.day):
            continue
        alone = not _LETTER.search(found.beside)
        if found.kind != "plain" or alone or (at_edge and _CLOCK.search(line) and _SIGNED.search(line)):
            return True
    return False
