"""Amounts as annotated sentences: what is found, what only looks alike, what was met in the wild."""

from __future__ import annotations

import time

import pytest
from annotated import parse
from hypothesis import given
from hypothesis import strategies as st

import pipeline
from pipeline.extractors.amount import EXTRACTOR, find
from pipeline.resources import table
from pipeline.view import View

FORMS_KOREAN = [
    ("100만원", 1_000_000),
    ("1백만 원", 1_000_000),
    ("44억3000만원", 4_430_000_000),
    ("6억 4,009만 원", 640_090_000),
    ("1조 2,345억 원", 1_234_500_000_000),
    ("3천500억원", 350_000_000_000),
    ("1.5조원", 1_500_000_000_000),
    ("302,230억원", 30_223_000_000_000),
    ("십이억오천만 원", 1_250_000_000),
    ("7십팔만 6천원", 786_000),
    ("십억 6십만 5원", 1_000_600_005),
    ("십억 육십만 오원", 1_000_600_005),
    ("₩3,400억", 340_000_000_000),
    ("￦5,000", 5_000),
    ("\\5,000", 5_000),
    ("2,567(백만원)", 2_567_000_000),
    ("2,567백만원", 2_567_000_000),
    ("1,234(천원)", 1_234_000),
    ("500원", 500),
    ("0원", 0),
    ("KRW 18 billion", 18_000_000_000),
    ("24.2 billion KRW", 24_200_000_000),
    ("W10bn", 10_000_000_000),
    ("Won 3.2 trillion", 3_200_000_000_000),
    ("KRW18bn", 18_000_000_000),
    ("₩500,000", 500_000),
    ("krw 5000", 5_000),
    ("10 billion Korean won", 10_000_000_000),
    ("four hundred sixty billion won", 460_000_000_000),
    ("half a million won", 500_000),
    ("10-billion-won", 10_000_000_000),
    ("300,000 won", 300_000),
    ("만 원", 10_000),
    ("천오백원", 1_500),
    ("15조7291억", 15_729_100_000_000),
    ("KRW 29 trillion and 652.5 billion", 29_652_500_000_000),
    ("1 trillion 20 billion 300 million won", 1_020_300_000_000),
    ("1.5 tln won", 1_500_000_000_000),
    ("won 1.2 trillion", 1_200_000_000_000),
]

RANGES = [
    ("10억~20억원", 1_000_000_000, 2_000_000_000),
    ("10∼20억 원", 1_000_000_000, 2_000_000_000),
    ("1천~3천만 원", 10_000_000, 30_000_000),
    ("8~9백만원", 8_000_000, 9_000_000),
    ("5천만~1억 원", 50_000_000, 100_000_000),
    ("30만 원 내지 50만 원", 300_000, 500_000),
    ("3천원~5천원", 3_000, 5_000),
    ("25000원 - 30000원", 25_000, 30_000),
    ("500~1000원", 500, 1_000),
    ("3 and 5 million won", 3_000_000, 5_000_000),
    ("two and three million won", 2_000_000, 3_000_000),
    ("100 million to 300 million won", 100_000_000, 300_000_000),
    ("500 to 600 million won", 500_000_000, 600_000_000),
    ("50,000 won to 100,000 won", 50_000, 100_000),
    ("₩100-200 million", 100_000_000, 200_000_000),
    ("KRW 3 to 5 million", 3_000_000, 5_000_000),
]

CURRENCIES = [
    ("20만 달러", "USD 200000"),
    ("1억2천만 달러", "USD 120000000"),
    ("3억불", "USD 300000000"),
    ("50센트", "USD 0.5"),
    ("500만 캐나다 달러", "CAD 5000000"),
    ("30억 엔", "JPY 3000000000"),
    ("150만 유로", "EUR 1500000"),
    ("100만위안", "CNY 1000000"),
    ("23만 파운드", "GBP 230000"),
    ("$7.5 million", "USD 7500000"),
    ("US$1.2bn", "USD 1200000000"),
    ("HK$300", "HKD 300"),
    ("A$2 million", "AUD 2000000"),
    ("€2 million", "EUR 2000000"),
    ("£27bn", "GBP 27000000000"),
    ("¥10,000", "JPY 10000"),
    ("1.6 billion U.S. dollars", "USD 1600000000"),
    ("4.7 trillion yen", "JPY 4700000000000"),
    ("USD 32.2 million", "USD 32200000"),
    ("fifty dollars", "USD 50"),
    ("124.44달러", "USD 124.44"),
]

