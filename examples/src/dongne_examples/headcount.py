"""How many: people, households, things. Not sums of money, ages, days, ranks or shares.

주민 1천370명이 서명했다.         → 1370, 주민, 명
The city has 1,586 CCTV units.  → 1586, CCTV, units
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import Context, Extractor, Match, View, column
from pipeline.grammar.numerals import parse_digits, parse_korean
from pipeline.records import Mention

_NUMBER = r"\d[\d,]*"
# 명 in 명절, 대 in 대회, 건 in 건물 and 세대 as a generation are other words: what may follow is closed.
_KOREAN = re.compile(
    rf"""
    (?: (?<![가-힣]) (?P<counted> [가-힣A-Za-z]{{1,10}} ) \s )?
    (?<![\d.,제]) (?P<count> {_NUMBER} (?: \s?[천만] (?: \s?\d[\d,]* )? )? ) \s?여?\s?
    (?P<unit> 명 | 가구 | 세대 | 농가 | 개소 | 마리 | 그루 | 대 | 곳 )
    (?= 이 | 은 | 을 | 의 | 에 | 과 | 도 | 가 | 는 | 를 | 와 | 로 | 씩 | 까지 | 으로 | [\s.,)] | \Z )
    """,
    re.VERBOSE,
)
_ENGLISH = re.compile(
    rf"(?<![\w.,₩$-])(?P<count>{_NUMBER})\s(?P<counted>(?:[A-Za-z-]+\s){{0,2}}?)"
    r"(?P<unit>people|persons|residents|households|families|units|farms|stores|shops|students|seniors|vehicles|trees|participants)\b"
)
# Words before a number that are not what is counted.
_NOT_COUNTED = frozenset(
    ["약", "총", "모두", "각", "각각", "최대", "매년", "올해", "지난해", "전체", "등", "및", "이", "그", "중", "또"]
)


@dataclass(frozen=True, slots=True)
class Headcount:
    """A row of headcounts.csv."""

    count: int = column("how many")
    counted: str = column("who or what is counted, as written; empty: the unit says it")
    unit: str = column("the unit, as written: 명, 가구, 대, people, units")


def find(view: View) -> Iterator[Match]:
    """Numbers with a unit; the words that say what is counted are in the mention where they stand in front of it."""
    for match in (_KOREAN if view.lang == "ko" else _ENGLISH).finditer(view.text):
        named = view.lang == "ko" and match["counted"] and match["counted"] not in _NOT_COUNTED
        start = match.start() if named or view.lang != "ko" else match.start("count")
        counted = (match["counted"] or "").strip() if named or view.lang != "ko" else ""
        yield Match(start, match.end("unit"), "counted", (match["count"], counted, match["unit"]))


def normalise(mention: Mention, context: Context) -> Headcount | None:
    """The row; None for a number that cannot be read."""
    written, counted, unit = mention.data
    count = parse_korean(written, elided=False) if mention.lang == "ko" else parse_digits(written)
    return Headcount(count, counted, unit) if isinstance(count, int) else None


EXTRACTOR = Extractor(type="headcount", find=find, normalise=normalise, row=Headcount)
