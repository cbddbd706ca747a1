"""English names that the noun beside them says to be undertakings, whatever they end in.

| form | example | rule |
|---|---|---|
| name, then what it is | the Penny Roof, a scheme under which the county leases flats | apposed |
| name, then whose it is | the Ten-Step Town, Mayor Park's signature project, | apposed |
| name, then money of the town | Byeolmaron, the city's local currency, | apposed |
| what it is, then the name | a scheme called Warm Ladder, a program it calls the Long Table, the tutoring service Hanbit Learn | apposed |
| what it is, a comma, then the name | A sister program, the Reed Lantern Trail, is safe. | apposed |
| name, then that it is one | Warm Ladder is a project that pays rent | apposed |

The noun must close its phrase (`a program that`, not `a program manager`). Towns, bodies and people are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.grammar.programs.program_cues import EN_BODY, EN_IMPERATIVE, EN_PREMISES
from pipeline.grammar.programs.program_heads import generic, heads
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_KIND = (
    r"programme|program|scheme|project|initiative|policy|campaign|fund|allowance|voucher|subsidy|loan|festival|event|fair|service"
    r"|package|award|currency"
)
_CLOSES = (
    r"(?=[,.;:)]|\s(?:that|which|who|where|under|by|for|in|to|of|on|with|at|from|since|now|worth|chosen|picked|run|launched|due|held|aimed|meant"
    r"|designed|offering|started|introduced|funded|backed|open|giving|paying|is|was|will|has)\b)"
)
_WHOSE = r"(?:an?|the|its|one\sof\sthe|(?:[A-Z][\w-]*\s){0,3}[A-Z][\w-]*['’]s|the\s(?:city|county|province|district|town)['’]s)"
_AFTER = regex(rf",\s{_WHOSE}\s(?:(?!(?:of|in|for|by|to|at|from|on)\s)[\w'’-]+\s){{0,4}}?(?P<kind>{_KIND}){_CLOSES}")
_CURRENCY_AFTER = regex(r",\s(?:the|a|its)\s(?:[\w'’-]+\s){0,2}?(?:local|regional|community)\scurrency\b")
# Words are bounded, so that no run of letters or digits is read again and again.
_WORD = r"(?:\d[\d,]{0,9}-[A-Z][\w-]{0,30}|(?:[a-z]-)?[A-Z0-9](?:[\w&'’-]|\.(?=\w)){0,30})"
_RUN = regex(rf"(?<![\w.,&'’-]){_WORD}(?:\s(?:(?:of|for|and|in|the|to)\s){{0,2}}{_WORD}){{0,7}}(?=,\s)")
_BEFORE = regex(
    rf"\b(?P<kind>{_KIND})s?,?\s(?:called|named|dubbed|known\sas|(?:that\s|which\s)?(?:it|they|the\s(?:city|county|district|province|town))\s(?:has\s)?(?:calls?|called|named?|dubs?|dubbed))"
    rf"\s(?:the\s)?(?P<name>{_WORD}(?:\s(?:(?:of|for|and|in)\s)?{_WORD}){{0,7}})"
)
# `The online tutoring service Hanbit Learn was allotted 3 billion won`: a name right behind the noun, as its subject or object.
_BESIDE = regex(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|['’]s)\s(?:[a-z][a-z-]*\s){{1,4}}(?P<kind>service|scheme|programme|program|campaign|voucher|allowance|festival|initiative|currency|project)"
    rf"\s(?P<name>{_WORD}(?:\s(?:(?:of|for)\s)?{_WORD}){{1,5}})(?=\s(?:was|is|will|has|had|gets?|got|receives?|received|pays?|gives?|costs?|to|for|with|by|and|in|from)\s|[,.;(\n]|\Z)"
)
# `A sister program for small inns, the Reed Lantern Trail, is safe`
_COMMA = regex(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|['’]s)\s(?:[a-z][a-z-]*\s){{1,4}}(?P<kind>service|scheme|programme|program|campaign|voucher|allowance|festival|initiative|project|policy|fund|event)"
    rf"(?:\sfor(?:\s[a-z-]+){{1,4}})?,\sthe\s(?P<name>{_WORD}(?:\s(?:(?:of|for)\s)?{_WORD}){{1,6}}(?:\s(?:account|card|loan|grant|fund|allowance|voucher|pass|program|project|scheme))?)(?=[,.;])"
)
# `Warm Ladder is a project that pays rent`
_IS_A = regex(
    rf"(?:(?<=\n)|(?<=[.!?”\"]\s)|\A)(?:The\s)?(?P<name>(?:[a-z]\s)?{_WORD}(?:\s(?:(?:of|for)\s)?{_WORD}){{1,7}})\s(?:is|was)\s(?:an?|the|the\scity['’]s|the\scounty['’]s)\s(?:[a-z][a-z-]*\s){{0,4}}?(?P<kind>programme|program|scheme|project|initiative|policy|campaign|allowance|voucher|subsidy|service){_CLOSES}"
)
_FRONT = regex(
    r"(?:The|This|That|Its|Their|Our|His|Her|An?|In|On|At|Of|From|By|For|To|With|Through|Under|Also|And|But|Meanwhile|Among|When|While|After|Before|As)\s"
)
_ISSUER = regex(r"(?:[A-Z][\w-]*\s){0,2}[A-Z][\w-]*(?<!Women)(?<!Children)(?<!People)(?<!Farmers)['’]s?\s(?=[A-Z0-9])")
# `Money for the 15-Minute City`: the name begins behind the article.
_ARTICLE = regex(r".*\s(?:for|to|in|on|at|with|by|from|under|into)\sthe\s")
_TOWN = regex(
    r"(?:[A-Z][\w-]+\s){0,2}(?:[A-Z][a-z]+-(?:gu|si|gun|do|dong|eup|myeon)|[A-Z][a-z]+\s(?:City|District|Province|County|Island))\Z"
)
# Nouns of the appositions that are not among the heads: what kind they say.
_OF_NOUN = {"currency": "finance", "package": "finance", "event": "event"}


def apposed_names(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """Names that a noun beside them explains. taken: offsets that belong to a quotation."""
    for match in _RUN.finditer(text):
        after = _AFTER.match(text, match.end())
        currency = _CURRENCY_AFTER.match(text, match.end())
        if after or currency:
            start = _begin(text, match.start(), match.end())
            name = text[start : match.end()]
            if not taken(start) and _is_name(name, alone=currency is not None):
                yield Named(start, match.end(), name, "apposed", _kind(after["kind"]) if after else "finance")
    for pattern in (_BEFORE, _BESIDE, _COMMA, _IS_A):
        for match in pattern.finditer(text):
            name = match["name"].rstrip(".'’")
            start = match.start("name")
            if pattern is _IS_A:
                start = _begin(text, start, match.end("name"))
                name = text[start : match.end("name")]
            if not taken(start) and _is_name(name, alone=pattern is _BEFORE, premises=pattern is _COMMA):
                yield Named(start, start + len(name), name, "apposed", _kind(match["kind"]))


def _begin(text: str, start: int, end: int) -> int:
    """Where the name begins behind articles, prepositions and the town whose it is."""
    if article := _ARTICLE.match(text, start, end):
        start = article.end()
    while (
        front := EN_IMPERATIVE.match(text, start, end)
        or _FRONT.match(text, start, end)
        or _ISSUER.match(text, start, end)
    ):
        start = front.end()
    return start


def _is_name(name: str, alone: bool, premises: bool = False) -> bool:
    """Whether capitals are a name of their own. alone: one word is enough; premises: it may be a shop or a trail."""
    words = [word.casefold() for word in name.split()]
    own = [word for word in words if word not in generic("en") and word not in heads("en")]
    town = _TOWN.fullmatch(name) is not None
    lettered = any(word[0].isalpha() and word not in ("to", "of", "and", "for", "in", "the") for word in words)
    return (
        bool(own)
        and lettered
        and (alone or len(words) > 1)
        and not town
        and (EN_BODY.search(name) is None or (premises and EN_PREMISES.search(name) is not None))
    )


def _kind(noun: str) -> str:
    head = heads("en").get(noun)
    return _OF_NOUN.get(noun) or (head.kind if head else "project")
