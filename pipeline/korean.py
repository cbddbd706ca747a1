"""Korean morphology: the only module that imports kiwipiepy.

A spaCy tokenizer whose tokens are cut at Kiwi's morpheme edges, with Kiwi's tags (Sejong tag set: NNP proper noun, NNG
common noun, NNB bound noun, NR numeral, SN digits, SL Latin, J* particle, VV verb, E* ending …) and lemmas.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kiwipiepy import Kiwi
from spacy.tokens import Doc
from spacy.util import DummyTokenizer
from spacy.vocab import Vocab

from pipeline.grammar.regex import regex

# Kiwi slows down more than linearly in characters without a space.
_LONGEST_RUN = 500
_PIECE = 4000
_LONG_RUN = regex(rf"\S{{{_LONGEST_RUN}}}")


@cache
def kiwi() -> Kiwi:
    """The analyser, loaded once per process (about a second, 500 MB)."""
    return Kiwi(num_workers=1, load_multi_dict=False)


def morphemes(text: str) -> list[tuple[int, int, str, str]]:
    """`(start, end, tag, lemma)` in code points, in order, without overlaps.

    Morphemes that share characters (`했` = 하 + 었) or have none become one, its tags joined by `+` (`VV+EP`).
    """
    found: list[tuple[int, int, str, str]] = []
    for offset, piece in _pieces(text):
        for token in kiwi().tokenize(piece):
            start, end, tag = offset + token.start, offset + token.start + token.len, str(token.tag)
            if found and (start == end or start < found[-1][1]):
                before = found[-1]
                found[-1] = (before[0], max(before[1], end), f"{before[2]}+{tag}", before[3])
            elif start < end:
                found.append((start, end, tag, token.lemma))
    return found


def tokens(text: str) -> Iterable[tuple[int, int, str, str]]:
    """The morphemes with what stands between them, but for single spaces: white space tagged SP, other characters SW."""
    at = 0
    for start, end, tag, lemma in [*morphemes(text), (len(text), len(text), "", "")]:
        first = at + (0 < at < start and text[at] == " ")
        if first < start:
            between = text[first:start]
            yield first, start, "SP" if between.isspace() else "SW", between
        if start < end:
            yield start, end, tag, lemma
        at = end


def _pieces(text: str) -> Iterable[tuple[int, str]]:
    """Pieces short enough for the analyser, with their offsets; characters it cannot take become U+FFFD."""
    safe = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) if _surrogate(text) else text
    at = 0
    while at < len(safe):
        end = min(at + _PIECE, len(safe))
        if end < len(safe):
            end = max(safe.rfind(" ", at, end), safe.rfind("\n", at, end)) + 1 or end
        piece = safe[at:end]
        if _LONG_RUN.search(piece):
            yield from ((at + i, piece[i : i + _LONGEST_RUN]) for i in range(0, len(piece), _LONGEST_RUN))
        else:
            yield at, piece
        at = end


def _surrogate(text: str) -> bool:
    return any("\ud800" <= c <= "\udfff" for c in text)


class KiwiTokenizer(DummyTokenizer):
    """A spaCy tokenizer over `morphemes`: str -> Doc with tag_ and lemma_ set. It has no state to save."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        found = [*tokens(text)]
        starts = [start for start, *_ in found]
        return Doc(
            self.vocab,
            words=[text[start:end] for start, end, *_ in found],
            spaces=[end != following for (_, end, *_), following in zip(found, [*starts[1:], len(text)], strict=True)],
            tags=[tag for *_, tag, _ in found],
            lemmas=[lemma for *_, lemma in found],
        )
