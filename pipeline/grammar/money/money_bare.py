"""Numbers without a currency that are money all the same, because of the words around them.

`추경 230억 편성`, `예산 1,000억 시대` (headlines leave 원 out), `3억, 5억원` (said once for all), numbers in a table under
`(단위: 천원)`. `80억 인구`, `조회 1억 뷰`, `3만 명` are counts and never money.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from pipeline.grammar.money.money import Sum
from pipeline.grammar.numerals import Number, exact, parse_digits, parse_korean
from pipeline.grammar.regex import regex

# What is counted, right after the number: then it is no money whatever stands around.
_COUNTED = regex(
    r"""
    [ ]?(?:여[ ]?)?
    (?: 명 | 인(?![상하]) | 인구 | 개 | 건(?![설강]) | 대(?:[ ]|를|가|의|에) | 톤 | t\b | ㎡ | 평 | 제곱 | 배(?![정당]) | 회 | 마리 | 그루 | 장(?![학애]) | 권(?!역) | ㎞ | km
      | m\b | ㎏ | kg | k?[wW]h? | 시간 | 년 | 달(?!성) | 일(?![자반]) | 표 | 뷰 | 번 | 주(?![민요거차택]) | 가구 | 세대 | 회분 | 도즈 | 송이 | 포기 | 포대 | 병 | 잔 | 곳 | 필지
      | 관객 | 관람객 | 관중 | 관광객 | 방문객 | 시민 | 도민 | 군민 | 구민 | 주민 | 국민 | 회원 | 조회 | 화소 | 픽셀 | 배럴 | 리터 | ℓ | L\b | 인분 | 켤레 | 쌍 | 호\b | 동\b
      | 자루 | 점 | 줄 | 층 | 차 | 위 | 등(?!록) | 과목 | 걸음 | 보\b | 팔로워 | 구독자 | 다운로드 | 접속 | 클릭 | % | 퍼센트 | 여[ ]?(?:명|개|건|대|곳|그루) )
    """,
    re.VERBOSE,
)
# What is counted, named before the number: `인구 50만 시대`, `누적 조회수 1억`.
_COUNTED_BEFORE = regex(
    r"(?:인구|관객|관람객|관광객|방문객|조회수?|구독자|팔로워|회원|이용객|승객|방문자|누적[ ]방문|유동[ ]인구|가입자|다운로드)[가-힣]{0,2}[ ][^.]{0,6}\Z"
)
_MONEY_NOUN = (
    r"예산|추경|사업비|공사비|국비|도비|시비|군비|구비|지방비|국고|특교|교부[세금]|보조금|지원금|기금|성금|장학금|후원금|기부금|기탁금|상금|포상금|부상|매출|수출|투자|투입"
    r"|민자|빚|채무|부채|세수|세입|세출|지방세|국세|재산세|취득세|자동차세|체납|과징금|벌금|과태료|손실|손해|피해액|적자|흑자|수익|이익|소득|융자|대출|보증|발행|자금|재원|재정"
    r"|차입|지방채|비용|경비|인건비|연봉|월급|수당|임금|몸값|이적료|자산|시가총액|시총|예금|용역비|설계비|보상비|보상금|배상금|위자료|합의금|임대료|집값|땅값|가격|값|낙찰|계약"
    r"|규모|일반회계|특별회계|예비비|잉여금|경제효과|유발효과|효과|상품권|지역화폐|거래액|판매액|총액|금액|[가-힣]{1,4}[비금액료]"
)
_MONEY_VERB = (
    r"편성|확보|증액|감액|삭감|들여|들인|들여서|투입|투자|지원|지급|납부|징수|기탁|기부|쾌척|후원|전달|적립|절감|아껴|아낀|돌려|환급|반납|챙겨|빼돌|횡령|뜯|벌어|벌었|갚|융자|대출|배정"
    r"|교부|유치|규모|상당|어치|예산|시대|돌파|클럽|매출|수출|손실|적자|흑자|흑자|빚|빌려|사업|공사|공모|확정|통과|반영|들어|썼|쏟아|쓴다|쓰고|세금|체납|과징금|벌금|배상|받[아는았]|주고|낸|내고|냈|껑충"
)
_NOUN_BEFORE = regex(rf"(?:{_MONEY_NOUN})[^.!?\n]{{0,14}}\Z")
_VERB_AFTER = regex(rf"[^.!?\n0-9]{{0,10}}?(?:{_MONEY_VERB})")
# For numbers below 억 the noun must stand next to the number: `상금 300만`, `1인당 50만 지급`.
_NOUN_NEXT = regex(
    r"(?:예산|사업비|공사비|국비|도비|시비|군비|구비|보조금|지원금|성금|장학금|후원금|기부금|상금|포상금|부상|벌금|과태료|과징금|월세|보증금|수당|월급|연봉|시급|임금|연금|현금|상품권|위로금|격려금"
    r"|축하금|장려금|바우처|요금|기본소득|재난지원금)[ ]?(?:최대[ ]|월[ ]|연[ ]|총[ ]|각[ ])*\Z"
)
_BASIS_NEXT = regex(r"(?:(?:인|명|가구|세대|업체|건|회)당|월|매월|매달|연|최대)[ ](?:최대[ ]|월[ ])*\Z")
_PAID = regex(r"[ ]?(?:씩[ ])?(?:지원|지급|보조|할인|환급|융자|대출|부과|준다|드려|쏜다|드립)")
_BESIDE = regex(r"[을이]?[ ]?(?:,|·|ㆍ|/|및|과|와|또는|혹은|→|⇒)[ ]?")
_ENDS = regex(
    r"(?![가-힣\d])|[을이은의에과](?![가-힣]{2})|으로|까지|보다|씩|대|도(?![가-힣])|이상|이하|미만|초과|상당|규모|여|가량|정도|어치|넘|뿐|인(?![가-힣])|이나|이란|이라"
)
_WORD = regex("[가-힣][가-힣]|[값돈빚]")
_TRILLIONS = regex(r"조[ ]?\d[\d,]*[ ]?억")  # nothing but money is counted so far and so closely
_SEVERAL = regex(r"(?=[십수몇여])(?<![가-힣\d])(?:십?수|몇 ?|여러 ?)[십백천]{0,2}[억조]")
_LARGE = 10**8
_COMPANY = 100

_UNIT = regex(r"단위[ ]*[:：]?[ ]*(?P<scale>[십백천만억조]{0,2})[ ]?원(?P<more>[^)\]\n]{0,12})")
_CELL = regex(r"(?<![^\s|(△-])(?P<number>\d{1,3}(?:,\d{3})++|\d++)(?P<decimal>\.\d+)?(?![^\s|)])")
_PROSE = regex(r"다\.|[.!?]\s*\Z")
_YEAR = regex(r"(?:19|20)\d\d")
_LONGEST_TABLE = 80  # lines
_LONGEST_CAPTION = 200  # characters from the unit to the end of its line


def settle(text: str, found: list[Sum]) -> list[Sum]:
    """The sums that are money, in reading order: bare numbers get KRW or go."""
    kept: list[Sum] = []
    won = [s.start for s in found if s.currency == "KRW"]
    values = {s.low for s in found if s.currency == "KRW" and s.low is not None and s.low >= _LARGE}
    for candidate in reversed(found):
        after = kept[-1] if kept else None
        if candidate.currency:
            kept.append(candidate)
        elif _is_money(text, candidate, won, values, after):
            kept.append(replace(candidate, currency="KRW"))
    return sorted([*kept, *_vague(text, {s.start for s in found})], key=lambda s: s.start)


def _vague(text: str, taken: set[int]) -> Iterator[Sum]:
    """Vague sums without their unit: `십수억을 들여`. taken: where sums with one start."""
    for m in _SEVERAL.finditer(text):
        start, end = m.span()
        if start in taken or _COUNTED.match(text, end) or not _ENDS.match(text, end):
            continue
        if _VERB_AFTER.match(text, end) or _NOUN_BEFORE.search(text, max(0, start - 30), start):
            yield Sum(start, end, "KRW", None, "vague", None, False, start)


def _is_money(text: str, bare: Sum, won: list[int], values: set[Number], after: Sum | None) -> bool:
    """Whether a number is a sum. won: where the sums in won start; values: the large ones, which a headline shortens."""
    if bare.low is None or (not text[bare.end - 1].isdigit() and text[bare.end - 1] not in "만억조천백십"):
        return False
    if _COUNTED.match(text, bare.end) or not _ENDS.match(text, bare.end):
        return False
    if bare.low in values or _TRILLIONS.search(text, bare.start, bare.end):
        return True
    if after and after.currency == "KRW" and _BESIDE.fullmatch(text, bare.end, after.start):
        return True
    window = max(0, bare.start - 30)
    worded = _WORD.search(text, window, bare.start) is not None  # `3억, 5억, 7억`: nothing to look through
    if worded and _COUNTED_BEFORE.search(text, window, bare.start):
        return False
    if worded and _NOUN_NEXT.search(text, window, bare.start):
        return True
    paid = _PAID.match(text, bare.end) is not None
    if max(bare.low, bare.high or 0) < _LARGE or not re.search("[억조]", text[bare.start : bare.end]):
        return paid and _BASIS_NEXT.search(text, window, bare.start) is not None
    if re.fullmatch(r"\d{1,2}[ ]?조", text[bare.start : bare.end]) and not (
        worded and _NOUN_BEFORE.search(text, window, bare.start)
    ):
        return False  # `3조`: the third group
    if (worded and _NOUN_BEFORE.search(text, window, bare.start)) or _VERB_AFTER.match(text, bare.end):
        return True
    return _in_company(text, bare, won)


def _in_company(text: str, bare: Sum, won: list[int]) -> bool:
    """Whether a sum in won (`won`: where they start) stands within reach in the same paragraph."""
    at = bisect_left(won, bare.start)
    near = (start for start in won[max(0, at - 1) : at + 1] if abs(start - bare.start) < _COMPANY)
    return any("\n" not in text[min(start, bare.start) : max(start, bare.start)] for start in near)


def tables(text: str) -> Iterator[Sum]:
    """Bare numbers of the lines under `(단위: 천원)`, scaled, up to the first line of prose or the next unit."""
    at = text.find("단위")
    while at >= 0:
        unit = _UNIT.match(text, at)
        following = text.find("단위", at + 2)
        line = text.find("\n", unit.end(), unit.end() + _LONGEST_CAPTION) if unit else -1
        if unit and line >= 0 and not at < following < line:
            yield from _cells(text, line, parse_korean(unit["scale"]) or 1, shares="%" in unit["more"])
        at = following


def _cells(text: str, at: int, scale: Number, shares: bool) -> Iterator[Sum]:
    """The cells from the line break `at` on. `shares`: whether decimals are percentages."""
    for _ in range(_LONGEST_TABLE):
        end = text.find("\n", at + 1)
        line_end = len(text) if end < 0 else end
        if _PROSE.search(text, at + 1, line_end) or text.find("단위", at, line_end) >= 0:
            return
        for cell in _CELL.finditer(text, at + 1, line_end):
            value = parse_digits(cell.group())
            if value is not None and not (shares and cell["decimal"]) and not _is_label(text, at + 1, cell):
                yield Sum(*cell.span(), "KRW", exact(value * scale), "table", None, False, cell.start())
        if end < 0:
            return
        at = end


def _is_label(text: str, line: int, cell: re.Match[str]) -> bool:
    """Whether a cell numbers its row (it stands first) or is a year."""
    return not text[line : cell.start()].strip(" |") or _YEAR.fullmatch(cell.group()) is not None
