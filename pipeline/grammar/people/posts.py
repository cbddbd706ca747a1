"""Public posts: which title in Korean or English is which post, of what kind of area, and what must stand around it.

Rows of `resources/posts.csv`: `title` as written, `near` and `around` patterns for the words of the title's phrase and for
the whole text, the `post` of the annotation guide (empty: such a title is no public post), the `level` of its
jurisdiction, the `evidence` it needs, whether people `abroad` hold it too. Of rows of one title the first that fits wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline import resources
from pipeline.grammar.alternatives import one_of
from pipeline.grammar.people.councils import speaks_of_council
from pipeline.grammar.places import gazetteer
from pipeline.grammar.regex import regex

POSTS = (
    *("president", "prime_minister", "minister", "vice_minister", "governor", "vice_governor", "mayor", "vice_mayor"),
    *("district_mayor", "vice_district_mayor", "county_governor", "vice_county_governor", "superintendent"),
    *("assembly_member", "council_chair", "council_member", "commissioner", "bureau_head", "division_head"),
    *("team_head", "dong_head", "agency_head", "other_public"),
)
STATUSES = ("incumbent", "former", "acting", "elect", "candidate")

# What kind of area a post of a level may have; kinds are those of `kind_of`. None at all: a national post.
KINDS = {
    "nation": frozenset[str](),
    "gu": frozenset({"gu"}),
    "si": frozenset({"si", "metropolis"}),
    "gun": frozenset({"gun"}),
    "do": frozenset({"do"}),
    "sido": frozenset({"do", "metropolis"}),
    "dong": frozenset({"dong"}),
    "council": frozenset({"gu", "si", "metropolis", "gun", "do"}),
    "local": frozenset({"gu", "si", "metropolis", "gun", "do"}),
    # `Mayor Kim` of a gu, a si or (machine translation) a gun; `Governor Kim` of a do or a gun: the area decides,
    # for their deputies too.
    "headed": frozenset({"gu", "si", "metropolis", "gun"}),
    "governed": frozenset({"do", "gun"}),
}
_KINDS_BY_UNIT = {"시": "si", "군": "gun", "구": "gu"}
_HEADS = {"gu": "district_mayor", "si": "mayor", "metropolis": "mayor", "gun": "county_governor", "do": "governor"}

# Bodies whose heads and staff hold public posts, by the end of their name.
_PUBLIC = regex(
    r"""
    (?: 공사 | 공단 | 재단 | 진흥원 | 연구원 | 정책원 | 개발원 | 교육원 | 평가원 | 관리원 | 보건소 | 의회 | 시청 | 구청 | 군청 | 도청
      | 교육청 | 지원청 | 경찰청 | 소방서 | 경찰서 | 위원회 | 박물관 | 미술관 | 도서관 | 자치도 | 특별시 | 광역시 | 특례시
      | 개발공사 | 도시공사 | 시설공단 | 센터 | 사업소 | 본부 | 정부 | 관광공사 | 의료원 | 체육회 | 기획단 | 추진단
      | [시군구도] ) $
    """,
    re.VERBOSE,
)
_ORGANISATION = regex(
    r"""
    [가-힣A-Za-z0-9·]+ (?: [당부처청원실국과팀단] | 위원회 | 의회 | 연합 | 연맹 | 협회 | 센터 | 대학교? | 병원 | 신문 | 방송 | 은행 | 그룹 | 전자
      | 위 | 특위 | 본부 | 사무소 | 사업소 | 보건소 | 주민센터 | 선대위 | 재단 | 공사 | 공단 | 자치도 | 특별시 | 광역시 | 특례시 | [시도군구읍면동갑을병정] )
    """,
    re.VERBOSE,
)
_COMPANY = regex(
    r"""
    전자 | 그룹 | 은행 | 증권 | 건설$ | ㈜ | 주식회사 | 병원 | 신문 | 방송 | 일보 | 대학 | (?<!\d)(?<!역)대$ | 학원 | 학교 | 기획사 | 엔터 | 화학$ | 자동차$
    | 편집 | 보도 | 취재 | 협회 | 연맹 | 연합회 | 노조 | 조합 | 시민연대 | 참여연대 | 경실련 | 민주노총 | 한국노총 | 축구 | 야구 | 구단 | 선수단 | 공연 | 상인회
    """,
    re.VERBOSE,
)
# What offices of a local government or a ministry are called: 교통물류실장, 기획조정실장, 소방본부장.
_OFFICE = regex(
    r"(?:교통|복지|안전|도시|행정|기획|재난|환경|문화|관광|보건|경제|주택|건설|농업|농정|정책|감사|세무|예산|총무|자치|민원|조정|소방|상수도|균형|청년|여성|일자리|건축|산림|녹지|수산|해양"
    r"|축산|교육지원|지적|회계|위생|물류|항만|물관리|도로|하천|주거)[가-힣]{0,6}(?:실장|본부장|팀장|단장|소장|국장|과장|센터장)\Z"
)
_GOVERNMENT_AROUND = regex(
    r"[시군구도]청(?![년소장])|[가-힣][시군구]는\s|행정안전부|의회|조례|자치구|[시군구]정|[3-9]급|[읍면]장[\s은이]"
)


@dataclass(frozen=True, slots=True)
class Post:
    """One row: a title and what it is. `near`, `around`: patterns, empty for always."""

    title: str
    near: str
    around: str
    post: str
    level: str
    evidence: str
    abroad: bool


@cache
def titles(lang: str) -> dict[str, tuple[Post, ...]]:
    """Title → its rows in order, for a language."""
    found: dict[str, list[Post]] = {}
    for row in resources.table("posts"):
        if row["lang"] == lang:
            post = Post(
                title=row["title"],
                near=row["near"],
                around=row["around"],
                post=row["post"],
                level=row["level"],
                evidence=row["evidence"],
                abroad=row["abroad"] == "yes",
            )
            found.setdefault(post.title, []).append(post)
    return {title: tuple(rows) for title, rows in found.items()}


@cache
def title_pattern(lang: str) -> re.Pattern[str]:
    """Any title of a language, the longest first; English without regard to case and in whole words."""
    words = one_of(titles(lang))
    return re.compile(words) if lang == "ko" else re.compile(rf"(?<![\w-]){words}s?(?!\w)", re.IGNORECASE)


def post_of(title: str, phrase: str, text: str, lang: str, at: int = 0) -> Post | None:
    """The row that fits a title within its phrase (the title with its organisation and area) and text, or None.

    `at`: where in the text the title stands; the paragraph there tells a local council from the National Assembly.
    """
    written = title if lang == "ko" else title.lower()
    for row in titles(lang).get(written) or titles(lang).get(written.removesuffix("s"), ()):
        if row.near and row.around:
            if not (_has(row.near, phrase) or _around(row.around, text)):
                continue
        elif (row.near and not _has(row.near, phrase)) or (row.around and not _around(row.around, text)):
            continue
        if row.evidence == "council" and not speaks_of_council(text, at):
            continue
        return row if row.post else None
    return None


def has_evidence(post: Post, phrase: str, text: str) -> bool:
    """Whether a title of private and public life is used of a public body here: by its phrase, else by the text."""
    words = re.findall(r"[^\s()·,]+", phrase)
    kinds = {agency_kinds().get(w, "") for w in words}
    if post.evidence in ("title", "market", "council"):
        return True
    public = (
        bool(_OFFICE.search(words[-1] if words else ""))
        or bool(kinds & {"ministry", "corporation"})
        or any(is_public_body(w, post.title) for w in words)
    )
    private = "company" in kinds or any(_COMPANY.search(w) for w in words)
    if post.evidence == "agency":
        return public and not private
    if post.evidence == "envoy":
        return bool(re.search(r"주[가-힣]{1,6}\s*대사$|한국\s*대사\Z", phrase))
    if private and not public:
        return False
    return public or post.evidence == "company" or _around(_GOVERNMENT_AROUND.pattern, text)


def is_public_body(word: str, title: str = "") -> bool:
    """Whether a word names a public body by its end: `서울시설공단`, `대전시`; `경기연구원장` less its 장 too."""
    stem = word.removesuffix(title)
    if len(title) == 2 and title.endswith("장") and word.endswith(title) and title[0] in "원관소":
        stem = word[:-1]
    return word in ("시", "구", "군", "도") or (len(stem) > 1 and bool(_PUBLIC.search(stem)))


def is_organisation(word: str) -> bool:
    """Whether a word may stand between a name and its title: `외교부`, `새누리당`, `서울시의회`, `LH`, `러시아`."""
    return (
        word in agency_kinds() or bool(_ORGANISATION.fullmatch(word)) or bool(re.fullmatch(r"[A-Z][A-Za-z&-]+", word))
    )


@cache
def agency_kinds() -> dict[str, str]:
    """Known bodies by name → ministry, party, corporation, country or company."""
    return {row["name"]: row["kind"] for row in resources.table("agencies")}


def kind_of(code: str) -> str:
    """What a code is: metropolis (특별시, 광역시, 세종), do, si, gun, gu, dong (읍면동); empty for an unknown code."""
    area = gazetteer.areas().get(code)
    if area is None:
        return ""
    if area.level == "sido":
        return "do" if area.name_ko.endswith("도") else "metropolis"
    return _KINDS_BY_UNIT.get(area.name_ko[-1], "dong") if area.level == "sigungu" else "dong"


def is_place(word: str) -> bool:
    """Whether a Korean word is the name of an area, with or without its unit."""
    return word in gazetteer.full_names() or word in gazetteer.bare_names()


def has_mayor(prefix: str) -> bool:
    """Whether what is glued before 시장 is a city: `원주`, `대전`, `용인특례`. Others are markets (약수시장, 유성시장)."""
    stem = re.sub(r"(?:특례|특별자치|특별|광역)?시?\Z", "", prefix)
    names = gazetteer.full_names()
    return any(kind_of(c) in ("si", "metropolis") for n in (f"{stem}시", f"{stem}광역시") for c in names.get(n, ()))


# Posts of those who head a local government.
HEADS = frozenset(_HEADS.values())
# Posts that people are appointed to below the heads and their deputies.
STAFF = frozenset({"bureau_head", "division_head", "team_head", "dong_head", "other_public"})
# Posts of the local elections.
ELECTED = HEADS | {"superintendent", "council_chair", "council_member"}


def head_of(kind: str, post: str) -> str:
    """The post of who heads an area of a kind, or is the deputy, where the title left it open; `post` otherwise."""
    head = _HEADS.get(kind, "")
    return f"vice_{head}" if head and post.startswith("vice_") else head or post


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _has(pattern: str, text: str) -> bool:
    return bool(_compiled(pattern).search(text))


@lru_cache(maxsize=64)
def _around(pattern: str, text: str) -> bool:
    """`_has` for a whole text, remembered: every title of a text asks the same."""
    return _has(pattern, text)
