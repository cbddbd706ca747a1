"""Dates: a third set that only measures. Written from constructions of real council, disaster, notice, election-term
and works reports, before the rules that read them; never tuned on.

A case is right when every marked expression is found (overlapping text) with its EDTF value and nothing else is found.
`python -m tests.extractors.test_date_fresh_unseen` lists what fails.
"""

from __future__ import annotations

import pipeline
from pipeline.extractors.date import EXTRACTOR
from tests.annotated import parse

# The share that passed when the rules were settled, rounded down; lowering it is a reviewed change.
FLOOR = 0.96

KOREAN = [
    ("2023-07-05", "<date edtf=2023-07-04/2023-07-05>4일부터 5일 새벽까지</date> 내린 비로 주택 네 채가 물에 잠겼다."),
    ("2019-07-31", "<date edtf=2019-06-25/2019-06-28>지난달 25~28일</date> 오후 6시까지 평균 강우량은 150mm였다."),
    ("2023-08-14", "군은 <date edtf=../2023-08-11>11일 정오까지</date> 접수된 피해가 32건이라고 집계했다."),
    ("2022-09-10", "<date edtf=../2022-09-08>8일까지</date> 복구율은 70%에 그쳤다."),
    ("2020-08-25", "확진자는 <date edtf=../2020-08-24>24일 자정까지</date> 모두 41명으로 늘었다."),
    ("2021-06-21", "<date edtf=2021-06-20>20일</date> 0시 기준 누적 환자는 15만 명이다."),
    ("2021-09-20", "양산의 병원에서는 <date edtf=2021-09-15/..>15일 이후</date> 모두 28명이 확진됐다."),
    ("2025-10-29", "군은 <date edtf=2025-35>올해 3분기</date> 기준 이행률이 89%라고 <date edtf=2025-10-29>29일</date> 밝혔다."),
    ("2025-10-29", "<date edtf=2025-07-01/2026-06-30>민선8기 4년차</date>를 잘 마무리하겠다는 뜻이다."),
    ("2025-10-29", "<date edtf=../2025>올 연말까지</date> 이행률 92%를 이루는 것이 목표다."),
    ("2021-06-24", "이번 감사는 <date edtf=2018-07-01/2021-06-30>민선 7기 3년</date>을 되돌아보는 자리였다."),
    ("2021-06-24", "<date edtf=2021-06-14/2021-06-22>지난 14일부터 22일까지</date> 열린 감사에서 95건이 지적됐다."),
    ("2022-07-20", "<date edtf=2018-07/2022-06>2018년 7월부터 지난달까지</date> 공약 131개를 끝냈다."),
    ("2022-07-20", "공약은 <date edtf=../2022-08>다음 달 말까지</date> 확정한다."),
    ("2024-07-01", "군수는 <date edtf=2024-07-01/2026-06-30>민선8기 후반기</date> 첫 정례회의를 <date edtf=2024-07-01>1일</date> 열었다."),
    ("2024-07-01", "다리는 <date edtf=2025>2025년</date> 개통, 도로는 <date edtf=2027>2027년</date> 완공을 내다본다."),
    ("2021-04-22", "시는 <date edtf=2021-04-08>지난 8일</date> 착공해 <date edtf=2023-12>오는 2023년 12월 중순</date> 준공한다."),
    ("2016-12-22", "<date edtf=../2017-02>내년 2월 말까지</date> 공사를 멈추고 <date edtf=../2017-05>5월 초까지</date> 마무리한다."),
    ("2015-11-24", "이르면 <date edtf=2016-01>내년 1월쯤</date> 이전 여부가 정해진다."),
    ("2023-04-18", "시는 <date edtf=2023>연내</date> 조례를 고쳐 <date edtf=2024>내년</date>에 시행한다."),
    ("2023-04-18", "구는 <date edtf=2023>올해 안에</date> 설계를 마칠 방침이다."),
    ("2023-04-18", "<date edtf=2023-04>이달 안에</date> 위원을 새로 뽑는다."),
    ("2018-03-20", "회사는 <date edtf=../2020>2020년 말까지</date> 공장을 짓기로 했다."),
    ("2018-03-20", "<date edtf=2017-12>지난해 말</date> 기준 인구는 4만 9천 명이다."),
    ("2023-06-15", "과장은 <date edtf=2023-41/..>하반기부터</date> 한도를 낮추겠다고 답했다."),
    ("2023-06-15", "의원은 <date edtf=2023-40>상반기</date> 집행률이 31%뿐이라고 따졌다."),
    ("2023-03-10", "요금은 <date edtf=2023-35/..>3분기부터</date> 오른다."),
    ("2023-11-08", "버스는 <date edtf=2023-09/..>9월부터</date> 하루 네 번 다니고 있다."),
    ("2024-01-09", "<date edtf=2022-07-01/2023-06-30>민선 8기 첫해</date>에는 빚을 갚았고 <date edtf=2025-07-01/2026-06-30>마지막 해</date>에는 청사를 옮긴다."),
    ("2024-07-03", "<date edtf=2022-07-01/2026-06-30>민선 8기</date>의 반환점을 돌았다. <date edtf=2022-07-01/2024-06-30>전반기</date>는 씨앗을 뿌린 때였다."),
    ("2023-02-01", "등록일 2023-02-01 조회 312\n시는 <date edtf=../2023-02-17>오는 17일까지</date> 신청을 받는다."),
    ("2024-05-13", "가람소식\n2024.05.13 월요일 한가람 기자\n구는 <date edtf=2024-05-11>지난 11일</date> 장터를 열었다."),
    ("", "이 조례는 <date edtf=2023-01-01>2023년 1월 1일</date>부터 시행된다. <date edtf=2023>올해</date> 예산은 12억 원이며 <date edtf=2022>지난해</date>의 두 배다."),
    ("", "공고일(<date edtf=2024-03-04>2024. 3. 4.</date>) 현재 군에 사는 주민이 대상이다. 신청은 <date edtf=../2024-03-29>3월 29일까지</date>다."),
    ("", "도서관은 <date edtf=1998-05-20>1998년 5월 20일</date> 문을 열었다. <date edtf=XXXX>올해</date> 다시 고친다."),
    ("2022-11-02", "구의회 채 설 의원은 <date edtf=2022>올해</date> 예산을 물었다."),
    ("2023-01-16", "시는 <date edtf=2023-01-22>설</date>을 앞두고 시장 물가를 살핀다."),
    ("2024-10-07", "군은 <date edtf=../2024-10-04>지난 4일까지</date> 벼 수매를 모두 끝냈다."),
]  # fmt: skip

