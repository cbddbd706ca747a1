"""Ever more articles through whole runs: time by stage, peak memory, and disk.

    python benchmarks/scale.py --articles 1000 10000 100000 --workers 2 --folder /big/disk

Articles come as JSON Lines of 10,000 a file, a third each Korean, English and mixed. Each run is a process of its own.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rounds import Row
from texts import LANGUAGES, articles
from written import put, table

import pipeline
import pipeline.tables
from pipeline.settings import Settings

# Where the flow finds what is timed. The clusters are part of the first; what stands between them is left out.
STAGES = {"documents": "_work_on", "links": "_link", "files": "write"}
_TO_A_FILE = 10_000
HEADING = "Scale"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--length", type=int, help="characters of an article, which is cut there (default: whole)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="where articles and tables lie meanwhile (default: the system's)")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    rows: list[Row] = []
    for count in options.articles:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            write(Path(folder) / "articles", count, options.length)
            rows.append(measured(Path(folder), count, options.workers))
            print(table(rows[-1:]), flush=True)
    if options.markdown:
        put(options.markdown, "scale", f"## {HEADING}\n\n{table(rows)}")


def write(folder: Path, count: int, length: int | None = None) -> None:
    folder.mkdir()
    streams = [articles(lang, -(-count // len(LANGUAGES))) for lang in LANGUAGES]
    texts = (text for together in zip(*streams, strict=True) for text in together)
    for at in range(0, count, _TO_A_FILE):
        with (folder / f"{at:09}.jsonl").open("w", encoding="utf-8") as file:
            for _, text in zip(range(min(_TO_A_FILE, count - at)), texts, strict=False):
                file.write(json.dumps({"text": text[:length], "published": "2023-06-01"}, ensure_ascii=False) + "\n")


def measured(folder: Path, count: int, workers: int) -> Row:
    """A row: one run in a new process, then one over the same articles, of which nothing is new."""
    context = multiprocessing.get_context("spawn")
    row: Row = {"articles": count, "workers": workers}
    for which in ("", "again: "):
        here, there = context.Pipe()
        process = context.Process(target=_run, args=(there, folder, workers))
        process.start()
        told = here.recv()
        process.join()
        print(which or "first: ", told, flush=True)
        row |= {
            f"{which}{name}": value for name, value in told.items() if not which or name in ("documents s", "whole s")
        }
    row["articles MB"], row["tables MB"], row["kept MB"] = (
        round(sum(p.stat().st_size for p in files if p.is_file()) / 1e6)
        for files in (
            (folder / "articles").iterdir(),
            (folder / "out").iterdir(),
            (folder / "out" / ".cache").iterdir(),
        )
    )
    shutil.rmtree(folder / "out")
    return row


def _run(pipe: Any, folder: Path, workers: int) -> None:
    spent: defaultdict[str, float] = defaultdict(float)
    with ExitStack() as watches:
        for stage, name in STAGES.items():
            owner = pipeline.tables if name == "write" else pipeline.run.__globals__  # type: ignore[attr-defined]
            timed = _timed(stage, owner.write if name == "write" else owner[name], spent)
            watches.enter_context(
                patch.object(owner, name, timed) if name == "write" else patch.dict(owner, {name: timed})
            )
        started = time.monotonic()
        pipeline.run([folder / "articles"], folder / "out", Settings(workers=workers))
        whole = time.monotonic() - started
    memory = {"MB": resource.RUSAGE_SELF, "a worker MB": resource.RUSAGE_CHILDREN}
    pipe.send(
        {f"{stage} s": round(taken, 1) for stage, taken in spent.items()}
        | {"whole s": round(whole, 1)}
        | {name: resource.getrusage(who).ru_maxrss // 1024 for name, who in memory.items()}
    )


def _timed(stage: str, function: Callable[..., Any], spent: defaultdict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any) -> Any:
        started = time.monotonic()
        try:
            return function(*given)
        finally:
            spent[stage] += time.monotonic() - started

    return timed


if __name__ == "__main__":
    main()
