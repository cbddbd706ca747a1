"""Small articles that only measure officials: written before the rules from what real articles do, never tuned on.

Each article is of our own making, with the officials it must give, one per person: name, post, area (full Korean name or
empty) and, where it matters, status. Whatever else is found counts against it.
"""

from __future__ import annotations

import pytest

import pipeline
from pipeline.grammar.places import gazetteer

# The share of persons that come out whole, of those wanted and those found together (F1).
FLOOR = 0.94

Wanted = tuple[str, str, str] | tuple[str, str, str, str]

ARTICLES: list[tuple[str, list[Wanted]]] = [
    (
        "[인사] 충북 음성군\n◇4급 승진 ▲행정복지국장 온채린 ▲경제산업국장 길 훈\n◇5급 전보 ▲기획감사실장 명수아 ▲금왕읍장 범 석"
        " ▲소이면장 국나래(전 민원과장)",
        [
            ("온채린", "bureau_head", "충청북도 음성군"),
            ("길훈", "bureau_head", "충청북도 음성군"),
            ("명수아", "bureau_head", "충청북도 음성군"),
            ("범석", "dong_head", "충청북도 음성군 금왕읍"),
            ("국나래", "dong_head", "충청북도 음성군 소이면"),
        ],
    ),
    (
        "전남 해남군의회 제330회 정례회가 20일 개회했다.\n복태준 의원은 5분 자유발언에서 김 양식장 대책을 물었다. 모 률 의원도 농정과를"
        " 상대로 질의했다. 의장 표하늬는 회기를 7일로 정했다. 복 의원은 “대책이 늦다”고 했다.",
        [
            ("복태준", "council_member", "전라남도 해남군"),
            ("모률", "council_member", "전라남도 해남군"),
            ("표하늬", "council_chair", "전라남도 해남군"),
        ],
    ),
    (
        "경남 함양군은 19일부터 부군수 권한대행 체제로 바뀌었다.\n갈승호 함양군수 권한대행은 “빈틈없이 챙기겠다”고 밝혔다.",
        [("갈승호", "county_governor", "경상남도 함양군", "acting")],
    ),
    (
        "군수 자리가 빈 강원 인제군은 육도현 군수 권한대행(부군수) 주재로 회의를 열었다. 육 권한대행은 예산 집행을 서두르라고 했다.",
        [("육도현", "county_governor", "강원특별자치도 인제군", "acting")],
    ),
    (
        "부산 영도구의회(의장 상이든)는 15일 제2차 본회의를 열어 조례안 12건을 의결했다. 행정위원장 엽지호는 심사 결과를 보고했고"
        " 승가온 부의장이 사회를 봤다.",
        [
            ("상이든", "council_chair", "부산광역시 영도구"),
            ("엽지호", "council_member", "부산광역시 영도구"),
            ("승가온", "council_member", "부산광역시 영도구"),
        ],
    ),
    (
        "[구정 소식]\n■ 인천 계양구, 나무 심기\n계양구(구청장 단재희)는 25일 나무 300그루를 심었다. 두 솔 공원녹지과장이 안내했다.\n"
        "■ 인천 서구, 도서관 개관\n서구는 새 도서관을 열었다. 빈보라 도서관정책팀장은 “누구나 오시라”고 했다.\n"
        "■ 연수구의회, 결산 심사\n연수구의회가 결산안을 다룬다. 음석주 의원이 위원장을 맡았다.",
        [
            ("단재희", "district_mayor", "인천광역시 계양구"),
            ("두솔", "division_head", "인천광역시 계양구"),
            ("빈보라", "team_head", "인천광역시 서구"),
            ("음석주", "council_member", "인천광역시 연수구"),
        ],
    ),
    (
        "경기 과천시는 과천도시공사 사장에 승태오 전 과천시 부시장을 임명했다. 담 윤 과천문화재단 대표이사는 연임됐다.",
        [("승태오", "agency_head", "경기도 과천시"), ("담윤", "agency_head", "경기도 과천시")],
    ),
    (
        "제주도의회 예산결산특별위원회(위원장 좌해솔)는 12일 추경안을 의결했다. 부이솔 의원(더불어민주당, 이도2동을)은 삭감을 요구했다. "
        "좌 위원장은 “꼼꼼히 봤다”고 했다.",
        [
            ("좌해솔", "council_member", "제주특별자치도"),
            ("부이솔", "council_member", "제주특별자치도"),
        ],
    ),
    (
        "대전 대덕구 기획홍보실 인사다. ▷혁신정책과장 초지안 ▷안전도시국장 이산(시 전입) ▷석봉동장 직무대리 풍 건",
        [
            ("초지안", "division_head", "대전광역시 대덕구"),
            ("이산", "bureau_head", "대전광역시 대덕구"),
            ("풍건", "dong_head", "대전광역시 대덕구 석봉동", "acting"),
        ],
    ),
    (
        "전북 임실군 심민재 군수가 14일 국회를 찾아 국비를 건의했다. 국회 예결위 소속 평하준 의원(남원·장수·임실·순창)은 “힘을 보태겠다”고 "
        "답했다. 심 군수는 옥정호 사업을 설명했다.",
        [
            ("심민재", "county_governor", "전북특별자치도 임실군"),
            ("평하준", "assembly_member", ""),
        ],
    ),
    (
        "충남 청양군의회 행정사무감사에서 의원들의 질타가 이어졌다. 경보람(국민의힘·나선거구) 의원은 수의계약을 따졌고, 화 인 의원(더불어민주당)은"
        " 인구 대책을 물었다. 호영주 미래전략과장은 “보완하겠다”고 답했다. 화 의원은 재차 물었다.",
        [
            ("경보람", "council_member", "충청남도 청양군"),
            ("화인", "council_member", "충청남도 청양군"),
            ("호영주", "division_head", "충청남도 청양군"),
        ],
    ),
    (
        "서울 은평구는 2일 간부 인사를 했다. 당가람 행정지원국장, 뇌석민 교통행정과장, 시은채 녹번동장 등 3명이 자리를 옮겼다.",
        [
            ("당가람", "bureau_head", "서울특별시 은평구"),
            ("뇌석민", "division_head", "서울특별시 은평구"),
            ("시은채", "dong_head", "서울특별시 은평구 녹번동"),
        ],
    ),
    (
        "경북 청도군 각북면(면장 동 연)은 홀로 사는 어르신 40가구에 반찬을 전했다. 동 면장은 “자주 찾아뵙겠다”고 했다.",
        [("동연", "dong_head", "경상북도 청도군 각북면")],
    ),
    (
        "울산 중구의회 부의장 계나린 의원은 태화시장을 찾았다. 이 시장은 해마다 물에 잠긴다. 중구 목아인 경제정책과장도 함께했다.",
        [("계나린", "council_member", "울산광역시 중구"), ("목아인", "division_head", "울산광역시 중구")],
    ),
    (
        "경기도의회 감수현 의원은 13일 도정질문에서 도지사에게 대책을 물었다. 태지우 경기도지사는 “살펴보겠다”고 답했다.",
        [("감수현", "council_member", "경기도"), ("태지우", "governor", "경기도")],
    ),
    (
        "[동정] ▲편강우 광양시장, 3일 섬진강 매화마을 점검 ▲간 율 광양부시장, 같은 날 노인회관 방문 ▲예서진 광양시의회 의장, 4일 시민과의 대화",
        [
            ("편강우", "mayor", "전라남도 광양시"),
            ("간율", "vice_mayor", "전라남도 광양시"),
            ("예서진", "council_chair", "전라남도 광양시"),
        ],
    ),
    (
        "Guro-gu, Seoul, held a meeting on the 18th. Acting Mayor Eum Ui-seong met the chairpersons of the Guro-gu Council. Chairperson Pyo Dae-gyu"
        " and Vice Chairperson Ok Na-rin attended. Acting Mayor Eum promised cooperation.",
        [
            ("Eum Ui-seong", "district_mayor", "서울특별시 구로구", "acting"),
            ("Pyo Dae-gyu", "council_chair", "서울특별시 구로구"),
            ("Ok Na-rin", "council_member", "서울특별시 구로구"),
        ],
    ),
    (
        "The Buk-gu Council of Gwangju Metropolitan City elected its leaders on the 3rd. Tak Mu-jin was elected as the chairman. Gil Jong-ha was elected "
        "as the vice chairman. Vice Chairman Gil said he would support members. Chairman Tak thanked everyone.",
        [
            ("Tak Mu-jin", "council_chair", "광주광역시 북구"),
            ("Gil Jong-ha", "council_member", "광주광역시 북구"),
        ],
    ),
    (
        "Busan Metropolitan City signed an agreement on the 5th. Present were Vice Mayor for Economic Affairs Hyeong Ji-ho, Haeundae-gu Vice Mayor Bok Se-in, "
        "and Gijang County Governor Mo Da-hun. Vice Mayor Hyeong explained the plan.",
        [
            ("Hyeong Ji-ho", "vice_mayor", "부산광역시"),
            ("Bok Se-in", "vice_district_mayor", "부산광역시 해운대구"),
            ("Mo Da-hun", "county_governor", "부산광역시 기장군"),
        ],
    ),
    (
        "Mayor Hwangbo opened the fair in Gumi. Hwangbo Min, mayor of Gumi, North Gyeongsang Province, said the city would hire 300 people. "
        "Namgung Yul, deputy mayor of Gumi, guided the guests.",
        [("Hwangbo Min", "mayor", "경상북도 구미시"), ("Namgung Yul", "vice_mayor", "경상북도 구미시")],
    ),
    (
        "The Seongnam City Council audit committee, chaired by Guk Seo-yun, reviewed the budget of Seongnam. Chair Guk asked for a report. "
        "Pi Ha-neul, who heads the Welfare Bureau of the city, answered. Director Pi said a plan would follow.",
        [
            ("Guk Seo-yun", "council_member", "경기도 성남시"),
            ("Pi Ha-neul", "bureau_head", "경기도 성남시"),
        ],
    ),
    (
        "Yeonsu-gu in Incheon opened a library. “It is for all,” said Dan A-ra, director of the Culture Division at Yeonsu-gu Office. Yeonsu-gu Mayor Seung Jae-ho and Incheon "
        "Mayor Pyeon Tae-il cut the tape. Professor Do Min-u gave a lecture.",
        [
            ("Dan A-ra", "division_head", "인천광역시 연수구"),
            ("Seung Jae-ho", "district_mayor", "인천광역시 연수구"),
            ("Pyeon Tae-il", "mayor", "인천광역시"),
        ],
    ),
    (
        "Acting County Governor Yuk Ji-an of Hoengseong County, Gangwon, has led the county since the governor resigned. Deputy head Yuk was appointed in March.",
        [("Yuk Ji-an", "county_governor", "강원특별자치도 횡성군", "acting")],
    ),
    (
        "Former Mayor Mok Tae-gun of Sokcho and Mayor-elect Ban So-yul met at city hall. Council member In Do-bin, who asked about the ferris wheel, was absent.",
        [
            ("Mok Tae-gun", "mayor", "강원특별자치도 속초시", "former"),
            ("Ban So-yul", "mayor", "강원특별자치도 속초시", "elect"),
            ("In Do-bin", "council_member", "강원특별자치도 속초시"),
        ],
    ),
    (
        "박 시장은 이날 말을 아꼈다. 이 과장은 사기 혐의로 붙잡혔다. 시장은 붐볐다. 은 의장대는 행진했다.",
        [],
    ),
    (
        "강원 평창군은 새 식구를 맞았다.\n부군수 : 소 현\n주민복지과장 : 인서하\n대관령면장 : 왕미르\n기자 차은도",
        [
            ("소현", "vice_county_governor", "강원특별자치도 평창군"),
            ("인서하", "division_head", "강원특별자치도 평창군"),
            ("왕미르", "dong_head", "강원특별자치도 평창군 대관령면"),
        ],
    ),
    (
        "경기 이천시는 1일자로 과장급 인사를 냈다.\n피아라 ▷ 자치행정과장\n빙주혁 ▷ 설성면장\n팽윤슬 ▷ 상하수도사업소장",
        [
            ("피아라", "division_head", "경기도 이천시"),
            ("빙주혁", "dong_head", "경기도 이천시 설성면"),
            ("팽윤슬", "other_public", "경기도 이천시"),
        ],
    ),
    (
        "부산 사하구의회 도시위원회 제갈온 위원장과 위원들은 감천마을을 찾았다. 사하구 견우진 도시재생과장이 보고했다. 제갈 위원장은 “대책을 세우라”고 "
        "주문했다.",
        [("제갈온", "council_member", "부산광역시 사하구"), ("견우진", "division_head", "부산광역시 사하구")],
    ),
]


