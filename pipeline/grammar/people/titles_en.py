"""Titles of posts in English text: the words to the left of a name or in the apposition to its right that are one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.grammar.people.posts import Post, post_of, title_pattern
from pipeline.grammar.regex import regex

# What a title's phrase is made of before the title: names of areas and offices, and small words that are not verbs.
_TITLE_WORD = regex(
    r"""(?: [A-Z][\w.&'’-]* | \d+(?:st|nd|rd|th) | \w+-term | - | , | &
      | the | of | and | for | an? | (?:city|district|county|province)['’]s | its | local | current | sitting | incumbent | newly
      | popularly | first | second | third | elected | former | ex | acting | vice | deputy | new | then | late | ruling | opposition
      | party | senior | city | district | county | provincial | metropolitan | municipal | candidate | youth | welfare | safety
      | planning | policy | public | audit | health | cultur(?:e|al) | tourism | transport | urban | administrative | general
      | affairs | transition | advisory | committee | assembly | council | member | foreign | team | division | bureau | office
      | chief | head | director ),?""",
    re.VERBOSE,
)
_OF_PHRASE = regex(
    r"\s+(?:of|for|in\scharge\sof)\s+(?:the\s+)?[A-Z][\w'’-]*(?:(?:,?\s+(?:and|of|the|for|&))*\s+[A-Z][\w'’-]*){0,7}\s*\Z"
)
_OF_AFTER_NAME = regex(r"\s(?:of|for)\s(?:the\s)?(?:[A-Z][\w'’-]*(?:\s(?:and|of|the|&))?\s?){1,8}")
_NO_OF_PHRASE = regex(r"(?:-elect)?\s+\Z")
_WORD_BEFORE = regex(r"(\S+)\s+\Z")
# `Sang-min` before a title ends the phrase of that title, `Yongsan-gu` does not.
_GIVEN_NAME = regex(r"^[A-Z][a-z]+-(?!(?:gu|si|gun|do|dong|eup|myeon|ro|gil|elect|term)\b)[a-z]+")
# `Jongno-gu (Mayor Kim …)`: what stands before the bracket is whose mayor it is.
_BEFORE_BRACKET = regex(r"(?:[\w'’-]+,?\s)*[\w'’-]+\s?\(\Z")
_SMALL = regex(r"^(?:(?:the|an?|and|of|for|,)\s)+")
_APPOSITION = regex(r"\s?(?:,\s+(?:\d\d,\s+)?|\()(?P<phrase>[^.;:!?\n()“”\"]{3,140})")
# A verb or a preposition ends the phrase of an apposition: `, mayor of Jung-gu, said`.
_PHRASE_END = regex(
    r"""[,]?\s+(?: said | says | stated | announced | will | has | had | have | is | was | are | were | who | which | that | held | attended
      | visited | met | took | participated | spoke | gave | explained | added | emphasi[sz]ed | stressed | expressed | proposed | told
      | at | on | in | to | from | with | as | by | after | during | when | while | also | and\s+[A-Z][a-z]+\s+[A-Z][a-z]+- )\b""",
    re.VERBOSE,
)
_PLACE_AFTER = regex(r",\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?(?=,|$)")
_NOT_OFFICIAL = regex(
    r"""\b(?: reporters? | professor | prof\. | correspondent | by | ceo | singer | actor | actress | coach | king | queen | admiral
      | artist | poet | dr\. | writer | journalist | editor | student | resident )\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_STATUSES = (
    (regex(r"\b(?:former|ex|late|then)\b[\s-]", re.IGNORECASE), "former"),
    (regex(r"\bacting\b", re.IGNORECASE), "acting"),
    (regex(r"-elect\b|\belect\b", re.IGNORECASE), "elect"),
    (regex(r"\bcandidates?\b|\bnominee\b|\brunning for\b", re.IGNORECASE), "candidate"),
)
_GOVERNMENT = regex(
    r"\b(?:city|district|county|provincial|metropolitan) (?:office|government|hall|council|administration)"
    r"|the (?:city|district|county|province)\b|-gu\b|-gun\b|-si\b|Metropolitan City|Ministry|(?-i:[a-z] (?:City|County|District)\b)",
    re.IGNORECASE,
)
_OWN_AREA = regex(r"\b(city|district|county|province)['’]s\b")
_PROVINCIAL = regex(r"\bprovincial (?:council|assembly)", re.IGNORECASE)
_LEVEL_OF = {"city": "si", "district": "gu", "county": "gun", "province": "do"}
_NATIONAL = regex(r"\bMinistry\b|National (?!Assembly)|Presidential")
_ORGANISATION = regex(
    r"""[A-Z][\w'’-]*\s(?:(?:of|and|the|for|[A-Z][\w'’-]*)\s){0,7}
        (?:Office|Council|Corporation|Foundation|Agency|Authority|Committee|Commission|Institute|Division|Bureau|Team|Assembly|Service)\b
      | Ministry\sof\s(?:the\s)?[A-Z]\w+(?:(?:,|\sand|\s[A-Z]\w+)+)?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title beside a name: its post, the view span of its phrase with the area, and the phrase as written."""

    post: Post
    near: tuple[int, int]
    written: str


def is_turned_down(text: str, start: int) -> bool:
    """Whether what stands before a name says that it is no official's: `Reporter`, `Professor`, `By`."""
    return bool(_NOT_OFFICIAL.search(text, max(0, start - 24), start))


def title_before(text: str, start: int, end: int, comma: bool = False) -> Title | None:
    """The title to the left of a name: `Gyeonggi Governor …`, `Minister of the Interior and Safety …`.

    `comma`: one stands between (`Deputy Mayor of Culture, …`); then the title must not be the apposition of a name before.
    """
    left = max(start - 120, text.rfind("\n", 0, start) + 1)
    window = text[left:start]
    if comma:
        if not window.endswith(", "):
            return None
        window = window[:-2] + " "
    for tail in (_NO_OF_PHRASE.search(window), _OF_PHRASE.search(window)):
        head = window[: tail.start()] if tail else ""
        title = next((m for m in title_pattern("en").finditer(head) if m.end() == len(head)), None)
        if title is None:
            continue
        first = _phrase_start(head, title.start())
        if comma and head[:first].rstrip().endswith(","):
            continue
        written = _SMALL.sub("", window[first:].strip(" ,("))
        if found := _with_post(text, title.group(), (left + first, start), end, written):
            return found
    return None


def _with_post(text: str, title: str, span: tuple[int, int], end: int, written: str) -> Title | None:
    inside = text.endswith("(", 0, span[0])
    holder = _BEFORE_BRACKET.search(text, max(0, span[0] - 60), span[0]) if inside else None
    first = holder.start() if holder else span[0]
    phrase = text[first : span[1]]
    after = _OF_AFTER_NAME.match(text, end)
    longer = phrase + after.group() if after else phrase  # President … of Hanam Urban Corporation
    post = post_for(title, longer, text, first) or post_for(title, phrase, text, first)
    return Title(post, (first, after.end() if after else span[1]), written) if post else None


def _phrase_start(head: str, at: int) -> int:
    """Where the phrase of the title at `at` begins: the words before it that belong to it."""
    while m := _WORD_BEFORE.search(head, max(0, at - 30), at):
        word = m.group(1)
        if word.startswith("(") and _TITLE_WORD.fullmatch(word[1:]):
            return m.start(1) + 1
        if word[-1] in '.;:)]”",' or not _TITLE_WORD.fullmatch(word) or _GIVEN_NAME.search(word):
            break
        at = m.start(1)
    return at


def title_after(text: str, end: int) -> Title | None:
    """The apposition to the right of a name: `…, head of Gwangjin District Office`, `… (a Jeonnam assembly member)`."""
    m = _APPOSITION.match(text, end)
    if not m:
        return None
    stop = _PHRASE_END.search(m["phrase"])
    phrase = m["phrase"][: stop.start()] if stop else m["phrase"]
    title = title_pattern("en").search(phrase)
    if title is None or not all(_belongs(word) for word in phrase[: title.start()].split()):
        return None
    # Only what belongs to this title: up to the next comma, unless a place follows it (`mayor of Jung-gu, Seoul`).
    comma = phrase.find(",", title.end())
    place = _PLACE_AFTER.match(phrase, comma) if comma >= 0 else None
    extent = phrase if comma < 0 else phrase[:comma]
    post = post_for(title.group(), extent, text, end)
    if post is None:
        return None
    base = m.start("phrase")
    return Title(post, (base, base + (place.end() if place else len(extent))), _SMALL.sub("", extent.strip()))


def _belongs(word: str) -> bool:
    return bool(_TITLE_WORD.fullmatch(word.removesuffix("-elect"))) or word.endswith(("'s", "’s"))


def post_for(title: str, phrase: str, text: str, at: int = 0) -> Post | None:
    """The post of a title within its phrase, or None where it is no public one. `at`: where in the text it stands."""
    post = post_of(title, phrase, text, "en", at)
    return None if post is None or (post.evidence == "public" and not _speaks_of_government(text)) else post


@lru_cache(maxsize=8)
def _speaks_of_government(text: str) -> bool:
    return bool(_GOVERNMENT.search(text))


def status_in(phrase: str) -> str:
    """Former, acting, elect or candidate, if the phrase says so; else empty."""
    return next((status for pattern, status in _STATUSES if pattern.search(phrase)), "")


def level_in(post: Post, phrase: str) -> str:
    """The level of the jurisdiction; `the city's Planning Officer` says which where the title leaves it open."""
    own = _OWN_AREA.search(phrase)
    if post.level == "council" and _PROVINCIAL.search(phrase):
        return "do"
    if own and post.level in ("local", "council", "headed"):
        return _LEVEL_OF[own.group(1)]
    return "nation" if post.level == "local" and _NATIONAL.search(phrase) else post.level


def organisation_in(phrase: str) -> str:
    """The ministry, council, office or corporation that the phrase names, as written; empty for none."""
    found = _ORGANISATION.search(phrase)
    return found.group() if found else ""
