"""A claim as comparing holds it: what it allows, where and when, and what its article tells beside; once per run.

Every later step works on these in one canonical order, so the order in which articles and claims come never matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import groupby

from crosscheck.comparison.headlines import as_in_the_text
from crosscheck.comparison.kinds import common, kinds, others
from crosscheck.comparison.naming import name_events, rename
from crosscheck.comparison.reading import read
from crosscheck.comparison.settings import Settings
from crosscheck.model import Claim, Extracted, Interval, Reach
from crosscheck.rules import Rule

Path = tuple[str, ...]
Days = tuple[date, date]

# How near the words stood: in the figure's own clause or sentence they are firm, from the neighbourhood likely, from
# elsewhere in the article guessed.
NEARNESS: Mapping[Reach, int] = {"clause": 3, "sentence": 3, "context": 2, "article": 1}
FIRM, LIKELY, GUESSED, UNKNOWN = 3, 2, 1, 0
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Held:
    """A claim with its rule, its dimension, what it allows and the number it names; `rank` is its canonical place.

    `place` goes outward and is empty where unknown, `days` None; `placed` and `dated` tell how near their words stood.
    `names` are the people and places of its article, folded. `kinds` are those of the happening that its sentence
    tells of, `about` those of its article's where the sentence tells none and the article tells of one happening.
    """

    claim: Claim
    rule: Rule
    rank: int
    dimension: str
    reading: Interval
    named: Decimal
    place: Path
    placed: int
    days: Days | None
    dated: int
    kinds: frozenset[str]
    about: frozenset[str]
    names: frozenset[str]

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.claim.article.id

    @property
    def published(self) -> date | None:
        """When its article was published."""
        return self.claim.article.published

    @property
    def numeric(self) -> bool:
        """Whether it tells a number, and no day or time of day."""
        value = self.claim.mention.value.interval
        return isinstance(value.low, Decimal) or isinstance(value.high, Decimal)

    @property
    def exact(self) -> bool:
        """Whether it names one number without a hedge."""
        return self.claim.mention.modifier == "exact"

    @property
    def day(self) -> date | None:
        """Its day, where it tells one."""
        return self.days[0] if self.days is not None and self.days[0] == self.days[1] else None


@dataclass(frozen=True, slots=True)
class _Beside:
    """What an article tells beside each of its claims: names, and the kinds of the one happening that it is about."""

    names: frozenset[str]
    kinds: frozenset[str]


def hold(articles: Iterable[Extracted], rules: Iterable[Rule], settings: Settings) -> tuple[Held, ...]:
    """All claims of all articles, each ready to be compared, in canonical order; twice the same claim counts once."""
    known = {rule.id: rule for rule in rules}
    claims = _ordered(articles)
    mixed = _mixed(claim for claim, _ in claims)
    held = [
        _held(
            name_events(rename(claim, settings.names), settings.events),
            beside,
            known.get(claim.quantity),
            rank,
            settings,
            mixed,
        )
        for rank, (claim, beside) in enumerate(claims)
    ]
    return as_in_the_text(held)


def _ordered(articles: Iterable[Extracted]) -> list[tuple[Claim, _Beside]]:
    """Claims with what their articles tell beside them, in canonical order, each once."""
    claims: list[tuple[Claim, _Beside]] = []
    for article in articles:
        beside = _Beside(_names(article), common(kinds(claim.context) for claim in article.claims))
        claims.extend((claim, beside) for claim in article.claims)
    claims.sort(key=_site)
    found: list[tuple[Claim, _Beside]] = []
    for _, group in groupby(claims, key=_site):
        same = list(group)
        if len(same) > 1:
            once: dict[tuple[object, ...], tuple[Claim, _Beside]] = {}
            for one in same:
                once.setdefault(_order(one[0]), one)
            same = [one for _, one in sorted(once.items(), key=lambda item: item[0])]
        found.extend(same)
    return found


def _site(told: tuple[Claim, _Beside]) -> tuple[str, str, bool, str, int, int]:
    claim = told[0]
    span = claim.mention.span
    return (claim.article.id, claim.article.path, claim.part != "body", span.field, span.start, span.end)


def _order(claim: Claim) -> tuple[object, ...]:
    """The order of claims of one place in one text."""
    value = claim.mention.value.interval
    facets = tuple((facet.name, facet.value) for facet in claim.facets)
    return (claim.quantity, str(value.low), str(value.high), claim.mention.modifier, claim.scope, facets)


def _mixed(claims: Iterable[Claim]) -> frozenset[str]:
    """The quantities whose claims are in more than one unit: the only ones that need conversion."""
    units: defaultdict[str, set[str | None]] = defaultdict(set)
    for claim in claims:
        units[claim.quantity].add(claim.mention.value.unit)
    return frozenset(quantity for quantity, found in units.items() if len(found) > 1)


def _held(
    claim: Claim, beside: _Beside, rule: Rule | None, rank: int, settings: Settings, mixed: frozenset[str]
) -> Held:
    rule = rule or Rule(claim.quantity, "", "", claim.quantity)
    convert = rule.kind == "measure" and claim.quantity in mixed
    dimension, reading, named = read(claim, rule, settings, convert=convert)
    place = claim.facet("place")
    days = _days(claim.when)
    return Held(
        claim=claim,
        rule=rule,
        rank=rank,
        dimension=dimension,
        reading=reading,
        named=named,
        place=() if place is None else place.path or (place.value,),
        placed=UNKNOWN if place is None else NEARNESS[place.reach],
        days=days,
        dated=UNKNOWN if days is None else NEARNESS[claim.when_reach],
        kinds=kinds(claim.context),
        about=kinds(claim.context) or beside.kinds,
        names=beside.names | {fold(word) for word in told} if (told := others(claim.context)) else beside.names,
    )


@lru_cache(maxsize=65_536)
def _days(when: Interval | None) -> Days | None:
    if when is None or not isinstance(when.low, date) or not isinstance(when.high, date):
        return None
    low = when.low + DAY if when.low_open and when.low < date.max else when.low
    high = when.high - DAY if when.high_open and when.high > date.min else when.high
    return (low, high) if low <= high else None


def people(article: Extracted) -> frozenset[str]:
    """The people that an article names in two words or more, by the last two, as they are matched.

    A single capitalised word tells too little: it may be a month, a nation, or the first word of a sentence.
    """
    words = (fold(name.canonical or name.surface).split() for name in article.names)
    return frozenset(" ".join(each[-2:]) for each in words if len(each) > 1)


def _names(article: Extracted) -> frozenset[str]:
    """The people that an article names, and the places of its claims."""
    places = (facet for claim in article.claims for facet in claim.facets if facet.name == "place")
    return people(article) | {fold(place.value) for place in places}


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """A name as it is matched."""
    return " ".join(name.casefold().split())
