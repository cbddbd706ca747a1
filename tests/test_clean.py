"""Cleaning: each noise pattern hits its example, and what is the article stays."""

import pytest

from pipeline.clean import NoisePattern, clean, noise_patterns


@pytest.mark.parametrize("pattern", noise_patterns(), ids=lambda p: p.name)
def test_each_pattern_hits_its_example(pattern: NoisePattern) -> None:
    text = pattern.example if pattern.scope == "phrase" else f"구는 밝혔다.\n{pattern.example}"
    _, noise = clean(text)
    assert pattern.name in {row.rule for row in noise}, pattern.example
    assert pattern.source


@pytest.mark.parametrize(
    "line",
    [
        "관련 예산 3억원을 편성했다.",
        "가 지역의 인구는 3만 명이다.",
        "기사 입력 방식이 바뀌어 구민이 편해졌다.",
        "구는 저작권자와 협의해 그림을 전시한다.",
        "▲안전총괄과장 박정수 ▲복지국장 김민호",
        "The mayor said he would share the plan with residents.",
        "Close cooperation with the city is expected.",
        "Top officials of the county met on May 3.",
        "사진 공모전은 9월 1일부터 10일까지 열린다.",
        "제공 기관은 서초구다.",
        "a < b and c > d",
        "정용래 구청장은 ‘기자’와 만났다.",
        "청년 월세 20만원 제공",
        "저소득층 100가구에 쌀 제공",
        "강릉시가 도시락을 지원했다. 간식 제공",
        "사진·영상 공모전 상금 100만원",
        "자료=행정안전부 특별교부세 30억원",
        "■ 지원내용: 청년 월세 지원(1인당 20만원 제공)",
        "○ 체험 부스 운영 (간식 제공)",
        "발행 2021년 100억원 → 2022년 150억원",
        "등록 2023년 상반기 대비 20% 증가했다",
        "Date: June 5, 2023, 2 p.m. at City Hall",
        "Updated 2021-2025 plan worth 3 billion won was approved",
        "글 공모전",
        "By June",
        "유튜브 채널 구독 이벤트 개최",
        "▶ 강릉시 5000만원 지원 홈페이지 바로가기",
        "저작권 교육 무단복제 근절 캠페인 3억원 투입",
        "[총사업비](12억원)",
        "김**씨가 1***만원을 냈다",
        "<a 구역> 100만원 <b 5억원 >",
    ],
)
def test_what_only_looks_like_noise_stays(line: str) -> None:
    view, _ = clean(f"첫 줄이다.\n{line}\n끝 줄이다.")
    assert line in view.text


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("본문 바로가기\n구는 밝혔다.", "\n구는 밝혔다."),
        ("2억\u00a0\u00a0원", "2억  원"),
        ("１００만원", "100만원"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("AT&amp;T", "AT&T"),
        ("<p>예산</p>", "\n예산\n"),
        ("주\u200b민", "주민"),
        ("구\ud800청", "구\ufffd청"),
        ("<P>예산</P><BR/>끝", "\n예산\n\n끝"),
        ("100&#8203;만원", "100만원"),
        ("http://a.kr/x;100만원", ";100만원"),
        ("**예산**은 [자세히](https://a.kr/x)", "예산은 자세히"),
        ("a good response. .", "a good response."),
        ("donated to them. to be.", "donated to them."),
        ("since Corona 19 began", "since COVID-19 began"),
    ],
)
def test_what_matching_sees(raw: str, seen: str) -> None:
    assert clean(raw)[0].text == seen


def test_offsets_in_full_width_text_are_those_of_single_characters() -> None:
    raw = "（유성구는 ５００만원을 쓴다）［공유］（＃）"
    view, noise = clean(raw)
    at = view.text.index("500만원")
    assert view.raw_span(at, at + len("500만원")) == (6, 11)
    assert [(n.text, n.replacement) for n in noise if n.rule == "width"][:2] == [("（", "("), ("５００", "500")]


@pytest.mark.parametrize(
    "raw", ["［Ｓｈａｒｅ］（＃）\n구는 밝혔다.", "［Ｌｉｓｔ］（＃）구", "⑴⒜㈜㏂" * 3, "&lt;b&gt;예산&lt;/b&gt;"]
)
def test_each_row_of_noise_has_a_place_of_its_own(raw: str) -> None:
    noise = clean(raw)[1]
    assert len({(n.start, n.end, n.rule) for n in noise}) == len(noise)


def test_a_title_set_again_over_its_caption_is_a_duplicate() -> None:
    title = "보은군, 대추축제 준비 한창이라고 밝혀"
    view, noise = clean(f"{title}\n\n{title} 군청 전경\n본문이다.")
    assert view.text == f"{title}\n\n 군청 전경\n본문이다."
    assert [(n.kind, n.text) for n in noise] == [("duplicate", title)]


