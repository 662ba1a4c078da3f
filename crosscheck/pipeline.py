"""The program on one screen: read → extract → compare → render.

A figure in prose is a set of possibilities: 17 is [17, 17], "at least 17" is [17, ∞), "January" is 31 days. Two claims
about the same quantity disagree when no single fact could make both true. So the program is four functions over frozen
values: `intake` reads articles, `extraction` makes claims of their figures, `comparison` finds the claims that cannot
all be true, and `reporting` tells them. Nothing is kept between them but what is passed on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from crosscheck.comparison import compare
from crosscheck.configuration.terms import Terms
from crosscheck.model import Article, Claim, Extracted, Lost, Publication, Recalled, Report, Skipped
from crosscheck.reckoning import reckon
from crosscheck.rules import Rule
from crosscheck.running import local
from crosscheck.running.cache import Cache
from crosscheck.running.products import EXTRACTED
from crosscheck.running.shelf import asked
from crosscheck.running.work import Claiming, Work, itself

if TYPE_CHECKING:
    from crosscheck.intake.pointers import Pointer
    from crosscheck.model.explanation import Explained
    from crosscheck.rules.check import Failure

TERMS = Terms()


def check(
    articles: Iterable[Article | Recalled | Skipped],
    rules: tuple[Rule, ...],
    terms: Terms = TERMS,
    *,
    fresh: Callable[[Article | Recalled], bool] | None = None,
    jobs: int = 1,
    cache: Cache | None = None,
) -> Report:
    """Where these articles contradict each other under these rules, and what could not be checked.

    Articles may come in any order; they are read in as many processes as `jobs` says, a few megabytes at a time. What
    was read of them before is taken from the cache. With `fresh`, only what the articles it holds for take part in.
    """
    new: set[str] = set()
    passing = articles if fresh is None else _marking(articles, fresh, new)
    outcomes = _extracted(passing, rules, terms, jobs, cache)
    return reckon(outcomes, rules, terms, None if fresh is None else new)


def _extracted(
    articles: Iterable[Article | Recalled | Skipped],
    rules: tuple[Rule, ...],
    terms: Terms,
    jobs: int,
    cache: Cache | None = None,
    tell: Callable[[str], None] | None = None,
) -> tuple[Extracted | Skipped, ...]:
    work: Work[Extracted] = Claiming(rules, itself, EXTRACTED, aliases=terms.aliases, seconds=terms.limits.seconds)
    return tuple(local.run(articles, work, jobs=jobs, cache=cache, tell=tell))


def _marking(
    articles: Iterable[Article | Recalled | Skipped], fresh: Callable[[Article | Recalled], bool], new: set[str]
) -> Iterator[Article | Recalled | Skipped]:
    """The same articles; the ids of new ones are noted on the way."""
    for item in articles:
        if not isinstance(item, Skipped) and fresh(item):
            new.add(item.publication.id)
        yield item


def recheck(claims: Iterable[Claim | Skipped], rules: tuple[Rule, ...], terms: Terms = TERMS) -> Report:
    """The same of claims that were extracted before; their articles' names, and so spellings of them, are not known."""
    found: dict[Publication, list[Claim]] = {}
    skipped: list[Skipped] = []
    for item in claims:
        if isinstance(item, Skipped):
            skipped.append(item)
        else:
            found.setdefault(item.article, []).append(item)
    extracted = (Extracted(article, tuple(own), mentions=len(own)) for article, own in found.items())
    return reckon((*extracted, *skipped), rules, terms)


def explain(
    articles: Iterable[Article | Recalled | Skipped],
    rules: tuple[Rule, ...],
    place: Pointer,
    terms: Terms = TERMS,
    *,
    jobs: int = 1,
    lose: Callable[[Lost], None] = lambda _: None,
    note: Callable[[str], None] = lambda _: None,
) -> tuple[Explained, ...]:
    """How each figure at a place came to be read, bound and compared when all these articles are compared.

    `lose` is told of each article given up, `note` in a sentence of each whose time was spent before its end.
    """
    from crosscheck.comparison.fates import fates
    from crosscheck.extraction import Extractor, explaining
    from crosscheck.model.explanation import Explained

    there: list[Article] = []
    notes: list[str] = []
    outcomes = _extracted(_noting(articles, place, there), rules, terms, jobs, tell=notes.append)
    extractor = Extractor(rules, terms.aliases, seconds=terms.limits.seconds)
    told = [each for article in there for each in explaining.explain(extractor, article, place.marks, notes.append)]
    for lost in (one for one in outcomes if isinstance(one, Lost)):
        lose(lost)
    for said in dict.fromkeys(notes):
        note(said)
    claims = [claim for each in told for claim in each.claims]
    fared = iter(
        fates((one for one in outcomes if isinstance(one, Extracted)), rules, claims, terms.settings) if claims else ()
    )
    return tuple(Explained(each, tuple(next(fared) for _ in each.claims)) for each in told)


def _noting(
    articles: Iterable[Article | Recalled | Skipped], place: Pointer, there: list[Article]
) -> Iterator[Article | Skipped]:
    """The same articles, with their texts; those that the place lies in are noted on the way."""
    for item in articles:
        read = item if isinstance(item, Skipped) else asked(item)
        if isinstance(read, Skipped):
            yield read
            continue
        if place.enters(read.article):
            there.append(read.article)
        yield read.article


def test(rules: Iterable[Rule], known: tuple[Rule, ...]) -> tuple[Failure, ...]:
    """What fails of the evidence in these rules' files, read and compared under all known rules as in a real run.

    A rule that is switched off claims nothing in a real run, so its evidence is not asked for.
    """
    from crosscheck.extraction import Extractor
    from crosscheck.rules import check as evidence

    extractor = Extractor(known)
    return tuple(
        failure
        for rule in rules
        if rule.enabled
        for failure in evidence.check(rule, extractor, lambda e: compare(e, known).discrepancies)
    )
