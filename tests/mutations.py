"""Articles gone wrong, from a seed: the sample articles in every format, mutated as text, as structure and as bytes.

What can go wrong is data: a mutator is a name and a small function. The soak (soak.py) and its quick half
(test_soak.py) draw from the same ones; the same seed and number give the same input.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
import random
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from pipeline.read import read
from pipeline.records import Document

SAMPLES = Path(__file__).parent.parent / "data" / "raw"

Fields = Mapping[str, str]

# Text that some program down the line might run, follow or choke on.
HOSTILE = (
    *("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://x.example\")", "\t=1", "'); DROP TABLE documents; --", '" OR 1=1 --'),
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</textarea><svg/onload=1>", "<!--", "]]>", "{{7*7}}", "${jndi:ldap://x}", "%s%n%x"),
    *("\x1b[31m", "\x1b]0;t\x07", "\x9b31m", "\x00", "\x07", "\x7f", "\ufeff", "\ufffe", "\uffff", "\ufffd", "\ud83d", "\udfff\ud800", "🏙", "\U0010ffff"),
    *("\u202e", "\u200f", "\u2066\u2069", "\u200b", "\u00ad", "\u115f", "\u3164", "\x85", "\u2028", "\x0c", "\r", "\r\n", "\x1a", "\u0345", "İ", "ß", "ﬀ", "㍿", "㈜"),
    *("&#0;", "&#xD800;", "&#1114112;", "&amp;amp;lt;", "&nbsp;", "&;", "../../etc/passwd", "C:\\con", "file:///etc/passwd", "\\x00", "\\u0000", "NaN", "null"),
    *("0", "1e400", "9" * 400, "0x10", "１２억", "²", "½", "٣", "੩억 원", "1,2,3,,", "2021-02-30", "0000-00-00", "9999-12-31", "-1", "1조억만원", "$" * 50),
    *("2021년 13월 45일", "10000년 1월 1일", "10000000년", "백만억조", "제0회", "민선 99999기", "억 원", "(", "[[", "“", "’", "「", "｢"),
)  # fmt: skip
# Names of files, before the suffix.
NAMES = (
    *(b"a", b"=cmd|' C calc'!A0", b"two\nlines", b"a#1", b"a.jsonl#2", b"..", b"...", b"-o", b"--help", b" ", b"%2e%2e%2f", b"a\\b", b"C:con"),
    *(b"<b>x", b'quo"te', b"'); DROP", b"\x1b[31mred", b"\xb1\xe2\xbb\xe7", b"\xff\xfe", b"\xed\xa0\x80", "\u202egnp".encode(), "기사".encode(), b"n" * 200),
    *(unicodedata.normalize("NFD", "기사").encode(), b"20230612", b"2023-02-30", b"99999999", b"a.en", b"a.ko", "가_en".encode(), b"\x7f\x01"),
)  # fmt: skip


def mutated(seed: int, number: int) -> tuple[bytes, bytes]:
    """The name and the content of one input."""
    chance = random.Random(f"{seed}-{number}")
    suffix = chance.choice(list(FORMATS))
    data = chance.choice(FORMATS[suffix])(chance, _fields(chance))
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 5))):
        data = chance.choice(list(BYTES.values()))(chance, data)
    if chance.random() < 0.06:
        suffix, data = suffix + ".gz", gzip.compress(data, 1, mtime=0)
        if chance.random() < 0.3:
            data = chance.choice(list(BYTES.values()))(chance, data)
    return f"{number:06}".encode() + chance.choice(NAMES) + suffix.encode(), data


def _fields(chance: random.Random) -> Fields:
    """An article's fields; each may hold hostile text."""
    fields = {
        "title": "골목 가로등",
        "date": "2023-06-12",
        "publisher": "골목일보",
        "reporter": "조민수 기자",
        "url": "https://x.example/2023/06/12/1",
        "lang": chance.choice(("", "", "ko", "en", "KO-kr", "xx")),
    }
    for name in fields:
        if chance.random() < 0.1:
            fields[name] = hostile(chance, fields[name])
    text = _piece(chance)
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        text = chance.choice(list(TEXTS.values()))(chance, text)
    return fields | {chance.choice(("text", "text", "text", "본문", "text_ko")): text}


def _piece(chance: random.Random) -> str:
    """Some lines of a sample; rarely all of it, since short texts are quick."""
    text = chance.choice(_samples())
    if chance.random() < 0.03:
        return text
    at = chance.randrange(len(text))
    return text[at : at + chance.choice((20, 100, 200, 400))]


@cache
def _samples() -> tuple[str, ...]:
    return tuple(one.text for one in read([SAMPLES]) if isinstance(one, Document))


# Text → text


def hostile(chance: random.Random, text: str) -> str:
    """Something hostile in the text, at its beginning, or in its place."""
    piece = chance.choice(HOSTILE) * chance.choice((1, 1, 1, 2, 40))
    at = chance.choice((0, chance.randint(0, len(text))))
    return chance.choice((text[:at] + piece + text[at:], text[:at] + piece + text[at:], piece))


