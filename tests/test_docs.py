"""The documents say what is so."""

import doctest
import importlib
import re
import sqlite3
from pathlib import Path

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
    tried = doctest.testmod(importlib.import_module("pipeline.run"))
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
    for block in re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(block, name, "exec"), namespace)
