"""Organisations: what is found, what only looks alike, traps; of which area they are, and which are one."""

from __future__ import annotations

import time

import pytest

from pipeline import resources
from pipeline.extractors.organisation import find, link
from pipeline.flow import process
from pipeline.grammar.bodies.body_names import KINDS, heads, known
from pipeline.records import Mention
from pipeline.view import View
from tests.annotated import check, parse

FINDS = [
    # ministries and agencies, in full, short, and in English
    "시는 <organisation kind=ministry>행정안전부</organisation> 공모에 뽑혔다.",
    "<organisation kind=ministry name=국토교통부>국토부</organisation>는 노선을 정했다.",
    "<organisation kind=agency>기상청</organisation>은 비가 온다고 했다.",
    "<organisation kind=agency>질병관리청</organisation>과 <organisation kind=ministry name=보건복지부>복지부</organisation>가 살핀다.",
    "The <organisation kind=ministry name=행정안전부>Ministry of the Interior and Safety</organisation> chose the town.",
    "It was paid by the <organisation kind=ministry name=문화체육관광부>Culture Ministry</organisation>.",
    "The <organisation kind=ministry name=국토교통부>land ministry</organisation> sent a team of eight.",
    "The <organisation kind=agency name=기상청>Korea Meteorological Administration</organisation> warned of snow.",
    "Money came from the <organisation kind=ministry>Ministry of Culture, Sports and Tourism</organisation>, Yuseong-gu and others.",
    # councils
    "<organisation kind=council district_code=3020000000>유성구의회</organisation>가 임시회를 연다.",
    "<organisation kind=council district_code=4100000000>경기도의회</organisation>에 예산안을 냈다.",
    "<organisation kind=council district_code=3020000000>유성구 의회</organisation>는 조례를 고쳤다.",
    "법 개정을 <organisation kind=council>국회</organisation>에 건의했다.",
    "<organisation kind=council district_code=1100000000>Seoul Metropolitan Council</organisation> passed the bill.",
    "A member of the <organisation kind=council district_code=4111000000>Suwon City Council</organisation> asked why.",
    "The <organisation kind=council district_code=3020000000>Yuseong-gu Council</organisation> meets in May.",
    # corporations and foundations
    "<organisation kind=corporation>한국토지주택공사</organisation>가 짓는다.",
    "<organisation kind=corporation name=한국토지주택공사>LH</organisation>는 땅을 샀다.",
    "<organisation kind=corporation district_code=3000000000>대전교통공사</organisation> 사장이 나왔다.",
    "<organisation kind=corporation>세종시설관리공단</organisation>에 맡겼다.",
    "The <organisation kind=corporation district_code=3611000000>Sejong Facilities Management Corporation</organisation> runs the pool.",
    "<organisation kind=foundation district_code=3000000000>대전문화재단</organisation>은 공연을 연다.",
    "(재)<organisation kind=foundation>솔재참나무장학회</organisation>가 장학금을 줬다.",
    "The <organisation kind=foundation>Solje Cultural Foundation</organisation> lent a hall.",
    # education, police and fire
    "급식비는 <organisation kind=education_office>충북교육청</organisation>과 나눈다.",
    "<organisation kind=education_office>대전동부교육지원청</organisation>이 학교를 둘러봤다.",
    "<organisation kind=police_fire district_code=3020000000>유성경찰서</organisation>와 <organisation kind=police_fire>유성소방서</organisation>가 훈련했다.",
    "<organisation kind=police_fire>대전경찰청</organisation>은 길을 막는다.",
    "The <organisation kind=education_office district_code=3100000000>Ulsan Office of Education</organisation> agreed.",
    "Smoke was seen from the <organisation kind=police_fire>Yuseong Fire Station</organisation>.",
    # committees
    "안건은 <organisation kind=committee>도시계획위원회</organisation>를 통과했다.",
    "<organisation kind=committee>예산결산 특별위원회</organisation>가 살핀다.",
    "<organisation kind=committee>주민참여예산위원회</organisation>에서 정했다.",
    "The <organisation kind=committee>Budget and Accounts Committee</organisation> reads the bill.",
    # departments and teams
    "<organisation kind=department>일자리경제과</organisation>는 신청을 받는다.",
    "문의는 <organisation kind=department>스마트도시팀</organisation>으로 하면 된다.",
    "해운대구청 <organisation kind=department district_code=2635000000>문화관광과</organisation>(051-749-0000)에 묻는다.",
    "<organisation kind=department>재난안전과</organisation> 조은별 과장이 말했다.",
    "<organisation kind=department>세무2과</organisation>에서 거둔다.",
    "자료는 <organisation kind=department>상수도사업본부</organisation>가 냈다.",
    "The <organisation kind=department>Smart City Division</organisation> will buy drones.",
    "Park, head of <organisation kind=department>Taxation Division 2</organisation>, said so.",
    "The teams are ▲<organisation kind=department>Drone Team</organisation> ▲<organisation kind=department>Data Team</organisation>.",
    "It went to the district's <organisation kind=department>Women and Family Division</organisation>.",
    "Busan Metropolitan City's <organisation kind=department>Urban Balance Bureau</organisation> adds money.",
    "(<organisation kind=department>Water and Sewage Division</organisation>)",
    # associations
    "성금은 <organisation kind=association>사회복지공동모금회</organisation>에 전했다.",
    "<organisation kind=association>주민자치회</organisation>가 꽃을 심었다.",
    "<organisation kind=association>이장협의회</organisation>는 이불값을 냈다.",
    "<organisation kind=association>솔재상인연합회</organisation>와 손잡았다.",
    "The <organisation kind=association>Association of Village Heads</organisation> gave rice.",
    "It was sent to the <organisation kind=association name=사회복지공동모금회>Community Chest of Korea</organisation>.",
]  # fmt: skip

