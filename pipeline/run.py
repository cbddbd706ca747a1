"""A run over a corpus: files ─ read ─ (the flow of each document) ─ pairs ─ clusters ─ (link by key) ─ register ─ tables."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline import corrections, manifest, register, remote
from pipeline.cache import Cache
from pipeline.contract import Extractor
from pipeline.engine import Pool, mapped, pool
from pipeline.errors import PipelineError, SettingsError
from pipeline.flow import load_models, lost, prepared, work
from pipeline.link import described, entity
from pipeline.packing import unpack
from pipeline.pairing import Pairs
from pipeline.read import list_files, read
from pipeline.records import Document, Reject
from pipeline.schema import tables
from pipeline.settings import Settings
from pipeline.store import Store

if TYPE_CHECKING:
    from pipeline.worked import Worked


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did. mentions: by type. unchanged: the tables were up to date and nothing was done. unused: corrections
    that fit nothing, a sentence each."""

    out: Path
    documents: int
    rejects: int
    findings: int
    mentions: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0
    unchanged: bool = False
    unused: tuple[str, ...] = ()


def run(
    inputs: Iterable[Path | str],
    out: Path | str,
    settings: Settings | None = None,
    progress: Callable[[int, int], None] | None = None,
    if_changed: bool = False,
) -> Summary:
    """Reads files and folders and leaves the tables in `out`.

    progress: called with (files done, files in all). if_changed: do nothing where `out` already holds the tables of
    the same inputs, settings and version. Raises PipelineError where an input does not exist or `out` cannot be
    written; what cannot be read is a row of rejects.
    """
    # pandas and Arrow take a second to load, which `process` does not need
    from pipeline.tables import STORE, write, writing

    started = time.monotonic()
    settings = settings or Settings()
    given, out = [Path(path) for path in inputs], Path(out)
    _refuse_overlap(given, out)
    everything = prepared(settings)
    unknown = set(settings.without) - {e.type for e in everything}
    if unknown:
        raise SettingsError(f"without names no extractor: {', '.join(sorted(map(str, unknown)))}")
    chosen = [e for e in everything if e.type not in settings.without]
    if settings.parts:
        return _spread(given, out, settings, chosen)
    if where := remote.address(out):
        done = run(inputs, remote.made_in(where), settings, progress, if_changed)
        remote.send(done.out, where)
        return replace(done, out=Path(where))

    paths = list_files(given)
    made_of = manifest.fingerprint(paths, settings)
    if if_changed and (about := manifest.unchanged(out, made_of)) is not None:
        return replace(_summary(out, about), unchanged=True, seconds=time.monotonic() - started)

    load_models(settings.models)
    asked_for = settings.corrections != Settings().corrections
    corrected = corrections.load(Path(settings.corrections), must_exist=asked_for)

    def told(one: Document | Reject) -> None:
        if progress is not None:
            sources.add(one.source.split("#")[0])
            progress(len(sources), len(paths))

    sources: set[str] = set()
    with writing(out) as scratch, closing(Store(scratch / STORE, tables(chosen))) as store:
        with (
            closing(Cache(out, manifest.made_with(settings))) as cache,
            closing(pool(settings.workers, settings.engine, settings.scheduler)) as workers,
        ):
            read_in = _documents(read(given, settings.max_file_bytes, settings.encoding), store, told)
            _work_on(read_in, chosen, settings, workers, cache, store)
            cache.prune()
        _link(chosen, store)
        unused = corrections.apply(store, corrected)
        store.add_rows("findings", _across_articles(store))
        rows = {name: store.count(name) for name in store.tables}
        mentions = store.database.execute("SELECT type, count(*) FROM mentions GROUP BY type")
        about = manifest.about(made_of, settings, rows, dict(mentions), chosen)
        write(store, scratch, out, about)
    fits_nothing = tuple(
        f"{one.where}: {one.action} {one.text or one.value!r} fits nothing in this run" for one in unused
    )
    return replace(_summary(out, about), seconds=time.monotonic() - started, unused=fits_nothing)


def _spread(given: Sequence[Path], out: Path, settings: Settings, chosen: Sequence[Extractor]) -> Summary:
    """A run over a corpus that no machine holds."""
    from pipeline.exchange import Plan
    from pipeline.spread import spread

    started = time.monotonic()
    load_models(settings.models)
    if corrections.load(Path(settings.corrections)):
        raise SettingsError(f"corrections ({settings.corrections}) are for runs without parts; leave out one of them")
    where = remote.address(out) or str(out.resolve())
    plan = Plan(
        tuple(e.type for e in chosen), settings, manifest.made_with(settings), where, settings.parts, work, lost
    )
    with closing(pool(settings.workers, settings.engine, settings.scheduler)) as workers:
        counts = spread(list_files(given), plan, workers)
    made_of = manifest.fingerprint(list_files(given), settings)
    about = manifest.about(made_of, settings, counts["rows"], counts["mentions"], chosen)
    remote.write(f"{where}/run.json", json.dumps(about, ensure_ascii=False, indent=2).encode())
    return replace(_summary(out, about), seconds=time.monotonic() - started)


