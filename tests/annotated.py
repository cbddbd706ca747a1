"""Tests as annotated sentences: `"상금(<amount value_krw=1000000>100만원</amount>)은"` is text, span and value on one line.

Attributes are the fields of the mention's row (or of the mention); values with spaces stand in double quotes; `-` means
empty. A sentence without markup asserts that nothing of the type is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pipeline

_TAG = re.compile(r"<(/?)([a-z_]+)((?:\s+[a-z_]+=(?:\"[^\"]*\"|[^\s>]+))*)>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|([^\s>]+))")


@dataclass(frozen=True)
class Expected:
    start: int
    end: int
    text: str
    attributes: dict[str, str]


def parse(markup: str, type: str) -> tuple[str, list[Expected]]:
    """The plain text and the expected mentions of a type. Angle brackets of other tags stay text."""
    plain, expected, open_tag, at = "", [], None, 0
    for tag in _TAG.finditer(markup):
        if tag.group(2) != type:
            continue
        plain += markup[at : tag.start()]
        at = tag.end()
        if not tag.group(1):
            open_tag = (len(plain), {k: a or b for k, a, b in _ATTRIBUTE.findall(tag.group(3))})
        else:
            assert open_tag is not None, f"closing tag without an opening one: {markup}"
            start, attributes = open_tag
            expected.append(Expected(start, len(plain), plain[start:], attributes))
            open_tag = None
    assert open_tag is None, f"tag left open: {markup}"
    return plain + markup[at:], expected


def check(markup: str, type: str, published: str | None = None, lang: str | None = None) -> None:
    """Asserts that exactly the marked mentions of the type are found, with the attributes given."""
    text, expected = parse(markup, type)
    found = [m for m in pipeline.process(text, published=published, lang=lang).mentions if m.type == type]
    assert [m.text for m in found] == [e.text for e in expected], text
    for mention, want in zip(found, expected, strict=True):
        assert (mention.start, mention.end) == (want.start, want.end), text
        got = {k: _shown(mention, k) for k in want.attributes}
        assert got == {k: "" if v == "-" else v for k, v in want.attributes.items()}, text


def _shown(mention: Any, name: str) -> str:
    value = getattr(mention.row, name, None) if hasattr(mention.row, name) else getattr(mention, name, None)
    return "" if value is None else str(value)
