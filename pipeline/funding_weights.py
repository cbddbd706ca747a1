"""Which program a sum pays for, weighed: all evidence for each program at once, where rules see one sign at a time.

A program's score is the sum of the weights of its evidence; that of no program at all is 0. The scores become
probabilities (a multinomial logit), and the likeliest program is taken where it is likely enough. The weights are fitted to annotated articles by
`benchmarks/fit_funding.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp

from pipeline import resources
from pipeline.funding_article import Found, Sentence, said_again
from pipeline.funding_evidence import Evidence, evidence
from pipeline.records import Mention

# A program that is less likely than this is none; between precision and recall, where F1 was best on articles left out.
_LIKELY = 0.4


def weighed(sentences: Sequence[Sentence], ruled: Mapping[Mention, Found]) -> dict[Mention, Found]:
    """The program of each sum that pays for one, and how likely. ruled: what the rules found."""
    found = {**ruled}
    for amount, programs in evidence(sentences, ruled):
        found.pop(amount, None)
        chances = likelihoods(programs, weights())
        best = max(chances, key=lambda entity: (chances[entity], entity))
        if chances[best] > _LIKELY:
            found[amount] = programs[best][0], round(chances[best], 2)
    found |= dict(said_again(sentences, found))
    return found


def likelihoods(programs: Evidence, weights: Mapping[str, float]) -> dict[str, float]:
    """How likely each program is the one, by program_id; the rest to 1 is that none is."""
    scores = {entity: _score(told, weights) for entity, (_, told) in programs.items()}
    top = max(0.0, *scores.values())
    whole = exp(-top) + sum(exp(score - top) for score in scores.values())
    return {entity: exp(score - top) / whole for entity, score in scores.items()}


def _score(told: Iterable[str], weights: Mapping[str, float]) -> float:
    # Sorted, as floating-point sums hang on their order.
    return weights.get("", 0.0) + sum(weights.get(piece, 0.0) for piece in sorted(told))


@cache
def weights() -> dict[str, float]:
    """The weight of each piece of evidence; of the empty one, which every program has."""
    return {row["evidence"]: float(row["weight"]) for row in resources.table("funding_weights")}
