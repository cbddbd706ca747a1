"""Names of areas in English text: first the unit (-gu, District, Province), then the name that stands before it.

A name before a unit is looked up by its sound, so that Jongro-gu, Kangnam-gu, Yoosung-gu and what a machine made of it
(Yoo Seong-gu, Wonshin Heung-dong) find their area; of several that sound alike the one spelt most alike. Names without a
unit are matched as they are spelt officially or were before 2000 (Seoul, Pusan, South Jeolla); those of 시군구 need
evidence: their unit elsewhere in the text, their province beside them or a preposition.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from pipeline.grammar.places import gazetteer
from pipeline.grammar.places.places import Place, is_above, level_of
from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import sound_key, spelling_distance
from pipeline.view import View

_HYPHENED = regex(r"[-‐‑–](gu|si|gun|dong|eup|myeon|myun|do|ga)(?![A-Za-z]|[-‐‑][a-z])", re.IGNORECASE)
_SPACED = regex(r"\s(?<=[a-z\d)]\s)(Gu|Gun|Dong|Eup|Myeon|Si|gu|gun|dong|eup|myeon)(?![A-Za-z\-])")
_WORDED = regex(
    r"""
    \s(?=[ACDIMNPSTWcdnpt])
    (?: (?P<metro> (?:Integrated\ )?(?:Special\ )?(?:Self-Governing\ )?(?:Metropolitan\ |Special\ |Autonomous\ )City )
      | (?P<do> (?:Special\ )?(?:Self-[Gg]overning\ |Autonomous\ )?[Pp]rovince | State )
      | (?P<gu> (?:Autonomous\ )?[Dd]istrict | Ward )
      | (?P<si> [Cc]ity ) | (?P<gun> [Cc]ounty )
      | (?P<eup> [Tt]own ) | (?P<myeon> [Tt]ownship ) | (?P<dong> [Nn]eighborhood ) )
    (?![A-Za-z])
    """,
    re.VERBOSE,
)
_GLUED = regex(r"[A-Z](?<![A-Za-z\-][A-Z])[a-z]{2,14}(?:gu|dong|eup|myeon|do)(?![A-Za-z\-])")
# Up to four words, the last perhaps with a number: `Yoo Seong`, `Wonshin Heung`, `Oncheon 1`, `Jongno 1(il)`.
_NAME_BEFORE = regex(
    r"(?=[A-Z])(?:[A-Z][A-Za-z'’]*[ \-])?(?:[A-Z][A-Za-z'’·]*[ \-])?[A-Z][A-Za-z'’·]*(?:-[a-z]+)?"
    r"(?:[ \-]?(?:dong )?\d{1,2}(?:[·.,]\d)*(?:-ga)?(?:\([a-z]+\))?)?\Z"
)
_NUMBER = regex(r"[ \-]?(\d[\d·.,]*(?:-ga)?)(?:\([a-z]+\))?\Z")
_LONGEST_NAME = 48
_UNITS = {"myun": "myeon"}
_WITH_UNIT = regex(r"\s(?:District|City|County|Province)(?![A-Za-z])")
# What machine translation makes of 중구, 서구, 동구, 남구, 북구.
_LITERAL = {"West": "서", "East": "동", "South": "남", "North": "북", "Middle": "중", "Central": "중", "Center": "중"}
# A single syllable before -gu or -dong after one of these is the given name of a person (Lee Dong-gu).
_SURNAMES = (
    " Kim Lee Yi Park Bak Choi Choe Jung Jeong Chung Kang Gang Cho Jo Yoon Yun Jang Chang Lim Im Rim Han Oh Seo Suh Shin Sin"
    " Kwon Gwon Hwang Ahn An Song Ryu Yoo Yu Hong Ko Go Moon Mun Yang Son Sohn Bae Pae Baek Paik Heo Hur Nam Noh Roh No Ha"
    " Kwak Gwak Sung Seong Cha Joo Ju Woo Koo Gu Min Jin Ji Um Eom Won Chae Chun Cheon Bang Kong Gong Hyun Ham Pyo Myung "
)
# After a bare name these words leave it a place; any other capital makes it part of a longer name (Seoul National …).
_AFTER_BARE = regex(
    r"""(?: [ ](?:Mayor|Governor|Vice|Deputy|Acting|Metropolitan|City|Province|Provincial|District|County|Government|Superintendent
      | Gov|Rep|Council\b|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
      | Island|January|February|March|April|May|June|July|August|September|October|November|December|Korea)\b
      | (?![ ][A-Z\d][A-Za-z]) )""",
    re.VERBOSE,
)
_HYPHEN_AFTER = regex(r"[-‐–](?!based|born|area|wide|bound|type|[A-Z])")
_BEFORE_BARE = regex(
    r"(?:[A-Za-z\-‐'’.@/_#]|\b(?:King|New|Port|Hotel|Camp|FC|KBS|MBC|SBS|Mount|Mt\.?|Lake|Hyundai|Queen|President|Professor|Reporter) )\Z"
)
_PREPOSITION = regex(
    r"\b(?:in|at|of|from|to|near|for|visited|visit|visiting|between|around|into|across|through|outside|via|the)\s\Z",
    re.I,
)
_CITY_AFTER = regex(
    r"['’]s\s|-based| (?:(?:Vice|Deputy|Acting) )?(?:Mayor|Governor|Magistrate)\b| (?:officials|residents|citizens)\b"
)
_PLURAL = regex(r"(?:(?:, | and |, and )[A-Z][a-z]+){0,8} (?:[Dd]istricts|[Cc]ounties|[Cc]ities)\b")
_NEXT_TO = regex(r",\s|['’]s\s|\s\(?")
_NEXT_BEFORE = regex(r"(?:['’]s\s|\s)\Z")
_SIGUNGU_LIST = regex(r",\s(?:and\s)?|\sand\s")
_VOWELS = regex(r"[aeiou]+")


def find(view: View) -> list[Place]:
    """The places that a text names in English, in order; they may overlap where two readings fit (the longer is better)."""
    text = view.text
    hits = list(_bare_hits(text))
    sure = _longest([*with_unit(text), *_sido(text, hits)])
    named = frozenset(c for p in sure if p.level in ("sido", "sigungu") for c in p.codes)
    weak = [*_sigungu(text, hits, sure, named), *_glued(text, named)]
    sure = [p for p in sure if p.kind != "literal" or _literal_counts(text, p, sure)]
    return _longest([*sure, *weak])


def _longest(places: Iterable[Place]) -> list[Place]:
    """Without overlaps: the earlier and longer wins."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
        elif place.end - place.start > kept[-1].end - kept[-1].start:
            kept[-1] = place
    return kept