LOOK_ALIKES = [
    # generic bodies
    "관계 부처와 협의하고 담당 부서를 정한다.",
    "구의회는 예산안을 살피고 시의회도 그렇다.",
    "지방의회와 시도의회가 함께했다.",
    "시교육청과 도교육청이 나눈다.",
    "심사위원회와 운영위원회를 열고 상임위원회에 넘긴다.",
    "재단은 사업을 넘겼고 문화재단도 그랬다.",
    "관할경찰서와 인근소방서에 알렸다.",
    "The ministry and the council agreed, and so did the department.",
    "The city council and the district office said no.",
    "A committee of experts and a team of ten walked the road.",
    # halls, companies, parties, universities, facilities
    "유성구청과 대전시청 앞을 지나 유성도서관에 갔다.",
    "솔재은행과 한빛전자는 성금을 냈다.",
    "They met at Yuseong District Office and at Galma Library.",
    # words that only end so
    "정책 효과와 경제성과가 좋고 사과가 잘 팔린 결과다.",
    "축구팀과 야구팀이 겨루고 우승팀이 상금을 받는다.",
    "전국에서 약국과 미국 식당을 찾는다.",
    "소아과와 치과, 정형외과가 문을 연다.",
    "공원 조성공사와 도로공사를 마쳤다.",
    "The National Soccer Team came, and a department store opened.",
    "The Smart City team won, said a police officer.",
]

TRAPS = [
    # a body inside a post is none; a post beside a body leaves it one
    "일자리경제과장과 스마트도시팀장이 왔다.",
    "대전경찰청장과 유성소방서장, 충북교육감이 만났다.",
    "국회의원과 유성구의원이 참석했다.",
    "의회사무국장과 홍보담당관이 설명했다.",
    "Urban Balance Bureau Director Eun So-dam and Drone Team Leader Kim spoke.",
    "National Assembly member Lee came.",
    "<organisation>행정안전부</organisation> 장관과 <organisation>유성구의회</organisation> 의장이 만났다.",
    "<organisation>교육부</organisation>장관을 만났다.",
    # 과 is also `and`
    "안전과 건강을 지키고 관광과 체육을 잇는다.",
    "도시재생과 주택 문제, 교통과 환경의 관계를 다뤘다.",
    "<organisation>도시재생과</organisation>에서 맡고 <organisation>교통과</organisation>가 돕는다.",
    "환경과는 거리가 먼 정책과의 싸움이다.",
    # edges of names
    "<organisation>경기도의회</organisation>·<organisation>유성구의회</organisation>가 뜻을 모았다.",
    "‘<organisation>미래도시추진단</organisation>’을 만들었다.",
    "대전시 <organisation>환경정책과</organisation>가 나섰다.",
    "Kim Min-ho of <organisation>Yuseong-gu Council</organisation> and his wife came.",
    "The <organisation>Culture and Tourism Division</organisation> of Haeundae-gu answered.",
    "In Yuseong-gu, the <organisation>Women's Policy Division</organisation> opened.",
    "<organisation>Seoul City Council</organisation> Chairperson Boo spoke.",
    "The '<organisation>Future Life Division</organisation>' has four teams.",
    # desks of papers, programs and streets
    "글 문화부 기자",
    "‘찾아가는 구청장실’을 연다.",
    "국회로 12에서 국회의사당까지 걷는다.",
    "연구원은 조사를 마쳤고 협회장이 웃었다.",
]  # fmt: skip


