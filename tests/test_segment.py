"""Segments: runs of one language, and which translates which."""

import pytest

from pipeline.segment import language_of, segment
from pipeline.view import View

KOREAN = "정용래 유성구청장은 31일 대강당에서 열린 회의에 참가해 24개 지자체와 함께 우수 정책을 발표했다. 상금 100만원은 재단에 기탁한다.\n"
ENGLISH = (
    "Jung Yong-rae, Mayor of Yuseong-gu, took part in the meeting held in the main hall on the 31st and presented "
    "excellent policies together with 24 local governments. The prize of 1 million won goes to the foundation.\n"
)
UNRELATED = (
    "The county will hold a photo contest for visitors from all over the country this autumn, with prizes for the best "
    "5 pictures of the reservoir and a small exhibition in the library afterwards, it said.\n"
)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("구는 ICT 사업을", "ko"),
        ("The 구 office opened", "en"),
        ("2021. 5. 31.", ""),
        ("MOU 체결", "ko"),
        ("Hello", "en"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert language_of(text) == lang


def shape(text: str) -> list[tuple[str, int | None]]:
    return [(s.lang, s.translation_of) for s in segment(View.of(text))]


def test_one_language_is_one_segment() -> None:
    assert shape(KOREAN + "\n\n2021. 5. 31.\n" + KOREAN) == [("ko", None)]


def test_a_translation_names_its_original_in_either_order() -> None:
    assert shape(KOREAN * 3 + "\n" + ENGLISH * 3) == [("ko", None), ("en", 0)]
    assert shape(ENGLISH * 3 + "\n" + KOREAN * 3) == [("en", 1), ("ko", None)]


def test_other_news_in_english_is_no_translation() -> None:
    assert shape(KOREAN * 3 + "\n" + UNRELATED * 3) == [("ko", None), ("en", None)]


def test_a_name_in_the_other_language_cuts_no_run() -> None:
    assert shape(ENGLISH + "조민영 기자\n" + ENGLISH) == [("en", None)]
    assert shape("기자\n" + ENGLISH) == [("en", None)]


def test_segments_cover_the_view_in_raw_offsets() -> None:
    raw = KOREAN + ENGLISH
    segments = segment(View.of(raw))
    assert [raw[s.start : s.end] for s in segments] == [KOREAN, ENGLISH]
