"""The items of a round-up: parts of a text under marked headings that name different local governments.

`◇하남시 <1월 2일자>`, `■ 남구의회 임시회`: what stands under such a line is about its area, not about the text's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from pipeline.grammar.people.posts import KINDS, kind_of
from pipeline.grammar.regex import regex
from pipeline.records import Mention

_HEADING = regex(r"^[ \t]*(?P<mark>[▲△▶▷◇◆■□●○◎▣【\[<*#-])(?P<head>[^\n]{0,60})", re.MULTILINE)


class Items:
    """Where the items of a document begin, per segment; empty for a document that is no round-up."""

    def __init__(self, texts: Sequence[str], districts: Sequence[Mention]) -> None:
        self._starts: Mapping[int, list[int]] = {
            segment: _starts(text, [d for d in districts if d.segment == segment]) for segment, text in enumerate(texts)
        }

    def of(self, segment: int, at: int) -> tuple[int, int] | None:
        """Segment and number of the item that holds an offset, or None outside of items."""
        number = bisect_right(self._starts.get(segment, []), at)
        return (segment, number) if number else None


def _starts(text: str, districts: Sequence[Mention]) -> list[int]:
    """Where items begin: at headings that name a local government, and at their like that name none."""
    headings = list(_HEADING.finditer(text))
    own = [_codes(m, districts) for m in headings]
    if len({codes[0] for codes in own if codes}) < 2:
        return []
    marks = {m["mark"] for m, codes in zip(headings, own, strict=True) if codes}
    return [
        m.start()
        for m, codes in zip(headings, own, strict=True)
        if codes or (m["mark"] in marks and m["mark"] in "◇◆■□●【[")
    ]


def _codes(heading: re.Match[str], districts: Sequence[Mention]) -> list[str]:
    """The local governments that a heading names, the smallest first."""
    start, end = heading.span("head")
    inside = [d.entity_id for d in districts if d.view_start < end and start < d.view_end]
    return sorted((code for code in inside if kind_of(code) in KINDS["local"]), key=lambda c: c.endswith("00000000"))
