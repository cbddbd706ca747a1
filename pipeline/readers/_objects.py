"""JSON text → objects, without surprises: numbers stay as they are written, depth and size cannot crash the run."""

from __future__ import annotations

import json

from pipeline.errors import UnreadableError
from pipeline.readers._fields import article_of
from pipeline.records import Article, Reject


def parsed(text: str, where: str) -> object:
    """The JSON value. `where` names the place for messages (`line 7`). Raises UnreadableError (`json`)."""
    try:
        # As text a number keeps its zeros and digits, and a huge one costs nothing.
        return json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno} column {error.colno}" if where == "the file" else f"{where}, column {error.colno}"
        raise UnreadableError("json", f"{place}: {error.msg}; mend it or remove it") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            "json", f"{where} is nested too deep or not JSON ({error}); mend it or remove it"
        ) from error


def article_in(value: object, source: str, where: str) -> Article | Reject:
    """The article in a record, or why there is none."""
    if not isinstance(value, dict):
        return Reject(source, "json", f"{where} is no object with named fields; mend it or remove it")
    # Search engines wrap what was indexed.
    inner = value.get("_source")
    try:
        return article_of(inner if isinstance(inner, dict) else value)
    except UnreadableError as error:
        return Reject(source, error.reason, f"{where}: {error.detail}")
