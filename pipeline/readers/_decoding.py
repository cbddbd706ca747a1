"""Bytes → text, exactly as it was written: a byte order mark goes, everything else stays."""

from __future__ import annotations

import re

from pipeline.errors import UnreadableError
from pipeline.grammar.regex import regex

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# What a file begins with when it is no text.
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"PK\x05\x06", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive (name it .gz)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office or HWP document"),
    (b"HWP Document File", "an HWP document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_TWO_BYTE = ("utf-16-le", "utf-16-be")
_EXPECTED = regex(r"[\t\n\r\x20-\x7e가-힣ㄱ-ㆎ\u1100-\u11ff\u2010-\u203b]+")
_CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x1a")) + b"\x7f"
# Text holds hardly any control characters; compressed data one in eight.
_MOST_CONTROL = 0.05


def kind_of(data: bytes) -> str:
    """What binary thing the bytes begin like (`a PDF`); empty where they may be text."""
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")


def text_of(data: bytes, hint: str = "", encoding: str = "") -> str:
    """The text of a file. Raises UnreadableError (`binary`, `encoding`, `empty`).

    hint: an encoding that the file itself names, tried after UTF-8. encoding: the only one to try.
    """
    if kind := kind_of(data):
        raise UnreadableError("binary", f"this is {kind}, not text; convert it to .txt or .html")
    mark, marked = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", ""))
    if encoding:
        text = _strict(data, [encoding])
    elif marked:
        text = _strict(data[len(mark) :], [marked])
    elif b"\0" in data:
        text = _strict(data, [_two_byte(data)])
    else:
        text = _one_or_many(data, hint)
    if not (text := text.removeprefix("\ufeff")).strip():
        raise UnreadableError("empty", "the file holds only white space; remove it or fetch it again")
    return text


def _one_or_many(data: bytes, hint: str) -> str:
    if len(data.translate(None, _CONTROL)) < len(data) * (1 - _MOST_CONTROL):
        raise UnreadableError("binary", "control characters all over: not text; convert it to .txt or .html")
    try:
        # Lone surrogates are let through: some programs write them, and no other encoding looks like it.
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        if not _mostly_utf8(data):
            return _strict(data, [e for e in (hint, "cp949") if e])
        if error.reason == "unexpected end of data":
            # A download that broke off inside the last character: all the rest of the article is there.
            return data.decode("utf-8", "replace")
        # CP949 would turn it into wrong Hangul.
        told = (
            f"UTF-8 with broken bytes at byte {error.start}; mend them, or say the encoding with the setting `encoding`"
        )
        raise UnreadableError("encoding", told) from error


def _mostly_utf8(data: bytes) -> bool:
    """Whether nine of ten bytes beyond ASCII belong to sound UTF-8 characters of two bytes and more."""
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    sound = re.sub(r"[\x00-\x7f]", "", data.decode("utf-8", "ignore")).encode("utf-8")
    return len(sound) >= 0.9 * beyond


def _two_byte(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: the one in which the beginning reads as Hangul and ASCII."""
    sample = data[:4096]
    likely = {e: _EXPECTED.sub("", text) for e in _TWO_BYTE if "\0" not in (text := sample.decode(e, "replace"))}
    order = min(likely, key=lambda e: len(likely[e]), default="")
    if len(data) % 2 or not order or len(likely[order]) > len(sample) // 4:
        raise UnreadableError(
            "binary", "zero bytes in the file: not text, or damaged text; convert it to .txt or .html"
        )
    return order


def _strict(data: bytes, encodings: list[str]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding, "surrogatepass" if encoding.startswith("utf-") else "strict")
        except (UnicodeError, LookupError):
            continue
    tried = ", ".join(dict.fromkeys(["utf-8", *encodings]))
    raise UnreadableError(
        "encoding", f"tried {tried}; say which with the setting `encoding`, or save the file as UTF-8"
    )
