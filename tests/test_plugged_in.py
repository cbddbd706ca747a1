"""A plug-in's types are shown everywhere as the built-in ones are, though nothing outside the plug-in knows their names."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

import pipeline
from pipeline import explore, gold, registry, report, terminal
from pipeline.contract import Extractor, Match, column
from pipeline.diff import diff
from pipeline.score import score
from pipeline.settings import Settings
from pipeline.view import View

KOREAN = "유성구는 솔재천과 한빛천을 치운다. 문의 042-555-0101, 042-555-0102."


@dataclass(frozen=True, slots=True)
class Phone:
    number: str = column("digits alone")
    line: str = column("what answers", enum=("land", "mobile"))


@dataclass(frozen=True, slots=True)
class River:
    entity_id: str = column("river_id")
    name: str = column("its name")
    kind: str = column("what it is", enum=("river", "brook"))


@dataclass(frozen=True, slots=True)
class RiverEntity:
    river_id: str = column("from its name")
    name: str = column("its name")
    kind: str = column("what it is", enum=("river", "brook"))
    district_code: str = column("where it springs", references="districts")


def found(pattern: str) -> Any:
    def find(view: View) -> Iterator[Match]:
        for match in re.finditer(pattern, view.text):
            yield Match(*match.span(), rule="plain", data=match.group())

    return find


PHONE = Extractor(
    "phone", found(r"\d{3}-\d{3}-\d{4}"), lambda m, context: Phone(m.data.replace("-", ""), "land"), row=Phone
)
RIVER = Extractor(
    "river",
    found(r"[가-힣]{2}천(?=[과을])"),
    lambda m, context: River(f"riv-{m.data}", m.data, "brook"),
    row=River,
    link=lambda mentions: RiverEntity(mentions[0].entity_id, mentions[0].row.name, "brook", "3020000000"),
    entity=RiverEntity,
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    points = [EntryPoint(name.lower(), f"test_plugged_in:{name}", registry.GROUP) for name in ("PHONE", "RIVER")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(registry, "entry_points", lambda group: points)
        registry.all_extractors.cache_clear()
        folder = tmp_path_factory.mktemp("plugged")
        (folder / "raw").mkdir()
        (folder / "raw" / "a.txt").write_text(KOREAN, encoding="utf-8")
        pipeline.run([folder / "raw"], folder / "out", Settings(workers=1))
        yield folder / "out"
    registry.all_extractors.cache_clear()


def test_the_report_has_their_tables_names_and_colours(out: Path) -> None:
    text = report.write(out).read_text(encoding="utf-8")
    data = json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]
    assert data["tables"]["rivers"]["columns"] == [
        "name",
        "kind",
        "district",
        "n_mentions",
        "n_documents",
        "first_seen",
        "last_seen",
    ]
    assert [row[:3] for row in data["tables"]["rivers"]["rows"]] == [
        ["솔재천", "brook", "대전광역시 유성구"],
        ["한빛천", "brook", "대전광역시 유성구"],
    ]
    assert data["tables"]["rivers"]["links"] == {"name": "mention_id"}
    assert (data["tables"]["phones"]["columns"], data["tables"]["phones"]["picks"]) == (
        ["text", "number", "line", "article"],
        ["line"],
    )
    assert data["words"]["rivers"] == {"en": "Rivers", "ko": "rivers"}
    assert "mark.river {" in text
    assert "mark.phone {" in text
    assert "mark.amount {" not in text.replace("mark.amount { background: var(--amount); }", "")


def test_the_database_has_a_view_of_each(out: Path) -> None:
    with sqlite3.connect(out / "dongne.sqlite") as database:
        assert database.execute("SELECT name, district FROM rivers_full").fetchall() == [
            ("솔재천", "대전광역시 유성구"),
            ("한빛천", "대전광역시 유성구"),
        ]
        found = database.execute("SELECT number FROM phones_full WHERE source LIKE '%a.txt' ORDER BY 1").fetchall()
        assert found == [("0425550101",), ("0425550102",)]


def test_datasette_counts_by_their_vocabularies(out: Path) -> None:
    about = explore.metadata(out / "dongne.sqlite", registry.all_extractors())["databases"]["dongne"]["tables"]
    assert (about["rivers"]["facets"], about["rivers"]["label_column"]) == (["kind"], "name")


def test_gold_and_scores_know_them(out: Path, tmp_path: Path) -> None:
    doc_id = _doc_id(out)
    corrections = tmp_path / "corrections.csv"
    with corrections.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(("action", "doc_id", "type", "text"))
        writer.writerows([("accept", doc_id, "phone", "042-555-0101"), ("accept", doc_id, "river", "솔재천")])
    settings = Settings(workers=1, corrections=str(corrections))
    pipeline.run([out.parent / "raw"], tmp_path / "out", settings)
    (file,) = gold.write(tmp_path / "out", tmp_path / "gold")
    wanted = json.loads(file.read_text(encoding="utf-8"))
    assert wanted["rivers"] == [
        {"name": "솔재천", "kind": "brook", "surfaces": ["솔재천"]},
        {"name": "한빛천", "kind": "brook", "surfaces": ["한빛천"], "optional": True},
    ]
    assert wanted["phones"][0] == {"text": "042-555-0101", "number": "0425550101", "line": "land"}
    wanted["rivers"].append({"name": "마른천", "kind": "brook", "surfaces": ["마른천"]})
    wanted["phones"][1] = {"text": "042-555-0102", "number": "0"}
    file.write_text(json.dumps(wanted), encoding="utf-8")
    result = score(out, tmp_path / "gold")
    rivers, phones = result.scores["rivers"], result.scores["phones"]
    assert (rivers.right, len(rivers.wrong), len(rivers.missed)) == (1, 0, 1)
    assert (phones.right, len(phones.wrong), len(phones.missed)) == (1, 1, 1)
    assert result.shares["rivers.kind"] == (1, 1)
    assert diff(out, tmp_path / "out").rules[("river", "accepted")].changed == 1


def _doc_id(out: Path) -> str:
    with sqlite3.connect(out / "dongne.sqlite") as database:
        return str(database.execute("SELECT doc_id FROM documents").fetchone()[0])


def test_explain_colours_them(out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.article(pipeline.process(KOREAN, extractors=[PHONE, RIVER]))
    assert "042-555-0101" in capsys.readouterr().out
    assert terminal._colour("river") != ""