@lru_cache(8)
def with_unit(text: str) -> tuple[Place, ...]:
    """The places that a text names with their unit; kind `spelt` where the spelling is not the official one. Remembered,
    as cleaning asks too."""
    return tuple(_with_unit(text))


def _with_unit(text: str) -> Iterator[Place]:
    for pattern in (_HYPHENED, _SPACED):
        for hit in pattern.finditer(text):
            unit = _UNITS.get(hit[1].lower(), hit[1].lower())
            place = _before(text, hit.start(), hit.end(), unit, fuzzy=True)
            if place and (pattern is _HYPHENED or _syllables(text[place.start : hit.start()]) > 1):
                after = _WITH_UNIT.match(text, place.end)
                yield Place(place.start, after.end(), place.codes, place.kind, place.level) if after else place
    for hit in _WORDED.finditer(text):
        place = _before(text, hit.start(), hit.end(), str(hit.lastgroup), fuzzy=False)
        if place:
            yield place


def _before(text: str, at: int, end: int, unit: str, fuzzy: bool) -> Place | None:
    """The place whose name ends at `at` and whose unit ends at `end`: the longest run of words that names one."""
    found = _NAME_BEFORE.search(text[max(0, at - _LONGEST_NAME) : at])
    if not found:
        return None
    base = max(0, at - _LONGEST_NAME)
    starts = [
        base + found.start(),
        *(base + m.end() for m in re.finditer(r"[ \-]", text[base:at]) if m.end() > found.start()),
    ]
    for start in starts:
        name = text[start:at]
        if not name[:1].isupper():
            continue
        codes, kind = lookup(name, unit, fuzzy)
        if codes and not _given_name(text, start, name):
            return Place(start, end, codes, kind, level_of(codes))
    return None