VAGUE = [
    *("수억원", "수십억 원", "수천만원", "십수억 원", "몇백만 원", "몇 억원", "수백만 달러"),
    *("tens of billions of won", "hundreds of millions of won", "several million won", "millions of dollars"),
]

FINDS = [
    "군은 <amount value_krw=250000000 role=project_cost>2억5천</amount>을 들여 공사비를 댔다.",
    "추경 <amount value_krw=23000000000 role=budget>230억</amount> 편성",
    "예산 <amount value_krw=100000000000 role=budget>1,000억</amount> 시대 활짝",
    "보조금은 <amount value_krw=300000000>3억</amount>, <amount value_krw=500000000>5억원</amount> 두 가지다.",
    "보조금은 <amount value_krw=300000000>3억</amount>과 <amount value_krw=500000000>5억원</amount>이다.",
    "상금 <amount value_krw=3000000 role=prize>300만</amount> 걸린 공모",
    "월 <amount value_krw=200000 basis=per_month role=subsidy>20만</amount> 지원 나선다",
    "1인당 <amount value_krw=100000 basis=per_person qualifier=exact>10만원</amount>을 나눠 준다.",
    "월 <amount value_krw=500000 basis=per_month>50만 원</amount>씩 준다.",
    "가구당 최대 <amount value_krw=1000000 basis=per_household qualifier=at_most>100만원</amount>이다.",
    "총사업비 <amount value_krw=100000000 role=project_cost>1억원</amount>(국비 <amount value_krw=50000000>5천만원</amount>,"
    " 시비 <amount value_krw=30000000>3천만원</amount>, 구비 <amount value_krw=20000000>2천만원</amount>)을 쓴다.",
    "시는 <amount currency=USD value=200000 value_krw=- role=investment>20만 달러</amount>"
    "(약 <amount value_krw=200000000 qualifier=about>2억원</amount>)를 투자받았다.",
    "일금 <amount value_krw=5000000 rule=hangul>오백만원</amount>정",
    "한 해 <amount value_krw=1000000 basis=per_year>100만원</amount>꼴이다.",
    "업체당 <amount value_krw=2000000 basis=per_case>200만원</amount>이다.",
    "배럴당 <amount currency=USD value=80 basis=other>80달러</amount>이다.",
    "농가 30가구에 <amount value_krw=500000 basis=per_household>50만원</amount>씩 준다.",
    "‘다시 일어서기 지원금’을 준다. 모두 <amount value_krw=4200000000 role=subsidy>42억 원</amount>이다.",
    "장학금 <amount role=donation>1억원</amount>을 기탁했다. 군은 오래 기다려 왔고 주민들도 반겼다. 이날 모임에는 스무 명이 왔다."
    " 지난해에는 <amount role=donation>2억원</amount>이었다.",
    "우승팀에 <amount value_krw=2000000 role=prize>200만원</amount>의 상금을 준다.",
    "주민들은 <amount value_krw=4200000 role=donation>420만원</amount>을 기탁했다.",
    "약 <amount value_krw=300000000 qualifier=about>3억원</amount>이다.",
    "<amount value_krw=300000000 qualifier=about>3억원</amount> 가량이다.",
    "<amount value_krw=300000000 qualifier=over>3억여 원</amount>이다.",
    "<amount value_krw=300000000 qualifier=over>3억원</amount>을 웃돈다.",
    "<amount value_krw=300000000 qualifier=over>3억원</amount> 초과분이다.",
    "<amount value_krw=300000000 qualifier=at_least>3억원</amount> 이상이다.",
    "<amount value_krw=300000000 qualifier=under>3억원</amount> 미만이다.",
    "<amount value_krw=300000000 qualifier=at_most>3억원</amount> 이하이다.",
    "최소 <amount value_krw=300000000 qualifier=at_least>3억원</amount>은 든다.",
    "<amount value_krw=1000000000000 qualifier=about>1조원</amount>에 육박한다.",
    "2018년 <amount value_krw=6600000000 year=2018>66억원</amount>이었다.",
    "2023년도 예산 <amount value_krw=500000000000 year=2023 role=budget>5천억원</amount>이다.",
    "내년도 예산 <amount value_krw=500000000000 year=2022 role=budget>5천억원</amount>을 짰다.",
    "The fund rose from <amount value_krw=8400000000 year=2021>8.4 billion won</amount> in 2021"
    " to <amount value_krw=5100000000 year=2022>5.1 billion won</amount> in 2022.",
    "It grew from <amount value_krw=20000000000>20 billion won</amount> to <amount value_krw=41000000000>41 billion won</amount>.",
    "A prize of <amount value_krw=10000000000>10 billion won</amount> (<amount currency=USD value=7500000>$7.5 million</amount>)",
    "They paid <amount value_krw=300000 basis=per_person>300,000 won</amount> per person.",
    "The centre saved over <amount value_krw=5000000 qualifier=over role=saving>5 million won</amount> in budget.",
    "Loans of at least <amount value_krw=5000000 qualifier=at_least role=loan>5 million won</amount> are on offer.",
    "The toll is less than <amount value_krw=2000 qualifier=under role=price>2,000 won</amount>.",
    "A fine of <amount value_krw=100000 qualifier=at_least role=fine>100,000 won</amount> or more awaits.",
    "The annual budget is <amount value_krw=900000000000 basis=per_year role=budget>900 billion won</amount>.",
    "Next year's budget of <amount value_krw=900000000000 year=2022>900 billion won</amount> is ready.",
    "The 2020 budget of <amount value_krw=900000000000 year=2020>900 billion won</amount> was spent.",
    "A sum of <amount currency=USD value=10000000>$10 million</amount> won the auction.",
    "They asked for <amount value_krw=500>500 won</amount> a cup.",
]

