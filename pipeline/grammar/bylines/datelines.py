"""The day an article was published, where a page says so: labelled byline dates, datelines, file names, addresses.

Full dates only, read as written: `05/06/2023` is two days on two sides of an ocean and stays unread. No clock is asked.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.grammar.dates.words_en import MONTHS
from pipeline.grammar.regex import regex

KST = datetime.timezone(datetime.timedelta(hours=9))

_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:19|20)\d\d"

_MAY_HOLD_A_DAY = regex(rf"{_YEAR}|^\W{{0,3}}\d\d[./]\s?\d")
_DAY = regex(
    rf"""
    (?<![\d.,]) (?P<y>{_YEAR}) (?:\s?[-./]\s?|년\s?) (?P<m>\d{{1,2}}) (?:\s?[-./]\s?|월\s?) (?P<d>\d{{1,2}}) (?!\d) (?:일|\.(?!\d))?
    | (?<![A-Za-z]) (?P<month>{_MONTH}) (?:\.\s?|\s) (?P<d2>\d{{1,2}}) (?:st|nd|rd|th)? (?:,\s?|\s) (?P<y2>{_YEAR}) (?!\d)
    | (?<!\d) (?P<d3>\d{{1,2}}) (?:st|nd|rd|th)? \s (?P<month3>{_MONTH}) (?:\.\s?|,\s?|\s) (?P<y3>{_YEAR}) (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# A line of nothing but a day with its year in two digits: `21/10/16`, `25. 9. 7 (일) 09:38`.
_SHORT_LINE = regex(
    r"\W{0,3}(?P<y>[0-4]\d)[./]\s?(?P<m>\d{1,2})[./]\s?(?P<d>\d{1,2})\.?\s{0,3}(?:\([월화수목금토일]\))?\s{0,3}(?:\d{1,2}:\d\d(?::\d\d)?)?\W{0,3}"
)
_RANGE_AFTER = regex(
    r"\s?(?:\([^()]{1,4}\)\s?)?(?:[~∼〜～]|부터|까지|to\b|through\b|until\b|[-–—]\s?(?:\d{1,2}[.월일/]|[A-Z][a-z]))"
)
_TIME = regex(
    r"""(?:AM|PM|오전|오후)? \s? \d{1,2} (?: :\d{2}(?::\d{2})? | 시(?:\s?\d{1,2}분)? ) \s? (?:[ap]\.?m\.?|KST)?""",
    re.VERBOSE | re.IGNORECASE,
)

_PUBLISHED = (
    "기사입력|기사등록|기사승인|기사작성|기사게재|기사전송|기사송고|최초입력|최초등록|최초작성|최초|입력|승인|등록|작성|게재|게시|발행|송고|전송|보도|배포"
    "|first published|published|publication|posted|input|issued|written|write|registered|uploaded|released?|entered|approved|createdd?"
)
_MODIFIED = (
    "기사수정|최종수정|최종편집|최종업데이트|최종|수정|업데이트|편집|갱신"
    "|last updated|last modified|updated?|modified|modify|edited|revised|corrected"
)
# What stands right before a date: `기사입력 : `, `Published on `, `승인일시 [`.
_LABEL = regex(
    rf"""(?<![가-힣A-Za-z]) (?: (?P<published>{_PUBLISHED}) | (?P<modified>{_MODIFIED}) )
    \s? (?:일시|일자|일|시간|시각|날짜|date|on|at|time)? \s? [:：=|\]).]? \s{{0,8}} [\[(]? (?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s?)? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# A date under these words is that of an event, or of the paper's founding, not of the article.
_EVENT = regex(
    r"(?<!보도)(?<!배포)(?<!등록)(?<!작성)(?<!게시)(?<!입력)일시|일정|기간|장소|접수|신청|마감|행사|개최|모집|공고|창간|"
    r"\b(?:When|Where|Deadline|Venue|Place|Location|Period|Schedule|Event|Founded|Established)\b",
    re.IGNORECASE,
)
_MASTHEAD = regex(
    r"등록번호|등록증|발행인|편집인|청소년\s?보호|사업자|제호|인터넷신문|통신판매|대표이사|창간|Registration N|Publisher\s?:",
    re.IGNORECASE,
)
_FURNITURE = regex(
    rf"""
    [\w.+-]{{1,64}}@[\w.-]{{1,64}} | https?://\S+
    | \(?[월화수목금토일]\) | [월화수목금토일]요일 | (?<![A-Za-z])(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*(?![A-Za-z])
    | (?<![가-힣A-Za-z])(?:{_PUBLISHED}|{_MODIFIED})(?:일시|일자|일|시간|시각|날짜)?(?![가-힣A-Za-z])
    | (?<!\d)\d{{1,3}}면 | 제?\s?\d+호 | (?:댓글|조회수?|추천|comments?|views?|hit)\s?:?\s?[\d,]+
    | (?<![A-Za-z])(?:KST|GMT|AM|PM|date|on|at)(?![A-Za-z])
    | 글자\s?크기 | Text\s?size | Font\s?size | 공유 | 인쇄 | 프린트 | 스크랩 | 지면보기
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BY = regex(r"[가-힣]{2,4}\s?기자|기자명?|Reporter|(?<![A-Za-z])By(?![A-Za-z])|^\W*Photos?(?=\W)|사진", re.IGNORECASE)
_LETTER = regex(r"[^\W\d_]")

# `SEOUL, Jan. 31, 2024 (Yonhap) --`, `DAEGU, South Korea, June 3, 2023 /PRNewswire/ --`
_DATELINE_BEFORE = regex(r"\s{0,4}[A-Z][A-Za-z'.-]+(?:,?\s[A-Z][A-Za-z'.-]+){0,4},\s\Z")
_DATELINE_AFTER = regex(r"\s?(?:\(|/[A-Z]|--|—|–)")

_TODAY = regex(r"오늘|금일|\b[Tt]oday\b")
_TODAY_BEFORE = regex(r"(?:오늘|금일|\btoday)\s?[,(]?\s?\Z", re.IGNORECASE)
_TODAY_AFTER = regex(r"\s?[,)]?\s?(?:오늘|금일|today\b)", re.IGNORECASE)

_IN_NAME = regex(
    rf"(?<!\d)(?P<y>{_YEAR})(?P<sep>[-_.]?)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?:(?!\d)|(?=\d{{4}}(?:\d\d)?(?!\d)))"
)
_IN_PATH = regex(rf"(?<!\d)(?P<y>{_YEAR})(?P<sep>[-_./])(?P<m>\d{{1,2}})(?P=sep)(?P<d>\d{{1,2}})(?!\d)")
# An article number that begins with its day: `view/20230103000779`, `AKR20230612012300`, `ud=20230612`.
_IN_NUMBER = regex(rf"(?<!\d)(?P<y>{_YEAR})(?P<m>\d\d)(?P<d>\d\d)(?:(?!\d)|(?=\d{{4}}))")
_COMPACT = regex(rf"\s*({_YEAR})(\d\d)(\d\d)(?:\d{{4}}|\d{{6}}|T\d{{4,6}}\S*)?\s*")
_EPOCH = regex(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*")

# How many letters a line may hold beside its dates and still be a byline.
_BESIDE_LABEL, _BESIDE_TIME, _BESIDE_DATE = 60, 30, 14
_PLAIN_HEAD, _PLAIN_TAIL = 15, 10
_LONGEST = 300
_HEADED = regex(r"\W{0,3}[Dd]ate\s?:?\s")  # `date 2023-11-01 SEOUL, Nov. 1 (Yonhap) -- The city …`


@dataclass(frozen=True, slots=True)
class DatedLine:
    """A line that dates its article: `kind` is published, plain (no label) or modified; `beside` what else it says."""

    index: int
    kind: str
    day: datetime.date
    beside: str


def day_of(value: str) -> datetime.date | None:
    """The day in a metadata value: ISO (with an offset: the day in Korea), `20230612`, epoch seconds, words."""
    text = value.strip()
    if compact := _COMPACT.fullmatch(text):
        return _date(*compact.groups())
    if epoch := _EPOCH.fullmatch(text):
        return (datetime.datetime(1970, 1, 1, tzinfo=KST) + datetime.timedelta(seconds=int(epoch[1]), hours=9)).date()
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        found = _DAY.search(text)
        return _day(found) if found else None
    try:
        moment = moment.astimezone(KST) if moment.tzinfo else moment
    except OverflowError:
        return None
    return _date(moment.year, moment.month, moment.day)


def day_in_name(name: str) -> datetime.date | None:
    """The day in a file name: `20230612-wonju.txt`, `2023-06-12_council.txt`."""
    return _first(_IN_NAME, name)


def day_in_url(url: str) -> datetime.date | None:
    """The day in an article's address: `/2023/06/12/`, `view/20230612000779`."""
    return _first(_IN_PATH, url) or _first(_IN_NUMBER, url)


def day_called_today(lines: Sequence[str]) -> datetime.date | None:
    """A full date that the article itself calls today: `오늘(2023년 5월 31일)`, `today, May 31, 2023`."""
    for line in lines:
        for found in _DAY.finditer(line) if _TODAY.search(line) else ():
            before = line[max(0, found.start() - 10) : found.start()]
            if _TODAY_BEFORE.search(before) or _TODAY_AFTER.match(line, found.end()):
                return _day(found)
    return None


def publication_day(dated: Sequence[DatedLine]) -> datetime.date | None:
    """The first of the lines that say published, else of the plain ones, else of those that say modified."""
    by_kind = {line.kind: line.day for line in reversed(dated)}
    return by_kind.get("published") or by_kind.get("plain") or by_kind.get("modified")


def dated_lines(lines: Sequence[str], tail: int) -> list[DatedLine]:
    """The lines among the first and last of a page that date it. `lines[tail:]` are the page's last ones."""
    found: list[DatedLine] = []
    for index, line in enumerate(lines):
        # A long line can only open with a dateline.
        if _MAY_HOLD_A_DAY.search(line, 0, _LONGEST if len(line) <= _LONGEST else 80):
            found += _read(lines, index, tail)
    return found


def _read(lines: Sequence[str], index: int, tail: int) -> Iterator[DatedLine]:
    line, at = lines[index], 0
    if short := _SHORT_LINE.fullmatch(line):
        day = _date(f"20{short['y']}", short["m"], short["d"])
        if day and index < min(_PLAIN_HEAD, tail) and not _EVENT.search(lines[index - 1] if index else ""):
            yield DatedLine(index, "plain", day, "")
        return
    for found in _DAY.finditer(line[:_LONGEST]):
        day, before = _day(found), line[at : found.start()]
        at = found.end()
        if day is None or _RANGE_AFTER.match(line, at):
            continue
        dateline = _DATELINE_BEFORE.fullmatch(before) and _DATELINE_AFTER.match(line, at)
        headed = index < min(_PLAIN_HEAD, tail) and _HEADED.fullmatch(before)
        if at < 80 and (dateline or headed):
            yield DatedLine(index, "published", day, "")
        elif len(line) <= _LONGEST and (kind := _kind(lines, index, tail, before)):
            yield DatedLine(index, kind, day, _beside(line))


def _kind(lines: Sequence[str], index: int, tail: int, before: str) -> str:
    """`published`, `modified` or `plain`; empty where the date is not the article's."""
    around = lines[max(0, index - 3) : index + 4] if index >= tail else [lines[index]]
    if any(_MASTHEAD.search(near) for near in around):
        return ""
    letters = len(_LETTER.findall(_beside(lines[index])))
    if label := _LABEL.search(before[-40:]):
        ahead = before[: len(before) - len(before[-40:]) + label.start()]
        event = _EVENT.search(ahead[-12:])
        return "" if event or letters > _BESIDE_LABEL else label.lastgroup or ""
    if any(_EVENT.search(near) for near in lines[max(0, index - 1) : index + 2]):
        return ""
    head = index < min(_PLAIN_HEAD, tail)
    signed = bool(_TIME.search(_DAY.sub(" ", lines[index]))) or bool(_BY.search(lines[index]))
    lone_name = 2 <= letters <= 4
    if not head and not (index >= len(lines) - _PLAIN_TAIL and (signed or lone_name or "면" in lines[index])):
        return ""
    return "plain" if letters <= (_BESIDE_TIME if signed else _BESIDE_DATE) else ""


@lru_cache(64)
def _beside(line: str) -> str:
    """What a line says beside dates, times, labels and page furniture."""
    bare = line[:_LONGEST]
    for pattern in (_DAY, _TIME, _FURNITURE, _BY):
        bare = pattern.sub(" ", bare)
    return bare.strip()


def _first(pattern: re.Pattern[str], text: str) -> datetime.date | None:
    days = (_date(m["y"], m["m"], m["d"]) for m in pattern.finditer(text))
    return next((day for day in days if day), None)


def _day(found: re.Match[str]) -> datetime.date | None:
    if found["y"]:
        return _date(found["y"], found["m"], found["d"])
    month = found["month"] or found["month3"]
    return _date(found["y2"] or found["y3"], MONTHS[month[:3].lower()], found["d2"] or found["d3"])


def _date(year: str | int, month: str | int, day: str | int) -> datetime.date | None:
    """The day, or None where the calendar has none or no newspaper of ours can have printed it."""
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return date if date.year >= 1945 else None
