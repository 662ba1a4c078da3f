"""Claims, mentions and reports as the records that machines read: version 1, with field lists of its own.

Nothing here dumps an internal value: a field that is added to the model stays inside until it is named here and in
`schema`, which lists the same fields and says what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from crosscheck.model import (
    Camp,
    Claim,
    Comparable,
    Discrepancy,
    Interval,
    Location,
    Mention,
    Publication,
    Report,
    Site,
    Skipped,
    Span,
    Tally,
)
from crosscheck.model.identity import identify
from crosscheck.model.interval import Bound
from crosscheck.reporting.agreement import agreed, course
from crosscheck.reporting.options import Options, Quantity
from crosscheck.reporting.timex import timex
from crosscheck.version import __version__

Record = dict[str, Any]

# Beyond a double's range an amount is written as unbounded: wider than what was said, never wrong.
_WIDEST = 308


def mention(article: str, tally: Tally, location: Location) -> Record:
    """One mention of the article with that id, bound or not."""
    mention = tally.mention
    return {
        "schema": "crosscheck/mention/1",
        "article": article,
        "kind": mention.kind,
        "span": span(mention.span),
        "location": place(location),
        "surface": mention.surface,
        "value": value(mention.value.interval),
        "modifier": mention.modifier,
        "modifier_surface": mention.modifier_surface,
        "unit": mention.value.unit or mention.group,
        "noun": mention.noun,
        "timex": timex(mention),
        "bound_by": list(tally.bound_by),
        "unbound_because": tally.unbound_because,
    }


def claim(claim: Claim, quantity: Quantity) -> Record:
    """One claim, whole: `readback.read_claim` makes the same claim of it again.

    `facets` holds every facet of the rule, null where the article does not tell; `within` what holds each known one,
    from the thing itself outward; `reach` how far from the figure its words stood.
    """
    mention, facets = claim.mention, claim.facets
    known = {facet.name: facet.value for facet in facets}
    return {
        "schema": "crosscheck/claim/1",
        "id": claim.id,
        "quantity": claim.quantity,
        "article": publication(claim.article),
        "span": span(mention.span),
        "location": place(claim.location),
        "surface": mention.surface,
        "quote": claim.quote,
        "value": value(mention.value.interval),
        "modifier": mention.modifier,
        "unit": mention.value.unit or quantity.unit or mention.group,
        "scope": claim.scope,
        "facets": dict.fromkeys(quantity.facets) | known,
        "when": claim.when and value(claim.when, ends=False),
        "source": claim.source,
        "modality": claim.modality,
        "evidence": [{"role": item.role, "span": span(item.span), "surface": item.surface} for item in claim.evidence],
        "within": {facet.name: list(facet.path) for facet in facets},
        "reach": {facet.name: facet.reach for facet in facets},
        "when_reach": claim.when_reach,
        "part": claim.part,
        "quote_span": [claim.quote_start, claim.quote_end],
        "mention": _as_read(mention),
        "context": sorted(claim.context),
    }


def _as_read(mention: Mention) -> Record:
    return {
        "kind": mention.kind,
        "unit": mention.value.unit,
        "noun": mention.noun,
        "group": mention.group,
        "modifier_surface": mention.modifier_surface,
        "modifier_span": mention.modifier_span and span(mention.modifier_span),
    }


def report(report: Report, options: Options) -> Record:
    """The whole report; claims that it names stand once each, in the order in which they are named."""
    shown = agreed(report) if options.show_compatible else ()
    return {
        "schema": "crosscheck/report/1",
        "version": __version__,
        "summary": _summary(report),
        "discrepancies": every(report, options),
        "claims": claims(_named(report, shown, options), options),
        "compatible": [_comparable(comparable) for comparable in shown],
        "unchecked": _unchecked(report),
        "skipped": [_skipped(skipped) for skipped in report.skipped],
        "stale": [{"path": stale.path, "line": stale.line, "what": stale.what} for stale in report.stale],
    }


def every(report: Report, options: Options) -> list[Record]:
    """The discrepancies, and after them the accepted ones where they are asked for."""
    return [*discrepancies(report.discrepancies), *_accepted(report, options)]


def discrepancies(found: tuple[Discrepancy, ...]) -> list[Record]:
    """Each discrepancy under its id, claims by theirs."""
    return [_discrepancy(id, one) for id, one in zip(identify(found), found, strict=True)]


def _accepted(report: Report, options: Options) -> list[Record]:
    if not options.show_accepted:
        return []
    records = discrepancies(tuple(one.discrepancy for one in report.accepted))
    return [
        record | {"accepted": {"reason": one.reason, "by": one.by}}
        for record, one in zip(records, report.accepted, strict=True)
    ]


def claims(claims: Iterable[Claim], options: Options) -> list[Record]:
    """Each claim once, in the order of first naming."""
    records: dict[str, Record] = {}
    for one in claims:
        id = one.id
        if id not in records:
            records[id] = claim(one, options.quantity(one.quantity))
    return list(records.values())


def _named(report: Report, shown: tuple[Comparable, ...], options: Options) -> Iterator[Claim]:
    accepted = (one.discrepancy for one in report.accepted) if options.show_accepted else ()
    for found in (*report.discrepancies, *accepted):
        yield from found.claims
        yield from found.beside
    for comparable in shown:
        yield from comparable.claims


def _summary(report: Report) -> Record:
    return {
        "articles": report.articles,
        "mentions": report.mentions,
        "claims": report.claims,
        "comparables": len(report.comparables),
        "discrepancies": {
            "conflict": report.count("conflict"),
            "tension": report.count("tension"),
            "note": report.count("note"),
        },
        "accepted": len(report.accepted),
    }


def _discrepancy(id: str, found: Discrepancy) -> Record:
    return {
        "id": id,
        "kind": found.kind,
        "severity": found.severity,
        "quantity": found.quantity,
        "key": dict(found.key),
        "message": found.message,
        "reason": found.reason,
        "camps": [_camp(camp) for camp in found.camps],
        "beside": [claim.id for claim in found.beside],
        "places": [_site(site) for site in found.sites],
        "accepted": None,
    }


def _camp(camp: Camp) -> Record:
    return {
        "value": value(camp.value.interval),
        "unit": camp.value.unit,
        "label": camp.label,
        "claims": [claim.id for claim in camp.claims],
    }


def _site(site: Site) -> Record:
    return {
        "article": site.article.id,
        "span": span(site.span),
        "location": place(site.location),
        "surface": site.surface,
    }


def _comparable(comparable: Comparable) -> Record:
    return {
        "quantity": comparable.quantity,
        "key": dict(comparable.key),
        "course": course(comparable),
        "claims": [claim.id for claim in comparable.claims],
    }


def _unchecked(report: Report) -> Record:
    return {"alone": report.alone, "unbound": dict(report.unbound), "notes": list(report.notes)}


def _skipped(skipped: Skipped) -> Record:
    return {"path": skipped.path, "reason": skipped.reason, "line": skipped.line, "column": skipped.column}


def publication(article: Publication) -> Record:
    """What is known of an article beside its text."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "published": article.published and article.published.isoformat(),
        "lang": article.lang,
        "url": article.url,
    }