TABLE = (
    "(단위: 천원)\n"
    "구분 2020 2021\n"
    "세입 <amount value_krw=1234567000>1,234,567</amount> <amount value_krw=1300000000>1,300,000</amount>\n"
    "세출 <amount value_krw=990000>990</amount> <amount value_krw=1000000>1,000</amount>\n"
    "표는 시가 낸 자료다. 모두 120 쪽이다."
)

TRAPS = [
    *("병원과 학원 500곳", "회원 500명", "어린이집 10개원", "5원칙을 지킨다", "제1원전 1호기", "원주시 36만 시민", "36만 원주시민"),
    *("won 3 awards", "She won 500 votes.", "전화 02-500-1234", "5월 31일", "스코어 3-2", "12.5%", "85만4천㎡", "80억 인구"),
    *("3만 명이 모였다", "인구 50만 시대", "1억 뷰를 넘었다", "5억 년 전", "지원금 신청 1만 건", "사천 원도심", "춘천시 일원", "만원 관중"),
    *("만원 버스에 오른다", "초만원", "수원 삼성", "2조 경기", "3조 조원들", "제3조 2항", "차 1만 대", "나무 100만 그루"),
    *("교실이 만원이다", "객석은 늘 만원이었다", "버스는 아침마다 만원이다", "구장은 만원을 이뤘다"),
    *("5엔진", "20만 위안부 피해자", "10유로파", "3만 불법 주차", "2원 생중계", "3월엔 비가 온다", "이천 원예농협"),
    *("In 2019 won the cup.", "Team 3 won the final.", "They won't pay 500.", "Won 10,000 votes", "She won 2 million hearts.", "won 3 million votes", "W1 League", "the first two won gold"),
    *("수억 명이 봤다", "수억 년 전 바위다", "수억 개의 별", "몇 억 광년", "5 million people", "10 million pounds of rice", "10 million visitors", "$", "KRW", "USD rates", "a 3-1 win", "in 2018, 300 units"),
    *("(단위: 백만원)", "(단위 : 명)\n1,000 2,000", "C:\\5000", "A4 500매", "예산 100개 사업", "매출 상위 3개", "Suwon 2", "€"),
]  # fmt: skip

