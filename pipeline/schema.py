"""The columns of every table, declared once: the codebook, the database, Parquet and datapackage.json are made of them."""

from __future__ import annotations

import datetime
import decimal
import json
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from pipeline.contract import Extractor
from pipeline.errors import PipelineError, SettingsError
from pipeline.records import NOISE_KINDS


@dataclass(frozen=True, slots=True)
class Column:
    """kind: string, integer, number, date (Frictionless names). references: the table whose key it holds."""

    name: str
    doc: str
    kind: str = "string"
    enum: tuple[str, ...] = ()
    required: bool = False
    references: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row per what, its key and its columns. type: of the mentions that it is about; empty for other tables."""

    name: str
    doc: str
    key: str
    columns: tuple[Column, ...]
    type: str = ""

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    @property
    def of_entities(self) -> bool:
        """Whether a row is a thing that mentions name, and not a mention."""
        return bool(self.type) and self.key != _MENTION.name


# The property of a resource in datapackage.json that names the type of the table's mentions.
TYPE = "dongne:type"
# A spreadsheet runs what begins with one of these; the apostrophe makes it text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def not_a_formula(cell: Any) -> Any:
    """A cell for a CSV file: text that a spreadsheet would run gets an apostrophe, all else stays."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


_LANGUAGES = ("ko", "en")
_DOC = Column("doc_id", "the article", required=True, references="documents")
_START = Column("start", "first character, in code points of the article's raw text", "integer", required=True)
_END = Column("end", "one past the last character", "integer", required=True)

DOCUMENTS = Table(
    "documents",
    "one row per article",
    "doc_id",
    (
        Column(
            "doc_id",
            "first 12 hex digits of the text's SHA-256; a further copy of the same text adds -2, -3 …",
            required=True,
        ),
        Column("source", "path as given to the run, plus #n for record n of a file with several", required=True),
        Column("title", "headline; empty: none found"),
        Column("publisher", "newspaper or agency; empty: not stated"),
        Column("reporter", "byline's reporter; empty: not stated"),
        Column("published", "day of publication; empty: not known", "date"),
        Column(
            "published_source",
            "where the day was read",
            enum=("metadata", "byline", "filename", "url", "content", "none"),
            required=True,
        ),
        Column("languages", "languages of its segments", enum=("ko", "en", "en+ko")),
        Column(
            "translation_quality",
            "share of its English sentences without noise of translation, 0 to 1; empty: no English",
            "number",
        ),
        Column("n_chars", "length of the raw text in code points", "integer", required=True),
        Column("n_mentions", "mentions found", "integer", required=True),
        Column(
            "cluster_id",
            "articles that tell the same (one press release in several papers or languages) share it: count a cluster once",
            required=True,
        ),
        Column("sha256", "SHA-256 of the raw text in UTF-8", required=True),
    ),
)
TEXTS = Table(
    "texts",
    "one row per article: the raw text that all offsets count in",
    "doc_id",
    (_DOC, Column("text", "raw decoded text", required=True)),
)
SEGMENTS = Table(
    "segments",
    "one row per run of one language in an article",
    "segment_id",
    (
        Column("segment_id", "doc_id and the run's number", required=True),
        _DOC,
        Column("lang", "language of the run", enum=_LANGUAGES, required=True),
        _START,
        _END,
        Column("translation_of", "the run that this one translates; empty: an original", references="segments"),
    ),
)
MENTIONS = Table(
    "mentions",
    "one row per span found",
    "mention_id",
    (
        Column("mention_id", "doc_id, type and offsets", required=True),
        _DOC,
        Column("segment_id", "the run it stands in", required=True, references="segments"),
        Column("lang", "language of the run", enum=_LANGUAGES, required=True),
        Column("type", "what it names: the singular of its type's table", required=True),
        _START,
        _END,
        Column("text", "surface form: the raw text at [start, end)", required=True),
        Column("value", "canonical value: name, code, won, EDTF; empty: cannot be known"),
        Column(
            "entity_id",
            "key of its type's table (official_id, district_code …); empty: names no entity, or not resolved",
        ),
        Column("candidates", "codes that an unresolved district may be, joined by ' | '"),
        Column("confidence", "how sure, 0 to 1", "number", required=True),
        Column("rule", "the rule that found it", required=True),
    ),
)
RELATIONS = Table(
    "relations",
    "one row per link between two things in an article",
    "relation_id",
    (
        Column("relation_id", "doc_id and a hash of relation, subject and object", required=True),
        _DOC,
        Column("subject", "mention_id or entity id", required=True),
        Column(
            "relation",
            "what links them",
            enum=(
                "funds", "part_of", "equals", "changed_from", "funded_by", "holds_post", "run_by", "dated", "announced", "said", "translates",
            ),
            required=True,
        ),
        Column("object", "mention_id, entity id, or a funding source such as source:national", required=True),
        Column("evidence_start", "first character of the evidence", "integer", required=True),
        Column("evidence_end", "one past its last character", "integer", required=True),
        Column("confidence", "how sure, 0 to 1", "number", required=True),
    ),
)  # fmt: skip
NOISE = Table(
    "noise",
    "one row per run of characters that cleaning took away or replaced before matching",
    "noise_id",
    (
        Column("noise_id", "doc_id, offsets and rule", required=True),
        _DOC,
        _START,
        _END,
        Column("text", "the raw text at [start, end)", required=True),
        Column("replacement", "what matching saw instead, or what it stands for; empty: nothing"),
        Column(
            "kind",
            "what it is",
            enum=NOISE_KINDS,
            required=True,
        ),
        Column("rule", "the rule that took it", required=True),
    ),
)
FINDINGS = Table(
    "findings",
    "one row per contradiction worth a look",
    "finding_id",
    (
        Column("finding_id", "doc_id and a hash of kind and mentions", required=True),
        _DOC,
        Column(
            "kind",
            "what disagrees",
            enum=(
                "amount_mismatch",
                "date_mismatch",
                "official_mismatch",
                "post_mismatch",
                "district_mismatch",
                "missing_in_translation",
                "added_in_translation",
                "name_variant",
                "parts_mismatch",
                "direction_conflict",
                "percentage_mismatch",
                "exchange_mismatch",
                "two_values",
                "weekday_mismatch",
                "end_before_start",
                "two_posts",
                "two_holders",
                "extractor_failed",
            ),
            required=True,
        ),
        Column("severity", "how bad", enum=("info", "warning", "error"), required=True),
        Column("mention_a", "the first mention", references="mentions"),
        Column("mention_b", "the other one; empty: none", references="mentions"),
        Column("message", "a sentence for a person", required=True),
        Column("message_ko", "the same in Korean; empty where there is none"),
    ),
)
REJECTS = Table(
    "rejects",
    "one row per input that could not be read",
    "source",
    (
        Column("source", "path as given, plus #n for record n", required=True),
        Column("reason", "short code: empty, binary, encoding, json …", required=True),
        Column("detail", "what is wrong and what to do", required=True),
    ),
)

