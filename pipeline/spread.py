"""A run over a corpus that no machine holds: `dongne run s3://… -o s3://… --engine dask --parts 64`.

Each input file is a task. What its documents give is written beside the tables, sorted into buckets by the keys that later steps group by,
and each bucket of a step is a task that reads its bucket of all files:

| step | bucket by | gives |
|---|---|---|
| work | input file | what each document gives |
| pair | name of a document | Korean articles and their English versions |
| compare | piece of a text's sketch, fact of an area | articles that tell the same |
| link | entity id | rows of entities |
| write | document id | rows of all other tables |

Here only digests, pairs and joins are held. Tables are Parquet files, `OUT/mentions/part-00000.parquet` and so on; but for the
division into parts they are those of `run`. A run that is killed is continued by the same command.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from pipeline import manifest, register, remote
from pipeline.cluster import Clusters, Signature
from pipeline.engine import Pool, mapped
from pipeline.exchange import Buckets, Part, Place, Plan, places_of, records_in
from pipeline.link import described, entity
from pipeline.packing import pack, unpack
from pipeline.pairing import Pairs
from pipeline.read import read
from pipeline.records import Document, Reject
from pipeline.rows import mention_id
from pipeline.schema import Table, tables
from pipeline.settings import Settings
from pipeline.store import Cells, cells
from pipeline.tables import parquet
from pipeline.worked import Worked, join


@dataclass(frozen=True, slots=True)
class Linked:
    """A bucket of entities. rows: their number by table; found, referred: (table, key) of those that are there, and of those that
    they refer to; officials: the rows of officials."""

    rows: dict[str, int]
    found: list[tuple[str, str]]
    referred: list[tuple[str, str]]
    officials: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """A range of documents. rows: their number by table; mentions: by type; referred: (table, key) of entities."""

    rows: dict[str, int]
    mentions: dict[str, int]
    referred: list[tuple[str, str]]


Step = Callable[[Plan, Any], Any]
# A step over all its pieces of work: `step(plan, piece)` of each, in order.
Each = Callable[[Step, Iterable[Any]], list[Any]]


def spread(files: Sequence[Path], plan: Plan, workers: Pool) -> dict[str, Any]:
    """The tables of the articles in these files, at `plan.out`; gives their rows by table, and mentions by type."""

    def each(step: Step, pieces: Iterable[Any], lost: Callable[[Any], Any] | None = None) -> list[Any]:
        return [answer for _, answer in mapped(partial(step, plan), pieces, workers, lost=lost)]

    remote.remove(plan.exchange("tables"))
    twins = _twins([np.frombuffer(told, np.uint64) for told in each(_digests, files)])
    worked = each(_work, zip(range(len(files)), files, twins, strict=True), partial(_work, plan, workers=2))
    parts = [*worked, *_paired(plan, worked, each)]
    moved = _clustered(plan, parts, each)
    linked: list[Linked] = each(_link, enumerate(places_of(parts, "named", plan.parts)))
    findings = _across_articles(plan, parts, linked, each)
    written: list[Written] = each(
        _write, [(n, at, findings[n], moved) for n, at in enumerate(places_of(parts, "rows", plan.parts))]
    )
    rejects = [asdict(reject) for part in worked for reject in part.told]
    declared = {table.name: table for table in tables(plan.chosen())}
    _put(plan, declared["rejects"], 0, [cells(declared["rejects"], reject) for reject in rejects])
    rows = Counter({"rejects": len(rejects)})
    for counts in (*(one.rows for one in linked), *(one.rows for one in written), _describe(plan, linked, written)):
        rows.update(counts)
    for name in declared:
        remote.move(plan.exchange(f"tables/{name}"), f"{plan.out}/{name}")
    remote.remove(f"{plan.out}/.exchange")
    mentions = sum((Counter(one.mentions) for one in written), Counter[str]())
    return {"rows": {name: rows[name] for name in declared}, "mentions": dict(mentions)}


def _paired(plan: Plan, worked: Sequence[Part], each: Each) -> list[Part]:
    """What documents gave that waited for their other half: those without one, and those of a pair."""
    pairs = Pairs(sqlite3.connect(":memory:"))
    for candidates in each(_candidates, places_of(worked, "names", plan.parts)):
        for doc_id, place, called in candidates:
            pairs.add(doc_id, place, [called])
    halves = {half: number for number, pair in enumerate(pairs) for half in pair}
    settled: list[Part] = each(_settle, [(number, halves, part) for number, part in enumerate(worked)])
    return [*settled, *each(_join, enumerate(places_of(settled, "halves", plan.parts)))]


def _clustered(plan: Plan, parts: Sequence[Part], each: Each) -> dict[str, str]:
    """Letters of an article → its cluster, where that is another's."""
    clusters = Clusters(sqlite3.connect(":memory:"))
    edges = [*each(_alike, places_of(parts, "keys", plan.parts)), *(part.joined for part in parts)]
    for one, other in chain.from_iterable(edges):
        clusters.join(one, other)
    return clusters.moved()


