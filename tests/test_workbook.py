"""The workbook: that Excel's cells hold what the rows hold, and say what they are."""

import csv
import datetime
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape

from pipeline import resources, workbook
from pipeline.registry import all_extractors
from pipeline.schema import REJECTS, TEXTS, Column, Table, tables

BUILT_IN = tables([e for e in all_extractors() if e.find.__module__.startswith("pipeline.")])
DAY = datetime.date(2021, 5, 31)
THINGS = Table(
    "things",
    "one row per thing",
    "thing_id",
    (
        Column("thing_id", "which", required=True),
        Column("code", "a code"),
        Column("value_krw", "won", "integer"),
        Column("year", "a year", "integer"),
        Column("share", "0 to 1", "number"),
        Column("day", "a day", "date"),
    ),
)
ROWS = [
    ["a", "01110", 1_500_000_000, 2021, 0.25, DAY],
    ["b", None, None, None, None, None],
    ["c", "", None, None, float("nan"), datetime.date(1900, 2, 28)],
    ["d", "유성구", -5, True, float("inf"), datetime.date(1900, 3, 1)],
]


def written(path: Path, tables: dict[Table, list[list[Any]]]) -> Any:
    workbook.write(tables, path)
    return load_workbook(path)


def things(path: Path, *codes: str) -> list[Any]:
    """The cells of `code` as they come back."""
    rows = [[f"{n:03}", code, None, None, None, None] for n, code in enumerate(codes)]
    return [row[1] for row in written(path, {THINGS: rows})["things"].iter_rows(min_row=2)]


def codebook_rows(book: Any) -> list[tuple[Any, ...]]:
    rows = list(book["codebook"].iter_rows(values_only=True))
    return rows[next(n for n, row in enumerate(rows) if row[0] == "table") + 1 :]


def test_cells_have_types_and_formats(tmp_path: Path) -> None:
    sheet = written(tmp_path / "w.xlsx", {THINGS: ROWS})["things"]
    a, b, c, d = ([cell.value for cell in row] for row in sheet.iter_rows(min_row=2))
    assert a == ["a", "01110", 1_500_000_000, 2021, 0.25, datetime.datetime(2021, 5, 31)]
    assert b == ["b", None, None, None, None, None]
    assert c == ["c", None, None, None, None, "1900-02-28"]
    assert d == ["d", "유성구", -5, 1, None, datetime.datetime(1900, 3, 1)]
    assert [cell.data_type for cell in sheet[2]] == ["s", "s", "n", "n", "n", "d"]
    assert [cell.number_format for cell in sheet[2]] == ["@", "@", "#,##0", "0", "General", "yyyy-mm-dd"]


def test_the_header_is_bold_frozen_and_filters_all_rows(tmp_path: Path) -> None:
    sheet = written(tmp_path / "w.xlsx", {THINGS: ROWS})["things"]
    assert [cell.value for cell in sheet[1]] == THINGS.names
    assert all(cell.font.bold for cell in sheet[1])
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:F5")
    columns = sheet.column_dimensions.values()  # one for neighbours of one width
    widths = [int(column.width) for column in columns for _ in range(column.min, column.max + 1)]
    assert widths == [10, 8, 15, 8, 8, 12]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "=cmd|' /C calc'!A0", "{=A1}", "+82", "-1", "@SUM(A1)", "\t=1", "#N/A", "#REF!", "00", "1e5", "TRUE", " 끝 ", "=",
        "2021-05-31", "https://example.org/", "mailto:a@example.org", "<r>a</r>", "<r><t>&</t></r>", "a\r\nb", "_x000D_",
    ],
)  # fmt: skip
def test_a_text_stays_that_text(tmp_path: Path, text: str) -> None:
    (cell,) = things(tmp_path / "w.xlsx", text)
    assert (unescape(cell.value), cell.data_type) == (text, "s")  # Excel's _x000D_, which openpyxl leaves as it is
    with ZipFile(tmp_path / "w.xlsx") as members:
        xml = b"".join(members.read(n) for n in members.namelist() if "worksheets/" in n).decode()
    assert not re.search("<f[ >]", xml)
    assert re.search(r'<c [^>]*r="B2"[^>]* t="inlineStr"|<c [^>]*t="inlineStr"[^>]* r="B2"', xml)


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    (cell,) = things(tmp_path / "w.xlsx", "가\x00\x1b\ud800\uffff\n나 <&> 😀")
    assert cell.value == "가\ufffd\ufffd\ufffd\ufffd\n나 <&> 😀"


