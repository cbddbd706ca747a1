"""Districts: annotated sentences the rules were written on, and every current name in a plain sentence.

`{surface=full name}` marks a mention and the area it must mean; nothing after `=` means that the code stays empty.
"""

from __future__ import annotations

import datetime

import pytest
from marked_districts import found, parse

import pipeline
from pipeline.extractors.district import EXTRACTOR, describe, find
from pipeline.grammar.places import gazetteer
from pipeline.view import View

DAY = "2021-05-31"

FINDS_KOREAN = [
    "5개 군({철원=강원도 철원군}․{화천=강원도 화천군}․{인제=강원도 인제군})이 손잡았다.",
    "[고을뉴스ㅣ{춘천=강원도 춘천시}=한도윤기자] {강원도=강원도}는 반겼다.",
    "[{광주=광주광역시}=고을뉴스] {경기=경기도} {이천시=경기도 이천시}가 도왔다.",
    "맞춤 지원{광주광역시=광주광역시}는 다섯 곳을 뽑았다.",
    "골목이 밝아진 정\n{전북=전라북도} {완주군=전라북도 완주군}이 나섰다.",
    # Units with particles and offices glued on.
    "정용래 {유성구=대전광역시 유성구}청장은 {대전시=대전광역시}청에서 말했다.",
    "{안산시=경기도 안산시}가 {서울시=서울특별시}와 {경기도=경기도}의회에 알렸다.",
    "{성동구=서울특별시 성동구}청장과 {관악구=서울특별시 관악구}의회 의장이 왔다.",
    "{서울특별시=서울특별시}교육청과 {경기도=경기도}교육청, {부산시=부산광역시}교육청이다.",
    "{충남도=충청남도}와 {충북도=충청북도}, {경북도=경상북도}청 그리고 {경남도=경상남도}의회다.",
    "{종로구=서울특별시 종로구}민회관과 {은평구=서울특별시 은평구}보건소가 쉰다.",
    "{성남시=경기도 성남시}립도서관은 {성남시=경기도 성남시}민에게 열려 있다.",
    "오세훈 {서울시=서울특별시}장과 김동연 {경기=경기도}지사가 만났다.",
    # Each level is a mention.
    "{서울=서울특별시} {중구=서울특별시 중구} {회현동=서울특별시 중구 회현동} 청사를 짓는다.",
    "{수원시=경기도 수원시} {영통구=경기도 수원시 영통구} {매탄동=경기도 수원시 영통구 매탄동} 주민",
    "{인천=인천광역시} {서구=인천광역시 서구} {청라동=인천광역시 서구 청라동}에 공원이 생긴다.",
    "{강원도=강원도} {원주시=강원도 원주시}와 {춘천시=강원도 춘천시}, {동해시=강원도 동해시}가 나선다.",
    "{경기도=경기도} {포천시=경기도 포천시} {이동면=경기도 포천시 이동면}은 막걸리로 이름났다.",
    # Numbered dongs, legal and administrative.
    "{을지로3가=서울특별시 중구 을지로3가}와 {종로구=서울특별시 종로구} {종로1·2·3·4가동=서울특별시 종로구 종로1·2·3·4가동}",
    "{수성구=대구광역시 수성구} {범어4동=대구광역시 수성구 범어4동} 주민센터",
    "{유성구=대전광역시 유성구} {진잠동=대전광역시 유성구 진잠동}과 {온천1동=대전광역시 유성구 온천1동}",
    "{하남시=경기도 하남시} {감일동=경기도 하남시 감일동}과 {미사1동=경기도 하남시 미사1동}",
    "{성북구=서울특별시 성북구} {정릉3동=서울특별시 성북구 정릉3동}, {돈암2동=서울특별시 성북구 돈암2동}을 찾았다.",
    "{영등포구=서울특별시 영등포구} {당산1동=서울특별시 영등포구 당산1동}과 {여의도동=서울특별시 영등포구 여의도동}",
    # Bare names.
    "{경남=경상남도} {고성=경상남도 고성군}에서 {전남=전라남도} {강진=전라남도 강진군}까지 달린다.",
    "{충남=충청남도} {공주=충청남도 공주시}와 {논산=충청남도 논산시}가 함께했다.",
    "{경북=경상북도} {안동=경상북도 안동시}과 {경남=경상남도} {하동=경상남도 하동군}의 축제",
    "{부산=부산광역시} {해운대=부산광역시 해운대구} 해수욕장은 붐볐다.",
    "{서울=서울특별시} {강남=서울특별시 강남구} 아파트값이 올랐다.",
    "{강원=강원도}·{대전=대전광역시}·{세종=세종특별자치시} 지역이 뽑혔다.",
    "{경기=경기도}·{인천=인천광역시} 지역과 {경기=경기도} 북부에 비가 온다.",
    "{경북=경상북도} {영양=경상북도 영양군}과 {청송=경상북도 청송군}에 눈이 왔다.",
    "{창원=경상남도 창원시}에서 열린 대회에 {김해=경상남도 김해시} 선수가 나왔다.",
    "{부산=부산광역시}서 왔다. {대구=대구광역시}행 열차다. {울산=울산광역시} 소재 기업이다.",
    # Enumerations.
    "{강화=인천광역시 강화군}·{옹진군=인천광역시 옹진군}과 {미추홀=인천광역시 미추홀구}·{연수=인천광역시 연수구}·{계양구=인천광역시 계양구}",
    "{세종시=세종특별자치시} {나성동=세종특별자치시 나성동}, {어진동=세종특별자치시 어진동}의 주민",
]

