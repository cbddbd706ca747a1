"""The gazetteer: the shipped table hangs together, and names mean the right code on a date."""

from __future__ import annotations

import datetime

import pytest

from pipeline.grammar.places import gazetteer

ON_DATE = [
    ("강원도", "2023-06-10", ["4200000000"]),
    ("강원도", "2023-06-11", ["5100000000"]),
    ("강원도", None, ["5100000000"]),
    ("군위군", "2023-06-30", ["4772000000"]),
    ("군위군", "2023-07-01", ["2772000000"]),
    ("청원군", "2013-01-01", ["4371000000"]),
    ("청원군", "2020-01-01", ["4311000000"]),
    ("청원군", None, ["4371000000"]),
    ("광주시", "2021-01-01", ["2900000000", "4161000000"]),
    ("광주광역시", None, ["2900000000"]),
    ("고성군", "2021-01-01", ["4282000000", "4882000000"]),
    ("어은동", "2021-01-01", ["3020012300"]),
    ("진잠동", "2021-01-01", ["3020052000"]),
    ("필동", "2021-01-01", ["1114057000"]),
    ("동탄구", "2025-08-24", ["4159700000"]),
]


def test_every_code_has_ten_digits_and_a_known_parent() -> None:
    for code, area in gazetteer.areas().items():
        assert len(code) == 10
        assert code.isdigit()
        assert area.parent_code in gazetteer.areas() if area.level != "sido" else not area.parent_code
        assert set(area.replaced_by) <= set(gazetteer.areas()), code


def test_dates_are_iso_and_in_order() -> None:
    for area in gazetteer.areas().values():
        begun = datetime.date.fromisoformat(area.valid_from)
        assert not area.valid_to or datetime.date.fromisoformat(area.valid_to) >= begun


@pytest.mark.parametrize(("name", "on", "codes"), ON_DATE)
def test_what_a_name_means_on_a_date(name: str, on: str | None, codes: list[str]) -> None:
    assert list(gazetteer.on_date(gazetteer.full_names()[name], on)) == codes


@pytest.mark.parametrize(
    ("code", "today"),
    [("4200000000", "5100000000"), ("2817000000", "2817700000"), ("2811000000", ""), ("1111000000", "1111000000")],
)
def test_todays_code(code: str, today: str) -> None:
    assert gazetteer.current_code(code) == today


@pytest.mark.parametrize("name", ["종로1.2.3.4가동", "온천 1동", "온천제1동", "서울시", "경남도", "송천동"])
def test_variants_of_names_are_known(name: str) -> None:
    assert name in gazetteer.full_names()


def test_names_without_unit_leave_out_what_was_abolished_long_ago() -> None:
    assert "유성" in gazetteer.bare_names()
    assert "천원" not in gazetteer.bare_names()


def test_regions_name_sido() -> None:
    for codes in gazetteer.regions().values():
        assert all(gazetteer.areas()[code].level == "sido" for code in codes)


def test_full_names_run_from_the_sido_down() -> None:
    assert gazetteer.full_name("4113510300") == "경기도 성남시 분당구 정자동"
