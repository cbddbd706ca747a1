"""Contests that a busy machine does not decide: the contestants take turns over the same texts, and the best of several rounds counts.

Each round has other texts of the same make and length, so that no contestant remembers one.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

Row = dict[str, Any]
Tables = Iterable[tuple[str, list[Row]]]
RATE = "characters/s"


def best(contestants: Mapping[str, Callable[[str], object]], batches: Iterable[Sequence[str]]) -> dict[str, Row]:
    """Contestant → its row in its best round. Each reads a text before the clock runs."""
    rows: dict[str, Row] = {}
    for texts in batches:
        for name, work in contestants.items():
            if name not in rows:
                work(texts[0])
            rows[name] = faster(rows.get(name), rate(texts, seconds(partial(each, work, texts))))
    return rows


def each(work: Callable[[str], object], texts: Iterable[str]) -> None:
    for text in texts:
        work(text)


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def rate(texts: Sequence[str], taken: float) -> Row:
    characters, taken = sum(map(len, texts)), max(taken, 1e-6)
    return {
        "articles": len(texts),
        "characters": characters,
        "seconds": round(taken, 3),
        "articles/s": round(len(texts) / taken, 1),
        RATE: round(characters / taken),
    }


def faster(one: Row | None, other: Row) -> Row:
    return other if one is None or other[RATE] > one[RATE] else one
