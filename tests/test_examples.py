"""The package in examples/: its extractors, and that an installed package plugs in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import pipeline

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "examples" / "src"))

from dongne_examples import headcount, legal_act  # noqa: E402

COUNTED = [
    ("주민 370명이 왔다.", [("주민 370명", 370, "주민", "명")]),
    ("군민 1천370여 명이 서명했다.", [("군민 1천370여 명", 1370, "군민", "명")]),
    ("약 3만2,500가구에 물이 끊겼다.", [("3만2,500가구", 32500, "", "가구")]),
    ("CCTV 1,586대와 가로수 20그루를 살폈다.", [("CCTV 1,586대", 1586, "CCTV", "대"), ("가로수 20그루", 20, "가로수", "그루")]),
    ("The city has 1,586 CCTV units.", [("1,586 CCTV units", 1586, "CCTV", "units")]),
    ("Some 370 residents and 12 low-income households came.",
     [("370 residents", 370, "", "residents"), ("12 low-income households", 12, "low-income", "households")]),
    ("명절 3일 동안 제3명소를 연다.", []),
    ("2024년 대회에서 3위를 했다.", []),
    ("예산은 3억원이다.", []),
    ("The budget is $370 units of work and 3.5 people.", []),
]  # fmt: skip
CITED = [
    ("「지방자치법」 제28조 제1항에 따라 정했다.", [("「지방자치법」 제28조 제1항", "지방자치법", "28", 1)]),
    ("지방자치법 제28조는 길다. 같은 법 제30조의2도 길다.",
     [("지방자치법 제28조", "지방자치법", "28", None), ("같은 법 제30조의2", "지방자치법", "30의2", None)]),
    ("「한빛시 달빛 축제 지원 조례」를 고쳤다.", [("「한빛시 달빛 축제 지원 조례」", "한빛시 달빛 축제 지원 조례", "", None)]),
    ("같은 법 제3조를 본다.", [("같은 법 제3조", "", "3", None)]),
    ("It follows Article 28 of the Local Autonomy Act.",
     [("Article 28 of the Local Autonomy Act", "Local Autonomy Act", "28", None)]),
    ("방법 제시와 제28조 시대를 말했다.", []),
    ("「달빛 산책」을 열었다.", []),
    ("Article 28 of the paper speaks of the Act.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), COUNTED)
def test_headcounts(sentence: str, expected: list[tuple[str, int, str, str]]) -> None:
    found = pipeline.process(sentence, extractors=[headcount.EXTRACTOR]).mentions
    assert [(m.text, m.row.count, m.row.counted, m.row.unit) for m in found] == expected


@pytest.mark.parametrize(("sentence", "expected"), CITED)
def test_legal_acts(sentence: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    found = pipeline.process(sentence, extractors=[legal_act.EXTRACTOR]).mentions
    assert [(m.text, m.row.act, m.row.article, m.row.paragraph) for m in found] == expected


def test_the_installed_package_plugs_in(tmp_path: Path) -> None:
    site, out = tmp_path / "site", tmp_path / "out"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--target",
        str(site),
    ]
    installed = subprocess.run([*pip, str(ROOT / "examples")], capture_output=True, text=True, check=False)
    assert installed.returncode == 0, installed.stderr
    (tmp_path / "a.txt").write_text("주민 370명이 「지방자치법」 제28조를 읽었다.", encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "run", str(tmp_path / "a.txt"), "-o", str(out), "--workers", "2"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(site), str(ROOT)])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert list(pd.read_csv(out / "headcounts.csv", encoding="utf-8-sig")["count"]) == [370]
    assert list(pd.read_csv(out / "legal_acts.csv", encoding="utf-8-sig")["act"]) == ["지방자치법"]
