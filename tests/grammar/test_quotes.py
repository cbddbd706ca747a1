"""Quotation marks: pairs, nesting, apostrophes, what is left open."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.grammar.quotes import quotations

CASES = [
    # every kind
    ("구는 ‘달빛 마중’을 열었다", ["달빛 마중"]),
    ("구는 “달빛 마중”을 열었다", ["달빛 마중"]),
    ("구는 '달빛 마중'을 열었다", ["달빛 마중"]),
    ('구는 "달빛 마중"을 열었다', ["달빛 마중"]),
    ("「달빛 조례」와 『구정 이야기』", ["달빛 조례", "구정 이야기"]),
    ("〈달빛〉 <별빛> 《햇빛》 [물빛]", ["달빛", "별빛", "햇빛", "물빛"]),
    ("`구정 이야기`와 `골목 이야기'", ["구정 이야기", "골목 이야기"]),
    # the two kinds of one mark mixed by a keyboard
    ("‘달빛 마중' 행사", ["달빛 마중"]),
    ("'달빛 마중’ 행사", ["달빛 마중"]),
    ("‘달빛 마중‘ 행사", ["달빛 마중"]),
    # nested
    ("“우리는 ‘달빛 마중’을 ‘별빛’으로 잇는다”고", ["우리는 ‘달빛 마중’을 ‘별빛’으로 잇는다", "달빛 마중", "별빛"]),
    ("<<별빛 음악회>>가", ["별빛 음악회"]),
    ("He said, “The 'Quick Desk' works.”", ["The 'Quick Desk' works.", "Quick Desk"]),
    # apostrophes
    ("the 'Let's Talk, Mayor' sessions", ["Let's Talk, Mayor"]),
    ("residents' views and the mayor's 'Quick Desk'", ["Quick Desk"]),
    ("The district’s ‘Shade and Charge Stops’, it’s said", ["Shade and Charge Stops"]),
    ("the 'Farmers' Basic Income Voucher' is paid", ["Farmers' Basic Income Voucher"]),
    ("the ‘Residents’ Voice Day’ was held", ["Residents’ Voice Day"]),
    ("'Green Desks' and parents' groups", ["Green Desks"]),
    ("'Quick Desk,' which answers", ["Quick Desk,"]),
    # strung together
    ("‘하나’, ‘둘’·‘셋’", ["하나", "둘", "셋"]),
    ("'A','B' and 'C'", ["A", "B", "C"]),
    # a straight mark after Hangul without a space
    ("달빛구'구민 투표'를 한다", ["구민 투표"]),
    # unbalanced
    ("‘달빛 마중을 열었다", []),
    ("‘달빛\n마중’ 행사", []),
    ("달빛 마중’을 ‘별빛’으로", ["별빛"]),
    ("'24 학년도 '새싹' 교실", ["새싹"]),
    ("5' 10\" and no more", []),
    ("‘’ “ ”", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == expected


def test_shape_and_depth() -> None:
    outer, inner = quotations("“가 ‘나’ 다”")
    assert (outer.shape, outer.depth, inner.shape, inner.depth) == ("double", 0, "single", 1)


@given(st.text(alphabet="‘’“”'\"<>[]「」 \nasA가", max_size=80))
def test_any_text_gives_spans_inside_it_that_do_not_cross_lines(text: str) -> None:
    for quote in quotations(text):
        assert 0 < quote.start < quote.end < len(text)
        assert "\n" not in text[quote.start : quote.end]


@pytest.mark.parametrize("unit", ["'", "‘", "“", "[", "<(", "s' A", "‘가’ "])
def test_long_runs_take_no_time(unit: str) -> None:
    begun = time.perf_counter()
    quotations((unit * 100_000)[:100_000])
    assert time.perf_counter() - begun < 3
