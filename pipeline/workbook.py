"""Rows → dongne.xlsx, for people who live in Excel: a codebook in English and Korean, and a sheet per table.

Excel guesses what a cell of a CSV file is, so that 01110 loses its zero and a title that begins with `=` is run. In a
workbook every cell says what it is. What Excel cannot hold is told in the codebook sheet; the CSV files have it whole.
"""

from __future__ import annotations

import datetime
import math
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain, count, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from pipeline import resources
from pipeline.grammar.regex import regex
from pipeline.schema import Column, Table

Row = Sequence[Any]

FILE = "dongne.xlsx"
LEFT_OUT = ("texts",)  # whole articles, which may be longer than a cell
_MOST_ROWS = 1_048_575  # below the header
_MOST_UNITS = 32_767  # of UTF-16 in a cell
_FIRST_DAY = datetime.date(1900, 3, 1)  # Excel counts a 29 February 1900, so days before it are off by one
_ABOUT = {"author": "dongne", "created": datetime.datetime(1980, 1, 1)}  # no clock: the same rows give the same bytes
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "use_zip64": True}
_NOT_XML = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = "@"
_FORMATS = {"string": _TEXT, "integer": "0", "number": "General", "date": "yyyy-mm-dd"}
_WON = regex(r"(?:^|_)(?:krw|won)(?:_|$)")  # names of integer columns that hold money
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 60, 200
_TITLE = "코드북 (codebook)"
_NOTES = (
    "빈칸은 알 수 없음을 뜻한다. An empty cell means: not known.",
    "texts(기사 원문)는 한 칸에 다 들어가지 않을 수 있어 texts.csv에만 있다. The table texts is in texts.csv alone: a cell may be too small for an article.",
    "32,767자를 넘는 글은 …로 끝난다. A text longer than 32,767 characters ends in …; the CSV file has the whole.",
)
_CUT = "{table}: {n:,}행 가운데 처음 {most:,}행만 있다. The first {most:,} of {n:,} rows; {table}.csv has all."
_HEADER = ("table", "column", "type", "allowed values", "key of", "meaning", "표", "열", "뜻")


def write(tables: Mapping[Table, Iterable[Row]], path: Path) -> None:
    """One workbook at `path`: the codebook, then a sheet per table but those LEFT_OUT, in the order given.

    tables: rows as cells in the order of the columns, sorted (None: unknown), each taken once, when its turn comes. The
    same rows give the same bytes. Raises OSError where the file cannot be written; the old one is then left as it was.
    """
    with TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as scratch:
        fresh = Path(scratch, path.name)
        book = Workbook(fresh, {**_OPTIONS, "tmpdir": scratch})
        book.set_properties(_ABOUT)
        codebook = book.add_worksheet("codebook")
        sizes = {table: _add_table(book, table, rows) for table, rows in tables.items() if table.name not in LEFT_OUT}
        _fill_codebook(book, codebook, tables, sizes)
        try:
            book.close()
        except FileCreateError as error:  # holds the OSError
            raise error.args[0] from None
        fresh.replace(path)


def korean(table: Table, column: Column | None = None) -> tuple[str, str]:
    """Name and meaning in Korean of a table or of one of its columns; empty where korean.toml has none (plug-ins)."""
    texts = resources.settings("korean")
    name, meaning = (
        texts["columns"].get(table.name, {}).get(column.name, ("", ""))
        if column
        else texts["tables"].get(table.name, ("", ""))
    )
    return name, meaning


def _fill_codebook(book: Workbook, sheet: Any, tables: Iterable[Table], sizes: Mapping[Table, int]) -> None:
    """The title, the notes, and one row per table and column."""
    text, bold = _format(book), _format(book, bold=True)
    of_table, of_column = (_format(book, bold=bold, text_wrap=True, valign="top") for bold in (True, False))
    cut = [_CUT.format(table=t.name, n=n, most=_MOST_ROWS) for t, n in sizes.items() if n > _MOST_ROWS]
    rows = [row for table in tables for row in _described(table)]
    lines = [
        ((_TITLE,), bold),
        *(((line,), text) for line in (*_NOTES, *cut, "")),
        (_HEADER, bold),
        *((row, of_column if row[1] else of_table) for row in rows),
    ]
    for number, (cells, format) in enumerate(lines):
        for place, cell in enumerate(cells):
            _put(sheet, number, place, _held(cell), format)
    _lay_out(sheet, [_HEADER, *rows], first=len(lines) - len(rows) - 1, last=len(lines) - 1)


