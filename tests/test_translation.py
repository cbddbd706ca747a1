"""The translation audit on pairs of our own: faithful ones say nothing wrong, broken ones are told what broke.

`pairs.jsonl` holds Korean articles with faithful English versions (native, machine, free; some leave out or add a clause). A pair is
broken by changing one figure, unit, currency, date or name of the English text.
"""

import json
import random
import re
from collections import defaultdict
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from pipeline import process
from pipeline.meaning import Side
from pipeline.records import Finding, Mention
from pipeline.translation import Comparison, compare, side_of

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "pairs.jsonl").read_text(encoding="utf-8").splitlines()]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NAMES = ("Baek Seung-woo", "Nam Do-yoon", "Pyo Ji-hye", "Min Tae-kyung")
# Changes of one kind that are tried on each pair.
TRIES = 2


def side(text: str, lang: str, published: str | None) -> Side:
    found = process(text, published=published, lang=lang)
    return side_of(found.document, found.segments, found.mentions)


@cache
def sides(name: str) -> tuple[Side, Side]:
    pair = next(p for p in PAIRS if p["name"] == name)
    return side(pair["ko"], "ko", pair["published"]), side(pair["en"], "en", pair["published"])


def audit(ko: str, en: str, published: str | None = "2024-03-05") -> list[Finding]:
    return compare(side(ko, "ko", published), side(en, "en", published)).findings


@pytest.mark.parametrize("name", [p["name"] for p in PAIRS])
def test_a_faithful_translation_has_no_error(name: str) -> None:
    compared = compare(*sides(name))
    assert [f.message for f in compared.findings if f.severity != "info"] == []


def test_what_says_the_same_is_linked() -> None:
    """Nearly every sum of the originals is linked with its translation, once."""
    linked, sums = 0, 0
    for pair in PAIRS:
        compared: Comparison = compare(*sides(pair["name"]))
        objects = [r.object for r in compared.relations]
        assert len(objects) == len(set(objects))
        linked += sum(isinstance(one, Mention) and one.type == "amount" for one in objects)
        sums += sum(m.type == "amount" for m in sides(pair["name"])[0].mentions)
    assert linked > 0.9 * sums


def figure(text: str, mention: Mention, rng: random.Random) -> str:
    digits = [i for i, c in enumerate(mention.text) if c.isdigit()]
    at = rng.choice(digits)
    other = rng.choice([d for d in "123456789" if d != mention.text[at]])
    return mention.text[:at] + other + mention.text[at + 1 :]


def unit(text: str, mention: Mention, rng: random.Random) -> str:
    swap = {"trillion": "billion", "billion": "million", "million": "billion"}
    return re.sub(r"trillion|billion|million", lambda m: swap[m.group()], mention.text, count=1)


def currency(text: str, mention: Mention, rng: random.Random) -> str:
    return re.sub(r"KRW |₩", "$", re.sub(r"\bwon\b", "dollars", mention.text))


def date(text: str, mention: Mention, rng: random.Random) -> str:
    day = re.search(r"(?<!\d)(\d{1,2})(st|nd|rd|th)?\b(?!\d)", re.sub(r"\d{4}", "____", mention.text))
    if day and int(day[1]) <= 31:
        new = rng.choice([n for n in range(1, 29) if abs(n - int(day[1])) > 1])
        suffix = day[2] and ("th" if 10 <= new % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(new % 10, "th"))
        return f"{mention.text[: day.start()]}{new}{suffix or ''}{mention.text[day.end() :]}"
    month = next((m for m in MONTHS if m in mention.text), "")
    return mention.text.replace(month, MONTHS[(MONTHS.index(month) + 3) % 12]) if month else mention.text


def name(text: str, mention: Mention, rng: random.Random) -> str:
    return rng.choice(NAMES)


