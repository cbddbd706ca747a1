"""Word lists as patterns: the same words as their plain alternation, the longest first."""

import re

import pytest

from pipeline.grammar.alternatives import one_of


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (("구청장", "구청", "군수"), "구청장과 구청, 군수", ["구청장", "구청", "군수"]),
        (("plan", "plans", "pay"), "plans, a plan, pay", ["plans", "plan", "pay"]),
        (("a.b", "a"), "a.b axb", ["a.b", "a"]),
        (("상",), "상장", ["상"]),
    ],
)
def test_the_longest_word_that_fits_is_found(words: tuple[str, ...], text: str, found: list[str]) -> None:
    assert re.findall(one_of(words), text) == found


def test_what_follows_may_ask_for_a_shorter_word() -> None:
    assert re.findall(f"{one_of(('구청', '구'))}(?=장|청)", "구청장 구청") == ["구청", "구"]
