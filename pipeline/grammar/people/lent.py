"""Names that only a trained pipeline knows for a person's, for use directly beside a known post. Empty without a pipeline.

| form                       | name                                                                  |
|----------------------------|-----------------------------------------------------------------------|
| 이자스민 의원               | of a Korean surname and rare syllables: surname and given name         |
| 마리솔 그랜트 시장           | any other: foreign, its last word standing for the surname            |
| Mayor Marisol Grant        | the same                                                              |
| Mayor Cheolsu              | one word: a name of the text that holds it, else foreign              |

What a pipeline marks is trimmed to the name: without titles before it, particles and possessives after it. Small pipelines
mark areas and offices too (`Ulsan Mayor`): these are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.grammar.people import names, posts
from pipeline.grammar.people.lists_ko import NO_OFFICIAL
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.names_ko import Span
from pipeline.grammar.people.posts import title_pattern
from pipeline.grammar.people.sightings import Sighting
from pipeline.grammar.people.titles_ko import ENDING
from pipeline.grammar.regex import regex
from pipeline.view import View

# A pipeline is less sure than a pattern: sightings by a name that it lent are told by rule and confidence.
_RULES = {"ko": "ko_lent_name", "en": "en_lent_name"}
_CONFIDENCE = 0.8

_HANGUL_NAME = regex(r"[가-힣]{2,7}|[가-힣]{1,7}(?:[ ·][가-힣]{1,7}){1,3}")
_LATIN_NAME = regex(r"[A-Z][\w'’.-]*(?:\s(?:[a-z]{1,3}\s)?[A-Z][\w'’.-]*){0,3}")
_AREA = regex(r"-(?:gu|si|gun|do|dong|eup|myeon|ri)\b")
_POSSESSIVE = regex(r"['’]s?\Z")
_GAP = regex(r"(?:인|이자)?[ \t\u3000]{1,8}")
_NEXT_WORD = regex(r"\s[가-힣]{0,8}")


def before_title(view: View, start: int, end: int) -> Span | None:
    """The Korean name whose last word is `[start, end)`, if it is a person's; a surname alone and a subject are none."""
    for first, last in _marked(view, "person"):
        name = _korean(view.text[first:end]) if first <= start and end <= last else None
        if name and _without_particle(view, first, end) == end:
            return first, end, name
    return None


def after_title(view: View, at: int) -> Span | None:
    """The Korean name that stands behind a title which ends at `at`, if it is a person's without a title of his own."""
    gap = _GAP.match(view.text, at)
    for first, last in _marked(view, "person") if gap else ():
        if gap and first == gap.end():
            last = _without_particle(view, first, last)
            name = _korean(view.text[first:last]) if ENDING.match(view.text, last) else None
            return (first, last, name) if name and not _has_own_title(view.text, last) else None
    return None


def is_organisation(view: View, start: int, end: int) -> bool:
    """Whether the word at `[start, end)` is part of an organisation's name."""
    return any(first <= start and end <= last for first, last in _marked(view, "organisation"))


def latin(view: View, known: Sequence[Span]) -> list[Span]:
    """The names in an English view that are none of those `known` by pattern."""
    if not title_pattern("en").search(view.text):
        return []
    found: list[Span] = []
    for first, last in _marked(view, "person"):
        while (title := title_pattern("en").match(view.text, first, last)) and view.text[title.end()].isspace():
            first = title.end() + 1
        last -= len(view.text[first:last]) - len(_POSSESSIVE.sub("", view.text[first:last]))
        fits = _LATIN_NAME.fullmatch(view.text, first, last) and not _AREA.search(view.text, first, last)
        titled = title_pattern("en").search(view.text, first, last)
        if fits and not titled and not any(start < last and first < end for start, end, _ in known):
            found.append((first, last, _latin(view.text[first:last])))
    whole = [name for _, _, name in (*known, *found) if name.given]
    return [
        (start, end, next((n for n in whole if _is_part(name, n)), name))
        for start, end, name in found
        if name.given or not names.surname_keys(name.surname)
    ]


def marked(sighting: Sighting, lang: str) -> Sighting:
    """The sighting as one by a name that was lent."""
    return replace(sighting, rule=_RULES[lang], confidence=min(sighting.confidence, _CONFIDENCE))


def _marked(view: View, kind: str) -> list[tuple[int, int]]:
    return [(start, end) for start, end, of_kind in view.entities if of_kind == kind]


def _korean(text: str) -> Name | None:
    first, _, last = text.rpartition(" ")
    if not _HANGUL_NAME.fullmatch(text) or names.is_word(text) or posts.is_place(last) or posts.is_organisation(last):
        return None
    return names.split_hangul(text, usual=False) or Name(last, first, foreign=True)


def _latin(text: str) -> Name:
    """A Korean surname at either end makes a Korean name."""
    first, _, last = text.rpartition(" ")
    start, _, rest = text.partition(" ")
    if first and names.surname_keys(last):
        return Name(last, first)
    return Name(start, rest) if rest and names.surname_keys(start) else Name(last, first, foreign=True)


def _is_part(name: Name, whole: Name) -> bool:
    """Whether a name of one word is the given name of a longer one, or the surname of a foreign one."""
    alone = not name.given and _letters(name.surname)
    return alone == _letters(whole.given) or (whole.foreign and alone == _letters(whole.surname))


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalpha())


def _without_particle(view: View, start: int, end: int) -> int:
    """Where the name ends: pipelines whose tokens are words between spaces mark the particle too."""
    part = view[start:end].doc
    return start + part[-1].idx if len(part) > 1 and part[-1].tag_.startswith("J") else end


def _has_own_title(text: str, end: int) -> bool:
    following = _NEXT_WORD.match(text, end)
    titled = following and title_pattern("ko").search(text, end, following.end())
    return bool(titled or NO_OFFICIAL.match(text, end))
