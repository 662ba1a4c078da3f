"""Periods that begin alike and end apart: a stay from 1 June to 31 December here, and to 30 December there.

Expects of extraction, for claims of a rule of kind `date`: a whole period as one claim of several days with modifier
`range` ("from May 1 to July 31"), or its ends as two claims of one sentence with the facet `aspect` `start` and `end`;
the facet `event` names what lasts so long.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from crosscheck.comparison import wording
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import DAY, FIRM, Held, fold
from crosscheck.model import Camp, Claim, Discrepancy, Interval, Value

# Two ends of one thing differ by little: six months but a day. A first and a second month of it are two periods.
ALIKE = 0.9
# Stretches of days ("overnight", "from Friday to Sunday") are occasions: they begin and end as loosely as is told.
SHORTEST = 14


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and the claims that tell them (the same one, where one tells both)."""

    first: date
    last: date
    begin: Held
    end: Held

    @property
    def length(self) -> int:
        """Days, both ends counted."""
        return (self.last - self.first).days + 1


def periods(held: Iterable[Held]) -> list[Period]:
    """The periods that are told, consecutive ones of one sentence taken together as the one that they make up."""
    dated = (one for one in held if one.rule.kind == "date" and one.claim.modality != "denied")
    found: list[Period] = []
    for _, group in groupby(dated, key=lambda one: (one.article, one.claim.quote)):
        found.extend(_chained(_told(list(group))))
    return found


def differing(found: Iterable[Period], desk: Desk) -> Iterator[Discrepancy]:
    """Periods of one thing with one end in common and the other apart."""
    told: set[int] = set()
    for start in (True, False):
        groups: defaultdict[tuple[object, ...], list[Period]] = defaultdict(list)
        for period in found:
            for what in _whats(period):
                groups[(period.first if start else period.last, *what)].append(period)
        for group in groups.values():
            discrepancy = _apart([period for period in group if period.end.rank not in told], desk, start=start)
            if discrepancy is not None:
                told.update(period.end.rank for period in group)
                yield discrepancy


def _told(claims: Sequence[Held]) -> list[Period]:
    found: list[Period] = []
    begin: Held | None = None
    for one in claims:
        days, aspect = _days(one), one.claim.facet("aspect")
        value = fold(aspect.value) if aspect is not None else ""
        if days is None:
            continue
        if value == "start":
            begin = one
        elif value == "end" and begin is not None:
            first = _days(begin)
            if first is not None and first[0] < days[1]:
                found.append(Period(first[0], days[1], begin, one))
            begin = None
        elif not value and one.claim.mention.modifier == "range":
            found.append(Period(days[0], days[1], one, one))
    return found


def _days(one: Held) -> tuple[date, date] | None:
    value = one.claim.mention.value.interval
    return (value.low, value.high) if isinstance(value.low, date) and isinstance(value.high, date) else None


def _chained(found: Sequence[Period]) -> list[Period]:
    chained: list[Period] = []
    for period in found:
        if chained and chained[-1].last + DAY == period.first:
            before = chained.pop()
            period = Period(before.first, period.last, before.begin, period.end)
        chained.append(period)
    return chained


def _whats(period: Period) -> Iterator[tuple[object, ...]]:
    """What two periods may share to be of one thing: their article, their event, or their place in the same clause."""
    yield ("article", period.end.article)
    event = period.end.claim.facet("event") or period.begin.claim.facet("event")
    if event is not None:
        yield ("event", fold(event.value))
    if period.end.place and period.end.placed == FIRM:
        yield ("place", period.end.place)


def _apart(group: Sequence[Period], desk: Desk, *, start: bool) -> Discrepancy | None:
    ends: defaultdict[date, list[Period]] = defaultdict(list)
    longest = max((period.length for period in group), default=0)
    for period in group:
        if period.length >= SHORTEST and period.length >= ALIKE * longest:
            ends[period.last if start else period.first].append(period)
    if len(ends) < 2:
        return None
    camps = [_camp(day, [period.end if start else period.begin for period in ends[day]]) for day in sorted(ends)]
    first = group[0].end
    event = first.claim.facet("event")
    return desk.report(
        "date_conflict",
        "conflict",
        first.rule,
        (("event", event.value),) if event is not None else (),
        camps,
        wording.reason(wording.OTHER_END if start else wording.OTHER_START),
    )


def _camp(day: date, held: Sequence[Held]) -> Camp:
    claims: list[Claim] = [one.claim for one in sorted(held, key=lambda one: one.rank)]
    return Camp(Value(Interval.exactly(day)), tuple(dict.fromkeys(claims)))