def _across_articles(
    plan: Plan, parts: Sequence[Part], linked: Sequence[Linked], each: Each
) -> dict[int, list[dict[str, Any]]]:
    """The register's findings, by the range of their document."""
    officials = [row for one in linked for row in one.officials]
    rivals = register.rivals(sorted(officials, key=lambda row: row["official_id"]))
    ids = frozenset(official["official_id"] for holders in rivals for official in holders)
    places = places_of(parts, "named", plan.parts)
    there = [(ids, places[number]) for number in sorted({plan.bucket(f"official {one}") for one in ids})]
    findings: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for finding in register.findings(rivals, chain.from_iterable(each(_named, there))):
        findings[plan.range(finding["doc_id"])].append(finding)
    return findings


def _describe(plan: Plan, linked: Sequence[Linked], written: Sequence[Written]) -> dict[str, int]:
    """Writes the entities that are only referred to; gives their number by table."""
    referred = set(chain.from_iterable([*(one.referred for one in linked), *(one.referred for one in written)]))
    found = {end for one in linked for end in one.found}
    counts = {}
    for extractor in plan.chosen():
        if extractor.describe is not None and extractor.entity is not None:
            table = next(table for table in tables(plan.chosen()) if table.name == extractor.table)
            missing = sorted(key for name, key in referred - found if name == table.name)
            _put(plan, table, plan.parts, [cells(table, described(extractor, key)) for key in missing])
            counts[table.name] = len(missing)
    return counts


def _documents(settings: Settings, file: Path) -> Iterator[Document | Reject]:
    return read([file], settings.max_file_bytes, settings.encoding)


def _digests(plan: Plan, file: Path) -> bytes:
    """Eight bytes for each document of a file, the same for the same text."""
    return b"".join(
        bytes.fromhex(one.sha256[:12]) + b"\0\0" for one in _documents(plan.settings, file) if isinstance(one, Document)
    )


def _twins(digests: Sequence[np.ndarray]) -> list[dict[int, int]]:
    """For each file the documents, by their number there, whose text came before: which copy it is, as `read` counts them."""
    every = np.concatenate(digests) if digests else np.empty(0, np.uint64)
    order = np.argsort(every, kind="stable")
    same = np.flatnonzero(every[order][1:] == every[order][:-1]) + 1
    copies: dict[int, int] = {}
    for at in same.tolist():
        copies[int(order[at])] = copies.get(int(order[at - 1]), 1) + 1
    ends = np.cumsum([len(of_file) for of_file in digests])
    of_files: list[dict[int, int]] = [{} for _ in digests]
    for place, copy in copies.items():
        number = int(np.searchsorted(ends, place, side="right"))
        of_files[number][place - int(ends[number]) + len(digests[number])] = copy
    return of_files


def _work(plan: Plan, given: tuple[int, Path, dict[int, int]], workers: int = 1) -> Part:
    """What the documents of a file give; what has been worked out is taken from the exchange.

    workers: more than one, where a document of the file killed the task: then that document alone is lost.
    """
    number, file, twins = given
    made_of = f"{manifest.digest(file)} {file.as_posix()} {number} {sorted(twins.items())}"
    file_name = f"work-{hashlib.sha256(made_of.encode('utf-8', 'surrogateescape')).hexdigest()[:16]}"
    if (kept := remote.there(plan.exchange(f"{file_name}.part"))) is not None:
        part: Part = unpack(kept)
        return part
    buckets, rejects = Buckets(plan), list[Reject]()
    work = partial(plan.work, plan.extractors, plan.settings, plan.made_with)
    lost = partial(plan.lost, plan.extractors)
    documents = _with_ids(_documents(plan.settings, file), twins, rejects)
    for place, (document, packed) in enumerate(mapped(work, documents, workers, lost=lost)):
        gave: Worked = unpack(packed)
        for called in gave.names:
            record = (document.doc_id, (number << 32) + place, called)
            buckets.add("names", plan.bucket(" ".join(called[1:])), record)
        if gave.names:
            buckets.add("waiting", 0, (document.doc_id, packed))
        else:
            buckets.take(gave)
    part = buckets.leave(file_name, rejects)
    remote.write(plan.exchange(f"{file_name}.part"), pack(part))
    return part


def _with_ids(
    everything: Iterable[Document | Reject], twins: dict[int, int], rejects: list[Reject]
) -> Iterator[Document]:
    """The documents of a file by their ids in the corpus; what could not be read is put to the rejects."""
    place = 0
    for one in everything:
        if isinstance(one, Reject):
            rejects.append(one)
            continue
        yield replace(one, doc_id=one.sha256[:12] + (f"-{twins[place]}" if place in twins else ""))
        place += 1


def _candidates(plan: Plan, places: Sequence[Place]) -> list[tuple[str, int, tuple[str, str, str]]]:
    """Documents with a name that one in the other language has too."""
    of: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for record in records_in(places):
        of[record[2][1:]].append(record)
    return [record for group in of.values() if len({r[2][0] for r in group}) > 1 for record in group]


