"""The flow of one article, the only place that knows the order of its stages: clean, segment, extract, normalise, relate, crosscheck.

A pure function of the document, which any process may work out; `run.py` maps it over a corpus.
"""

from __future__ import annotations

import datetime
import gc
import platform
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from pipeline import languages, manifest, registry, resources
from pipeline.clean import clean, noise_patterns
from pipeline.contract import Extractor, failure, killed
from pipeline.crosscheck import crosscheck
from pipeline.errors import SettingsError
from pipeline.extract import extract
from pipeline.normalise import normalise
from pipeline.packing import pack
from pipeline.read import read_text
from pipeline.records import Document, Extraction
from pipeline.relate import relate
from pipeline.schema import tables
from pipeline.segment import segment
from pipeline.settings import Models, Settings
from pipeline.translation import compare_segments

_NO_MODELS = Models()


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
    with _nothing_collected():
        return _extraction(document, extractors, models)


def _extraction(document: Document, extractors: Sequence[Extractor], models: Models) -> Extraction:
    view, noise = clean(document.text)
    segments = segment(view, document.lang) if view.text else []
    segments = [replace(s, view=s.view.lent(models.of(s.lang))) for s in segments]
    found, not_found = extract(document, segments, extractors)
    valued, not_valued = normalise(document, segments, found, extractors)
    mentions, relations = relate(segments, valued)
    compared = compare_segments(document, segments, mentions)
    findings = [*not_found, *not_valued, *crosscheck(segments, mentions, relations), *compared.findings]
    return Extraction(document, segments, noise, mentions, [*relations, *compared.relations], findings)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Without the collector of cycles, which finds none in our records and takes a tenth of the time to look."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


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


def load_models(models: Models) -> Models:
    """The same models, loaded in this process: one that is not there stops everything before the first document."""
    for model in filter(None, (models.en, models.ko)):
        languages.trained(model)
    return models


def work(types: Sequence[str], settings: Settings, made_with: str, document: Document) -> bytes:
    """What a document gives, packed: a bug on one article costs that article's mentions, never the run.

    Raises SettingsError where this process would not give what the run expects.
    """
    from pipeline.worked import worked  # its library takes half a second to load, which `process` does not need

    _agree(settings, made_with)
    resources.use(settings.extensions)
    chosen = [e for e in registry.all_extractors() if e.type in types]
    try:
        found = extraction(document, chosen, settings.models)
    except Exception as error:
        found = Extraction(document, findings=[failure("nothing could be extracted here", error)])
    return pack(worked(found, chosen))


@lru_cache(maxsize=1)
def _agree(settings: Settings, made_with: str) -> None:
    """Raises SettingsError where a worker has other code, libraries or extensions than the run that gives it work."""
    if manifest.made_with(settings) != made_with:
        raise SettingsError(
            f"the worker on {platform.node()} has another Dongne, other libraries or other extensions than the run;"
            " install the same on all machines, and leave the code as it is while a run lasts"
        )


def lost(types: Sequence[str], document: Document) -> bytes:
    """What is told of a document whose process was killed, most likely for want of memory."""
    from pipeline.worked import worked

    chosen = [e for e in registry.all_extractors() if e.type in types]
    return pack(worked(Extraction(document, findings=[killed()]), chosen))