def test_links_under_a_heading_go_until_prose_begins_again() -> None:
    raw = "본문이다.\n관련기사\n군, 예산 3억 편성\n시, 축제 취소\n\n군은 다시 회의를 열었다."
    view, noise = clean(raw)
    assert view.text.split() == ["본문이다.", "군은", "다시", "회의를", "열었다."]
    assert {n.rule for n in noise} == {"related_heading"}


def test_neighbouring_characters_of_one_rule_are_one_row() -> None:
    import unicodedata

    _, noise = clean(unicodedata.normalize("NFD", "유성구청장") + " ok")
    assert [(n.replacement, n.kind) for n in noise] == [("유성구청장", "unicode")]


def test_list_items_may_repeat_and_a_line_may_begin_like_another() -> None:
    raw = "가 사업\n- 지원금액: 1인당 월 30만원 지급\n나 사업\n- 지원금액: 1인당 월 30만원 지급\n대상은 모두 합쳐 열둘이며 12\n대상은 모두 합쳐 열둘이며 120가구다."
    assert clean(raw)[0].text == raw


def test_marks_around_a_text_are_taken_and_the_text_keeps_its_offsets() -> None:
    raw = "구는 **예산 3억원**을 쓴다."
    view, _ = clean(raw)
    at = view.text.index("3억원")
    assert view.raw_span(at, at + 3) == (raw.index("3억원"), raw.index("3억원") + 3)


@pytest.mark.parametrize("unit", ["\u0301\u0323", "\r", ".", "가\n", " ", "&", "<p ", "["])
def test_long_runs_of_one_thing_are_cleaned_and_accounted_for(unit: str) -> None:
    """What takes quadratic time would hang here; that nothing is lost is what is asserted."""
    raw = unit * (40_000 // len(unit))
    view, noise = clean(raw)
    taken = sum(row.end - row.start for row in noise)
    kept = len({at for start, end in zip(view.starts, view.ends, strict=True) for at in range(start, end)})
    assert kept + taken >= len(raw)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yuseong-gu grows. Yoo Seong-gu opens a hall.", [("Yoo Seong-gu", "Yuseong-gu")]),
        ("유성구 소식: Yoo Seong-gu opens a hall.", [("Yoo Seong-gu", "Yuseong-gu")]),
        ("Yuseong-gu has a Yooseong-type model.", [("Yooseong", "Yuseong")]),
        ("Yuseong-gu built a hall in Wonshin Heung-dong.", [("Wonshin Heung-dong", "Wonsinheung-dong")]),
        ("Gangnam-gu and Kangnam-gu are one.", [("Kangnam-gu", "Gangnam-gu")]),
        ("Yoo Seong-gu opens a hall.", []),  # it may be somebody's name
        ("Yuseong-gu and Seo-gu sign a Seoul-type agreement.", []),
    ],
)
def test_names_of_areas_are_mended_where_their_own_is_given_too(text: str, found: list[tuple[str, str]]) -> None:
    view, noise = clean(text)
    assert [(n.text, n.replacement) for n in noise if n.kind == "mt_name"] == found
    assert all(name in view.text for _, name in found)
    assert [text[n.start : n.end] for n in noise] == [n.text for n in noise]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gurye-gun pays 2 million won of military expenses.", ["county"]),
        ("Gurye-gun honours soldiers; the army budget grows.", []),
        ("The military governor spoke.", []),  # no county in sight
        ("Seocho Ward in Seoul opened it.", ["District"]),
        ("The hospital's Ward 3 opened.", []),
        ("Yuseong-gu wants better meteorites together.", ["Yuseong"]),
        ("Yuseong-gu shows meteorites at its astronomy museum.", []),
        ("the 7th popular election began", ["7th elected term"]),
        ("the first popular election of a mayor", []),
    ],
)
def test_terms_of_translation_need_their_evidence(text: str, found: list[str]) -> None:
    _, noise = clean(text)
    assert [n.replacement for n in noise if n.kind.startswith("mt_")] == found


def test_marks_stay_in_the_view_with_what_they_stand_for() -> None:
    view, noise = clean("Yuseong won with its refreshment award.")
    assert view.text == "Yuseong won with its refreshment award."
    assert [(n.text, n.replacement) for n in noise] == [("refreshment award", "Dagwasang (多科賞)")]


def test_a_sentence_that_was_there_before_is_taken_away_once() -> None:
    sentence = "구는 어두운 골목마다 밝은 등을 새로 단다고 지난 12일 밝혔다."
    view, noise = clean(f"{sentence} 첫 줄이다.\n\n두 번째 줄이다. {sentence}")
    assert view.text.count(sentence) == 1
    assert [(n.kind, n.rule, n.text) for n in noise] == [("duplicate", "repeated_sentence", sentence)]
