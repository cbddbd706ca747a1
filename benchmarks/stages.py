"""What each stage of a whole run costs: `dongne run` over a folder of articles, with a stopwatch around each stage."""

from __future__ import annotations

import importlib
import tempfile
import time
from argparse import Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rounds import Row, Tables, faster, rate
from texts import LANGUAGES, batch

from pipeline import registry
from pipeline.contract import Extractor
from pipeline.run import run

HEADING = "Stages of a run"
# Where the flow finds each stage. One that has moved is left out of the table (tests/test_benchmarks.py tells).
STAGES = {
    "clean": "pipeline.flow.clean",
    "segment": "pipeline.flow.segment",
    "extract": "pipeline.flow.extract",
    "normalise": "pipeline.flow.normalise",
    "relate": "pipeline.flow.relate",
    "crosscheck": "pipeline.flow.crosscheck",
    "translation": "pipeline.flow.compare_segments",
    "rows": "pipeline.worked.worked",
    "writing": "pipeline.tables.write",
}
# The rest of a run: reading, pairing, linking, clusters, and what stands between the stages.
REST = "the rest"


def measure(options: Namespace) -> Tables:
    for lang in LANGUAGES:
        seconds(batch(lang, 1, options.rounds))  # loads what a first run loads
        rows: dict[str, Row] = {}
        for turn in range(options.rounds):
            texts = batch(lang, options.articles, turn)
            for stage, taken in seconds(texts).items():
                rows[stage] = faster(rows.get(stage), rate(texts, taken))
        yield f"{HEADING}, {lang}", [{"stage": stage, **row} for stage, row in rows.items()]


def seconds(texts: Sequence[str]) -> dict[str, float]:
    """Stage → seconds in one run over the texts, with `find <type>` for each extractor (part of extract), REST and `whole run`."""
    spent: defaultdict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as watches:
        inputs = Path(folder) / "articles"
        inputs.mkdir()
        for number, text in enumerate(texts):
            (inputs / f"{number:06}.txt").write_text(text, encoding="utf-8")
        watched = tuple(_watched(e, spent) for e in registry.all_extractors())
        watches.enter_context(patch.object(registry, "all_extractors", lambda: watched))
        for stage, place in STAGES.items():
            if (stage_function := found(place)) is not None:
                watches.enter_context(patch(place, _timed(stage, stage_function, spent)))
        started = time.perf_counter()
        run([inputs], Path(folder) / "tables")
        whole = time.perf_counter() - started
    stages = {stage: spent[stage] for stage in STAGES if stage in spent}
    finds = {stage: each for stage, each in spent.items() if stage not in STAGES}
    return {**stages, **finds, REST: whole - sum(stages.values()), "whole run": whole}


def found(place: str) -> Callable[..., Any] | None:
    """The function at a dotted path, or None where there is none (any more)."""
    module, _, name = place.rpartition(".")
    owner: Any
    try:
        owner = importlib.import_module(module)
    except ModuleNotFoundError:
        owner = found(module)
    function: Callable[..., Any] | None = getattr(owner, name, None)
    return function


def _timed(stage: str, function: Callable[..., Any], spent: defaultdict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        started = time.perf_counter()
        try:
            result = function(*given, **named)
            return list(result) if isinstance(result, Iterator) else result
        finally:
            spent[stage] += time.perf_counter() - started

    return timed


def _watched(extractor: Extractor, spent: defaultdict[str, float]) -> Extractor:
    return replace(extractor, find=_timed(f"find {extractor.type}", extractor.find, spent))
