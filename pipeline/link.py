"""Mentions → entities: a group-by on entity ids, so that the result does not depend on the order of documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pipeline.contract import Extractor
from pipeline.records import Mention, Named

Row = dict[str, Any]


def entity(extractor: Extractor, everywhere: Sequence[Named]) -> Row:
    """The row of one entity, of all documents that name it: the columns of the extractor's `entity`, aliases, counts, days."""
    assert extractor.link is not None
    in_order = sorted(everywhere, key=lambda named: named.doc_id)
    mentions = [mention for one in in_order for mention in one.mentions]
    days = [one.published for one in in_order if one.published]
    return asdict(extractor.link(mentions)) | {
        "aliases": aliases(mentions),
        "n_mentions": len(mentions),
        "n_documents": len(in_order),
        "first_seen": min(days, default=None),
        "last_seen": max(days, default=None),
    }


def described(extractor: Extractor, entity_id: str) -> Row:
    """The row of an entity that no mention names, only other tables."""
    assert extractor.describe is not None
    nothing = {"aliases": "", "n_mentions": 0, "n_documents": 0, "first_seen": None, "last_seen": None}
    return asdict(extractor.describe(entity_id)) | nothing


def aliases(mentions: Sequence[Mention]) -> str:
    """The distinct surface forms, most frequent first, joined by ` | `."""
    counts = Counter(" ".join(m.text.split()) for m in mentions)
    return " | ".join(sorted(counts, key=lambda text: (-counts[text], text)))