FINDS_ENGLISH = [
    "They met in {Muan=전라남도 무안군}, {South Jeolla Province=전라남도}.",
    "{Goesan=충청북도 괴산군} Governor Song spoke; {Hwacheon=강원도 화천군} officials listened.",
    "{Jongno-gu=서울특별시 종로구} and {Jongno District=서울특별시 종로구} are one.",
    "{Yuseong-gu District=대전광역시 유성구} Mayor Jung spoke.",
    "{Gyeonggi Province=경기도}, {Gyeonggi-do=경기도} and {South Jeolla Province=전라남도} agreed.",
    "{Busan Metropolitan City=부산광역시} and {Seoul City=서울특별시} met.",
    "A trip to {Gongju=충청남도 공주시}, {South Chungcheong=충청남도}.",
    "{Jongro-gu=서울특별시 종로구}, {Kangnam-gu=서울특별시 강남구} and {Yoosung-gu=대전광역시 유성구}",
    "He left {Pusan=부산광역시} for {Inchon=인천광역시} and {Taejon=대전광역시}.",
    "{Cheollanam-do=전라남도}, {Chungchongbuk-do=충청북도} and {Kyonggi-do=경기도}",
    "{Yoo Seong-gu=대전광역시 유성구} runs {Wonshin Heung-dong=대전광역시 유성구 원신흥동}.",
    "{Jinjam-dong=대전광역시 유성구 진잠동}, {Oncheon 1-dong=대전광역시 유성구 온천1동} of {Yuseong-gu=대전광역시 유성구}",
    "{Seocho District=서울특별시 서초구} opened. The future of {Seocho=서울특별시 서초구} is bright.",
    "{Bangdong=대전광역시 유성구 방동} reservoir in {Yuseong-gu=대전광역시 유성구}",
    "{Daejeon=대전광역시}'s {Yuseong-gu=대전광역시 유성구} Office and {Busan=부산광역시}'s {Nam-gu=부산광역시 남구}",
    "{Gangseo-gu=부산광역시 강서구} in {Busan=부산광역시}, and not {Seoul=서울특별시}",
    "The {Middle-gu=서울특별시 중구} of {Seoul=서울특별시}",
    "{West District=인천광역시 서구}, {Incheon=인천광역시}, plants trees.",
    "{Anyang-si=경기도 안양시} {Dongan-gu=경기도 안양시 동안구} helps {Pyeongchon-dong=경기도 안양시 동안구 평촌동}.",
    "{Gangnam=서울특별시 강남구}, {Seocho=서울특별시 서초구} and {Songpa=서울특별시 송파구} districts in {Seoul=서울특별시}",
    "{Gijang County=부산광역시 기장군} in {Busan=부산광역시}, {Ulju County=울산광역시 울주군}, {Yeonggwang-gun=전라남도 영광군}",
    "{Pohang=경상북도 포항시}'s {Buk-gu=경상북도 포항시 북구} and {Ilsandong-gu=경기도 고양시 일산동구}",
    "We met {Suwon=경기도 수원시} Mayor Yeom and {Gyeonggi=경기도} Governor Lee.",
    "{Seoul=서울특별시} Metropolitan Government, {Daegu=대구광역시} Metropolitan Council",
    "{Sejong City=세종특별자치시} and {Jeju City=제주특별자치도 제주시}",
    "{Gyeonggido=경기도} and {Gangnamgu=서울특별시 강남구}",
    "{Sin-gal-dong=경기도 용인시 기흥구 신갈동}, {Giheung-gu=경기도 용인시 기흥구}",
    "{Jongno 1(il)-ga=서울특별시 종로구 종로1가} in {Jongno-gu=서울특별시 종로구}",
    "{Seoul=서울특별시}-based firms in {Suwon=경기도 수원시}",
]

