"""English items of a budget that stand behind their sums, or before them with `of`: a list of them says where each name ends.

| form | example |
|---|---|
| sums in front | KRW 3 billion for reed marsh walkway project, KRW 1 billion for island ferry fare support |
| sums behind `of` | island ferry allowance of KRW 3 billion and reed marsh walkway project of KRW 1 billion |

Two in a row make a list. An item ends in a head noun or a deed (`program_deeds.csv`) and holds words of its own before it;
what a whole field gets (`for welfare`) and what is only told (`for growing local firms`) is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from pipeline.grammar.programs.program_cues import EN_BODY, EN_TOLD
from pipeline.grammar.programs.program_heads import deeds, generic, head_ending
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_SUM = r"(?:(?:KRW\s|₩)\d[\d.,]{0,20}\s(?:trillion|billion|million)|\d[\d.,]{0,20}\s(?:trillion|billion|million)\s(?:won|KRW))"
_MARKS = "▲△▶▷◆◇■□○●•①-⑳"
_NOT_IN_NAME = (
    r"(?:the|an?|in|at|to|on|by|with|from|that|which|who|through|under|as|is|are|was|were|will|has|have|had|be|been|it|its|their|this|next"
    r"|last|each|per|won|KRW|including|such)\b"
)
_WORD = rf"(?!{_NOT_IN_NAME})[A-Za-z0-9][\w'’&-]{{0,30}}"
_NAME = rf"(?P<name>{_WORD}(?:\s{_WORD}){{1,8}}?)"
_PAID = r"(?:\s(?:is|was|were|are|will|be|has|been|have|also|each|invested|allocated|earmarked|budgeted|assigned|spent|reserved|set|aside|put)){0,4}"
_FORMS = (
    regex(
        rf"{_SUM}{_PAID}\s(?:for|in|into|to|on|towards?)\s(?:the\s|an?\s)?{_NAME}(?=[,;.(\n]|\s?[{_MARKS}]|\sand\s(?:another\s)?{_SUM}|\s{_NOT_IN_NAME}|\Z)"
    ),
    regex(rf"(?:(?<=[,;:{_MARKS}]\s)|(?<=[{_MARKS}\n])|(?<=\band\s)|(?<=\bthe\s)){_NAME}\sof\s(?:about\s)?{_SUM}"),
)
# What may stand between two items.
_NEXT = regex(rf"(?:\s?\([^()\n]{{1,60}}\))?[\s,;.{_MARKS}]{{0,4}}(?:(?:and|also|as\swell\sas|another)\s){{0,2}}")
# `growing local firms`; nouns of towns are none.
_DOING = regex(
    r"(?!(?:housing|parking|fishing|farming|nursing|training|spring|hearing|lighting|swimming|wedding|walking|cycling|reading)\Z)[a-z]+ing"
)
_LINKS = frozenset(("and", "of", "for", "&"))
# What ends so is given money, and is no undertaking.
_PLACES = frozenset(
    ("university", "college", "school", "academy", "market", "clinic", "club", "class", "village", "town", "office")
)
# Words of its own and all words before the head, together, are more.
_SHORTEST = 2


def summed_items(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """The items that a list of sums names. taken: offsets that belong to a quotation."""
    for form in _FORMS:
        items = list(form.finditer(text))
        listed = {
            item.span(): item
            for one, two in pairwise(items)
            if _NEXT.fullmatch(text, one.end(), two.start())
            for item in (one, two)
        }
        for item in listed.values():
            kind = _kind(item["name"])
            if kind and not taken(item.start("name")):
                yield Named(*item.span("name"), item["name"], "paid_item", kind)


def _kind(name: str) -> str | None:
    """The kind of an item that reads as a name, or None."""
    words = name.split()
    head = head_ending(name, "en")
    deed = _deed().search(name)
    if head is not None and head.word in _PLACES:
        return None
    # A field is two fields: `land and regional development`.
    field = "and" in words and (head is None or head.needs == "cue")
    told = _DOING.fullmatch(words[0]) or EN_TOLD.fullmatch(words[0])
    if (head is None and deed is None) or field or told or EN_BODY.search(name):
        return None
    before = words[: -len(head.word.split())] if head else words[:-1]
    own = [
        part
        for word in before
        if word not in _LINKS
        for part in word.split("-")
        if part.casefold() not in generic("en")
    ]
    if not own or len(own) + len(before) <= _SHORTEST or before[-1:] == ["and"]:
        return None
    return head.kind if head else "project"


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(rf"\s{deeds('en')}\Z", re.IGNORECASE)
