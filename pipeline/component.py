"""Dongne inside spaCy: `nlp.add_pipe("dongne")`, and a Korean tokenizer that needs no MeCab.

spaCy finds both by the entry points in pyproject.toml, so nothing of ours need be imported first; it asks that a factory
register itself when its module is imported.

| where                       | what                                                                                 |
|-----------------------------|--------------------------------------------------------------------------------------|
| `doc.spans["dongne"]`       | every mention; `label_` its type, `kb_id_` the entity, `id_` the mention's id         |
| `span._.dongne`             | the typed row (an Amount, a District …); None where the value cannot be known        |
| `span._.dongne_value`, `_id`| canonical text; entity id. Empty where unknown                                       |
| `span._.dongne_offsets`     | `(start, end)` in code points of `doc.text`, where tokens cut elsewhere              |
| `doc._.dongne`              | all of it as plain data, as `dongne explain --json` prints it; None before           |
| `doc._.published`           | day of publication (a date or ISO text), set before the component runs               |

Only `doc._.dongne`, the spans and the day are stored, as what msgpack can hold: they survive `to_bytes`, DocBin (with
`store_user_data=True`) and other processes. The rest is read from them, which needs the extensions: a pipeline with the
component has them, else `extend()`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from pipeline import registry, resources
from pipeline.contract import Extractor
from pipeline.errors import SettingsError, SpanError
from pipeline.flow import process, use
from pipeline.plain import plain, typed

KEY = "dongne"
_DAY = "dongne.published"


@Language.factory(
    KEY,
    default_config={"published": None, "types": None, "extensions": None},
    assigns=["doc._.dongne", "doc.spans", "span._.dongne", "span._.dongne_value", "span._.dongne_id"],
)
def dongne(
    nlp: Language, name: str, published: str | None, types: list[str] | None, extensions: str | None
) -> Component:
    """The component. published: the day (ISO) of documents that have none of their own. types, extensions: as of
    `Component`."""
    extend()
    return Component(published, types, extensions)


class Component:
    """Fills `doc.spans["dongne"]` and `doc._.dongne`; holds nothing but its config.

    types: extractors to run, with those whose rows they read; only mentions of these types become spans. None: all.
    extensions: folder of extractors and gazetteer rows to put to use. None: the one in use, if any.
    Raises SettingsError for a type that is not there, ValueError for a day that is no ISO date.
    """

    def __init__(
        self, published: str | None = None, types: list[str] | None = None, extensions: str | None = None
    ) -> None:
        if published:
            datetime.date.fromisoformat(published)
        self.published = published
        self.types = None if types is None else tuple(types)
        self.extensions = extensions
        if extensions:
            use(extensions)
        self._extractors()

    def __call__(self, doc: Doc) -> Doc:
        if self.extensions:
            resources.use(self.extensions)  # another process may work on this document
        day = doc._.published or self.published
        doc._.dongne = plain(process(doc.text, published=day, extractors=self._extractors()))
        shown = (m for m in doc._.dongne["mentions"] if self.types is None or m["type"] in self.types)
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=[_span(doc, m) for m in shown])
        return doc

    def _extractors(self) -> list[Extractor]:
        known = {e.type: e for e in registry.all_extractors()}
        wanted = list(known if self.types is None else self.types)
        if unknown := sorted(set(wanted) - set(known)):
            raise SettingsError(f"types names no extractor: {', '.join(unknown)}; there are {', '.join(sorted(known))}")
        for type in wanted:
            wanted += [read for read in known[type].after if read in known and read not in wanted]
        return [known[type] for type in wanted]


def kiwi_tokenizer() -> Callable[[Language], Any]:
    """`dongne.KiwiTokenizer.v1`: Kiwi's morphemes with tag_ and lemma_."""

    def create(nlp: Language) -> Any:
        from pipeline.korean import KiwiTokenizer  # Kiwi, only where it is asked for

        return KiwiTokenizer(nlp.vocab)

    return create


def extend() -> None:
    """Gives Doc and Span the extensions; those that are there already stay as they are."""
    for kind, name, options in _EXTENSIONS:
        if not kind.has_extension(name):
            kind.set_extension(name, **options)


def _span(doc: Doc, mention: dict[str, Any]) -> Span:
    at, ids = (mention["start"], mention["end"]), {"kb_id": mention["entity_id"], "span_id": mention["id"]}
    span = doc.char_span(*at, label=mention["type"], alignment_mode="expand", **ids)
    if span is None:
        raise SpanError(f"no tokens at {at} of a Doc of {len(doc.text)} characters")
    return span


def _mention(span: Span) -> dict[str, Any]:
    """The mention that a span is of, in plain form; empty for other spans. By id: several may share their tokens."""
    told = span.doc._.dongne or {"mentions": ()}
    return next((m for m in told["mentions"] if m["id"] == span.id_), {})


def _row(span: Span) -> Any:
    mention = _mention(span)
    if not mention or mention["row"] is None:
        return None
    row = next((e.row for e in registry.all_extractors() if e.type == mention["type"]), None)
    if row is None:
        raise SettingsError(f"no extractor {mention['type']!r} is installed here, which made {mention['id']}")
    return typed(row, mention["row"])


def _value(span: Span) -> str:
    return str(_mention(span).get("value", ""))


def _id(span: Span) -> str:
    return str(_mention(span).get("entity_id", ""))


def _offsets(span: Span) -> tuple[int, int]:
    mention = _mention(span)
    return mention.get("start", span.start_char), mention.get("end", span.end_char)


def _published(doc: Doc) -> str | None:
    day: str | None = doc.user_data.get(_DAY)
    return day


def _set_published(doc: Doc, day: datetime.date | str | None) -> None:
    doc.user_data[_DAY] = str(day) if day else None


_EXTENSIONS: tuple[tuple[Any, str, dict[str, Any]], ...] = (
    (Doc, "dongne", {"default": None}),
    (Doc, "published", {"getter": _published, "setter": _set_published}),
    (Span, "dongne", {"getter": _row}),
    (Span, "dongne_value", {"getter": _value}),
    (Span, "dongne_id", {"getter": _id}),
    (Span, "dongne_offsets", {"getter": _offsets}),
)
