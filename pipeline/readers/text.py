"""Plain text: the file is one article."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.readers._decoding import text_of
from pipeline.records import Article, Reject

SUFFIXES = (".txt",)


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """The whole file as one article; its byline is read later."""
    yield Article(text_of(data))