LOOKS_ALIKE = [
    "시군구와 읍면동이 공동으로 활동하고 운동과 노동을 하며 이동했다.",
    "부동산 도시 연구 요구와 친구, 가구, 인구, 농구, 야구, 기구, 지구",
    "구리선과 강원랜드, 서울역, 대전역, 부산대, 전남대",
    "구는 시장과 군수에게 알렸다. 우리 시와 우리 구.",
    "예산을 부여하고 영양을 강화하며 목표를 달성해 영광이다.",
    "공주가 진주를 걸고 화성으로 갔다.",
    "고성과 막말이 오갔다.",
    "중구난방으로 떠들고 서구의 문화를 말했다.",
    "서구 열강과 북구 나라들",
    "몇 천원의 값이다. 정주행했다. 음성 파일을 들었다.",
    "축구 경기도 보고 홈 경기도 봤다.",
    "전북현대와 강원FC, 수원 삼성이 이겼다.",
    "평창 동계올림픽과 광주 비엔날레",
    "장동민과 신동인, 김기동 의원이 말했다.",
    "영동1교와 서초동길",
    "중동 현지 신문의 보도",
    "그렇게 하면 되면 가면 좋다. 화면과 장면을 보면",
    "전면 서면 대면 방면 반면",
    "서울지법과 대구은행, 부산일보, 경남신문",
    "서울남부지검과 인천공항, 제주항공",
    "세종대왕과 대왕 세종, 세종문화회관",
    "국회의원(안산6)과 시의원",
    "정동진과 명동성당, 목동아재",
    "상주 직원 이천 명이 양산 체제를 갖췄다.",
    "연수를 마치고 수영을 했다. 사상 처음이다.",
    "동안 상당한 수정을 했다.",
    "한강이남과 비수도권",
    "초동 대응과 자동 출동, 합동 훈련",
    "진동과 소동, 파동과 충동",
    "Gangnam Station, Yuseong Sports Center and Yangjae AI Special Zone",
    "Chungcheong News, Chungnam University and Seoul National University",
    "King Sejong and New York City",
    "the district, our city, a county and the province",
    "Business District, Orange County, Smart City and Central District",
    "Kim Dong-gu and Lee Nam-dong sang. Park Buk-si danced.",
    "Jung Yong-rae and Kim Young-jong spoke.",
    "Do-it-yourself and to-do lists",
    "Mayor Seo and Governor Nam",
    "FC Seoul beat Daejeon Citizen and Incheon United.",
    "Busan Bank and Gwangju Biennale",
    "세계 대전을 겪었다. ‘인천시대를 열다’를 읽었다.",
]

# The name stays open: several areas have it and nothing in the text tells which.
OPEN = [
    "{중구=}는 주차장을 짓는다.",
    "{동구=}는 나무를 심는다.",
    "{고성군=}수는 주민을 만났다.",
    "{광주시=}는 대책을 냈다.",
    "{강서구=}의회가 열렸다.",
    "{Jung-gu=} opened a library.",
    "{Seo District=} opened a library.",
    "{Goseong County=} grows rice.",
    "{전주시=전라북도 전주시} {송천동=} 주민과 {서울=서울특별시} {강북구=서울특별시 강북구} {송천동=서울특별시 강북구 송천동}",
]

