"""Dongne inside spaCy: found without an import of ours, nothing lost between tokens, nothing lost on the way to disk."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from thinc.api import Config

import pipeline
from pipeline import korean
from pipeline.component import KEY
from pipeline.errors import SettingsError
from pipeline.plain import plain, typed
from pipeline.read import read
from pipeline.records import Document

KIWI = {"nlp": {"tokenizer": {"@tokenizers": "dongne.KiwiTokenizer.v1"}}}
KOREAN = "정용래 유성구청장은 31일 상금 100만원을 기탁했다."
ENGLISH = (
    "Mayor Jung Yong-rae of Yuseong-gu said on May 31 that 1.5 billion won will be spent on the Reading Night festival."
)


def english(**config: object) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("dongne", config=config)
    return nlp


def korean_pipeline(**config: object) -> Language:
    nlp = spacy.blank("ko", config=KIWI)
    nlp.add_pipe("dongne", config=config)
    return nlp


def spans(doc: Doc) -> list[tuple[str, str, str, str, object, tuple[int, int]]]:
    """What a Doc says of each mention, through the extensions."""
    return [(s.text, s.label_, s._.dongne_value, s._.dongne_id, s._.dongne, s._.dongne_offsets) for s in doc.spans[KEY]]


def test_spacy_finds_both_by_entry_points() -> None:
    """In a process of its own, that imports nothing of ours."""
    script = f"""
import spacy
nlp = spacy.blank("ko", config={KIWI!r})
nlp.add_pipe("dongne")
doc = nlp({KOREAN!r})
print([(s.text, s.label_) for s in doc.spans["dongne"]][0], doc[0].tag_, [t.lemma_ for t in doc if t.tag_ == "NNG"][-1])
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "('정용래', 'official') NNP 기탁", done.stderr


def test_english_without_kiwi() -> None:
    """A pipeline with the component loads the analyser only when Korean needs it."""
    script = 'import spacy, sys; spacy.blank("en").add_pipe("dongne"); print("kiwipiepy" in sys.modules)'
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.strip() == "False", done.stderr


def test_spans_are_what_process_finds() -> None:
    doc = english(published="2021-06-01")(ENGLISH)
    found = pipeline.process(ENGLISH, published="2021-06-01")
    assert [(s.label_, s._.dongne, s._.dongne_value, s.kb_id_) for s in doc.spans[KEY]] == [
        (m.type, m.row, m.value, m.entity_id) for m in found.mentions
    ]
    assert {s.label_ for s in doc.spans[KEY]} == {"official", "district", "date", "amount", "program"}
    assert doc._.dongne == plain(found)
    assert doc._.dongne["relations"]
    won = next(s for s in doc.spans[KEY] if s.label_ == "amount")
    assert (won.text, won._.dongne.value_krw) == ("1.5 billion won", 1_500_000_000)


def test_where_tokens_do_not_end_with_a_mention_the_span_is_wider_and_the_offsets_exact() -> None:
    for nlp in (english(), korean_pipeline()):
        doc = nlp(KOREAN)
        district = next(s for s in doc.spans[KEY] if s.label_ == "district")
        start, end = district._.dongne_offsets
        assert doc.text[start:end] == "유성구"
        assert district.text == "유성구청장" + ("은" if nlp.lang == "en" else "")


@pytest.mark.parametrize("make", [english, korean_pipeline])
def test_no_mention_of_the_samples_is_lost(make, samples: Path) -> None:
    nlp = make()
    for document in read([samples]):
        assert isinstance(document, Document)
        doc = nlp(document.text)
        assert doc.text == document.text
        found = doc._.dongne["mentions"]
        assert [s.id_ for s in doc.spans[KEY]] == [m["id"] for m in found]
        assert [doc.text[slice(*s._.dongne_offsets)] for s in doc.spans[KEY]] == [m["text"] for m in found]
        assert all(
            s.start_char <= start and end <= s.end_char for s in doc.spans[KEY] for start, end in [s._.dongne_offsets]
        )


def test_overlapping_mentions_are_all_there_with_rows_of_their_own() -> None:
    """A programme that holds a district; and two districts in one token, which a span's own storage would mix up."""
    doc = english()("서울서초구에서 '서초구 책마을 축제'를 연다.")
    assert [(s.text, s.label_, s._.dongne_value) for s in doc.spans[KEY]] == [
        ("서울서초구에서", "district", "1100000000"),
        ("서울서초구에서", "district", "1165000000"),
        ("서초구 책마을 축제'를", "program", "서초구 책마을 축제"),
        ("서초구", "district", "1165000000"),
    ]
    assert [type(s._.dongne).__name__ for s in doc.spans[KEY]] == ["District", "District", "Program", "District"]


def test_mixed_text() -> None:
    doc = english(published="2021-06-01")(f"{KOREAN} 구는 주민과 함께 동네 책방을 살피고 있다.\n\n{ENGLISH}")
    amounts = [s._.dongne.value_krw for s in doc.spans[KEY] if s.label_ == "amount"]
    assert amounts == [1_000_000, 1_500_000_000]
    officials = {s._.dongne_id for s in doc.spans[KEY] if s.label_ == "official"}
    assert len(officials) == 1


