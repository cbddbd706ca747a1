"""What one document gives to the tables: made where the document is worked on, kept by the cache, taken up by the run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pipeline.cluster import Signature, signature
from pipeline.contract import Extractor
from pipeline.packing import pack, unpack
from pipeline.pairing import Name, joined, names
from pipeline.records import Extraction, Mention, Named
from pipeline.rows import rows_of
from pipeline.schema import tables
from pipeline.store import Cells
from pipeline.view import View

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Worked:
    """rows: cells by table, but those of entities. named: type, id and packed mentions (`Named`) of each entity.
    names: what a translation of the document shares with it; where there are any, `whole` is the packed extraction.
    """

    doc_id: str
    rows: dict[str, list[Cells]]
    named: list[tuple[str, str, bytes]]
    signature: Signature
    names: tuple[Name, ...] = ()
    whole: bytes = b""
    failed: bool = False


def worked(found: Extraction, extractors: Sequence[Extractor]) -> Worked:
    """The extraction as rows."""
    found = _bare(found)
    likeness, shared = signature(found), () if found.original else names(found)
    return Worked(
        found.document.doc_id,
        rows_of(found, extractors, tables(extractors), likeness.letters),
        [(type, id, pack(one)) for type, id, one in _named(found, {e.type for e in extractors if e.link is not None})],
        likeness,
        shared,
        pack(found) if shared else b"",
        any(finding.kind == "extractor_failed" for finding in found.findings),
    )


def join(korean: Worked, english: Worked, extractors: Sequence[Extractor]) -> tuple[Worked, Worked]:
    """Both halves of a pair, with one id for one thing."""
    one, other = joined(unpack(korean.whole), unpack(english.whole))
    return worked(one, extractors), worked(other, extractors)


def _named(found: Extraction, types: set[str]) -> Iterator[tuple[str, str, Named]]:
    """Type and id of each entity of these types that a document names, with its mentions."""
    of: dict[tuple[str, str], list[Mention]] = {}
    for mention in found.mentions:
        if mention.entity_id and mention.type in types:
            of.setdefault((mention.type, mention.entity_id), []).append(mention)
    for (type, entity_id), mentions in of.items():
        in_order = tuple(sorted(mentions, key=lambda mention: mention.start))
        yield type, entity_id, Named(found.document.doc_id, found.document.published, in_order)


def _bare(found: Extraction) -> Extraction:
    """Without what pattern captures and views hold, which only the stages need. A mention that is the same stays the same."""
    bare = {id(mention): replace(mention, data=None) for mention in found.mentions if mention.data is not None}

    def plain(end: T) -> T:
        if (known := bare.get(id(end))) is not None:
            return known  # type: ignore[return-value]
        return replace(end, data=None) if isinstance(end, Mention) and end.data is not None else end

    return replace(
        found,
        segments=[replace(s, view=View.of("")) for s in found.segments],
        mentions=[plain(m) for m in found.mentions],
        relations=[replace(r, subject=plain(r.subject), object=plain(r.object)) for r in found.relations],
        findings=[replace(f, mention_a=plain(f.mention_a), mention_b=plain(f.mention_b)) for f in found.findings],
    )
