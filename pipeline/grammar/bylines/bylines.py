"""Who wrote an article, for which paper and on which day, as its byline, dateline and copyright line say.

A byline stands on a line of its own, or at the start or the very end of one, near the top or the bottom of a page;
what running prose says is left alone. Only the first and last lines are looked at, so a long text costs nothing more.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.grammar.bylines.datelines import DatedLine, dated_lines, day_called_today, publication_day
from pipeline.grammar.bylines.mastheads import headline, publisher_of
from pipeline.grammar.regex import regex

_EDGE_LINES = 40
_EDGE_CHARACTERS = 12_000
_INVISIBLE = regex(r"[\u200b-\u200d\u2060\ufeff\u00ad]+")
_LINE_ENDS = regex(r"[\r\n\u2028\u2029\x0b\x0c\x85]+")

# Family names, one syllable each, then the two-syllable ones; what precedes 기자 without one is a desk or a paper.
_FAMILY = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표"
    "명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형두감호빈범좌계피나라단음견팽승갈라시창화상간뇌묵순빙"
)
_NAME = rf"(?:(?:남궁|황보|제갈|사공|선우|서문|독고|동방)[가-힣]{{1,2}}|[{_FAMILY}](?:아무개|[가-힣]{{1,2}}))"
# Words that look like a name before 기자.
# fmt: off
_NO_NAME = frozenset((
    "기자", "기자명", "조간", "석간", "명예", "시민", "어린이", "전문", "인턴", "수습", "사진", "취재", "현장", "담당", "우리", "여러", "선임", "수석", "편집", "영상", "객원", "주재",
    "지방", "한국", "전국", "경제", "정치", "사회", "문화", "체육", "국제", "정책", "지역", "소년", "여성", "남성", "선배", "후배", "동료", "원로", "상주",
    "연예", "경인", "경남", "경북", "전남", "전북", "강원", "제주", "인천", "대구", "부산", "울산", "광주", "대전", "세종", "서울", "충남", "충북", "경기",
))
# fmt: on
_ROLE = r"(?:(?:선임|수습|인턴|객원|시민|명예|전문|사진|취재|수석|영상|주재|대)\s?)?(?:기자|특파원|통신원|리포터)|논설위원|편집위원"
_HINTS = ("기자", "특파원", "통신원", "리포터", "위원", "@")
_EMAIL = r"[\w.+-]{1,64}@[\w.-]{1,64}"
_SIGNED = regex(
    rf"""
    (?<![가-힣]) (?! (?:{"|".join(sorted(_NO_NAME))}) (?![가-힣]) ) (?P<names> {_NAME} (?: \s?[·・ㆍ,/]\s? {_NAME} ){{0,4}} )
    (?: \s{{0,3}} [가-힣A-Za-z]{{4,12}} (?=\s) )? \s{{0,3}}
    (?: (?:{_ROLE}) (?![가-힣]) (?! \s?(?:회견|간담회|협회|출신|시절|여러분) ) | (?:본부장|국장|편집장|대표기자)? (?=\s?[([]?{_EMAIL}) )
    """,
    re.VERBOSE,
)
# What may follow the byline's name: the line's end, a separator, an address, a date.
_AFTER_NAME = regex(
    rf"\s{{0,4}}(?: $ | [=|\])/>,·】] | [([]?{_EMAIL} | [([]?(?:19|20)\d\d | \s{{2}} | (?:기사)?(?:입력|승인|등록) )",
    re.VERBOSE,
)
_PHOTO = regex(r"(?:©|ⓒ|\([cC]\)|(?<![글재][·/ ])사진|촬영|제공|photo)\W{0,4}\Z", re.IGNORECASE)
_AFTER_PROSE = regex(r"[.!?…”’\"'\])/|·=]\s{0,4}(?:\[?[가-힣]{2,8}=)?\Z")
_MOST_BEFORE_NAME = 24

_LABELLED_KO = regex(
    rf"^\W{{0,4}}(?:기자명|기자|작성자|글쓴이|취재|글·사진|글|기고자)\s?[:：=|]?\s{{1,3}}(?P<name>{_NAME})\s?(?:$|[|/·,(])"
)

_WORD = r"[A-Z][A-Za-z'’]*(?:-[A-Za-z][a-z]+)*"
_ENGLISH = rf"(?:{_WORD}\.?)(?:[ \u00a0]{{1,2}}(?:{_WORD})\.?){{1,3}}"
_BRACKETED = regex(
    rf"^\W{{0,4}}\[[^\[\]\n]{{0,60}}?\bReporters?:?\s+(?P<name>{_ENGLISH}(?:(?:,| and|,? &)\s{_ENGLISH}){{0,3}})\s?\]"
)
_REPORTER = regex(
    rf"(?:^|[|/·=(\]])\s{{0,80}}(?:Staff\s)?(?:[Rr]eporter|REPORTER|[Ww]riter)\s?[:：|]?\s{{1,4}}(?P<name>{_ENGLISH})\s{{0,4}}(?:$|[|/,(\[<=)])"
)
_BY_LINE = regex(
    rf"^\W{{0,4}}(?:[Bb]y|BY)\s?:?\s{{1,3}}(?P<name>{_ENGLISH}(?:(?:,| and|,? &)\s{_ENGLISH}){{0,3}})\s{{0,4}}"
    rf"(?:\W{{0,4}}$|[|/,(\[<=]\s?|{_EMAIL}|(?:19|20)\d\d)"
)
_STAFF = regex(
    rf"^\W{{0,4}}(?P<name>{_ENGLISH}),?\s+(?:[Ss]taff\s)?(?:[Rr]eporter|[Cc]orrespondent)\b(?=\s{{0,3}}(?:$|[|/,(\[]|{_EMAIL}))"
)
_INSTITUTION = regex(
    r"\b(?:News|Times|Herald|Daily|Post|Journal|Press|Agency|Staff|Desk|Team|Reporter|Economy|Today|Weekly|Korea|City|Office|Newsroom)\b",
    re.IGNORECASE,
)
_ALONE_KO = regex(rf"\W{{0,6}}(?P<name>{_NAME})\W{{0,6}}")
# A Korean name in Latin letters: a hyphen or a family name in capitals tells it from two words of a headline.
_ALONE_EN = regex(
    r"\W{0,6}(?P<name>[A-Z][a-z]+ [A-Z][a-z]+-[A-Za-z][a-z]+|[A-Z][a-z]+-[A-Za-z][a-z]+ [A-Z][A-Za-z]+)\W{0,6}"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a page says about itself; an empty string or None where it does not. `source`: byline, content or none."""

    title: str = ""
    publisher: str = ""
    reporter: str = ""
    published: datetime.date | None = None
    source: str = "none"


def byline_of(text: str) -> Byline:
    """The byline of an article's text. Several reporters are joined by a comma, as they stand."""
    lines, tail = edges(text)
    dated = dated_lines(lines, tail)
    published, source = publication_day(dated), "byline"
    if published is None:
        published, source = day_called_today(lines), "content"
    reporters = list(_reporters(lines, dated))
    skip = {line.index for line in dated} | {index for index, _ in reporters}
    publisher = publisher_of(lines)
    return Byline(
        title=headline(lines, skip, publisher),
        publisher=publisher,
        reporter=next((name for _, name in reporters), ""),
        published=published,
        source=source if published else "none",
    )


def edges(text: str) -> tuple[list[str], int]:
    """The first and last lines that hold anything, in NFC, and the index where the last ones begin."""
    if len(text) <= 2 * _EDGE_CHARACTERS:
        lines = _lines(text)
        if len(lines) <= 2 * _EDGE_LINES:
            return lines, len(lines) // 2
        return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:], _EDGE_LINES
    head = _lines(text[:_EDGE_CHARACTERS])[:_EDGE_LINES]
    return head + _lines(text[-_EDGE_CHARACTERS:])[-_EDGE_LINES:], len(head)


def person(value: str) -> str:
    """A reporter's name out of a metadata value: `조민영 기자 cho@…`, `By Kim Min-ji`."""
    bare = re.sub(rf"[(<\[]?{_EMAIL}[)>\]]?", " ", value)
    bare = re.sub(rf"^\s*(?:[Bb]y|BY|Reporter)\s*:?\s+|(?<=[가-힣])\s*(?:{_ROLE})(?=\s|,|$)", "", bare)
    return " ".join(bare.split()).strip(" ,|/")


def _lines(text: str) -> list[str]:
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return [line for line in _LINE_ENDS.split(plain) if line and not line.isspace()]


def _reporters(lines: Sequence[str], dated: Sequence[DatedLine]) -> Iterator[tuple[int, str]]:
    """Signed names in reading order, then names that only stand beside the date."""
    for index, line in enumerate(lines):
        if name := _signed(line) or _signed_in_english(line):
            yield index, name
    for near in dated:
        if (found := _ALONE_KO.fullmatch(near.beside)) and found["name"] not in _NO_NAME:
            yield near.index, found["name"]
        above = lines[near.index - 1] if near.index else ""
        if near.kind != "plain" and (found := _ALONE_KO.fullmatch(above) or _ALONE_EN.fullmatch(above)):
            yield near.index - 1, found["name"]


def _signed(line: str) -> str:
    """The Korean reporters who sign a line at its start, on its own, or after the last sentence at its end."""
    ends = [(line[:160], True)] + ([(line[-160:], False)] if len(line) > 160 else [])
    for piece, is_start in ends:
        if any(hint in piece for hint in _HINTS):
            for found in _SIGNED.finditer(piece):
                if name := _name_in(found, piece, is_start):
                    return name
    found_label = _LABELLED_KO.match(line[:80])
    return found_label["name"] if found_label and found_label["name"] not in _NO_NAME else ""


def _name_in(found: re.Match[str], piece: str, is_start: bool) -> str:
    before = piece[: found.start("names")]
    names = [name.strip() for name in re.split(r"[·・ㆍ,/]", found["names"])]
    if _PHOTO.search(before[-8:]) or not _AFTER_NAME.match(piece, found.end()) or names[-1] in _NO_NAME:
        return ""
    opening = len(re.findall(r"\w", before)) <= _MOST_BEFORE_NAME and not re.search(r"[.!?]\s", before)
    closing = bool(_AFTER_PROSE.search(before[-16:])) and len(piece) - found.end() <= 80
    return ", ".join(name for name in names if name not in _NO_NAME) if (opening and is_start) or closing else ""


def _signed_in_english(line: str) -> str:
    piece = line[:200]
    for pattern in (_BRACKETED, _REPORTER, _BY_LINE, _STAFF):
        if found := pattern.search(piece):
            names = re.split(r"\s*(?:,| and | & )\s*", " ".join(found["name"].split()))
            if people := [name for name in names if not _INSTITUTION.search(name)]:
                return ", ".join(people)
    return ""
