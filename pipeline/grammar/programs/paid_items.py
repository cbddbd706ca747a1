"""Korean items of a budget that end in a deed (조성, 지원, 개설공사) and are told apart by the sum right behind them.

| form | example |
|---|---|
| sum in brackets | 반달못 생태공원 조성(30억 원), 너른뜰 도서관 건립(총사업비 90억 원) |
| money into works | 너른뜰 혁신도서관 조성에 90억 원, 솔밭가게 단골 지원은 한 곳에 50만 원 |
| item with a mark | ▲반달못 생태공원 조성 30억 원 ▲너른뜰 도서관 건립 90억 원 |
| right before its sum | 콩나물 재배농가 지원 3억 원이 깎였다 |
| with its place | ▲반달못 생태공원 조성(너른면, 30억 원) |
| what money is for | 너른뜰 경로당 신축을 위한 특별교부세 3억 원 |
| a scheme that is paid | 온빛버스 준공영제 재정지원에 3억 원: 온빛버스 준공영제 |
| a part of the cost | 너른뜰 도서관 건립 설계비 2억 원 |
| the cost of the works | 너른뜰 물길 조성사업비 2억 원: 너른뜰 물길 조성사업 |
| sums told each | 너른뜰 시장 활성화와 반달못 단장에도 각각 2억 원, 1억 원 |

Without their sum such phrases say what is done, not what it is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.grammar.programs.compounds import is_issuer
from pipeline.grammar.programs.program_cues import KO_BODY
from pipeline.grammar.programs.program_heads import deeds, generic, head_ending
from pipeline.grammar.programs.quoted_names import Named, shared_word
from pipeline.grammar.regex import regex

_SUM = r"(?:(?:총사업비|사업비|국비|도비|시비|군비|구비|약|총)\s?)?\d[\d,.]*\s?(?:조|억|천만|백만|만)"
_MARKS = "▲△▶▷◆◇■□○●•①-⑳"
# What of the deed the sum is for: `건립 설계비 8억 원`.
_SHARE = r"\s?(?:기본|실시|타당성|재정)?\s?(?:설계|설계\s?용역|용역|조사|감리|토지\s?매입|부지\s?매입|보상|사업|공사)비"
_WHOLE_WORKS = regex(r"(?:사업|공사)비\s?\(?\d")
# What ends before an item: marks, commas, brackets, a link, an object or a place of another clause, the end of a sentence.
_BEGINS = regex(
    rf"[{_MARKS},=:()\[\]‘’“”'\"\n]|·(?<=[억만원)’]·)|·(?<=(?:사업|축제|설치|정비|조성|개선|지원|건립)·)|[.]\s|(?<=[가-힣)])(?:과|와|은|는|및)\s|(?<!\S)(?:및|등|또|또한)\s|비롯해?\s"
    r"|(?<=[가-힣])(?:(?<![마가노고])을|를|에|에서|으로|에는|(?<=[가-힣]{2})로(?=\s(?:한|하는|삼은|꼽은|꼽힌)\s))\s(?:[가-힣]+[한할된은]\s|한\s|하는\s|삼은\s)?"
)
# A clause; not every 이, 가 or 고 is one: `재배농가 지원`, `창고 건립`.
_CLAUSE = regex(
    r"[가-힣](?:는|(?<!작)(?<!맑)(?<!밝)은|(?<![마가노고])을|를|에|에서|으로|한|할|된|하고|하며|의)\s|로\s[가-힣]+[진난친]\s"
)
# `온빛군이`, `복지재단이`: who pays.
_PAYER = regex(r"[가-힣]+[시군구도부청회사단][이가]\Z")
# What says no more of a scheme than that money goes into it.
_ONLY_PAID = regex(r"(?:\s(?:재정|손실|적자|비용|운영|이자|이차|사업비))?\s?(?:이차)?(?:지원|보전|개최)\Z")
# Where money comes from, and what is counted.
_NO_ITEM = regex(
    r"(?:국|도|시|군|구)비(?:\s|\Z)|.*\d[\d,]*(?:개|건|종|곳|명|억|만|조)|.*(?:비용|경비|출연금|[증감]액분)\Z|.*[가-힣]던\s"
)
# `안심지기단짝 예산은 지난해 3억 원`
_BUDGET = regex(
    rf"(?<![가-힣])(?:[가-힣]{{2,7}}\s)?(?P<name>[가-힣]{{2,10}}\s[가-힣]{{2,8}}|[가-힣]{{5,12}})\s예산(?:은|이|을)\s(?:[가-힣]{{1,4}}\s){{0,2}}\(?{_SUM}"
)
_NO_BUDGETED = regex(
    r"(?:분야|부문|관련|전체|총|내년도?|올해|새해|당초|추경|회계|교육청|[가-힣]비|[가-힣](?:은|는|이|을|를|의|한|된|할|인))(?:\s|\Z)|(?:등|및)\s"
)
_SHORTEST_BUDGETED = 6
# Characters before a sum that are looked at; syllables of a name at least, and of what is built.
_REACH, _SHORTEST, _SHORTEST_BODY = 45, 6, 4
# Of what stands in a sentence, without mark, bracket or list: `아파트 신축에 9억 원` is any builder's.
_SHORTEST_TOLD = 6


def paid_items(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """The items of a text that have their sum right behind them. taken: offsets that belong to a quotation."""
    yield from _budgeted(text, taken)
    for match in _paid().finditer(text):
        end = match.end(1)
        floor = max(0, end - _REACH)
        edges = [edge.end() for edge in _BEGINS.finditer(text, floor, match.start())]
        if not edges and floor:
            continue
        start = _after_issuers(text, edges[-1] if edges else floor, match.start())
        listed = text[end : end + 2].lstrip().startswith("(") or not set(_MARKS).isdisjoint(
            text[max(0, start - 2) : start]
        )
        # `별마루군 솔재 예술촌 조성에는`: its town stands before it.
        listed = listed or is_issuer(text[max(0, start - _REACH) : start].rstrip().rpartition(" ")[2] or " ")
        if not taken(start) and _is_name(text[start:end], _SHORTEST_BODY if listed else _SHORTEST_TOLD):
            kind = "project"
            if _WHOLE_WORKS.match(text, end):  # `조성사업비 3억 원`
                end += len("사업")
            elif scheme := _scheme(text[start:end]):
                end, kind = start + scheme[0], scheme[1]
            yield Named(start, end, text[start:end], "paid_item", kind)


def _budgeted(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """What has a budget of its own that is told in sums: `안심지기단짝 예산은 3억 원이다`; no field, body or town."""
    for match in _BUDGET.finditer(text):
        start = _after_issuers(text, match.start(), match.end("name"))
        name = text[start : match.end("name")]
        words = name.split()
        own = [word for word in words if not shared_word(word, generic("ko")) and not is_issuer(word)]
        coined = any(len(word) >= _SHORTEST_BODY for word in own)
        if taken(start) or not coined or len(name.replace(" ", "")) < _SHORTEST_BUDGETED or KO_BODY.search(name):
            continue
        if not (_NO_BUDGETED.search(name) or _NO_ITEM.match(name) or is_issuer(words[-1])):
            yield Named(start, match.end("name"), name, "paid_item", "project")


@cache
def _paid() -> re.Pattern[str]:
    return re.compile(
        rf"({deeds('ko')})(?:(?:{_SHARE})?(?:\s?\((?:[가-힣A-Za-z0-9·]{{1,10}},\s?)?{_SUM}|\s{_SUM})|[을를]\s위[한해]\s(?:[가-힣]{{1,6}}\s){{0,2}}{_SUM}|(?:\s(?:준비|추진|비용|예산))?(?:에|에는|에도|은|는)\s(?:[가-힣]{{1,5}}\s){{0,2}}{_SUM}|[와과]\s[^,.\n\d]{{2,40}}에[도는]?\s각각\s{_SUM})"
    )


def _scheme(name: str) -> tuple[int, str] | None:
    """The length and kind of the scheme that an item only says is paid: `온빛버스 준공영제 재정지원`."""
    paid = _ONLY_PAID.search(name)
    head = head_ending(name[: paid.start()], "ko") if paid else None
    named = paid is not None and head is not None and head.needs in ("words", "proper", "sum")
    return (paid.start(), head.kind) if paid and head and named and head.word != name[: paid.start()] else None


def _after_issuers(text: str, start: int, end: int) -> int:
    """Where the item itself begins: behind spaces, the town that pays and words of time."""
    while True:
        start += len(text[start:end]) - len(text[start:end].lstrip())
        word = text[start:end].partition(" ")[0]
        if not word or start + len(word) >= end or not (is_issuer(word) or _PAYER.match(word)):
            return start
        start += len(word)


def _is_name(name: str, shortest: int) -> bool:
    body = name.rpartition(" ")[0]
    words = body.split()
    own = [word for word in words if not shared_word(word, generic("ko"))]
    return (
        bool(own)
        and len(body.replace(" ", "")) >= shortest
        and len(name.replace(" ", "")) >= _SHORTEST
        and not (_CLAUSE.search(name) or _NO_ITEM.match(name) or KO_BODY.search(name))
    )
