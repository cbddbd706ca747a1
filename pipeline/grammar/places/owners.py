"""Which area runs something: the 시군구 or 시도 that a code lies in, and the one that an article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from pipeline.grammar.places.gazetteer import ancestors, areas


@cache
def owner(code: str) -> str:
    """The 시군구 that a code lies in (전주시 for its 완산구, which runs nothing of its own), or the 시도 itself."""
    line = (code, *ancestors(code))
    return next((c for c in reversed(line) if areas()[c].level == "sigungu"), line[-1])


def is_sido(code: str) -> bool:
    return code[2:] == "00000000"


def main_area(codes: Sequence[str]) -> str:
    """The one area that an article is about: named more than twice as often as any other; empty where there is none.

    A 시도 that is named far more often than all its 시군구 is the subject itself; a 시군구 is named with its 시도.
    """
    towns = Counter(owner(c) for c in codes if not is_sido(c))
    provinces = Counter(c for c in codes if is_sido(c))
    if provinces and sum(towns.values()) * 2 < max(provinces.values()):
        return _leader(provinces)
    return _leader(towns) if towns else _leader(provinces)


def _leader(counts: Counter[str]) -> str:
    ranked = sorted(counts, key=lambda c: (-counts[c], c))
    if not ranked:
        return ""
    return ranked[0] if len(ranked) == 1 or counts[ranked[0]] > 2 * counts[ranked[1]] else ""
