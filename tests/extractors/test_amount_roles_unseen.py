"""What a sum is for (role, basis): sentences that only measure, written from reading articles and never tuned on.

`python -m pytest tests/extractors/test_amount_roles_unseen.py -rA -s` lists what fails. The floors may rise, not fall.
A sentence is our own, with a construction that was met; each sum of it counts for itself.
"""

from __future__ import annotations

import pytest
from annotated import parse

import pipeline
from pipeline.extractors.amount import EXTRACTOR

# Share of the sums whose attribute is right, of those that the sentences mark.
FLOORS = {"role": 0.92, "basis": 0.93}

KOREAN = [
    "군은 1회 추경예산안을 <amount role=budget basis=total>4천684억 원</amount>으로 짜서 군의회에 냈다.",
    "일반회계는 <amount role=budget basis=total>25억 원</amount> 늘어난 <amount role=budget basis=total>4,172억 원</amount>, 특별회계는 <amount role=budget basis=total>512억 원</amount>이다.",
    "세입은 세외수입 <amount role=revenue basis=total>31억원</amount>, 국·도비 보조금 <amount role=subsidy basis=total>98억원</amount>이 불었다.",
    "세출은 경로당 지붕 태양광 <amount role=budget basis=total>10억원</amount>, 숲길 정비 <amount role=budget basis=total>20억원</amount>을 더 담았다.",
    "이번 추경에는 ▲쌀 직불금(<amount role=budget basis=total>11억원</amount>) ▲음악당 건립(<amount role=budget basis=total>5억원</amount>) 등이 들어갔다.",
    "지난해 본예산 <amount role=budget basis=total>829억 원</amount>보다 <amount role=budget basis=total>33억 원</amount> 많다.",
    "추경 <amount role=budget basis=total>343억</amount> 편성… 민생에 방점",
    "군은 9월 한 달 고성사랑상품권 <amount role=voucher basis=total>29억 원</amount>어치를 내놓는다.",
    "종이 상품권 <amount role=voucher basis=total>13억 원</amount>, 모바일 <amount role=voucher basis=total>13억 원</amount>을 10% 싸게 판다.",
    "1인당 월 구매 한도는 <amount role=voucher basis=per_month>50만 원</amount>에서 <amount role=voucher basis=per_month>100만 원</amount>으로 오른다.",
    "상품권은 한 사람이 <amount role=voucher basis=per_person>70만원</amount>까지 살 수 있다.",
    "시는 <amount role=voucher basis=total>100억원</amount> 규모의 지역화폐를 새로 발행한다.",
    "부녀회는 어려운 이웃에 써 달라며 장학금 <amount role=donation basis=total>400만원</amount>을 기탁했다.",
    "이 돈은 학생 20명에게 <amount role=subsidy basis=per_person>20만원</amount>씩 돌아간다.",
    "라이온스클럽은 찻집 수익금 <amount role=donation basis=total>백만 원</amount>을 장학회에 전달했다.",
    "어르신은 폐지를 팔아 모은 <amount role=donation basis=total>3만원</amount>을 내놓았다.",
    "새마을금고가 이웃돕기 성금 <amount role=donation basis=total>1,000만 원</amount>을 맡겼다.",
    "장학회는 중학생 1인당 <amount role=subsidy basis=per_person>30만 원</amount>, 대학생은 <amount role=subsidy basis=per_person>150만 원</amount>의 장학금을 준다.",
    "체납액은 <amount role=tax basis=total>33억 원</amount>으로 지방세가 <amount role=tax basis=total>15억 원</amount>이다.",
    "불법 주정차에는 과태료 <amount role=fine>8만원</amount>을 물린다.",
    "금연구역에서 담배를 피우면 <amount role=fine>10만 원</amount> 이하의 과태료가 부과된다.",
    "시는 올해 재산세 <amount role=tax basis=total>412억원</amount>을 부과했다.",
    "축제의 경제 파급 효과는 <amount role=economic_effect basis=total>85억 원</amount>으로 분석됐다.",
    "생산유발효과 <amount role=economic_effect basis=total>1천298억원</amount>, 고용 157명이 기대된다.",
    "방문객 1명이 평균 <amount role=expense basis=per_person>5만9천 원</amount>을 썼다.",
    "입장료는 어른 <amount role=price basis=per_person>5,000원</amount>, 어린이 <amount role=price basis=per_person>3,000원</amount>이며 군민은 무료다.",
    "참가비 <amount role=price basis=per_person>2만원</amount>을 내면 기념품을 받는다.",
    "체험료는 1인당 <amount role=price basis=per_person>1만 2천원</amount>이다.",
    "사과 5kg 한 상자를 <amount role=price basis=per_case>2만5천원</amount>에 판다.",
    "공영주차장 요금은 시간당 <amount role=price basis=other>1,000원</amount>이다.",
    "직거래 장터는 이틀 만에 <amount role=revenue basis=total>2000만원</amount>의 매출을 올렸다.",
    "농가 소득이 가구당 <amount role=revenue basis=per_household>4,300만 원</amount>으로 뛰었다.",
    "군은 두 기업과 <amount role=investment basis=total>195억 원</amount> 규모의 투자협약을 맺었다.",
    "풍진식품은 농공단지에 <amount role=investment basis=total>101억원</amount>을 투자해 공장을 짓는다.",
    "이전 기업은 <amount role=subsidy>3억원</amount> 이내의 고용보조금을 지원받는다.",
    "시는 한우 경매시장 설치 등 25건 공모에 뽑혀 국비 <amount role=subsidy basis=total>19억 원</amount>을 확보했다.",
    "총사업비 <amount role=project_cost basis=total>309억 원</amount> 가운데 국비가 <amount role=subsidy basis=total>210억 원</amount>, 도비가 <amount role=subsidy basis=total>99억 원</amount>이다.",
    "사업비 <amount role=project_cost basis=total>20억원</amount>(국비 <amount role=subsidy basis=total>10억원</amount>, 도비 <amount role=subsidy basis=total>3억원</amount>, 군비 <amount role=budget basis=total>7억원</amount>)을 들여 목욕탕을 새로 짓는다.",
    "원도심에는 2028년까지 <amount role=project_cost basis=total>498억 원</amount>이 투입된다.",
    "군은 지방채 <amount role=debt basis=total>67억 원</amount>을 미리 갚기로 했다.",
    "이번 상환으로 남은 채무는 <amount role=debt basis=total>122억 원</amount>이다.",
    "계약심사로 예산 <amount role=saving basis=total>8억3천만원</amount>을 아꼈다.",
    "구는 소모성 경비를 줄여 <amount role=saving basis=total>2억 원</amount>을 절감했다.",
    "첫째아이는 <amount role=subsidy>100만원</amount>, 둘째는 <amount role=subsidy>200만원</amount>의 출산장려금을 받는다.",
    "월세로 사는 청년에게 매달 <amount role=subsidy basis=per_month>20만원</amount>씩 1년간 지원한다.",
    "전입한 세대에는 세대당 <amount role=subsidy basis=per_household>30만원</amount>의 정착금을 지급한다.",
    "점포마다 간판 교체비를 최대 <amount role=subsidy basis=per_case>150만원</amount>까지 지원한다.",
    "내년 생활임금은 시급 <amount role=wage basis=other>1만1,500원</amount>으로 정해졌고 월급으로 <amount role=wage basis=per_month>240만원</amount>이 조금 넘는다.",
    "참여자는 하루 세 시간 일하고 월 <amount role=wage basis=per_month>76만원</amount>의 급여를 받는다.",
    "소상공인은 업체당 <amount role=loan basis=per_case>7천만원</amount>까지 저금리로 빌릴 수 있다.",
    "시는 <amount role=loan basis=total>6,000억 원</amount> 규모의 초저금리 특별자금을 푼다.",
    "공모전 대상에는 상금 <amount role=prize>300만원</amount>, 우수상 2명에게는 각 <amount role=prize basis=per_person>100만원</amount>을 준다.",
    "구는 행정안전부 평가 최우수로 특별교부세 <amount role=subsidy basis=total>1억원</amount>을 받았다.",
    "시는 복구비 <amount role=project_cost basis=total>1천770억원</amount> 중 <amount role=budget basis=total>200억원</amount>을 군비로 마련해야 한다.",
    "연회비 <amount role=price>1만원</amount>만 내면 공구를 빌려 쓸 수 있다.",
    "경로당마다 난방비로 월 <amount role=subsidy basis=per_month>40만원</amount>을 지원한다.",
]  # fmt: skip

