"""The administrative areas of Korea: their codes, names in two languages, parents, and which was in force when.

Source: the package's `districts.csv`: legal areas from 시도 to 읍면동 (법정동코드) and administrative dongs (행정동).
A code is text of ten digits. Dates are ISO text; `valid_to` is the first day on which the code is no longer valid,
empty means that it still is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pipeline import resources
from pipeline.grammar.regex import regex

_PART_OF_DONG = regex(r"(?P<dong>[가-힣]+동)\d가\Z")
# Of a 시도 only these are units: 대구 is a name without one.
_SIDO_UNIT = regex(r"[시도]\Z")
# 송현1·2동 is also written with a full stop or a comma, 온천1동 as 온천 1동 or 온천제1동.
_DOT = regex(r"(?<=[가-힣\d])[·.,](?=[가-힣\d])")
_DOTS = ("·", ".", ",", "ㆍ", "‧")
_NUMBER = regex(r"(?<=[가-힣])(?=\d)")


@dataclass(frozen=True, slots=True)
class Area:
    """One code: a unit under one name and one parent, from `valid_from` until `valid_to`.

    `level`: sido, sigungu (with 일반구 and 행정시) or eupmyeondong. `legal` is False for administrative dongs.
    """

    code: str
    level: str
    name_ko: str
    name_en: str
    other_ko: tuple[str, ...]
    other_en: tuple[str, ...]
    parent_code: str
    valid_from: str
    valid_to: str
    replaced_by: tuple[str, ...]
    hanja: str
    legal: bool

    def in_force(self, on: str) -> bool:
        """Whether the code is valid on an ISO date."""
        return self.valid_from <= on and (not self.valid_to or on < self.valid_to)


@cache
def areas() -> Mapping[str, Area]:
    """Every area by its code."""
    return {row["code"]: _area(row) for row in resources.table("districts")}


@cache
def regions() -> Mapping[str, tuple[str, ...]]:
    """Names of regions that are no administrative unit (수도권, Honam), with the codes of the 시도 they may mean."""
    return {row["name"]: tuple(row["sido"].split("|")) for row in resources.table("regions")}


@cache
def homonyms() -> frozenset[str]:
    """Names without their unit that are also ordinary words (예산 budget, 공주 princess)."""
    return frozenset(row["name"] for row in resources.table("homonyms"))


@cache
def full_names() -> Mapping[str, tuple[str, ...]]:
    """Korean names that carry their unit (서울시, 경남도, 유성구, 온천1동) → every code that has or had the name."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for area in areas().values():
        for name in (area.name_ko, *area.other_ko):
            if area.level != "sido" or _SIDO_UNIT.search(name):
                for variant in _variants(name):
                    found[variant][area.code] = None
                # Cities of a million call themselves 특례시; their code and statutory name stay.
                if area.level == "sigungu" and name.endswith("시"):
                    found[f"{name[:-1]}특례시"][area.code] = None
                # 송천동 is in daily use, the code lists only know 송천동1가 and 송천동2가.
                if part := _PART_OF_DONG.match(name):
                    found[part["dong"]][area.code] = None
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def bare_names() -> Mapping[str, tuple[str, ...]]:
    """Korean names of 시도 and 시군구 without their unit (서울, 경남, 유성), two syllables or more → their codes."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for area in areas().values():
        if area.level == "sido":
            names = [name for name in area.other_ko if not _SIDO_UNIT.search(name)]
        elif area.level == "sigungu" and not area.name_ko.startswith("제주") and not long_gone(area):
            names = [area.name_ko[:-1]]
        else:
            names = []
        for name in names:
            if len(name) > 1:
                found[name][area.code] = None
    return {name: tuple(codes) for name, codes in found.items()}


def ancestors(code: str) -> tuple[str, ...]:
    """The codes above an area, nearest first; none for a 시도."""
    found = []
    parent = areas()[code].parent_code
    while parent:
        found.append(parent)
        parent = areas()[parent].parent_code
    return tuple(found)


@cache
def family(code: str) -> frozenset[str]:
    """The code with what it was before and what became of it (인천직할시, 인천광역시)."""
    return frozenset({code} | _line(areas()[code]) | _earlier().get(code, set()))


@cache
def _earlier() -> Mapping[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for area in areas().values():
        for later in _line(area):
            found[later].add(area.code)
    return found


def long_gone(area: Area) -> bool:
    """Whether the unit was abolished before 2000: 천원 (until 1991) is a sum of money now."""
    return (
        bool(area.valid_to)
        and area.valid_to < "2000"
        and not any(areas()[c].name_ko == area.name_ko for c in _line(area))
    )


def full_name(code: str) -> str:
    """The Korean name from the 시도 down: `대전광역시 유성구 어은동`."""
    return " ".join(areas()[c].name_ko for c in (*reversed(ancestors(code)), code))


def current_code(code: str) -> str:
    """Today's code of an area, through renames and mergers; empty where it was split or has no known successor."""
    seen = {code}
    while areas()[code].valid_to:
        successors = areas()[code].replaced_by
        if len(successors) != 1 or successors[0] in seen or successors[0] not in areas():
            return ""
        code = successors[0]
        seen.add(code)
    return code


