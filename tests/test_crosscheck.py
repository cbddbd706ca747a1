"""Contradictions within one article, and what only looks like one."""

import pytest

from pipeline import process

FOUND = [
    ("parts_mismatch", "유성구는 5억원(국비 3억원, 구비 1억원)을 들인다."),
    ("direction_conflict", "예산을 3억원에서 2억원으로 늘렸다."),
    ("direction_conflict", "The fund was expanded from 8.4 billion won in 2021 to 5.1 billion won in 2022."),
    ("percentage_mismatch", "시는 예산을 618억원(약 20.5%) 늘린 6,482억원으로 편성했다."),
    ("percentage_mismatch", "The budget is 618 billion won (12 percent) more than last year, or 6,482 billion won."),
    ("exchange_mismatch", "The work costs 13.5 billion won ($10 billion)."),
    (
        "two_values",
        "시는 ‘달빛 산책’ 사업을 시작한다. 총사업비는 86억원이다.\n\n‘달빛 산책’ 사업의 총사업비 68억원은 국비다.",
    ),
    ("weekday_mismatch", "축제는 3월 12일(수) 열린다."),
    ("weekday_mismatch", "It opens on Wednesday, March 12, 2024."),
    ("end_before_start", "신청은 3월 20일부터 3월 10일까지 받는다."),
    ("end_before_start", "Applications run from May 20 to May 10, 2024."),
    ("two_posts", "김하늘 유성구청장이 왔다. 김하늘 서구청장은 떠났다."),
    ("name_variant", "Jung Yong-rae, Mayor of Yuseong-gu, spoke. Mayor Jeong Yong-rae left."),
]
NOT_FOUND = [
    "유성구는 5억원(국비 3억원, 구비 2억원)을 들인다.",
    "예산 5억원 가운데 2억원은 도비다.",
    "예산을 3억원에서 2억원으로 줄였다.",
    "시는 예산을 618억원(약 10.5%) 늘린 6,482억원으로 편성했다.",
    "시는 예산 가운데 618억원(약 9.5%)을 늘렸다. 올해 예산은 6,482억원이다.",
    "The work costs 13.5 billion won ($10 million).",
    "축제는 3월 12일(화) 열린다.",
    "축제는 3월 12일(화)부터 14일(목)까지 열린다.",
    "신청은 12월 20일부터 내년 1월 5일까지 받는다.",
    "2023년 12월 20일부터 2024년 1월 5일까지 신청을 받는다.",
    "김하늘 유성구청장이 왔다. 김하늘 구청장은 떠났다.",
    "김하늘 전 서구청장이 왔다. 김하늘 유성구청장은 떠났다.",
    "Jung Yong-rae, Mayor of Yuseong-gu, spoke. Mayor Jung left.",
]


@pytest.mark.parametrize(("kind", "text"), FOUND)
def test_contradictions(kind: str, text: str) -> None:
    findings = process(text, published="2024-03-05").findings
    assert [f.kind for f in findings] == [kind]
    assert findings[0].message
    assert findings[0].message_ko
    assert findings[0].severity == ("info" if kind == "name_variant" else "warning")


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_is_no_contradiction(text: str) -> None:
    assert [f.message for f in process(text, published="2024-03-05").findings] == []
