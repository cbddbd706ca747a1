"""One press release in ten papers: which articles tell the same, by their letters, or in two languages by their facts.

Two articles share a cluster when most of the shorter one's text stands in the longer one (MinHash over shingles), or,
in different languages, when most of the facts of the poorer one (sums, days, officials) stand in the other, and they
are about one area. Where both name sums and share less than half of them, or both name days and share none, they are
two (a monthly notice in the same words). Articles are compared only where they share a key: part of their text's sketch, or,
across languages, a fact with one of the areas they name most.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
from datasketch import MinHash

from pipeline.grammar.places.gazetteer import ancestors, areas
from pipeline.records import Extraction, Mention

# 64 permutations in 21 bands of 3: articles of which a third is alike meet with a probability of over one half.
_PERMUTATIONS, _BANDS, _ROWS = 64, 21, 3
# Syllables and letters of a shingle: Korean writes words with particles, so its shingles are shorter than a word.
_SHINGLE_KO, _SHINGLE_EN = 5, 12
_FEWEST_SHINGLES = 40
# Shares of the shorter article's text, of the poorer one's facts, and of its sums, that must stand in the other; set by
# hand and tried on articles written for it, not measured on a corpus.
_SAME_TEXT, _SAME_FACTS, _SAME_SUMS = 0.6, 0.6, 0.5
_FEWEST_FACTS = 3
# So many days a notice names beside that of its printing; so many areas stand for an article.
_FEWEST_DAYS, _MOST_AREAS = 2, 3
_LEAST_SUM = 10_000
_SPACES = re.compile(r"(?<!\d)\W+|\W+(?!\d)")  # points and commas between digits stay: 1.5억 is not 15억
_HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Signature:
    """What an article is compared by. `letters`: hash of its whole text; `hashes`: of its shingles (`n_shingles` of them)."""

    letters: str
    hashes: np.ndarray | None
    n_shingles: int
    languages: frozenset[str]
    sums: frozenset[str]
    days: frozenset[str]
    facts: frozenset[str]
    areas: frozenset[str]


class Clusters:
    """Takes articles one by one and tells their clusters at the end, whatever the order they came in."""

    def __init__(self) -> None:
        self._letters: dict[str, str] = {}
        self._translations: list[tuple[str, str]] = []
        self._signatures: dict[str, Signature] = {}

    def add(self, found: Extraction) -> None:
        """Takes what one article gave."""
        signature = _signature(found)
        self._letters[found.document.doc_id] = signature.letters
        if found.original:
            self._translations.append((found.document.doc_id, found.original))
        self._signatures.setdefault(signature.letters, signature)

    def ids(self) -> dict[str, str]:
        """doc_id → cluster_id: the least hash of the texts of its cluster."""
        parents = {letters: letters for letters in self._signatures}

        def root(letters: str) -> str:
            while parents[letters] != letters:
                parents[letters] = letters = parents[parents[letters]]
            return letters

        def join(one: str, other: str) -> None:
            least, larger = sorted((root(one), root(other)))
            parents[larger] = least

        for translation, original in self._translations:
            join(self._letters[translation], self._letters[original])
        for one, other in self._pairs():
            if root(one) != root(other) and _tell_the_same(self._signatures[one], self._signatures[other]):
                join(one, other)
        return {doc_id: root(letters) for doc_id, letters in self._letters.items()}

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Texts that share a key; by facts only those of different languages."""
        texts: defaultdict[bytes, list[str]] = defaultdict(list)
        facts: defaultdict[tuple[str, str], dict[frozenset[str], list[str]]] = defaultdict(dict)
        for letters, signature in sorted(self._signatures.items()):
            for band in _bands(signature):
                texts[band].append(letters)
            for key in product(signature.areas, signature.sums or signature.facts):
                facts[key].setdefault(signature.languages, []).append(letters)
        for group in texts.values():
            yield from combinations(group, 2)
        for by_language in facts.values():
            for (one, left), (other, right) in combinations(by_language.items(), 2):
                if one.isdisjoint(other):
                    yield from product(left, right)


