"""Comparison on one screen: claims in one order → meetings and tallies → every check → discrepancies by severity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosscheck.comparison import (
    capacity,
    events,
    lengths,
    misdated,
    occasions,
    outgrowing,
    parts,
    periods,
    plans,
    shares,
    spellings,
    sums,
    titles,
    totals,
    wards,
)
from crosscheck.comparison.desk import Desk, desk
from crosscheck.comparison.held import Held, hold
from crosscheck.comparison.linking import Meeting, link
from crosscheck.comparison.settings import PLAIN, Settings
from crosscheck.comparison.severity import ORDER
from crosscheck.comparison.tallies import Tally, tallies
from crosscheck.model import Comparable, Discrepancy, Extracted
from crosscheck.rules import Rule


@dataclass(frozen=True, slots=True)
class Findings:
    """Discrepancies by severity, the comparables that were compared, and how many claims had nothing to meet."""

    discrepancies: tuple[Discrepancy, ...]
    comparables: tuple[Comparable, ...]
    alone: int


def compare(extracted: Iterable[Extracted], rules: tuple[Rule, ...], settings: Settings = PLAIN) -> Findings:
    """What these articles' claims say against each other under these rules; the same whatever their order.

    A claim whose rule is not among the rules is compared as a plain count.
    """
    articles = sorted(extracted, key=lambda one: (one.article.id, one.article.path))
    held = hold(articles, rules, settings)
    numbers = [one for one in held if one.numeric]
    meetings, counted = link(numbers), tallies(numbers)
    several = [meeting for meeting in meetings if len(meeting.members) > 1]
    totalled = [tally for tally in counted if len(tally.counts) > 1]
    common = desk(numbers, settings)
    found = (*_figures(numbers, meetings, counted, common), *_dates(held, common))
    notes = spellings.variant_names(articles, common)
    comparables = sorted(
        [*map(events.comparable, several), *map(totals.comparable, totalled)], key=lambda one: (one.quantity, one.key)
    )
    met = sum(len(comparable.claims) for comparable in comparables)
    return Findings(tuple(sorted((*found, *notes), key=_order)), tuple(comparables), len(held) - met)


def _figures(
    held: Sequence[Held], meetings: Sequence[Meeting], counted: Sequence[Tally], common: Desk
) -> Iterator[Discrepancy]:
    yield from (found for meeting in meetings for found in events.disagreements(meeting, common))
    yield from (found for tally in counted if (found := totals.falls(tally, common)) is not None)
    yield from outgrowing.outgrown(held, (count for tally in counted for count in tally.counts), common)
    yield from parts.exceeding(held, meetings, common)
    yield from wards.overflowing(held, meetings, common)
    yield from sums.mismatches(held, common)
    yield from shares.beyond(held, common)
    yield from capacity.exceeded(held, common)
    yield from titles.differing(held, common)


def _dates(held: Sequence[Held], common: Desk) -> Iterator[Discrepancy]:
    found = periods.periods(held)
    yield from periods.differing(found, common)
    yield from lengths.differing(held, found, common)
    yield from plans.passed(held, common)
    yield from misdated.misdated(held, common)
    yield from occasions.differing(held, common)


def _order(found: Discrepancy) -> tuple[object, ...]:
    return (ORDER.index(found.severity), found.quantity, found.key, found.kind, found.message)
