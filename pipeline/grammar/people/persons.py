"""Sightings of a document → persons: who is whom under every spelling, in which post, of which area.

Names in Hangul are compared as written, names in Latin letters by their parts' keys, a short form by surname and kind of
post. What one sighting leaves open (area, post of a `Mayor`) another of the same person tells, then the article.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any

from pipeline.grammar.people.items import Items
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.posts import HEADS, KINDS, agency_kinds, head_of, kind_of
from pipeline.grammar.people.sightings import Sighting
from pipeline.grammar.places import gazetteer
from pipeline.grammar.romanise import romanise, sound_key
from pipeline.records import Mention

# Posts that one person is called by in turn: a short form joins a person of the same circle only.
_CIRCLES = (
    frozenset({"mayor", "district_mayor", "county_governor", "governor"}),
    frozenset({"vice_mayor", "vice_district_mayor", "vice_county_governor", "vice_governor", "mayor", "governor"}),
    frozenset({"assembly_member", "council_member", "council_chair", "other_public"}),
    frozenset({"minister", "vice_minister", "prime_minister", "other_public"}),
    frozenset({"bureau_head", "division_head", "team_head", "other_public", "agency_head", "commissioner"}),
    frozenset({"commissioner", "district_mayor"}),
)

# How bodies of the whole country begin.
_NATIONWIDE = ("한국", "국립", "국민", "대한", "Korea", "National")

# Characters between an area and the one that it lies in: `Jung-gu, Seoul`.
_BESIDE = 2


@dataclass(slots=True)
class Person:
    """Someone whom the document names, with every sighting: `(segment, sighting, surface form)`."""

    name: Name
    named: bool = True
    seen: list[tuple[int, Sighting, str]] = field(default_factory=list)
    post: str = ""
    post_text: str = ""
    code: str | None = None
    organisation: str = ""
    status: str = "incumbent"
    level: str = "nation"
    inherited: bool = False
    twin: int = 0
    # In Hangul, and the most frequent spelling in Latin letters; empty where there is none.
    name_ko: str = ""
    name_en: str = ""
    # What the sightings say the person is, and where they stand, in order.
    posts: set[str] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What the person's id is made from: the name's key, and a number where two in one document share all."""
        return self.name.key + (f"#{self.twin}" if self.twin else "")


class Areas:
    """The areas that a document names, by where they stand."""

    def __init__(self, districts: Sequence[Mention]) -> None:
        self._of: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in sorted(districts, key=lambda d: d.view_start):
            self._of[mention.segment].append(mention)
        self._starts = {segment: [d.view_start for d in of] for segment, of in self._of.items()}
        self._widest = max((d.view_end - d.view_start for d in districts), default=0)

    def within(self, segment: int, start: int, end: int) -> Iterator[Mention]:
        """Those that stand in a span of a segment, or reach into it."""
        starts = self._starts.get(segment, [])
        for index in range(bisect_left(starts, start - self._widest), bisect_left(starts, end)):
            if start < (mention := self._of[segment][index]).view_end:
                yield mention


def persons_of(
    seen: Sequence[tuple[int, Sighting, str]], districts: Sequence[Mention], texts: Sequence[str]
) -> dict[tuple[int, int], Person]:
    """`(segment, start of a sighting)` → person. A name alone that joins nobody is left out. `texts`: of the segments."""
    people: list[Person] = []
    where: dict[tuple[int, int], Person] = {}
    for wanted in ("full", "name", "short"):
        for segment, sighting, text in seen:
            if sighting.form == wanted and (person := _person_for(sighting, segment, people)):
                person.seen.append((segment, sighting, text))
                insort(person.places, (segment, sighting.start))
                if sighting.post:
                    person.posts.add(sighting.post)
                if sighting.name.hangul and sighting.name.given:
                    person.name = sighting.name
                where[segment, sighting.start] = person
    items = Items(texts, districts)
    votes = _votes(districts)
    of_items: defaultdict[Any, list[Mention]] = defaultdict(list)
    for mention in districts:
        of_items[items.of(mention.segment, mention.view_start)].append(mention)
    by_item = {
        item: _votes(of_items[item])
        for item in {items.of(segment, sighting.start) for segment, sighting, _ in seen} - {None}
    }
    areas = Areas(districts)
    for person in people:
        segment, sighting, _ = person.seen[0]
        item = items.of(segment, sighting.start)
        _settle_names(person)
        _settle_post(person, areas, votes, by_item[item] if item else Counter())
    heads = {p.code for p in people if p.post in HEADS and p.code and p.status != "former"}
    if len(heads) == 1:
        for person in people:
            _join_head(person, next(iter(heads)))
    twins: Counter[tuple[str | None, str, str]] = Counter()
    for person in people:
        twins[person.code, person.post, person.name.key] += 1
        person.twin = twins[person.code, person.post, person.name.key] - 1
    return where


