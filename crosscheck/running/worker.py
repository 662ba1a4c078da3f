"""The life of a worker process: get ready once, then answer batch after batch until there are no more."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from crosscheck.errors import CrosscheckError
from crosscheck.model import Article
from crosscheck.running.products import packed
from crosscheck.running.work import Work

Batch = tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """What a worker answers when it cannot go on: a message for people, and where in the program it was."""

    message: str
    trace: str


def serve(connection: Connection, work: Work[Any]) -> None:
    """Answer each batch with its results, in the order of asking, until the other side hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000, 50, 1000)
    batches: SimpleQueue[Batch] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, batches), daemon=True).start()
    answer = _Answering(work)
    with contextlib.suppress(BrokenPipeError):
        while True:
            connection.send(answer(batches.get()))


def _receive(connection: Connection, batches: SimpleQueue[Batch]) -> None:
    """Take batches off the pipe at once: a sender must never wait for a worker that is itself waiting to send.

    Where the other side has hung up, or was killed, what is still being read is for nobody: the process ends at once.
    """
    try:
        while True:
            batches.put(connection.recv())
    except (EOFError, OSError):
        os._exit(0)


class _Answering:
    """The work, made ready at the first batch: whatever goes wrong then is answered too, never printed."""

    __slots__ = ("_do", "_work")

    def __init__(self, work: Work[Any]) -> None:
        self._work = work
        self._do: Callable[[Article], Any] | None = None

    def __call__(self, batch: Batch) -> list[Any] | Broken:
        at: Article | None = None
        results: list[Any] = []
        try:
            do = self._do = self._do or self._work.ready()
            for at in batch:
                results.append(packed(self._work.product, do(at)))
        except CrosscheckError as error:
            return Broken(str(error), traceback.format_exc())
        except Exception as error:
            return Broken(_told(error, at), traceback.format_exc())
        return results


def _told(error: Exception, article: Article | None) -> str:
    what = f"({type(error).__name__}: {error}); please report this"
    if article is None:
        return f"the program itself failed {what}"
    return f"{article.publication.path}: the program itself failed on this article {what}"
