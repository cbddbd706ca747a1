"""Excel workbooks: BigKinds' export, sheets and headers, what cells hold, and files that are no workbooks."""

from __future__ import annotations

import datetime
import gzip
import warnings
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from pipeline.errors import UnreadableError
from pipeline.read import read as read_files
from pipeline.readers import spreadsheet
from pipeline.records import PAIR, Article, Document, Reject

Rows = Sequence[Sequence[object]]

BIGKINDS = [
    *("뉴스 식별자", "일자", "언론사", "기고자", "제목", "통합 분류1", "통합 분류2", "통합 분류3"),
    *("사건/사고 분류1", "사건/사고 분류2", "사건/사고 분류3", "인물", "위치", "기관", "키워드"),
    *("특성추출(가중치순 상위 50개)", "본문", "URL", "분석제외 여부"),
]
STORY = "구는 골목 가로등 40개를 새로 단다고 밝혔다.\n사업비는 3억원이다."


def workbook(*sheets: Rows) -> bytes:
    """Sheets of rows of cells. A text that looks like a formula is one; `'=…` is text, as in Excel."""
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row, cells in enumerate(rows, start=1):
            for column, value in enumerate(cells, start=1):
                told = isinstance(value, str) and value.startswith("'=")
                cell = sheet.cell(row, column, value[1:] if told else value)
                cell.data_type = "s" if told else cell.data_type
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def altered(data: bytes, changes: Mapping[str, tuple[bytes, bytes]], more: Mapping[str, bytes] | None = None) -> bytes:
    """The zip with parts of its files replaced and files added: what openpyxl does not write itself."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(out, "w", ZIP_DEFLATED) as changed:
        for name in archive.namelist():
            old, new = changes.get(name, (b"", b""))
            assert old in archive.read(name)
            changed.writestr(name, archive.read(name).replace(old, new) if old else archive.read(name))
        for name, content in (more or {}).items():
            changed.writestr(name, content)
    return out.getvalue()


def texts(data: bytes) -> list[str]:
    return [
        one.text if isinstance(one, Article) else f"{one.reason} {one.source}" for one in spreadsheet.read(data, "s")
    ]


def first(data: bytes) -> Article:
    found = next(spreadsheet.read(data, "s"))
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("day", ["20230612", 20230612, 20230612.0, "2023-06-12", datetime.date(2023, 6, 12)])
def test_bigkinds_export(day: object) -> None:
    cells = dict.fromkeys(BIGKINDS, "") | {
        "뉴스 식별자": "01100101.20230612203145001",
        "일자": day,
        "언론사": "골목일보",
        "기고자": "조민수 기자",
        "제목": "제목이다",
        "통합 분류1": "지역>강원",
        "키워드": "가로등,골목",
        "본문": STORY,
        "URL": "https://g.example/1",
    }
    assert list(spreadsheet.read(workbook([BIGKINDS, list(cells.values())]), "s")) == [
        Article(
            STORY,
            title="제목이다",
            publisher="골목일보",
            reporter="조민수",
            published=datetime.date(2023, 6, 12),
            published_source="metadata",
            url="https://g.example/1",
            record_id="01100101.20230612203145001",
        )
    ]


@pytest.mark.parametrize(
    ("sheets", "want"),
    [
        ([[["제목", "본문"], ["제", "하나"], ["제", "둘"]]], ["하나", "둘"]),
        ([[["본문"], ["하나"], [None], [" "], ["둘"]]], ["하나", "둘"]),
        ([[["제목", "본문"], ["제", "하나"]], [["text"], ["둘"]]], ["하나", "둘"]),
        ([[["설명"], ["모은 날"]], [["제목", "본문"], ["제", "하나"]]], ["하나"]),
        # A title, notes, even a title that is itself a name of the text.
        ([[["원주 기사 목록"], [], ["기간", "2023년"], ["제목", "본문"], ["제", "하나"]]], ["하나"]),
        ([[["기사"], ["제목", "본문"], ["제", "하나"]]], ["하나"]),
        ([[["기사"], ["하나"], ["둘"]]], ["하나", "둘"]),
        ([[[]] * 19 + [["본문"], ["하나"]]], ["하나"]),
        # Cells beside the header have no name; of two columns with one name the first counts.
        ([[["본문"], ["하나", "메모"]]], ["하나"]),
        ([[["본문", "본문"], ["하나", "둘"]]], ["하나"]),
        ([[["제목", "본문"], ["제"], ["제", "둘"]]], ["", "둘"]),
        ([[["국문", "영문"], ["하나", "one"], [None, "two"], ["셋"]]], ["하나\n\none", "two", "셋"]),
        ([[["제목", "국문", "영문"], ["제"], ["제", "둘"]]], ["empty s#1", "둘"]),
        ([[["제목", "본문"]]], []),
    ],
)
def test_sheets_and_headers(sheets: list[Rows], want: list[str]) -> None:
    assert texts(workbook(*sheets)) == want


def test_a_text_and_its_translation_are_one_article() -> None:
    found = first(workbook([["text_ko", "text_en"], ["구는 밝혔다.", "The district said."]]))
    assert (found.text, found.lang) == ("구는 밝혔다.\n\nThe district said.", PAIR)


@pytest.mark.parametrize(
    ("cell", "want"),
    [
        (datetime.datetime(2023, 6, 12, 9, 30), "2023-06-12T09:30:00"),
        (datetime.time(9, 30), "09:30:00"),
        (12, "12"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "true"),
        (False, "false"),
        ("첫 줄\n\n둘째 줄", "첫 줄\n\n둘째 줄"),
        ("첫 줄_x000D_\n둘째 줄", "첫 줄\r\n둘째 줄"),
        ("file_x12.hwp", "file_x12.hwp"),
        ("'=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        ("=1+1", ""),
    ],
)
def test_cells(cell: object, want: str) -> None:
    assert first(workbook([["제목", "본문"], ["제", cell]])).text == want


@pytest.mark.parametrize("year", [1900, 1904])
def test_days_are_days_in_either_calendar_of_excel(year: int) -> None:
    data = workbook([["본문", "일자"], [STORY, datetime.datetime(2023, 6, 12)]])
    if year == 1904:
        data = altered(data, {"xl/workbook.xml": (b"<workbookPr/>", b'<workbookPr date1904="1"/>')})
        assert first(data).published == datetime.date(2027, 6, 13)
    else:
        assert first(data).published == datetime.date(2023, 6, 12)


def test_the_last_value_of_a_formula_counts() -> None:
    data = workbook([["본문"], ["=A9"]])
    assert texts(data) == []
    assert texts(altered(data, {"xl/worksheets/sheet1.xml": (b"</f>", b"</f><v>7</v>")})) == ["7"]


def test_a_wrong_extent_hides_nothing() -> None:
    data = workbook([["제목", "본문"], ["제", "하나"]])
    assert texts(altered(data, {"xl/worksheets/sheet1.xml": (b'ref="A1:B2"', b'ref="A1"')})) == ["하나"]


def test_a_table_of_strings_as_excel_writes_it() -> None:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % kind
    strings = '<si><r><t>둘째 </t></r><r><t xml:space="preserve">줄_x000D_\n</t></r></si>'
    table = f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>'.encode()
    data = altered(
        workbook([["본문"], [0]]),
        {
            "[Content_Types].xml": (b"</Types>", override),
            "xl/worksheets/sheet1.xml": (b'<c r="A2" t="n">', b'<c r="A2" t="s">'),
        },
        {"xl/sharedStrings.xml": table},
    )
    assert texts(data) == ["둘째 줄\r\n"]


def test_columns_seen_and_wanted_are_told_where_none_is_the_text() -> None:
    data = workbook([["모은 날"]], [["목록"], ["제목", None, "언론사"], ["가", None, "나"]])
    with pytest.raises(UnreadableError, match=r"no_text: .*there are: 제목, 언론사;.*본문"):
        list(spreadsheet.read(data, "s"))


SOUND = workbook([["본문"], [STORY]])


def zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "제목,본문\n제,하나\n".encode(),
        b"PK\x03\x04rest",
        SOUND[: len(SOUND) // 2],
        SOUND[:-60],
        zipped({"a.txt": b"a"}),
        altered(SOUND, {"xl/workbook.xml": (b"</workbook>", b"")}),
        altered(SOUND, {"xl/worksheets/sheet1.xml": (b"</sheetData>", b"")}),
        altered(workbook([["본문"], [9]]), {"xl/worksheets/sheet1.xml": (b't="n"', b't="s"')}),
    ],
    ids=["encrypted", "csv", "no zip", "half", "cut", "other zip", "book broken", "sheet broken", "no such string"],
)
def test_no_workbook(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"xlsx: .*save it again as \.xlsx without a password"):
        list(spreadsheet.read(data, "s"))


def test_the_rows_before_a_break_are_kept() -> None:
    data = workbook([["본문"], *[[STORY]] * 2000])
    rows = spreadsheet.read(altered(data, {"xl/worksheets/sheet1.xml": (b"</sheetData>", b"")}), "s")
    assert isinstance(next(rows), Article)
    with pytest.raises(UnreadableError, match="xlsx"):
        list(rows)


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = altered(SOUND, {"xl/worksheets/sheet1.xml": (b"</sheetData>", b"<row/>" * 1_000_000 + b"</sheetData>")})
    with pytest.raises(UnreadableError, match=r"too_large: xl/worksheets/sheet1\.xml unpacks to more than 100 times"):
        list(spreadsheet.read(bomb, "s"))
    monkeypatch.setattr(spreadsheet, "_MAX_UNPACKED", 10_000)
    with pytest.raises(UnreadableError, match=r"too_large: .*more than 10,000; split it"):
        list(spreadsheet.read(SOUND, "s"))


def test_a_row_number_beyond_all_sheets_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_MAX_ROWS", 1000)
    far = altered(SOUND, {"xl/worksheets/sheet1.xml": (b'<row r="2">', b'<row r="99999999999">')})
    assert texts(far) == []


def test_rows_are_counted_over_all_sheets_and_a_part_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_MAX_ROWS", 5)
    sheets = [["본문"], ["하나"], ["둘"]], [["본문"], ["셋"], ["넷"]]
    with pytest.raises(UnreadableError, match="too_large: more than 5 rows"):
        list(spreadsheet.read(workbook(*sheets), "s"))
    again = (b'r:id="rId2"', b'r:id="rId1"')
    assert len(texts(altered(workbook(*sheets), {"xl/workbook.xml": again}))) == 2


def test_cells_far_to_the_right_cost_nothing() -> None:
    far = b'<row><c r="XFD3"><v>1</v></c></row>' * 2000
    bomb = altered(
        workbook([["본문"], ["하나"]]), {"xl/worksheets/sheet1.xml": (b"</sheetData>", far + b"</sheetData>")}
    )
    assert texts(bomb) == ["하나"]


def test_a_workbook_of_very_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_MAX_PARTS", 3)
    with pytest.raises(UnreadableError, match="too_large: more than 3 files"):
        list(spreadsheet.read(workbook([["본문"], ["하나"]]), "s"))


def test_entities_of_xml_are_neither_multiplied_nor_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("비밀", encoding="utf-8")
    laughs = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"ha" * 10) for n in range(9))
    for declared, used in ((laughs, b"&a8;"), (b'<!ENTITY x SYSTEM "%s">' % secret.as_uri().encode(), b"&x;")):
        cell = b"<row><c t='inlineStr'><is><t>" + used + b"</t></is></c></row></sheetData>"
        changes = {"xl/worksheets/sheet1.xml": (b"</sheetData>", cell)}
        bomb = altered(
            altered(workbook([["본문"], ["하나"]]), changes),
            {"xl/worksheets/sheet1.xml": (b"<worksheet", b"<!DOCTYPE w [" + declared + b"]><worksheet")},
        )
        with pytest.raises(UnreadableError, match="xlsx: not a sound workbook"):
            list(spreadsheet.read(bomb, "s"))


def test_nothing_is_warned_of() -> None:
    with warnings.catch_warnings(action="error"):
        day = workbook([["일자", "본문"], [datetime.date(2023, 6, 12), STORY]])
        beyond = altered(day, {"xl/worksheets/sheet1.xml": (b"<v>45089</v>", b"<v>99999999</v>")})
        assert first(beyond).published is None


@pytest.mark.parametrize("encoding", ["", "cp949"])
def test_files_of_a_folder(tmp_path: Path, encoding: str) -> None:
    data = workbook([["제목", "본문"], ["제", "하나다."], ["제"], []], [["text", "date"], ["둘이다.", "2023-06-12"]])
    (tmp_path / "a.xlsx").write_bytes(data)
    (tmp_path / "b.xlsx.gz").write_bytes(gzip.compress(data))
    (tmp_path / "c.XLSM").write_bytes(data)
    (tmp_path / "d.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (tmp_path / "e.xlsx").write_bytes(workbook([["본문"]]))
    shown = [
        (one.source.rpartition("/")[2], one.text if isinstance(one, Document) else one.reason)
        for one in read_files([tmp_path], encoding=encoding)
    ]
    articles = [("#1", "하나다."), ("#2", "empty"), ("#3", "둘이다.")]
    whole = [(name + n, text) for name in ("a.xlsx", "b.xlsx.gz", "c.XLSM") for n, text in articles]
    assert shown == [*whole, ("d.xlsx", "xlsx"), ("e.xlsx", "empty")]


def test_a_reject_names_its_row() -> None:
    data = workbook([["목록"], ["제목", "국문", "영문"], ["제", "둘", None], [], ["제"]])
    assert list(spreadsheet.read(data, "s"))[1] == Reject(
        "s#2", "empty", "sheet Sheet, row 5: the article's text is empty"
    )
