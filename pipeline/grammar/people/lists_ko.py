"""Names after their titles in Korean text: lists of appointments (`▲총무과장 박정수`, `부군수 : 소 현`) and running text.

A bullet, bracket or colon makes the reading sure; elsewhere the name must be beyond doubt (`시장 오세훈`).
"""

from __future__ import annotations

import re
from itertools import islice

from pipeline.grammar.people import names
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.names_ko import Span, is_common, is_proper, name_at, words_before
from pipeline.grammar.people.posts import is_public_body, title_pattern
from pipeline.grammar.people.titles_ko import ENDING, Title
from pipeline.grammar.regex import regex
from pipeline.view import View

BULLETS = "▲△▶▷◇◆■□●○◎◦-–·:=("
# `△하남도시공사 사장 …`: an organisation may stand between the bullet and the title; nothing that ends a phrase does.
_BULLET_BEFORE = regex(r"[▲△▶▷◇◆■□●○◎◦]\s?(?:[가-힣A-Za-z0-9()·]{1,16}\s){1,3}\Z")
_LINE_OF_LIST = regex(r"(?:^|\n)[ \t]*(?:[가-힣·]{1,12} ?){0,2}\Z")
# After a title that opens its line: a colon, a cell's edge, or a name that ends the line.
_COLUMN = regex(r"[ \t]?[:：|][ \t]?(?=[가-힣])|[ \t\u3000]+[가-힣]{1,2} ?[가-힣]{1,3}[ \t]*(?:\(|\n|$)")
_RIGHT = regex(
    r"(?:(?:인|이자)?[ \t\u3000]{1,8}|[ \t]?[:：·ㆍ|][ \t]?)(?:(?P<first>[가-힣]{1,2}) (?P<second>[가-힣]{1,2})(?![가-힣])|(?P<run>[가-힣]{2,8}|[가-힣]{1,2}(?:OO|○○)))"
)
# What follows a name in a list of appointments: the next bullet, bracket or line.
_LIST_GOES_ON = regex(r"\s*(?:[▲△▶▷◇◆■□●○◎◦·,()]|\n|$)")
_FORMER_BEFORE = regex(r"(?:전|前|전직)\s?\Z")
NO_OFFICIAL = regex(r"\s?(?:기자|교수|대표(?!이사)|회장|작가|감독|선수|변호사|특파원|논설|앵커|아나운서|시인|박사)")
_NEXT_WORD = regex(r"\s[가-힣]{0,8}")
# Titles that a name may follow in running text though nothing is glued before them.
_TITLE_FIRST = frozenset({"국회의원", "도지사", "대통령", "구청장", "군수", "의장", "부의장", "위원장"})
# `사장에 홍길동 전 부시장을 임명했다`: the post that someone is given.
_GIVEN_POST = regex(
    r"(?:에|에는|으로|로|으로는)\s(?P<name>[가-힣]{3,4})(?=\s(?:전|현|의원을)\s|\s의원[을이,]|\s?\(|[을를이가]\s|(?:\s[가-힣A-Za-z0-9·]{1,12}){1,4}[을를이가]\s)"
)
# `홍길동 재정기획관을 구청 부구청장으로 발령했다`: the post that the person named before goes to.
_MOVED = regex(
    r"""(?:으로|로|에)\s(?:자리를\s|각각\s|새로\s|최종\s)?(?:옮[기긴겨겼길]|이동|발령|임명|내정|전보|승진|부임|영전|발탁|기용|취임|임용|나가[고며]|나간다|정해졌)(?![한된할될]\s|(?<=긴)\s)
      | (?:으로|로),\s(?=[^.\n]{0,160}(?:발령|임명|내정|전보)(?:했|됐|하|되))""",
    re.VERBOSE,
)
_TAKES_OVER = regex(r"[을를]\s(?:새로\s)?맡(?:는다|았다|게\s|아\s|고\s|으며)")
_NEXT_NAME = regex(
    r"[ ]?[·ㆍ,/ ][ ]?(?P<name>[가-힣]{2,4}|[가-힣]{1,2} [가-힣]{1,2})(?=[ ]?[·ㆍ,/▲△▶▷◇◆■□●○\n(]|[ ][가-힣]{2,4}[ ]?(?:[·ㆍ,/▲△▶▷◇◆■□●○\n]|$)|$)"
)
_MOST_NAMES = 40
_BRACKETED_NAMES = regex(r"\((?:[가-힣]{2,4}\s?[·ㆍ,/]\s?){1,12}[가-힣]{2,4}\)")
_GIVING = regex(r"[^.\n]{0,60}(?:임명|선임|내정|취임|위촉|선출|임용|발탁)")


def is_listed(text: str, title: Title) -> bool:
    """Whether a bullet or bracket stands just before the title: then a name follows it. A status may stand between."""
    before = _FORMER_BEFORE.sub("", text[max(0, title.word - 4) : title.word].rstrip(" "))[-1:]
    if before and before in BULLETS:
        return True
    line = text.rfind("\n", 0, title.word) + 1
    return bool(_COLUMN.match(text, title.after)) and bool(_LINE_OF_LIST.search(text, max(0, line - 1), title.word))


