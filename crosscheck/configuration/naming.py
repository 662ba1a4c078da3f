"""The names by which settings and remarks speak of findings: rules, topics of rules, kinds of discrepancy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from crosscheck.model import DiscrepancyKind
from crosscheck.rules import Rule
from crosscheck.rules.nearest import nearest

KINDS: tuple[str, ...] = get_args(DiscrepancyKind)


def names(rules: Iterable[Rule]) -> tuple[str, ...]:
    """What a selection or a remark may name: ids and topics of rules, and kinds of discrepancy."""
    found = tuple(rules)
    return tuple(sorted({*(rule.id for rule in found), *(rule.topic for rule in found if rule.topic), *KINDS}))


def stranger(name: str, known: tuple[str, ...]) -> str:
    """That a name is no rule, topic or kind, and the one that it is most like."""
    return f'"{name}" is no rule, no topic of rules and no kind of discrepancy; {nearest(name, known)}'
