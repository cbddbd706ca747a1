"""Where documents are worked on: in this process, in worker processes, or on a cluster. The results come in the order of the
input, each once, whatever becomes of a worker."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol, TypeVar

from pipeline.errors import PipelineError, SettingsError

A = TypeVar("A")
B = TypeVar("B")

# Documents handed to a worker ahead of its answers: enough to keep it busy, few enough to stay flat in memory.
_AHEAD = 16


class Pool(Protocol):
    """Who does the work. ahead: how many items it is given before the first answer is waited for."""

    ahead: int

    def submit(self, function: Callable[[A], B], item: A) -> Any:
        """Begins; what comes back is given to `answer`."""

    def answer(
        self, function: Callable[[A], B], waiting: deque[tuple[A, Any]], lost: Callable[[A], B] | None
    ) -> tuple[A, B]:
        """The first of those waiting, with its answer."""

    def close(self) -> None:
        """Ends the workers."""


def pool(workers: int = 1, engine: str = "processes", scheduler: str = "") -> Pool:
    """engine: `processes` (one works in this process), or `dask`: the cluster of the scheduler at that address, or one of
    `workers` processes here. Raises SettingsError where there is no such cluster."""
    if engine == "dask":
        return _Cluster(workers, scheduler)
    return _Processes(workers) if workers > 1 else _Here()


def mapped(
    function: Callable[[A], B],
    items: Iterable[A],
    workers: Pool | int = 1,
    known: Callable[[A], B | None] = lambda item: None,
    lost: Callable[[A], B] | None = None,
) -> Iterator[tuple[A, B]]:
    """Each item and its answer, in order: `known(item)` where that is not None, else `function(item)`.

    Unless the work is done in this process the function and what it takes and gives are pickled. An item whose worker dies is
    tried anew; where the others die too, its answer is `lost(item)` (None: raises PipelineError).
    """
    own = pool(workers) if isinstance(workers, int) else None
    by = own or workers
    assert not isinstance(by, int)
    waiting: deque[tuple[A, Any]] = deque()
    try:
        for item in items:
            answer = known(item)
            waiting.append((item, _done(answer) if answer is not None else by.submit(function, item)))
            if len(waiting) >= by.ahead:
                yield by.answer(function, waiting, lost)
        while waiting:
            yield by.answer(function, waiting, lost)
    finally:
        if own is not None:
            own.close()


class _Here:
    """This process."""

    ahead = 1

    def submit(self, function: Callable[[A], B], item: A) -> Future[B]:
        return _done(function(item))

    def answer(
        self, function: Callable[[A], B], waiting: deque[tuple[A, Any]], lost: Callable[[A], B] | None
    ) -> tuple[A, B]:
        item, future = waiting.popleft()
        return item, future.result()

    def close(self) -> None:
        pass


class _Processes:
    """Worker processes that are started anew when one is killed."""

    def __init__(self, workers: int) -> None:
        self._size, self.ahead = workers, workers * _AHEAD
        self._pool = _started(workers)

    def submit(self, function: Callable[[A], B], item: A) -> Future[B]:
        try:
            return self._pool.submit(function, item)
        except BrokenProcessPool as error:
            future: Future[B] = Future()
            future.set_exception(error)
            return future

    def answer(
        self, function: Callable[[A], B], waiting: deque[tuple[A, Any]], lost: Callable[[A], B] | None
    ) -> tuple[A, B]:
        """After a worker's death, what was under way is given out again."""
        item, future = waiting.popleft()
        try:
            return item, future.result()
        except BrokenProcessPool:
            answer = _alone(function, item, lost)
            self.close()
            self._pool = _started(self._size)
            again = [(other, self.submit(function, other) if _failed(of) else of) for other, of in waiting]
            waiting.clear()
            waiting.extend(again)
            return item, answer

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


class _Cluster:
    """The workers of dask.distributed, which gives out again what a worker that died had taken."""

    def __init__(self, workers: int, scheduler: str) -> None:
        try:
            from distributed import Client, KilledWorker, LocalCluster
        except ImportError as error:
            raise SettingsError(
                "engine dask needs dask.distributed; install it with pip install 'dongne[dask]'"
            ) from error
        self._killed = KilledWorker
        own = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": None}
        try:
            self._cluster = None if scheduler else LocalCluster(**own)
            self._client = Client(scheduler or self._cluster, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SettingsError(
                f"no scheduler at {scheduler}: {error}; give the address it tells when it starts"
            ) from error
        self.ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))

    def submit(self, function: Callable[[A], B], item: A) -> Any:
        return self._client.submit(function, item, pure=False)

    def answer(
        self, function: Callable[[A], B], waiting: deque[tuple[A, Any]], lost: Callable[[A], B] | None
    ) -> tuple[A, B]:
        item, future = waiting.popleft()
        try:
            return item, future.result()
        except self._killed:
            # The scheduler suspects all that the dead workers had been given.
            return item, _alone(function, item, lost)

    def close(self) -> None:
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def _started(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the analyser hangs when it was used before a fork.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_with_parent)


def _alone(function: Callable[[A], B], item: A, lost: Callable[[A], B] | None) -> B:
    """The answer of an item that may have killed a worker, from a process of its own; raises PipelineError where it kills
    that too and nothing stands for it."""
    with _started(1) as single:
        try:
            return single.submit(function, item).result()
        except BrokenProcessPool as error:
            if lost is not None:
                return lost(item)
            raise PipelineError(
                f"the processes that worked on {str(item)[:200]} were killed, most likely for want of memory; split it,"
                " or give them more"
            ) from error


def _done(answer: B) -> Future[B]:
    future: Future[B] = Future()
    future.set_result(answer)
    return future


def _failed(future: Future[B]) -> bool:
    return future.cancelled() or not future.done() or future.exception() is not None


def _with_parent() -> None:
    """A worker whose run was killed ends too, instead of waiting for ever; one that is stopped by Ctrl-C is ended by the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
