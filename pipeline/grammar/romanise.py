"""Hangul → Latin letters by the Revised Romanization, and a key under which a word's usual Latin spellings meet.

Source: 국어의 로마자 표기법 (문화체육관광부 고시, 2000; revised 2014). Sound changes are written (종로 jongno,
왕십리 wangsimni), tense consonants that only arise in speech are not (압구정 apgujeong), ㅎ after ㄱ, ㄷ, ㅂ stays in
nouns (묵호 mukho). The hyphen before an administrative unit stops every change (의정부시 Uijeongbu-si).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from pipeline.grammar.regex import regex

_ONSETS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    *("a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae"),
    *("oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"),
)
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# How a final sounds before a consonant or at the end; all stops become k, t or p.
_CLOSED = dict(
    zip(
        _FINALS,
        ("", *"kkknnntlkmlllplmpptt", "ng", *"ttktpt"),
        strict=True,
    )
)
# What stays and what moves over when a vowel follows: 독일 dogil, 값이 gapsi.
_LINKED = dict(
    zip(
        _FINALS,
        (
            ("", ""),
            *(("", "g"), ("", "kk"), ("k", "s"), ("", "n"), ("n", "j"), ("", "n"), ("", "d"), ("", "r"), ("l", "g")),
            *(("l", "m"), ("l", "b"), ("l", "s"), ("l", "t"), ("l", "p"), ("", "r"), ("", "m"), ("", "b"), ("p", "s")),
            *(("", "s"), ("", "ss"), ("ng", ""), ("", "j"), ("", "ch"), ("", "k"), ("", "t"), ("", "p"), ("", "")),
        ),
        strict=True,
    )
)
# Closed final + onset → how the two are written when they change each other: 왕십리 (p + r), 별내 (l + n).
_MEETING = {
    **{("k", onset): "ng" + sound for onset, sound in (("n", "n"), ("m", "m"), ("r", "n"))},
    **{("t", onset): "n" + sound for onset, sound in (("n", "n"), ("m", "m"), ("r", "n"))},
    **{("p", onset): "m" + sound for onset, sound in (("n", "n"), ("m", "m"), ("r", "n"))},
    ("n", "r"): "ll",
    ("l", "n"): "ll",
    ("l", "r"): "ll",
    ("m", "r"): "mn",
    ("ng", "r"): "ngn",
}
# ㅎ as a final hardens what follows (좋다 jota); ㄷ, ㅌ before 이 become ㅈ, ㅊ (해돋이 haedoji).
_AFTER_H = {"g": "k", "d": "t", "j": "ch", "s": "ss"}
_BEFORE_I = {"d": "j", "t": "ch"}

_HANGUL = regex(r"[가-힣]+")
_UNITS = {
    "시": "si",
    "군": "gun",
    "구": "gu",
    "읍": "eup",
    "면": "myeon",
    "동": "dong",
    "리": "ri",
    "도": "do",
    "가": "ga",
}
# The official list leaves out the unit of metropolitan cities (서울특별시 Seoul) and calls 특별자치도 -do.
_BARE_UNITS = regex(r"(?:통합)?특별시$|광역시$|직할시$|특별자치시\Z")
_PROVINCE = regex(r"특별자치도\Z")
_NUMBERED = regex(r"(?P<stem>[가-힣]+)(?P<number>\d+)(?P<unit>[가동])")
_NUMBERS = ("", "il", "i", "sam", "sa", "o", "yuk", "chil", "pal", "gu", "sip", "sibil")


def romanise(hangul: str) -> str:
    """The text with its Hangul in lower-case Latin letters, sound changes written; other characters stay."""
    return _HANGUL.sub(lambda m: _word(m.group()), hangul)


def romanise_district(name_ko: str) -> str:
    """A name as the official English list writes it: `왕십리동` → `Wangsimni-dong`, `종로1가` → `Jongno 1(il)-ga`."""
    bare = _BARE_UNITS.sub("", name_ko)
    if bare != name_ko:
        return _capitalised(bare)
    name = _PROVINCE.sub("도", name_ko)
    numbered = _NUMBERED.fullmatch(name)
    if numbered:
        number = int(numbered["number"])
        spelled = f"({_NUMBERS[number]})" if number < len(_NUMBERS) else ""
        return f"{_stem(numbered['stem'])} {number}{spelled}-{_UNITS[numbered['unit']]}"
    if name[-1:] in _UNITS and len(name) > 1:
        # `금호1가동` is `Geumho 1-ga-dong`, `송현1·2동` is `Songhyeon 1·2-dong`.
        inner = re.sub(r"(?<=[가-힣])(?=\d)", " ", name[:-1])
        inner = re.sub(r"(?<=\d)가", "-ga", inner)
        return f"{_capitalised(inner)}-{_UNITS[name[-1]]}"
    return _stem(name)


def _stem(name: str) -> str:
    """The part before a number: a dong keeps its hyphen (당산동3가), 로 after ㄴ is a word (신문로 Sinmunno)."""
    if name.endswith("동") and len(name) > 1:
        return f"{_capitalised(name[:-1])}-dong"
    if name.endswith("로") and _syllable(name[-2:-1])[2] == "ㄴ":
        return _capitalised(name[:-1]) + "no"
    return _capitalised(name)


def _capitalised(name: str) -> str:
    return "·".join(romanise(part).capitalize() for part in name.split("·"))


def _syllable(char: str) -> tuple[str, str, str]:
    """Onset and vowel in Latin letters and the final as a jamo (a space for none)."""
    index = ord(char or "가") - ord("가")
    return _ONSETS[index // 588], _VOWELS[index % 588 // 28], _FINALS[index % 28]


def _word(word: str) -> str:
    written = []
    syllables = [_syllable(char) for char in word]
    carried = syllables[0][0]
    for (_, vowel, final), following in zip(syllables, [*syllables[1:], None], strict=True):
        written.append(carried + vowel)
        if following is None:
            written.append(_CLOSED[final])
        else:
            kept, carried = _junction(final, following[0], following[1])
            written.append(kept)
    return "".join(written)


def _junction(final: str, onset: str, vowel: str) -> tuple[str, str]:
    """How a final and the next onset are written: `(what ends the syllable, what opens the next)`."""
    if onset == "":
        kept, moved = _LINKED[final]
        return kept, _BEFORE_I.get(moved, moved) if vowel == "i" and final in "ㄷㅌㄾ" else moved
    if final in "ㅎㄶㅀ" and onset in _AFTER_H:
        return _CLOSED[final] if final != "ㅎ" else "", _AFTER_H[onset]
    closed = _CLOSED[final]
    return ("", _MEETING[closed, onset]) if (closed, onset) in _MEETING else (closed, onset)


# Spellings that stand for one sound. Longest first; the order of alternatives in the pattern is that of this table.
_VOWEL_KEYS = {
    "i": ("eui", "yee", "ui", "ee", "yi", "i"),
    "yo": ("yeoo", "yeo", "yoo", "you", "yeu", "yo", "yu", "iu", "io"),
    "ye": ("yae", "yei", "ye"),
    "ya": ("ya",),
    "we": ("wae", "woe", "wei", "oe", "oi", "we"),
    "wo": ("weo", "wo"),
    "wa": ("wa", "oa"),
    "wi": ("wee", "wi"),
    "e": ("ae", "ai", "ay", "ea", "ei", "e"),
    "o": ("woo", "eo", "eu", "oo", "ou", "wu", "o", "u"),
    "a": ("a",),
}
_SPELLED = {spelling: sound for sound, spellings in _VOWEL_KEYS.items() for spelling in spellings}
_VOWEL_SPELLING = regex("|".join(sorted(_SPELLED, key=len, reverse=True)))
_NO_LETTER = regex(r"[^a-z]+")
_VOWEL_MARKS = str.maketrans({"ŏ": "eo", "ŭ": "eu", "ö": "oe", "ü": "wi"})
_CONSONANT_STEPS = tuple(
    (regex(pattern), key)
    for pattern, key in (
        (r"ch|tch|jh|z", "j"),
        (r"sh", "s"),
        (r"[kgqc]+h?", "g"),
        (r"[td]+h?", "d"),
        (r"(?:p|b|v|f)+h?", "b"),
        # 박 is Park, 서 is Suh, 오 is Oh: r before a consonant and h before none are only there for the English reader.
        (r"r(?=[gdbjsmn])|h(?![aeiouyw])", ""),
        (r"r", "l"),
        (r"ng", "N"),
    )
)
# The same changes that `romanise` writes, for spellings that leave them out (Jongro, Dokrip, Shilla).
_SOUND_CHANGES = tuple(
    (regex(pattern), key)
    for pattern, key in (
        (r"g(?=[nml])", "N"),
        (r"b(?=[nml])", "m"),
        (r"d(?=[nml])", "n"),
        (r"(?<=[Nm])l", "n"),
        (r"[nl]*l[nl]*", "l"),
        (r"jj+", "j"),
        (r"ss+", "s"),
    )
)


@lru_cache(16384)
def sound_key(text: str) -> str:
    """A key that a Hangul word shares with its usual Latin spellings: 강남, Gangnam, Kangnam; 정, Jung, Cheong.

    Case, spaces, hyphens and apostrophes do not count. It is coarse on purpose: g/k, d/t, b/p, j/ch and single/tense
    consonants fall together, and so do o, u, eo and eu (McCune-Reischauer without its marks writes 정 as Chong,
    newspapers as Chung), ae and e. Of the 247 names that current 시군구 have without their unit, 12 share a key with
    another (청주 and 충주, 부천 and 포천, 고창 and 거창 …). A key proposes candidates; spelling distance or context
    must choose. Empty for text without letters.
    """
    if not text.isascii():
        latin = unicodedata.normalize("NFC", romanise(unicodedata.normalize("NFC", text)))
        text = unicodedata.normalize("NFD", latin.casefold().translate(_VOWEL_MARKS))
    plain = _NO_LETTER.sub("", text.casefold())
    for pattern, key in _CONSONANT_STEPS:
        plain = pattern.sub(key, plain)
    plain = _VOWEL_SPELLING.sub(lambda m: _SPELLED[m.group()], plain)
    for pattern, key in _SOUND_CHANGES:
        plain = pattern.sub(key, plain)
    return plain


@lru_cache(4096)
def spelling_distance(a: str, b: str) -> int:
    """Edit distance between two short names: what chooses among words that share a sound key."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]
