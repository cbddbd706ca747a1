"""Gazetteers: the open lists that ship with the package, each row with its source. Read by name, once."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from pipeline.errors import SettingsError


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.csv as dicts of text; raises SettingsError naming file and line where a row is not whole."""
    reader = csv.DictReader((files(__name__) / f"{name}.csv").read_text(encoding="utf-8").splitlines())
    rows = []
    for row in reader:
        if None in row or None in row.values():
            raise SettingsError(f"{name}.csv line {reader.line_num}: wants {len(reader.fieldnames or [])} cells")
        rows.append(row)
    return tuple(rows)


@cache
def settings(name: str) -> dict[str, Any]:
    """`name`.toml as a dict; raises SettingsError naming the file where it does not parse."""
    try:
        return tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name}.toml: {error}") from error
