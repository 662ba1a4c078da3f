"""The cache as the commands use it, and the commands that tell of it and empty it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from crosscheck.cli.app import cache_app
from crosscheck.cli.output import publish, say
from crosscheck.errors import InputError

if TYPE_CHECKING:
    from crosscheck.running.cache import Cache


@contextmanager
def cache_of(*, no_cache: bool, quiet: bool) -> Iterator[Cache | None]:
    """The cache of one run, None where none is wanted; what is wrong with it is told, unless nothing may be."""
    if no_cache:
        yield None
        return
    from crosscheck.running import home
    from crosscheck.running.cache import Cache

    with Cache(home.folder(), home.limit(), _silent if quiet else say) as cache:
        yield cache


def _silent(message: str) -> None:
    """Of a cache that cannot be used nothing need be known where only errors are told."""


@cache_app.command()
def stats() -> None:
    """Tell where the cache lies, how much it keeps, and how much it may keep."""
    import sqlite3

    from crosscheck.reporting.inert import inert
    from crosscheck.running import home, store

    folder, limit = home.folder(), home.limit()
    kept = store.Stats(0, 0)
    if (folder / store.NAME).exists():
        try:
            kept = store.examine(folder)
        except sqlite3.Error as error:
            raise InputError(
                f"the cache in {folder} cannot be read: {error}; empty it: crosscheck cache clear"
            ) from error
    publish(
        [
            f"folder   {inert(str(folder))}\n",
            f"results  {kept.values:,}\n",
            f"size     {megabytes(kept.size)} of {megabytes(limit)}\n",
        ]
    )


@cache_app.command()
def clear() -> None:
    """Empty the cache: the next run reads every article again."""
    from crosscheck.running import home, store

    folder = home.folder()
    try:
        there = store.remove(folder)
    except OSError as error:
        raise InputError(f"the cache in {folder} cannot be emptied: {error.strerror or error}") from error
    say(f"emptied the cache in {folder}" if there else f"there is no cache in {folder}")


def megabytes(size: int) -> str:
    """A size in units of 1,048,576 bytes."""
    return f"{size / (1 << 20):,.1f} MiB"
