"""Worker processes that take batches and give back results in order; any may be killed, and Ctrl-C ends them all."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
from collections.abc import Iterator
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Lost
from crosscheck.running.work import Work
from crosscheck.running.worker import Batch, Broken, serve

F = TypeVar("F")

# One batch in work and one waiting keeps a worker busy while its results are written out.
_UNDER_WAY = 2
# Batches done before their turn are held back; a worker that is this far ahead of the slowest waits.
_AHEAD = 4
_PATIENCE = 5.0
# An article that kills a worker kills two; with more endings than these something else is wrong.
_ENDED = 8
_STARTS = 3


class WorkerError(CrosscheckError):
    """Worker processes ended again and again, or the program failed in one; `trace` tells where."""

    def __init__(self, message: str, trace: str = "") -> None:
        super().__init__(message)
        self.trace = trace


class _Worker:
    """A process, the pipe to it, and the batches that it has now by their numbers, in the order of sending."""

    __slots__ = ("batches", "pipe", "process")

    def __init__(self, work: Work[Any]) -> None:
        self.batches: list[tuple[int, Batch]] = []
        self.start(work)

    def start(self, work: Work[Any]) -> None:
        """Start the process, or another one in its place."""
        context = _context()
        self.pipe, there = context.Pipe()
        self.process = _started(context, there, work)
        there.close()

    def send(self, batch: Batch) -> None:
        """Hand a batch over; that the process is gone is noticed when its answer is waited for."""
        with contextlib.suppress(OSError):
            self.pipe.send(batch)

    def answer(self) -> list[Any] | None:
        """The next answer, None where the process has ended; raises `WorkerError` where the program failed in it."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(_PATIENCE)
            return None
        if isinstance(answer, Broken):
            raise WorkerError(answer.message, answer.trace)
        return list(answer)

    @property
    def ending(self) -> str:
        """How the process ended, in words."""
        code = self.process.exitcode
        return f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with status {code}"


class _Crew:
    """The workers of a run. Where one is killed another takes its place, and reads its articles again one at a time.

    The article over which that one is killed too is given up, so that it costs no other; but not without end.
    """

    def __init__(self, work: Work[Any], jobs: int) -> None:
        self._work = work
        self._ended = 0
        with _interrupts_held():
            self.workers = [_Worker(work) for _ in range(jobs)]

    def least_busy(self) -> _Worker | None:
        """A worker that can take another batch, None where each has enough."""
        worker = min(self.workers, key=lambda worker: len(worker.batches))
        return worker if len(worker.batches) < _UNDER_WAY else None

    def collect(self) -> Iterator[tuple[int, list[Any]]]:
        """Wait until a worker with work answers or ends, and give every answer that is there."""
        asked = [worker for worker in self.workers if worker.batches]
        ready = wait([worker.pipe for worker in asked])
        for worker in asked:
            if worker.pipe in ready:
                answer = worker.answer()
                number, batch = worker.batches.pop(0)
                yield number, self._rescued(worker, batch) if answer is None else answer

    def _rescued(self, worker: _Worker, batch: Batch) -> list[Any]:
        """The answer to the batch over which a worker ended; its successor goes on with the others."""
        self._restart(worker)
        answers = [self._alone(worker, article) for article in batch]
        for _, waiting in worker.batches:
            worker.send(waiting)
        return answers

    def _alone(self, worker: _Worker, article: Article) -> Any:
        worker.send((article,))
        answer = worker.answer()
        if answer is not None:
            return answer[0]
        why = f"is not read: the process that read it {worker.ending}, and so was the next"
        self._restart(worker)
        return Lost(article.publication.path, why, article.origin.line)

    def _restart(self, worker: _Worker) -> None:
        self._ended += 1
        if self._ended > _ENDED:
            what = f"{self._ended} worker processes ended before their articles were read, and the last {worker.ending}"
            raise WorkerError(f"{what}; if memory ran out, try again with fewer --jobs")
        worker.pipe.close()
        with _interrupts_held():
            worker.start(self._work)

    def stop(self) -> None:
        """Hang up and end every worker; one that has nothing more to do is gone already."""
        for worker in self.workers:
            worker.pipe.close()
            if worker.batches:
                worker.process.terminate()
        for worker in self.workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()


def pooled(frames: Iterator[tuple[F, Batch]], work: Work[Any], jobs: int) -> Iterator[tuple[F, list[Any]]]:
    """The results of all batches in order, each with the frame it came in; raises `WorkerError`.

    A batch without articles goes to no worker. An article over which its worker is killed gives a `Lost`.
    """
    crew = _Crew(work, jobs)
    kept: dict[int, F] = {}
    try:
        for number, results in _in_order(crew, _numbered(frames, kept)):
            yield kept.pop(number), results
    finally:
        crew.stop()


def _numbered(frames: Iterator[tuple[F, Batch]], kept: dict[int, F]) -> Iterator[tuple[int, Batch]]:
    """Frames wait here for their batches."""
    for number, (frame, batch) in enumerate(frames):
        kept[number] = frame
        yield number, batch


def _in_order(crew: _Crew, batches: Iterator[tuple[int, Batch]]) -> Iterator[tuple[int, list[Any]]]:
    turn, waiting = 0, next(batches, None)
    done: dict[int, list[Any]] = {}
    while True:
        while waiting is not None and waiting[0] < turn + _AHEAD * len(crew.workers) and (idle := crew.least_busy()):
            number, batch = waiting
            if batch:
                idle.batches.append(waiting)
                idle.send(batch)
            else:
                done[number] = []
            waiting = next(batches, None)
        # Workers have their next batch before these results are used: nobody waits for the writing.
        if turn in done:
            yield turn, done.pop(turn)
            turn += 1
        elif any(worker.batches for worker in crew.workers):
            done.update(crew.collect())
        else:
            return


def _started(context: SpawnContext | ForkServerContext, there: Connection, work: Work[Any]) -> BaseProcess:
    """A process that serves. That from which they are forked may be killed too: asked again, Python replaces it."""
    failed: Exception | None = None
    for _ in range(_STARTS):
        process: BaseProcess = context.Process(target=serve, args=(there, work), daemon=True)
        try:
            process.start()
        except (EOFError, OSError) as error:
            failed = error
        else:
            return process
    raise WorkerError(f"a worker process cannot be started ({failed!r}); try again with --jobs 1") from failed


def _context() -> SpawnContext | ForkServerContext:
    """Never a plain fork: a thread of the progress bar, or a lock it holds, must not be copied into a worker."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    # What every worker needs is imported once, by the process that they are forked from.
    context.set_forkserver_preload(["crosscheck.running.worker", "crosscheck.extraction"])
    return context


@contextlib.contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits meanwhile, and processes started now never see it: this one ends them, without a trace from each."""
    if sys.platform == "win32":
        yield
        return
    # The tracker is started first, for in starting it Python would let interrupts through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