def _shuffled(chance: random.Random, text: str) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _other(chance: random.Random, text: str) -> str:
    """Characters from all over Unicode in the place of some."""
    return "".join(chr(chance.randrange(0x110000)) if chance.random() < 0.05 else c for c in text)


def _digits(chance: random.Random, text: str) -> str:
    return "".join(chance.choice("0123456789,.~-/억만조") if c.isdigit() else c for c in text)


TEXTS: Mapping[str, Callable[[random.Random, str], str]] = {
    "hostile": hostile,
    "shuffled": _shuffled,
    "other characters": _other,
    "other digits": _digits,
    "no spaces": lambda chance, text: "".join(text.split()) * chance.choice((1, 5)),
    "spaces": lambda chance, text: text.replace(" ", chance.choice(("\u3000", "\u00a0", "  ", "\t", "\n", " \u200b"))),
    "line ends": lambda chance, text: text.replace("\n", chance.choice(("\r\n", "\r", "\u2028", "\x85", "\x0b", "\n\n"))),
    "repeated": lambda chance, text: text * chance.randint(2, 6),
    "one piece many times": lambda chance, text: text + text[: chance.randint(1, 12)] * 100,
    "decomposed": lambda chance, text: unicodedata.normalize(chance.choice(("NFD", "NFKD", "NFKC")), text),
    "marks": lambda chance, text: text[:9] + chance.choice("\u0301\u0345\u1160\u3099\u20dd") * 300 + text[9:],
    "mojibake": lambda chance, text: text.encode("utf-8", "replace").decode(chance.choice(("latin-1", "cp949")), "replace"),
    "entities": lambda chance, text: "".join(f"&#{ord(c)};" if chance.random() < 0.2 else c for c in text),
    "tags": lambda chance, text: f"<div><p>{text.replace(' ', '<br> ')}</p",
    "wide": lambda chance, text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "upper": lambda chance, text: text.upper(),
    "brackets": lambda chance, text: chance.choice("([{<「“‘\"'") * 200 + text,
    "twice in two languages": lambda chance, text: f"{text}\n\nMayor Kim said 3 billion won.\n\n{text}",
    "nothing": lambda chance, text: chance.choice(("", " ", "\n", "\ufeff", "\u3000")),
}  # fmt: skip


# Fields → bytes, by suffix: each may be written well or badly


def _encoded(chance: random.Random, text: str) -> bytes:
    encoding = chance.choice(("utf-8",) * 9 + ("cp949", "utf-16", "utf-16-le", "utf-8-sig", "utf-32", "latin-1"))
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")


def _text(fields: Fields) -> str:
    return list(fields.values())[-1]


def _plain(chance: random.Random, fields: Fields) -> bytes:
    return _encoded(chance, chance.choice(("", f"{fields['title']}\n\n")) + _text(fields))


def _markdown(chance: random.Random, fields: Fields) -> bytes:
    told = "\n".join(f"{name}: {value}" for name, value in list(fields.items())[:-1])
    return _encoded(chance, f"---\n{told}\n{chance.choice(('---', '...', ''))}\n{_text(fields)}")


def _page(chance: random.Random, fields: Fields) -> bytes:
    told = "".join(f'<meta name="{name}" content="{html.escape(value)}">' for name, value in fields.items())
    linked = json.dumps({"@type": "NewsArticle", "headline": fields["title"], "author": chance.choice(ODD_VALUES)})
    body = chance.choice((html.escape, str))(_text(fields))
    return _encoded(
        chance,
        f'<html><head><meta charset="{chance.choice(("utf-8", "euc-kr", "x", "utf-7"))}">{told}<title>{fields["title"]}</title>'
        f'<script type="application/ld+json">{linked}</script></head><body><article>'
        f"{'<div>' * chance.choice((0, 0, 0, 300))}<p>{body.replace(chr(10), '<p>')}</article></body></html>",
    )


# What may stand in JSON where a text is meant.
ODD_VALUES = (
    *(None, True, 0, -1.5, 10**40, [], {}, [[]], {"name": "조민수"}, {"name": {"name": "x"}}, ["a", None, {"name": 1}], "\ud800"),
    *({"text": "가로등"}, [{"text": "가"}], {"@graph": {"a": 1}}),
)  # fmt: skip


def _record(chance: random.Random, fields: Fields) -> dict[str, object]:
    record: dict[str, object] = dict(fields)
    while chance.random() < 0.3:
        record[chance.choice([*fields, "id", "_source", "기자", "x" * 100, ""])] = chance.choice(ODD_VALUES)
    return record


def _json(chance: random.Random, fields: Fields) -> bytes:
    record = _record(chance, fields)
    value = chance.choice(
        (record, [record], {"articles": [record, record]}, [record, 1], {"a": {"b": {"c": [record]}}})
    )
    return _encoded(chance, json.dumps(value, ensure_ascii=chance.random() < 0.5))