@lru_cache(4096)
def lookup(name: str, unit: str, fuzzy: bool = True) -> tuple[tuple[str, ...], str]:
    """Codes of the areas that a Latin name and a unit (`gu`, `si`, `metro` …) mean, and the kind of the match.

    `fuzzy` allows one wrong letter where no name sounds alike; without it the spelling must also be near.
    """
    number = _NUMBER.search(name)
    stem = name[: number.start()] if number else name
    digits = number[1] if number else ""
    if name in _LITERAL and unit == "gu":
        return gazetteer.full_names()[_LITERAL[name] + "구"], "literal"
    known = _by_sound(unit).get(sound_key(stem) + digits, ())
    if not known and fuzzy and not digits and unit in ("gu", "si", "gun", "do") and len(stem) > 5:
        known = [k for same in _by_sound(unit).values() for k in same if _one_letter_off(stem.lower(), k[0])]
    if not known:
        return (), ""
    spelt = re.sub(r"[^a-z]", "", stem.lower())
    nearest = min(spelling_distance(spelt, s) for s, _ in known)
    if not fuzzy and nearest > 2 + len(spelt) // 5:
        return (), ""
    codes = tuple(dict.fromkeys(code for s, code in known if spelling_distance(spelt, s) == nearest))
    return codes, "full" if nearest == 0 else "spelt"


@cache
def _by_sound(unit: str) -> Mapping[str, list[tuple[str, str]]]:
    """Sound key and number → the spellings and codes of a unit that have them."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for stem, digits, code in _by_unit().get(unit, ()):
        found[sound_key(stem) + digits].append((re.sub(r"[^a-z]", "", stem.lower()), code))
    return found


@cache
def _by_unit() -> Mapping[str, list[tuple[str, str, str]]]:
    """Stem, number and code of the areas of each unit."""
    found: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for area in gazetteer.areas().values():
        for stem, digits, unit in _parts(area):
            found[unit].append((stem, digits, area.code))
    return found


def _parts(area: gazetteer.Area) -> Iterator[tuple[str, str, str]]:
    """(stem, number, unit) under which an area is looked up."""
    if area.level == "sido":
        province = area.name_ko.endswith("도")
        for name in (area.name_en, *area.other_en):
            stem = re.sub(r"-(?:do|si)$| (?:\w+ )*City\Z", "", name)
            yield from ((stem, "", unit) for unit in (("do",) if province else ("si", "metro")))
        return
    stem, _, unit = area.name_en.rpartition("-")
    number = _NUMBER.search(stem)
    yield (stem[: number.start()], number[1], unit) if number else (stem, "", unit)


def _given_name(text: str, start: int, name: str) -> bool:
    """Whether the name is the given name of a person: one syllable after a surname (Lee Dong-gu, Park Nam-dong)."""
    before = re.search(r"([A-Z][a-z]+)[ ,]\s?\Z", text[max(0, start - 12) : start])
    return before is not None and f" {before[1]} " in _SURNAMES and _syllables(name) == 1


def _literal_counts(text: str, place: Place, sure: list[Place]) -> bool:
    """West District needs its 시도 right beside it, Middle-gu somewhere in the text."""
    uppers = [p for p in sure if p.level == "sido" and is_above(p.codes, place.codes)]
    if text[: place.end].endswith(("gu", "Gu")):
        return bool(uppers)
    return any(
        _NEXT_TO.fullmatch(text, p.end, place.start) or _NEXT_TO.fullmatch(text, place.end, p.start) for p in uppers
    )


@cache
def _bare() -> Mapping[str, Place]:
    """Names without a unit, as spelt, → the place (at no offsets yet)."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for area in gazetteer.areas().values():
        if area.level == "sido":
            for name in (re.sub(r"-do\Z", "", area.name_en), *area.other_en):
                if "City" not in name and not name.endswith("-si"):
                    found[name][area.code] = None
        elif area.level == "sigungu" and not area.name_en.startswith("Jeju") and not gazetteer.long_gone(area):
            stem = area.name_en.rpartition("-")[0]
            if len(area.name_ko) > 2:
                found[stem][area.code] = None
    places = {name: Place(0, 0, tuple(codes), "bare", level_of(tuple(codes))) for name, codes in found.items()}
    for name, codes in gazetteer.regions().items():
        if name.isascii():
            places[name] = Place(0, 0, codes, "region", "region")
    return places


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    names = tuple(sorted(_bare()))
    return AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest), names