@cache
def last_reform() -> str:
    """The ISO date of the last change of a 시도: what is said of the map before it may not hold after."""
    return max(area.valid_from for area in areas().values() if area.level == "sido")


def on_date(codes: Iterable[str], on: str | None) -> tuple[str, ...]:
    """Of the codes that share a name, those it can mean in an article of an ISO date, in the order given.

    Those in force; else today's use of an old name: what replaced them; else the nearest in time. Without a date, the
    last codes of the name: an abolished one falls away only where its successor is there too. Each legal dong hides the
    administrative one of the same name in the same 시군구.
    """
    known = [areas()[code] for code in codes]
    chosen = [a.code for a in known if a.in_force(on)] if on else _last(known)
    if chosen and on:
        # 광주 still means the old metropolitan city after its merger, not only the city in Gyeonggi.
        chosen += _successors((a for a in known if a.level == "sido" and not a.in_force(on)), on)
    if not chosen and on:
        chosen = _successors(known, on) or _nearest(known, on)
    return _legal_first(dict.fromkeys(chosen))


def _last(known: Collection[Area]) -> list[str]:
    codes = {area.code for area in known}
    current = {area.code for area in known if not area.valid_to}
    # Old codes of small units only blur an article without a date; those of larger ones may be what it is about.
    return [
        area.code
        for area in known
        if area.code in current
        or (not codes & _line(area) and (not current or (area.level != "eupmyeondong" and area.valid_to > "2010")))
    ]


def _line(area: Area) -> set[str]:
    """All codes that came after an area."""
    found: set[str] = set()
    waiting = list(area.replaced_by)
    while waiting:
        code = waiting.pop()
        if code not in found and code in areas():
            found.add(code)
            waiting += areas()[code].replaced_by
    return found


def _successors(known: Iterable[Area], on: str) -> list[str]:
    found = []
    for area in known:
        then = [code for code in sorted(_line(area)) if areas()[code].in_force(on)]
        found += then if len(then) == 1 else []
    return found


def _nearest(known: Collection[Area], on: str) -> list[str]:
    later = [area for area in known if area.valid_from > on]
    if later:
        first = min(area.valid_from for area in later)
        return [area.code for area in later if area.valid_from == first]
    last = max(area.valid_to for area in known)
    return [area.code for area in known if area.valid_to == last]


def _legal_first(codes: Iterable[str]) -> tuple[str, ...]:
    """Of the codes of one name under one parent: the legal area; the parts of a dong (칠성동1가) only where it has no code."""
    best: dict[str, int] = {}
    rank = {code: 2 * bool(_PART_OF_DONG.match(areas()[code].name_ko)) + (not areas()[code].legal) for code in codes}
    for code, own in rank.items():
        parent = areas()[code].parent_code
        best[parent] = min(own, best.get(parent, own))
    return tuple(code for code, own in rank.items() if own == best[areas()[code].parent_code])


def _variants(name: str) -> Iterable[str]:
    spaced = _NUMBER.search(name)
    yield name
    if spaced:
        yield f"{name[: spaced.start()]} {name[spaced.start() :]}"
        yield f"{name[: spaced.start()]}제{name[spaced.start() :]}"
    if _DOT.search(name):
        yield from (_DOT.sub(dot, name) for dot in _DOTS if _DOT.sub(dot, name) != name)


def _area(row: Mapping[str, str]) -> Area:
    return Area(
        code=row["code"],
        level=row["level"],
        name_ko=row["name_ko"],
        name_en=row["name_en"],
        other_ko=_listed(row["other_ko"]),
        other_en=_listed(row["other_en"]),
        parent_code=row["parent_code"],
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        replaced_by=_listed(row["replaced_by"]),
        hanja=row["hanja"],
        legal=row["system"] == "legal",
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()
