"""What a pattern saw of an official: the name as written, and what the words around it say of post, area and status."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.grammar.people.names import Name


@dataclass(frozen=True, slots=True)
class Sighting:
    """One place in a view where an official is named.

    `start`, `end`: the mention. `form`: `full` (name beside a title), `short` (surname and title), `name` (a name alone,
    of someone who has a title elsewhere). `near`: the view span of the phrase that name and title stand in, where an area
    named is the jurisdiction. `post` is empty where the words leave it open; `level` is a key of `posts.KINDS`.
    """

    start: int
    end: int
    rule: str
    form: str
    name: Name
    near: tuple[int, int] = (0, 0)
    post: str = ""
    level: str = ""
    post_text: str = ""
    status: str = ""
    organisation: str = ""
    confidence: float = 1.0


def settle(sightings: list[Sighting]) -> list[Sighting]:
    """Those that do not overlap, in reading order: a title beside a name before a name alone, then the longer."""
    order = {"full": 0, "short": 1, "name": 2}
    kept: list[Sighting] = []
    taken: set[int] = set()
    for s in sorted(sightings, key=lambda s: (order[s.form], -s.confidence, s.start - s.end, s.start)):
        if taken.isdisjoint(range(s.start, s.end)):
            taken.update(range(s.start, s.end))
            kept.append(s)
    return sorted(kept, key=lambda s: s.start)
