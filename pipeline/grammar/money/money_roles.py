"""What a sum of money is for: its role, by the words around it and where they stand.

Words are rows of resources/money_roles.csv. `kind` says how much a word decides: a `deed` tells what is done with the
money whatever it is called (장학금을 기탁하다, saved in budget), a `head` names the money (국비, 과태료), a `mild` noun names it
but gives way to a verb (냉방비를 지원하다), `give` and `act` are verbs, a `hint` only makes likely. `given` is a pattern that the
sentence must hold for the row to apply (시비 is the upper level's share where 구비 stands beside it), `size` whether it
is for `large` or `small` sums (3천원에 팔렸다 tells a price, 7억원어치가 팔렸다 sales); the first row of a word that applies wins. Of all words in reach the one with the best rank decides, by place and kind; of equals the nearest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from pipeline.grammar.numerals import Number
from pipeline.grammar.regex import regex
from pipeline.resources import table

ROLES = (
    *("budget", "project_cost", "subsidy", "loan", "donation", "prize", "revenue", "expense", "tax", "fine", "price"),
    *("wage", "debt", "saving", "economic_effect", "voucher", "investment", "other"),
)

Span = tuple[int, int]
_Row = tuple[re.Pattern[str] | None, str, str, str]

# The rank of a word by its place and kind, lower is better; a place without a kind does not count. Places: `object`
# right after the sum (100만원의 포상금, 3 billion won in fines), `label` next to it before (사업비는 총 3억), `right` and
# `left` up to the neighbouring sums, `topic` marked as such earlier in the sentence (입장료는 …), `further` earlier at all,
# `tail` the verb that ends the sentence for all its sums. English puts the governing verb before the sum.
_RANKS: dict[str, dict[str, dict[str, float]]] = {
    "ko": {
        "object": {"deed": 2, "head": 1, "mild": 4.5, "give": 4, "act": 6, "hint": 11},
        "label": {"deed": 2.2, "head": 1.2, "mild": 5, "give": 4, "act": 6, "hint": 11},
        "right": {"deed": 2.4, "head": 8.2, "mild": 8.4, "give": 4.2, "act": 6.2, "hint": 11.2},
        "subject": {"mild": 2.9},
        "topic": {"deed": 8.5, "head": 3, "mild": 6.4, "give": 10, "act": 10, "hint": 11.4},
        "left": {"deed": 4.8, "head": 7, "mild": 7.2, "give": 9.6, "act": 9.7, "hint": 11.4},
        "further": {"deed": 9.6, "head": 9.5, "mild": 9.8, "give": 10.4, "act": 10.5, "hint": 11.6},
        "tail": {"deed": 3.2, "give": 4.6, "act": 8.8},
        "purpose": {"head": 10, "mild": 10.2, "hint": 11.4},
        "beyond": {"deed": 8.1, "give": 9.2, "act": 9.3},
    },
    "en": {
        "object": {"deed": 2, "head": 2.4, "mild": 2.5, "give": 6, "act": 6, "hint": 8.6},
        "label": {"deed": 1.4, "head": 1.2, "mild": 3, "give": 3.4, "act": 3.4, "hint": 8.7},
        "right": {"deed": 6, "head": 8, "mild": 8.2, "give": 6.4, "act": 4.4, "hint": 8.9},
        "topic": {"deed": 5, "head": 5.2, "mild": 5.6, "give": 7, "act": 7, "hint": 8.9},
        "left": {"deed": 2.2, "head": 5.4, "mild": 5.8, "give": 4, "act": 4, "hint": 8.8},
        "further": {"deed": 9.6, "head": 9.5, "mild": 9.8, "give": 10.4, "act": 10.5, "hint": 11.6},
        "beyond": {"deed": 9.4, "give": 9.6, "act": 9.2, "head": 9.9, "mild": 10},
    },
}
# What the sum before lends: to one that stands in a row with it, in its sentence, or in a later one.
_BESIDE, _SAME_SENTENCE, _EARLIER = 2.3, 9.0, 12.0

# Sums in won from here on are large. What one sum lends to the next counts only where they are of like size.
_LARGE = 10_000_000
_ALIKE = 200
_REACH = 140
_TAIL = 30

_PAD = r"약|총|모두|무려|최대|최소|최고|월|연|매월|매년|매달|연간|각각?|올해|지난해|작년|내년|모두|대비|기준|전체|한[ ]해|1?[인명가구세대업체점포]{1,2}당"
_GLUE = {
    "ko": regex(
        rf"[가-힣]{{0,3}}(?:[ (:‘’“”'\"]++(?:(?:{_PAD})(?![가-힣])|\d{{1,4}}년(?:까지|간)?|\d{{1,3}}(?:명|팀|편|점|곳)(?:에게|에는|에|은|의)?|최근)?)*"
    ),
    "en": regex(
        r"""
        s?(?: [ ,:(“”"'₩$-]
          | \b(?: of | at | is | are | was | were | be | been | will | would | to | as | a | an | the | its | about | around | up | some | over
            | more | than | nearly | most | least | only | just | another | further | estimated | roughly | approximately | expected | KRW
            | total\w* | worth | amount\w* | com(?:es|ing) | came | set | put | reach\w* | hit | stands? | ris\w+ | rose | fell | less | under
            | high | additional | between | some | from | that | stood | limit | each )\b )*
        """,
        re.VERBOSE | re.IGNORECASE,
    ),
}
_OBJECT = {
    "ko": regex(
        r"[ ]?(?:여|가량|정도|안팎|이내|이하|이상|규모|상당|어치|대|짜리|씩|이[ ]넘는){0,2}(?:의[ ](?:[^\s,.]+[ ]){0,3}|[ ]|인[ ]|이던[ ])?(?:[‘“'「]?[^\s,.]{0,8})?"
    ),
    "en": regex(
        r"(?:[ -](?:in|of|worth[ ]of))?(?:[ -](?!(?:and|or|but|off|to|for|by|from|at|on|with|while|which|will|was|were|is|are|has|have)\b)[A-Za-z'’-]+){0,2}[ -]?"
    ),
}
_TOPIC = {"ko": regex(r"[가-힣]{0,2}[은는도](?=[ ])|[ ]?[:：]"), "en": regex(r"s?:")}
_IN_A_ROW = regex(
    r"[ ]?(?:[~∼,·/(→]|에서|과|와|및|또는|부터)?[ ]?(?:약|최대|최고|총|각|월|연|about|around|or)?[ ]?|,?[ ](?:to|and|or)[ ](?:about[ ])?"
)
_SUM_UP = regex(r"[ ]?등[ ]?(?:모두|총|전체|합계|합해|해서)?[ ]?")
_PURPOSE = regex(r"[^\s,.]{0,3}에(?:는|도|만)?[ ]")
_CLAUSE = {
    "ko": regex(r"[가-힣](?:며|고|지만|으나|는데|면서)[ ,]"),
    "en": regex(r"[;.]|,[ ](?:and|but|while|which)\b|\b(?:and|but|while)[ ](?:it|they|the|will)\b"),
}
_LOOK_AROUND = regex(r"\(\?<?[!=][^)]*\)")
_HANGUL = regex("[가-힣]")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word `[start, end)` that tells a role: by the first of its `readings` (size, role, kind) that fits the sum."""

    start: int
    end: int
    readings: tuple[tuple[str, str, str], ...]

    @property
    def is_noun(self) -> bool:
        """Whether the word names money."""
        return self.readings[0][2] in ("head", "mild")


@dataclass(frozen=True)
class _Words:
    """The words of a language: one pattern with a group per word, and the rows of each as (given, size, role, kind)."""

    pattern: re.Pattern[str]
    rows: tuple[tuple[_Row, ...], ...]


def roles_of(
    text: str, sentence: Span, sums: Sequence[Span], values: Sequence[Number | None], before: tuple[str, Number | None]
) -> list[str]:
    """The role of each sum of a sentence, in reading order; empty where nothing tells.

    `values`: the sums in won, None where they are unknown. `before`: role and value of the last sum ahead of the
    sentence, the role empty if there is none in reach.
    """
    lang = "ko" if _HANGUL.search(text, *sentence) else "en"
    found = _cues(text, sentence, lang)
    starts = [cue.start for cue in found]
    roles: list[str] = []
    for i, (own, value) in enumerate(zip(sums, values, strict=True)):
        floor = sums[i - 1][1] if i else sentence[0]
        ceiling = sums[i + 1][0] if i + 1 < len(sums) else sentence[1]
        size = "small" if value is not None and value < _LARGE else "large"
        near = found[bisect_left(starts, own[0] - _REACH) : bisect_left(starts, own[1] + _REACH)]
        ranked = [_ranked(text, cue, own, size, (floor, ceiling), sentence[1], lang) for cue in near]
        if i and _IN_A_ROW.fullmatch(text, floor, own[0]):
            ranked.append((_BESIDE, 0, roles[-1]))
        elif i and not _SUM_UP.fullmatch(text, floor, own[0]) and _alike(values[i - 1], value):
            ranked.append((_SAME_SENTENCE, 0, roles[-1]))
        elif not i and _alike(before[1], value):
            ranked.append((_EARLIER, 0, before[0]))
        roles.append(min((r for r in ranked if r[2]), default=(0.0, 0, ""))[2])
    for i in reversed(range(len(roles) - 1)):
        roles[i] = roles[i] or (roles[i + 1] if _alike(values[i], values[i + 1]) else "")
    return roles


def _ranked(
    text: str, cue: Cue, own: Span, size: str, neighbours: Span, sentence_end: int, lang: str
) -> tuple[float, int, str]:
    """Rank, distance and role of a word for a sum; the role is empty where the word does not count."""
    if cue.end <= own[0]:
        distance, places = own[0] - cue.end, _places_before(text, cue, own[0], neighbours[0], lang)
    elif cue.start >= own[1]:
        distance, places = cue.start - own[1], _places_after(text, cue, own[1], neighbours[1], sentence_end, lang)
    else:
        return 0.0, 0, ""
    role, kind = next(((role, kind) for fit, role, kind in cue.readings if fit in ("", size)), ("", ""))
    best = min((_RANKS[lang][place][kind] for place in places if kind in _RANKS[lang].get(place, {})), default=None)
    return (best, distance, role) if best is not None else (0.0, 0, "")


def _places_before(text: str, cue: Cue, start: int, floor: int, lang: str) -> list[str]:
    """Where a word stands to a sum that starts at `start` and whose neighbour before ends at `floor`."""
    if lang == "ko" and _PURPOSE.match(text, cue.end, start):
        place = "purpose"
    elif cue.start < floor:
        place = "further"
    else:
        place = "label" if _GLUE[lang].fullmatch(text, cue.end, start) else "left"
    if not _TOPIC[lang].match(text, cue.end):
        return [place]
    return [place, "subject" if place == "label" else "topic"]


def _places_after(text: str, cue: Cue, end: int, ceiling: int, sentence_end: int, lang: str) -> list[str]:
    """Where a word stands to a sum that ends at `end` and whose neighbour after starts at `ceiling`."""
    if cue.end > ceiling:
        governed = cue.end > sentence_end - _TAIL and not _CLAUSE[lang].search(text, end, ceiling)
        return ["tail"] if governed else []
    if _CLAUSE[lang].search(text, end, cue.start):
        return ["beyond"]
    if ceiling < sentence_end and cue.is_noun and _GLUE[lang].fullmatch(text, cue.end, ceiling):
        return []  # it names the next sum
    return ["object" if _OBJECT[lang].fullmatch(text, end, cue.start) else "right"]


def _alike(one: Number | None, other: Number | None) -> bool:
    return one is None or other is None or (one <= other * _ALIKE and other <= one * _ALIKE)


def _cues(text: str, sentence: Span, lang: str) -> list[Cue]:
    """The words of a sentence that tell a role, in reading order; of a compound (지방세 체납액) its last noun."""
    words = _words(lang)
    found: list[Cue] = []

    @cache
    def holds(given: re.Pattern[str]) -> bool:
        return given.search(text, *sentence) is not None

    for m in words.pattern.finditer(text, *sentence):
        rows = words.rows[(m.lastindex or 1) - 1]
        readings = tuple(row[1:] for row in rows if row[0] is None or holds(row[0]))
        if readings:
            cue = Cue(m.start(), m.end(), readings)
            if found and cue.is_noun and found[-1].is_noun and text[found[-1].end : cue.start] in ("", " "):
                found.pop()
            found.append(cue)
    return found


@cache
def _words(lang: str) -> _Words:
    """The table's words, longest first, so that 지원금 is no 지원, by their first letters, which most places fail at."""
    rows: dict[str, list[_Row]] = {}
    for row in table("money_roles"):
        if row["lang"] == lang:
            given = re.compile(row["given"], re.IGNORECASE) if row["given"] else None
            for word in _alternatives(row["words"]):
                rows.setdefault(word, []).append((given, row["size"], row["role"], row["kind"]))
    ordered = sorted(rows, key=lambda word: (*_begins(word), -len(_LOOK_AROUND.sub("", word)), word))
    joined = "|".join(
        f"{first}(?:{'|'.join(_grouped(second, words) for (_, _, second), words in groupby(same, _begins))})"
        for first, same in groupby(ordered, lambda word: word[0])
    )
    letters = "".join(dict.fromkeys(word[0] for word in ordered))
    pattern = (
        rf"(?i)(?=[{letters}])(?<![A-Za-z])(?:{joined})(?![A-Za-z])"
        if lang == "en"
        else rf"(?=[{letters}])(?:{joined})"
    )
    return _Words(re.compile(pattern), tuple(tuple(rows[word]) for word in ordered))


def _begins(word: str) -> tuple[str, bool, str]:
    """Its first letter and its second; where that is none, or has a quantifier, it comes last and is empty."""
    plain = (word[1:2].isalpha() or word[1:2] == " ") and word[2:3] not in tuple("?*+{")
    return word[0], not plain, word[1] if plain else ""


def _grouped(second: str, words: Iterable[str]) -> str:
    return f"{second}(?:{'|'.join(f'({word[1 + len(second) :]})' for word in words)})"


def _alternatives(words: str) -> list[str]:
    """The alternatives of a pattern at its top level: `사업비|효과(?:는|가)` are two."""
    found, depth, last = [], 0, 0
    for i, character in enumerate(words):
        depth += (character in "([") - (character in ")]")
        if character == "|" and not depth:
            found.append(words[last:i])
            last = i + 1
    return [*found, words[last:]]
