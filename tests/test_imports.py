"""Who may import whom: docs/architecture.md, read from the code."""

import ast
from pathlib import Path

import pytest

import pipeline

ROOT = Path(pipeline.__file__).parent
STAGES = {"read", "clean", "segment", "extract", "normalise", "relate", "link", "crosscheck", "tables"}
THIRD_PARTIES = {
    "kiwipiepy": {"korean"},
    "altair": {"charts"},
    "distributed": {"engine"},
    "fsspec": {"remote"},
    "datasketch": {"cluster"},
    "openpyxl": {"readers.spreadsheet"},
    "pandas": {"tables"},
    "typer": {"cli"},
    "xlsxwriter": {"workbook"},
}


def modules() -> dict[str, set[str]]:
    """Imports of each module of the package, as dotted names."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        imports = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imports |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                names = {f"{node.module}.{alias.name}" for alias in node.names}
                imports |= names if node.module == "pipeline" else {node.module}
        found[name] = imports
    return found


MODULES = modules()


def ours(name: str) -> set[str]:
    """Top folders or modules of ours that a module imports."""
    return {i.split(".")[1] for i in MODULES[name] if i.startswith("pipeline.")}


def under(folder: str) -> list[str]:
    return [name for name in MODULES if name.startswith(folder + ".")]


def test_records_and_errors_import_nothing_of_ours() -> None:
    assert ours("records") <= {"errors", "view"}  # view for the type checker alone
    assert ours("errors") == set()


def test_the_view_knows_records_and_languages_only() -> None:
    assert ours("view") <= {"errors", "records", "languages"}


@pytest.mark.parametrize("name", under("grammar"))
def test_grammar(name: str) -> None:
    assert ours(name) <= {"records", "errors", "view", "grammar", "resources"}


@pytest.mark.parametrize("name", under("extractors"))
def test_extractors(name: str) -> None:
    assert ours(name) <= {"contract", "records", "errors", "view", "grammar", "resources"}


@pytest.mark.parametrize("name", sorted(STAGES))
def test_stages_do_not_know_each_other(name: str) -> None:
    assert not ours(name) & (STAGES - {name} | {"registry", "flow", "run", "extractors", "cli"})


def test_only_read_imports_readers() -> None:
    assert [n for n in MODULES if "readers" in ours(n) and not n.startswith("readers")] == ["read"]


def test_only_the_flow_and_the_runs_import_the_stages() -> None:
    # explain and score read one article or the finished tables; they call the flow, not the stages in its place
    allowed = {"flow", "run", "spread", "cli"}
    assert {n for n in MODULES if ours(n) & STAGES and n not in STAGES} <= allowed
    assert ours("cli") & STAGES <= {"read"}


def test_nobody_imports_the_command_line_or_the_component() -> None:
    assert [n for n in MODULES if ours(n) & {"cli", "component"}] == []


@pytest.mark.parametrize(("package", "where"), THIRD_PARTIES.items())
def test_third_parties_stay_where_they_belong(package: str, where: set[str]) -> None:
    assert {n for n, imports in MODULES.items() if package in {i.split(".")[0] for i in imports}} <= where
