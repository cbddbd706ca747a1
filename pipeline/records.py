"""The records that travel through the flow: frozen, and checked where they are built.

Offsets are half-open and count Unicode code points of the article's raw decoded text, unless they say `view`.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline.errors import SpanError

if TYPE_CHECKING:
    from pipeline.view import View

# The language of a record that holds a Korean text and its English version.
PAIR = "ko+en"
# What was cleaned away.
NOISE_KINDS = (
    *("boilerplate", "byline", "caption", "duplicate", "encoding", "markup", "mt_fragment", "mt_name", "mt_term"),
    "unicode",
)


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader found in one record of a file, before the byline is read: text and the metadata it came with."""

    text: str
    title: str = ""
    publisher: str = ""
    reporter: str = ""
    published: datetime.date | None = None
    published_source: str = "none"
    url: str = ""
    lang: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One article as received. `text` is the raw decoded text that every offset counts in."""

    doc_id: str
    source: str
    text: str
    title: str = ""
    publisher: str = ""
    reporter: str = ""
    published: datetime.date | None = None
    published_source: str = "none"
    url: str = ""
    lang: str = ""
    sha256: str = ""
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that could not be read: `reason` for counting, `detail` for the person who mends it."""

    source: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Noise:
    """Characters that cleaning took away or replaced in the view; the raw text keeps them."""

    start: int
    end: int
    text: str
    replacement: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of one language in a document; `translation_of` is the index of the segment it translates. sentences: raw spans."""

    index: int
    lang: str
    start: int
    end: int
    view: View = field(compare=False, repr=False)
    translation_of: int | None = None
    sentences: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a type in the raw text, and, once normalised, what it means.

    `view_start` and `view_end` place it in its segment's view, `data` is what its pattern captured, `row` is the typed
    record of its extractor (None: the value cannot be known), `value` the row's canonical text, `entity_id` the
    thing in the world it names, `candidates` the codes an unresolved name may mean.
    """

    type: str
    start: int
    end: int
    text: str
    lang: str
    segment: int
    view_start: int
    view_end: int
    rule: str
    confidence: float = 1.0
    data: Any = field(default=None, compare=False, repr=False)
    row: Any = None
    value: str = ""
    entity_id: str = ""
    candidates: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By the place alone: mentions are keys throughout, and their rows are slow to hash."""
        return hash((self.type, self.start, self.end))


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed link between two mentions of a document (or a mention and an entity id), with its evidence span."""

    relation: str
    subject: Mention | str
    object: Mention | str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A contradiction worth a look; `message` and `message_ko` are a sentence for a person. A mention of another document
    is given by its id."""

    kind: str
    severity: str
    message: str
    mention_a: Mention | str | None = None
    mention_b: Mention | str | None = None
    message_ko: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gave: what `process` returns. original: doc_id of the document that it translates."""

    document: Document
    segments: Sequence[Segment] = ()
    noise: Sequence[Noise] = ()
    mentions: Sequence[Mention] = ()
    relations: Sequence[Relation] = ()
    findings: Sequence[Finding] = ()
    original: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """The mentions of one entity in one document, in reading order."""

    doc_id: str
    published: datetime.date | None
    mentions: tuple[Mention, ...]


def text_at(raw: str, start: int, end: int) -> str:
    """The surface form at `[start, end)` of the raw text; raises SpanError where there is none."""
    if not 0 <= start < end <= len(raw):
        raise SpanError(f"no text at [{start}, {end}) of {len(raw)} characters")
    return raw[start:end]
