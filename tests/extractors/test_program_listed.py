"""Items of budgets and lists: their mark and their sum say where a name begins and ends."""

import pytest

from pipeline import process


def programs(text: str) -> list[str]:
    return [m.text for m in process(text, published="2024-03-05").mentions if m.type == "program" and m.row is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "새로 뽑힌 사업은 △솔빛마을 밝은 빛 공급 사업 △신명 나는 모래실 들녘 마을 조성 사업 등이다.",
            ["솔빛마을 밝은 빛 공급 사업", "신명 나는 모래실 들녘 마을 조성 사업"],
        ),
        (
            "군이 따낸 사업은 ▲솔재지구 배수개선(9억원) ▲별뫼 급경사지 붕괴위험지구(12억원)이다.",
            ["솔재지구 배수개선", "별뫼 급경사지 붕괴위험지구"],
        ),
        (
            "주요 공약은 ① 온빛형 반의반값 청년주택 공급 (3,000백만원), ② 무이자 신혼집 전세금 지원 (700백만원)이다.",
            ["온빛형 반의반값 청년주택 공급", "무이자 신혼집 전세금 지원"],
        ),
        (
            "사업별로는 ▲달내면 농촌중심지활성화(44억원) ▲한들 마을하수도(8억원)이다.",
            ["달내면 농촌중심지활성화", "한들 마을하수도"],
        ),
    ],
)
def test_items_with_their_sum_are_names(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "분야별로는 ▲사회복지 분야(320억원) ▲농림 해양 부문(120억원) ▲국토 지역개발 예산(90억원)이다.",
        "세입은 ▲지방소비세 수입(32억원) ▲보통교부세(120억원) ▲국고 보조금 반환 수입(9억원)이다.",
        "군은 ▲노인을 돕는 일(3억원) ▲길을 고치는 일(2억원)에 돈을 쓴다.",
        "Main contents: ▲ Welfare, traffic, etc. KRW 46 billion ▲ Regional pending issues KRW 2 billion",
    ],
)
def test_fields_of_a_budget_are_none(text: str) -> None:
    assert programs(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('The city\'s "Metaverse Hanbit," under which offices open online, got more money.', ["Metaverse Hanbit"]),
        ("Another 600 million won will go toward the Pine Port project on an islet.", ["Pine Port project"]),
        ("The county spent 3 billion won on the Moon Ridge project.", ["Moon Ridge project"]),
        (
            "Of these the 'Yellow Tag donation terminal' and the 'VR castle safety tour' were selected.",
            ["Yellow Tag donation terminal", "VR castle safety tour"],
        ),
        (
            'It told of this at its "2024 Hanbit Farm Policy Sharing Meeting" last week.',
            ["2024 Hanbit Farm Policy Sharing Meeting"],
        ),
        ("10일 광장에서 이웃사랑 어울림마당이 열린다.", ["이웃사랑 어울림마당"]),
        ("배달앱 전용 온빛먹깨비상품권도 물량이 는다.", ["온빛먹깨비상품권"]),
        ("내년부터는 늘봄학교를 모든 학교로 넓힌다.", ["늘봄학교"]),
        ("살림 한가운데에 거창형 뉴딜이 있다.", ["거창형 뉴딜"]),
    ],
)
def test_names_by_what_is_done_with_them(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Hanbit Public Agency for Social Service lost 10 billion won.",
        "Hanbit Broadcasting System will make do with 23 billion won.",
        "The new Hanbit project is big, and the city loves its project.",
        "He said that 'very old terrible ideas' were selected.",
        "장학회는 그사이 장학기금을 30억까지 불렸다.",
    ],
)
def test_bodies_and_common_words_are_none(text: str) -> None:
    assert programs(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("제9회 온빛찰옥수수문화축제가 열렸다. 찰옥수수축제는 첫 행사보다 붐볐다.", 1),
        ("2024 별뫼산철쭉사진축제를 마쳤다. 산철쭉축제는 해마다 열린다.", 1),
        ("제3회 솔섬은갈치맛축제를 연다. 은갈치축제는 사흘간이다.", 1),
        ("제9회 온빛찰옥수수문화축제와 붉은고추축제가 열렸다. 붉은고추축제는 붐볐다.", 2),
    ],
)
def test_an_event_in_short_is_the_same_event(text: str, count: int) -> None:
    mentions = process(text, published="2024-03-05").mentions
    assert len({m.entity_id for m in mentions if m.type == "program" and m.row is not None}) == count
