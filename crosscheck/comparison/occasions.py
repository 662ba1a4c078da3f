"""One occasion on two days: a shooting of June 29 here and of July 29 there; a meeting one day, and two, before.

Expects of extraction, for claims of a rule of kind `date`: the facet `event` names what happened; `offset` is a signed
number of days from the occasion that the facet `anchor` names ("-1" and "castillo ousted" for "the day before Castillo
was ousted"). Articles' names, or the claim's context, tell whether two of them speak of the same people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.copies import alike
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import Held, fold
from crosscheck.comparison.stories import common_names, specific
from crosscheck.language.packs import languages
from crosscheck.language.telling import told
from crosscheck.language.tokens import tokenize
from crosscheck.model import Discrepancy, Severity

KIND = "kinds."
# Two people or places in common, beside the occasion's own place, make it the same occasion.
SHARED = 2
# Of many claims on one day the first few show whether they tell of the same people.
FIRST = 8
# A day's difference is a night that two days share; more than ten are mostly two occasions of one kind.
NIGHT, FAR = timedelta(days=1), timedelta(days=10)
# What is told in the same words a season later may be the next of its kind: a hearing, a match, a march.
WEEKS = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Claims on two days, or at two distances, of what seems to be one occasion.

    Days that differ by the month alone are a slip of the pen; other days of one kind of event are mostly two events,
    unless both sentences say the same.
    """

    first: tuple[Held, ...]
    second: tuple[Held, ...]
    slip: bool = False


def differing(held: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    """Occasions with two days, then those with two distances from one anchor."""
    if all(one.rule.kind != "date" for one in held):
        return
    common = common_names(held)
    days: defaultdict[tuple[object, ...], list[Held]] = defaultdict(list)
    offsets: defaultdict[str, list[Held]] = defaultdict(list)
    for one in held:
        event = one.claim.facet("event")
        if one.rule.kind != "date" or event is None or one.claim.modality in ("denied", "predicted"):
            continue
        if one.claim.facet("anchor") is not None and one.claim.facet("offset") is not None:
            offsets[fold(event.value)].append(one)
        if one.place and _held(one) and _day(one) is not None and _written(one):
            days[happening(event.value, one.claim.article.lang), one.place].append(one)
    for same_day in days.values():
        for pair in _days(same_day):
            same = _restated(pair)
            if same or (pair.slip and _kindred(pair, common)):
                yield _report(pair, wording.OTHER_DAYS, desk, "conflict" if same else "tension")
    for from_one in offsets.values():
        yield from (_report(pair, wording.OFFSETS, desk, "tension") for pair in _distances(from_one, common))


@lru_cache(maxsize=4096)
def happening(event: str, lang: str) -> str:
    """What an occasion is matched by: the kind that its words tell, so that a gunfight is a shooting; else itself."""
    if lang not in languages():
        return fold(event)
    labels = {label for _, _, labels in told(tokenize(event, 0, len(event)), lang) for label in labels}
    kinds = sorted(label for label in labels if label.startswith(KIND))
    return kinds[0] if len(kinds) == 1 else fold(event)


def _days(claims: Sequence[Held]) -> Iterator[_Pair]:
    """Pairs of days of one event and place, each day in one pair: some days apart, or the same day of two months."""
    by_day: defaultdict[date, list[Held]] = defaultdict(list)
    for one in claims:
        day = _day(one)
        if day is not None:
            by_day[day].append(one)
    order = sorted(by_day)
    near = [(a, b) for a, b in pairwise(order) if NIGHT < b - a <= FAR]
    slips = [(a, b) for a, b in pairwise(sorted(order, key=lambda d: (d.year, d.day, d))) if _slip(a, b)]
    paired: set[date] = set()
    for a, b in [*near, *slips]:
        if not {a, b} & paired:
            paired |= {a, b}
            yield _Pair(tuple(by_day[a]), tuple(by_day[b]), _slip(a, b))


def _slip(a: date, b: date) -> bool:
    return (a.year, a.day) == (b.year, b.day) and a != b


def _distances(claims: Sequence[Held], common: frozenset[str]) -> Iterator[_Pair]:
    """Pairs of distances from what shares a word with one anchor, each claim in one pair."""
    by_anchor: defaultdict[str, defaultdict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
    for one in claims:
        anchor, offset = one.claim.facet("anchor"), one.claim.facet("offset")
        if anchor is not None and offset is not None:
            for word in set(fold(anchor.value).split()):
                by_anchor[word][offset.value].append(one)
    seen: set[int] = set()
    for word in sorted(by_anchor):
        for first, second in pairwise(sorted(by_anchor[word])):
            pair = _Pair(tuple(by_anchor[word][first]), tuple(by_anchor[word][second]))
            ranks = {one.rank for one in (*pair.first, *pair.second)}
            if not ranks & seen and _kindred(pair, common):
                seen |= ranks
                yield pair


def _kindred(pair: _Pair, common: frozenset[str]) -> bool:
    """Whether articles of both sides tell of the same people; one article with two days tells of two occasions."""
    return any(
        one.article != other.article
        and len(specific(one, one.place, common) & specific(other, other.place, common)) >= SHARED
        for one in pair.first[:FIRST]
        for other in pair.second[:FIRST]
    )


def _written(one: Held) -> bool:
    """Whether a date gives its number ("June 29"); a weekday or "today" is read off the day of publication."""
    return any(char.isdigit() for char in one.claim.mention.surface)


def _held(one: Held) -> bool:
    """Whether a date is that of the event itself, not of its beginning or end."""
    aspect = one.claim.facet("aspect")
    return aspect is None or fold(aspect.value) in ("held", "new")


def _restated(pair: _Pair) -> bool:
    """Whether both sides say the same in the same words, but for the date, in articles of the same weeks."""
    return any(
        one.article != other.article and _near(one, other) and alike(one.claim, other.claim)
        for one in pair.first[:FIRST]
        for other in pair.second[:FIRST]
    )


def _near(one: Held, other: Held) -> bool:
    return one.published is not None and other.published is not None and abs(one.published - other.published) <= WEEKS


def _day(one: Held) -> date | None:
    value = one.claim.mention.value.interval
    return value.low if isinstance(value.low, date) and value.low == value.high else None


def _report(pair: _Pair, reason: str, desk: Desk, severity: Severity) -> Discrepancy:
    first = pair.first[0]
    event = first.claim.facet("event")
    place = (("place", first.place[0]),) if first.place else ()
    key: Iterable[tuple[str, str]] = (*place, ("event", event.value)) if event is not None else place
    camps = (camp(pair.first), camp(pair.second))
    return desk.report("date_conflict", severity, first.rule, tuple(key), camps, wording.reason(reason))
