"""Two workers beside one: articles through the engine, and the same with nothing but arithmetic.

Arithmetic shares nothing, so what it gains from a second process is the most that this machine gives.
"""

from __future__ import annotations

import time
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from rounds import Row, Tables, faster, rate
from texts import LANGUAGES, PUBLISHED, articles

from pipeline.engine import mapped
from pipeline.flow import process
from pipeline.plain import plain

HEADING, OURS, ARITHMETIC = "Workers", "Dongne", "arithmetic"
_MOST_ROUNDS = 3
# Texts done before the clock runs where the start-up is left out, so that every worker has loaded what it needs.
_WARM = 64


def measure(options: Namespace) -> Tables:
    rows: dict[tuple[str, int, str], Row] = {}
    share = -(-options.shared // len(LANGUAGES))
    for turn in range(min(options.rounds, _MOST_ROUNDS)):
        streams = [articles(lang, share, turn * share) for lang in LANGUAGES]
        texts = [text for together in zip(*streams, strict=True) for text in together]
        for name, work in ((OURS, answered), (ARITHMETIC, counted)):
            for number in (1, 2):
                for start_up, row in shared(work, texts, number):
                    rows[name, number, start_up] = faster(rows.get((name, number, start_up)), row)
    yield HEADING, [{"work": name, "workers": n, "start-up": s, **row} for (name, n, s), row in rows.items()]


def answered(text: str) -> dict[str, Any]:
    """All that an article gave, as plain data: what a worker sends back."""
    return plain(process(text, published=PUBLISHED))


def counted(text: str) -> int:
    """About as long as an article takes."""
    return sum(n * n for n in range(300 * len(text)))


def shared(work: Callable[[str], object], texts: Sequence[str], number: int) -> Iterator[tuple[str, Row]]:
    """The rate of so many workers with their start-up, and without."""
    begun = time.perf_counter()
    results = mapped(work, texts, number)
    warm = len(list(islice(results, min(_WARM, len(texts) // 2))))
    started = time.perf_counter()
    rest = len(list(results))
    done = time.perf_counter()
    assert warm + rest == len(texts)
    yield "included", rate(texts, done - begun)
    yield "excluded", rate(texts[warm:], done - started)