def _person_for(sighting: Sighting, segment: int, people: list[Person]) -> Person | None:
    """The person a sighting is of: one known already, or a new one where it may begin one."""
    if sighting.name.whole:
        same = [p for p in people if p.named and _same_name(p, sighting)]
        if same:
            return next((p for p in same if _fits(p, sighting)), same[0])
        if sighting.form == "name":
            return None
        person = Person(sighting.name)
    else:
        known = [p for p in people if p.named and not p.name.surname_keys.isdisjoint(sighting.name.surname_keys)]
        if sighting.form == "short":
            known = [p for p in people if p in known or (not p.named and p.name == sighting.name)]
            known = [p for p in known if _fits(p, sighting)]
        if known:
            return _nearest(known, segment, sighting.start)
        if sighting.form == "name" or not sighting.post:
            return None
        person = Person(sighting.name, named=False)
    people.append(person)
    return person


def _same_name(person: Person, sighting: Sighting) -> bool:
    mine, other = person.name, sighting.name
    if mine.hangul and other.hangul:
        return mine.written == other.written or (mine.foreign and other.surname == mine.surname and not other.given)
    if mine.surname_keys.isdisjoint(other.surname_keys) or sound_key(mine.given) != sound_key(other.given):
        return False
    # The key is coarse (용래 and 영래 share it): what is spelt otherwise must at least hold a post of one circle.
    return _letters(mine.given) == _letters(other.given) or _fits(person, sighting)


def _fits(person: Person, sighting: Sighting) -> bool:
    if not sighting.post or not person.posts or sighting.post in person.posts:
        return True
    return any(sighting.post in circle and person.posts & circle for circle in _CIRCLES)


def _nearest(people: list[Person], segment: int, start: int) -> Person:
    """Of several who fit, the one named last before the place; else the first in the document."""

    def last(person: Person) -> tuple[int, int]:
        before = bisect_left(person.places, (segment, start))
        return person.places[before - 1] if before else (-1, -1)

    return max(people, key=last)


def _settle_names(person: Person) -> None:
    hangul = (s.name.written for _, s, _ in person.seen if s.name.hangul and (s.name.whole or not person.named))
    spelt = [text for _, s, text in person.seen if not s.name.hangul and s.form != "short" and s.name.whole]
    person.name_ko, person.name_en = next(hangul, ""), _most(spelt, key=len)


def _settle_post(person: Person, areas: Areas, votes: Counter[str], near: Counter[str]) -> None:
    """Post, title, area, organisation and status of a person, from all sightings together.

    `votes`: how much the document is about each area; `near`: the same for the item of a round-up that names the person.
    """
    weights: Counter[str] = Counter()
    explicit: dict[int, str] = {}
    for index, (segment, s, _) in enumerate(person.seen):
        if s.post:
            explicit[index] = _named_area(segment, s, areas)
            weights[s.post] += (2 if s.form == "full" else 1) + bool(explicit[index]) + bool(s.organisation)
    if not weights:
        return
    post = max(weights, key=lambda p: weights[p])
    chosen = [(i, s) for i, (_, s, _) in enumerate(person.seen) if s.post == post]
    level = next((s.level for _, s in chosen if s.level not in ("headed", "governed")), chosen[0][1].level)
    codes = [explicit[i] for i, _ in chosen if explicit[i]]
    if not codes and level in ("headed", "governed"):
        codes = [code for code in explicit.values() if code and kind_of(code) in KINDS[level]]
    organisation = _most(s.organisation for _, s, _ in person.seen)
    # A deputy without an area is the city's more often than a district's.
    small = 1 if post.startswith("vice_") else 2
    # Of a foreigner the article says no area unless it stands beside the name: a guest's is seldom the article's own.
    foreign = person.name.foreign
    own = "" if foreign else _inherited(level, near, small)
    if post == "agency_head":
        inherited = _of_agency(organisation, votes) or _beside_agency(organisation, chosen, person, areas)
    else:
        inherited = "" if foreign else own or _inherited(level, votes, small)
    code = _most(codes) if codes else inherited
    if code and any(s.level in ("headed", "governed") for _, s in chosen):
        post = head_of(kind_of(code), post)
    person.post, person.code = post, code or None
    person.level, person.inherited = level, not codes and not own and not foreign
    person.post_text = _most((s.post_text for _, s in chosen if s.form == "full"), key=len) or chosen[0][1].post_text
    person.organisation = organisation
    statuses = [s.status or "incumbent" for _, s, _ in person.seen if s.post == post or s.status]
    said = [status for status in statuses if status != "incumbent"]
    person.status = _most(said) if len(said) * 2 >= len(statuses) and said else "incumbent"


