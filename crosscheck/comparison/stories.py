"""Do two articles tell one story? Judged by the people and places that they name, never by one word alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from crosscheck.comparison.held import Held, Path, fold
from crosscheck.comparison.kinds import NONE, apart

# An article with so few names tells nothing by not sharing any: a wire's first line names a town and a hospital.
TELLING = 3
# Of one place and day, only articles that name so many people and share none are taken for two stories.
APART = 8
# A name in this share of the articles (and in so many) is the corpus's own: a country, an agency, a president.
COMMON_SHARE, COMMON_LEAST = 0.05, 20


def common_names(held: Iterable[Held]) -> frozenset[str]:
    """The names that so many articles hold that sharing them means nothing."""
    articles = {one.article: one.names for one in held}
    counts = Counter(name for names in articles.values() for name in names)
    least = max(COMMON_LEAST, int(len(articles) * COMMON_SHARE))
    return frozenset(name for name, count in counts.items() if count > least)


def specific(one: Held, place: Path, common: frozenset[str]) -> frozenset[str]:
    """The names of a claim's article that are neither common nor the place in question and what holds it."""
    return (one.names - _folded(place) - common) or NONE


@lru_cache(maxsize=4096)
def _folded(place: Path) -> frozenset[str]:
    return frozenset(map(fold, place))


def split(members: Sequence[Held], place: Path, common: frozenset[str]) -> list[list[Held]]:
    """The members of one place and day, kept apart where they tell of different kinds of happenings or of other people.

    A claim that could belong to several of these belongs to none of them.
    """
    if len(members) == 1:
        return [list(members)]
    return [story for kind in by_kind(members) for story in _by_names(kind, place, common)]


def by_kind(members: Sequence[Held]) -> list[list[Held]]:
    """Claims by kinds of happenings that can be one; one that tells no kind joins the others where they are one."""
    sets = sorted({one.kinds for one in members if one.kinds}, key=lambda kinds: (-len(kinds), sorted(kinds)))
    clusters: list[list[frozenset[str]]] = []
    for kinds in sets:
        fitting = [cluster for cluster in clusters if not any(apart(kinds, other) for other in cluster)]
        if len(fitting) == 1:
            fitting[0].append(kinds)
        else:
            clusters.append([kinds])
    if len(clusters) < 2:
        return [list(members)]
    number = {kinds: index for index, cluster in enumerate(clusters) for kinds in cluster}
    found: list[list[Held]] = [[] for _ in clusters]
    for one in members:
        if one.kinds:
            found[number[one.kinds]].append(one)
    return [*found, *([one] for one in members if not one.kinds)]


def _by_names(members: Sequence[Held], place: Path, common: frozenset[str]) -> list[list[Held]]:
    articles = {one.article: specific(one, place, common) for one in members}
    telling = [article for article, names in articles.items() if len(names) >= APART]
    stories = _joined(telling, articles)
    if len(set(stories.values())) < 2:
        return [list(members)]
    found: defaultdict[str, list[Held]] = defaultdict(list)
    for one in members:
        found[stories.get(one.article, one.article)].append(one)
    return list(found.values())


def _joined(telling: Sequence[str], names: dict[str, frozenset[str]]) -> dict[str, str]:
    """For each article the first one that it is joined to by shared names."""
    parent = {article: article for article in telling}

    def root(article: str) -> str:
        while parent[article] != article:
            parent[article] = parent[parent[article]]
            article = parent[article]
        return article

    first: dict[str, str] = {}
    for article in telling:
        for name in names[article]:
            other = root(first.setdefault(name, article))
            own = root(article)
            parent[max(own, other)] = min(own, other)
    return {article: root(article) for article in telling}
