"""Dates: cases that only measure. Written from real articles' constructions before the rules; never tuned on.

A case is right when every marked expression is found (overlapping text) with its EDTF value and nothing else is found.
`python -m tests.extractors.test_date_unseen` lists what fails.
"""

from __future__ import annotations

import pipeline
from pipeline.extractors.date import EXTRACTOR
from tests.annotated import parse

# The share that passed when the rules were settled, rounded down; lowering it is a reviewed change.
FLOOR = 0.98

KOREAN = [
    ("2022-05-09", "구는 <date edtf=../2022-05-20>이번달 20일까지</date> 여름편 글귀를 공모한다."),
    ("2022-05-09", "뽑힌 글귀는 <date edtf=2022-06/2022-08>6~8월</date> 청사 외벽에 걸린다."),
    ("2025-02-03", "서구는 <date edtf=../2025-02-09>오는 9일까지</date> 공모 기간을 늘린다."),
    ("2025-02-03", "<date edtf=2025-01-27>지난달 27일</date>이 임시공휴일로 지정되면서 일정이 바뀌었다."),
    ("2025-02-03", "당초 접수는 <date edtf=2025-01>1월</date>에 마감될 예정이었다."),
    (
        "2019-07-07",
        "군은 <date edtf=2019-10>오는 10월</date> 열릴 축제의 구호를 공모한다고 <date edtf=2019-07-07>7일</date> 밝혔다.",
    ),
    ("2019-07-07", "심사를 거쳐 <date edtf=2019-07>이달 말</date> 선정한다."),
    ("2024-04-24", "참여자를 선착순으로 모집하며 <date edtf=../2024-05-08>내달 8일까지</date> 신청을 받는다."),
    ("2024-04-24", "공론장은 <date edtf=2024-05-13>다음 달 13일</date> 오후 2시부터 2시간 동안 열린다."),
    ("2024-04-24", "모집 기간은 <date edtf=2024-04-24/2024-05-08>24일부터 다음 달 8일까지</date>다."),
    (
        "2024-04-24",
        "선정된 안건은 <date edtf=2024-06>오는 6월 초</date> 심의해 <date edtf=2025>내년도</date> 사업에 넣는다.",
    ),
    ("2020-10-08", "구는 <date edtf=2020-11-09>오는 11월9일</date> 수상작을 정할 예정이다."),
    ("2020-10-08", "구는 <date edtf=2020-07>지난 7월</date> 온라인 토론회를 열었다."),
    ("2025-07-29", "공모 기간은 <date edtf=../2025-08-08>8월 8일까지</date>이며 1인당 1편만 낼 수 있다."),
    ("2025-07-29", "당선작은 <date edtf=2025-09/2025-11>9월부터 11월까지</date> 게시된다."),
    ("2020-07-06", "군수는 <date edtf=2020-06-30>지난달 30일</date> 군수실에서 인터뷰를 가졌다."),
    ("2020-07-06", "<date edtf=2020-07-01/2022-06-30>민선 7기 하반기</date>에는 성과를 보이겠다고 했다."),
    ("2020-07-06", "착공이 늦어지면 <date edtf=2022-07-01/2026-06-30>민선8기</date>로 넘어갈 수 있다."),
    ("2023-07-31", "<date edtf=2022-07-01/2026-06-30>민선 8기</date> 1년을 맞은 군수를 만났다."),
    ("2023-07-31", "예비타당성 조사 결과는 <date edtf=2023-12>올해 연말</date>에 나온다."),
    ("2022-10-11", "<date edtf=2022-10-08>민선 8기 출범 100일</date>을 맞아 포부를 들었다."),
    ("2022-10-11", "<date edtf=2022-11>11월</date>에 최종 확정되면 단지를 조성한다."),
    (
        "2019-06-20",
        "도로 공사는 <date edtf=2019-03>지난 3월</date> 착공됐고 <date edtf=2020/..>내년부터</date> 단계적으로 이어진다.",
    ),
    ("2025-07-15", "<date edtf=../2025-07-29>29일까지</date> 열리는 임시회에서 조례안 45건을 처리한다."),
    ("2025-07-15", "회기 첫날인 <date edtf=2025-07-15>15일</date> 위원 13명을 선임했다."),
    ("2021-07-09", "시의회가 <date edtf=2021-07-12/2021-07-23>12일부터 23일까지</date> 제238회 임시회를 연다."),
    ("2021-07-09", "<date edtf=2021-07-13/2021-07-14>13일부터 14일까지</date> 현장을 확인한다."),
    (
        "2021-09-02",
        "구의회가 <date edtf=2021-09-06/2021-09-07>오는 6~7일</date> 양일간 <date edtf=2021>올해</date> 3차 추경안을 심사한다.",
    ),
    ("2021-09-02", "의회는 <date edtf=2021>2021년도</date> 제3회 추경 사업예산안을 다룬다."),
    (
        "2014-04-27",
        "<date edtf=2014-04-30>30일</date> 오전 10시 본회의를 시작으로 <date edtf=2014-05-02/2014-05-06>5월2일부터 6일까지</date> 심의한다.",
    ),
    ("2022-07-21", "의회가 <date edtf=2022-07-22/2022-07-29>22일부터 오는 29일까지</date> 첫 임시회를 연다."),
    ("2020-03-25", "토요일인 <date edtf=2020-03-28>28일</date> 추경안을 의결할 계획이다."),
    ("2022-07-15", "<date edtf=2022-07-18/2022-07-20>오는 18~20일</date>에는 업무보고를 받는다."),
    ("2022-07-15", "<date edtf=2022-07-22/2022-07-25>22~25일</date> 상임위원회에서 예비심사를 한다."),
    ("2021-05-31", "시장은 <date edtf=2021-05-28>지난 28일</date> 협약을 맺었다."),
    ("2021-05-03", "시장은 <date edtf=2021-04-28>지난 28일</date> 협약을 맺었다."),
    ("2021-05-25", "설명회는 <date edtf=2021-06-03>오는 3일</date> 구청 대강당에서 열린다."),
    (
        "2021-12-20",
        "센터는 <date edtf=2022-01>내년 1월</date> 문을 열고 <date edtf=2022-40>내년 상반기</date>에 증축한다.",
    ),
    ("2021-12-20", "<date edtf=2021-36>올해 4분기</date> 실적은 <date edtf=2020-36>지난해 4분기</date>보다 늘었다."),
    ("2021-12-20", "도서관은 <date edtf=../2026>2026년까지</date> 짓는다."),
    ("2021-12-20", "사업은 <date edtf=2020/2024>2020~2024년</date> 5년간 추진한다."),
    ("2021-12-20", "<date edtf=2011/..>2011년 이후</date> 인구가 줄었다."),
    ("2021-12-20", "<date edtf=2010/..>2010년부터</date> 운영한 시설이다."),
    ("2021-12-20", "신청은 <date edtf=../2022-01-14>내년 1월 14일까지</date> 주민센터에서 받는다."),
    ("2021-12-20", "<date edtf=2020>작년</date>과 <date edtf=2019>재작년</date> 모두 우수 기관으로 뽑혔다."),
    ("2021-12-20", "<date edtf=2021>금년</date>에는 3억 원을 들였다."),
    ("2021-06-08", "접수 기간은 <date edtf=2021-06-14/2021-06-25>2021. 6. 14.(월) ~ 6. 25.(금)</date>이다."),
    ("2024-06-03", "공모기간 : <date edtf=2024-06-03/2024-07-03>2024. 6. 3.(월) ~ 2024. 7. 3.(수)</date>"),
    ("2024-06-03", "게시기간 : <date edtf=2024-09/2024-11>2024. 9월 ~ 2024. 11월</date>"),
    ("2024-06-03", "발표 <date edtf=2024-07-26>2024. 7. 26.(금)</date> 누리집 게시"),
    (
        "2021-06-08",
        "구는 <date edtf=2021-06-07>7일</date> 협의회와 업무협약을 체결했다고 <date edtf=2021-06-08>8일</date> 밝혔다.",
    ),
    ("2021-06-01", "시는 <date edtf=2021-05-31>31일</date> 예산안을 의회에 제출했다."),
    ("2021-06-01", "행사는 <date edtf=2021-06-30>30일</date> 개최될 예정이다."),
    ("2021-03-02", "<date edtf=2021-03-01>전날</date> 기준 확진자는 12명이다."),
    ("2021-03-02", "<date edtf=2021-03-01>어제</date> 기념식을 열었고 <date edtf=2021-03-03>내일</date> 해단한다."),
    ("2021-03-02", "접종은 <date edtf=2021-03-08/2021-03-14>다음 주</date> 시작한다."),
    ("2021-03-02", "<date edtf=2021-02-22/2021-02-28>지난주</date> 방문객이 늘었다."),
    ("2021-03-04", "<date edtf=2021-03-05>이번 주 금요일</date> 현장을 점검한다."),
    ("2021-03-04", "<date edtf=198X>1980년대</date> 지은 청사를 <date edtf=2023>2023년</date> 철거한다."),
    ("2021-03-04", "<date edtf=2005-02>2005년 2월</date> 문을 연 시장이다."),
    ("2021-03-04", "<date edtf=2005-02-11>2005년 2월 11일</date>에 태어났다."),
    ("2021-03-04", "<date edtf=2005-02-11>’05년 2월 11일</date> 준공했다."),
    (
        "2021-03-04",
        "<date edtf=2020-12>지난해 12월 초</date> 착공한 뒤 <date edtf=2021-03>이달 중순</date> 마쳤다.",
    ),
    ("2021-03-04", "<date edtf=2020-12/2021-02>지난해 12월부터 올해 2월까지</date> 신고를 받았다."),
    ("2021-03-04", "회의는 <date edtf=2021-03-02>2일</date>과 <date edtf=2021-03-03>3일</date> 이틀간 열렸다."),
    (
        "2021-03-04",
        "<date edtf=2021-03-02>2일</date>, <date edtf=2021-03-16>16일</date>, <date edtf=2021-03-30>30일</date>에 장이 선다.",
    ),
    ("2021-03-04", "사업비는 <date edtf=2021>2021년</date>과 <date edtf=2022>2022년</date>에 나눠 쓴다."),
    ("2021-03-04", "<date edtf=2021>2021회계연도</date> 결산 검사를 마쳤다."),
    ("2021-03-04", "<date edtf=2021-03-01/2022-02-28>2021학년도</date> 신입생을 지원한다."),
    ("2021-03-04", "<date edtf=2021-07-01/..>오는 7월 1일부터</date> 요금을 올린다."),
    ("2021-03-04", "기준일은 <date edtf=2020-12-31>2020.12.31.</date>이다."),
    ("2021-03-04", "기준일은 <date edtf=2020-12-31>2020-12-31</date>이다."),
    ("2021-03-04", "<date edtf=../2021-06-30>6월 30일까지</date> 내야 한다."),
    ("2021-03-04", "<date edtf=2018-07-01/2022-06-30>민선 7기 취임일</date>"),
    ("2020-06-25", "<date edtf=2020-07-01>민선7기 2주년</date>을 앞두고 회견을 했다."),
    ("2019-09-25", "<date edtf=2019-07-01/2020-06-30>민선7기 2년차</date>를 맞아 조직을 바꿨다."),
    ("2020-06-25", "<date edtf=2018-07-01/2020-06-30>민선 7기 전반기</date> 성과를 발표했다."),
    ("", "구는 <date edtf=XXXX-XX-31>31일</date> 회의를 열었다."),
    ("", "구는 <date edtf=XXXX-05-31>5월 31일</date> 회의를 열었다."),
    ("", "<date edtf=2021-05-03>2021년 5월 3일</date> 접수를 시작해 <date edtf=2021-05-06>6일</date> 마쳤다."),
]

