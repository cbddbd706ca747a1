"""Items of a budget that is listed in prose, each with its sum behind it: the list says where a name begins and ends.

| form | example |
|---|---|
| sums in brackets | 반짝 배움 및 놀이 교실(3억 원), 함께 꿈꾸는 텃밭 사업(2억 원) |
| sums behind the names | 솔섬축제 5억원, 느티나무축제 1억원 |
| money into the names | 솔섬천 보강 공사에 5억원, 느티천 정비 공사에 1억원 |
| behind a department | ▷산림과 = 솔섬숲 복원사업 5억원, 느티숲길 정비사업 1억원 |
| capitals with sums | Harbor Line Construction 3 billion won, the Pine Bridge gets 2 billion won |

Two items in a row make a list. An item is a name where it ends in a head noun or in works and holds a word of its own;
a clause that leads to it (`학생을 돕는 …`) stays outside. Beside a name any Korean item of two words is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from pipeline.grammar.programs.compounds import is_issuer
from pipeline.grammar.programs.program_cues import EN_BODY, EN_IMPERATIVE, KO_BODY
from pipeline.grammar.programs.program_heads import deeds, describes, generic, head_ending
from pipeline.grammar.programs.quoted_names import Named, shared_word, told_apart
from pipeline.grammar.regex import regex

_SUM_KO = r"(?:(?:총사업비|사업비|국비|도비|시비|약|총)\s?)?\d[\d,.]{0,20}\s?(?:조|억|천만|백만|만)[\d,조억천백만 ]{0,24}(?:여\s?)?(?:원|(?=\)))"
_SUM_EN = r"(?:about\s)?(?:KRW\s|₩)?\d[\d,.]{0,20}\s(?:trillion|billion|million)(?:\s(?:won|KRW))?"
_GETS = r"(?:\s(?:is|was|were|are|will|be|has|been|gets?|receives?|granted|given|allotted|allocated|awarded|takes?|costs?|at|with)){0,4}"
_MARKS = "▲△▶▷◆◇■□○●•①-⑳"
# An item's sum, with what closes the item behind it.
_PAID = {
    "ko": regex(rf"(?:\s?\((?:[^()\n]{{0,34}}[\s,])?{_SUM_KO}[^()\n]{{0,120}}\)|\s{_SUM_KO})(?=[,·/]|\s?[{_MARKS}]|\s?(?:와|과|및|등|이다|을|를|이|으로|은)|[.]|\n)"),
    "en": regex(rf"(?:\s\({_SUM_EN}[^()\n]{{0,120}}\)|{_GETS}\s{_SUM_EN})(?=[,;.]|\s?[{_MARKS}]|\sand\s|\n|\Z)"),
}  # fmt: skip
# What stands between two items.
_NEXT = {
    "ko": regex(rf"(?:[,·/와과]|\s및|(?=\s?[{_MARKS}]))\s*[{_MARKS}]?\s*"),
    "en": regex(rf"(?:,?\sand\s|[,;.]|(?=\s?[{_MARKS}]))\s*[{_MARKS}]?\s*(?:[Tt]he\s|and\s)*(?:[a-z]+\s){{0,4}}"),
}
# What ends before the first item of a list.
_BEGINS = {
    "ko": regex(rf"[{_MARKS}:\n.,]\s*|(?:은|는|으로|로|에서|에는|에|인|비롯해?|(?<![마가노고])을|를)\s"),
    "en": regex(rf"[{_MARKS}:;\n,]\s*|[.]\s+|\b(?:the|The|of|are|is|as|for|to|on|with|by)\s"),
}
_REACH = {"ko": 60, "en": 110}
_NAME = {
    "ko": regex(r"[^,‘’“”'\"\n.;:]+"),
    "en": regex(r"[A-Z0-9][^\s,;:]*(?:\s(?:[–—-]|of|and|for|the|in|to|&|\(?[A-Z0-9][^\s,;:]*|I{2,3}))*\s\(?[A-Z][^\s,;:]*"),
}  # fmt: skip
_WORKS_EN = regex(
    r"\s(?:Construction|Expressway|Railway|Road|Line|Tunnel|Bridge|Airport|Port|Redevelopment|Project)(?:\s(?:Phase|Stage)\s\d)?\Z"
)
# Syllables of shared words before 지원 or 육성사업 that tell an item of a list apart: 친환경급식 지원; fields of a budget are shorter.
_ENOUGH_SHARED = 5
_SHARED_DEED = regex(r"(?P<body>.+?)\s?(?:지원|육성|보급|조성|설치)\s?(?:사업)?\Z")
# Where money comes from, and another sum inside.
_NO_NAME = regex(r"(?:국|도|시|군|구)[·‧ㆍ]?(?:도|시|군|구)?비(?:\s|\Z)|.*\d\s?[조억만]")
# Syllables of an item that stands beside names; a field, a kind of money, a body that is paid, or a number is none.
_SHORTEST_BESIDE = 7
_NO_ITEM = regex(
    r"(?:분야|부문|예산|회계|계정|수입|재원|세입|세출|인건비|경비|운영비|관리비|환급금|출연금|전출금|예비비|부담금|[가-힣]세|교부[세금]|지역|학교|대학교?|업체|기업"
    r"|협회|재단|공사|공단|위원회|협의회|등)\Z|\d\s?(?:개|곳|건|명|종)|[은는]\s|^(?:총|약|모두|전체|나머지)\s"
)
_SHARE = regex(
    r"\s(?:(?:기본|실시|타당성|재정)\s?)?(?:설계|용역|조사|감리|토지\s?매입|부지\s?매입|보상|사업|공사|조성)비\Z|\s(?:기본설계|실시설계|설계용역|타당성\s?조사|연구용역)\Z"
)
_CLAUSE = regex(r"[가-힣](?:하는|되는|있는|에서|으로|(?<![마가노고])을|를|하고|하며|[한할된])\s")
# `… 공사에 49억원`: what the money goes into.
_INTO = regex(r"(?<=[가-힣]{4})에(?:는|도)?\Z")
# `학생을 돕는`, `2024년`: what leads to a name.
_LEADS = regex(
    r"(?:.*\s)?(?:위해|통해|따라|이\s[밖외]에?도?|또한?|특히|우선|먼저|만)\s|.*[을를]\s(?:[가-힣]+\s){0,2}?[가-힣]*[는은한할된]\s"
    r"|(?:20\d\d년도?|올해|내년)\s|(?:보면|살펴보면|따르면)\s|.*[크많높적낮길늘줄하되이였했됐았었](?:고|며|으며|지만|으나)\s|.*\)[은는이가도]\s|(?:.*\s)?(?:[가-힣]{2,4}(?<![사추촉행증매승전지])진|잠긴|끊긴|밀린|묶인|[가-힣]+된|[가-힣]+던|[가-힣]+로\s한)\s|[가-힣·]{2,12}[과실국소팀관]\s=\s"
)


def budget_items(text: str, lang: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """The items of budgets that a text lists. taken: offsets that belong to a quotation."""
    items = [(_begin(text, lang, paid.start(), before), paid) for before, paid in _with_previous(text, lang)]
    listed = {
        i
        for n, (one, two) in enumerate(pairwise(items))
        if one[1].end() <= two[0] and _follows(text, lang, one[1].end(), two[0])
        for i in (n, n + 1)
    }
    found = {n: _named(text, lang, items[n][0], items[n][1].start()) for n in sorted(listed)}
    for n, named in found.items():
        if named is None and lang == "ko" and any(found.get(beside) for beside in (n - 1, n + 1)):
            named = _beside_names(text, items[n][0], items[n][1].start())
        if named is not None and not taken(named.start):
            yield named


def _beside_names(text: str, start: int, end: int) -> Named | None:
    """An item that stands beside names in a list, whatever noun it ends in: `새활용 정거장 도우미(1억원)`."""
    start = _after_leads(text, start, end)
    share = _SHARE.search(text[start:end])
    end = start + share.start() if share else end
    name = text[start:end]
    words = name.split()
    own = [w for w in words if not shared_word(w, generic("ko")) and not describes(w)]
    fits = (
        own
        and not name.endswith("에")
        and len(words) > 1
        and len("".join(words)) >= _SHORTEST_BESIDE
        and _NAME["ko"].fullmatch(name)
    )
    if not fits or _NO_NAME.match(name) or _NO_ITEM.search(name) or _CLAUSE.search(name):
        return None
    return Named(start, end, name, "paid_item", "project")


def _with_previous(text: str, lang: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each sum of an item, and where the one before it ends."""
    last = 0
    for paid in _PAID[lang].finditer(text):
        yield last, paid
        last = paid.end()


