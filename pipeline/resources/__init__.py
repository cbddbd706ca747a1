"""Gazetteers: the open lists that ship with the package, each row with its source, and the rows that a user adds to them.

`use(folder)` names the folder of a user's additions: a file there that is called like one of ours (`posts.csv`,
`noise.toml`) adds its rows. One folder holds for the whole process, as the gazetteers are read once.
"""

from __future__ import annotations

import csv
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.grammar.regex import regex

# The tables that take rows: what a cell is where a row leaves it out. The first column is always wanted.
_OPEN: dict[str, dict[str, str]] = {
    "agencies": {"kind": "corporation"},
    "homonyms": {},
    "money_roles": {"kind": "head"},
    "not_names": {},
    "organisation_heads": {"kind": "association", "needs": "own"},
    "organisation_subjects": {},
    "organisations": {"kind": "association"},
    "posts": {"level": "local", "evidence": "title", "post": "other_public"},
    "program_deeds": {},
    "program_generic": {},
    "program_heads": {"kind": "project", "needs": "words"},
    "programs": {"kind": "project"},
    "spellings": {},
    "surnames": {"rank": "common"},
}
# Further columns that a row cannot do without.
_WANTED = {"spellings": ("meant",)}
# Columns with a closed vocabulary: what our own rows hold, or those of the table that holds all of them.
_CLOSED = frozenset(("evidence", "kind", "lang", "level", "needs", "post", "rank", "role"))
_VOCABULARY = {"programs": "program_heads"}
_NOISE = ("kind", "scope", "pattern", "replacement", "evidence", "unless", "example", "source")
_HANGUL = regex(r"[가-힣]")
_own: Path | None = None


def use(folder: Path | str | None) -> None:
    """Names the folder of additions; None: there are none. What was read with another folder is forgotten."""
    global _own
    chosen = Path(folder).resolve() if folder else None
    if chosen == _own:
        return
    if chosen is not None and not chosen.is_dir():
        raise SettingsError(f"{folder} is no folder; make it, or mend `extensions` in the settings")
    _own = chosen
    for module in [m for name, m in sys.modules.items() if name.split(".")[0] == "pipeline"]:
        for value in list(vars(module).values()):
            if callable(forget := getattr(value, "cache_clear", None)):
                forget()
    for file in sorted(chosen.glob("*.csv")) if chosen is not None else []:
        if file.stem in _OPEN:
            table(file.stem)
    settings("noise")


def refuse_unknown() -> None:
    """Raises SettingsError for a CSV file of the user's folder that is of no use: no list of ours, nor of a TOML file there."""
    folder = _own or Path()
    files = folder.glob("*.toml") if _own is not None else ()
    lists = {
        str(parsed(file.read_text(encoding="utf-8-sig"), str(file)).get("list", {}).get("file", ""))
        for file in files
        if file.name != "noise.toml"
    }
    for file in sorted(folder.glob("*.csv")) if _own is not None else []:
        if file.stem not in _OPEN and file.name not in lists:
            near = get_close_matches(file.stem, _OPEN, 1)
            guess = f"did you mean {near[0]}.csv? Otherwise " if near else ""
            raise SettingsError(f"{file}: no list of ours is called so; {guess}name it in the [list] of a TOML file")


def own() -> Path | None:
    """The folder of additions in use."""
    return _own


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.csv as dicts of text, a user's last; raises SettingsError naming file and line where one is wrong."""
    columns, rows = _read(files(__name__) / f"{name}.csv", f"{name}.csv")
    added = _own / f"{name}.csv" if _own is not None else None
    if added is None or not added.is_file():
        return tuple(row for _, row in rows)
    if name not in _OPEN:
        raise SettingsError(f"{added}: {name} takes no rows; there are {', '.join(sorted(_OPEN))}")
    ours = [row for _, row in rows]
    given, more = _read(added, str(added))
    if unknown := [column for column in given if column not in columns]:
        raise SettingsError(f"{added} line 1: no column is called {unknown[0]!r}; there are {', '.join(columns)}")
    if columns[0] not in given:
        raise SettingsError(f"{added} line 1: the column {columns[0]!r} is missing; begin the line with it")
    return (*ours, *(_whole(name, columns, row, ours, f"{added} line {line}") for line, row in more))


def line_of(name: str, key: str) -> str:
    """Where the table `[key]` of `name`.toml stands, for a message: file and, of a user's file, the line."""
    added = _own / f"{name}.toml" if _own is not None else None
    lines = added.read_text(encoding="utf-8-sig").splitlines() if added is not None and added.is_file() else []
    at = next((n for n, line in enumerate(lines, start=1) if re.match(rf"\s*\[\s*{re.escape(key)}\s*\]", line)), 0)
    return f"{added} line {at}" if at else f"{name}.toml [{key}]"


def _read(file: Any, where: str) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    """The columns and the rows with their lines."""
    try:
        reader = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
        rows = [(reader.line_num, row) for row in reader]
    except UnicodeDecodeError as error:
        raise SettingsError(f"{where}: not in UTF-8 ({error.reason}); save it as CSV UTF-8") from error
    columns = list(reader.fieldnames or [])
    for line, row in rows:
        if None in row or None in row.values():
            raise SettingsError(f"{where} line {line}: wants {len(columns)} cells; quote a cell that holds a comma")
    return columns, rows


def _whole(
    name: str, columns: Iterable[str], row: Mapping[str, str], ours: Iterable[Mapping[str, str]], where: str
) -> dict[str, str]:
    """A user's row with all columns, those left out at their defaults."""
    first = next(iter(columns))
    for wanted in (first, *_WANTED.get(name, ())):
        if not (row.get(wanted) or "").strip():
            raise SettingsError(f"{where}: {wanted} is empty; write a word or delete the line")
    defaults = {"lang": "ko" if _HANGUL.search(row[first]) else "en", "source": "own", **_OPEN[name]}
    full = {column: (row.get(column) or "").strip() or defaults.get(column, "") for column in columns}
    for column in _CLOSED.intersection(columns):
        known = {r[column] for r in (table(_VOCABULARY[name]) if name in _VOCABULARY else ours) if r[column]}
        if known and full[column] not in known:
            raise SettingsError(f"{where}: {column} is {full[column]!r}; want one of {', '.join(sorted(known))}")
    return full


@cache
def settings(name: str) -> dict[str, Any]:
    """`name`.toml as a dict, a user's tables last; raises SettingsError naming the file where it does not parse."""
    ours = parsed((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml")
    added = _own / f"{name}.toml" if _own is not None and name == "noise" else None
    if added is None or not added.is_file():
        return ours
    more = parsed(added.read_text(encoding="utf-8-sig"), str(added))
    for name, row in more.items():
        if not isinstance(row, dict):
            raise SettingsError(f"{added}: {name} stands in no table; write [my_pattern] above it")
        for key, value in row.items():
            if key not in _NOISE or not isinstance(value, str):
                wrong = f"{key} is no text" if key in _NOISE else f"{key!r} is not known; there are {', '.join(_NOISE)}"
                raise SettingsError(f"{line_of('noise', name)}: {wrong}")
    if twice := sorted(ours.keys() & more.keys()):
        raise SettingsError(f"{added}: [{twice[0]}] is one of ours; give yours another name")
    return ours | {name: {"example": "", "source": "own", **row} for name, row in more.items()}


def parsed(text: str, where: str) -> dict[str, Any]:
    """A TOML text; raises SettingsError with its name, and the line, where it does not parse."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{where}: {error}") from error