ENGLISH = [
    (
        "2022-07-12",
        "Yongsan-gu will hold meetings for 8 days <date edtf=2022-07-13/2022-07-22>from the 13th to the 22nd</date>.",
    ),
    ("2022-07-12", "It is the first briefing of <date edtf=2022-07-01/2026-06-30>the 8th elected term</date>."),
    ("2023-09-13", "Jung-gu will visit 15 neighborhoods <date edtf=../2023-11>until November</date>."),
    ("2023-09-13", "Offices open in every neighborhood <date edtf=2023-09/2023-11>from September to November</date>."),
    ("2023-09-13", "<date edtf=2023-09-12>On the 12th</date>, the mayor met merchants."),
    ("2023-01-31", "The tour runs <date edtf=2023-01-30/2023-02-08>from January 30 to February 8</date>."),
    ("2023-01-31", "The plan reflects opinions received <date edtf=2022-09>last September</date>."),
    ("2023-01-31", "The mayor shared the <date edtf=2023>2023</date> budget with residents."),
    ("2021-09-28", "The association held its 164th meeting <date edtf=2021-09-28>on the 28th</date> at 8:30 a.m."),
    ("2021-09-28", "Many holidays in <date edtf=2021-10>October</date> are expected to raise cases."),
    ("2020-05-03", "The office will move to a new building <date edtf=../2024>by 2024</date>."),
    ("2020-05-03", "A study will be requested <date edtf=2020-08>in August</date>."),
    ("2020-05-03", "The building was finished <date edtf=1981>in 1981</date>."),
    ("2021-05-31", "The mayor attended a forum <date edtf=2021-05-31>on the 31st</date>."),
    ("2021-06-01", "The mayor attended a forum <date edtf=2021-05-31>on the 31st</date>."),
    ("2021-05-25", "A hearing will be held <date edtf=2021-06-03>on the 3rd</date>."),
    ("2021-05-25", "The council opens <date edtf=2021-05-28>on May 28</date>."),
    ("2021-05-25", "It was signed <date edtf=2020-12-03>on Dec. 3 last year</date>."),
    ("2021-05-25", "Registration closes <date edtf=2021-06-30>on June 30, 2021</date>."),
    ("2021-05-25", "Registration closes <date edtf=2021-06-30>on 30 June 2021</date>."),
    ("2021-05-25", "The fair takes place <date edtf=2021-09-23/2021-09-24>September 23-24</date>."),
    ("2021-05-25", "The fair runs <date edtf=2021-07-25/2021-08-07>from July 25 to Aug. 7</date>."),
    ("2021-05-25", "It will operate for <date edtf=2021-07-25/2021-08-07>two weeks from July 25</date>."),
    ("2021-05-25", "Sales rose <date edtf=2020>last year</date> and will grow <date edtf=2022>next year</date>."),
    ("2021-05-25", "It starts <date edtf=2021-06>next month</date>."),
    ("2021-05-25", "It ended <date edtf=2021-04>last month</date>."),
    ("2021-05-25", "Work begins in <date edtf=2021-41>the second half of this year</date>."),
    ("2021-05-25", "Work begins in <date edtf=2022-40>the first half of 2022</date>."),
    ("2021-05-25", "Exports rose in <date edtf=2021-33>the first quarter of this year</date>."),
    ("2021-05-25", "Exports rose in <date edtf=2020-35>the third quarter of 2020</date>."),
    ("2021-05-25", "The lot has been closed <date edtf=2011/..>since 2011</date>."),
    ("2021-05-25", "Visits have been suspended <date edtf=2021-03/..>since March</date>."),
    ("2021-05-25", "The ordinance takes effect <date edtf=2021-07-01>July 1</date>."),
    ("2021-05-25", "Spending in <date edtf=2019/2020>2019-2020</date> doubled."),
    ("2021-05-25", "The figure rose <date edtf=2018/2020>between 2018 and 2020</date>."),
    ("2021-05-25", "The figure rose <date edtf=2018/2020>from 2018 to 2020</date>."),
    ("2021-05-25", "The site opened <date edtf=2021-05-24>yesterday</date>."),
    ("2021-05-25", "Results come out <date edtf=2021-05-26>tomorrow</date>."),
    ("2021-05-25", "The team met <date edtf=2021-05-17/2021-05-23>last week</date>."),
    ("2021-05-25", "<date edtf=2018-07-01/2020-06-30>The first half of the 7th popular election</date> is over."),
    ("2021-05-25", "Tasks for <date edtf=2018-07-01/2022-06-30>the 7th popular election</date> remain."),
    ("2022-10-12", "He marked <date edtf=2022-07-01/2022-10-08>the first 100 days of the 8th elected term</date>."),
    ("2021-05-25", "Budget for <date edtf=2023>fiscal year 2023</date> was approved."),
    ("2021-05-25", "The complex, built in <date edtf=199X>the 1990s</date>, is old."),
    ("2021-05-25", "The exhibition, held on <date edtf=2021-05-21>Friday</date>, drew crowds."),
    ("2021-05-25", "<date edtf=2021-04>In April</date> the district signed a deal."),
    ("2021-05-25", "It opened in <date edtf=2020-11>November last year</date>."),
    ("2021-05-25", "It opened in <date edtf=2020-11>November of last year</date>."),
    ("2021-05-25", "It opened in <date edtf=2019-11>November 2019</date>."),
    ("2021-05-25", "Bids are due <date edtf=../2021-06>by the end of next month</date>."),
    ("", "The city said <date edtf=XXXX-XX-02>on the 2nd</date> that it chose 17 tasks."),
    ("", "The city opened the hall <date edtf=XXXX-08-24>on August 24</date>."),
    ("", "The hall opened on <date edtf=2019-03-02>March 2, 2019</date>."),
]