WILD = [
    "일반회계는 <amount value_krw=313673800000>3136억 7380만원</amount> 늘어난 <amount value_krw=1801006133000>1조 8010억 613만3천원</amount>이다.",
    "수도 특별회계는 <amount value_krw=91400000000 qualifier=over>914억 여원</amount>으로 잡았다.",
    "<amount value_krw=50000000 value_max_krw=75000000 role=fine>5000만~7500만 원</amount>씩의 벌금형을 받았다.",
    "환율은 <amount value=366.4 value_krw=366>366.4원</amount>이다.",
    "<amount value_krw=50000>5만원</amount>권 지폐가 나왔다.",
    "<amount value_krw=290000>29만원</amount>짜리 표가 팔렸다.",
    "전시품은 <amount value_krw=- qualifier=vague>수십억</amount>대 값이 매겨진다.",
    "<amount value_krw=-2000>-2,000원</amount>",
    "<amount value_krw=30000000>삼천만원</amount>을, <amount value_krw=14700>만사천칠백원</amount>을 냈다.",
    "Oil added <amount currency=USD value=0.8>80 cents</amount> to <amount currency=USD value=144.37>$144.37</amount>.",
    "국비 <amount value_krw=3800000000>38억</amount>·도비 <amount value_krw=1500000000>15억</amount> 확보",
    "한 달 새 <amount value_krw=100000000>1억</amount> 껑충… 집값 들썩",
    "<amount value_krw=- qualifier=vague>십수억</amount>을 들여 다리를 놓았고 예산 <amount value_krw=- qualifier=vague>몇 억</amount>이 더 든다.",
    "채무 <amount value_krw=120000000000>1200억</amount> 다 갚아",
    "구의회, ‘<amount value_krw=58300000000>583억</amount>’ 첫 추경 심사\n추경은 <amount value_krw=58300000000>583억원</amount>이다.",
    "The grant for 2022 was cut to <amount value_krw=3200000000>3.2 billion won</amount>. They set the grant for 2022 to <amount value_krw=3200000000>3.2 billion won</amount>.",
    "Tax revenue will decrease <amount value_krw=646500000000>646.5 billion won</amount> to <amount value_krw=24200000000000>24.2 trillion won</amount>.",
    "It raises the monthly payment of the honor allowance for the bereaved families of veterans from <amount value_krw=80000>80,000 won</amount>"
    " to <amount value_krw=100000>100,000 won</amount>.",
]


# What the sum is for: place by place where the deciding word stands, in both languages.
PURPOSES = [
    "총사업비는 <amount role=project_cost>120억 원</amount>으로 국비 <amount role=subsidy>60억 원</amount>, 도비 <amount role=subsidy>18억 원</amount>, 시비 <amount role=budget>42억 원</amount>이다.",
    "시비 <amount role=subsidy>3억 원</amount>에 구비 <amount role=budget>2억 원</amount>을 보탠다.",
    "국비 <amount role=subsidy>5억 원</amount>과 군비 <amount role=budget>5억 원</amount> 등 모두 <amount role=project_cost>10억 원</amount>을 들였다.",
    "지난해 입장료는 어른 <amount role=price basis=per_person>4천원</amount>, 어린이 <amount role=price basis=per_person>2천원</amount>이었다.",
    "이사비와 난방비 <amount role=subsidy>40만원</amount>을 지원한다.",
    "도비 <amount role=subsidy>2억원</amount>의 복구비를 약속했다.",
    "<amount role=prize>50만원</amount>의 포상금을 건다.",
    "<amount role=voucher basis=total>30억원</amount> 규모의 지역화폐를 찍는다.",
    "어르신 2,000명에게 효도수당 <amount role=subsidy basis=per_person>5만원</amount>을 준다.",
    "학생 10명에게 장학금 <amount role=subsidy basis=total>1,000만원</amount>을 지급했다.",
    "업체당 <amount role=loan basis=per_case>3천만원</amount>을 빌려준다.",
    "월 구매 한도는 <amount role=voucher basis=per_month qualifier=at_most>40만원</amount>이다.",
    "상품권은 <amount role=voucher basis=other>5천원</amount>권으로 나온다.",
    "땅을 판 돈과 별도로 지방채 <amount role=debt>90억 원</amount>을 모두 갚았다.",
    "이번에 기탁한 장학금 <amount role=donation>300만원</amount>은 재단이 쓴다.",
    "향우회가 <amount role=donation>1억원</amount>, 농협이 <amount role=donation>5천만원</amount>을 기부했다.",
    "피해액은 <amount role=other>31억원</amount>, 복구비는 <amount role=project_cost>100억원</amount>이다.",
    "지방세 체납액 <amount role=tax>15억원</amount>을 거둔다.",
    "우수상 3명에게 각 <amount role=prize basis=per_person>100만원</amount>을 준다.",
    "상점마다 최대 <amount role=subsidy basis=per_case qualifier=at_most>50만원</amount>을 지원한다.",
    "월 임대료 <amount role=price basis=per_month>12만원</amount>에 들어간다.",
    "The bridge will be built at a cost of <amount role=project_cost>9 billion won</amount>.",
    "Of that, <amount role=subsidy>4 billion won</amount> comes from the national treasury.",
    "The district bought two buses for <amount role=expense>460 million won</amount>.",
    "National subsidies: <amount role=subsidy>498 billion won</amount>",
    "Drivers paid <amount role=fine>3 million won</amount> in fines.",
    "A crossing costs <amount basis=per_case>80 million won</amount> per crossing.",
    "The snack sells at <amount role=price basis=per_case>2,000 won</amount> a plate.",
    "Trainees receive an allowance of <amount role=subsidy>300,000 won</amount>.",
    "Each stall gets <amount role=subsidy basis=per_month>250,000 won</amount> per month.",
]


