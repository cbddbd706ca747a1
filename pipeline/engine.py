"""Where documents are worked on: in this process, or in worker processes. The results come in the order of the input."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")

# Documents handed to a worker ahead of its answers: enough to keep it busy, few enough to stay flat in memory.
_AHEAD = 16


def mapped(function: Callable[[A], B], documents: Iterable[A], workers: int = 1) -> Iterator[B]:
    """`function` of each, in order. With more than one worker the function and what it takes and gives are pickled."""
    if workers == 1:
        yield from map(function, documents)
        return
    # Spawned, not forked: the analyser hangs when it was used before a fork.
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[B]] = deque()
        for document in documents:
            waiting.append(pool.submit(function, document))
            if len(waiting) >= workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
