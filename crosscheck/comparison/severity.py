"""How grave a discrepancy is: as its check says, no graver than its rule allows, unless the corpus sets it."""

from __future__ import annotations

from crosscheck.comparison.settings import Settings
from crosscheck.model import DiscrepancyKind, Severity
from crosscheck.rules import Rule

ORDER: tuple[Severity, ...] = ("conflict", "tension", "note")


def weigh(severity: Severity, kind: DiscrepancyKind, rule: Rule | None, settings: Settings) -> Severity:
    """The severity to report: the corpus's own word for the quantity, else for the kind, else the milder of two."""
    own = dict(settings.severities)
    if rule is not None and rule.id in own:
        return own[rule.id]
    if kind in own:
        return own[kind]
    return severity if rule is None else milder(severity, rule.compare.severity)


def milder(a: Severity, b: Severity) -> Severity:
    """The less grave of two severities."""
    return max(a, b, key=ORDER.index)
