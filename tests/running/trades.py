"""Work that workers can be given here: functions of an article that need neither rules nor a language."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import Fault, RuleError
from crosscheck.model import Article, Extracted
from crosscheck.running.work import Work

# Folders are looked into, to import what they hold.
HARMLESS = ("os.listdir", "os.scandir")


class Unkept:
    """Work whose results travel as they are and are kept nowhere."""

    __slots__ = ()
    product = None

    def key(self) -> bytes:
        return b""


@dataclass(frozen=True, slots=True)
class Measuring(Unkept):
    """Tells each article's id and length."""

    def ready(self) -> Callable[[Article], tuple[str, int]]:
        return lambda article: (article.publication.id, len(article.text))


@dataclass(frozen=True, slots=True)
class Naming(Unkept):
    """Tells which process reads."""

    def ready(self) -> Callable[[Article], int]:
        return lambda _: os.getpid()


@dataclass(frozen=True, slots=True)
class Failing(Unkept):
    """Fails on the article of that id."""

    id: str

    def ready(self) -> Callable[[Article], int]:
        def fail(article: Article) -> int:
            if article.publication.id == self.id:
                raise ZeroDivisionError("no reader for this")
            return 0

        return fail


@dataclass(frozen=True, slots=True)
class Dying(Unkept):
    """Does as `Measuring`, and is killed by the article of that id, as when memory runs out; by any where it is empty.

    Where `mark` is a path, only until that is there.
    """

    id: str
    mark: str | None = None

    def ready(self) -> Callable[[Article], tuple[str, int]]:
        def die(article: Article) -> tuple[str, int]:
            if self.id in ("", article.publication.id) and not (self.mark and Path(self.mark).exists()):
                if self.mark:
                    Path(self.mark).touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return article.publication.id, len(article.text)

        return die


@dataclass(frozen=True, slots=True)
class Unready(Unkept):
    """Cannot even start."""

    def ready(self) -> Callable[[Article], int]:
        raise RuleError((Fault("rules/deaths.toml", "is gone", 3),))


@dataclass(frozen=True, slots=True)
class Endless(Unkept):
    """Never comes back."""

    def ready(self) -> Callable[[Article], int]:
        def stay(_: Article) -> int:
            while True:
                time.sleep(60)

        return stay


@dataclass(frozen=True, slots=True)
class Watched(Unkept):
    """Does another work, and tells with each result what the process wrote, and whom it called, while it did it."""

    work: Work[Extracted]

    def ready(self) -> Callable[[Article], tuple[int, tuple[str, ...]]]:
        seen: list[str] = []

        def watch(event: str, given: tuple[object, ...]) -> None:
            writes = event == "open" and isinstance(given[1], str) and not {*"wax+"}.isdisjoint(given[1])
            if writes or event.startswith(("socket.", "subprocess.", "os.", "sqlite3.", "shutil.")):
                seen.append(f"{event} {given}"[:200])

        # No hook can be taken away again; this process ends with its work.
        sys.addaudithook(watch)
        do = self.work.ready()

        def watched(article: Article) -> tuple[int, tuple[str, ...]]:
            found = do(article)
            assert isinstance(found, Extracted)
            return len(found.claims), tuple(each for each in seen if not each.startswith(HARMLESS))

        return watched
