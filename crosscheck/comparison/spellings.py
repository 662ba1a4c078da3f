"""Spelling variants of one name, in one article or across all: Colque and Coolque, Otárola and Otarola."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosscheck.comparison import wording
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.naming import are_one
from crosscheck.language.spelling import variants
from crosscheck.model import Discrepancy, Extracted, Name, Site


def variant_names(articles: Iterable[Extracted], desk: Desk) -> Iterator[Discrepancy]:
    """One note for each two spellings, with every place where either stands.

    People and places are told apart, and so are languages: Peru is Perú in Spanish.
    """
    kinds: defaultdict[tuple[str, str], list[tuple[Extracted, Name]]] = defaultdict(list)
    for article in articles:
        for name in article.names:
            kinds[name.kind, article.article.lang].append((article, name))
    for kind in sorted(kinds):
        counts: Counter[str] = Counter()
        spelled: defaultdict[str, list[Site]] = defaultdict(list)
        for article, name in kinds[kind]:
            counts[name.surface] += name.count
            for form in {name.surface, *name.surface.split()}:
                spelled[form].append(_site(article, name))
        for first, second, reason in variants(sorted(counts.items())):
            if not are_one(first, second, desk.settings.names):
                yield _note(first, second, reason, (*spelled[first], *spelled[second]), desk)


def _site(article: Extracted, name: Name) -> Site:
    return Site(article.article, name.span, name.location, name.surface)


def _note(first: str, second: str, reason: str, sites: tuple[Site, ...], desk: Desk) -> Discrepancy:
    told = wording.reason(wording.SPELLING.format(reason=reason))
    key = (("name", " / ".join(sorted((first, second)))),)
    found = desk.report("spelling_variant", "note", None, key, (), told, sites=sites)
    return replace(found, message=wording.spelled(first, second))
