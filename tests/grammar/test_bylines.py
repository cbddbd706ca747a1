"""Bylines, datelines, copyright lines and headlines; what looks like them and is not; nothing slow."""

from __future__ import annotations

import time

import pytest

from pipeline.grammar.bylines.bylines import byline_of, person
from pipeline.grammar.bylines.datelines import day_in_name, day_in_url, day_of

KO = "구는 골목 가로등 40개를 새로 단다고 밝혔다. 주민들은 밤길이 밝아지기를 기다린다."
EN = "The district will hang new lamps in its alleys. Residents have waited for them for years."


def shown(day: object) -> str:
    return str(day) if day else ""


# Finds: (byline, published, reporter)
@pytest.mark.parametrize(
    ("line", "published", "reporter"),
    [
        ("김정한 기자 | 기사입력 2021/05/31 [16:43]", "2021-05-31", "김정한"),
        ("김정한 기자 | 입력 : 2021/05/31 [16:43]", "2021-05-31", "김정한"),
        ("2020-07-27     조민수 기자", "2020-07-27", "조민수"),
        ("입력 2022.10.07 09:12 수정 2022.10.08 10:00", "2022-10-07", ""),
        ("수정 2022.10.08 10:00 입력 2022.10.07 09:12", "2022-10-07", ""),
        ("최종수정 2022.10.08 10:00", "2022-10-08", ""),
        ("승인 2023.11.21 17:05", "2023-11-21", ""),
        ("등록 : 2023-11-21 17:05:33", "2023-11-21", ""),
        ("기사등록 2023년 11월 21일 오후 5시 5분", "2023-11-21", ""),
        ("게재일자 2023. 11. 21.(화)", "2023-11-21", ""),
        ("보도일시 : 2023. 11. 21.(화) 조간", "2023-11-21", ""),
        ("Published : June 3, 2023 - 14:22", "2023-06-03", ""),
        ("Updated 4 June 2023, Published 3 June 2023", "2023-06-03", ""),
        ("2023-11-14 09:30", "2023-11-14", ""),
        ("21/10/16", "2021-10-16", ""),
        ("Createdd 2018-12-20 Hit 112", "2018-12-20", ""),
        ("date 2023-11-01 SEOUL, Nov. 1 (Lamp News) -- The city will hang new lamps in every alley of its old quarters.", "2023-11-01", ""),
        ("25. 9. 7 (일) 09:38", "2025-09-07", ""),
        ("SEOUL, June 3, 2023 (Yonhap) -- Lamps are hung in every alley of the district, an office said.", "2023-06-03", ""),
        ("[Asia Economy Reporter Jongil Park] Mapo-gu hangs lamps.", "", "Jongil Park"),
        ("[Asia Economy Yeongnam News Desk Reporter Park Seon-gil] Lamps.", "", "Park Seon-gil"),
        ("(서울=연합뉴스) 김아무개 기자 = 구는 등을 단다.", "", "김아무개"),
        ("[수원=뉴스핌] 노호진·순정수 기자 = 시는 등을 단다.", "", "노호진, 순정수"),
        ("                    Reporter  Jeong-Hwan KIM", "", "Jeong-Hwan KIM"),
        ("By Kim Min-ji", "", "Kim Min-ji"),
        ("*By Tae Su-min*", "", "Tae Su-min"),
        ("By Ko Dong-hyun and Lee Suh-yeon", "", "Ko Dong-hyun, Lee Suh-yeon"),
        ("조민수 기자 cho@lamp.example", "", "조민수"),
        ("글·사진 조민수 기자", "", "조민수"),
        ("기자명 조민수 기자", "", "조민수"),
        ("골목일보 남궁민 선임기자", "", "남궁민"),
    ],
)  # fmt: skip
def test_bylines(line: str, published: str, reporter: str) -> None:
    prose = EN if line.isascii() else KO
    for page in (f"골목 등 교체\n\n{line}\n\n{prose}\n\n{prose}", f"{line}\r\n{prose}\r\n" * 1):
        found = byline_of(page)
        assert (shown(found.published), found.reporter) == (published, reporter), page


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("© The Alley Business Daily(www.alley.example). All rights reserved.", "The Alley Business Daily"),
        ("저작권자 © 골목뉴스 무단전재 및 재배포 금지", "골목뉴스"),
        ("ⓒ 골목신문", "골목신문"),
        ("<저작권자(c) 골목뉴스, 무단 전재-재배포 금지>", "골목뉴스"),
        ("<ⓒ골목을 위한 경제, 골목경제(www.alley.example) 무단전재 배포금지>", "골목경제"),
        ("Copyright (c) 2019-2024 Alley Korea. Do not redistribute.", "Alley Korea"),
        ("[Share](#) · [Back](#) · © Alley Weekender", "Alley Weekender"),
        ("(서울=뉴스하나) 조민수 기자 = 구는 등을 단다.", "뉴스하나"),
        ("[골목경제 조민수 기자] 구는 등을 단다.", "골목경제"),
        ("[Alley Economy Yeongnam News Desk Reporter Park Seon-gil] Lamps.", "Alley Economy"),
        ("Lamp by lamp. <Alley News met with the mayor on the 22nd and asked her about them. [Editors]", "Alley News"),
        ("▲ 등을 다는 구청장     © 김정한 기자", ""),
        ("등을 다는 사람들. ⓒ News1 장동연 기자", ""),
    ],
)
def test_publishers(line: str, publisher: str) -> None:
    assert byline_of(f"골목 등 교체\n\n{line}\n\n{KO}").publisher == publisher
    assert byline_of(f"골목 등 교체\n\n{KO}\n\n{line}\n\nTop").publisher == publisher


