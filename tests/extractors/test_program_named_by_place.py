"""Names that their place in the text makes: beside a sum, in a table, before a colon, beside a noun that explains them."""

import pytest

from pipeline import process


def programs(text: str) -> list[str]:
    return [m.text for m in process(text, published="2024-03-05").mentions if m.type == "program" and m.row is not None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a deed with its sum right behind it, with a part of the cost, with money that goes into it
        ("군의회가 뺀 것도 있다. 콩나물 재배농가 난방기 지원 2억 4000만 원이 깎였다.", ["콩나물 재배농가 난방기 지원"]),
        ("군은 반딧불이 관찰소 건립 설계비 3억 원을 담았다.", ["반딧불이 관찰소 건립"]),
        ("별마루군이 솔재 메밀창고 건립에 9억 원을 쓴다.", ["솔재 메밀창고 건립"]),
        ("들고양이 쉼터 확충에는 1억원이 들어간다.", ["들고양이 쉼터 확충"]),
        ("단골손님 가게 지원은 업소당 30만 원까지다.", ["단골손님 가게 지원"]),
        ("별천지체육관 진입도로 개설공사 4억 원도 잘렸다.", ["별천지체육관 진입도로 개설공사"]),
        ('의원은 "솔방울 유통 정상화 지원 6억 원은 이르다고 본다"고 말했다.', ["솔방울 유통 정상화 지원"]),
        # what leads to a list is not of its first item
        ("주요 사업을 보면 솔섬 물총축제 3억 원, 별뫼 등불축제 1억 원 등이다.", ["솔섬 물총축제", "별뫼 등불축제"]),
        # shared words are enough in a list where there are many
        ("친환경농산물 지원 5억 원, 솔재 약수터 조성 2억 원을 담았다.", ["친환경농산물 지원", "솔재 약수터 조성"]),
        # a quotation that money goes into is a name though it is a sentence, or goes on with a season
        ("‘우리 골목에 웃음을 심어요’ 시즌2에 1억 2천만원이 모였다.", ["우리 골목에 웃음을 심어요"]),
        ("돌봄 사업인 ‘햇살 밥상 나누기’에도 해마다 100만 원을 보탰다.", ["햇살 밥상 나누기"]),
        # an evaluation that was won
        ("군은 재난 대비태세 평가에서도 우수기관에 올라 5000만 원을 받았다.", ["재난 대비태세 평가"]),
        ("군은 ‘2023 물관리 실태 평가’에서 ‘우수기관’으로 뽑혔다.", ["2023 물관리 실태 평가"]),
        # words before and in money of a town
        ("모바일 온빛심청상품권이 잘 팔렸다.", ["온빛심청상품권"]),
        ("여성농업인 달빛이용권은 나이를 넓혔다.", ["여성농업인 달빛이용권"]),
        # an event written to something else, in a headline
        ("창업특구·달그림자페스티벌 줄줄이 제동", ["달그림자페스티벌"]),
        ("시는 사천 에어쇼를 연다.", ["사천 에어쇼"]),
    ],
)
def test_korean_names(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "그는 아파트 리모델링에 5억 원을 썼다.",
        "피해 주민 지원 3억 원도 나왔다.",
        "산사태로 무너진 도로 복구 12억 원이 들었다.",
        "세출은 환경 분야 50억 원, 일반공공행정 분야 30억 원이다.",
        "주민 건의 12건 지원 3억 원을 담았다.",
        "올해 평가에서 우수기관으로 뽑혔다. 좋은 평가를 받았다.",
        "지자체 종합 평가에서 최우수기관에 선정됐다.",
        "그는 ‘이제 다시 일어서자’고 했고 성금 3억 원이 모였다.",
        "군은 ‘우수기관’으로 선정돼 1억 원을 받았다.",
        "[온빛 소식] 별마루군, 추경 30억 원 편성",
        "별마루군이 도로 확장에 30억 원을 쓴다.",
        "경찰청 상품권을 나눠 준다.",
        "고금지구 정비가 늦다.",
    ],
)
def test_korean_traps(text: str) -> None:
    assert programs(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "사업명\n총사업비\n비고\n솔재 약수터 단장\n3억 원\n산림청\n별무리 마을집\n12억 원\n국토부\n합계\n15억 원",
            ["솔재 약수터 단장", "별무리 마을집"],
        ),
        ("사업명 | 예산\n솔재 약수터 단장 | 3억 원\n계 | 3억 원", ["솔재 약수터 단장"]),
        (
            "Division / Content / Budget\nRed kettle / monthly 20,000 won / 240 million won\nTotal sum / all / 240 million won",
            ["Red kettle"],
        ),
        ("행사 개요\n행사명: 솔재 달맞이\n일시: 3월 5일", ["솔재 달맞이"]),
        ("구분 | 국비 | 도비\n복지 | 3억 원 | 2억 원", []),
        ("구분 | 내용 | 비고\n신청기간 | 3월 내내 | 온라인\n문의처 | 청년정책과 | 전화", []),
        ("Event / Place\nConcert / Riverside Stage", []),
        (
            "사업 개요\n○ 사업명: 2024 이웃 손길 나눔\n○ 주요 내용: 월세 지원\n○ 참가비용 지원: 1인 3만원",
            ["2024 이웃 손길 나눔"],
        ),
        ("사업\n군은 길을 고친다고 밝혔다.\n3억 원", []),
        ("사업명은 아직 없다.\n솔재 약수터\n3억 원", []),
        (
            "○ Bright Pass for Elders: residents over 70 ride free\n○ Moonbeam Meal Card: the price rises to 9,000 won",
            ["Bright Pass for Elders", "Moonbeam Meal Card"],
        ),
        ("주요 내용\n○ 달빛교통카드: 70세 이상 월 5만원\n○ 지원금액: 월 5만원\n○ 신청대상: 청년", ["달빛교통카드"]),
        ("○ Application Period: May 3\n○ Seniors and Youth: 3 billion won\n○ Welfare Policy Division: 055-330", []),
    ],
)
def test_tables_and_fields(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a noun beside the name explains it
        ("She rents from the 900-Won Rooftop, a scheme under which the county leases flats.", ["900-Won Rooftop"]),
        ("Money for the Ten-Step Town, Mayor Park Min-ho's signature project, was left alone.", ["Ten-Step Town"]),
        ("Byeolmaron, the city's local currency, will stay.", ["Byeolmaron"]),
        ("The county runs a scheme called Warm Ladder for the young.", ["Warm Ladder"]),
        # money that is definite or somebody's
        ("At its center is the Twin Hearth Card, free of fees.", ["Twin Hearth Card"]),
        ("Byeolmaru's Moonlight Pension shares profits with islanders.", ["Moonlight Pension"]),
        ("Shops were accepted into the Total Management Support Package.", ["Total Management Support Package"]),
        # works by their place, markets in lower case, seasons
        ("The Byeolmaru monorail restoration works cost 4 billion won.", ["Byeolmaru monorail restoration works"]),
        ("The Gomso-ri road expansion project starts in May.", ["Gomso-ri road expansion project"]),
        ("On weekends the Arongdari night market opens.", ["Arongdari night market"]),
        ("The city invests 4 billion won to Lantern Walk Season 2.", ["Lantern Walk Season 2"]),
        (
            "The reef (bulak) fish shelter creation project (4 billion won) came.",
            ["reef (bulak) fish shelter creation project"],
        ),
        ("The youth village rent support project costs 3 billion won.", ["youth village rent support project"]),
    ],
)
def test_english_names(text: str, names: list[str]) -> None:
    assert programs(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Kim Min-su, a project manager at the county, said so.",
        "Hanbit Electronics, the largest sponsor of the event, paid.",
        "Hanbit Foundation, a program operator, closed.",
        "Naju City, a project partner, agreed, and Seoul Forest, a popular event venue, opened.",
        "The Hanbit road improvement project is late. Road improvement projects are late.",
        "The National Pension and the Samsung Card are known.",
        "The largest project is the road repair project, which is late.",
    ],
)
def test_english_traps(text: str) -> None:
    assert programs(text) == []


def test_names_of_a_text_and_its_free_version_pair_by_their_sums() -> None:
    korean = "별마루시는 예산안을 시의회에 냈다고 5일 밝혔다. 온빛사랑상품권은 300억 원어치를 찍는다. 시민들은 반겼고 군의원들도 이를 좋게 보았다고 전했다."
    english = "Byeolmaru City has sent its budget to the council. It will print KRW 30 billion in Onbit Love Gift Certificates, and people there were glad of it, said an official."
    rows = [
        m.row for m in process(f"{korean}\n\n---\n\n{english}", published="2024-03-05").mentions if m.type == "program"
    ]
    assert {row.name for row in rows} == {"온빛사랑상품권"}


def test_a_district_for_works_is_no_town() -> None:
    text = (
        "고금지구 물막이생활권 종합정비사업이 뽑혔다. 바닷물이 넘치던 곳이다. 고금지구 종합정비사업은 452억 원이 든다."
    )
    rows = [m.row for m in process(text, published="2024-03-05").mentions if m.type == "program"]
    assert {row.name for row in rows} == {"고금지구 물막이생활권 종합정비사업"}
