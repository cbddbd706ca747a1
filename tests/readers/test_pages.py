"""Web pages and Markdown: main text, what tags and front matter tell, and pages that are broken."""

from __future__ import annotations

import datetime

import pytest

from pipeline.errors import UnreadableError
from pipeline.readers import markdown, webpage
from pipeline.records import Article

BODY = "".join(
    f"<p>구는 {street}에 가로등을 새로 단다고 밝혔다. 주민들은 밤길이 밝아지기를 오래 기다렸다고 말했다.</p>"
    for street in ("무궁화길", "개나리길", "은행나무길", "느티나무길")
)
MENU = "<nav><ul><li><a href=/1>정치</a></li><li><a href=/2>사회</a></li></ul></nav>"


def page(head: str = "", body: str = BODY) -> Article:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}<article>{body}</article></body></html>"
    (found,) = webpage.read(html.encode(), "s")
    assert isinstance(found, Article)
    return found


def test_the_main_text_keeps_paragraphs_as_lines_and_leaves_menus() -> None:
    text = page().text
    assert text.count("\n") >= 3
    assert "느티나무길" in text
    assert "정치" not in text


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2024-03-05T10:12:00+09:00"><meta property="og:site_name" content="골목일보">'
        '<meta name="author" content="조민수 기자"><meta property="og:title" content="가로등 단다">'
        '<link rel="canonical" href="https://g.example/1">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "가로등 단다", "datePublished": "2024-03-04T20:00:00Z",'
        '"author": [{"name": "조민수"}], "publisher": {"@type": "Organization", "name": "골목일보"}, "url": "https://g.example/1"}</script>',
        '<script type="application/ld+json">{"@graph": [{"@type": "Person"}, {"@type": ["NewsArticle"], "headline": "가로등 단다",'
        '"datePublished": "2024-03-05", "author": {"name": "조민수"}, "publisher": {"name": "골목일보"}, "url": "https://g.example/1"}]}</script>',
    ],
)
def test_tags_tell_of_the_article(head: str) -> None:
    found = page(head)
    assert (found.title, found.publisher, found.reporter) == ("가로등 단다", "골목일보", "조민수")
    assert (found.published, found.published_source) == (datetime.date(2024, 3, 5), "metadata")
    assert found.url == "https://g.example/1"


def test_a_byline_outside_of_the_main_text_is_read() -> None:
    info = "<h1>가로등 단다</h1><div class=info><span>조민수 기자</span><span>입력 2022.10.07 09:12</span></div>"
    found = page(body=info + BODY)
    assert (found.published, found.published_source) == (datetime.date(2022, 10, 7), "byline")
    assert found.title == "가로등 단다"


def test_a_date_that_only_stands_on_the_page_is_not_taken() -> None:
    found = page(
        "<title>가로등 단다 | 골목일보</title>", BODY + "<p>축제는 2024년 5월 3일에 열린다고 구는 덧붙여 설명했다.</p>"
    )
    assert (found.published, found.published_source) == (None, "none")
    assert found.title == "가로등 단다"


def test_cp949_pages_say_euc_kr() -> None:
    html = f'<html><head><meta charset="euc-kr"></head><body>{BODY}<p>뷁</p></body></html>'
    (found,) = webpage.read(html.encode("cp949"), "s")
    assert isinstance(found, Article)
    assert "무궁화길" in found.text


@pytest.mark.parametrize(
    "html",
    [
        "<p>짧은 알림이다",
        "<html><body><div><p>닫지 않은 <b>태그<p>둘째</div></span></table>짧은 알림이다",
        "짧은 알림이다 <",
        "<html><body>" + "<div>" * 200 + "짧은 알림이다",
        "<html><head><script type='application/ld+json'>{broken</script><script type='application/ld+json'>"
        + "[" * 99_999
        + "</script>"
        "</head><body>짧은 알림이다</body></html>",
    ],
)
def test_broken_pages_give_what_they_show(html: str) -> None:
    (found,) = webpage.read(html.encode(), "s")
    assert isinstance(found, Article)
    assert "짧은 알림이다" in found.text


@pytest.mark.parametrize("html", ["<html><body></body></html>", "<script>var x</script>", "<!-- nothing -->"])
def test_pages_that_show_nothing_are_told_so(html: str) -> None:
    with pytest.raises(UnreadableError, match="no_text"):
        list(webpage.read(html.encode(), "s"))


def md(text: str) -> Article:
    (found,) = markdown.read(text.encode(), "s")
    assert isinstance(found, Article)
    return found


def test_front_matter_tells_and_is_not_text() -> None:
    found = md(
        '---\ntitle: "가로등: 단다"\ndate: 2024-04-22\nauthor: [조민수, 김하나]\npublisher: 골목일보 # paper\ntags:\n  - 등\n---\n\n# 가로등\n\n본문\n'
    )
    assert found.text == "\n# 가로등\n\n본문\n"
    assert (found.title, found.reporter, found.publisher) == ("가로등: 단다", "조민수, 김하나", "골목일보")
    assert found.published == datetime.date(2024, 4, 22)


@pytest.mark.parametrize(
    "text", ["# 가로등\r\n\r\n본문\r\n", "---\n닫지 않음\n본문", "---\n\n---\n본문", "본문\n---\na: b\n---\n"]
)
def test_what_is_no_front_matter_is_text(text: str) -> None:
    assert md(text).text == text


def test_only_what_is_a_tag_can_have_too_many_attributes() -> None:
    words = "a<b " + "c " * 500
    assert "느티나무길" in page(f"<script>{words}</script><style>{words}</style><!-- <p {words} -->").text
    for tag in (
        f"<div {'a ' * 300}>",
        f"<!--><div {'a=1 ' * 300}>",
        f"<script></script><div\na = '>' {'b/' * 300}>",
    ):
        with pytest.raises(UnreadableError, match="html: a tag with more than 200 attributes"):
            page(body=tag + BODY)


def test_names_that_linked_data_nests_deep_are_no_names() -> None:
    linked = '{"@type": "NewsArticle", "headline": "가로등", "author": ' + '{"name": [' * 200 + "]}" * 200 + "}"
    found = page(f'<script type="application/ld+json">{linked}</script>')
    assert (found.title, found.reporter) == ("가로등", "")
