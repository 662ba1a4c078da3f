"""One SQLite file of keys and bytes, safe under several runs at once and bounded in size; what it may not do it raises.

A value is kept with a checksum over key and value, so that a damaged one is never taken for what was put there.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

# The layout's number is part of the name: a program that keeps another layout keeps another file.
NAME = "results-1.sqlite"
NEW = ".new-"  # begins the names of files that are being made; a run that is killed may leave one
KEY = 16  # bytes of a key
WAIT = 5.0  # seconds that a run waits for another one that is writing
DAY = 24  # hours: one use a day is as good as many, and is written once
# The log of changes comes last: what is written before it stands in the file itself, which is whole once it is made.
LAYOUT = """
    PRAGMA page_size = 8192;
    PRAGMA auto_vacuum = INCREMENTAL;
    CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL);
    CREATE INDEX IF NOT EXISTS by_use ON kept (used);
    PRAGMA journal_mode = WAL;
"""
BESIDE = ("-wal", "-shm", "-journal")  # what SQLite may keep beside a file
SPARE = 10  # evicting goes a tenth of the limit further than it must, so that it is not begun anew with each value
ROWS = 500  # keys that are asked for at once


@dataclass(frozen=True, slots=True)
class Stats:
    """How many values a store keeps, and the bytes of its file."""

    values: int
    size: int


def hours() -> int:
    """The hour that it is: by it alone is told what was used least recently."""
    return int(time.time() // 3600)


class Store:
    """An open store; every method may raise sqlite3.Error."""

    def __init__(self, folder: Path, limit: int, clock: Callable[[], int] = hours) -> None:
        """Opens or makes the file in a folder that is there; `limit` is in bytes. May raise OSError too."""
        self._limit = limit
        self._now = clock()
        self._stale: list[bytes] = []
        if not (folder / NAME).exists():
            _make(folder)
        self._base = sqlite3.connect(folder / NAME, timeout=WAIT, isolation_level=None)
        try:
            # A process that is killed loses at most what it wrote last; a power failure, the last few seconds.
            self._base.execute("PRAGMA synchronous = NORMAL")
            if self._base.execute("SELECT 1 FROM sqlite_master WHERE name = 'by_use'").fetchone() is None:
                self._base.executescript(LAYOUT)
        except BaseException:
            self._base.close()
            raise

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """The values of those keys that are there."""
        found: dict[bytes, bytes] = {}
        for start in range(0, len(keys), ROWS):
            asked = keys[start : start + ROWS]
            marks = ",".join("?" * len(asked))
            for key, used, value in self._base.execute(
                f"SELECT key, used, value FROM kept WHERE key IN ({marks})", asked
            ):
                if _sum(key, value[4:]) != value[:4]:
                    continue
                found[key] = value[4:]
                if used <= self._now - DAY:
                    self._stale.append(key)
        return found

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> bool:
        """Keep these, and note what was used; False where there is no room but that of other values of this hour."""
        rows = [(key, self._now, _sum(key, value) + value) for key, value in values]
        with closing(self._base.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            try:
                cursor.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)
                cursor.executemany("UPDATE kept SET used = ? WHERE key = ?", [(self._now, key) for key in self._stale])
                cursor.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:
                    cursor.execute("ROLLBACK")
                raise
        self._stale.clear()
        return self._evict()

    def _evict(self) -> bool:
        """Drop what was used least recently, but nothing that this run put here, until there is room again."""
        excess = self._size() - self._limit
        if excess <= 0:
            return True
        dropped = list(self._oldest(excess + self._limit // SPARE))
        with closing(self._base.cursor()) as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            cursor.executemany("DELETE FROM kept WHERE key = ?", dropped)
            cursor.execute("COMMIT")
            cursor.execute("PRAGMA incremental_vacuum").fetchall()
        return self._size() <= self._limit

    def _oldest(self, excess: int) -> Iterator[tuple[bytes]]:
        rows = self._base.execute(
            "SELECT key, length(value) FROM kept WHERE used < ? ORDER BY used, rowid", (self._now,)
        )
        for key, length in rows:
            if excess <= 0:
                return
            excess -= length
            yield (key,)

    def _size(self) -> int:
        pages, free, size = (
            self._base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def stats(self) -> Stats:
        """What is kept."""
        return Stats(int(self._base.execute("SELECT count(*) FROM kept").fetchone()[0]), self._size())

    def close(self) -> None:
        """Close the file; what was not put is not kept."""
        self._base.close()


def examine(folder: Path) -> Stats:
    """What the store of a folder keeps, without changing it; raises sqlite3.Error."""
    with closing(Store(folder, 0)) as store:
        return store.stats()


def remove(folder: Path) -> bool:
    """Delete the store of a folder, also one that is damaged; whether there was one. Raises OSError.

    A run that has it open goes on with the deleted file. The file itself goes last, lest a new one meet an old log.
    """
    there = (folder / NAME).exists()
    for file in (*folder.glob(f"{NEW}*"), *(folder / (NAME + ending) for ending in (*BESIDE, ""))):
        file.unlink(missing_ok=True)
    return there


def _make(folder: Path) -> None:
    """Make the file elsewhere and put it in place whole, unless another run has done so meanwhile."""
    new = folder / f"{NEW}{os.urandom(8).hex()}"
    try:
        with closing(sqlite3.connect(new, isolation_level=None)) as base:
            base.executescript(LAYOUT)
        _place(new, folder / NAME)
    finally:
        for ending in (*BESIDE, ""):
            new.with_name(new.name + ending).unlink(missing_ok=True)


def _place(new: Path, place: Path) -> None:
    try:
        os.link(new, place)
    except FileExistsError:
        return
    except OSError:
        # This file system has no links: two runs that begin at once may each make a file, and one of them is lost.
        if not place.exists():
            new.replace(place)


def _sum(key: bytes, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(key)).to_bytes(4, "big")
