"""Public bodies in Korean text: known names, and words that end in a head noun (유성구의회, 일자리경제과).

One pattern finds names and head nouns with what may be glued behind them; then what stands before a head noun decides. A
head noun inside a post (일자리경제과장, 교육청장) is no body: only particles and titles of a body (장관, 의장) may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.grammar.alternatives import one_of
from pipeline.grammar.bodies.body_names import Body, Head, heads, known, subjects
from pipeline.grammar.places import gazetteer
from pipeline.grammar.regex import regex

_PARTICLE = (
    "은|는|이|가|을|를|의|에|와|과|로|으로|도|만|에서|에게|에는|에도|에서는|에서도|에선|엔|부터|까지|보다|라|이라|란|이란|인|이며|이고|이나|나|로는|로도|로부터"
    "|으로부터|처럼|마다|뿐|측|측은|측과|이다|라는|라고|이라는|이라고|였다|이었다|하고|등|등이|등은|등과|등의|간|께|산하|소속|내|들|장학금|관계자|직원|직원들"
)
# 국회로 12, an address.
_STREET = r"로\s?\d"
_TITLE = "장관|차관|의장|부의장|이사장|사장|회장|위원장"
_BEFORE = regex(r"[가-힣A-Za-z0-9·ㆍ]+\Z")
_PLACE_BEFORE = regex(r"(?<![가-힣])([가-힣]{2,7})\s\Z")
_SPECIAL = regex(r"(?<![가-힣])(?:예산결산|행정사무감사|행정사무조사|윤리)\s\Z")
_LONGEST = 24
# 유성구, 솔재시: a name and its unit, of two syllables at least. 시도, 시군구 are no place.
_UNIT = regex(r"[가-힣]{1,6}(?:특별시|광역시|특별자치[시도]|[시군구도읍면동])")
_NO_PLACE = regex(
    r"(?:전국|타|각|양|[0-9]+개?)?(?:시도|도시|시군구?|군구|구군|자치[구시군]|기초|광역|지역|관할|인근|일선|해당|지방|중앙|본)?"
)
# `심사위원회`, `문화재단`: what many have.
_GENERAL = regex(
    r"(?:상임|특별|소|심사|심의|추진|조직|집행|자문|평가|선정|대책|준비|관련|해당|각|전문|분과|실무|공동|당|정|비상대책|비대|공천|공천관리|운영|정책|민관|행정|간담|인사|민간"
    r"|독자|편집|문화|장학|복지|공익|비영리|출연|의료|학교|종교|직능|유관|시장|마을|아파트|전통시장|지역|시민|주민|상인|농민|관광|건설|선거|중앙|시|도|군|구|읍|면|동|이|그|본|사업|[0-9]++개?)*"
)
_SUBJECT = r"\d?\Z"
# 과 after a consonant is also `and`: 안전과 건강. It is a division where something else says so.
_AND_NOT = regex(
    r"(?:가|를|에|에서|에서는|에는|로|와|에게|라고|로부터|직원|직원들)(?![가-힣])|\s[가-힣]{2,4}\s(?:과장|팀장|주무관|계장)|\s?[()☎·’'”\"]|\s*\n|\s*\Z"
)
_HALL_BEFORE = regex(r"[시군구도]청\s\Z|[(‘'“\"]\Z")
_DESK = regex(r"\s?(?:[가-힣]{2,4}\s)?기자")


def find_bodies(text: str) -> Iterator[Body]:
    """The bodies that a Korean text names, in order."""
    for match in _names().finditer(text):
        start, end = match.span()
        if match.lastgroup == "known":
            body = known("ko")[match.group()]
            if not _DESK.match(text, end):
                yield Body(start, end, match.group(), body.kind, known=body)
            continue
        begun = _word_start(text, start)
        found = _named(text, begun, end)
        if found is not None:
            yield found


@cache
def _names() -> re.Pattern[str]:
    """Known names and head nouns, where a word may end behind them."""
    names, ends = one_of(known("ko")), one_of(heads("ko"))
    edge = rf"(?!{_STREET})(?:{_TITLE})?(?:{_PARTICLE})?(?![가-힣A-Za-z0-9])"
    letters = "".join({name[0] for name in (*known("ko"), *heads("ko"))})
    return re.compile(rf"(?=[{letters}])(?:(?<![가-힣A-Za-z0-9])(?P<known>{names})|(?P<head>{ends}))(?={edge})")


@cache
def _head_end() -> re.Pattern[str]:
    return re.compile(rf"{one_of(heads('ko'))}\Z")


@cache
def _subject_end() -> re.Pattern[str]:
    return re.compile(one_of(subjects()) + _SUBJECT)


def _word_start(text: str, at: int) -> int:
    """Where the word that goes on at `at` begins; a dot between two bodies (대전도시공사·유성구의회) parts them."""
    before = _BEFORE.search(text, max(0, at - _LONGEST), at)
    if before is None:
        return at
    word = before.group()
    for dot in re.finditer(r"[·ㆍ]", word):
        left = word[: dot.start()]
        if _head_end().search(left) or left in known("ko") or _is_place(left):
            return before.start() + dot.end()
    return before.start()


def _named(text: str, start: int, end: int) -> Body | None:
    word = text[start:end]
    ending = _head_end().search(word)
    if ending is None:
        return None
    head, rest = heads("ko")[ending.group()], word[: ending.start()]
    if word in known("ko"):
        return Body(start, end, word, known("ko")[word].kind, known=known("ko")[word])
    if head.needs == "place" and not rest:
        return _after_place(text, start, end, head)
    if head.word == "특별위원회" and not rest and (before := _SPECIAL.search(text, max(0, start - 10), start)):
        return Body(before.start(), end, text[before.start() : end], head.kind, head=head, rest=before.group())
    if not _fits(text, end, rest, head, start):
        return None
    return Body(start, end, word, head.kind, head=head, rest=rest)


def _after_place(text: str, start: int, end: int, head: Head) -> Body | None:
    """`유성구 의회`: the place is a word of its own."""
    before = _PLACE_BEFORE.search(text, max(0, start - 10), start)
    if before is None or not _is_place(before[1]):
        return None
    return Body(before.start(), end, text[before.start() : end], head.kind, head=head, rest=before[1])


def _fits(text: str, end: int, rest: str, head: Head, start: int) -> bool:
    if head.needs == "place":
        return not _NO_PLACE.fullmatch(rest) and (_starts_with_place(rest) or _stands_for_place(rest, head))
    if head.needs == "own":
        return bool(rest) and not _GENERAL.fullmatch(rest)
    if head.needs == "subject":
        return bool(_subject_end().search(rest)) and (head.word != "과" or _is_division(text, start, end, rest))
    return True


def _stands_for_place(rest: str, head: Head) -> bool:
    """`강릉동부소방서`, `북대전세무서`: offices of the state are called after places that the gazetteer need not know."""
    return bool(head.concept) and head.concept != "council" and len(rest) > 1


def _is_division(text: str, start: int, end: int, rest: str) -> bool:
    closed = (ord(rest[-1]) - 0xAC00) % 28 if "가" <= rest[-1] <= "힣" else 0
    return not closed or bool(_AND_NOT.match(text, end) or _HALL_BEFORE.search(text, max(0, start - 4), start))


def _starts_with_place(rest: str) -> bool:
    return any(_is_place(rest[:n]) for n in range(2, min(len(rest), 8) + 1))


def _is_place(word: str) -> bool:
    return (
        word in gazetteer.full_names()
        or word in gazetteer.bare_names()
        or bool(_UNIT.fullmatch(word) and not _NO_PLACE.fullmatch(word))
    )
