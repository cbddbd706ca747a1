"""The vocabulary of posts: every row's example, the kinds of areas, and what makes a title public."""

from __future__ import annotations

import pytest

import pipeline
from pipeline import resources
from pipeline.grammar.people.posts import (
    KINDS,
    POSTS,
    has_mayor,
    is_organisation,
    is_place,
    kind_of,
    post_of,
    title_pattern,
)

ROWS = resources.table("posts")


@pytest.mark.parametrize("row", [r for r in ROWS if r["example"]], ids=lambda r: f"{r['title']}-{r['post']}")
def test_the_example_of_a_row_holds_one_official_with_its_post(row: dict[str, str]) -> None:
    found = [m.row.post for m in pipeline.process(row["example"]).mentions if m.type == "official"]
    assert found == [row["post"]], row["example"]


def test_rows_speak_the_vocabulary() -> None:
    assert {r["post"] for r in ROWS} - {""} <= set(POSTS)
    assert {r["level"] for r in ROWS} <= set(KINDS)
    assert {r["lang"] for r in ROWS} == {"ko", "en"}
    assert all(r["source"] for r in ROWS)


def test_every_public_row_has_an_example() -> None:
    assert [r["title"] for r in ROWS if r["post"] and not r["example"]] == []


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("1100000000", "metropolis"),
        ("3611000000", "metropolis"),
        ("4100000000", "do"),
        ("5100000000", "do"),
        ("1114000000", "gu"),
        ("2671000000", "gun"),
        ("4111000000", "si"),
        ("4111100000", "gu"),
        ("1165010800", "dong"),
        ("", ""),
        ("0000000000", ""),
    ],
)
def test_kind_of_an_area(code: str, kind: str) -> None:
    assert kind_of(code) == kind


@pytest.mark.parametrize(
    ("prefix", "city"),
    [
        ("원주", True),
        ("대전", True),
        ("대전시", True),
        ("용인특례", True),
        ("약수", False),
        ("유성", False),
        ("남대문", False),
    ],
)
def test_a_city_has_a_mayor_and_a_market_has_none(prefix: str, city: bool) -> None:
    assert has_mayor(prefix) is city


@pytest.mark.parametrize(
    ("title", "phrase", "post"),
    [
        ("의원", "서울시의회 홍길순 의원", "council_member"),
        ("의원", "더불어민주당 홍길순 의원", "assembly_member"),
        ("국회의장", "국회의장", "assembly_member"),
        ("의장", "중구의회 의장", "council_chair"),
    ],
)
def test_what_a_title_is_depends_on_its_phrase(title: str, phrase: str, post: str) -> None:
    row = post_of(title, phrase, phrase, "ko")
    assert row is not None
    assert row.post == post


def test_a_company_title_is_no_post() -> None:
    assert post_of("president", "president of Hanbit University", "", "en") is None


def test_the_longest_title_is_found() -> None:
    assert title_pattern("ko").findall("부구청장과 국회의장과 질병관리본부장") == [
        "부구청장",
        "국회의장",
        "질병관리본부장",
    ]
    assert title_pattern("en").findall("Deputy Mayor, mayoral race, Vice Minister") == ["Deputy Mayor", "Vice Minister"]


@pytest.mark.parametrize("word", ["외교부", "새누리당", "서울시의회", "LH", "러시아", "청와대"])
def test_organisations_stand_between_a_name_and_a_title(word: str) -> None:
    assert is_organisation(word)


@pytest.mark.parametrize(("word", "place"), [("강남", True), ("강남구", True), ("어은동", True), ("김길성", False)])
def test_places(word: str, place: bool) -> None:
    assert is_place(word) is place
