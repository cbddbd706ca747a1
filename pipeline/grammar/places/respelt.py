"""Names of areas that a machine split or spelt anew in English text: `Yoo Seong-gu`, `Yooseong-type`, `Wonshin Heung-dong`.

A name before a unit or `-type` that sounds like an area's own is that area's, if the text names it as it is spelt officially (in
Latin letters or Hangul), or, for an 읍면동, the 시군구 it lies in. Without such evidence it may be a person's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.grammar.places import gazetteer, places_en
from pipeline.grammar.places.places import Place
from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import sound_key

_TYPE = regex(r"(?<![A-Za-z-])([A-Z][a-z]+(?:[ -][A-Z]?[a-z]+)?)(?=-(?:type|style)(?![a-z]))")
_HANGUL_NAME = regex(r"[가-힣]{2,6}?[시군구도](?=[가-힣\s,.·()]|\Z)")


def respelt(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, official spelling) of each such name, in order; they do not overlap."""
    if not re.search(r"[A-Za-z]-(?:gu|si|gun|dong|eup|myeon|type|style)\b", text):
        return
    places = places_en.with_unit(text)
    named = {code for p in places if p.kind == "full" for code in p.codes} | _in_hangul(text)
    if not named:
        return
    found = [*_with_unit(text, places, named), *_with_type(text, named)]
    at = 0
    for start, end, name in sorted(found):
        if start >= at:
            yield start, end, name
            at = end


def _in_hangul(text: str) -> set[str]:
    names = gazetteer.full_names()
    return {code for match in _HANGUL_NAME.finditer(text) for code in names.get(match.group(), ())}


def _with_unit(text: str, places: Iterable[Place], named: set[str]) -> Iterator[tuple[int, int, str]]:
    for place in places:
        if place.kind != "spelt":
            continue
        codes = [
            c
            for c in place.codes
            if c in named or (place.level == "eupmyeondong" and named & set(gazetteer.ancestors(c)))
        ]
        names = {gazetteer.areas()[code].name_en for code in codes}
        if len(names) == 1 and text[place.start : place.end] not in names:
            yield place.start, place.end, names.pop()


def _with_type(text: str, named: set[str]) -> Iterator[tuple[int, int, str]]:
    stems = {gazetteer.areas()[code].name_en.rpartition("-")[0] for code in named} - {""}
    sounds = {sound_key(stem): stem for stem in sorted(stems)}
    for match in _TYPE.finditer(text) if "-type" in text or "-style" in text else ():
        stem = sounds.get(sound_key(match[1]), match[1])
        if stem != match[1] and match[1] not in stems:
            yield match.start(1), match.end(1), stem
