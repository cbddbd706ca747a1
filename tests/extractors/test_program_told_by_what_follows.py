"""Korean names without quotation marks: what leads to them stays outside, and the words behind tell short ones apart."""

from __future__ import annotations

import pytest

from pipeline.extractors.program import EXTRACTOR
from pipeline.flow import process
from tests.annotated import parse

CASES = [
    # what leads to a name
    "다른 예산을 묶은 대신 <program>별뫼산 명소화 사업</program>에 90억원을 담았다.",
    "반면 <program>느티골 상생 일자리 사업</program>은 3억원이 늘었다.",
    "▷산림휴양과 = <program>별뫼 솔숲 복원사업</program> 8억원, <program>너른뜰 꽃길 조성</program> 2억원이다.",
    "쌀값 보전이 60억원으로 몫이 가장 크고 <program>솔바람 청년수당</program> 8억원, <program>솔재 들녘 정비사업</program> 4억원이다.",
    "둑이 무너진 <program>솔내천 개선복구사업</program>에 64억원, <program>돌샘천 둑 보강공사</program>에 9억원을 들인다.",
    "연말 개통을 목표로 한 <program>솔재형 마을열차 구축</program> 준비에 20억원을 넣었다.",
    # the particle behind
    "△<program>돌샘천 수해복구 공사</program>에 49억원, △<program>느티재 굽은길 정비</program>에 8억원 등을 세웠다.",
    "남은 숙제는 <program>솔재세계약초박람회</program>다.",
    "또 하나는 <program>별뫼고을사랑카드</program>다.",
    # a road with its section, a place called by a clause
    "의원은 <program>솔재~별마루 지방도 306호선 확포장 사업</program>이 더디다고 했다.",
    "주민들은 <program>솔섬~너른섬 연도교</program>를 스무 해 기다렸다.",
    "<program>솔재~별마루 도로 확장 사업</program>은 내년에 끝난다.",
    "상인회는 <program>느티동 차 없는 거리 사업</program>에 찬성했다.",
    "월요일~금요일 도로 정비로 길이 막힌다.",
    # sums
    "도는 <program>솔재형 배달앱 활성화</program>와 나루터 손질에도 각각 4억원, 2억원을 나눴다.",
    "의회는 <program>소상공인 이차보전</program> 5억원을 살렸다.",
    "시는 <program>소상공인 위로금</program> 70만원을 나눠 준다.",
    "<program>솔내천 둑방 숲길</program>은 2단계 공사비 7억원이 나왔다.",
    "<program>새싹 장난감 대여</program> 3억원과 <program>경로당 반찬값 카드</program> 1억원은 깎이지 않았다.",
    "<program>솔내천 물길 조명 조성사업</program>비 20억원이 깎였다.",
    "솔내천 둑방 숲길에 3만 명이 다녀갔고 솔내천 둑방 숲길에는 2만5000그루가 있다.",
    "국비 지원금 30억원과 지방세 수입 20억원은 그대로다.",
    "사회복지 분야 30억원과 일반행정 분야 20억원은 늘었다.",
    "주민은 모은 돈 3억원과 부모님 유산 2억원을 내놓았다.",
    "아파트 전세 보증금 3억원과 월세 50만원이 든다.",
    "관련 예산 3억3600만원 중 행사 지원금을 깎았다.",
    "▶문제는 돈이다. 지방교부세가 38억원 줄어 예산이 모자란다.",
    # a known scheme with what is done with it
    "<program>스마트빌리지 나눔·확산 사업</program>으로 산책로에 카메라를 단다.",
    # awards and festivals of one word
    "<program>물관리대상</program> 우수상 상금은 800만원이다.",
    "군은 <program>온빛경영대상</program>을 수상했다.",
    "지원대상에서 빠진 가게가 최우수상을 받았다. 조사대상 우수상은 없다. 관리대상 우수상도 없다. 군수는 대상을 수상했다.",
    "▶<program>튤립축제</program>를 한 주 미룬다.",
    "내년에는 <program>국화축제</program>에 3억원을 들인다.",
    "<program>고추축제</program>, <program>솔섬 노을 페스티벌</program>이 사람을 모았다.",
    "지역축제가 열린다. 이번축제는 사흘간 열린다. 벚꽃축제 같은 것을 열자는 말도 있다.",
]  # fmt: skip


@pytest.mark.parametrize("markup", CASES)
def test_found_and_not_found(markup: str) -> None:
    text, expected = parse(markup, "program")
    found = [m.text for m in process(text, lang="ko", extractors=[EXTRACTOR]).mentions if m.type == "program"]
    assert found == [e.text for e in expected]
