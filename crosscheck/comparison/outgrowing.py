"""No single event outgrows the running total around it: 60 dead in a town against 47 in the country by then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import FIRM, LIKELY, Held, Path
from crosscheck.comparison.tallies import Count
from crosscheck.comparison.wholes import FEWEST
from crosscheck.model import Discrepancy

# A total that tells no beginning covers the events of so many days before it.
BACK = timedelta(days=60)


class Peaks:
    """The largest figure of any stretch of days: a table of maxima over powers of two, built once."""

    def __init__(self, events: Sequence[tuple[date, Held]]) -> None:
        ordered = sorted(events, key=lambda event: (event[0], event[1].rank))
        self._days = [day for day, _ in ordered]
        self._table = [[one for _, one in ordered]]
        width = 1
        while 2 * width <= len(ordered):
            row = self._table[-1]
            self._table.append([_larger(row[i], row[i + width]) for i in range(len(row) - width)])
            width *= 2

    def largest(self, first: date, last: date) -> Held | None:
        """The claim with the largest figure from the first to the last day."""
        low, high = bisect_left(self._days, first), bisect_right(self._days, last)
        if low >= high:
            return None
        level = (high - low).bit_length() - 1
        return _larger(self._table[level][low], self._table[level][high - (1 << level)])


def outgrown(held: Iterable[Held], counts: Iterable[Count], desk: Desk) -> Iterator[Discrepancy]:
    """Each running total that some event within its place, its time and its kind of happening exceeds."""
    totals = list(counts)
    peaks = _peaks(held) if totals else {}
    for count in totals:
        part = _largest(count, peaks)
        if part is not None and _exceeds(part, count.held) and (part.place != count.held.place or count.since):
            yield _told(part, count, desk)


def _peaks(held: Iterable[Held]) -> dict[tuple[str, Path, str], Peaks]:
    events: defaultdict[tuple[str, Path, str], list[tuple[date, Held]]] = defaultdict(list)
    for one in held:
        compare = one.rule.compare
        if "place" not in compare.part_of_whole or "when" not in compare.part_of_whole:
            continue
        if one.claim.scope == "event" and one.dated >= FIRM and one.placed >= LIKELY and one.day is not None:
            if one.claim.modality != "asserted" or one.reading.low is None or one.claim.facet("group") is not None:
                continue
            for start in range(len(one.place)):
                for kind in one.kinds:
                    events[one.claim.quantity, one.place[start:], kind].append((one.day, one))
    return {key: Peaks(found) for key, found in events.items()}


def _largest(count: Count, peaks: dict[tuple[str, Path, str], Peaks]) -> Held | None:
    one = count.held
    if one.reading.high is None or one.claim.modality != "asserted" or one.claim.facet("group") is not None:
        return None
    first = count.since or (count.as_of - BACK if count.as_of - date.min > BACK else date.min)
    found = (peaks.get((one.claim.quantity, one.place, kind)) for kind in sorted(one.kinds))
    largest = [part for table in found if table is not None and (part := table.largest(first, count.as_of)) is not None]
    return max(largest, key=lambda part: (part.reading.low, -part.rank), default=None)


def _exceeds(part: Held, whole: Held) -> bool:
    if min(part.named, whole.named) < FEWEST or whole.reading.high is None:
        return False
    return bool(part.reading.low >= whole.reading.high) and part.reading.meet(whole.reading).is_empty


def _told(part: Held, count: Count, desk: Desk) -> Discrepancy:
    whole = count.held
    firm = whole.placed >= FIRM and whole.exact and part.article != whole.article
    told = wording.exceeds(part.claim, part.place[0], whole.claim, whole.place[0])
    return desk.report(
        "part_exceeds_whole",
        "conflict" if firm else "tension",
        whole.rule,
        (("place", whole.place[0]), ("when", count.as_of.isoformat())),
        (camp([whole], wording.SO_FAR), camp([part])),
        wording.reason(wording.PART, told),
        day=count.as_of,
    )


def _larger(a: Held, b: Held) -> Held:
    return max(a, b, key=lambda one: (one.reading.low, -one.rank))
