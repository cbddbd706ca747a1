"""What an extractor is: two functions and a row type, held by one value.

A module under `extractors/` (or a package with an entry point in the group `dongne.extractors`) ends in

    EXTRACTOR = Extractor(type="amount", find=find, normalise=normalise, row=Amount)

`find(view)` yields matches in view offsets. The runner maps them to the raw text, settles overlaps and, with the whole
document known, asks `normalise(mention, context)` for the row of each: a frozen dataclass whose fields are the columns
of the type's own table, or None when the value cannot be known.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import MISSING, dataclass, field
from pathlib import PurePath
from typing import Any, TypeAlias, TypeVar

from pipeline.records import Document, Finding, Mention, Segment
from pipeline.view import View

T = TypeVar("T")
Class: TypeAlias = type[Any]


@dataclass(frozen=True, slots=True)
class Match:
    """What a rule hit: view offsets (half-open), the rule's name, and what it captured for `normalise`."""

    start: int
    end: int
    rule: str
    data: Any = None
    confidence: float = 1.0


@dataclass(frozen=True)
class Extractor:
    """One type of mention. The value that an extractor's module ends in.

    type: singular noun, the mention's `type`; its table is the plural.
    find: view -> matches.
    normalise: (mention, context) -> row or None. A row whose class has the property `canonical` shows that as the
        mention's value, else its first field; the properties `confidence`, `candidates` and `entity_id`, where the class
        has them, fill the mention's fields of the same names.
    row: the frozen dataclass of `normalise`. Its fields, made with `column`, are the columns of the type's table.
    link: for types that name things in the world: (mentions of one entity_id, in corpus order) -> row of the entity
        table, whose dataclass is `entity`. Then the table has one row per entity instead of one per mention.
    describe: entity_id -> row of the entity table, for ids that other tables refer to though no mention names them.
    after: types whose rows `normalise` reads through the context.
    nests: whether mentions may overlap those of other types. Where False, the longer of two overlapping
        mentions (of types that do not nest) wins.
    """

    type: str
    find: Callable[[View], Iterable[Match]]
    normalise: Callable[[Mention, Context], Any]
    row: Class
    link: Callable[[Sequence[Mention]], Any] | None = None
    entity: Class | None = None
    describe: Callable[[str], Any] | None = None
    after: tuple[str, ...] = ()
    nests: bool = True

    @property
    def table(self) -> str:
        """The name of the type's table."""
        return self.type + "s"


class Context:
    """What `normalise` may know: the document, its views and what else was found in it.

    `document` gives published, publisher, reporter, title; `segments` the runs of one language, by index, with their
    views and which translates which; `views` the views alone.
    """

    def __init__(self, document: Document, segments: Sequence[Segment], mentions: Mapping[str, list[Mention]]) -> None:
        self.document = document
        self.segments = segments
        self.views = [segment.view for segment in segments]
        self._mentions = mentions
        self._once: dict[Hashable, Any] = {}

    def of(self, type: str) -> list[Mention]:
        """The document's mentions of a type, in reading order; with rows if the extractor says it comes `after` it."""
        return self._mentions.get(type, [])

    def once(self, compute: Callable[[Context], T]) -> T:
        """`compute(context)`, done once per document: for what a type decides about all its mentions together."""
        if compute not in self._once:
            self._once[compute] = compute(self)
        result: T = self._once[compute]
        return result

    def before(self, mention: Mention, n: int = 40) -> str:
        """Up to n characters of the view that precede the mention."""
        return self.views[mention.segment].text[max(0, mention.view_start - n) : mention.view_start]

    def after(self, mention: Mention, n: int = 40) -> str:
        """Up to n characters of the view that follow the mention."""
        return self.views[mention.segment].text[mention.view_end : mention.view_end + n]

    def sentence(self, mention: Mention) -> tuple[int, int]:
        """View offsets of the sentence that the mention starts in."""
        return self.views[mention.segment].sentence_at(mention.view_start)


def failed(extractor: Extractor, error: Exception) -> Finding:
    """An extractor's bug on one document as a finding: it costs that document's mentions of its type, never the run."""
    return failure(f"the extractor {extractor.type} failed here", error, extractor.normalise.__code__.co_filename)


def failure(what: str, error: Exception, file: str = "") -> Finding:
    """A bug on one document as a finding that says where in the code it is: in `file` if it went through that, else where
    it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    place = next((frame for frame in reversed(frames) if frame.filename == file), frames[-1])
    where = f"{PurePath(place.filename).name}, line {place.lineno}"
    ours = PurePath(place.filename).is_relative_to(PurePath(__file__).parent)
    told = f"{what}: {type(error).__name__}: {error} ({where})"
    return Finding(
        "extractor_failed",
        "error",
        f"{told}; {'please report it' if ours else 'mend it there'}",
        message_ko=f"추출기가 이 글에서 멈춤: {told}",
    )


def killed() -> Finding:
    """The finding of a document whose process was killed, twice."""
    return Finding(
        "extractor_failed",
        "error",
        "the process that read this was killed twice, most likely for want of memory; split the article, or use fewer workers",
        message_ko="이 글을 읽던 프로세스가 두 번 종료됨: 메모리 부족일 수 있으니 글을 나누거나 workers를 줄일 것",
    )


def seen_most(values: Iterable[str]) -> str:
    """The text seen most, ties by length, then by the alphabet; empty where there is none. For `link`."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value)) if counts else ""


def column(doc: str, *, enum: Iterable[str] = (), default: Any = MISSING, references: str = "") -> Any:
    """A dataclass field that is a table column: what it means (for the codebook), its closed vocabulary, its key.

    `references`: the table whose key the column holds. Unknown is None (or an empty string).
    """
    metadata = {"doc": doc, "enum": tuple(enum), "references": references}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)
