"""Dates that lean on what stands around them: direction, lists, stamps, terms. The rules may be tuned on these."""

from __future__ import annotations

import pytest

from tests.extractors.test_date import check

DIRECTION = [
    ("2023-06-12", "The city will have the rule passed <date edtf=../2023-09 kind=deadline>by September</date>."),
    ("2023-11-14", "The head said he would post it <date edtf=../2024-01>by January</date>."),
    ("2023-06-03", "Owners have to sign up <date edtf=../2023-06-07>by the 7th</date>."),
    ("2022-10-07", "두 구는 <date edtf=../2022-12>12월까지</date> 길을 손보고 이용자를 다시 세기로 했다."),
    ("2024-04-02", "<date edtf=../2024-40 kind=deadline>상반기 안에</date> 집행하겠다고 말했다."),
    ("2023-02-06", "Bids are accepted <date edtf=2023-02-26/2023-03-08>from the 26th to March 8</date>."),
    ("2023-02-12", "군은 <date edtf=2023-02-20/2023-02-28>20일부터 28일까지</date> 신청을 받았다고 밝혔다."),
    ("2023-05-12", "<date edtf=2023-09>9월</date> 축제를 준비하려고 모였다."),
    ("2023-01-20", "<date edtf=2022-12>12월</date> 열린 축제에 3만 명이 왔다."),
    ("2023-05-12", "<date edtf=../2023-05-10>10일까지</date> 1,200건이 모였다."),
    ("2022-03-02", "<date edtf=2021-07-01/..>Since July 1</date>, 30 shops opened."),
    ("2024-06-28", "<date edtf=2024-07-01>7월 1일자</date> 인사\n▲ 과장 한가람 (<date edtf=2024-07-01>1일자</date>)"),
    ("2024-06-28", "군은 <date edtf=2024-07-01>1일자로</date> 정기인사를 단행했다."),
]
LISTS = [
    ("2023-05-12", "It is held <date edtf=2023-05-08/2023-05-09 kind=interval>on the 8th and 9th</date>."),
    ("2023-05-12", "It is held <date edtf=2023-05-03>on May 3</date> and <date edtf=2023-05-17>17</date>."),
    ("2023-05-12", "It is held <date edtf=2023-05-03>on the 3rd</date> and <date edtf=2023-05-17>17th of May</date>."),
    ("2023-05-12", "<date edtf=2023-05-03/2023-05-04>5월 3, 4일</date> 열린다."),
    ("2023-05-12", "<date edtf=2023-05-18/2023-05-20>18·19·20일</date> 열린다."),
    ("2023-05-12", "<date edtf=2023-05-03>5월 3</date>·<date edtf=2023-05-10>10</date>·<date edtf=2023-05-17>17일</date> 열린다."),
    ("2023-05-12", "<date edtf=2023-05-13/2023-05-14>13일과 14일</date> 열린다."),
    ("2023-05-12", "<date edtf=2023-05-20>20일</date>과 <date edtf=2023-05-27>27일</date> 연다."),
    ("2023-05-12", "<date edtf=2023-05-27>토요일인 27일</date> 연다."),
    ("2023-05-12", "It runs <date edtf=2023-10-06/2023-10-14>from Friday, October 6, to Saturday, October 14</date>."),
    ("2023-05-12", "<date edtf=2023-05-03>May 3</date> and 19 people came."),
    ("2023-05-12", "매월 1·15일 장이 선다."),
    ("2023-05-12", "1·2차 접종과 3·1운동, 제1·2공구다."),
]  # fmt: skip
TERMS = [
    ("2021-06-20", "<date edtf=2018-07-01/2021-06-30 kind=interval>The three years of the 7th popular election</date> ended."),
    ("2021-06-20", "<date edtf=2018-07-01/2021-06-30>민선 7기 3년간</date> 쓴 돈이다."),
    ("2021-06-20", "<date edtf=2010-07-01/2022-06-30 kind=interval>민선 5·6·7기</date> 군수다."),
    (
        "",
        "He marks 100 days in office <date edtf=2022-07-01/..>since July 1</date> of <date edtf=2022-07-01/2026-06-30>the 8th elected term</date>. "
        "<date edtf=2022-08-30>On August 30</date> he met them.",
    ),
    ("", "<date edtf=2019-07-01>민선 7기 취임 1주년</date>이다. <date edtf=2019-05>지난 5월</date> 열었다."),
    ("", "<date edtf=2018-07-01/2022-06-30>민선 7기</date> 들어 <date edtf=XXXX-05>5월</date> 열었다."),
]  # fmt: skip
PERIODS = [
    ("2023-05-12", "<date edtf=../2023>연말까지</date> 짓고 <date edtf=2023-06>내달 초</date> 알린다."),
    ("2023-05-12", "It fell <date edtf=1998>in nineteen ninety-eight</date>."),
    ("2023-05-12", "Results are due <date edtf=2023-05-26>in two weeks</date>. It was built in two weeks."),
    ("2023-05-12", "Work begins <date edtf=2023-41>in the second half</date>."),
    ("2023-05-12", "The team scored in the second half."),
    ("2023-05-12", "1년 전보다 늘었고 4년 뒤를 본다. It rose from a year ago."),
]
LIMITS = [
    ("2020-08-21", "<date edtf=../2020-08-20 kind=deadline>20일까지</date> 신고된 피해는 1천 건이다."),
    ("2020-08-21", "나라가 <date edtf=2020-08-13>13일</date> 재난지역으로 선포해 복구비를 국비로 받는다."),
    ("2020-03-05", "<date edtf=../2019-10>10월까지</date> 접수된 민원이 30건이다."),
    ("2023-08-14", "<date edtf=../2023-08-13 kind=deadline>13일 오전까지</date> 내린 비가 300mm다."),
    ("2023-08-14", "<date edtf=2023-08-12/.. kind=since>12일 밤부터</date> 비가 왔다."),
    (
        "2023-06-14",
        "<date edtf=2022-09>작년 9월</date> 뒤로 어려웠다며 <date edtf=2023-41/..>하반기부터</date> 고치겠다고 했다.",
    ),
    ("2023-06-14", "<date edtf=../2023-10-11 kind=deadline>10월 11일 보궐선거 때까지</date> 미룬다."),
    (
        "2024-07-09",
        "<date edtf=../2024 kind=deadline>연내</date> 착공하고 <date edtf=../2024-08>8월 안으로</date> 알린다. 3일 안에 답한다.",
    ),
    ("2018-03-20", "It is built <date edtf=../2019 start=2019-01-01>by the end of 2019</date>."),
    (
        "2018-03-20",
        "<date edtf=../2019 start=2019-01-01>2019년 말까지</date> 짓는다. <date edtf=2017-12>작년 말</date> 정했다.",
    ),
    ("2024-07-09", "<date edtf=../2024 kind=deadline>Within the year</date>, it lends more."),
    ("2023-10-18", "It stays open <date edtf=../2023-10-22 kind=deadline>through Sunday</date>."),
]
NAMED_TERMS = [
    ("2024-07-09", "<date edtf=2022-07-01/2024-06-30>The first two years of the 8th civil election</date> are over."),
    ("2024-07-09", "<date edtf=2025-07-01/2026-06-30>The final year of the popularly elected 8th</date> will be busy."),
    ("2024-07-09", "It is <date edtf=2024-07-01/2026-06-30>the latter half of the civil-elected 8th term</date>."),
    ("2024-07-09", "It began in <date edtf=2014-07-01/2018-06-30>the 6th term of the elected government</date>."),
    ("2024-07-09", "He is the first popularly elected mayor."),
    ("2021-07-09", "<date edtf=../2022-06-30 start=2021-07-01 kind=deadline>민선 7기 마지막 해까지</date> 지킨다."),
    (
        "2024-07-09",
        "<date edtf=2022-07-01/2026-06-30>민선 8기</date> 군정이 <date edtf=2022-07-01/2024-06-30>전반기</date>를 넘겼다. "
        "그 <date edtf=2024-07-01/2026-06-30>후반기</date>가 남았다.",
    ),
    ("2024-07-09", "<date edtf=2022-07-01/2026-06-30>민선 8기</date> 군수가 전반기 의장을 만났다."),
    ("2024-07-09", "의회 전반기와 시즌 후반기가 끝났다."),
]
UNDATED = [
    ("", "조례는 <date edtf=2022-03-02>2022년 3월 2일</date> 시행에 들어갔다. <date edtf=2021>지난해</date>보다 많다."),
    ("", "<date edtf=2022-06>2022년 6월 말</date> 현재 4만 명이다. <date edtf=2022>올해</date> 줄었다."),
    ("", "시가 <date edtf=2021-08-05>2021년 8월 5일</date> 밝혔다. <date edtf=2021-08-03>지난 3일</date> 열렸다."),
    ("", "<date edtf=../2023-04-07>2023년 4월 7일까지</date> 신청을 받아 <date edtf=2023-05>5월</date>에 준다."),
    ("", "It is so <date edtf=2022-03-02>as of March 2, 2022</date>. <date edtf=2022>This year</date> it grows."),
    ("", "<date edtf=1995-03-01>1995년 3월 1일</date> 개관했다. <date edtf=XXXX>올해</date> 고친다."),
    ("", "<date edtf=../2026-12-31>2026년 12월 31일까지</date> 이어진다. <date edtf=XXXX>올해</date> 고친다."),
    ("", "사업은 <date edtf=2021/2023>2021~2023년</date>이다. <date edtf=XXXX>올해</date> 고친다."),
]
WORDS = [
    ("2024-01-09", "<date edtf=2024-02-10>설</date> 명절에 쓸 물건을 산다. 류 설 의원과 설 군수가 헛소문이라는 설을 부인했다."),
    ("2024-01-09", "신정1동과 신정 네거리에서 열었다."),
    ("2023-02-10", "<date edtf=2024/2027>2024~27년</date>에 짓고 <date edtf=2023-02-13/2023-02-19>내주</date> 중 알린다."),
    ("2023-02-10", "<date edtf=2022>지난 한 해</date> 40건, <date edtf=2023>올</date> 들어 20건이다."),
    ("2023-10-18", "A preview is <date edtf=2023-11-02>on Thursday evening, Nov. 2</date>. It shuts the first Saturday of each month."),
]  # fmt: skip
STAMPS = [
    ("2024-05-09", "가람 소식\n2024-05-09 목요일 | 정리=한가람 기자\n구는 <date edtf=2024-05-03>지난 3일</date> 나섰다."),
    ("2026-10-12", "Garam Times\nMon., Oct 12, 2026\nIt opened <date edtf=2026-10-08>on the 8th</date>."),
    ("2023-12-05", "눈 대비\n2023-12-05  09:30 | 가람일보 | 나도연 기자\n시는 <date edtf=2023-12-05>5일</date> 나섰다."),
    ("2023-10-04", "Ten years on\nOct. 4, 2023\nIt opened <date edtf=2013>in 2013</date>."),
    ("2022-10-07", "구는 <date edtf=2022-10-06>6일</date> 만났다.\n(송고 2022/10/07 09:12)"),
    ("2022-10-07", "<date edtf=2022-10-07>2022년 10월 7일</date>"),
    ("2022-10-01", "<date edtf=2022-10-07>2022년 10월 7일</date> 오전 10시, 시청 앞에서 주민 백 명이 모이는 걷기 모임이 열린다."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("published", "markup"), [*DIRECTION, *LISTS, *TERMS, *PERIODS, *LIMITS, *NAMED_TERMS, *UNDATED, *WORDS, *STAMPS]
)
def test_context(published: str, markup: str) -> None:
    check(markup, published)
