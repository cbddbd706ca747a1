"""What was aimed at, beside what was measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import growth
import memory
import parsers
import startup
import throughput
import workers
from rounds import RATE, Row

Measured = Mapping[str, Sequence[Row]]
_MAKERS = ("dateparser search_dates", "quantulum3")


def goals(tables: Measured) -> list[Row]:
    """A row per goal; `not measured` where its part was left out or what it is measured against is not there."""
    ours, end = throughput.OURS, throughput.HEADING
    told: list[tuple[str, str, float, float | None]] = [
        ("Korean end to end: times bare Kiwi", ">=", 2, times(tables, end, {"texts": "ko", "work": ours}, {"work": "bare Kiwi"})),
        ("English end to end: times spaCy's tokenizer and ruler", ">=", 0.5, times(tables, end, {"texts": "en", "work": ours}, {"work": "spaCy blank + entity ruler"})),
        *(
            (f"{kind}s in {lang}: times {parser}", ">=", 50, times(tables, parsers.HEADING, {"texts": lang, "kind": kind, "work": ours}, {"texts": lang, "work": parser}))
            for kind in parsers.KINDS for lang in ("ko", "en") for parser in _MAKERS
        ),
        ("two workers: times one, start-up excluded", ">=", 1.8, times(tables, workers.HEADING, *({"work": ours, "workers": n, "start-up": "excluded"} for n in (2, 1)))),
        ("dongne explain, English: seconds", "<", 1.5, value(tables, startup.HEADING, "seconds", {"command": "dongne explain en.txt"})),
        ("article twice as long: times as long at worst", "<=", 2.2, most(tables, growth.LENGTH, growth.DOUBLED)),
        ("twice as many articles: times as long at worst", "<=", 2.2, most(tables, growth.NUMBER, growth.DOUBLED)),
        ("memory per document: last mark, times the first", "<=", 1.1, most(tables, memory.HEADING, memory.GROWN)),
    ]  # fmt: skip
    return [
        {"goal": goal, "wanted": f"{sign} {bound}", "measured": measured, "reached": _reached(measured, sign, bound)}
        for goal, sign, bound, measured in told
    ]


def value(tables: Measured, heading: str, column: str, where: Row) -> Any:
    """A cell of the row that has these cells."""
    fitting = (row for row in tables.get(heading, ()) if where.items() <= row.items())
    return next((row[column] for row in fitting), None)


def times(tables: Measured, heading: str, one: Row, other: Row) -> float | None:
    """How many times as many characters a second one row has as another."""
    a, b = value(tables, heading, RATE, one), value(tables, heading, RATE, other)
    return a / b if a and b else None


def most(tables: Measured, heading: str, column: str) -> float | None:
    return max((row[column] for row in tables.get(heading, ()) if row[column] is not None), default=None)


def _reached(measured: float | None, sign: str, bound: float) -> str:
    if measured is None:
        return "not measured"
    return "yes" if (measured >= bound if sign == ">=" else measured <= bound) else "no"
