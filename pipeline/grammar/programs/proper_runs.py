"""English runs of capitalised words that end in a head noun: `Seocho Love Gift Certificates`, `Eoeun-dong Urban Regeneration New Deal`.

| form | example | rule |
|---|---|---|
| capitals up to the head | Seoripul Lantern Festival | proper_run |
| capitals, then the head in lower case | Digital Twin Land contest | proper_run_head |
| a type, then lower case | Gwangju-type job joint welfare program | typed_run |
| a town's bare name, lower case and a rare head | Yuseong refreshment award | proper_run_head |
| a name in brackets after a head | electronic access control system (KI-PASS) | bracketed |

Lines written in capitals throughout (headlines) give no runs. The issuer (`Ministry of Environment's`, `Seoul City`) is left
outside, except in ordinances.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pipeline.grammar.programs.program_cues import EN_BODY, EN_IMPERATIVE
from pipeline.grammar.programs.program_heads import Head, alternatives, generic, heads
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_WINDOW = 110
_MOST_WORDS = 12
_MANY_WORDS = 4
# Spaces of a name that stands without its town.
_ENOUGH_WITHOUT_TOWN = 2

_WORD = regex(r"[^\s]+")
# What a run cannot hold: punctuation, quotation marks, list marks.
_STOP = regex(r"[,;:!?()\[\]{}<>\"“”‘▲△▶▷◆◇■□○●①-⑳…\n|/*]|[.](?=\s)|(?<!\w)['’]|(?<!s)['’](?!\w)|\s[-–—]\s")
_CAPITAL = regex(r"(?:[a-z]-)?[A-Z0-9][\w&.’'·+-]*\Z")
_LINKS = frozenset(("of", "and", "for", "the", "in", "on", "to", "with", "&", "by", "at", "against"))
_ISSUER_END = regex(r"(?:['’]s|s['’])\Z")
# `Women's Fund`, `Let's`: the possessive is of the name.
_OWN_POSSESSIVE = regex(
    r"(?:Women|Children|People|Men|Citizen|Mayor|Farmer|Parent|Year|World|Let|Senior|Mother|Teacher|Everyone|Neighbor|Today)['’]s\Z"
)
_TOWN = regex(
    r"(?!(?:Commercial|Business|Industrial|Historic|Shopping|Smart|Urban|Innovation|Special|Garden|Education|Culture|Free)\s)(?:[A-Z][a-z]+-(?:gu|si|gun|do)|(?:[A-Z][\w-]+\s)+?(?:Metropolitan\s)?(?:City|District|Province|County)|[A-Z][\w-]+\sSpecial\sSelf-Governing\s(?:City|Province))(?:['’]s)?\s"
)
_NOT_FIRST = regex(
    r"""(?:the|this|that|these|those|an?|its|our|their|his|her|each|every|another|other|such|in|at|on|during|through|from|by|under|with|for|of
    |and|to|as|also|when|while|if|after|before|since|both|all|new|many|most|some|any|no|mayor|governor|president|director|minister|chairman
    |meanwhile|additionally|furthermore|moreover|lastly|finally|however|starting|via|including|selected|best|annual|against|&
    |he|she|it|they|we|you|former|acting|krw|won|million|billion|usd)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# `until October 25 for the Reed Settlement Grant`
