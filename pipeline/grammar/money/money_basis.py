"""What one sum of money is for: `basis_of` says whether it is a total or goes to each person, household, month or case.

What the words say decides first (1인당, 월, per crossing); then the sum before it in the sentence (1인당 30만 원, 대학생은
50만 원); then who gets or pays it, where the sum is too small to be a total (수당 5만원, admission is 3,000 won).
"""

from __future__ import annotations

import re

from pipeline.grammar.numerals import Number
from pipeline.grammar.regex import regex

BASES = ("total", "per_person", "per_household", "per_month", "per_year", "per_case", "other")

_UNIT_BASES = {
    "per_person": r"인당|명당|(?:1|한)[ ]?명이[ ]?평균|한[ ]사람이|1인[ ]1식|한[ ]끼|인[ ]?당|1인(?=[ ])|개인당|[가-힣]{1,3}[ ]?1인당|1인[ ]?기준|인별",
    "per_household": r"가구당|세대당|가구별|가구마다|세대별|농가당|가정당|1가구(?=[ ])|어가당|한[ ]가구에",
    "per_month": r"매월|매달|다달이|월별|월평균|월[ ]?최대|한[ ]?달에?|월[ ](?:구매|충전|판매|구입|보유)[ ]?한도|월세|월급|월간|월(?=[ ]?$)|(?<![가-힣\d])월(?=[ ][가-힣]+[ ]$)|월[ ]총",
    "per_year": r"매년|해마다|연간|연평균|연[ ]?최대|연봉|연매출|연[ ]매출|1년에|한[ ]해에?(?![ ]?(?:예산|살림))|연(?=[ ]?$)|연소득|연[ ]소득",
    "per_case": r"건당|회당|개소당|곳당|업소당|상자당|박스당|포대당|업체당|(?:곳|점포|업체|상점|가게|마을|학교|경로당|기관|팀|단체|센터)마다[^,.\d]{0,8}|기업당|팀당|단체당|개당|대당|동당|마리당|그루당|학교당|마을당|점포당|과목당|작품당|필지당|기관당|사업당|1회|1건|한[ ]곳당|편당|장당|권당|병당|포당",
    "other": r"㎡당|평당|시간당|시급|일당|하루|하루에|톤당|t당|배럴당|갤런당|리터당|ℓ당|㎏당|kg당|1일|주당|주간|㏊당|ha당|근당|㎞당|매주|분기별?|되당",
}  # fmt: skip
_BASIS_BEFORE = [(basis, regex(rf"(?:{words})(?P<gap>[^,.\d]{{0,12}})\Z")) for basis, words in _UNIT_BASES.items()]
_BASIS_BEFORE_EN = [
    ("per_month", regex(r"\bmonthly[ ](?:[a-z]+[ ]){0,5}$|\b(?:every|each)[ ]month,?[ ](?:[a-z]+[ ]){0,3}\Z", re.I)),
    ("per_year", regex(
        r"\b(?:annual|yearly|annually)[ ](?:[a-z]+[ ]){0,5}$|\b(?:every|each)[ ]year,?[ ](?:[a-z]+[ ]){0,3}\Z", re.I)),
    ("other", regex(r"\b(?:daily|hourly|weekly)[ ](?:[a-z]+[ ]){0,4}\Z", re.I)),
    ("per_household", regex(r"\b(?:each|every|per)[ ](?:household|family)[ ](?:[a-z]+[ ]){0,5}\Z", re.I)),
    ("per_person", regex(
        r"\b(?:each|every|per)[ ](?:person|resident|student|citizen|worker|child|applicant|participant|recipient|employee|farmer"
        r"|youth|senior|mother|newborn|couple|individual|winner)[ ](?:[a-z]+[ ]){0,5}\Z", re.I)),
    ("per_case", regex(
        r"\b(?:each|every|per)[ ](?:team|company|firm|business|store|shop|school|group|project|case|site|village|organi[sz]ation"
        r"|merchant|institution|event|item)[ ](?:[a-z]+[ ]){0,5}\Z", re.I)),
]  # fmt: skip
_BASIS_WORD_EN = regex(r"(?:month|annual|year|dai|hour|week)ly|annual|each|every|per ", re.I)
_PER = r"[ ,]*(?:\([^)]{0,30}\)[ ])?(?:per|an?|for[ ]each|for[ ]every|every|each)[ ]"
_BASIS_AFTER = [
    ("per_household", regex(rf"{_PER}(?:household|family|home|farm(?:ing)?[ ]household)\b", re.I)),
    ("per_month", regex(rf"{_PER}month\b|[ ](?:monthly|in[ ]monthly)\b|-a-month|-per-month|/month", re.I)),
    ("per_year", regex(rf"{_PER}year\b|[ ](?:annually|yearly|per[ ]annum|in[ ]annual)\b|-a-year|/year", re.I)),
    ("per_person", regex(
        rf"{_PER}(?:person|head|capita|student|child|resident|adult|visitor|worker|citizen|applicant|recipient|participant|individual"
        rf"|newborn|senior|employee|farmer|member|baby|passenger)\b", re.I)),
    ("other", regex(
        rf"{_PER}(?:day|hour|week|night|ton|tonne|kilogram|kilo|barrel|gallon|liter|litre|square|pyeong|kg|quarter)\b|/hour|/kg", re.I)),
    ("per_case", regex(
        rf"{_PER}(?:case|team|company|firm|business|store|shop|school|item|ride|project|site|unit|vehicle|car|trip|piece|bottle|ticket"
        rf"|group|organi[sz]ation|event|visit|village|building|bag|cup|bowl|plate|box|meal|glass|pack|set|copy|jar)\b"
        r"|[ ,]*per[ ](?!cent)[a-z]", re.I)),
]  # fmt: skip
# `장학생 20명에게 100만원씩`, `우수상 3명 각 100만원`: whoever gets it one by one says what the sum is for.
_EACH_BEFORE = regex(r"(?<![가-힣])각(?:각|자)?[ ]?(?:최대[ ]|약[ ])?$|\beach\b[^.]{0,40}\Z", re.IGNORECASE)
_EACH_AFTER = regex(r"[ ]?씩(?![ ]?\d+년)|[ ](?:apiece|each)\b|[ ]to[ ]each\b", re.IGNORECASE)
# Who gets or pays; the nearest before the sum counts.
_WHO = regex(
    r"""
    (?P<per_household> 가구 | 세대(?!교체) | 농가 | 가정 | 주택 | \b(?:household|famil|home|couple) )
    | (?P<per_case> 업소 | 점포 | 업체 | 기업 | 상인 | 소상공인 | [ ]팀 | \d팀 | 단체 | 마을 | 경로당 | 학교 | 기관 | 책방 | \d곳 | 개소
        | \b(?:compan|firm|shop|store|business|merchant|team|group|school|village|stall|centers|centres) )
    | (?P<per_person> \d명 | [ ]명 | 학생 | 주민 | 어르신 | 노인 | 청년 | 시민 | 군민 | 도민 | 구민 | 아이 | 첫째 | 둘째 | 셋째 | 출산 | 참여자 | 수급자 | 대상자
        | 부모 | 산모 | 농민 | 어민 | 개인 | 사람 | 어른 | 어린이 | 성인 | 청소년
        | \b(?:resident|student|senior|parent|child|worker|youth|person|people|those[ ]who|mother|recipient|applicant|visitor|citizen|adult
            |pupil|farmer|employee|winner|participant|others) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEADCOUNT = regex(r"(?P<count>\d[\d,]*)(?P<man>만)?[ ]?여?[ ]?(?:명|가구|세대|곳|개소|팀)[^\d]*\Z")
_ENTRANCE = regex(
    r"입장료|관람료|참가비|체험[료비]|수강료|회비|요금|급식비|\b(?:fares?|admission|entrance|entry|tickets?|class|participation|seniors?)\b",
    re.I,
)
_LIMIT = regex(r"(?:구매|보유|충전|판매|구입)[ ]?한도[^.\d]{0,20}$|\bbuy[ ]up[ ]to[ ]\Z")
_NOTE = regex(r"권(?![역리한])")
_WHOLE = regex(r"(?:총|모두|전체|합계|합쳐|씩|등|\btotal(?:s|ing|led)?(?:[ ]of)?)[ ]?\Z", re.IGNORECASE)

# The largest sum, in won, that can be meant for each without the text saying so.
_SMALL = {"subsidy": 30_000_000, "voucher": 1_000_000, "price": 100_000, "loan": 100_000_000}
# Less than this for each means that the sum is not shared out: `3,100명에게 5만원`.
_SMALLEST_SHARE = 1_000
# How far two sums of one row may be apart and still be meant alike.
_ALIKE = 12


def basis_of(before: str, after: str, role: str, value: Number | None, last: tuple[str, str, Number | None]) -> str:
    """What one sum is for.

    `before`, `after`: the text around it, cut at the sentence. `value`: the sum in won, None where it is unknown. `last`:
    role, basis and value of the sum before it in the sentence, empty and None where there is none.
    """
    said = _said(before, after, role)
    if said:
        return said
    if _WHOLE.search(before[-14:]):
        return "total"
    if role == "voucher" and _LIMIT.search(before):
        return "per_person"
    if (
        last[0] == role
        and last[1] != "total"
        and value
        and last[2]
        and value <= last[2] * _ALIKE
        and last[2] <= value * _ALIKE
    ):
        return last[1]
    return _implied(before, role, value) or "total"


def _said(before: str, after: str, role: str) -> str:
    """The basis that the words tell; of several (`1인당 월 10만원`) the one next to the number."""
    if _NOTE.match(after):
        return "other"
    tail = before[-30:]
    near = [] if tail.isascii() else [(len(m["gap"]), b) for b, words in _BASIS_BEFORE if (m := words.search(tail))]
    each = _EACH_AFTER.match(after) is not None
    if not each and after[:1].isascii():
        for basis, pattern in _BASIS_AFTER:
            if pattern.match(after):
                return basis
    if near:
        return min(near)[1]
    if each or _EACH_BEFORE.search(before[-60:]):
        return _each(before, role)
    if not _BASIS_WORD_EN.search(before[-60:]):
        return ""
    return next((basis for basis, pattern in _BASIS_BEFORE_EN if pattern.search(before[-60:])), "")


def _each(before: str, role: str) -> str:
    return "per_case" if role == "price" else _who(before[-60:])


def _who(text: str) -> str:
    found = [m.lastgroup or "" for m in _WHO.finditer(text)]
    return found[-1] if found else ""


def _implied(before: str, role: str, value: Number | None) -> str:
    """The basis of a sum too small for a total, by who gets or pays it; empty where it may be a total."""
    if value is None or value > _SMALL.get(role, 0):
        return ""
    if role == "price":
        return "per_person" if _ENTRANCE.search(before) or _who(before) == "per_person" else "per_case"
    counted = _HEADCOUNT.search(before[-40:])
    if counted:
        count = int(counted["count"].replace(",", "")) * (10_000 if counted["man"] else 1)
        return _who(before) if value < count * _SMALLEST_SHARE else ""
    return _who(before) or ("per_person" if role == "voucher" else "")
