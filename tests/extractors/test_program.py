"""Programs: what is found, what only looks alike, what was met in the wild; which names are one program and who runs it."""

from __future__ import annotations

import time

import pytest

from pipeline import resources
from pipeline.extractors.program import EXTRACTOR, find, link
from pipeline.flow import process
from pipeline.grammar.programs.program_groups import Naming, fold, groups, program_id
from pipeline.grammar.programs.program_heads import KINDS
from pipeline.records import Mention
from pipeline.view import View
from tests.annotated import parse

KOREAN_FINDS = [
    # items of a budget that is listed, each with its sum
    "빠진 것은 <program kind=event>솔섬국수축제</program> 5억원, <program kind=event>칼바람축제</program> 1억원이다.",
    "사업별로는 <program kind=service>배움의 숲 만들기 및 놀이나눔 교실</program>(4억원), 꿈을 키우는 <program kind=service>빛과 그늘 프로그램</program>(3억원) 등이다.",
    "재원은 국비 보조금 5억원, 도비 지원금 3억원이다.",
    # whom a scheme helps and how, in three words or more
    "시는 <program kind=project>신혼부부 다자녀 가정 등록금 지원사업</program>을 벌인다.",
    # works that money goes into, the next item's own district, a quoted benefit
    "도는 <program kind=project>너른뜰 혁신밸리 조성</program>에 1000억원을 투입한다.",
    "시는 <program kind=project>별뫼천 재해예방사업</program> 320억원, <program kind=project>솔재지구 급경사지 정비사업</program> 45억원을 따냈다.",
    "군은 ‘<program kind=finance>출산축하금</program>’을 준다.",
    # a sum behind a colon
    "- 정장 빌려주기 ‘<program>달빛 옷장</program>’: 한 번에 4만원",
    # three words that end in a deed and are spoken of
    "‘<program kind=project>새둥지 보금자리 월세 지원</program>’은 다섯 해 동안 이어진다.",
    # a head with its sum, some words behind the quotation
    "‘<program kind=service>옆집에 놀러 가자</program>’ 정겨운 마을 탐방 프로그램(4천만 원)을 벌였다.",
    # told apart by the sum right behind them
    "주요 사업은 <program kind=project>반달못 생태공원 조성</program>(71억원), <program kind=project>너른뜰 도서관 건립</program>(90억원)이다.",
    "△<program kind=project>샘골공간 정비사업</program>(12억원) △<program kind=project>전기화물차 보급사업</program>(7억원)을 담았다.",
    "빠진 항목도 있다.\n- <program kind=project>별뫼 한류체험관 조성 사업</program>비 10억원",
    # one long word names a scheme, quoted or not
    "군은 <program kind=project>일반농산어촌개발사업</program>에 뽑혔다.",
    "구는 ‘<program kind=finance>중소기업육성기금</program>’ 융자 신청을 받는다.",
    "군은 5일부터 <program kind=finance>농어민수당</program>을 나눠 준다.",
    "선정된 축제는 △<program kind=event>노래가 흐르는 샘골 축제</program>(솔재동) △<program kind=event>별똥별, 그림 마을 축제</program>(느티2동) 등이다.",
    "구는 <program kind=service>서울형 놀이카페</program>를 연다.",
    "시는 <program kind=project>AI 집적단지 조성사업</program>을 멈췄다.",
    "군은 솔재면 <program kind=project>군도 7호선 굽은길 정비 공사</program>를 마쳤다.",
    "도는 <program kind=project>지방도 306호선 남양주 화도~운수 도로확포장공사</program>에 착수했다.",
    "가평읍 물안2리·들뫼리 <program kind=event>햇살산촌 꽃길 축제</program>가 뽑혔다.",
    "‘느린 골목’과 <program kind=event>솔재 꽃길 축제</program>를 알렸다.",
    "군은 <program kind=project>말이산고분군 정비사업</program>을 벌인다.",
    "구는 <program kind=service>서울형 새싹카페 서비스</program>를 연다.",
    # a head noun in the quotation marks
    "구는 ‘<program kind=contest>골목 풍경 공모전</program>’을 연다.",
    "시는 「<program kind=project>푸른옥상 프로젝트</program>」를 시작했다.",
    "의회는 『<program kind=ordinance>공유부엌 지원 조례</program>』를 통과시켰다.",
    "군은 〈<program kind=event>은하수 축제</program>〉를 준비한다.",
    "도는 <<program kind=plan>물빛도시 종합계획</program>>을 세웠다.",
    "시는 《<program kind=event>조약돌 특별전</program>》을 마련했다.",
    '구는 "<program kind=campaign>텀블러 캠페인</program>"을 벌인다.',
    "구는 '<program kind=service>목공 교실</program>'을 열고 있다.",
    # a head noun after them
    "‘<program kind=project>한 숟갈 더</program>’ 사업이 시작됐다.",
    "‘<program kind=service>퇴근길 진료</program>’ 서비스를 이용했다.",
    "‘<program kind=policy>햇살 한 줌</program>’ 정책이 눈길을 끈다.",
    "‘<program kind=campaign>나부터 한 컵</program>’ 대국민 캠페인에 나섰다.",
    "‘<program kind=service>새벽 서가</program>’, ‘<program kind=service>이끼 공방</program>’ 프로그램을 마련했다.",
    "‘<program kind=project>느린 골목</program>’과 ‘<program kind=project>빠른 답장</program>’ 등 6개 사업을 소개했다.",
    # a head noun before them
    "알림 플랫폼 ‘<program kind=platform>온소식</program>’을 쓴다.",
    "공모사업인 ‘<program kind=project>고향마당</program>’에 뽑혔다.",
    "걷기 앱 ‘<program kind=platform>뚜벅이</program>’가 인기다.",
    "독서 캠페인 ‘<program kind=campaign>하루 열 쪽</program>’에 함께한다.",
    # a predicate
    "‘<program kind=project>열린 현관</program>’은 빈집을 고쳐 빌려주는 사업이다.",
    "‘<program kind=service>말벗 전화</program>’는 홀몸 어르신의 안부를 묻는 서비스로 3월에 시작했다.",
    # verbs of running, winning, money
    "구청장은 ‘<program>하루 현장실</program>’을 11월까지 운영한다.",
    "‘<program>달빛 산책</program>’이 10일 열린다.",
    "구는 ‘<program>초록 지붕</program>’을 추진하고 있다.",
    "‘<program>이웃 열쇠</program>’는 우수사례로 선정됐다.",
    "노인을 돕는 ‘<program>동행 벗님</program>’에 4억 2000만원을 담았다.",
    "지난해 문을 연 ‘<program>무지개 통역</program>’도 자리를 잡았다.",
    "시는 ‘<program>남천동 공영차고지 이전 검토</program>’를 추진한다.",
    # compounds without marks
    "구는 <program kind=project>약수시장 지중화 사업</program>을 마쳤다.",
    "시는 <program kind=finance>서초사랑상품권</program>을 발행한다.",
    "31일 <program kind=contest>참좋은지방자치정책대회</program>가 열렸다.",
    "구는 <program kind=project>100일의 일상회복 프로젝트</program>를 끝냈다.",
    "<program kind=event>제12회 물안개 걷기대회</program>에 2천 명이 왔다.",
    "<program kind=project>유성형 통합돌봄 사업</program>이 궤도에 올랐다.",
    "서울시 중구는 <program kind=project>남대문시장 아케이드 정비 사업</program>을 시작했다.",
    # a note or a sum in brackets behind it
    "군은 ‘<program kind=service>거북걸음 콜버스</program>’(올해 3억원)를 맡겼다.",
    "보건소는 ‘<program kind=service>안마당 왕진</program>’(주 1회)을 운영한다.",
    # works, with their head in quotation marks or three words in front
    "군은 ‘<program kind=project>솔내천 둑 보강 공사</program>’를 끝내기로 했다.",
    "시는 <program kind=project>달뫼고개 옹벽 보강 공사</program>를 끝냈다.",
    # heads that are names only where something is paid or run
    "‘<program kind=project>첫둥지 이사비 지원</program>’은 무주택 청년에게 40만 원을 준다.",
    "‘<program kind=service>새벽별 버스</program>’를 운영한다.",
    # lists
    "- <program kind=event>별마루 숲속 음악회</program>는 10일이다.",
    "공약 사업은 ▲<program>은행나무길 청년 창업 프로젝트</program> ▲<program>한강변 야간 조명 사업</program> 등이다.",
    "선정된 사업은 △솔잎동 ‘<program>마당 영화관</program>’ △밤나무동 ‘<program>화분 나눔터</program>’이다.",
]

