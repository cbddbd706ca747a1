"""The articles that are measured: the samples of data/raw, each time with other places, names, figures and a telephone number.

`articles("ko", 100_000)` streams that many texts, no two alike and the same ones each time; so do `en` and `mixed` (a text and
its translation in one). Variation n of a sample is as long as the sample, so what is measured on one is measured on all.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from pipeline.read import read
from pipeline.records import Document
from pipeline.segment import language_of

ROOT = Path(__file__).parent.parent
RAW = ROOT / "data" / "raw"
# A child's, which finds this Dongne and keeps what Python compiles of it, as an installation does.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
PUBLISHED = "2023-06-01"
LANGUAGES = ("ko", "en", "mixed")
_SHORTEST = 400

_PAIR = re.compile(r"(\S+)/(\S+)")
# Each place stands for another, with the same 시 or 군 after it.
_PLACES: tuple[list[tuple[str, str]], ...] = tuple(
    _PAIR.findall(names)
    for names in (
        "청주/Cheongju 원주/Wonju 전주/Jeonju 여주/Yeoju 춘천/Chuncheon 강릉/Gangneung 속초/Sokcho 삼척/Samcheok 제천/Jecheon"
        " 충주/Chungju 나주/Naju 여수/Yeosu 순천/Suncheon 목포/Mokpo 광양/Gwangyang 경주/Gyeongju 안동/Andong 김천/Gimcheon",
        "구례/Gurye 평창/Pyeongchang 옥천/Okcheon 영덕/Yeongdeok 장수/Jangsu 괴산/Goesan 단양/Danyang 봉화/Bonghwa 홍성/Hongseong"
        " 보은/Boeun 영동/Yeongdong 진천/Jincheon 증평/Jeungpyeong 청양/Cheongyang 서천/Seocheon 태안/Taean 담양/Damyang",
    )
)
_FIRST: list[tuple[str, str]] = _PAIR.findall(
    "민/Min 서/Seo 지/Ji 현/Hyeon 수/Su 영/Yeong 정/Jeong 은/Eun 성/Seong 재/Jae 도/Do"
)
_SECOND: list[tuple[str, str]] = _PAIR.findall(
    "준/jun 우/woo 호/ho 연/yeon 진/jin 희/hui 경/gyeong 훈/hun 석/seok 아/a"
)
_PLACE = re.compile("|".join(rf"{name}(?![a-z])" for group in _PLACES for pair in group for name in pair))
# Given names of two syllables: after a surname and before a post, or hyphenated and no place.
_GIVEN = (
    re.compile(
        r"(?<=[\s=·(][가김견기강고공곽구권금김나남노도류명목문박배백변서석성손송신심안양엄여오우원위유윤이임장전정조주지차채최추탁표하한허현홍황])"
        r"[가-힣]{2}(?= (?:[가-힣]{1,8} )?[가-힣]{0,6}(?:시장|군수|구청장|지사|의장|의원|국장|과장|기자))"
    ),
    re.compile(r"(?<=[a-z] )[A-Z][a-z]+-(?!(?:gu|gun|si|do|dong|eup|myeon|ri|ro|gil)\b)[a-z]+(?![\w-])"),
)
_FIGURE = re.compile(r"(?<=\d)[1-8](?=[,만억천 ])")


def articles(lang: str, count: int, start: int = 0) -> Iterator[str]:
    """`count` texts in `ko`, `en` or `mixed`, all different; `start`: the index of the first."""
    originals = samples(lang)
    return (varied(originals[i % len(originals)], i // len(originals)) for i in range(start, start + count))


def batch(lang: str, size: int, turn: int) -> list[str]:
    """Variation `turn` of the first `size` samples, begun again where there are fewer: as long in every turn, but of other words."""
    rows = -(-size // len(samples(lang)))
    return list(articles(lang, size, start=turn * rows * len(samples(lang))))


@cache
def samples(lang: str) -> tuple[str, ...]:
    """The sample articles of a language that are long enough to be articles."""
    texts = [one.text for one in read([RAW]) if isinstance(one, Document) and len(one.text) > _SHORTEST]
    return tuple(text for text in texts if _spoken(text) == lang)


def _spoken(text: str) -> str:
    """`mixed` where there are paragraphs of both languages."""
    languages = {language_of(line) for line in text.splitlines() if len(line) > 100}
    return "mixed" if len(languages) > 1 else language_of(text)


def varied(text: str, seed: int) -> str:
    """The text with other places, given names and figures, and a telephone number of its own."""
    text = _PLACE.sub(lambda m: _moved(m.group(), seed), text)
    for side, pattern in enumerate(_GIVEN):
        order = {name: n for n, name in enumerate(dict.fromkeys(pattern.findall(text)))}
        text = pattern.sub(partial(_named, order, seed, side), text)
    text = _FIGURE.sub(lambda m: str((int(m.group()) - 1 + seed) % 8 + 1), text)
    return f"{text.rstrip()}\n☎ 033-{seed // 10_000:04}-{seed % 10_000:04}\n"


def _moved(name: str, seed: int) -> str:
    group, at, side = _where()[name]
    return _PLACES[group][(at + seed) % len(_PLACES[group])][side]


@cache
def _where() -> dict[str, tuple[int, int, int]]:
    return {
        name: (group, at, side)
        for group, places in enumerate(_PLACES)
        for at, pair in enumerate(places)
        for side, name in enumerate(pair)
    }


def _named(order: Mapping[str, int], seed: int, side: int, name: re.Match[str]) -> str:
    """Another given name: one for each of the text's own, the same ones in both languages."""
    number = order[name.group()] + seed
    first, second = _FIRST[number % len(_FIRST)][side], _SECOND[number // len(_FIRST) % len(_SECOND)][side]
    return f"{first}-{second}" if side else first + second
