"""Records ↔ bytes, between processes and from one run to the next.

Only our own records come out again: bytes that somebody else wrote cannot run anything.
"""

from __future__ import annotations

import io
import pickle
import zlib
from dataclasses import is_dataclass
from typing import Any

from pipeline import registry
from pipeline.errors import PipelineError

_PLAIN = {("datetime", "date"), ("decimal", "Decimal"), ("array", "array"), ("array", "_array_reconstructor")}
_VIEW = ("pipeline.view", "View")


def pack(record: object) -> bytes:
    """The record as bytes."""
    return zlib.compress(pickle.dumps(record, protocol=5), 1)


def unpack(packed: bytes) -> Any:
    """The record again. Raises PipelineError where the bytes hold anything else."""
    try:
        return _Reader(io.BytesIO(zlib.decompress(packed))).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, AttributeError, ImportError, TypeError, ValueError) as error:
        raise PipelineError(f"what an earlier run kept is broken ({error}); remove the folder .cache there") from error


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        rows = {(e.row.__module__, e.row.__qualname__): e.row for e in registry.all_extractors()}
        if (module, name) in rows:
            return rows[module, name]
        found = super().find_class(module, name) if module.startswith("pipeline.") and "." not in name else None
        if (module, name) == _VIEW or (isinstance(found, type) and is_dataclass(found)):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no record")
