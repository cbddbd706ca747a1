"""Results as tables of Markdown, for the terminal and for a page whose prose is written by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def table(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows with the same keys as a table whose columns stand under each other."""
    columns = list(rows[0]) if rows else []
    cells = [columns, *([shown(row.get(column)) for column in columns] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    right = [all(not isinstance(row.get(column), str) for row in rows) for column in columns]
    lines = [
        "| "
        + " | ".join(cell.rjust(w) if r else cell.ljust(w) for cell, w, r in zip(line, widths, right, strict=True))
        + " |"
        for line in cells
    ]
    rule = "|" + "|".join("-" * (w + 1) + (":" if r else "-") for w, r in zip(widths, right, strict=True)) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:,.3g}" if abs(value) < 1 else f"{value:,.4g}"
    return f"{value:,}" if isinstance(value, int) else str(value).replace("|", "\\|")


def put(page: Path, part: str, text: str) -> None:
    """Writes the text between the page's marks of a part, or at its end where it has none; the rest stays as it is."""
    first, last = f"<!-- {part}: made by make bench -->", f"<!-- {part} ends -->"
    old = page.read_text(encoding="utf-8") if page.exists() else "# Benchmarks\n"
    before, mark, rest = old.partition(first)
    if not mark:
        before, rest = old.rstrip() + "\n\n", "\n"
    after = rest.partition(last)[2] if last in rest else rest
    page.write_text(f"{before}{first}\n\n{text.strip()}\n\n{last}{after}", encoding="utf-8")


def sections(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Each table under its heading."""
    return "\n\n".join(f"## {heading}\n\n{table(rows)}" for heading, rows in tables.items())