def test_a_long_text_ends_in_an_ellipsis(tmp_path: Path) -> None:
    whole, cut, wide = things(tmp_path / "w.xlsx", "가" * 32_767, "가" * 32_768, "😀" * 20_000)
    assert whole.value == "가" * 32_767
    assert cut.value == "가" * 32_766 + "…"
    assert wide.value == "😀" * 16_383 + "…"  # Excel counts an emoji as two


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    workbook.write({THINGS: ROWS}, tmp_path / "one.xlsx")
    workbook.write({THINGS: iter(ROWS)}, tmp_path / "two.xlsx")
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()
    with ZipFile(tmp_path / "one.xlsx") as members:
        assert {member.date_time for member in members.infolist()} == {(1980, 1, 31, 0, 0, 0)}
        assert members.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "w.xlsx"
    workbook.write({THINGS: ROWS}, path)
    before = path.read_bytes()
    full = (_ for _ in ()).throw
    monkeypatch.setattr("xlsxwriter.workbook.ZipFile.write", lambda *_: full(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space left"):
        workbook.write({THINGS: ROWS[:1]}, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_more_rows_than_a_sheet_holds_are_cut_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 3)
    book = written(tmp_path / "w.xlsx", {THINGS: ROWS, REJECTS: [["a", "empty", ""]] * 3})
    assert (book["things"].max_row, book["rejects"].max_row) == (4, 4)
    assert book["things"].auto_filter.ref == "A1:F4"
    notes = [str(row[0]) for row in book["codebook"].iter_rows(max_row=8, values_only=True)]
    assert [note for note in notes if "things.csv has all" in note] == [notes[4]]
    assert "The first 3 of 4 rows" in notes[4]
    assert not any("rejects.csv" in note for note in notes)


def test_no_two_sheets_share_a_name(tmp_path: Path) -> None:
    long = "things_" * 5
    book = written(
        tmp_path / "w.xlsx", {replace(THINGS, name=name): [] for name in ("codebook", long + "a", long + "b")}
    )
    assert book.sheetnames == ["codebook", "codebook_2", long[:31], long[:28] + "_2"]


def test_empty_tables_are_sheets_with_a_header(tmp_path: Path) -> None:
    book = written(tmp_path / "w.xlsx", {table: [] for table in BUILT_IN})
    assert book.sheetnames == ["codebook", *(t.name for t in BUILT_IN if t is not TEXTS)]
    for table in BUILT_IN:
        if table is not TEXTS:
            assert [[cell.value for cell in row] for row in book[table.name].iter_rows()] == [table.names]


def test_the_codebook_lists_every_table_and_column_in_both_languages(tmp_path: Path) -> None:
    book = written(tmp_path / "w.xlsx", {table: [] for table in BUILT_IN})
    rows = codebook_rows(book)
    assert [(r[0], r[1]) for r in rows] == [(t.name, n) for t in BUILT_IN for n in (None, *t.names)]
    by_column = {(r[0], r[1]): r for r in rows}
    assert "정확히" in by_column["amounts", "qualifier"][8]
    assert by_column["amounts", "qualifier"][2:4] == ("string", "exact, about, over, at_least, under, at_most, vague")
    assert by_column["amounts", "program_id"][4] == "programs"
    assert by_column["amounts", None][6] == "금액"
    sheet = book["codebook"]
    assert sheet["A1"].value.startswith("코드북")
    header = int(sheet.freeze_panes[1:]) - 1
    assert [cell.value for cell in sheet[header]][:2] == ["table", "column"]
    assert sheet.auto_filter.ref == f"A{header}:I{sheet.max_row}"


@pytest.mark.parametrize("table", BUILT_IN, ids=lambda table: table.name)
def test_every_built_in_column_has_korean(table: Table) -> None:
    """Where this fails, add the column to pipeline/resources/korean.toml (or take the old one out)."""
    known = resources.settings("korean")["columns"][table.name]
    assert list(known) == table.names
    for texts in (workbook.korean(table), *(workbook.korean(table, c) for c in table.columns)):
        assert all(texts)
    assert all(re.search("[가-힣]", workbook.korean(table, c)[1]) for c in table.columns)


def test_korean_names_no_table_that_is_not() -> None:
    known = resources.settings("korean")
    assert list(known["tables"]) == list(known["columns"])
    assert set(known["tables"]) == {table.name for table in BUILT_IN}


def test_a_plug_in_falls_back_to_english(tmp_path: Path) -> None:
    rows = codebook_rows(written(tmp_path / "w.xlsx", {THINGS: []}))
    assert rows[2] == ("things", "code", "string", None, None, "a code", None, None, None)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not on PATH")
def test_libreoffice_reads_it(tmp_path: Path) -> None:
    rows = [*ROWS, ["e", "=1+1", None, None, None, None]]
    workbook.write({THINGS: rows}, tmp_path / "w.xlsx")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", every_sheet, "--outdir", tmp_path, tmp_path / "w.xlsx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "w-things.csv").open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle))
    assert (found[0]["code"], found[0]["day"]) == ("01110", "2021-05-31")
    assert found[0]["value_krw"].replace(",", "") == "1500000000"
    assert found[4]["code"] == "=1+1"
