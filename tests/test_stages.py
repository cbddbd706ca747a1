"""Small stages by themselves: overlaps, linking, relations, contradictions, engines."""

import datetime
from dataclasses import dataclass, replace

import pytest

import pipeline
from pipeline.contract import Context, Extractor, Match
from pipeline.engine import mapped
from pipeline.flow import process
from pipeline.link import aliases, entity
from pipeline.records import Mention, Named
from pipeline.view import View


@dataclass(frozen=True)
class Word:
    word: str


def words(type: str, *wanted: str, nests: bool = False, sure: float = 1.0) -> Extractor:
    """An extractor that finds given words."""

    def find(view: View) -> list[Match]:
        return [Match(at, at + len(w), w, None, sure) for w in wanted if (at := view.text.find(w)) >= 0]

    def normalise(mention: Mention, context: Context) -> Word:
        return Word(mention.text)

    return Extractor(type, find, normalise, Word, nests=nests)


def found(text: str, *extractors: Extractor) -> list[tuple[str, str]]:
    return [(m.type, m.text) for m in process(text, extractors=extractors).mentions]


def test_of_overlapping_mentions_of_one_type_the_longest_stays() -> None:
    assert found("abcdef", words("x", "abc", "abcd", "def")) == [("x", "abcd")]


def test_types_that_do_not_nest_contest_their_characters() -> None:
    assert found("abcdef", words("x", "abc"), words("y", "bcdef")) == [("y", "bcdef")]


def test_of_equal_length_the_surer_stays() -> None:
    assert found("abcdef", words("x", "abc", sure=0.5), words("y", "bcd")) == [("y", "bcd")]


def test_types_that_nest_overlap_all() -> None:
    assert found("abcdef", words("x", "abc"), words("y", "abcdef", nests=True)) == [("y", "abcdef"), ("x", "abc")]


def test_matches_map_to_the_raw_text() -> None:
    text = "２０\u200b２１년"
    mention = process(text, extractors=[words("x", "2021")]).mentions[0]
    assert (mention.start, mention.end, mention.text) == (0, 5, "２０\u200b２１")


def test_the_value_is_the_first_field_unless_the_row_says_otherwise() -> None:
    assert process("abc", extractors=[words("x", "abc")]).mentions[0].value == "abc"


def test_an_extractor_that_fails_costs_its_own_mentions_and_says_where() -> None:
    def fails(*_: object) -> list[Match]:
        raise KeyError("x")

    for broken in (replace(words("y", "abc"), find=fails), replace(words("y", "def"), normalise=fails)):
        done = process("abcdef", extractors=[words("x", "abc"), broken])
        assert [m.type for m in done.mentions] == ["x"]
        assert [(f.kind, f.severity) for f in done.findings] == [("extractor_failed", "error")]
        assert "extractor y failed" in done.findings[0].message
        assert "test_stages.py, line" in done.findings[0].message


def mention(text: str, start: int, entity_id: str) -> Mention:
    return Mention("x", start, start + len(text), text, "ko", 0, start, start + len(text), "r", entity_id=entity_id)


def test_entities_do_not_depend_on_the_order_of_documents() -> None:
    extractor = replace(words("x", "a"), link=lambda mentions: Word(mentions[0].text), entity=Word)
    given = [
        ("d2", [mention("나", 0, "e1")]),
        ("d1", [mention("가", 3, "e1"), mention("다", 0, "e2"), mention("라", 9, "")]),
    ]
    named = {
        id: [
            Named(doc, datetime.date(2021, 5, int(doc[1])), tuple(m for m in all if m.entity_id == id))
            for doc, all in given
        ]
        for id in ("e1", "e2")
    }
    there = {id: [one for one in everywhere if one.mentions] for id, everywhere in named.items()}
    tables = [[entity(extractor, everywhere[::step]) for everywhere in there.values()] for step in (1, -1)]
    assert tables[0] == tables[1]
    assert [(row["word"], row["n_mentions"], row["n_documents"]) for row in tables[0]] == [("가", 2, 2), ("다", 1, 1)]
    days = [(row["first_seen"].day, row["last_seen"].day) for row in tables[0]]
    assert days == [(1, 2), (1, 1)]


def test_aliases_come_most_frequent_first() -> None:
    assert (
        aliases([mention("b", 0, "e"), mention("a", 5, "e"), mention("a  c", 9, "e"), mention("b", 20, "e")])
        == "b | a | a c"
    )


