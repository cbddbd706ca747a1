"""Which area a name means: every place of an article is decided together, by its date and by what stands around it.

Evidence, strongest first: a parent or child directly beside the name (서울 중구; Jung-gu, Incheon), neighbours of one
enumeration, then the article's own areas (the parent it names, others of the same parent) and last its publisher or
title. A name that several areas share after that stays open: nothing is guessed.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from pipeline.grammar.places import gazetteer
from pipeline.grammar.places.places import Place, above
from pipeline.grammar.regex import regex

_BESIDE_KO = regex(r"\s{0,2}|,\s|\(\s?|[시도의]\s")
_BESIDE_EN = regex(r"\s|,\s|['’]s\s|\s\(|\sof\s|\sin\s|'s\s[a-z]+\s")
_ENUMERATED = regex(r"\s?[·・‧․ㆍ∙•,/、]\s?(?:and\s)?|[와과]\s|\s및\s|\sand\s|\s?-\s?|\s&\s")
# Weights of what the article says elsewhere, for one candidate: see `_score`.
_PARENT, _CHILD, _SIBLING, _SELF, _PUBLISHER, _MAYBE = 3.0, 2.0, 1.0, 4.0, 1.5, 1.0
# Two candidates nearer than this are not told apart.
_MARGIN = 0.9


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a place was found to be: the code (empty where open), what it may be, and how sure (0–1)."""

    code: str
    candidates: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Article:
    """What is known so far: areas that are sure and how often, how often their parts are named, and what open names may be."""

    sure: Counter[str]
    parts: Counter[str]
    maybe: frozenset[str]
    maybe_parts: frozenset[str]
    published: frozenset[str]

    @classmethod
    def of(cls, options: Sequence[Sequence[Sequence[str]]], published: Collection[str]) -> _Article:
        sure = Counter(own[0] for run in options for own in run if len(own) == 1)
        parts: Counter[str] = Counter()
        for code, n in sure.items():
            for upper in above(code):
                parts[upper] += n
        maybe = frozenset(code for run in options for own in run if len(own) > 1 for code in own)
        return cls(sure, parts, maybe, frozenset().union(*map(above, maybe)), frozenset(published))


def decide(
    runs: Sequence[tuple[str, Sequence[Place]]], on: str | None, around: Sequence[Place] = ()
) -> list[list[Meaning]]:
    """The meaning of each place of each run (its text and places in order), in the same shape.

    on: the article's ISO date or None. around: places in its title, publisher and byline.
    """
    on = on or _implied_date(runs) or _before_reform(runs)
    options = [
        [list(gazetteer.on_date(p.codes, on)) if p.kind != "region" else list(p.codes) for p in places]
        for _, places in runs
    ]
    steps = [["" for _ in places] for _, places in runs]
    for (text, places), own, why in zip(runs, options, steps, strict=True):
        _in_dateline(text, places, own, why)
        _beside(text, places, own, why, on)
        _enumerated(text, places, own, why)
    published = [code for place in around for code in gazetteer.on_date(place.codes, on)]
    for _ in range(3):
        if not _settle(runs, options, steps, published):
            break
    return [
        [_meaning(place, own, why) for place, own, why in zip(places, o, s, strict=True)]
        for (_, places), o, s in zip(runs, options, steps, strict=True)
    ]


def _implied_date(runs: Sequence[tuple[str, Sequence[Place]]]) -> str | None:
    """The last day of a 시도 that is gone today and whose name the article uses (전라남도, until 2026-06-30); else None."""
    ends = []
    for _, places in runs:
        for place in places:
            until = [gazetteer.areas()[code].valid_to for code in place.codes]
            if place.level == "sido" and all(until) and max(until) > "2010":
                ends.append(max(until))
    return (datetime.date.fromisoformat(min(ends)) - datetime.timedelta(days=1)).isoformat() if ends else None


def _before_reform(runs: Sequence[tuple[str, Sequence[Place]]]) -> str | None:
    """The day before the last change of a 시도, unless an area that came with it is named; else None.

    An article without a date is likelier older than a map a few months old.
    """
    areas, reform = gazetteer.areas(), gazetteer.last_reform()
    named = (place.codes for _, places in runs for place in places if place.codes)
    new = any(all(areas[code].valid_from >= reform for code in codes) for codes in named)
    return None if new else (datetime.date.fromisoformat(reform) - datetime.timedelta(days=1)).isoformat()


def _in_dateline(text: str, places: Sequence[Place], options: list[list[str]], why: list[str]) -> None:
    """In `[광주=…]` the 시도 is meant; a paper writes `[경기광주=…]` of the city."""
    for i, place in enumerate(places):
        bracketed = text[place.start - 1 : place.start] in ("[", "(") and text.startswith("=", place.end)
        if len(options[i]) > 1 and bracketed:
            top = [code for code in options[i] if not gazetteer.ancestors(code)]
            if top:
                options[i], why[i] = top, "beside"


def _beside(text: str, places: Sequence[Place], options: list[list[str]], why: list[str], on: str | None) -> None:
    """Narrows two neighbours to the pairs of which one is above the other; chains (서울 중구 회현동) from the left and back."""
    pairs = list(zip(range(len(places)), range(1, len(places)), strict=False))
    for i, j in [*pairs, *reversed(pairs)]:
        a, b = places[i], places[j]
        if "region" in (a.kind, b.kind) or not _adjacent(text, a, b):
            continue
        for upper, lower in ((i, j), (j, i)):
            if _narrow(options, upper, lower, places, on):
                why[upper] = why[upper] or "beside"
                why[lower] = "beside"
                break
        else:
            # 전주시 송천동 is none of the 송천동 that the lists know: the parent says that it is not those of Seoul.
            if i < j and text[a.end : b.start].isspace():
                _contradict(options, i, j, why, b)


