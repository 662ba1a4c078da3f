"""Extraction on this machine: in this process for a small corpus, in several for a large one, results in order.

Extraction sees one article at a time, so that nothing depends on who reads which. Articles travel in batches, since a
message costs the same for one as for hundreds; what is under way is bounded, so that memory stays flat. What the cache
knows of an article is taken from there, and what it does not know is kept in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any, Generic, TypeVar

from crosscheck.model import Article, Lost, Recalled, Skipped
from crosscheck.running.cache import Cache
from crosscheck.running.products import Packed, Partial, Product, packed, unpacked
from crosscheck.running.shelf import Asked, Found, Shelf, asked
from crosscheck.running.work import Work

R = TypeVar("R")
Item = Article | Recalled | Skipped
# What is to be done with an item: read the article, or hand on what is known.
Step = Asked | Found[R] | Skipped
Steps = tuple[Step[R], ...]
Tell = Callable[[str], None]

# Characters of text. Starting workers takes about as long as reading the first of these alone.
WORTH_A_POOL = 2_000_000
BATCH = 250_000
# Empty articles weigh little, known and skipped ones nothing, yet a batch of them must end.
_ITEM = 200
MANY = 2_000


def run(
    articles: Iterable[Item],
    work: Work[R],
    *,
    jobs: int = 1,
    cache: Cache | None = None,
    tell: Tell | None = None,
    threshold: int = WORTH_A_POOL,
    batch: int = BATCH,
) -> Iterator[R | Skipped]:
    """The work on each article in their order, here or in `jobs` processes where there is text enough to share.

    Skipped ones pass through in their place. What the work's product packs is looked up in the cache, and kept there.
    `tell` is given a sentence of each article whose time was spent before its end; its result is not kept.
    """
    tell = tell or _silent
    shelf = None if cache is None or work.product is None else Shelf(cache, work.product, work.key())
    steps = iter(map(_plain, articles) if shelf is None else shelf.look(articles))
    here = _Here(work, shelf, tell)
    if jobs == 1:
        yield from here.done(steps)
        return
    while head := _weighing(steps, threshold):
        if sum(map(_weight, head)) >= threshold:
            # Processes are for large corpora: a small one is not to wait for what starts them.
            from crosscheck.running.pool import pooled

            for frame, answers in pooled(_batches(chain(head, steps), batch), work, jobs):
                yield from _joined(frame, answers, work.product, shelf, tell)
        else:
            yield from here.done(head)


class _Here(Generic[R]):
    """This process as the one that works, made ready when the first article asks for it."""

    def __init__(self, work: Work[R], shelf: Shelf[R] | None, tell: Tell) -> None:
        self._work, self._shelf, self._told = work, shelf, tell
        self._do: Callable[[Article], R | Partial[R]] | None = None

    def done(self, steps: Iterable[Step[R]]) -> Iterator[R | Skipped]:
        """The results of some steps."""
        for step in steps:
            if not isinstance(step, Asked):
                yield step.result if isinstance(step, Found) else step
                continue
            do = self._do = self._do or self._work.ready()
            result = do(step.article)
            if self._shelf is not None:
                _keep(self._shelf, step, packed(self._work.product, result))
            yield self._tell(result)

    def _tell(self, result: R | Partial[R]) -> R:
        return _whole(result, self._told)


def _whole(result: R | Partial[R], tell: Tell) -> R:
    """The result itself; where it is of a part of an article, that is told."""
    if not isinstance(result, Partial):
        return result
    for note in result.notes:
        tell(note)
    return result.result


def _silent(_: str) -> None:
    """For those whose results tell of it themselves."""


def _joined(
    frame: Steps[R], answers: Iterable[object], product: Product[Any] | None, shelf: Shelf[R] | None, tell: Tell
) -> Iterator[R | Skipped]:
    """The results of a batch, those from a worker in the places of their articles."""
    answered = iter(answers)
    for step in frame:
        if not isinstance(step, Asked):
            yield step.result if isinstance(step, Found) else step
            continue
        answer = next(answered)
        if isinstance(answer, Lost):
            yield answer
            continue
        if shelf is not None:
            _keep(shelf, step, answer)
        yield _whole(unpacked(product, step.article.publication, answer), tell)


def _keep(shelf: Shelf[R], step: Asked, answer: object) -> None:
    if isinstance(answer, Packed):
        shelf.keep(step, answer.content)


def _plain(item: Item) -> Asked | Skipped:
    return item if isinstance(item, Skipped) else asked(item)


def _weighing(steps: Iterator[Step[R]], threshold: int) -> Steps[R]:
    """The next steps, until their articles weigh so much, or there are many, or no more."""
    head: list[Step[R]] = []
    weight = 0
    for step in steps:
        head.append(step)
        weight += _weight(step)
        if weight >= threshold or len(head) >= MANY:
            break
    return tuple(head)


def _batches(steps: Iterable[Step[R]], size: int) -> Iterator[tuple[Steps[R], tuple[Article, ...]]]:
    """Steps with the articles that they ask for, so many characters at a time."""
    batch: list[Step[R]] = []
    weight = 0
    for step in steps:
        batch.append(step)
        weight += _weight(step)
        if weight >= size or len(batch) >= MANY:
            yield tuple(batch), _articles(batch)
            batch, weight = [], 0
    if batch:
        yield tuple(batch), _articles(batch)


def _articles(steps: Iterable[Step[R]]) -> tuple[Article, ...]:
    return tuple(step.article for step in steps if isinstance(step, Asked))


def _weight(step: Step[R]) -> int:
    """What it costs to read; what is known costs nothing."""
    return _ITEM + len(step.article.text) if isinstance(step, Asked) else 0
