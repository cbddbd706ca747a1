"""Dates as annotated sentences: the expression, its EDTF value and kind. The rules may be tuned on these."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import pipeline
from pipeline.extractors.date import EXTRACTOR
from tests.annotated import parse

PUBLISHED = "2021-05-31"  # a Monday

FINDS_KOREAN = [
    "<date edtf=2021-05-31>2021년 5월 31일</date> 열렸다.",
    "<date edtf=2021-05-31>2021년5월31일(월)</date> 열렸다.",
    "<date edtf=2021-05-31>2021.5.31.</date> 기준이다.",
    "<date edtf=2021-05-31>2021-05-31</date> 기준으로 정했다.",
    "준공일은 <date edtf=2021-05-31>21.5.31.</date>이다.",
    "<date edtf=2021>’21년</date> 예산을 짰다.",
    "<date edtf=2021-05>’21년 5월</date> 착공했다.",
    "<date edtf=2021-05-31>5월31일</date> 문을 열었다.",
    "<date edtf=2021-05-12/2021-05-13>12~13일</date> 이틀간 열렸다.",
    "<date edtf=2021-05-12/2021-05-13>지난 12∼13일</date> 열렸다.",
    "<date edtf=2021-09-01/2021-09-10>9월 1일부터 10일까지</date> 받는다.",
    "<date edtf=2021-12-28/2022-01-05>12월 28일부터 1월 5일까지</date> 받는다.",
    "<date edtf=../2021-11 kind=deadline start=2021-11-01>11월 말까지</date> 마친다.",
    "<date edtf=2021-40 granularity=half>상반기</date> 실적이다.",
    "<date edtf=2021-35 granularity=quarter>3분기</date>에 착공한다.",
    "<date edtf=2021-33/2021-35>1~3분기</date> 누계다.",
    "<date edtf=2022-01>내년 초</date> 문을 연다.",
    "<date edtf=2021-04-28>지난달 28일</date> 맺었다.",
    "<date edtf=2021-06-03>다음 달 3일</date> 연다.",
    "<date edtf=2021-06-20>오는 20일</date> 연다.",
    "<date edtf=2020-12>지난해 12월</date> 마쳤다.",
    "<date edtf=2020>작년</date>과 <date edtf=2019>재작년</date>을 견줬다.",
    "<date edtf=2020>전년도</date>보다 늘었다.",
    "<date edtf=2021>올해</date>, <date edtf=2021>금년</date>, <date edtf=2022>내년</date>을 본다.",
    "<date edtf=2020/2024 kind=interval>2020~2024년</date> 추진한다.",
    "<date edtf=../2026 kind=deadline start=2026-01-01 end=2026-12-31>2026년까지</date> 짓는다.",
    "<date edtf=2011/.. kind=since start=2011-01-01 end=2011-12-31>2011년 이후</date> 줄었다.",
    "<date edtf=2021-05-03>3일</date> 오후 2시에 만났다.",
    "<date edtf=2021-05-30>어제</date> 만나 <date edtf=2021-06-01>내일</date> 떠난다.",
    "<date edtf=2021-06-04>이번 주 금요일</date>에 점검한다.",
    "<date edtf=2021-05-24/2021-05-30 granularity=week>지난주</date> 늘었다.",
    "<date edtf=2021-06-05/2021-06-06>이번 주말</date>에 열린다.",
    "<date edtf=2021-07-25/2021-08-07 kind=interval>7월 25일부터 2주간</date> 연다.",
    "<date edtf=2021-07-25/2021-08-03>7월 25일부터 10일간</date> 연다.",
    "<date edtf=2021-07/2021-12-31>7월부터 6개월간</date> 연다.",
    "<date edtf=2018-07-01/2022-06-30 granularity=term kind=point>민선7기</date> 공약이다.",
    "<date edtf=2018-07-01/2022-06-30>민선 7기</date> 공약이다.",
    "<date edtf=1995-07-01/1998-06-30>민선1기</date> 때 지었다.",
    "<date edtf=2023-07-01/2024-06-30 kind=interval>민선8기 2년차</date>에 들었다.",
    "<date edtf=2022-07-01/2024-06-30 kind=interval>민선 8기 전반기</date> 성과다.",
    "<date edtf=2024-07-01/2026-06-30>민선 8기 후반기</date> 과제다.",
    "<date edtf=2022-10-08>민선 8기 취임 100일</date>을 맞았다.",
    "<date edtf=2019-07-01 kind=point>민선7기 1주년</date> 회견을 했다.",
    "<date edtf=2021-03-01/2022-02-28>2021학년도</date> 입학생이다.",
    "<date edtf=2020>2020회계연도</date> 결산이다.",
    "<date edtf=2021-09-21>추석</date> 전에 지급한다.",
    "<date edtf=2021-05-05>어린이날</date>에 열었다.",
    "<date edtf=2021-22 granularity=quarter>올여름</date>은 덥다.",
    "<date edtf=2020-24 start=2020-12-01 end=2021-02-28>2020년 겨울</date>에 얼었다.",
    "<date edtf=2021-10-23>10월 셋째 주 토요일</date>에 연다.",
    "<date edtf=2021-06-30>6월 말일</date> 끝난다.",
    "<date edtf=2021-06>6월 중순</date> 연다.",
    "<date edtf=2021-05-28>사흘 전</date> 알렸다.",
    "<date edtf=198X granularity=decade>1980년대</date> 지었다.",
    "<date edtf=2021-05-03>2021년 5월 3일</date> 시작해 <date edtf=2021-05-06>6일</date> 마쳤다.",
    "시는 <date edtf=2021-06-03>3일</date> 축제를 연다고 <date edtf=2021-05-31>31일</date> 밝혔다.",
    "<date edtf=2021-06-14/2021-06-25>6. 14.(월) ~ 6. 25.(금)</date> 접수한다.",
    "<date edtf=2021-06-14/2021-06-25>2021. 6. 14. ~ 6. 25.</date> 접수한다.",
    "~<date edtf=../2021-06-25>6.25.(금)까지</date> 접수한다.",
    "그는 <date edtf=2019>2년 전</date> 부임해 <date edtf=2011>10년 전</date> 공사를 되짚었다.",
    "<date edtf=2020>1년 전</date> 문을 닫은 공장이다.",
    "회의는 <date edtf=2021-06-23>3주 뒤 수요일</date>에 열린다.",
    "예산은 <date edtf=2018>2018년</date> 12억 원에서 <date edtf=2019>이듬해</date> 20억 원이 됐다.",
    "<date edtf=2021-05-30>어저께</date> 만났다.",
    "<date edtf=2021-05-31>이천이십일년 오월 삼십일일</date>에 썼다.",
]

FINDS_ENGLISH = [
    "It opened <date edtf=2021-05-31>on May 31, 2021</date>.",
    "It opened <date edtf=2021-05-31>on 31 May 2021</date>.",
    "It opened <date edtf=2021-05-31>on Monday, May 31</date>.",
    "It opened <date edtf=2021-05-31>on the 31st</date>.",
    "It closes <date edtf=2021-09-03>on Sept. 3</date>.",
    "It closed <date edtf=2022-09-03>on 3 September 2022</date>.",
    "It runs <date edtf=2021-09-23/2021-09-24 kind=interval>September 23-24</date>.",
    "It runs <date edtf=2021-07-25/2021-08-07>from July 25 to Aug. 7</date>.",
    "It runs <date edtf=2021-07-13/2021-07-15>from the 13th to the 15th of July</date>.",
    "It runs <date edtf=2021-07-25/2021-08-07 kind=interval>for two weeks from July 25</date>.",
    "It ends <date edtf=2021-06>at the end of next month</date>.",
    "Funds for <date edtf=2023>FY2023</date> rose.",
    "Work resumes in <date edtf=2021-41 granularity=half>the second half of this year</date>.",
    "It opened <date edtf=2021-03>last March</date>.",
    "It will open <date edtf=../2030 kind=deadline>by 2030</date>.",
    "It opened <date edtf=2024-01>in early 2024</date>.",
    "Sales will rise <date edtf=2021-35>in the third quarter</date>.",
    "Sales rose in <date edtf=2020-36>Q4 2020</date>.",
    "Tasks of <date edtf=2018-07-01/2022-06-30>the 7th popular election</date> remain.",
    "Tasks of <date edtf=2022-07-01/2026-06-30 granularity=term>the 8th elected term</date> remain.",
    "Approved first in <date edtf=2022-07-01/2026-06-30>the 8th Civil Administration</date>.",
    "Goals of <date edtf=2018-07-01/2020-06-30 kind=interval>the first half of the seventh term</date> were met.",
    "Goals of <date edtf=2020-07-01/2022-06-30 kind=interval>the second half of the 7th popular election</date> follow.",
    "Achieved in <date edtf=2018-07-01/2021-06-30>the three-year period of the seventh popular election</date>.",
    "Plans for <date edtf=2014-07-01/2018-06-30>the remaining term of the 6th elected administration</date> stand.",
    "<date edtf=2021-07-01 kind=point>Third anniversary of the 7th popular election</date>",
    "It ran <date edtf=2021-05-30>yesterday</date> and runs <date edtf=2021-06-01>tomorrow</date>.",
    "It began <date edtf=2020-01>in January last year</date>.",
    "It began <date edtf=2021-01-01>on January 1 this year</date>.",
    "It has grown <date edtf=2011/.. kind=since>since 2011</date>.",
    "It was <date edtf=199X>in the 1990s</date>.",
    "It will be <date edtf=../2021-06>by the end of June</date>.",
    "It fell <date edtf=2018/2020>between 2018 and 2020</date>.",
    "It fell <date edtf=2020/2021>in 2020-21</date>.",
    "It will open <date edtf=2021-06-06>on the first Sunday of June</date>.",
    "It met <date edtf=2021-05-28>on Friday</date> and talked.",
    "It opens <date edtf=2021-06-07/2021-06-13>next week</date>.",
    "Vouchers will be given at <date edtf=2021-09-21>Chuseok</date>.",
    "A hearing will be held <date edtf=2021-06-03>on the 3rd</date>.",
    "The city announced <date edtf=2021-05-02>on the 2nd</date> that it chose a site.",
    "It opened <date edtf=2021-05-31>on 2021-05-31</date>.",
    "He took office <date edtf=2019>two years ago</date> and left <date edtf=2020>a year ago</date>.",
    "The bridge opened <date edtf=2001>two decades ago</date>.",
    "It reopens <date edtf=2021-12-11>two weeks before Christmas</date>.",
    "It reopens <date edtf=2021-06-04>three days from tomorrow</date>.",
    "They met <date edtf=2021-05-04>the day after May 3</date> at city hall.",
    "It begins <date edtf=2021-06-07/2021-06-13>in the week of June 10</date>.",
    "It runs <date edtf=2021-06-12/2021-06-13>on the second weekend of June</date>.",
    "It ends <date edtf=2021-06-30>on the last day of June</date>.",
    "It cost more in <date edtf=2019>2019</date> than <date edtf=2018>the year before</date>.",
    "Sales are up 3 percent from <date edtf=2020 kind=point>last year</date>.",
    "It rose <date edtf=2016/2019 kind=interval>between 2016 to 2019</date>.",
    "The city announced <date edtf=2021-05-17>on 17th</date> that it chose a site.",
    "It stays closed <date edtf=../2025 kind=deadline>until end-2025</date>.",
    "It was held on <date edtf=2020-10-08>2020 October 8</date>.",
    "It opened <date edtf=2021-05-31>on 5/31/2021</date>.",
    "It opened <date edtf=2021-05-31>on 31/05/2021</date>.",
]

LOOKS_ALIKE = [
    "4년간 추진한다.", "인수위 2일 차에 들었다.", "교육 3일차인 점을 봤다.", "2주 동안 운영한다.", "3개월마다 점검한다.", "매주 상담한다.", "매월 1일 지급한다.", "매년 5월에 연다.", "1일 3회 운행한다.",
    "월 2회 모인다.", "주 5일 근무한다.", "하루 24시간 연다.", "1일 평균 30명이 찾는다.", "1일 명예구청장을 맡았다.", "1일 체험을 한다.", "5일장이 선다.",
    "20일간 열린다.", "3일째 이어졌다.", "5일 동안 열린다.", "2박 3일 여행이다.", "10년 만에 연다.", "3년 연속 뽑혔다.", "중앙로24번길 5에 있다.", "세종대로 110에 있다.",
    "02-2199-6114로 묻는다.", "010-1234-5678로 건다.", "버전 2.10.3을 쓴다.", "3.5%가 올랐다.", "점수는 4.21점이다.", "3대 2로 이겼다.", "12.5㎞를 잇는다.",
    "20세 이상이다.", "3선 구청장이다.", "제3일반산단이다.", "중앙일보가 썼다.", "매일 아침 연다.", "생일을 맞았다.", "365일 살핀다.", "오전 10시에 연다.", "10시 30분에 만난다.",
    "징역 2년 6개월이다.", "5개년 계획이다.", "1,500만 원이다.", "2021명이 왔다.", "2,021건이다.", "제2021호 안건이다.", "이월드를 찾았다.",
    "지난 주민총회를 돌아봤다.", "이번 주제는 환경이다.", "다음 주자로 나섰다.", "오늘날 도시는 바뀐다.", "내일배움카드를 준다.", "청년내일저축을 돕는다.", "더 나은 내일을 꿈꾼다.",
    "그제야 알았다.", "4·19혁명을 기린다.", "사람이 먼저다.", "3분의 1을 쓴다.", "1/4을 쓴다.", "10만 원이다.", "월드컵이다.", "이일 저일 한다.",
    "They march on.", "It may pass.", "May Kim spoke.", "The second round ended.", "It is on the 2nd floor.", "It is on 5th Street.", "It is on 3rd floor.", "He placed 1st.", "The 4th Industrial Revolution came.",
    "The 164th meeting ended.", "It takes two weeks.", "A 24-hour line opened.", "It runs 365 days a year.", "It meets twice a month.", "It meets every Friday.", "It opened at 8:30 a.m.",
    "About 2000 residents came.", "It cost 2019 won.", "Call 02-2199-6114.", "Version 2.10.3 is out.", "The score was 3-2.", "It rose 3.5 percent.", "It is 12.5 km long.",
    "The sun rose.", "He sat down.", "Children aged 7 came.", "A third of them left.", "The first half ended 2-1.", "A better tomorrow awaits.", "The mayor's third term began.",
    "1년 전보다 늘었다.", "10년 전에 비해 줄었다.", "500년 전 도읍이다.", "600년 역사를 품었다.", "120년 전통의 시장이다.",
    "It is 500 years ago that a king built it.", "The week of work paid off.", "He has 20 years of service.",
    "One-third of it is paid.", "Route 2021-5 is closed.", "March for peace!", "An august body met.", "He won 3 awards.", "It is the 20th largest.", "She is in her second year.",
]  # fmt: skip

IN_THE_WILD = [
    (
        PUBLISHED,
        "김하늘 기자 | 기사입력 2021/05/31 [16:43]\n시는 <date edtf=2021-05-31>31일</date> 대강당에서 발표했다.",
    ),
    (PUBLISHED, "2021-05-31 김하늘 기자\n구청장은 <date edtf=2021-05-28>28일</date> 현장을 찾았다."),
    (PUBLISHED, "입력 2021.05.31 09:12 수정 2021.05.31 10:00\n<date edtf=2021-06-01>내일</date> 문을 연다."),
    ("2021-06-01", "대회는 <date edtf=2021-05-31>31일</date> 시청에서 열린 행사다."),
    ("2021-06-01", "구는 <date edtf=2021-05-28>28일</date> 참여 기관과 협약을 맺고 사업을 시작한다고 밝혔다."),
    (
        "2021-01-05",
        "<date edtf=2020-12>지난 12월</date> 시작한 사업이다.",
    ),
    ("2021-12-28", "<date edtf=2022-03>오는 3월</date> 착공한다."),
    (
        "2021-05-31",
        "<date edtf=2021-05-31>31일</date> 개막했다. <date edtf=2021-05-31>이날</date> 행사에는 백 명이 왔다.",
    ),
    (
        "",
        "<date edtf=2018-07-01/2022-06-30>민선7기</date> 들어 <date edtf=XXXX-XX-31 start=- resolution=unresolved>31일</date> 처음 열렸다.",
    ),
    (
        "",
        "It chose tasks <date edtf=XXXX-XX-02 start=- anchor=- resolution=unresolved>on the 2nd</date> for <date edtf=XXXX>this year</date>.",
    ),
    (
        "",
        "The office opened <date edtf=2021-01-01>January 1 this year</date>. A rule is due <date edtf=../2021-03 anchor=2021-01-01>by March</date>. "
        "It began <date edtf=2021-01-01>on January 1, 2021</date>.",
    ),
    (
        "",
        "The mayor marked <date edtf=2022-07-01/2022-10-08>the first 100 days of the 8th elected term</date>. "
        "<date edtf=2022-08-24>On August 24</date> it was praised. It has helped <date edtf=2022-07/..>since July</date>.",
    ),
    (
        "",
        "시장은 <date edtf=2023-07-01>민선 8기 출범 1주년</date>을 맞았다. <date edtf=2023-05>지난 5월</date> 개관했다.",
    ),
    ("2024-04-24", "모집은 <date edtf=2024-04-24/2024-05-08>24일부터 다음 달 8일까지</date>다."),
    (
        "",
        "[춘천=고을뉴스] <date edtf=2020-08-24>24일</date> 시는 복구를 마쳤다고 알렸다.\n2020.08.13 cho@lamp.example |\n물이 빠졌다.",
    ),
    (
        "",
        "「빈집법」 시행(<date edtf=2024-06-08>’24.6.8.</date>)을 앞두고 협약식이 <date edtf=2024-05-22>5월 22일</date> 열린다.",
    ),
    ("", "골목 등 교체\n25. 9. 7 (일) 09:38\n\n구는 <date edtf=2025>올해</date> 등을 단다고 했다.\n\n등은 밝다."),
    (
        "2023-11-01",
        "It is the first fall <date edtf=2011/..>since 2011</date> against <date edtf=2022>the previous year</date>.",
    ),
    (
        "",
        "<date edtf=2022-07-01>On July 1</date>, <date edtf=2022-07-01/2026-06-30>the 8th elected term</date> was launched.",
    ),
    ("2021-05-31", "경기는 <date edtf=2021-06-01 anchor=2021-05-31 resolution=inherited>1일</date> 열릴 예정이다."),
]


def found(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    mentions = pipeline.process(text, published=published or None, extractors=[EXTRACTOR]).mentions
    return [(m.text, m.value) for m in mentions]


def check(markup: str, published: str | None) -> None:
    text, expected = parse(markup, "date")
    mentions = pipeline.process(text, published=published or None, extractors=[EXTRACTOR]).mentions
    shown = [(m.text, m.value) for m in mentions]
    assert len(mentions) == len(expected), shown
    for mention, want in zip(mentions, expected, strict=True):
        assert mention.start < want.end, shown
        assert want.start < mention.end, shown
        for name, value in want.attributes.items():
            assert str(getattr(mention.row, name) or "-") == value, (name, shown)


@pytest.mark.parametrize("markup", [*FINDS_KOREAN, *FINDS_ENGLISH])
def test_finds(markup: str) -> None:
    check(markup, PUBLISHED)


@pytest.mark.parametrize("text", LOOKS_ALIKE)
def test_looks_alike_but_is_not(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("published", "markup"), IN_THE_WILD)
def test_met_in_the_wild(published: str, markup: str) -> None:
    check(markup, published)


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="0123456789년월일주. ~()-/부터까지지난오는민선기May toMar,1st\n", max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    for mention in pipeline.process(text, published=PUBLISHED, extractors=[EXTRACTOR]).mentions:
        assert mention.row is not None
        assert (mention.row.start is None) == (mention.row.end is None)
        assert mention.row.start is None or mention.row.start <= mention.row.end


def test_a_day_that_no_year_has_is_told_and_not_resolved() -> None:
    found = pipeline.process("The pond is watched from January 4 to February 31.", published="2023-06-12")
    (mention,) = [m for m in found.mentions if m.type == "date"]
    assert (mention.text, mention.row.start, mention.row.end) == ("from January 4 to February 31", None, None)
    assert found.findings == []
