"""Which extractors there are, and in what order."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from pipeline import registry
from pipeline.contract import Extractor
from pipeline.errors import SettingsError

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Row:
    word: str


def extractor(type: str, after: tuple[str, ...] = ()) -> Extractor:
    return Extractor(type, find=lambda view: [], normalise=lambda mention, context: None, row=Row, after=after)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[EntryPoint]:
    points: list[EntryPoint] = []
    monkeypatch.setattr(registry, "entry_points", lambda group: points)
    registry.all_extractors.cache_clear()
    yield points
    registry.all_extractors.cache_clear()


def test_the_built_in_types() -> None:
    assert {e.type for e in registry.all_extractors()} >= {"amount", "date", "district", "official", "program"}


def test_each_type_comes_after_those_it_reads() -> None:
    order = [e.type for e in registry.in_order([extractor("a", ("c",)), extractor("b"), extractor("c", ("b",))])]
    assert order == ["b", "c", "a"]


def test_a_type_it_reads_may_be_left_out() -> None:
    assert [e.type for e in registry.in_order([extractor("a", ("gone",))])] == ["a"]


def test_a_circle_is_refused() -> None:
    with pytest.raises(SettingsError, match="circle"):
        registry.in_order([extractor("a", ("b",)), extractor("b", ("a",))])


def test_a_plug_in_is_found(plugged: list[EntryPoint]) -> None:
    plugged.append(EntryPoint("phone", "test_registry:PHONE", registry.GROUP))
    assert "phone" in {e.type for e in registry.all_extractors()}


def test_two_of_one_type_stop_the_run_and_are_both_named(plugged: list[EntryPoint]) -> None:
    plugged.append(EntryPoint("mine", "test_registry:AMOUNT", registry.GROUP))
    with pytest.raises(SettingsError, match=r"amount.*pipeline\.extractors\.amount.*test_registry:AMOUNT"):
        registry.all_extractors()


def test_what_is_no_extractor_is_refused(plugged: list[EntryPoint]) -> None:
    plugged.append(EntryPoint("mine", "test_registry:Row", registry.GROUP))
    with pytest.raises(SettingsError, match="not an Extractor"):
        registry.all_extractors()


def test_a_plug_in_that_does_not_load_is_named(plugged: list[EntryPoint]) -> None:
    plugged.append(EntryPoint("mine", "no_such_module:X", registry.GROUP))
    with pytest.raises(SettingsError, match="no_such_module"):
        registry.all_extractors()


PHONE = extractor("phone")
AMOUNT = extractor("amount")


@pytest.mark.parametrize(
    "name", sorted(e.type for e in registry.all_extractors() if "extractors." in e.find.__module__)
)
def test_without_a_built_in_file_a_run_still_works(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "pipeline", tmp_path / "pipeline", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / f"pipeline/extractors/{name}.py").unlink()
    articles = [str(ROOT / "data/raw" / file) for file in ("ko-en-gangneung-bike.txt", "pair-danyang.ko.txt")]
    ran = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "run", *articles, "-o", "out"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert not (tmp_path / f"out/{name}s.csv").exists()
    assert "extractor_failed" not in (tmp_path / "out/findings.csv").read_text(encoding="utf-8")
    mentions = (tmp_path / "out/mentions.csv").read_text(encoding="utf-8")
    assert f":{name}:" not in mentions
    assert mentions.count("\n") > 20