RESOLVES = [
    (DAY, "{대전=대전광역시}에 사는 그는 {서구=대전광역시 서구}청에 갔다."),
    (DAY, "{광주=광주광역시} {동구=광주광역시 동구}와 {전남=전라남도} {나주시=전라남도 나주시}"),
    (DAY, "{경기=경기도} {광주=경기도 광주시}와 {전남=전라남도} {광주=광주광역시}는 다르다."),
    (DAY, "{부산=부산광역시}·{대구=대구광역시}·{광주=광주광역시} 시민"),
    (DAY, "{중구=대구광역시 중구}는 {화전동=대구광역시 중구 화전동} 골목을 고친다."),
    (DAY, "{속초시=강원도 속초시}와 {고성군=강원도 고성군}이 {강원도=강원도}에 건의했다."),
    (DAY, "{통영시=경상남도 통영시}와 {고성군=경상남도 고성군}이 {경남도=경상남도}에 건의했다."),
    (DAY, "[{광주=광주광역시}=뉴스] {북구=광주광역시 북구}는 {광주=광주광역시} {서구=광주광역시 서구}와 협력한다."),
    ("2023-06-10", "{강원도=강원도}는 알렸다."),
    ("2023-06-11", "{강원도=강원특별자치도}는 알렸다."),
    ("2023-06-12", "{강원=강원특별자치도} {원주시=강원특별자치도 원주시}"),
    ("2024-01-17", "{전북=전라북도} {전주시=전라북도 전주시}"),
    ("2024-01-18", "{전북=전북특별자치도} {전주시=전북특별자치도 전주시}"),
    ("2017-03-01", "{인천=인천광역시} {남구=인천광역시 남구}"),
    ("2024-03-01", "{인천=인천광역시} {남구=인천광역시 미추홀구}는 이름을 바꿨다."),
    (DAY, "{동구=대전광역시 동구}는 크다. {대전=대전광역시}의 {동구=대전광역시 동구}다."),
    (DAY, "{부천시=경기도 부천시} {원미구=경기도 부천시 원미구} {심곡동=경기도 부천시 심곡동}"),
    ("2013-03-01", "{충북=충청북도} {청원군=충청북도 청원군}은 합친다."),
    ("2023-06-30", "{군위군=경상북도 군위군}은 옮긴다."),
    ("2023-07-01", "{군위군=대구광역시 군위군}은 옮겼다."),
    ("2015-03-01", "{부천시=경기도 부천시} {원미구=경기도 부천시 원미구}"),
    ("2026-11-01", "{인천=인천광역시} {영종구=인천광역시 영종구}와 {서해구=인천광역시 서해구}"),
    ("2026-11-01", "{화성시=경기도 화성시} {병점구=경기도 화성시 병점구}"),
    ("2026-11-01", "{광주=전남광주통합특별시} {북구=전남광주통합특별시 북구}"),
    ("2024-07-27", "{Gangwon State=강원특별자치도} and {Jeonbuk State=전북특별자치도}"),
    ("", "{강원=강원특별자치도} {춘천시=강원특별자치도 춘천시}"),
    ("", "{Gwangju City=광주광역시}, that is {Gwangju Metropolitan City=광주광역시}, chose."),
    ("", "{광주=광주광역시} {북구=광주광역시 북구}와 {전남=전라남도}는 반겼다."),
    ("", "{전남광주통합특별시=전남광주통합특별시} {북구=전남광주통합특별시 북구}는 반겼다."),
    ("", "{전라남도=전라남도} {여수시=전라남도 여수시}와 {광주=광주광역시} {북구=광주광역시 북구}"),
    ("", "{유성구=대전광역시 유성구}는 알렸다."),
]


