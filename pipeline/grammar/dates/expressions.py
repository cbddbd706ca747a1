"""The shape of a date expression in a text, the same for every language: a point, or two that bound a range."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.grammar.dates.moments import UNKNOWN, Moment

KINDS = ("point", "interval", "since", "deadline")


@dataclass(frozen=True, slots=True)
class Point:
    """One end as read: where it stops, what it says; `lead` is the first number of `12~13일`, else None."""

    end: int
    moment: Moment
    rule: str
    lead: Moment | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression in view offsets. `last`: the other end of a range. `count`: `(2, "week")` where the text
    counts a period from `first`. lean: FUTURE where the form itself looks ahead (`까지`, `by`), PAST where back (`since`)."""

    start: int
    end: int
    rule: str
    first: Moment
    last: Moment | None = None
    kind: str = "point"
    count: tuple[int, str] | None = None
    lean: int = UNKNOWN


def century(two_digits: int) -> int:
    """The year of `’21` or `97년`: 1950 to 2049, as news writes them."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def by_first_letter(alternatives: Iterable[str]) -> str:
    """One alternation of patterns that begin with a letter, grouped by it: the engine then tries a handful per place."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for pattern in alternatives:
        groups[pattern[0]].append(pattern[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in groups.items())
