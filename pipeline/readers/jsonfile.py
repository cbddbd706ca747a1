"""JSON: an object that is an article, an array of such objects, or an object that holds one such array."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.errors import UnreadableError
from pipeline.readers._decoding import text_of
from pipeline.readers._fields import fields_in, without_text
from pipeline.readers._objects import article_in, parsed
from pipeline.readers.jsonlines import records
from pipeline.records import Article, Reject

SUFFIXES = (".json",)
_DEEPEST_ARRAY = 3


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """An article, or one per object of the array. A file of JSON lines under this suffix is read as such."""
    text = text_of(data)
    try:
        value = parsed(text, "the file")
    except UnreadableError:
        if not _is_lines(text):
            raise
        yield from records(text, source)
        return
    if isinstance(value, dict) and "text" not in fields_in(value):
        arrays = list(_arrays(value, _DEEPEST_ARRAY))
        if len(arrays) != 1:
            why = without_text(value) if not arrays else f"{len(arrays)} lists of objects; leave the articles' one only"
            raise UnreadableError("no_text" if not arrays else "json", why)
        value = arrays[0]
    if not isinstance(value, list):
        yield article_in(value, source, "the file")
        return
    if not value:
        raise UnreadableError("empty", "an empty list; remove the file or fetch it again")
    for number, one in enumerate(value, start=1):
        yield article_in(one, f"{source}#{number}", f"record {number}")


def _arrays(value: dict[str, object], depth: int) -> Iterator[list[object]]:
    """The lists of objects inside an object, down to a few levels."""
    for inner in value.values():
        if isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner):
            yield inner
        elif isinstance(inner, dict) and depth > 1:
            yield from _arrays(inner, depth - 1)


def _is_lines(text: str) -> bool:
    first = text.lstrip().split("\n", 1)[0]
    try:
        return isinstance(parsed(first, "line 1"), dict)
    except UnreadableError:
        return False
