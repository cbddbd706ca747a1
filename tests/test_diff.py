"""What changed between two runs: rows by key, mentions by rule, and nothing twice."""

import csv
import datetime
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import pipeline
from pipeline.diff import Change, Counts, Diff, _moves, diff, write_csv
from pipeline.errors import PipelineError

Row = dict[str, Any]
KOREAN = "정용래 유성구청장은 31일 대전시청에서 상금 100만원을 받았다."
ENGLISH = "Mayor Kim Young-jong of Jongno-gu said on the 3rd that 1.5 billion won will be spent."


def run(folder: Path, **articles: str) -> Path:
    raw = folder / "raw"
    raw.mkdir(parents=True)
    for name, text in articles.items():
        (raw / f"{name}.txt").write_text(text, encoding="utf-8")
    pipeline.run([raw], folder / "out")
    return folder / "out"


@pytest.fixture(scope="session")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run(tmp_path_factory.mktemp("old"), ko=KOREAN, en=ENGLISH)


@pytest.fixture
def new(old: Path, tmp_path: Path) -> Path:
    """A copy of the old tables, for a test to change."""
    return Path(shutil.copytree(old, tmp_path / "new"))


def rows_of(folder: Path, table: str) -> list[Row]:
    rows: list[Row] = pq.read_table(folder / f"{table}.parquet").to_pylist()
    return rows


def edit(folder: Path, table: str, change: Callable[[list[Row]], list[Row]]) -> None:
    path = folder / f"{table}.parquet"
    schema = pq.read_schema(path)
    pq.write_table(pa.Table.from_pylist(change(rows_of(folder, table)), schema=schema), path)


def set_in(row_of: Callable[[Row], bool], **cells: Any) -> Callable[[list[Row]], list[Row]]:
    return lambda rows: [row | cells if row_of(row) else row for row in rows]


def is_sum(row: Row) -> bool:
    return bool(row["text"] == "100만원")


def test_the_same_tables_differ_in_nothing(old: Path, new: Path) -> None:
    assert diff(old, new) == diff(old, old) == Diff((), (), {}, {}, ())


def test_a_changed_value_and_rule_are_one_row_and_two_changes(old: Path, new: Path) -> None:
    (mention,) = filter(is_sum, rows_of(old, "mentions"))
    edit(new, "mentions", set_in(is_sum, value="2000000 KRW", rule="other"))
    found = diff(old, new)
    assert found.counts == {"mentions": Counts(changed=1)}
    assert found.rules == {("amount", "other"): Counts(changed=1)}
    about = {"table": "mentions", "key": mention["mention_id"], "doc_id": mention["doc_id"], "text": "100만원"}
    assert [(c.change, c.rule, c.column, c.old, c.new) for c in found.changes] == [
        ("changed", "other", "value", mention["value"], "2000000 KRW"),
        ("changed", "other", "rule", mention["rule"], "other"),
    ]
    for change in found.changes:
        assert {name: getattr(change, name) for name in about} == about
        assert change.source.endswith("ko.txt")


def test_numbers_days_and_unknown_cells_are_text(old: Path, new: Path) -> None:
    edit(new, "amounts", set_in(is_sum, value_krw=None))
    edit(new, "documents", set_in(lambda r: r["source"].endswith("en.txt"), published=datetime.date(2021, 5, 3)))
    cells = [(c.table, c.column, c.old, c.new) for c in diff(old, new).changes]
    assert cells == [("documents", "published", "", "2021-05-03"), ("amounts", "value_krw", "1000000", "")]


def test_rows_of_one_run_alone_say_their_value(old: Path, new: Path) -> None:
    (mention,) = filter(is_sum, rows_of(old, "mentions"))
    edit(new, "mentions", lambda rows: [row for row in rows if not is_sum(row)])
    (gone,) = diff(old, new).changes
    assert (gone.change, gone.column, gone.old, gone.new) == ("removed", "", mention["value"], "")
    (come,) = diff(new, old).changes
    assert (come.change, come.column, come.old, come.new) == ("added", "", "", mention["value"])
    assert diff(old, new).rules == {("amount", mention["rule"]): Counts(removed=1)}
    assert diff(new, old).rules == {("amount", mention["rule"]): Counts(added=1)}


def test_an_entity_with_another_id_is_a_changed_id_in_mentions_and_relations(old: Path, new: Path) -> None:
    relation = rows_of(old, "relations")[0]
    person = next(r["entity_id"] for r in rows_of(old, "mentions") if r["type"] == "official" and r["entity_id"])
    doc = next(r["doc_id"] for r in rows_of(old, "mentions") if r["entity_id"] == person)
    said = relation | {
        "relation_id": f"{doc}:0123",
        "doc_id": doc,
        "relation": "said",
        "subject": person,
        "object": "x",
    }
    before = Path(shutil.copytree(old, new.parent / "before"))
    edit(before, "relations", lambda rows: [said])
    edit(new, "relations", lambda rows: [said | {"relation_id": f"{doc}:4567", "subject": "off-new"}])
    edit(new, "mentions", set_in(lambda r: r["entity_id"] == person, entity_id="off-new"))
    edit(new, "officials", set_in(lambda r: r["official_id"] == person, official_id="off-new"))
    found = diff(before, new)
    assert {(c.column, c.old, c.new) for c in found.changes if c.table == "mentions"} == {
        ("entity_id", person, "off-new")
    }
    assert [(c.key, c.change, c.column, c.old, c.new) for c in found.changes if c.table == "relations"] == [
        (f"{doc}:4567", "changed", "subject", person, "off-new")
    ]
    assert found.counts["relations"] == Counts(changed=1)
    assert found.counts["officials"] == Counts(added=1, removed=1)  # by their key, whatever else is alike


