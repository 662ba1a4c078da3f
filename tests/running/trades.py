"""Work that workers can be given here: functions of an article that need neither rules nor a language."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import Fault, RuleError
from crosscheck.model import Article


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
