"""Officials in annotated sentences of our own: found, looks alike but is not, met in the wild; and whole small articles."""

from __future__ import annotations

import pytest
from annotated import check

import pipeline

KOREAN = [
    "<official post=district_mayor district_code=3020000000 status=incumbent>정용래</official> 유성구청장은 축사를 했다.",
    "서울 중구(구청장 <official post=district_mayor district_code=1114000000>김길성</official>)는 쉼터를 연다.",
    "대전 유성구(청장 <official post=district_mayor district_code=3020000000>정용래</official>)는 쉼터를 연다.",
    "부산 북구 <official post=district_mayor district_code=2632000000>황도현</official> 구청장이 주민을 만났다.",
    "<official post=mayor district_code=1100000000>오세훈</official> 서울시장이 회의를 열었다.",
    "<official post=mayor district_code=1100000000>오세훈</official> 서울특별시장이 회의를 열었다.",
    "<official post=mayor>이상준</official> 용인특례시장은 공장을 찾았다.",
    "전 서울시장 <official post=mayor status=former district_code=1100000000>오세훈</official>이 책을 냈다.",
    "<official post=mayor status=elect district_code=4119000000>조용익</official> 부천시장 당선인이 시장을 찾았다.",
    "<official post=vice_district_mayor status=acting>한도윤</official> 부구청장(구청장 권한대행)은 현장을 돌았다.",
    "<official post=district_mayor status=acting>한도윤</official> 구청장 직무대행이 결재했다.",
    "<official post=president>윤석열</official> 대통령이 담화를 냈다.",
    "<official post=minister organisation=법무부 district_code=->한동훈</official> 법무부 장관이 답했다.",
    "<official post=minister>이주호</official> 부총리 겸 교육부 장관이 답했다.",
    "더불어민주당 <official post=assembly_member district_code=->김영호</official> 의원(서대문을)이 물었다.",
    "<official post=assembly_member>김태원</official>(새누리당) 의원이 자료를 냈다.",
    "<official post=council_chair district_code=1100000000 organisation=서울시의회>김현기</official> 서울시의회 의장은 반대했다.",
    "<official post=division_head>박정수</official> 안전총괄과장은 대피를 권했다.",
    "<official post=agency_head organisation=LH district_code=->이은영</official> LH 사장이 서명했다.",
    "구의회 <official post=council_chair>김OO</official> 의장이 발언했다.",
    "<official post=governor district_code=4100000000>김동연</official> 경기도지사가 답했다.",
    "<official post=governor district_code=4800000000>박완수</official> 경남지사가 답했다.",
    "<official post=governor district_code=5000000000>오영훈</official> 제주지사가 답했다.",
    "<official post=county_governor district_code=4689000000>신우철</official> 완도군수가 축제를 알렸다.",
    "<official post=vice_governor>문지호</official> 경제부지사가 동행했다.",
    "<official post=superintendent district_code=1100000000>조희연</official> 서울시교육감은 급식을 살폈다.",
    "<official post=commissioner district_code=->윤희근</official> 경찰청장이 사과했다.",
    "<official post=bureau_head district_code=3000000000>강지훈</official> 대전시 복지국장이 설명했다.",
    "▲안전총괄과장 <official post=division_head>박정수</official> ▲복지국장 <official post=bureau_head>김민호</official>",
    "△기획예산실장 <official post=bureau_head>남궁현</official> △중앙동장 <official post=dong_head>유나래</official>",
    "승진자는 <official post=division_head>이희철</official>(회계과장), <official post=division_head>정숙자</official>(농업정책과장) 등이다.",
    "<official>임영은</official>·<official>이수완</official> 도의원이 조례를 냈다.",
    "<official>임영은</official>, <official>이수완</official>, <official>박하늘</official> 시의원이 조례를 냈다.",
    "<official post=mayor>남궁민</official> 시장은 축사를 했다.",
    "<official post=mayor>황보승</official> 시장은 축사를 했다.",
    "<official post=mayor>제갈량수</official> 시장은 축사를 했다.",
    "<official post=mayor>선우재덕</official> 시장은 축사를 했다.",
    "<official post=county_governor>독고진</official> 군수는 축사를 했다.",
    "<official post=mayor>허준</official> 시장은 축사를 했다.",
    "<official post=district_mayor>김영종</official> 종로구청장이 골목을 걸었다.",
    "제12대 완도부군수에는 <official post=vice_county_governor district_code=4689000000>한도윤</official> 전라남도 예산담당관이 임명됐다.",
    "인천시는 <official post=bureau_head district_code=2800000000>정하나</official> 부평구 부구청장을 시 재정기획관으로,"
    " <official post=vice_district_mayor district_code=2823700000>조민우</official> 대변인을 부평구 부구청장으로 발령했다.",
    "<official post=vice_district_mayor district_code=2823700000>조민우</official> 인천시 문화국장은 1일 부평구 부구청장에 취임했다.",
    "<official post=district_mayor>김하늘</official> 중구청장은 의장으로 취임한 <official>이도윤</official> 의원을 만났다.",
    "<official post=vice_county_governor>서한진</official> 완도부군수가 왔다. <official post=vice_county_governor>서 신임 부군수</official>는 말했다.",
    "여야 의원(<official post=assembly_member>이도윤</official>·<official>박서준</official>·<official>최지우</official>) 세 명이 모였다.",
    "<official post=vice_district_mayor district_code=2820000000>이도윤</official> 인천시의회 사무처장은 남동구 부구청장으로 옮겨 곧 승진한다.",
    "<official post=bureau_head>최지우</official> 시청 총무과장이 복지국장을 맡는다.",
    "<official post=district_mayor district_code=3020000000>김하늘</official> 유성구청장은 재난안전대책본부장을 맡았다.",
    "시청 - 감사관 <official post=bureau_head>류승범</official> - 대변인 <official post=other_public>정하나</official>",
    "<official post=division_head>안병의</official> 과장이 골목을 걸었다.",
    "<official post=mayor>이순희</official> 시장이 골목을 걸었다. <official>이 시장</official>은 웃었다.",
    "<official post=district_mayor>김길성</official> 구청장이 왔다. <official post=district_mayor>김 구청장</official>은 약속했다.",
    "<official post=mayor>전도윤</official> 시장이 왔다. <official>전 시장</official>은 약속했다.",
    "<official post=mayor>정하람</official> 시장이 왔다. 시민들은 <official>정하람</official>을 반겼다.",
    "<official post=mayor status=candidate>노도현</official> 시장 후보가 나섰다. <official>노 후보</official>는 웃었다.",
    "<official post=president>오바마</official> 대통령이 방한했다.",
    '<official post=prime_minister name_ko="앙겔라 메르켈">앙겔라 메르켈</official> 독일 총리가 방한했다.',
    "<official post=prime_minister name_ko=베르너>베르너</official> 총리가 왔다.",
    "<official post=team_head>성유나</official> 구청 청년지원팀장이 안내했다.",
    "<official post=other_public>방재원</official> 노원경찰서장이 함께했다.",
    "<official post=vice_county_governor name_ko=길훈>길 훈</official> 부군수가 둑을 살폈다. 주민들은 <official>길 훈</official>을 반겼다.",
    "<official post=mayor name_ko=남궁율>남궁 율</official> 시장이 둑을 살폈다. <official>남궁 시장</official>은 웃었다.",
    "▲중앙동장 <official post=dong_head name_ko=빙솔>빙 솔</official> ▲총무과장 <official post=division_head>육아름</official>(전 감사팀장)",
    "▲과장 <official post=division_head>김도윤</official>·<official post=division_head>빙하늘</official>·<official post=division_head>박 준</official>",
    "김포시 인사 △김포도시공사 사장 <official post=agency_head district_code=4157000000>빙하늘</official>",
    "[김포시 인사]\n<official post=division_head>빙하늘</official> ▷ 총무과장\n<official post=division_head>박도윤</official> ▷ 세정과장",
    "김포시 5급 인사\n총무과장 : <official post=division_head>빙하늘</official>\n세정과장\t<official post=division_head>박 율</official>",
    "김포시는 <official post=division_head>빙하늘</official>(총무과장→복지과장)을 보냈다.",
    "김포시는 김포도시공사 사장에 <official post=agency_head status=incumbent>박도윤</official> 전 부시장을 임명했다.",
    "전 김포시장인 <official post=mayor status=former>박도윤</official> 센터장이 왔다.",
    "군수 권한대행(부군수) <official post=county_governor status=acting>박도윤</official>은 서둘렀다.",
    "<official post=county_governor status=acting>박도윤</official> 군수 권한대행이 왔다. <official>박 권한대행</official>은 서둘렀다.",
    "김포시의회 본회의에서 <official post=council_member district_code=4157000000>박도윤</official>(국민의힘·비례) 의원이 물었다.",
    "김포시의회 행정위원장 <official post=council_member>박도윤</official>은 감사를 마쳤다.",
    "김포시의회는 의장에 <official post=council_chair>박도윤</official> 의원을 선출했다.",
    "<official post=mayor>박도윤</official>(<official>朴道潤</official>) 시장이 답했다.",
    "<official post=agency_head>함진우</official> 한국도로공사 사장이 점검했다.",
    "한국도로공사 사장 <official post=agency_head>함진우</official>는 점검했다.",
    "경기연구원 <official post=agency_head>엄지호</official> 원장이 발표했다.",
    "<official post=dong_head district_code=1117013000>차은호</official> 서울 용산구 이태원동장이 상을 받았다.",
]
ENGLISH = [
    "former governors <official post=governor status=former district_code=4800000000>Kim Hyuk-min</official>,"
    " <official status=former>Park Tae-ho</official>, and <official status=former>Hong Jun-seo</official> of Gyeongnam Province met.",
    "Gangwon Gov. <official post=governor>Kim Jin-tae</official> spoke. <official>Gov. Kim</official> left.",
    "<official post=county_governor district_code=2671000000>Jung Jong-bok</official>, the head of Gijang-gun, spoke.",
    "<official post=county_governor>Kim Ha-su</official>, head of Cheongdo County, spoke.",
    "<official post=mayor district_code=2800000000>Yoo Jeong-bok</official>, the head of Incheon City, spoke.",
    "The Gurye County Council in Jeollanam-do (Chairman <official post=council_chair district_code=4673000000>Yu Si-mun</official>) met.",
    "Goesan Governor <official post=county_governor district_code=4376000000>Song In-heon</official> spoke.",
    "<official post=district_mayor district_code=1111000000>Kim Young-jong</official>, Mayor of Jongno-gu, spoke.",
    "Jongno-gu (Mayor <official post=district_mayor district_code=1111000000>Kim Young-jong</official>) opened a park.",
    "<official post=district_mayor district_code=3020000000>Chung, Yong-rae</official>, head of Daejeon's Yuseong-gu Office, spoke.",
    "<official post=district_mayor district_code=3020000000>Yong-rae Jeong</official>, Mayor of Yuseong-gu, spoke.",
    "Seocho District Mayor <official post=district_mayor district_code=1165000000>Jeon Seong-su</official> spoke.",
    "<official post=district_mayor>Jeon Seong-su</official>, the Seocho District Mayor, spoke.",
    "Gyeonggi Governor <official post=governor district_code=4100000000>Kim Dong-yeon</official> spoke.",
    "Busan City chose tasks. <official post=bureau_head district_code=2600000000>Kim Yong-seung</official>, the city's Planning Officer, spoke.",
    "Minister of the Interior and Safety <official post=minister district_code=->Lee Sang-min</official> spoke.",
    "Interior Minister <official post=minister>Lee Sang-min</official> spoke. <official>Minister Lee</official> left.",
    "Rep. <official post=assembly_member>Kim Min-jun</official> asked. <official>Rep. Kim</official> left.",
    "Former Seoul Mayor <official post=mayor status=former district_code=1100000000>Park Sang-don</official> spoke.",
    "Acting Seoul Mayor <official post=mayor status=acting>Seo Jeong-u</official> spoke.",
    "Seoul Mayor-elect <official post=mayor status=elect>Seo Jeong-u</official> spoke.",
    "<official post=mayor status=candidate>Seo Jeong-u</official>, a candidate for mayor of Daejeon, spoke.",
    "<official post=mayor>Kim Gil Seong</official>, mayor of Daejeon, spoke.",
    "<official post=mayor>Gilseong Kim</official>, mayor of Daejeon, spoke.",
    "Daejeon Mayor <official post=mayor>Kim Gilseong</official> spoke, and <official>Kim</official> left.",
    "President <official post=president>Yoon Suk-yeol</official> spoke. <official>President Yoon</official> left.",
    "Prime Minister <official post=prime_minister>Han Duck-soo</official> spoke.",
    "Vice Governor <official post=vice_governor>Moon Ji-ho</official> of Gangwon Province spoke.",
    "<official post=county_governor>Shin Woo-bin</official>, Governor of Haenam County, spoke.",
    "<official post=council_chair district_code=1165000000>Ahn Min-su</official>, chair of the Seocho-gu Council, spoke.",
    "<official post=council_member district_code=2600000000>Na Ji-hun</official>, a member of the Busan City Council, spoke.",
    "<official post=council_member>Na Ji-hun</official> (a Jeonnam provincial assembly member from Yeosu) spoke.",
    "National Assembly Speaker <official post=assembly_member>Kim Jin-u</official> spoke.",
    "<official post=agency_head>Lee Han-jun</official>, president of the Korea Land and Housing Corporation, spoke.",
    "<official post=division_head>Shim Eun-u</official>, head of the Safety Division, spoke for Busan City.",
    "<official post=team_head>Noh Hyun-u</official>, head of the Youth Team of Nowon District, spoke.",
    "Deputy Mayor <official post=vice_mayor>Lee Byeong-hun</official> of Busan spoke.",
    "The mayors were <official>Park Kang-su</official>, Mapo-gu Mayor, and <official>Lee Seung-ro</official>, Seongbuk-gu Mayor.",
    "Commissioner General <official post=commissioner>Yoon Hee-gun</official> of the National Police Agency spoke.",
    "Mayor <official>Park Min-su</official> met merchants at the market. <official>Park</official> bought apples.",
]
LOOKS_ALIKE = [
    "구청장(중구·동구·서구) 셋이 모였다.",
    "Mayor Park Looking to Secure Funds",
    "Mayor Kim Said He Will Open a Park",
    "그 중 의원 두 명 과장 한 명이 왔다.",
    "한 명 의원도 없었다.",
    "이 건 위원장은 공석이다.",
    "이날 구청장은 회의를 열었다.",
    "신임 시장은 오늘 취임한다.",
    "오늘 시장이 닫았다.",
    "민선 시장이 처음 뽑혔다.",
    "해당 과장은 자리를 비웠다.",
    "전통시장 상인을 돕는다.",
    "재래시장 지붕을 고친다.",
    "시장 상인들이 모였다.",
    "부동산 시장이 식었다.",
    "유성시장 골목이 붐볐다.",
    "약수시장 지중화가 끝났다.",
    "남대문시장 상인회가 뭉쳤다.",
    "국장급 인사가 났다.",
    "김하준 기자가 썼다.",
    "김하준 한빛대 교수가 말했다.",
    "김하준 한빛전자 대표가 말했다.",
    "김하준 한빛그룹 회장이 기부했다.",
    "김하준 씨가 말했다.",
    "주민 김하준(45)은 반겼다.",
    "세종대왕 동상을 닦았다.",
    "이순신 장군 동상을 닦았다.",
    "시장과 구청장이 만났다.",
    "현 시장과 전 시장이 만났다.",
    "시의회 의장 선거가 열렸다.",
    "구청장 당선인 명단이 나왔다.",
    "김하준 삼성전자 팀장이 시연했다.",
    "김하준 한빛병원 원장이 진료했다.",
    "김하준 어린이집 원장이 반겼다.",
    "정부 장관 인사가 늦어졌다.",
    "전국 시장 군수 구청장 협의회가 열렸다.",
    "운동장 옆에 주차장을 만든다.",
    "과장된 소문이 돌았다.",
    "정보화기획관 자리가 비었다.",
    "주민들 의원 소환을 청구했다.",
    "한국 대통령 선거가 끝났다.",
    "미국 대통령 선거가 끝났다.",
    "The mayor opened the market.",
    "Mayor's Office staff moved.",
    "Reporter Park Min-su wrote this.",
    "[Daily News Reporter Park Min-su] The city opened a park.",
    "By Kim Min-ho",
    "Professor Kim Min-ho spoke.",
    "Kim Min-ho, a professor at Hanbit University, spoke.",
    "Kim Min-ho, CEO of Hanbit Electronics, spoke.",
    "Kim Min-ho, president of Hanbit University, spoke.",
    "Kim Min-ho, head of Hanbit Hospital, spoke.",
    "King Sejong made Hangul.",
    "Resident Kim Min-ho, 45, was glad.",
    "The Prime Minister chaired the meeting.",
    "Park Street is closed.",
    "Kim Min-ho asked the mayor for help.",
    "The global market fell, said Kim Min-ho.",
]
MET = [
    "△전 경제농정국장 <official post=bureau_head status=former>어윤식</official> △전 광천읍장 <official post=dong_head status=former>사공민</official>",
    "공석인 구청장을 대신한 <official post=district_mayor status=acting>서민규</official> 해운대구청장 권한대행이 말했다.",
    "재선에 성공한 현직 군수가 됐다.",
    "Gangseo-gu (Acting Mayor <official post=district_mayor status=acting>Pi Jae-hwan</official>) sells vouchers.",
    "<official post=county_governor>임명환</official> 군수, <official post=county_governor>박성일</official> 군수, <official post=council_chair>안흥순</official> 의장, <official>서남용</official> 현 의장이 모였다.",
    "7대 전·후반기 <official post=council_chair>정성모</official> 의장이 왔다.",
    "구의회에서 <official post=council_member>박귀남</official>·<official post=council_member>조돈준</official>(이상 국민의힘) 의원이 물었다.",
    "군의회에서 <official post=council_member>신철우</official>(무소속) 의원이 물었다.",
    "○의회사무국장 <official post=bureau_head>김성학</official> 보고를 드리겠습니다.",
    "경주시의회 <official post=bureau_head district_code=4713000000>이종월</official> 사무국장이 물러났다.",
    "<official post=other_public>최정화</official> 시 농업기술센터소장이 설명했다.",
    "<official>송기섭</official> 진천군수 주재로 회의가 열렸다. <official>송 군수</official>는 감사를 전했다.",
    "국토교통부(장관 <official post=minister district_code=->변창수</official>)는 결과를 냈다.",
    "Deputy Mayor of Culture, <official post=vice_mayor>Lee Byeong-jun</official> will resign in Gwangju Metropolitan City.",
    "The Economic Zone Authority (Commissioner <official post=agency_head>Song Sang-u</official>, hereinafter the Authority) met.",
    "<official>Park Hee-yun</official>, Yongsan-gu Mayor, held a meeting. <official>Mayor Park</official> listened.",
    '"District Chief <official post=district_mayor>Kim Kyung-u</official> works hard," said Seoul Mayor <official post=mayor>Oh Se-yun</official>.',
    "<official post=council_member district_code=4600000000>Kwangsu Na</official>, a member of the Jeonnam Provincial Council, met reporters. <official>Assemblyman Na</official> objected.",
]


