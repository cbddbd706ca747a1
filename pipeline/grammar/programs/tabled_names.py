"""Names in tables that were flattened to text: the head of a column says that undertakings stand below it.

| form | example |
|---|---|
| a cell a line | 사업명 ⏎ 사업비 ⏎ 솔재 약수터 단장 ⏎ 3억 원 |
| a field | 행사명: 솔재 달맞이 |
| a row a line | Project / Budget ⏎ Pine Well Repair / 300 million won |

A cell a line makes a row where a sum stands alone on the line behind a name; `구분` and `Division` head a column of undertakings
where other columns say what each gives (`내용`) and costs (`예산`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.grammar.programs.program_heads import generic, head_ending, heads
from pipeline.grammar.programs.quoted_names import Named, shared_word
from pipeline.grammar.regex import regex

Cell = tuple[int, int, str]

# `행사명: 솔재 달맞이`: a field that says a name.
_FIELD = regex(
    r"(?:(?:사업|과제|행사|축제|대회|공모|시책|프로그램)\s?명|(?:[Pp]roject|[Pp]rogram|[Ee]vent|[Ff]estival)\s(?:name|title|Name|Title))\s?[:：]\s*(?P<name>[^\n,;:()]{2,60})"
)
_LINE = regex(r"(?<!\S)[^\s](?:[^\n]*[^\s])?")
_CELL = regex(r"\s{0,2}[|\t]\s{0,2}|\s{1,2}/\s{1,2}|\s{3,40}")
_TITLE = regex(
    r"(?:세부\s?|주요\s?|지원\s?|공모\s?|선정\s?)?(?:사업|과제|행사|축제|시책|제도|프로그램)\s?명?|(?:project|programme|program|scheme|event|festival)s?(?:\s(?:name|title))?",
    re.IGNORECASE,
)
_DIVISION = regex(r"구분|분야|division|category|item", re.IGNORECASE)
_CONTENT = regex(
    r"(?:사업|지원|주요)?\s?내용|(?:support\s|main\s)?(?:contents?|details?|description)|benefits?", re.IGNORECASE
)
_BUDGET = regex(
    r"(?:총\s?)?(?:사업비|예산액?|금액)(?:\s?\([^()]{1,8}\))?|(?:budget|amount|total\scost|cost)s?", re.IGNORECASE
)
_SUM = regex(
    r"(?:약\s|총\s)?(?<![\d,.])\d[\d,.]{0,20}\s?(?:조|억|천만|백만|만|천)[\d,조억천백만 ]{0,20}원?|(?:KRW\s|₩)?(?<![\d,.])\d[\d,.]{0,20}\s(?:trillion|billion|million)(?:\s(?:won|KRW))?",
)
_TOTAL = regex(r"(?:합|소|총|누)?\s?계|총액|합산|기타|비고|(?:sub)?total\b.*|sum\b.*|total sum.*", re.IGNORECASE)
# What is told, not named; and what is counted or dated.
_TOLD = regex(
    r"[.!?]\Z|(?:다|요|함|음|됨)\Z|[가-힣][은는을를]\s|\b(?:is|are|was|were|will|has|have)\b|\A(?!20\d\d년?도?\s[가-힣A-Z])[\d\W]|[‘’“”'\"▲△○●■□]"
)
# When or where it is held: `솔재 얼음여행(1월)`.
_NOTE = regex(r"(?<=\S)\s?\((?:\d{1,2}월[^()]{0,12}|[가-힣]{1,6}[시군구읍면동])\)\Z")
_SHORTEST_CELL, _LONGEST_CELL = 2, {"ko": 40, "en": 70}
_LONGEST_TITLE = 14
# Lines of a cell each between the head of a column and its first sum, and between two sums, at most.
_FARTHEST = 6


def tabled_names(text: str, lang: str) -> Iterator[Named]:
    """The names in tables of a text, in the order of their rows."""
    for field in _FIELD.finditer(text):
        name = field["name"].rstrip()
        yield from _named((field.start("name"), field.start("name") + len(name), name), lang)
    lines = [(m.start(), m.end(), m.group()) for m in _LINE.finditer(text)]
    stacked: list[Cell] | None = None
    column, width = -1, 0
    for start, end, line in lines:
        cells = _cells(text, start, end)
        heading = _heading([cell for _, _, cell in cells])
        if heading is not None:
            column, width = heading, len(cells)
        elif len(cells) > 1 and len(cells) == width:
            yield from _named(cells[column], lang)
        elif len(cells) < 2:
            width = 0
        if len(line) <= _LONGEST_TITLE and _TITLE.fullmatch(line):
            stacked = []
        elif stacked is not None and _SUM.fullmatch(line):
            if stacked:
                yield from _named(stacked[-1], lang)
            stacked = []
        elif stacked is not None:
            stacked = [*stacked, (start, end, line)] if len(stacked) < _FARTHEST else None


def _cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a row, or none where the line is no row."""
    edges = [(m.start(), m.end()) for m in _CELL.finditer(text, start, end)]
    begins, ends = [start, *(b for _, b in edges)], [*(a for a, _ in edges), end]
    return [(a, b, text[a:b]) for a, b in zip(begins, ends, strict=True) if a < b] if edges else []


def _heading(titles: Sequence[str]) -> int | None:
    """Which column of a row of titles holds undertakings, or None where the row is none."""
    if any(_SUM.search(title) for title in titles):
        return None
    content = any(_CONTENT.fullmatch(t) for t in titles) and any(_BUDGET.fullmatch(t) for t in titles)
    found = [i for i, title in enumerate(titles) if _TITLE.fullmatch(title)]
    found = found or [i for i, title in enumerate(titles) if content and _DIVISION.fullmatch(title)]
    return found[0] if found else None


def _named(cell: Cell, lang: str) -> Iterator[Named]:
    """The cell as a name, unless it is a total, a single word that all share, or tells something."""
    start, end, name = cell
    if note := _NOTE.search(name):
        name, end = name[: note.start()], start + note.start()
    word = name.casefold()
    shared = " " not in name and (word in heads(lang) or shared_word(word, generic(lang)))
    if not _SHORTEST_CELL <= len(name) <= _LONGEST_CELL[lang] or shared or _TOTAL.fullmatch(name) or _TOLD.search(name):
        return
    head = head_ending(name, lang)
    yield Named(start, end, name, "listed", head.kind if head and head.bare else "project")
