"""Hostile inputs of 100,000 characters, beside ordinary text of that length: `make bench`.

Each is repeated from a piece that tempts some pattern to look far or often. `end to end` is the time per character of
`process` as a multiple of ordinary text's, `amounts` and `dates` that of the extractor's `find` alone; a text that is
nothing but mentions costs what its mentions cost, so those are counted beside it. Prints the inputs above LIMIT, then the worst.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from speed import articles

from pipeline.extractors import amount, date
from pipeline.run import process
from pipeline.view import View

LENGTH = 100_000
LIMIT = 2.0  # times ordinary text
PIECES = {
    "ko": (
        *("1,", "1.", "1~", "1·", "1/", "0", "00,", "억", "만", "천", "십", "3천", "1조2억3만4천5백", "1억 2천만 3백 ", "10억~", "((1억 "),
        *("2021.", "2021-", "5.", "1일", "1월 ", "1일, 2일, ", "3·4·5일 ", "7월 7일부터 ", "일이삼사", "1,000,", "99,999,999"),
        *("지난 ", "오는 ", "부터 ", "까지 ", "민선 ", "7기", "(국비 ", "제", "원", "구", "동", "김", "‘", '"', "▲", "[", " ", "가", "\n"),
    ),
    "en": (
        *("1,", "1.", "1/", "1-", "0", "$", "₩", "Won ", "won ", "million ", "two hundred ", "twenty-", "one hundred and "),
        *("between ", "from ", "to ", "January ", "May ", "2021-", "2021.", "5.", "first ", "half of the ", "the of ", "a "),
        *("Mayor ", "Kim ", "-gu ", ", ", ". ", "'", "(", "A", " ", "\n"),
    ),
}  # fmt: skip


def filled(piece: str) -> str:
    return (piece * (LENGTH // len(piece) + 1))[:LENGTH]


def seconds(work: Callable[[], object]) -> float:
    """The faster of two goes."""
    goes = []
    for _ in range(2):
        started = time.perf_counter()
        work()
        goes.append(time.perf_counter() - started)
    return min(goes)


def works(text: str, lang: str) -> dict[str, Callable[[], object]]:
    view = View.of(text, lang)
    return {
        "end to end": lambda: process(text, published="2023-06-01", lang=lang),
        "amounts": lambda: list(amount.find(view)),
        "dates": lambda: list(date.find(view)),
    }


def measure() -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    for lang, pieces in PIECES.items():
        ordinary = "\n".join(articles(lang, 100))[:LENGTH]
        base = {name: seconds(work) for name, work in works(ordinary, lang).items()}
        for piece in pieces:
            text = filled(piece)
            times = {name: round(seconds(work) / base[name], 2) for name, work in works(text, lang).items()}
            mentions = len(process(text, lang=lang).mentions)
            rows.append({"language": lang, "piece": piece, **times, "mentions": mentions})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    rows = measure()
    columns = ("end to end", "amounts", "dates")
    print(
        f"{'hostile input':24}" + "".join(f"{c:>12}" for c in columns) + "    mentions   (multiples of ordinary text)"
    )
    for row in rows:
        if any(float(str(row[c])) > LIMIT for c in columns):
            shown = f"{row['language']} {row['piece']!r}"
            print(f"{shown:24}" + "".join(f"{row[c]:>11}x" for c in columns) + f"{row['mentions']:>12,}")
    worst = max((r for r in rows if not r["mentions"]), key=lambda r: float(str(r["end to end"])))
    print(f"of {len(rows)} inputs; the slowest without mentions: {worst['piece']!r}, {worst['end to end']}x end to end")
    if args.json:
        args.json.write_text(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
