"""Records: JSON in its forms, JSON lines, CSV in its dialects; fields by their usual names."""

from __future__ import annotations

import datetime

import pytest

from pipeline.errors import UnreadableError
from pipeline.readers import delimited, jsonfile, jsonlines
from pipeline.readers._fields import fields_in
from pipeline.records import Article, Reject
from pipeline.resources import settings


def texts(found: object) -> list[str]:
    return [one.text if isinstance(one, Article) else f"{one.reason} {one.source}" for one in found]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("data", "want"),
    [
        ('{"text": "하나"}', ["하나"]),
        ('[{"text": "하나"}, {"body": "둘"}]', ["하나", "둘"]),
        ('{"total": 2, "documents": [{"본문": "하나"}, {"내용": "둘"}]}', ["하나", "둘"]),
        ('{"hits": {"hits": [{"_id": "7", "_source": {"text": "하나"}}]}}', ["하나"]),
        ('{"text": ["첫 문단", "둘째 문단"]}', ["첫 문단\n\n둘째 문단"]),
        ('{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        ('[{"text": "a"}, 7, {"x": 1}]', ["a", "json s#2", "no_text s#3"]),
        ('{"text": "짝 \\ud83d 없는"}', ["짝 \ud83d 없는"]),
        ('{"text": "a", "n": %s, "m": NaN, "k": 1e999999}' % ("9" * 9999), ["a"]),
    ],
)
def test_json_in_its_forms(data: str, want: list[str]) -> None:
    assert texts(jsonfile.read(data.encode(), "s")) == want


@pytest.mark.parametrize("data", ['{"a": [{"text": "x"}], "b": [{"text": "y"}]}', '{"text": "a"', "[1, 2", "nul"])
def test_json_that_cannot_be_read(data: str) -> None:
    with pytest.raises(UnreadableError, match="json"):
        list(jsonfile.read(data.encode(), "s"))


def test_a_broken_line_does_not_stop_the_others() -> None:
    data = '{"text": "a"}\n\n{"text": "b"\n[%s\n"c"\n{"text": "줄\u2028바꿈"}\r\n' % ("[" * 100_000)
    found = list(jsonlines.read(data.encode(), "s"))
    assert texts(found) == ["a", "json s#2", "json s#3", "json s#4", "줄\u2028바꿈"]
    assert isinstance(found[1], Reject)
    assert found[1].detail.startswith("line 3, column")


@pytest.mark.parametrize(
    ("data", "want"),
    [
        ("text,title\n하나,제\n", ["하나"]),
        ("\ufefftext,title\n하나,제\n", ["하나"]),
        ("제목\t본문\r\n제\t하나, 둘\r\n", ["하나, 둘"]),
        ("제목;본문\n제;하나\n\n제;둘\n", ["하나", "둘"]),
        ("sep=;\r\n제목;본문\r\n제;하나\r\n", ["하나"]),
        ('title,text\nt,"첫 줄\n\n둘째 ""줄"""\nu,셋\n', ['첫 줄\n\n둘째 "줄"', "셋"]),
        ("text,title\n" + "가" * 200_000 + ",제\n", ["가" * 200_000]),
        ("title,text\nt\nu,v\n", ["no_text s#1", "v"]),
        ("title,text\nt,따옴표 없이, 쉼표\nu,v\n", ["csv s#1", "v"]),
        ('title,text\nt,"닫히"지 않음"\nu,v\n', ["csv s#1", "v"]),
        ('title,text\nt,a\nu,"열린 채로\nv,w\n', ["a", "csv s#2"]),
    ],
)
def test_csv_in_its_dialects(data: str, want: list[str]) -> None:
    assert texts(delimited.read(data.encode(), "s")) == want


def test_csv_without_text_lists_the_columns_seen_and_wanted() -> None:
    with pytest.raises(UnreadableError, match=r"there are: 제목, 언론사.*본문"):
        list(delimited.read("제목,언론사\n가,나\n".encode(), "s"))


def test_bigkinds_columns_are_understood() -> None:
    header = "뉴스 식별자,일자,언론사,기고자,제목,본문,URL"
    row = "01100101.2023,20230612,골목일보,조민수 기자,제목이다,본문이다,https://g.example/1"
    (found,) = delimited.read(f"{header}\n{row}\n".encode("cp949"), "s")
    want = Article(
        "본문이다",
        title="제목이다",
        publisher="골목일보",
        reporter="조민수",
        published=datetime.date(2023, 6, 12),
        published_source="metadata",
        url="https://g.example/1",
        record_id="01100101.2023",
    )
    assert found == want


@pytest.mark.parametrize(
    ("names", "want"),
    [
        (["Article_Body", "Head-Line"], {"text": "Article_Body"}),
        (["content", "text"], {"text": "text"}),
        (["기사 본문", "입력 일시", "기자명"], {"text": "기사 본문", "published": "입력 일시", "reporter": "기자명"}),
        (["article:published_time", "siteName"], {"published": "article:published_time", "publisher": "siteName"}),
        (["순번", "요약"], {}),
    ],
)
def test_fields_by_their_usual_names(names: list[str], want: dict[str, str]) -> None:
    found = fields_in(names)
    found.pop("title", None)
    assert found == want


def test_no_name_means_two_fields() -> None:
    names = settings("field_names")
    lists = [name for field, those in names.items() if field != "languages" for name in those]
    assert len(lists) == len(set(lists))


@pytest.mark.parametrize(("told", "lang"), [("ko-KR", "ko"), ("English", "en"), ("국문", "ko"), ("fr", ""), ("", "")])
def test_languages(told: str, lang: str) -> None:
    (found,) = jsonfile.read(f'{{"text": "x", "lang": "{told}"}}'.encode(), "s")
    assert isinstance(found, Article)
    assert found.lang == lang
