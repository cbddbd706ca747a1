"""The folder `extensions`: extractors in Python and in TOML, rows for the gazetteers, and what a mistake says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import pipeline
from pipeline import process, registry, resources, run, settings
from pipeline.errors import PipelineError, SettingsError
from pipeline.flow import prepared
from pipeline.scaffold import new_extractor
from pipeline.settings import Settings

ROAD = """doc = "a numbered road"

[patterns]
numbered = '(?P<kind>국도|지방도) ?(?P<number>\\d{1,4})호선'

[list]
file = "roads.csv"

[context]
words = ["고친다", "개통"]
unless = ["옛"]

[value]
template = "{kind} {number}호선"

[columns]
number = { doc = "its number", type = "integer" }
kind = "its class"
"""
HEADCOUNT = """import re
from dataclasses import dataclass

from pipeline import Extractor, Match, column


@dataclass(frozen=True)
class Headcount:
    people: int = column("how many people")


def find(view):
    for match in re.finditer(r"(\\d[\\d,]*)명", view.text):
        yield Match(match.start(), match.end(), "people", match.group(1))


def normalise(mention, context):
    return Headcount(int(mention.data.replace(",", "")))


EXTRACTOR = Extractor("headcount", find, normalise, Headcount)
"""
FILES = {
    "road.toml": ROAD,
    "roads.csv": "name,kind,number\n솔숲대로,시도,88\n",
    "headcount.py": HEADCOUNT,
    "posts.csv": "title,post\n고을지기,other_public\n",
    "programs.csv": "name,kind\n온마음쉼표,service\n",
    "spellings.csv": "written,meant\nYewsung-gu,Yuseong-gu\n",
    "noise.toml": '[letter]\nkind = "boilerplate"\nscope = "line"\npattern = "우리[ ]동네[ ]소식지"\n',
    "agencies.csv": "name,kind\n달빛공사,corporation\n",
}
ARTICLE = (
    "우리 동네 소식지\n유성구는 국도 32호선과 솔숲대로를 고친다. 국도 1호선은 막혔다.\n"
    "김하늘 고을지기는 온마음쉼표에 주민 1,370명이 왔다고 했다.\n\nYewsung-gu opened a hall.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    own = tmp_path / "extensions"
    own.mkdir()
    yield own
    resources.use(None)


def write(folder: Path, **changed: str) -> None:
    for name, text in (FILES | changed).items():
        (folder / name).write_text(text, encoding="utf-8")


def test_all_that_may_be_added_is_in_the_tables(folder: Path, tmp_path: Path) -> None:
    write(folder)
    raw = tmp_path / "raw"
    raw.mkdir()
    for name in ("a", "b"):
        (raw / f"{name}.txt").write_text(f"{ARTICLE}{name}", encoding="utf-8")
    out = tmp_path / "out"
    run([raw], out, Settings(extensions=str(folder), workers=2))
    roads = pd.read_csv(out / "roads.csv", encoding="utf-8-sig")
    assert list(roads["value"]) == ["국도 32호선", "시도 88호선"] * 2
    assert list(roads["number"]) == [32, 88] * 2
    assert list(pd.read_csv(out / "headcounts.csv", encoding="utf-8-sig")["people"]) == [1370, 1370]
    assert "온마음쉼표" in set(pd.read_csv(out / "programs.csv", encoding="utf-8-sig")["name"])
    assert set(pd.read_csv(out / "officials.csv", encoding="utf-8-sig")["name_ko"]) == {"김하늘"}
    noise = pd.read_csv(out / "noise.csv", encoding="utf-8-sig")
    assert {"letter", "spelling"} <= set(noise["rule"])
    assert "numbered" in (out / "mentions.csv").read_text(encoding="utf-8-sig")


def test_a_changed_file_makes_the_tables_anew(folder: Path, tmp_path: Path) -> None:
    write(folder)
    article = tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    told = Settings(extensions=str(folder))
    run([article], tmp_path / "out", told)
    assert run([article], tmp_path / "out", told, if_changed=True).unchanged
    (folder / "roads.csv").write_text("name,kind,number\n솔숲대로,시도,89\n", encoding="utf-8")
    assert not run([article], tmp_path / "out", told, if_changed=True).unchanged


def test_without_the_folder_nothing_of_it_is_left(folder: Path) -> None:
    write(folder)
    assert {"road", "headcount"} <= {e.type for e in prepared(Settings(extensions=str(folder)))}
    resources.use(None)
    assert not {"road", "headcount"} & {m.type for m in process(ARTICLE).mentions}
    assert not [m for m in process(ARTICLE).mentions if m.type == "official"]


def test_the_folder_beside_the_settings_is_found(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "dongne.toml"
    file.write_text("workers = 1\n", encoding="utf-8")
    assert settings.load(file).extensions == str(folder)
    file.write_text('extensions = "mine"\n', encoding="utf-8")
    assert settings.load(file).extensions == str(tmp_path / "mine")
    with pytest.raises(SettingsError, match="mine is no folder"):
        resources.use(settings.load(file).extensions)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        (
            "programs.csv",
            "name,kind\n온마음쉼표,servce\n",
            r"programs\.csv line 2: kind is 'servce'; want one of .*service",
        ),
        (
            "programs.csv",
            "name,sort\n온마음쉼표,x\n",
            r"programs\.csv line 1: no column is called 'sort'; there are name",
        ),
        ("programs.csv", "kind\nservice\n", r"programs\.csv line 1: the column 'name' is missing"),
        ("programs.csv", "name,kind\n온마음쉼표\n", r"programs\.csv line 2: wants 2 cells"),
        ("programs.csv", "name,kind\n,service\n", r"programs\.csv line 2: name is empty"),
        ("posts.csv", "title,post\n고을지기,keeper\n", r"posts\.csv line 2: post is 'keeper'; want one of .*mayor"),
        (
            "noise.toml",
            '[letter]\nkind = "noise"\nscope = "line"\npattern = "a"\n',
            r"noise\.toml line 1: kind is 'noise'",
        ),
        (
            "noise.toml",
            '\n[letter]\nkind = "caption"\nscope = "line"\npattern = "("\n',
            r"noise\.toml line 2: a pattern does",
        ),
        ("noise.toml", '[letter]\nkind = "caption"\nscope = "line"\n', r"noise\.toml line 1: pattern is missing"),
        ("noise.toml", "[skip_link]\n", r"noise\.toml: \[skip_link\] is one of ours"),
        ("road.toml", ROAD.replace("[value]", "[values]"), r"road\.toml line 13: 'values' is not known; there are doc"),
        ("road.toml", ROAD.replace("[value]", "[value"), r"road\.toml: .*line 13"),
        ("road.toml", ROAD.replace("{kind} {", "{kid} {"), r"road\.toml line 14: \{kid\} is captured by no pattern"),
        (
            "road.toml",
            ROAD.replace("국도|지방도)", "국도|지방도"),
            r"road\.toml line 4: the pattern numbered does not compile",
        ),
        ("road.toml", ROAD.replace("unless", "without"), r"road\.toml line 11: \[context\] has no 'without'"),
        (
            "road.toml",
            ROAD.replace('"integer"', '"int"'),
            r"road\.toml line 17: the column number is of type 'int'; want",
        ),
        (
            "road.toml",
            ROAD.replace("number = {", "length = {"),
            r"road\.toml line 17: the column length is captured by no",
        ),
        ("road.toml", ROAD.replace("roads.csv", "paths.csv"), r"road\.toml line 7: .*paths\.csv cannot be read"),
        ("road.toml", 'doc = "nothing"\n', r"road\.toml line 1: there is nothing to look for"),
        ("road.toml", "[patterns]\nany = 'x*'\n", r"road\.toml line 2: the pattern any fits an empty text"),
        ("roads.csv", "name,kind,number\n솔숲대로,시도\n", r"roads\.csv line 2: wants 3 cells"),
        (
            "program.csv",
            "name\n온마음쉼표\n",
            r"program\.csv: no list of ours is called so; did you mean programs\.csv\?",
        ),
        ("spellings.csv", "written\nYewsung-gu\n", r"spellings\.csv line 2: meant is empty"),
        ("noise.toml", 'scope = "line"\n', r"noise\.toml: scope stands in no table"),
        ("noise.toml", "[letter]\npattern = 3\n", r"noise\.toml line 1: pattern is no text"),
        ("noise.toml", '[letter]\npatern = "a"\n', r"noise\.toml line 1: 'patern' is not known; there are kind"),
        (
            "noise.toml",
            '[letter]\nkind = "caption"\nscope = "line"\npattern = "x*"\n',
            r"line 1: the pattern fits an empty",
        ),
        ("road.toml", ROAD.replace('["옛"]', '"옛"'), r"road\.toml line 11: unless is '옛'; write a list of words"),
        ("road.toml", ROAD.replace("P<number>", "P<text>"), r"road\.toml line 4: every table has a column text"),
        (
            "headcount.py",
            HEADCOUNT.replace("people: int", "text: int"),
            "Headcount.text: every table has such a column",
        ),
        ("headcount.py", HEADCOUNT.replace("people: int", "people: list"), "Headcount.people is .*list"),
        ("headcount.py", "import no_such_module\n", r"headcount\.py line 1: ModuleNotFoundError"),
        ("headcount.py", "def find(view)\n", r"headcount\.py line 1: SyntaxError"),
        ("headcount.py", "x = 1\n", r"headcount\.py: EXTRACTOR is NoneType, not an Extractor; end the file"),
        ("amounts.py", HEADCOUNT, r"two extractors of type 'headcount': .*amounts\.py and .*headcount\.py"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(folder: Path, file: str, text: str, message: str) -> None:
    write(folder, **{file: text})
    with pytest.raises(SettingsError, match=message):
        prepared(Settings(extensions=str(folder)))


def test_a_bug_on_one_document_costs_that_documents_mentions_only(folder: Path, tmp_path: Path) -> None:
    write(folder, **{"headcount.py": HEADCOUNT.replace('.replace(",", "")', "")})
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text("주민 12명이 왔다.", encoding="utf-8")
    run([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out", Settings(extensions=str(folder)))
    findings = pd.read_csv(tmp_path / "out/findings.csv", encoding="utf-8-sig")
    assert list(findings["kind"]) == ["extractor_failed"]
    assert "headcount failed here: ValueError" in findings["message"][0]
    assert "headcount.py, line 18" in findings["message"][0]
    assert list(pd.read_csv(tmp_path / "out/headcounts.csv", encoding="utf-8-sig")["people"]) == [12]


def test_a_new_extractor_and_its_test_pass_as_they_are(folder: Path) -> None:
    module, test = new_extractor("phone_number", folder)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(test)],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
    assert "5 passed" in ran.stdout
    mentions = process("주민 370명이 왔다.", extractors=prepared(Settings(extensions=str(folder)))).mentions
    assert [(m.type, m.row.count) for m in mentions if m.type == "phone_number"] == [("phone_number", 370)]
    with pytest.raises(PipelineError, match="already"):
        new_extractor("phone_number", folder)
    assert module.read_text(encoding="utf-8").startswith('"""Phone number:')


