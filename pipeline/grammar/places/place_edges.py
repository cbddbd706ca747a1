"""What may stand to the left and right of a Korean name for it to be an area, and not a part of another word or name.

Every function takes the text and where the name lies in it. A name with its unit keeps it through most endings (유성구청장); a
name without takes only what a place takes; that of a 읍면동 only particles and what only areas have.
"""

from __future__ import annotations

import re

from pipeline.grammar.places import gazetteer
from pipeline.grammar.regex import regex

_PARTICLE = (
    "(?:은|는|이|가|을|를|의|에|와|과|로|으로|도|만|서|에서|에게|엔|에는|에도|에서는|에서도|에서만|에선|부터|까지|보다|라|이라|란|이란|인|이며|이고"
    "|이나|나|로는|로도|로부터|로서|로써|처럼|마다|뿐|측|이다|라는|이라는|이었다|였다|다|이자|하고|등|간|의회와|께)?"
)
_BOUNDARY = regex(rf"{_PARTICLE}(?![가-힣])")
# What an area has and other words do not: the rest of the word may then be anything.
_OFFICES = regex(
    r"""
    청 | 의회 | 의원 | 의장 | 민(?!족|주|간|원|생|감|심|속|영) | 장(?![가-힣]) | 장(?:은|이|과|을|의|도|에|실|님|배|직|상|권|후보)
    | 내(?!용|부|과|장) | 립 | 보건소 | 주민 | 체육회 | 시설 | 문화 | 도시 | 전역 | 일대 | 일원 | 소재 | 관내 | 지역 | 을(?![가-힣])
    | 갑(?![가-힣]) | 사무소 | 행정복지 | 자치 | 새마을 | 노인 | 장애인 | 가족 | 자원 | 선거 | 여성 | 평생 | 청소년 | 농업 | 공무원
    | 관계자 | 산하 | 발(?![가-힣]) | 출신 | 육아 | 어린이 | 통합 | 치매 | 정신 | 생활 | 상공 | 소방 | 경찰 | 교육
    """,
    re.VERBOSE,
)
_DONG_OFFICES = regex(
    r"\s?(?:주민(?:센터|자치)|행정복지|자치회|사무소|통장|이장|새마을|지역사회보장|번지|일대|일원|소재|파출소|경로당)|장(?![가-힣])|장(?:은|이|과|의)|민(?:들|은|이|의)"
)
# 서초구간 is a stretch of road, 남구로역 a station, 경기도중 'during the game', 화성시간 a time.
_NOT_AFTER = {
    "구": regex(r"간|역|매(?!력)|축|조|입|호|름|성(?!면)|속|독|급|로구|로역|이역|라|두|글"),
    "도": regex(r"중(?![가-힣])|록|달|착|입|구"),
    "시": regex(r"대(?:[를에의가는]|(?![가-힣]))|간|각|절|점|험|스템|즌|계|선|킨|켜|키"),
    "군": regex(r"함|복|단(?!위)|무|사(?!회)|용"),
}
# 경기도 is also 'the game, too'.
_GAME = regex(
    r"(?:축구|야구|농구|배구|홈|원정|첫|한|두|세|이번|다음|모든|매|올림픽|친선|평가전|연습|마지막|남은|좋은|이|그|저|번째|대표팀|준결승|결승|국제|스포츠)"
    r"\s?\Z"
)
# After a name without its unit: the ends of words that leave it a place.
_PLACE_WORDS = regex(
    r"""(?: 지역 | 시내 | 시민 | 도민 | 주민 | 소재 | 출신 | 발(?!전|표) | 행 | 일대 | 전역 | 관내 | 권역 | 북부 | 남부 | 동부 | 서부 | 중부
    | 지사 | 부시장 | 부군수 | 부지사 | 부구청장 | 인근 | 쪽 | 산(?![가-힣]) | 시장 | 내 | 방면 | 현지 ) """
    rf"{_PARTICLE}(?![가-힣])",
    re.VERBOSE,
)
_BARE_PARTICLE = regex(
    r"(?:은|는|이|가|을|를|의|에|와|과|로|으로|도|서|에서|엔|에는|에도|에서는|에서도|에서만|에선|부터|까지|보다|이며|이고|이나|나|로는|로도|로부터|처럼|뿐|측|이라는|라는|이다|다|이었다|였다|이자|등)?"
    r"(?![가-힣A-Za-z\d])"
)
# Clubs and events carry the name of a place: 전북 현대, 평창 동계올림픽.
_NAMESAKE = regex(
    r"\s?(?:현대|삼성|FC|유나이티드|아이파크|SK|KT|KIA|LG|두산|한화|롯데|이랜드|전자랜드|오리온|하나?시티즌|대우|동계올림픽|올림픽|아시안게임"
    r"|비엔날레|국제영화제|엑스포|유니버시아드)"
)
_BEFORE_BARE = regex(r"(?:[가-힣A-Za-z\d]|FC\s|대왕\s|계\s|[A-Za-z]-)\Z")
_STREET = regex(r"역|길|로\s?\d|대로")
_ALL_OF = regex(r"역(?![가-힣])")
_PERSON = regex(
    r"\s(?:전\s|前\s)?(?:구청장|시장|군수|도지사|지사|의원|의장|위원|기자|특파원|대표|씨|장관|차관|교수|감독|선수|회장|사장|이사장|원장|소장|국장|과장|팀장|본부장|센터장|부장|목사|변호사|작가|배우|시인)"
)
# Surnames of those who might be taken for a dong by their given name (김기동, 이원동).
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허남심노하곽성차주우구민유나진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국"
)


