"""Spelling variants of one name, in one article or across all: Colque and Coolque, Otárola and Otarola."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from crosscheck.comparison import wording
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import fold, people
from crosscheck.comparison.naming import are_one
from crosscheck.language.folding import unaccent
from crosscheck.language.spelling import variants
from crosscheck.model import Discrepancy, Extracted, Name, Site

Bearer = tuple[Extracted, Name]


def variant_names(articles: Iterable[Extracted], desk: Desk) -> Iterator[Discrepancy]:
    """One note for each two spellings, with every place where either names what may be the same.

    People and places are told apart, and so are languages: Peru is Perú in Spanish.
    """
    kinds: defaultdict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for article in articles:
        for name in article.names:
            kinds[name.kind, article.article.lang].append((article, name))
    for kind in sorted(kinds):
        counts: Counter[str] = Counter()
        for _, name in kinds[kind]:
            counts[name.surface] += name.count
        found = tuple(variants(sorted(counts.items())))
        bearers = _bearers(kinds[kind], {form for first, second, _ in found for form in (first, second)})
        for first, second, reason in found:
            sites = _sites(first, bearers[first], second, bearers[second])
            if sites and not are_one(first, second, desk.settings.names):
                yield _note(first, second, reason, sites, desk)


def _bearers(named: Iterable[Bearer], forms: Set[str]) -> Mapping[str, Sequence[Bearer]]:
    """Where each of these forms stands, as a name or as a word of one; of all other names nothing is kept."""
    found: defaultdict[str, list[Bearer]] = defaultdict(list)
    for article, name in named:
        for form in forms & {name.surface, *name.surface.split()}:
            found[form].append((article, name))
    return found


def _sites(first: str, one: Sequence[Bearer], second: str, other: Sequence[Bearer]) -> tuple[Site, ...]:
    """Where either spelling names what may be the same; where only accents differ, wherever it stands."""
    if unaccent(first).casefold() == unaccent(second).casefold():
        return tuple(_site(*bearer) for bearer in (*one, *other))
    pairs = [(a, b) for b in other for a in one if _may_be_one(a, first, b, second)]
    return tuple(dict.fromkeys([*(_site(*a) for a, _ in pairs), *(_site(*b) for _, b in pairs)]))


def _may_be_one(a: Bearer, first: str, b: Bearer, second: str) -> bool:
    """Whether the rest of one name is in the other; where one is a word alone, its article has to tell the same story.

    "Damien Hamer" and "Damein K. Hamer" are one; "Chief Ronnie Harrold" and "Chief Harold Jones" are two.
    """
    rest, others = _rest(a[1], first), _rest(b[1], second)
    if rest and others:
        return rest <= others or others <= rest
    return a[0] is b[0] or not people(a[0]).isdisjoint(people(b[0]))


def _rest(name: Name, form: str) -> frozenset[str]:
    words = (word for word in name.surface.split() if word != form and not word.endswith("."))
    return frozenset(fold(unaccent(word)) for word in words)


def _site(article: Extracted, name: Name) -> Site:
    return Site(article.article, name.span, name.location, name.surface)


def _note(first: str, second: str, reason: str, sites: tuple[Site, ...], desk: Desk) -> Discrepancy:
    told = wording.reason(wording.SPELLING.format(reason=reason))
    key = (("name", " / ".join(sorted((first, second)))),)
    found = desk.report("spelling_variant", "note", None, key, (), told, sites=sites)
    return replace(found, message=wording.spelled(first, second))
