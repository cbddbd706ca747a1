"""The questions that the views of dongne.sqlite answer in a line each, asked of three articles of one release and two others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

import pipeline

ARTICLES = {
    "20230612-a.txt": "김하늘 유성구청장은 ‘달빛 산책’ 축제를 연다고 밝혔다.\n유성구는 ‘달빛 산책’ 축제에 3억원을 투입하고 ‘느린 골목’ 사업에 5억원을 투입한다. "
    "어은동 골목 열 곳에 등을 달고 의자를 놓으며 밤마다 해설사가 나와 옛이야기를 들려준다. 주민은 누구나 걸을 수 있다.",
    "20230613-b.txt": "유성구, 골목 걷는 밤\n\n유성구는 ‘달빛 산책’ 축제에 3억원을 투입하고 ‘느린 골목’ 사업에 5억원을 투입한다. "
    "어은동 골목 열 곳에 등을 달고 의자를 놓으며 밤마다 해설사가 나와 옛이야기를 들려준다. 주민은 누구나 걸을 수 있다고 한다.",
    "20240401-c.txt": "유성구는 올해 ‘달빛 산책’ 축제에 4억원을 투입한다.",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("views")
    raw = folder / "raw"
    raw.mkdir()
    for name, text in ARTICLES.items():
        (raw / name).write_text(text, encoding="utf-8")
    pipeline.run([raw], folder / "out")
    connection = sqlite3.connect(folder / "out" / "dongne.sqlite")
    yield connection
    connection.close()


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "SELECT name, won FROM programs_full WHERE district = '대전광역시 유성구' ORDER BY won DESC, name LIMIT 10",
            [("달빛 산책", 700_000_000), ("느린 골목", 500_000_000)],
        ),
        ("SELECT relation, program FROM announcements WHERE name_ko = '김하늘'", [("announced", "달빛 산책")]),
        (
            "SELECT substr(published, 1, 4), value_krw FROM amounts_full WHERE program = '달빛 산책' AND source LIKE '%c.txt'",
            [("2024", 400_000_000)],
        ),
        (
            "SELECT month, name, n_documents FROM programs_by_month ORDER BY month, name",
            [("2023-06", "느린 골목", 1), ("2023-06", "달빛 산책", 1), ("2024-04", "달빛 산책", 1)],
        ),
        ("SELECT won FROM won_by_district WHERE full_name_ko = '대전광역시 유성구'", [(1_200_000_000,)]),
    ],
)
def test_one_line_answers(database: sqlite3.Connection, question: str, answer: list[tuple[object, ...]]) -> None:
    assert database.execute(question).fetchall() == answer
