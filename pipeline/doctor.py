"""Whether this machine can make tables: what is looked at, what is there, and what to do where something is wrong.

A probe gives `(fine, found)`; the list at the end says which of them a run needs and which are only a hint.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.requirements import Requirement

_GB = 10**9
_DISK = 1 * _GB
# Kiwi's model takes half a gigabyte in each process.
_MEMORY = 2 * _GB
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_RAW, _PROCESSED = Path("data/raw"), Path("data/processed")

Found = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Check:
    """ok: None where something is missing that a run can do without. found: what is there. advice: empty if ok."""

    name: str
    ok: bool | None
    found: str
    advice: str = ""


def checks() -> list[Check]:
    """One check per thing looked at, always the same ones in the same order; raises nothing."""
    return [_check(*probe) for probe in _PROBES]


def _check(name: str, probe: Callable[[], Found], needed: bool, advice: str) -> Check:
    try:
        fine, found = probe()
    except Exception as error:  # whatever a broken installation raises is what was found
        fine, found = False, " ".join(f"{type(error).__name__}: {error}".split())
    return Check(name, True, found) if fine else Check(name, False if needed else None, found, advice)


def _python() -> Found:
    return sys.version_info[:2] >= (3, 11), ".".join(map(str, sys.version_info[:3]))


def _packages() -> Found:
    """Every package that the installed distribution asks for, in the range it asks for."""
    from packaging.requirements import Requirement

    asked = [Requirement(line) for line in metadata.requires("dongne") or ()]
    here = [one for one in asked if one.marker is None or one.marker.evaluate({"extra": ""})]
    wrong = [f"{one.name} {_version(one.name)}, want {one.specifier}" for one in here if not _satisfied(one)]
    return not wrong, "; ".join(wrong) or f"{len(here)} packages as asked for"


def _satisfied(asked: Requirement) -> bool:
    version = _version(asked.name)
    return version != "missing" and asked.specifier.contains(version, prereleases=True)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "missing"


def _kiwi() -> Found:
    from pipeline import korean

    sentence = "성남시는 예산을 편성했다."
    words = [sentence[start:end] for start, end, _, _ in korean.morphemes(sentence)]
    return "예산" in words and "을" in words, f"kiwipiepy {_version('kiwipiepy')}: {' '.join(words)}"


def _english() -> Found:
    from pipeline import languages

    words = [token.text for token in languages.nlp("en")("The mayor didn't say.")]
    return words == ["The", "mayor", "did", "n't", "say", "."], f"spacy {_version('spacy')}: {' '.join(words)}"


def _sqlite() -> Found:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='trigram')")
        database.execute("INSERT INTO words VALUES ('성남시청')")
        hits = database.execute("SELECT word FROM words WHERE words MATCH '남시청'").fetchall()
    return len(hits) == 1, f"SQLite {sqlite3.sqlite_version}"


def _file_names() -> Found:
    encoding = sys.getfilesystemencoding()
    return encoding == "utf-8", encoding


def _output() -> Found:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        "한글".encode(encoding)
    except UnicodeEncodeError:
        return False, encoding
    return True, encoding


def _font() -> Found:
    if not shutil.which("fc-list"):
        return False, "not known, as fontconfig is not installed"
    listed = subprocess.run(
        ["fc-list", ":lang=ko", "family"], capture_output=True, encoding="utf-8", errors="replace", timeout=20, check=True
    )  # fmt: skip
    families = sorted({line.split(",")[0].strip() for line in listed.stdout.splitlines() if line.strip()})
    return bool(families), families[0] if families else "none"


def _browser() -> Found:
    paths = [path for name in _BROWSERS if (path := shutil.which(name))]
    return bool(paths), paths[0] if paths else "none"


def _datasette() -> Found:
    version = _version("datasette")
    return version != "missing", version


def _disk() -> Found:
    free = shutil.disk_usage(Path.cwd()).free
    return free >= _DISK, f"{free / _GB:.1f} GB free in {Path.cwd()}"


def _memory() -> Found:
    if not hasattr(os, "sysconf"):
        return False, "not known on this system"
    size = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return size >= _MEMORY, f"{size / _GB:.1f} GB"


def _raw() -> Found:
    if not _RAW.is_dir():
        return False, f"{_RAW.as_posix()} is not there"
    if not os.access(_RAW, os.R_OK | os.X_OK):
        return False, f"{_RAW.as_posix()} cannot be read"
    return True, f"{_RAW.as_posix()}, {sum(1 for _ in _RAW.iterdir())} files and folders"


def _processed() -> Found:
    """The folder itself, or else the nearest one above it, in which it would be made."""
    there = next(path for path in (_PROCESSED, *_PROCESSED.parents) if path.exists())
    fine = there.is_dir() and os.access(there, os.W_OK | os.X_OK)
    how = "can be written" if there == _PROCESSED else "can be made"
    return fine, f"{_PROCESSED.as_posix()} {how if fine else how.replace('can', 'cannot')}"


_INSTALL = "run make install"
_PROBES: tuple[tuple[str, Callable[[], Found], bool, str], ...] = (
    ("Python", _python, True, "install Python 3.11 or newer, then run make install"),
    ("packages", _packages, True, _INSTALL),
    ("Korean", _kiwi, True, _INSTALL),
    ("English", _english, True, _INSTALL),
    ("full-text search", _sqlite, True, "use a Python whose SQLite is 3.34 or newer and has FTS5"),
    ("file names", _file_names, True, "set PYTHONUTF8=1"),
    ("output", _output, True, "set PYTHONUTF8=1 or LANG=C.UTF-8, so that Korean can be shown"),
    ("Korean font", _font, False, "install one, such as fonts-noto-cjk or fonts-nanum, to see Korean in charts"),
    ("browser", _browser, False, "install Chromium, if you want to run the report's tests"),
    ("Datasette", _datasette, False, _INSTALL),
    ("disk", _disk, True, "free some space: tables may need 1 GB"),
    ("memory", _memory, False, "run with --workers 1: each worker takes about half a GB"),
    ("articles", _raw, True, "make the folder data/raw and put articles into it, or give `dongne run` another one"),
    ("tables", _processed, True, "let this user write there, or give `dongne run` another folder with --out"),
)
