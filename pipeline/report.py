"""The tables as one page for a browser: overview with charts and map, tables to filter, articles with their mentions.

Everything stands in the page itself (`report/index.html`): it opens from a file, asks the network for nothing, and draws an article when it
is opened. It is made from the processed tables alone. Text of articles is data in the page, never markup: the page's own script puts it in
as text, and its policy lets no other script run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any
from zlib import crc32

import vl_convert

from pipeline import resources
from pipeline.charts import Tables, charts
from pipeline.errors import PipelineError
from pipeline.grammar.places.gazetteer import areas, full_name
from pipeline.schema import Table, of_folder

Row = dict[str, Any]

# Columns of each table in the page, in the order of the page (types that are not here come after `programs`, with all their columns),
# those to pick a value from beside closed vocabularies, and what a cell leads to (the hidden id in the row).
_SHOWN: dict[str, tuple[str, ...]] = {
    "documents": ("published", "title", "publisher", "languages", "translation_quality", "n_mentions", "source"),
    "officials": ("name_ko", "name_en", "post", "post_text", "district", "organisation", "status", "first_seen", "last_seen", "n_mentions", "n_documents"),
    "districts": ("full_name_ko", "name_en", "level", "district_code", "aliases", "n_mentions", "n_documents"),
    "programs": ("name_ko", "name_en", "kind", "district", "first_seen", "last_seen", "n_mentions", "n_documents"),
    "amounts": ("text", "value_krw", "currency", "role", "basis", "qualifier", "program", "district", "year", "article"),
    "dates": ("text", "start", "end", "kind", "granularity", "resolution", "article"),
    "relations": ("relation", "text_a", "text_b", "confidence", "article"),
    "findings": ("severity", "kind", "message", "message_ko", "text_a", "text_b", "article"),
    "noise": ("kind", "rule", "text", "replacement", "article"),
    "rejects": ("source", "reason", "detail"),
}  # fmt: skip
_AFTER = "programs"
_PICKED = {"publisher", "currency", "rule", "reason"}
_NOT_PICKED = {"qualifier", "resolution"}
_LINKS = {"title": "doc_id", "source": "doc_id"} | dict.fromkeys(("text", "name", "name_ko", "name_en"), "mention_id") | {
    "full_name_ko": "mention_id",
    "article": "mention_id",
    "message": "mention_a",
    "message_ko": "mention_a",
    "text_a": "mention_a",
    "text_b": "mention_b",
}  # fmt: skip
# The one function of Vega that the page calls.
_GLOBAL = "window.vegaEmbed = vegaEmbed;"


def write(processed: Path) -> Path:
    """Makes `report/index.html` among the tables of a run and gives its path; raises PipelineError where there are none."""
    database = processed / "dongne.sqlite"
    if not database.exists():
        raise PipelineError(f"{database} is not there; run `dongne run` first")
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        page = _page(Tables(connection, of_folder(processed)))
    target = processed / "report" / "index.html"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = target.with_suffix(".writing")
        scratch.write_text(page, encoding="utf-8", newline="\n")
        scratch.replace(target)
    except OSError as error:
        raise PipelineError(f"cannot write {target}: {error.strerror or error}") from error
    return target


def _page(tables: Tables) -> str:
    documents = {row["doc_id"]: row for row in tables.rows("documents")}
    mentions: defaultdict[str, list[Row]] = defaultdict(list)
    for row in tables.rows("mentions"):
        mentions[row["doc_id"]].append(row)
    shown = _tables(tables, documents, mentions)
    dated = sum(row["published"] is not None and row["published"] != "" for row in documents.values())
    types = sorted({m["type"] for some in mentions.values() for m in some})
    data = {
        "words": _names_of_tables(tables)
        | {row["key"]: {"en": row["en"], "ko": row["ko"]} for row in resources.table("report/words")},
        "columns": _korean_columns(shown),
        "about": f"dongne {_version()}",
        "coverage": f"{dated} / {len(documents)}",
        "cards": [[name, len(table["rows"])] for name, table in shown.items()],
        "types": types,
        "tables": shown,
        "charts": charts(tables, mentions, documents),
    }
    articles = "\n".join(
        f'<script type="application/json" id="article-{doc_id}">{_json(one)}</script>'
        for doc_id, one in _articles(tables, documents, mentions)
    )
    vega, script = str(vl_convert.javascript_bundle(_GLOBAL)), _asset("page.js")
    parts = {
        "hashes": " ".join(f"'sha256-{_digest(text)}'" for text in (_safe(vega), script)),
        "style": _asset("page.css") + _colours(types),
        "data": _json(data),
        "articles": articles,
        "vega": _safe(vega),
        "script": script,
    }
    page = _asset("page.html")
    for name, text in parts.items():  # in this order: what an article holds is never looked at again
        before, _, after = page.partition("{{" + name + "}}")
        page = before + text + after if name in ("hashes", "style", "vega", "script") else page
    before, _, rest = page.partition("{{data}}")
    between, _, after = rest.partition("{{articles}}")
    return "".join((before, parts["data"], between, parts["articles"], after))


def _asset(name: str) -> str:
    return (files(resources) / "report" / name).read_text(encoding="utf-8")


def _json(value: Any) -> str:
    """JSON that no end tag, comment or entity of HTML can be read into."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _safe(script: str) -> str:
    """A script that does not end its element early."""
    return script.replace("</script", "<\\/script").replace("<!--", "<\\!--")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _version() -> str:
    import pipeline

    return pipeline.__version__