def span(span: Span) -> Record:
    """Half-open code points into the article's own text or title."""
    return {"field": span.field, "start": span.start, "end": span.end}


def place(location: Location) -> Record:
    """The place in the file; lines and columns are 1-based, `start` and `end` null in JSON Lines."""
    return {
        "path": location.path,
        "start": location.start,
        "end": location.end,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
    }


def value(interval: Interval, *, ends: bool = True) -> Record:
    """Bounds as numbers, ISO days or "HH:MM", null where unbounded; `ends` also tells which are open."""
    low = bound(interval.low)
    high = low if interval.high == interval.low else bound(interval.high)
    if not ends:
        return {"low": low, "high": high}
    return {"low": low, "high": high, "low_open": interval.low_open, "high_open": interval.high_open}


def bound(bound: Bound | None) -> int | float | str | None:
    """17 for 17, 4.5 for 4.5, "2023-01-09" for a day, "08:30" for a time of day."""
    if bound is None:
        return None
    if isinstance(bound, Decimal):
        return _amount(bound)
    return bound.isoformat() if isinstance(bound, date) else bound.isoformat("minutes")


def _amount(amount: Decimal) -> int | float | None:
    if not amount.is_finite() or amount.adjusted() > _WIDEST:
        return None
    whole = int(amount)
    return whole if whole == amount else float(amount)
