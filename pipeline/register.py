"""Contradictions across documents: two people in one post at one time. Precision before recall.

Time is the articles' days of publication; an article without one counts only against itself. Those who follow each
other in office are no contradiction: A must be named in the post on both sides of B, or both on one day.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]

# Posts that one person holds at a time. A council has several chairs' deputies, a city several vice mayors.
_SINGLE = frozenset(
    {"president", "prime_minister", "governor", "mayor", "district_mayor", "county_governor", "superintendent"}
    | {"council_chair"}
)
_NATIONAL = frozenset({"president", "prime_minister"})


def rivals(officials: Iterable[Row]) -> list[list[Row]]:
    """Of rows of officials those that are named in one post, which one person holds at a time."""
    posts: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for official in officials:
        local = official["district_code"] or official["post"] in _NATIONAL
        if official["post"] in _SINGLE and official["status"] == "incumbent" and local:
            posts[official["post"], official["district_code"] or ""].append(official)
    return [holders for holders in posts.values() if len(holders) > 1]


def findings(rivals: Iterable[Sequence[Row]], named: Iterable[tuple[str, str, str, str]]) -> list[dict[str, Any]]:
    """Rows for the table of findings. named: official_id, doc_id, first mention and day (ISO) of each article that names one of
    the rivals."""
    mentions: defaultdict[str, dict[str, str]] = defaultdict(dict)
    published: dict[str, str] = {}
    for official, doc_id, mention, day in sorted(named):
        mentions[official].setdefault(doc_id, mention)
        published[doc_id] = day
    return [
        _finding(a, b, doc_id, mentions)
        for holders in rivals
        for a, b, doc_id in _at_one_time(holders, mentions, published)
    ]


def _at_one_time(
    holders: Sequence[Row], mentions: Mapping[str, Mapping[str, str]], published: Mapping[str, str]
) -> Iterator[tuple[Row, Row, str]]:
    """Pairs of holders, with an article that names the second while the first is in office."""
    for index, a in enumerate(holders):
        for b in holders[index + 1 :]:
            inner, outer = sorted((a, b), key=lambda o: _span(o, mentions, published))[::-1]
            first, last = _span(outer, mentions, published)
            for doc_id in sorted(mentions[inner["official_id"]]):
                day = published[doc_id]
                if doc_id in mentions[outer["official_id"]] or (day and first and first <= day <= last):
                    yield outer, inner, doc_id
                    break


def _span(official: Row, mentions: Mapping[str, Mapping[str, str]], published: Mapping[str, str]) -> tuple[str, str]:
    """The first and last day, ISO, of the articles that name the official; empty where none has a date."""
    days = sorted(day for doc in mentions[official["official_id"]] if (day := published[doc]))
    return (days[0], days[-1]) if days else ("", "")


def _finding(a: Row, b: Row, doc_id: str, mentions: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    own, other = mentions[b["official_id"]][doc_id], mentions[a["official_id"]]
    names = [o["name_ko"] or o["name_en"] for o in (a, b)]
    there = other.get(doc_id) or min(other.values())
    digest = hashlib.sha256("\0".join(("two_holders", a["official_id"], b["official_id"])).encode()).hexdigest()[:12]
    return {
        "finding_id": f"{doc_id}:{digest}",
        "doc_id": doc_id,
        "kind": "two_holders",
        "severity": "warning",
        "mention_a": there,
        "mention_b": own,
        "message": f"{names[0]} and {names[1]} are both named as {a['post_text']} at one time",
        "message_ko": f"같은 때에 두 사람이 {a['post_text']}: {names[0]} / {names[1]}",
    }