def _settle(plan: Plan, given: tuple[int, dict[str, int], Part]) -> Part:
    """Documents of a file that waited for their other half: those that have one go to the bucket of their pair."""
    number, halves, part = given
    buckets = Buckets(plan)
    for doc_id, packed in records_in([part.places["waiting", 0]] if ("waiting", 0) in part.places else []):
        if doc_id in halves:
            buckets.add("halves", halves[doc_id] % plan.parts, (halves[doc_id], packed))
        else:
            buckets.take(unpack(packed))
    return buckets.leave(f"settle-{number}")


def _join(plan: Plan, given: tuple[int, Sequence[Place]]) -> Part:
    """Both halves of each pair of a bucket."""
    number, places = given
    buckets, of, edges = Buckets(plan), defaultdict(list), []
    for pair, packed in records_in(places):
        of[pair].append(unpack(packed))
    for pair in sorted(of):
        korean, english = sorted(of[pair], key=lambda half: half.names[0][0] == "en")
        edges.append((korean.signature.letters, english.signature.letters))
        for one in join(korean, english, plan.chosen()):
            buckets.take(one)
    return buckets.leave(f"join-{number}", joined=edges)


def _alike(plan: Plan, places: Sequence[Place]) -> list[tuple[str, str]]:
    """Articles that share a key of this bucket and tell the same."""
    with closing(sqlite3.connect(":memory:")) as database:
        clusters = Clusters(database)
        for told, some in records_in(places):
            clusters.add(Signature(*told), some)
        return list(clusters.compare())


def _link(plan: Plan, given: tuple[int, Sequence[Place]]) -> Linked:
    """Writes the entities of a bucket."""
    number, places = given
    by_type = {e.type: e for e in plan.chosen()}
    declared = {table.name: table for table in tables(plan.chosen())}
    named: defaultdict[tuple[str, str], list[bytes]] = defaultdict(list)
    for type, entity_id, packed in records_in(places):
        named[type, entity_id].append(packed)
    rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    found, referred = [], set()
    for (type, entity_id), group in sorted(named.items()):
        rows[by_type[type].table].append(entity(by_type[type], [unpack(packed) for packed in group]))
        if by_type[type].describe is not None:
            found.append((by_type[type].table, entity_id))
    for name, of_table in rows.items():
        made = [cells(declared[name], row) for row in of_table]
        _put(plan, declared[name], number, made)
        referred |= _referred(declared[name], made)
    counts = {name: len(of_table) for name, of_table in rows.items()}
    return Linked(counts, found, sorted(referred), rows.get("officials", []))


def _named(plan: Plan, given: tuple[frozenset[str], Sequence[Place]]) -> list[tuple[str, str, str, str]]:
    """Official, document, first mention there and day, of these officials."""
    ids, places = given
    told = []
    for type, entity_id, packed in records_in(places):
        if type == "official" and entity_id in ids:
            one = unpack(packed)
            first = min(mention_id(one.doc_id, mention) for mention in one.mentions)
            told.append((entity_id, one.doc_id, first, one.published.isoformat() if one.published else ""))
    return told


def _write(plan: Plan, given: tuple[int, Sequence[Place], list[dict[str, Any]], dict[str, str]]) -> Written:
    """Writes a range of documents in all their tables."""
    number, places, findings, moved = given
    rows: defaultdict[str, list[Cells]] = defaultdict(list)
    declared = {table.name: table for table in tables(plan.chosen())}
    cluster = declared["documents"].names.index("cluster_id")
    for letters, of_tables in records_in(places):
        for name, some in of_tables.items():
            rows[name] += some
        if letters in moved:
            row = rows["documents"][-1]
            rows["documents"][-1] = (*row[:cluster], moved[letters], *row[cluster + 1 :])
    rows["findings"] += [cells(declared["findings"], finding) for finding in findings]
    for name, some in rows.items():
        _put(plan, declared[name], number, some)
    type = declared["mentions"].names.index("type")
    referred = {key for name, some in rows.items() for key in _referred(declared[name], some)}
    counts = {name: len(some) for name, some in rows.items()}
    return Written(counts, dict(Counter(row[type] for row in rows["mentions"])), sorted(referred))


def _referred(table: Table, rows: Sequence[Cells]) -> set[tuple[str, str]]:
    """Tables and keys that these rows refer to, but for the tables that every run has."""
    at = [
        (n, c.references)
        for n, c in enumerate(table.columns)
        if c.references not in ("", "documents", "segments", "mentions")
    ]
    return {(target, row[n]) for row in rows for n, target in at if row[n] is not None}


def _put(plan: Plan, table: Table, number: int, rows: list[Cells]) -> None:
    """A part of a table, sorted by its key."""
    if rows:
        key = table.names.index(table.key)
        data = parquet(table, sorted(rows, key=lambda row: row[key]))
        remote.write(plan.exchange(f"tables/{table.name}/part-{number:05}.parquet"), data)
