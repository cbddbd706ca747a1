"""A Korean article and its English version that came apart: found by names, addresses, ids and titles, then joined."""

import json
from pathlib import Path

import pandas as pd
import pytest

from pipeline import run

KO = (
    "유성구, ‘달빛 산책’ 축제에 86억원\n\n대전 유성구는 5월 3일부터 어두운 골목을 함께 걷는 ‘달빛 산책’ 축제에 86억원을 쓴다고 밝혔다.\n\n"
    "김하늘 유성구청장은 “주민 1,204명이 참여한다”고 말했다."
)
EN = (
    "Yuseong-gu Spends 8.6 Billion Won on the 'Moonlight Walk' Festival\n\nYuseong-gu, Daejeon said it will spend 8.6 billion won on the "
    "'Moonlight Walk' festival, a walk through dark alleys from May 3.\n\nYuseong-gu Mayor Kim Ha-neul said 1,204 residents take part."
)
BROKEN = EN.replace("spend 8.6 billion", "spend 86 million")


def tables(folder: Path, out: Path) -> dict[str, pd.DataFrame]:
    run([folder], out)
    return {path.stem: pd.read_parquet(path) for path in out.glob("*.parquet")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("042.ko.txt", "042.en.txt"),
        ("042_kor.txt", "042_eng.txt"),
        ("ko/042.txt", "en/042.txt"),
        ("소식 (국문).txt", "소식 (영문).txt"),
    ],
)
def test_files_are_paired_by_their_names(tmp_path: Path, first: str, second: str) -> None:
    for name, text in ((first, KO), (second, BROKEN)):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = tables(tmp_path / "in", tmp_path / "out")
    documents = found["documents"].set_index("languages")
    segments = found["segments"].set_index("lang")
    assert segments.translation_of["en"] == segments.segment_id["ko"]
    assert documents.cluster_id.nunique() == 1
    findings = found["findings"]
    assert list(findings.kind) == ["amount_mismatch"]
    assert list(findings.doc_id) == [documents.doc_id["en"]]
    assert findings.mention_a[0].startswith(documents.doc_id["ko"])
    assert set(findings.mention_a) | set(findings.mention_b) <= set(found["mentions"].mention_id)


def test_one_entity_carries_both_names(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.ko.txt").write_text(KO, encoding="utf-8")
    (tmp_path / "in" / "1.en.txt").write_text(EN, encoding="utf-8")
    found = tables(tmp_path / "in", tmp_path / "out")
    assert found["officials"][["name_ko", "name_en", "n_documents"]].to_numpy().tolist() == [
        ["김하늘", "Kim Ha-neul", 2]
    ]
    assert found["programs"][["name_ko", "name_en", "n_documents"]].to_numpy().tolist() == [
        ["달빛 산책", "Moonlight Walk", 2]
    ]
    assert set(found["amounts"].program_id) == set(found["programs"].program_id)
    assert list(found["findings"].kind) == []
    linked = found["relations"][found["relations"].relation == "translates"]
    assert {m.split(":")[1] for m in linked.subject} == {"amount", "date", "district", "official", "program"}
    assert set(linked.subject) | set(linked.object) <= set(found["mentions"].mention_id)


@pytest.mark.parametrize(
    "records",
    [
        [{"id": "7", "lang": "ko", "text": KO}, {"id": "7", "lang": "en", "text": BROKEN}],
        [
            {"url": "https://yuseong.example/ko/news/7", "text": KO},
            {"url": "https://yuseong.example/en/news/7", "text": BROKEN},
        ],
        [
            {"title": "달빛 산책", "date": "2024-03-05", "text": KO},
            {"title": "달빛 산책", "date": "2024-03-05", "text": BROKEN},
        ],
        [{"text_ko": KO, "text_en": BROKEN}],
    ],
    ids=["id", "url", "title and date", "columns"],
)
def test_records_are_paired(tmp_path: Path, records: list[dict[str, str]]) -> None:
    (tmp_path / "in").mkdir()
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    (tmp_path / "in" / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = tables(tmp_path / "in", tmp_path / "out")
    assert list(found["findings"].kind) == ["amount_mismatch"]
    assert found["rejects"].empty


def test_columns_of_a_csv_are_paired(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    pd.DataFrame([{"국문": KO, "영문": EN}]).to_csv(tmp_path / "in" / "news.csv", index=False)
    found = tables(tmp_path / "in", tmp_path / "out")
    assert list(found["documents"].languages) == ["en+ko"]
    assert list(found["segments"].translation_of.notna()) == [False, True]
    assert list(found["findings"].kind) == []


def test_articles_that_only_share_a_number_are_no_pair(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text(json.dumps({"id": "7", "text": KO}, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "in" / "b.jsonl").write_text(json.dumps({"id": "7", "text": BROKEN}), encoding="utf-8")
    found = tables(tmp_path / "in", tmp_path / "out")
    assert found["segments"].translation_of.notna().sum() == 0
    assert list(found["findings"].kind) == []