def _contradict(options: list[list[str]], i: int, j: int, why: list[str], lower: Place) -> None:
    """What a place directly before rules out, though nothing fits below it: 전남 광주 is not the city in Gyeonggi."""
    if lower.level == "eupmyeondong":
        # Bucheon had no 구 from 2016 to 2024, yet people wrote 부천시 원미구 심곡동: the 시 above decides.
        city = {up for code in options[i] for up in gazetteer.ancestors(code) if gazetteer.ancestors(up)}
        below = [code for code in options[j] if not city.isdisjoint(above(code))]
        options[j], why[j] = (below, "beside") if below else (options[j], "contradicted")
        return
    top = [code for code in options[j] if not gazetteer.ancestors(code)]
    if top and len(top) < len(options[j]) and any(not gazetteer.ancestors(code) for code in options[i]):
        options[j], why[j] = top, "beside"


def _adjacent(text: str, a: Place, b: Place) -> bool:
    if b.start - a.end > 14:
        return False
    return bool(_BESIDE_KO.fullmatch(text, a.end, b.start) or _BESIDE_EN.fullmatch(text, a.end, b.start))


def _narrow(options: list[list[str]], upper: int, lower: int, places: Sequence[Place], on: str | None) -> bool:
    below = [code for code in options[lower] if not above(code).isdisjoint(options[upper])]
    if not below:
        # 인천 남구 in an article of 2024: the name is old, but with its parent it is clear which area it was.
        old = [code for code in places[lower].codes if not above(code).isdisjoint(options[upper])]
        below = (
            [code for code in gazetteer.on_date(old, on) if not above(code).isdisjoint(options[upper])] if old else []
        )
    if not below:
        return False
    options[lower] = below
    options[upper] = [code for code in options[upper] if any(code in above(child) for child in below)]
    return True


def _enumerated(text: str, places: Sequence[Place], options: list[list[str]], why: list[str]) -> None:
    """In a list (부산·대구·광주) a name takes the level, and where it can the parent, of its neighbours."""
    for i, j in [(k, k + 1) for k in range(len(places) - 1)] + [(k + 1, k) for k in reversed(range(len(places) - 1))]:
        left, right = places[min(i, j)], places[max(i, j)]
        if "region" in (left.kind, right.kind) or not _ENUMERATED.fullmatch(text, left.end, right.start):
            continue
        if len(options[i]) != 1 or len(options[j]) < 2:
            continue
        peer = gazetteer.areas()[options[i][0]]
        level = [c for c in options[j] if gazetteer.areas()[c].level == peer.level]
        parent = [c for c in level if gazetteer.areas()[c].parent_code == peer.parent_code]
        chosen = parent if len(parent) == 1 else level if peer.level == "sido" else []
        if chosen:
            options[j] = chosen
            why[j] = "listed"


def _settle(
    runs: Sequence[tuple[str, Sequence[Place]]],
    options: list[list[list[str]]],
    why: list[list[str]],
    published: Collection[str],
) -> bool:
    """One round: decides what the areas that are sure by now can decide; True if it did."""
    article = _Article.of(options, published)
    changed = False
    for (_, places), run, reasons in zip(runs, options, why, strict=True):
        for k, own in enumerate(run):
            if len(own) < 2 or places[k].kind == "region" or reasons[k] == "contradicted":
                continue
            best = _best(own, article)
            if len(best) < len(own):
                run[k] = best
                reasons[k] = "article"
                changed = True
    return changed


def _best(own: Sequence[str], article: _Article) -> list[str]:
    scores = {code: _score(code, article) for code in own}
    top = max(scores.values())
    return [code for code in own if scores[code] > top - _MARGIN] if top > 0 else list(own)


def _score(code: str, article: _Article) -> float:
    """How much the article speaks for a candidate: itself, its parents, its parts, others of the same parent."""
    sure, parts = article.sure, article.parts
    score = _SELF * (sure[code] > 0) + _CHILD * (parts[code] > 0) + _PUBLISHER * (code in article.published)
    score += _MAYBE * (code in article.maybe_parts)
    for step, upper in enumerate(gazetteer.ancestors(code), 1):
        # The parent of a dong that is named five times speaks louder than one named once.
        score += _PARENT / step * (sure[upper] > 0) + 0.2 * min(sure[upper], 10)
        score += _SIBLING / step * (parts[upper] - parts[code] > 0) + 0.05 * min(parts[upper], 10)
        score += (_PUBLISHER * (upper in article.published) + _MAYBE * (upper in article.maybe)) / step
    return score


def _meaning(place: Place, own: Sequence[str], why: str) -> Meaning:
    if place.kind == "region":
        return Meaning("", tuple(own), 0.9)
    if len(own) != 1 or why == "contradicted":
        return Meaning("", tuple(own), 0.4)
    confidence = {"": 0.98, "beside": 0.97, "listed": 0.9, "article": 0.88}[why]
    written = {"full": 0.0, "bare": 0.04, "spelt": 0.06, "literal": 0.15}[place.kind]
    return Meaning(own[0], (), round(confidence - written, 3))
