"""The rows of a run while it lasts: a database on disk, so that a corpus never has to fit into memory.

Rows come document by document and lie in the order in which they came; `tables.py` writes them out sorted by their keys. Cells are
as the files hold them: a day is ISO text, and what is not known is None.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.grammar.regex import regex
from pipeline.schema import Table

Cells = tuple[Any, ...]

_SURROGATE = regex("[\ud800-\udfff]")
# Rows of a table that wait in memory.
_BATCH = 2_000


def stored(value: Any, kind: str) -> Any:
    """The value as a column of its kind holds it, else None (unknown): an empty text, a sum beyond 64 bits.

    A lone surrogate, which no file can hold, becomes U+FFFD, so that offsets stay true.
    """
    if value is None or value == "":
        return None
    if kind == "string":
        text = str(value)
        return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
    if kind == "integer":
        return value if isinstance(value, int) and abs(value) < 2**63 else None
    if kind == "number":
        return float(value) if isinstance(value, int | float | Decimal) else None
    return value.isoformat()[:10] if isinstance(value, datetime.date) else None


def cells(table: Table, row: Mapping[str, Any]) -> Cells:
    """The row's cells in the order of the table's columns."""
    return tuple([stored(row[column.name], column.kind) for column in table.columns])


class Store:
    """The tables of one run, in a file that only it uses. `database` may be asked, and changed, in SQL."""

    def __init__(self, path: Path | str, tables: Sequence[Table]) -> None:
        self.tables = {table.name: table for table in tables}
        # One transaction that is never closed: nobody reads this file after the run.
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.execute("PRAGMA journal_mode = OFF")
        self.database.execute("PRAGMA synchronous = OFF")
        self.database.execute("BEGIN")
        self._waiting: dict[str, list[Cells]] = {name: [] for name in self.tables}
        for table in tables:
            self.database.execute(f'CREATE TABLE "{table.name}" ({", ".join(_typed(table))})')

    def add(self, name: str, rows: Iterable[Cells]) -> None:
        """Rows of a table, as `cells` makes them."""
        waiting = self._waiting[name]
        waiting.extend(rows)
        if len(waiting) >= _BATCH:
            self._write(name)

    def add_rows(self, name: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Rows of a table by their columns' names."""
        self.add(name, [cells(self.tables[name], row) for row in rows])

    def missing(self, target: str) -> list[str]:
        """Keys of the table `target` that other tables refer to and that it lacks, sorted."""
        self.flush()
        key = self.tables[target].key
        wanted = " UNION ".join(f'SELECT "{column}" AS k FROM "{name}"' for name, column in self.referring(target))
        found = f'SELECT k FROM ({wanted}) WHERE k IS NOT NULL AND k NOT IN (SELECT "{key}" FROM "{target}") ORDER BY k'
        return [code for (code,) in self.database.execute(found)]

    def rows(self, sql: str, given: Sequence[Any] = ()) -> Iterator[dict[str, Any]]:
        """What a query finds, row by row."""
        self.flush()
        cursor = self.database.execute(sql, given)
        names = [column[0] for column in cursor.description]
        return (dict(zip(names, row, strict=True)) for row in cursor)

    def count(self, name: str) -> int:
        """The number of rows of a table."""
        self.flush()
        counted: int = self.database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        return counted

    def referring(self, target: str) -> list[tuple[str, str]]:
        """The columns, with their tables, that hold the key of the table `target`."""
        return [(t.name, c.name) for t in self.tables.values() for c in t.columns if c.references == target]

    def flush(self) -> None:
        """Brings to the file what waits in memory."""
        for name in self._waiting:
            self._write(name)

    def close(self) -> None:
        self.database.close()

    def _write(self, name: str) -> None:
        if waiting := self._waiting[name]:
            places = ", ".join("?" * len(self.tables[name].columns))
            self.database.executemany(f'INSERT INTO "{name}" VALUES ({places})', waiting)
            waiting.clear()


SQL = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT"}


def _typed(table: Table) -> list[str]:
    return [f'"{column.name}" {SQL[column.kind]}' for column in table.columns]