def _follows(text: str, lang: str, end: int, start: int) -> bool:
    return _NEXT[lang].fullmatch(text, end, start) is not None


def _begin(text: str, lang: str, end: int, last: int) -> int:
    """Where the item before a sum at `end` begins: right behind the item before it, else where a phrase begins."""
    nearest = _NEXT[lang].match(text, last)
    first = nearest.end() if last and nearest is not None else end
    if first < end <= first + _REACH[lang] and _NAME[lang].fullmatch(text, first, end):
        return first
    floor = max(last, end - _REACH[lang])
    edges = [edge.end() for edge in _BEGINS[lang].finditer(text, floor, end)]
    return edges[-1] if edges else floor


def _named(text: str, lang: str, start: int, end: int) -> Named | None:
    """The item at `[start, end)` as a name, or None."""
    if lang == "ko":
        start = _after_leads(text, start, end)
        into = _INTO.search(text[start:end])
        end = start + into.start() if into else end
    elif told := EN_IMPERATIVE.match(text, start, end):
        start = told.end()
    name = text[start:end]
    if not _NAME[lang].fullmatch(name) or _NO_NAME.match(name) or (lang == "en" and " " not in name):
        return None
    head, works = head_ending(name, lang), _works(lang).search(name)
    bare = head is not None and (head.bare or (lang == "ko" and name.count(" ") > 1))
    if not works and (head is None or not bare or (KO_BODY if lang == "ko" else EN_BODY).search(name)):
        return None
    words = name.split()[:-1] if works else [name]
    own = (
        told_apart(name, head, lang) if not works else any(not shared_word(w.casefold(), generic(lang)) for w in words)
    )
    if not own and not (lang == "ko" and _many_shared(name)):
        return None
    return Named(start, end, name, "paid_item", head.kind if head and not works else "project")


def _after_leads(text: str, start: int, end: int) -> int:
    """Where a Korean item itself begins: behind the clause that leads to it and the town that pays."""
    while lead := _LEADS.match(text, start, end):
        start = lead.end()
    first = text[start:end].partition(" ")[0]
    return start + len(first) + 1 if 0 < len(first) < end - start and is_issuer(first) else start


@cache
def _works(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\s{deeds('ko')}\Z") if lang == "ko" else _WORKS_EN


def _many_shared(name: str) -> bool:
    """Whether shared words are so many that the item of a list is one scheme and no field: 친환경급식 지원."""
    found = _SHARED_DEED.fullmatch(name)
    words = found["body"].split() if found else []
    return len("".join(words)) >= _ENOUGH_SHARED and not any(describes(word) for word in words)
