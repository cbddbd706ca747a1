"""What a person set right survives every run, and what no longer fits is told."""

import json
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline.corrections import COLUMNS, load
from pipeline.errors import PipelineError, SettingsError
from pipeline.gold import write
from pipeline.score import score
from pipeline.settings import Settings

TEXT = (
    "유성구는 ‘달빛 산책’ 축제에 3억원을 쓴다. 김하늘 유성구청장은 5월 3일 웃었다. 축제 뒤에 쓰레기봉투 2천장이 남았다.\n\n"
    "유성구는 ‘달빛 걷기’ 축제에도 4억원을 쓴다."
)


class Folder:
    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "in").mkdir()
        (root / "in" / "20240305-a.txt").write_text(TEXT, encoding="utf-8")
        self.tables = self.run().tables
        self.doc = self.tables["documents"].doc_id[0]

    def run(self, *rows: dict[str, str]) -> "Folder":
        path = self.root / "corrections.csv"
        frame = pd.DataFrame(rows, columns=list(COLUMNS))
        frame.to_csv(path, index=False, encoding="utf-8-sig")
        settings = Settings(corrections=str(path))
        self.summary = pipeline.run([self.root / "in"], self.root / "out", settings)
        self.tables = {p.stem: pd.read_parquet(p) for p in (self.root / "out").glob("*.parquet")}
        return self

    def correction(self, action: str, type: str = "", text: str = "", **more: str) -> dict[str, str]:
        return {"action": action, "doc_id": self.doc if type else "", "type": type, "text": text} | more


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_a_rejected_mention_is_gone_with_what_hung_on_it(folder: Folder) -> None:
    folder.run(folder.correction("reject", "program", "달빛 산책"))
    assert "달빛 산책" not in set(folder.tables["mentions"].text)
    assert list(folder.tables["programs"].name) == ["달빛 걷기"]
    amount = folder.tables["amounts"].set_index("text").loc["3억원"]
    assert pd.isna(amount.program_id)
    ids = set(folder.tables["mentions"].mention_id) | set(folder.tables["programs"].program_id)
    ids |= set(folder.tables["officials"].official_id) | set(folder.tables["districts"].district_code)
    assert set(folder.tables["relations"].subject) | set(folder.tables["relations"].object) <= ids
    assert folder.summary.unused == ()


def test_a_correction_survives_a_second_run(folder: Folder) -> None:
    rows = [folder.correction("reject", "date", "5월 3일"), folder.correction("accept", "amount", "3억원")]
    first = folder.run(*rows).tables["mentions"]
    assert first.equals(folder.run(*rows).tables["mentions"])
    assert "5월 3일" not in set(first.text)
    assert first.set_index("text").loc["3억원", ["rule", "confidence"]].tolist() == ["accepted", 1.0]


def test_a_cell_is_set(folder: Folder) -> None:
    folder.run(
        folder.correction("set", "amount", "3억원", column="role", value="prize"),
        folder.correction("set", "amount", "4억원", column="value_krw", value="450000000"),
        folder.correction("set", "official", "김하늘", column="post_text", value="구청장 권한대행"),
    )
    amounts = folder.tables["amounts"].set_index("text")
    assert amounts.role["3억원"] == "prize"
    assert amounts.value_krw["4억원"] == 450_000_000
    assert folder.tables["officials"].post_text[0] == "구청장 권한대행"


def test_two_entities_become_one(folder: Folder) -> None:
    programs = folder.tables["programs"].set_index("name").program_id
    folder.run(folder.correction("merge", value=programs["달빛 걷기"], into=programs["달빛 산책"]))
    (row,) = folder.tables["programs"].to_dict("records")
    assert (row["name"], row["n_mentions"], row["aliases"]) == ("달빛 산책", 2, "달빛 걷기 | 달빛 산책")
    assert set(folder.tables["amounts"].program_id) == {programs["달빛 산책"]}


def test_a_mention_is_added(folder: Folder) -> None:
    folder.run(
        folder.correction("add", "amount", "쓰레기봉투 2천장", value="2000000"),
        folder.correction("add", "date", "축제 뒤", value="2024-05-04"),
    )
    added = folder.tables["mentions"].set_index("text").loc["쓰레기봉투 2천장"]
    assert TEXT[added.start : added.end] == "쓰레기봉투 2천장"
    assert folder.tables["amounts"].set_index("text").value_krw["쓰레기봉투 2천장"] == 2_000_000
    assert str(folder.tables["dates"].set_index("text").start["축제 뒤"]) == "2024-05-04"


