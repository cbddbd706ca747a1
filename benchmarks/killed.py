"""A run that is killed (kill -9) at random moments and given again, until it ends: the tables must be those of an undisturbed run.

    python benchmarks/killed.py --articles 5000 --kills 20

Each kill is followed by the same command. Exit code 1 where a byte differs.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from texts import ENVIRONMENT, LANGUAGES, articles


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        inputs, whole, out = (Path(folder) / name for name in ("articles", "whole", "out"))
        write(inputs, options.articles)
        started = time.monotonic()
        assert begun(inputs, whole, options.workers).wait() == 0
        undisturbed = time.monotonic() - started
        print(f"{options.articles} articles undisturbed: {undisturbed:.0f} s", flush=True)
        chance = random.Random(options.seed)
        ended = 0
        for number in range(1, options.kills + 1):
            # A run gets on by a part of the whole before it is killed, some late enough to be killed while it writes.
            moment = chance.uniform(0, undisturbed * (0.2 if number % 3 else 0.7))
            run = begun(inputs, out, options.workers)
            try:
                run.wait(moment)
                ended += 1
                how = "had ended"
            except subprocess.TimeoutExpired:
                run.kill()
                run.wait()
                how = "killed"
            print(f"{number:3} after {moment:6.1f} s: {how}; {kept(out) / 1e6:.1f} MB kept", flush=True)
            if how == "had ended":
                compare(whole, out)
                for path in out.iterdir():  # begin anew, with all to do but what is kept
                    path.unlink() if path.is_file() else None
        started = time.monotonic()
        assert begun(inputs, out, options.workers).wait() == 0
        compare(whole, out)
        print(
            f"the last run: {time.monotonic() - started:.0f} s; all tables are the same bytes; {ended} runs had ended"
        )


def write(folder: Path, count: int) -> None:
    """The articles as JSON Lines, 500 to a file."""
    folder.mkdir()
    streams = [articles(lang, -(-count // len(LANGUAGES))) for lang in LANGUAGES]
    texts = [text for together in zip(*streams, strict=True) for text in together][:count]
    for at in range(0, count, 500):
        lines = [
            json.dumps({"text": text, "published": "2023-06-01"}, ensure_ascii=False) for text in texts[at : at + 500]
        ]
        (folder / f"{at:07}.jsonl").write_text("\n".join(lines), encoding="utf-8")


def begun(inputs: Path, out: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", "from pipeline.cli import app; app()", "run", str(inputs), "-o", str(out)]
    return subprocess.Popen([*command, "--workers", str(workers)], env=ENVIRONMENT, stdout=subprocess.DEVNULL)


def kept(out: Path) -> int:
    return sum(path.stat().st_size for path in (out / ".cache").glob("*.sqlite"))


def compare(one: Path, other: Path) -> None:
    names = {path.name for folder in (one, other) for path in folder.iterdir() if path.is_file()}
    differing = [n for n in sorted(names) if not same(one / n, other / n)]
    if differing:
        sys.exit(f"differ from the undisturbed run: {', '.join(differing)}")


def same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.read_bytes() == other.read_bytes()


if __name__ == "__main__":
    main()
