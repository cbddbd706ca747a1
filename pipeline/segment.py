"""A document's view → runs of one language, and which run translates which."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.records import Segment
from pipeline.view import View

_HANGUL = re.compile(r"[가-힣]")
_LATIN = re.compile(r"[A-Za-z]")
_LINE = re.compile(r"[^\n]+\n*|\n+")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_SAYS_TRANSLATED = re.compile(r"번역|translat", re.IGNORECASE)

# A Hangul syllable holds about as much as two or three letters; Latin names in a Korean line must not turn it.
_LETTERS_PER_SYLLABLE = 2.5
# Fewer letters than this between two runs of one language are a name or a label, not a run of their own.
_SHORTEST_RUN = 30
# English letters per Hangul syllable of a translation: 1.9 to 3.6 in our own pairs, wider to be safe with summaries.
_TRANSLATION_LENGTH = (1.0, 6.0)
_SHARED_NUMBERS = 0.5


def language_of(text: str) -> str:
    """`ko`, `en` or empty (no letters)."""
    hangul, latin = len(_HANGUL.findall(text)), len(_LATIN.findall(text))
    if not hangul and not latin:
        return ""
    return "ko" if hangul * _LETTERS_PER_SYLLABLE >= latin else "en"


def segment(view: View, lang: str = "") -> list[Segment]:
    """Runs of one language, in order; each holds whole lines. `lang`: the language, where it is known already.

    A text without letters (`2021.5.31~6.15`) counts as Korean.
    """
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
        segments.append(Segment(index, part.lang, *part.raw_span(0, len(part)), part))
    return _with_translations(segments)


def _without_inserts(text: str, runs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Short runs joined to the run before them, so that a Hangul name alone on a line does not cut an English article."""
    kept: list[tuple[str, int, int]] = []
    for spoken, start, end in runs:
        letters = sum(len(p.findall(text, start, end)) for p in (_HANGUL, _LATIN))
        if kept and (spoken == kept[-1][0] or letters < _SHORTEST_RUN):
            kept[-1] = (kept[-1][0], kept[-1][1], end)
        elif len(kept) == 1 and len("".join(text[kept[0][1] : kept[0][2]].split())) < _SHORTEST_RUN:
            kept[0] = (spoken, kept[0][1], end)
        else:
            kept.append((spoken, start, end))
    return kept


def _with_translations(segments: list[Segment]) -> list[Segment]:
    """English runs that say the same as the nearest Korean run get `translation_of`; Korean is the original."""
    korean = [s for s in segments if s.lang == "ko"]
    taken: set[int] = set()
    result = []
    for one in segments:
        original = None
        if one.lang == "en":
            near = sorted(korean, key=lambda k: (abs(k.index - one.index), k.index))
            original = next((k.index for k in near if k.index not in taken and _translates(one, k)), None)
        if original is not None:
            taken.add(original)
        result.append(replace(one, translation_of=original))
    return result


def _translates(english: Segment, korean: Segment) -> bool:
    """Whether the lengths fit and either the text says so or at least half of the figures are shared."""
    syllables, letters = len(_HANGUL.findall(korean.view.text)), len(_LATIN.findall(english.view.text))
    if syllables < _SHORTEST_RUN or letters < _SHORTEST_RUN:
        return False
    if not _TRANSLATION_LENGTH[0] <= letters / syllables <= _TRANSLATION_LENGTH[1]:
        return False
    seam = english.view.text[:300] + korean.view.text[-300:] + korean.view.text[:300] + english.view.text[-300:]
    if _SAYS_TRANSLATED.search(seam):
        return True
    here, there = (set(_NUMBER.findall(s.view.text)) for s in (english, korean))
    return bool(here and there) and len(here & there) >= _SHARED_NUMBERS * min(len(here), len(there))
