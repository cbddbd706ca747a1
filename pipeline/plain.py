"""An extraction as plain data: dictionaries, lists, strings and numbers, which JSON, msgpack and spaCy's Docs can hold.

`dongne explain --json` prints it and `doc._.dongne` is it. Days are ISO text, decimals text; mentions have the ids that they
have in the tables. `typed` makes the row of a mention what it was.
"""

from __future__ import annotations

import datetime
import decimal
import typing
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from pipeline.records import Extraction, Mention
from pipeline.rows import mention_id

# What msgpack holds of an integer; a longer one becomes text.
_LONGEST = 2**63
_READ: tuple[tuple[Any, Callable[[str], Any]], ...] = (
    (datetime.date, datetime.date.fromisoformat),
    (decimal.Decimal, decimal.Decimal),
    (int, int),
)


def plain(found: Extraction) -> dict[str, Any]:
    """document (without its text), mentions in reading order, relations, noise, findings."""
    document = asdict(found.document)
    del document["text"]

    def end(one: Mention | str | None) -> str | None:
        return mention_id(found.document.doc_id, one) if isinstance(one, Mention) else one

    told = {
        "document": document,
        "mentions": [
            {
                "id": end(m),
                "type": m.type,
                "start": m.start,
                "end": m.end,
                "text": m.text,
                "lang": m.lang,
                "value": m.value,
                "entity_id": m.entity_id,
                "candidates": m.candidates,
                "rule": m.rule,
                "confidence": m.confidence,
                "row": None if m.row is None else asdict(m.row),
            }
            for m in found.mentions
        ],
        "relations": [
            {
                "relation": r.relation,
                "subject": end(r.subject),
                "object": end(r.object),
                "start": r.start,
                "end": r.end,
                "confidence": r.confidence,
            }
            for r in found.relations
        ],
        "noise": [asdict(n) for n in found.noise],
        "findings": [
            asdict(f) | {"mention_a": end(f.mention_a), "mention_b": end(f.mention_b)} for f in found.findings
        ],
    }
    result: dict[str, Any] = _plain(told)
    return result


def typed(row: type[Any], values: Mapping[str, Any]) -> Any:
    """The row that `values` is the plain form of; `row` is its extractor's dataclass."""
    hints = typing.get_type_hints(row)
    return row(**{name: _typed(hints[name], value) for name, value in values.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    fits = value is None or isinstance(value, str | float) or (isinstance(value, int) and abs(value) < _LONGEST)
    return value if fits else str(value)


def _typed(hint: Any, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    kinds = typing.get_args(hint) or (hint,)
    read = next((read for kind, read in _READ if kind in kinds), None)
    return read(value) if read and isinstance(value, str) else value