def test_a_document_may_have_a_day_of_its_own() -> None:
    nlp = english(published="2021-05-31")
    doc = nlp.make_doc("구는 다음 달 5일 축제를 연다.")
    doc._.published = datetime.date(2022, 1, 10)
    assert doc._.published == "2022-01-10"
    for dated, day in ((nlp(doc), "2022-02-05"), (nlp(doc.text), "2021-06-05")):
        assert [s._.dongne_value for s in dated.spans[KEY] if s.label_ == "date"] == [day]


def test_types_says_what_is_shown_and_what_that_reads_is_read() -> None:
    doc = english(types=["official"])(KOREAN)
    assert [(s.text, s._.dongne.district_code) for s in doc.spans[KEY]] == [("정용래", "3020000000")]
    assert {m["type"] for m in doc._.dongne["mentions"]} >= {"official", "district"}
    assert {m["type"] for m in doc._.dongne["mentions"]}.isdisjoint({"amount", "program"})


def test_empty_and_other_spans() -> None:
    nlp = english()
    assert len(nlp("").spans[KEY]) == 0
    doc = nlp(KOREAN)
    assert (doc[0:1]._.dongne, doc[0:1]._.dongne_value, doc[0:1]._.dongne_offsets) == (None, "", (0, 3))
    untouched = spacy.blank("en")(KOREAN)
    assert (untouched._.dongne, untouched[0:1]._.dongne) == (None, None)


def test_displacy_shows_the_labels() -> None:
    html = displacy.render(english()(ENGLISH), style="span", options={"spans_key": KEY}, jupyter=False)
    assert all(label in html for label in ("official", "district", "date", "amount", "program"))


@pytest.mark.parametrize("make", [english, korean_pipeline])
def test_a_pipeline_survives_the_disk(make, tmp_path: Path) -> None:
    nlp = make(published="2021-06-01", types=["date", "amount"])
    text = f"{KOREAN} {ENGLISH}"
    nlp.to_disk(tmp_path / "model")
    for other in (spacy.load(tmp_path / "model"), make().from_bytes(nlp.to_bytes())):
        assert [t.lemma_ for t in other(text)] == [t.lemma_ for t in nlp(text)]
    loaded = spacy.load(tmp_path / "model")
    assert loaded.get_pipe_config("dongne") == nlp.get_pipe_config("dongne")
    assert spans(loaded(text)) == spans(nlp(text))


def test_a_config_file_makes_the_pipeline() -> None:
    config = Config().from_str("""
[nlp]
lang = "ko"
pipeline = ["dongne"]

[nlp.tokenizer]
@tokenizers = "dongne.KiwiTokenizer.v1"

[components]

[components.dongne]
factory = "dongne"
published = "2021-05-31"
types = ["date"]
""")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    doc = nlp(KOREAN)
    assert [s._.dongne_value for s in doc.spans[KEY]] == ["2021-05-31"]


def test_documents_survive_bytes_and_bins() -> None:
    doc = korean_pipeline(published="2021-05-31")(f"{KOREAN} 총사업비는 9999999999999999억원이다. 12.5달러를 썼다.")
    there = Doc(spacy.blank("en").vocab).from_bytes(doc.to_bytes())
    binned = next(DocBin(docs=[doc], store_user_data=True).get_docs(spacy.blank("xx").vocab))
    assert spans(there) == spans(binned) == spans(doc)
    assert there._.dongne == doc._.dongne


@pytest.mark.parametrize("make", [english, korean_pipeline])
def test_several_processes(make) -> None:
    """Also where this process has used the analyser before."""
    korean.morphemes(KOREAN)
    nlp = make(published="2021-05-31")
    docs = [nlp.make_doc(text) for text in (KOREAN, ENGLISH, KOREAN)]
    docs[2]._.published = "2022-02-01"
    texts = [doc.text for doc in docs]
    alone = [spans(nlp(text)) for text in texts[:2]]
    together = list(nlp.pipe(docs, n_process=2, batch_size=1))
    assert [spans(doc) for doc in together[:2]] == alone
    assert [s._.dongne_value for s in together[2].spans[KEY] if s.label_ == "date"] == ["2022-01-31"]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"types": ["amounts"]}, "types names no extractor: amounts; there are amount, date"),
        ({"published": "31 May"}, "31 May"),
        ({"published": 2021}, "published"),
        ({"type": ["amount"]}, "type"),
    ],
)
def test_a_mistake_is_named(config: dict[str, object], message: str) -> None:
    with pytest.raises((SettingsError, ValueError), match=message):
        english(**config)


def test_a_row_comes_back_as_it_was(samples: Path) -> None:
    for document in read([samples]):
        assert isinstance(document, Document)
        found = pipeline.process(document.text, published=document.published)
        for mention, told in zip(found.mentions, plain(found)["mentions"], strict=True):
            if mention.row is not None:
                assert typed(type(mention.row), told["row"]) == mention.row
