"""Programs in sentences that only measure: written from reading local-government news, before the rules;
nothing is tuned on them.

`<program>` marks what must be found, `<maybe>` what is right to find and no error to miss. A case passes when all
that is marked is found and nothing else. `pytest -rP` lists the cases that fail.
"""

from __future__ import annotations

from marked_programs import measure

# Share of cases that pass, measured when the rules were written; lowered only by a reviewed change.
FLOOR = 0.92

KOREAN = [
    "해운구는 오는 20일부터 ‘<program>골목길 옛이야기 공모전</program>’을 연다고 13일 밝혔다.",
    "김 구청장은 공약을 묶은 「<program>반짝 프로젝트</program>」를 주민 앞에서 직접 설명했다.",
    "이번 자리는 <program>2025년 우리마을 사업 보고회</program>로, 주민 300명이 참석했다.",
    "시는 지난해에 이어 <program>온빛사랑상품권</program> 200억원어치를 발행한다.",
    "시의회는 ‘<program>온빛시 온빛사랑상품권 관리 및 운영에 관한 조례안</program>’을 원안대로 의결했다.",
    "군은 올해 처음 ‘<program>소규모 마을축제 공모사업</program>’을 추진한다.",
    "남면 ‘<program>진달래 행복축제</program>’와 북면 ‘<program>돌담 어울림 축제</program>’가 최종 선정됐다.",
    "구는 <program>제14회 전국 기초단체장 정책 우수사례 경진대회</program>에서 최우수상을 받았다.",
    "저소득 청년의 이사비를 돕는 ‘<program>첫둥지</program>’ 사업도 내달 시작한다.",
    "어르신 집을 찾아가 전등을 갈아 주는 ‘<program>반딧불이 출동</program>’ 서비스를 운영 중이다.",
    "주민이 낸 의견은 소통 플랫폼 ‘<program>말모이</program>’에 쌓인다.",
    "도는 ‘<program>청정바다 종합계획</program>’을 세우고 5년간 300억원을 투입한다.",
    "시는 대학과 ‘<program>지역인재 키움 업무협약</program>’을 맺었다.",
    "<program>찾아가는 법률상담 서비스</program>는 매주 수요일 이용할 수 있다.",
    "국토부의 ‘<program>스마트 산단 챌린지</program>’에 선정돼 국비 50억원을 확보했다.",
    "<program>달맞이고개 무장애 산책로 조성 사업</program>이 이달 첫 삽을 뜬다.",
    "구청장이 하루 동안 현장에서 일하는 ‘<program>1일 현장 구청장실</program>’을 11월까지 운영한다.",
    "군은 귀농인을 위한 <program>햇살마을 정착지원금</program>을 새로 만들었다.",
    "올해의 10대 사업은 ▲<program>호반 문화벨트 조성사업</program> ▲<program>청년 월세 디딤돌 사업</program> 등이다.",
    "공원에서는 주말마다 <<program>별빛 음악회</program>>가 열린다.",
    "시민 3000명이 참여한 ‘<program>쓰담걷기 챌린지</program>’ 캠페인이 막을 내렸다.",
    "구는 『<program>아동친화도시 조성 기본계획</program>』을 수립해 시행한다.",
    "시는 ‘<program>2024 대한민국 빛의 도시 대상</program>’ 시상식에서 대상을 수상했다.",
    "도서관은 ‘<program>오늘은 내가 사서</program>’, ‘<program>이끼 액자 만들기</program>’ 프로그램을 마련했다.",
    "<program>다온페이</program>를 10% 할인된 값에 판매하는 행사가 이어진다.",
    "중소기업의 수출을 돕는 <program>글로벌 첫걸음 바우처</program>가 3월에 나온다.",
    "시는 행정안전부 공모사업인 ‘<program>고향올래</program>’에 뽑혔다.",
    "이 시장은 “<program>새싹 돌봄 플랫폼</program>을 연내 열겠다”고 말했다.",
    "<program>갈대숲 생태탐방로 조성 프로젝트</program>에는 60억원이 든다.",
    "노인 일자리를 늘리는 ‘<program>은빛 손길</program>’ 정책이 호평을 받았다.",
    "구는 17일 <program>솔빛 청년축제</program>를 개최했다.",
    "‘<program>회룡동 공영차고지 이전 타당성 검토</program>’도 올해 안에 마치기로 했다.",
    # looks alike but is not
    "김 시장은 ‘시민이 주인’이라는 말을 자주 한다.",
    "그는 “예산이 부족해도 약속은 지킨다”며 추진 의지를 밝혔다.",
    "구는 ‘함께 걷는 내일’을 슬로건으로 정했다.",
    "시는 소상공인 지원 사업을 확대하고 일자리 정책을 다듬는다.",
    "미래전략과 안에 ‘인구정책팀’을 새로 두었다.",
    "구청은 지난달 ‘디지털혁신과’를 신설했다.",
    "소설가의 대표작 ‘겨울 항구’를 함께 읽었다.",
    "‘도시재생’과 ‘환경’은 서로 다른 말이 아니다.",
    "이 사업은 2023년부터 추진되고 있다.",
    "관련 조례를 개정하고 종합계획도 손질할 계획이다.",
    "축제에는 2만 명이 다녀갔고 공모전 시상식도 함께 열렸다.",
    "시는 내년에 신규 사업 12건을 추진한다.",
    "한빛문화재단과 도시관리공단이 행사를 주관한다.",
    "구민들은 ‘너무 좁다’고 입을 모았다.",
    "주요 사업 추진 상황을 점검하고 각종 행사 준비를 마쳤다.",
    "강변북로 정비 공사는 다음 달 끝난다.",
    "‘우리 동네 기자단’ 20명에게 위촉장을 주었다.",
    "상품권은 전통시장에서 쓸 수 있다.",
]

