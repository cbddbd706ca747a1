"""Names of areas in Korean text: a scan for every name in the gazetteer, then what stands to the left and right decides.

A name with its unit may be followed by anything that leaves it a name (유성구청장, 대전시민); a name without its unit only by
what a place takes (서울에서, 경남 고성), for inside another name it is no place (서울역, 전남대, 강원랜드). Names of 읍면동 and names
that are also words need evidence: their parent in the text or beside them, a neighbour of their kind, or what only an
area has (주민센터).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.grammar.places import gazetteer
from pipeline.grammar.places import place_edges as edges
from pipeline.grammar.places.places import Place, is_above, level_of
from pipeline.grammar.regex import regex
from pipeline.view import View

_DATELINE = regex(r"[\[(【]\s?(?:[^\[\]()\n]{1,14}[ㅣ|]\s?)?(?:[가-힣]{2,5}[·,/\s]\s?)*\Z")
_DATELINE_END = regex(r"\s?(?:[·,/]\s?[가-힣]{2,4}\s?)*[=＝/]|\]")
_LIST = regex(r"\s?[·・‧․ㆍ∙•,/∼~、]\s?|[와과]\s|\s?및\s|\s?-\s?")
_NEXT_TO = regex(r"\s{0,2}|,\s|\(\s?|시\s|도\s")
_COMPASS_OFFICE = regex(r"청|의회|의원|민|\(")
_LONGEST_LIST = 8
# Names so long are no part of other words: where a page lost a line break they stand glued (지원광주광역시는).
_NEVER_INSIDE = 5
# The West, northern Europe.
_WEST = ("서구", "북구")
_PROPER_TAGS = (("NNP",), ("NNP", "NNG"), ("NNP", "NNP"))


def find(view: View) -> list[Place]:
    """The places that a text names in Korean, in order and without overlaps."""
    text = view.text
    if text.isascii():
        return []
    hits: dict[int, list[tuple[int, str]]] = {}
    for index, start, end in _automaton().find_matches_as_indexes(text, overlapping=True):
        hits.setdefault(start, []).append((end, _names()[index]))
    named = _named(text, hits)
    return list(_accepted(view, hits, named))


def names_in(text: str) -> list[Place]:
    """Every 시도 and 시군구 whose name stands in a short label, also inside another name (대전일보): evidence, not mentions."""
    found = [(_place(_names()[i]), start, end) for i, start, end in _automaton().find_matches_as_indexes(text)]
    return [replace(p, start=start, end=end) for p, start, end in found if p.level in ("sido", "sigungu")]


@cache
def _names() -> tuple[str, ...]:
    regions = [name for name in gazetteer.regions() if "가" <= name[0] <= "힣"]
    return tuple(sorted({*gazetteer.full_names(), *gazetteer.bare_names(), *regions}))


@cache
def _automaton() -> AhoCorasick:
    return AhoCorasick(list(_names()), matchkind=MatchKind.Standard)


@cache
def _readings(name: str) -> tuple[Place, ...]:
    """What a name may stand for, at no offsets yet: 안동 is a city without its unit, and a dong with it."""
    found = []
    if name in gazetteer.regions():
        found.append(Place(0, 0, gazetteer.regions()[name], "region", "region"))
    elif name in gazetteer.bare_names():
        codes = gazetteer.bare_names()[name]
        found.append(Place(0, 0, codes, "bare", level_of(codes)))
    if name in gazetteer.full_names():
        codes = gazetteer.full_names()[name]
        found.append(Place(0, 0, codes, "full", level_of(codes)))
    return tuple(found)


@cache
def _place(name: str) -> Place:
    """The reading with its unit where there is one."""
    return _readings(name)[-1]


def _named(text: str, hits: dict[int, list[tuple[int, str]]]) -> frozenset[str]:
    """Codes of the 시도 and 시군구 that the text surely names: the parents that smaller names may lean on."""
    found: set[str] = set()
    for start, ends in hits.items():
        if start and edges.is_hangul(text[start - 1]):
            continue
        for end, place in ((end, place) for end, name in ends for place in _readings(name)):
            name = text[start:end]
            if place.level == "sido" or (place.level == "sigungu" and place.kind == "full"):
                fits = edges.full_end if place.kind == "full" else edges.bare_end
                if fits(text, start, end, name):
                    found.update(place.codes)
    return frozenset(found)


def _accepted(view: View, hits: dict[int, list[tuple[int, str]]], named: frozenset[str]) -> Iterator[Place]:
    before: Place | None = None
    for start in sorted(hits):
        if before and start < before.end:
            continue
        glued = start and edges.is_hangul(view.text[start - 1]) and not (before and before.end == start)
        if glued and not any(end - start >= _NEVER_INSIDE for end, _ in hits[start]):
            continue
        for end, name in sorted(hits[start], reverse=True):
            if glued and end - start < _NEVER_INSIDE:
                break
            readings = [replace(reading, start=start, end=end) for reading in _readings(name)]
            if _beside(view.text, readings[-1], before):
                readings.reverse()
            place = next((p for p in readings if _counts(view, p, name, before, hits, named)), None)
            if place:
                yield place
                before = place
                break


def _counts(
    view: View,
    place: Place,
    name: str,
    before: Place | None,
    hits: dict[int, list[tuple[int, str]]],
    named: frozenset[str],
) -> bool:
    text = view.text
    beside = _beside(text, place, before)
    if place.kind == "region":
        return edges.region_end(text, place.end)
    if place.kind == "bare":
        return edges.bare_end(text, place.start, place.end, name) and _bare_counts(
            view, place, name, before, hits, named
        )
    if place.level == "eupmyeondong":
        return edges.small_end(text, place.end, name) and (
            beside or _small_counts(view, place, name, before, hits, named)
        )
    if not edges.full_end(text, place.start, place.end, name):
        return False
    return beside or name not in _WEST or _compass_counts(text, place, before, hits, named)


def _beside(text: str, place: Place, before: Place | None) -> bool:
    """Whether the parent stands directly before: 서울 중구, 경남 고성."""
    if before is None or not _NEXT_TO.fullmatch(text, before.end, place.start):
        return False
    return is_above(before.codes, place.codes)


def _in_list(text: str, place: Place, before: Place | None, hits: dict[int, list[tuple[int, str]]]) -> bool:
    """Whether a neighbour in an enumeration is an area of the same level: 상동·중동, 공주와 논산, 연수·부평·계양구."""
    if before and before.level == place.level and _LIST.fullmatch(text, before.end, place.start):
        return True
    at = place.end
    for _ in range(_LONGEST_LIST):
        gap = _LIST.match(text, at)
        following = hits.get(gap.end(), ()) if gap else ()
        peers = [(end, r.kind, name) for end, name in following for r in _readings(name) if r.level == place.level]
        if not peers:
            return False
        at, kind, name = max(peers)
        if kind == "full" and len(name) > 2:
            return True
        if place.kind == kind == "bare" and name not in gazetteer.homonyms() and not _districts_only(place):
            return True
    return False


def _districts_only(place: Place) -> bool:
    return all(gazetteer.areas()[code].name_ko.endswith("구") for code in place.codes)


def _bare_counts(
    view: View,
    place: Place,
    name: str,
    before: Place | None,
    hits: dict[int, list[tuple[int, str]]],
    named: frozenset[str],
) -> bool:
    text = view.text
    if _DATELINE.search(text, max(0, place.start - 14), place.start) and _DATELINE_END.match(text, place.end):
        return True
    if _beside(text, place, before) or _above_next(text, place, hits):
        return True
    listed = _in_list(text, place, before, hits)
    if listed:
        return True
    itself = not named.isdisjoint(place.codes)
    if name in gazetteer.homonyms():
        return itself and _proper(view, place)
    return itself or not _districts_only(place)


def _above_next(text: str, place: Place, hits: dict[int, list[tuple[int, str]]]) -> bool:
    """Whether an area of its own follows: 고성 거진읍."""
    gap = _NEXT_TO.match(text, place.end)
    following = hits.get(gap.end(), ()) if gap else ()
    return any(is_above(place.codes, _place(name).codes) for _, name in following if _place(name).kind == "full")


def _small_counts(
    view: View,
    place: Place,
    name: str,
    before: Place | None,
    hits: dict[int, list[tuple[int, str]]],
    named: frozenset[str],
) -> bool:
    text = view.text
    office = edges.has_office(text, place.end)
    if any(c.isdigit() for c in name):
        return True
    parent = is_above(named, place.codes)
    if len(name) == 2:
        known = name not in gazetteer.homonyms() and _parent_named(place, named)
        return _in_list(text, place, before, hits) or (parent and (office or known or _proper(view, place)))
    if name.endswith("면"):
        return office or _in_list(text, place, before, hits) or (parent and _no_verb(view, place))
    return parent or office or _in_list(text, place, before, hits) or _proper(view, place)


def _parent_named(place: Place, named: frozenset[str]) -> bool:
    """Whether the 시군구 itself is named, not only the 시도."""
    return any(not gazetteer.family(gazetteer.areas()[code].parent_code).isdisjoint(named) for code in place.codes)


def _compass_counts(
    text: str, place: Place, before: Place | None, hits: dict[int, list[tuple[int, str]]], named: frozenset[str]
) -> bool:
    """서구 is also the West: an office, a 시도 or a dong of one, or a neighbour with a compass name must be there."""
    if _COMPASS_OFFICE.match(text, place.end) or is_above(named, place.codes):
        return True
    if before is not None and before.level == "sigungu" and _LIST.fullmatch(text, before.end, place.start):
        return True
    below = {code for ends in hits.values() for _, name in ends if len(name) > 2 for code in _place(name).codes}
    return is_above(place.codes, below)


def _proper(view: View, place: Place) -> bool:
    """Whether the analyser reads the name as a proper noun in its sentence."""
    return _tags(view, place) in _PROPER_TAGS


def _no_verb(view: View, place: Place) -> bool:
    return not any(part.startswith(("E", "V")) for tag in _tags(view, place) for part in tag.split("+"))


def _tags(view: View, place: Place) -> tuple[str, ...]:
    start, end = view.sentence_at(place.start)
    # A window is enough for the analyser, and a sentence may be a page long.
    start, end = max(start, place.start - 60), min(max(end, place.end), place.end + 40)
    within = range(place.start - start, place.end - start)
    return tuple(tag for at, until, tag in view[start:end].morphemes if at < within.stop and until > within.start)
