"""The flow: the only place that knows the order of the stages.

files ─ read ─ clean ─ segment ─ extract ─ normalise ─ relate ─ crosscheck ─ (link by key) ─ register ─ tables
"""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from pipeline import corrections, languages, manifest, register, registry, resources
from pipeline.clean import clean, noise_patterns
from pipeline.contract import Extractor, failure
from pipeline.crosscheck import crosscheck
from pipeline.engine import mapped
from pipeline.errors import PipelineError, SettingsError
from pipeline.extract import extract
from pipeline.link import Linker
from pipeline.normalise import normalise
from pipeline.pairing import paired
from pipeline.read import list_files, read, read_text
from pipeline.records import Document, Extraction, Mention, Reject
from pipeline.relate import relate
from pipeline.rows import Collector
from pipeline.schema import tables
from pipeline.segment import segment
from pipeline.settings import Models, Settings
from pipeline.translation import compare_segments
from pipeline.view import View

T = TypeVar("T")

_NO_MODELS = Models()


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


def process(
    text: str,
    published: datetime.date | str | None = None,
    title: str = "",
    lang: str | None = None,
    extractors: Sequence[Extractor] | None = None,
    models: Models = _NO_MODELS,
) -> Extraction:
    """One article's mentions, relations and findings. Nothing is written.

    published: the day of publication, which relative dates count from (a date or ISO text; None: read from a byline in
    the text, else unknown). lang: `ko` or `en` where known (None: told from the script). extractors: others than all. models:
    trained spaCy pipelines to ask for persons. Raises ValueError for a day that is no ISO date, and for another language,
    SettingsError for a model that is not there.

    >>> found = process("정용래 유성구청장은 31일 상금 100만원을 기탁했다.", published="2021-05-31")
    >>> [m.row.value_krw for m in found.mentions if m.type == "amount"]
    [1000000]
    """
    if lang not in (None, "", "ko", "en"):
        raise ValueError(f"lang is {lang!r}; want ko or en, or None where it is not known")
    document = read_text(text, published=published, title=title, lang=lang or "")
    chosen = registry.in_order(extractors) if extractors is not None else registry.all_extractors()
    return extraction(document, chosen, load_models(models))


def extraction(document: Document, extractors: Sequence[Extractor], models: Models = _NO_MODELS) -> Extraction:
    """What one document gives: a pure function of the document, the extractors and the models."""
    if not document.text:
        return Extraction(document)
    view, noise = clean(document.text)
    segments = segment(view, document.lang) if view.text else []
    segments = [replace(s, view=s.view.lent(models.of(s.lang))) for s in segments]
    found, not_found = extract(document, segments, extractors)
    valued, not_valued = normalise(document, segments, found, extractors)
    mentions, relations = relate(segments, valued)
    compared = compare_segments(document, segments, mentions)
    findings = [*not_found, *not_valued, *crosscheck(segments, mentions, relations), *compared.findings]
    return Extraction(document, segments, noise, mentions, [*relations, *compared.relations], findings)


def prepared(settings: Settings) -> tuple[Extractor, ...]:
    """All extractors, with the user's folder in use; raises SettingsError where anything in it is wrong."""
    resources.use(settings.extensions)
    noise_patterns()
    everything = registry.all_extractors()
    tables(everything)
    resources.refuse_unknown()
    return everything


def use(extensions: Path | str | None) -> None:
    """Puts a folder of extensions to use, for `process` and spaCy in this process; None: none any more.

    `run` uses the folder of its settings. Raises SettingsError where anything in the folder is wrong.
    """
    prepared(Settings(extensions=str(extensions or "")))


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
    from pipeline.tables import write  # pandas and Arrow take a second to load, which `process` does not need

    started = time.monotonic()
    settings = settings or Settings()
    given, out = [Path(path) for path in inputs], Path(out)
    _refuse_overlap(given, out)
    everything = prepared(settings)
    unknown = set(settings.without) - {e.type for e in everything}
    if unknown:
        raise SettingsError(f"without names no extractor: {', '.join(sorted(map(str, unknown)))}")
    chosen = [e for e in everything if e.type not in settings.without]
    paths = list_files(given)
    made_of = manifest.fingerprint(paths, settings)
    if if_changed and (about := manifest.unchanged(out, made_of)) is not None:
        return replace(_summary(out, about), unchanged=True, seconds=time.monotonic() - started)

    load_models(settings.models)
    asked_for = settings.corrections != Settings().corrections
    corrected = corrections.load(Path(settings.corrections), must_exist=asked_for)
    collector = Collector(chosen)
    linkers = {e.type: Linker(e) for e in chosen if e.link is not None}
    sources: set[str] = set()
    rejects: list[Reject] = []

    def documents() -> Iterable[Document]:
        for one in read(given, max_bytes=settings.max_file_bytes, encoding=settings.encoding):
            if progress is not None:
                sources.add(one.source.split("#")[0])
                progress(len(sources), len(paths))
            if isinstance(one, Reject):
                rejects.append(one)
            else:
                yield one

    work = partial(_work, tuple(e.type for e in chosen), settings)
    for one in paired(mapped(work, documents(), settings.workers)):
        collector.add(one)
        for linker in linkers.values():
            linker.add(one.document, one.mentions)
    rows = collector.rows(rejects, {type: linker.entities() for type, linker in linkers.items()})
    unused = corrections.apply(rows, corrected, tables(chosen))
    rows["findings"] += register.findings(rows)
    about = manifest.about(made_of, settings, rows, chosen)
    write({table: rows[table.name] for table in tables(chosen)}, out, about)
    told = tuple(f"{one.where}: {one.action} {one.text or one.value!r} fits nothing in this run" for one in unused)
    return replace(_summary(out, about), seconds=time.monotonic() - started, unused=told)


def load_models(models: Models) -> Models:
    """The same models, loaded in this process: one that is not there stops everything before the first document."""
    for model in filter(None, (models.en, models.ko)):
        languages.trained(model)
    return models


def _work(types: tuple[str, ...], settings: Settings, document: Document) -> Extraction:
    """`extraction` for a worker: without what pattern captures and views hold, which only the stages need."""
    resources.use(settings.extensions)
    try:
        found = extraction(document, [e for e in registry.all_extractors() if e.type in types], settings.models)
    except Exception as error:
        # A bug on one article costs that article's mentions, never the run; the finding says where it is.
        return Extraction(document, findings=[failure("nothing could be extracted here", error)])
    return replace(
        found,
        segments=[replace(s, view=View.of("")) for s in found.segments],
        mentions=[_bare(m) for m in found.mentions],
        relations=[replace(r, subject=_bare(r.subject), object=_bare(r.object)) for r in found.relations],
        findings=[replace(f, mention_a=_bare(f.mention_a), mention_b=_bare(f.mention_b)) for f in found.findings],
    )


def _refuse_overlap(inputs: Sequence[Path], out: Path) -> None:
    """Raises PipelineError where the tables would be written among the articles, or the articles lie among the tables."""
    # Unlike Path.resolve, realpath bears a link to itself.
    target = Path(os.path.realpath(out))
    for path in (Path(os.path.realpath(path)) for path in inputs):
        if target == path or path in target.parents or target in path.parents:
            raise PipelineError(
                f"the tables in {out} would mix with the articles in {path}; give another folder with -o"
            )


def _bare(end: T) -> T:
    return replace(end, data=None) if isinstance(end, Mention) else end


def _summary(out: Path, about: dict[str, Any]) -> Summary:
    rows = about["rows"]
    return Summary(out, rows["documents"], rows["rejects"], rows["findings"], about["mentions"])