ENGLISH_FINDS = [
    # items of a budget that is listed, each with its sum
    "Among the items: <program kind=project>Solbay Port – Dalmi Expressway Construction</program> 78 billion won, <program kind=project>East Solbay JCT Road Construction</program> 3.5 billion won.",
    "The projects include ▲ <program kind=project>Geumbit District drainage improvement project</program> with 200 million won (total cost 12 billion won), ▲ <program kind=project>Noeul Cliff Trail Project</program> (2 billion won), among others.",
    # what is done with a body, and a platform in apposition
    "It set aside 2 billion won for the '<program kind=project>Establishment of a Sailors Call Center</program>' project.",
    'The "<program kind=platform>Gentle Giving</program>", the donation platform that runs on it, is new.',
    "The '<program kind=project>100-Day Daily Recovery Project</program>' has been completed.",
    "He met 370 residents through the '<program kind=service>Visiting Alley Talk</program>' program.",
    "Meetings were held through the '<program kind=project>Let's Meet the Mayor</program>' initiative.",
    "The '<program>Quick Answer Line</program>,' which responds all year, received 500 complaints.",
    "The '<program kind=event>Seawind Concert and Bazaar</program>' was held on Friday.",
    "The '<program>Direct Harvest Grand Market for Chuseok</program>' was held again.",
    "Work went on through the '<program>Stream Local Brand Commercial District</program>' and the '<program>Horse Alley Branch</program>.'",
    "<program kind=finance>Seocho Love Gift Certificates</program> worth 24 billion won were sold.",
    "Through events like '<program>Alley AI College</program>' and '<program kind=event>Young Painters Special Exhibition</program>,' it helped.",
    "The '<program>Harbor Ombudsman</program>' was operated fairly.",
    "The county was selected for the ministry's '<program kind=contest>Digital Tide Land</program>' contest.",
    "<program kind=event>Namsan V Week</program> was operated for two weeks.",
    "By March it will enact the '<program kind=ordinance>Dalbit-gu Smart City Creation Ordinance</program>'.",
    "It praised the <program>Gwangju-type job sharing welfare program</program>.",
    "The initiative, “<program>Sharing parking camera footage with the police</program>,” saved money.",
    "The best projects: ▲ <program>Mobile care service for vulnerable households</program> ▲ <program>Sharing alley cameras for lost children</program>.",
    "They built an electronic access control system (<program kind=platform>KI-GATE</program>) in June.",
    "It opened the <program>6070 Youth University</program>.",
    "It began the <program kind=project>Eojin-dong Urban Regeneration New Deal</program>.",
    "The <program kind=project>5G Wireless Camera Road Safety Demonstration Project</program> is under way.",
    "In the second <program kind=award>Science Biz Award</program> it came first.",
    "Children enjoyed the <program kind=award>Yuseong refreshment award</program>.",
    'The fundraising campaign "<program kind=campaign>Warm Hands Winter</program>" goes on.',
    "A bulky waste pickup service called ‘<program kind=service>Bbareum</program>’ is free.",
    "The ‘<program>One-Day Field Mayor’s Office</program>’ will visit every neighborhood.",
    "Merchants were paid the '<program>Harbor Breath Money</program>' of 1 million won each.",
    "The two sides signed a '<program kind=agreement>Youth Settlement Fund Agreement</program>' on Monday.",
    "The <program kind=service>Uri-maeul Doctor service</program> is launched in May.",
    "It introduced the <program kind=finance>Ondure Card</program> last year.",
    "The city lends 10 million won as the '<program kind=finance>Stepping Stone Special Guarantee</program>'.",
    "The county decided to finish the '<program kind=project>Solnae Embankment Mending Work</program>' in June.",
    "A lecture series, '<program>Humanities on the Stairs</program>,' is free.",
]

