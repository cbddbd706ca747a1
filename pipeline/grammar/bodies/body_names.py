"""The gazetteers of public bodies: names that are known in both languages, head nouns of the others, fields of work.

`resources/organisation_heads.csv` says what a head noun needs before it to name one body:

| needs | named when | example |
|---|---|---|
| any | always: every town has one | 주민자치회 |
| place | a place stands before it | 유성구의회, Suwon City Council |
| own | words of its own stand before it, not only general ones (심사위원회) | 도시계획위원회 |
| subject | the word before names a field of work | 일자리경제과, 스마트도시팀 |

`concept` is shared by the heads of both languages that mean one thing: 의회 and Council.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline import resources

_MINISTRY = " Ministry"
KINDS = (
    *("ministry", "agency", "council", "corporation", "foundation", "education_office", "police_fire"),
    *("committee", "department", "association"),
)


@dataclass(frozen=True, slots=True)
class Known:
    """A body that is known by its names in both languages."""

    name_ko: str
    name_en: str
    kind: str


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun, the kind of body, what it needs before it, and what it shares with those of the other language."""

    word: str
    kind: str
    needs: str
    concept: str


@dataclass(frozen=True, slots=True)
class Body:
    """A body that a text names at `[start, end)`; `head` or `known` say what is known of it. rest: the name before its head."""

    start: int
    end: int
    name: str
    kind: str
    known: Known | None = None
    head: Head | None = None
    rest: str = ""


@cache
def known(lang: str) -> Mapping[str, Known]:
    """The known bodies by each of their names in a language: a `Finance Ministry` is a `Ministry of Finance` too."""
    found: dict[str, Known] = {}
    for row in resources.table("organisations"):
        body = Known(row["name_ko"], row["name_en"], row["kind"])
        others = row[f"other_{lang}"].split("|") if row[f"other_{lang}"] else []
        turned = [f"Ministry of {name.removesuffix(_MINISTRY)}" for name in others if name.endswith(_MINISTRY)]
        for name in filter(None, [row[f"name_{lang}"], *others, *turned]):
            found.setdefault(name, body)
    return found


@cache
def heads(lang: str) -> Mapping[str, Head]:
    """The head nouns of a language."""
    rows = (row for row in resources.table("organisation_heads") if row["lang"] == lang)
    return {row["head"]: Head(row["head"], row["kind"], row["needs"], row["concept"]) for row in rows}


@cache
def subjects() -> tuple[str, ...]:
    """Words that departments are named after."""
    return tuple(row["word"] for row in resources.table("organisation_subjects"))
