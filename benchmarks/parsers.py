"""The extractors of sums and dates beside public parsers of the same, which run in a process of their own (references.py)."""

from __future__ import annotations

import json
import subprocess
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from references import PARSERS
from rounds import RATE, Row, Tables, faster, rate, seconds
from texts import PUBLISHED, batch

from pipeline import registry
from pipeline.clean import clean
from pipeline.extract import extract
from pipeline.normalise import normalise
from pipeline.read import read_text
from pipeline.segment import segment

HEADING, OURS = "Sums and dates", "Dongne"
KINDS = ("amount", "date")
_MOST_ROUNDS = 3
_COLUMNS = ("characters", "seconds", RATE, "version")

Ask = Callable[[str, str, Sequence[str]], dict[str, Any]]


def measure(options: Namespace) -> Tables:
    rows: dict[tuple[str, str, str], Row] = {}
    with asked(options.references) as ask:
        for turn in range(min(options.rounds, _MOST_ROUNDS)):
            for lang in ("ko", "en"):
                texts = batch(lang, options.parsed, turn)
                for kind in KINDS:
                    row = rate(texts, one_extractor(kind, lang, texts))
                    rows[lang, kind, OURS] = faster(rows.get((lang, kind, OURS)), row)
                for name, (_, kind, languages, _) in PARSERS.items():
                    if lang in languages:
                        rows[lang, kind, name] = _answered(ask, name, lang, texts, rows.get((lang, kind, name)))
    yield HEADING, [_shown(key, row, rows[(*key[:2], OURS)]) for key, row in sorted(rows.items())]


def one_extractor(kind: str, lang: str, texts: Sequence[str]) -> float:
    """Seconds that the extractor of a type takes to find and read all its mentions in texts that are cleaned already."""
    extractors = [e for e in registry.all_extractors() if e.type == kind]
    documents = [read_text(text, published=PUBLISHED) for text in texts]
    cleaned = [(document, segment(clean(document.text)[0], lang)) for document in documents]

    def work() -> None:
        for document, segments in cleaned:
            found, _ = extract(document, segments, extractors)
            normalise(document, segments, found, extractors)

    return seconds(work)


@contextmanager
def asked(python: Path) -> Iterator[Ask]:
    """A child that times public parsers, asked by (parser, lang, texts)."""
    if not python.exists():
        yield lambda *_: {"error": "not installed; make bench installs it"}
        return
    command = [str(python), str(Path(__file__).parent / "references.py")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        into, out = child.stdin, child.stdout

        def ask(parser: str, lang: str, texts: Sequence[str]) -> dict[str, Any]:
            into.write(json.dumps({"parser": parser, "lang": lang, "texts": list(texts)}) + "\n")
            into.flush()
            answer: dict[str, Any] = json.loads(out.readline() or '{"error": "died"}')
            return answer

        yield ask
        into.close()


def _answered(ask: Ask, parser: str, lang: str, texts: Sequence[str], before: Row | None) -> Row:
    """The better of a parser's rows; where it fails, its version says why. It reads a text before the clock runs."""
    if before is None:
        ask(parser, lang, texts[:1])
    elif RATE not in before:
        return before
    told = ask(parser, lang, texts)
    if "error" in told:
        return {"version": told["error"]}
    return faster(before, rate(texts, told["seconds"]) | {"version": told["version"]})


def _shown(key: tuple[str, str, str], row: Row, ours: Row) -> Row:
    lang, kind, name = key
    told = {column: row.get(column) for column in _COLUMNS}
    slower = ours[RATE] / row[RATE] if RATE in row and name != OURS else None
    return {"texts": lang, "kind": kind, "work": name, **told, "times slower than Dongne": slower}
