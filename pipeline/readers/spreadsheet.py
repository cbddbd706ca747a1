"""Excel workbooks: sheets with a text column under a usual name, as BigKinds (Korea Press Foundation) exports them."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING
from zipfile import ZipFile, ZipInfo

from pipeline.errors import UnreadableError
from pipeline.readers._fields import article_of, fields_in, without_text
from pipeline.records import Article, Reject

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

SUFFIXES = (".xlsx", ".xlsm")
RECORDS = True

_TEXTS = {"text", "text_ko", "text_en"}
# Titles and notes may stand above the header.
_HEADER_WITHIN = 20
# Of all parts of the file together. XML of Korean articles is about four times its zip.
_MAX_UNPACKED = 500_000_000
# Cells cost up to 80 times their XML in memory. Sheets of empty formatted cells are 16 times their zip, bombs 1000.
_MAX_RATIO = 100
_SMALL = 4_000_000
_MAX_PARTS = 10_000
# Excel's own limit, here of all sheets together. A lone cell in a row with a number beyond it would be led up to by as
# many empty rows, and one in the last of 16,384 columns by as many empty cells: columns beyond MAX_COLUMNS are not read.
_MAX_ROWS = 1_048_576
_MAX_COLUMNS = 256
_OLE = b"\xd0\xcf\x11\xe0"
_SAVE_AGAIN = "open it in Excel or LibreOffice and save it again as .xlsx without a password"


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """An article or a reject per filled row below a header, numbered over all sheets; sheets without one are left out.

    Raises UnreadableError: `xlsx` (broken or encrypted; also after the rows before the break), `too_large` (unpacked),
    `no_text` listing the columns seen where no sheet has a column that is the text.
    """
    number = 0
    without: list[Sequence[str]] = [()]
    headed = False
    left = iter(range(_MAX_ROWS))
    for sheet in _sheets(data):
        rows = _rows(sheet, left)
        top = list(islice(rows, _HEADER_WITHIN))
        if (head := _header(top)) is None:
            without += top
            continue
        headed = True
        for at, cells in enumerate(chain(top[head + 1 :], rows), start=head + 2):
            if _filled(cells):
                number += 1
                yield _article(top[head], cells, f"{source}#{number}", f"sheet {sheet.title}, row {at}")
    if not headed:
        raise UnreadableError("no_text", without_text([cell for cell in max(without, key=_filled) if cell.strip()]))


def _sheets(data: bytes) -> list[ReadOnlyWorksheet]:
    from openpyxl import load_workbook  # brings numpy, which other formats do without

    if data.startswith(_OLE):
        raise UnreadableError("xlsx", f"encrypted, or an old .xls under a new name; {_SAVE_AGAIN}")
    # openpyxl has no error of its own for a broken file: whatever its parsers stumble over comes out.
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except Exception as error:
        raise _broken(error) from error
    _bound(parts)
    try:
        with warnings.catch_warnings(action="ignore"):
            workbook = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:
        raise _broken(error) from error
    # Thousands of sheets may be made of one part; it is read once.
    return list({sheet._worksheet_path: sheet for sheet in reversed(workbook.worksheets)}.values())[::-1]


def _bound(parts: list[ZipInfo]) -> None:
    """Refuses a zip bomb by its directory: zipfile unpacks no part beyond the size that is told of it there."""
    if len(parts) > _MAX_PARTS:
        raise UnreadableError("too_large", f"more than {_MAX_PARTS:,} files in the workbook; save its articles as .csv")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > _MAX_UNPACKED:
        told = (
            f"the unpacked workbook holds {unpacked:,} bytes, more than {_MAX_UNPACKED:,}; split it or save it as .csv"
        )
        raise UnreadableError("too_large", told)
    for part in parts:
        if part.file_size > max(_SMALL, _MAX_RATIO * part.compress_size):
            told = f"{part.filename} unpacks to more than {_MAX_RATIO} times its size; save its articles as .csv"
            raise UnreadableError("too_large", told)


def _rows(sheet: ReadOnlyWorksheet, left: Iterator[int]) -> Iterator[list[str]]:
    """The cells of each row as text, from the first row on, empty rows too. left: yields as often as rows may be read."""
    # Many exporters tell a wrong extent, often `A1`.
    sheet.reset_dimensions()
    rows = sheet.iter_rows(max_row=_MAX_ROWS, max_col=_MAX_COLUMNS, values_only=True)
    while True:
        try:
            # What openpyxl warns of (missing styles, unknown extensions) does not touch the cells.
            with warnings.catch_warnings(action="ignore"):
                cells = next(rows, None)
        except Exception as error:
            raise _broken(error) from error
        if cells is None:
            return
        if next(left, None) is None:
            raise UnreadableError("too_large", f"more than {_MAX_ROWS:,} rows; split it or save its articles as .csv")
        # A row is as wide as the widest may be: an empty one, of which there may be a million, is not looked at by cell.
        yield [] if cells.count(None) == len(cells) else [_plain(cell) for cell in cells]


def _broken(error: Exception) -> UnreadableError:
    told = " ".join(str(error).split())[:120]
    return UnreadableError("xlsx", f"not a sound workbook ({type(error).__name__}: {told}); {_SAVE_AGAIN}")


def _header(top: list[list[str]]) -> int | None:
    """Which of the rows is the header: the first with a text column. `기사` alone in a row is rather a title above it."""
    found = [index for index, cells in enumerate(top) if _TEXTS & fields_in(cells).keys()]
    return next((index for index in found if _filled(top[index]) > 1), next(iter(found), None))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _article(header: list[str], cells: list[str], source: str, where: str) -> Article | Reject:
    # Of columns with the same name the first counts.
    record = dict(reversed(list(zip(header, chain(cells, repeat("")), strict=False))))
    try:
        return article_of(record)
    except UnreadableError:
        # The header has a text column: it is this row that has nothing in it.
        return Reject(source, "empty", f"{where}: the article's text is empty")


def _plain(value: object) -> str:
    """A cell as text: dates in ISO form, whole numbers without `.0`, nothing for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, str):
        from openpyxl.utils.escape import unescape

        return str(unescape(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