def is_in_list(text: str, title: Title) -> bool:
    """Whether a bullet opens the phrase that the title ends."""
    return bool(_BULLET_BEFORE.search(text, max(0, title.word - 52), title.word))


def is_former(text: str, title: Title) -> bool:
    """Whether `전` stands before the title."""
    return bool(_FORMER_BEFORE.search(text, max(0, title.word - 4), title.word))


def name_after(view: View, title: Title, sure: bool) -> Span | None:
    """The name after the title. Unless a list makes it sure, it must be beyond doubt."""
    text = view.text
    m = _RIGHT.match(text, title.after)
    if not m or not (sure or title.prefix or title.title in _TITLE_FIRST or _follows_body(text, title.word)):
        return None
    if not sure and text[m.start()] in ":：·ㆍ|":
        return None
    # `단장인 김민호 부시장` is the 부시장; but `전 구청장인 …` is told for its own sake.
    if text[m.start()] in "인이":
        if not is_former(text, title):
            return None
        sure = True
    if m["first"]:
        spaced = names.split_spaced(m["first"], m["second"]) if sure and _LIST_GOES_ON.match(text, m.end()) else None
        if spaced:
            return m.start("first"), m.end("second"), spaced
        return _run(view, m.start("first"), len(m["first"]), sure)
    return _run(view, m.start("run"), len(m["run"]), sure)


def names_in_brackets(view: View, title: Title) -> list[Span]:
    """The names that a bracket after the title lists: `여야 의원(하태경·이학영)`; empty where one of them is none."""
    listed = _BRACKETED_NAMES.match(view.text, title.after)
    spans = [m.span() for m in re.finditer("[가-힣]+", listed.group())] if listed else []
    names_there = [name_at(view, title.after + start, title.after + end) for start, end in spans]
    return [
        (title.after + start, title.after + end, name)
        for (start, end), name in zip(spans, names_there, strict=True)
        if name and all(names_there)
    ]


def names_following(view: View, end: int) -> list[Span]:
    """The names that share the title of the name before in a list: `▲과장 김철수·이영희 박 솔`."""
    found: list[Span] = []
    while len(found) < _MOST_NAMES and (m := _NEXT_NAME.match(view.text, end)):
        start, end = m.start("name"), m.end("name")
        first, _, second = m["name"].partition(" ")
        name = names.split_spaced(first, second) if second else name_at(view, start, end)
        if name is None:
            break
        found.append((start, end, name))
    return found


def given_post(view: View, title: Title) -> Span | None:
    """The name of who is given the post: `공사 사장에 홍길동 전 부시장을 임명했다`."""
    m = _GIVEN_POST.match(view.text, title.end)
    if not m or not _GIVING.match(view.text, m.end()):
        return None
    for size in (len(m["name"]), 3):
        name = name_at(view, m.start("name"), m.start("name") + size)
        if name and ENDING.match(view.text, m.start("name") + size):
            return m.start("name"), m.start("name") + size, name
    return None


def is_moved_to(text: str, title: Title, staff: bool) -> bool:
    """Whether the title is where someone is moved: `… 부구청장으로 자리를 옮긴다`.

    `staff`: whether the one who moves is appointed; a mayor who takes over the disaster headquarters (본부장을 맡았다) stays one.
    """
    return bool(_MOVED.match(text, title.end) or (staff and _TAKES_OVER.match(text, title.end)))


def _run(view: View, at: int, length: int, sure: bool) -> Span | None:
    """The name at the beginning of a run of Hangul syllables, whose rest is a particle."""
    text = view.text
    for size in (3, 4, 2) if sure else (3,):
        if length < size or (size == 2 and length > 2) or not ENDING.match(text, at + size):
            continue
        word = text[at : at + size]
        name = name_at(view, at, at + size)
        if name is None and sure and _LIST_GOES_ON.match(text, at + size) and not names.is_word(word):
            name = names.split_hangul(word)
        if name is None or NO_OFFICIAL.match(text, at + size) or title_pattern("ko").fullmatch(word):
            continue
        if sure or _beyond_doubt(view, name, at, at + size, length):
            return at, at + size, name
    return None


def _follows_body(text: str, at: int) -> bool:
    """Whether the word before is a public body: `한국도로공사 사장 함진우`."""
    return any(is_public_body(text[start:end]) for start, end in islice(words_before(text, at), 1))


def _beyond_doubt(view: View, name: Name, start: int, end: int, run: int) -> bool:
    """Whether a name after a title is its holder's: no title of its own follows, and it is no common word."""
    following = _NEXT_WORD.match(view.text, end)
    if following and title_pattern("ko").search(view.text, end, following.end()):
        return False
    if not names.is_strong(name):
        return is_proper(view, start, end)
    return run > end - start or not is_common(view, start, end)
