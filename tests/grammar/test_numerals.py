"""Numbers: what people write, and a generator that writes any number in any form and reads it back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_a_unit_that_follows_says_that_nothing_is_left_out() -> None:
    assert parse_korean("1억 5천", elided=False) == 100_005_000
    assert parse_korean("1억 5천") == 150_000_000


def test_whole_numbers_are_ints_and_never_floats() -> None:
    assert isinstance(parse_korean("1.5억"), int)
    assert isinstance(parse_korean("1.55"), Decimal)


LARGE = [(10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")]
SMALL = [(1000, "천"), (100, "백"), (10, "십"), (1, "")]
HANGUL = "영일이삼사오육칠팔구"
STYLES = ["digits", "grouped", "hangul", "hangul_ones", "mixed"]


def write_group(n: int, style: str) -> str:
    """A number below 10,000: `2345`, `2,345`, `이천삼백사십오`, `2천345`, `2천3백4십5`."""
    if style == "digits":
        return str(n)
    if style == "grouped":
        return f"{n:,}"
    if style == "mixed":
        thousands, rest = divmod(n, 1000)
        return (f"{thousands}천" if thousands else "") + (str(rest) if rest else "")
    written = ""
    for scale, name in SMALL:
        digit = n // scale % 10
        if digit:
            one = digit == 1 and name and style == "hangul"
            written += ("" if one else HANGUL[digit]) + name
    return written


def write_korean(n: int, style: str, gap: str) -> str:
    """Any whole number up to 경, in groups of four digits with their scales, `gap` between the groups."""
    groups = []
    for scale, name in LARGE:
        group = n // scale % 10**4
        if group:
            groups.append(write_group(group, style) + name)
    return gap.join(groups) or "0"


def write_english(n: int, hyphens: bool) -> str:
    """Any whole number below a quadrillion, in words."""
    ones = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    def below_thousand(m: int) -> str:
        words = [f"{ones[m // 100]} hundred"] if m >= 100 else []
        m %= 100
        if m >= 20:
            words.append(tens[m // 10 - 2] + (("-" if hyphens else " ") + ones[m % 10] if m % 10 else ""))
        elif m:
            words.append(ones[m])
        return " ".join(words)

    scales = [(10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (10**3, " thousand"), (1, "")]
    return " ".join(below_thousand(n // s % 1000) + name for s, name in scales if n // s % 1000) or "zero"


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
