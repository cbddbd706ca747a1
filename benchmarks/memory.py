"""The memory of one process as articles stream through extraction.

`python benchmarks/memory.py ko 1000 10000` prints JSON: MB resident after each number of articles, and the most. Nothing is
kept of an article, so it should stay where it is. Articles are cut to LENGTH: what might grow (caches, names seen)
grows with their number.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from argparse import Namespace
from pathlib import Path

from rounds import Tables
from texts import ENVIRONMENT, LANGUAGES, articles

from pipeline import registry
from pipeline.flow import extraction
from pipeline.read import read_text

HEADING, GROWN = "Memory of one process", "last / first"
LENGTH = 200
_STATUS = Path("/proc/self/status")


def measure(options: Namespace) -> Tables:
    """A process per language, all at once."""
    counts = [str(count) for count in options.streamed]
    children = {
        lang: subprocess.Popen(
            [sys.executable, __file__, lang, *counts], stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
        )
        for lang in LANGUAGES
    }
    rows = []
    for lang, child in children.items():
        marks = json.loads(child.communicate()[0])
        told = {f"MB after {int(count):,}": marks[count] for count in counts}
        rows.append({"texts": lang, **told, "most MB": marks["most"], GROWN: marks[counts[-1]] / marks[counts[0]]})
    yield HEADING, rows


def stream(lang: str, counts: list[int]) -> dict[str, float]:
    """Number of articles → MB resident then, and the `most`."""
    everything = registry.all_extractors()
    documents = (read_text(text[:LENGTH]) for text in articles(lang, max(counts)))
    marks: dict[str, float] = {}
    for number, _ in enumerate((extraction(document, everything) for document in documents), start=1):
        if number in counts:
            marks[str(number)] = megabytes("VmRSS")
    return marks | {"most": megabytes("VmHWM")}


def megabytes(what: str) -> float:
    """VmRSS: held now; VmHWM: the most held. Where the system does not tell, both are the most."""
    if _STATUS.exists():
        return next(int(line.split()[1]) for line in _STATUS.open() if line.startswith(what)) / 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    print(json.dumps(stream(sys.argv[1], [int(count) for count in sys.argv[2:]])))
