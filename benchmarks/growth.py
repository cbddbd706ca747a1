"""Whether time grows with the text: longer articles, and more of them."""

from __future__ import annotations

from argparse import Namespace
from functools import partial

import stages
from rounds import Row, Tables, each, seconds
from texts import PUBLISHED, articles, batch

from pipeline.flow import process

LENGTH, NUMBER, DOUBLED = "Growth with the length of an article", "Growth with the number of articles", "times, doubled"
_JOINED = (1, 2, 4, 8, 16)


def measure(options: Namespace) -> Tables:
    yield LENGTH, [row for lang in ("ko", "en") for row in longer(lang, options.rounds)]
    yield NUMBER, [row for lang in ("ko", "en") for row in more(lang, options.articles)]


def longer(lang: str, rounds: int) -> list[Row]:
    """The same articles as ever fewer, ever longer documents: all rows are of one text, so each doubling should take 2."""
    most = max(_JOINED)
    taken = dict.fromkeys(_JOINED, float("inf"))
    for turn in range(rounds):
        texts = batch(lang, most, turn)
        for joined in _JOINED:
            documents = ["\n\n".join(texts[at : at + joined]) for at in range(0, most, joined)]
            once = seconds(partial(each, partial(process, published=PUBLISHED), documents))
            taken[joined] = min(taken[joined], once)
    return [
        {"texts": lang, "articles in one": n, "documents": most // n, "seconds": taken[n], DOUBLED: _doubled(taken, n, 2)}
        for n in _JOINED
    ]  # fmt: skip


def more(lang: str, fewest: int) -> list[Row]:
    """Whole runs, from files to tables; what they take however few the articles makes the first doublings less than 2."""
    taken = {}
    for number in [fewest * times for times in (1, 2, 4, 8)]:
        tries = (stages.seconds(list(articles(lang, number, number * turn))) for turn in range(2))
        taken[number] = min(stages_of["whole run"] for stages_of in tries)
    return [{"texts": lang, "articles": n, "seconds": taken[n], DOUBLED: _doubled(taken, n)} for n in taken]


def _doubled(taken: dict[int, float], n: int, times: int = 1) -> float | None:
    return times * taken[n] / taken[n // 2] if n // 2 in taken else None