def _korean_columns(shown: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
    """Korean names of columns, by table."""
    by_table = resources.settings("korean")["columns"]
    return {table: {column: name for column, (name, _) in by_table.get(table, {}).items()} for table in shown}


def _names_of_tables(tables: Tables) -> dict[str, dict[str, str]]:
    """What the tables of types and their mentions are called; a plug-in's by its type alone."""
    korean = resources.settings("korean")["tables"]
    found = {}
    for table in tables.types:
        named, said = korean.get(table.name, [""])[0], table.type.replace("_", " ")
        found[table.name] = {"en": f"{said}s".capitalize(), "ko": named or table.name}
        found[table.type] = {"en": said, "ko": named or said}
    return found


def _colours(types: Iterable[str]) -> str:
    """Rules of style for the mentions of types that page.css has no colour for: a hue by the type's name."""
    hues = ((type, crc32(type.encode()) % 360) for type in types if f"--{type}:" not in _asset("page.css"))
    return "".join(
        f"mark.{type} {{ background: hsl({hue} 70% 86%); }} :root[data-theme=dark] mark.{type} {{ background: hsl({hue} 45% 26%); }}\n"
        for type, hue in hues
    )


def _shown(tables: Tables) -> dict[str, tuple[str, ...]]:
    """The tables of the page in order, with their columns: of types that it does not know all but ids and what is derived."""
    found: dict[str, tuple[str, ...]] = {}
    for name, columns in _SHOWN.items():
        found[name] = columns
        if name == _AFTER:
            found |= {t.name: _all_columns(t) for t in tables.types if t.name not in _SHOWN}
    return found


def _all_columns(table: Table) -> tuple[str, ...]:
    hidden = {table.key, "doc_id", "aliases"}
    columns = ("district" if c.name == "district_code" else c.name for c in table.columns if c.name not in hidden)
    return (*columns, *(() if table.of_entities else ("article",)))


def _tables(tables: Tables, documents: Mapping[str, Row], mentions: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """The tables as the page takes them: columns, rows as lists (hidden ids last), picks and links."""
    first: dict[tuple[str, str], str] = {}
    texts: dict[str, str] = {}
    for some in mentions.values():
        for m in some:
            texts[m["mention_id"]] = m["text"]
            if m["entity_id"]:
                first.setdefault((m["type"], m["entity_id"]), m["mention_id"])
    first_of = {entity: mention for (_, entity), mention in first.items()}
    named = {
        row[table.key]: next(
            (row[column] for column in ("full_name_ko", "name", "name_ko", "name_en") if row.get(column)), None
        )
        for table in tables.types
        if table.of_entities
        for row in tables.rows(table.name)
    }
    found = {}
    for name, columns in _shown(tables).items():
        rows, declared = tables.rows(name), tables.declared.get(name)
        enums = {c.name for c in declared.columns if c.enum} if declared else set()
        for row in rows:
            document = documents.get(row.get("doc_id", ""), {})
            row["article"] = document.get("title") or document.get("source")
            row["program"] = named.get(row.get("program_id") or "")
            code = row.get("district_code")
            row["district"] = full_name(code) if code and code in areas() else None
            if declared and declared.of_entities:
                row["mention_id"] = first.get((declared.type, row[declared.key]))
            for side, end in (("a", "subject"), ("b", "object")):
                there = row.get(f"mention_{side}") or row.get(end) or ""
                row[f"mention_{side}"] = there if there in texts else first_of.get(there)
                row[f"text_{side}"] = texts.get(there) or named.get(there) or there or None
            if name in ("relations", "noise"):
                row["mention_id"] = row["mention_a"]
        if name == "districts":
            rows = [row for row in rows if row["n_mentions"]]
        hidden = sorted(
            {_LINKS[column] for column in columns if column in _LINKS and rows and _LINKS[column] in rows[0]}
        )
        found[name] = {
            "columns": columns,
            "hidden": hidden,
            "picks": [c for c in columns if c in _PICKED or (c in enums and c not in _NOT_PICKED)],
            "links": {c: _LINKS[c] for c in columns if _LINKS.get(c) in hidden},
            "rows": [[row.get(column) for column in (*columns, *hidden)] for row in rows],
        }
    return found


def _articles(
    tables: Tables, documents: Mapping[str, Row], mentions: Mapping[str, Sequence[Row]]
) -> Iterable[tuple[str, Row]]:
    """Each article with what the page shows of it."""
    texts = {row["doc_id"]: row["text"] for row in tables.rows("texts")}
    segments, noise, findings = (_by_document(tables.rows(name)) for name in ("segments", "noise", "findings"))
    pairs: dict[str, str] = {}
    for doc_id, some in segments.items():
        for segment in some:
            original = (segment["translation_of"] or doc_id).split(":")[0]
            if original != doc_id:
                pairs |= {doc_id: original, original: doc_id}
    for doc_id, document in documents.items():
        yield (
            doc_id,
            {
                "title": document["title"],
                "source": document["source"],
                "published": document["published"],
                "publisher": document["publisher"],
                "reporter": document["reporter"],
                "lang": (document["languages"] or "ko")[:2],
                "text": texts.get(doc_id, ""),
                "pair": pairs.get(doc_id),
                "segments": [[s["start"], s["end"], s["lang"], s["translation_of"]] for s in segments[doc_id]],
                "mentions": [
                    [
                        m["mention_id"],
                        m["start"],
                        m["end"],
                        m["type"],
                        m["value"],
                        m["rule"],
                        m["confidence"],
                        m["entity_id"],
                    ]
                    for m in mentions.get(doc_id, ())
                ],
                "noise": [
                    [n["start"], n["end"], n["kind"], n["rule"], n["replacement"]]
                    for n in noise[doc_id]
                    if n["kind"] != "unicode"
                ],
                "findings": [
                    {
                        "kind": f["kind"],
                        "severity": f["severity"],
                        "message": f["message"],
                        "message_ko": f["message_ko"],
                    }
                    | {"a": f["mention_a"], "b": f["mention_b"]}
                    for f in findings[doc_id]
                ],
            },
        )


def _by_document(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["doc_id"]].append(row)
    return found
