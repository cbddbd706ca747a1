"""District: administrative areas of Korea, by the code in force on the article's date.

| form | example | code |
|---|---|---|
| with its unit, particles and offices glued on | `유성구청장은`, `대전시민`, `Seocho District Mayor` | of the 구, 시 |
| without, where it stands for the place | `경남 고성`, `Daejeon`, `Gongju, South Chungcheong` | of the 시도 or 시군구 |
| each level | `서울 중구 회현동` | three mentions |
| other romanisations, garbled ones | `Jongro-gu`, `Pusan`, `Yoo Seong-gu` | of the true area |
| shared names | `중구`, `고성군`, `광주` | by what the article says, else empty with candidates |
| regions | `수도권`, `Honam` | empty, level region, with the 시도 as candidates |

Not mentions: `구는`, `the district`, a name inside another name (`서울역`, `Gangnam Station`), constituencies (`서대문을`), 리.

    정용래 유성구청장은 31일 대전시청에서 → 유성구 3020000000, 대전시 3000000000
    Seocho District and Seoul City → 1165000000, 1100000000
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.contract import Context, Extractor, Match, column
from pipeline.grammar.places import gazetteer, places_en, places_ko
from pipeline.grammar.places.places import Place
from pipeline.grammar.places.whereabouts import Meaning, decide
from pipeline.records import Mention
from pipeline.view import View

_FIRST_YEAR = 1995
LEVELS = ("sido", "sigungu", "eupmyeondong", "ri", "region")


@dataclass(frozen=True, slots=True)
class District:
    """One row per mention of an area."""

    district_code: str = column(
        "10-digit code on the article's date; empty where the name stays open", references="districts"
    )
    level: str = column("level of the area", enum=LEVELS)
    full_name_ko: str = column("Korean name from the 시도 down; empty where the name stays open")
    candidates: tuple[str, ...] = column("codes that an open name may mean")
    confidence: float = column("how sure, 0 to 1")

    @property
    def canonical(self) -> str:
        return self.district_code

    @property
    def entity_id(self) -> str:
        return self.district_code


@dataclass(frozen=True, slots=True)
class Area:
    """One row per administrative area that is mentioned or referred to."""

    district_code: str = column("10-digit code: 법정동코드, or 행정동코드 for administrative dongs")
    level: str = column("level of the area", enum=LEVELS)
    name_ko: str = column("own name in Korean")
    full_name_ko: str = column("Korean name from the 시도 down")
    name_en: str = column("own name in English, as the official list writes it")
    parent_code: str = column("code of the area above; empty for a 시도")
    valid_from: datetime.date | None = column("first day of validity")
    valid_to: datetime.date | None = column("first day on which the code is no longer valid; empty while it is")
    current_code: str = column("today's code through renames and mergers; empty where it was split or is not known")


def find(view: View) -> Iterable[Match]:
    """Matches in both scripts, whatever the view's language: a Korean article names places in English, and the reverse."""
    for script, finder in (("ko", places_ko.find), ("en", places_en.find)):
        for place in finder(view):
            # A re-spelled name gives way where another type wants the same characters (Mayor Cho Hyun-dong).
            sure = 0.5 if place.kind == "spelt" else 1.0
            yield Match(place.start, place.end, f"{script}_{place.kind}", place, sure)


def normalise(mention: Mention, context: Context) -> District:
    meaning = context.once(_meanings)[mention.segment, mention.view_start]
    place: Place = mention.data
    level = gazetteer.areas()[meaning.code].level if meaning.code else place.level
    name = gazetteer.full_name(meaning.code) if meaning.code else ""
    return District(meaning.code, level, name, meaning.candidates, meaning.confidence)


def link(mentions: Sequence[Mention]) -> Area:
    """The area that all mentions of one code name."""
    return describe(mentions[0].entity_id)


def describe(code: str) -> Area:
    """The area of a code, also one that is only referred to (an official's jurisdiction); raises KeyError for others."""
    area = gazetteer.areas()[code]
    return Area(
        code,
        area.level,
        area.name_ko,
        gazetteer.full_name(code),
        area.name_en,
        area.parent_code,
        _day(area.valid_from),
        _day(area.valid_to),
        gazetteer.current_code(code),
    )


def _day(iso: str) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None


def _meanings(context: Context) -> dict[tuple[int, int], Meaning]:
    """What each mention of the document means, by segment and view offset."""
    document = context.document
    mentions: dict[int, list[Mention]] = {}
    for mention in context.of("district"):
        mentions.setdefault(mention.segment, []).append(mention)
    runs = [(context.views[s].text, [_placed(m) for m in of_segment]) for s, of_segment in sorted(mentions.items())]
    on = document.published.isoformat() if document.published else _written_on(context)
    decided = decide(runs, on, _around(" / ".join((document.title, document.publisher, document.reporter))))
    return {
        (mention.segment, mention.view_start): meaning
        for (_, of_segment), meanings in zip(sorted(mentions.items()), decided, strict=True)
        for mention, meaning in zip(of_segment, meanings, strict=True)
    }


def _written_on(context: Context) -> str | None:
    """About when an article without a date was written: what its dates count from, else the year that they name most.

    Years later than the list of areas are plans, those before the first local elections history.
    """
    rows = [mention.row for mention in context.of("date") if mention.row]
    if anchored := next((row.anchor for row in rows if row.anchor), ""):
        return anchored
    named = [row.start.year for row in rows if row.resolution == "explicit" and row.kind != "deadline"]
    years = Counter(year for year in named if _FIRST_YEAR <= year <= int(gazetteer.last_reform()[:4]))
    return f"{max(years, key=lambda year: (years[year], year))}-12-31" if years else None


def _placed(mention: Mention) -> Place:
    place: Any = mention.data
    return Place(mention.view_start, mention.view_end, place.codes, place.kind, place.level)


def _around(text: str) -> list[Place]:
    """Places in a title, publisher or byline; a paper is named after its place, so any name counts."""
    view = View.of(text)
    return [p for p in (*places_ko.names_in(text), *places_en.find(view)) if p.kind != "region"]


EXTRACTOR = Extractor(
    type="district",
    find=find,
    normalise=normalise,
    row=District,
    link=link,
    entity=Area,
    describe=describe,
    after=("date",),
    nests=False,
)