KOREAN_TRAPS = [
    "서울형 모델을 찾는다.",
    "체험형 교육을 한다.",
    "구는 현장 밀착형 재정 정책을 편다.",
    "‘민생 밀착형 정책’을 추진한다.",
    "영등포 주요 정책을 살폈다.",
    "시는 AI 연계 사업을 벌인다.",
    "모임은 월1회 정기행사를 연다.",
    "‘월 14회’를 운영한다.",
    "‘구포시장’을 찾아 행사를 열었다.",
    "‘물안무료중식봉사회’가 행사를 열었다.",
    "‘센서 장치’를 운영한다.",
    "도로망 개선사업계획 등 상위계획에 담았다.",
    "‘시민이 먼저다’라는 구호가 걸렸다.",
    "그는 “사업을 반드시 추진하겠다”고 말했다.",
    "올해 비전은 ‘다시 뛰는 항구’다.",
    "구는 ‘다 함께 웃는 도시’를 비전으로 내걸었다.",
    "‘스마트도시과’를 신설해 운영한다.",
    "‘디지털정책팀’을 새로 운영한다.",
    "‘주민자치위원회’를 운영하고 있다.",
    "일자리 사업과 청년 정책을 추진한다.",
    "소상공인 지원 사업을 확대한다.",
    "구는 올해 신규 사업 7건을 추진한다.",
    "이 조례는 내년부터 시행된다.",
    "대상 사업 목록을 공개했다.",
    "시집 ‘겨울 항구’를 읽었다.",
    "‘안전’을 추진한다.",
    "사업비 3억원과 사업자 12명이 필요하다.",
    "대회의실에서 간담회를 열었다.",
    "상품권은 시장에서 쓴다.",
    "서울시는 국토교통부 공모사업에 응모했다.",
    "주민들은 ‘길이 어둡다’며 대책을 요구했다.",
    "추진하는 사업마다 좋은 평가를 받았다.",
    "온빛도시공사 사장과 한빛관광공사 직원이 왔다.",
    "강변도로 정비 공사가 끝났다.",
    "‘반대’ 의사를 밝혔다.",
    "시내버스와 개인택시 요금이 오른다.",
    "편입 기념 주민 한마당을 준비했다.",
    "대학생 장학금과 출산 지원금을 준다.",
]

