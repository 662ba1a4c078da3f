"""Claims and mentions told as they are read, so that the first of a large corpus is out before the last is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from crosscheck.comparison.held import people
from crosscheck.model import Article, Extracted, Lost, Recalled, Skipped
from crosscheck.model.limits import USUAL
from crosscheck.reporting import Options, jsonl
from crosscheck.rules import Rule
from crosscheck.running import local
from crosscheck.running.cache import Cache
from crosscheck.running.products import Extraction, Lines, Product
from crosscheck.running.work import Claiming, Tallied, Tallying, Work, itself

if TYPE_CHECKING:
    from crosscheck.language.places import Alias

T = TypeVar("T")
Articles = Iterable[Article | Recalled | Skipped]
CLAIM_LINES, MENTION_LINES = Lines("claim lines"), Lines("mention lines")
CLAIMS = Extraction("claims")


@dataclass(frozen=True, slots=True)
class Run:
    """How a list is read: in so many processes, with a cache or without; `tell` is told of each article given up.

    `note` is told in a sentence of each whose time was spent before its end.
    """

    jobs: int = 1
    cache: Cache | None = None
    aliases: tuple[Alias, ...] = ()
    seconds: int = USUAL.seconds
    tell: Callable[[Lost], None] = lambda _: None
    note: Callable[[str], None] = lambda _: None

    def extract(
        self, articles: Articles, rules: tuple[Rule, ...], into: Callable[[Extracted], T], product: Product[T]
    ) -> Iterator[T]:
        """`into` of each article's claims."""
        terms = (self.aliases, self.seconds)
        return self._read(articles, Claiming(rules, into, product, False, *terms))

    def tally(
        self,
        articles: Articles,
        rules: tuple[Rule, ...],
        into: Callable[[Tallied], T],
        product: Product[T] | None = None,
    ) -> Iterator[T]:
        """`into` of each article's mentions."""
        return self._read(articles, Tallying(rules, into, product, self.aliases, self.seconds))

    def _read(self, articles: Articles, work: Work[T]) -> Iterator[T]:
        """What the articles gave; what was not read has been told of by whoever reads."""
        for outcome in local.run(articles, work, jobs=self.jobs, cache=self.cache, tell=self.note):
            if isinstance(outcome, Lost):
                self.tell(outcome)
            elif not isinstance(outcome, Skipped):
                yield outcome


def claim_lines(articles: Articles, rules: tuple[Rule, ...], options: Options, run: Run) -> Iterator[str]:
    """JSON Lines of claims, an article's at a time; workers write the lines too."""
    return run.extract(articles, rules, partial(_claim_lines, options), CLAIM_LINES)


def mention_lines(articles: Articles, rules: tuple[Rule, ...], _: Options, run: Run) -> Iterator[str]:
    """JSON Lines of mentions, an article's at a time; workers write the lines too."""
    return run.tally(articles, rules, _mention_lines, MENTION_LINES)


def claim_table(articles: Articles, rules: tuple[Rule, ...], options: Options, run: Run) -> Iterator[str]:
    """A table of claims in pieces."""
    from crosscheck.reporting.terminal import tables

    found = run.extract(articles, rules, itself, CLAIMS)
    return tables.claims((claim for one in found for claim in one.claims), options)


def mention_table(articles: Articles, rules: tuple[Rule, ...], options: Options, run: Run) -> Iterator[str]:
    """A table of mentions in pieces; it is made to be looked at, and is not kept."""
    from crosscheck.reporting.terminal import tables

    pairs = (
        pair for one in run.tally(articles, rules, itself) for pair in zip(one.tallies, one.locations, strict=True)
    )
    return tables.mentions(pairs, options)


def _claim_lines(options: Options, extracted: Extracted) -> str:
    """Each claim tells whom its article names, by which comparing tells stories apart: lines have no article."""
    named = people(extracted)
    told = (replace(claim, context=claim.context | named) for claim in extracted.claims)
    return "".join(jsonl.claim(claim, options.quantity(claim.quantity)) for claim in told)


def _mention_lines(tallied: Tallied) -> str:
    pairs = zip(tallied.tallies, tallied.locations, strict=True)
    return "".join(jsonl.mention(tallied.article.id, tally, location) for tally, location in pairs)
