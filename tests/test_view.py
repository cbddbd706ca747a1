"""Views: any text, any edits, and always the way back to the raw text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean import clean
from pipeline.errors import SpanError
from pipeline.view import View

# Hangul composed and decomposed, emoji with joiners, lone surrogates, hanja and its compatibility forms, half and full
# width, zero-width and direction marks, line ends, entities and tags.
PIECES = st.sampled_from(
    ["가", "유성구", unicodedata.normalize("NFD", "각하"), "ㄱ", "\u1112", "\u11ab", "e\u0301", "👨‍👩‍👧", "🇰🇷", "\ud800", "\udfff",
     "大田", "\uf900", "Å", "１２億", "ＡＢＣ", "ﾊﾝ", "\u200b", "\ufeff", "\u202e", "\u00a0", "\u3000", "\r\n", "\r", "\n", "\x00", "&nbsp;", "&#39;",
     "<br>", "<p class=x>", "㈜", "①", "\u09c7\u09be", "관련기사", "Text Size", "저작권자 ©", " . ", "(#)"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=30).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_cleaning_accounts_for_every_character(raw: str) -> None:
    view, noise = clean(raw)
    for row in noise:
        assert raw[row.start : row.end] == row.text
    taken = {i for row in noise for i in range(row.start, row.end)}
    for i, character in enumerate(view.text):
        start, end = view.raw_span(i, i + 1)
        assert character == raw[start:end] or set(range(start, end)) <= taken
    kept = {i for start, end in zip(view.starts, view.ends, strict=True) for i in range(start, end)}
    assert kept | taken == set(range(len(raw)))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_the_view_is_composed_and_in_order(raw: str) -> None:
    view, _ = clean(raw)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.ends) == sorted(view.ends)
    assert not any("\ud800" <= c <= "\udfff" for c in view.text)
    assert "\r" not in view.text


@given(TEXTS)
def test_a_decomposed_text_gives_the_same_view_as_a_composed_one(raw: str) -> None:
    composed = unicodedata.normalize("NFC", raw)
    decomposed = unicodedata.normalize("NFD", composed)
    assert unicodedata.normalize("NFC", clean(decomposed)[0].text) == unicodedata.normalize(
        "NFC", clean(composed)[0].text
    )


@given(st.text(max_size=40), st.data())
def test_edits_compose(raw: str, data: st.DataObject) -> None:
    view = View.of(raw)
    for _ in range(3):
        cuts = sorted(data.draw(st.sets(st.integers(0, len(view.text)), max_size=4)))
        edits = [(a, b, data.draw(st.text(max_size=3))) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        view = view.replace(edits)
    for i in range(len(view)):
        start, end = view.raw_span(i, i + 1)
        assert 0 <= start < end <= len(raw)


def test_a_slice_keeps_the_way_back() -> None:
    view = View.of("대전 유성구청").replace([(0, 3, "")])
    assert view[0:3].text == "유성구"
    assert view[0:3].raw_span(0, 3) == (3, 6)


def test_a_replacement_maps_to_all_it_replaces() -> None:
    view = View.of("the Yoo Seong-gu office").replace([(4, 16, "Yuseong-gu")])
    at = view.text.index("Yuseong-gu")
    assert view.raw_span(at, at + 10) == (4, 16)
    assert view.raw_span(at + 2, at + 3) == (4, 16)


@pytest.mark.parametrize("span", [(0, 0), (2, 1), (0, 4), (-1, 2)])
def test_a_span_without_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(SpanError):
        View.of("abc").raw_span(*span)


@pytest.mark.parametrize("edits", [[(1, 1, "x")], [(0, 2, ""), (1, 3, "")], [(2, 3, ""), (0, 1, "")]])
def test_edits_that_overlap_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(SpanError):
        View.of("abcd").replace(edits)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("구는 3일 밝혔다. 예산은 12.5억 원이다.", ["구는 3일 밝혔다.", "예산은 12.5억 원이다."]),
        ("“잘했다.” 그는 말했다.\n끝", ["“잘했다.”", "그는 말했다.", "끝"]),
        ("On Sept. 3 Rep. Kim spoke. It won 3 awards.", ["On Sept. 3 Rep. Kim spoke.", "It won 3 awards."]),
        ("2021. 5. 31. 개최", ["2021. 5. 31.", "개최"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    view = View.of(text)
    assert [view.text[a:b] for a, b in view.sentences] == sentences


def test_the_korean_doc_is_cut_at_morphemes_and_keeps_the_text() -> None:
    text = "성남시장은  12억 3천만 원을 썼다.\n\n끝 😀 \u200b각"
    doc = View.of(text, "ko").doc
    assert doc.text == text
    assert {("원", "NNB"), ("을", "JKO"), ("은", "JX")} <= {(t.text, t.tag_) for t in doc}
    assert doc.char_span(text.index("12"), text.index("원") + 1) is not None


def test_the_english_doc_is_spacys() -> None:
    assert [t.text for t in View.of("Mayor Kim's plan", "en").doc] == ["Mayor", "Kim", "'s", "plan"]
