"""What the two languages' place finders share: the found place, and who is above whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.grammar.places import gazetteer


@dataclass(frozen=True, slots=True)
class Place:
    """A name of areas in a text: view offsets, every code that has or had the name, and how the name was written.

    kind: `full` (with its unit), `bare` (서울, Daejeon), `spelt` (another romanisation or a garbled one), `literal` (West
    District) or `region` (codes are then those of the 시도 it may cover). level: of the codes.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    kind: str
    level: str


def level_of(codes: Collection[str]) -> str:
    """The highest level among the codes: 광주 may be a 시도 or a 시군구."""
    levels = {gazetteer.areas()[code].level for code in codes}
    return next(level for level in ("sido", "sigungu", "eupmyeondong") if level in levels)


@cache
def above(code: str) -> frozenset[str]:
    """The codes above an area, with what these were before and became later."""
    return frozenset().union(*(gazetteer.family(upper) for upper in gazetteer.ancestors(code)))


def is_above(upper: Collection[str], lower: Iterable[str]) -> bool:
    """Whether one of the upper codes is above one of the lower."""
    wanted = frozenset(upper)
    return any(not wanted.isdisjoint(above(code)) for code in lower)
