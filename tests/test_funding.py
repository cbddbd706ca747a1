"""Which program a sum pays for: what the rules find in each case, and what the weights make of it."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from funding_cases import FOUND, NOT_FOUND, SAID_AGAIN

from pipeline import process, relate
from pipeline.funding_weights import likelihoods, weights
from pipeline.records import Mention

# Of the sums of all cases, what the weights must get right, taken as one: floors below what was measured.
_PRECISION, _RECALL = 0.8, 0.9


@pytest.fixture
def rules_alone() -> Iterator[None]:
    with patch.object(relate, "weighed", lambda sentences, ruled: ruled):
        yield


def funds(text: str) -> dict[str, str]:
    found = {}
    for relation in process(text, published="2024-03-05").relations:
        if relation.relation == "funds":
            assert isinstance(relation.subject, Mention)
            assert isinstance(relation.object, Mention)
            found[relation.subject.text] = relation.object.text
    return found


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(("way", "text", "expected"), FOUND)
def test_what_a_sum_pays_for(way: str, text: str, expected: dict[str, str]) -> None:
    assert funds(text) == expected


@pytest.mark.usefixtures("rules_alone")
@pytest.mark.parametrize(("reason", "text"), NOT_FOUND)
def test_what_pays_for_no_program(reason: str, text: str) -> None:
    assert funds(text) == {}


@pytest.mark.usefixtures("rules_alone")
def test_an_equal_sum_for_something_else_pays_for_that() -> None:
    relations = [r for r in process(SAID_AGAIN, published="2024-03-05").relations if r.relation == "funds"]
    assert [r.subject.start for r in relations if isinstance(r.subject, Mention)] == [SAID_AGAIN.index("3억원")]


def test_the_weights_keep_most_of_what_the_rules_know() -> None:
    cases = [*((text, expected) for _, text, expected in FOUND), *((text, {}) for _, text in NOT_FOUND)]
    wanted = {(text, *pair) for text, expected in cases for pair in expected.items()}
    found = {(text, *pair) for text, _ in cases for pair in funds(text).items()}
    assert len(wanted & found) / len(found) >= _PRECISION
    assert len(wanted & found) / len(wanted) >= _RECALL


def test_a_sum_told_some_sentences_after_its_program_is_its_own() -> None:
    text = (
        "온빛군, 새내기 가게 돕는다\n\n온빛군은 ‘새내기점포 도움사업’을 시작한다. 문을 연 지 한 해가 안 된 가게가 대상이다. "
        "신청은 읍면 사무소에서 받는다.\n\n군은 상인회와 함께 가게를 둘러보고 고칠 곳을 정한다. 가게마다 300만원까지 준다."
    )
    assert funds(text) == {"300만원": "새내기점포 도움사업"}


def test_likelihoods_leave_room_for_no_program() -> None:
    one = likelihoods({"a": (None, frozenset(("x", "y")))}, {"x": 1.0, "y": -1.0})  # type: ignore[dict-item]
    two = likelihoods({"a": (None, frozenset("x")), "b": (None, frozenset())}, {"x": 1.0})  # type: ignore[dict-item]
    assert one == {"a": 0.5}
    assert two["a"] > two["b"]
    assert sum(two.values()) < 1


def test_every_weight_is_of_evidence_by_its_name() -> None:
    kinds = {piece.partition(":")[0] for piece in weights()}
    assert kinds == {"", "sum", "sentence", "before", "behind", "program", "paragraph", "rules"}
