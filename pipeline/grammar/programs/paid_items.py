"""Korean items of a budget that end in works and are told apart by the sum right behind them.

| form | example |
|---|---|
| sum in brackets | 반달못 생태공원 조성(30억 원), 너른뜰 도서관 건립(총사업비 90억 원) |
| money into works | 너른뜰 혁신도서관 조성에 90억 원 |
| item with a mark | ▲반달못 생태공원 조성 30억 원 ▲너른뜰 도서관 건립 90억 원 |

Without their sum such phrases say what is done, not what it is called. Upkeep (정비, 보수, 설치) stays generic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.grammar.programs.program_cues import KO_BODY
from pipeline.grammar.programs.program_heads import generic
from pipeline.grammar.programs.quoted_names import Named, shared_word

_WORKS = "조성|건립|구축|활성화|육성|보급|복원|신축|증축|현대화|고도화|리모델링|재개발|지중화"
_SUM = r"(?:(?:총사업비|사업비|국비|약|총)\s?)?\d[\d,.]*\s?(?:조|억|천만|백만|만)"
_MARKS = "▲△▶▷◆◇■□○●•①-⑳"
_PAID = re.compile(rf"({_WORKS})(?:\s?\({_SUM}|(?P<bare>\s{_SUM})|에(?:는|도)?\s{_SUM})")
# What ends before an item: marks, commas, brackets, a link, the end of a sentence.
_BEGINS = re.compile(
    rf"[{_MARKS},·=:()\[\]‘’“”'\"\n]|[.]\s|(?<=[가-힣)])(?:과|와|은|는|및)\s|(?<!\S)(?:및|등)\s|비롯해?\s"
)
_CLAUSE = re.compile(r"[가-힣](?:는|은|을|를|이|가|에|에서|으로|한|할|된|고|며|의)\s")
# Characters before a sum that are looked at; syllables of a name at least, and of what is built.
_REACH, _SHORTEST, _SHORTEST_BODY = 45, 6, 4


def paid_items(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """The items of a text that have their sum right behind them. taken: offsets that belong to a quotation."""
    for match in _PAID.finditer(text):
        end = match.end(1)
        floor = max(0, end - _REACH)
        edges = list(_BEGINS.finditer(text, floor, match.start()))
        start = edges[-1].end() if edges else floor
        start += len(text[start:end]) - len(text[start:end].lstrip())
        marked = bool(edges) and re.match(rf"[{_MARKS}]", edges[-1].group()) is not None
        name = text[start:end]
        if taken(start) or (match["bare"] and not marked) or not (edges or floor == 0):
            continue
        if _is_name(name):
            yield Named(start, end, name, "paid_item", "project")


def _is_name(name: str) -> bool:
    body = name.rpartition(" ")[0]
    words = body.split()
    own = [word for word in words if not shared_word(word, generic("ko"))]
    return (
        bool(own)
        and len(body.replace(" ", "")) >= _SHORTEST_BODY
        and len(name.replace(" ", "")) >= _SHORTEST
        and not (_CLAUSE.search(name) or KO_BODY.search(name))
    )
