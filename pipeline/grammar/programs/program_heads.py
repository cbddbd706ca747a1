"""Head nouns of public undertakings (사업, 축제, Ordinance …), deeds that end items of budgets, and modifiers that tell nothing apart.

All are gazetteers: `resources/program_generic.csv` (words that every town's programs share), `resources/program_deeds.csv`
(조성, 지원, restoration: what money is spent on; a name by the sum beside it or by its place) and `resources/program_heads.csv`
(head → kind), whose column `needs` says what makes a name of the words before a head:

| needs | a name when | example |
|---|---|---|
| words | words of its own stand before it | 솔섬 유채꽃 축제 |
| proper | one of them is a proper noun, a place or a number; or it is quoted | 은행시장 지중화 사업 |
| quotes | it is quoted | ‘온두레 카드’ |
| cue | it is quoted and something is run, paid or opened | ‘새벽별 버스’를 운영한다 |
| sum | words of its own stand before it and a sum follows | 별마루 우회도로에 30억원을 들인다 |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline import resources
from pipeline.grammar.alternatives import one_of
from pipeline.grammar.regex import regex

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


# Adjectives of any undertaking (`주민 밀착형 서비스`), and letters that stand for a technique (`AI 연계 사업`).
_DESCRIBES = regex(
    r"[가-힣]*(?:밀착|맞춤|체험|참여|체감|개방|주도|중심|생활|수요자?|친화|지향|선도)(?:형|적|의)|주요|핵심|각종|정기|신규|기존|유무상|연계|기반|관련|국비|도비|시비|국[·‧ㆍ]?[도시군구]비|예비"
    r"|(?:매?월|매?주|연)\d+회"
)
_TECHNIQUE = regex(r"AI|IT|ICT|IoT|SW|R&D|ESG|DX|VR|AR")


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun (English in lower case), its kind, and what makes a name of the words before it."""

    word: str
    lang: str
    kind: str
    needs: str

    @property
    def generic(self) -> bool:
        """Whether words of its own do not make it a name."""
        return self.needs != "words"

    @property
    def bare(self) -> bool:
        """Whether it ends names without quotation marks and says from outside what a quotation is."""
        return self.needs in ("words", "proper")


@cache
def heads(lang: str) -> dict[str, Head]:
    """Head nouns of a language; English ones in the singular and the plural."""
    found: dict[str, Head] = {}
    for row in resources.table("program_heads"):
        if row["lang"] == lang:
            word = row["head"].casefold()
            head = Head(word, lang, row["kind"], row["needs"])
            found |= dict.fromkeys([word] if lang == "ko" else [word, _plural(word)], head)
    return found


@cache
def generic(lang: str) -> frozenset[str]:
    """Modifiers that tell no program apart from another, English ones in lower case."""
    return frozenset(r["word"].casefold() for r in resources.table("program_generic") if r["lang"] == lang)


@cache
def deeds(lang: str) -> str:
    """The nouns that say what money is spent on (조성, 지원, restoration), as a pattern."""
    return one_of(r["word"] for r in resources.table("program_deeds") if r["lang"] == lang)


@cache
def alternatives(lang: str, quoted: bool = False) -> str:
    """The heads as a pattern, the longest first; English ones match in any case under re.IGNORECASE.

    quoted: also those that end names in quotation marks only.
    """
    return one_of(word for word, head in heads(lang).items() if quoted or head.bare)


@cache
def paid_alternatives() -> str:
    """The Korean heads that name by the sum behind them, as a pattern."""
    return one_of(word for word, head in heads("ko").items() if head.needs == "sum")


@cache
def _ending(lang: str) -> re.Pattern[str]:
    before = "" if lang == "ko" else r"(?<![\w])"
    return re.compile(rf"{before}({alternatives(lang, quoted=True)})\Z", re.IGNORECASE)


@lru_cache(4096)
def head_ending(name: str, lang: str) -> Head | None:
    """The longest head noun that a name ends with, or None."""
    # The longest head has fewer than 40 characters: a long name is not scanned from its start.
    found = _ending(lang).search(name[-40:])
    return heads(lang)[found.group(1).casefold()] if found else None


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"\w\s({alternatives('en')})\s(?:for|of|to|in|on|with)\s\S", re.IGNORECASE)


def head_within(name: str) -> Head | None:
    """The head noun of an English name that goes on behind it: `Support Project for Young Weavers`; or None."""
    found = _within().search(name[:80])
    return heads("en")[found.group(1).casefold()] if found else None


def describes(word: str) -> bool:
    """Whether a Korean word only describes an undertaking: 밀착형, 주요."""
    return _DESCRIBES.fullmatch(word) is not None


def is_technique(word: str) -> bool:
    """Whether a word is a technique's letters, which mark a name only beside a word of its own: AI, IoT."""
    return _TECHNIQUE.fullmatch(word) is not None


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")
