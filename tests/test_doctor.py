"""The doctor: what it looks at here, and what it says of a machine where something is wrong."""

import io
import os
import shutil
import sqlite3
import subprocess
import sys
from collections import namedtuple
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from pipeline import doctor, korean, languages
from pipeline.doctor import Check, checks

HINTS = {"Korean font", "browser", "Datasette", "memory"}
HERE = {"disk", "articles", "tables"}  # these depend on the folder, not on the installation


def check(name: str) -> Check:
    return next(one for one in checks() if one.name == name)


def test_this_installation_is_fine() -> None:
    found = checks()
    assert [one for one in found if one.name not in HINTS | HERE and not one.ok] == []
    assert {one.name for one in found} > HINTS | HERE
    assert len({one.name for one in found}) == len(found)
    assert "예산" in check("Korean").found


def test_each_check_has_advice_only_where_something_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> Any:
        raise OSError("broken\nin two lines")

    monkeypatch.chdir(tmp_path)
    for where, name in (
        (shutil, "which"),
        (shutil, "disk_usage"),
        (os, "sysconf"),
        (sqlite3, "connect"),
        (metadata, "requires"),
        (metadata, "version"),
        (korean, "morphemes"),
        (languages, "nlp"),
    ):
        monkeypatch.setattr(where, name, broken)
    for one in checks():
        assert one.ok is not None or one.name in HINTS, one
        assert bool(one.advice) == (one.ok is not True), one
        assert "\n" not in one.found + one.advice
    wrong = {one.name for one in checks() if one.ok is False}
    assert wrong == {"packages", "Korean", "English", "full-text search", "disk", "articles"}
    assert {one.name for one in checks() if one.ok is None} == HINTS


def test_old_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    assert (check("Python").ok, check("Python").found) == (False, "3.10.4")


@pytest.mark.parametrize(
    ("asked", "ok", "found"),
    [
        (["pandas>=2"], True, "1 packages as asked for"),
        (["pandas>=2", "spacy>=999"], False, "want >=999"),
        (["no-such-thing-here>=1"], False, "no-such-thing-here missing, want >=1"),
        (["no-such-thing-here>=1; python_version < '3'", "other; extra == 'x'"], True, "0 packages as asked for"),
    ],
)
def test_packages(monkeypatch: pytest.MonkeyPatch, asked: list[str], ok: bool, found: str) -> None:
    monkeypatch.setattr(metadata, "requires", lambda _: asked)
    one = check("packages")
    assert one.ok is ok
    assert one.found.endswith(found)
    assert one.advice == ("" if ok else "run make install")


def test_a_package_that_only_a_hint_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert check("Datasette") == Check("Datasette", None, "missing", "run make install")


@pytest.mark.parametrize(("encoding", "ok"), [("utf-8", True), ("cp949", True), ("ascii", False), ("latin-1", False)])
def test_output(monkeypatch: pytest.MonkeyPatch, encoding: str, ok: bool) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert check("output").ok is ok
    monkeypatch.setattr(sys, "stdout", None)
    assert check("output").ok is True


def test_full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**10, 10**10, 10**8))
    one = check("disk")
    assert one.ok is False
    assert one.found.startswith("0.1 GB free")


@pytest.mark.parametrize(("listed", "ok", "found"), [("Nanum,나눔\nBaekmuk\n", True, "Baekmuk"), ("\n", None, "none")])
def test_font(monkeypatch: pytest.MonkeyPatch, listed: str, ok: bool | None, found: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name, **_: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 0, listed, ""))
    assert (check("Korean font").ok, check("Korean font").found) == (ok, found)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert check("Korean font").ok is check("browser").ok is None


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert check("articles").ok is False
    assert check("tables") == Check("tables", True, "data/processed can be made")
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "one.txt").touch()
    assert check("articles") == Check("articles", True, "data/raw, 1 files and folders")
    (tmp_path / "data" / "processed").mkdir()
    assert check("tables").found == "data/processed can be written"
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert (check("articles").ok, check("articles").found) == (False, "data/raw cannot be read")
    assert (check("tables").ok, check("tables").found) == (False, "data/processed cannot be written")


def test_a_file_where_the_tables_should_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").touch()
    one = check("tables")
    assert (one.ok, one.found) == (False, "data/processed cannot be made")
    assert one.advice


def test_probes_of_hints_never_fail_a_machine() -> None:
    assert {name for name, _, needed, _ in doctor._PROBES if not needed} == HINTS