_DAY_FIRST = regex(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d{1,2}\s(?:for|in|at|to|on|with)\s(?:the\s)?"
)
_DEFINITE = regex(r"\b[Tt]he\s((?:[a-z][a-z-]+\s|\([A-Za-z]+\)\s){2,9})\Z")
# `the whole of lifelong learning support project`: translated, without the article of the name.
_SHARE = regex(r"(?:whole|rest|cost|budget|total|scale|size|sum)\sof\s")
_SUM_BEHIND = regex(
    r"(?:(?:\sfor(?:\s[a-z]+){1,3})?\s\((?:[a-z ]{0,24}:?\s?)?|\s(?:is|was|costs?|gets?|receives?|takes?|accounts\sfor)\s(?:about\s|some\s)?)"
    r"(?:KRW\s?|₩)?\d[\d.,]*\s?(?:trillion|billion|million)"
)
# `600 million won will go toward the Pine Port project`: what money goes into is a name with two capitals.
_PAID_INTO = regex(
    r"\d\s(?:trillion|billion|million)\s(?:won|KRW)\s[^.;\n]{0,40}?\b(?:towards?|into|for|on|to)\s(?:the\s|its\s)?\Z"
)
_PAID_REACH = 90
# `a Pedal Assist System`
_INDEFINITE = regex(r"\b[Aa]n?\s\Z")
_NUMERAL = regex(r"\s(?:II|III|IV|(?:Phase|Stage|Season|Part)\s\d)(?![\w])")
# `4 billion won to Lantern Walk Season 2`: what goes on by seasons is run.
_SEASON = regex(
    r"(?<![\w'’-])(?P<name>[A-Z][\w'’-]{0,30}(?:\s(?:of\s|the\s)?[A-Z][\w'’-]{0,30}){0,5}?\s(?:Season|Phase|Stage)\s\d)(?!\w)"
)
# What the name goes on with: `Special Loan Program for Small Shops`.
_FOR_WHOM = regex(r"\sfor\s(?:the\s)?[A-Z][a-z]+(?:\s(?:and\s|of\s)?[A-Z][a-z]+){0,4}(?![\w-])")
# Named even in headlines: every town's own money.
_LOCAL_MONEY = regex(r"\b(?:Love|Sarang)\s(?:Gift|gift)\s[Cc]ertificates?\Z")
_MODIFIER = regex(r"support|pilot|creation|construction|development|improvement|demonstration")
_CURRENCY = frozenset(("krw", "won", "million", "billion", "usd"))
_BRACKETED = regex(r"\s?\(([A-Z][\w.-]*(?:\s[A-Za-z][\w.-]*){0,4})\)")
_NOT_BRACKETED = regex(
    r"\b(?:University|Universities|Institute|Foundation|Ministry|Mayor|Governor|Chairman|Director|KRW|Corporation|Association|Agency|Center|Office|City"
    r"|Co|Ltd|MOUs?|TF|ICT|AI|SNS|CCTV|PC|SOC|IoT|R&D|Division|Team|Department|Committee|provided|photo|Photo|District|County|Province|Korea|Korean|\w+-(?:dong|gu|gun|si|do))\b"
)
# Heads that in lower case after a name still make it one; `project`, `plan`, `system` follow any town's name.
_RARE = frozenset(
    (
        "award",
        "contest",
        "festival",
        "voucher",
        "gift certificate",
        "competition",
        "campaign",
        "expo",
        "marathon",
        "new deal",
        "night market",
        "flea market",
        "film festival",
    )
)
# `Hanbit City Picks 9 Works for Its Alleys …`: 0.9 and more; a sentence that lists projects by name reaches 0.7.
_HEADLINE_SHARE = 0.75


# What a headline says is done, and what is only counted: `Establishes Support Policies`, `Households with 40 Projects`.
_TOLD = regex(
    r"(?:[\w-]+\s){0,2}(?:Establish|Launch|Hold|Host|Support|Promot|Open|Expand|Start|Begin|Introduc|Announc|Sign|Select|Operat|Run|Provid|Offer|Implement|Form|Push|Seek|Pass"
    r"|Approv|Invest|Creat|Build|Receiv|Win|Complet|Prepar|Strengthen|Boost|Unveil|Recruit|Distribut|Issu|Pursu|Propos|Accelerat|Continu)(?:s|es)\s"
    r"|\d[\d,]*\s\w+\Z|.*\swith\s\d+\s"
)


_LOCAL_CURRENCY = regex(
    r"\b(?:local|prepaid)\scurrency(?:\s(?:card|app|voucher))?,?\s(?:called\s|named\s)?(?P<name>(?:(?:[A-Z]|[a-z]-)[\w-]*)(?:\s(?:[A-Z]|[a-z]-)[\w-]*){0,3})"
)


# `a discount on Onbit Byeolpay local currency`; a town's bare name in front is none.
_CURRENCY_BEHIND = regex(
    r"(?<![\w'’-])(?P<name>(?:(?:[A-Z][\w-]{0,30}\s){1,3}?[A-Z][\w-]{0,30}|e-[a-z]{2,20}))(?=\slocal\scurrency\b)"
)
_REGION = regex(r"(?:The\s)?(?:North|South|East|West)\s\w+|.*\bKorean?")
_OPENS = regex(r"(?:\A|\n|[.!?:;]\s|[“\"‘'])\Z")
_OPENING = regex(r"(?:The|This|An?|In|On|At|For|With|By|From|Its|Their|Our|Using|When|While|If|As|Meanwhile|Also)\s")
# `Hearth Pay Onbit, which is issued at 9 billion won`
_ISSUED = regex(
    r"(?<![\w'’-])(?P<name>(?:(?:e-|[A-Z])[\w-]{0,30}\s){1,3}?(?:e-|[A-Z])[\w-]{0,30})(?=(?:,\swhich)?\s(?:is|was|will\sbe|has\sbeen)\sissued\s"
    r"(?:(?:at|with|in|worth|up\sto|for|about|total|a\stotal\sof)\s){0,2}(?:KRW\s|₩)?\d[\d.,]{0,20}\s(?:billion|million))"
)


