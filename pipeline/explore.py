"""The database of a run in Datasette: what each table and column means, what to count by, and ready queries."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.contract import Extractor
from pipeline.errors import PipelineError
from pipeline.schema import tables

# What to count by, beside the columns that have a closed vocabulary.
_FACETS = {"documents": ["publisher"], "mentions": ["type", "rule"], "amounts": ["currency"], "noise": ["rule"]}
# What a row is called: the first that its table has.
_LABELS = ("title", "full_name_ko", "name", "name_ko", "text")
# Ready questions: name → title and SQL; `:name` asks for a value.
QUERIES = {
    "best_funded_programs": (
        "The ten best-funded programmes of a district",
        "SELECT name, kind, won, district FROM programs_full WHERE district LIKE '%' || :district || '%' AND won > 0 ORDER BY won DESC LIMIT 10",
    ),
    "sums_of_a_program": (
        "All sums of one programme over time",
        "SELECT published, text, value_krw, role, year, title FROM amounts_full WHERE program LIKE '%' || :program || '%' ORDER BY published, value_krw DESC",
    ),
    "announcements_of_an_official": (
        "What an official announced",
        "SELECT * FROM announcements WHERE name_ko LIKE '%' || :official || '%' OR name_en LIKE '%' || :official || '%' ORDER BY published",
    ),
    "findings": ("Contradictions, the worst first", "SELECT * FROM findings_full ORDER BY severity, kind"),
    "search": (
        "Mentions that hold some words (three characters or more)",
        "SELECT s.type, s.text, s.value, d.published, d.title, d.source FROM mentions_search s JOIN mentions m USING (mention_id) JOIN documents d USING (doc_id) WHERE mentions_search MATCH '\"' || :words || '\"' ORDER BY m.mention_id",
    ),
    "won_by_district": ("Won by district", "SELECT * FROM won_by_district ORDER BY won DESC"),
}


def metadata(database: Path, extractors: Sequence[Extractor]) -> dict[str, Any]:
    """Datasette's metadata for a run's database; raises PipelineError where there is none."""
    if not database.exists():
        raise PipelineError(f"{database} is not there; run `dongne run` first")
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        there = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        }
    described: dict[str, dict[str, Any]] = {
        table.name: {
            "description": table.doc,
            "columns": {column.name: column.doc for column in table.columns},
            "facets": [*_FACETS.get(table.name, []), *(column.name for column in table.columns if column.enum)],
        }
        | next(({"label_column": name} for name in _LABELS if name in table.names), {})
        for table in tables(extractors)
        if table.name in there
    }
    described["mentions_search"] = {"fts_table": "mentions_search", "fts_pk": "rowid"}
    queries = {
        name: {"title": title, "sql": sql}
        for name, (title, sql) in QUERIES.items()
        if sql.split(" FROM ")[1].split()[0] in there
    }
    return {
        "title": "Dongne",
        "description": "Korean local-government news in tables. Codes are text; sums are integer won.",
        "databases": {database.stem: {"tables": described, "queries": queries}},
    }


def write(processed: Path, extractors: Sequence[Extractor]) -> Path:
    """Writes `datasette.json` among the tables of a run and gives its path."""
    target = processed / "datasette.json"
    text = json.dumps(metadata(processed / "dongne.sqlite", extractors), ensure_ascii=False, indent=2)
    target.write_text(text + "\n", encoding="utf-8")
    return target
