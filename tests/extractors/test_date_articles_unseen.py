"""Dates: a second set that only measures. Written from constructions of real notices, appointment lists, council and
district news, before the rules that read them; never tuned on.

A case is right when every marked expression is found (overlapping text) with its EDTF value and nothing else is found.
`python -m tests.extractors.test_date_articles_unseen` lists what fails.
"""

from __future__ import annotations

import pipeline
from pipeline.extractors.date import EXTRACTOR
from tests.annotated import parse

# The share that passed when the rules were settled, rounded down; lowering it is a reviewed change.
FLOOR = 0.94

KOREAN = [
    ("2019-12-20", "군은 <date edtf=2019-12-27>오는 27일</date> 내정자를 알리고 <date edtf=2019-12-30>30일</date> 인사를 낼 예정이다."),
    ("2018-11-06", "<date edtf=2019-01>내년 1월</date> 단행될 정기인사에서 국장 두 명이 승진한다."),
    ("2023-12-28", "◇ 4급 전보 (<date edtf=2024-01-01>1월 1일자</date>)\n▲ 복지국장 한가람"),
    ("2023-12-28", "가람군, <date edtf=2024-01-01>1월 1일자</date> 정기인사\n▲ 자치행정과장 나도연 (<date edtf=2024-01-01>1일자</date>)"),
    ("2024-06-18", "시장은 <date edtf=2024-06-18>18일</date> <date edtf=2022-07-01/2024-06-30>민선 8기 전반기</date> 결산 회견을 열었다."),
    ("2023-06-27", "<date edtf=2023-07-01>민선 8기 출범 1주년</date>을 앞두고 <date edtf=2023-06-27>27일</date> 브리핑이 있었다."),
    ("2024-03-27", "특위는 <date edtf=2024-03-20/2024-03-26>지난 20일부터 26일까지</date> 7일간 추경안을 살폈다."),
    ("2020-09-24", "구는 <date edtf=../2020-12>올해 연말까지</date> 땅을 사고 <date edtf=2021>내년</date>에 설계를 맡긴다."),
    ("2019-05-30", "<date edtf=2019-05>이달 중순</date> 심사를 거쳐 당선작을 뽑았다."),
    ("2019-05-30", "구는 <date edtf=../2019-08>8월까지</date> 설계를 끝내고 <date edtf=2020-03>내년 3월</date> 문을 연다."),
    ("2019-05-30", "<date edtf=2018-08>지난해 8월</date> 협약을 맺고 <date edtf=2018-11>11월</date>에 등기를 마쳤다."),
    ("2019-05-30", "<date edtf=2019-03>3월</date> 공고에 여섯 곳이 작품을 냈다."),
    ("2017-06-15", "<date edtf=2017-06-05>지난 5일</date> 심사를 통과해 <date edtf=2017-06>이달 중</date> 공모에 나선다고 <date edtf=2017-06-15>15일</date> 밝혔다."),
    ("2018-04-10", "도서관이 <date edtf=2018-04-10>10일</date> 첫 삽을 떴고 <date edtf=2019-08>내년 8월</date> 준공 예정이다."),
    ("2012-11-23", "추경안은 <date edtf=2012-11-20/..>지난 20일부터</date> 열린 임시회에 올랐다."),
    ("2013-05-30", "예산은 <date edtf=2013-06-10>내달 10일</date> 확정된다고 <date edtf=2013-05-30>30일</date> 밝혔다."),
    ("2024-10-02", "<date edtf=2024-09-27>지난달 27일</date> 막을 올린 축제가 <date edtf=../2024-10-06>오는 6일까지</date> 이어진다."),
    ("2024-10-02", "문화제는 <date edtf=2024-10-02/2024-10-06>2~6일</date> 공원에서, 낚시대회는 <date edtf=2024-10-10/2024-10-13>오는 10∼13일</date> 열린다."),
    ("2025-03-20", "고추축제는 <date edtf=2025-09-04/2025-09-07>9월 4일부터 7일까지</date>, 김장축제는 <date edtf=2025-11-06/2025-11-09>11월 6일부터 9일까지</date> 연다."),
    ("2025-03-20", "<date edtf=2025-11>11월</date> 한 달간 체험장을 꾸린다."),
    ("2025-09-29", "군은 <date edtf=2025-09-28>28일</date> 점검회의를 열었다고 <date edtf=2025-09-29>29일</date> 밝혔다."),
    ("2024-02-06", "개막식은 <date edtf=2024-03-22>3월 22일</date> 둔치에서 열린다."),
    ("2024-02-06", "<date edtf=2024-03-22>3월 22일</date> 둔치 개막식, 시민 2천 명 초대"),
    ("2024-11-20", "첫 수업은 <date edtf=2025-01-07>1월 7일</date>이다."),
    ("2022-09-23", "<date edtf=2022-09-22>22일</date> 발표, <date edtf=2022-09-30>30일</date> 개막."),
    ("2023-05-30", "시는 <date edtf=2023-06-03/..>3일부터</date> 신청을 받는다."),
    ("2023-05-30", "<date edtf=../2023-06-05>5일까지</date> 서류를 내면 된다."),
    ("2023-05-30", "두 기관은 <date edtf=2023-06-02>2일</date> 협약을 맺기로 했다."),
    ("2023-05-30", "주민설명회는 <date edtf=2023-06-01>1일</date> 오후 2시 강당."),
    ("2022-10-07", "구는 <date edtf=../2023-02>2월까지</date> 제설차를 늘리기로 했다."),
    ("2022-10-28", "행진은 <date edtf=2022-10-29>토요일인 29일</date> 열린다."),
    ("2021-08-20", "<date edtf=2021-08-28/2021-08-29>28·29일</date> 이틀 동안 문을 닫는다."),
    ("2021-08-20", "<date edtf=2010-07-01/2022-06-30>민선 5·6·7기</date>를 내리 맡았다."),
    ("2024-08-05", "시청 앞 나무는 10년 전보다 두 배로 자랐고 1년 전에 견줘도 크다."),
    ("2024-08-05", "무더위쉼터는 <date edtf=../2024-08>이달 말까지</date> 연다."),
    ("2024-08-05", "<date edtf=2023-12>작년 말</date> 시작한 공사가 <date edtf=2024-09>9월 초</date> 끝난다."),
    ("2023-12-05", "눈 대비 나선 가람시\n2023-12-05  09:30 | 나도연 기자\n시는 <date edtf=2023-12-05>5일</date> 제설 장비를 점검했다."),
    ("2022-10-07", "구는 <date edtf=2022-10-06>6일</date> 협약을 맺었다.\n(송고 2022/10/07 09:12)"),
    ("", "<date edtf=2022-10-08>민선 8기 취임 100일</date>을 맞았다. <date edtf=2022-09-27>지난달 27일</date> 공약을 확정했다."),
    ("", "<date edtf=2022-07-01/2026-06-30>민선 8기</date> 군수가 취임 1주년을 맞았다. <date edtf=2023-05>지난 5월</date> 체육관을 열었다."),
]  # fmt: skip