def _described(table: Table) -> list[tuple[str, ...]]:
    """The codebook's rows of a table: its own, then its columns'."""
    own = (table.name, "", "", "", "", f"{table.doc}; key: {table.key}", korean(table)[0], "", korean(table)[1])
    return [
        own,
        *(
            (table.name, c.name, c.kind, ", ".join(c.enum), c.references, c.doc, korean(table)[0], *korean(table, c))
            for c in table.columns
        ),
    ]


def _add_table(book: Workbook, table: Table, rows: Iterable[Row]) -> int:
    """The sheet of a table; gives the number of its rows, with those for which the sheet has no room."""
    sheet = book.add_worksheet(_free(book, table.name))
    text, bold = _format(book), _format(book, bold=True)
    formats = [_format(book, _number_format(column)) for column in table.columns]
    for place, name in enumerate(table.names):
        _put(sheet, 0, place, name, bold)
    rows, last = iter(rows), 0
    sample = list(islice(rows, _LOOKED_AT))
    rows = chain(sample, rows)
    for last, row in enumerate(islice(rows, _MOST_ROWS), 1):
        for place, (value, format) in enumerate(zip(map(_held, row), formats, strict=True)):
            _put(sheet, last, place, value, text if isinstance(value, str) else format)
    _lay_out(sheet, [table.names, *sample], first=0, last=last)
    return last + sum(1 for _ in rows)


def _free(book: Workbook, name: str) -> str:
    """The name as a sheet can have it, numbered where one has it already."""
    names = chain([name[:31]], (f"{name[:28]}_{n}" for n in count(2)))
    return next(name for name in names if not book.get_worksheet_by_name(name))


def _lay_out(sheet: Any, sample: Iterable[Row], first: int, last: int) -> None:
    """Widths by a sample of the rows; the header in row `first` frozen, with a filter over all rows to `last`."""
    columns = list(zip(*sample, strict=True))
    for place, cells in enumerate(columns):
        sheet.set_column(place, place, min(max(2 + max(map(_width, cells)), _NARROWEST), _WIDEST))
    sheet.freeze_panes(first + 1, 0)
    sheet.autofilter(first, 0, last, len(columns) - 1)


def _width(value: Any) -> int:
    """In digits; Hangul is two wide, and won has a comma for each three digits."""
    if value is None:
        return 0
    text = f"{value:,}" if isinstance(value, int) else str(value)[:_WIDEST]
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _put(sheet: Any, row: int, place: int, value: Any, format: Any) -> None:
    if isinstance(value, str) and value.startswith("<r>") and value.endswith("</r>"):
        # XlsxWriter would take the text for markup of its own; in three pieces it is none.
        sheet.write_rich_string(row, place, *"<r", value[2:], format)
    elif value is not None:
        sheet.write(row, place, value, format)


def _format(book: Workbook, numbers: str = _TEXT, **more: Any) -> Any:
    return book.add_format({"num_format": numbers, **more})


def _number_format(column: Column) -> str:
    return "#,##0" if column.kind == "integer" and _WON.search(column.name) else _FORMATS[column.kind]


def _held(value: Any) -> Any:
    """The value as a cell can hold it; None: an empty cell."""
    if isinstance(value, str):
        return _fitting(_NOT_XML.sub("\ufffd", value)) or None
    if isinstance(value, datetime.date):
        day = value.date() if isinstance(value, datetime.datetime) else value
        return day if day >= _FIRST_DAY else day.isoformat()
    if isinstance(value, float | Decimal) and not math.isfinite(value):
        return None
    return int(value) if isinstance(value, bool) else value


def _fitting(text: str) -> str:
    """The text, cut with an ellipsis where it is longer than a cell."""
    if len(text) * 2 <= _MOST_UNITS:
        return text
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * _MOST_UNITS else units[: 2 * _MOST_UNITS - 2].decode("utf-16-le", "ignore") + "…"