@pytest.mark.parametrize("name", ["Population", "2nd", "mention", "amount", "a b"])
def test_names_that_no_type_can_have_are_refused(folder: Path, name: str) -> None:
    with pytest.raises(PipelineError):
        new_extractor(name, folder)
    assert not list(folder.iterdir())


def test_what_is_written_keeps_the_projects_style(folder: Path) -> None:
    new_extractor("population", folder)
    config = Path(__file__).parents[1] / "pyproject.toml"
    for command in (["check"], ["format", "--check"]):
        ran = subprocess.run(
            [
                sys.executable,
                "-m",
                "ruff",
                *command,
                "--no-cache",
                "--config",
                str(config),
                str(folder / "population.py"),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout


def test_files_that_are_no_extractors_are_left_alone(folder: Path) -> None:
    write(
        folder,
        **{"test_road.py": "raise SystemExit", "_helper.py": "raise SystemExit", "conftest.py": "raise SystemExit"},
    )
    prepared(Settings(extensions=str(folder)))
    assert "road" in {e.type for e in registry.all_extractors()}


def test_only_the_first_column_is_needed(folder: Path) -> None:
    write(folder, **{name: FILES[name].split(",")[0] + "\n" + FILES[name].split("\n")[1].split(",")[0] + "\n"
                     for name in ("agencies.csv", "posts.csv", "programs.csv")})  # fmt: skip
    prepared(Settings(extensions=str(folder)))
    assert resources.table("agencies")[-1]["name"] == "달빛공사"


def test_they_serve_one_text_and_spacy_too(folder: Path) -> None:
    spacy = pytest.importorskip("spacy")
    write(folder)
    pipeline.use(folder)
    assert {"road", "headcount"} <= {m.type for m in process(ARTICLE).mentions}
    pipeline.use(None)
    assert "road" not in {m.type for m in process(ARTICLE).mentions}
    nlp = spacy.blank("en")
    nlp.add_pipe("dongne", config={"types": ["road"], "extensions": str(folder)})
    doc = nlp(ARTICLE)
    assert [span.text for span in doc.spans["dongne"]] == ["국도 32호선과", "솔숲대로를"]


def test_a_pattern_s_name_may_be_the_value(folder: Path) -> None:
    declared = "[patterns]\npoint = '[0-9]+%p'\npercent = '[0-9]+%(?!p)'\n\n[value]\ntemplate = \"{rule}\"\n"
    (folder / "share.toml").write_text(declared, encoding="utf-8")
    pipeline.use(folder)
    found = [m for m in process("예산이 3% 늘고 비율이 2%p 줄었다.").mentions if m.type == "share"]
    assert [(m.text, m.value) for m in found] == [("3%", "percent"), ("2%p", "point")]


def test_a_row_of_another_kind_is_named(folder: Path, tmp_path: Path) -> None:
    write(folder, **{"headcount.py": HEADCOUNT.replace("return Headcount(", "return dict(people=")})
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "out", Settings(extensions=str(folder)))
    message = pd.read_csv(tmp_path / "out/findings.csv", encoding="utf-8-sig")["message"][0]
    assert "normalise gave a dict, not a Headcount, for '1,370명'" in message


def test_a_mention_that_a_person_adds_has_its_row(folder: Path, tmp_path: Path) -> None:
    write(folder)
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    doc_id = process(ARTICLE).document.doc_id
    review = tmp_path / "corrections.csv"
    review.write_text(
        f"action,doc_id,type,text,start,column,value,into,note\nadd,{doc_id},headcount,1호선,,,12,,\n", encoding="utf-8"
    )
    run([tmp_path / "a.txt"], tmp_path / "out", Settings(extensions=str(folder), corrections=str(review)))
    assert sorted(pd.read_csv(tmp_path / "out/headcounts.csv", encoding="utf-8-sig")["people"]) == [12, 1370]
