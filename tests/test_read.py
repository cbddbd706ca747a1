"""Files → documents and rejects: order, sources, ids, encodings, and everything that can be wrong with a file."""

from __future__ import annotations

import datetime
import gzip
import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import read as reading
from pipeline.errors import PipelineError, SettingsError
from pipeline.read import all_readers, list_files, read, read_text
from pipeline.records import Document, Reject

STORY = "구는 골목 가로등 40개를 새로 단다고 밝혔다.\n사업비는 3억원이다.\n"


def documents(*paths: Path, **options: object) -> list[Document]:
    found = list(read(paths, **options))  # type: ignore[arg-type]
    assert not [one for one in found if isinstance(one, Reject)], found
    return [one for one in found if isinstance(one, Document)]


def reject(path: Path, **options: object) -> Reject:
    (found,) = read([path], **options)  # type: ignore[arg-type]
    assert isinstance(found, Reject)
    return found


def write(path: Path, data: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


# Order, sources, ids


def test_folders_are_walked_in_the_order_of_sources_whatever_the_order_of_arguments(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a.txt", "b/10.txt", "c.md"):
        write(tmp_path / name, name + STORY)
    want = [f"{tmp_path.as_posix()}/{name}" for name in ("a.txt", "b/10.txt", "b/2.txt", "c.md")]
    assert [d.source for d in documents(tmp_path)] == want
    assert [d.source for d in documents(tmp_path / "c.md", tmp_path / "b", tmp_path / "a.txt")] == want
    assert [p.as_posix() for p in list_files([tmp_path])] == want


def test_the_source_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in" / "a.txt", STORY)
    monkeypatch.chdir(tmp_path)
    assert [d.source for d in documents(Path("in"))] == ["in/a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY)
    assert len(documents(tmp_path, path, path)) == 1


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / ".gitkeep", "")
    write(tmp_path / ".git" / "x.txt", STORY)
    write(tmp_path / "a.txt", STORY)
    assert len(documents(tmp_path)) == 1


def test_ids_come_from_the_text_and_twins_are_numbered_in_order(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        write(tmp_path / name, STORY)
    first, second, third = documents(tmp_path)
    assert len(first.sha256) == 64
    assert (first.doc_id, second.doc_id, third.doc_id) == (
        first.sha256[:12],
        first.sha256[:12] + "-2",
        first.sha256[:12] + "-3",
    )


def test_records_are_numbered_and_single_files_are_not(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", '{"text": "하나"}\n')
    write(tmp_path / "b.json", '{"text": "둘"}')
    assert [d.source.rpartition("/")[2] for d in documents(tmp_path)] == ["a.jsonl#1", "b.json"]


def test_nothing_to_read_is_no_error(tmp_path: Path) -> None:
    assert documents(tmp_path) == []


def test_missing_inputs_are_named_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match=r"absent.*gone"):
        read([write(tmp_path / "a.txt", STORY), tmp_path / "absent", tmp_path / "gone"])


def test_an_unknown_encoding_stops_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cp1234567"):
        read([tmp_path], encoding="cp1234567")


# Encodings: the text is what was written, to the last character


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (STORY.encode(), STORY),
        (b"\xef\xbb\xbf" + STORY.encode(), STORY),
        (STORY.encode("cp949"), STORY),
        ("뷁펲 시장은 똠방각하를 만났다".encode("cp949"), "뷁펲 시장은 똠방각하를 만났다"),
        (STORY.encode("utf-16"), STORY),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), STORY),
        (STORY.encode("utf-16-le"), STORY),
        (STORY.encode("utf-16-be"), STORY),
        ("Lamps for 40 alleys".encode("utf-16-le"), "Lamps for 40 alleys"),
        (STORY.replace("\n", "\r\n").encode(), STORY.replace("\n", "\r\n")),
        (unicodedata.normalize("NFD", STORY).encode(), unicodedata.normalize("NFD", STORY)),
        ("줄\u2028바꿈\u200b과 🏙 東大門".encode(), "줄\u2028바꿈\u200b과 🏙 東大門"),
        ("짝 \ud83d 없는".encode("utf-8", "surrogatepass"), "짝 \ud83d 없는"),
        (STORY.encode() + "등".encode()[:2], STORY + "\ufffd"),
    ],
)
def test_the_text_is_decoded_exactly(tmp_path: Path, data: bytes, text: str) -> None:
    (document,) = documents(write(tmp_path / "a.txt", data))
    assert document.text == text


