"""Speed and memory on article-sized texts, beside bare Kiwi and spaCy on the same texts: `make bench`.

The texts are the sample articles, repeated with other figures and days so that no two are alike. Prints a table; with --json FILE also JSON.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections.abc import Callable
from pathlib import Path

from pipeline import registry
from pipeline.contract import Extractor
from pipeline.read import read
from pipeline.records import Document
from pipeline.run import extraction, process
from pipeline.segment import language_of

RAW = Path(__file__).parent.parent / "data" / "raw"


def articles(lang: str, count: int) -> list[str]:
    """`count` texts of a language, each a sample article with some of its figures changed."""
    samples = [d.text for d in read([RAW]) if isinstance(d, Document) and language_of(d.text) == lang]
    samples = [text for text in samples if len(text) > 400]
    return [varied(samples[i % len(samples)], i) for i in range(count)]


def varied(text: str, seed: int) -> str:
    """The text with its last digits of longer numbers turned by the seed."""
    return re.sub(r"(?<=\d)[1-8](?=[,만억천 ])", lambda m: str((int(m.group()) + seed) % 8 + 1), text)


def timed(function: Callable[[str], object], texts: list[str]) -> float:
    started = time.perf_counter()
    for text in texts:
        function(text)
    return time.perf_counter() - started


def one_type(extractor: Extractor) -> Callable[[str], object]:
    """An extractor's `find` alone, on a whole text."""
    from pipeline.view import View

    def work(text: str) -> object:
        return list(extractor.find(View.of(text, language_of(text) or "en")))

    return work


def references() -> dict[str, Callable[[str], object]]:
    from pipeline.korean import kiwi
    from pipeline.languages import nlp

    return {"ko": lambda text: kiwi().tokenize(text), "en": lambda text: nlp("en")(text)}


def measure(count: int) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    everything = registry.all_extractors()
    for lang in ("ko", "en"):
        texts = articles(lang, count)
        characters = sum(map(len, texts))
        works: dict[str, Callable[[str], object]] = {
            "end to end": lambda text: process(text, published="2023-06-01"),
            "bare Kiwi" if lang == "ko" else "spaCy blank tokenizer": references()[lang],
            "clean and segment": lambda text: extraction(Document("d", "s", text), ()),
        }
        works |= {f"{e.type}: find alone": one_type(e) for e in everything}
        for name, work in works.items():
            work(texts[0])
            seconds = timed(work, texts)
            rows.append(
                {
                    "language": lang,
                    "work": name,
                    "articles": len(texts),
                    "characters": characters,
                    "seconds": round(seconds, 2),
                    "articles_per_second": round(len(texts) / seconds, 1),
                    "characters_per_second": round(characters / seconds),
                }
            )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="per language")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    rows = measure(args.articles)
    for row in rows:
        print(
            f"{row['language']}  {row['work']:24}{row['articles_per_second']:>12,} articles/s"
            f"{row['characters_per_second']:>14,} characters/s"
        )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"peak memory {peak} MB")
    if args.json:
        args.json.write_text(json.dumps({"rows": rows, "peak_memory_mb": peak}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