def _found(text: str) -> set[Wanted]:
    mentions = [m for m in pipeline.process(text, published="2024-03-05").mentions if m.type == "official"]
    return {
        (
            (m.row.name_ko or m.row.name_en).replace(" ", "" if m.row.name_ko else " "),
            m.row.post,
            _full_name(m.row.district_code) if m.row.district_code else "",
            m.row.status,
        )
        for m in mentions
    }


def _full_name(code: str) -> str:
    """`경기도 이천시 설성면`."""
    return " ".join(gazetteer.areas()[c].name_ko for c in (*reversed(gazetteer.ancestors(code)), code))


def _right(text: str, wanted: list[Wanted]) -> tuple[int, int, int, list[str]]:
    """How many are right, wanted and found, and what differs."""
    found = _found(text)
    right = [w for w in wanted if any(f[: len(w)] == w for f in found)]
    extra = [f for f in found if not any(f[: len(w)] == w for w in right)]
    missed = [w for w in wanted if w not in right]
    return (
        len(right),
        len(wanted),
        len(right) + len(extra),
        [*(f"missed {w}" for w in missed), *(f"extra {e}" for e in extra)],
    )


def test_officials_of_unseen_articles(request: pytest.FixtureRequest) -> None:
    results = [_right(text, wanted) for text, wanted in ARTICLES]
    right, wanted, found = (sum(r[i] for r in results) for i in range(3))
    f1 = 2 * right / (wanted + found)
    if request.config.getoption("verbose") > 0:
        print(f"{f1:.3f} of {wanted}", *(line for r in results for line in r[3]), sep="\n")
    assert f1 >= FLOOR, f1
