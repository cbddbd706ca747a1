"""Korean personal names in Hangul and in Latin letters: shape, parts, order, and a key that spellings share.

A Hangul name is a surname of one or two syllables and a given name of one to three (nearly always two). In Latin
letters either part may come first, the given name hyphened, joined or in two words: `Kim Gil-seong`, `Gilseong Kim`,
`Kim Gil Seong`, `Chung, Yong-rae`. Surnames come from `resources/surnames.csv` (the census and passport spellings).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline import resources
from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import sound_key

# Syllables that close to all given names are made of. Particles (는, 을, 에) and units (청, 당, 년, 들) are not among them.
_GIVEN = frozenset(
    "가강건겸경공곤관광교구국권규균근금기길나남노다달담대덕도동두라란람래량려련령례로록루류륜률리린림만매명모목무문묵미민"
    "박방배백범별병보복봉부비빈빛삼상새서석선설섭성세소솔송수숙순슬승식신심아안애양언여연열엽영예오옥온완용우욱운웅원월위"
    "유윤율은의이익인일임자장재전정제조종주준중지진찬창채천철초춘충치태택평표필하학한해행향혁현협형혜호홍화환효후훈휘흔희갑"
    "흥등돈두헌집권엄늘결산샘힘봄견람름시득걸판술출탁통팔품풍흠쌍돌삭읍숭쾌탄벽"
)
# Single syllables that stand between two spaces as words of their own: `박 전 시장`, `이 중 의원`, `한 명`, `그 분`.
_NEVER_GIVEN = frozenset("전등및겸측씨님때것수내외간중후신구시군도동읍면리총새옛약단주각본부남여당차")
_COUNTING = frozenset("한두이석그전여당반매제본동단")
_COUNTED = frozenset("명분번곳개채해달일장대차회건원권주편인안법점상방길문책날")
# The surnames table begins with the most frequent ones, in the order of the census.
_MOST_FREQUENT = 26
_SYLLABLE = regex(
    r"""
    (?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjhywfzc])?                 # onset
    (?:yeo|yae|wae|weo|woo|you|yoo|eui|yu|ya|ye|yo|wa|wo|we|wi|ui|oe|oi|ae|ai|ay|eo|eu|ee|ei|oo|ou|uh|ah|a|e|i|o|u)
    (?:ng|ck|[nmlrkgpbtdh])?                                       # final
    """,
    re.VERBOSE,
)
_TWO_SYLLABLES = regex(f"(?:{_SYLLABLE.pattern}){{2}}", re.VERBOSE)
_ONE_SYLLABLE = regex(_SYLLABLE.pattern, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name: parts as written. `given` is empty where only the surname is known."""

    surname: str
    given: str = ""
    foreign: bool = False

    @property
    def hangul(self) -> bool:
        """Whether it is written in Hangul."""
        return "가" <= self.surname[:1] <= "힣"

    @property
    def whole(self) -> bool:
        """Whether it says who is meant: more than a surname."""
        return bool(self.given) or self.foreign

    @property
    def written(self) -> str:
        """`정용래`; in Latin letters surname first: `Jung Yong-rae`. Of a foreigner the given name first: `앙겔라 메르켈`."""
        if self.hangul and not self.foreign:
            return self.surname + self.given
        parts = (self.given, self.surname) if self.foreign else (self.surname, self.given)
        return " ".join(part for part in parts if part)

    @property
    def surname_keys(self) -> frozenset[str]:
        """The keys of the surnames it may be: 정, Jung, Chung → {jeong}; Chun → {jeon}."""
        if self.foreign:
            return frozenset([sound_key(self.surname)])
        return surname_keys(self.surname)

    @property
    def key(self) -> str:
        """The same for a Hangul name and its usual romanisations in either order: `jeong:yoNnae`."""
        return f"{min(self.surname_keys, default='')}:{sound_key(self.given)}"


@cache
def surnames() -> frozenset[str]:
    """The surnames in Hangul."""
    return frozenset(row["hangul"] for row in resources.table("surnames"))


@cache
def common_surnames() -> frozenset[str]:
    """Those that nearly everyone has."""
    return frozenset(row["hangul"] for row in resources.table("surnames") if row["rank"] == "common")


