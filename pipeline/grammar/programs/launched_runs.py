"""English names without quotation marks whose head noun alone proves little: taken where something is launched or run.

| form | example |
|---|---|
| capitals, then a common head in lower case | The Woori-dongne Doctor service is launched in May. |
| capitals up to a head that is a name in quotation marks only | It introduced the Ondure Card. |
| definite or somebody's, and a head that pays | The Twin Hearth Card costs nothing. Sinan's Moonlight Pension |
| capitals that a town runs as its own | The county runs its own Porch Light Helper. |
| an evaluation that is won | Best in Village Water Evaluation |
| three capitals in a sentence, whatever it says | the sister of Reed Hearth Housing, under which; the Fair Loaf Bakery scheme will grow |

The verb stands right before the name (with an article between) or right after it; a town, a body or a place is no name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.grammar.alternatives import one_of
from pipeline.grammar.programs.program_cues import EN_BODY, EN_PREMISES
from pipeline.grammar.programs.program_heads import Head, generic, heads
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_WINDOW = 90
# `Jungang Market`, `Hanbit Police Academy`: places are opened and run too.
_PLACES = frozenset(
    ("market", "academy", "clinic", "club", "account", "pension", "insurance", "games", "day", "season")
)
_LOWER = (
    "plan",
    "service",
    "program",
    "programme",
    "scheme",
    "initiative",
    "scholarship",
    "voucher",
    "allowance",
    "app",
)
# Behind these a house or a shop is a scheme: `the Fair Loaf Shop scheme`.
_UNDERTAKEN = ("program", "programme", "scheme", "initiative", "voucher", "allowance")
# `runs its own Porch Light Helper`
_ITS_OWN = regex(
    r"\b(?:run|ran|launch|introduc|start|operat|offer|creat|began|begin|unveil)\w*\s(?:its|their)\sown\s(?P<name>[A-Z][\w-]{0,30}(?:\s(?:for\s|of\s)?[A-Z][\w-]{0,30}){1,5})(?=[,.;]|\s[a-z(])"
)
_THING = regex(
    r"\s(?:Pages?|Channels?|Farms?|Factory|Brands?|Websites?|Band|Orchestra|Choir|Studio|Bank|School|College|University|Academy|Museum|Park|Plant|Villages?|Town|Market|Airport|Port|Stadium|Homepage|Company|Team)\Z"
)
# `Best in Village Water Evaluation`, `the top prize at the Village Water Evaluation`
_EVALUATED = regex(
    r"\b(?:[Bb]est|[Ee]xcellent|[Ee]xcellence|[Pp]rize|[Aa]ward|[Pp]lace|[Gg]rade|[Ff]irst|[Tt]op|[Oo]utstanding|[Rr]ating)\s(?:in|at|from)\s(?:the\s)?(?P<name>(?:(?:20\d\d|[A-Z][\w&-]{0,30})\s(?:(?:and|of|for)\s)?){2,7}Evaluation)(?!\w)"
)
# `the Twin Hearth Card`, `Byeolmaru's Moonlight Pension`
_DEFINITE = regex(r"(?:\b[Tt]he|(?P<whose>[a-z]['’]s))\s\Z")
# Capitals before a head that prove a name by themselves; a line with fewer words in lower case is a headline.
_ENOUGH_LONG, _FEWEST_LOWER, _LINE = 2, 5, 300
# What a company is called too, or what is done.
_DEEDS = frozenset(("construction", "work", "works", "development", "line", "deal", "care", "talk", "show"))
_LOWER_WORD = regex(r"(?<![\w'’-])[a-z]{2,}")
_PLACE_BEFORE = regex(
    r"\b(?:at|near|along|beside|from|by|around|inside|outside|[Rr]eporter|Mayor|Professor)\s(?:the\s)?\Z"
)
_PLACE_REACH = 20
_PAYING = ("pension", "account", "insurance")
_ENOUGH_DEFINITE, _ENOUGH_SHARED = 2, 3
_CAPITALS = regex(r"(?<![\w'’-])(?:(?:[a-z]-)?[A-Z0-9][\w&'’-]*\s(?:(?:of|for|and)\s)?){1,7}\Z")
_FRONT = regex(r"(?:The|This|That|Its|Their|Our|His|Her|An?|In|On|At|From|By|For|To|With|Through|Under|Also|And|But)\s")
# `Sinan's Moonlight Pension`: whose it is, is not of the name.
_ISSUER = regex(
    r"(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*(?<!Women)(?<!Children)(?<!People)(?<!Farmer)(?<!Citizen)(?<!Senior)['’]s\s(?=[A-Z0-9])"
)
# `Onbit-gu type Winter Heating Support`: 온빛구형, translated.
_TYPED = regex(r"(?<![\w-])[A-Z]\w{1,20}(?:-(?:gu|si|gun|do))?[\s-](?:type|style)\s\Z")
_TYPE_REACH = 34
_TOWN_ENDS = regex(r"(?:-(?:gu|si|gun|do|dong|eup|myeon)|City|District|Province|County|Mayor|Governor|President)\s?\Z")
_LAUNCHED_BEFORE = regex(
    r"""\b(?:launch|introduc|issu|offer|operat|start|expand|provid|unveil|promot|implement|join|run|ran|began|begin|through|under|via)\w*
    \s(?:also\s)?(?:the\s|its\s|an?\s|new\s|free\s|called\s){0,2}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LAUNCHED_AFTER = regex(
    r"""\s(?:(?:now|also|will|is|was|are|were|has|have|been|be|being|to)\s){0,3}
    (?:launch|began|begins|runs?\b|operat|introduc|issu|start|offer|lends?\b|expand|visit|provid|cover|deliver|goes\s(?:on\ssale|from))""",
    re.VERBOSE,
)


