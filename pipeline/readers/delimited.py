"""CSV and its kin: a header, a text column, and whatever other columns have usual names."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from pipeline.errors import UnreadableError
from pipeline.grammar.regex import regex
from pipeline.readers._decoding import text_of
from pipeline.readers._fields import article_of, fields_in, without_text
from pipeline.records import Article, Reject

SUFFIXES = (".csv", ".tsv")
RECORDS = True

_TEXTS = {"text", "text_ko", "text_en"}
_DELIMITERS = ",\t;|"
# Excel's own first line.
_SEPARATOR_LINE = regex(r"sep=(.)\r?\n", re.IGNORECASE)


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """An article or a reject per row. The delimiter is the one under which the header has a text column.

    Raises UnreadableError (`no_text`) listing the columns seen where no column is the text.
    """
    text = text_of(data)
    told = _SEPARATOR_LINE.match(text)
    body = text[told.end() :] if told else text
    # The limit is the module's own and would cut long articles; it only ever grows.
    csv.field_size_limit(max(csv.field_size_limit(), len(body) + 1))
    headers: dict[str, list[str]] = {mark: _header(body, mark) for mark in (told[1] if told else _DELIMITERS)}
    found = [mark for mark, header in headers.items() if _TEXTS & fields_in(header).keys()]
    if not found:
        widest = max(headers, key=lambda m: len(headers[m]))
        raise UnreadableError("no_text", without_text(headers[widest]))
    mark = max(found, key=lambda m: len(headers[m]))
    return _rows(body, mark, headers[mark], source)


def _header(text: str, mark: str) -> list[str]:
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        return next((cells for cells in rows if any(cells)), [])
    except csv.Error:
        return []


def _rows(text: str, mark: str, header: list[str], source: str) -> Iterator[Article | Reject]:
    # Not strict, a quote that is never closed would swallow the rest of the file into one article.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    number = -1
    while True:
        begins = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number += 1
            told = f"row from line {begins} on: {error}; double the quotes inside a quoted cell and close it"
            yield Reject(f"{source}#{number}" if number else source, "csv", told)
            continue
        if any(cell.strip() for cell in cells):
            # Row 0 is the header.
            number += 1
            if number:
                yield _row(header, cells, f"{source}#{number}", begins)


def _row(header: list[str], cells: list[str], source: str, line: int) -> Article | Reject:
    if any(cell.strip() for cell in cells[len(header) :]):
        told = (
            f"row at line {line} has {len(cells)} cells, the header {len(header)}; quote cells that hold the delimiter"
        )
        return Reject(source, "csv", told)
    # Of columns with the same name the first counts.
    record = dict(reversed(list(zip(header, cells, strict=False))))
    try:
        return article_of(record)
    except UnreadableError as error:
        return Reject(source, error.reason, f"row at line {line}: {error.detail}")
