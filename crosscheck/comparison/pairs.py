"""Figures that are told two together: quakes of 7.6 and 7.4 here, of 7.6 and 7.5 there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from crosscheck.comparison.held import Held
from crosscheck.comparison.linking import Member

# Words between the two: "7.6 and 7.4", "magnitudes 7.6 and, later, 7.4".
WORDS = 2
# Two pairs that share a figure name three.
TWO_PAIRS = 3


def differing(members: Iterable[Member]) -> list[Held]:
    """The figures that differ beside one that is the same, where each is told in one breath with it; else nothing.

    An article that pairs one figure with several others tells of more than two things, and is left out.
    """
    exact = [m.held for m in members if m.held.exact and m.held.claim.scope != "part"]
    if len({one.named for one in exact}) < TWO_PAIRS:
        return []
    beside: defaultdict[Decimal, defaultdict[str, dict[Decimal, Held]]] = defaultdict(lambda: defaultdict(dict))
    for one, other in _pairs(exact):
        beside[one.named][one.article].setdefault(other.named, other)
        beside[other.named][other.article].setdefault(one.named, one)
    for shared in sorted(beside):
        mates = _single(beside[shared])
        if len({mate.named for mate in mates}) > 1:
            return mates
    return []


def _pairs(held: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    """Neighbours of one sentence with no more than a link between them, of two different figures."""
    for _, group in groupby(held, key=lambda one: (one.article, one.claim.part, one.claim.quote)):
        for one, other in pairwise(group):
            between = one.claim.quote[one.claim.quote_end : other.claim.quote_start].split()
            if one.named != other.named and 0 < len(between) <= WORDS:
                yield one, other


def _single(articles: Mapping[str, dict[Decimal, Held]]) -> list[Held]:
    """The mates of a figure in the articles that give it one."""
    return [mate for mates in articles.values() if len(mates) == 1 for mate in mates.values()]