def test_what_no_longer_fits_is_told(folder: Folder) -> None:
    folder.run(
        folder.correction("reject", "amount", "9억원"), folder.correction("reject", "amount", "3억원", start="1")
    )
    assert len(folder.summary.unused) == 2
    assert "line 2" in folder.summary.unused[0]
    assert "9억원" in folder.summary.unused[0]
    assert len(folder.tables["amounts"]) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("action,doc_id\ndelete,1\n", "line 2: action is 'delete'; there are accept, reject, set, merge, add"),
        ("action,doc_id,type,text\nreject,1,amount,\n", "line 2: reject needs text"),
        ("action,wert\nreject,1\n", "unknown columns wert; the header is action,doc_id"),
        ("action,doc_id,type,text,start\nreject,1,amount,3억원,x\n", "line 2: start is 'x'"),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "corrections.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=message.replace("(", r"\(")):
        load(path)


def test_a_value_that_fits_no_column_is_told(folder: Folder) -> None:
    with pytest.raises(SettingsError, match="role is 'gift'; there are "):
        folder.run(folder.correction("set", "amount", "3억원", column="role", value="gift"))
    with pytest.raises(SettingsError, match="value_krw is '많이'; want integer"):
        folder.run(folder.correction("set", "amount", "3억원", column="value_krw", value="많이"))


def test_without_the_file_nothing_is_corrected(tmp_path: Path) -> None:
    assert load(tmp_path / "none.csv") == []
    with pytest.raises(SettingsError, match="cannot be read"):
        load(tmp_path / "none.csv", must_exist=True)


def test_what_was_reviewed_becomes_gold(folder: Folder) -> None:
    folder.run(
        folder.correction("accept", "amount", "3억원"),
        folder.correction("accept", "program", "달빛 산책"),
        folder.correction("set", "amount", "4억원", column="value_krw", value="450000000"),
    )
    (path,) = write(folder.root / "out", folder.root / "gold")
    gold = json.loads(path.read_text(encoding="utf-8"))
    assert [(a["text"], a["value_krw"], "optional" in a) for a in gold["amounts"]] == [
        ("3억원", 300_000_000, False),
        ("4억원", 450_000_000, False),
    ]
    assert {p["name"]: "optional" in p for p in gold["programs"]} == {"달빛 산책": False, "달빛 걷기": True}
    assert all(item["optional"] for kind in ("dates", "officials", "districts") for item in gold[kind])
    measured = score(folder.root / "out", folder.root / "gold").scores
    assert all(s.f1 == 1 for s in measured.values())


def test_each_article_has_a_gold_file_of_its_own(tmp_path: Path) -> None:
    for place, text in {
        "07.ko.txt": "시는 3억원을 쓴다.",
        "07.en.txt": "The city spends 300 million won.",
        "more.csv": "text\n군은 4억원을 쓴다.\n구는 5억원을 쓴다.\n",
        "old/07.ko.txt": "도는 6억원을 쓴다.",
    }.items():
        (tmp_path / "in" / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / place).write_text(text + "\n", encoding="utf-8")
    out, corrections = tmp_path / "out", tmp_path / "corrections.csv"
    pipeline.run([tmp_path / "in"], out)
    amounts = pd.read_parquet(out / "amounts.parquet")
    rows = [{"action": "accept", "doc_id": a.doc_id, "type": "amount", "text": a.text} for a in amounts.itertuples()]
    pd.DataFrame(rows, columns=list(COLUMNS)).to_csv(corrections, index=False, encoding="utf-8-sig")
    pipeline.run([tmp_path / "in"], out, Settings(corrections=str(corrections)))
    written = write(out, tmp_path / "gold")
    assert len(set(written)) == len(amounts) == 5
    assert {"07.ko", "07.en", "more#1", "more#2"} < {path.name.removesuffix(".json") for path in written}
    measured = score(out, tmp_path / "gold").scores["amounts"]
    assert (measured.right, measured.wrong, measured.missed) == (5, [], [])


def test_without_anything_reviewed_there_is_no_gold(folder: Folder) -> None:
    with pytest.raises(PipelineError, match="nothing that was reviewed"):
        write(folder.root / "out", folder.root / "gold")
