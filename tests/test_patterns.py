"""No pattern can read what it repeats in two ways: such a pattern takes twice as long for each further repeat.

`benchmarks/hostile.py` measures; this reads the patterns themselves, for what needs a text around it to show.
"""

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as sre  # type: ignore[import-not-found]
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

# Fewer repeats cost little.
_FEW = 12
_BACKTRACKING = (op.MAX_REPEAT, op.MIN_REPEAT)
_LOOKS = (op.ASSERT, op.ASSERT_NOT)
_MOST_WORDS = 500

Items = Sequence[tuple[Any, Any]]


def inside(kind: Any, given: Any) -> list[Items]:
    """The patterns that a piece of a pattern is made of."""
    if kind in (*_BACKTRACKING, op.POSSESSIVE_REPEAT):
        return [given[2]]
    if kind is op.SUBPATTERN:
        return [given[3]]
    if kind is op.BRANCH:
        return list(given[1])
    if kind is op.ATOMIC_GROUP:
        return [given]
    return [given[1]] if kind in _LOOKS else []


def repeated(items: Items) -> Iterator[Items]:
    """What is repeated without limit, and given back piece by piece where the rest does not fit."""
    for kind, given in items:
        if kind in _BACKTRACKING and given[1] > _FEW:
            yield given[2]
        for body in inside(kind, given):
            yield from repeated(body)


def may_be_empty(kind: Any, given: Any) -> bool:
    if kind in (*_BACKTRACKING, op.POSSESSIVE_REPEAT) and given[0] == 0:
        return True
    if kind in (op.AT, *_LOOKS):
        return True
    bodies = inside(kind, given)
    return bool(bodies) and any(all(may_be_empty(*item) for item in body) for body in bodies)


def is_a_repeat(items: Items) -> bool:
    """Whether it may be nothing but a repeat, so that n repeats are one of n, or n of one."""
    for at, (kind, given) in enumerate(items):
        if all(may_be_empty(*item) for item in [*items[:at], *items[at + 1 :]]):
            if kind in _BACKTRACKING and given[1] > _FEW:
                return True
            if kind in (op.SUBPATTERN, op.BRANCH) and any(is_a_repeat(list(body)) for body in inside(kind, given)):
                return True
    return False


def words(items: Items) -> set[str]:
    """The texts that it fits, as far as they are written out; empty where they are too many."""
    found = {""}
    for kind, given in items:
        if kind is op.LITERAL:
            some = {chr(given)}
        elif kind is op.IN:
            some = {chr(value) for name, value in given if name is op.LITERAL}
        elif kind in (op.SUBPATTERN, op.BRANCH):
            some = set().union(*(words(body) for body in inside(kind, given)))
        elif kind in _BACKTRACKING and given[:2] == (0, 1):
            some = words(given[2]) | {""}
        else:
            some = {""} if may_be_empty(kind, given) else set()
        found = {before + after for before in found for after in some}
        if len(found) > _MOST_WORDS:
            return set()
    return found


def rests(some: Iterable[str], others: Iterable[str]) -> set[str]:
    """What is left of the others behind a word that they begin with."""
    return {other[len(one) :] for one in some for other in others if other != one and other.startswith(one)}


def read_twice(code: set[str]) -> bool:
    """Whether a row of these words may be the row of others (after Sardinas and Patterson)."""
    left, seen = rests(code, code), set[str]()
    while left:
        if left & code:
            return True
        seen |= left
        left = (rests(code, left) | rests(left, code)) - seen
    return False


def two_ways(pattern: re.Pattern[str]) -> bool:
    bodies = list(repeated(sre.parse(pattern.pattern, pattern.flags & ~re.UNICODE)))
    return any(is_a_repeat(list(body)) or read_twice(words(body) - {""}) for body in bodies)


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:[ ]+(?:약|총)?)*",
        r"(?:\d+개?)*x",
        r"(?:각|각각)*",
        r"(?:선거|대책|선거대책)*",
        r"((?:a+)|b)*",
        r"(?:시|도|시도)+",
    ],
)
def test_two_ways_are_seen(pattern: str) -> None:
    assert two_ways(re.compile(pattern))


@pytest.mark.parametrize(
    "pattern", [r"(?:[ ]++(?:약|총)?)*", r"(?:\d+개)*x", r"(?:각|시|시장)*", r"(?:a+b)*", r"(?:각|각각){0,3}"]
)
def test_one_way_is_fine(pattern: str) -> None:
    assert not two_ways(re.compile(pattern))


def test_no_pattern_reads_its_repeats_in_two_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parent.parent / "benchmarks"))
    from pieces import patterns

    every = patterns()
    assert len(every) > 800
    assert [name for name, pattern in every.items() if two_ways(pattern)] == []
