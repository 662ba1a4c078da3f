"""A progress bar on standard error for runs long enough to wonder about; the only other door to rich."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

# Seconds: a report on a folder of drafts is done before this and shows no bar at all.
_LONG = 1.5


def watched(things: Iterable[T], size: Callable[[T], int], total: Callable[[], int | None]) -> Iterator[T]:
    """The same things; after a while a bar shows how much of `total` their sizes make, until the last is taken.

    `total` is asked for only when the bar appears; None where it cannot be known.
    """
    start, done, bar = time.monotonic(), 0, None
    try:
        for thing in things:
            done += size(thing)
            if bar is None and time.monotonic() - start > _LONG:
                bar = _bar(total())
            if bar is not None:
                bar.update(bar.task_ids[0], completed=done)
            yield thing
    finally:
        if bar is not None:
            bar.stop()


def _bar(total: int | None) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), DownloadColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    bar.add_task("reading", total=total)
    bar.start()
    return bar