TRAPS = [
    "4년간 10억 원을 들여 2주 동안 진행한다.",
    "1일 3회, 월 2회 운영하며 매주 상담한다.",
    "1일 명예구청장으로 위촉됐다.",
    "하루 24시간, 365일 문을 연다.",
    "문의는 02-2199-6114 또는 032-560-0842로 하면 된다.",
    "봉화산로 179, 중앙로24번길 5에 있다.",
    "5일장이 서는 전통시장을 살린다.",
    "중앙일보와 매일경제가 보도했다.",
    "생일을 맞은 어르신 30명을 모셨다.",
    "평균 27.9년이 걸리고 최장 13년 11개월이다.",
    "사용자 3.5%가 만족했고 점수는 4.21점이다.",
    "제3일반산업단지와 2일반산단을 잇는다.",
    "운송비는 500t에 3,400만 원이다.",
    "만 65세 이상, 18세 이하가 대상이다.",
    "5개년 계획에 따라 3개월마다 점검한다.",
    "6년근 인삼과 3년생 묘목을 나눴다.",
    "오전 10시 30분부터 오후 5시까지 연다.",
    "3선 의원이자 5급 공무원 출신이다.",
    "3일간의 축제에 2박3일 일정으로 참가했다.",
    "버전 2.10.3으로 바꾸고 5G 통신을 쓴다.",
    "징역 2년 6개월에 집행유예 3년을 선고했다.",
    "10년 만에 다시 열린 축제다.",
    "국도 31호선과 지방도 1021호선을 넓힌다.",
    "They may march to the office for a second time.",
    "It is on the 2nd floor of 5th Street.",
    "The fee is waived for two weeks and three months.",
    "A 24-hour line runs 365 days a year.",
    "The 4th Industrial Revolution needs talent.",
    "About 2,000 residents and 1,586 units were counted.",
    "She placed 3rd in the second round.",
    "Call 02-2199-6114 or visit room 2021-5.",
    "The sun sat low over the marching band.",
    "May the project succeed, said May Kim.",
    "Meetings are held twice a month and every Friday.",
]


def failures() -> list[str]:
    """One line per case that fails: the sentence and what was found."""
    wrong = []
    for published, markup in [*KOREAN, *ENGLISH, *(("2021-05-31", text) for text in TRAPS)]:
        text, expected = parse(markup, "date")
        mentions = pipeline.process(text, published=published or None, extractors=[EXTRACTOR]).mentions
        right = len(mentions) == len(expected) and all(
            m.start < e.end and e.start < m.end and m.value == e.attributes["edtf"]
            for m, e in zip(mentions, expected, strict=True)
        )
        if not right:
            wrong.append(f"{markup} -> {[(m.text, m.value) for m in mentions]}")
    return wrong


def test_pass_rate() -> None:
    total = len(KOREAN) + len(ENGLISH) + len(TRAPS)
    assert 1 - len(failures()) / total >= FLOOR


if __name__ == "__main__":
    print("\n".join(failures()))
