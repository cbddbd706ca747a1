"""Trained pipelines that a user lends: what they help to find, what they do not, and what is said where one is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest
import spacy
from models import ruler, trained_english

import pipeline
from pipeline.errors import SettingsError
from pipeline.settings import Models, Settings, load
from pipeline.view import View


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(trained_english(tmp_path_factory.mktemp("models") / "english"))


@pytest.fixture(scope="module")
def korean(tmp_path_factory: pytest.TempPathFactory) -> str:
    marked = ("마리솔 그랜트", "새벽별", "새벽별은", "새벽별을", "이츠하크", "정", "김하늘")
    return str(ruler(tmp_path_factory.mktemp("models") / "korean", "ko", PS=marked, OG=("새봄누리", "큰솔누리에서")))


def officials(text: str, models: Models) -> list[tuple[str, str, str | None, str]]:
    found = pipeline.process(text, published="2022-01-05", models=models).mentions
    return [(m.text, m.row.post, m.row.district_code, m.rule) for m in found if m.type == "official" and m.row]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Mayor Marisol Grant spoke.", [("Marisol Grant", "mayor", None)]),
        ("Edwin Harlow, mayor of Jung-gu, Seoul, opened the hall.", [("Edwin Harlow", "district_mayor", "1114000000")]),
        ("Jasmine Lee, mayor of Yuseong-gu, opened the hall.", [("Jasmine Lee", "district_mayor", "3020000000")]),
        ("Governor Bora said that the road is open.", [("Bora", "governor", None)]),
        # A guest's area is not the article's own.
        ("Yuseong-gu is a district of Daejeon. Mayor Marisol Grant visited the market on Monday.", [("Marisol Grant", "mayor", None)]),
        # What a small pipeline takes for a person.
        ("Mayor Nam-gu spoke.", []),
        ("Ulsan Mayor, mayor of Yuseong-gu, opened the hall.", []),
        # Persons without a post are none.
        ("The prize went to Edwin Harlow of the library.", []),
    ],
)  # fmt: skip
def test_english(text: str, want: list[tuple[str, str, str | None]], english: str) -> None:
    assert officials(text, Models(en=english)) == [(*one, "en_lent_name") for one in want]
    assert officials(text, Models()) == []


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("마리솔 그랜트 유성구청장은 길을 걸었다.", ("마리솔 그랜트", "district_mayor", "3020000000")),
        ("새벽별 전 대전시장이 길을 걸었다.", ("새벽별", "mayor", "3000000000")),
        ("유성구청장 새벽별은 길을 걸었다.", ("새벽별", "district_mayor", "3020000000")),
        ("유성구(구청장 새벽별)는 길을 열었다.", ("새벽별", "district_mayor", "3020000000")),
        ("새벽별(유성구청장)을 만났다.", ("새벽별", "district_mayor", "3020000000")),
    ],
)
def test_korean(text: str, want: tuple[str, str, str], korean: str) -> None:
    assert officials(text, Models(ko=korean)) == [(*want, "ko_lent_name")]
    assert officials(text, Models()) == []


def test_a_korean_name_of_rare_syllables_keeps_its_parts(korean: str) -> None:
    found = pipeline.process("이츠하크 유성구청장이 왔다. 이 구청장은 웃었다.", models=Models(ko=korean)).mentions
    assert len({m.entity_id for m in found if m.type == "official"}) == 1


def test_an_organisation_may_stand_between_a_name_and_its_title(korean: str) -> None:
    text = "김하늘 새봄누리 팀장은 전주시청에서 말했다."
    assert [one[:2] for one in officials(text, Models(ko=korean))] == [("김하늘", "team_head")]
    assert officials(text, Models()) == []


@pytest.mark.parametrize(
    "text",
    [
        "새벽별은 유성구청장을 만났다.",  # beside no post
        "유성구청장은 새벽별을 만났다.",
        "유성구청장 새벽별 의원은 웃었다.",  # his own title
        "정 구청장이 왔다.",  # a surname alone is told by its title, as without a model
    ],
)
def test_a_person_without_a_post_beside_is_no_official(text: str, korean: str) -> None:
    lent = officials(text, Models(ko=korean))
    assert [one for one in lent if one[3] == "ko_lent_name" and one[1] != "assembly_member"] == []


def test_what_patterns_are_sure_of_stays_as_it_is(
    english: str, korean: str, processed: Path, samples: Path, tmp_path: Path
) -> None:
    """Models that know none of the samples' people change nothing in the tables."""
    pipeline.run([samples], tmp_path / "out", Settings(models=Models(ko=korean)))
    for name in ("officials", "mentions"):
        assert (tmp_path / "out" / f"{name}.csv").read_bytes() == (processed / f"{name}.csv").read_bytes()


