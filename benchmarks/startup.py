"""`dongne explain` of one article as a child: how long until it is done, by the clock and of the processor."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from argparse import Namespace
from functools import partial
from pathlib import Path

from rounds import Row, Tables, seconds
from texts import ENVIRONMENT, batch

HEADING = "Start-up"


def measure(options: Namespace) -> Tables:
    rows: list[Row] = []
    for lang in ("en", "ko"):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"{lang}.txt"
            file.write_text(batch(lang, 1, 0)[0], encoding="utf-8")
            wall, processor = map(min, zip(*(explained(file) for _ in range(options.rounds)), strict=True))
        rows.append({"command": f"dongne explain {file.name}", "seconds": wall, "user and system": processor})
    yield HEADING, rows


def explained(file: Path) -> tuple[float, float]:
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "explain", str(file)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = partial(subprocess.run, command, check=True, capture_output=True, cwd=file.parent, env=ENVIRONMENT)
    wall = seconds(child)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
