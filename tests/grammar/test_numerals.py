"""Numbers: what people write, and a generator that writes any number in any form and reads it back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing import STYLES, write_english, write_korean

from pipeline.grammar.numerals import parse_english, parse_korean

KOREAN = [
    ("100만", 1_000_000),
    ("1백만", 1_000_000),
    ("44억3000만", 4_430_000_000),
    ("6억 4,009만", 640_090_000),
    ("1조 2,345억", 1_234_500_000_000),
    ("3천500억", 350_000_000_000),
    ("1.5조", 1_500_000_000_000),
    ("302,230억", 30_223_000_000_000),
    ("십이억오천만", 1_250_000_000),
    ("7십팔만 6천", 786_000),
    ("오백만", 5_000_000),
    ("2,567백만", 2_567_000_000),
    ("4669억629만9000", 466_906_299_000),
    ("14억 2800여 만", 1_428_000_000),
    ("만오천", 15_000),
    ("천백십일", 1_111),
    ("2억5천", 250_000_000),
    ("44억3000", 4_430_000_000),
    ("1조2천", 1_200_000_000_000),
    ("0.5", Decimal("0.5")),
    ("12.50", Decimal("12.5")),
]
NO_KOREAN = ["", "3억 5억", "3,5", "십 백", "1만억", "5천 5000", "병원", "3 4", "만 조"]
ENGLISH = [
    ("one-point-seven trillion", 1_700_000_000_000),
    ("two point zero five million", 2_050_000),
    ("1.5 billion", 1_500_000_000),
    ("four hundred sixty billion", 460_000_000_000),
    ("Two Hundred and Five", 205),
    ("half a million", 500_000),
    ("one and a half billion", 1_500_000_000),
    ("a hundred thousand", 100_000),
    ("10-billion", 10_000_000_000),
    ("7.5bn", 7_500_000_000),
    ("seventy-eight thousand", 78_000),
    ("3,250", 3_250),
    ("two million five hundred thousand", 2_500_000),
]
NO_ENGLISH = ["", "the", "five six", "3,5 million", "ten twenty", "won"]


@pytest.mark.parametrize(("text", "value"), KOREAN)
def test_korean(text: str, value: int | Decimal) -> None:
    assert parse_korean(text) == value


@pytest.mark.parametrize("text", NO_KOREAN)
def test_no_korean_number(text: str) -> None:
    assert parse_korean(text) is None


@pytest.mark.parametrize(("text", "value"), ENGLISH)
def test_english(text: str, value: int) -> None:
    assert parse_english(text) == value


@pytest.mark.parametrize("text", NO_ENGLISH)
def test_no_english_number(text: str) -> None:
    assert parse_english(text) is None


@pytest.mark.parametrize("written", ["{}", "{}억 5000만", "3억 {}만", "{}.5조"])
def test_a_number_of_thousands_of_digits_is_none(written: str) -> None:
    assert parse_korean(written.format("9" * 5_000)) is None


def test_english_digits_by_the_thousand_are_no_number() -> None:
    assert parse_english("9" * 5_000 + " million") is None


def test_a_unit_that_follows_says_that_nothing_is_left_out() -> None:
    assert parse_korean("1억 5천", elided=False) == 100_005_000
    assert parse_korean("1억 5천") == 150_000_000


def test_whole_numbers_are_ints_and_never_floats() -> None:
    assert isinstance(parse_korean("1.5억"), int)
    assert isinstance(parse_korean("1.55"), Decimal)


@given(st.integers(0, 10**16 - 1), st.sampled_from(STYLES), st.sampled_from(["", " "]))
def test_korean_reads_back_what_it_writes(n: int, style: str, gap: str) -> None:
    assert parse_korean(write_korean(n, style, gap), elided=False) == n


@given(st.integers(0, 10**15 - 1), st.booleans())
def test_english_reads_back_what_it_writes(n: int, hyphens: bool) -> None:
    assert parse_english(write_english(n, hyphens)) == n


@given(st.decimals(1, 9999, places=2), st.sampled_from([("만", 10**4), ("억", 10**8), ("조", 10**12)]))
def test_decimals_stay_exact(coefficient: Decimal, scale: tuple[str, int]) -> None:
    assert parse_korean(f"{coefficient}{scale[0]}") == coefficient * scale[1]
    assert parse_english(f"{coefficient} billion") == coefficient * 10**9