@pytest.mark.parametrize("markup", [*KOREAN, *ENGLISH])
def test_finds(markup: str) -> None:
    check(markup, "official", published="2022-10-07")


@pytest.mark.parametrize("markup", LOOKS_ALIKE)
def test_looks_alike_but_is_not(markup: str) -> None:
    check(markup, "official", published="2022-10-07")


@pytest.mark.parametrize("markup", MET)
def test_met_in_the_wild(markup: str) -> None:
    check(markup, "official", published="2022-10-07")


def officials(text: str) -> list[tuple[str, str, str | None, str]]:
    """Surface form, post, code and id of each official of a text, in reading order."""
    found = pipeline.process(text, published="2022-10-07").mentions
    return [(m.text, m.row.post, m.row.district_code, m.entity_id) for m in found if m.type == "official"]


def test_one_person_in_two_languages_and_every_order_is_one_official() -> None:
    text = (
        "정용래 유성구청장은 대전 유성구에서 주민을 만났다. 정 구청장은 웃었다.\n\n"
        "Jung Yong-rae, Mayor of Yuseong-gu, met the residents of Daejeon.\n"
        "Yong-rae Jeong smiled. Mayor Cheong left. Chung, Yongrae spoke."
    )
    found = officials(text)
    assert [surface for surface, *_ in found] == [
        *("정용래", "정 구청장", "Jung Yong-rae", "Yong-rae Jeong", "Mayor Cheong"),
    ] + [surface for surface, *_ in found[5:]]
    assert {(post, code) for _, post, code, _ in found} == {("district_mayor", "3020000000")}
    assert len({entity for *_, entity in found}) == 1


