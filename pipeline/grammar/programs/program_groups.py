"""Which names of one document are one program, and what identifies a program across documents.

| names | one program because |
|---|---|
| `참좋은 지방자치 정책대회`, `참좋은지방자치정책대회` | equal without case, spaces, quotes and hyphens |
| `온빛시 청년축제 한마당`, `청년축제 한마당` | equal without the town in front |
| `과학브랜드 유성다과상`, later `유성다과상` | a short form of exactly one longer name, not beside it in one sentence |
| `온빛찰옥수수문화축제`, later `찰옥수수축제` | the same event's own word and head |
| `Seocho Coin`, `Seocho Coin System` | the longer one only adds a head noun |
| `Sharing footage of …`, `Sharing the … footage` | four fifths of the words that carry meaning, five of them or more |
| `Nara-ium`, `Naraeum`, `나라이음` | the same sound |
| `Stand Up Again Subsidy`, `Stand Up Again Support Fund` | only the head noun differs, not the kind |
| Korean and English in a text and its translation | kind, place, sums and dates, sound (program_pairs) |
| Korean and English, each the nth of its kind | as many of the kind in both languages, with the same numbers |
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pipeline.grammar.programs.program_heads import generic, head_ending, heads
from pipeline.grammar.programs.program_pairs import Place, Placed, numbers_agree, pairs
from pipeline.grammar.programs.quoted_names import shared_word, told_apart
from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import sound_key

_FOLDED_AWAY = regex(r"[\s'\"‘’“”`「」『』<>〈〉《》\[\]()·‧ㆍ\-–—,.]")
_TOWN = regex(
    r"(?:[가-힣]{1,5}(?:특별시|광역시|특별자치시|특별자치도|[시군도]|(?<![지특])구)\s|(?:[A-Z][\w]+-(?:gu|si|gun|do)|(?:[A-Z][\w-]+\s){1,2}(?:City|District|Province|County))(?:['’]s)?\s)"
)
# `온빛형 생활지원금` is called `생활지원금` too.
_TYPE = regex(r"[가-힣]{2,3}형")
_HANGUL = regex(r"[가-힣]")
# `Stand Up Again Support Fund`: words that lean on the head.
_LEANING = frozenset(("support", "special", "pilot", "지원", "특별", "시범", "운영"))
_SHORTEST = 4
# Syllables of an event's own before its head.
_SHORTEST_BODY = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """One mention of a program in a document: its name, kind (empty: not said), the sentence and place it stands in."""

    name: str
    kind: str
    sentence: tuple[int, int]
    place: Place = field(default_factory=Place)

    @property
    def lang(self) -> str:
        """`ko` where the name holds Hangul."""
        return "ko" if _HANGUL.search(self.name) else "en"


@dataclass(frozen=True, slots=True)
class Group:
    """One program of a document: `name` is the Korean name where there is one; an unknown name is empty."""

    name: str
    name_ko: str
    name_en: str
    kind: str


@lru_cache(4096)
def fold(name: str) -> str:
    """A name without case, width, spaces, quotes, hyphens and the town in front: equal for one program."""
    return _FOLDED_AWAY.sub("", _bare(name)).casefold()


@lru_cache(4096)
def _bare(name: str) -> str:
    """The name without the town in front, where the rest still tells it apart."""
    bare = unicodedata.normalize("NFKC", name).strip()
    while town := _TOWN.match(bare):
        rest = bare[town.end() :]
        if len(rest) < _SHORTEST or not told_apart(rest, head_ending(rest, _lang(rest)), _lang(rest)):
            break
        bare = rest
    return bare


def program_id(name: str, district_code: str) -> str:
    """The same for one name and owner in every document, with or without 사업, program and their like at its end."""
    return "prg-" + hashlib.sha1(f"{fold(_headless(name))}|{district_code}".encode()).hexdigest()[:12]


def _headless(name: str) -> str:
    """`은행시장 지중화` for `은행시장 지중화 사업`: the name before a generic head, where it tells the program apart."""
    bare = _bare(name)
    head = head_ending(bare, _lang(bare))
    if head is None or head.needs != "proper" or not told_apart(bare, head, _lang(bare)):
        return bare
    return bare[: len(bare) - len(head.word)].strip() or bare


def groups(namings: Sequence[Naming]) -> list[Group]:
    """The program of each naming, in their order; namings of one program share an equal Group."""
    leader = {fold(n.name): fold(n.name) for n in namings}
    _merge_forms(namings, leader)
    _merge_translations(namings, leader)
    _merge_languages(namings, leader)
    members: defaultdict[str, list[Naming]] = defaultdict(list)
    for naming in namings:
        members[_root(leader, fold(naming.name))].append(naming)
    made = {root: _group(inside) for root, inside in members.items()}
    return [made[_root(leader, fold(n.name))] for n in namings]


def _root(leader: dict[str, str], key: str) -> str:
    while leader[key] != key:
        key = leader[key]
    return key


def _merge_forms(namings: Sequence[Naming], leader: dict[str, str]) -> None:
    first = {fold(n.name): n for n in reversed(namings)}
    sentences: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for naming in namings:
        sentences[fold(naming.name)].add(naming.sentence)
    # Short before long, so that a chain of short forms ends at the fullest name.
    for key in sorted(first, key=lambda k: (len(k), k)):
        longer = [
            k
            for k in first
            if (len(k) > len(key) and _is_form_of(first[key], first[k], bool(sentences[key] & sentences[k])))
            or (len(k) == len(key) and _leaves_out(first[key].name, first[k].name))
        ]
        tops = [k for k in longer if not any(k != other and k in other for other in longer)]
        if len(tops) == 1:
            leader[key] = tops[0]


def _is_form_of(short: Naming, long: Naming, together: bool) -> bool:
    if short.lang != long.lang:
        return False
    a, b = fold(short.name), fold(long.name)
    if b.startswith(a) and len(a) >= 2:
        rest = unicodedata.normalize("NFKC", long.name).strip().casefold().split()
        added = b[len(a) :]
        return added in {_FOLDED_AWAY.sub("", w) for w in heads(long.lang)} or (
            added in generic(long.lang) and len(rest) > 1
        )
    if b.endswith(a) and len(a) >= _SHORTEST and _TYPE.fullmatch(b[: -len(a)]):
        return True
    if together:
        return False
    if short.lang == "ko" and short.kind == long.kind == "event" and _is_inside(short.name, b):
        return True
    if short.kind == long.kind and _core(short.name) == _core(long.name) is not None:
        return True
    if (
        b.endswith(a)
        and len(a) >= _SHORTEST
        and told_apart(short.name, head_ending(short.name, short.lang), short.lang)
    ):
        return True
    return _same_words(short.name, long.name) or _leaves_out(short.name, long.name)


def _is_inside(short: str, long: str) -> bool:
    """`찰옥수수축제` of `온빛찰옥수수문화축제`: what tells an event apart, and its head, in the longer name."""
    head = head_ending(short, "ko")
    body = fold(short)[: -len(head.word)] if head else ""
    if head is None or " " in short.strip() or len(body) < _SHORTEST_BODY or not told_apart(short, head, "ko"):
        return False
    return long.endswith(head.word) and body in long[: -len(head.word)]


def _same_words(a: str, b: str) -> bool:
    wa, wb = _stems(a), _stems(b)
    return len(wa & wb) >= 5 and len(wa & wb) >= 0.75 * min(len(wa), len(wb))


def _leaves_out(short: str, long: str) -> bool:
    """`빈 점포 문화공간 조례` of `빈 점포 문화공간 전환 조례`: the same words in order, from the first to the last.

    Three words or more, or two that are both its own: `황룡강 생태길 사업` of `황룡강 백리 생태길`.
    """
    a, b = _bare_words(short), _bare_words(long)
    if len(b) <= 1 or len(a) <= 1 or a[0] != b[0]:
        return False
    known = _shared_words(_lang(short))
    if len(a) == 3 and a[-1] in heads(_lang(short)) and a[-1] != b[-1]:
        a = a[:-1]
    if len(a) < 2 or (len(a) == 2 and any(word in known for word in a)):
        return False
    rest = iter(b)
    return len(b) > len(a) and (a[0], a[-1]) == (b[0], b[-1]) and all(word in rest for word in a)


@lru_cache(4096)
def _bare_words(name: str) -> tuple[str, ...]:
    return tuple(_bare(name).casefold().split())


@cache
def _shared_words(lang: str) -> frozenset[str]:
    return frozenset((*generic(lang), *heads(lang)))


def _core(name: str) -> tuple[str, ...] | None:
    """The words of a name before its head and what leans on it; None for fewer than two, or none of its own."""
    head = head_ending(name, _lang(name))
    words = _bare(name).casefold().split()
    if head is None or not _bare(name).casefold().endswith(head.word):
        return None
    words = words[: len(words) - len(head.word.split())]
    while words and words[-1] in _LEANING:
        words.pop()
    shared = generic(_lang(name))
    return tuple(words) if len(words) > 1 and not all(shared_word(w, shared) for w in words) else None


@lru_cache(4096)
def _stems(name: str) -> set[str]:
    return {w.rstrip("s") for w in re.findall(r"[a-z]{4,}|[가-힣]{2,}", name.casefold())}


def _merge_translations(namings: Sequence[Naming], leader: dict[str, str]) -> None:
    """Names in a text and its translation that are one program."""
    by_lang: dict[str, defaultdict[str, list[Placed]]] = {"ko": defaultdict(list), "en": defaultdict(list)}
    for naming in namings:
        root = _root(leader, fold(naming.name))
        by_lang[naming.lang][root].append(Placed(naming.name, naming.kind, naming.place))
    for korean, english in pairs(by_lang["ko"], by_lang["en"]):
        _join(leader, english, korean)


def _merge_languages(namings: Sequence[Naming], leader: dict[str, str]) -> None:
    """Korean and English names of one program: by sound, then the nth of a kind where both languages have as many."""
    order: dict[tuple[str, str], list[str]] = {}
    for naming in namings:
        root = _root(leader, fold(naming.name))
        roots = order.setdefault((naming.lang, naming.kind), [])
        if root not in (r for known in order.values() for r in known):
            roots.append(root)
    _merge_sounds(namings, leader)
    for (lang, kind), english in order.items():
        korean = order.get(("ko", kind), [])
        if lang != "en" or not kind or len(korean) != len(english):
            continue
        if all(numbers_agree(k, e) for k, e in zip(korean, english, strict=True)):
            for k, e in zip(korean, english, strict=True):
                _join(leader, e, k)


def _merge_sounds(namings: Sequence[Naming], leader: dict[str, str]) -> None:
    """One-word names that sound alike: Nara-ium, Naraeum, 나라이음. A Korean spelling leads."""
    words = sorted(
        {n.name for n in namings if " " not in n.name and len(n.name) > 2}, key=lambda name: (_lang(name) != "ko", name)
    )
    by_sound: dict[str, str] = {}
    for word in words:
        _join(leader, fold(word), fold(by_sound.setdefault(sound_key(word), word)))


def _join(leader: dict[str, str], key: str, other: str) -> None:
    if _root(leader, key) != _root(leader, other):
        leader[_root(leader, key)] = _root(leader, other)


def _group(namings: Sequence[Naming]) -> Group:
    korean = _best([n.name for n in namings if n.lang == "ko"])
    english = _best([n.name for n in namings if n.lang == "en"])
    kinds = Counter(n.kind for n in namings if n.kind)
    kind = min(kinds, key=lambda k: (-kinds[k], k)) if kinds else "project"
    return Group(korean or english, korean, english, kind)


def _best(names: Sequence[str]) -> str:
    """The name seen most, of those the fullest, of those the first in the alphabet; empty where there is none."""
    counts = Counter(names)
    return min(counts, key=lambda n: (-counts[n], -len(n), n)) if counts else ""


def _lang(name: str) -> str:
    return "ko" if _HANGUL.search(name) else "en"