def _json_of_extremes(chance: random.Random, fields: Fields) -> bytes:
    number = chance.choice(("1e400", "-1e-400", "9" * 10_000, "NaN", "-Infinity", "[" * 2000, '{"a":' * 2000))
    return _encoded(chance, f'{{"id": {number}, "text": {json.dumps(_text(fields))}}}')


def _jsonl(chance: random.Random, fields: Fields) -> bytes:
    lines = [json.dumps(_record(chance, fields), ensure_ascii=False) for _ in range(chance.randint(1, 3))]
    lines.insert(
        chance.randint(0, len(lines)), chance.choice(("", "{", "[]", "null", '"text"', "[" * 3000, lines[0][:-3]))
    )
    return _encoded(chance, chance.choice(("\n", "\r\n", "\n\n")).join(lines))


def _delimited(mark: str) -> Callable[[random.Random, Fields], bytes]:
    def write(chance: random.Random, fields: Fields) -> bytes:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=mark, lineterminator=chance.choice(("\n", "\r\n", "\r")))
        writer.writerow(fields)
        for _ in range(chance.randint(0, 3)):
            writer.writerow([*fields.values(), *chance.choice(([], [], [""], ["more"]))])
        text = out.getvalue()
        at = chance.randint(0, len(text))
        return _encoded(chance, text[:at] + chance.choice(("", "", '"', '""', "\n", "\0", mark)) + text[at:])

    return write


def _workbook(chance: random.Random, fields: Fields) -> bytes:
    book = Workbook(write_only=True)
    for _ in range(chance.choice((1, 1, 2))):
        sheet = book.create_sheet()
        # What no XML can hold is not what this writer is about: the parts are mutated below.
        kept = {name: "".join(c for c in value if c.isprintable() or c == "\n") for name, value in fields.items()}
        for row in (list(kept), list(kept.values()), [*kept.values(), 1.5, True]):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _workbook_of_bad_parts(chance: random.Random, fields: Fields) -> bytes:
    """A sound zip around a part of mutated XML, or without the part, or with one more."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(_workbook(chance, fields))) as sound, ZipFile(out, "w", ZIP_DEFLATED) as bad:
        names = sound.namelist()
        target = chance.choice(names)
        for name in names:
            data = sound.read(name)
            if name == target:
                data = chance.choice(list(BYTES.values()))(chance, data)
            bad.writestr(name, data)
        bad.writestr(
            chance.choice(("../../escape.xml", "/tmp/escape.xml", "xl/worksheets/sheet9.xml", "a" * 300)), b"<a/>"
        )
    return out.getvalue()


FORMATS: Mapping[str, tuple[Callable[[random.Random, Fields], bytes], ...]] = {
    ".txt": (_plain,),
    ".md": (_markdown,),
    ".html": (_page,),
    ".json": (_json, _json_of_extremes),
    ".jsonl": (_jsonl,),
    ".csv": (_delimited(","), _delimited(";")),
    ".tsv": (_delimited("\t"),),
    ".xlsx": (_workbook, _workbook_of_bad_parts, _workbook_of_bad_parts),
    ".docx": (_plain,),
}


# Bytes → bytes


def _at(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((1, 2, 8, 64)))


def _spliced(between: Callable[[random.Random, bytes], bytes]) -> Callable[[random.Random, bytes], bytes]:
    """Puts something in the place of a few bytes, which it is given."""

    def mutate(chance: random.Random, data: bytes) -> bytes:
        start, end = _at(chance, data)
        return data[:start] + between(chance, data[start:end]) + data[end:]

    return mutate


_ODD_BYTES = (
    *(b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xc0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80", b"\x1a", b"\x80", b"\r"),
    *(b'"', b"\\", b"<", b">", b"&", b"]]>", b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>", b"&b;", b"{", b"]", b"---\n", b"sep=;\n"),
)  # fmt: skip

BYTES: Mapping[str, Callable[[random.Random, bytes], bytes]] = {
    "cut": lambda chance, data: data[: chance.randint(0, len(data))],
    "cut inside the end": lambda chance, data: data[: -chance.randint(1, 3)],
    "head": lambda chance, data: chance.choice(_ODD_BYTES) + data,
    "odd": _spliced(lambda chance, bytes: chance.choice(_ODD_BYTES) + bytes),
    "random": _spliced(lambda chance, bytes: chance.randbytes(len(bytes))),
    "left out": _spliced(lambda chance, bytes: b""),
    "repeated": _spliced(lambda chance, bytes: bytes * chance.choice((2, 100, 1000))),
    "flipped": _spliced(lambda chance, bytes: b"".join((b ^ (1 << chance.randrange(8))).to_bytes() for b in bytes)),
    "swapped": lambda chance, data: data[len(data) // 2 :] + data[: len(data) // 2],
    "case": _spliced(lambda chance, bytes: bytes.swapcase()),
}
