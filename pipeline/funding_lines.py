"""Which program a sum pays for, by the lines of lists and tables that it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from pipeline.funding_article import (
    Found,
    may_pay_for,
)
from pipeline.grammar.money.funding_words import (
    LINE_HEAD,
    LINE_MARK,
    ROW_IN_A_LINE,
)
from pipeline.grammar.money.purposes import is_generic
from pipeline.records import Mention
from pipeline.view import View

# Characters beside a sum that is a cell of a table, and of a cell that names something.
_CELL_REST, _LONGEST_CELL = 3, 40
# How much of a line before a sum is read.
_LEAD = 300


def _line_begins(text: str, at: int) -> int:
    """Where the line that holds a place begins, or as far before as a line is read."""
    return max(text.rfind("\n", max(0, at - _LEAD), at) + 1, at - _LEAD, 0)


def heads_its_line(view: View, amount: Mention, programs: Sequence[Mention]) -> Found | None:
    """The program that the line of a sum opens with, as the item of a list or the row of a table, no other in between."""
    begun = _line_begins(view.text, amount.view_start)
    at = bisect_left(programs, amount.view_start, key=lambda p: p.view_start) - 1
    if at < 0 or programs[at].view_start < begun or not may_pay_for(view, amount):
        return None
    opens = LINE_MARK.match(view.text, begun, programs[at].view_start) is not None
    heads = opens and LINE_HEAD.match(view.text, programs[at].view_end, amount.view_start)
    return (programs[at], 0.8) if heads else None


def is_untitled_row(view: View, amount: Mention) -> bool:
    """Whether a sum stands in a row of a table, its cells in a line, that no program heads."""
    return ROW_IN_A_LINE.search(view.text, _line_begins(view.text, amount.view_start), amount.view_start) is not None


def of_another_row(view: View, amount: Mention, topic: Mention) -> bool:
    """Whether a sum stands in a row of a table that the topic is not named in."""
    text, start = view.text, amount.view_start
    begun = _line_begins(text, start)
    rest = text[amount.view_end : amount.view_end + _LONGEST_CELL].partition("\n")[0]
    if len((text[begun:start] + rest).strip()) > _CELL_REST or not begun:
        return False
    label = text[_line_begins(text, begun - 1) : begun - 1]
    return 0 < len(label) <= _LONGEST_CELL and topic.view_end <= begun - 1 - len(label) and not is_generic(label)
