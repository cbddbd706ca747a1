"""Korean names too short to be told apart by their words: what is said right behind, or the section that is built, tells them.

| form | example | not |
|---|---|---|
| award with its rank | 물관리대상 최우수상을 받았다, 온빛경영대상을 수상했다 | 지원대상에서 빠졌다, 대상을 받았다 |
| festival of one word | 국화축제를 10월로 옮긴다, 국화축제에 3억원, 국화축제, 밤섬 김치 페스티벌 | 지역축제가 열린다, 국화축제 같은 행사 |
| feast by its number | 제12회 솔재제가 열린다 | 제2회 과제 |
| crossing with its ends | 솔섬~너른섬 연도교, 솔재~너른뜰 도로 확장 사업 | 월요일~금요일 도로 정비 |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.grammar.programs.program_heads import deeds, describes, generic, head_ending
from pipeline.grammar.programs.quoted_names import Named, shared_word
from pipeline.grammar.regex import regex

_RANK = r"(?:종합|최고)?\s?(?:대상|최우수상|우수상|장려상|특별상|본상|금상|은상|대통령상|국무총리상|장관상)"
_AWARD = regex(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>[가-힣]{{2,12}}?대상)(?:\s{_RANK}|\s?시상식|을\s(?:\d+년\s)?(?:연속\s)?(?:수상|거머쥐|차지)|에서[는도]?\s[^.\n]{{0,24}}?(?:{_RANK}|수상))(?=[가-힣\s])"
)
# `제12회 솔재제`: a feast by its number.
_NUMBERED = regex(
    r"(?<![가-힣A-Za-z0-9])(?P<name>제\s?\d{1,3}회\s[가-힣]{1,8}제)(?=(?:[가은는를의도]|에[는도]?|와)?[\s,.(])"
)
# What is a target and no award.
_TARGET = regex(
    r"(?:지원|사업|수혜|신청|모집|감사|조사|평가|선정|심사|적용|이용|참여|단속|점검|공모|투자|교육|보상|지급|배정|징수|부과|후보|응모|접종|검사|상담|방문"
    r"|면제|감면|할인|제외|정비|철거|매각|매입|거래|규제|연구|비교|분석|설치|보급|공급|부문|종합|통합|영예의?|최고|최우수|우수|주요|[이그각])대상\Z|\A관리대상\Z"
)
_FESTIVAL = regex(
    r"(?<![가-힣A-Za-z0-9·])(?P<name>[가-힣]{2,4}(?:축제|박람회|엑스포|마라톤))(?:"
    r"(?:에|에는|에도|는|도)?\s(?:[가-힣]{1,5}\s){0,2}\d[\d,.]*\s?(?:조|억|천만|백만|만)"
    r"|[,·]\s?[가-힣][가-힣 ]{1,14}(?:축제|페스티벌|박람회|엑스포|음악회)"
    r"|(?:를|가|는|도|만)\s[^.\n‘“'\"]{0,24}?(?:열[리린렸었고어기]|연[다고]|개최|개막|폐막|옮[긴기겼]|미[룬뤘루]|취소|다녀[갔간]|찾[았은]|관람객|방문객|치[른렀러]|막을\s))"
)
# `제2회 추경예산안 의제`, `제1회 경제`: not every word that ends so is a feast.
_NO_FEAST = regex(
    r"(?:경제|문제|과제|의제|주제|규제|통제|면제|공제|해제|삭제|전제|실제|국제|어제|숙제|약제|시제|형제|언제|화제|부제|난제)\Z"
)
# Whose festival it is not: `지역 축제`, and kinds that are spoken of.
_ANY_FESTIVAL = regex(
    r"(?:이번|올해|이런|여름|겨울|가을|꽃|대형|각종|동네|인근|다른|유명|전체|모든|[가-힣]+[의한할된는은])\Z"
)
_PLACE = r"[가-힣\d]{2,8}"
_SECTION = rf"(?<![가-힣\d~])(?P<name>{_PLACE}[~∼～]{_PLACE}(?:\s(?:간|구간))?\s(?:[가-힣]{{1,3}}도\s?\d+호선\s)?"


def short_names(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """The short names of a Korean text. taken: offsets that belong to a quotation."""
    for match in _AWARD.finditer(text):
        if not taken(match.start()) and not _TARGET.search(match["name"]):
            yield Named(*match.span("name"), match["name"], "compound", "award")
    for match in _NUMBERED.finditer(text):
        if not taken(match.start()) and not _NO_FEAST.search(match["name"]):
            yield Named(*match.span("name"), match["name"], "compound", "event")
    for match in _FESTIVAL.finditer(text):
        if not taken(match.start()) and _is_festival(match["name"]):
            yield Named(*match.span("name"), match["name"], "compound", "event")
    for match in _crossing().finditer(text):
        if not taken(match.start()) and not match["name"].partition(" ")[0].endswith("요일"):
            yield Named(*match.span("name"), match["name"], "compound", "project")


def _is_festival(name: str) -> bool:
    head = head_ending(name, "ko")
    own = name[: -len(head.word)] if head else ""
    return len(own) > 1 and not (shared_word(own, generic("ko")) or describes(own) or _ANY_FESTIVAL.match(own))


@cache
def _crossing() -> re.Pattern[str]:
    """What is built between two places: a bridge to an island, or a road or railway with what is done to it."""
    return re.compile(
        rf"{_SECTION}(?:연도교|연륙교|해저터널|(?:[가-힣]{{0,4}}도로|[가-힣]{{0,4}}철도|터널|교량|국도|지방도)\s{deeds('ko')}(?:\s?(?:사업|공사))?))"
        r"(?=(?:은|는|이|가|을|를|의|에|에는|에도|도|와|과|로|으로)?(?![가-힣]))"
    )