ENGLISH = [
    "The first supplementary budget adds <amount role=budget basis=total>55.9 billion KRW</amount>, with <amount role=budget basis=total>53.2 billion KRW</amount> in the general account.",
    "Buk-gu allocated <amount role=budget basis=total>1 billion KRW</amount> for gift certificates and <amount role=budget basis=total>200 million KRW</amount> for old markets.",
    "The event and festival budget was cut by a quarter to <amount role=budget basis=total>1.8 billion won</amount>.",
    "The council passed a main budget of <amount role=budget basis=total>971.5 billion won</amount> on Thursday.",
    "Another <amount role=budget basis=total>350 million won</amount> was earmarked for night buses.",
    "Tax revenue is expected to shrink by <amount role=revenue basis=total>25.6 billion won</amount>.",
    "Each resident will receive <amount role=subsidy basis=per_person>300,000 won</amount> on a prepaid card.",
    "The support comes to <amount role=subsidy basis=per_person>200,000 won</amount> per person.",
    "Parents get <amount role=subsidy>2 million won</amount> for a first child and <amount role=subsidy>3 million won</amount> for a second.",
    "The county hands <amount role=subsidy basis=per_month>100,000 won</amount> a month to every child under eight.",
    "Shops may claim up to <amount role=subsidy>2 million won</amount> toward a new signboard.",
    "The loan limit per business rises from <amount role=loan basis=per_case>50 million won</amount> to <amount role=loan basis=per_case>70 million won</amount>.",
    "Small merchants can borrow up to <amount role=loan>30 million won</amount> at 2 percent.",
    "The ministry will lend a total of <amount role=loan basis=total>KRW 620 billion</amount> to microenterprises.",
    "The grand prize winner takes home <amount role=prize>3 million won</amount>, and five runners-up get <amount role=prize basis=per_person>500,000 won</amount> each.",
    "Prize money totals <amount role=prize basis=total>6 million won</amount>.",
    "Three teams will each get a gift certificate worth <amount role=voucher basis=per_case>100,000 won</amount>.",
    "The city will issue <amount role=voucher basis=total>15 billion won</amount> in local vouchers before the holiday.",
    "Sled rental is <amount role=price>1,000 won</amount> for adults.",
    "Admission is <amount role=price basis=per_person>5,000 won</amount> for adults and <amount role=price basis=per_person>2,000 won</amount> for children.",
    "The hands-on class costs <amount role=price basis=per_person>3,000 won</amount> per person.",
    "Tickets are <amount role=price>10,000 won</amount> and may be booked online.",
    "Parking costs <amount role=price basis=other>1,200 won</amount> an hour.",
    "Apples were sold at <amount role=price basis=per_case>20,000 won</amount> a box.",
    "Farm co-ops donated <amount role=donation basis=total>21 million won</amount> to the scholarship fund.",
    "Seven chiefs gave <amount role=donation basis=per_person>3 million won</amount> each.",
    "Neighbours raised <amount role=donation basis=total>4.5 million won</amount> for the family that lost its home.",
    "The foundation paid scholarships of <amount role=subsidy basis=per_person>500,000 won</amount> to each of 300 pupils.",
    "Illegal parking brings a fine of <amount role=fine>40,000 won</amount>.",
    "Offenders must pay <amount role=fine>100,000 won</amount> in penalties.",
    "A total of <amount role=fine basis=total>55.2 billion won</amount> was levied in fines.",
    "The city collected <amount role=debt basis=total>40.2 billion won</amount> in overdue local taxes last year.",
    "Property taxes bring in <amount role=tax basis=total>98 billion won</amount>.",
    "The district saved <amount role=saving basis=total>730 million won</amount> through contract reviews.",
    "The festival's economic effect is put at <amount role=economic_effect basis=total>64 billion won</amount>.",
    "Visitors spent <amount role=expense basis=per_person>59,000 won</amount> each on average.",
    "The market posted sales of <amount role=revenue basis=total>670 million won</amount> in six months.",
    "The firm agreed to invest <amount role=investment basis=total>12 billion won</amount> in a new plant.",
    "The county signed an investment deal worth <amount role=investment basis=total>28.5 billion won</amount>.",
    "The library will be built at a cost of <amount role=project_cost basis=total>26 billion won</amount>, half of it from the state.",
    "A <amount role=project_cost basis=total>3.2 billion won</amount> project will widen the road by 2027.",
    "The county won <amount role=subsidy basis=total>4.2 billion won</amount> in state funds.",
    "Of the total, <amount role=subsidy basis=total>10 billion won</amount> comes from the national treasury and <amount role=budget basis=total>6 billion won</amount> from the city.",
    "Debt fell to <amount role=debt basis=total>12.2 billion won</amount> after early repayment.",
    "The living wage is set at <amount role=wage basis=other>11,779 won</amount> an hour.",
    "Helpers are paid <amount role=wage basis=per_month>760,000 won</amount> a month.",
    "Running the shuttle costs the district <amount role=expense basis=per_year>90 million won</amount> a year.",
    "The loss is estimated at <amount role=other basis=total>31 billion won</amount> after the flood.",
]  # fmt: skip


def _judged(markup: str, lang: str) -> list[tuple[str, bool, str]]:
    """(attribute, whether it is right, words for a person) of each marked sum; a sum that is not found is wrong."""
    text, expected = parse(markup, "amount")
    mentions = pipeline.process(text, lang=lang, extractors=[EXTRACTOR]).mentions
    found = {(m.start, m.end): m.row for m in mentions if m.type == "amount"}
    judged = []
    for want in expected:
        row = found.get((want.start, want.end))
        for name, value in want.attributes.items():
            got = getattr(row, name, "not found")
            judged.append((name, got == value, f"{name} {value} not {got}: {want.text} in {text}"))
    return judged


@pytest.mark.parametrize("name", ["role", "basis"])
def test_share_right(name: str) -> None:
    judged = [
        *(j for markup in KOREAN for j in _judged(markup, "ko")),
        *(j for markup in ENGLISH for j in _judged(markup, "en")),
    ]
    verdicts = [(right, words) for attribute, right, words in judged if attribute == name]
    share = sum(right for right, _ in verdicts) / len(verdicts)
    print(f"{name}: {share:.3f} of {len(verdicts)}", *(words for right, words in verdicts if not right), sep="\n  ")
    assert share >= FLOORS[name]
