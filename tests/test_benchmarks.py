"""The benchmarks run, at sizes that measure nothing: nothing is asserted about time."""

import json
from argparse import Namespace
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


def test_speed_fills_its_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import growth
    import speed
    from stages import STAGES

    monkeypatch.setattr(growth, "_JOINED", (1, 2))
    page, made = tmp_path / "page.md", tmp_path / "made.json"
    sizes = ["--rounds=1", "--articles=1", "--parsed=1", f"--references={tmp_path / 'none'}"]
    parts = ["--only", "throughput", "stages", "parsers", "growth"]
    speed.main([*sizes, *parts, "--json", str(made), "--markdown", str(page)])
    told = json.loads(made.read_text(encoding="utf-8"))
    measured = {row["goal"].partition(":")[0] for row in told["goals"] if row["reached"] != "not measured"}
    assert measured == {"Korean end to end", "English end to end", "article twice as long", "twice as many articles"}
    stages = {row["stage"] for row in told["tables"]["Stages of a run, ko"]}
    assert set(STAGES) <= stages, "a stage has moved: say in benchmarks/stages.py where it is"
    assert page.read_text(encoding="utf-8").count("## Goals") == 1


def test_what_children_measure() -> None:
    import memory
    import workers

    assert set(memory.stream("en", [1, 2])) == {"1", "2", "most"}
    for work in (workers.answered, workers.counted):
        assert [start_up for start_up, _ in workers.shared(work, ["On May 3"] * 3, 1)] == ["included", "excluded"]


def test_a_page_keeps_what_is_written_by_hand(tmp_path: Path) -> None:
    from written import put

    page = tmp_path / "page.md"
    page.write_text("# Page\n\nAbove.\n", encoding="utf-8")
    put(page, "speed", "old")
    page.write_text(page.read_text(encoding="utf-8") + "\nBelow.\n", encoding="utf-8")
    put(page, "hostile", "other")
    put(page, "speed", "new")
    words = ["Above.", "old", "new", "Below.", "other"]
    lines = page.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line in words] == ["Above.", "new", "Below.", "other"]


def test_a_public_parser_that_is_not_there_is_told() -> None:
    from references import PARSERS, answer

    for name in PARSERS:
        assert set(answer({"parser": name, "lang": "en", "texts": ["on May 3"]})) & {"error", "seconds"}


def test_nearly_every_pattern_fits_a_piece_made_of_it() -> None:
    from pieces import filled, patterns, tempting

    fitting = [
        any(p.search(piece) or p.search(filled(piece, 100)) for piece in tempting(p)) for p in patterns().values()
    ]
    assert len(fitting) > 500
    assert sum(fitting) > 0.9 * len(fitting)


def test_a_hostile_input_is_measured_in_a_child(tmp_path: Path) -> None:
    import hostile

    made = tmp_path / "made.json"
    hostile.main(["--length=50", "--longest=100", "--workers=1", "--every=10000", "--json", str(made)])
    assert [one["length"] for one in json.loads(made.read_text(encoding="utf-8"))] == [100]


def test_a_hostile_input_without_an_answer_in_time_grows() -> None:
    import hostile

    options = Namespace(length=50, longest=100, seconds=0)
    one = hostile.Child().measured(hostile.Input("1원", "ko", ("by hand",)), options, goes=1)
    assert one.grows
    assert hostile.shown(one)["seconds"] == "over 0"
