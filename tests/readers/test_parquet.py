"""Parquet files: columns by their usual names, rows without a text, files that are none."""

import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.read import read
from pipeline.records import Document, Reject


def documents(path: Path, columns: dict[str, list[object]]) -> list[Document | Reject]:
    pq.write_table(pa.table(columns), path)
    return list(read([path]))


def test_a_row_is_an_article(tmp_path: Path) -> None:
    columns: dict[str, list[object]] = {
        "본문": ["구는 3억원을 쓴다.", "시는 4억원을 쓴다."],
        "제목": ["하나", None],
        "id": [1, 2],
    }
    columns["일자"] = [datetime.datetime(2024, 5, 1), datetime.datetime(2024, 5, 2, 9, 30)]
    one, two = documents(tmp_path / "a.parquet", columns)
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.source, one.text, one.title) == (f"{tmp_path.as_posix()}/a.parquet#1", "구는 3억원을 쓴다.", "하나")
    assert (one.published, two.published) == (datetime.date(2024, 5, 1), datetime.date(2024, 5, 2))
    assert (one.record_id, two.record_id) == ("1", "2")


def test_a_row_without_a_text_is_a_reject_and_costs_no_other(tmp_path: Path) -> None:
    found = documents(tmp_path / "a.parquet", {"text": ["글 하나", None, "  ", "글 둘"]})
    assert [type(one).__name__ for one in found] == ["Document", "Reject", "Reject", "Document"]
    assert [one.source.rpartition("#")[2] for one in found] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("content", [b"PAR1 broken PAR1", b"text", b"PAR1" + b"\x00" * 50])
def test_what_is_no_parquet_is_a_reject(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(content)
    (found,) = read([tmp_path])
    assert isinstance(found, Reject)
    assert found.reason == "parquet"


def test_columns_without_a_text_are_told(tmp_path: Path) -> None:
    (found,) = documents(tmp_path / "a.parquet", {"size": [1]})
    assert isinstance(found, Reject)
    assert "size" in found.detail
