"""Korean and English names of one program in a text and its translation: by kind, place in the text, sums, dates and sound.

| sign | example | weight |
|---|---|---|
| the same kind | 지원금 and Subsidy are both finance | 1, half where one is not said |
| as far into its text | both in the second of six paragraphs | up to 1 |
| the same sums and dates in the sentence | 42억 원, 4.2 billion won | up to 1 |
| a word that sounds alike | 서시천, Seosicheon | 1 |

An English text beside a Korean one that it does not follow closely counts too, where the sentences name the same sum;
how far into the text says nothing there. Numbers in the names must not differ; a pair needs `_ENOUGH`, and each name is paired once, the surest pairs first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import sound_key

# A sum among the signs, which are dates too.
_MONEY = regex(r"\d{4,}(?!-)")
_NUMBER = regex(r"\d+")
_WORD = regex(r"[가-힣]{2,}|[A-Za-z]{4,}")
_ENOUGH = 1.5
# Share of the text: a translation runs ahead or behind by no more than a paragraph.
_FARTHEST = 0.2
# Kinds that the head nouns of two languages often swap.
_LOOSE = frozenset(("project", "service", "policy", "plan", "event", "campaign", "finance"))
_SHORTEST_SOUND = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: its segment, the one that this translates (None: none), the share of the segment's text
    before it, and the sums and dates of its sentence."""

    segment: int = 0
    original: int | None = None
    share: float = 0.0
    evidence: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with its kind (empty: not said) and place."""

    name: str
    kind: str
    place: Place


def pairs(korean: Mapping[str, Sequence[Placed]], english: Mapping[str, Sequence[Placed]]) -> list[tuple[str, str]]:
    """Keys of (Korean, English) programs that are one; each program is given with its mentions."""
    scored = sorted(
        (-score, k, e)
        for k, of_k in korean.items()
        for e, of_e in english.items()
        if (score := max((_score(a, b) for a in of_k for b in of_e), default=0.0)) >= _ENOUGH
    )
    found: list[tuple[str, str]] = []
    taken: set[str] = set()
    for _, k, e in scored:
        if k not in taken and e not in taken:
            taken |= {k, e}
            found.append((k, e))
    return found


def numbers_agree(a: str, b: str) -> bool:
    """`100일의 회복`, `100-Day Recovery`; a number that only one of the two has says nothing."""
    return not (_NUMBER.search(a) and _NUMBER.search(b)) or _NUMBER.findall(a) == _NUMBER.findall(b)


def _score(korean: Placed, english: Placed) -> float:
    shared = korean.place.evidence & english.place.evidence
    told_freely = english.place.original is None and any(_MONEY.match(sign) for sign in shared)
    if not (told_freely or english.place.original == korean.place.segment):
        return 0.0
    if not numbers_agree(korean.name, english.name):
        return 0.0
    sound = 1.0 if _sounds(korean.name) & _sounds(english.name) else 0.0
    kind = _kinds(korean.kind, english.kind)
    if not kind and not sound:
        return 0.0
    near = 0.0 if told_freely else max(0.0, 1 - abs(korean.place.share - english.place.share) / _FARTHEST)
    fewest = min(len(korean.place.evidence), len(english.place.evidence))
    return kind + near + sound + (len(shared) / fewest if fewest else 0.0)


def _kinds(a: str, b: str) -> float:
    if a == b:
        return 1.0 if a else 0.5
    if not a or not b:
        return 0.5
    return 0.3 if {a, b} <= _LOOSE else 0.0


def _sounds(name: str) -> set[str]:
    return {key for word in _WORD.findall(name) if len(key := sound_key(word)) >= _SHORTEST_SOUND}
