"""A document's view → runs of one language, and which run translates which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.grammar.regex import regex
from pipeline.records import PAIR, Segment
from pipeline.view import View

_HANGUL = regex(r"[가-힣]+")
_NO_LATIN = bytes(code for code in range(128) if not chr(code).isalpha())
_LINE = regex(r"[^\n]+\n*|\n+")
# One-digit figures coincide everywhere: with them unrelated articles share up to 0.59 of their figures.
_FIGURE = regex(r"\d[\d,.]*\d")
_SAYS_TRANSLATED = regex(r"번역|translat", re.IGNORECASE)

# A Hangul syllable holds about as much as two or three letters; Latin names in a Korean line must not turn it.
_LETTERS_PER_SYLLABLE = 2.5
# Fewer letters than this between two runs of one language are a name or a label, not a run of their own.
_SHORTEST_RUN = 30
# English letters per Hangul syllable of a translation: 2.7 to 3.3 in seven pairs, wider for summaries and padding.
_TRANSLATION_LENGTH = (1.0, 6.0)
# Figures shared, of the larger set: 0.36 to 0.75 in seven pairs, at most 0.38 in 380 pairs of unrelated articles of fitting
# length. A pair below the bar is known by its seam alone.
_SHARED_FIGURES = 0.4
# How many runs away an original may lie, and how many characters around the seam may speak of translation.
_NEAR, _SEAM = 4, 200


def language_of(text: str) -> str:
    """`ko`, `en` or empty (no letters)."""
    hangul, latin = _letters(text)
    if not hangul and not latin:
        return ""
    return "ko" if hangul * _LETTERS_PER_SYLLABLE >= latin else "en"


def segment(view: View, lang: str = "") -> list[Segment]:
    """Runs of one language, in order; each holds whole lines. `lang`: the language, where it is known already; `ko+en` for
    a text and its translation.

    A text without letters (`2021.5.31~6.15`) counts as Korean.
    """
    paired = lang == PAIR
    lang = lang if lang in ("ko", "en") else ""
    runs: list[tuple[str, int, int]] = []
    for line in _LINE.finditer(view.text):
        spoken = lang or language_of(line.group())
        if runs and (not spoken or not runs[-1][0] or spoken == runs[-1][0]):
            runs[-1] = (runs[-1][0] or spoken, runs[-1][1], line.end())
        else:
            runs.append((spoken, line.start(), line.end()))
    segments = []
    for index, (spoken, start, end) in enumerate(_without_inserts(view.text, runs)):
        part = view[start:end].speaking(spoken or "ko")
        sentences = tuple(part.raw_span(*span) for span in part.sentences)
        segments.append(Segment(index, part.lang, *part.raw_span(0, len(part)), part, sentences=sentences))
    return _with_translations(segments, paired)


def _without_inserts(text: str, runs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Short runs joined to the run before them, so that a Hangul name alone on a line does not cut an English article."""
    kept: list[tuple[str, int, int]] = []
    for spoken, start, end in runs:
        letters = _weight(text[start:end])
        if kept and (spoken == kept[-1][0] or letters < _SHORTEST_RUN):
            kept[-1] = (kept[-1][0], kept[-1][1], end)
        elif len(kept) == 1 and len("".join(text[kept[0][1] : kept[0][2]].split())) < _SHORTEST_RUN:
            kept[0] = (spoken, kept[0][1], end)
        else:
            kept.append((spoken, start, end))
    return kept


def _weight(text: str) -> float:
    """How much is said, in English letters."""
    hangul, latin = _letters(text)
    return hangul * _LETTERS_PER_SYLLABLE + latin


def _letters(text: str) -> tuple[int, int]:
    """How many Hangul syllables and how many Latin letters."""
    hangul = 0 if text.isascii() else len("".join(_HANGUL.findall(text)))
    return hangul, len(text.encode("ascii", "ignore").translate(None, _NO_LATIN))


def _with_translations(segments: list[Segment], paired: bool) -> list[Segment]:
    """English runs that say the same as the nearest Korean run get `translation_of`; Korean is the original.

    paired: the first of each language are known to be a text and its translation.
    """
    figures = [set(_FIGURE.findall(s.view.text)) for s in segments]
    taken: set[int] = set()
    result = []
    for one in segments:
        original = None
        if one.lang == "en":
            near = segments[max(0, one.index - _NEAR) : one.index + _NEAR + 1]
            korean = sorted((s for s in near if s.lang == "ko"), key=lambda k: (abs(k.index - one.index), k.index))
            fits = (k.index for k in korean if k.index not in taken and (paired or _translates(one, k, figures)))
            original = next(fits, None)
        if original is not None:
            taken.add(original)
        result.append(replace(one, translation_of=original))
    return result


def _translates(english: Segment, korean: Segment, figures: Sequence[set[str]]) -> bool:
    """Whether the lengths fit and either the seam says so or the figures are mostly shared, two at least."""
    syllables, letters = _letters(korean.view.text)[0], _letters(english.view.text)[1]
    if syllables * _LETTERS_PER_SYLLABLE < _SHORTEST_RUN or letters < _SHORTEST_RUN:
        return False
    if not _TRANSLATION_LENGTH[0] <= letters / syllables <= _TRANSLATION_LENGTH[1]:
        return False
    first, second = sorted((english, korean), key=lambda s: s.index)
    if _SAYS_TRANSLATED.search(first.view.text[-_SEAM:] + second.view.text[:_SEAM]):
        return True
    here, there = figures[english.index], figures[korean.index]
    shared = len(here & there)
    return shared > 1 and shared >= _SHARED_FIGURES * max(len(here), len(there))
