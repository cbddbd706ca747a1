"""Programs known by their names: the gazetteer `programs.csv`, and what a user adds to it.

A name is found wherever it begins a word, Korean ones spaced as one likes (농업인 수당, 농업인수당).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline import resources
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_HANGUL = regex(r"[가-힣]")


def known_names(text: str, lang: str) -> Iterator[Named]:
    """The known programs that a text names."""
    if lang not in _kinds():
        return
    for match in _pattern(lang).finditer(text):
        yield Named(*match.span(), match.group(), "known", _kinds()[lang][_letters(match.group())])


@cache
def _kinds() -> dict[str, dict[str, str]]:
    """Kinds by language and by the name without spaces."""
    found: dict[str, dict[str, str]] = {}
    for row in resources.table("programs"):
        found.setdefault("ko" if _HANGUL.search(row["name"]) else "en", {})[_letters(row["name"])] = row["kind"]
    return found


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    names = sorted(_kinds()[lang], key=lambda name: (-len(name), name))
    spaced = "|".join(r"\s?".join(map(re.escape, name)) for name in names)
    letters = "".join({re.escape(name[0]) for name in names})
    return re.compile(rf"(?=[{letters}])(?<!\w)(?:{spaced})(?![A-Za-z0-9])")


def _letters(name: str) -> str:
    return re.sub(r"\s", "", name)
