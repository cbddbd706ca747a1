"""Public parsers of dates and sums, timed in a process of their own, whose Python need not have Dongne.

Reads lines of JSON, {"parser": name, "lang": "ko", "texts": […]}, and answers each with {"seconds": s, "found": n}, or
{"error": why} where the parser is not there or fails.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Any

Parse = Callable[[str], Any]


def dateparser(lang: str) -> Parse:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=[lang])


def quantulum3(lang: str) -> Parse:
    from quantulum3 import parser

    return parser.parse


def price_parser(lang: str) -> Parse:
    from price_parser import Price

    return lambda text: [Price.fromstring(text)]


def recognizers_dates(lang: str) -> Parse:
    from recognizers_date_time import Culture, recognize_datetime

    return lambda text: recognize_datetime(text, Culture.English)


def recognizers_sums(lang: str) -> Parse:
    from recognizers_number_with_unit import Culture, recognize_currency

    return lambda text: recognize_currency(text, Culture.English)


# What each reads, in which languages, and the package to tell the version of. price-parser reads one sum of a text.
PARSERS: dict[str, tuple[Callable[[str], Parse], str, tuple[str, ...], str]] = {
    "dateparser search_dates": (dateparser, "date", ("ko", "en"), "dateparser"),
    "recognizers-text dates": (recognizers_dates, "date", ("en",), "recognizers-text-suite"),
    "quantulum3": (quantulum3, "amount", ("ko", "en"), "quantulum3"),
    "recognizers-text sums": (recognizers_sums, "amount", ("en",), "recognizers-text-suite"),
    "price-parser (one sum)": (price_parser, "amount", ("ko", "en"), "price-parser"),
}


def answer(question: dict[str, Any]) -> dict[str, Any]:
    make, _, _, package = PARSERS[question["parser"]]
    try:
        parse = make(question["lang"])
        started = time.perf_counter()
        found = [parse(text) for text in question["texts"]]
        seconds = time.perf_counter() - started
        return {"seconds": seconds, "found": sum(len(f or ()) for f in found), "version": version(package)}
    except (ImportError, PackageNotFoundError) as error:
        return {"error": f"not installed: {error}"}
    except Exception as error:  # whatever a parser raises on our kind of text is its result
        return {"error": f"fails: {type(error).__name__}: {error}"}


def main() -> None:
    warnings.simplefilter("ignore")
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