_MENTION = Column("mention_id", "the mention it describes", required=True, references="mentions")
_TEXT = Column("text", "surface form", required=True)
_COUNTS = (
    Column("aliases", "surface forms, most frequent first, joined by ' | '"),
    Column("n_mentions", "mentions in the corpus", "integer", required=True),
    Column("n_documents", "articles that mention it", "integer", required=True),
    Column("first_seen", "day of the first article that mentions it; empty: none has a date", "date"),
    Column("last_seen", "day of the last article that mentions it; empty: none has a date", "date"),
)
_KINDS: dict[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    decimal.Decimal: "number",
    datetime.date: "date",
}


RESERVED = frozenset(("mention_id", "doc_id", "text"))


def tables(extractors: Sequence[Extractor]) -> tuple[Table, ...]:
    """Every table of a run, in the order of the codebook."""
    own = [of_extractor(extractor) for extractor in extractors]
    return (
        DOCUMENTS,
        TEXTS,
        SEGMENTS,
        MENTIONS,
        *sorted(own, key=lambda t: t.name),
        RELATIONS,
        NOISE,
        FINDINGS,
        REJECTS,
    )


def of_folder(folder: Path) -> tuple[Table, ...]:
    """The tables of a run as its datapackage.json declares them, those of plug-ins too; raises PipelineError where there are none."""
    try:
        described = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
        return tuple(_described(one) for one in described)
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise PipelineError(f"{folder} holds no tables; make them with `dongne run -o {folder}`") from error


def types_of_folder(folder: Path) -> tuple[Table, ...]:
    """The tables of a run that are of a type; raises PipelineError where none says so."""
    if found := tuple(table for table in of_folder(folder) if table.type):
        return found
    raise PipelineError(
        f"{folder} holds tables that do not say their types; make them anew with `dongne run -o {folder}`"
    )


def _described(resource: Mapping[str, Any]) -> Table:
    schema = resource["schema"]
    references = {key["fields"][0]: key["reference"]["resource"] for key in schema.get("foreignKeys", ())}
    columns = []
    for field in schema.get("fields", ()):
        rules = field.get("constraints", {})
        enum, required = tuple(rules.get("enum", ())), rules.get("required", False)
        reference = references.get(field["name"], "")
        columns.append(Column(field["name"], field.get("description", ""), field["type"], enum, required, reference))
    return Table(
        resource["name"],
        resource.get("description", ""),
        schema["primaryKey"][0],
        tuple(columns),
        resource.get(TYPE, ""),
    )


@lru_cache(maxsize=100)
def of_extractor(extractor: Extractor) -> Table:
    """The table of a type: one row per entity where it links, else one row per mention."""
    if extractor.link is not None and extractor.entity is not None:
        columns = (*_columns(extractor.entity), *_COUNTS)
        return Table(extractor.table, f"one row per {extractor.type}", columns[0].name, columns, extractor.type)
    columns = (_MENTION, _DOC, _TEXT, *_columns(extractor.row))
    if taken := {c.name for c in columns[3:]} & RESERVED:
        raise SettingsError(
            f"{extractor.row.__name__}.{taken.pop()}: every table has such a column; call yours otherwise"
        )
    return Table(extractor.table, f"one row per {extractor.type} mention", _MENTION.name, columns, extractor.type)


def _columns(row: type[Any]) -> Iterable[Column]:
    hints = typing.get_type_hints(row)
    for position, field in enumerate(fields(row)):
        doc = field.metadata.get("doc")
        if not doc:
            raise SettingsError(f"{row.__name__}.{field.name} says not what it means: declare it with column('…')")
        yield Column(
            field.name,
            doc,
            _kind(hints[field.name], f"{row.__name__}.{field.name}"),
            tuple(field.metadata.get("enum", ())),
            required=position == 0 and not _optional(hints[field.name]) and field.name.endswith(("_id", "_code")),
            references=field.metadata.get("references", ""),
        )


def _kind(hint: Any, where: str) -> str:
    choices = [h for h in typing.get_args(hint) if h is not type(None)] if _optional(hint) else [hint]
    kinds = {_KINDS.get(choice, "") for choice in choices}
    if kinds == {"integer", "number"}:
        return "number"
    if len(kinds) != 1 or "" in kinds:
        raise SettingsError(f"{where} is {hint}; a column is str, int, float, Decimal or date, or one of them | None")
    return kinds.pop()


def _optional(hint: Any) -> bool:
    return isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union