def test_the_same_official_has_the_same_id_in_articles_of_either_language() -> None:
    korean = officials("정용래 유성구청장은 대전 유성구에서 주민을 만났다.")
    english = officials("Jung Yong-rae, Mayor of Yuseong-gu, Daejeon, met the residents.")
    assert korean[0][3] == english[0][3] != ""


def test_people_whose_keys_collide_stay_apart() -> None:
    found = officials("서울 중구는 정용래 복지국장과 정영래 복지국장을 승진시켰다.")
    assert len({entity for *_, entity in found}) == 2


def test_the_jurisdiction_comes_from_the_article_where_the_text_leaves_it_out() -> None:
    text = (
        "서울 중구는 23일 쉼터를 열었다.\n김길성 구청장은 “서울시와 함께했다”고 말했다. 박정수 안전총괄과장이 안내했다."
    )
    assert [(post, code) for _, post, code, _ in officials(text)] == [
        ("district_mayor", "1114000000"),
        ("division_head", "1114000000"),
    ]


def test_a_local_foundation_has_the_area_it_is_named_after() -> None:
    assert officials("여주시는 도예가를 돕는다. 여주세종문화재단(이사장 화인서)도 돕는다.")[0][1:3] == (
        "agency_head",
        "4167000000",
    )


def test_a_name_that_begins_like_a_surname_of_two_syllables_meets_its_spelling() -> None:
    text = "부산 해운대구 황보람 문화과장이 설명했다.\n\nBoram Hwang, head of the Culture Division of Haeundae-gu, explained."
    assert len({entity for *_, entity in officials(text)}) == 1


