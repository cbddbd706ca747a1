"""Parquet: one article per row, its columns called as in the other formats of records."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.readers._fields import article_of, fields_in, without_text
from pipeline.records import Article, Reject

SUFFIXES = (".parquet",)
RECORDS = True

# Rows held as Python values at a time.
_AT_ONCE = 1_000


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """An article or a reject per row, only the columns that an article has being read."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(BytesIO(data))
        columns = fields_in(file.schema_arrow.names)
        if not columns.keys() & {"text", "text_ko", "text_en"}:
            raise UnreadableError("no_text", without_text(file.schema_arrow.names))
        number = 0
        for batch in file.iter_batches(_AT_ONCE, columns=list(columns.values())):
            for row in batch.to_pylist():
                number += 1
                yield _article(row, f"{source}#{number}")
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = str(error).split("\n")[0]
        raise UnreadableError("parquet", f"no Parquet file, or a broken one ({reason}); write it anew") from error


def _article(row: dict[str, Any], source: str) -> Article | Reject:
    try:
        return article_of({name: _told(value) for name, value in row.items()})
    except UnreadableError as error:
        return Reject(source, error.reason, error.detail)


def _told(value: Any) -> Any:
    """Days and numbers as text, as the other formats hold them."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    return str(value) if isinstance(value, int | float) else value