def proper_runs(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """Unquoted names of an English text. taken: offsets that belong to a quotation."""
    return (
        named for named in _runs(text, taken) if not _TOLD.match(named.name) and not EN_IMPERATIVE.match(named.name)
    )


def _runs(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    for match in _LOCAL_CURRENCY.finditer(text):
        if not taken(match.start("name")):
            yield Named(*match.span("name"), match["name"], "proper_run", "finance")
    yield from _issued(text, taken)
    for match in _SEASON.finditer(text):
        into = _PAID_INTO.search(text, max(0, match.start("name") - _PAID_REACH), match.start("name"))
        if into and not taken(match.start("name")) and not EN_BODY.search(match["name"].rpartition(" ")[0][:-7]):
            yield Named(*match.span("name"), match["name"], "proper_run_head", "project")
    headlines = _headlines(text)
    for match in _head().finditer(text):
        head, end = heads("en")[match.group(1).casefold()], match.end()
        if numeral := _NUMERAL.match(text, end):
            end = numeral.end()
        if match.group(1)[0].isupper() and (whom := _FOR_WHOM.match(text, end)):
            end = whom.end()
        if taken(match.start()):
            continue
        named = _bracketed(text, end, head)
        if named and match.group(1).islower():
            yield named
        certificates = _LOCAL_MONEY.search(text, max(0, match.start() - 12), end)
        if (any(a <= end <= b for a, b in headlines) and not certificates) or not _ends_here(text, end):
            continue
        start = _window_start(text, match.start())
        if match.group(1)[0].isupper():
            yield from _capitals(text, start, match.start(), end, head, taken)
        else:
            yield from _lower_head(text, start, match.start(), end, head, taken)


def _issued(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """A town's own money that is issued, or called so behind its name."""
    for pattern in (_CURRENCY_BEHIND, _ISSUED):
        for match in pattern.finditer(text):
            start, end = match.span("name")
            # Inside a sentence a capital is the name's: `makes On Harbor Pay`.
            if _OPENS.search(text, max(0, start - 2), start) and (front := _OPENING.match(text, start, end)):
                start = front.end()
            name = text[start:end]
            plain = (
                _TOWN.fullmatch(f"{name} ")
                or _REGION.fullmatch(name)
                or EN_BODY.search(name)
                or not (" " in name or "-" in name)
            )
            if not plain and not taken(start) and not re.search(r"Bonds?\Z", name):
                yield Named(start, end, name, "proper_run", "finance")


@cache
def _head() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({alternatives('en')})(?![\w-])", re.IGNORECASE)


def _headlines(text: str) -> list[tuple[int, int]]:
    """Lines in which most words begin with a capital."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        words = [w for w in re.findall(r"[A-Za-z][\w’'-]*", line.group()) if w.casefold() not in _LINKS]
        if line.group().rstrip().endswith(".") or "▲" in line.group():
            continue
        if len(words) > 5 and sum(w[0].isupper() for w in words) > _HEADLINE_SHARE * len(words):
            found.append(line.span())
    return found


def _ends_here(text: str, end: int) -> bool:
    """Whether the head is the last word of the name: no capital, body or noun of its own follows."""
    after = text[end : end + 40]
    return not re.match(
        r"\s(?:[A-Z][a-z]|team|committee|division|center|centre|office|official|manager|participants?\b|group|council|department)|['’]s\s[A-Z]",
        after,
    )


def _window_start(text: str, at: int) -> int:
    start = max(0, at - _WINDOW)
    stops = [m.end() for m in _STOP.finditer(text, start, at)]
    return stops[-1] if stops else start


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    words = [m.span() for m in _WORD.finditer(text, start, end)]
    # The window may begin inside a word.
    return (
        words[1:]
        if words and start and words[0][0] == start and not text[start - 1].isspace() and text[start - 1].isalnum()
        else words
    )


def _capitals(text: str, start: int, at: int, end: int, head: Head, taken: Callable[[int], bool]) -> Iterator[Named]:
    words = _words(text, start, at)
    first = len(words)
    while first > 0 and len(words) - first < _MOST_WORDS and _joins(text, words, first - 1):
        first -= 1
    words = _without_front(text, words[first:])
    if words:
        begin = _after_issuer(text, words[0][0], end, head)
        indefinite = head.generic and _INDEFINITE.search(text, max(0, begin - 4), begin)
        if _tells_apart(text[begin:at], head, text[begin:end]) and not indefinite and not taken(begin):
            yield Named(begin, end, text[begin:end], "proper_run", head.kind)


def _joins(text: str, words: list[tuple[int, int]], index: int) -> bool:
    word = text[slice(*words[index])]
    if _CAPITAL.match(word):
        return not (
            _ISSUER_END.search(word) and not _OWN_POSSESSIVE.search(word) and not word.endswith(("s'", "s’"))
        ) and not _ends_a_name(text, words, index)
    if word not in _LINKS or index == 0:
        return False
    before = text[slice(*words[index - 1])]
    if word == "the":
        return before in ("of", "for", "in", "on", "to", "by")
    return bool(_CAPITAL.match(before)) and not (
        word in ("and", "&", "in", "at", "on", "by", "with", "to", "for") and (_is_head(before) or _ends_head(before))
    )


def _ends_a_name(text: str, words: list[tuple[int, int]], index: int) -> bool:
    """`Festival and`, `Award in`: another name ends before the link."""
    return (
        index + 1 < len(words)
        and text[slice(*words[index + 1])] in ("and", "in", "at")
        and _is_head(text[slice(*words[index])])
    )


def _is_head(word: str) -> bool:
    head = heads("en").get(word.casefold())
    return head is not None and head.bare


@cache
def _last_words() -> frozenset[str]:
    return frozenset(word.split()[-1] for word, head in heads("en").items() if " " in word and head.bare)


def _ends_head(word: str) -> bool:
    """Whether a head of two words ends so: `Gift Certificates`."""
    return word.casefold() in _last_words()


def _without_front(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The words without articles, prepositions, and sums of money in front (`500,000 KRW Haneul Love Gift Certificate`)."""
    sums = [
        i
        for i, w in enumerate(words[:-2])
        if text[slice(*w)].casefold() in _CURRENCY and text[slice(*words[i + 1])] in ("of", "in", "for", "on")
    ]
    words = words[sums[-1] + 2 :] if sums else words
    if words and (day := _DAY_FIRST.match(text, words[0][0], words[-1][1])):
        words = [w for w in words if w[0] >= day.end()]
    while words:
        word = text[slice(*words[0])]
        rest_of_number = text[max(0, words[0][0] - 2) : words[0][0]].strip()[-1:] == "," and word.isdigit()
        if not _NOT_FIRST.match(word) and not rest_of_number:
            followed_by_currency = len(words) > 1 and text[slice(*words[1])].casefold() in _CURRENCY
            if not (word[0].isdigit() and followed_by_currency):
                break
        words = words[1:]
    return words


def _after_issuer(text: str, begin: int, end: int, head: Head) -> int:
    """The name without the town that runs it, where the rest still tells it apart."""
    if head.kind == "ordinance":
        return begin
    town = _TOWN.match(text, begin, end)
    if town and text[town.end() : end].count(" ") >= _ENOUGH_WITHOUT_TOWN:
        return town.end()
    return begin


def _tells_apart(body: str, head: Head, name: str) -> bool:
    words = [w for w in re.findall(r"[A-Za-z][\w’'.-]*|\d[\w-]*", body) if w.casefold() not in _LINKS]
    own = [w for w in words if w.casefold() not in generic("en") and not _is_head(w)]
    # Capitals make a name of shared words where money is paid out under it (`the Seoul Youth Allowance`) or there are many.
    if head.bare and len(words) >= _MANY_WORDS:
        own = own or words
    if (
        not own
        and head.kind == "finance"
        and not head.generic
        and len(words) > 1
        and words[0] not in ("Korea", "National")
    ):
        own = words
    if not own or EN_BODY.search(name):
        return False
    if head.word in ("university", "college", "school"):
        # `5060 Youth University` teaches residents; `Hanbat University` is a university.
        return words[0][0].isdigit() or words[-1].casefold() in (
            "senior",
            "citizens",
            "citizen",
            "resident",
            "residents",
            "silver",
        )
    if head.word in ("act", "pact", "index", "pay", "service", "week") and len(words) < 2:
        return head.word == "pay"
    town_only = len(words) == 1 and re.search(r"-(?:gu|si|gun|do|dong)\Z", words[0])
    return not town_only and (not head.generic or len(words) > 1)


def _long_run(text: str, words: list[tuple[int, int]], at: int, end: int, head: Head) -> Iterator[Named]:
    """`Smart City Challenge project`: three capitalised words or more right before a head that follows many names."""
    last = len(words)
    while last > 0 and _MODIFIER.fullmatch(text[slice(*words[last - 1])]):
        last -= 1
    first = last
    while first > 0 and re.fullmatch(r"(?:[a-z]-)?[A-Z][\w.-]*", text[slice(*words[first - 1])]):
        first -= 1
    run = _without_front(text, words[first:last])
    paid = _PAID_INTO.search(text, max(0, words[first][0] - _PAID_REACH), words[first][0]) if run else None
    enough = len(run) > 2 or (len(run) > 1 and (last < len(words) or paid is not None))
    if head.word in ("project", "program", "support project") and enough:
        begin = _after_issuer(text, run[0][0], end, head)
        body = text[begin : run[-1][1]]
        if body.count(" ") and not EN_BODY.search(body):
            yield Named(begin, end, text[begin:end], "proper_run_head", head.kind)


def _paid_run(text: str, start: int, at: int, end: int, head: Head) -> Iterator[Named]:
    """`the rural basic income pilot project (KRW 192.8 billion)`: in lower case, but definite and with its sum behind it."""
    run = _DEFINITE.search(text, start if text[start - 1 : start] != ")" else max(0, at - _WINDOW), at)
    if run and _SUM_BEHIND.match(text, end) and head.bare:
        # `The largest project is the …`: the last article is the name's.
        begin = max(run.start(1), text.rfind(" the ", run.start(1), at) + len(" the "))
        if share := _SHARE.match(text, begin, at):
            begin = share.end()
        words = text[begin:at].split()
        own = [w for w in words if w.casefold() not in generic("en") and w not in _LINKS and not _is_head(w)]
        if len(own) > 1 or len(words) > 3:
            yield Named(begin, end, text[begin:end], "typed_run", head.kind)


def _lower_head(text: str, start: int, at: int, end: int, head: Head, taken: Callable[[int], bool]) -> Iterator[Named]:
    words = _words(text, start, at)
    typed = [
        i
        for i in range(max(0, len(words) - 5), len(words))
        if re.match(r"[A-Z]\w+-(?:type|style)\Z", text[slice(*words[i])])
    ]
    if typed:
        begin = words[typed[-1]][0]
        if re.fullmatch(r"[A-Z]\w+-\w+(?:\s[a-z-]{3,}){1,4}\s", text[begin:at]):
            yield Named(begin, end, text[begin:end], "typed_run", head.kind)
        return
    if head.word not in _RARE:
        yield from _long_run(text, words, at, end, head)
        yield from _paid_run(text, start, at, end, head)
        return
    lower = 0
    while lower < 2 and lower < len(words) and re.fullmatch(r"[a-z]{4,}", text[slice(*words[-1 - lower])]):
        lower += 1
    first = len(words) - lower
    while (
        first > 0
        and re.fullmatch(r"(?:[a-z]-)?[A-Z][\w.-]*", text[slice(*words[first - 1])])
        and len(words) - first < 6
    ):
        first -= 1
    run = _without_front(text, words[first:])
    capitals = [text[slice(*w)] for w in run if text[w[0]].isupper()]
    begin = run[0][0] if run else at
    ends_in_body = bool(run) and EN_BODY.search(" ".join(capitals)) is not None
    town_ends = bool(capitals) and re.search(
        r"(?:-(?:gu|si|gun|do|dong)|^(?:City|District|Province|County|Station|Island))\Z", capitals[-1]
    )
    shared = all(text[slice(*w)].casefold() in generic("en") for w in run)
    if (
        capitals
        and not ends_in_body
        and not town_ends
        and not shared
        and (len(run) > 1 or " " in head.word)
        and _plain(text, run, lower)
        and not taken(begin)
    ):
        yield Named(begin, end, text[begin:end], "proper_run_head", head.kind)


def _plain(text: str, run: list[tuple[int, int]], lower: int) -> bool:
    """Whether the lower-case words of a run are nouns of its own: neither shared ones nor ones that link."""
    between = [text[slice(*w)] for w in run[len(run) - lower :]] if lower else []
    return all(
        w not in generic("en")
        and not _NOT_FIRST.match(w)
        and not w.endswith(("ing", "ed"))
        and w not in ("annual", "local", "held", "said", "with", "from", "year")
        for w in between
    )


def _bracketed(text: str, end: int, head: Head) -> Named | None:
    """`access control system (KI-PASS)`, `projects for innovation zones (Naraeum)`: the name is in the brackets."""
    gap = re.compile(r"(?:\s(?:for|of)(?:\s[a-z]+){1,4})?").match(text, end)
    found = _BRACKETED.match(text, gap.end() if gap else end)
    if (
        not found
        or _NOT_BRACKETED.search(found.group(1))
        or EN_BODY.search(found.group(1))
        or head.kind in ("event", "contest", "award")
    ):
        return None
    return Named(found.start(1), found.end(1), found.group(1), "bracketed", head.kind)
