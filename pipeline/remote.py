"""Files at an address (`s3://bucket/news`, `https://…`, `memory://…`), by fsspec: articles are read there, tables sent there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pipeline.errors import PipelineError, SettingsError
from pipeline.grammar.regex import regex

# A Path takes the second slash away.
_ADDRESS = regex(r"([a-z][a-z0-9+.\-]+):/+", re.IGNORECASE)


def address(path: Path | str) -> str:
    """The address that is meant, empty for a path on this machine."""
    text = path.as_posix() if isinstance(path, Path) else path
    found = _ADDRESS.match(text) if not Path(path).exists() else None
    return f"{found[1]}:{'///' if found[1] == 'file' else '//'}{text[found.end() :]}" if found else ""


def files(where: str) -> Iterator[str]:
    """The addresses of a file, or of all files in a folder, hidden ones left out. Raises PipelineError where there is nothing."""
    system, path = _system(where)
    try:
        found = [path] if system.isfile(path) else sorted(system.find(path))
    except (OSError, ValueError) as error:
        raise PipelineError(f"{where} cannot be listed: {error}") from error
    if not found and not system.exists(path):
        raise PipelineError(f"nothing at {where}; check the address")
    hidden = (one for one in found if any(part.startswith(".") for part in one.removeprefix(path).split("/")))
    yield from (system.unstrip_protocol(one) for one in sorted({*found} - {*hidden}))


def content(where: str, most: int) -> bytes:
    """The first bytes of a file, at most so many. Raises OSError."""
    system, path = _system(where)
    with system.open(path, "rb") as file:
        data: bytes = file.read(most)
    return data


def piece(where: str, start: int, length: int) -> bytes:
    """Some bytes of a file, here or at an address."""
    system, path = _system(where)
    data: bytes = system.cat_file(path, start=start, end=start + length)
    return data


def there(where: str) -> bytes | None:
    """A file's content, here or at an address; None where there is no such file."""
    system, path = _system(where)
    try:
        data: bytes = system.cat_file(path)
        return data
    except FileNotFoundError:
        return None


def write(where: str, data: bytes) -> None:
    """Writes a file, here or at an address, whole or not at all. Raises PipelineError where that cannot be."""
    system, path = _system(where)
    try:
        system.makedirs(path.rpartition("/")[0], exist_ok=True)
        system.pipe_file(f"{path}.writing", data)
        system.mv(f"{path}.writing", path)
    except (OSError, ValueError) as error:
        raise PipelineError(f"cannot write {where}: {error}; free space, or give another place") from error


def remove(where: str) -> None:
    """Removes a file or folder, here or at an address, where there is one."""
    system, path = _system(where)
    if system.exists(path):
        system.rm(path, recursive=True)


def move(where: str, to: str) -> None:
    """Puts a folder in the place of another, here or at an address; where there is none, takes the other away."""
    system, path = _system(where)
    remove(to)
    if system.exists(path):
        system.mv(path, _system(to)[1], recursive=True)


def identity(where: str) -> str:
    """What changes when the file does: its digest, version or time, as its system knows it."""
    system, path = _system(where)
    return str(system.ukey(path))


def made_in(where: str) -> Path:
    """The folder of this machine in which the tables for an address are made; it stays, so that the next run can go on there."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "dongne" / hashlib.sha256(where.encode()).hexdigest()[:12]


def send(folder: Path, where: str) -> None:
    """Puts the files of a folder at an address, run.json last. Raises PipelineError where that cannot be."""
    system, path = _system(where)
    try:
        system.makedirs(path, exist_ok=True)
        for file in sorted(folder.iterdir(), key=lambda file: (file.name == "run.json", file.name)):
            if file.is_file():
                system.put_file(str(file), f"{path}/{file.name}")
    except (OSError, ValueError) as error:
        raise PipelineError(f"cannot write tables at {where}: {error}; they are in {folder}") from error


@cache
def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise SettingsError("addresses need fsspec; install it with pip install 'dongne[dask]'") from error
    return fsspec


def _system(where: str) -> tuple[Any, str]:
    try:
        system, path = _fsspec().core.url_to_fs(where)
    except (ImportError, ValueError) as error:
        raise SettingsError(f"{where}: {error}") from error
    return system, str(path).rstrip("/")
