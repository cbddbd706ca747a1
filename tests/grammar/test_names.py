"""Korean names: parts, shape, order in Latin letters, and one key for every spelling."""

from __future__ import annotations

import pytest

from pipeline.grammar.people.names import Name, is_strong, is_word, split_hangul, split_latin, surname_keys
from pipeline.grammar.people.names_en import latin_names


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("정용래", ("정", "용래")),
        ("김영종", ("김", "영종")),
        ("허준", ("허", "준")),
        ("남궁민수", ("남궁", "민수")),
        ("황보승희", ("황보", "승희")),
        ("제갈공", ("제갈", "공")),
        ("선우재덕", ("선우", "재덕")),
        ("독고진", ("독고", "진")),
        ("사공일", ("사공", "일")),
        ("서문탁", ("서문", "탁")),
        ("박하늘빛", ("박", "하늘빛")),
    ],
)
def test_parts_of_a_hangul_name(text: str, parts: tuple[str, str]) -> None:
    name = split_hangul(text)
    assert name is not None
    assert (name.surname, name.given) == parts
    assert name.written == text


@pytest.mark.parametrize("text", ["정", "환경부", "민주당", "주민들", "구청장은", "가나다라마바", "ABC", "", "국토청"])
def test_what_has_not_the_shape_of_a_name(text: str) -> None:
    assert split_hangul(text) is None


@pytest.mark.parametrize("text", ["이날", "신임", "오늘", "민선", "해당", "전국", "주민", "세종대왕", "이순신"])
def test_words_that_look_like_names(text: str) -> None:
    assert is_word(text)


@pytest.mark.parametrize(("text", "strong"), [("정용래", True), ("남궁민수", True), ("허준", False), ("빈수정", False)])
def test_shape_alone_speaks_for_usual_names_of_three_syllables(text: str, strong: bool) -> None:
    name = split_hangul(text)
    assert name is not None
    assert is_strong(name) is strong


@pytest.mark.parametrize(
    ("first", "second", "surname"),
    [
        ("Jung", "Yong-rae", "Jung"),
        ("Yong-rae", "Jeong", "Jeong"),
        ("Kim", "Gilseong", "Kim"),
        ("Gilseong", "Kim", "Kim"),
        ("Kim", "Gil Seong", "Kim"),
        ("Ji", "Sangwook", "Ji"),
        ("Namgung", "Min-su", "Namgung"),
        ("Jung", "Min", "Jung"),
    ],
)
def test_order_of_latin_names(first: str, second: str, surname: str) -> None:
    name = split_latin(first, second)
    assert name is not None
    assert name.surname == surname


@pytest.mark.parametrize(("first", "second"), [("Park", "Street"), ("Hall", "Market"), ("Park", "Closed")])
def test_words_are_no_latin_names(first: str, second: str) -> None:
    assert split_latin(first, second) is None


@pytest.mark.parametrize(
    ("hangul", "spellings"),
    [
        (
            "정용래",
            [
                "Jung Yong-rae",
                "Jeong Yongrae",
                "Chung, Yong-rae",
                "Cheong Yong Rae",
                "Yong-rae Jeong",
                "CHUNG Yong-Rae",
            ],
        ),
        ("김길성", ["Kim Gil-seong", "Kim Gilsung", "Gil-seong Kim", "Kim Kil-sung"]),
        ("전성수", ["Jeon Seong-su", "Jeon Seongsu", "Jun Sung-soo"]),
        ("이승로", ["Lee Seung-ro", "Yi Seungno", "Rhee Seung-ro"]),
        ("오세훈", ["Oh Se-hoon", "Oh Sehun"]),
        ("임택", ["Lim Taek", "Im Taek"]),
        ("유정복", ["Yoo Jeong-bok", "Yu Jung-bok", "You Jeong-bok"]),
        ("노은우", ["Noh Eun-woo", "Roh Eun-woo", "No Eun-u"]),
        ("최호권", ["Choi Ho-kwon", "Choe Ho-gwon"]),
        ("박희영", ["Park Hee-young", "Bak Hui-yeong", "Pak Hee Young"]),
    ],
)
def test_one_key_for_every_spelling(hangul: str, spellings: list[str]) -> None:
    name = split_hangul(hangul)
    assert name is not None
    for spelling in spellings:
        found = [n for _, _, n in latin_names(spelling)]
        assert [n.key for n in found] == [name.key], spelling


@pytest.mark.parametrize(("one", "other"), [("정용래", "김용래"), ("정용래", "정용수"), ("박희영", "박희원")])
def test_other_people_have_other_keys(one: str, other: str) -> None:
    first, second = split_hangul(one), split_hangul(other)
    assert first is not None
    assert second is not None
    assert first.key != second.key


def test_surname_keys() -> None:
    assert surname_keys("정") == surname_keys("Chung") == surname_keys("JUNG")
    assert surname_keys("임") == surname_keys("Lim")
    assert surname_keys("Street") == frozenset()


def test_a_foreign_name_is_written_given_name_first_word_last() -> None:
    assert Name("메르켈", "앙겔라", foreign=True).surname == "메르켈"


@pytest.mark.parametrize(
    "text", ["The Kim Koo Museum reopened.", "Park Street is closed.", "Seo District Office", "Jung-gu"]
)
def test_surnames_inside_other_names_are_no_people(text: str) -> None:
    assert [text[start:end] for start, end, _ in latin_names(text)] == []