def test_a_relation_whose_entity_parted_is_removed_and_added(old: Path, new: Path) -> None:
    """Where mentions of one article went different ways, nothing says which of the new ids the relation went to."""
    row = {"mention_id": "", "doc_id": "d", "entity_id": "a"}
    was = {key: row | {"mention_id": key} for key in ("m1", "m2")}
    assert _moves(was, {key: r | {"entity_id": "b"} for key, r in was.items()}) == {("d", "a"): "b"}
    assert _moves(was, {"m1": was["m1"] | {"entity_id": "b"}, "m2": was["m2"]}) == {}
    assert _moves(was, {key: r | {"entity_id": None} for key, r in was.items()}) == {}


def test_an_article_of_one_run_alone_is_told_once(old: Path, tmp_path: Path) -> None:
    more = run(tmp_path, ko=KOREAN, en=ENGLISH, more="강남구는 5월 3일 200만원을 지원했다.")
    edit(more, "documents", lambda rows: [r | {"source": s} for r, s in zip(rows, _sources(rows, old), strict=True)])
    found = diff(old, more)
    (source,) = found.documents_added
    assert source.endswith("more.txt")
    assert found.documents_removed == ()
    assert found.counts["documents"] == Counts(added=1)
    (document,) = (r for r in rows_of(more, "documents") if r["source"] == source)
    assert [(c.table, c.change, c.source) for c in found.changes if c.doc_id == document["doc_id"]] == [
        ("documents", "added", source)
    ]
    assert found.rules == {}
    assert diff(more, old).documents_removed == (source,)


def _sources(rows: list[Row], old: Path) -> list[str]:
    """Sources as the old run names them, whose folder is another."""
    known = {r["doc_id"]: r["source"] for r in rows_of(old, "documents")}
    return [known.get(r["doc_id"], r["source"]) for r in rows]


def test_a_table_or_column_of_one_run_alone(old: Path, new: Path) -> None:
    described = json.loads((new / "datapackage.json").read_text(encoding="utf-8"))
    described["resources"].append({"name": "phones", "schema": {"primaryKey": ["phone_id"]}})
    (new / "datapackage.json").write_text(json.dumps(described), encoding="utf-8")
    pq.write_table(pa.table({"phone_id": ["p2", "p1"], "name": ["나", "가"]}), new / "phones.parquet")
    path = new / "rejects.parquet"
    pq.write_table(pq.read_table(path).append_column("size", pa.array([], pa.int64())), path)
    found = diff(old, new)
    assert [(c.table, c.key, c.change, c.column, c.text) for c in found.changes] == [
        ("rejects", "", "column added", "size", ""),
        ("phones", "p1", "added", "", "가"),
        ("phones", "p2", "added", "", "나"),
    ]
    assert found.counts == {"phones": Counts(added=2)}
    assert diff(new, old).counts == {"phones": Counts(removed=2)}


@pytest.mark.parametrize("break_it", ["nothing there", "no tables", "no table", "broken table", "broken description"])
def test_a_folder_without_tables_says_what_to_do(old: Path, new: Path, break_it: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    folder = {"nothing there": tmp_path / "nowhere", "no tables": tmp_path / "empty"}.get(break_it, new)
    if break_it == "no table":
        (new / "mentions.parquet").unlink()
    elif break_it == "broken table":
        (new / "mentions.parquet").write_bytes(b"PAR1")
    elif break_it == "broken description":
        (new / "datapackage.json").write_text("[]", encoding="utf-8")
    for pair in ((old, folder), (folder, old)):
        with pytest.raises(PipelineError, match=r"dongne run -o") as raised:
            diff(*pair)
        assert str(folder) in str(raised.value)


def test_the_csv_is_for_a_spreadsheet(tmp_path: Path) -> None:
    change = Change("mentions", "k", "d", "changed", "won", "value", "=1+1", "-5", "가,나.txt", "두\r줄")
    path = tmp_path / "changes.csv"
    write_csv(Diff((), (), {}, {}, (change,)), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as handle:
        header, row = csv.reader(handle)
    assert header == ["table", "key", "doc_id", "change", "rule", "column", "old", "new", "source", "text"]
    assert row == ["mentions", "k", "d", "changed", "won", "value", "'=1+1", "'-5", "가,나.txt", "두\r줄"]
    with pytest.raises(PipelineError, match="nowhere"):
        write_csv(Diff((), (), {}, {}, ()), tmp_path / "nowhere" / "changes.csv")