ENGLISH = [
    ("2023-08-14", "Damage reported <date edtf=../2023-08-11>until the 11th</date> came to 32 cases."),
    ("2024-07-02", "The governor looked back on <date edtf=2022-07-01/2024-06-30>the first two years of the 8th civil election</date>."),
    ("2024-07-02", "Work goes on in <date edtf=2024-07-01/2026-06-30>the second half of the civil-elected 8th term</date>."),
    ("2021-06-16", "He rose in <date edtf=2014-07-01/2018-06-30>the 6th term of the elected government</date>."),
    ("2023-07-04", "It is a pledge of <date edtf=2022-07-01/2026-06-30>the popularly elected 8th</date> administration."),
    ("2024-05-02", "<date edtf=2024>Within the year</date>, the city will lend 20 million won to each shop."),
    ("2018-03-20", "The firm builds a plant <date edtf=../2020>by the end of 2020</date>."),
    ("2018-03-20", "Sewers will be replaced <date edtf=../2018-09>by the end of September</date>."),
    ("2021-09-01", "The walk runs <date edtf=2021-09/2021-11>from September to November</date>, after one <date edtf=2021-05/2021-06>from May to June</date>."),
    ("2023-09-13", "The mayor sits in 15 villages <date edtf=../2023-11>until November</date>."),
    ("2026-10-12", "Garam Times\nMon., Oct 12, 2026\nThe county opened a clinic <date edtf=2026-10-08>on the 8th</date>."),
    ("2021-06-16", "He served <date edtf=2018-07-01/2022-06-30>during the 7th term of the elected government</date>."),
]  # fmt: skip


def failures() -> list[str]:
    """One line per case that fails: the sentence and what was found."""
    wrong = []
    for published, markup in [*KOREAN, *ENGLISH]:
        text, expected = parse(markup, "date")
        mentions = pipeline.process(text, published=published or None, extractors=[EXTRACTOR]).mentions
        right = len(mentions) == len(expected) and all(
            m.start < e.end and e.start < m.end and _same(m.value, e.attributes["edtf"])
            for m, e in zip(mentions, expected, strict=True)
        )
        if not right:
            wrong.append(f"{markup} -> {[(m.text, m.value) for m in mentions]}")
    return wrong


def _same(found: str, expected: str) -> bool:
    """`within the year` is a period and a limit: the open start says the latter."""
    return found.removeprefix("../") == expected.removeprefix("../")


def test_pass_rate() -> None:
    assert 1 - len(failures()) / len(KOREAN + ENGLISH) >= FLOOR


if __name__ == "__main__":
    print("\n".join(failures()))
