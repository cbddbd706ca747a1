"""Rows → files: CSV, Parquet, one SQLite database, one Excel workbook, and the datapackage.json that describes them.

Everything is written beside the old files and put in their place at the end, so that a run that fails leaves the
tables of the last good one.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import shutil
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from itertools import chain
from pathlib import Path, PurePath
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline import workbook
from pipeline.errors import PipelineError
from pipeline.schema import TYPE, Column, Table, not_a_formula
from pipeline.store import SQL, Cells, Store

DATABASE = "dongne.sqlite"
RUN = "run.json"
_ARROW = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
# Rows of all tables together up to which a workbook is made: two minutes, and more than Excel is pleasant with.
_MOST_FOR_EXCEL = 500_000
# Rows held in memory at a time.
_AT_ONCE = 20_000
# The name of the folder in which SQLite sorts, in its environment; files of the scratch folder that are no tables.
_SORTING = "SQLITE_TMPDIR"
STORE = "rows.sqlite"
_NO_TABLES = (STORE,)


@contextmanager
def writing(out: Path) -> Iterator[Path]:
    """A folder to write in beside the old tables, gone afterwards; raises PipelineError where `out` cannot be written."""
    scratch = out / ".writing"
    sorting = os.environ.get(_SORTING)
    try:
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        # SQLite sorts what does not fit into memory in files, which shall lie where there is room for the tables.
        os.environ.setdefault(_SORTING, str(scratch))
        yield scratch
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or error
        raise PipelineError(f"cannot write tables in {out}: {why}; free space, or give another folder") from error
    finally:
        if sorting is None:
            os.environ.pop(_SORTING, None)
        shutil.rmtree(scratch, ignore_errors=True)


def write(store: Store, scratch: Path, out: Path, about: Mapping[str, Any]) -> None:
    """Writes all tables and run.json (`about`) into `scratch`, then puts them in their place in `out`."""
    tables = list(store.tables.values())
    store.flush()
    path = scratch / DATABASE
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        _write_database(store, tables, database)
        for table in tables:
            _write_csv(table, _frames(database, table), scratch / f"{table.name}.csv")
            _write_parquet(table, _frames(database, table), scratch / f"{table.name}.parquet")
        if sum(map(store.count, store.tables)) <= _MOST_FOR_EXCEL:
            rows = {table: chain.from_iterable(map(_listed, _frames(database, table))) for table in tables}
            workbook.write(rows, scratch / workbook.FILE)
    _write_json(datapackage(tables), scratch / "datapackage.json")
    sizes = {path.name: path.stat().st_size for path in sorted(scratch.iterdir()) if path.name not in _NO_TABLES}
    _write_json({**about, "files": sizes}, scratch / RUN)
    _put_in_place(scratch, out)


def _put_in_place(scratch: Path, out: Path) -> None:
    """New files over old ones, run.json last; tables that the old run.json names and the new run lacks are removed."""
    old = out / RUN
    try:
        stale = set(json.loads(old.read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        stale = set()
    old.unlink(missing_ok=True)
    fresh = sorted((p for p in scratch.iterdir() if p.name not in _NO_TABLES), key=lambda p: (p.name == RUN, p.name))
    for path in fresh:
        path.replace(out / path.name)
    for name in stale - {path.name for path in fresh}:
        (out / PurePath(name).name).unlink(missing_ok=True)


def _frames(database: sqlite3.Connection, table: Table) -> Iterator[pd.DataFrame]:
    """The rows of a table, sorted by its key, some at a time: Python values (None = unknown), columns in order."""
    cursor = database.execute(f'SELECT * FROM "{table.name}" ORDER BY "{table.key}"')
    while rows := cursor.fetchmany(_AT_ONCE):
        yield _frame(table, rows)


def _frame(table: Table, rows: Sequence[Cells]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=table.names, dtype=object)
    for column in table.columns:
        if column.kind == "date":
            days = frame[column.name].map(datetime.date.fromisoformat, na_action="ignore")
            frame[column.name] = days.astype(object)
    return frame


def parquet(table: Table, rows: Sequence[Cells]) -> bytes:
    """The rows as a Parquet file."""
    sink = io.BytesIO()
    _write_parquet(table, [_frame(table, rows)], sink)
    return sink.getvalue()


def _listed(frame: pd.DataFrame) -> list[list[Any]]:
    rows: list[list[Any]] = frame.to_numpy().tolist()
    return rows


def _write_csv(table: Table, frames: Iterable[pd.DataFrame], path: Path) -> None:
    """UTF-8 with a byte-order mark and `\n` line ends. A cell with either line-end character is quoted."""
    text = [column.kind == "string" for column in table.columns]
    line = io.StringIO(newline="")
    # The writer quotes the characters of its line terminator, so it is given both and one is taken off again.
    writer = csv.writer(line, lineterminator="\r\n")
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        for row in chain([table.names], *(frame.itertuples(index=False) for frame in frames)):
            writer.writerow([not_a_formula(cell) if is_text else cell for cell, is_text in zip(row, text, strict=True)])
            handle.write(line.getvalue()[:-2] + "\n")
            line.seek(0)
            line.truncate()


def _write_parquet(table: Table, frames: Iterable[pd.DataFrame], path: Path | io.BytesIO) -> None:
    schema = pa.schema([pa.field(c.name, _ARROW[c.kind], metadata={"description": c.doc}) for c in table.columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in frames:
            columns = [pa.array(rows[c.name].tolist(), type=_ARROW[c.kind]) for c in table.columns]
            writer.write_table(pa.table(columns, schema=schema))


def _write_database(store: Store, tables: Sequence[Table], database: sqlite3.Connection) -> None:
    """One SQLite file: the tables sorted by their keys, an index per reference, the views, a trigram index of mentions."""
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    keys = {table.name: table.key for table in tables}
    for table in tables:
        database.execute(_create(table, keys))
        places = ", ".join("?" * len(table.columns))
        rows = store.database.execute(f'SELECT * FROM "{table.name}" ORDER BY "{table.key}"')
        try:
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
        except sqlite3.IntegrityError as error:
            raise PipelineError(f"{table.name}: {error}; this is a bug, please report it") from error
        for column in table.columns:
            if column.references:
                database.execute(f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")')
    _create_views(database, tables)
    database.execute("COMMIT")
    database.execute("VACUUM")


def _create_views(database: sqlite3.Connection, tables: Sequence[Table]) -> None:
    """The views of views.sql, but those of tables that this run does not have; a plain one for each other type."""
    for statement in (files("pipeline.resources") / "views.sql").read_text(encoding="utf-8").split(";\n"):
        database.execute(statement)
    for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name").fetchall():
        try:
            database.execute(f"SELECT * FROM {view} LIMIT 0")
        except sqlite3.OperationalError:
            database.execute(f"DROP VIEW {view}")
    there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    names = {table.name for table in tables}
    for table in tables:
        if table.type and table.name != "districts" and f"{table.name}_full" not in there:
            database.execute(_full(table, names))


def _full(table: Table, names: Collection[str]) -> str:
    """A view of a type's table with the names of its districts, and with the article of each mention."""
    shown, joins = ["t.*"], []
    districts = [c.name for c in table.columns if c.references == "districts"] if "districts" in names else []
    for n, code in enumerate(districts):
        place = code.removesuffix("_code")
        shown += [f'g{n}.full_name_ko AS "{place}"', f'g{n}.name_en AS "{place}_en"']
        joins.append(f'LEFT JOIN districts g{n} ON g{n}.district_code = t."{code}"')
    if not table.of_entities:
        shown += ["d.published", "d.title", "d.source"]
        joins.append("JOIN documents d ON d.doc_id = t.doc_id")
    return f'CREATE VIEW "{table.name}_full" AS SELECT {", ".join(shown)} FROM "{table.name}" t {" ".join(joins)}'