ENGLISH_TRAPS = [
    "The council passed 14 Ordinances.",
    "Establishes Customized Support Policies",
    "Helps Single-Person Households with 40 Projects",
    "The slogan 'Closer, Sooner' hangs on the wall.",
    "It set up the 'Smart City Division' in January.",
    "The 'Smart Policy Team' runs the office.",
    "It aims to become a 'smart city' soon.",
    "Areas such as 'transportation,' 'welfare,' and 'safety' were named.",
    "The move ushered in a 'Golden Age of Alley Commerce.'",
    '"We will launch the project," said the mayor.',
    "The Ministry of Land announced a plan.",
    "The city expanded its youth policy and job program.",
    "The National Pension Service opened a branch.",
    "Daejeon City Hall held a contest.",
    "The novel 'The Winter Harbor' was published.",
    "The Planning and Budget Division drew up the budget.",
    "It prepared measures for the 'Untact' culture.",
    "Many services and projects were cancelled.",
    "Passengers pay with a Hanbit Card at the gate.",
    "The city opened Jungang Market.",
    "The Gangnam-gu service was launched in May.",
    "He spoke of 'A Better Day'.",
]

MET_IN_THE_WILD = [
    # the compound says what the quoted name is
    ("ko", "왕릉에서는 외국인 글쓰기 대회인 ‘<program>임금께 쓰는 글</program>’이 열린다."),
    # an American full stop inside
    ("en", "It was chosen in the ministry's '<program>Everyday Digital Contest</program>.'"),
    # a sum in front
    ("en", "The winner gets a 500,000 KRW <program>Haneul Love Gift Certificate</program>."),
    # once quoted, then without marks
    ("en", "The '<program>Hope Ladder</program>' fund opened. The <program>Hope Ladder</program> lends to anyone."),
    ("ko", "‘<program>참고운 마을 대회</program>’가 열렸다. <program>참고운마을대회</program>는 두 번째다."),
    # a headline in capitals throughout gives only quoted names
    (
        "en",
        "Dongmun-gu Launches ‘<program>2023 Warm Winter Project</program>’ For All Residents And Neighbors This Year",
    ),
]

