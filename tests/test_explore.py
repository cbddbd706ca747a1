"""Datasette over HTTP: the tables are described and the ready questions answered."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline import registry
from pipeline.errors import PipelineError
from pipeline.explore import QUERIES, metadata, write


@pytest.fixture(scope="module")
def server(processed: Path) -> Iterator[str]:
    about = write(processed, registry.all_extractors())
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(processed / "dongne.sqlite")]
    command += ["--metadata", str(about), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(url, timeout=5)
                break
            except OSError:
                time.sleep(0.2)
        yield url
    finally:
        process.terminate()
        process.wait()
        about.unlink()


def answer(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=30) as response:
        return json.load(response)


@pytest.mark.parametrize("name", QUERIES)
def test_the_ready_questions_answer(server: str, name: str) -> None:
    asked = "district=%EA%B3%A0%EC%84%B1&program=%EA%BD%83&official=%EA%B9%80&words=%EC%83%81%ED%92%88%EA%B6%8C"
    found = answer(f"{server}/dongne/{name}.json?{asked}&_shape=array")
    assert isinstance(found, list)
    assert found or name in ("announcements_of_an_official", "sums_of_a_program")


def test_tables_are_described_and_searched(server: str) -> None:
    about = answer(f"{server}/-/metadata.json")["databases"]["dongne"]["tables"]
    assert about["amounts"]["columns"]["value_krw"]
    with urllib.request.urlopen(f"{server}/dongne/amounts", timeout=30) as page:
        html = page.read().decode()
    assert "facet" in html
    assert about["amounts"]["description"] in html
    found = answer(f"{server}/dongne/mentions_search.json?_search=%EC%83%81%ED%92%88%EA%B6%8C&_shape=array&_size=5")
    assert found
    assert all("상품권" in row["text"] or "상품권" in (row["value"] or "") for row in found)


def test_every_question_names_tables_that_there_are(processed: Path) -> None:
    about = metadata(processed / "dongne.sqlite", registry.all_extractors())
    assert set(about["databases"]["dongne"]["queries"]) == set(QUERIES)


def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="run `dongne run` first"):
        metadata(tmp_path / "dongne.sqlite", [])
