"""Ranges of sums: `10억~20억원`, `10∼20억 원`, `between 3 and 5 million won`, `₩100-200 million` are one sum each.

A unit that stands only after the upper end carries back. `from 20 billion won to 41 billion won` after a verb of
change (grew, rose, cut) is two sums: what was and what is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.grammar.money.currencies import SCALE_WORDS
from pipeline.grammar.money.money import Sum
from pipeline.grammar.numerals import ENGLISH_ONES, LARGE_SCALES, Number, exact, parse_english, parse_korean
from pipeline.grammar.regex import regex

_DASH = r"[~∼〜～–—-]"
_BETWEEN_SUMS = regex(
    rf"[ ]?(?:{_DASH}|내지)[ ]?|[ ](?P<to>to)[ ]|[ ](?P<and>and)[ ]|(?P<from>에서|부터)[ ](?:최대[ ])?"
)
_LEFT_OUT = regex(
    rf"""
    (?<![\d.,:A-Za-z-]) (?P<left> \d[\d,.]* (?: [ ]? [십백천만억조] )* (?:[ ]?{SCALE_WORDS})? | \b(?:{"|".join(ENGLISH_ONES)}) )
    (?P<unit> [ ]?원 | 달러 )? (?: [ ]? (?:{_DASH}|내지) [ ]? | [ ](?P<to>to)[ ] | [ ](?P<and>and)[ ] | (?P<from>에서|부터)[ ] ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEFT_ENDS = tuple(
    f"{by}{gap}"
    for by in ("~", "∼", "〜", "～", "–", "—", "-", "내지", "to", "and", "에서", "부터")
    for gap in ("", " ")
)
_RIGHT = regex(
    rf"[ ]?(?:{_DASH}|to\b)[ ]?(?P<right>\d[\d,.]*(?:[ -]?{SCALE_WORDS}|[mb]l?n|[kmb])(?![A-Za-z]))", re.IGNORECASE
)
_CHANGE = regex(
    r"\b(?:rais|increas|ris|rose|grew|grow|jump|cut|reduc|decreas|fell|fall|drop|declin|expand|lower|climb|chang|up|down|doubl|tripl"
    r"|slash|boost|soar|surg|hik|went|adjust|upgrad|revis|add|gain|los[et]|slid|slip|plung|tumbl|narrow|widen|shr[aiu]nk)",
    re.IGNORECASE,
)
_YEAR = regex(r"(?:19|20)\d\d")  # `the grant for 2022 to 32 billion won`
_UP_TO = regex(r"[ ]?(?:까지|사이)")
_ENDS_BETWEEN = regex(r"\bbetween[ ](?:about[ ])?\Z", re.IGNORECASE)
# The upper end of a range: its coefficient and the scale that carries back.
_TOP_ENGLISH = regex(rf"([\d,.]+|[a-z]+)[ -]?({SCALE_WORDS}|[mb]l?n|[kmbt])", re.IGNORECASE)
_TOP_KOREAN = regex(r"([\d,.]+)[ ]?([십백천만억조]*)")
_TOP_LARGE = regex(r"(.+?)([만억조])")


def join_ranges(text: str, found: list[Sum]) -> list[Sum]:
    """The same sums in reading order with the ends of each range made one."""
    kept: list[Sum] = []
    for right in found:
        last = kept[-1] if kept else None
        if last and last.high is None and _is_range(text, last, right):
            kept[-1] = _joined(text, last, right)
            continue
        right = _with_left_end(text, right, last.end if last else 0)
        if right.rule == "sign" and right.high is None:
            right = _with_right_end(text, right)
        kept.append(right)
    return kept


def _joined(text: str, left: Sum, right: Sum) -> Sum:
    low = left.low
    if not left.currency:  # `1천~3천만 원`
        low = _carried(text[left.start : left.end], text[right.number_start : right.end])
    return replace(left, end=right.end, currency=right.currency, low=low, high=right.low, rule=right.rule)


def _is_range(text: str, left: Sum, right: Sum) -> bool:
    between = _BETWEEN_SUMS.fullmatch(text, left.end, right.start)
    if not between or left.low is None or right.low is None or left.low >= right.low:
        return False
    return left.currency in ("", right.currency) and _says_range(text, between, left.start, right.end)


def _says_range(text: str, by: re.Match[str], start: int, end: int) -> bool:
    if by["to"]:
        reach = 240 if text.endswith("from ", 0, start) else 60
        return not _CHANGE.search(text, max(text.rfind(". ", 0, start), start - reach, 0), start)
    if by["and"]:
        return _ENDS_BETWEEN.search(text, max(0, start - 20), start) is not None
    return not by["from"] or _UP_TO.match(text, end) is not None


def _with_left_end(text: str, right: Sum, floor: int) -> Sum:
    """A range whose lower end has no currency and so was not found: `10` in `10∼20억 원`."""
    if right.low is None or right.high is not None or not text.endswith(_LEFT_ENDS, floor, right.start):
        return right
    left = _LEFT_OUT.search(text, max(floor, right.start - 30), right.start)
    if left is None or _YEAR.fullmatch(left["left"]) or not _says_range(text, left, left.start(), right.end):
        return right
    low = _carried(left["left"].strip(), text[right.number_start : right.end])
    if low is None or low >= right.low:
        return right
    return replace(right, start=left.start(), low=low, high=right.low)


def _with_right_end(text: str, left: Sum) -> Sum:
    """A range whose sign stands only before the lower end: `₩100-200 million`, `KRW 3 to 5 million`."""
    right = _RIGHT.match(text, left.end)
    high = _carried(right["right"], right["right"]) if right else None
    if right is None or high is None or left.low is None:
        return left
    low = _carried(text[left.number_start : left.end], right["right"]) or left.low
    return replace(left, end=right.end(), low=low, high=high) if low < high else left


def _carried(left: str, right: str) -> Number | None:
    """The lower end of a range whose unit stands only after the upper: (`10`, `20억`) → 1,000,000,000."""
    low = parse_korean(left, elided=False) or parse_english(left)
    if low is None:
        return None
    english = _TOP_ENGLISH.match(right)
    if english:
        top, scale = parse_english(english[1]), parse_english(english[2])
    elif left[-1].isdigit():
        korean = _TOP_KOREAN.match(right)
        top, scale = (parse_korean(korean[1]), parse_korean(korean[2]) or 1) if korean else (None, None)
    else:
        large = _TOP_LARGE.match(right)
        top, scale = (parse_korean(large[1]), LARGE_SCALES[large[2]]) if large else (None, None)
        if left[-1] in LARGE_SCALES:
            return low
    if top is None or scale is None or low >= top:
        return low
    return exact(low * scale)
