"""Romanisation: the rules' own examples, the shipped official names, and keys that spellings share."""

from __future__ import annotations

from collections import defaultdict

import pytest

from pipeline import resources
from pipeline.grammar.romanise import romanise, romanise_district, sound_key

WORDS = [
    ("종로", "jongno"),
    ("왕십리", "wangsimni"),
    ("독립문", "dongnimmun"),
    ("신라", "silla"),
    ("별내", "byeollae"),
    ("백마", "baengma"),
    ("압구정", "apgujeong"),
    ("묵호", "mukho"),
    ("해돋이", "haedoji"),
    ("좋고", "joko"),
    ("학여울", "hagyeoul"),
    ("값이", "gapsi"),
    ("의정부", "uijeongbu"),
    ("강남 3구", "gangnam 3gu"),
    ("", ""),
]
DISTRICTS = [
    ("유성구", "Yuseong-gu"),
    ("왕십리동", "Wangsimni-dong"),
    ("의정부시", "Uijeongbu-si"),
    ("서울특별시", "Seoul"),
    ("강원특별자치도", "Gangwon-do"),
    ("종로1가", "Jongno 1(il)-ga"),
    ("당산동3가", "Dangsan-dong 3(sam)-ga"),
    ("신문로2가", "Sinmunno 2(i)-ga"),
    ("온천1동", "Oncheon 1(il)-dong"),
    ("송현1·2동", "Songhyeon 1·2-dong"),
    ("탑·대성동", "Tap·Daeseong-dong"),
    ("홍제2동", "Hongje 2(i)-dong"),
    ("삼죽면", "Samjuk-myeon"),
]
SAME_KEY = [
    "정 Jung Jeong Chung Cheong Chong Chŏng",
    "강남 Gangnam Kangnam",
    "부산 Busan Pusan",
    "유성 Yuseong Yoosung Yoo-Seong",
    "전라 Jeolla Cheolla Cholla",
    "종로 Jongno Jongro Chong-no",
    "원신흥 Wonsinheung WonshinHeung",
    "성 Seong Sung Sŏng",
    "우 U Woo Wu",
    "영 Yeong Young Yung",
    "현 Hyeon Hyun Hyon",
    "박 Bak Park Pak",
    "최 Choe Choi",
    "서초 Seocho Suhcho",
    "독립문 Dongnimmun Dokripmun Tongnimmun",
    "신라 Silla Shilla Sinra",
    "충청 Chungcheong Ch'ungch'ong",
]
DIFFERENT_KEY = [
    ("한남", "하남"),
    ("강남", "강동"),
    ("유성", "수성"),
    ("중구", "동구"),
    ("전남", "전북"),
    ("마포", "목포"),
]


@pytest.mark.parametrize(("hangul", "latin"), WORDS)
def test_words(hangul: str, latin: str) -> None:
    assert romanise(hangul) == latin


@pytest.mark.parametrize(("hangul", "latin"), DISTRICTS)
def test_districts(hangul: str, latin: str) -> None:
    assert romanise_district(hangul) == latin


def test_agrees_with_98_percent_of_the_official_names() -> None:
    official = [row for row in resources.table("districts") if row["name_en_source"] == "official"]
    right = sum(romanise_district(row["name_ko"]) == row["name_en"] for row in official)
    assert len(official) > 12_000
    assert right / len(official) >= 0.98


@pytest.mark.parametrize("spellings", SAME_KEY)
def test_spellings_of_one_word_share_a_key(spellings: str) -> None:
    assert len({sound_key(spelling) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(("one", "other"), DIFFERENT_KEY)
def test_other_words_do_not(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)


def test_few_sigungu_names_collide() -> None:
    rows = resources.table("districts")
    names = {r["name_ko"][:-1] for r in rows if r["level"] == "sigungu" and not r["valid_to"] and len(r["name_ko"]) > 2}
    by_key = defaultdict(set)
    for name in names:
        by_key[sound_key(name)].add(name)
    assert sum(len(same) for same in by_key.values() if len(same) > 1) <= 12