ENGLISH = [
    ("2021-10-20", "The vaccination centers will operate <date edtf=../2021-10-30>until October 30</date> and then close."),
    ("2021-10-20", "<date edtf=2021-10-19>As of the 19th of this month</date>, four in five residents had one dose."),
    ("2021-10-20", "The hall will be closed for two days <date edtf=2021-10-26/2021-10-27>on the 26th and 27th</date>."),
    ("2021-10-20", "Second doses end <date edtf=../2021-10>by the end of this month</date>."),
    ("2021-10-20", "<date edtf=2021-36>In the fourth quarter</date>, teenagers can register."),
    ("2025-08-26", "The call stays open <date edtf=../2025-09-05>until September 5</date>; the fair runs <date edtf=2025-10-16/2025-10-19>from October 16 to 19</date>."),
    ("2023-10-01", "Dancers perform <date edtf=2023-10-03/2023-10-09>Oct. 3-9</date> in the plaza."),
    ("2021-08-19", "The fair goes online <date edtf=2021-08-23/2021-09-12>from the 23rd of this month to the 12th of next month</date>."),
    ("2021-07-21", "<date edtf=2021-07-01/..>Since the 1st of this month</date>, the clinic has stayed open late."),
    ("2022-01-19", "<date edtf=2021-11-15/..>Since November 15 last year</date>, neighbours have given 1.39 billion won."),
    ("2023-01-25", "The group works <date edtf=2023-03/2023-12>from March to December</date> and reports <date edtf=2023-11>in November</date>."),
    ("2023-01-25", "Members are sought <date edtf=../2023-02-24>by February 24</date>."),
    ("2025-09-01", "Committees meet <date edtf=2025-09-02/2025-09-03>on September 2 and 3</date>, and the vote follows <date edtf=2025-09-12>on September 12</date>."),
    ("2020-10-28", "The audit will be held <date edtf=2020-11-26/2020-12-04>from November 26 to December 4</date>."),
    ("2023-04-23", "The bill was read <date edtf=2023-04-17/2023-04-18>on the 17th and 18th</date> and passed <date edtf=2023-04-21>on the 21st</date>."),
    ("2023-05-30", "Sign up <date edtf=../2023-06-07>by the 7th</date> on the home page."),
    ("2023-05-30", "The pool opens <date edtf=2023-06-03>on the 3rd</date>."),
    ("2023-06-12", "The ordinance is to pass <date edtf=../2023-09>by September</date>."),
    ("2023-12-06", "Booths stand <date edtf=2023-12-26/2024-01-08>from the 26th to January 8</date>."),
    ("2023-09-20", "It runs <date edtf=2023-10-06/2023-10-14>from Friday, October 6, to Saturday, October 14</date>."),
    ("2022-04-20", "Walks leave <date edtf=2022-05-03>on May 3</date>, <date edtf=2022-05-10>10</date> and <date edtf=2022-05-17>17</date>."),
    ("2024-03-05", "The bridge will open <date edtf=2024-41>in the second half</date>."),
    ("2024-03-05", "Results come <date edtf=2024-03-19>in two weeks</date>."),
    ("2024-03-05", "The lake is cleaner than ten years ago, and fares are up from a year ago."),
    ("2024-03-05", "Work ends <date edtf=2024-08>in late August</date>, not <date edtf=2024-12>at the end of the year</date>."),
    ("2021-06-20", "Reviews of <date edtf=2018-07-01/2021-06-30>the three years of the 7th popular election</date> were mixed."),
    ("2024-08-01", "It opened in <date edtf=2024-07-01/2025-06-30>the third year of the 8th elected term</date>."),
    ("", "The mayor of <date edtf=2022-07-01/2026-06-30>the 8th elected term</date> marks 100 days in office. He signed the pact <date edtf=2022-09-19>on September 19</date>."),
    ("2023-10-04", "Library Turns Ten\nOct. 4, 2023\nThe library opened <date edtf=2013>in 2013</date> and will close <date edtf=2023-10-09>on Oct. 9</date>."),
    ("2023-11-14", "The rules will be posted <date edtf=../2024-01>by January</date>."),
]  # fmt: skip


def failures() -> list[str]:
    """One line per case that fails: the sentence and what was found."""
    wrong = []
    for published, markup in [*KOREAN, *ENGLISH]:
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
    assert 1 - len(failures()) / len(KOREAN + ENGLISH) >= FLOOR


if __name__ == "__main__":
    print("\n".join(failures()))
