"""English works in lower case that are named by their place: `Byeolmaru monorail restoration works`.

Capitals, at most three nouns, a deed (`program_deeds.csv`) and `project`, `works` or `construction`. What is done everywhere
(`Hanbit road improvement project`) is none unless the place is small: a village, a stream, a bridge.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.grammar.programs.program_heads import deeds, generic
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_FRONT = regex(
    r"(?:(?:The|This|That|Its|Their|An?|In|On|At|Of|From|By|For|To|With|Through|Under|And|But|Also|Meanwhile)\s)+"
)
# `Gomso-ri`, `Seosicheon`, `Pine Bridge`.
_SMALL = regex(
    r"\w+-(?:ri|dong|eup|myeon|ro|gil)\Z|[A-Z]\w{2,}(?:cheon|gang|do|san|ri)\Z|\s(?:River|Stream|Port|Harbor|Bridge|Lake|Beach|Island|Valley|Village|Market|Park)\Z"
)
_STARTS = regex(r"(?:\A|\n|[.!?:;]\s|[“\"]\s?)\Z")


def placed_works(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """Works of an English text that are named by their place. taken: offsets that belong to a quotation."""
    for match in _works().finditer(text):
        front = _FRONT.match(text, *match.span("place"))
        start = front.end() if front else match.start()
        place = text[start : match.end("place")].strip()
        own = [word for word in match["nouns"].split() if word not in generic("en")]
        if not place or taken(start):
            continue
        opens = front is None and " " not in place and _STARTS.search(text, max(0, start - 2), start) is not None
        if _SMALL.search(place) or (
            not opens and (own or " " in place) and place.split()[-1].casefold() not in generic("en")
        ):
            yield Named(start, match.end(), text[start : match.end()], "placed_works", "project")


@cache
def _works() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'’-])(?P<place>(?:[A-Z][\w-]{{0,30}}\s){{1,4}})(?P<nouns>(?:[a-z][a-z-]{{2,30}}\s){{0,3}}?){deeds('en')}\s(?:project|works?|construction)(?![\w-])"
    )
