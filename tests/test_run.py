"""A run: what it leaves, that it leaves the same each time, and what it does with bad input."""

import json
import sqlite3
from pathlib import Path

import frictionless
import pandas as pd
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.errors import PipelineError
from pipeline.read import read
from pipeline.records import Document
from pipeline.registry import all_extractors
from pipeline.schema import tables
from pipeline.settings import Settings

KOREAN = "정용래 유성구청장은 31일 대전시청에서 열린 참좋은지방자치정책대회에서 상금 100만원을 받았다."
ENGLISH = "Mayor Kim Young-jong of Jongno-gu said on the 3rd that 1.5 billion won will be spent."


def table(out: Path, name: str) -> pd.DataFrame:
    return pd.read_parquet(out / f"{name}.parquet")


def files_of(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(out.iterdir()) if p.is_file()}


def test_every_table_is_there_in_every_form(processed: Path) -> None:
    declared = tables(all_extractors())
    with sqlite3.connect(processed / "dongne.sqlite") as database:
        stored = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for one in declared:
            csv = pd.read_csv(processed / f"{one.name}.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")
            parquet = pq.read_table(processed / f"{one.name}.parquet")
            (count,) = database.execute(f'SELECT count(*) FROM "{one.name}"').fetchone()
            assert list(csv.columns) == parquet.column_names == one.names
            assert len(csv) == parquet.num_rows == count
            assert one.name in stored
    assert (processed / "documents.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert b"\r\n" not in (processed / "documents.csv").read_bytes()


def test_each_mention_and_noise_row_is_its_text(processed: Path, samples: Path) -> None:
    """Read from the written tables and from the files, by source."""
    raw = {d.source: d.text for d in read([samples]) if isinstance(d, Document)}
    documents = table(processed, "documents").set_index("doc_id")
    assert set(documents["source"]) == set(raw)
    checked = 0
    for name in ("mentions", "noise"):
        for row in table(processed, name).itertuples():
            text = raw[documents.loc[row.doc_id, "source"]]
            assert text[row.start : row.end] == row.text
            checked += 1
    assert checked > 500
    assert not table(processed, "findings")["kind"].eq("extractor_failed").any()


def test_rows_are_sorted_by_their_key(processed: Path) -> None:
    for one in tables(all_extractors()):
        keys = list(table(processed, one.name)[one.key])
        assert keys == sorted(keys)
        assert len(keys) == len(set(keys))


def test_all_types_are_found_in_both_languages(processed: Path) -> None:
    found = table(processed, "mentions").groupby(["type", "lang"]).size()
    for kind in ("official", "district", "amount", "date", "program"):
        for lang in ("ko", "en"):
            assert found.get((kind, lang), 0) >= 10, (kind, lang)


def test_frictionless_finds_nothing_wrong(processed: Path) -> None:
    report = frictionless.validate(str(processed / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])[:5]


def test_the_database_keeps_its_keys_and_answers_its_views(processed: Path) -> None:
    with sqlite3.connect(processed / "dongne.sqlite") as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        filled = {view for view in views if database.execute(f"SELECT * FROM {view} LIMIT 1").fetchone()}
        text, type = database.execute(
            "SELECT text, type FROM mentions WHERE length(text) > 4 AND lang = 'ko'"
        ).fetchone()
        match = '"' + text.replace('"', '""') + '"'
        found = database.execute("SELECT type FROM mentions_search WHERE mentions_search MATCH ?", (match,)).fetchall()
        assert (type,) in found
    assert filled >= {
        "amounts_full",
        "officials_full",
        "programs_full",
        "dates_full",
        "sums",
        "once",
        "won_by_district",
    }
    assert {"findings_full", "programs_by_month", "announcements", "once"} <= set(views)


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for name, text in {"b.txt": KOREAN, "a.txt": ENGLISH, "c.txt": KOREAN + "\n" + ENGLISH, "d.txt": KOREAN}.items():
        (raw / name).write_text(text, encoding="utf-8")
    pipeline.run([raw], tmp_path / "one")
    pipeline.run(sorted(raw.iterdir(), reverse=True), tmp_path / "two")
    pipeline.run([raw], tmp_path / "three", Settings(workers=2))
    one, two, three = (files_of(tmp_path / name) for name in ("one", "two", "three"))
    assert one == two
    assert one == three
    assert len(one) > 20


def test_twins_are_two_documents_of_one_cluster(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(KOREAN, encoding="utf-8")
    (raw / "b.txt").write_text(KOREAN + " \n", encoding="utf-8")
    (raw / "c.txt").write_text(KOREAN, encoding="utf-8")
    pipeline.run([raw], tmp_path / "out")
    documents = table(tmp_path / "out", "documents")
    assert len(documents) == 3
    assert documents["cluster_id"].nunique() == 1


def test_a_link_to_itself_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert pipeline.run([tmp_path / "a.txt"], tmp_path / "out").rejects == 1


def test_bad_input_is_a_row_of_rejects_and_nothing_else_is_lost(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "good.txt").write_text(KOREAN, encoding="utf-8")
    (raw / "empty.txt").write_bytes(b"")
    (raw / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    (raw / "table.docx").write_bytes(b"PK\x03\x04")
    (raw / "broken.html").write_text("<html><body><p>" + KOREAN * 3 + "<div", encoding="utf-8")
    (raw / "lines.jsonl").write_text(f'{{"text": "{KOREAN}"}}\n{{"text": \n{{"text": "{ENGLISH}"}}\n', encoding="utf-8")
    (raw / "long.txt").write_text("예산 3억원을 편성했다. " * 20_000, encoding="utf-8")
    summary = pipeline.run([raw], tmp_path / "out", Settings(max_file_bytes=20_000_000))
    rejects = table(tmp_path / "out", "rejects").set_index("source")["reason"].to_dict()
    reasons = {Path(source).name: reason for source, reason in rejects.items()}
    assert set(reasons) == {"empty.txt", "picture.txt", "table.docx", "lines.jsonl#2"}
    assert reasons["empty.txt"] == "empty"
    assert summary.documents == 5
    assert summary.rejects == 4
    sources = {Path(s).name for s in table(tmp_path / "out", "documents")["source"]}
    assert sources == {"good.txt", "broken.html", "lines.jsonl#1", "lines.jsonl#3", "long.txt"}
    assert table(tmp_path / "out", "amounts")["value_krw"].eq(300_000_000).sum() == 20_000


def test_a_missing_input_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="nowhere"):
        pipeline.run([tmp_path / "nowhere"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_run_that_fails_leaves_the_old_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = tmp_path / "a.txt"
    article.write_text(KOREAN, encoding="utf-8")
    pipeline.run([article], tmp_path / "out")
    before = files_of(tmp_path / "out")
    article.write_text(ENGLISH, encoding="utf-8")
    monkeypatch.setattr(
        "pipeline.tables._write_database", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left"))
    )
    with pytest.raises(PipelineError, match="No space left"):
        pipeline.run([article], tmp_path / "out")
    assert {k: v for k, v in files_of_flat(tmp_path / "out").items() if k in before} == before


def files_of_flat(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in out.iterdir() if p.is_file()}


def test_nothing_is_done_when_nothing_changed(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(KOREAN, encoding="utf-8")
    first = pipeline.run([article], tmp_path / "out", if_changed=True)
    again = pipeline.run([article], tmp_path / "out", if_changed=True)
    assert (first.unchanged, again.unchanged) == (False, True)
    assert again.mentions == first.mentions
    article.write_text(ENGLISH, encoding="utf-8")
    assert not pipeline.run([article], tmp_path / "out", if_changed=True).unchanged
    (tmp_path / "out" / "mentions.csv").unlink()
    assert not pipeline.run([article], tmp_path / "out", if_changed=True).unchanged
    assert not pipeline.run([article], tmp_path / "out", Settings(without=("date",)), if_changed=True).unchanged


def test_no_input_files_give_empty_tables(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    assert pipeline.run([tmp_path / "raw"], tmp_path / "out").documents == 0
    assert frictionless.validate(str(tmp_path / "out" / "datapackage.json")).valid


def test_a_cell_that_a_spreadsheet_would_run_is_made_text(tmp_path: Path) -> None:
    article = tmp_path / "a.json"
    article.write_text(json.dumps({"title": "=cmd|' /C calc'!A0", "text": "-1 " + KOREAN}), encoding="utf-8")
    pipeline.run([article], tmp_path / "out")
    csv = pd.read_csv(tmp_path / "out" / "documents.csv", dtype=str)
    assert csv["title"][0] == "'=cmd|' /C calc'!A0"
    assert table(tmp_path / "out", "documents")["title"][0] == "=cmd|' /C calc'!A0"
    assert table(tmp_path / "out", "texts")["text"][0].startswith("-1 ")


def test_run_json_tells_how_the_tables_were_made(processed: Path) -> None:
    about = json.loads((processed / "run.json").read_text(encoding="utf-8"))
    assert about["dongne"] == pipeline.__version__
    assert about["versions"]["kiwipiepy"].startswith("0.24.")
    assert about["rows"]["documents"] == len(table(processed, "documents"))
    assert sum(about["mentions"].values()) == about["rows"]["mentions"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ud800", "\x00", "가" * 3000, "1," * 3000, "(" * 3000, "a" * 3000])
def test_process_takes_any_text(text: str) -> None:
    found = pipeline.process(text)
    assert all(text[m.start : m.end] == m.text for m in found.mentions)


def test_process_gives_typed_rows() -> None:
    found = pipeline.process(KOREAN, published="2021-05-31")
    by_type = {m.type: m for m in found.mentions}
    assert by_type["amount"].row.value_krw == 1_000_000
    assert str(by_type["date"].row.start) == "2021-05-31"
    assert by_type["official"].row.post == "district_mayor"
    assert {"3020000000", "3000000000"} <= {m.entity_id for m in found.mentions if m.type == "district"}


def test_process_refuses_what_is_no_day() -> None:
    with pytest.raises(ValueError):
        pipeline.process(KOREAN, published="yesterday")


@pytest.mark.parametrize("out", ["raw", "raw/out", "."])
def test_tables_among_the_articles_are_refused(tmp_path: Path, out: str) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text(KOREAN, encoding="utf-8")
    with pytest.raises(PipelineError, match="would mix"):
        pipeline.run([tmp_path / "raw"], tmp_path / out)


def test_offsets_hold_in_every_written_form(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    article = "😀 유성구는\r100만원을 지원했다.\r\n끝 \ud800 NA\x00"
    (raw / "a.json").write_text(json.dumps({"text": article, "title": "\udfff"}), encoding="utf-8")
    out = tmp_path / "out"
    pipeline.run([raw], out)
    csv = {n: pd.read_csv(out / f"{n}.csv", dtype=str, keep_default_na=False) for n in ("texts", "mentions", "noise")}
    with sqlite3.connect(out / "dongne.sqlite") as database:
        (stored,) = database.execute("SELECT text FROM texts").fetchone()
    text = table(out, "texts")["text"][0]
    assert text == stored == csv["texts"]["text"][0]
    for name in ("mentions", "noise"):
        rows = table(out, name)
        assert len(rows) == len(csv[name]) > 1
        assert all(text[row.start : row.end] == row.text for row in rows.itertuples())
    assert frictionless.validate(str(out / "datapackage.json")).valid


@pytest.mark.parametrize("field", ["title", "publisher", "reporter", "url", "id", "lang"])
def test_metadata_may_hold_half_a_character(field: str, tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for lang, text in (("ko", KOREAN), ("en", "Yuseong-gu will spend 1 million won.")):
        (raw / f"a.{lang}.json").write_text(json.dumps({"text": text, field: f"가\ud800{lang}"}), encoding="utf-8")
    pipeline.run([raw], tmp_path / "out")
    assert len(table(tmp_path / "out", "documents")) == 2
    assert table(tmp_path / "out", "rejects").empty


def test_a_sum_of_thousands_of_digits_costs_nothing_beside_it() -> None:
    found = pipeline.process(f"유성구는 {'9' * 5_000}억원 가운데 3억원을 투입했다.")
    assert "3억원" in {mention.text for mention in found.mentions}
    assert not [f for f in found.findings if f.kind == "extractor_failed"]


def test_a_sum_beyond_64_bits_costs_its_value_not_the_run(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text("유성구는 1000경원을 투입했다.", encoding="utf-8")
    pipeline.run([raw], tmp_path / "out")
    assert table(tmp_path / "out", "mentions")["text"].tolist() == ["1000경원", "유성구"]
    assert table(tmp_path / "out", "amounts")["value_krw"].isna().all()


def test_a_bug_on_one_document_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "a.txt").write_text(KOREAN, encoding="utf-8")
    (raw / "b.txt").write_text(ENGLISH, encoding="utf-8")
    whole = pipeline.flow.clean
    monkeypatch.setattr("pipeline.flow.clean", lambda text: 1 / 0 if "Mayor" in text else whole(text))
    assert pipeline.run([raw], tmp_path / "out").documents == 2
    found = table(tmp_path / "out", "findings")
    assert found["kind"].tolist() == ["extractor_failed"]
    assert "ZeroDivisionError" in found["message"][0]


def test_what_a_run_no_longer_makes_is_taken_away(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(KOREAN, encoding="utf-8")
    out = tmp_path / "out"
    pipeline.run([article], out)
    pipeline.run([article], out, Settings(without=("amount",)))
    assert not (out / "amounts.csv").exists()
    with sqlite3.connect(out / "dongne.sqlite") as database:
        views = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")]
        assert "officials_full" in views
        assert "won_by_district" not in views


def test_sums_are_counted_once(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    text = "유성구는 사업비 5억원(국비 3억원, 구비 2억원)을 들인다. 1인당 10만원을 준다. 총사업비는 5억원이다."
    (raw / "a.txt").write_text(text, encoding="utf-8")
    (raw / "b.txt").write_text(text + "\n", encoding="utf-8")
    pipeline.run([raw], tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / "dongne.sqlite") as database:
        assert database.execute("SELECT won FROM won_by_district").fetchall() == [(500_000_000,)]


def test_an_unknown_type_to_leave_out_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(KOREAN, encoding="utf-8")
    with pytest.raises(PipelineError, match="amuont"):
        pipeline.run([tmp_path / "a.txt"], tmp_path / "out", Settings(without=("amuont",)))


def test_a_table_without_rows_is_a_reject(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n", encoding="utf-8")
    assert pipeline.run([tmp_path / "a.csv"], tmp_path / "out").rejects == 1


def test_no_workbook_for_more_rows_than_excel_is_pleasant_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("유성구는 3억원을 쓴다.", encoding="utf-8")
    pipeline.run([tmp_path / "in"], tmp_path / "out")
    assert (tmp_path / "out" / "dongne.xlsx").is_file()
    monkeypatch.setattr("pipeline.tables._MOST_FOR_EXCEL", 1)
    pipeline.run([tmp_path / "in"], tmp_path / "out")
    assert not (tmp_path / "out" / "dongne.xlsx").exists()  # the old one would not be that of these tables
