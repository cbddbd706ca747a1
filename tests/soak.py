"""Puts mutated articles through whole runs, folder by folder, and tells what did not hold: `make soak`.

Of each folder: the run ends, each input within SECONDS; each file is in documents or in rejects; each mention and noise
row is its text; no extractor failed; every table loads again in every form, with its keys. The input for which that does
not hold is saved beside a sentence on why. The same seed gives the same inputs, whatever the number of workers.
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import re
import shutil
import sqlite3
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from threading import local

import pandas as pd
import pyarrow.parquet as pq
from mutations import mutated

import pipeline

SECONDS = 60.0  # for one input, on a busy machine
BATCH = 250

Inputs = Mapping[bytes, bytes]


def problems(inputs: Inputs, folder: Path, seconds: float = SECONDS) -> list[str]:
    """What does not hold of a run over these files (name → content), a sentence each. folder: an empty one, to work in.

    A run that hangs ends the process, since nothing less stops a library in C; the stack goes to standard error.
    """
    raw, out = folder / "raw", folder / "out"
    raw.mkdir()
    for name, data in inputs.items():
        Path(os.fsdecode(os.fsencode(raw) + b"/" + name)).write_bytes(data)

    def watch(*_: int) -> None:
        faulthandler.dump_traceback_later(seconds, exit=True)

    try:
        watch()
        pipeline.run([raw], out, progress=watch)
    except Exception:
        return [f"the run raised {traceback.format_exc()}"]
    finally:
        faulthandler.cancel_dump_traceback_later()
    if {os.fsencode(path.name) for path in raw.iterdir()} != set(inputs) or len(list(folder.iterdir())) != 2:
        return ["files were written outside of the output, or removed from the input"]
    return [*_unaccounted(raw, out), *_not_their_text(out), *_damaged(out)]


def _unaccounted(raw: Path, out: Path) -> Iterator[str]:
    told = {s for name in ("documents", "rejects") for s in pd.read_parquet(out / f"{name}.parquet")["source"]}
    told |= {source.rpartition("#")[0] for source in told}
    for path in raw.iterdir():
        name = os.fsencode(path.as_posix()).replace(b"\\", rb"\x5c")
        source = re.sub(rb"#(?=\d+\Z)", rb"\\x23", name).decode("utf-8", "backslashreplace")
        if source not in told:
            yield f"{source!r} is neither in documents nor in rejects"


def _not_their_text(out: Path) -> Iterator[str]:
    texts = pd.read_parquet(out / "texts.parquet").set_index("doc_id")["text"]
    for name in ("mentions", "noise"):
        for row in pd.read_parquet(out / f"{name}.parquet").itertuples():
            if texts[row.doc_id][row.start : row.end] != row.text:
                yield f"{name} {row.doc_id} [{row.start}, {row.end}) is not {row.text!r}"
    findings = pd.read_parquet(out / "findings.parquet")
    yield from findings["message"][findings["kind"] == "extractor_failed"]


def _damaged(out: Path) -> Iterator[str]:
    """Tables that do not load, or differ between their forms."""
    with sqlite3.connect(out / "dongne.sqlite") as database:
        for complaint in (*database.execute("PRAGMA foreign_key_check"), *database.execute("PRAGMA integrity_check")):
            if complaint != ("ok",):
                yield f"dongne.sqlite: {complaint}"
        for path in sorted(out.glob("*.parquet")):
            (count,) = database.execute(f'SELECT count(*) FROM "{path.stem}"').fetchone()
            rows = pd.read_csv(path.with_suffix(".csv"), dtype=str, keep_default_na=False, encoding="utf-8-sig")
            if not count == len(rows) == pq.read_metadata(path).num_rows:
                yield f"{path.stem}: {count} rows in the database, {len(rows)} in CSV"
    database.close()


def told(inputs: Inputs) -> list[str]:
    """The same in a folder of its own, for a worker."""
    with tempfile.TemporaryDirectory() as folder:
        return problems(inputs, Path(folder))


def _warm() -> None:
    """Loads what the first article of a process waits for, so that it is not counted as that article's time."""
    pipeline.process(
        "정용래 유성구청장은 31일 상금 100만원을 기탁했다.\n\nMayor Kim of Jongno-gu said on the 3rd that 1.5 billion won is spent."
    )


_MINE = local()


def _in_worker(inputs: Inputs) -> list[str]:
    """The same in this thread's worker process, which is started anew where an input has ended it."""
    if not hasattr(_MINE, "pool"):
        _MINE.pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_warm)
    try:
        found: list[str] = _MINE.pool.submit(told, inputs).result()
    except BrokenProcessPool:
        del _MINE.pool
        return [f"the process died, or an input took longer than {SECONDS} s: the stack is above"]
    return found


def culprits(inputs: Inputs) -> list[tuple[Inputs, list[str]]]:
    """The inputs of a batch that fail, each by itself where it fails by itself, else all together."""
    if not (found := _in_worker(inputs)):
        return []
    alone = [({name: data}, why) for name, data in inputs.items() if (why := _in_worker({name: data}))]
    return alone or [(inputs, found)]


def _save(inputs: Inputs, why: list[str], folder: Path) -> Path:
    """The inputs under their numbers, and `why.txt`."""
    first = os.fsdecode(min(inputs))[:6]
    target = folder / (first if len(inputs) == 1 else f"{first}-together")
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, data in inputs.items():
        (target / os.fsdecode(name)).write_bytes(data)
    (target / "why.txt").write_text("\n".join(why) + "\n", encoding="utf-8", errors="backslashreplace")
    return target


def _batch(seed: int, first: int, last: int) -> list[tuple[Inputs, list[str]]]:
    return culprits(dict(mutated(seed, number) for number in range(first, last)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--workers", type=int, default=max(1, (os.cpu_count() or 2) // 2))
    parser.add_argument("--save", type=Path, default=Path("data/soak"), help="folder for the inputs that fail")
    args = parser.parse_args()
    started, end = time.monotonic(), args.first + args.inputs
    starts = range(args.first, end, BATCH)
    failed: Counter[str] = Counter()
    with ThreadPoolExecutor(args.workers) as threads:
        work = partial(_batch, args.seed)
        for first, found in zip(starts, threads.map(work, starts, (min(s + BATCH, end) for s in starts)), strict=True):
            for inputs, why in found:
                where = _save(inputs, why, args.save)
                failed[why[0].strip().rpartition("\n")[2]] += 1
                print(f"{where}: {why[0].strip().rpartition(chr(10))[2]}", flush=True)
            done = min(first + BATCH, end) - args.first
            if done % 1000 < BATCH:
                print(f"{done:,} inputs, {time.monotonic() - started:,.0f} s, {failed.total()} failed", flush=True)
    print(f"{args.inputs:,} inputs of seed {args.seed} in {time.monotonic() - started:,.0f} s: {failed.total()} failed")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