def _join_head(person: Person, code: str | None) -> None:
    """Staff whose area came from the article serve the one head of a local government that the article names."""
    if code and person.inherited and person.post not in HEADS and kind_of(code) in KINDS[person.level]:
        person.code = code


def _named_area(segment: int, sighting: Sighting, areas: Areas) -> str:
    """The code of the area that stands in the sighting's phrase and may have such a post, or empty: the last one that no
    other there lies in (`the Gurye County Council in Jeollanam-do`)."""
    start, end = sighting.near
    inside = [d.entity_id for d in areas.within(segment, start, end) if kind_of(d.entity_id) in KINDS[sighting.level]]
    above = {upper for code in inside for upper in gazetteer.ancestors(code)}
    return next((code for code in reversed(inside) if code not in above), "")


def _votes(districts: Sequence[Mention]) -> Counter[str]:
    """How much the article is about each area: its mentions, where they do not only place another (`서울 중구`, `Jung-gu, Seoul`).

    A dong counts half for the area above it; other areas above count little, for when nothing else is named.
    """
    votes: Counter[str] = Counter()
    known = [d for d in districts if d.entity_id in gazetteer.areas()]
    placing = {
        upper
        for one, other in pairwise(range(len(known)))
        if known[one].segment == known[other].segment and known[other].view_start - known[one].view_end <= _BESIDE
        for upper, lower in ((one, other), (other, one))
        if known[upper].entity_id in gazetteer.ancestors(known[lower].entity_id)
    }
    for index, mention in enumerate(known):
        votes[mention.entity_id] += 1 if index in placing else 100
        is_dong = kind_of(mention.entity_id) == "dong"
        for height, above in enumerate(gazetteer.ancestors(mention.entity_id)):
            votes[above] += 50 if is_dong and height == 0 else 1
    return votes


def _inherited(level: str, votes: Counter[str], small: int) -> str:
    """The area of the article that may have such a post, or empty. A dong is never inherited.

    `small`: how much more the mention of an area below a 시도 weighs.
    """
    if level == "dong":
        return ""
    fitting = [code for code in votes if kind_of(code) in KINDS[level]]
    # An article on a gu names its city often too: of the two the smaller wins unless it has less than half.
    return max(fitting, key=lambda c: (votes[c] * (1 if c.endswith("00000000") else small), votes[c]), default="")


def _of_agency(organisation: str, votes: Counter[str]) -> str:
    """The area of the article that a local corporation or foundation is named after (부산문화재단), or empty."""
    for code, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
        area = gazetteer.areas()[code]
        stems = (area.name_ko[:-1], *area.other_ko, area.name_en.split("-")[0].split(" ")[0])
        if kind_of(code) != "dong" and any(len(stem) > 1 and organisation.startswith(stem) for stem in stems):
            return code
    return ""


def _beside_agency(organisation: str, chosen: Sequence[tuple[int, Sighting]], person: Person, areas: Areas) -> str:
    """The local government whose own body a phrase names (`용인시 산업진흥원`), or empty; national bodies have none."""
    if not organisation or agency_kinds().get(organisation) or organisation.startswith(_NATIONWIDE):
        return ""
    codes = (_named_area(person.seen[i][0], replace(s, level="local"), areas) for i, s in chosen)
    return next((code for code in codes if code), "")


def _letters(given: str) -> str:
    return "".join(c for c in romanise(given).casefold() if c.isalpha())


def _most(values: Iterable[str], key: Callable[[str], int] = lambda value: 0) -> str:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], -key(v), v), default="")
