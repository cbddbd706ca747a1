"""The benchmarks run, at sizes that measure nothing: nothing is asserted about time."""

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))


@pytest.mark.parametrize("lang", ["ko", "en", "mixed"])
def test_no_two_texts_are_alike_and_they_are_the_same_each_time(lang: str) -> None:
    from texts import articles

    texts = list(articles(lang, 2000))
    assert len(set(texts)) == 2000
    assert list(articles(lang, 3, start=1500)) == texts[1500:1503]


def test_speed_fills_its_tables_and_leaves_what_is_written_by_hand(tmp_path: Path) -> None:
    import speed
    from stages import STAGES

    page, made = tmp_path / "page.md", tmp_path / "made.json"
    page.write_text("# Page\n\nBy hand above.\n", encoding="utf-8")
    sizes = ["--rounds=1", "--articles=1", "--parsed=1", "--shared=3", "--streamed", "1", "2"]
    for _ in range(2):
        speed.main([*sizes, "--only", "throughput", "--markdown", str(page)])
        page.write_text(page.read_text(encoding="utf-8") + "By hand below.\n", encoding="utf-8")
    text = page.read_text(encoding="utf-8")
    assert text.count("## Goals") == 1
    assert [text.count(words) for words in ("By hand above.", "By hand below.")] == [1, 2]

    speed.main([*sizes, "--references", str(tmp_path / "none"), "--json", str(made)])
    told = json.loads(made.read_text(encoding="utf-8"))
    unmeasured = {row["goal"] for row in told["goals"] if row["reached"] == "not measured"}
    assert len(unmeasured) == 8
    assert all("dateparser" in goal or "quantulum3" in goal for goal in unmeasured)
    stages = {row["stage"] for row in told["tables"]["Stages of a run, ko"]}
    assert set(STAGES) <= stages, "a stage has moved: say in benchmarks/stages.py where it is"


def test_a_public_parser_that_is_not_there_is_told() -> None:
    from references import PARSERS, answer

    for name in PARSERS:
        assert set(answer({"parser": name, "lang": "en", "texts": ["on May 3"]})) & {"error", "seconds"}


def test_nearly_every_pattern_fits_a_piece_made_of_it() -> None:
    from pieces import filled, patterns, tempting

    fitting = [any(p.search(filled(piece, 100)) for piece in tempting(p)) for p in patterns().values()]
    assert len(fitting) > 500
    assert sum(fitting) > 0.9 * len(fitting)


def test_a_hostile_input_without_an_answer_in_time_is_told(tmp_path: Path) -> None:
    import hostile

    made = tmp_path / "made.json"
    sizes = ["--length=50", "--longest=100", "--workers=1", "--every=10000"]
    assert hostile.main([*sizes, "--seconds", "0", "--json", str(made)]) == 1
    assert {one["ratio"] for one in json.loads(made.read_text(encoding="utf-8"))} == {None}
    hostile.main([*sizes, "--json", str(made)])
    assert all(one["length"] == 100 for one in json.loads(made.read_text(encoding="utf-8")))
