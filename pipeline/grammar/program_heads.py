"""Head nouns of public undertakings (사업, 축제, Ordinance …) and the modifiers that tell nothing apart.

Both are gazetteers: `resources/program_heads.csv` (head → kind; generic heads need more than a modifier to be a name) and
`resources/program_generic.csv` (words that every town's programs share).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline import resources

KINDS = (
    "policy",
    "project",
    "service",
    "event",
    "contest",
    "campaign",
    "ordinance",
    "plan",
    "finance",
    "award",
    "platform",
    "agreement",
    "facility",
)


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun (English in lower case), its kind, and whether it names nothing without a name of its own."""

    word: str
    lang: str
    kind: str
    generic: bool


@cache
def heads(lang: str) -> dict[str, Head]:
    """Head nouns of a language; English ones in the singular and the plural."""
    found: dict[str, Head] = {}
    for row in resources.table("program_heads"):
        if row["lang"] == lang:
            word = row["head"].casefold()
            head = Head(word, lang, row["kind"], row["generic"] == "yes")
            found |= dict.fromkeys([word] if lang == "ko" else [word, _plural(word)], head)
    return found


@cache
def generic(lang: str) -> frozenset[str]:
    """Modifiers that tell no program apart from another, English ones in lower case."""
    return frozenset(r["word"].casefold() for r in resources.table("program_generic") if r["lang"] == lang)


@cache
def alternatives(lang: str) -> str:
    """The heads as a pattern's alternatives, longest first; English ones match in any case under re.IGNORECASE."""
    return "|".join(re.escape(word) for word in sorted(heads(lang), key=lambda w: (-len(w), w)))


@cache
def _ending(lang: str) -> re.Pattern[str]:
    before = "" if lang == "ko" else r"(?<![\w])"
    return re.compile(rf"{before}({alternatives(lang)})\Z", re.IGNORECASE)


def head_ending(name: str, lang: str) -> Head | None:
    """The longest head noun that a name ends with, or None."""
    # The longest head has fewer than 40 characters: a long name is not scanned from its start.
    found = _ending(lang).search(name[-40:])
    return heads(lang)[found.group(1).casefold()] if found else None


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")
