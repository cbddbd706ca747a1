"""JSON Lines: one object per line, each an article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import UnreadableError
from pipeline.readers._decoding import text_of
from pipeline.readers._objects import article_in, parsed
from pipeline.records import Article, Reject

SUFFIXES = (".jsonl", ".ndjson")
RECORDS = True
LINES = True


def read(data: bytes, source: str, number: int = 0, lines: int = 0) -> Iterator[Article | Reject]:
    """An article or a reject per line that holds anything; a broken line does not stop the others.

    number, lines: how many records and lines of the file stand before these.
    """
    return records(text_of(data), source, number, lines)


def records(text: str, source: str, number: int = 0, lines: int = 0) -> Iterator[Article | Reject]:
    """The same from decoded text. Only `\\n` ends a line: JSON strings may hold the other line separators of Unicode."""
    for at, line in enumerate(text.split("\n"), start=lines + 1):
        # Space of JSON; anything else on a line is content.
        if line := line.strip(" \t\r"):
            number += 1
            yield _record(line, f"{source}#{number}", f"line {at}")


def _record(line: str, source: str, where: str) -> Article | Reject:
    try:
        return article_in(parsed(line, where), source, where)
    except UnreadableError as error:
        return Reject(source, error.reason, error.detail)
