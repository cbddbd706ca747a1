"""Settings: one frozen value from dongne.toml and the command line. An unknown key is an error."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError

FILE = "dongne.toml"
EXTENSIONS = "extensions"
_ENGINES = ("processes", "dask")


@dataclass(frozen=True, slots=True)
class Models:
    """Trained spaCy pipelines, by name or folder, whose persons and organisations help to read officials; empty: none."""

    en: str = ""
    ko: str = ""

    def of(self, lang: str) -> str:
        """The pipeline for a language, or empty."""
        return {"en": self.en, "ko": self.ko}.get(lang, "")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may be told.

    encoding: of all text files; empty: told from each file. max_file_bytes: larger files (after decompression) become
    rejects. without: types of extractors to leave out. workers: processes; 1 works in this one. engine: `processes`, or `dask`
    with the address of its scheduler (empty: a cluster of `workers` on this machine). parts: in how many Parquet files each
    table is written by tasks of their own, so that no machine holds the corpus; 0: as files for people. corrections: file of what
    a person set right, applied where it exists. extensions: folder of extractors and gazetteer rows of your own; by
    default `extensions` beside the settings file, where there is one. models: the table `[models]`.
    """

    encoding: str = ""
    max_file_bytes: int = 64 * 1024 * 1024
    without: tuple[str, ...] = ()
    workers: int = 1
    engine: str = "processes"
    scheduler: str = ""
    parts: int = 0
    corrections: str = "data/review/corrections.csv"
    extensions: str = ""
    models: Models = Models()

    def __post_init__(self) -> None:
        if self.workers < 1:
            raise SettingsError(f"workers is {self.workers}; want 1 or more")
        if not 0 <= self.parts <= 65_536:
            raise SettingsError(f"parts is {self.parts}; want 1 to 65536, or 0 for tables in one piece")
        if self.engine not in _ENGINES:
            raise SettingsError(f"engine is {self.engine!r}; there are {', '.join(_ENGINES)}")
        if self.max_file_bytes < 1:
            raise SettingsError(f"max_file_bytes is {self.max_file_bytes}; want 1 or more")


def load(path: Path | None = None, **flags: Any) -> Settings:
    """Settings of a TOML file (default: dongne.toml here, if there is one), then the flags that are not None."""
    file = path or Path(FILE)
    values: dict[str, Any] = {}
    if path is not None or file.exists():
        try:
            values = tomllib.loads(file.read_text(encoding="utf-8"))
        except OSError as error:
            raise SettingsError(f"{file}: {error.strerror}; give the path of a settings file") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{file}: {error}") from error
    values = _checked(values, Settings, str(file))
    folder = file.parent / values.get("extensions", EXTENSIONS)
    if "extensions" in values or folder.is_dir():
        values["extensions"] = str(folder)
    given = {key: value for key, value in flags.items() if value is not None}
    return replace(Settings(), **(values | given))


def _checked(values: Mapping[str, Any], told: type[Any], where: str) -> dict[str, Any]:
    """The values as fields of the dataclass `told`; a table of the file becomes a dataclass of its own."""
    known: dict[str, type[Any]] = {field.name: type(field.default) for field in fields(told)}
    checked: dict[str, Any] = {}
    for key, value in values.items():
        if key not in known:
            raise SettingsError(f"{where}: unknown setting {key!r}; there are {', '.join(sorted(known))}")
        value = tuple(value) if isinstance(value, list) else value
        if is_dataclass(known[key]) and isinstance(value, dict):
            value = known[key](**_checked(value, known[key], f"{where}, [{key}]"))
        if type(value) is not known[key]:
            raise SettingsError(f"{where}: {key} is {value!r}; want a {_called(known[key])}")
        checked[key] = value
    return checked


def _called(kind: type[Any]) -> str:
    return "table" if is_dataclass(kind) else kind.__name__