CASES = [
    *(("ko", case) for case in KOREAN_FINDS + KOREAN_TRAPS),
    *(("en", case) for case in ENGLISH_FINDS + ENGLISH_TRAPS),
    *MET_IN_THE_WILD,
]


def _check(lang: str, markup: str) -> None:
    text, expected = parse(markup, "program")
    found = [m for m in process(text, lang=lang, extractors=[EXTRACTOR]).mentions if m.type == "program"]
    assert [(m.start, m.end, m.text) for m in found] == [(e.start, e.end, e.text) for e in expected]
    for mention, want in zip(found, expected, strict=True):
        assert {k: str(getattr(mention.row, k)) for k in want.attributes} == want.attributes


@pytest.mark.parametrize(("lang", "markup"), CASES)
def test_found_and_not_found(lang: str, markup: str) -> None:
    _check(lang, markup)


@pytest.mark.parametrize("table", ["program_heads", "program_deeds", "program_generic", "programs"])
def test_examples_of_the_gazetteers(table: str) -> None:
    for row in resources.table(table):
        _check(row.get("lang") or ("en" if row["example"].isascii() else "ko"), row["example"])
        assert row["source"]
        assert row.get("kind", "project") in KINDS


NO_SENTENCE = (0, 0)
ONE_PROGRAM = [
    ("참좋은 지방자치 정책대회", "참좋은지방자치정책대회"),
    ("Seocho Coin", "Seocho Coin System"),
    ("온빛시 솔숲 음악회", "솔숲 음악회"),
    ("과학브랜드 유성다과상", "유성다과상"),
    ("Very Good Local Policy Contest", "Good Local Policy Contest"),
    ("Nara-ium", "나라이음"),
    ("Sharing camera footage for night bus safety", "Sharing footage from night bus safety cameras"),
    ("Haneul-gu Lantern Walk", "Lantern Walk"),
    ("한빛구 빈집 새단장 지원 조례", "빈집 새단장 조례"),
    ("Rise Once More Subsidy", "Rise Once More Support Fund"),
    ("솔내강 백 리 물길", "솔내강 물길 사업"),
]
TWO_PROGRAMS = [
    ("Digital Twin", "Digital Twin Land"),
    ("솔숲 음악회", "물빛 음악회"),
    ("청년축제", "솔빛 청년축제"),
    ("Youth Festival", "Gangbit Youth Festival"),
]


@pytest.mark.parametrize("names", ONE_PROGRAM)
def test_names_of_one_program(names: tuple[str, str]) -> None:
    found = groups([Naming(name, "project", (0, number)) for number, name in enumerate(names)])
    assert len(set(found)) == 1


@pytest.mark.parametrize("names", TWO_PROGRAMS)
def test_names_of_two_programs(names: tuple[str, str]) -> None:
    found = groups([Naming(name, "project", (0, number)) for number, name in enumerate(names)])
    assert len(set(found)) == 2


def test_a_short_form_does_not_stand_beside_its_long_one() -> None:
    found = groups([Naming("푸른 물빛잔치", "event", NO_SENTENCE), Naming("물빛잔치", "event", NO_SENTENCE)])
    assert len(set(found)) == 2


def test_korean_and_english_names_pair_by_kind_and_order() -> None:
    korean = [Naming("한숟갈 더", "project", (0, 0)), Naming("2024 물빛제", "event", (0, 1))]
    english = [Naming("One More Spoon", "project", (1, 0)), Naming("2024 Water Feast", "event", (1, 1))]
    first, second, third, fourth = groups([*korean, *english])
    assert (first, second) == (third, fourth)
    assert (first.name, first.name_ko, first.name_en) == ("한숟갈 더", "한숟갈 더", "One More Spoon")


