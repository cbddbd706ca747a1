"""Mentions → entities: a group-by on entity ids, so that the result does not depend on the order of documents."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.contract import Extractor
from pipeline.records import Document, Mention

Row = dict[str, Any]


class Linker:
    """Collects the mentions of one type that name things in the world, document by document."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        self._mentions: defaultdict[str, list[tuple[str, Mention]]] = defaultdict(list)
        self._days: defaultdict[str, set[datetime.date]] = defaultdict(set)

    def add(self, document: Document, mentions: Iterable[Mention]) -> None:
        """Takes the mentions of a document that have an entity id."""
        for mention in mentions:
            if mention.type == self.extractor.type and mention.entity_id:
                self._mentions[mention.entity_id].append((document.doc_id, mention))
                if document.published:
                    self._days[mention.entity_id].add(document.published)

    def entities(self) -> list[Row]:
        """One row per entity, by id: the columns of the extractor's `entity`, aliases, counts, first and last day."""
        assert self.extractor.link is not None
        rows = []
        for entity_id, found in sorted(self._mentions.items()):
            found.sort(key=lambda pair: (pair[0], pair[1].start))
            mentions = [mention for _, mention in found]
            rows.append(
                asdict(self.extractor.link(mentions))
                | {
                    "aliases": aliases(mentions),
                    "n_mentions": len(mentions),
                    "n_documents": len({doc_id for doc_id, _ in found}),
                    "first_seen": min(self._days[entity_id], default=None),
                    "last_seen": max(self._days[entity_id], default=None),
                }
            )
        return rows


def aliases(mentions: Sequence[Mention]) -> str:
    """The distinct surface forms, most frequent first, joined by ` | `."""
    counts = Counter(" ".join(m.text.split()) for m in mentions)
    return " | ".join(sorted(counts, key=lambda text: (-counts[text], text)))
