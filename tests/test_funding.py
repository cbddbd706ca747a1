"""Which program a sum pays for: one case for each way it is found, and the sums that pay for something else or nothing."""

import pytest

from pipeline import process
from pipeline.records import Mention

FOUND = [
    ("bracket", "시는 ‘느린발 콜버스’(올해 7억원, 내년 11억원)를 늘린다.", {"7억원": "느린발 콜버스", "11억원": "느린발 콜버스"}),
    ("clause", "구는 ‘달빛 산책’ 축제에 3억원을 들인다.", {"3억원": "달빛 산책"}),
    ("item", "주요 사업은 ▲솔숲마을 정비 사업 30억원 ▲별빛천 산책로 사업 12억원이다.",
     {"30억원": "솔숲마을 정비 사업", "12억원": "별빛천 산책로 사업"}),
    ("link", "‘달빛 산책’ 축제 예산은 2억원에서 3억원으로 늘었다.", {"2억원": "달빛 산책", "3억원": "달빛 산책"}),
    ("total", "군은 ‘달빛 산책’ 축제에 국비 2억원 등 모두 5억원을 쓴다.", {"2억원": "달빛 산책", "5억원": "달빛 산책"}),
    ("part", "군은 ‘달빛 산책’ 축제를 연다. 예산은 5억원이다. 이 가운데 2억원은 도비다.", {"5억원": "달빛 산책", "2억원": "달빛 산책"}),
    ("row", "‘새싹 지원금’은 전파 가구에 500만원, 반파 가구에 300만원을 준다.", {"500만원": "새싹 지원금", "300만원": "새싹 지원금"}),
    ("named again", "군은 ‘솔섬 유채꽃 축제’를 연다. 시장은 ‘별무리 장터’도 연다.\n\n이번 축제 예산은 7억원이다.", {"7억원": "솔섬 유채꽃 축제"}),
    ("topic", "시는 ‘바다길 잇기’ 사업을 시작한다.\n\n총사업비는 86억원이다.", {"86억원": "바다길 잇기"}),
    ("prize", "시는 ‘골목길 사진 공모전’을 연다.\n\n대상 1명에게는 상금 200만원을 준다.", {"200만원": "골목길 사진 공모전"}),
    ("only one", "상금 200만원은 대상이 받는다.\n\n시는 ‘골목길 사진 공모전’을 연다.", {"200만원": "골목길 사진 공모전"}),
    ("row", "군은 ‘물길 잇기 사업’에 뽑혀 국비 210억원과 도비 99억원을 얻었고, ‘별빛천 산책로 사업’도 따냈다.",
     {"210억원": "물길 잇기 사업", "99억원": "물길 잇기 사업"}),
    ("headline", "3억원 들여 골목 밝힌다\n\n서구는 ‘달빛 산책’ 사업을 시작한다.", {"3억원": "달빛 산책"}),
    ("said again", "‘달빛 산책’ 3억원…‘별빛 장터’ 열려\n\n서구는 ‘별빛 장터’ 축제를 연다. ‘달빛 산책’ 축제에는 3억원을 쓴다.", {"3억원": "달빛 산책"}),
    ("clause", "The city put 3 billion won into the 'Moonlight Walk' project.", {"3 billion won": "Moonlight Walk"}),
    ("clause", "8.4 million won comes via the 'Angel Support' program and 19 million won via the 'Dream Seed' program.",
     {"8.4 million won": "Angel Support", "19 million won": "Dream Seed"}),
    ("topic", "The city runs the 'Moonlight Walk' project.\n\nThe total project cost is 8.6 billion won.", {"8.6 billion won": "Moonlight Walk"}),
    ("part", "The 'Moonlight Walk' project costs 34 billion won, of which 15 billion won is paid by the state.",
     {"34 billion won": "Moonlight Walk", "15 billion won": "Moonlight Walk"}),
    ("anaphor", "The 'Moonlight Walk' service opens in May; 640 million won was set aside for it.", {"640 million won": "Moonlight Walk"}),
    ("headline", "별빛군, 국비 90억원 따내\n\n별빛군은 ‘달빛 산책’ 사업에 뽑혔다. 군은 ‘솔숲 걷기’ 축제도 연다.", {"90억원": "달빛 산책"}),
    ("in short", "온빛시는 ‘온빛 등불 축제’를 연다. 지난달에는 ‘별무리 장터’도 열렸다.\n\n의회는 등불 축제 예산 6억원을 깎았다.", {"6억원": "온빛 등불 축제"}),
    ("in short", "군은 올해 농촌샘물살리기사업을 시작한다.\n\n고른 것은 농촌샘물살리기(총사업비 40억), 저수지 청소(5억)다.", {"40억": "농촌샘물살리기사업"}),
    ("adding up", "‘달빛 산책’ 사업비는 29억원이다. 마을별로 △솔숲 13억원 △별뫼 13억원 △느티 3억원이다.",
     {"29억원": "달빛 산책", "13억원": "달빛 산책", "3억원": "달빛 산책"}),
    ("voucher", "시는 ‘한빛사랑상품권’을 판다. 시장은 ‘달빛 산책’ 축제도 열었다.\n\n이번에는 상품권 30억원을 발행한다.", {"30억원": "한빛사랑상품권"}),
    ("works", "군은 120억원이 드는 ‘이음터 잇기’ 사업과 25억원짜리 ‘솔숲 하수관 정비사업’을 서두른다.",
     {"120억원": "이음터 잇기", "25억원": "솔숲 하수관 정비사업"}),
    ("field", "군은 「주민이 짓는 농정 공모사업」을 편다.\n\n○ 대상 : 주민\n○ 사 업 비 : 개소당 5천만원", {"5천만원": "주민이 짓는 농정 공모사업"}),
    ("given", "The province runs the 'Weaver Basic Income', worth 300,000 won a year to each weaver.", {"300,000 won": "Weaver Basic Income"}),
    ("equals", "The 'Moonlight Walk' project costs 6.3 billion won ($5.2 million).", {"6.3 billion won": "Moonlight Walk", "$5.2 million": "Moonlight Walk"}),
    ("in brackets", "The 'Moonlight Fund' got 10.5 billion won (originally 18 billion won).",
     {"10.5 billion won": "Moonlight Fund", "18 billion won": "Moonlight Fund"}),
    ("list of lines", "- ‘달빛 옷장’: 1회에 4만원을 준다\n- 구직 활동비: 월 50만원을 준다", {"4만원": "달빛 옷장"}),
    ("goes on", "‘솔숲 특례보증’은 업체당 5000만원까지 빌려주며 시는 10억원을 보탰다.", {"5000만원": "솔숲 특례보증", "10억원": "솔숲 특례보증"}),
    ("part", "도의회는 ‘달빛 산책’ 예산 8억원 중 3억원을 깎았다.", {"8억원": "달빛 산책", "3억원": "달빛 산책"}),
    ("spent", "‘달빛 산책’ 축제에는 12억원이 들었고 손님이 찾아 경제 효과를 냈다.", {"12억원": "달빛 산책"}),
    ("whom", "The county launched the 'Sunrise Youth Allowance'. Eligible residents receive 100,000 won a month for a year.",
     {"100,000 won": "Sunrise Youth Allowance"}),
    ("business", "For the 'Grandma Kitchen' business the county supports 5 million won.", {"5 million won": "Grandma Kitchen"}),
    ("each its own", "시는 ‘빈집은행’, ‘골목정원’ 같은 사업에 각각 3억원과 2억원을 쓴다.", {"3억원": "빈집은행", "2억원": "골목정원"}),
    ("prize", "군은 ‘솔숲 걷기대회’를 연다.\n\n우승 상금은 500만원이다.", {"500만원": "솔숲 걷기대회"}),
    ("another name", "군은 ‘달빛 산책’ 축제에 4억원을 쓰고, ‘청년 점포 임대’가 3억원이다.", {"4억원": "달빛 산책"}),
    ("which child", "The Baby Blessing Grant was raised this year. Families now get 3 million won for a first child.",
     {"3 million won": "Baby Blessing Grant"}),
    ("place", "군은 ‘물길 잇기’ 사업을 시작한다.\n\n솔섬항에는 3년간 104억원을 쓴다.", {"104억원": "물길 잇기"}),
    ("grown", "The 'Moonlight Fund', introduced with 40 billion won, is expanded to 60 billion won.",
     {"40 billion won": "Moonlight Fund", "60 billion won": "Moonlight Fund"}),
    ("sources", "‘달빛 산책’ 축제에는 국비 2억 원, 군비 3억 원 등 5억 원이 든다.",
     {"2억 원": "달빛 산책", "3억 원": "달빛 산책", "5억 원": "달빛 산책"}),
    ("aside", "The Pine Valley Care Project, which lends lamps to farmers and watches over their fields at night in winter, was granted 2 billion won.",
     {"2 billion won": "Pine Valley Care Project"}),
    ("by its capitals", "Grants go to the widening of the Pine Music Hall (1 billion won) and repairs of Moon Stream in Onbit (700 million won).\n\n"
     "The \"Pine Music Hall Expansion Project\" starts in May. The \"Onbit Moon Stream Maintenance Project\" is next.",
     {"1 billion won": "Pine Music Hall Expansion Project", "700 million won": "Onbit Moon Stream Maintenance Project"}),
    ("by source", "The city runs the 'Moonlight Walk' project.\n○ By resource, national expense is KRW 2 billion.", {"KRW 2 billion": "Moonlight Walk"}),
    ("opened with", "올해는 ‘별뫼 물놀이터 신축 사업’과 ‘한들 다리 복원 사업’을 벌인다.\n\n"
     "이 가운데 별뫼 물놀이터는 아이들이 뛰노는 곳이다. 내년에 첫 삽을 뜨며 총사업비는 50억원이다.", {"50억원": "별뫼 물놀이터 신축 사업"}),
    ("opened with", "시는 ‘온빛 어르신 밥상배달 사업’과 ‘솔숲 다리 놓기 사업’을 편다.\n\n어르신 밥상배달 사업은 예산이 3억원이다.",
     {"3억원": "온빛 어르신 밥상배달 사업"}),
    ("opened with", "도는 ‘별뫼 하늘숲길 조성’ 사업과 ‘모래실 저수지 정비’ 사업에 나선다.\n\n별뫼 하늘숲길은 3년이 걸린다. 여기에 70억원을 쓴다.",
     {"70억원": "별뫼 하늘숲길 조성"}),
    ("subject", "‘달빛 산책’ 축제와 함께 ‘솔숲 다리 놓기 사업’도 벌인다. 예산은 7억원이다.", {"7억원": "솔숲 다리 놓기 사업"}),
    ("short form", "제9회 온빛찰옥수수문화축제와 2023 별뫼강변걷기대회가 열렸다.\n\n찰옥수수축제는 8,000만원을 들였다.",
     {"8,000만원": "찰옥수수축제"}),
    ("label", "시는 ‘온빛 청년수당’을 준다. 한 사람이 받는 금액은 60만원이다.", {"60만원": "온빛 청년수당"}),
    ("limit of another sentence", "‘솔숲 한집’ 사업은 10년까지 살 수 있는 집을 짓는다. 마을에 들어설 40호의 건립비 150억 원은 도가 낸다.", {"150억 원": "솔숲 한집"}),
    ("limit of another label", "‘한빛사랑상품권’은 월 구매 한도가 50만 원, 5월 발행액은 45억 원이다.", {"45억 원": "한빛사랑상품권"}),
    ("joint source", "군은 ‘달빛 산책’ 사업에 뽑혔다. 국도비 26억 원으로 낡은 담을 고친다.", {"26억 원": "달빛 산책"}),
    ("kinds of a loan", "시는 ‘별빛 육성자금’ 신청을 받는다. 한도는 시설자금 3억 원, 운전자금 5억 원이다.",
     {"3억 원": "별빛 육성자금", "5억 원": "별빛 육성자금"}),
    ("by way of a bank", "‘솔숲 특례보증’을 시작한다. 시는 한들신용보증재단에 8억 원을 냈다.", {"8억 원": "솔숲 특례보증"}),
    ("share of a base", "‘골목 카드수수료 지원사업’도 잇는다. 매출액의 0.5%를 최대 30만 원까지 돌려준다.", {"30만 원": "골목 카드수수료 지원사업"}),
    ("each unit", "군은 ‘솔숲 빈집 고치기’ 사업을 편다. 한 채에 7,000만 원을 들여 고친다.", {"7,000만 원": "솔숲 빈집 고치기"}),
    ("same purpose", "시는 ‘달빛 산책’ 사업을 편다. 올해 추경안에 같은 목적으로 5억 원을 더 담았다.", {"5억 원": "달빛 산책"}),
    ("spent on", "‘솔섬 유채꽃 축제’가 끝났다. 군은 올해 13억 원을 들인 이번 축제에 3만 명이 왔다고 했다.", {"13억 원": "솔섬 유채꽃 축제"}),
    ("by its kind", "‘온빛 별밤 페스티벌’은 10월에 열린다.\n\n시장은 ‘솔숲 다리 놓기 사업’도 살폈다. 지난해 이 축제에는 5억 원이 들었다.",
     {"5억 원": "온빛 별밤 페스티벌"}),
    ("heading", "별빛 소식\n\n■ 한들군, 전입 청년에 600만 원\n\n한들군이 ‘한들 청년 정착장려금’ 신청을 받는다.", {"600만 원": "한들 청년 정착장려금"}),
    ("own sum", "군은 ‘솔숲 걷기’ 사업을 2억 원에서 1억 원으로 줄였고, ‘달빛 산책’ 축제에는 9억 원을 쓴다.",
     {"2억 원": "솔숲 걷기", "1억 원": "솔숲 걷기", "9억 원": "달빛 산책"}),
    ("own sum", "당초보다 543억 원 늘었고, ‘달빛 산책’ 사업 3억 원을 담았다.", {"3억 원": "달빛 산책"}),
    ("given by it", "군은 집집이 100만원을 주는 ‘첫걸음 응원금’에 24억 원을 쓴다.", {"100만원": "첫걸음 응원금", "24억 원": "첫걸음 응원금"}),
    ("source", "군은 ‘청년 이음터 조성사업’을 편다. 지방소멸대응기금 40억 원에 군비 12억 원을 얹는다.", {"12억 원": "청년 이음터 조성사업"}),
    ("line", "- ‘달빛 옷장’: 아이에게 옷을 빌려준다; 한 집이 4만원을 받고 예산은 3억원이다", {"4만원": "달빛 옷장", "3억원": "달빛 옷장"}),
    ("row", "‘Moonlight Card’ / maximum 500,000 won / 1.1 billion won", {"500,000 won": "Moonlight Card", "1.1 billion won": "Moonlight Card"}),
    ("cells", "사업명\n총사업비\n‘달빛 산책’ 사업\n3억원\n솔숲 쉼터\n2억원", {"3억원": "달빛 산책", "2억원": "솔숲 쉼터"}),
    ("rest of a total", "The 'Moonlight Walk' project costs 42.1 billion won.\n\nOf the total, 29.4 billion won comes from national funds and 12.7 billion won from the county.",
     {"42.1 billion won": "Moonlight Walk", "29.4 billion won": "Moonlight Walk", "12.7 billion won": "Moonlight Walk"}),
    ("apposition", "The 'Moonlight Walk' project, a five-year scheme chosen by the ministry and now in its fourth year, accounts for 3.8 billion won.",
     {"3.8 billion won": "Moonlight Walk"}),
    ("called", "The 'Hanbit Dream Card', the city's local currency, keeps its rebate. The city plans to issue 14 billion won of the currency this year.",
     {"14 billion won": "Hanbit Dream Card"}),
    ("paid out", "The 'Moonlight Allowance' is shared with islanders, who like it; it has paid out 22 billion won since 2021.",
     {"22 billion won": "Moonlight Allowance"}),
    ("paid in", "The largest is the 'Pine Valley Basic Income' project (193 billion won), and everyone receives 150,000 won a month with the 'Pine Valley Gift Certificate'.",
     {"193 billion won": "Pine Valley Basic Income", "150,000 won": "Pine Valley Basic Income"}),
    ("paid to all", "From May the province will pay 200,000 won a month to every child under the 'Moonlight Birth Allowance'.",
     {"200,000 won": "Moonlight Birth Allowance"}),
    ("same again", "A club gave 2 million won to the 'Moonlight Scholarship'. Another collected 1 million won and put it in the same scholarship.",
     {"2 million won": "Moonlight Scholarship", "1 million won": "Moonlight Scholarship"}),
]  # fmt: skip

