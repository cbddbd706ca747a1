"""Public bodies in English text: known names, and runs of capitals that end in a head noun (Smart City Division).

One pattern finds names and head nouns; from a head noun the run is read leftwards, word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.grammar.alternatives import one_of
from pipeline.grammar.bodies.body_names import Body, Head, heads, known
from pipeline.grammar.places import places_en
from pipeline.grammar.regex import regex

_LONGEST = 90
_CAPITAL = regex(r"['‘]?[A-Z0-9][\w&.’'\-]*['’]?")
_LINKS = frozenset(("and", "&"))
_OPENING = regex(r"[\"“‘'(▲△▶·\[]+")
# Whose it is, not what it is called: `Seoul Metropolitan City's`, `Jung-gu's`; but `Women's`.
_OWNER = regex(r"['’]s\Z")
_OF_PEOPLE = regex(r"(?:Women|Children|Citizen|People|Men|Veteran|Farmer|Resident|Merchant|Senior|Mayor)['’]s\Z")
# What stands before a name without being part of it.
_NOT_IN = regex(
    r"""(?:The|A|An|This|That|These|Its|Our|Their|His|Her|Former|Mayor|Governor|Director|Chair(?:man|person|woman)?|Head|Chief|Manager|Leader|Vice|Deputy
    |President|Minister|Commissioner|Superintendent|Reporter|Photo|In|At|Under|With|By|From|And|Or|But|When|While|Meanwhile|According|As|To|On|Both|Each
    |Every|All|Some|Other|Another|If|After|Before|Since|Last|Next|Contact|Contacts|Inquiries|Said|Ask|Call|Visit|Members?|Officials?)\Z""",
    re.VERBOSE,
)
_HYPHENED = regex(r"-(?:gu|gun|si|do|dong|eup|myeon)\Z")
_UNITS = frozenset(("City", "District", "County", "Province", "Provincial", "Metropolitan", "Town"))
_TOWNS = ("metro", "do", "si", "gun", "gu")
_GENERAL = regex(
    r"New|Special|Standing|Organizing|Steering|Executive|Advisory|Preparatory|Promotion|Joint|Review|Selection|Evaluation|Working"
    r"|National|Relevant|Related|Responsible|Korean|Soccer|Football|Baseball|Basketball|Volleyball|Olympic|Rescue|Research|Medical"
    r"|Winning|First|Second|Third|Home|Away|Sports|Legal|Production|Design|City|District|County|Provincial|Metropolitan|Local"
    r"|Village|Town|Parents|Alumni|Scholarship|Cultural|Welfare|Public|Private|Charity|Trade|Police|Fire"
)
_SPORTS = regex(
    r"Soccer|Football|Baseball|Basketball|Volleyball|Olympic|Wrestling|Archery|Taekwondo|Fencing|Swimming|Judo|National|Rugby"
    r"|Handball|Cycling"
)
_POST = r"\s(?:Head|Chief|Leader|Director|Manager|Store|Mate)s?\b"
_MEMBER = regex(r"\s(?:[Mm]embers?|[Rr]epresentatives?|[Ll]awmakers?|[Ee]lections?)\b")
_TOWN_NAMED = regex(r"-(?:gu|gun|si|do|dong)(?!\w)|(?:City|District|County|Province)\Z")
_REST = r"(?:\s(?:of|on)(?:\sthe)?\s[A-Z][\w-]+(?:\s(?:and\s)?[A-Z][\w-]+){0,4})"


def find_bodies(text: str) -> Iterator[Body]:
    """The bodies that an English text names, in order."""
    at = 0
    for match in _names().finditer(text):
        start, end = match.span()
        if match["head"]:
            found = _named(text, max(at, start - _LONGEST), match)
        elif match["known"]:
            found = _known(text, start, end)
        else:
            found = Body(start, end, match.group(), "ministry")
        if found is not None and found.start >= at:
            at = found.end
            yield found


@cache
def _names() -> re.Pattern[str]:
    names = one_of(form for name in known("en") for form in _with_lower(name))
    ends = one_of(heads("en"))
    return re.compile(
        rf"(?<![\w-])(?:(?P<known>{names})(?![\w-])|(?P<ministry>Ministry\sof\s(?:the\s)?[A-Z]\w+(?:\s(?:and\s)?[A-Z]\w+)*)"
        rf"|(?P<head>{ends})(?P<of>{_REST})?(?P<number>\s\d{{1,2}}(?![\d,.%]*\d|[\w%]))?(?![\w-])(?!{_POST}))"
    )


def _with_lower(name: str) -> list[str]:
    """`land ministry` is the ministry too."""
    return [name, name[0].lower() + name[1:-8] + "ministry"] if name.endswith(" Ministry") else [name]


def _known(text: str, start: int, end: int) -> Body | None:
    name = text[start:end]
    body = known("en").get(name) or known("en")[name[0].upper() + name[1:-8] + "Ministry"]
    # A member of the National Assembly holds a post.
    if body.kind == "council" and _MEMBER.match(text, end):
        return None
    return Body(start, end, name, body.kind, known=body)


def _named(text: str, floor: int, match: re.Match[str]) -> Body | None:
    head = heads("en")[match["head"]]
    start = _leftwards(text, floor, match.start(), head)
    rest = text[start : match.start()].strip()
    # `Association of Village Heads`, but `Tax Division of Jung-gu`.
    told = bool(match["of"]) and head.needs == "own" and not rest and not _TOWN_NAMED.search(match["of"])
    if not told and not _fits(rest, head):
        return None
    end = match.end() if told or not match["of"] else match.start("of")
    if head.concept == "council" and not _is_of_a_town(rest):
        return Body(start, end, text[start:end], "association", rest=rest)
    return Body(start, end, text[start:end], head.kind, head=head, rest=rest)


def _is_of_a_town(rest: str) -> bool:
    """`Suwon City` and `Yuseong-gu` have councils; the council of `Village Heads` is an association."""
    last = rest.split(" ")[-1]
    return (
        last in _UNITS or bool(_HYPHENED.search(last)) or any(places_en.lookup(rest, u, fuzzy=False)[0] for u in _TOWNS)
    )


def _leftwards(text: str, floor: int, at: int, head: Head) -> int:
    """Where the run of capitals begins that goes on at `at`, just behind a space."""
    start = at
    while start > floor and text[start - 1] == " ":
        begun = max(text.rfind(" ", floor, start - 1), text.rfind("\n", floor, start - 1)) + 1 or floor
        word = text[begun : start - 1]
        if word in _LINKS:
            before = text[max(floor, begun - 30) : begun].split(" ")[-2:-1]
            if not before or not _joins(_OPENING.sub("", before[0]), head):
                break
        elif not _joins(word, head) or (head.kind == "department" and _is_town(text, floor, begun, word)):
            # An opening quote or bracket is the edge of the name.
            inside = _OPENING.match(word)
            if inside and _joins(word[inside.end() :], head):
                start = begun + inside.end()
            break
        start = begun
        if word[0] in "'‘" and not re.search(r"['’]\Z", word):
            return start + 1
    while (link := re.match(r"(?:and|&)\s", text[start:at])) is not None:
        start += link.end()
    return start


def _joins(word: str, head: Head) -> bool:
    if not _CAPITAL.fullmatch(word) or _NOT_IN.match(word) or word in heads("en") or word.endswith("."):
        return False
    return not _OWNER.search(word) or bool(_OF_PEOPLE.match(word))


def _is_town(text: str, floor: int, begun: int, word: str) -> bool:
    """Whether the word closes the name of the town whose department it is: `Jung-gu`, `Busan City`, not `Smart City`."""
    if _HYPHENED.search(word):
        return True
    if word not in _UNITS:
        return False
    before = text[max(floor, begun - 30) : begun].split(" ")[-2:-1]
    return word != "City" or (
        bool(before) and (before[0] == "Metropolitan" or bool(places_en.lookup(before[0], "si", fuzzy=False)[0]))
    )


def _fits(rest: str, head: Head) -> bool:
    words = rest.split(" ") if rest else []
    if head.needs == "place":
        return any(word not in _UNITS and not _GENERAL.fullmatch(word) for word in words)
    if head.word == "Team" and any(map(_SPORTS.fullmatch, words)):
        return False
    return any(word not in _LINKS and not _GENERAL.fullmatch(word) for word in words)
