"""Spelling variants of one name, in one article or across all: Colque and Coolque, Otárola and Otarola."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
        for _, name in kinds[kind]:
            counts[name.surface] += name.count
        found = tuple(variants(sorted(counts.items())))
        spelled = _places(kinds[kind], {form for first, second, _ in found for form in (first, second)})
        for first, second, reason in found:
            if not are_one(first, second, desk.settings.names):
                yield _note(first, second, reason, (*spelled[first], *spelled[second]), desk)


def _places(named: Iterable[tuple[Extracted, Name]], forms: Set[str]) -> Mapping[str, Sequence[Site]]:
    """Where each of these forms stands, as a name or as a word of one; of all other names nothing is kept."""
    spelled: defaultdict[str, list[Site]] = defaultdict(list)
    for article, name in named:
        for form in forms & {name.surface, *name.surface.split()}:
            spelled[form].append(_site(article, name))
    return spelled


def _site(article: Extracted, name: Name) -> Site:
    return Site(article.article, name.span, name.location, name.surface)


def _note(first: str, second: str, reason: str, sites: tuple[Site, ...], desk: Desk) -> Discrepancy:
    told = wording.reason(wording.SPELLING.format(reason=reason))
    key = (("name", " / ".join(sorted((first, second)))),)
    found = desk.report("spelling_variant", "note", None, key, (), told, sites=sites)
    return replace(found, message=wording.spelled(first, second))
