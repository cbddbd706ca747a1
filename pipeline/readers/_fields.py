"""A record's fields by their usual names → an article. Shared by the readers of records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from pipeline.errors import UnreadableError
from pipeline.grammar.bylines.bylines import person
from pipeline.grammar.bylines.datelines import day_of
from pipeline.grammar.regex import regex
from pipeline.records import PAIR, Article
from pipeline.resources import settings

_FIELDS = ("text", "title", "published", "publisher", "reporter", "url", "lang", "record_id", "text_ko", "text_en")
_FOLDED = regex(r"[\s_\-.:/]+")
# Lists within lists that are still a text: paragraphs of sentences of runs.
_DEEPEST_LIST = 8


def article_of(record: Mapping[str, object], text: str | None = None) -> Article:
    """The article in a record. `text`: where the text stands outside of the record, as under front matter.

    A record with a Korean and an English text is one article in both: the Korean one first, a blank line between.

    Raises UnreadableError (`no_text`) naming the fields seen and those wanted.
    """
    named = fields_in(record)
    both = [_plain(record[named[field]], "\n\n") for field in ("text_ko", "text_en") if field in named]
    pair = text is None and len(both) == 2 and all(part.strip() for part in both)
    if pair:
        text = "\n\n".join(both)
    elif text is None and "text" not in named and any(both):
        text = next(filter(None, both))
    if text is None:
        if "text" not in named:
            raise UnreadableError("no_text", without_text(record))
        text = _plain(record[named["text"]], "\n\n")
    told = {field: _plain(record[named[field]], ", ").strip() if field in named else "" for field in _FIELDS[1:]}
    day = day_of(told["published"])
    return Article(
        text,
        title=told["title"],
        publisher=told["publisher"],
        reporter=person(told["reporter"]),
        published=day,
        published_source="metadata" if day else "none",
        url=told["url"],
        lang=PAIR if pair else _language(told["lang"]),
        record_id=told["record_id"],
    )


def fields_in(names: Iterable[str]) -> dict[str, str]:
    """Which of the names holds which field: `{"text": "본문", "published": "일자"}`."""
    ranks = _ranks()
    found: dict[str, tuple[int, str]] = {}
    for name in names:
        field, rank = ranks.get(_folded(name), ("", 0))
        if field and (field not in found or rank < found[field][0]):
            found[field] = (rank, name)
    return {field: name for field, (_, name) in found.items()}


def without_text(names: Iterable[str]) -> str:
    """What to tell of a record in which no field is the text."""
    seen = ", ".join(str(name)[:40] for name in list(names)[:20]) or "none"
    wanted = ", ".join(settings("field_names")["text"])
    return f"no field with the article's text; there are: {seen}; rename one to one of: {wanted}"


@cache
def _ranks() -> dict[str, tuple[str, int]]:
    names = settings("field_names")
    return {_folded(name): (field, rank) for field in _FIELDS for rank, name in enumerate(names[field])}


def _folded(name: str) -> str:
    return _FOLDED.sub("", str(name)).casefold()


def _plain(value: object, between: str, depth: int = _DEEPEST_LIST) -> str:
    """A value as text: lists joined, `{"name": "…"}` its name, nothing for null and for what is nested too deep."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and depth:
        return between.join(part for part in (_plain(one, between, depth - 1) for one in value) if part)
    if isinstance(value, Mapping):
        return next((value[key] for key in ("name", "text", "title") if isinstance(value.get(key), str)), "")
    return ""


def _language(value: str) -> str:
    told = re.split(r"[-_]", value.casefold())[0]
    languages: Mapping[str, list[str]] = settings("field_names")["languages"]
    return next((code for code, names in languages.items() if told in names), "")
