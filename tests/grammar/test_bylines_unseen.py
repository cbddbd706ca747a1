"""Bylines as met on news pages, written down before the rules were: they only measure, no rule is tuned on them.

Each case is a short page of our own with the byline, dateline or copyright line of a real one. `pytest -s` lists what
is missed.
"""

from __future__ import annotations

import pytest

from pipeline.grammar.bylines.bylines import byline_of

KO = "구는 골목길 가로등을 새로 단다고 밝혔다. 주민들은 밤길이 밝아지기를 기다린다.\n\n구 관계자는 “서두르겠다”고 말했다."
EN = "The district will hang new lamps in the alleys.\n\nResidents have waited for years, an official said."
FLOOR = 0.95

# (page, published, reporter, publisher); None: not asked.
CASES: list[tuple[str, str | None, str | None, str | None]] = [
    (
        f"골목 등 교체\n\n{KO}\n\n조희원 기자\n2022-08-30 12면\nCopyright ⓒ 서울신문 All rights reserved. 무단 전재-재배포, AI 학습 금지",
        "2022-08-30",
        "조희원",
        "서울신문",
    ),
    (
        f"New lamps\n\nBy Korea Herald\n\nPublished : Dec. 19, 2022 - 10:19\n\n    • Link copied\n\n{EN}",
        "2022-12-19",
        "",
        None,
    ),
    (
        f" date 2018-04-13 New lamps\n\nWrite : 2018-04-10 15:50:31 Update : 2018-04-10 15:58:13\n\n{EN}",
        "2018-04-10",
        "",
        "",
    ),
    (
        f"New lamps\n\nPhotos / 황석준 / 2024-01-02 14:23:50\n  • facebook\n\n{EN}\n\n(END)\n\n"
        "(C) Yonhap News Agency. All Rights Reserved",
        "2024-01-02",
        "황석준",
        "Yonhap News Agency",
    ),
    (f"New lamps\n  • Lee Kyung-sun\n  • 승인 2018.04.20 13:26\n  • 댓글 0\n\n{EN}", "2018-04-20", "Lee Kyung-sun", ""),
    (
        f"골목 등 교체\n  • 김상모기자\n  • 승인 2015.11.01 14:13\n  • 32면\n  • 댓글 0\n\n{KO}",
        "2015-11-01",
        "김상모",
        "",
    ),
    (f"골목 등 교체\n\n{KO}\n허종민 / 2018.06.25 21:13:08", "2018-06-25", "허종민", ""),
    (f"New lamps\n\n2024.10.17. AM 01:09\nFont size settings\n[Translated by AI]\n\n{EN}", "2024-10-17", "", ""),
    (f"New lamps\nPublished: 18 Mar. 2021, 19:57\nUpdated: 19 Mar. 2021, 08:10\n\n{EN}", "2021-03-18", "", ""),
    (
        f"골목 등 교체\n[수원=뉴스핌] 노호진·순정수 기자 = {KO}\n기사입력 : 2023년01월03일 17:30\n최종수정 : 2023년01월04일 15:00",
        "2023-01-03",
        "노호진, 순정수",
        "뉴스핌",
    ),
    (
        "(서울=뉴스1) 이동희 기자 = 구청장이 15일 구의회에서 시정연설을 하고 있다. "
        "east@news1.kr[© 뉴스1코리아(news1.kr), 무단 전재 및 재배포 금지]",
        None,
        "이동희",
        "뉴스1코리아",
    ),
    (f"골목 등 교체\n\n{KO}\n주현민 한국금융신문 기자 gun13@fntimes.example", "", "주현민", "한국금융신문"),
    (
        f"{KO}\n\n기호일보 - 아침을 여는 신문\n\n저작권자 © 기호일보 - 아침을 여는 신문 무단전재 및 재배포 금지",
        "",
        "",
        "기호일보",
    ),
    (f"{KO}\n< Copyright ⓒ mbn. 무단전재 및 재배포 금지 >", "", "", "mbn"),
    (
        f"{KO}\nCopyright © Gwangju Munhwa Broadcasting Corporation. All rights reserved.\n여러분의 의견을 남겨주세요",
        "",
        "",
        "Gwangju Munhwa Broadcasting Corporation",
    ),
    (f"한국시사경제 오영준 기자 | {KO}", "", "오영준", "한국시사경제"),
    (f"골목 등 교체\n신안=양현 기자\n2023년 01월 01일(일) 18:49\n\n{KO}/신안=양현 기자", "2023-01-01", "양현", ""),
    (
        f"골목 등 교체\n동부취재본부 / 김건하 본부장 opr@naver.example |\n2023년 10월 25일(수) 17:37 |\n{KO}",
        "2023-10-25",
        "김건하",
        "",
    ),
    (f"골목 등 교체\n{KO}\n전성용 기자 2023.09.22 10:59:03", "2023-09-22", "전성용", ""),
    (f"골목 등 교체\n{KO}\n정진호 2024-11-15", "2024-11-15", "정진호", ""),
    (f"New lamps\nReporter : Ko Dong-hyun\nTue, December 6, 2022 | 23:26\n{EN}", "2022-12-06", "Ko Dong-hyun", ""),
    (
        f"New lamps\n{EN}\n※ 'Your report becomes news'\n[Mail] social@ytn.example\n"
        "[Copyright holder (c) YTN Unauthorized reproduction, redistribution and use of AI data prohibited]",
        "",
        "",
        "YTN",
    ),
    (f"{KO}\n<저작권자 ⓒ 경원일보, 무단 전재 및 재배포 금지>", "", "", "경원일보"),
    (f"골목 등 교체\n{KO} 이경준 기자 nnews@daum.example |", "", "이경준", ""),
    (f"New lamps\n\nNew lamps A worker hangs a lamp on the 13th. Photo by Shim Jinsu\n\n{EN}", "", "", ""),
    (f"[금요저널] {KO}", "", "", "금요저널"),
    (f"New lamps\n\nHow the alleys got light.\nBy Mitch Shin\n{EN}", "", "Mitch Shin", ""),
    (
        f"골목 등 교체\n\n{KO} ⓒ News1 장동연 기자\n\n대표이사/발행인/편집인 : 이영수\n\n|\n\n주소 : 서울시 종로구 종로 47\n\n|\n\n"
        "사업자등록번호 : 101-86-00000\n\n|\n\n등록일 : 2011. 05. 26\n\n|\n\n제호 : 뉴스1코리아\n\n"
        "Copyright ⓒ 뉴스1. All rights reserved. 무단 사용 및 재배포, AI학습 활용 금지.",
        "",
        None,
        "뉴스1",
    ),
]


def test_the_pass_rate_on_unseen_bylines_does_not_fall() -> None:
    asked = missed = 0
    for page, published, reporter, publisher in CASES:
        found = byline_of(page)
        shown = found.published.isoformat() if found.published else ""
        for want, got in ((published, shown), (reporter, found.reporter), (publisher, found.publisher)):
            if want is not None:
                asked += 1
                if want != got:
                    missed += 1
                    print(f"want {want!r}, got {got!r}: {page[:60]!r}")
    rate = 1 - missed / asked
    print(f"unseen bylines: {rate:.3f} of {asked}")
    assert rate >= FLOOR


@pytest.mark.parametrize("page", [case[0] for case in CASES])
def test_unseen_bylines_never_raise(page: str) -> None:
    byline_of(page)
