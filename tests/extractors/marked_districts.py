"""Sentences with districts marked as `{surface=full name}`: the full Korean name that the mention must mean, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pipeline
from pipeline.extractors.district import EXTRACTOR

_MARK = re.compile(r"\{([^={}]+)=([^{}]*)\}")


def parse(marked: str) -> tuple[str, list[tuple[int, str, str]]]:
    """The plain text and `(start, surface, full name)` of each mark."""
    plain, expected, at = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        expected.append((len(plain), mark[1], mark[2]))
        plain += mark[1]
        at = mark.end()
    return plain + marked[at:], expected


def found(text: str, published: str | None = None) -> list[tuple[int, str, str]]:
    """`(start, surface, full name)` of each district mention that is found; regions are left out."""
    mentions = pipeline.process(text, published=published, extractors=[EXTRACTOR]).mentions
    return [(m.start, m.text, m.row.full_name_ko) for m in mentions if m.row.level != "region"]


def failures(cases: Iterable[tuple[str, str]]) -> list[str]:
    """One line for each case of `(published, marked sentence)` that is not found as marked."""
    failed = []
    for published, marked in cases:
        text, expected = parse(marked)
        got = found(text, published or None)
        if got != expected:
            failed.append(f"{marked}\n    got {got}")
    return failed