def test_a_mayor_is_what_the_area_makes_of_the_title() -> None:
    assert officials("Jongno-gu opened a park. Mayor Kim Young-jong spoke.")[0][1] == "district_mayor"
    assert officials("Gijang County, Busan, opened a park. Mayor Oh Gyu-sik spoke.")[0][1] in (
        "county_governor",
        "mayor",
    )


def test_the_area_in_a_round_up_is_that_of_the_item() -> None:
    text = (
        "■ 부산 동래구의회, 추경 심사\n동래구의회가 추경을 본다. 박도윤 의원이 조례안을 냈다.\n"
        "■ 기장군, 멸치 축제\n기장군이 축제를 연다. 기장군 정관읍도 함께한다. 빙 솔 관광과장이 알렸다."
    )
    assert [(post, code) for _, post, code, _ in officials(text)] == [
        ("council_member", "2626000000"),
        ("division_head", "2671000000"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Suwon City held it. The city council, chaired by Ban So-yul, met. Chair Ban spoke.",
            [("council_chair", "4111000000")] * 2,
        ),
        (
            "Ban So-yul, who will lead the Welfare Bureau of Suwon, came. Director Ban spoke.",
            [("bureau_head", "4111000000")] * 2,
        ),
        ("Ban So-yul was elected as the chairman of the Suwon City Council.", [("council_chair", "4111000000")]),
        ("Ban So-yul came to Suwon City. Welfare Bureau Director Ban spoke.", [("bureau_head", "4111000000")] * 2),
        ("Mok Tae-in, Governor of Ulju-gun, and Dong-gu Vice Mayor Ban So-yul came to Ulsan.",
         [("county_governor", "3171000000"), ("vice_district_mayor", "3117000000")]),
        ("Suwon City grew. Vice Mayor for Economic Affairs Ban So-yul spoke.", [("vice_mayor", "4111000000")]),
        ("Mayor Sunwoo spoke. Sunwoo Beom, mayor of Suwon, left.", [("mayor", "4111000000")] * 2),
        ("Suwon City Council members Ban So-yul, Mok Tae-in and Do Ha-ram spoke.", [("council_member", "4111000000")] * 3),
    ],
)  # fmt: skip
def test_english_posts_told_by_clauses_and_neighbours(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(post, code) for _, post, code, _ in officials(text)] == wanted
    assert all(entity for *_, entity in officials(text))


def test_a_short_form_without_a_full_name_has_no_id() -> None:
    assert [(surface, entity) for surface, *_, entity in officials("박 대통령은 담화를 냈다.")] == [("박 대통령", "")]


def test_no_pattern_is_slow() -> None:
    for piece in ("1,", "억", "(", " ", "가", "a", "김 시장 ", "Kim Min-ho, the ", "김철수·", "(구청장"):
        pipeline.process(piece * (20_000 // len(piece)), lang="ko")
        pipeline.process(piece * (20_000 // len(piece)), lang="en")
