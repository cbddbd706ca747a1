"""Names that nothing beside them proves: quotations that read as names, and three capitals before a head."""

import pytest

from pipeline import process
from pipeline.extractors.program import EXTRACTOR

NAMES = [
    ("온빛군 소식\n다음으로 꺼낸 것은 ‘솔재 하루패스’였다.", ["솔재 하루패스"]),
    ("온빛군 소식\n버스를 거저 탄다. ‘온빛 발걸음’이라고 이름을 붙였다.", ["온빛 발걸음"]),
    ("온빛군 소식\n네 부처가 함께 뽑은 ‘한들숨터마을’에도 들었다.", ["한들숨터마을"]),
    ("온빛군 소식\n‘느티 안전지킴이’ 열 명이 집을 살핀다.", ["느티 안전지킴이"]),
    ("온빛군 소식\n가게는 구의 ‘새내기점포 특별융자’(최대 3천만원)를 받는다.", ["새내기점포 특별융자"]),
    ("Onbit News\nAfter that there is the 'Reed Weaver Table'. It feeds the old.", ["Reed Weaver Table"]),
    ('Onbit News\nThe mayor laid out the "Onbit Weaver Outlook 2026" at a meeting.', ["Onbit Weaver Outlook 2026"]),
    ("Onbit News\nA further 2 billion KRW goes in stages to the 'Solsum Lake Long Stay Village' by next year.", ["Solsum Lake Long Stay Village"]),
    ("Onbit News\nThe block is a sister of the Reed Hearth Housing, under which 40 homes were let.", ["Reed Hearth Housing"]),
    ("Onbit News\nThe mayor says that the Fair Loaf Bakery scheme grows to sixty stores.", ["Fair Loaf Bakery scheme"]),
    ("온빛군 소식\n내년에 ‘어르신 무료 목욕’을 먼저 시작하겠다고 했다.", ["어르신 무료 목욕"]),
    ("온빛군 소식\n제96회 솔재제가 다음 달로 미뤄졌다.", ["제96회 솔재제"]),
    ("Onbit News\nYou may apply until October 25 for the Study Reed Settlement Grant.", ["Study Reed Settlement Grant"]),
    ("Onbit News\nThey joined a donation movement 'Reedunum' this week.", ["Reedunum"]),
]  # fmt: skip
TRAPS = [
    "온빛군 소식\n군수는 ‘사람이 돌아오는 온빛’을 만들겠다고 했다.",
    "온빛군 소식\n올해 군정의 열쇳말은 ‘결실’이었다.",
    "온빛군 소식\n상인은 “손님이 다시 늘어난 골목”이라고 했다.",
    "온빛군 소식\n온빛동 ‘솔재장학회’도 마음을 보탰다.",
    "온빛군 소식\n주민들은 ‘이번에는 반드시 고치자’는 말을 되뇌었다.",
    'Onbit News\nShe calls it "A Loan On Our Children" in her column.',
    "Onbit News\nIt is written in the 'Rich Village' sector of the plan.",
    "Onbit News\n'Proud And Happy Neighbors', the chief said at the end.",
    "Off License Plates of ‘Habitual Late Payers’ … Arrears Collected By Onbit City",
    "Onbit News\nThe bus stops near the Onbit Lake Weaver Town on its way to the port.",
    "온빛군 소식\n솔재읍 출신 사업가가 큰 금액을 냈다.",
    "온빛군 소식\n제12회 공동과제를 다룬다.",
    "Onbit News\nThe company Reed General Construction said that it will build the bridge in time.",
]  # fmt: skip


def _names(text: str) -> list[str]:
    return [m.text for m in process(text, extractors=[EXTRACTOR]).mentions if m.type == "program"]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_without_a_cue(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize("text", TRAPS)
def test_what_reads_otherwise(text: str) -> None:
    assert _names(text) == []
