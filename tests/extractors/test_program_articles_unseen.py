"""Programs in sentences that only measure: written from reading some fifty town-hall notices and round-ups on money,
transport, care and building works, before the rules for them; nothing is tuned on them.

`<program>` marks what must be found, `<maybe>` what is right to find and no error to miss. A case passes when all
that is marked is found and nothing else. `pytest -rP` lists the cases that fail.
"""

from __future__ import annotations

from marked_programs import measure

# Share of cases that pass, measured when the rules were written; lowered only by a reviewed change.
FLOOR = 0.86

KOREAN = [
    # money
    "장학회는 올해 대학생 40명에게 ‘<program>느티나무 꿈 장학금</program>’을 전달했다.",
    "군은 떡국을 끓이는 1인 가구에 <program>새해 첫 밥상 꾸러미</program>를 보낸다.",
    "소상공인에게 2천만원까지 빌려주는 ‘<program>두손 특례보증</program>’이 이달 문을 연다.",
    "주소를 옮긴 청년은 ‘<program>물빛 정착응원금</program>’ 100만원을 두 번에 나눠 받는다.",
    "3년을 부으면 두 배가 되는 ‘<program>차곡차곡 청년 적금</program>’에 800명이 몰렸다.",
    "월 5만 원어치 과일을 고르는 ‘<program>햇과일 꾸러미 쿠폰</program>’도 나왔다.",
    "시는 하루 종일 버스를 탈 수 있는 <program>온누비 패스</program>를 7월 1일 내놓는다.",
    "75세 이상에게 주는 ‘<program>꽃길 목욕 이용권</program>’(분기 2만4천원)이 인기다.",
    "임차보증금 이자를 대 주는 ‘<program>든든 전세 대출이자 지원</program>’은 10일부터 접수한다.",
    "시는 올해 말까지 모은 ‘<program>한뼘 나눔 성금</program>’을 이웃에게 나눈다.",
    # services
    "버스가 닿지 않는 27개 마을에 1천원짜리 ‘<program>다람쥐 택시</program>’가 다닌다.",
    "걷기 힘든 주민은 <program>온마을 왕진버스</program>에 전화하면 된다.",
    "군 보건소는 화요일마다 ‘<program>마실 한방 진료</program>’를 나간다.",
    "맞벌이 부부는 저녁 8시까지 ‘<program>토닥 틈새돌봄</program>’에 아이를 맡긴다.",
    "‘<program>공구 빌려드림</program>’은 전동 드릴과 사다리를 하루 500원에 빌려주는 서비스다.",
    "복지관 차가 반찬을 싣고 가는 ‘<program>한그릇 반찬배달</program>’(주 2회)을 늘린다.",
    "이사하는 어르신 집을 치워 주는 <program>말끔이 정리수납 서비스</program>를 시작했다.",
    # works
    "군은 내년 말까지 <program>북실천 제방 정비공사</program>를 마무리한다.",
    "국비 82억원이 드는 ‘<program>갈마천 생태하천 복원</program>’이 10월 첫 삽을 뜬다.",
    "<program>소래울 도시숲 조성사업</program>은 내년 3월 준공된다.",
    "도는 ‘<program>바람재 터널 개량 공사</program>’를 두 달 앞당겨 끝냈다.",
    # events
    "1일 광장에서 <program>제2회 온골목 어울림 한마당</program>이 펼쳐졌다.",
    "주말마다 ‘<program>등대지기 야시장</program>’이 항구를 밝힌다.",
    "<program>대추골 저잣거리 장터</program>에서는 햇대추를 판다.",
    "9일부터 미술관에서 ‘<program>물의 기억전</program>’이 열려 30일까지 이어진다.",
    # plans, awards, platforms, agreements
    "시는 ‘<program>제3차 물순환 기본계획</program>’ 용역에 들어갔다.",
    "민원을 사진으로 올리는 앱 ‘<program>찰칵신고</program>’를 1만 명이 내려받았다.",
    "구의회는 「<program>밤골구 골목형상점가 지정 조례</program>」를 손질했다.",
    # looks alike but is not
    "군은 장학금 3억원과 지원금 5억원을 마련했다.",
    "택시와 버스 요금이 내달 오른다.",
    "도로 확장 공사로 교통이 통제된다.",
    "구는 청년 월세 지원과 출산 지원금을 늘리기로 했다.",
    "주민들은 ‘버스가 너무 뜸하다’고 하소연했다.",
    "시는 ‘교통약자이동지원센터’를 옮겼다.",
    "‘모두가 주인공’을 주제로 음악회와 전시회가 이어졌다.",
    "하천 정비 공사와 제방 보강 공사가 한창이다.",
    "그는 ‘서민의 의사’로 불렸다.",
    "신용카드와 교통카드로 결제할 수 있다.",
    "은행은 주택담보대출 금리를 내렸다.",
    "올해 기금 운용 계획을 의회에 냈다.",
]

ENGLISH = [
    "The county gives 1 million won each to 40 freshmen under the '<program>Zelkova Dream Scholarship</program>'.",
    "Shop owners can borrow up to 30 million won through the <program>Two Hands Special Guarantee</program>.",
    "A 65,000-won monthly ticket, the '<program>Onnubi Pass</program>', goes on sale on July 1.",
    "The <program>Squirrel Taxi</program> now runs to 27 villages for 1,000 won.",
    "It also launched the <program>Village Rounds Doctor service</program> on Monday.",
    "Residents over 75 get the '<program>Flower Path Bath Voucher</program>' every quarter.",
    "The city will complete the '<program>Buksilcheon Embankment Repair Work</program>' next June.",
    "Farmers sold out at the <program>Jujube Valley Saturday Market</program>.",
    "About 5,000 people joined the <program>Sunset Dike Walk</program> on October 3.",
    "The '<program>Piggy Bank Youth Savings</program>' doubles what they put in.",
    "Newcomers get the <program>Waterlight Settlement Grant</program> of 2 million won.",
    "The province will finish the '<program>Galmacheon Stream Restoration</program>' in 2026.",
    "The council passed the <program>Bamgol-gu Alley Shops Ordinance</program>.",
    # looks alike but is not
    "Taxi and bus fares will go up next month.",
    "Passengers can pay by credit card.",
    "The Haneul Bus Terminal and Saebit Market were repaired.",
    "Scholarships and grants worth 3 billion won were paid.",
    "The mayor visited Jungang Market and Hanbit Elementary School.",
    "She called it 'a walk to remember.'",
    "The Korea Credit Guarantee Fund opened a branch.",
    "Traffic was blocked on Gangbyeon Road during the repair work.",
]


def test_share_of_unseen_cases_that_pass() -> None:
    failed, right, wrong, missed = measure(KOREAN, ENGLISH)
    share = 1 - len(failed) / len(KOREAN + ENGLISH)
    print("\n".join(failed))
    print(f"{share:.2f} pass; precision {right / (right + wrong):.2f}, recall {right / (right + missed):.2f}")
    assert share >= FLOOR
