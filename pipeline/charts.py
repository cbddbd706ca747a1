"""The charts of the report and its map, as Vega-Lite specifications made from the tables of a run."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt

from pipeline import resources
from pipeline.grammar.places.gazetteer import ancestors, areas, full_name
from pipeline.schema import Table

Row = dict[str, Any]

# Bars of a chart.
_BARS = 15
# Billions are B, not G.
_BILLIONS = "replace(datum.label, 'G', 'B')"


class Tables:
    """The database of a run, asked for rows as dicts; a table that a run left out is empty. declared: how the run declares them; types: those of types."""

    def __init__(self, connection: sqlite3.Connection, declared: Sequence[Table]) -> None:
        self._connection = connection
        self.declared = {table.name: table for table in declared}
        self.types = [table for table in declared if table.type]
        names = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
        self._names = {name for (name,) in names}

    def rows(self, table: str) -> list[Row]:
        """All rows of a table or view."""
        return self.ask(f'SELECT * FROM "{table}"') if table in self._names else []

    def ask(self, query: str, *tables: str) -> list[Row]:
        """The rows of a query; none where one of the tables that it needs is not there."""
        if not self._names.issuperset(tables):
            return []
        return [dict(row) for row in self._connection.execute(query)]


def charts(tables: Tables, mentions: Mapping[str, Sequence[Row]], documents: Mapping[str, Row]) -> list[Row]:
    """Vega-Lite specifications by name; those without data are left out."""
    by_program = "SELECT p.name AS name, sum(s.value_krw) AS won FROM sums s JOIN programs p USING (program_id) GROUP BY p.program_id"
    by_district = "SELECT district_code AS code, sum(value_krw) AS won FROM sums WHERE district_code <> '' GROUP BY 1"
    district_won = [
        row | {"name": full_name(row["code"])} for row in tables.ask(by_district, "sums") if row["code"] in areas()
    ]
    by_role = tables.ask("SELECT role AS name, sum(value_krw) AS won FROM sums GROUP BY 1", "sums")
    by_year = tables.ask("SELECT year, sum(value_krw) AS won FROM sums WHERE year IS NOT NULL GROUP BY 1", "sums")
    months = Counter(
        row["start"][:7] for row in tables.rows("dates") if row["start"] and "1990" < row["start"] < "2100"
    )
    told = Counter(
        str(documents[doc]["published"])[:7]
        for doc, some in mentions.items()
        for _ in some
        if documents[doc]["published"]
    )
    made = {
        "map": _map(mentions),
        "won_by_program": _bars(tables.ask(by_program, "sums", "programs")),
        "won_by_district": _bars(district_won),
        "won_by_role": _bars(by_role),
        "won_by_year": _columns([{"when": str(row["year"]), "n": row["won"]} for row in by_year]),
        "dates_by_month": _columns([{"when": month, "n": n} for month, n in sorted(months.items())]),
        "mentions_by_month": _columns([{"when": month, "n": n} for month, n in sorted(told.items())]),
    }
    return [{"name": name, "spec": chart.to_dict()} for name, chart in made.items() if chart is not None]


def _bars(rows: Sequence[Row]) -> Any:
    """The largest sums, as bars with their names."""
    largest = sorted(rows, key=lambda row: (-row["won"], str(row["name"])))[:_BARS]
    values = [{"name": str(row["name"]), "won": row["won"]} for row in largest if row["won"]]
    if not values:
        return None
    return (
        alt.Chart({"values": values}, width="container", height=22 * len(values))
        .mark_bar()
        .encode(
            x=alt.X("won:Q", title=None, axis=alt.Axis(format="~s", tickCount=5, labelExpr=_BILLIONS)),
            y=alt.Y("name:N", title=None, sort="-x", axis=alt.Axis(labelLimit=180)),
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("won:Q", format=",", title="KRW")],
        )
    )


def _columns(values: Sequence[Row]) -> Any:
    """A count or sum for each year or month."""
    if not values:
        return None
    return (
        alt.Chart({"values": list(values)}, width="container", height=200)
        .mark_bar()
        .encode(
            x=alt.X("when:O", title=None, axis=alt.Axis(labelOverlap=True)),
            y=alt.Y("n:Q", title=None, axis=alt.Axis(format="~s", tickCount=5, labelExpr=_BILLIONS)),
            tooltip=[alt.Tooltip("when:O", title=" "), alt.Tooltip("n:Q", format=",", title=" ")],
        )
    )


def _map(mentions: Mapping[str, Sequence[Row]]) -> Any:
    """Towns where the gazetteer places them, larger the more they are named, in the colour of their province."""
    counts: Counter[str] = Counter()
    for some in mentions.values():
        counts.update(_town(m["entity_id"]) for m in some if m["type"] == "district" and m["entity_id"] in areas())
    points = {row["code"]: (float(row["lat"]), float(row["lon"])) for row in resources.table("districts") if row["lat"]}
    values = [
        {"name": full_name(code), "province": areas()[(code, *ancestors(code))[-1]].name_ko, "n": n}
        | dict(zip(("lat", "lon"), points[code], strict=True))
        for code, n in sorted(counts.items())
        if code in points
    ]
    if not values:
        return None
    return (
        alt.Chart({"values": values}, width="container", height=420)
        .mark_circle(opacity=0.7)
        .encode(
            x=alt.X("lon:Q", title=None, scale=alt.Scale(domain=[124.5, 131.0]), axis=None),
            y=alt.Y("lat:Q", title=None, scale=alt.Scale(domain=[33.0, 38.7]), axis=None),
            size=alt.Size("n:Q", legend=None, scale=alt.Scale(range=[20, 900])),
            color=alt.Color("province:N", title=None),
            tooltip=[alt.Tooltip("name:N", title=" "), alt.Tooltip("n:Q", format=",", title=" ")],
        )
    )


def _town(code: str) -> str:
    """The 시군구 that an area lies in, or the area itself where it is larger."""
    line = (code, *ancestors(code))
    return next((c for c in line if areas()[c].level == "sigungu"), line[-1])
