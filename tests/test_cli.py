"""The command line, as a user meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "정용래 유성구청장은 31일 상금 100만원을 기탁했다.\n"


def dongne(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *args]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "20210531-yuseong.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def test_run_says_what_it_did_and_then_that_there_is_nothing_to_do(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = dongne("run", str(article), "-o", str(out), "--if-changed")
    assert first.returncode == 0, first.stderr
    assert "1 documents" in first.stdout
    assert "1 amounts" in first.stdout
    again = dongne("run", str(article), "-o", str(out), "--if-changed")
    assert again.returncode == 0
    assert "nothing to do" in again.stdout


def test_rejects_show_in_the_summary_and_the_exit_code(article: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = dongne("run", str(tmp_path), "-o", str(tmp_path.parent / f"{tmp_path.name}-out"))
    assert done.returncode == 3
    assert "could not be read" in done.stdout
    assert "1 documents" in done.stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("run", "nowhere"), "nowhere"),
        (("run", "--config", "nowhere.toml", "."), "nowhere.toml"),
        (("explain", "nowhere.txt"), "nowhere.txt"),
        (("score", "nowhere"), "nowhere"),
    ],
)
def test_an_error_is_one_line(args: tuple[str, ...], message: str) -> None:
    done = dongne(*args)
    assert done.returncode == 1
    assert done.stderr.startswith("dongne: ")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_explain_shows_each_mention_with_value_and_rule(article: Path) -> None:
    done = dongne("explain", str(article))
    assert done.returncode == 0, done.stderr
    line = next(line for line in done.stdout.splitlines() if line.startswith("amount"))
    assert "100만원" in line
    assert "1000000" in line


def test_explain_shows_brackets_in_names_and_texts_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "[red]기사.txt"
    file.write_text("[bold]시는 5억원(국비 3억원, 시비 1억원)을 들인다.\n", encoding="utf-8")
    done = dongne("explain", str(file))
    assert "[red]기사.txt  published" in done.stdout
    assert "[bold]시는" in done.stdout
    assert "parts_mismatch: the parts of 5억원" in done.stdout


def test_explain_reads_standard_input_and_speaks_json() -> None:
    done = dongne("explain", "-", "--json", "--published", "2021-05-31", stdin=ARTICLE)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    amount = next(m for m in found["mentions"] if m["type"] == "amount")
    assert ARTICLE[amount["start"] : amount["end"]] == amount["text"] == "100만원"
    assert amount["row"]["value_krw"] == 1_000_000
    day = next(m for m in found["mentions"] if m["type"] == "date")
    assert day["row"]["start"] == "2021-05-31"


@pytest.mark.parametrize(("args", "stdin"), [(("-",), ""), (("-", "--published", "May"), ARTICLE)])
def test_explain_refuses_nothing_and_what_is_no_day(args: tuple[str, ...], stdin: str) -> None:
    done = dongne("explain", *args, stdin=stdin)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_extractors_lists_types_and_columns() -> None:
    done = dongne("extractors")
    assert done.returncode == 0
    assert "value_krw" in done.stdout
    assert "pipeline.extractors.amount" in done.stdout


def test_help_names_every_command() -> None:
    done = dongne("--help")
    for command in ("run", "explain", "extractors", "score", "codebook"):
        assert command in done.stdout
