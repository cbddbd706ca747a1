"""run.json: how the tables were made, and whether they would come out the same again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

import pipeline
from pipeline import languages, remote
from pipeline.contract import Extractor
from pipeline.settings import Settings

FILE = "run.json"
_MATTERING = (
    "ahocorasick_rs",
    "holidays",
    "kiwipiepy",
    "kiwipiepy_model",
    "openpyxl",
    "pandas",
    "pyarrow",
    "spacy",
    "trafilatura",
    "xlsxwriter",
)


def fingerprint(paths: Sequence[Path], settings: Settings) -> dict[str, str]:
    """Hashes of what the tables are made of: input files, settings with library versions, code with its gazetteers."""
    inputs = hashlib.sha256()
    for path in paths:
        inputs.update(f"{path.as_posix()}\0{digest(path)}\n".encode("utf-8", "surrogateescape"))
    told = json.dumps(
        [_told(settings), _versions(), digest(Path(settings.corrections)), *_own(settings)], sort_keys=True
    )
    return {
        "inputs": inputs.hexdigest(),
        "settings": hashlib.sha256(told.encode()).hexdigest(),
        "code": _code(),
    }


def made_with(settings: Settings) -> str:
    """A hash of all that a document's result depends on but the document: code, libraries, what changes an extraction."""
    told = _told(replace(settings, corrections="", encoding="", max_file_bytes=1))
    every = json.dumps([told, _versions(), *_own(settings), _code()], sort_keys=True)
    return hashlib.sha256(every.encode()).hexdigest()


def _code() -> str:
    code, package = hashlib.sha256(), Path(pipeline.__file__).parent
    for path in sorted(p for p in package.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        code.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return code.hexdigest()


def about(
    made_of: Mapping[str, str],
    settings: Settings,
    rows: Mapping[str, int],
    mentions: Mapping[str, int],
    extractors: Sequence[Extractor],
) -> dict[str, Any]:
    """The content of run.json; rows: by table, mentions: by type. It holds no clock, so that the same input gives the same
    bytes."""
    return {
        "dongne": pipeline.__version__,
        "versions": _versions(),
        "settings": _told(settings),
        "rows": dict(rows),
        "mentions": {e.type: mentions.get(e.type, 0) for e in sorted(extractors, key=lambda e: e.type)},
        "sha256": dict(made_of),
    }


def unchanged(out: Path, made_of: Mapping[str, str]) -> dict[str, Any] | None:
    """run.json of the tables in `out`, if they were made of the same things and are all there."""
    try:
        known: dict[str, Any] = json.loads((out / FILE).read_text(encoding="utf-8"))
        whole = all((out / name).stat().st_size == size for name, size in known["files"].items())
        return known if whole and known["sha256"] == made_of else None
    except (OSError, ValueError, KeyError, TypeError):
        # No run.json, or one of another version: then the tables are made anew.
        return None


def digest(path: Path) -> str:
    """The file's SHA-256, read in pieces. A pipe or device, which would block, and what cannot be read have none."""
    try:
        if where := remote.address(path):
            return remote.identity(where)
        if not path.is_file():
            return "not a file"
        with path.open("rb") as handle:
            return hashlib.file_digest(handle, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def _own(settings: Settings) -> list[str]:
    """The files of the user's folder, each with its digest."""
    folder = Path(settings.extensions)
    files = sorted(folder.rglob("*")) if settings.extensions else []
    return [f"{p.relative_to(folder).as_posix()} {digest(p)}" for p in files if p.suffix in (".py", ".toml", ".csv")]


def _versions() -> dict[str, str]:
    """Of the libraries whose upgrade may change the tables, and of the packages that plug extractors in."""
    plugged = {point.dist.name for point in entry_points(group="dongne.extractors") if point.dist is not None}
    return {name: version(name) for name in sorted({*_MATTERING, *plugged})}


def _told(settings: Settings) -> dict[str, Any]:
    """The settings but for who does the work, which changes nothing in the tables; models with their state."""
    told = asdict(settings)
    for who in ("workers", "engine", "scheduler", "parts"):
        del told[who]
    told["models"] = {
        lang: {"model": model, "identity": languages.identity(model)} for lang, model in told["models"].items() if model
    }
    return told
