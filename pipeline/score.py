"""Tables against gold: precision, recall and F1 per type. The rules of what is right are those of docs/annotation.md.

An article is found by its gold file's stem (`names_of`). An amount is right with its currency, value and overlapping text; a date with its
start, end and overlapping text; a district with its code; an official with a name in common, the post and the jurisdiction;
a program with a name in common after folding, or four fifths of the words; what a sum funds with overlapping text and the
program. Of any other type a thing is right with a name in common, a mention with overlapping text and the columns that gold
gives; an article is only scored where its gold has the type's list. Items that gold marks optional are neither missed nor wrong.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from pipeline.errors import PipelineError
from pipeline.schema import Table, types_of_folder

Row = dict[str, Any]


@dataclass(slots=True)
class Score:
    """right, wrong (found, not in gold), missed (in gold, not found), each as (article, words for a person with context)."""

    right: int = 0
    wrong: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed)) if self.right or self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Result:
    """scores by type; shares: how many right mentions have a right attribute, as (right, of)."""

    scores: dict[str, Score]
    shares: dict[str, tuple[int, int]]

    def figure(self, name: str) -> float:
        """F1 of a type, or the share of right attributes by a name such as `amounts.role`."""
        if name in self.scores:
            return self.scores[name].f1
        right, of = self.shares[name]
        return right / of


def score(processed: Path, gold: Path, only: Collection[str] = ()) -> Result:
    """Scores the tables in `processed` by the gold files of a folder; raises PipelineError where either is not there.

    only: stems of the articles to score; empty: all.
    """
    files = [path for path in sorted(gold.glob("*.json")) if not only or path.stem in only]
    if not files:
        raise PipelineError(f"{gold} holds no gold files (*.json)")
    texts = _texts(processed)
    types = types_of_folder(processed)
    run = _load(processed, types)
    same_of = {t.name: _same_name if t.of_entities else _same_mention for t in types} | _SAME
    wanted_of = {path: _gold(path) for path in files}
    others = [kind for kind in same_of if kind not in _SAME and any(kind in gold for gold in wanted_of.values())]
    scores = {kind: Score() for kind in (*_SAME, *others)}
    shares: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for path, wanted in wanted_of.items():
        article = run.get(path.stem, {})
        for kind, into in scores.items():
            if kind in wanted or kind in _SAME:
                items = _funded(wanted) if kind == "funds" else wanted.get(kind, [])
                found = article.get(kind, [])
                _score_article(path.stem, kind, texts.get(path.stem, ""), items, found, same_of[kind], into, shares)
    return Result(scores, {name: (right, of) for name, (right, of) in sorted(shares.items())})


def _score_article(
    stem: str,
    kind: str,
    text: str,
    gold: list[Row],
    found: list[Row],
    same: Callable[[Row, Row], bool],
    into: Score,
    shares: dict[str, list[int]],
) -> None:
    left = list(found)
    for item in sorted(gold, key=lambda g: bool(g.get("optional"))):
        hit = next((row for row in left if same(item, row)), None)
        if item.get("optional"):
            left = [row for row in left if not same(item, row)]
        elif hit is None:
            into.missed.append((stem, _words(item, text)))
        else:
            left.remove(hit)
            into.right += 1
            for name in _SHARED:
                if item.get(name) and (kind in ("amounts", "dates") or kind not in _SAME):
                    tally = shares[f"{kind}.{name}"]
                    tally[0] += hit.get(name) == item[name]
                    tally[1] += 1
    into.wrong += [(stem, _words(row, text)) for row in left]


def _gold(path: Path) -> dict[str, Any]:
    try:
        wanted = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise PipelineError(f"{path}: no gold file can be read from it ({error})") from error
    if not isinstance(wanted, dict):
        raise PipelineError(f"{path}: gold is an object with the lists amounts, dates, …")
    return wanted


def _funded(gold: dict[str, Any]) -> list[Row]:
    """What gold says that sums are for: each pair of a sum's text and a program once, with the program's names."""
    programs = {program["name"]: program for program in gold.get("programs", [])}
    pairs = {(r["subject"], r["object"]): r for r in gold.get("relations", []) if r["relation"] == "funds"}
    return [
        {"optional": relation.get("optional")} | programs.get(name, {"name": name}) | {"text": text}
        for (text, name), relation in pairs.items()
    ]


def _load(processed: Path, types: Sequence[Table]) -> dict[str, dict[str, list[Row]]]:
    """The run's items by article stem and table."""
    documents = names_of(rows_of(processed, "documents"))
    run: dict[str, dict[str, list[Row]]] = {stem: defaultdict(list) for stem in documents.values()}
    mentions = rows_of(processed, "mentions")
    for table in types:
        for row in rows_of(processed, table.name) if not table.of_entities else ():
            run[documents[row["doc_id"]]][table.name].append(row)
    of_things = {table.type: table for table in types if table.of_entities}
    entities = {t.name: {row[t.key]: row for row in rows_of(processed, t.name)} for t in of_things.values()}
    surfaces: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in mentions:
        if named := of_things.get(row["type"]):
            surfaces[documents[row["doc_id"]], named.name, row["entity_id"] or "?" + row["text"]].add(row["text"])
    for (stem, name, key), texts in sorted(surfaces.items()):
        run[stem][name].append({"key": key, "surfaces": sorted(texts)} | entities[name].get(key, {}))
    for article in run.values():
        programs = {row["key"]: row for row in article["programs"]}
        paid = [row for row in article["amounts"] if row["program_id"]]
        pairs = {(_fold(row["text"]), row["program_id"]): row["text"] for row in paid}
        article["funds"] = [programs[key] | {"text": text} for (_, key), text in pairs.items() if key in programs]
    return run