@pytest.mark.parametrize("markup", [*FINDS, *LOOK_ALIKES, *TRAPS])
def test_sentences(markup: str) -> None:
    check(markup, "organisation")


def test_traps_are_a_third() -> None:
    assert 3 * len(LOOK_ALIKES + TRAPS) >= len(FINDS + LOOK_ALIKES + TRAPS) >= 60


@pytest.mark.parametrize("row", resources.table("organisation_heads"), ids=lambda row: row["head"])
def test_every_head_noun_has_an_example(row: dict[str, str]) -> None:
    text, (want,) = parse(row["example"], "organisation")
    found = list(find(View.of(text, row["lang"])))
    assert [(text[m.start : m.end], m.data.kind) for m in found] == [(want.text, row["kind"])]
    assert row["source"]


def test_the_gazetteers_are_whole() -> None:
    rows = resources.table("organisations")
    for lang in ("ko", "en"):
        names = [n for r in rows for n in (r[f"name_{lang}"], *filter(None, r[f"other_{lang}"].split("|")))]
        assert len(names) == len(set(names))
        assert known(lang).keys() >= set(names)
    assert known("en")["Ministry of Finance"] is known("en")["Finance Ministry"]
    assert {r["kind"] for r in rows} | {h.kind for lang in ("ko", "en") for h in heads(lang).values()} == set(KINDS)
    assert all(r["source"] for r in rows)


def of(text: str) -> list[Mention]:
    return [m for m in process(text, published="2023-05-01").mentions if m.type == "organisation"]


@pytest.mark.parametrize(
    "texts",
    [
        ("행안부가 정했다.", "행정안전부가 정했다.", "The Interior Ministry said so."),
        ("구례군의회가 열린다.", "Gurye-gun Council opened.", "전남 구례군 의회는 쉰다."),
        ("울산교육청이 냈다.", "울산시교육청이 냈다.", "울산광역시교육청이 냈다.", "Ulsan Office of Education paid."),
        ("대전문화재단이 연다.", "‘대전문화재단’이 연다."),
    ],
)
def test_one_organisation_has_one_id(texts: tuple[str, ...]) -> None:
    found = [m for text in texts for m in of(text)]
    assert len(found) == len(texts)
    assert len({m.entity_id for m in found}) == 1
    assert link(found) == link(found[::-1])


def test_departments_of_two_towns_are_two() -> None:
    one, other = of("유성구 일자리경제과가 맡는다."), of("서초구 일자리경제과가 맡는다.")
    assert one[0].row.district_code == "3020000000"
    assert one[0].entity_id != other[0].entity_id


def test_a_department_is_of_the_area_that_the_article_is_about() -> None:
    (found,) = of("유성구는 축제를 연다. 유성구 주민은 누구나 온다. 신청은 일자리경제과에서 받는다.")
    assert found.row.district_code == "3020000000"


def test_national_bodies_have_no_area() -> None:
    (found,) = of("유성구는 기상청과 협약했다.")
    assert found.row.district_code == ""


@pytest.mark.parametrize(
    "unit", ["가", "과", "의회", "유성구의회·", "a", "A ", "Division ", "and Tax ", "Ministry of ", "팀 "]
)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_long_runs_take_no_time(unit: str, lang: str) -> None:
    begun = time.perf_counter()
    list(find(View.of((unit * 100_000)[:100_000], lang)))
    assert time.perf_counter() - begun < 5
