"""Tables in parts, made by tasks that share nothing but files: the rows are those of a run on one machine."""

import json
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.errors import SettingsError
from pipeline.records import Document
from pipeline.settings import Settings
from pipeline.spread import _twins

pytest.importorskip("fsspec")

RELEASE = (
    "유성구는 오는 5월 3일 ‘달빛 산책’ 축제에 3억원을 쓴다고 밝혔다. 김하늘 유성구청장은 어은동과 궁동의 골목을 밝히겠다고 말했다. "
    "구는 지난해보다 1억원을 더 들여 등불 200개를 달고, 골목 가게와 함께 저녁 장터를 연다. 신청은 구청 누리집에서 받는다."
)


def articles(folder: Path) -> Path:
    """Files of all kinds: twins, a release in two papers, a pair in two languages, two holders of one post, a reject."""
    folder.mkdir()
    ko = [
        {"id": str(n), "lang": "ko", "text": f"유성구는 {n}억원을 쓴다.", "published": "2024-05-01"}
        for n in range(1, 5)
    ]
    en = [
        {"id": str(n), "lang": "en", "text": f"Yuseong-gu will spend {n}00 million won.", "published": "2024-05-01"}
        for n in (2, 4, 7)
    ]
    for name, records in {"a.ko.jsonl": ko, "a.en.jsonl": en}.items():
        (folder / name).write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in records), encoding="utf-8")
    (folder / "b.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "c.txt").write_text("동네신문\n" + RELEASE + " 구는 비가 오면 미룬다.", encoding="utf-8")
    (folder / "d.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "20240502-e.txt").write_text("박서준 유성구청장은 5월 3일 답했다.", encoding="utf-8")
    (folder / "20240502-f.txt").write_text("김하늘 유성구청장은 5월 3일 반겼다.", encoding="utf-8")
    (folder / "g.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("spread")
    raw = articles(folder / "raw")
    pipeline.run([raw], folder / "whole")
    return raw, folder / "whole"


def rows(folder: Path, name: str, key: str) -> list[dict[str, object]]:
    parts = [row for path in sorted((folder / name).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
    return sorted(parts, key=lambda row: str(row[key]))


def same(out: Path, whole: Path) -> None:
    for path in sorted(whole.glob("*.parquet")):
        expected = pq.read_table(path)
        key = expected.column_names[0]
        assert rows(out, path.stem, key) == sorted(expected.to_pylist(), key=lambda row: str(row[key])), path.stem


@pytest.mark.parametrize("parts", [1, 7])
def test_the_rows_are_those_of_a_run_on_one_machine(tmp_path: Path, whole: tuple[Path, Path], parts: int) -> None:
    raw, expected = whole
    summary = pipeline.run([raw], tmp_path / "out", Settings(parts=parts))
    about = json.loads((expected / "run.json").read_text(encoding="utf-8"))
    assert (summary.documents, summary.rejects, summary.findings) == tuple(
        about["rows"][name] for name in ("documents", "rejects", "findings")
    )
    assert json.loads((tmp_path / "out" / "run.json").read_text(encoding="utf-8"))["rows"] == about["rows"]
    assert {r["kind"] for r in rows(tmp_path / "out", "findings", "finding_id")} >= {"two_holders"}
    assert {r["relation"] for r in rows(tmp_path / "out", "relations", "relation_id")} >= {"translates"}
    same(tmp_path / "out", expected)
    mentions = [
        key
        for path in sorted((tmp_path / "out" / "mentions").iterdir())
        for key in pq.read_table(path)["mention_id"].to_pylist()
    ]
    assert mentions == sorted(mentions)
    assert not (tmp_path / "out" / ".exchange").exists()


def test_on_a_cluster_at_an_address(tmp_path: Path, whole: tuple[Path, Path]) -> None:
    pytest.importorskip("distributed")
    raw, expected = whole
    out = tmp_path / "out"
    pipeline.run([f"file://{raw}"], f"file://{out}", Settings(parts=3, engine="dask", workers=2))
    there = {path.stem: pq.read_table(path).num_rows for path in expected.glob("*.parquet")}
    assert {
        name: len(rows(out, name, pq.read_table(expected / f"{name}.parquet").column_names[0])) for name in there
    } == there


def test_what_was_worked_out_is_not_worked_out_again(
    tmp_path: Path, whole: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, expected = whole
    done: list[str] = []
    clean = pipeline.flow.clean
    monkeypatch.setattr("pipeline.flow.clean", lambda text: done.append(text) or clean(text))
    monkeypatch.setattr("pipeline.spread._alike", lambda plan, places: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        pipeline.run([raw], tmp_path / "out", Settings(parts=2))
    assert len(done) == 12
    monkeypatch.undo()
    done.clear()
    monkeypatch.setattr("pipeline.flow.clean", lambda text: done.append(text) or clean(text))
    pipeline.run([raw], tmp_path / "out", Settings(parts=2))
    assert done == []
    same(tmp_path / "out", expected)


def deadly(types: Sequence[str], settings: Settings, made_with: str, document: Document) -> bytes:
    if "3억원을 쓴다." in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    work: Callable[..., bytes] = pipeline.flow.work
    return work(types, settings, made_with, document)


def test_a_document_that_kills_its_process_costs_itself_alone(
    tmp_path: Path, whole: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    raw, expected = whole
    monkeypatch.setitem(pipeline.run.__globals__, "work", deadly)
    pipeline.run([raw], tmp_path / "out", Settings(parts=2, workers=2))
    told = [(row["doc_id"], row["kind"]) for row in rows(tmp_path / "out", "findings", "finding_id")]
    killed = [doc_id for doc_id, kind in told if kind == "extractor_failed"]
    of = {row["doc_id"]: row["doc_id"] in killed for row in rows(tmp_path / "out", "documents", "doc_id")}
    assert len(killed) == 1
    assert sorted(of) == pq.read_table(expected / "documents.parquet")["doc_id"].to_pylist()
    mentions = {row["doc_id"] for row in rows(tmp_path / "out", "mentions", "mention_id")}
    assert mentions == {doc_id for doc_id, was_killed in of.items() if not was_killed}


def test_twins_are_counted_across_files() -> None:
    files = [np.array(ids, np.uint64) for ids in ([1, 2, 1], [], [2, 3, 1])]
    assert _twins(files) == [{2: 2}, {}, {0: 2, 2: 3}]
    assert _twins([]) == []


def test_corrections_are_refused(tmp_path: Path, whole: tuple[Path, Path]) -> None:
    corrections = tmp_path / "corrections.csv"
    corrections.write_text("action,doc_id,type,text\naccept,d,amount,3억원\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="without parts"):
        pipeline.run([whole[0]], tmp_path / "out", Settings(parts=2, corrections=str(corrections)))
