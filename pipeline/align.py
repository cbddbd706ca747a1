"""Sentences of a Korean text and of its English version → which say the same, by length, order and what both name.

The method is Gale and Church's (1993): the cheapest path through both texts by steps of one or two sentences, where a step
costs by how far the lengths are from their usual proportion; and what a sentence names (sums, days, areas, people,
figures) is an anchor that makes a step cheaper where both sides name it, and dearer where a sum is on one side only.

>>> align([10, 30], [26, 80], [{"a"}, {"b"}], [{"a"}, {"b"}])
[(range(0, 1), range(0, 1)), (range(1, 2), range(1, 2))]
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

Bead = tuple[range, range]
S = TypeVar("S")
T = TypeVar("T")

# The price of each step, in the order of Gale and Church; leaving out is cheaper here, as news is shortened in translation.
_STEPS = {(1, 1): 0.0, (1, 2): 3.0, (2, 1): 3.0, (2, 2): 8.0, (1, 0): 3.5, (0, 1): 3.5, (3, 1): 6.0, (1, 3): 6.0}
_FARTHEST = max(map(max, _STEPS))
# Characters of an English text for one of the Korean text, without spaces: 2.4 to 3.3 in 42 pairs of our own.
_PROPORTION = (2.2, 3.4)
# Variance of the length of a translation per character of the original, by Gale and Church.
_VARIANCE = 6.8
# Worth of an anchor that both sides name, by its kind, and the price of one that one side of a step names alone.
_SHARED, _ALONE = 3.0, 1.0
# How far off the diagonal a path may go, in sentences: at least, as a share of the longer text, and at most.
_BAND, _BAND_SHARE, _WIDEST = 12, 0.15, 40


def align(
    original: Sequence[int],
    translation: Sequence[int],
    names: Sequence[Collection[str]],
    names_translated: Sequence[Collection[str]],
) -> list[Bead]:
    """Which sentences belong together, in order: pairs of ranges, of which one may be empty.

    original, translation: length of each sentence; names: what each names, equal on both sides where it is the same.
    """
    rows, columns = len(original), len(translation)
    proportion = min(max(sum(translation) / max(1, sum(original)), _PROPORTION[0]), _PROPORTION[1])
    band = min(_WIDEST, max(_BAND, math.ceil(_BAND_SHARE * max(rows, columns)))) + columns // max(1, rows)
    sizes, sizes_translated = _runs(original, sum), _runs(translation, sum)
    named, named_translated = (_runs(side, lambda some: set().union(*some)) for side in (names, names_translated))
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(rows + 1):
        middle = i * columns / max(1, rows)
        for j in range(max(0, math.floor(middle - band)), min(columns, math.ceil(middle + band)) + 1):
            for (down, right), price in _STEPS.items():
                before = best.get((i - down, j - right))
                if before is None or (i, j) == (0, 0):
                    continue
                cost = before[0] + price
                cost += _length_cost(sizes[i][down], sizes_translated[j][right], proportion)
                cost += _anchor_cost(named[i][down], named_translated[j][right])
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, (down, right))
    return _path(best, rows, columns)


def _runs(sentences: Sequence[S], join: Callable[[Sequence[S]], T]) -> list[list[T]]:
    """What the last 0, 1, 2 … sentences before each place are together, as far as a step goes."""
    return [[join(sentences[max(0, i - n) : i]) for n in range(_FARTHEST + 1)] for i in range(len(sentences) + 1)]


def _path(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Bead]:
    beads: list[Bead] = []
    while (i, j) != (0, 0):
        down, right = best[i, j][1]
        beads.append((range(i - down, i), range(j - right, j)))
        i, j = i - down, j - right
    return beads[::-1]


def _length_cost(length: int, translated: int, proportion: float) -> float:
    """How unlikely the lengths are: −log of the chance of a difference as large, at most 12."""
    if not length or not translated:
        return 0.0
    expected = length * proportion
    delta = abs(translated - expected) / math.sqrt(max(length, 1) * _VARIANCE * proportion)
    return min(12.0, -math.log(max(math.erfc(delta / math.sqrt(2)), 1e-6)))


def _anchor_cost(here: set[str], there: set[str]) -> float:
    return _ALONE * len(here ^ there) - _SHARED * len(here & there)
