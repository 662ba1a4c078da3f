"""Bounds: no share above a hundred, the answers to one question within it together, the votes within those cast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import Held, fold
from crosscheck.model import Camp, Discrepancy, Interval, Value

# Answers of which nobody gives two; what is in a question's own words the same people may say ("reject", "resign").
OPPOSITES = (
    frozenset({"approve", "disapprove", "undecided"}),
    frozenset({"favourable", "unfavourable", "undecided"}),
    frozenset({"support", "oppose", "undecided"}),
)
# Each share may have been rounded up by half a point, and one more is nobody's quarrel.
ROUNDED, SLACK = Decimal("0.5"), Decimal(1)
CAST = frozenset({"for", "against", "abstain"})
TOTAL = "total"


def beyond(held: Iterable[Held], desk: Desk) -> Iterator[Discrepancy]:
    """Figures outside their rule's bounds, answers of one question that are too many, and votes that are."""
    questions: defaultdict[tuple[object, ...], list[Held]] = defaultdict(list)
    ballots: defaultdict[tuple[object, ...], list[Held]] = defaultdict(list)
    for one in held:
        if one.rule.kind in ("date", "duration"):
            continue
        if _outside(one):
            reason = wording.reason(wording.TOO_MUCH)
            yield desk.report("bound_exceeded", "conflict", one.rule, (), (camp([one]),), reason)
        elif one.rule.compare.exclusive is not None and one.exact:
            questions[_question(one, one.rule.compare.exclusive)].append(one)
        if one.claim.facet("side") is not None and one.exact:
            ballots[_question(one, "side")].append(one)
    yield from (found for answers in questions.values() for found in _answers(answers, desk))
    yield from (found for votes in ballots.values() for found in _votes(votes, desk))


def _outside(one: Held) -> bool:
    compare = one.rule.compare
    if one.claim.mention.value.unit not in (None, one.rule.unit):
        return False
    low, high = one.claim.mention.value.interval.low, one.claim.mention.value.interval.high
    above = compare.at_most is not None and low is not None and one.reading.low is not None
    below = compare.at_least is not None and high is not None
    return bool(
        (above and compare.at_most is not None and one.reading.low > compare.at_most)
        or (below and compare.at_least is not None and high < compare.at_least)
    )


def _question(one: Held, exclusive: str) -> tuple[object, ...]:
    facets = tuple(sorted((f.name, fold(f.value)) for f in one.claim.facets if f.name not in (exclusive, "place")))
    return (one.article, one.claim.quantity, one.dimension, one.days, facets, one.claim.source)


def _answers(answers: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    """One discrepancy where shares that exclude each other come to more than the whole."""
    rule = answers[0].rule
    name, most = rule.compare.exclusive, rule.compare.at_most
    if name is None or most is None:
        return
    told = single(answers, name)
    sets = [set(told) & closed for closed in OPPOSITES] if name == "answer" else [set(told)]
    for chosen in sets:
        parts = sorted((told[value] for value in chosen), key=lambda one: one.rank)
        total = sum((one.named for one in parts), Decimal(0))
        if len(parts) > 1 and total > most + ROUNDED * len(parts) + SLACK:
            yield _told(parts, total, desk)
            return


def single(claims: Iterable[Held], name: str) -> dict[str, Held]:
    """The first claim for each value of a facet, those left out that are given two different figures."""
    values: defaultdict[str, list[Held]] = defaultdict(list)
    for one in claims:
        facet = one.claim.facet(name)
        if facet is not None:
            values[fold(facet.value)].append(one)
    return {value: same[0] for value, same in values.items() if len({one.named for one in same}) == 1}


def _told(parts: Sequence[Held], total: Decimal, desk: Desk) -> Discrepancy:
    value = Value(Interval.exactly(total), parts[0].claim.mention.value.unit)
    claims = tuple(one.claim for one in parts)
    subject = parts[0].claim.facet("subject")
    key = (("subject", subject.value),) if subject is not None else ()
    reason = wording.reason(wording.SHARES)
    return desk.report("bound_exceeded", "conflict", parts[0].rule, key, (Camp(value, claims),), reason)


def _votes(votes: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    told = single(votes, "side")
    total = told.get(TOTAL)
    parts = sorted((one for side, one in told.items() if side in CAST), key=lambda one: one.rank)
    added = sum((one.named for one in parts), Decimal(0))
    if total is None or len(parts) < 2 or added <= total.named:
        return
    camps = (camp([total]), Camp(Value(Interval.exactly(added), None), tuple(one.claim for one in parts)))
    yield desk.report("sum_mismatch", "conflict", total.rule, (), camps, wording.reason(wording.SUM))