def relations(text: str, published: str = "2023-05-31") -> set[tuple[str, str, str]]:
    def shown(end: Mention | str) -> str:
        return end.text if isinstance(end, Mention) else end

    return {(shown(r.subject), r.relation, shown(r.object)) for r in process(text, published=published).relations}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("유성구는 ‘달빛 산책’ 축제에 3억원을 투입한다.", ("3억원", "funds", "달빛 산책")),
        ("유성구는 1억원(국비 6천만원, 구비 4천만원)을 들인다.", ("6천만원", "part_of", "1억원")),
        ("유성구는 1억원(국비 6천만원, 구비 4천만원)을 들인다.", ("4천만원", "funded_by", "source:district")),
        ("예산 5억원 가운데 국비가 3억원, 구비가 2억원이다.", ("2억원", "part_of", "5억원")),
        (
            "The city pays 3 billion won and the province 2 billion won, 5 billion won in all.",
            ("3 billion won", "part_of", "5 billion won"),
        ),
        ("유성구는 20만 달러(약 2억원)를 유치했다.", ("2억원", "equals", "20만 달러")),
        ("유성구는 6월 9일 ‘달빛 산책’ 축제를 연다.", ("달빛 산책", "dated", "6월 9일")),
        ("The 'Moonlight Walk' festival will be held on June 9.", ("Moonlight Walk", "dated", "on June 9")),
        ("김하늘 유성구청장은 골목을 걷는 ‘달빛 산책’ 축제를 연다고 밝혔다.", ("김하늘", "announced", "달빛 산책")),
        ("김하늘 유성구청장은 “‘달빛 산책’ 축제를 기다렸다”고 말했다.", ("김하늘", "said", "달빛 산책")),
        ("Mayor Kim Ha-neul unveiled the 'Moonlight Walk' program.", ("Kim Ha-neul", "announced", "Moonlight Walk")),
        ("예산을 3억원에서 5억원으로 늘렸다.", ("5억원", "changed_from", "3억원")),
        (
            "The budget rose from 3 billion won in 2021 to 5 billion won in 2022.",
            ("5 billion won", "changed_from", "3 billion won"),
        ),
    ],
)
def test_relations(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "유성구는 ‘달빛 산책’ 축제를 연다. 과태료는 3억원이다.",
        "유성구는 1억원(3회)을 쓴다.",
        "예산은 3억원이고 기금은 5억원이다.",
    ],
)
def test_what_is_no_relation(text: str) -> None:
    assert not {r for _, r, _ in relations(text)} & {"funds", "part_of", "equals", "changed_from"}


@pytest.mark.parametrize(
    "text",
    [
        "유성구는 ‘달빛 산책’ 축제를 연다고 9일 밝혔다.",
        "‘달빛 산책’ 축제에는 김하늘 유성구청장이 왔다.",
        "김하늘 유성구청장을 만난 주민이 ‘달빛 산책’ 축제를 연다고 밝혔다.",
        "The city announced on June 9 the 'Moonlight Walk' program.",
    ],
)
def test_who_and_when_are_not_guessed(text: str) -> None:
    assert not {r for _, r, _ in relations(text)} & {"dated", "announced", "said"}


def test_a_sum_takes_program_and_district() -> None:
    found = process("유성구는 ‘달빛 산책’ 축제에 3억원을 투입한다.", published="2023-05-31")
    amount = next(m for m in found.mentions if m.type == "amount")
    program = next(m for m in found.mentions if m.type == "program")
    assert amount.row.program_id == program.entity_id
    assert amount.row.district_code == "3020000000"


KOREAN = "유성구는 31일 대강당에서 주민 모임을 열고 마을 정원을 가꾸는 데 쓸 예산 3억원을 편성했다고 밝혔다. 주민 24명이 참가했다.\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The budget was raised sharply from 6 billion won in 2018 to 2 billion won in 2019.", "direction_conflict"),
        ("예산을 5억원에서 3억원으로 늘렸다.", "direction_conflict"),
        ("유성구는 1억원(국비 6천만원, 구비 3천만원)을 들인다.", "parts_mismatch"),
        (
            KOREAN
            + "Yuseong-gu held a residents' meeting in the main hall on the 31st and set aside a budget of 3 million "
            "won for the village garden, it said (machine translation). 24 residents took part.\n",
            "amount_mismatch",
        ),
    ],
)
def test_contradictions_are_found(text: str, kind: str) -> None:
    assert [f.kind for f in process(text, published="2023-05-31").findings] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The budget was raised from 2 billion won in 2018 to 6 billion won in 2019.",
        "예산을 5억원에서 3억원으로 줄였다.",
        "유성구는 1억원(국비 6천만원, 구비 4천만원)을 들인다.",
        KOREAN
        + "Yuseong-gu held a residents' meeting in the main hall on the 31st and set aside a budget of 300 million "
        "won for the village garden, it said (machine translation). 24 residents took part.\n",
    ],
)
def test_what_agrees_gives_no_finding(text: str) -> None:
    assert process(text, published="2023-05-31").findings == []


def test_engines_keep_the_order() -> None:
    expected = [(n, -n) for n in range(-50, 0)]
    assert list(mapped(abs, range(-50, 0), workers=2)) == list(mapped(abs, range(-50, 0))) == expected


def test_the_public_names() -> None:
    assert all(hasattr(pipeline, name) for name in pipeline.__all__)
    assert callable(pipeline.run)
