"""Which extractors there are: the modules under `extractors/`, then the entry points of other packages."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import entry_points

from pipeline import extractors
from pipeline.contract import Extractor
from pipeline.errors import SettingsError

GROUP = "dongne.extractors"
_NAME = re.compile(r"[a-z][a-z_]{1,40}")
# Tables that every run has.
_CORE = {"documents", "texts", "segments", "mentions", "relations", "noise", "findings", "rejects"}


@cache
def all_extractors() -> tuple[Extractor, ...]:
    """Every extractor, each after those whose rows it reads. Raises SettingsError for a broken or clashing plug-in."""
    found: dict[str, tuple[Extractor, str]] = {}
    for origin, value in [*_built_in(), *_plugged_in()]:
        if not isinstance(value, Extractor):
            raise SettingsError(f"{origin}: EXTRACTOR is {type(value).__name__}, not an Extractor")
        if not _NAME.fullmatch(value.type) or value.table in _CORE:
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


def _plugged_in() -> list[tuple[str, object]]:
    found = []
    for point in sorted(entry_points(group=GROUP), key=lambda p: (p.name, p.value)):
        try:
            found.append((point.value, point.load()))
        except Exception as error:
            raise SettingsError(f"plug-in {point.value} does not load: {error}; mend or uninstall it") from error
    return found