SAID_AGAIN = "‘달빛 산책’ 사업에 3억원을 쓴다.\n\n제설 장비 구입 3억원도 있다."

NOT_FOUND = [
    ("fine", "구는 ‘달빛 산책’ 축제를 연다. 어기면 과태료 10만원을 물린다."),
    ("printed", "책을 읽은 청소년에게 5천원짜리 ‘책사랑 쿠폰’을 준다."),
    ("limit", "시는 ‘한빛사랑상품권’을 판다. 한 사람이 월 50만원까지 살 수 있다."),
    ("rate", "‘달빛 상권 육성사업’이 시작됐다. 1억원당 일자리 2개를 만든다."),
    ("effect", "‘달빛 산책’ 축제는 직접효과 549억원을 냈다."),
    ("visitors", "‘달빛 산책’ 축제를 찾은 방문객이 220억원을 쓴 것으로 나왔다."),
    ("group", "‘달빛 산책’ 등 7개 사업에 2억원을 더했다."),
    ("group", "‘달빛 산책’ 등 8개 사업에 2억원이 들고, ‘별빛천 산책로 사업’도 뽑혔다."),
    ("group", "군은 올해 48건의 공모사업에 뽑혀 국비와 도비 등 1064억원을 얻었다. ‘달빛 산책’ 사업도 그 하나다."),
    ("group", "군은 ‘달빛 산책’ 사업을 편다. 이 밖에 66건 138억원을 따냈다."),
    ("group", "The county runs the 'Moonlight Walk' project. It named 52 new and pending projects worth 630 billion won."),
    ("total of several", "군은 ‘달빛 산책’ 사업과 ‘별빛천 산책로 사업’을 편다. 모두 95억원이다."),
    ("group", "의회는 양육비, 급식비, ‘솔숲 축하금’ 등 129억원을 늘렸다."),
    ("list goes on", "시는 살림을 짰다.\n\n연구소 사업에 18억원과 ‘청년 돋움 프로젝트’를 담았다."),
    ("town", "구는 ‘달빛 산책’ 사업을 편다. 추경예산 1조 666억원을 짰고 일반회계는 9722억원이다."),
    ("ceremony", "구는 ‘솔숲 장학금 전달식’을 열었다. 지원금 300만원을 준다."),
    ("own deed", "구는 ‘달빛 산책’ 사업을 편다. 제설 장비 구입 3억원, 여권 창구 설치 2억원도 있다."),
    ("visitors", "The city runs the 'Moonlight Walk' festival. It says that visitors spent 80 billion won."),
    ("town", "The county runs the 'Moonlight Walk' project. It has made a 63 billion won first supplementary budget."),
    ("meeting", "군은 ‘내년 살림 발굴 보고회’를 열었다. 사업비는 597억원이다."),
    ("another topic", "군은 ‘달빛 산책’ 사업을 편다. 돌봄수당은 월 15만원이다."),
    ("town", "구는 ‘달빛 산책’ 축제를 연다. 올해 본예산은 5천억원이다."),
    ("own target", "구는 ‘달빛 산책’ 축제를 연다. 신호등 교체에는 3억원을 쓴다."),
    ("own label", "구는 ‘달빛 산책’ 사업을 시작한다. 하천 조사 예산 7억원도 세웠다."),
    ("another matter", "구는 ‘달빛 산책’ 사업을 시작한다.\n\n한편 구는 청년에게 30만원을 준다."),
    ("item", "구는 ‘달빛 산책’ 사업을 시작한다. 복지에는 ▲긴급 돌봄비 10억원 ▲경로당 지붕 고치기 4억원이 든다."),
    ("item", "구는 ‘달빛 산책’ 사업을 시작한다. 큰길 유지보수(6억원)와 하수구 청소(2억원)도 담겼다."),
    ("total of several", "군은 ‘달빛 산책’ 사업을 시작한다. 저수지 청소(3억원), 큰길 쓸기(2억원) 등 95억원을 썼다."),
    ("paid by people", "구는 ‘달빛 산책’ 축제를 연다. 열기구를 타려면 3천원을 내야 한다."),
    ("paid by people", "군은 ‘달빛 동행’ 서비스를 편다. 본인 부담금은 1시간 기본 3,000원이다."),
    ("limit", "시는 ‘한빛사랑상품권’을 판다. 한 사람이 살 수 있는 금액은 50만원이다."),
    ("town", "The county runs the 'Moonlight Walk' project. Its annual budget of 450 billion won is small."),
    ("own target", "The city runs the 'Moonlight Walk' project. Another 3 billion won will go to repairs at a library."),
    ("town's part", "군은 ‘온빛군 어르신 밥상배달 사업’과 ‘솔숲 다리 놓기 사업’을 편다.\n\n온빛군은 예산이 3억원이다."),
    ("subject", "The city runs the 'Moonlight Walk' project. Hanbit Public Radio House will have to make do with 23 billion won."),
    ("several", "별빛군, 국비 90억원 따내\n\n별빛군은 ‘달빛 산책’ 사업과 ‘솔숲 다리 놓기’ 사업을 편다."),
    ("capitals of none", "The 'Moonlight Walk' project opens. Grants go to the Hanbit Music Hall (1 billion won)."),
    ("visitors", "별뫼군은 ‘달빛 산책’ 축제를 열었다. 손님이 쓰고 간 돈은 7억원이다. 1인당 지출은 4.2만원이다."),
    ("visitors", "시는 ‘달빛 산책’ 축제를 열었다. 찾은 사람이 평균 4.8만원씩 모두 17억원을 쓴 것으로 나왔다."),
    ("damages", "시는 ‘달빛 산책’ 축제를 다시 연다. 상표 다툼은 1억원을 물어 주고 끝냈다."),
    ("town", "시는 ‘달빛 산책’ 축제를 연다. 새해 살림은 6,700억원으로 짰다."),
    ("own label", "The city runs the 'Moonlight Walk' project. The amount of damage is 18 billion won."),
    ("base of a rate", "시는 ‘한빛사랑상품권’을 판다. 5만 원어치 팔면 손님이 는다."),
    ("damage", "군은 ‘달빛 보험료 지원’을 깎았다. 봄에만 30억 원이 넘는 피해가 났다."),
    ("limit", "시는 ‘한빛사랑상품권’을 판다. 월 구매 한도는 1인당 50만 원이다."),
    ("another lender", "시는 ‘달빛 산책’ 사업을 편다. 한들장학재단에 8억 원을 냈다."),
    ("undertaking of its own", "시는 ‘달빛 산책’ 사업을 편다. 친환경 농부 육성사업 10억 원도 담았다."),
    ("told again without it", "한들군, 기업 셋과 1300억원 투자협약\n\n한들군은 기업 셋과 1300억원 규모의 협약을 맺었다. 도는 ‘별빛 투자진흥기금’도 쓴다."),
    ("counted", "한들도, 지역축제 11개에 6억원 지원\n\n한들도는 ‘달빛 산책’ 축제를 비롯한 11개 축제를 뽑았다."),
    ("attracted", "도는 ‘별빛 투자진흥기금’을 만들었다. 지난해 유치한 투자액은 2조원이다."),
    ("another part", "■ 별빛군, 살림 600억 원\n\n살림을 짰다.\n\n■ 한들군, 축제\n\n한들군이 ‘달빛 산책’ 축제를 연다."),
    ("another row", "‘Moonlight Card’ opens in May.\n\nDivision / Budget\nother things but the card / 3 billion won"),
    ("another cell", "시는 ‘달빛 산책’ 사업을 편다.\n\n고령자 쉼터\n2억원"),
    ("another subject", "The 'Moonlight Farm' project brings people back to farm, although a smart greenhouse costs 1.2 billion won."),
    ("visitors", "The 'Moonlight Walk' festival ended. A study put the spending of visitors who flew in for it at 4.7 billion won."),
    ("limit", "The city issues 'Hanbit Gift Certificates'. A person may buy 500,000 won a month."),
    ("limit", "The cap on the 'Hanbit Dream Card' stays at the monthly ceiling of 500,000 won."),
    ("rent", "'Moonlight Expo' opens in May, says a woman who rents rooms for 60,000 won a night."),
    ("takings", "The 'Moonlight Festival' is here. A stall takes in about 3 million won a day at the festival."),
    ("city", "The 'Ten Minute City' project goes on. Debt in the city has reached 71 trillion won."),
    ("part of another", "The 'Moonlight Walk' project opens.\n\nThe Hanbit Music Hall (9 billion won, including 4 billion won from the province) is next."),
]  # fmt: skip


def funds(text: str) -> dict[str, str]:
    found = {}
    for relation in process(text, published="2024-03-05").relations:
        if relation.relation == "funds":
            assert isinstance(relation.subject, Mention)
            assert isinstance(relation.object, Mention)
            found[relation.subject.text] = relation.object.text
    return found


@pytest.mark.parametrize(("way", "text", "expected"), FOUND)
def test_what_a_sum_pays_for(way: str, text: str, expected: dict[str, str]) -> None:
    assert funds(text) == expected


@pytest.mark.parametrize(("reason", "text"), NOT_FOUND)
def test_what_pays_for_no_program(reason: str, text: str) -> None:
    assert funds(text) == {}


def test_an_equal_sum_for_something_else_pays_for_that() -> None:
    relations = [r for r in process(SAID_AGAIN, published="2024-03-05").relations if r.relation == "funds"]
    assert [r.subject.start for r in relations if isinstance(r.subject, Mention)] == [SAID_AGAIN.index("3억원")]