@cache
def latin_surnames() -> dict[str, frozenset[str]]:
    """Usual spelling → keys of the surnames it stands for."""
    found: dict[str, set[str]] = {}
    for row in resources.table("surnames"):
        for spelling in row["romanisations"].split("|"):
            found.setdefault(spelling, set()).add(row["key"])
    return {spelling: frozenset(keys) for spelling, keys in found.items()}


@cache
def surnames_that_are_words() -> frozenset[str]:
    """Spellings of surnames that are English words or names of their own (An, So, Mark): never taken alone."""
    return frozenset(word for row in resources.table("surnames") for word in row["words"].split("|") if word)


@cache
def surname_keys(surname: str) -> frozenset[str]:
    """The keys of a surname in Hangul or Latin letters; empty for what is none."""
    if "가" <= surname[:1] <= "힣":
        return frozenset(row["key"] for row in resources.table("surnames") if row["hangul"] == surname)
    return latin_surnames().get(surname[:1].upper() + surname[1:].lower(), frozenset())


def split_hangul(text: str, usual: bool = True) -> Name | None:
    """A Hangul name in its parts, or None where the shape is not that of a Korean name. Says nothing of common words.

    `usual` asks that the given name be made of the syllables that nearly all are made of.
    """
    if not 2 <= len(text) <= 5:
        return None
    # 황보람 is far more often 황 + 보람 than 황보 + 람.
    for size in (1, 2) if len(text) == 3 and text[:2] == "황보" else (2, 1):
        surname, given = text[:size], text[size:]
        if surname not in surnames() or not given or len(given) > 3:
            continue
        # A surname of two syllables is one only if a given name is left: 선우 alone is 선 + 우.
        if not usual or all(c in _GIVEN for c in given):
            return Name(surname, given)
    return None


def split_spaced(first: str, second: str) -> Name | None:
    """A name of two syllables, or with a surname of two, that is written with a space (우 현, 남궁 민); None for words."""
    if first not in surnames() or not all(c in _GIVEN for c in second) or second in _NEVER_GIVEN:
        return None
    if len(first) == 2:
        return Name(first, second) if len(second) <= 2 else None
    if len(second) != 1 or is_word(first + second) or (first in _COUNTING and second in _COUNTED):
        return None
    return Name(first, second)


def is_word(text: str) -> bool:
    """Whether a text that has the shape of a name is a common word of news, or a historical person."""
    return text in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(row["word"] for row in resources.table("not_names"))


def is_strong(name: Name) -> bool:
    """Whether the shape alone speaks for a name: a common surname, or one of two syllables, and a given name of two."""
    return len(name.given) == 2 and (len(name.surname) == 2 or name.surname in common_surnames())


def split_latin(first: str, second: str) -> Name | None:
    """Two parts in Latin letters in either order as a name, or None. `second` may be two words (`Gil Seong`)."""
    first_given, second_given = _given_syllables(first), _given_syllables(second)
    if first_given == 2 and second_given and _is_double_surname(first) and not _is_common(second):
        return Name(first, second)  # Sunwoo Beom; but Sunwoo Kim is of the Kims
    if surname_keys(first) and second_given and (second_given == 2 or first_given != 2 or not surname_keys(second)):
        return Name(first, second)
    if surname_keys(second) and first_given:
        return Name(second, first)
    return None


@cache
def _is_double_surname(spelling: str) -> bool:
    keys = surname_keys(spelling)
    return any(len(row["hangul"]) == 2 and row["key"] in keys for row in resources.table("surnames"))


@cache
def _is_common(spelling: str) -> bool:
    """Whether a spelling is of one of the twenty surnames that four in five people have."""
    return not surname_keys(spelling).isdisjoint(
        row["key"] for row in resources.table("surnames")[:_MOST_FREQUENT] if row["rank"] == "common"
    )


def _given_syllables(text: str) -> int:
    """How many Korean syllables a given name in Latin letters has: 1, 2 or 0 for what is none."""
    parts = re.split(r"[- ]", text.lower())
    if len(parts) == 2:
        return 2 if all(_ONE_SYLLABLE.fullmatch(p) for p in parts) else 0
    if len(parts) > 2 or parts[0].endswith("ing"):  # `Park Looking`: no given name ends so
        return 0
    if _ONE_SYLLABLE.fullmatch(parts[0]):
        return 1
    return 2 if _TWO_SYLLABLES.fullmatch(parts[0]) else 0
