"""Runs that go on: over a grown folder, after a kill, beside another run, with a worker that dies."""

import os
import pickle
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path

import pytest

import pipeline
from pipeline.cache import Cache
from pipeline.engine import mapped, pool
from pipeline.errors import PipelineError, SettingsError
from pipeline.packing import pack, unpack
from pipeline.records import Document
from pipeline.settings import Settings

ARTICLE = "유성구는 {n}월 3일 ‘달빛 산책 {n}’ 축제에 {n}억원을 쓴다. 김하늘 유성구청장은 반겼다."


def tables(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def articles(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for n in range(1, count + 1):
        (folder / f"{n:03}.txt").write_text(ARTICLE.format(n=n), encoding="utf-8")
    return folder


@pytest.fixture
def worked_on(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were worked on, and not taken from an earlier run."""
    seen: list[str] = []
    clean = pipeline.flow.clean

    def watched(text: str) -> object:
        seen.append(text)
        return clean(text)

    monkeypatch.setattr("pipeline.flow.clean", watched)
    return seen


def test_a_second_run_works_on_what_is_new_and_gives_the_bytes_of_a_full_one(
    tmp_path: Path, worked_on: list[str]
) -> None:
    raw = articles(tmp_path / "raw", 4)
    pipeline.run([raw], tmp_path / "out")
    assert len(worked_on) == 4
    articles(raw, 6)
    (raw / "002.txt").write_text(ARTICLE.format(n=9), encoding="utf-8")
    (raw / "003.txt").unlink()
    worked_on.clear()
    pipeline.run([raw], tmp_path / "out")
    assert sorted(worked_on) == sorted(ARTICLE.format(n=n) for n in (5, 6, 9))
    pipeline.run([raw], tmp_path / "full")
    assert tables(tmp_path / "out") == tables(tmp_path / "full")


def test_other_settings_do_not_use_what_the_old_ones_gave(tmp_path: Path, worked_on: list[str]) -> None:
    raw = articles(tmp_path / "raw", 2)
    pipeline.run([raw], tmp_path / "out")
    pipeline.run([raw], tmp_path / "out", Settings(without=("date",)))
    assert len(worked_on) == 4
    pipeline.run([raw], tmp_path / "out", Settings(without=("date",), workers=2, max_file_bytes=1_000_000))
    assert len(worked_on) == 4


def test_what_is_no_longer_there_is_forgotten(tmp_path: Path) -> None:
    raw = articles(tmp_path / "raw", 5)
    pipeline.run([raw], tmp_path / "out")
    for path in sorted(raw.iterdir())[2:]:
        path.unlink()
    pipeline.run([raw], tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / ".cache" / "documents.sqlite") as database:
        assert database.execute("SELECT count(*) FROM documents").fetchone() == (2,)


def test_a_bug_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = articles(tmp_path / "raw", 1)
    with monkeypatch.context() as broken:
        broken.setattr("pipeline.flow.clean", lambda text: 1 / 0)
        assert pipeline.run([raw], tmp_path / "out").findings == 1
    assert pipeline.run([raw], tmp_path / "out").findings == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_run_is_continued_by_the_same_command(tmp_path: Path, workers: int) -> None:
    raw = articles(tmp_path / "raw", 60)
    pipeline.run([raw], tmp_path / "whole")
    out = tmp_path / "out"
    command = [sys.executable, "-c", "from pipeline.cli import app; app()", "run", str(raw), "-o", str(out)]
    command += ["--workers", str(workers)]
    kept = out / ".cache" / "documents.sqlite"
    for least in (1, 20_000):
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        until = time.monotonic() + 60
        while process.poll() is None and time.monotonic() < until:
            if kept.exists() and kept.stat().st_size >= least:
                break
            time.sleep(0.02)
        process.kill()
        process.wait()
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert tables(out) == tables(tmp_path / "whole")
    assert not (out / ".writing").exists()


def test_one_run_at_a_time(tmp_path: Path) -> None:
    raw = articles(tmp_path / "raw", 1)
    other = Cache(tmp_path / "out", "other")
    with pytest.raises(PipelineError, match="another run"):
        pipeline.run([raw], tmp_path / "out")
    other.close()
    assert pipeline.run([raw], tmp_path / "out").documents == 1


def test_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    raw = articles(tmp_path / "raw", 2)
    pipeline.run([raw], tmp_path / "out")
    whole = tables(tmp_path / "out")
    (tmp_path / "out" / ".cache" / "documents.sqlite").write_bytes(b"no database at all" * 1000)
    pipeline.run([raw], tmp_path / "out")
    assert tables(tmp_path / "out") == whole


class Harm:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def test_only_records_are_unpacked() -> None:
    document = Document("d", "s", "글", published=date(2024, 5, 1))
    assert unpack(pack(document)) == document
    with pytest.raises(PipelineError, match="no record"):
        unpack(pack(Harm()))
    with pytest.raises(PipelineError, match="broken"):
        unpack(pickle.dumps(document))


def die_once(marks: Path, n: int) -> int:
    """Kills its process the first time that it is asked for 7; always for 13."""
    mark = marks / str(n)
    if n == 13 or (n == 7 and not mark.exists()):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return n * n


def test_a_worker_that_is_killed_loses_and_doubles_nothing(tmp_path: Path) -> None:
    answers = list(mapped(partial(die_once, tmp_path), range(20), workers=2, lost=lambda n: -1))
    assert answers == [(n, -1 if n == 13 else n * n) for n in range(20)]


def test_a_cluster_gives_the_same_tables(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    raw = articles(tmp_path / "raw", 6)
    pipeline.run([raw], tmp_path / "here")
    pipeline.run([raw], tmp_path / "cluster", Settings(workers=2, engine="dask"))
    assert tables(tmp_path / "here") == tables(tmp_path / "cluster")


def test_a_worker_of_a_cluster_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    given = partial(die_once, tmp_path)
    with closing(pool(2, "dask")) as workers:
        answers = list(mapped(given, range(20), workers, lost=lambda n: -1))
    assert answers == [(n, -1 if n == 13 else n * n) for n in range(20)]


def test_a_worker_with_other_code_is_told(tmp_path: Path) -> None:
    work = pipeline.flow.work
    with pytest.raises(SettingsError, match="install the same"):
        work(("amount",), Settings(), "made with something else", Document("d", "s", "3억원"))


def test_a_run_that_is_stopped_says_how_it_goes_on(tmp_path: Path) -> None:
    raw = articles(tmp_path / "raw", 60)
    command = [
        sys.executable,
        "-c",
        "from pipeline.cli import app; app()",
        "run",
        str(raw),
        "-o",
        str(tmp_path / "out"),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    kept = tmp_path / "out" / ".cache" / "documents.sqlite"
    while process.poll() is None and not kept.exists():
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert "the same command goes on" in told.decode()
    assert not (tmp_path / "out" / ".writing").exists()


def test_work_that_kills_every_worker_is_told_where_nothing_stands_for_it(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="13 were killed"):
        list(mapped(partial(die_once, tmp_path), [13], workers=2))
