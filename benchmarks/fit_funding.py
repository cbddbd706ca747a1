"""Fits the weights by which a sum's program is chosen to annotated articles, and writes resources/funding_weights.csv.

    python benchmarks/fit_funding.py [FOLDER ...]

Each folder holds articles in `raw/` and their gold in `gold/`; without folders: tests/retold, the project's own samples, and the
cases of tests/funding_cases.py, but not the articles that only measure (tests/floors.json). What is fitted is a multinomial logit over the programs of an article and none of them, with a penalty on the squares of the weights. Articles left out in turn tell
precision, recall and F1 of what sums fund, among programs that were found.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import random
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from pipeline import flow, read, registry, relate
from pipeline.funding_evidence import evidence
from pipeline.funding_weights import likelihoods
from pipeline.records import Document
from pipeline.score import names_of, overlap, same_program

ROOT = Path(__file__).parents[1]
FOLDERS = [(ROOT / "tests/retold/raw", ROOT / "tests/retold/gold"), (ROOT / "data/raw", ROOT / "tests/gold")]
HELD = json.loads((ROOT / "tests/floors.json").read_text(encoding="utf-8"))["held"]
WEIGHTS = ROOT / "pipeline/resources/funding_weights.csv"
# The penalty; evidence seen for fewer programs has no weight; parts that are left out in turn.
PENALTY, SELDOM, PARTS = 6.0, 8, 8


@dataclass(frozen=True)
class Sum:
    """A sum of an article: the evidence for each program, and which of them it pays for in gold."""

    text: str
    programs: Mapping[str, frozenset[str]]
    right: frozenset[str]
    doubtful: bool


@dataclass(frozen=True)
class Article:
    """The sums of an article, and what gold says: pairs of a sum's text and a program, with the ids found for that one."""

    sums: Sequence[Sum]
    wanted: Sequence[tuple[str, frozenset[str], bool]]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", metavar="FOLDER")
    parser.add_argument("--dry", action="store_true", help="only measure, and write nothing")
    options = parser.parse_args(arguments)
    folders = [(f / "raw", f / "gold") for f in options.folders]
    articles = [a for raw, gold in folders or FOLDERS for a in read_articles(raw, gold, HELD)]
    cases = [] if folders else read_cases()
    print(f"{len(articles)} articles, {len(cases)} cases, {sum(len(a.sums) for a in articles + cases)} sums")
    for likely, measured in left_out(articles, cases).items():
        print(f"taken from {likely}: precision {measured[0]:.3f}, recall {measured[1]:.3f}, F1 {measured[2]:.3f}")
    if not options.dry:
        write(fit(articles + cases))


def read_articles(raw: Path, gold: Path, without: Collection[str] = ()) -> list[Article]:
    """The annotated articles of a folder. without: names of gold files that only measure."""
    documents = [d for d in read.read([raw]) if isinstance(d, Document)]
    names = names_of([{"doc_id": d.doc_id, "source": d.source} for d in documents])
    files = {path.stem: path for path in sorted(gold.glob("*.json")) if path.stem not in without}
    chosen = [(d, files[names[d.doc_id]]) for d in documents if names[d.doc_id] in files]
    return [_article(d, json.loads(path.read_text(encoding="utf-8"))) for d, path in chosen]


def read_cases() -> list[Article]:
    """The cases of the tests, each as an article."""
    sys.path.insert(0, str(ROOT / "tests"))
    cases = importlib.import_module("funding_cases")
    told = [*((text, expected) for _, text, expected in cases.FOUND), *((text, {}) for _, text in cases.NOT_FOUND)]
    return [
        _article(
            read.read_text(text),
            {"relations": [{"relation": "funds", "subject": s, "object": name} for s, name in expected.items()]},
        )
        for text, expected in told
    ]


