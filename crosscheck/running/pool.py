"""Worker processes that take batches and give back results in order; any of them may die, and Ctrl-C ends them all."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from crosscheck.errors import CrosscheckError
from crosscheck.running.work import Work
from crosscheck.running.worker import Batch, Broken, serve

F = TypeVar("F")

# One batch in work and one waiting keeps a worker busy while its results are written out.
_UNDER_WAY = 2
# Batches done before their turn are held back; a worker that is this far ahead of the slowest waits.
_AHEAD = 4
_PATIENCE = 5.0


class WorkerError(CrosscheckError):
    """A worker process ended before its work was done, or the program failed in it; `trace` tells where."""

    def __init__(self, message: str, trace: str = "") -> None:
        super().__init__(message)
        self.trace = trace


class _Worker:
    """A process, the pipe to it, and the numbers of the batches that it has now, in the order of sending."""

    __slots__ = ("batches", "pipe", "process")

    def __init__(self, process: BaseProcess, pipe: Connection) -> None:
        self.process = process
        self.pipe = pipe
        self.batches: list[int] = []


def pooled(frames: Iterator[tuple[F, Batch]], work: Work[Any], jobs: int) -> Iterator[tuple[F, list[Any]]]:
    """The results of all batches in order, each with the frame it came in; raises `WorkerError` when a worker fails.

    A batch without articles goes to no worker.
    """
    workers = _start(work, jobs)
    kept: dict[int, F] = {}
    try:
        for number, results in _in_order(workers, _numbered(frames, kept)):
            yield kept.pop(number), results
    finally:
        _stop(workers)


def _numbered(frames: Iterator[tuple[F, Batch]], kept: dict[int, F]) -> Iterator[tuple[int, Batch]]:
    """Frames wait here for their batches."""
    for number, (frame, batch) in enumerate(frames):
        kept[number] = frame
        yield number, batch


def _in_order(workers: list[_Worker], batches: Iterator[tuple[int, Batch]]) -> Iterator[tuple[int, list[Any]]]:
    turn, waiting = 0, next(batches, None)
    done: dict[int, list[Any]] = {}
    while True:
        while waiting is not None and waiting[0] < turn + _AHEAD * len(workers) and (idle := _least_busy(workers)):
            if waiting[1]:
                _send(idle, *waiting)
            else:
                done[waiting[0]] = []
            waiting = next(batches, None)
        # Workers have their next batch before these results are used: nobody waits for the writing.
        if turn in done:
            yield turn, done.pop(turn)
            turn += 1
        elif any(worker.batches for worker in workers):
            done.update(_collect(workers))
        else:
            return


def _least_busy(workers: list[_Worker]) -> _Worker | None:
    worker = min(workers, key=lambda worker: len(worker.batches))
    return worker if len(worker.batches) < _UNDER_WAY else None


def _send(worker: _Worker, number: int, batch: Batch) -> None:
    try:
        worker.pipe.send(batch)
    except OSError:
        raise _lost(worker) from None
    worker.batches.append(number)


def _collect(workers: list[_Worker]) -> Iterator[tuple[int, list[Any]]]:
    """Wait until a worker with work answers, and give every answer that is there."""
    asked = [worker for worker in workers if worker.batches]
    ready = wait([worker.pipe for worker in asked])
    for worker in asked:
        if worker.pipe not in ready:
            continue
        try:
            answer = worker.pipe.recv()
        except (EOFError, OSError):
            raise _lost(worker) from None
        if isinstance(answer, Broken):
            raise WorkerError(answer.message, answer.trace)
        yield worker.batches.pop(0), answer


def _lost(worker: _Worker) -> WorkerError:
    worker.process.join(_PATIENCE)
    code = worker.process.exitcode
    how = f"was killed by signal {-code}" if code is not None and code < 0 else f"ended with status {code}"
    return WorkerError(
        f"a worker process {how} before its articles were read; if memory ran out, try again with fewer --jobs"
    )


def _start(work: Work[Any], jobs: int) -> list[_Worker]:
    context = _context()
    workers: list[_Worker] = []
    with _interrupts_held():
        for _ in range(jobs):
            here, there = context.Pipe()
            process = context.Process(target=serve, args=(there, work), daemon=True)
            process.start()
            there.close()
            workers.append(_Worker(process, here))
    return workers


def _context() -> SpawnContext | ForkServerContext:
    """Never a plain fork: a thread of the progress bar, or a lock it holds, must not be copied into a worker."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crosscheck.running.worker"])
    return context


def _stop(workers: list[_Worker]) -> None:
    """Hang up and end every worker; one that has nothing more to do is gone already."""
    for worker in workers:
        worker.pipe.close()
        if worker.batches:
            worker.process.terminate()
    for worker in workers:
        worker.process.join(_PATIENCE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()


@contextmanager
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