def _signature(found: Extraction) -> Signature:
    whole = _folded(found.document.text)
    letters = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest() if whole else found.document.doc_id
    text = _folded(_without_noise(found))
    korean = len(_HANGUL.findall(text[:2000])) * 3 > len(text[:2000])
    size = _SHINGLE_KO if korean else _SHINGLE_EN
    shingles = {text[i : i + size] for i in range(len(text) - size + 1)}
    hashes = None
    if len(shingles) >= _FEWEST_SHINGLES:
        sketch = MinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in sorted(shingles)])
        hashes = sketch.hashvalues
    sums, days, people = _facts(found.mentions)
    towns = Counter(_towns(found.mentions))
    return Signature(
        letters[:12],
        hashes,
        len(shingles),
        frozenset(segment.lang for segment in found.segments),
        sums,
        days,
        sums | days | people,
        frozenset(sorted(towns, key=lambda code: (-towns[code], code))[:_MOST_AREAS]),
    )


def _folded(text: str) -> str:
    return _SPACES.sub("", unicodedata.normalize("NFC", text).casefold())


def _without_noise(found: Extraction) -> str:
    """The text without what cleaning took away: papers differ in it."""
    text, pieces, at = found.document.text, [], 0
    for noise in sorted(found.noise, key=lambda noise: noise.start):
        if not noise.replacement and noise.start >= at:
            pieces.append(text[at : noise.start])
            at = noise.end
    return "".join((*pieces, text[at:]))


def _facts(mentions: Iterable[Mention]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Sums in won, days, and officials: what a translation leaves as it is."""
    sums, days, people = set(), set(), set()
    for mention in mentions:
        row = mention.row
        if mention.type == "amount" and (getattr(row, "value_krw", None) or 0) >= _LEAST_SUM:
            sums.add(f"won {row.value_krw}")
        elif mention.type == "date" and getattr(row, "granularity", "") == "day" and row.start:
            days.add(f"day {row.start} {row.end}")
        elif mention.type == "official" and mention.entity_id:
            people.add(mention.entity_id)
    return frozenset(sums), frozenset(days), frozenset(people)


def _towns(mentions: Iterable[Mention]) -> Iterator[str]:
    """The 시군구 and 시도 that are named."""
    for mention in mentions:
        if mention.type == "district" and mention.entity_id in areas():
            line = (mention.entity_id, *ancestors(mention.entity_id))
            yield next((code for code in line if areas()[code].level == "sigungu"), line[-1])


def _bands(signature: Signature) -> Iterator[bytes]:
    """Pieces of a text's sketch: texts that are alike share one."""
    if signature.hashes is not None:
        for band in range(_BANDS):
            yield bytes([band]) + signature.hashes[band * _ROWS : (band + 1) * _ROWS].tobytes()


def _tell_the_same(a: Signature, b: Signature) -> bool:
    if a.sums and b.sums and _share(a.sums, b.sums) < _SAME_SUMS:
        return False
    if min(len(a.days), len(b.days)) >= _FEWEST_DAYS and a.days.isdisjoint(b.days):
        return False
    if a.languages & b.languages:
        return _shared_text(a, b) >= _SAME_TEXT
    both = a.facts & b.facts
    return (
        len(both) >= _FEWEST_FACTS
        and _share(a.facts, b.facts) >= _SAME_FACTS
        and not a.areas.isdisjoint(b.areas)
        and (bool(a.sums & b.sums) or not (a.sums or b.sums))
    )


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    """How much of the smaller set stands in the other."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _shared_text(a: Signature, b: Signature) -> float:
    """The estimated share of the shorter text's shingles that stand in the longer."""
    if a.hashes is None or b.hashes is None:
        return 0.0
    alike = float(np.mean(a.hashes == b.hashes))
    both = alike / (1 + alike) * (a.n_shingles + b.n_shingles)
    return both / min(a.n_shingles, b.n_shingles)