def full_end(text: str, start: int, end: int, name: str) -> bool:
    """Whether a 시도 or 시군구 with its unit ends here, whatever is glued on."""
    if end == len(text) or not is_hangul(text[end]):
        return not (name == "경기도" and _GAME.search(text, max(0, start - 8), start))
    if len(name) == 2:
        return bool(_BOUNDARY.match(text, end) or _OFFICES.match(text, end)) or _starts_name(text, end)
    if name == "경기도" and _GAME.search(text, max(0, start - 8), start):
        return False
    refused = _NOT_AFTER.get(name[-1])
    return bool(_BOUNDARY.match(text, end)) or not (refused and refused.match(text, end))


def _starts_name(text: str, at: int) -> bool:
    """Whether a name of three syllables or more begins here: 서울중구회현동."""
    return any(text[at : at + n] in gazetteer.full_names() for n in (3, 4, 5))


def small_end(text: str, end: int, name: str) -> bool:
    """Whether a 읍면동 ends here; a person with a post is none (김기동 의원)."""
    if _PERSON.match(text, end) and len(name) == 3 and name[0] in _SURNAMES:
        return False
    if _STREET.match(text, end):
        return False
    if _DONG_OFFICES.match(text, end):
        return True
    # 장동민 and 신동인 are people, 영동1교 is a bridge.
    if len(name) == 2:
        return bool(_BARE_PARTICLE.match(text, end))
    return bool(_BOUNDARY.match(text, end) or _OFFICES.match(text, end))


def bare_end(text: str, start: int, end: int, name: str) -> bool:
    """Whether a name without its unit stands free on both sides."""
    if _BEFORE_BARE.search(text, max(0, start - 3), start) and not _starts_after_area(text, start):
        return False
    if _NAMESAKE.match(text, end):
        return False
    return bool(_BARE_PARTICLE.match(text, end) or _PLACE_WORDS.match(text, end)) or _starts_name(text, end)


def _starts_after_area(text: str, start: int) -> bool:
    return any(text[max(0, start - n) : start] in gazetteer.bare_names() for n in (2, 3))


def region_end(text: str, end: int) -> bool:
    """Whether a region ends here; 충청권역 holds 충청권."""
    return any(p.match(text, end) for p in (_BARE_PARTICLE, _PLACE_WORDS, _ALL_OF))


def is_hangul(char: str) -> bool:
    return "가" <= char <= "힣"


def has_office(text: str, at: int) -> bool:
    """Whether what follows is what only a 읍면동 has (회현동 주민센터, 어은동장)."""
    return _DONG_OFFICES.match(text, at) is not None