def amounts(text: str, lang: str | None = None, published: str | None = None) -> list:
    found = pipeline.process(text, published=published, lang=lang, extractors=[EXTRACTOR]).mentions
    return [m for m in found if m.type == "amount"]


def check(markup: str) -> None:
    text, expected = parse(markup, "amount")
    found = amounts(text, published="2021-05-31")
    assert [(m.start, m.end, m.text) for m in found] == [(e.start, e.end, e.text) for e in expected], text
    for mention, want in zip(found, expected, strict=True):
        got = {k: str(getattr(mention.row, k, getattr(mention, k, None))) for k in want.attributes}
        assert got == {k: "None" if v == "-" else v for k, v in want.attributes.items()}, text


@pytest.mark.parametrize(("form", "value"), FORMS_KOREAN)
@pytest.mark.parametrize("sentence", ["구는 {}을 쓴다.", "It is ‘{}’, they say.", "{}"])
def test_forms(form: str, value: int, sentence: str) -> None:
    text = sentence.format(form)
    (mention,) = amounts(text)
    assert (mention.text, mention.row.value_krw, mention.value) == (form, value, str(value))


@pytest.mark.parametrize(("form", "low", "high"), RANGES)
def test_ranges_are_one_mention(form: str, low: int, high: int) -> None:
    (mention,) = amounts(f"between {form} 사이다")
    assert (mention.text, mention.row.value_krw, mention.row.value_max_krw) == (form, low, high)


@pytest.mark.parametrize(("form", "canonical"), CURRENCIES)
def test_other_currencies_are_never_won(form: str, canonical: str) -> None:
    (mention,) = amounts(f"그는 {form} 냈다")
    assert (mention.text, mention.value, mention.row.value_krw) == (form, canonical, None)


@pytest.mark.parametrize("form", VAGUE)
def test_vague_sums_have_no_value(form: str) -> None:
    (mention,) = amounts(f"손해가 {form} 들었다")
    assert (mention.text, mention.value, mention.row.qualifier) == (form, "", "vague")


@pytest.mark.parametrize("markup", FINDS)
def test_finds(markup: str) -> None:
    check(markup)


@pytest.mark.parametrize("markup", PURPOSES)
def test_purpose(markup: str) -> None:
    check(markup)


def test_table_under_a_unit() -> None:
    check(TABLE)


@pytest.mark.parametrize("text", TRAPS)
def test_looks_alike_but_is_not(text: str) -> None:
    assert [m.text for m in amounts(text)] == []


@pytest.mark.parametrize("markup", WILD)
def test_met_in_the_wild(markup: str) -> None:
    check(markup)


@pytest.mark.parametrize("row", table("currencies"), ids=lambda r: f"{r['place']}-{r['form']}")
def test_every_currency_form_reads_its_example(row: dict[str, str]) -> None:
    (mention,) = amounts(f" {row['example']} ")
    assert (mention.text, mention.row.currency) == (row["example"], row["currency"])


@pytest.mark.parametrize("row", table("money_roles"), ids=lambda r: f"{r['role']}-{r['lang']}-{r['kind']}")
def test_every_role_row_reads_its_example(row: dict[str, str]) -> None:
    first, *_ = amounts(row["example"])
    assert first.row.role == row["role"]


@given(st.text(alphabet="0123456789,.~-() 원억만조천백십수몇여$₩wonW단위:천\n", max_size=60))
def test_any_text_gives_spans_inside_it(text: str) -> None:
    ends = [(m.start, m.end) for m in find(View.of(text))]
    assert all(0 <= start < end <= len(text) for start, end in ends)


@pytest.mark.parametrize("piece", ["1,", "억", "2021.", "(", "가", "a", " ", "3억, ", "1~", "수 ", "ollar", "단위: 원"])
def test_nothing_takes_seconds(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    began = time.process_time()
    list(find(View.of(text)))
    assert time.process_time() - began < 4
