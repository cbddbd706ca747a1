"""The quick half of the soak (soak.py), and what hostile text may not do: it stays text in every output."""

from __future__ import annotations

import csv
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutations import BYTES, FORMATS, HOSTILE, TEXTS, mutated
from openpyxl import load_workbook
from soak import problems
from typer.testing import CliRunner

import pipeline
from pipeline import terminal
from pipeline.cli import app
from pipeline.flow import process
from pipeline.report import write as write_report

STORY = "구는 골목 가로등 40개를 새로 단다고 밝혔다.\n사업비는 3억원이다.\n"


def test_a_folder_of_mutated_articles(tmp_path: Path) -> None:
    assert problems(dict(mutated(0, number) for number in range(120)), tmp_path) == []


def test_inputs_come_from_their_seed_and_number() -> None:
    assert [mutated(7, n) for n in range(20)] == [mutated(7, n) for n in range(20)]
    assert mutated(7, 1) != mutated(8, 1)
    assert len(TEXTS) + len(BYTES) + len(FORMATS) > 30


def test_names_that_look_alike_are_told_apart(tmp_path: Path) -> None:
    """A byte that is no UTF-8 beside the text that it is shown as; a file beside the record that it is named like."""
    inputs = {
        b"\xff.txt": STORY.encode(),
        rb"\xff.txt": STORY.encode() + b"!",
        b"a.jsonl": b'{"text": "x"}\n{broken\n',
        b"a.jsonl#2": b"no format",
        b"b.json#1": b"no format",
    }
    assert problems(inputs, tmp_path) == []
    documents = pd.read_parquet(tmp_path / "out" / "documents.parquet")
    assert documents["source"].nunique() == 3


_PIECES = st.sampled_from(
    [*HOSTILE, "정용래 유성구청장은 ", "3억원", "지난 5월 31일 ", "Mayor Kim ", "$3 million ", "\n"]
)


@settings(max_examples=80, deadline=None)
@given(
    text=st.lists(_PIECES | st.text(max_size=12), max_size=12).map("".join), lang=st.sampled_from([None, "ko", "en"])
)
def test_any_text_is_processed(text: str, lang: str | None) -> None:
    found = process(text, published="2023-06-01", lang=lang)
    for one in (*found.mentions, *found.noise):
        assert text[one.start : one.end] == one.text
    assert [f.message for f in found.findings if f.kind == "extractor_failed"] == []


@pytest.mark.parametrize(
    "text",
    [
        "개막식은 5월 31일에 열렸다. 같은\n날 저녁에는 공연이 있었다.",
        "The mayor ſaid thiſ week that 3 million dollarſ would be spent on the İncheon Festıval.",
        "구는 ‘자금협약’을 맺었다.\n자금\t협약은 내년까지다.",
        "Officials opened 'Quick-Fix Desk' on May 3.\nThe Quick-Fix\tDesk is open.",
    ],
)
def test_words_that_patterns_read_in_any_case_and_spacing_are_known(text: str) -> None:
    found = process(text, published="2023-06-01")
    assert found.mentions
    assert [f.message for f in found.findings] == []


# Hostile text stays text


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables of articles each with something hostile as headline and at the beginning."""
    folder = tmp_path_factory.mktemp("hostile")
    raw = folder / "raw"
    raw.mkdir()
    kept = [piece.encode("utf-8", "replace").decode() for piece in HOSTILE]
    pd.DataFrame({"title": kept, "text": [f"{piece} {STORY}" for piece in kept]}).to_json(
        raw / "a.jsonl", orient="records", lines=True, force_ascii=False
    )
    pipeline.run([raw], folder / "out")
    return folder / "out"


def test_csv_has_no_formulas_and_the_other_forms_have_the_text(hostile: Path) -> None:
    with (hostile / "documents.csv").open(encoding="utf-8-sig", newline="") as handle:
        cells = [cell for row in csv.reader(handle) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    titles = set(pd.read_parquet(hostile / "documents.parquet")["title"])
    assert {"=cmd|' /C calc'!A0", "'); DROP TABLE documents; --", "<script>alert(1)</script>"} <= titles
    with sqlite3.connect(hostile / "dongne.sqlite") as database:
        stored = {title for (title,) in database.execute("SELECT title FROM documents")}
    assert stored == titles
    assert len(titles) > 80


def test_the_workbook_has_no_formulas(hostile: Path) -> None:
    book = load_workbook(hostile / "dongne.xlsx")
    kinds = {(cell.data_type, cell.hyperlink) for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {kind for kind, _ in kinds} <= {"s", "n", "d", "inlineStr"}
    assert {link for _, link in kinds} == {None}


def test_the_report_has_no_markup_of_articles(hostile: Path) -> None:
    page = write_report(hostile).read_text(encoding="utf-8")
    assert not [piece for piece in HOSTILE if piece.startswith(("<script", "<img", "</textarea")) and piece in page]


def test_a_terminal_is_sent_no_escape_code_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    codes = "".join(map(chr, [*range(1, 9), *range(11, 32), 0x7F, 0x9B]))
    path.write_text(f"{codes}[31m {STORY * 20} 3\x1b[31m억원", encoding="utf-8")
    shown = CliRunner().invoke(app, ["explain", str(path)])
    assert shown.exit_code == 0
    assert not [c for c in shown.output if (c < " " and c not in "\n\t") or "\x7f" <= c < "\xa0"]
    assert "␛[31m" in shown.output
    assert terminal.visible("a\x1b]0;b\x07\x9b") == "a␛]0;b␇\ufffd"


# The system around


def test_clock_zone_and_language_of_the_machine_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "기사.txt").write_text(f"오늘 {STORY}", encoding="utf-8")
    (raw / "b.txt").write_text(f"어제 {STORY}", encoding="utf-8", newline="\r\n")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    pipeline.run([raw], tmp_path / "east")
    elsewhere = {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "pipeline.cli", "run", str(raw), "-o", str(tmp_path / "west")]
    subprocess.run(command, env={**os.environ, **elsewhere}, check=True, capture_output=True)
    east, west = (
        {p.name: p.read_bytes() for p in (tmp_path / name).iterdir() if p.is_file()} for name in ("east", "west")
    )
    assert east == west