ENGLISH = [
    "Saebit-gu (Mayor Han Do-yun) will hold the ‘<program>Northern Three Districts Job Fair</program>’ online until the 12th.",
    "The ‘<program>One-Day Field Mayor’s Office</program>’ will visit 15 neighborhoods through November.",
    'The district has been promoting the fundraising campaign "<program>2024 Warm Hands Winter Project</program>" since last month.',
    "Haneul-gu introduced a bulky waste pickup service called ‘<program>Bbareum</program>’ in March.",
    "It won the Grand Prize at the ‘<program>2023 Korea Urban Regeneration Industry Expo</program>’ held in Changwon.",
    "Parents can sign up for the '<program>Parent School Growing Together</program>' program at the community center.",
    "The winner receives a 500,000 KRW <program>Haneul Love Gift Certificate</program>.",
    "The county was selected for the Ministry of Environment's '<program>Green Island</program>' project.",
    "The <program>Saebit Horizon Festival</program> drew 120,000 visitors over three days.",
    "The city unveiled the “<program>2027 Youth Comprehensive Support Plan</program>” on Monday.",
    "It is run under the <program>Seoul Hope Plus Savings Program</program>, begun in 2009.",
    "The council passed the '<program>Haneul-gu Basic Ordinance on Carbon Neutrality</program>' last week.",
    "Ten changes are under way: ▲<program>Hundred Alleys Lighting Project</program> ▲complaint handling system '<program>Quick Answer Line</program>' ▲<program>Forest Kindergarten Tour Program</program>.",
    "The local currency, the '<program>Onnuri Coin</program>', was issued in May.",
    "A free lecture series, '<program>Humanities on the Stairs</program>,' is offered every Tuesday.",
    "The district opened the '<program>Metaverse Career Camp</program>' for high school students.",
    "About 90 people took part in the '<program>Night Library Walk</program>' event on Saturday.",
    "<program>Gangbit Youth Festival</program> and <program>Hanbit Science Festival</program> were held the same week.",
    "Loans from the ‘<program>Second Spring Fund</program>’ are capped at 30 million won.",
    "The '<program>Safe Walk Home</program>' service now covers all 17 neighborhoods.",
    "The two cities signed the '<program>Han River Green Corridor Agreement</program>' on the 9th.",
    "The '<program>Clean Alley Captain</program>' system, which asks one resident per block to lead, began in April.",
    "Work on the <program>Sanho Port Smart Fishing Village Project</program> starts next year.",
    "The province will issue the <program>Farmers' Basic Income Voucher</program> to 30,000 households.",
    "Residents rate officials in the '<program>Let's Talk, Mayor</program>' sessions each month.",
    "It operates a platform called '<program>Care Bridge</program>' that links hospitals and homes.",
    "The city was named a winner of the <program>Korea Smart Government Award</program> for the second year.",
    "Under the <program>Nuri-type Childcare Support Project</program>, grandparents receive 300,000 won a month.",
    "Students competed in the “<program>Drone Soccer Championship</program>” at the riverside.",
    "The campaign '<program>Cup Back Home</program>' collected 40,000 cups.",
    "The <program>Hanbit New Deal</program> is the mayor's first pledge.",
    "A digital map service, '<program>Step by Step</program>', was launched for wheelchair users.",
    "The district will run <program>Namu V Week</program> for ten days from July 20.",
    "The ministry's <program>Local Extinction Response Fund</program> pays for the dormitory.",
    # looks alike but is not
    'Mayor Han said, "We will carry out the project without delay."',
    "The slogan 'Together, Tomorrow' hangs above the door.",
    "The new 'Climate Response Division' has three teams.",
    "Words such as 'welfare,' 'economy,' and 'safety' fill the report.",
    "The city plans to expand its youth policy and support program.",
    "She called the alley 'a museum without walls' in her speech.",
    "The district aims to become a 'smart city' by 2030.",
    "Officials from the Ministry of the Interior and Safety visited the site.",
    "The Planning and Budget Division drafted a comprehensive plan.",
    "His novel 'The Winter Harbor' sold well.",
    "The 'Resident Autonomy Committee' met on Friday.",
    "The Haneul Welfare Foundation donated 10 million won.",
    "Many projects were delayed, and the festival was cancelled.",
    "Residents complained that the road was 'far too narrow.'",
    "This service is free, and the contest is open to anyone.",
    "Hanbit University and Saebit High School sent students.",
]


def test_share_of_unseen_cases_that_pass() -> None:
    failed, right, wrong, missed = measure(KOREAN, ENGLISH)
    share = 1 - len(failed) / len(KOREAN + ENGLISH)
    print("\n".join(failed))
    print(f"{share:.2f} pass; precision {right / (right + wrong):.2f}, recall {right / (right + missed):.2f}")
    assert share >= FLOOR