def _create(table: Table, keys: Mapping[str, str]) -> str:
    lines = [
        f'  "{c.name}" {SQL[c.kind]}{" PRIMARY KEY" if c.name == table.key else ""}{" NOT NULL" if c.required else ""}'
        for c in table.columns
    ]
    lines += [
        f'  FOREIGN KEY ("{c.name}") REFERENCES "{c.references}" ("{keys[c.references]}")'
        for c in table.columns
        if c.references in keys
    ]
    return f'CREATE TABLE "{table.name}" (\n' + ",\n".join(lines) + "\n) WITHOUT ROWID"


def datapackage(tables: Sequence[Table]) -> dict[str, Any]:
    """The Frictionless description of the CSV files."""
    keys = {table.name: table.key for table in tables}
    return {
        "profile": "tabular-data-package",
        "name": "dongne",
        "title": "Korean local-government news as tables",
        "resources": [_resource(table, keys) for table in tables],
    }


def _resource(table: Table, keys: Mapping[str, str]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "description": table.doc,
        **({TYPE: table.type} if table.type else {}),
        "schema": {
            "fields": [_field(column, table) for column in table.columns],
            "missingValues": [""],
            "primaryKey": [table.key],
            "foreignKeys": [
                {
                    "fields": [c.name],
                    "reference": {
                        "resource": "" if c.references == table.name else c.references,
                        "fields": [keys[c.references]],
                    },
                }
                for c in table.columns
                if c.references in keys
            ],
        },
    }


def _field(column: Column, table: Table) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.name == table.key:
        constraints["unique"] = True
    if column.enum:
        constraints["enum"] = list(column.enum)
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.doc}
    return field | ({"constraints": constraints} if constraints else {})


def _write_json(value: Mapping[str, Any], path: Path) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
