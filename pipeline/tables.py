"""Rows → files: CSV, Parquet, one SQLite database, one Excel workbook, and the datapackage.json that describes them.

Everything is written beside the old files and put in their place at the end, so that a run that fails leaves the
tables of the last good one.
"""

from __future__ import annotations

import csv
import datetime
import io
import json
import re
import shutil
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from contextlib import closing
from decimal import Decimal
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

Row = Mapping[str, Any]

DATABASE = "dongne.sqlite"
RUN = "run.json"
_ARROW = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "date": pa.date32()}
_SQL = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "date": "TEXT"}
# Rows of all tables together up to which a workbook is made: two minutes, and more than Excel is pleasant with.
_MOST_FOR_EXCEL = 500_000
_SURROGATE = re.compile("[\ud800-\udfff]")


def write(tables: Mapping[Table, Sequence[Row]], out: Path, about: Mapping[str, Any]) -> None:
    """Writes all tables and run.json (`about`) into `out`; raises PipelineError where that cannot be written."""
    scratch = out / ".writing"
    try:
        out.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        frames = {table: frame(table, rows) for table, rows in tables.items()}
        for table, rows in frames.items():
            _write_csv(table, rows, scratch / f"{table.name}.csv")
            _write_parquet(table, rows, scratch / f"{table.name}.parquet")
        _write_database(frames, scratch / DATABASE)
        if sum(map(len, frames.values())) <= _MOST_FOR_EXCEL:
            workbook.write({table: rows.to_numpy().tolist() for table, rows in frames.items()}, scratch / workbook.FILE)
        _write_json(datapackage(list(frames)), scratch / "datapackage.json")
        sizes = {path.name: path.stat().st_size for path in sorted(scratch.iterdir())}
        _write_json({**about, "files": sizes}, scratch / RUN)
        _put_in_place(scratch, out)
    except (OSError, sqlite3.OperationalError) as error:
        why = getattr(error, "strerror", None) or error
        raise PipelineError(f"cannot write tables in {out}: {why}; free space, or give another folder") from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _put_in_place(scratch: Path, out: Path) -> None:
    """New files over old ones, run.json last; tables that the old run.json names and the new run lacks are removed."""
    old = out / RUN
    try:
        stale = set(json.loads(old.read_text(encoding="utf-8"))["files"])
    except (OSError, ValueError, KeyError, TypeError):
        stale = set()
    old.unlink(missing_ok=True)
    fresh = sorted(scratch.iterdir(), key=lambda p: (p.name == RUN, p.name))
    for path in fresh:
        path.replace(out / path.name)
    for name in stale - {path.name for path in fresh}:
        (out / PurePath(name).name).unlink(missing_ok=True)


def frame(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as a frame of Python values (None = unknown), columns in order, sorted by key, keys unique."""
    cells = [[_stored(row[column.name], column.kind) for column in table.columns] for row in rows]
    data = pd.DataFrame(cells, columns=table.names, dtype=object)
    data = data.sort_values(table.key, kind="stable", ignore_index=True)
    twice = data[table.key][data[table.key].duplicated()]
    if len(twice):
        raise PipelineError(f"{table.name}: key {twice.iloc[0]!r} stands twice; this is a bug, please report it")
    return data


def _stored(value: Any, kind: str) -> Any:
    """The value as a column of its kind can hold it, else None (unknown): an empty text, a sum beyond 64 bits.

    A lone surrogate, which no file can hold, becomes U+FFFD, so that offsets stay true.
    """
    if value is None or value == "":
        return None
    if kind == "string":
        return _SURROGATE.sub("\ufffd", str(value))
    if kind == "integer":
        return value if isinstance(value, int) and abs(value) < 2**63 else None
    if kind == "number":
        return float(value) if isinstance(value, int | float | Decimal) else None
    return value if isinstance(value, datetime.date) else None


def _write_csv(table: Table, rows: pd.DataFrame, path: Path) -> None:
    """UTF-8 with a byte-order mark and `\\n` line ends. A cell with either line-end character is quoted."""
    text = [column.kind == "string" for column in table.columns]
    line = io.StringIO(newline="")
    # The writer quotes the characters of its line terminator, so it is given both and one is taken off again.
    writer = csv.writer(line, lineterminator="\r\n")
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        for row in chain([table.names], rows.itertuples(index=False)):
            writer.writerow([not_a_formula(cell) if is_text else cell for cell, is_text in zip(row, text, strict=True)])
            handle.write(line.getvalue()[:-2] + "\n")
            line.seek(0)
            line.truncate()


def _write_parquet(table: Table, rows: pd.DataFrame, path: Path) -> None:
    schema = pa.schema([pa.field(c.name, _ARROW[c.kind], metadata={"description": c.doc}) for c in table.columns])
    columns = [pa.array(rows[c.name].tolist(), type=_ARROW[c.kind]) for c in table.columns]
    pq.write_table(pa.table(columns, schema=schema), path, compression="zstd")


def _write_database(frames: Mapping[Table, pd.DataFrame], path: Path) -> None:
    """One SQLite file: the tables with their keys, an index per reference, the views, a trigram index of mentions."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        keys = {table.name: table.key for table in frames}
        for table, rows in frames.items():
            database.execute(_create(table, keys))
            places = ", ".join("?" * len(table.columns))
            values = (
                [v.isoformat() if hasattr(v, "isoformat") else v for v in row] for row in rows.to_numpy().tolist()
            )
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', values)
            for column in table.columns:
                if column.references:
                    database.execute(
                        f'CREATE INDEX "{table.name}_{column.name}" ON "{table.name}" ("{column.name}")'
                    )  # fmt: skip
        _create_views(database, list(frames))
        database.commit()
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
        f'  "{c.name}" {_SQL[c.kind]}{" PRIMARY KEY" if c.name == table.key else ""}{" NOT NULL" if c.required else ""}'
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
