"""Rows → dongne.xlsx, for people who live in Excel: a codebook in English and Korean, and a sheet per table.

Excel guesses what a cell of a CSV file is, so that 01110 loses its zero and a title that begins with `=` is run. In a
workbook every cell says what it is. What Excel cannot hold is told in the codebook sheet; the CSV files have it whole.
"""

from __future__ import annotations

import datetime
import math
import re
import shutil
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.packaging.core import DocumentProperties
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from pipeline import resources
from pipeline.schema import Column, Table

Rows = Sequence[Sequence[Any]]

FILE = "dongne.xlsx"
LEFT_OUT = ("texts",)  # whole articles, which may be longer than a cell
_MOST_ROWS = 1_048_575  # below the header
_MOST_UNITS = 32_767  # of UTF-16 in a cell
_FIRST_DAY = datetime.date(1900, 3, 1)  # Excel counts a 29 February 1900, so days before it are off by one
_WRITTEN = datetime.datetime(1980, 1, 1)  # the first moment that a zip file knows: the same rows give the same bytes
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TEXT = "@"
_FORMATS = {"string": _TEXT, "integer": "0", "number": "General", "date": "yyyy-mm-dd"}
_WON = re.compile(r"(?:^|_)(?:krw|won)(?:_|$)")  # names of integer columns that hold money
_NARROWEST, _WIDEST, _LOOKED_AT = 8, 60, 200
_TITLE = "코드북 (codebook)"
_NOTES = (
    "빈칸은 알 수 없음을 뜻한다. An empty cell means: not known.",
    "texts(기사 원문)는 한 칸에 다 들어가지 않을 수 있어 texts.csv에만 있다. The table texts is in texts.csv alone: a cell may be too small for an article.",
    "32,767자를 넘는 글은 …로 끝난다. A text longer than 32,767 characters ends in …; the CSV file has the whole.",
)
_CUT = "{table}: {n:,}행 가운데 처음 {most:,}행만 있다. The first {most:,} of {n:,} rows; {table}.csv has all."
_HEADER = ("table", "column", "type", "allowed values", "key of", "meaning", "표", "열", "뜻")


def write(tables: Mapping[Table, Rows], path: Path) -> None:
    """One workbook at `path`: the codebook, then a sheet per table but those LEFT_OUT, in the order given.

    tables: rows as cells in the order of the columns, sorted (None: unknown). The same rows give the same bytes.
    Raises OSError where the file cannot be written; the old one is then left as it was.
    """
    book = Workbook(write_only=True)
    _add_codebook(book, tables)
    for table, rows in tables.items():
        if table.name not in LEFT_OUT:
            _add_table(book, table, rows[:_MOST_ROWS])
    _save(book, path)


def korean(table: Table, column: Column | None = None) -> tuple[str, str]:
    """Name and meaning in Korean of a table or of one of its columns; empty where korean.toml has none (plug-ins)."""
    texts = resources.settings("korean")
    name, meaning = (
        texts["columns"].get(table.name, {}).get(column.name, ("", ""))
        if column
        else texts["tables"].get(table.name, ("", ""))
    )
    return name, meaning


def _add_codebook(book: Workbook, tables: Mapping[Table, Rows]) -> None:
    """The title, the notes, and one row per table and column."""
    cut = [_CUT.format(table=t.name, n=len(rows), most=_MOST_ROWS) for t, rows in tables.items() if _too_long(t, rows)]
    top = [_TITLE, *_NOTES, *cut, ""]
    rows = [row for table in tables for row in _described(table)]
    sheet = book.create_sheet("codebook")
    _lay_out(sheet, [_HEADER, *rows], first=len(top) + 1, last=len(top) + 1 + len(rows))
    for line in top:
        sheet.append([_styled(sheet, line, bold=line == _TITLE)])
    sheet.append([_styled(sheet, name, bold=True) for name in _HEADER])
    for row in rows:
        sheet.append([_styled(sheet, text, bold=not row[1], wrap=True) for text in row])


def _too_long(table: Table, rows: Rows) -> bool:
    return len(rows) > _MOST_ROWS and table.name not in LEFT_OUT


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


def _add_table(book: Workbook, table: Table, rows: Rows) -> None:
    sheet = book.create_sheet(table.name[:31])
    _lay_out(sheet, [table.names, *rows[:_LOOKED_AT]], first=1, last=1 + len(rows))
    sheet.append([_styled(sheet, name, bold=True) for name in table.names])
    fillers = [_filler(sheet, column) for column in table.columns]
    for row in rows:
        sheet.append([fill(value) for fill, value in zip(fillers, row, strict=True)])


def _lay_out(sheet: Any, sample: Rows, first: int, last: int) -> None:
    """Widths by a sample of the rows; the header in row `first` frozen, with a filter over all rows to `last`."""
    columns = list(zip(*sample, strict=True))
    for number, cells in enumerate(columns, 1):
        width = 2 + max(map(_width, cells))
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width, _NARROWEST), _WIDEST)
    sheet.freeze_panes = f"A{first + 1}"
    sheet.auto_filter.ref = f"A{first}:{get_column_letter(len(columns))}{last}"


def _width(value: Any) -> int:
    """In digits; Hangul is two wide, and won has a comma for each three digits."""
    if value is None:
        return 0
    text = f"{value:,}" if isinstance(value, int) else str(value)[:_WIDEST]
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _filler(sheet: Any, column: Column) -> Callable[[Any], WriteOnlyCell | None]:
    """What makes the column's cells. It gives the same two again and again: a write-only sheet writes a row at once."""
    money = column.kind == "integer" and _WON.search(column.name)
    own = _styled(sheet, None, "#,##0" if money else _FORMATS[column.kind])
    text = _styled(sheet, None)

    def fill(value: Any) -> WriteOnlyCell | None:
        value = _held(value)
        if value is None:
            return None
        cell = text if isinstance(value, str) else own
        cell.value = value
        if cell is text:
            cell.data_type = "s"  # openpyxl takes =… for a formula and #N/A for an error
        return cell

    return fill


def _styled(
    sheet: Any, value: str | None, format: str = _TEXT, bold: bool = False, wrap: bool = False
) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value and _held(value))
    cell.number_format = format
    if value:
        cell.data_type = "s"
    if bold:
        cell.font = Font(bold=True)
    if wrap:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


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


def _save(book: Workbook, path: Path) -> None:
    """The workbook without a clock, written beside the old one and put in its place."""
    book.properties = DocumentProperties(creator="dongne", created=_WRITTEN, modified=_WRITTEN)
    scratch = path.with_name(f".{path.name}.writing")
    try:
        with TemporaryFile(dir=path.parent) as loose:
            with ZipFile(loose, "w") as members:
                ExcelWriter(book, members).save()
            with ZipFile(loose) as members, ZipFile(scratch, "w", ZIP_DEFLATED) as archive:
                for member in members.infolist():
                    timeless = ZipInfo(member.filename, _WRITTEN.timetuple()[:6])
                    timeless.compress_type, timeless.file_size = ZIP_DEFLATED, member.file_size
                    timeless.create_system, timeless.external_attr = 3, 0o600 << 16
                    with members.open(member) as source, archive.open(timeless, "w") as target:
                        shutil.copyfileobj(source, target, 1 << 20)
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
