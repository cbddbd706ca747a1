"""Korean names in English text: found by their surname, the given name before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.grammar.alternatives import one_of
from pipeline.grammar.people import names
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.posts import title_pattern
from pipeline.grammar.regex import regex

_HYPHENED = r"[A-Z][a-z]{0,7}-[A-Za-z][a-z]{0,7}|[A-Z]{2,8}-[A-Z]{2,8}"
_FOLLOWING = regex(r"\s(?P<word>[A-Z][\w-]*)")


def latin_names(text: str) -> Iterator[tuple[int, int, Name]]:
    """`(start, end, name)` in order. Words that cannot be given names (Park Street, Kim Koo Museum) are left out."""
    at = 0
    while m := _pattern().search(text, at):
        at = m.start() + 1
        kind = next(k for k in "1234" if m[f"surname{k}"])
        surname, given, end = m[f"surname{kind}"], m[f"given{kind}"], m.end()
        if kind == "3" and " " in given and not names.split_latin(surname, given):
            # `Kim Gilseong Said`: only the first word can be the given name.
            end -= len(given) - len(given.split()[0])
            given = given.split()[0]
        name = names.split_latin(surname, given) if kind in "13" else names.split_latin(given, surname)
        if name is None or title_pattern("en").fullmatch(given):  # `Gu Mayor`
            continue
        if kind in "34" and (following := _goes_on(text, end)):
            at = following if kind == "3" else at
            continue
        at = end
        yield m.start(), end, name


@cache
def surname_alternatives() -> str:
    """The usual spellings of surnames as a pattern, the longest first."""
    return one_of(names.latin_surnames())


@cache
def _pattern() -> re.Pattern[str]:
    usual = names.latin_surnames()
    surname = one_of({*usual, *(s.upper() for s in usual if len(s) > 1)})
    return re.compile(
        rf"""(?<![\w-])(?=[A-Z])(?:
            (?P<surname1>{surname}),?\s(?P<given1>{_HYPHENED})                                        # Chung, Yong-rae
          | (?P<given2>{_HYPHENED})\s(?P<surname2>{surname})                                          # Yong-rae Jeong
          | (?P<surname3>{surname})\s(?P<given3>[A-Z](?:[a-z]+|[A-Z]+)(?:\s[A-Z][a-z]{{1,6}}(?!\w))?) # Kim Gil Seong
          | (?P<given4>[A-Z][a-z]{{3,10}})\s(?P<surname4>{surname})                                   # Gilseong Kim
        )(?![\w-])""",
        re.VERBOSE,
    )


def _goes_on(text: str, end: int) -> int:
    """Where the words end that make a name without a hyphen another thing (Kim Koo Museum), or 0. A title does not."""
    following = _FOLLOWING.match(text, end)
    return 0 if not following or title_pattern("en").fullmatch(following["word"]) else following.end()
