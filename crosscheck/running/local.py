"""Extraction on this machine: in this process for a small corpus, in several for a large one, results in order.

Extraction sees one article at a time, so that nothing depends on who reads which. Articles travel in batches, since a
message costs the same for one as for hundreds; what is under way is bounded, so that memory stays flat.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from crosscheck.model import Article, Extracted, Skipped
from crosscheck.rules import Rule
from crosscheck.running.pool import pooled
from crosscheck.running.work import Claiming, Tallied, Tallying, Work

R = TypeVar("R")
Item = Article | Skipped
Batch = tuple[Item, ...]

# Characters of text. Starting workers takes about as long as reading the first of these alone.
WORTH_A_POOL = 2_000_000
BATCH = 250_000
# Empty articles and skipped files weigh nothing, yet a batch of them must end.
_ITEM = 200


def extract(
    articles: Iterable[Item], rules: tuple[Rule, ...], into: Callable[[Extracted], R], *, jobs: int = 1
) -> Iterator[R | Skipped]:
    """`into` of each article's claims, in the articles' order; skipped ones pass through in their place.

    With more than one job, `into` must be a function that a module names, or a partial of one.
    """
    return run(articles, Claiming(rules, into), jobs=jobs)


def tally(
    articles: Iterable[Item], rules: tuple[Rule, ...], into: Callable[[Tallied], R], *, jobs: int = 1
) -> Iterator[R | Skipped]:
    """`into` of each article's mentions with what became of them, as `extract` does of claims."""
    return run(articles, Tallying(rules, into), jobs=jobs)


def run(
    articles: Iterable[Item], work: Work[R], *, jobs: int = 1, threshold: int = WORTH_A_POOL, batch: int = BATCH
) -> Iterator[R | Skipped]:
    """The work on each article, here or in `jobs` processes where there is text enough to share."""
    rest = iter(articles)
    head = _weighing(rest, threshold) if jobs > 1 else ()
    if jobs > 1 and sum(map(_weight, head)) >= threshold:
        yield from pooled(_batches(chain(head, rest), batch), work, jobs)
    else:
        yield from _here(chain(head, rest), work)


def _here(articles: Iterable[Item], work: Work[R]) -> Iterator[R | Skipped]:
    do: Callable[[Article], R] | None = None
    for item in articles:
        if isinstance(item, Skipped):
            yield item
        else:
            do = do or work.ready()
            yield do(item)


def _weighing(articles: Iterator[Item], threshold: int) -> Batch:
    """The first articles, until they weigh so much or there are no more."""
    head, weight = [], 0
    for item in articles:
        head.append(item)
        weight += _weight(item)
        if weight >= threshold:
            break
    return tuple(head)


def _batches(articles: Iterable[Item], size: int) -> Iterator[Batch]:
    batch: list[Item] = []
    weight = 0
    for item in articles:
        batch.append(item)
        weight += _weight(item)
        if weight >= size:
            yield tuple(batch)
            batch, weight = [], 0
    if batch:
        yield tuple(batch)


def _weight(item: Item) -> int:
    return _ITEM if isinstance(item, Skipped) else _ITEM + len(item.text)
