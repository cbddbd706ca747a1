"""Sentence alignment: by length and order, with what both sides name as anchors."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.align import align

LENGTHS = st.lists(st.integers(1, 300), max_size=30)


def aligned(*sides: tuple[list[int], list[set[str]]]) -> list[tuple[list[int], list[int]]]:
    (lengths, names), (others, other_names) = sides
    return [(list(a), list(b)) for a, b in align(lengths, others, names, other_names)]


def test_sentences_of_fitting_length_go_together() -> None:
    empty: list[set[str]] = [set(), set(), set()]
    assert aligned(([20, 60, 30], empty), ([52, 150, 80], empty)) == [([0], [0]), ([1], [1]), ([2], [2])]


def test_two_sentences_may_be_one() -> None:
    pairs = aligned(([40, 20, 22], [{"a"}, {"b"}, {"c"}]), ([100, 105], [{"a"}, {"b", "c"}]))
    assert pairs == [([0], [0]), ([1, 2], [1])]


def test_a_sentence_may_be_left_out() -> None:
    pairs = aligned(([40, 40, 40], [{"a"}, {"b"}, {"c"}]), ([100, 100], [{"a"}, {"c"}]))
    assert pairs == [([0], [0]), ([1], []), ([2], [1])]


def test_anchors_outweigh_length() -> None:
    pairs = aligned(([30, 30], [{"amount:1"}, {"amount:2"}]), ([90, 60], [{"amount:1"}, {"amount:2"}]))
    assert pairs == [([0], [0]), ([1], [1])]


@given(LENGTHS, LENGTHS)
def test_every_sentence_is_in_one_pair_and_in_order(here: list[int], there: list[int]) -> None:
    pairs = align(here, there, [set() for _ in here], [set() for _ in there])
    assert [i for a, _ in pairs for i in a] == list(range(len(here)))
    assert [j for _, b in pairs for j in b] == list(range(len(there)))


def test_a_far_longer_side_is_still_reached() -> None:
    assert align([10], [10] * 300, [set()], [set()] * 300)[-1][1].stop == 300