def test_an_encoding_that_is_told_wins(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "東京".encode("shift_jis"))
    assert documents(path, encoding="shift_jis")[0].text == "東京"
    assert reject(path, encoding="ascii").reason == "encoding"


# What cannot be read


@pytest.mark.parametrize(
    ("name", "data", "reason", "detail"),
    [
        ("a.txt", b"", "empty", "fetch it again"),
        ("a.txt", b" \n\t ", "empty", ""),
        ("a.txt", "\ufeff \n".encode(), "empty", ""),
        ("a.txt", b"%PDF-1.7 text", "binary", "a PDF"),
        ("a.html", b"PK\x03\x04rest", "binary", "zip"),
        ("a.txt", b"\xff\xd8\xff\xe0JFIF", "binary", "JPEG"),
        ("a.txt", b"a story \0 with a zero", "binary", "zero bytes"),
        ("a.txt", bytes(range(1, 32)) * 9, "binary", "control"),
        ("a.txt", b"\x81\xff\xfe\xfa" * 9, "encoding", "cp949"),
        ("a.txt", STORY.encode().replace("억".encode(), b"\xed\x96"), "encoding", "UTF-8 with broken bytes"),
        ("a.pdf", b"anything", "unsupported", ".txt"),
        ("Makefile", b"anything", "unsupported", "without suffix"),
        ("a.txt.gz", b"no gzip", "gzip", "fetch it again"),
        ("a.txt.gz", gzip.compress(STORY.encode(), mtime=0)[:-9], "gzip", ""),
        ("a.json", b"{", "json", "line 1 column 2"),
        ("a.json", b"[" * 100_000, "json", "too deep"),
        ("a.json", b'{"text": ' + b"[" * 900 + b'"a"' + b"]" * 900 + b"}", "empty", ""),
        ("a.html", b"<p " + b"a=b " * 300 + b">a story</p>", "html", "more than 200 attributes"),
        ("a.json", b"[]", "empty", "empty list"),
        ("a.json", b'{"headline": "x"}', "no_text", "headline"),
        ("a.csv", "제목,날짜\n가,나\n".encode(), "no_text", "제목, 날짜"),
        ("a.html", b"<html><script>1</script></html>", "no_text", "JavaScript"),
    ],
)
def test_what_cannot_be_read_is_a_reject(tmp_path: Path, name: str, data: bytes, reason: str, detail: str) -> None:
    found = reject(write(tmp_path / name, data))
    assert found.source == (tmp_path / name).as_posix()
    assert found.reason == reason
    assert detail in found.detail


def test_a_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", b"")
    write(tmp_path / "b.jsonl", b'{"text": "\xea\xb0\x80"}\n{broken\n{"text": "z"}\n')
    write(tmp_path / "c.txt", STORY)
    found = [(one.source.rpartition("/")[2], type(one).__name__) for one in read([tmp_path])]
    assert found == [
        ("a.txt", "Reject"),
        ("b.jsonl#1", "Document"),
        ("b.jsonl#2", "Reject"),
        ("b.jsonl#3", "Document"),
        ("c.txt", "Document"),
    ]


def test_the_size_is_bounded_packed_and_unpacked(tmp_path: Path) -> None:
    assert reject(write(tmp_path / "a.txt", b"x" * 101), max_bytes=100).reason == "too_large"
    bomb = gzip.compress(b"\0" * 10_000_000)
    assert len(bomb) < 100_000
    assert reject(write(tmp_path / "b.txt.gz", bomb), max_bytes=100_000).reason == "too_large"