def _documents(
    everything: Iterable[Document | Reject], store: Store, told: Callable[[Document | Reject], None]
) -> Iterator[Document]:
    """The documents; what could not be read becomes a row of rejects."""
    for one in everything:
        told(one)
        if isinstance(one, Reject):
            store.add_rows("rejects", [asdict(one)])
        else:
            yield one


def _work_on(
    documents: Iterable[Document],
    chosen: Sequence[Extractor],
    settings: Settings,
    workers: Pool,
    cache: Cache,
    store: Store,
) -> None:
    """What each document gives, into the store; what an earlier run came to is not worked out again."""
    from pipeline.cluster import Clusters, keys
    from pipeline.worked import join

    types, clusters, pairs = tuple(e.type for e in chosen), Clusters(store.database), Pairs(store.database)
    do = partial(work, types, settings, cache.made_with)
    store.database.execute("CREATE TABLE _named (type TEXT, entity_id TEXT, doc_id TEXT, named BLOB)")
    store.database.execute("CREATE TABLE _waiting (doc_id TEXT PRIMARY KEY, packed BLOB)")

    def take(one: Worked) -> None:
        clusters.add(one.signature, keys(one.signature))
        for name, rows in one.rows.items():
            store.add(name, rows)
        named = [(type, entity_id, one.doc_id, packed) for type, entity_id, packed in one.named]
        store.database.executemany("INSERT INTO _named VALUES (?, ?, ?, ?)", named)

    def waiting(doc_id: str) -> Worked:
        found = store.database.execute("DELETE FROM _waiting WHERE doc_id = ? RETURNING packed", (doc_id,))
        half: Worked = unpack(found.fetchone()[0])
        return half

    answers = mapped(do, documents, workers, cache.get, partial(lost, types))
    for place, (document, packed) in enumerate(answers):
        one: Worked = unpack(packed)
        if not one.failed:
            cache.put(document, packed)
        if one.names:
            pairs.add(one.doc_id, place, one.names)
            store.database.execute("INSERT INTO _waiting VALUES (?, ?)", (one.doc_id, packed))
        else:
            take(one)
    for pair in pairs:
        korean, english = map(waiting, pair)
        clusters.join(korean.signature.letters, english.signature.letters)
        for one in join(korean, english, chosen):
            take(one)
    for (packed,) in store.database.execute("SELECT packed FROM _waiting"):
        take(unpack(packed))
    store.database.execute("CREATE INDEX documents_cluster ON documents (cluster_id)")
    store.flush()
    for _ in clusters.compare():
        pass
    moved = [(cluster, letters) for letters, cluster in clusters.moved().items()]
    store.database.executemany("UPDATE documents SET cluster_id = ? WHERE cluster_id = ?", moved)


def _link(chosen: Sequence[Extractor], store: Store) -> None:
    """The rows of entities: a group-by on their ids. Those that are only referred to come too, described."""
    for extractor in chosen:
        if extractor.link is not None:
            reading = store.database.cursor()
            reading.execute(
                "SELECT entity_id, named FROM _named WHERE type = ? ORDER BY entity_id, doc_id", (extractor.type,)
            )
            for _, group in groupby(reading, key=itemgetter(0)):
                store.add_rows(extractor.table, [entity(extractor, [unpack(packed) for _, packed in group])])
    store.flush()
    for extractor in chosen:
        if extractor.describe is not None and extractor.entity is not None:
            store.add_rows(extractor.table, [described(extractor, code) for code in store.missing(extractor.table)])


def _across_articles(store: Store) -> list[dict[str, Any]]:
    """The register's findings."""
    if "officials" not in store.tables:
        return []
    rivals = register.rivals(store.rows("SELECT * FROM officials ORDER BY official_id"))
    ids = [(official["official_id"],) for holders in rivals for official in holders]
    store.database.execute("CREATE TEMP TABLE rivals (official_id TEXT PRIMARY KEY)")
    store.database.executemany("INSERT INTO rivals VALUES (?)", ids)
    named = store.database.execute(
        "SELECT entity_id, m.doc_id, min(mention_id), coalesce(published, '') FROM mentions m JOIN documents USING (doc_id)"
        " WHERE type = 'official' AND entity_id IN (SELECT official_id FROM rivals) GROUP BY entity_id, m.doc_id"
    )
    return register.findings(rivals, named)


def _refuse_overlap(inputs: Sequence[Path], out: Path) -> None:
    """Raises PipelineError where the tables would be written among the articles, or the articles lie among the tables."""
    target = _real(out)
    for path in inputs:
        real = _real(path)
        if target == real or target.startswith(f"{real}/") or real.startswith(f"{target}/"):
            raise PipelineError(
                f"the tables in {out} would mix with the articles in {path}; give another folder with -o"
            )


def _real(path: Path) -> str:
    """Where a path leads, `/` between its parts, or an address."""
    # Unlike Path.resolve, realpath bears a link to itself.
    return (remote.address(path) or Path(os.path.realpath(path)).as_posix()).rstrip("/")


def _summary(out: Path, about: dict[str, Any]) -> Summary:
    rows = about["rows"]
    return Summary(out, rows["documents"], rows["rejects"], rows["findings"], about["mentions"])
