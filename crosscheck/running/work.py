"""What is done with each article, as a value that travels to a worker process and is made ready there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from crosscheck.model import Article, Extracted, Location, Publication, Tally
from crosscheck.model.limits import USUAL
from crosscheck.rules import Rule
from crosscheck.running.products import Partial, Product

if TYPE_CHECKING:
    from crosscheck.language.places import Alias

R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Work(Protocol[R_co]):
    """A value that can be sent to a process and made ready there."""

    @property
    def product(self) -> Product[Any] | None:
        """How results are packed to travel and to be kept; None where they travel as they are and are not kept."""
        ...

    def key(self) -> bytes:
        """Stands for all that results depend on beside the article."""
        ...

    def ready(self) -> Callable[[Article], R_co | Partial[R_co]]:
        """The function of one article; building it takes a while, calling it does not."""
        ...


@dataclass(frozen=True, slots=True)
class Tallied:
    """The mentions of one article with what became of each, and the place of each in the file."""

    article: Publication
    tallies: tuple[Tally, ...]
    locations: tuple[Location, ...]


def itself(result: R) -> R:
    """For work whose result is to come back as it is."""
    return result


@dataclass(frozen=True, slots=True)
class Claiming(Generic[R]):
    """Reads claims under these rules; `into` makes of them what is to come back, so that workers share that work.

    `whole` as for `Extractor.claims`. A `product` says how that is packed, and that it may be kept.
    """

    rules: tuple[Rule, ...]
    into: Callable[[Extracted], R]
    product: Product[Any] | None = None
    whole: bool = True
    aliases: tuple[Alias, ...] = ()
    seconds: int = USUAL.seconds

    def key(self) -> bytes:
        """Stands for the rules, the program, and what is made of the claims."""
        return _key(self.rules, self.product, self.whole, *map(_told, self.aliases), self.seconds)

    def ready(self) -> Callable[[Article], R | Partial[R]]:
        """The function of one article; building it takes a while, calling it does not."""
        from crosscheck.extraction import Extractor

        extractor, into, whole = Extractor(self.rules, self.aliases, seconds=self.seconds), self.into, self.whole

        def claim(article: Article) -> R | Partial[R]:
            found = extractor.claims(article, whole=whole)
            return Partial(into(found), found.cut) if found.cut else into(found)

        return claim


@dataclass(frozen=True, slots=True)
class Tallying(Generic[R]):
    """Reads every mention, bound or not; `into` and `product` as for `Claiming`."""

    rules: tuple[Rule, ...]
    into: Callable[[Tallied], R]
    product: Product[Any] | None = None
    aliases: tuple[Alias, ...] = ()
    seconds: int = USUAL.seconds

    def key(self) -> bytes:
        """Stands for the rules, the program, and what is made of the mentions."""
        return _key(self.rules, self.product, *map(_told, self.aliases), self.seconds)

    def ready(self) -> Callable[[Article], R | Partial[R]]:
        """The function of one article; building it takes a while, calling it does not."""
        from crosscheck.extraction import Extractor

        extractor, into = Extractor(self.rules, self.aliases, seconds=self.seconds), self.into

        def tally(article: Article) -> R | Partial[R]:
            tallies, cut = extractor.tallied(article)
            places = tuple(article.locate(tally.mention.span) for tally in tallies)
            made = into(Tallied(article.publication, tallies, places))
            return Partial(made, cut) if cut else made

        return tally


def _told(alias: Alias) -> tuple[str | None, ...]:
    """All that an alias means; where it is written changes no answer."""
    return alias.name, alias.of, alias.within, alias.kind


def _key(rules: tuple[Rule, ...], product: Product[Any] | None, *others: Any) -> bytes:
    from crosscheck.running import keys
    from crosscheck.running.edition import edition

    return keys.hashed("result", edition(), keys.rulebook(rules), product.name if product else None, others)
