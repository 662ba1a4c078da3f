"""Running totals may grow, never fall, and two for one day must meet."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from crosscheck.comparison import wording
from crosscheck.comparison.camping import encamp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import FIRM, Held, fold
from crosscheck.comparison.tallies import Count, Tally
from crosscheck.language.grammar import words_of
from crosscheck.language.packs import languages
from crosscheck.model import Comparable, Discrepancy, Severity

# Totals so far apart in time, or in size, count different things, unless both tell the same beginning.
NEAR, HALF = timedelta(days=90), Decimal("0.5")
# Junior doctors and bus drivers each have a third strike: two words beside the place and the strike tell whose it is.
SAME, LONG, EDGES = 2, 5, ".,;:!?()\"'“”’"


def comparable(tally: Tally) -> Comparable:
    """A tally as the report lists it: a timeline."""
    return Comparable(tally.quantity, key(tally), tuple(count.held.claim for count in tally.counts))


def key(tally: Tally) -> tuple[tuple[str, str], ...]:
    """What a tally counts."""
    return (*((("place", tally.place[0]),) if tally.place else ()), *tally.named)


def falls(tally: Tally, desk: Desk) -> Discrepancy | None:
    """The totals of a tally that are lower than an earlier one, or differ on one day, with what they contradict."""
    ordinal = tally.counts[0].held.claim.mention.kind == "ordinal"
    pairs = [*_falling(tally), *_one_day(tally)]
    if ordinal:
        pairs = [pair for pair in pairs if _of_one_series(*pair)]
    if not pairs:
        return None
    falling = any(before.as_of < after.as_of for before, after in pairs)
    involved = {count.held.rank: count.held for pair in pairs for count in pair}
    camps, beside = encamp([involved[rank] for rank in sorted(involved)])
    grave: Severity = "conflict" if any(_grave(tally, *pair) for pair in pairs) else "tension"
    return desk.report(
        "running_total_falls" if falling else "value_conflict",
        "tension" if ordinal else grave,
        tally.counts[0].held.rule,
        key(tally),
        sorted(camps, key=lambda camp: (camp.claims[0].as_of or date.min, camp.claims[0].article.id)),
        wording.reason(_rule(falling=falling, ordinal=ordinal), wording.latest(camps)),
        beside=beside,
    )


def _rule(*, falling: bool, ordinal: bool) -> str:
    if ordinal:
        return wording.BACKWARDS if falling else wording.ONE_RANK
    return wording.FALLS if falling else wording.ONE_DAY


def _of_one_series(before: Count, after: Count) -> bool:
    """Whether two ordinals tell their days and count one series: their sentences tell of it in the same words."""
    both = (before.held, after.held)
    return all(one.dated >= FIRM for one in both) and len(_words(both[0]) & _words(both[1])) >= SAME


def _words(one: Held) -> frozenset[str]:
    """The longer words of a claim's sentence, without what it was read by: its figure, cue, place and day."""
    told = (*(each.surface for each in one.claim.evidence), *(facet.value for facet in one.claim.facets))
    read = {word for each in told for word in fold(each).split()}
    words = {word.strip(EDGES) for word in fold(one.claim.quote).split()}
    lang = one.claim.article.lang
    idle = words_of(lang, "det") if lang in languages() else frozenset()
    return frozenset(word for word in words if len(word) >= LONG) - read - idle


def _falling(tally: Tally) -> Iterator[tuple[Count, Count]]:
    """Each total with the highest earlier one that lies above it, among those near enough to count the same."""
    near: deque[Count] = deque()
    for _, group in groupby(tally.counts, key=lambda count: count.as_of):
        today = list(group)
        for count in today:
            while near and count.as_of - near[0].as_of > NEAR:
                near.popleft()
            if near and _below(count.held, near[0].held):
                yield near[0], count
        for count in today:
            if count.held.reading.low is not None:
                while near and near[-1].held.reading.low <= count.held.reading.low:
                    near.pop()
                near.append(count)


def _one_day(tally: Tally) -> Iterator[tuple[Count, Count]]:
    for _, group in groupby(tally.counts, key=lambda count: count.as_of):
        today = [count for count in group if count.held.reading.low is not None]
        highest = max(today, key=lambda count: (count.held.reading.low, -count.held.rank), default=None)
        if highest is not None:
            yield from ((highest, count) for count in today if _below(count.held, highest.held))


def _below(low: Held, high: Held) -> bool:
    """Whether a total lies below another of the same count: below all of it, and not so far that it counts less."""
    if low.reading.high is None or low.article == high.article:
        return False
    return (
        bool(low.reading.high <= high.reading.low)
        and low.reading.meet(high.reading).is_empty
        and (low.named >= high.named * HALF)
    )


def _grave(tally: Tally, before: Count, after: Count) -> bool:
    """Whether no telling of it makes both true: places and counting are firm, and time or source is the same."""
    both = (before.held, after.held)
    told = all(one.placed >= FIRM and one.claim.modality == "asserted" for one in both)
    plain = all(one.claim.mention.modifier != "vague" for one in both)
    same = before.as_of < after.as_of or (before.held.claim.source or "") == (after.held.claim.source or "") != ""
    return tally.firm and told and plain and same
