"""The documents say what is so."""

import doctest
import importlib
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from pipeline.codebook import markdown

ROOT = Path(__file__).parent.parent


def test_the_codebook_is_the_declared_columns() -> None:
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == markdown(), "dongne codebook > docs/tables.md"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/annotation.md"])
def test_links_between_documents_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_layout_page_names_each_module() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = [p.stem for p in (ROOT / "pipeline").glob("*.py") if p.stem != "__init__"]
    assert [m for m in modules if f"{m}.py" not in page] == []


def test_the_examples_in_docstrings_run() -> None:
    tried = doctest.testmod(importlib.import_module("pipeline.flow"))
    assert (tried.failed, tried.attempted) == (0, 2)


def test_the_excerpt_in_the_readme_is_what_a_run_gives(processed: Path) -> None:
    excerpt = (ROOT / "README.md").read_text(encoding="utf-8").split("## What comes out")[1].split("Every table is")[0]
    rows = [re.split(r"(?<!\\) \| ", line.strip("| ")) for line in excerpt.splitlines() if line.startswith("| ")]
    with sqlite3.connect(processed / "dongne.sqlite") as database:
        amounts = {
            (text, f"{won:,}")
            for text, won in database.execute("SELECT text, value_krw FROM amounts WHERE value_krw > 0")
        }
        dates = set(database.execute("SELECT text, edtf FROM dates"))
        officials = set(database.execute("SELECT name_ko, name_en FROM officials"))
    shown = [(row[0], row[1]) for row in rows if row[0] not in ("name_ko", "text")]
    assert len(shown) == 11
    assert [pair for pair in shown if pair not in amounts | dates | officials] == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_python_in_the_documents_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processed: Path
) -> None:
    """Each ```python block runs, in order, in one namespace, with the sample tables in data/processed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "processed").symlink_to(processed)
    (tmp_path / "data" / "raw").symlink_to(ROOT / "data" / "raw")
    namespace: dict[str, object] = {}
    for block in re.findall(r"```python[^\n]*\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, name, "exec"), namespace)


ARTICLE = (
    "우리 동네 소식지\n유성구는 국도 32호선과 솔숲대로를 고친다. 옛 국도 1호선 공사는 끝났다. 예산이 10.5% 늘었다.\n"
    "김하늘 고을지기는 온마음쉼표에 주민 1,370명이 왔다고 했다.\n\nYewsung-gu opened a hall.\n"
)


def test_what_contributing_says_works_as_written(tmp_path: Path) -> None:
    """Files are written as their blocks say, shell commands run one by one; then all of it is in the tables."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (tmp_path / "extensions").mkdir()
    (tmp_path / "ARTICLE.txt").write_text(ARTICLE, encoding="utf-8")
    for name, content in re.findall(r"```\w+ file=(\S+)\n(.*?)```", page, re.DOTALL):
        (tmp_path / name).write_text(content, encoding="utf-8")
    commands = [line for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL) for line in block.splitlines()]
    assert len(commands) == 4
    for command in commands:
        here = command.replace(".venv/bin/python", sys.executable)
        here = here.replace(".venv/bin/dongne", f"{sys.executable} -m pipeline.cli")
        ran = subprocess.run(
            here.split(),
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
    tables = {name: pd.read_csv(tmp_path / f"tables/{name}.csv", encoding="utf-8-sig") for name in
              ("roads", "percentages", "populations", "programs", "officials", "noise")}  # fmt: skip
    assert list(tables["roads"]["value"]) == ["국도 32호선", "시도 88호선"]
    assert list(tables["percentages"]["share"]) == [10.5]
    assert list(tables["populations"]["count"]) == [1370]
    assert list(tables["programs"]["name"]) == ["온마음쉼표"]
    assert list(tables["officials"]["name_ko"]) == ["김하늘"]
    assert {"letterhead", "spelling"} <= set(tables["noise"]["rule"])
