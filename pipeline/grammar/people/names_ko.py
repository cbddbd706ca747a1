"""Whether the characters at a place in Korean text are a person's name: by shape, by word lists, last by the analyser.

The analyser splits a quarter of all names (김영종 as 김영 + 종), so it may only turn down a name of doubtful shape, and
only where it sees common nouns or endings; what it calls a proper noun or cuts apart stays.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.grammar.people import names
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.posts import agency_kinds, is_organisation, is_place
from pipeline.grammar.regex import regex
from pipeline.view import View

_MASKED = regex(r"(?P<surname>[가-힣]{1,2})(?P<given>OO|XX|○○|◯◯)")
_LISTED = regex(
    r"(?:(?<![가-힣])(?P<first>[가-힣]{1,2}) (?P<second>[가-힣]{1,2})|(?P<name>[가-힣]{2,4}))(?:\([^()\n]{1,20}\))?\s?(?:[·ㆍ・‧∙•⋅･/,]|와|과)\s?\Z"
)
_FOREIGN_WORD = regex(r"[가-힣]{2,7}")
_WORD_BEFORE = regex(r"(?<![가-힣])([가-힣]{1,6}) \Z")
_SURNAME_BEFORE = regex(r"(?<![가-힣])(?P<surname>[가-힣]{1,2}) \Z")
_MOST_LISTED = 12
_MOST_WORDS = 8
# Particles, 하다 and 이다 with their endings: 차장은, 성공한, 공석인.
_ENDING_TAGS = ("J", "E", "XSV", "XSA", "VC")
_COMMON_TAGS = ("NN", "XS", "XP", "NR", "MM")


# View offsets of a name, and its parts.
Span = tuple[int, int, Name]


def name_at(view: View, start: int, end: int) -> Name | None:
    """The Korean name at `[start, end)`, or None for a word, a place or an organisation. `김OO` counts."""
    word = view.text[start:end]
    if masked := _MASKED.fullmatch(word):
        return Name(masked["surname"], masked["given"]) if masked["surname"] in names.surnames() else None
    if names.is_word(word) or is_place(word) or word in agency_kinds():
        return None
    name = names.split_hangul(word)
    if name is None:
        # 맹쾌덕: a rare syllable, but the analyser knows a proper noun when no other list claims it.
        rare = names.split_hangul(word, usual=False) if len(word) == 3 and not is_organisation(word) else None
        return rare if rare and is_proper(view, start, end) else None
    # 차장은, 정부의 have the shape of names, but so has the name 이상은.
    ends_like_particle = word[-1] in "은의이을도인과한" and names.is_word(word[:-1])
    if names.is_strong(name) and not ends_like_particle:
        return name
    return None if is_common(view, start, end) else name


def listed_before(view: View, start: int) -> list[Span]:
    """Names listed before the name at `start`, the nearest first: `임영은·이수완 도의원`, `홍길동, 김철수 의원`."""
    found: list[Span] = []
    while len(found) < _MOST_LISTED:
        m = _LISTED.search(view.text, max(0, start - 30), start)
        if not m or (m.start() > 0 and "가" <= view.text[m.start() - 1] <= "힣"):
            break
        if m["first"]:
            spaced = names.split_spaced(m["first"], m["second"])
            name, (start, end) = spaced, (m.start("first"), m.end("second"))
        else:
            start, end = m.span("name")
            name = name_at(view, start, end)
        if name is None or not (m["first"] or names.is_strong(name) or len(name.given) == 2):
            break
        found.append((start, end, name))
    return found


def spaced_at(text: str, start: int, end: int) -> Span | None:
    """The name with a space whose given name is the word `[start, end)`: `우 현`, `남궁 민`."""
    first = _SURNAME_BEFORE.search(text, max(0, start - 4), start) if end - start <= 2 else None
    name = names.split_spaced(first["surname"], text[start:end]) if first else None
    return (first.start("surname"), end, name) if first and name else None


def foreign_at(view: View, start: int, end: int) -> Span | None:
    """The foreigner's name that ends at `end`: one or two words that the analyser calls proper nouns (앙겔라 메르켈)."""
    word = view.text[start:end]
    if not _FOREIGN_WORD.fullmatch(word) or names.is_word(word) or not is_proper(view, start, end):
        return None
    before = _WORD_BEFORE.search(view.text, max(0, start - 9), start)
    if before and not names.is_word(before.group(1)) and not is_organisation(before.group(1)):
        first, last = before.span(1)
        if is_proper(view, first, last):
            return first, end, Name(word, before.group(1), foreign=True)
    return start, end, Name(word, foreign=True)


def is_common(view: View, start: int, end: int) -> bool:
    """Whether the analyser reads the word as common nouns, or as one with a particle or ending."""
    tags = _tags(view, start, end)
    if any(tag.startswith("NNP") for tag in tags):
        return False
    if len(tags) == 1 or (tags[:1] == ["NNG"] and tags[-1].startswith(_ENDING_TAGS)):
        return True
    return end - start != 3 and all(tag.startswith(_COMMON_TAGS) for tag in tags)


def is_proper(view: View, start: int, end: int) -> bool:
    """Whether the analyser reads the word as nothing but proper nouns."""
    tags = _tags(view, start, end)
    return bool(tags) and all(tag == "NNP" for tag in tags)


def _tags(view: View, start: int, end: int) -> list[str]:
    """The analyser's tags of `[start, end)`, read with a few words around it."""
    left = max(view.text.rfind("\n", 0, start) + 1, view.text.find(" ", max(0, start - 24), start) + 1)
    part = view[left : min(len(view), end + 16)]
    return [tag for at, until, tag in part.morphemes if at < end - left and until > start - left]


def words_before(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Words and bracketed groups leftwards from `end` on the same line."""
    at, least = end, max(0, end - 90)
    for _ in range(_MOST_WORDS):
        while at > least and text[at - 1] in " \t\u3000":
            at -= 1
        if at <= least or text[at - 1] == "\n":
            return
        start = at
        if text[at - 1] == ")":
            start = text.rfind("(", least, at)
        else:
            while start > least and text[start - 1] not in " \t\u3000\n()":
                start -= 1
        if start < 0 or start == at:
            return
        yield start, at
        at = start
