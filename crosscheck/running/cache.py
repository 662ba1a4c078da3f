"""One run's use of the store: whatever befalls it, the run goes on and says so; answers never depend on it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal

from crosscheck.running import store
from crosscheck.running.store import Store

# Bytes that wait to be written: a run that is killed has to do so much again, a megabyte or two of text.
WAITING = 1 << 20
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# Where it cannot be written it can still be read.
UNWRITABLE = {
    sqlite3.SQLITE_FULL: "there is no room left on its disk",
    sqlite3.SQLITE_READONLY: "it may only be read",
    sqlite3.SQLITE_BUSY: "another run keeps hold of it",
    sqlite3.SQLITE_LOCKED: "another run keeps hold of it",
}
FAILING = {sqlite3.SQLITE_FULL: UNWRITABLE[sqlite3.SQLITE_FULL], sqlite3.SQLITE_IOERR: "its disk is full, or fails"}
PRIMARY = 0xFF  # the low byte of an extended error code


class Cache:
    """Gives and keeps bytes by key. `say` is told once, in a sentence for people, what is wrong with the cache."""

    def __init__(self, folder: Path, limit: int, say: Callable[[str], None]) -> None:
        self._folder, self._limit, self._say = folder, limit, say
        self._waiting: list[tuple[bytes, bytes]] = []
        self._weight = 0
        self._writes = True
        self._rebuilt = False
        self._store: Store | None = None
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            self._give_up(error.strerror or str(error))
        else:
            self._attempt(self._open)

    def _open(self) -> None:
        self._store = Store(self._folder, self._limit)

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """The values of those keys that are kept."""
        found: list[Mapping[bytes, bytes]] = []
        if self._store is not None:
            self._attempt(lambda: found.append(self._store.get(keys) if self._store else {}))
        return found[0] if found else {}

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value; it is written a little later, with others."""
        if self._store is None or not self._writes:
            return
        self._waiting.append((key, value))
        self._weight += len(value) + store.KEY
        if self._weight >= WAITING:
            self._flush()

    def _flush(self) -> None:
        waiting, self._waiting, self._weight = self._waiting, [], 0
        if self._store is not None and self._writes:
            self._attempt(lambda: self._write(waiting))

    def _write(self, waiting: Sequence[tuple[bytes, bytes]]) -> None:
        if self._store is not None:
            self._writes = self._store.put(waiting)

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> Literal[False]:
        """A run that is broken off writes nothing more, so that it ends at once."""
        if kind is None:
            self._flush()
        self._shut()
        return False

    def _shut(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _attempt(self, do: Callable[[], None]) -> None:
        try:
            do()
        except sqlite3.Error as error:
            self._meet(error, do)
        except OSError as error:
            self._give_up(error.strerror or str(error))

    def _meet(self, error: sqlite3.Error, do: Callable[[], None]) -> None:
        """Build a damaged store anew, read on where it only cannot be written, else go on without it."""
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY
        if code in DAMAGED and not self._rebuilt:
            self._rebuild(do)
        elif code in UNWRITABLE and self._store is not None:
            self._stop_writing(UNWRITABLE[code])
        else:
            self._give_up(FAILING.get(code, str(error)))

    def _rebuild(self, do: Callable[[], None]) -> None:
        self._rebuilt = True
        self._shut()
        try:
            store.remove(self._folder)
        except OSError as error:
            self._give_up(f"it is damaged and cannot be deleted: {error.strerror or error}")
            return
        self._say(f"the cache in {self._folder} was damaged, and is built anew")
        self._attempt(self._open)
        if self._store is not None and do != self._open:
            self._attempt(do)

    def _stop_writing(self, why: str) -> None:
        self._writes = False
        self._say(f"the cache in {self._folder} keeps nothing of this run: {why}")

    def _give_up(self, why: str) -> None:
        self._writes = False
        self._shut()
        self._say(f"the cache in {self._folder} is not used: {why}; the run is only slower without it")