def _article(document: Document, gold: Mapping[str, Any]) -> Article:
    seen: list[tuple[Any, Any]] = []

    def spied(sentences: Any, ruled: Any) -> Any:
        seen.append((sentences, ruled))
        return ruled

    with patch.object(relate, "weighed", spied):
        found = flow.extraction(document, registry.all_extractors())
    programs: dict[str, set[str]] = {}
    rows = {m.entity_id: m.row for m in found.mentions if m.type == "program" and m.entity_id}
    for mention in found.mentions:
        if mention.entity_id in rows:
            programs.setdefault(mention.entity_id, set()).add(mention.text)
    known = {
        e: {"surfaces": sorted(s), "name_ko": rows[e].name_ko, "name_en": rows[e].name_en} for e, s in programs.items()
    }
    named = {p["name"]: p for p in gold.get("programs", [])}
    wanted = [
        (
            r["subject"],
            frozenset(
                e for e, row in known.items() if same_program(named.get(r["object"], {"name": r["object"]}), row)
            ),
            bool(r.get("optional") or named.get(r["object"], {}).get("optional")),
        )
        for r in gold.get("relations", [])
        if r["relation"] == "funds"
    ]
    sums = []
    for sentences, ruled in seen:
        for amount, told in evidence(sentences, ruled):
            of_it = [w for w in wanted if overlap(w[0], amount.text)]
            right = frozenset(e for _, ids, _ in of_it for e in ids)
            sums.append(Sum(amount.text, {e: t for e, (_, t) in told.items()}, right, any(w[2] for w in of_it)))
    return Article(sums, wanted)


def fit(articles: Sequence[Article]) -> dict[str, float]:
    """The weight of each piece of evidence, of the empty one too."""
    sums = [s for a in articles for s in a.sums if s.programs and not s.doubtful]
    seen = Counter(piece for s in sums for told in s.programs.values() for piece in told)
    pieces = ["", *sorted(piece for piece, times in seen.items() if times >= SELDOM)]
    places = {piece: at for at, piece in enumerate(pieces)}
    rows, columns, group, right = [], [], [], []
    for number, each in enumerate(sums):
        for entity, told in each.programs.items():
            columns_of_it = [0, *(places[piece] for piece in told if piece in places)]
            rows += [len(group)] * len(columns_of_it)
            columns += columns_of_it
            group.append(number)
            right.append(entity in each.right)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(group), len(pieces)))
    of, rightly = np.array(group), np.array(right)
    any_right = np.zeros(len(sums), bool)
    any_right[of[rightly]] = True

    def cost(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        top = np.zeros(len(sums))
        np.maximum.at(top, of, scores)
        grown, none = np.exp(scores - top[of]), np.exp(-top)
        whole, hit = none.copy(), np.zeros(len(sums))
        np.add.at(whole, of, grown)
        np.add.at(hit, of[rightly], grown[rightly])
        hit = np.where(any_right, hit, none)
        wish = np.where(rightly, grown / np.where(any_right, hit, 1)[of], 0)
        penalised = np.concatenate([[0], weights[1:]])
        slope = PENALTY * penalised - matrix.T @ (wish - grown / whole[of])
        return float(PENALTY / 2 * penalised @ penalised - np.log(hit / whole).sum()), slope

    fitted = minimize(cost, np.zeros(len(pieces)), jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return {piece: round(float(weight), 3) for piece, weight in zip(pieces, fitted, strict=True)}


def left_out(articles: Sequence[Article], cases: Sequence[Article]) -> dict[float, tuple[float, float, float]]:
    """Precision, recall and F1 by the least likelihood, each article weighed by what the others and the cases taught."""
    order = [*articles]
    random.Random(1).shuffle(order)
    weighed = []
    for part in range(PARTS):
        weights = fit([*cases, *(a for at, a in enumerate(order) if at % PARTS != part)])
        weighed += [(a, weights) for at, a in enumerate(order) if at % PARTS == part]
    return {likely: measured(weighed, likely) for likely in (0.3, 0.33, 0.36, 0.4, 0.45, 0.5)}


def measured(weighed: Iterable[tuple[Article, Mapping[str, float]]], likely: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs of a sum's text and a program, as `dongne score` counts them."""
    right = wrong = missed = 0
    for article, weights in weighed:
        pairs = set()
        for each in article.sums:
            chances = likelihoods({e: (None, told) for e, told in each.programs.items()}, weights)  # type: ignore[misc]
            best = max(chances, key=lambda e: (chances[e], e), default="")
            if best and chances[best] > likely:
                pairs.add((each.text, best))
        for text, ids, optional in sorted(article.wanted, key=lambda w: w[2]):
            hits = {pair for pair in pairs if pair[1] in ids and overlap(text, pair[0])}
            if optional:
                pairs -= hits
            elif hits:
                pairs.discard(sorted(hits)[0])
                right += 1
            else:
                missed += 1
        wrong += len(pairs)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def write(weights: Mapping[str, float]) -> None:
    """The weights that are not nothing, as a table."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["evidence", "weight"])
        table.writerows((piece, weight) for piece, weight in sorted(weights.items()) if weight)


if __name__ == "__main__":
    main()
