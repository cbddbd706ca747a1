"""One press release in ten papers: which articles tell the same, by their letters, or in two languages by their facts.

Two articles share a cluster when most of the shorter one's text stands in the longer one (MinHash over shingles), or,
in different languages, when most of the facts of the poorer one (sums, days, officials) stand in the other, and they
are about one area. Where both name sums and share less than half of them, or both name days and share none, they are
two (a monthly notice in the same words). Articles are compared only where they share a key: part of their text's sketch, or,
across languages, a fact with one of the areas they name most.
"""

from __future__ import annotations

import hashlib
import pickle
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from functools import cache, lru_cache
from itertools import groupby, product
from operator import itemgetter
from typing import TypeVar
from zlib import crc32

import numpy as np
from datasketch import MinHash

from pipeline.grammar.places.gazetteer import ancestors, areas
from pipeline.grammar.regex import regex
from pipeline.records import Extraction, Mention

T = TypeVar("T")

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
# The first byte of the keys of facts; those of a text's sketch begin with the number of their band.
_BY_FACTS = b"\xff"
# So many articles that share a key are all compared with each other; of more each with so many that follow it.
_SMALL_GROUP, _REACH = 60, 20
_KEPT = 5_000
_SPACES = regex(r"(?<!\d)\W+|\W+(?!\d)")  # points and commas between digits stay: 1.5억 is not 15억
_HANGUL = regex("[가-힣]")


@dataclass(frozen=True, slots=True)
class Signature:
    """What an article is compared by. letters: hash of its whole text; hashes: of its shingles (`n_shingles` of them; empty:
    too few)."""

    letters: str
    hashes: bytes
    n_shingles: int
    languages: frozenset[str]
    sums: frozenset[str]
    days: frozenset[str]
    facts: frozenset[str]
    areas: frozenset[str]


class Clusters:
    """Takes articles' signatures one by one and tells their clusters at the end, whatever the order they came in.

    They lie in tables of their own in the database that is given, grouped by the keys that articles share.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE _signatures (letters TEXT PRIMARY KEY, signature BLOB) WITHOUT ROWID")
        database.execute("CREATE TABLE _keys (key BLOB, languages TEXT, facts BLOB, letters TEXT)")
        self._parents: dict[str, str] = {}
        self._signature = lru_cache(_KEPT)(self._read)

    def add(self, signature: Signature, keys: Iterable[bytes]) -> None:
        """Takes an article and its `keys`, or some of them; one whose letters are known tells nothing new."""
        packed = pickle.dumps(astuple(signature), protocol=5)
        done = self._database.execute("INSERT OR IGNORE INTO _signatures VALUES (?, ?)", (signature.letters, packed))
        if done.rowcount:
            facts, languages = _digest(*sorted(signature.sums | signature.days)), "+".join(sorted(signature.languages))
            rows = [(key, languages, facts, signature.letters) for key in keys]
            self._database.executemany("INSERT INTO _keys VALUES (?, ?, ?, ?)", rows)

    def join(self, one: str, other: str) -> None:
        """Puts two articles, by their letters, into one cluster."""
        least, larger = sorted((self._root(one), self._root(other)))
        if least != larger:
            self._parents[larger] = least

    def compare(self) -> Iterator[tuple[str, str]]:
        """Joins the articles that tell the same, and gives each two that it joins."""
        for one, other in self._pairs():
            if self._root(one) != self._root(other) and _tell_the_same(self._signature(one), self._signature(other)):
                self.join(one, other)
                yield one, other

    def moved(self) -> dict[str, str]:
        """letters → cluster_id, the least letters of the cluster, where that is another's."""
        return {letters: self._root(letters) for letters in sorted(self._parents)}

    def _root(self, letters: str) -> str:
        while (parent := self._parents.get(letters, letters)) != letters:
            self._parents[letters] = self._parents.get(parent, parent)
            letters = parent
        return letters

    def _read(self, letters: str) -> Signature:
        (packed,) = self._database.execute("SELECT signature FROM _signatures WHERE letters = ?", (letters,)).fetchone()
        return Signature(*pickle.loads(packed))

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """Texts that share a key; by facts only those of different languages."""
        reading = self._database.cursor()
        reading.execute("SELECT key, languages, letters FROM _keys ORDER BY key, facts, letters")
        for key, rows in groupby(reading, key=itemgetter(0)):
            group = [(frozenset(languages.split("+")), letters) for _, languages, letters in rows]
            for (spoken, one), (other_spoken, other) in _neighbours(group):
                if key[:1] != _BY_FACTS or spoken.isdisjoint(other_spoken):
                    yield one, other


def _neighbours(group: list[T]) -> Iterator[tuple[T, T]]:
    """All pairs of a small group; of a large one each with the next few, as those with the same facts stand together."""
    reach = len(group) if len(group) <= _SMALL_GROUP else _REACH
    for index, one in enumerate(group):
        for other in group[index + 1 : index + 1 + reach]:
            yield one, other


def signature(found: Extraction) -> Signature:
    """What an article is compared by."""
    whole = _folded(found.document.text)
    letters = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest() if whole else found.document.doc_id
    text = _folded(_without_noise(found))
    korean = len(_HANGUL.findall(text[:2000])) * 3 > len(text[:2000])
    size = _SHINGLE_KO if korean else _SHINGLE_EN
    shingles = {text[i : i + size] for i in range(len(text) - size + 1)}
    hashes = b""
    if len(shingles) >= _FEWEST_SHINGLES:
        sketch = _empty_sketch().copy()
        sketch.update_batch([shingle.encode("utf-8", "surrogatepass") for shingle in shingles])
        hashes = sketch.hashvalues.tobytes()
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


@cache
def _empty_sketch() -> MinHash:
    """Its permutations take longer to make than a sketch of an article; a checksum tells shingles apart as well as a digest."""
    return MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=crc32)


def keys(signature: Signature) -> list[bytes]:
    """What an article shares with those that may tell the same."""
    return [*_bands(signature), *_facts_of_areas(signature)]


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
    width = _ROWS * 8
    for band in range(_BANDS if signature.hashes else 0):
        yield bytes([band]) + hashlib.blake2b(signature.hashes[band * width :][:width], digest_size=8).digest()


def _facts_of_areas(signature: Signature) -> Iterator[bytes]:
    """A fact with one of the article's areas: what texts in two languages share."""
    for area, fact in product(sorted(signature.areas), sorted(signature.sums or signature.facts)):
        yield _BY_FACTS + _digest(area, fact)


def _digest(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()


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
    if not (a.hashes and b.hashes):
        return 0.0
    alike = float(np.mean(np.frombuffer(a.hashes, np.uint64) == np.frombuffer(b.hashes, np.uint64)))
    both = alike / (1 + alike) * (a.n_shingles + b.n_shingles)
    return both / min(a.n_shingles, b.n_shingles)
