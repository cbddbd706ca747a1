"""English names without quotation marks in sentences that tell of money, where the head noun alone would prove little.

| form | example |
|---|---|
| capitals, then any head | 9 billion won for the Solsum Harbor connection road; the Steady Hearth pilot gets 4 billion won |
| lower case that money goes into | 3 billion won for the harbor shuttle coupon program |
| lower case that pays | Under a new barn-rescue subsidy program, families may claim 2 million won |
| what is built | 3 billion won for the construction of the Solsum Reading Center |
| what is given free of charge | 2 billion won will go to free kindergarten snacks |
| a benefit by its sum | a spring dividend of 1 million won |

A place where something else is (`on the Solsum Expressway`), a body, a town, and words that every town's programs share are no names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.grammar.alternatives import one_of
from pipeline.grammar.programs.program_cues import EN_BODY, EN_TOLD
from pipeline.grammar.programs.program_heads import Head, generic, heads
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_SUM = r"(?:(?:KRW\s?|₩)\d[\d.,]{0,20}(?:\s(?:trillion|billion|million))?|\d[\d.,]{0,20}\s(?:(?:trillion|billion|million)(?:\s\d{1,3}\smillion)?(?:\s(?:won|KRW))?|won|KRW))"
_SENTENCE = regex(r"[^\n;▲△▶▷◆◇■□○●①-⑳]+?(?:[.!?][”\"’']?(?=\s)|(?=[\n;▲△▶▷◆◇■□○●①-⑳])|\Z)")
_MONEY = regex(_SUM, re.IGNORECASE)
# Where one sum leads to: `3 billion won was set aside for the`, `2 million won (US$ 9) to extend its`.
_INTO = regex(
    rf"(?i:{_SUM})(?:\s\([^()]{{1,30}}\))?(?:\s(?:is|was|were|are|has|have|had|will|been|be|go|goes|went|more|newly|also|each|allocated|earmarked|budgeted|assigned|allotted|granted|invested|added|spent|reserved|set|aside|out)){{0,5}}"
    r"\s(?:for|to|into|on|towards?)\s(?:(?:[a-z]+ing|extend|expand|build|run|operate|create|widen|fund|open)\s)?(?:the\s(?:[a-z]+\s){0,2}(?:of|for)\s)?(?:(?:the|an?|its|their)\s)?(?:(?:new|central|government['’]s|government-led|city['’]s|county['’]s|province['’]s)\s)*\Z"
)
_REACH = 130
# What a scheme does with a sum: `gives 1.1 million won`, `, which pays families 500,000 won`, `is 48 million won`.
_PAYS = regex(
    rf"\s?\({_SUM}|(?:\sin\s[A-Z][\w-]{{0,30}}(?:\s[A-Z][\w-]{{0,30}}){{0,2}})?,\sfor\swhich\s(?:about\s|some\s)?{_SUM}|(?:,\s(?:which|who|where|under\swhich)\s[^,]{{5,120}},)?(?:,\s(?:which|that|into\swhich|under\swhich|whose)\s|\s(?:which|that)\s|\s)(?:[a-z,'’-]+\s){{0,3}}?(?:gives?|pays?|provides?|offers?|supports?|gets?|receives?|takes?|costs?|is|was|had\sbeen|has\sbeen|will|plans\sto|lends?|worth|of|at)\s(?:[\w,'’-]+\s){{0,7}}?{_SUM}"
)
# A noun of a name in lower case, people's too: `young weavers' settlement grant`.
_NOUN = regex(r"[a-z][a-z-]*(?:s['’]|(?:women|children)['’]s)?")
# `, which gives 1.1 million won`: a clause of its own.
_WHICH_PAYS = regex(
    rf",\s(?:which|under\swhich)\s(?:[a-z,'’-]+\s){{0,3}}?(?:gives?|pays?|provides?|offers?|was|had\sbeen|has\sbeen)\s(?:[\w,'’-]+\s){{0,7}}?{_SUM}"
)
_UNDER = regex(r"\A\s*Under\s(?:an?|the|its)\s(?:new\s)?\Z")
# Where something is: a place, no undertaking.
_PLACE = regex(
    r"\b(?:on|along|near|at|from|between|via|over|off|beside|by|through|around|across|in|to|connecting|linking)\s(?:the\s)?\Z"
)
# Words that a name in lower case cannot hold; what stands before it is of another phrase.
_STOPS = regex(
    r"the|a|an|this|that|these|those|its|their|his|her|our|it|they|we|he|she|who|which|what|whose|where|"
    r"when|while|as|of|for|to|on|in|at|by|with|from|into|under|through|via|over|between|among|and|or|but|"
    r"not|no|than|then|so|if|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|must|"
    r"should|do|does|did|said|says|told|get|gets|got|receive|receives|received|give|gives|gave|pay|pays|"
    r"paid|provide|provides|provided|offer|offers|include|includes|included|run|runs|ran|hold|holds|held|"
    r"make|makes|made|take|takes|took|put|puts|launch|launched|introduce|introduced|expand|expanded|"
    r"supports|supported|cut|cuts|about|some|all|each|every|more|most|much|many|up|out|per|won|krw|million|"
    r"billion|trillion|also|only|newly|new|continue|continues|called|named|including|worth|won't|created|"
    r"create|build|builds|built|plans|funds|such|like|another|other|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|whole|long-[a-z]+"
)
_FRONT = regex(
    r"central|government-led|so-called|online|separate|additional|cash|lump-sum|one-time|large-scale|local|"
    r"city|county|provincial|national|related|proposed|planned|annual|monthly|yearly|existing|special|own|"
    r"first|second|third|total|main|major|representative|free|similar|relevant|various|specialized|best|"
    r"regional|municipal|public-private"
)
# Heads that pay or that something is done under: a name in lower case where words of its own are in front.
_UNDERTAKINGS = (
    *(
        "program",
        "programme",
        "project",
        "scheme",
        "initiative",
        "fund",
        "subsidy",
        "allowance",
        "dividend",
        "guarantee",
    ),
    *(
        "voucher",
        "coupon",
        "insurance",
        "income",
        "pilot",
        "service",
        "support",
        "pension",
        "grant",
        "bonus",
        "stipend",
    ),
)
_MT_UNDERTAKINGS = ("business",)
_BENEFIT = regex(
    rf"\b(?:[Aa]n?|[Tt]he)\s(?P<name>(?:[a-z][a-z-]{{2,20}}\s){{1,3}}(?:allowance|dividend|pension|coupon|voucher))\sof\s(?:up\sto\s)?{_SUM}"
)
_FREE = regex(
    r"(?P<name>free\s(?!of\b)[a-z][a-z-]{2,20}(?:\s[a-z][a-z-]{2,20})?\s?)(?=\s(?:for|to|in|at|of|on)\s|[,.;\n]|\sand\s|\Z)"
)
# What is built, with the deed in front and its sum before or right behind: a facility.
_BUILT = regex(
    rf"\b(?:[Cc]onstruction|[Cc]reation|[Ee]stablishment|[Rr]emodell?ing|[Rr]ebuilding|[Ee]xpansion|(?:first|second|third|final|next)\s(?:stage|phase)|(?:running|operating)\scosts)\sof\s(?:the\s|an?\s)?"
    rf"(?P<name>[A-Z][\w.'’-]{{0,30}}(?:\s(?:(?:of|for|and)\s)?[A-Z0-9](?:[\w'’-]|[.](?=\w)){{0,30}}){{1,7}})(?P<paid>\s\((?:[a-z ]{{0,24}}:?\s?)?{_SUM})?"
)
# `will bear half the running costs of the`
_BORNE = regex(
    r"\b(?:pay|bear|cover|shoulder|fund|meet|share)(?:s|ing|ed)?\s(?:[a-z]+\s){0,3}(?:running|operating)\scosts\sof\s(?:the\s|an?\s)?\Z"
)
_FACILITY = regex(
    r"\s(?:Cent(?:er|re)|Hall|Museum|Library|Park|Bridge|Hospital|Complex|Port|Stadium|Gymnasium|Village|House|Market|Plaza|Stream|Station|Trail|Garden|Theat(?:er|re)|School|Campus|Tower|Base|Road|Academy|Route\s\d+)\Z"
)
_STOP_MARK = regex(
    r"[,:()\[\]“”\"‘<>…/]|(?<!\w)['’]|(?<!\w{4}s)['’](?!\w)|(?<!\w{4}s)(?<!women)(?<!children)['’]s?\s|[.](?=\s)|\s[-–—]\s"
)
_WORD = regex(r"\S+")
_TOWN = regex(
    r"(?:[A-Z][\w-]+\s){0,2}?(?:[A-Z][a-z]+-(?:gu|si|gun|do|dong|eup|myeon)|[A-Z][a-z]+\s(?:Metropolitan\s)?(?:City|District|Province|County|Island)|Special\sSelf-Governing\s(?:City|Province))\Z"
)
_WINDOW, _MOST_WORDS, _MOST_LOWER = 90, 9, 2
_TRANSPORT = frozenset(
    ("tram", "railway", "rail line", "road", "bypass", "expressway", "tunnel", "interchange", "monorail", "cable car", "riverbus", "line")
)  # fmt: skip


def funded_runs(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """Names that the money of their sentence makes. taken: offsets that belong to a quotation."""
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        if not _MONEY.search(text, start, end):
            continue
        for match in _head().finditer(text, start, end):
            head = heads("en")[match.group(1).casefold()] if match.group(1) not in _MT_UNDERTAKINGS else None
            named = _named(text, start, end, match, head)
            if named is not None and not taken(named.start):
                yield named
        for match in _BENEFIT.finditer(text, start, end):
            words = match["name"].split()[:-1]
            if (
                not taken(match.start("name"))
                and not any(_FRONT.fullmatch(w) or _STOPS.fullmatch(w) for w in words)
                and any(w not in generic("en") for w in words)
            ):
                yield Named(*match.span("name"), match["name"], "funded_run", "finance")
        for match in _BUILT.finditer(text, start, end):
            deed = text[max(start, match.start() - _REACH) : match.start("name")]
            if (
                _FACILITY.search(match["name"])
                and (match["paid"] or _INTO.search(deed) or _BORNE.search(deed))
                and not taken(match.start("name"))
            ):
                yield Named(*match.span("name"), match["name"], "funded_run", "facility")
        for match in _FREE.finditer(text, start, end):
            before = text[max(start, match.start() - _REACH) : match.start()]
            if _INTO.search(before) and match["name"].count(" ") > 1 and not taken(match.start()):
                name = match["name"].rstrip()
                yield Named(match.start(), match.start() + len(name), name, "funded_run", "policy")


@cache
def _head() -> re.Pattern[str]:
    words = {w for word, h in heads("en").items() if word == h.word.casefold() for w in (word, word.title())}
    return re.compile(
        rf"(?<=[\w'’]\s)({one_of((*words, *_MT_UNDERTAKINGS))})(?![\w-])(?!\s(?:[A-Z]|\d))(?!(?:\s(?!(?:that|which|and|for|of|in|to|by|under|with)\s)[a-z-]{{3,20}}){{1,4}}\s(?:project|program|event)\b)"
    )


def _named(text: str, start: int, end: int, match: re.Match[str], head: Head | None) -> Named | None:
    words = _words(text, start, match.start())
    capital = next((i for i, w in enumerate(words) if text[w[0]].isupper() or text[w[0]].isdigit()), None)
    before = text[start : words[0][0]] if words else ""
    if capital is not None and head is not None:
        return _of_capitals(text, start, words[capital:], match, head)
    if words and match.group(1).islower():
        return _in_lower_case(text, words, match, head, before, end)
    return None


def _words(text: str, start: int, at: int) -> list[tuple[int, int]]:
    """The words right before a head that may be of its name."""
    floor = max(start, at - _WINDOW)
    stops = [m.end() for m in _STOP_MARK.finditer(text, floor, at)]
    spans = [m.span() for m in _WORD.finditer(text, stops[-1] if stops else floor, at)]
    if not stops and floor > start and spans and not text[floor - 1].isspace():
        del spans[0]
    first = len(spans)
    while first > 0 and len(spans) - first < _MOST_WORDS:
        word = text[slice(*spans[first - 1])]
        link = word in ("of", "and", "for") and first < len(spans) and first > 1
        linked = link and all(text[spans[i][0]].isupper() for i in (first, first - 2))
        if _STOPS.fullmatch(word.casefold()) and not linked:
            break
        first -= 1
    return spans[first:]


def _of_capitals(text: str, start: int, words: list[tuple[int, int]], match: re.Match[str], head: Head) -> Named | None:
    """Words of which the first has a capital and those behind the last capital are few and nouns."""
    said = [text[slice(*w)] for w in words]
    while len(said) > 1 and (said[0].isdigit() or (len(said) > 2 and _TOWN.fullmatch(said[0]))):
        said, words = said[1:], words[1:]
    if said[0].isdigit() or said[0][0].islower():
        return None
    lower = 0
    while lower < len(said) and said[-1 - lower][0].islower():
        lower += 1
    begin = words[0][0]
    capitals = said[: len(said) - lower]
    works = head.word in _TRANSPORT
    own = [w for w in capitals if w.casefold() not in generic("en") and not w.isdigit()]
    own = [w for w in own if works or w.casefold() not in heads("en")]
    plain = all(w.islower() and not w.endswith(("ed", "ly", "s")) for w in said[len(said) - lower :])
    opens = not text[start:begin].strip()
    enough = (
        len([w for w in capitals if not w.isdigit()]) > 1
        or "-" in capitals[0].strip("-")
        or ((len(said) > 1 or works) and not opens)
    )
    if not own or lower > _MOST_LOWER or not plain or not enough:
        return None
    body = text[begin : match.start()].strip()
    if (
        _TOWN.fullmatch(" ".join(capitals))
        or (EN_BODY.search(" ".join(capitals)) and not works)
        or (EN_BODY.search(f"{body} {match.group(1)}") and not works)
    ):
        return None
    before = text[max(start, begin - _REACH) : begin]
    into = _INTO.search(before) is not None
    if works and not into and _PLACE.search(before):
        return None
    definite = before.endswith(("the ", "The ", "its ", "an ", " a ")) or opens
    paid = into or (definite and _PAYS.match(text, match.end()) is not None) or (works and definite)
    if not paid:
        return None
    return Named(begin, match.end(), text[begin : match.end()], "funded_run", head.kind)


def _in_lower_case(
    text: str, words: list[tuple[int, int]], match: re.Match[str], head: Head | None, lead: str, end: int
) -> Named | None:
    while words and _FRONT.fullmatch(text[slice(*words[0])]):
        words = words[1:]
    said = [text[slice(*w)] for w in words]
    word = match.group(1)
    if (
        not said
        or word.split()[-1] not in (*_UNDERTAKINGS, *_MT_UNDERTAKINGS)
        or not all(_NOUN.fullmatch(w) for w in said)
    ):
        return None
    own = [part for w in said for part in w.split("-") if part not in generic("en")]
    begin = words[0][0]
    before = text[max(0, begin - _REACH) : begin]
    into = _INTO.search(before) is not None
    enough = len(own) > 1 or (own and len(said) > 2) if head else len(own) > 2
    told = _WHICH_PAYS.match(text[match.end() : min(end, match.end() + _REACH)]) is not None
    if not (enough or ((into or told) and own and len(said) > 1)) or EN_TOLD.fullmatch(said[0]):
        return None
    paid = (
        into
        or _UNDER.search(lead)
        or (
            re.search(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|new)\s\Z", before)
            and _PAYS.match(text[match.end() : min(end, match.end() + _REACH)])
        )
    )
    if not paid:
        return None
    return Named(begin, match.end(), text[begin : match.end()], "funded_run", head.kind if head else "project")
