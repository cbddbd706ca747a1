"""docs/tables.md, made from the declared columns."""

from __future__ import annotations

from pipeline import registry
from pipeline.schema import Column, Table, tables

_INTRODUCTION = """# Codebook: the tables of a run

Made from the declared columns by `dongne codebook`; a test keeps it true. Every table is a CSV file (UTF-8 with a byte-order mark so that
Excel shows Korean, `\\n` line ends) and a Parquet file; `dongne.sqlite` holds them all with keys, views and a full-text index, and
`datapackage.json` describes them for Frictionless tools. Rows are sorted by their key. An empty cell means: not known.

Offsets are half-open and count Unicode code points of the article's raw text, which the table `texts` keeps:
`text[start:end]` of an article is the `text` of the mention or noise row. Codes are text: read them as text, or 01110 loses its zero.
In CSV alone, a cell that would start with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe before it, so that a
spreadsheet does not run it; Parquet and SQLite hold it bare, and offsets count it so.
"""


def markdown() -> str:
    """The codebook of all tables, built-in and plugged in."""
    return _INTRODUCTION + "".join(_section(table) for table in tables(registry.all_extractors()))


def _section(table: Table) -> str:
    lines = [f"\n## {table.name}\n\n{table.doc[0].upper()}{table.doc[1:]}. Key: `{table.key}`.\n\n"]
    lines.append("| column | type | meaning |\n|---|---|---|\n")
    lines += [f"| {c.name} | {c.kind} | {_meaning(c)} |\n" for c in table.columns]
    return "".join(lines)


def _meaning(column: Column) -> str:
    parts = [column.doc]
    if column.enum:
        parts.append("one of " + ", ".join(f"`{value}`" for value in column.enum))
    if column.references:
        parts.append(f"key of `{column.references}`")
    return "; ".join(parts).replace("|", "\\|")
