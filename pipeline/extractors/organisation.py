"""Organisations: named bodies that act for the public or with it, from ministries down to the teams of a town.

| form | example | kind |
|---|---|---|
| known in both languages | 행정안전부, 행안부, Ministry of the Interior and Safety | ministry, agency, corporation … |
| a town's, by place and head noun | 유성구의회, Suwon City Council, 충북교육청 | council, education_office, police_fire … |
| by its own words | 대전문화재단, 도시계획위원회, Solje Cultural Foundation | foundation, committee, association |
| by a field of work | 일자리경제과, 스마트도시팀, Smart City Division | department |
| one that every town has | 주민자치회, 이장협의회 | association |

Not mentions: a body inside a post (일자리경제과장, Smart City Division Head), generic words (시의회, 담당 부서, the council), halls
(유성구청 is a district), companies, universities, parties, facilities. A minister's or chair's body counts: 행정안전부 장관 → 행정안전부.

    유성구의회 의장은 행안부에 건의했다.               → 유성구의회 council, 행안부 ministry
    The Smart City Division asked Suwon City Council. → Smart City Division, Suwon City Council
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.contract import Context, Extractor, Match, column, seen_most
from pipeline.grammar.bodies import bodies_en, bodies_ko
from pipeline.grammar.bodies.body_names import KINDS, Body
from pipeline.grammar.places import gazetteer, places_en, places_ko
from pipeline.grammar.places.owners import main_area, owner
from pipeline.grammar.places.places import Place
from pipeline.grammar.regex import regex
from pipeline.records import Mention
from pipeline.view import View

_HANGUL = regex(r"[가-힣]")
_FOLDED_AWAY = regex(r"[\s'\"‘’“”·ㆍ&,.\-]")
# What may stand between a town and its department: `해운대구청 문화관광과`, `Jung-gu's Tax Division`.
_BETWEEN = regex(r"(?:청|['’]s)?\s\Z|\Z")
_CONFIDENCE = {"known": 0.95, "place": 0.9, "any": 0.8, "own": 0.75, "subject": 0.75, "": 0.7}
# Bodies of one area alone; where the name tells none, they are of the area that the article is about.
_LOCAL = frozenset(("department", "committee", "association"))


@dataclass(frozen=True, slots=True)
class Organisation:
    """One mention of an organisation."""

    name: str = column("its name: the full one where it is known, else as written")
    name_ko: str = column("its Korean name; empty where it is not known")
    name_en: str = column("its English name; empty where it is not known")
    kind: str = column("what it is", enum=KINDS)
    district_code: str = column(
        "area that it is of; empty for national bodies and where unclear", references="districts"
    )
    entity_id: str = column("organisation_id")

    @property
    def canonical(self) -> str:
        """The organisation's name."""
        return self.name


@dataclass(frozen=True, slots=True)
class OrganisationEntity:
    """An organisation over all documents."""

    organisation_id: str = column("org- and 12 hexadecimal digits, from the folded name and the area that it is of")
    name: str = column("its name: the Korean one where any document has it")
    name_ko: str = column("its Korean name; empty where none is known")
    name_en: str = column("its English name; empty where none is known")
    kind: str = column("what it is", enum=KINDS)
    district_code: str = column(
        "area that it is of; empty for national bodies and where unclear", references="districts"
    )


def find(view: View) -> Iterator[Match]:
    """Names of organisations; `data` is the grammar's Body."""
    for body in (bodies_ko if view.lang == "ko" else bodies_en).find_bodies(view.text):
        needs = "known" if body.known else body.head.needs if body.head else ""
        yield Match(body.start, body.end, f"{view.lang}_{needs or 'run'}", body, _CONFIDENCE[needs])


def normalise(mention: Mention, context: Context) -> Organisation:
    """The organisation that the mention names, and of which area it is."""
    body: Body = mention.data
    if body.known:
        known = body.known
        return Organisation(known.name_ko, known.name_ko, known.name_en, known.kind, "", _id(known.name_ko, ""))
    name = " ".join(body.name.split())
    inside, code = _area_in_name(mention, body, context)
    if not code and body.kind in _LOCAL:
        code = _area_before(mention, context) or context.once(_main)
    korean = bool(_HANGUL.search(name))
    concept = body.head.concept if body.head else ""
    # 울산교육청, 울산시교육청 and Ulsan Office of Education: the area and what they are say which one it is.
    key = f"{concept}:" if concept and code and inside >= len(body.rest.rstrip()) else name
    return Organisation(name, name if korean else "", "" if korean else name, body.kind, code, _id(key, code))


def link(mentions: Sequence[Mention]) -> OrganisationEntity:
    """One organisation from its mentions in all documents: the names seen most, ties by length and the alphabet."""
    rows: list[Organisation] = [m.row for m in mentions]
    korean, english = seen_most(r.name_ko for r in rows), seen_most(r.name_en for r in rows)
    return OrganisationEntity(
        rows[0].entity_id,
        korean or english,
        korean,
        english,
        seen_most(r.kind for r in rows),
        rows[0].district_code,
    )


def _area_in_name(mention: Mention, body: Body, context: Context) -> tuple[int, str]:
    """How many characters of the name its area takes, and the area's code; (0, "") where there is none."""
    here = [
        m
        for m in context.of("district")
        if m.segment == mention.segment and mention.view_start <= m.view_start and m.view_end <= mention.view_end
    ]
    coded = [m for m in here if m.entity_id]
    if coded:
        return coded[-1].view_end - mention.view_start, coded[-1].entity_id
    first = _place_in_front(body.rest, mention.lang)
    if first is None:
        return 0, ""
    named = {
        code for m in context.of("district") if m.entity_id for code in (m.entity_id, *gazetteer.ancestors(m.entity_id))
    }
    published = context.document.published
    possible = gazetteer.on_date(first.codes, published.isoformat() if published else None)
    likely = [code for code in possible if code in named] or possible
    return first.end, likely[0] if len(likely) == 1 else ""


def _place_in_front(name: str, lang: str) -> Place | None:
    """The place that a name begins with, also where it is no mention of the area: 대전문화재단, Sejong Facilities …"""
    if lang == "ko":
        found = places_ko.names_in(name)
    else:
        words = name.split(" ")[:3]
        found = [p for n in range(len(words), 0, -1) for p in places_en.find(View.of(" ".join(words[:n])))]
    return max((p for p in found if p.start == 0 and p.codes), key=lambda p: p.end, default=None)


def _area_before(mention: Mention, context: Context) -> str:
    """The area whose name stands directly before: 경북도 도로철도과."""
    text = context.views[mention.segment].text
    for place in context.of("district"):
        near = place.segment == mention.segment and place.entity_id and 0 <= mention.view_start - place.view_end <= 4
        if near and _BETWEEN.fullmatch(text, place.view_end, mention.view_start):
            return owner(place.entity_id)
    return ""


def _main(context: Context) -> str:
    return main_area([m.entity_id for m in context.of("district") if m.entity_id])


def _id(name: str, code: str) -> str:
    folded = _FOLDED_AWAY.sub("", unicodedata.normalize("NFKC", name)).casefold()
    return "org-" + hashlib.sha256(f"{folded}\0{code}".encode()).hexdigest()[:12]


EXTRACTOR = Extractor(
    type="organisation",
    find=find,
    normalise=normalise,
    row=Organisation,
    link=link,
    entity=OrganisationEntity,
    after=("district",),
    nests=True,
)
