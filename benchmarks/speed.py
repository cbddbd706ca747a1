"""How fast, how large and how soon: Dongne beside public tokenizers and parsers, on the same texts in one run (`make bench`).

Prints each table when it is made, and the goals last. What is compared takes turns over the same texts, and the best round of
each counts. --markdown FILE puts the tables into a page and leaves its other text alone. --full streams 100,000 articles
for memory, which takes an hour or more.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

import growth
import memory
import parsers
import stages
import startup
import throughput
import workers
from goals import goals
from rounds import Row, Tables
from texts import ROOT
from written import put, sections, table

PARTS: dict[str, Callable[[argparse.Namespace], Tables]] = {
    "throughput": throughput.measure,
    "stages": stages.measure,
    "parsers": parsers.measure,
    "workers": workers.measure,
    "startup": startup.measure,
    "growth": growth.measure,
    "memory": memory.measure,
}


def main(arguments: Sequence[str] | None = None) -> None:
    options = told(arguments)
    about = machine(sys.argv[1:] if arguments is None else arguments)
    tables: dict[str, list[Row]] = {}
    for part in options.only:
        for heading, rows in PARTS[part](options):
            tables[heading] = rows
            print(f"{heading}\n\n{table(rows)}\n", flush=True)
    wanted = goals(tables)
    print(f"Goals\n\n{table(wanted)}\n\n{about}")
    if options.json:
        made = {"about": about, "goals": wanted, "tables": tables}
        options.json.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    if options.markdown:
        put(options.markdown, "speed", f"{about}\n\n{sections({'Goals': wanted, **tables})}")


def told(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=5, help="of which the best counts (%(default)s)")
    parser.add_argument("--articles", type=int, default=20, help="in a round (%(default)s)")
    parser.add_argument(
        "--parsed", type=int, default=3, help="in a round for public parsers, which are slow (%(default)s)"
    )
    parser.add_argument("--shared", type=int, default=300, help="articles for one and two workers (%(default)s)")
    parser.add_argument(
        "--streamed", type=int, nargs="+", default=[1000, 10_000], help="articles for memory (%(default)s)"
    )
    parser.add_argument(
        "--references", type=Path, default=ROOT / ".venv-bench/bin/python", help="Python of the parsers"
    )
    parser.add_argument("--full", action="store_true", help="stream 100,000 articles for memory too")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    if options.full:
        options.streamed = [*options.streamed, 100_000]
    return options


def machine(arguments: Sequence[str]) -> str:
    """What it is measured with and on."""
    command = " ".join(["benchmarks/speed.py", *arguments])
    packages = ", ".join(f"{name} {version(name)}" for name in ("kiwipiepy", "spacy"))
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return (
        f"Made by `{command}` on {os.cpu_count()} cores ({platform.machine()}, {platform.system()}; load before it {load})"
        f" with Python {platform.python_version()}, {packages}."
    )


if __name__ == "__main__":
    main()
