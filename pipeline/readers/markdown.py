"""Markdown: the file is one article; front matter between `---` lines tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.regex import regex
from pipeline.readers._decoding import text_of
from pipeline.readers._fields import article_of
from pipeline.records import Article, Reject

SUFFIXES = (".md", ".markdown")

_FENCE = regex(r"---[ \t]*\r?\n")
_FENCE_END = regex(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FIELD = regex(r"(?P<name>[^\s:#\-][^:\n]{0,60}?)[ \t]*:[ \t]+(?P<value>.*)")
_QUOTED = regex(r"""(["'])(?P<inner>.*)\1""")
# Front matter is short; a rule (`---`) far below a first rule closes nothing.
_LONGEST = 8000


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """The text after the front matter, as it is written. Front matter that does not close or names nothing is text."""
    text = text_of(data)
    fields, start = _front_matter(text)
    yield article_of(fields, text[start:])


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The `key: value` lines and where the text begins; nested values are left out."""
    opening = _FENCE.match(text)
    closing = _FENCE_END.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if opening is None or closing is None:
        return {}, 0
    fields: dict[str, str] = {}
    for line in text[opening.end() : closing.start()].splitlines():
        if field := _FIELD.fullmatch(line.rstrip()):
            fields.setdefault(field["name"], _value(field["value"]))
    return (fields, closing.end()) if fields else ({}, 0)


def _value(written: str) -> str:
    """A scalar without its quotes, or the parts of a `[list, of, scalars]` joined by commas."""
    value = written.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_value(part) for part in value[1:-1].split(","))
    quoted = _QUOTED.fullmatch(value)
    return quoted["inner"] if quoted else value.split(" #")[0].strip()
