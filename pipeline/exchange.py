"""What the tasks of a spread run leave for each other: files beside the tables, sorted into buckets by key.

A task leaves one file, in which each bucket of each kind is a run of bytes; the task of a bucket reads its run in the files of all.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from pipeline import registry, remote, resources
from pipeline.cluster import keys
from pipeline.contract import Extractor
from pipeline.packing import pack, unpack
from pipeline.records import Reject
from pipeline.settings import Settings
from pipeline.worked import Worked

# Kind of what lies in a bucket, and its number.
Bucket = tuple[str, int]
# A piece of a file: its path, first byte, and length.
Place = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Part:
    """What a task left in the exchange: where each bucket lies. told: what could not be read; joined: articles that are one."""

    places: dict[Bucket, Place]
    told: Sequence[Reject] = ()
    joined: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What all tasks know. work: (types, settings, made_with, document) → packed `Worked`; lost: (types, document) → that of
    a document which kills its process."""

    extractors: tuple[str, ...]
    settings: Settings
    made_with: str
    out: str
    parts: int
    work: Callable[..., bytes]
    lost: Callable[..., bytes]

    def bucket(self, key: str | bytes) -> int:
        """Of any key but a document's."""
        told = key if isinstance(key, bytes) else key.encode("utf-8", "surrogatepass")
        return int.from_bytes(hashlib.blake2b(told, digest_size=4).digest(), "big") % self.parts

    def range(self, doc_id: str) -> int:
        """Of a document: ids of one bucket come before those of the next."""
        return int(doc_id[:4], 16) * self.parts >> 16

    def exchange(self, name: str) -> str:
        """A file of the exchange, which no other code, settings or number of parts share."""
        with_all = hashlib.sha256(f"{self.made_with} {self.parts}".encode()).hexdigest()[:16]
        return f"{self.out}/.exchange/{with_all}/{name}"

    def chosen(self) -> list[Extractor]:
        resources.use(self.settings.extensions)
        return [e for e in registry.all_extractors() if e.type in self.extractors]


class Buckets:
    """What a task sorts, packed piece by piece, and then leaves in one file of the exchange."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._of: defaultdict[Bucket, list[bytes]] = defaultdict(list)

    def add(self, kind: str, number: int, record: object) -> None:
        self._of[kind, number].append(pack(record))

    def take(self, one: Worked) -> None:
        """All that a document gave."""
        plan = self._plan
        self.add("rows", plan.range(one.doc_id), (one.signature.letters, one.rows))
        for type, entity_id, packed in one.named:
            self.add("named", plan.bucket(f"{type} {entity_id}"), (type, entity_id, packed))
        of_keys: defaultdict[int, list[bytes]] = defaultdict(list)
        for key in keys(one.signature):
            of_keys[plan.bucket(key)].append(key)
        for number, some in of_keys.items():
            self.add("keys", number, (astuple(one.signature), some))

    def leave(self, name: str, told: Sequence[Reject] = (), joined: Sequence[tuple[str, str]] = ()) -> Part:
        path, places, at, every = self._plan.exchange(name), {}, 0, []
        for bucket, records in sorted(self._of.items()):
            packed = pack(records)
            places[bucket] = (path, at, len(packed))
            at += len(packed)
            every.append(packed)
        remote.write(path, b"".join(every))
        return Part(places, told, joined)


def records_in(places: Iterable[Place]) -> Iterator[Any]:
    """The records that lie at these places."""
    for path, start, length in places:
        for record in unpack(remote.piece(path, start, length)):
            yield unpack(record)


def places_of(parts: Sequence[Part], kind: str, number: int) -> list[list[Place]]:
    """The places of each bucket of a kind."""
    return [[part.places[kind, n] for part in parts if (kind, n) in part.places] for n in range(number)]
