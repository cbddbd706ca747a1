"""From text to mentions, relations and findings, beside what bare tokenizers need for the same texts."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from functools import partial

import yardsticks
from rounds import Row, Tables, best
from texts import LANGUAGES, PUBLISHED, batch

from pipeline.flow import process

HEADING, OURS = "End to end", "Dongne"


def measure(options: Namespace) -> Tables:
    rows: list[Row] = []
    for lang in LANGUAGES:
        contestants: dict[str, Callable[[str], object]] = {
            OURS: partial(process, published=PUBLISHED),
            **yardsticks.bare(lang),
        }
        batches = (batch(lang, options.articles, turn) for turn in range(options.rounds))
        rows += ({"texts": lang, "work": name, **row} for name, row in best(contestants, batches).items())
    yield HEADING, rows
