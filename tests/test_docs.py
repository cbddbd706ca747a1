"""The documents say what is so."""

import re
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
