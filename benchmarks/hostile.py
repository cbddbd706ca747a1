"""Whether anything in Dongne can be made to look for ever: every pattern is tempted with texts made of its own pieces.

A text twice as long should take twice as long. Where it takes more, the text is doubled on; what takes over LIMIT times as long at last, or
gives no answer in time, is told at once, measured once more when nothing else runs, and makes the exit code 1.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from pieces import filled, temptations
from texts import PUBLISHED, samples
from written import put, table

from pipeline.flow import process
from pipeline.languages import nlp
from pipeline.segment import language_of

# Times as long for a text twice as long: noise goes up to SUSPECT, quadratic time is 4.
SUSPECT, LIMIT = 2.5, 3.0
_TOLD_EVERY = 100


@dataclass(frozen=True)
class Input:
    """A piece to repeat, the language it is read in, where it is from; and what it took at its longest: `ratio` is that to
    the time for half the length, None where there was no answer in time."""

    piece: str
    lang: str
    patterns: tuple[str, ...]
    length: int = 0
    seconds: float = 0.0
    ratio: float | None = 0.0

    @property
    def grows(self) -> bool:
        return self.ratio is None or self.ratio > LIMIT


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=4000, help="characters to begin with (%(default)s)")
    parser.add_argument("--longest", type=int, default=32_000, help="characters to double to (%(default)s)")
    parser.add_argument("--seconds", type=float, default=20, help="to wait for an answer (%(default)s)")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="children at a time (%(default)s)")
    parser.add_argument("--only", default="", metavar="WORDS", help="pieces or patterns that hold these words")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every Nth input")
    parser.add_argument("--full", action="store_true", help="longer texts, and each piece on a line of its own too")
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--markdown", type=Path, metavar="FILE")
    options = parser.parse_args(arguments)
    if options.full:
        options.length, options.longest, options.seconds = 4 * options.length, 4 * options.longest, 4 * options.seconds

    chosen = [one for one in inputs(options.full) if options.only in f"{one.piece} {' '.join(one.patterns)}"]
    chosen = chosen[:: options.every]
    print(f"{len(chosen):,} hostile inputs of {options.length:,} to {options.longest:,} characters", flush=True)
    measured = list(told(tried(chosen, options, options.workers), len(chosen)))
    suspects = [one for one in measured if one.grows]
    again = dict(zip(suspects, tried(suspects, options, 1, goes=2), strict=True))
    measured = [again.get(one, one) for one in measured]
    growing = [one for one in measured if one.grows]
    rows = [shown(one) for one in sorted(growing, key=lambda one: (one.ratio or 99, one.seconds), reverse=True)]
    outcome = (
        f"{len(growing)} of {len(chosen):,} hostile inputs take more than {LIMIT:g} times as long when twice as long"
    )
    print(f"\n{outcome}\n" + (f"\n{table(rows)}" if rows else ""))
    if options.json:
        made = json.dumps([asdict(one) for one in measured], indent=2)  # in ASCII: some are no text
        options.json.write_text(made + "\n", encoding="utf-8")
    if options.markdown:
        put(options.markdown, "hostile", f"## Hostile inputs\n\n{outcome}.\n\n{table(rows) if rows else ''}")
    return 1 if growing else 0


def inputs(with_lines: bool) -> Iterator[Input]:
    """Each temptation in its language; what has no letters, in both."""
    for piece, patterns in temptations().items():
        for lang in (language_of(piece),) if language_of(piece) else ("ko", "en"):
            yield Input(piece, lang, tuple(patterns))
            if with_lines and not piece.endswith("\n"):
                yield Input(piece + "\n", lang, tuple(patterns))


def tried(chosen: Iterable[Input], options: argparse.Namespace, workers: int, goes: int = 1) -> Iterator[Input]:
    """The inputs measured, in their order, by so many children at a time; each text the best of so many goes."""
    idle: SimpleQueue[Child] = SimpleQueue()
    for _ in range(workers):
        idle.put(Child())

    def measured(one: Input) -> Input:
        child = idle.get()
        try:
            return child.measured(one, options, goes)
        finally:
            idle.put(child)

    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(measured, chosen)
    for _ in range(workers):
        idle.get().end()


class Child:
    """A process that measures, and is ended where it gives no answer in time; the next input has a new one."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None

    def measured(self, one: Input, options: argparse.Namespace, goes: int) -> Input:
        if self._process is None:
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=answer, args=(theirs,), daemon=True)
            self._process.start()
            self._connection.recv()  # it has loaded everything
        self._connection.send((one.piece, one.lang, options.length, options.longest, goes))
        one = replace(one, length=0)
        while self._connection.poll(options.seconds):
            result = self._connection.recv()
            if result is None:
                return one
            one = replace(one, **result)
        self.end()
        length = 2 * one.length if one.length else options.length
        return replace(one, length=length, seconds=options.seconds, ratio=None)

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process = None


def answer(connection: Connection) -> None:
    """Measures what it is sent, and sends what it took at each length, then None."""
    for lang in ("ko", "en"):
        process(samples(lang)[0])
        len(nlp(lang)("가"))  # the analyser, which few articles need
    connection.send(None)
    while True:
        piece, lang, length, longest, goes = connection.recv()
        before = seconds(filled(piece, length), lang, goes)
        ratio = SUSPECT
        while ratio >= SUSPECT and length < longest:
            length *= 2
            now = seconds(filled(piece, length), lang, goes)
            ratio, before = now / before, now
            connection.send({"length": length, "seconds": now, "ratio": ratio})
        connection.send(None)


def seconds(text: str, lang: str, goes: int) -> float:
    """Of the processor, whatever else runs: the best of so many goes."""
    taken = []
    for _ in range(goes):
        started = time.process_time()
        process(text, published=PUBLISHED, lang=lang)
        taken.append(time.process_time() - started)
    return min(taken)


def told(measured: Iterable[Input], count: int) -> Iterator[Input]:
    """The same, with a word about how far it is and what grows."""
    for number, one in enumerate(measured, start=1):
        if one.grows:
            print("  ".join(map(str, shown(one).values())), flush=True)
        if number % _TOLD_EVERY == 0:
            print(f"{number:,} of {count:,}", flush=True)
        yield one


def shown(one: Input) -> dict[str, object]:
    patterns = [name for name in one.patterns if name != "by hand"] or list(one.patterns)
    more = f" and {len(patterns) - 2} more" if len(patterns) > 2 else ""
    return {
        "input": f"{one.lang} {one.piece!r}",
        "characters": one.length,
        "seconds": f"over {one.seconds:g}" if one.ratio is None else f"{one.seconds:.2f}",
        "times, doubled": "" if one.ratio is None else f"{one.ratio:.1f}",
        "patterns": ", ".join(patterns[:2]) + more,
    }


if __name__ == "__main__":
    sys.exit(main())