def _texts(processed: Path) -> dict[str, str]:
    """The article's raw text by stem."""
    stems = names_of(rows_of(processed, "documents"))
    return {stems[row["doc_id"]]: row["text"] for row in rows_of(processed, "texts")}


def rows_of(processed: Path, table: str) -> list[Row]:
    """A table of a run; raises PipelineError where it is not there."""
    path = processed / f"{table}.parquet"
    if not path.exists():
        raise PipelineError(f"{path} is not there; run `dongne run` first")
    rows: list[Row] = pq.read_table(path).to_pylist()
    return rows


def names_of(documents: Sequence[Row]) -> dict[str, str]:
    """What the gold file of each article is called, by doc_id: its file's stem, with #n where that holds several articles,
    and with the id where another folder has the name too."""
    count = Counter(_stem(row["source"]) for row in documents)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for row in documents:
        stem, record = _stem(row["source"]), "".join(row["source"].partition("#")[1:])
        name = stem if count[stem] == 1 else stem + record
        names[row["doc_id"]] = f"{name}-{row['doc_id']}" if name in taken else name
        taken.add(name)
    return names


def _stem(source: str) -> str:
    name = Path(source.split("#")[0]).name.removesuffix(".gz")
    return name.rsplit(".", 1)[0]


def _fold(text: Any) -> str:
    """Case, width, spaces, quotes, hyphens and brackets folded away."""
    folded = unicodedata.normalize("NFKC", str(text or "")).casefold()
    return re.sub(r"[\s'\"‘’“”「」『』<>〈〉《》\[\]()·‧ㆍ\-–—,.]", "", folded)


def overlap(a: Any, b: Any) -> bool:
    one, other = _fold(a), _fold(b)
    return bool(one and other) and (one in other or other in one)


def _same_amount(gold: Row, row: Row) -> bool:
    currency = gold.get("currency") or "KRW"
    if not overlap(gold["text"], row["text"]) or row["currency"] != currency:
        return False
    if currency != "KRW":
        return gold.get("value") is None or row["value"] == gold["value"]
    return (row["value_krw"], row["value_max_krw"]) == (gold.get("value_krw"), gold.get("value_max_krw"))


def _same_date(gold: Row, row: Row) -> bool:
    start, end = (str(row[name] or "") for name in ("start", "end"))
    return overlap(gold["text"], row["text"]) and (start, end) == (gold.get("start") or "", gold.get("end") or "")


