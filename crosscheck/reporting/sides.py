"""A discrepancy as the short formats tell it: its sides in one line each, and the places where each is said.

Nothing in it is longer than a screen, and all of its text is inert: what remains for a format is its own escaping.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crosscheck.model import Accepted, Camp, Claim, Discrepancy, Location, Publication, Report, Site
from crosscheck.model.identity import identify
from crosscheck.reporting import wording
from crosscheck.reporting.excerpt import Excerpt, around, short
from crosscheck.reporting.options import SEVERITIES, Options

_TITLE = 200
_REASON = 500
_QUOTE = 320
_SURFACE = 80


@dataclass(frozen=True, slots=True)
class Place:
    """Where a side is said: the article, the figure's place in its file, and its sentence, empty for a bare name."""

    article: Publication
    location: Location
    surface: str
    quote: Excerpt
    source: str | None = None

    @property
    def outlet(self) -> str:
        """Who says it."""
        return short(wording.outlet(self.article))

    @property
    def published(self) -> str:
        """When it was said, in words."""
        return wording.published(self.article)


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says, in its own words, what sets it apart, and everywhere it is said."""

    told: str
    label: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A discrepancy with its id, its title and reason, and its sides; `beside` agrees with all of them."""

    id: str
    found: Discrepancy
    title: str
    reason: str
    sides: tuple[Side, ...]
    beside: tuple[Place, ...]
    accepted: Accepted | None = None

    @property
    def first(self) -> Place:
        """The place that it is reported at."""
        return self.sides[0].places[0]

    @property
    def against(self) -> str:
        """All sides on one line: "17 against 18 against 19"."""
        return short(" against ".join(side.told for side in self.sides), _REASON)


def told(report: Report, options: Options) -> tuple[Told, ...]:
    """The report's discrepancies by severity, and where they are asked for the accepted ones at the end.

    One without any place, which no check gives, could not be shown and is left out.
    """
    open_ones = zip(identify(report.discrepancies), report.discrepancies, strict=True)
    ordered = sorted(open_ones, key=lambda pair: SEVERITIES.index(pair[1].severity))
    shown = [_told(id, found, options) for id, found in ordered]
    if options.show_accepted:
        ids = identify(one.discrepancy for one in report.accepted)
        shown += [_told(id, one.discrepancy, options, one) for id, one in zip(ids, report.accepted, strict=True)]
    return tuple(one for one in shown if one.sides)


def _told(id: str, found: Discrepancy, options: Options, accepted: Accepted | None = None) -> Told:
    return Told(
        id=id,
        found=found,
        title=short(wording.title(found, options), _TITLE),
        reason=short(found.reason or found.message, _REASON),
        sides=tuple(side for side in (*map(_camp, found.camps), *_spelt(found)) if side.places),
        beside=tuple(map(_claimed, found.beside)),
        accepted=replace(accepted, by=short(accepted.by), reason=short(accepted.reason, _REASON)) if accepted else None,
    )


def _camp(camp: Camp) -> Side:
    told = short(wording.forms(camp.claims), _TITLE)
    return Side(told, short(camp.label or ""), tuple(map(_claimed, camp.claims)))


def _claimed(claim: Claim) -> Place:
    quote = around(claim.quote, claim.quote_start, claim.quote_end, _QUOTE)
    source = short(claim.source) if claim.source else None
    return Place(claim.article, claim.location, short(claim.mention.surface, _SURFACE), quote, source)


def _spelt(found: Discrepancy) -> Iterator[Side]:
    """Places that no claim stands for, by what is written there: spellings of one name, parts of a sum."""
    shown = {(claim.article.id, claim.mention.span) for claim in found.claims + found.beside}
    spelt: dict[str, list[Site]] = {}
    for site in found.sites:
        if (site.article.id, site.span) not in shown:
            spelt.setdefault(site.surface, []).append(site)
    yield from (Side(short(surface, _SURFACE), "", tuple(_sited(sites))) for surface, sites in spelt.items())


def _sited(sites: Iterable[Site]) -> Iterator[Place]:
    for site in sites:
        yield Place(site.article, site.location, short(site.surface, _SURFACE), Excerpt(""))