Break = Callable[[str, Mention, random.Random], str]
KINDS: dict[str, tuple[str, Break, set[str]]] = {
    "figure": ("amount", figure, {"amount_mismatch"}),
    "unit": ("amount", unit, {"amount_mismatch"}),
    "currency": ("amount", currency, {"amount_mismatch"}),
    "date": ("date", date, {"date_mismatch"}),
    "name": ("official", name, {"official_mismatch", "added_in_translation", "missing_in_translation"}),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_broken_translation_broke_is_named(kind: str) -> None:
    type, change, wanted = KINDS[kind]
    named: defaultdict[bool, list[str]] = defaultdict(list)
    for pair in PAIRS:
        rng = random.Random(f"{kind} {pair['name']}")
        original, translation = sides(pair["name"])
        mentions = [m for m in translation.mentions if m.type == type and m.row is not None and _is_told(m, original)]
        for mention in rng.sample(mentions, min(TRIES, len(mentions))):
            new = change(pair["en"], mention, rng)
            if new == mention.text:
                continue
            broken = pair["en"][: mention.start] + new + pair["en"][mention.end :]
            if kind == "name":  # everywhere, as a translator would
                broken = pair["en"].replace(mention.text, new)
            findings = compare(original, side(broken, "en", pair["published"])).findings
            hit = any(f.kind in wanted and f.severity in ("error", "warning") for f in findings)
            named[hit].append(f"{pair['name']}: {mention.text} → {new}")
    right, missed = len(named[True]), named[False]
    assert right + len(missed) >= 40
    assert right >= 0.95 * (right + len(missed)), missed


def _is_told(mention: Mention, original: Side) -> bool:
    """Whether the original says it too, in won: what only the translation says cannot be checked."""
    if mention.type == "amount" and (mention.row.currency != "KRW" or mention.row.value_max_krw is not None):
        return False
    if mention.type == "official":
        return " " in mention.text and "-" in mention.text and mention.text == mention.row.name_en
    return any(m.type == mention.type and m.row is not None and m.value == mention.value for m in original.mentions)


@pytest.mark.parametrize(
    ("ko", "en", "kind", "words"),
    [
        ("시는 사업에 86억원을 쓴다.", "The city spends 86 million won on the work.", "amount_mismatch", "억 (100 million) read as million"),
        ("시는 사업에 50만원을 쓴다.", "The city spends 50 thousand won on the work.", "amount_mismatch", "만 (10 thousand) read as thousand"),
        ("시는 사업에 2조원을 쓴다.", "The city spends 2 billion won on the work.", "amount_mismatch", "scale too small"),
        ("시는 사업에 8억원을 쓴다.", "The city spends 800 million dollars on the work.", "amount_mismatch", "won called USD"),
        ("시는 사업에 125억원을 쓴다.", "The city spends 12.6 billion won on the work.", "amount_mismatch", "12,600,000,000"),
        ("행사는 5월 3일 열린다.", "The event is held on May 8.", "date_mismatch", "2024-05-08"),
        ("김하늘 유성구청장이 말했다.", "Yuseong-gu Mayor Park Sol-bin said so.", "official_mismatch", "Park Sol-bin"),
        ("유성구는 10일 문을 열었다.", "Haeundae-gu opened it on the 10th.", "district_mismatch", "Haeundae-gu"),
        ("시는 사업에 86억원을 쓰고 축제에 3억원을 쓴다.", "The city spends 8.6 billion won on the work and on a festival.", "missing_in_translation", "3억원"),
        ("시는 사업에 86억원을 쓴다.", "The city spends 8.6 billion won on the work and 777 million won on a show.", "added_in_translation", "777 million"),
    ],
)  # fmt: skip
def test_findings_say_what_differs(ko: str, en: str, kind: str, words: str) -> None:
    findings = audit(ko, en)
    assert [f.kind for f in findings] == [kind]
    assert words in findings[0].message
    assert findings[0].message_ko


@pytest.mark.parametrize(
    ("ko", "en"),
    [
        ("대출은 412억 원 규모다.", "The loans amount to 41.2 Billion."),
        ("기금은 10만~30만원을 준다.", "The fund pays 100,000 won to 300,000 won."),
        ("신청은 3일부터 14일까지다.", "Applications run from the 3rd (Sunday) and end on the 14th."),
        ("그는 500유로(약 80만원)를 냈다.", "He paid 500 euros."),
        ("박순자 시장이 말했다.", "Mayor Soon-ja Park said so."),
        ("조은숙 국장이 말했다.", "Director Cho Eun-suk said so."),
        ("시는 사업에 86억원을 쓴다.", "The city will spend 8.6 billion won (about $6.4 million) on the work."),
        ("행사는 지난 3일 열렸다.", "The event was held on the 3rd."),
    ],
)
def test_what_is_no_difference(ko: str, en: str) -> None:
    assert [f.message for f in audit(ko, en) if f.severity != "info"] == []


def test_a_town_that_is_left_out_is_for_information() -> None:
    ko = "유성구와 서구는 10일 ‘달빛 산책’ 축제를 대전 한밭수목원에서 연다고 밝혔다."
    en = "Yuseong-gu said on the 10th that it opens the festival in Daejeon's arboretum."
    assert {(f.kind, f.severity, f.mention_a.text) for f in audit(ko, en) if isinstance(f.mention_a, Mention)} == {
        ("missing_in_translation", "info", "서구"),
    }


def test_sentences_that_are_left_out_are_for_information() -> None:
    ko = "시는 4월 2일 사업에 86억원을 쓴다고 밝혔다.\n\n주민 1,204명이 참여한다.\n\n축제에는 따로 3억5천만원을 쓴다."
    en = "The city said on April 2 that it spends 8.6 billion won on the work.\n\nAs many as 1,204 residents take part."
    assert [(f.kind, f.severity) for f in audit(ko, en)] == [("missing_in_translation", "info")]


def test_a_text_and_its_translation_in_one_article() -> None:
    ko = "유성구는 어두운 골목마다 밝은 등을 새로 다는 사업에 86억원을 쓴다고 밝혔다."
    en = "Yuseong-gu said that it spends 86 million won on lights for every alley."
    alone, pair = process(f"{ko}\n\n{en}"), process(f"{ko}\n\n[English translation]\n{en}")
    assert [s.translation_of for s in alone.segments] == [
        None,
        None,
    ]  # nothing says that one is the other's translation
    assert [f.kind for f in alone.findings] == []
    assert [s.translation_of for s in pair.segments] == [None, 0]
    assert [f.kind for f in pair.findings] == ["amount_mismatch"]