# Looks alike but is not
@pytest.mark.parametrize(
    "line",
    [
        "구는 2023년 5월 1일 등을 달았다고 밝혔다.",
        "신청 기간 : 2023.05.01 ~ 2023.05.31",
        "접수 등록 : 2023.05.01 ~ 05.20",
        "일시 : 2023.05.10 14:00",
        "Date: 2023-05-10 14:00\nPlace: the alley",
        "When: May 10, 2023, 2 p.m.",
        "사업자등록번호 : 101-86-00000\n등록일 : 2011. 05. 26\n발행인 : 조민수",
        "Lamp Post, Seoul. Registered January 3, 2011. Publisher: Gil Dong-ju",
        "© 2021 Lamp News. All rights reserved.",
        "입력 2023.13.45 09:12",
        "구청장은 조민수 기자의 질문에 답했다.",
        "오세민 기자 회견 열어",
        "본지 취재기자",
        "By March, the district will hang lamps.",
        "By Korea Herald",
        "사진=조민수 기자",
        "Photo by Shim Jinsu",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    prose = KO if any("가" <= c <= "힣" for c in line) else EN
    for page in (f"골목 등 교체\n{prose}\n{line}\n{prose}", f"골목 등 교체\n{prose}\n{prose}\n{line}"):
        found = byline_of(page)
        assert (shown(found.published), found.reporter) == ("", ""), page


def test_only_the_edges_of_a_page_are_read() -> None:
    middle = "\n".join([KO] * 60)
    assert byline_of(f"{middle}\n입력 2022.10.07 09:12\n{middle}").published is None


# Headlines
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"본문 바로가기\nbar_progress\n\nText Size\n\nClose\n\n골목 등 교체\n\n{KO}", "골목 등 교체"),
        (f"Home > Local > Ulsan\n\nLamps Are Hung...\n{EN}", "Lamps Are Hung..."),
        (f"2023-11-14 09:30\n조민수 기자\n골목 등 교체\n{KO}", "골목 등 교체"),
        (f"# 골목 등 교체\n\n{KO}", "골목 등 교체"),
        (f"[골목경제 조민수 기자] {KO}", ""),
        (KO * 4, ""),
        ("짧은 글이다.", "짧은 글이다."),
        (f"정치  행정  경제  사회  오피니언\n골목 등 교체\n{KO}", "골목 등 교체"),
        ("가" * 201, ""),
        ("", ""),
    ],
)
def test_headlines(text: str, title: str) -> None:
    assert byline_of(text).title == title


# Metadata, names and addresses
@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-06-12", "2023-06-12"),
        ("2023-06-12T23:30:00+09:00", "2023-06-12"),
        ("2023-06-12T23:30:00Z", "2023-06-13"),
        ("20230612", "2023-06-12"),
        ("20230612093000", "2023-06-12"),
        ("2023.06.12. 오전 9:30", "2023-06-12"),
        ("2023년 6월 12일", "2023-06-12"),
        ("Mon, 12 Jun 2023 09:30:00 +0900", "2023-06-12"),
        ("1686530000", "2023-06-12"),
        ("1686530000123", "2023-06-12"),
        ("05/06/2023", ""),
        ("2023-06", ""),
        ("2023-02-30", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("9999-12-31T23:59:59-12:00", ""),
        ("yesterday", ""),
    ],
)
def test_days_in_metadata(value: str, day: str) -> None:
    assert shown(day_of(value)) == day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("20230612-wonju", "2023-06-12"),
        ("2023-06-12_council", "2023-06-12"),
        ("council_2023.06.12", "2023-06-12"),
        ("news-20230612093000", "2023-06-12"),
        ("2023061212", ""),
        ("120230612", ""),
        ("010-2023-0612", ""),
        ("20231345", ""),
    ],
)
def test_days_in_file_names(name: str, day: str) -> None:
    assert shown(day_in_name(name)) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2023/06/12/lamps.html", "2023-06-12"),
        ("https://x.example/2023/6/2/lamps", "2023-06-02"),
        ("https://x.example/view/AKR20230612012300", "2023-06-12"),
        ("https://x.example/view.php?ud=20230612000219", "2023-06-12"),
        ("https://x.example/article?idxno=2023061", ""),
        ("https://x.example/articles/118", ""),
    ],
)
def test_days_in_addresses(url: str, day: str) -> None:
    assert shown(day_in_url(url)) == day


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("조민수 기자 cho@lamp.example", "조민수"),
        ("By Kim Min-ji", "Kim Min-ji"),
        ("조민수, 김하나", "조민수, 김하나"),
        ("", ""),
    ],
)
def test_people_in_metadata(value: str, name: str) -> None:
    assert person(value) == name


# fmt: off
PIECES = (
    "1,", "억", "(", "[", "기자 ", " ", "가", "a", "A ", "김철수·", "김철수 기자 ", "2023.01.01 ", "By A", "By Aa-",
    "ⓒ ", "Copyright ", "[A Reporter ", "SEOUL, ", "입력 2023", "\n", "가\n", "- ", "| ", "Jan 1 2020 ", "@",
    "a@", "a.", "(c)", "©가", "가  ", "가 | ", "· ", "입력 : ", "20", "A, ", "Aa News ", "< ", "서울·", "가나신문 ",
)
# fmt: on


@pytest.mark.parametrize("piece", PIECES)
def test_nothing_takes_long(piece: str) -> None:
    start = time.perf_counter()
    byline_of(piece * (100_000 // len(piece)))
    byline_of(("x\n" + piece * 200) * 80)
    # A hundredth of a second in the rule; a pattern that backtracks would take minutes.
    assert time.perf_counter() - start < 3