def launched_runs(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """Unquoted names of an English text that are launched or run. taken: offsets that belong to a quotation."""
    yield from _by_their_verb(text, taken)
    for match in _head().finditer(text):
        head = heads("en")[match.group(1).casefold()]
        begin = _begin(text, match.start())
        if begin is None or taken(begin):
            continue
        body, before = text[begin : match.start()], text[max(0, begin - 40) : begin]
        paid_out = _is_paid_out(body, before, head) and EN_BODY.search(body.strip()) is None
        if not paid_out and not _tells_apart(body, match.group(1), head):
            continue
        launched = (
            _LAUNCHED_BEFORE.search(before) or _LAUNCHED_AFTER.match(text, match.end()) or _is_long(text, begin, match)
        )
        if paid_out or (launched and head.word not in _PLACES):
            yield Named(begin, match.end(), text[begin : match.end()], "launched_run", head.kind)


def _by_their_verb(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """What a town runs as its own, and evaluations in which one is won."""
    for pattern, kind in ((_ITS_OWN, "service"), (_EVALUATED, "award")):
        for match in pattern.finditer(text):
            name = match["name"]
            if not taken(match.start("name")) and not EN_BODY.search(name) and not _THING.search(name):
                yield Named(*match.span("name"), name, "launched_run", kind)


@cache
def _head() -> re.Pattern[str]:
    capital = [
        h.word.title().replace("Mou", "MOU")
        for word, h in sorted(heads("en").items())
        if word == h.word and not h.bare and word not in _PLACES - {*_PAYING}
    ]
    return re.compile(rf"(?<=[\w'’]\s)({one_of((*capital, *_LOWER))})(?![\w-])(?!\s[A-Z])")


def _begin(text: str, at: int) -> int | None:
    """Where the run of capitals that ends before a head begins, without an article or preposition in front."""
    start = max(0, at - _WINDOW)
    run = _CAPITALS.search(text[start:at])
    if run is None:
        return None
    begin = start + run.start()
    if typed := _TYPED.search(text, max(0, begin - _TYPE_REACH), begin):
        return typed.start()
    while front := _FRONT.match(text, begin, at) or _ISSUER.match(text, begin, at):
        begin = front.end()
    return begin if begin < at else None


def _is_long(text: str, begin: int, head: re.Match[str]) -> bool:
    """Whether capitals enough stand before a head in a sentence: neither in a headline nor where something else is."""
    capitals = sum(word[0].isupper() for word in text[begin : head.start()].split())
    if not capitals or head.group(1).casefold() in _DEEDS:
        return False
    rest = (
        text[max(0, begin - _LINE) : begin].rpartition("\n")[2]
        + text[head.end() : head.end() + _LINE].partition("\n")[0]
    )
    told = sum(1 for _ in _LOWER_WORD.finditer(rest)) > _FEWEST_LOWER
    enough = capitals >= (_ENOUGH_LONG if head.group(1)[0].isupper() else _ENOUGH_LONG + 1)
    return enough and told and _PLACE_BEFORE.search(text, max(0, begin - _PLACE_REACH), begin) is None


def _is_paid_out(body: str, before: str, head: Head) -> bool:
    """Whether capitals in front of a head that pays are a scheme: definite with words enough, or a town's own."""
    found = _DEFINITE.search(before)
    if found is None or head.kind != "finance":
        return False
    words = body.split()
    own = [w for w in words if w.casefold() not in generic("en") and w.casefold() not in heads("en")]
    if not own:
        return head.word == "package" and len(words) >= _ENOUGH_SHARED
    return found["whose"] is not None or len(words) >= _ENOUGH_DEFINITE


def _tells_apart(body: str, word: str, head: Head) -> bool:
    words = body.split()
    own = [w for w in words if w.casefold() not in generic("en") and w.casefold() not in heads("en")]
    bodied = EN_BODY.search(body.strip()) and not (word in _UNDERTAKEN and EN_PREMISES.search(body.strip()))
    if not own or _TOWN_ENDS.search(body) or bodied or EN_BODY.search(body + word):
        return False
    return len(words) > 1 or word[0].isupper()
