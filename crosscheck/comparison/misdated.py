"""Dates that are wrong by themselves: the 31st of June, "Thursday (May 17)" when that was a Wednesday.

Expects of extraction: evidence of role `impossible` on a claim whose date no calendar has, and of role
`weekday_mismatch`, its surface the weekday, on one whose date was another day of the week. They may be of any rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import Held
from crosscheck.model import Discrepancy, DiscrepancyKind, Site

KINDS: Mapping[str, tuple[DiscrepancyKind, str]] = MappingProxyType(
    {
        "impossible": ("impossible_date", wording.IMPOSSIBLE),
        "weekday_mismatch": ("weekday_mismatch", wording.WEEKDAY),
    }
)


def misdated(held: Iterable[Held], desk: Desk) -> Iterator[Discrepancy]:
    """One discrepancy for each sentence where such a date stands, however many claims rest on it."""
    seen: set[tuple[object, ...]] = set()
    for one in held:
        for evidence in one.claim.evidence:
            told = (one.article, evidence.role, one.claim.quote, evidence.span.start - one.claim.mention.span.start)
            if evidence.role not in KINDS or not seen.isdisjoint({told, (one.article, evidence.role, evidence.span)}):
                continue
            seen.update((told, (one.article, evidence.role, evidence.span)))
            kind, reason = KINDS[evidence.role]
            own = one.claim.mention.span
            apart = (evidence.span.start, evidence.span.end) != (own.start, own.end) and one.rule.kind != "date"
            sites = (Site(one.claim.article, evidence.span, one.claim.location, evidence.surface),) if apart else ()
            yield desk.report(kind, "conflict", one.rule, (), (camp([one]),), wording.reason(reason), sites=sites)
