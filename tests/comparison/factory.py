"""Claims made by hand, as extraction would make them: an article a claim unless told, a sentence a claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from crosscheck.comparison import Findings, Settings, compare
from crosscheck.model import (
    Claim,
    Discrepancy,
    Evidence,
    Extracted,
    Facet,
    Interval,
    Location,
    Mention,
    Modifier,
    Name,
    Publication,
    Span,
    Value,
)
from crosscheck.model.mention import Kind
from crosscheck.rules import Comparing, Margin, Rule

JULIACA = ("Juliaca", "Puno", "Peru")
PUNO = ("Puno", "Peru")
PERU = ("Peru",)
MONDAY = date(2023, 1, 9)

TOLL = Comparing(
    approximate=Margin(Decimal("0.1"), relative=True),
    sum_of_parts=True,
    part_of_whole=("place", "group", "when"),
    at_least=Decimal(0),
    grows=True,
)
PLACED = ("place", "when", "group")


def rule(id: str, title: str, **fields: Any) -> Rule:
    return Rule(id, "tests", f"tests/{id}.toml", title, **fields)


RULES = (
    rule(
        "deaths", "People killed", unit="people", scope=("event", "running_total", "part"), facets=PLACED, compare=TOLL
    ),
    rule(
        "injured",
        "People injured",
        unit="people",
        scope=("event", "running_total"),
        facets=(*PLACED, "aspect"),
        compare=replace(TOLL, part=(("aspect", "hospital"),)),
    ),
    rule(
        "missing",
        "People missing",
        unit="people",
        scope=("snapshot",),
        facets=PLACED,
        compare=replace(TOLL, grows=False),
    ),
    rule(
        "crowd",
        "People in a crowd",
        facets=("place", "when", "event", "group"),
        compare=Comparing(tolerance=Margin(Decimal("0.1"), relative=True), severity="tension"),
    ),
    rule(
        "poll",
        "Poll answers",
        kind="percent",
        unit="percent",
        scope=("snapshot",),
        facets=("subject", "answer", "pollster", "place", "when"),
        compare=Comparing(
            approximate=Margin(Decimal(3)),
            tolerance=Margin(Decimal(1)),
            at_least=Decimal(0),
            at_most=Decimal(100),
            exclusive="answer",
        ),
    ),
    rule(
        "votes",
        "Votes",
        unit="votes",
        scope=("fixed",),
        facets=("motion", "body", "side", "place", "when"),
        compare=Comparing(within="seats"),
    ),
    rule("seats", "Seats", unit="seats", scope=("fixed",), facets=("body", "place")),
    rule("duration", "How long it lasts", kind="duration", scope=("fixed",), facets=("subject", "place", "when")),
    rule("date", "When it was", kind="date", scope=("fixed",), facets=("event", "aspect", "place")),
    rule("price", "Prices", kind="money", scope=("fixed",), facets=("subject",)),
    rule("length", "How far", kind="measure", unit="kilometre", scope=("fixed",), facets=("subject",)),
    rule(
        "magnitude",
        "Magnitudes",
        kind="measure",
        unit="magnitude",
        facets=("place", "when"),
        compare=Comparing(loose_place=True),
    ),
    rule("ordinals", "Which time", facets=("event", "place")),
)


def number(low: int | str | None, high: int | str | None) -> Interval:
    return Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


BOUNDS: dict[str, Any] = {
    "at_least": lambda n: Interval(n, None),
    "more_than": lambda n: Interval(n, None, low_open=True),
    "at_most": lambda n: Interval(None, n),
    "less_than": lambda n: Interval(None, n, high_open=True),
}


def claim(
    value: int | str | Interval,
    *,
    of: str = "deaths",
    article: str | None = None,
    outlet: str | None = None,
    published: date | None = date(2023, 1, 10),
    modifier: Modifier = "exact",
    unit: str | None = None,
    kind: Kind = "number",
    place: tuple[str, ...] = JULIACA,
    place_reach: Any = "clause",
    when: date | tuple[date, date] | None = MONDAY,
    when_reach: Any = "clause",
    scope: Any = "event",
    facets: dict[str, str] | None = None,
    source: str | None = None,
    modality: Any = "asserted",
    part: Any = "body",
    context: tuple[str, ...] = (),
    quote: str | None = None,
    evidence: tuple[Evidence, ...] = (),
    at: int = 10,
) -> Claim:
    """A claim; its article is named for its outlet and figure unless told."""
    bounds = value if isinstance(value, Interval) else Interval.exactly(Decimal(value))
    if modifier in BOUNDS and not isinstance(value, Interval):
        bounds = BOUNDS[modifier](Decimal(value))
    surface = str(value) if not isinstance(value, Interval) else f"{bounds.low}..{bounds.high}"
    id = article or f"{outlet or 'Paper'} {surface} {published} {of}"
    span = Span(at, at + len(surface))
    days = Interval(*when) if isinstance(when, tuple) else None if when is None else Interval(when, when)
    told = quote or f"Of {surface} it is told in {id} at {at}."
    start = max(told.find(surface), 0)
    return Claim(
        quantity=of,
        article=Publication(id, f"{id}.txt", outlet=outlet or id, published=published),
        mention=Mention(kind, span, surface, Value(bounds, unit), modifier),
        location=Location(f"{id}.txt", 1, at + 1, 1, at + 1 + len(surface), at, at + len(surface)),
        quote=told,
        quote_start=start,
        quote_end=start + len(surface),
        scope=scope,
        facets=(
            *((Facet("place", place[0], place, place_reach),) if place else ()),
            *(Facet(name, text) for name, text in (facets or {}).items()),
        ),
        when=days,
        when_reach=when_reach,
        source=source,
        modality=modality,
        part=part,
        context=frozenset(context),
        evidence=evidence,
    )


def name(surface: str, kind: Any = "person", count: int = 1, at: int = 0) -> Name:
    return Name(
        surface, kind, Span(at, at + len(surface)), Location("x.txt", 1, at + 1, 1, at + 1 + len(surface)), count
    )


def extracted(*claims: Claim, names: dict[str, tuple[str, ...]] | None = None) -> list[Extracted]:
    """Claims by article, each article with the names that are given for its id."""
    articles: dict[str, list[Claim]] = {}
    for one in claims:
        articles.setdefault(one.article.id, []).append(one)
    told = names or {}
    return [
        Extracted(found[0].article, tuple(found), tuple(name(n) for n in told.get(id, ())))
        for id, found in articles.items()
    ]


def found(
    *claims: Claim, names: dict[str, tuple[str, ...]] | None = None, settings: Settings | None = None
) -> Findings:
    return compare(extracted(*claims, names=names), RULES, settings or Settings())


def only(*claims: Claim, names: dict[str, tuple[str, ...]] | None = None) -> Discrepancy:
    """The one discrepancy that these claims give."""
    (discrepancy,) = found(*claims, names=names).discrepancies
    return discrepancy


def figures(discrepancy: Discrepancy) -> list[list[str]]:
    """The surfaces of each camp."""
    return [[one.mention.surface for one in camp.claims] for camp in discrepancy.camps]
