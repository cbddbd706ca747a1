"""Korean programs that the sum beside them, a clause or a list names, and what looks alike but is none."""

from __future__ import annotations

import pytest

from pipeline.extractors.program import EXTRACTOR
from pipeline.flow import process
from tests.annotated import parse

CASES = [
    # tracks, roads and policies, by their sum
    "별마루 외곽 순환도로는 내년에 문을 연다.",
    "정부안에는 <program>솔재권 광역철도 2단계</program>에 90억 원이 담겼다.",
    "의회는 <program>농어촌택시 무료화</program>에 2억 원을 더했다.",
    "도는 <program>솔재권 통합환승할인</program> 손실 보전에 7억 원을 쓴다.",
    "시는 <program>온빛버스 준공영제</program> 재정지원에 40억 원을 넣었다.",
    "버스 요금 환승할인은 그대로다.",
    "<program>너른뜰시장 살리기</program>에 3억 원을 들인다.",
    # what money is for
    "김 의원은 <program>너른동 경로당 신축</program>을 위한 특별교부세 4억 원을 따냈다.",
    "김 의원은 경로당을 위한 특별교부세 4억 원을 따냈다.",
    "의원은 <program>물빛호수공원정비사업</program>을 위한 특교세 3억 원을 얻었다.",
    # the place in the bracket, before the sum
    "▲<program>반달못 자전거길 개설</program>(너른면, 7억 원)로 이웃 마을이 가까워진다.",
    # items beside names
    "뽑힌 것은 <program>새활용 정거장 길잡이</program>(1억 원), <program>무인회수기 설치</program>(8000만 원), <program>온마을 저녁 돌봄</program>(1억 원)이다.",
    "올해는 사회복지 분야 120억 원, 농림해양 분야 90억 원, 인건비 30억 원이다.",
    "의회가 깎은 예산은 ▲<program>솔섬 악단 정기연주회 녹화</program> 2천만원 전액 ▲<program>나루터 꽃나무 심기</program> 3천만원이다.",
    "도울 금액은 ▲첫째 아이 출산 가정 100만원 ▲둘째 아이 출산 가정 200만원이다.",
    # a cell with its month
    "축제명 / 예산 / 방문객\n<program>솔재 얼음여행</program>(1월) / 8억원 / 22만명",
    # a budget of its own
    "<program>골목지기단짝</program> 예산은 지난해 3억 원에서 올해 4억 원으로 늘었다.",
    "사회복지 분야 예산은 30억 원이고 새마을협회 예산은 2억 원이다.",
    # explained
    "구는 밤길을 함께 걸어 주는 <program>안심동행보조사업</program>을 편다.",
    "가장 큰 것은 <program>골목주차환경개선사업</program>이다.",
    "구는 어르신을 돕는 일자리 사업을 늘린다.",
    "특색 있는 마을 잔치에 사람이 몰리는 마을 축제를 뽑는다.",
    # in quotation marks
    "시장은 ‘<program>별내형 새벽배송</program>’으로 시간을 줄였다고 했다.",
    "‘<program>별내화폐 도란</program>’ 할인율을 15%로 올린다.",
    "도는 내년 ‘<program>청년 기본대출</program>’ 시행을 위해 예산을 세웠다.",
    "예비 창업자를 뽑는 ‘<program>솔빛 첫걸음</program>’은\n팀당 최대 2천만 원을 준다.",
    "[별내군=온빛뉴스] 군이 공모에 참가했다.",
    "도가 같은 돈을 더하는 ‘둘이 하나 짝짓기’ 방식이다.",
    # what is left outside
    "군은 10월 6~9일 나흘간 <program>솔재 억새축제</program>를 연다.",
    "달마다 50만 원씩 활동 지원금을 준다.",
    "이웃 군도 20억 원어치 상품권을 찍는다.",
    "행안부 주관 <program>별마루살림기금</program>으로 다리를 놓는다.",
]  # fmt: skip


@pytest.mark.parametrize("markup", CASES)
def test_found_and_not_found(markup: str) -> None:
    text, expected = parse(markup, "program")
    found = [m.text for m in process(text, lang="ko", extractors=[EXTRACTOR]).mentions if m.type == "program"]
    assert found == [e.text for e in expected]


def test_a_short_form_is_no_scheme_of_its_own() -> None:
    text = "군은 솔재시장 살리기 사업을 시작한다. 고른 것은 솔재시장 살리기(총사업비 4억 원)다."
    found = {m.entity_id for m in process(text, lang="ko", extractors=[EXTRACTOR]).mentions if m.type == "program"}
    assert len(found) < 2