def test_archives_in_a_row_and_records_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    two = gzip.compress(STORY.encode()) + gzip.compress(b"!")
    assert documents(write(tmp_path / "a.txt.gz", two))[0].text == STORY + "!"
    monkeypatch.setattr(reading, "_MOST_MEMBERS", 1)
    assert "more than 1 archives" in reject(tmp_path / "a.txt.gz").detail
    monkeypatch.setattr(reading, "_MOST_RECORDS", 2)
    found = list(read([write(tmp_path / "b.jsonl", '{"text": "하나"}\n' * 3)]))
    assert [getattr(one, "reason", "read") for one in found] == ["read", "read", "too_large"]


def test_five_megabytes_on_one_line_are_one_article(tmp_path: Path) -> None:
    text = "구는 가로등을 단다. " * 190_000
    assert len(text.encode()) > 5_000_000
    assert documents(write(tmp_path / "a.txt", text))[0].text == text


def test_unreadable_and_vanished_files_are_rejects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.txt", STORY)
    gone = write(tmp_path / "b.txt", STORY + "!")
    found = read([path, gone])
    gone.unlink()

    def forbidden(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(reading, "_bytes", forbidden)
        first = next(found)
    second = next(found)
    assert [(one.source, one.reason) for one in (first, second) if isinstance(one, Reject)] == [
        (path.as_posix(), "unreadable"),
        (gone.as_posix(), "unreadable"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_does_not_hang_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reject(tmp_path).reason == "unreadable"


def test_links_neither_leave_the_folder_nor_go_round(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt", STORY)
    folder = tmp_path / "in"
    write(folder / "a.txt", STORY)
    (folder / "again.txt").symlink_to("a.txt")
    (folder / "broken.txt").symlink_to("nowhere")
    (folder / "escape.txt").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    found = {one.source.rpartition("/")[2]: getattr(one, "reason", "read") for one in read([folder])}
    assert found == {"a.txt": "read", "broken.txt": "link", "escape.txt": "link", "loop": "link", "self.txt": "link"}
    (tmp_path / "way").symlink_to(folder)
    assert next(read([tmp_path / "way"])).source.endswith("way/a.txt")


def test_what_one_may_not_look_at_is_a_reject(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may be listed but not entered, and a link into it."""
    locked = write(tmp_path / "in" / "locked" / "a.txt", STORY)
    (tmp_path / "in" / "b.txt").symlink_to(locked)
    entered = os.stat

    def forbidden(path: object, *args: object, **options: object) -> os.stat_result:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return entered(path, *args, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(os, "stat", forbidden)
    found = {one.source.rpartition("/")[2]: getattr(one, "reason", "read") for one in read([tmp_path / "in"])}
    assert found == {"a.txt": "unreadable", "b.txt": "link"}


def test_a_name_that_is_no_utf8_gives_a_source_that_is(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/" + "기사".encode("cp949") + b".txt"
    Path(os.fsdecode(path)).write_text(STORY, encoding="utf-8")
    (document,) = documents(tmp_path)
    assert document.source.encode("utf-8").endswith(rb"\xb1\xe2\xbb\xe7.txt")


def test_names_in_nfd_stay_as_they_are(tmp_path: Path) -> None:
    name = unicodedata.normalize("NFD", "기사.txt")
    assert documents(write(tmp_path / name, STORY))[0].source.endswith("/" + name)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass"))),
    suffix=st.sampled_from([s + gz for s in sorted(all_readers()) for gz in ("", ".gz")]),
    head=st.sampled_from(
        [b"", b"text,title\n", b'{"text": "', b"---\na: b\n---\n", b"<html><p>", b"\xff\xfe", b"\x1f\x8b\x08"]
    ),
)
def test_any_bytes_under_any_suffix_are_accounted_for(tmp_path: Path, data: bytes, suffix: str, head: bytes) -> None:
    path = write(tmp_path / f"a{suffix}", head + data)
    for one in read([path]):
        assert one.source.startswith(path.as_posix())
        assert isinstance(one, Document | Reject)


# What an article says of itself


@pytest.mark.parametrize(
    ("name", "text", "published", "source"),
    [
        (
            "20230612-a.jsonl",
            '{"text": "입력 2022.01.02 10:00\\n가로등", "date": "2021-05-06"}',
            "2021-05-06",
            "metadata",
        ),
        ("20230612-a.txt", "가로등\n입력 2022.01.02 10:00\n구는 등을 단다.", "2022-01-02", "byline"),
        ("20230612-a.txt", STORY, "2023-06-12", "filename"),
        ("a_2023-06-12.txt", STORY, "2023-06-12", "filename"),
        ("20230612.jsonl", '{"text": "가로등", "url": "https://x.example/2020/03/04/1"}', "2020-03-04", "url"),
        ("a.json", '{"text": "가로등", "url": "https://x.example/AKR20200304012300"}', "2020-03-04", "url"),
        ("a.txt", "구는 오늘(2021년 5월 31일) 등을 달았다.", "2021-05-31", "content"),
        ("a.txt", "The office opened on January 1, 2021. As of January 1 this year it has three teams.", "", "none"),
        ("a.txt", "Lamps\n\nThey hang.\n\n© 2021 Lamp News. All rights reserved.", "", "none"),
        ("20231345-a.txt", STORY, "", "none"),
    ],
)
def test_the_day_comes_from_the_surest_place(tmp_path: Path, name: str, text: str, published: str, source: str) -> None:
    (document,) = documents(write(tmp_path / name, text))
    shown = document.published.isoformat() if document.published else ""
    assert (shown, document.published_source) == (published, source)


def test_read_text_fills_the_byline_and_the_caller_wins() -> None:
    text = "가로등 단다\n조민수 기자 | 입력 2022.01.02 10:00\n구는 등을 단다.\n© 골목일보. 무단전재 금지"
    told = read_text(text)
    assert (told.title, told.reporter, told.publisher) == ("가로등 단다", "조민수", "골목일보")
    assert (told.published, told.published_source) == (datetime.date(2022, 1, 2), "byline")
    given_ = read_text(text, published="2021-05-31", title="다른 제목", reporter="", publisher="P")
    assert (given_.published, given_.published_source) == (datetime.date(2021, 5, 31), "metadata")
    assert (given_.title, given_.publisher, given_.doc_id) == ("다른 제목", "P", told.doc_id)
    assert read_text("").text == ""


def test_a_large_file_of_lines_is_read_in_pieces(tmp_path: Path) -> None:
    """More than max_bytes, as if it were small: the same documents, rejects and numbers."""
    lines = [json.dumps({"text": f"글 {n} " + "가" * (n % 7), "id": n}, ensure_ascii=False) for n in range(60)]
    lines[20], lines[40] = "{broken", ""
    (tmp_path / "a.jsonl").write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    whole = list(read([tmp_path]))
    assert len(whole) == 59
    assert next(one for one in whole if isinstance(one, Reject)).detail.startswith("line 21")
    for max_bytes in (100, 256, 1000):
        assert list(read([tmp_path], max_bytes)) == whole


def test_a_line_that_is_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "글"}\n{"text": "' + "가" * 100 + '"}\n', encoding="utf-8")
    document, reject = read([tmp_path], 50)
    assert isinstance(document, Document)
    assert isinstance(reject, Reject)
    assert reject.reason == "too_large"


def test_rows_below_a_broken_header_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text('title,""url,text\nA,, \nB,, ,more\nC,,군은 축제를 연다.\n', encoding="utf-8")
    found = [
        (item.source.rpartition("#")[2] if "#" in item.source else "", type(item).__name__) for item in read([tmp_path])
    ]
    assert [number for number, _ in found] == ["", "1", "2", "3"]
