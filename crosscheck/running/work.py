"""What is done with each article, as a value that travels to a worker process and is made ready there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from crosscheck.model import Article, Extracted, Location, Publication, Tally
from crosscheck.rules import Rule

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Work(Protocol[R_co]):
    """A value that can be sent to a process and made ready there."""

    def ready(self) -> Callable[[Article], R_co]:
        """The function of one article; building it takes a while, calling it does not."""
        ...


@dataclass(frozen=True, slots=True)
class Tallied:
    """The mentions of one article with what became of each, and the place of each in the file."""

    article: Publication
    tallies: tuple[Tally, ...]
    locations: tuple[Location, ...]


@dataclass(frozen=True, slots=True)
class Claiming(Generic[R]):
    """Reads claims under these rules; `into` makes of them what is to come back, so that workers share that work."""

    rules: tuple[Rule, ...]
    into: Callable[[Extracted], R]

    def ready(self) -> Callable[[Article], R]:
        """The function of one article; building it takes a while, calling it does not."""
        from crosscheck.extraction import Extractor

        extractor, into = Extractor(self.rules), self.into
        return lambda article: into(extractor.claims(article))


@dataclass(frozen=True, slots=True)
class Tallying(Generic[R]):
    """Reads every mention, bound or not; `into` as for `Claiming`."""

    rules: tuple[Rule, ...]
    into: Callable[[Tallied], R]

    def ready(self) -> Callable[[Article], R]:
        """The function of one article; building it takes a while, calling it does not."""
        from crosscheck.extraction import Extractor

        extractor, into = Extractor(self.rules), self.into

        def tally(article: Article) -> R:
            tallies = extractor.tallies(article)
            places = tuple(article.locate(tally.mention.span) for tally in tallies)
            return into(Tallied(article.publication, tallies, places))

        return tally