def _same_district(gold: Row, row: Row) -> bool:
    if gold.get("code"):
        return bool(row["key"] == gold["code"])
    return any(overlap(a, b) for a in gold.get("surfaces", []) for b in row["surfaces"])


def _names(row: Row) -> set[str]:
    texts = [
        *row.get("surfaces", []),
        *row.get("names_en", []),
        *(row.get(n) or "" for n in ("name", "name_ko", "name_en")),
    ]
    return {folded for text in texts if len(folded := _fold(text)) > 1}


def _same_official(gold: Row, row: Row) -> bool:
    where = (row.get("post") or "", row.get("district_code") or "")
    return bool(_names(gold) & _names(row)) and where == (gold.get("post") or "", gold.get("district") or "")


def same_program(gold: Row, row: Row) -> bool:
    wanted = [gold["name"], *gold.get("aliases", [])]
    found = [*row["surfaces"], *(row.get(n) or "" for n in ("name", "name_ko", "name_en"))]
    return any(_alike(a, b) for a in wanted for b in found)


def _same_funding(gold: Row, row: Row) -> bool:
    return overlap(gold["text"], row["text"]) and same_program(gold, row)


def _same_name(gold: Row, row: Row) -> bool:
    return bool(_names(gold) & _names(row))


def _same_mention(gold: Row, row: Row) -> bool:
    told = ((name, value) for name, value in gold.items() if name in row and name != "text" and name not in _SHARED)
    return overlap(gold["text"], row["text"]) and all(str(row[name] or "") == str(value or "") for name, value in told)


def _alike(a: str, b: str) -> bool:
    one, other = (set(re.findall(r"\w+", unicodedata.normalize("NFKC", t).casefold())) for t in (a, b))
    shared = len(one & other) >= 0.8 * max(len(one), len(other)) if one and other else False
    return (bool(_fold(a)) and _fold(a) == _fold(b)) or shared


_SAME: dict[str, Callable[[Row, Row], bool]] = {
    "amounts": _same_amount,
    "dates": _same_date,
    "districts": _same_district,
    "officials": _same_official,
    "programs": same_program,
    "funds": _same_funding,
}
# Attributes whose share is told, and which a mention may have wrong and still be found.
_SHARED = ("qualifier", "basis", "role", "kind")
# Characters of the article shown on either side of an item.
_AROUND = 30
_TELLING = ("text", "name", "name_ko", "names_en", "name_en", "surfaces", "post", "code", "district", "district_code", "value_krw",
            "currency", "start", "end", "kind", "key")  # fmt: skip
# Fields of the built-in types that say little, and keys: all else of a plug-in's row is shown.
_UNTOLD = frozenset(
    ("mention_id", "doc_id", "program_id", "official_id", "organisation_id", "optional", "aliases", "organisation", "status", "qualifier", "basis", "role",
     "value", "value_max_krw", "year", "edtf", "granularity", "resolution", "n_mentions", "n_documents", "first_seen", "last_seen",
     "level", "full_name_ko", "full_name_en", "parent_code", "valid_from", "valid_to", "candidates")
)  # fmt: skip


def _words(item: Row, text: str = "") -> str:
    """An item's telling fields, and what stands around it in the article."""
    others = (name for name in item if name not in _TELLING and name not in _UNTOLD)
    shown: Iterable[str] = (f"{name}={item[name]}" for name in (*_TELLING, *others) if item.get(name))
    names = [item.get("text"), *item.get("surfaces", ()), item.get("name"), item.get("name_ko"), item.get("name_en")]
    at = next(((text.find(name), len(name)) for name in names if name and name in text), None)
    if at is None:
        return ", ".join(shown)
    start, end = max(0, at[0] - _AROUND), at[0] + at[1] + _AROUND
    around = " ".join(f"{text[start : at[0]]}[{text[at[0] : at[0] + at[1]]}]{text[at[0] + at[1] : end]}".split())
    return f"{', '.join(shown)}  … {around} …"