def _bare_hits(text: str) -> Iterator[Place]:
    automaton, names = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        if end < len(text) and text[end].isalpha() and text[end].isascii():
            continue
        if _BEFORE_BARE.search(text, max(0, start - 14), start) or _HYPHEN_AFTER.match(text, end):
            continue
        place = _bare()[names[index]]
        yield Place(start, end, place.codes, place.kind, place.level)


def _sido(text: str, hits: Iterable[Place]) -> Iterator[Place]:
    for place in hits:
        if place.level in ("sido", "region") and _AFTER_BARE.match(text, place.end):
            yield place


def _sigungu(text: str, hits: Iterable[Place], sure: list[Place], named: frozenset[str]) -> Iterator[Place]:
    """Bare names of 시군구 for which the text has evidence."""
    starts = {p.start: p for p in sure}
    ends = {p.end: p for p in sure}
    last: Place | None = None
    for place in hits:
        if place.level != "sigungu":
            continue
        beside = _beside(text, place, starts, ends)
        if not beside and not _AFTER_BARE.match(text, place.end):
            continue
        listed = last is not None and _SIGUNGU_LIST.fullmatch(text, last.end, place.start) is not None
        city = any(not gazetteer.areas()[code].name_ko.endswith("구") for code in place.codes)
        placed = _PREPOSITION.search(text[max(0, place.start - 9) : place.start]) or _CITY_AFTER.match(text, place.end)
        plural = _PLURAL.match(text, place.end)
        if (
            beside
            or plural
            or not named.isdisjoint(place.codes)
            or (city and (listed or placed or is_above(named, place.codes)))
        ):
            last = place
            yield place


def _beside(text: str, place: Place, starts: Mapping[int, Place], ends: Mapping[int, Place]) -> bool:
    """Whether a parent or a child stands next to the name: Gongju, South Chungcheong; Pohang's Buk-gu."""
    gap = _NEXT_TO.match(text, place.end)
    after = starts.get(gap.end()) if gap else None
    gap = _NEXT_BEFORE.search(text[max(0, place.start - 3) : place.start])
    before = ends.get(place.start - len(gap[0])) if gap else None
    return any(p and (is_above(p.codes, place.codes) or is_above(place.codes, p.codes)) for p in (after, before))


def _glued(text: str, named: frozenset[str]) -> Iterator[Place]:
    """Gangnamgu, Jeollanamdo, Bangdong: spelt exactly, and a dong only under a parent that the text names."""
    for hit in _GLUED.finditer(text):
        unit = next(u for u in ("gu", "dong", "eup", "myeon", "do") if hit[0].endswith(u))
        codes, kind = lookup(hit[0][: -len(unit)], unit, fuzzy=False)
        if kind == "full" and hit[0] not in _bare():
            small = level_of(codes) == "eupmyeondong"
            codes = tuple(c for c in codes if not small or is_above(named, [c]))
            if codes:
                yield Place(hit.start(), hit.end(), codes, "spelt", level_of(codes))


def _syllables(name: str) -> int:
    return len(_VOWELS.findall(name.lower()))


def _one_letter_off(a: str, b: str) -> bool:
    return abs(len(a) - len(b)) <= 1 and a[0] == b[0] and a != b and spelling_distance(a, b) == 1
