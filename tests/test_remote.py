"""Articles at an address, and tables sent to one, by fsspec's file system in memory."""

import json
from pathlib import Path

import pytest

import pipeline
from pipeline import remote
from pipeline.errors import PipelineError
from pipeline.read import read
from pipeline.records import Document, Reject

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    system = fsspec.filesystem("memory")
    system.store.clear()
    lines = [json.dumps({"text": f"유성구는 {n}억원을 쓴다.", "published": "2024-05-01"}) for n in (3, 4)]
    system.pipe("/news/2024/a.jsonl", "\n".join(lines).encode())
    system.pipe("/news/b.txt", "종로구는 5억원을 쓴다.".encode())
    system.pipe("/news/.hidden.txt", b"hidden")
    system.pipe("/news/c.docx", b"PK")
    return "memory://news"


@pytest.mark.parametrize("form", [str, Path])
def test_articles_are_read_at_an_address(bucket: str, form: type) -> None:
    found = {one.source: type(one) for one in read([form(bucket)])}
    assert found == {
        "memory:///news/2024/a.jsonl#1": Document,
        "memory:///news/2024/a.jsonl#2": Document,
        "memory:///news/b.txt": Document,
        "memory:///news/c.docx": Reject,
    }


def test_tables_are_sent_to_an_address(bucket: str, tmp_path: Path) -> None:
    summary = pipeline.run([bucket], "memory://tables/one")
    assert (summary.documents, summary.rejects, remote.address(summary.out)) == (3, 1, "memory://tables/one")
    pipeline.run([bucket], tmp_path / "out")
    system = fsspec.filesystem("memory")
    for path in (tmp_path / "out").iterdir():
        if path.is_file():
            assert system.cat(f"/tables/one/{path.name}") == path.read_bytes()
    assert pipeline.run([bucket], "memory://tables/one", if_changed=True).unchanged


@pytest.mark.parametrize("out", ["", "/tables", "/2024/"])
def test_tables_among_the_articles_are_refused(bucket: str, out: str) -> None:
    with pytest.raises(PipelineError, match="would mix"):
        pipeline.run([bucket], bucket + out)


def test_a_name_that_begins_like_the_articles_is_another_place(bucket: str) -> None:
    assert pipeline.run([bucket], f"{bucket}-tables").documents == 3


def test_what_is_not_there_is_told(bucket: str) -> None:
    with pytest.raises(PipelineError, match="nothing at memory://nowhere"):
        list(read(["memory://nowhere"]))
    with pytest.raises(PipelineError, match="nosuch"):
        list(read(["nosuch://bucket/a.txt"]))


@pytest.mark.parametrize("path", ["data/raw", "/data/raw", "a:b", "C:/news"])
def test_paths_of_this_machine_are_no_addresses(path: str) -> None:
    assert remote.address(path) == ""
    assert remote.address(Path(path)) == ""
