"""Running totals that count the same thing: of one place, one kind of happening and one beginning, in order of time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.comparison.held import Held, Path, fold
from crosscheck.comparison.keys import CLASSES, LEADS
from crosscheck.comparison.stories import by_kind

# "Since early December" and "since December 7" are one beginning.
SAME_START = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Count:
    """A running total as of a day, and since when where that is told."""

    held: Held
    as_of: date
    since: date | None


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one thing by day; `firm` where all of them tell the same beginning or the same kind of happening."""

    quantity: str
    place: Path
    named: tuple[tuple[str, str], ...]
    counts: tuple[Count, ...]
    firm: bool


def tallies(held: Iterable[Held]) -> list[Tally]:
    """The tallies of a run, those of a single count too.

    Where an article gives several totals, none of them is told from the others, so none takes part.
    """
    rough: defaultdict[tuple[object, ...], list[Count]] = defaultdict(list)
    for one in held:
        count = _count(one)
        if count is not None:
            rough[_what(one)].append(count)
    found = [tally for counts in rough.values() for tally in _split(counts)]
    return sorted(found, key=lambda tally: min(count.held.rank for count in tally.counts))


def _count(one: Held) -> Count | None:
    claim = one.claim
    ordinal = claim.mention.kind == "ordinal"
    if not (claim.scope == "running_total" or ordinal) or claim.modality in ("denied", "predicted"):
        return None
    last = one.days[1] if one.days is not None else one.published
    if last is None or not (one.place or ordinal):
        return None
    wide = one.days is not None and one.days[0] < one.days[1]
    since = one.days[0] if wide and one.days is not None else None
    return Count(one, min(last, one.published or last), since)


def _what(one: Held) -> tuple[object, ...]:
    named = tuple((f.name, fold(f.value)) for f in one.claim.facets if f.name in CLASSES or f.name in LEADS)
    return (one.claim.quantity, one.dimension, one.claim.mention.kind == "ordinal", one.place, named)


def _split(counts: Sequence[Count]) -> list[Tally]:
    by_rank = {count.held.rank: count for count in counts}
    found = []
    for kind in by_kind([count.held for count in counts]):
        for same in _by_start([by_rank[one.rank] for one in kind]):
            clear = _clear(same)
            if clear:
                found.append(_tally(clear))
    return found


def _by_start(counts: Sequence[Count]) -> list[list[Count]]:
    """Counts by beginning; those that tell none join the others where there is but one."""
    known = sorted((c for c in counts if c.since is not None), key=lambda c: (c.since or c.as_of, c.held.rank))
    unknown = [count for count in counts if count.since is None]
    groups: list[list[Count]] = []
    for count in known:
        first = groups[-1][0].since if groups else None
        if first is not None and count.since is not None and count.since - first <= SAME_START:
            groups[-1].append(count)
        else:
            groups.append([count])
    if len(groups) == 1:
        return [groups[0] + unknown]
    return [*groups, unknown] if unknown else groups


def _clear(counts: Sequence[Count]) -> list[Count]:
    """The counts of articles that give one total only."""
    named: defaultdict[str, set[object]] = defaultdict(set)
    for count in counts:
        named[count.held.article].add(count.held.named)
    return [count for count in counts if len(named[count.held.article]) == 1]


def _tally(counts: Sequence[Count]) -> Tally:
    first = counts[0].held
    order = sorted(counts, key=lambda count: (count.as_of, count.held.rank))
    shared = frozenset.intersection(*(count.held.kinds for count in counts))
    firm = bool(shared) or all(count.since is not None for count in counts)
    named = tuple((f.name, f.value) for f in first.claim.facets if f.name in CLASSES or f.name in LEADS)
    return Tally(first.claim.quantity, first.place, named, tuple(order), firm)
