"""The register across articles: first and last seen, elected term, and two people in one post at one time."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import pipeline

ARTICLES = {
    "20220920-a.txt": "김하늘 유성구청장은 책마당을 열었다.",
    "20230315-b.txt": "유성구는 잔치를 연다. 김하늘 구청장은 반겼다.",
    "20240501-c.txt": "Yuseong-gu (Mayor Kim Ha-neul) held a fair.",
}


def run(tmp_path: Path, articles: dict[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in articles.items():
        (raw / name).write_text(text, encoding="utf-8")
    pipeline.run([raw], tmp_path / "out")
    return tuple(pd.read_csv(tmp_path / "out" / f"{name}.csv", dtype=str) for name in ("officials", "findings"))


def test_one_official_under_all_spellings_with_first_and_last_day(tmp_path: Path) -> None:
    officials, findings = run(tmp_path, ARTICLES)
    (row,) = officials.to_dict("records")
    assert (row["name_ko"], row["post"], row["district_code"]) == ("김하늘", "district_mayor", "3020000000")
    assert (row["first_seen"], row["last_seen"], row["elected_term"]) == ("2022-09-20", "2024-05-01", "8")
    assert findings.empty


@pytest.mark.parametrize(
    ("day", "text", "found"),
    [
        ("20230101", "박서준 유성구청장은 답했다.", True),  # within the other's time
        ("20240501", "박서준 유성구청장은 답했다.", True),  # on one day
        ("20260801", "박서준 유성구청장은 답했다.", False),  # after
        ("20210801", "박서준 유성구청장은 답했다.", False),  # before
        ("20230101", "박서준 전 유성구청장은 답했다.", False),
        ("20230101", "박서준 유성구 부구청장은 답했다.", False),
        ("20230101", "박서준 대덕구청장은 답했다.", False),
    ],
)
def test_two_people_in_one_post_at_one_time(tmp_path: Path, day: str, text: str, found: bool) -> None:
    _, findings = run(tmp_path, ARTICLES | {f"{day}-d.txt": text})
    assert list(findings["kind"]) == ["two_holders"] * found
    if found:
        assert "김하늘" in findings["message"][0]
        assert "박서준" in findings["message"][0]
