"""What a mention means, so that a Korean and an English one of the same sum, day, person or area can be told to be one.

| type | a key | example |
|---|---|---|
| amount | won, or currency and value | 1200000000, USD 5000000 |
| date | the day, or the start and end of a longer span | 2021-05-31, 2021-05-01/2021-05-31 |
| official | surname and the sound of the given name, for each reading | jeong:yoNne |
| district, program | the entity's id | 3020000000 |

A range has a key for each end. A mention whose meaning is not known has none, and means the same as no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pipeline.grammar.people.names import Name, split_hangul, split_latin
from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import sound_key
from pipeline.records import Mention

Keys = frozenset[str]
_WORD_EN = regex(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_BETWEEN_NAMES = regex(r",? ")
_NAME_KO = regex(r"[가-힣]{2,}")


@dataclass(frozen=True)
class Side:
    """One text of a pair: its raw text, language, sentences (raw spans) and mentions with a value, in reading order."""

    text: str
    lang: str
    sentences: Sequence[tuple[int, int]]
    mentions: Sequence[Mention]

    @cached_property
    def by_sentence(self) -> list[list[Mention]]:
        """The mentions of each sentence."""
        found: list[list[Mention]] = [[] for _ in self.sentences]
        at = 0
        for mention in sorted(self.mentions, key=lambda m: m.start):
            while at + 1 < len(self.sentences) and self.sentences[at + 1][0] <= mention.start:
                at += 1
            if self.sentences:
                found[at].append(mention)
        return found

    def keys(self, type: str) -> Keys:
        """What all mentions of a type mean."""
        return frozenset(key for m in self.mentions if m.type == type for key in keys_of(m))

    def words(self, sentences: Iterable[int]) -> str:
        """The text of some sentences."""
        return "\n".join(self.text[slice(*self.sentences[i])] for i in sentences)

    @cached_property
    def people(self) -> Keys:
        """The keys of all that may be a person's name, found or not."""
        return frozenset(names_in(self.text, self.lang))


def keys_of(mention: Mention) -> Keys:
    """What a mention means, so that equal meanings share a key; empty where it is not known."""
    return _KEYS.get(mention.type, _entity_keys)(mention) if mention.row is not None else frozenset()


def same_meaning(a: Mention, b: Mention) -> bool:
    """Whether two mentions mean the same; a person where any of the names agree."""
    one, other = keys_of(a), keys_of(b)
    if a.type != b.type or not one or not other:
        return False
    if a.type == "date" and a.row.granularity == b.row.granularity == "day":
        return len(one) == len(other) and all(map(_may_be, sorted(one), sorted(other)))
    return one == other or (a.type == "official" and bool(one & other))


def _may_be(day: str, other: str) -> bool:
    """Whether two days are one as far as they are known: XXXX-XX-15 and 2021-07-15."""
    return len(day) == len(other) and all(a == b or "X" in (a, b) for a, b in zip(day, other, strict=True))


def _amount_keys(mention: Mention) -> Keys:
    row = mention.row
    if row.value is None:
        return frozenset()
    if row.currency != "KRW":
        return frozenset([f"{row.currency} {row.value}"])
    return frozenset(str(value) for value in (row.value_krw, row.value_max_krw) if value is not None)


def _date_keys(mention: Mention) -> Keys:
    row = mention.row
    if row.start is None and row.end is None:
        return frozenset((mention.value or row.edtf).split("/")) - {"", ".."}
    if row.granularity == "day":
        return frozenset(day.isoformat() for day in (row.start, row.end) if day is not None)
    return frozenset([f"{row.start or ''}/{row.end or ''}"])


def _official_keys(mention: Mention) -> Keys:
    return _called(mention.row.name_ko) | _called(mention.row.name_en)


@lru_cache(4096)
def _called(name: str) -> Keys:
    return frozenset(names_in(name, "ko" if name and "가" <= name[0] <= "힣" else "en"))


def _entity_keys(mention: Mention) -> Keys:
    return frozenset([mention.entity_id]) - {""}


_KEYS: dict[str, Callable[[Mention], Keys]] = {
    "amount": _amount_keys,
    "date": _date_keys,
    "official": _official_keys,
}


def names_in(text: str, lang: str) -> Iterator[str]:
    """Keys of whatever has the shape of a Korean name."""
    if lang == "en":
        for _, keys in people_in(text or ""):
            yield from keys
        return
    for word in _NAME_KO.findall(text or ""):
        for size in (2, 3, 4):
            name = split_hangul(word[:size], usual=False) if len(word) >= size else None
            if name is not None and name.given:
                yield from _name_keys(name)


def people_in(text: str) -> Iterator[tuple[str, Keys]]:
    """What has the shape of a Korean name in an English text, of two words or three, with its keys."""
    words = list(_WORD_EN.finditer(text))
    for first, second, *rest in zip(words, words[1:], [*words[2:], None], strict=False):
        if not first.group()[0].isupper() or not _BETWEEN_NAMES.fullmatch(text, first.end(), second.start()):
            continue
        third = rest[0] if rest and rest[0] and text[second.end() : rest[0].start()] == " " else None
        for last, given in ((second, second.group()), (third, f"{second.group()} {third.group()}" if third else "")):
            name = split_latin(first.group(), given) if last and given else None
            if name is not None:
                yield text[first.start() : last.end()] if last else "", frozenset(_name_keys(name))


def _name_keys(name: Name) -> Iterator[str]:
    """One for each surname that it may be: Cho is 조 or 초."""
    return (f"{surname}:{sound_key(name.given)}" for surname in sorted(name.surname_keys))
