"""Which articles share a cluster: one press release in several papers, shortened, translated; and what only looks alike."""

from __future__ import annotations

import sqlite3
from itertools import permutations

import pytest

from pipeline.cluster import Clusters, keys, signature
from pipeline.flow import extraction
from pipeline.read import read_text
from pipeline.registry import all_extractors

RELEASE = """김하늘 유성구청장은 6월 12일 어은동 옛 파출소 터에서 ‘달빛 공구방’ 문을 열었다고 밝혔다.
‘달빛 공구방’은 드릴과 톱, 사다리처럼 집마다 두기 어려운 공구 120가지를 하루 천 원에 빌려주는 곳이다. 구는 1억 8천만 원을 들여
낡은 건물을 고치고 작업대 여섯 개를 놓았다. 수요일 밤에는 목수 두 사람이 나와 못 박는 법부터 가르친다.
공구를 빌리려는 주민은 신분증을 들고 오거나 구청 누리집에서 미리 신청하면 된다. 문은 월요일을 뺀 날마다 밤 9시까지 연다.
김 구청장은 “벽에 선반 하나 달려고 공구를 사는 일이 없게 하겠다”며 “9월 30일까지 온천동에도 두 번째 방을 마련하겠다”고 말했다."""
PAPER = (
    "유성구, 공구 빌려주는 방 연다\n2023-06-12 박서준 기자\n\n"
    + RELEASE
    + "\n\n저작권자 ⓒ 한밭새소식 무단전재 및 재배포 금지"
)
SECOND = (
    "“선반 달려고 공구 사지 마세요”… 어은동에 ‘달빛 공구방’\n입력 2023.06.13 09:12\n\n"
    + RELEASE.replace("밝혔다", "13일 알렸다").replace("나와", "나와서")
    + "\n\n최지우 기자 choi@lamp.example"
)
SHORT = "유성구 ‘달빛 공구방’ 개소\n2023-06-12\n\n" + "\n".join(RELEASE.split("\n")[:3])
ENGLISH = """Yuseong-gu Opens Tool Room
2023-06-12

Yuseong-gu Mayor Kim Ha-neul said that the 'Moonlight Tool Room' opened on June 12 on the site of an old police box in Eoeun-dong, Daejeon.
The room lends 120 kinds of tools for 1,000 won a day. The district spent 180 million won on mending the old building. A second room is to
open in Oncheon-dong by September 30, the mayor said."""
MONTHLY = """유성구는 {0}월 한 달 동안 ‘골목 장터’를 연다. 장터는 토요일마다 어은동과 궁동, 온천동 세 곳에서 열리며 누구나 자리를 얻어 쓰던 물건을 팔 수 있다.
구는 이달 장터에 {1}만 원을 들여 천막과 의자를 놓고 안전 요원을 세운다. 신청은 구청 누리집에서 받으며 자리는 먼저 온 차례대로 준다.
비가 오면 다음 주로 미룬다. 지난달 장터에는 주민이 많이 찾아 물건이 일찍 동났고 수익의 한 몫은 이웃을 돕는 데 쓰였다."""
# In the same words each month, without a sum: the days tell.
FREE = """골목 책마당
2023-0{0}-02

유성구는 {0}월 {1}일과 {0}월 25일 어은동과 궁동 골목에서 ‘책 바꾸는 날’을 연다. 누구나 다 읽은 책을 들고 와 다른 책과 바꾸고 차를 마실 수 있다.
아이들에게는 그림책 작가가 책을 읽어 주고, 어르신에게는 돋보기를 빌려준다. 자리는 먼저 온 차례대로 주며 비가 오면 주민센터 안으로 옮긴다.
책마당을 꾸리는 이는 동네 서점 주인들이다. 지난달에는 많은 주민이 찾아 책이 일찍 동났고 남은 책은 골목 도서함에 나누어 꽂았다."""
OTHER = """김하늘 유성구청장은 6월 12일 궁동 네거리에서 ‘느린 신호등’을 켰다. 길을 건너는 시간이 7초 늘었다. 구는 3억 2천만 원을 들여 신호등 40개를 바꾼다.
어르신이 많은 골목부터 바꾸고 내년에는 학교 앞으로 넓힌다. 구청장은 “누구나 제 걸음으로 건너는 길을 만들겠다”고 말했다. 주민 모임이 낸 제안을 구가 받아들인 일이다."""


def clusters(texts: list[str]) -> list[str]:
    found = Clusters(sqlite3.connect(":memory:"))
    signatures = [signature(extraction(read_text(text), all_extractors())) for text in texts]
    for one in signatures:
        found.add(one, keys(one))
    list(found.compare())
    moved = found.moved()
    return [moved.get(one.letters, one.letters) for one in signatures]


@pytest.mark.parametrize(
    "pair", [(PAPER, SECOND), (PAPER, SHORT), (PAPER, ENGLISH), (PAPER, PAPER.replace("\n\n", "\n"))]
)
def test_one_release(pair: tuple[str, str]) -> None:
    assert len(set(clusters(list(pair)))) == 1


@pytest.mark.parametrize(
    "pair",
    [
        (PAPER, OTHER),
        (ENGLISH, OTHER),
        (MONTHLY.format(4, "1,200"), MONTHLY.format(5, "1,900")),
        (FREE.format(4, 11), FREE.format(5, 9)),
        ("짧다.", "짧았다."),
    ],
)
def test_two_stories(pair: tuple[str, str]) -> None:
    first, second = clusters(list(pair))
    assert first != second


def test_the_order_of_articles_changes_nothing() -> None:
    texts = [PAPER, SECOND, ENGLISH, OTHER]
    seen = set()
    for order in permutations(range(4)):
        ids = clusters([texts[i] for i in order])
        seen.add(tuple(ids[order.index(i)] for i in range(4)))
    assert len(seen) == 1
    assert len(set(seen.pop())) == 2