@pytest.mark.parametrize("marked", FINDS_KOREAN)
def test_finds_in_korean(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("marked", FINDS_ENGLISH)
def test_finds_in_english(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("text", LOOKS_ALIKE)
def test_looks_alike_but_is_not(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("marked", OPEN)
def test_stays_open_and_lists_candidates(marked: str) -> None:
    _check(marked)
    mentions = pipeline.process(parse(marked)[0], published=DAY, extractors=[EXTRACTOR]).mentions
    assert all(len(m.candidates) > 1 and m.confidence < 0.5 for m in mentions if not m.entity_id)


@pytest.mark.parametrize(("published", "marked"), RESOLVES)
def test_resolves_by_the_article_and_its_date(published: str, marked: str) -> None:
    _check(marked, published)


@pytest.mark.parametrize("text", ["수도권은", "충청권과", "호남에서", "in Honam,", "Chungcheong and"])
def test_regions_have_candidates_but_no_code(text: str) -> None:
    (mention,) = pipeline.process(text, published=DAY, extractors=[EXTRACTOR]).mentions
    assert mention.row.level == "region"
    assert not mention.entity_id
    assert len(mention.candidates) > 1


def test_every_current_sido_and_sigungu_is_found_beside_its_parent_in_both_languages() -> None:
    current = [a for a in gazetteer.areas().values() if not a.valid_to and a.level != "eupmyeondong"]
    assert _not_found(current) == []


def test_a_sample_of_current_small_areas_is_found_beside_its_parents() -> None:
    current = [a for a in gazetteer.areas().values() if not a.valid_to and a.level == "eupmyeondong"]
    sample = current[::37]
    # Not found: names with an odd official spelling (Sejongno, Seongsu 1Ga 1-dong), 17 of 7,221 in English, none in Korean.
    assert len(_not_found(sample)) <= len(sample) * 0.01


def test_describes_an_area_with_todays_code() -> None:
    area = describe("2817000000")
    assert (area.level, area.full_name_ko, area.name_en) == ("sigungu", "인천광역시 남구", "Nam-gu")
    assert (area.parent_code, area.valid_to, area.current_code) == (
        "2800000000",
        datetime.date(2018, 7, 1),
        "2817700000",
    )


@pytest.mark.parametrize("piece", ["1,", "억", "(", " ", "가", "a", "A ", "동", "중구", "-gu", "서울·"])
def test_long_runs_take_no_seconds(piece: str) -> None:
    view = View.of(piece * (20_000 // len(piece)), "ko")
    begun = datetime.datetime.now()
    list(find(view))
    assert (datetime.datetime.now() - begun).total_seconds() < 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("완주군은 2020년 공모에 뽑혔다.", "4571000000"),
        ("완주군은 2025년 공모에 뽑혔다. 터는 2025년 닦았고 1920년 세운 다리가 있다.", "5271000000"),
        ("1920년 닦은 터가 완주군에 있다.", "5271000000"),
        ("완주군은 2020년까지 짓는다.", "5271000000"),
    ],
)
def test_an_undated_article_is_read_on_the_map_of_the_year_that_it_names(text: str, code: str) -> None:
    assert [m.value for m in pipeline.process(text).mentions if m.type == "district"] == [code]


def _check(marked: str, published: str = DAY) -> None:
    text, expected = parse(marked)
    assert found(text, published or None) == expected


def _not_found(areas: list[gazetteer.Area]) -> list[str]:
    missing = []
    for area in areas:
        uppers = gazetteer.ancestors(area.code)
        namesakes = set(gazetteer.on_date(gazetteer.full_names().get(area.name_ko, (area.code,)), "2026-11-01"))
        fitting = {c for c in namesakes if gazetteer.areas()[c].parent_code == area.parent_code} | {area.code}
        english = ", ".join(gazetteer.areas()[c].name_en for c in (area.code, *uppers))
        for text in (f"{gazetteer.full_name(area.code)}에 도서관이 생겼다.", f"A library opened in {english}."):
            mentions = pipeline.process(text, published="2026-11-01", extractors=[EXTRACTOR]).mentions
            if fitting.isdisjoint(m.entity_id for m in mentions):
                missing.append(text)
    return missing
