"""What Korean and English end to end are compared with: a tokenizer over the same text, for English with a scan of patterns too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from pipeline import resources

if TYPE_CHECKING:
    from spacy.language import Language

_MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_POSTS = ["mayor", "governor", "minister", "chairman", "director", "commissioner", "councilor", "president"]
_SCALES = {"LOWER": {"IN": ["hundred", "thousand", "million", "billion", "trillion"]}, "OP": "*"}
_NUMBER = {"LIKE_NUM": True}
_DAY = {"TEXT": {"REGEX": r"^[0-3]?\d(?:st|nd|rd|th)?$"}}
_MONTH = {"LOWER": {"IN": [*_MONTHS, *(m[:3] for m in _MONTHS), *(m[:3] + "." for m in _MONTHS)]}}
_PATTERNS: dict[str, list[list[dict[str, Any]]]] = {
    "amount": [
        [_NUMBER, _SCALES, {"LOWER": {"IN": ["won", "krw", "dollars", "euros", "yen"]}}],
        [{"LOWER": {"IN": ["₩", "$", "us$", "€", "¥", "krw", "won", "usd"]}}, _NUMBER, _SCALES],
    ],
    "date": [
        [_MONTH, _DAY, {"ORTH": ",", "OP": "?"}, {"SHAPE": "dddd", "OP": "?"}],
        [_MONTH, {"SHAPE": "dddd"}],
        [{"LOWER": "the"}, {"TEXT": {"REGEX": r"^[0-3]?\d(?:st|nd|rd|th)$"}}],
        [{"LOWER": {"IN": ["last", "next", "this"]}}, {"LOWER": {"IN": ["year", "month", "week", *_MONTHS, *_WEEKDAYS]}}],
        [{"LOWER": {"IN": [*_WEEKDAYS, "today", "yesterday", "tomorrow"]}}],
        [{"TEXT": {"REGEX": r"^(?:19|20)\d\d(?:[-./]\d\d?){0,2}$"}}],
    ],
    "official": [
        [{"LOWER": {"IN": _POSTS}}, {"IS_TITLE": True, "OP": "{1,3}"}],
        [{"IS_TITLE": True, "OP": "{1,3}"}, {"ORTH": ","}, {"LOWER": {"IN": _POSTS}}],
    ],
}  # fmt: skip


def bare(lang: str) -> dict[str, Callable[[str], object]]:
    """Contestants over texts of a language, by name."""
    if lang == "ko":
        from pipeline.korean import kiwi

        return {"bare Kiwi": kiwi().tokenize}
    return {"spaCy blank": blank(), "spaCy blank + entity ruler": ruler()} if lang == "en" else {}


def blank() -> Language:
    """spaCy's English tokenizer alone."""
    import spacy  # slow to load, which workers need not wait for

    return spacy.blank("en")


@cache
def ruler() -> Language:
    """spaCy's blank English pipeline with an entity ruler: our English names as phrases, and patterns for sums, dates and posts."""
    pipeline = blank()
    rules = [{"label": label, "pattern": pattern} for label, patterns in _PATTERNS.items() for pattern in patterns]
    pipeline.add_pipe("entity_ruler").add_patterns([*rules, *_names()])
    return pipeline


def _names() -> Iterator[dict[str, str]]:
    """Every area and public body of our gazetteers that has an English name."""
    for label, table in (("district", "districts"), ("organisation", "organisations")):
        names = sorted({row["name_en"] for row in resources.table(table)} - {""})
        yield from ({"label": label, "pattern": name} for name in names)