TRANSLATED = (
    "온빛시는 물에 잠긴 집에 ‘다시 서는 지원금’ 300만 원을 준다. 신청은 24일까지 받는다.\n"
    "시는 내년 6월까지 ‘솔내천 둑 보강 공사’에 12억 원을 들인다. 주민 40명이 공사를 지켜본다.\n\n"
    "This is a translation.\n\n"
    "Onbit City gives 3 million won as the 'Stand Again Subsidy' to flooded homes. Apply by the 24th.\n"
    "It opens the 'Stand Again Support Fund' for homes in all its villages soon.\n"
    "It will finish the 'Solnaecheon Bank Reinforcement Work' of 1.2 billion won next June. 40 residents watch it.\n"
)


def test_names_of_a_text_and_its_translation_pair_by_kind_place_and_sums() -> None:
    found = {m.row.name_ko: m.row.name_en for m in process(TRANSLATED).mentions if m.type == "program"}
    assert set(found) == {"다시 서는 지원금", "솔내천 둑 보강 공사"}
    assert found["솔내천 둑 보강 공사"] == "Solnaecheon Bank Reinforcement Work"


def test_numbers_that_differ_keep_languages_apart() -> None:
    found = groups([Naming("100일의 약속", "project", (0, 0)), Naming("30-Day Promise", "project", (1, 0))])
    assert len(set(found)) == 2


def test_ids_are_stable_and_blind_to_spelling() -> None:
    assert (
        program_id("온빛 사랑상품권", "1165000000") == program_id("온빛사랑상품권", "1165000000") == "prg-2835488540e7"
    )
    assert program_id("온빛사랑상품권", "1165000000") != program_id("온빛사랑상품권", "")
    assert fold("‘달빛·마중’ 사업") == "달빛마중사업"


def test_ids_do_not_hang_on_a_generic_head() -> None:
    assert program_id("은행시장 지중화 사업", "1165000000") == program_id("은행시장 지중화", "1165000000")
    assert program_id("솔섬 축제", "1165000000") != program_id("솔섬", "1165000000")


def test_link_is_blind_to_order() -> None:
    mentions: list[Mention] = []
    for text in (
        "구는 ‘달빛 마중’ 사업을 시작했다.",
        "구는 ‘달빛마중’ 사업을 마쳤다.",
        "구는 ‘달빛 마중’ 서비스를 시작했다.",
    ):
        mentions += process(text, lang="ko", extractors=[EXTRACTOR]).mentions
    assert len({m.entity_id for m in mentions}) == 1
    assert link(mentions) == link(mentions[::-1])
    assert (link(mentions).name, link(mentions).kind) == ("달빛 마중", "project")


def test_owner_is_the_area_that_the_article_is_about() -> None:
    from pipeline.extractors.district import EXTRACTOR as DISTRICT

    text = "서초구는 ‘달빛 마중’ 사업을 시작했다. 서초구 주민은 누구나 신청한다.\n"
    (program,) = [m for m in process(text, lang="ko", extractors=[DISTRICT, EXTRACTOR]).mentions if m.type == "program"]
    assert program.row.district_code == "1165000000"


def test_owner_of_a_round_up_is_the_paragraph_s_area() -> None:
    from pipeline.extractors.district import EXTRACTOR as DISTRICT

    text = "서초구는 ‘달빛 마중’ 사업을 시작했다.\n\n종로구는 ‘별빛 마중’ 사업을 시작했다.\n"
    programs = [m for m in process(text, lang="ko", extractors=[DISTRICT, EXTRACTOR]).mentions if m.type == "program"]
    assert [m.row.district_code for m in programs] == ["1165000000", "1111000000"]


def test_a_district_of_a_city_runs_nothing_itself() -> None:
    from pipeline.extractors.district import EXTRACTOR as DISTRICT

    text = "전주시 완산구에서 ‘달빛 마중’ 사업을 시작했다. 완산구 주민이면 된다.\n"
    (program,) = [m for m in process(text, lang="ko", extractors=[DISTRICT, EXTRACTOR]).mentions if m.type == "program"]
    assert program.row.district_code == "5211000000"


@pytest.mark.parametrize(
    "unit", ["1,", "억", "(", " ", "가", "a", "축제 ", "Festival of ", "Card ", "‘지원’(", "공사 ", "▲"]
)
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_long_runs_take_no_time(unit: str, lang: str) -> None:
    begun = time.perf_counter()
    list(find(View.of((unit * 100_000)[:100_000], lang)))
    assert time.perf_counter() - begun < 5
