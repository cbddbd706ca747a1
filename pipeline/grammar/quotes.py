"""Quotation marks and brackets of every kind: what stands between them, nested and unbalanced.

| form | example | read as |
|---|---|---|
| curly, straight, backtick | ‘달빛 마중’, 'Quick Desk', `구정백서' | one quotation |
| brackets | 「조례」 『책』 〈전시〉 <행사> 《축제》 [알림] | one quotation |
| apostrophe | 'Let's Meet the Mayor', residents' | no quotation mark |
| plural possessive inside | 'Farmers' Basic Income' | one quotation that ends after Income |
| the same curly mark at both ends | ‘달빛 마중‘ | one quotation |
| unbalanced | ‘달빛 마중 (line ends) | nothing |

A quotation does not cross a line break. Offsets are those of the text given, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.grammar.regex import regex

_MARK = regex(r"[‘’“”'\"`「」『』〈〉<>《》\[\]\n]")

_PAIRS = {"「": "」", "『": "』", "〈": "〉", "<": ">", "《": "》", "[": "]", "‘": "’", "“": "”"}
_CLOSES = {close: open for open, close in _PAIRS.items()}
_SHAPE = {"‘": "single", "'": "single", "`": "single", "“": "double", '"': "double", "「": "corner", "『": "corner"}

# Deeper nesting than speech holding a name holding a word is a sign of lost marks.
_DEEPEST = 4
# Longer than any paragraph of speech that was met; an older mark left open is forgotten.
_LONGEST = 1200

# `'Farmers' Basic Income'`: after the possessive goes on a capital and, before any other mark, the true end.
_POSSESSIVE_GOES_ON = regex(r"\s[A-Z][^‘’'“”\"\n]{0,60}[’'](?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between two marks, `[start, end)`, without the marks; `shape`: single, double, corner or bracket."""

    start: int
    end: int
    shape: str
    depth: int


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text by their start, outer before inner; empty ones are left out."""
    return sorted(_pairs(text), key=lambda q: (q.start, -q.end))


def _pairs(text: str) -> Iterator[Quotation]:
    stack: list[tuple[str, int]] = []
    for mark in _MARK.finditer(text):
        sign, at = mark.group(), mark.start()
        if sign == "\n":
            stack.clear()
            continue
        stack = [(s, p) for s, p in stack if at - p <= _LONGEST]
        opened = _opened_by(sign, at, text, stack)
        if opened is None:
            if _opens(sign, at, text):
                stack = [*[(s, p) for s, p in stack if s != sign][-_DEEPEST + 1 :], (sign, at)]
            continue
        start = stack[opened][1] + 1
        if text[start:at].strip():
            yield Quotation(start, at, _SHAPE.get(stack[opened][0], "bracket"), opened)
        del stack[opened:]


def _opened_by(sign: str, at: int, text: str, stack: list[tuple[str, int]]) -> int | None:
    """Index in the stack of the mark that this one closes, or None where it closes nothing."""
    partners = {sign} if sign in "'\"" else {_CLOSES[sign]} if sign in _CLOSES else set()
    if sign in "'’":
        # `'구정백서’ and ‘구정백서': keyboards mix the two kinds.
        partners |= {"'", "‘", "`"}
    if sign in '"”':
        partners |= {'"', "“"}
    if sign in "‘“`" and _stands_after_word(at, text):
        partners = {sign}
    if not partners or (sign in "'’" and _is_apostrophe(at, text)):
        return None
    if sign in "'\"" and _opens(sign, at, text) and not _stands_after_word(at, text):
        return None
    return next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0] in partners), None)


def _opens(sign: str, at: int, text: str) -> bool:
    after = text[at + 1 : at + 2]
    if not after or after.isspace():
        return False
    if sign in "'\"`":
        before = text[at - 1 : at]
        # Hangul before a straight mark is a lost space (`서초구'구민 투표'`), a Latin letter makes it an apostrophe.
        return not before or not (before.isascii() and before.isalnum())
    return sign in _PAIRS


def _stands_after_word(at: int, text: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (bool(before) and not before.isspace() and before not in "([{<‘“'\"▲△,·") or after.isspace() or not after


def _is_apostrophe(at: int, text: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        return True
    return before in ("s", "S") and _POSSESSIVE_GOES_ON.match(text, at + 1) is not None
