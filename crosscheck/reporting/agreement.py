"""Which comparables hold no disagreement: the other half of what was compared, shown on request."""

from __future__ import annotations

from crosscheck.model import Comparable, Report


def agreed(report: Report) -> tuple[Comparable, ...]:
    """The comparables none of whose claims takes a side in a discrepancy, in the report's order."""
    # Claims are told apart by identity: hashing hundreds of thousands of them by content would cost seconds.
    taken = {id(claim) for found in report.discrepancies for claim in found.claims}
    return tuple(
        comparable for comparable in report.comparables if not any(id(claim) in taken for claim in comparable.claims)
    )