def test_names_again_and_parts_of_names(english: str) -> None:
    text = (
        "Mayor Marisol Grant spoke. Mayor Grant visited the market on Monday. Governor Bora said that the road is open."
    )
    found = [m for m in pipeline.process(text, models=Models(en=english)).mentions if m.type == "official"]
    assert [(m.text, m.value) for m in found] == [
        ("Marisol Grant", "Marisol Grant"),
        ("Grant", "Marisol Grant"),
        ("Bora", "Bora"),
    ]
    assert found[0].entity_id == found[1].entity_id != found[2].entity_id
    assert {m.confidence for m in found} == {0.8}


def test_a_view_asks_only_the_pipeline_that_was_lent(english: str) -> None:
    text = "\nThe prize went to Edwin Harlow of the library.\nMayor Marisol Grant spoke.\n"
    view = View.of(text, "en")
    assert view.entities == []
    assert [(text[a:b], kind) for a, b, kind in view.lent(english).entities] == [
        ("Edwin Harlow", "person"),
        ("Marisol Grant", "person"),
    ]


def test_settings_name_the_models_and_workers_load_them(english: str, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    for number, name in enumerate(("Marisol Grant", "Edwin Harlow")):
        (tmp_path / "raw" / f"{number}.txt").write_text(f"Mayor {name} spoke.", encoding="utf-8")
    file = tmp_path / "dongne.toml"
    file.write_text(f"workers = 2\n\n[models]\nen = {json.dumps(english)}\n", encoding="utf-8")
    settings = load(file)
    assert settings == Settings(workers=2, models=Models(en=english))
    pipeline.run([tmp_path / "raw"], tmp_path / "two", settings)
    pipeline.run([tmp_path / "raw"], tmp_path / "one", load(file, workers=1))
    assert (tmp_path / "one" / "run.json").read_bytes() == (tmp_path / "two" / "run.json").read_bytes()
    for out in ("one", "two"):
        assert set(pd.read_parquet(tmp_path / out / "officials.parquet")["name_en"]) == {
            "Marisol Grant",
            "Edwin Harlow",
        }


def test_a_model_that_was_trained_anew_makes_the_tables_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("유성구청장 새벽별은 길을 걸었다.", encoding="utf-8")
    settings = Settings(models=Models(ko=str(ruler(tmp_path / "model", "ko", PS=("한낮별",)))))

    def unchanged() -> bool:
        return pipeline.run([tmp_path / "a.txt"], tmp_path / "out", settings, if_changed=True).unchanged

    assert [unchanged(), unchanged()] == [False, True]
    ruler(tmp_path / "model", "ko", PS=("새벽별은",))
    assert not unchanged()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[models]\nfr = "fr_core_news_sm"', r"\[models\]: unknown setting 'fr'; there are en, ko"),
        ("[models]\nen = 1", "en is 1; want a str"),
        ('models = "en_core_web_sm"', "models is 'en_core_web_sm'; want a table"),
    ],
)
def test_a_mistake_in_the_settings_is_named(text: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "dongne.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=message):
        load(file)


def test_a_model_that_is_not_there_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mayor Marisol Grant spoke.", encoding="utf-8")
    settings = Settings(models=Models(en="en_core_none"))
    with pytest.raises(
        SettingsError, match="'en_core_none' is not installed; run `python -m spacy download en_core_none`"
    ):
        pipeline.run([tmp_path / "a.txt"], tmp_path / "out", settings)
    assert not (tmp_path / "out").exists()


def test_a_model_that_does_not_load_or_marks_nobody_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SettingsError, match="does not load"):
        pipeline.process("Mayor Marisol Grant spoke.", models=Models(en=str(tmp_path / "empty")))
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(SettingsError, match="marks no persons"):
        pipeline.process("Mayor Marisol Grant spoke.", models=Models(en=str(tmp_path / "blank")))
