"""Which extractors there are: the modules under `extractors/`, the files of the user's folder (`extensions/`: Python modules
and TOML declarations), then the entry points of other packages."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
import sys
import traceback
from collections.abc import Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import entry_points
from pathlib import Path

from pipeline import declared, extractors, resources
from pipeline.contract import Extractor
from pipeline.errors import SettingsError
from pipeline.grammar.regex import regex

GROUP = "dongne.extractors"
NAME = regex(r"[a-z][a-z_]{1,40}")
# Tables that every run has.
# Files of the user's folder that are no extractors: rows for our own lists, and tests.
_NO_EXTRACTORS = regex(r"(?:test_|_|conftest).*\.py|noise\.toml")
RESERVED = {"documents", "texts", "segments", "mentions", "relations", "noise", "findings", "rejects"}


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor, each after those whose rows it reads. Raises SettingsError for a broken or clashing plug-in."""
    found: dict[str, tuple[Extractor, str]] = {}
    for origin, value in [*_built_in(), *_of_the_folder(resources.own()), *_plugged_in()]:
        if not isinstance(value, Extractor):
            raise SettingsError(
                f"{origin}: EXTRACTOR is {type(value).__name__}, not an Extractor; end the file with EXTRACTOR = Extractor(…)"
            )
        if not NAME.fullmatch(value.type) or value.table in RESERVED:
            raise SettingsError(f"{origin}: no type can be called {value.type!r}; use another word of a-z and _")
        if value.type in found:
            raise SettingsError(
                f"two extractors of type {value.type!r}: {found[value.type][1]} and {origin}; rename or remove one"
            )
        found[value.type] = (value, origin)
    return in_order([value for value, _ in found.values()])


def in_order(chosen: Sequence[Extractor]) -> tuple[Extractor, ...]:
    """Extractors so that each comes after the types it reads, otherwise by name."""
    by_type = {e.type: e for e in sorted(chosen, key=lambda e: e.type)}
    graph = {t: [a for a in e.after if a in by_type] for t, e in by_type.items()}
    try:
        return tuple(by_type[t] for t in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise SettingsError(f"extractors read each other in a circle: {' → '.join(error.args[1])}") from error


def _built_in() -> list[tuple[str, object]]:
    names = sorted(m.name for m in pkgutil.iter_modules(extractors.__path__, f"{extractors.__name__}."))
    return [(name, getattr(importlib.import_module(name), "EXTRACTOR", None)) for name in names]


def _of_the_folder(folder: Path | None) -> list[tuple[str, object]]:
    files = sorted(folder.glob("*.py")) + sorted(folder.glob("*.toml")) if folder is not None else []
    return [
        (str(file), declared.load(file) if file.suffix == ".toml" else _loaded(file))
        for file in files
        if not _NO_EXTRACTORS.fullmatch(file.name)
    ]


def _loaded(file: Path) -> object:
    """The EXTRACTOR of a module in the user's folder, under a name by which workers find it again."""
    name = f"dongne_extension_{file.stem}"
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        del sys.modules[name]
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(file)]
        line = getattr(error, "lineno", None) or (lines[-1] if lines else 1)
        raise SettingsError(f"{file} line {line}: {type(error).__name__}: {error}; mend or remove the file") from error
    return getattr(module, "EXTRACTOR", None)


def _plugged_in() -> list[tuple[str, object]]:
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        try:
            found.append((point.value, point.load()))
        except Exception as error:
            raise SettingsError(f"plug-in {point.value} does not load: {error}; mend or uninstall it") from error
    return found
