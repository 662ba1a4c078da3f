"""What comparing gives: comparables, the discrepancies among them, and what was not checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosscheck.model.article import Publication
from crosscheck.model.claim import Claim
from crosscheck.model.mention import Value
from crosscheck.model.place import Location, Span

Severity = Literal["conflict", "tension", "note"]
DiscrepancyKind = Literal[
    "value_conflict",
    "running_total_falls",
    "part_exceeds_whole",
    "sum_mismatch",
    "bound_exceeded",
    "date_conflict",
    "duration_conflict",
    "impossible_date",
    "weekday_mismatch",
    "implausible_date",
    "title_vs_body",
    "spelling_variant",
]


@dataclass(frozen=True, slots=True)
class Site:
    """One place that a discrepancy shows."""

    article: Publication
    span: Span
    location: Location
    surface: str


@dataclass(frozen=True, slots=True)
class Camp:
    """Claims that can all be true together, and what they allow in common.

    `label` says what sets the camp's key apart from the discrepancy's ("the region Puno"), None where nothing does.
    """

    value: Value
    claims: tuple[Claim, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """More than one camp, or a broken check. `beside` holds claims shown with it that agree with every side."""

    kind: DiscrepancyKind
    severity: Severity
    quantity: str
    key: tuple[tuple[str, str], ...]
    message: str
    reason: str
    camps: tuple[Camp, ...]
    beside: tuple[Claim, ...] = ()
    sites: tuple[Site, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim that takes a side."""
        return tuple(claim for camp in self.camps for claim in camp.claims)


@dataclass(frozen=True, slots=True)
class Comparable:
    """Claims whose keys meet, in order of time."""

    quantity: str
    key: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was asked for and not read, or read only in part, and why."""

    path: str
    reason: str
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Lost(Skipped):
    """An article that was there to be read, and was given up when it was searched for figures."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A discrepancy that is no longer reported since somebody looked at it: why, and who or what says so."""

    discrepancy: Discrepancy
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Stale:
    """An acceptance that sets nothing aside any more: where it stands, and what to do about it."""

    path: str
    what: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a run: discrepancies in order of severity, and the ledger of what was not checked.

    `alone` counts claims that had nothing to compare with; `unbound` counts mentions by the reason that no rule
    claims them; `notes` say in a sentence each what a missing date or an unknown language prevented. `accepted` holds
    the discrepancies that were reviewed and are not among the others, `stale` the acceptances that match none.
    """

    articles: int
    mentions: int
    claims: int
    discrepancies: tuple[Discrepancy, ...]
    comparables: tuple[Comparable, ...] = ()
    alone: int = 0
    unbound: tuple[tuple[str, int], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    stale: tuple[Stale, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many discrepancies have this severity."""
        return sum(discrepancy.severity == severity for discrepancy in self.discrepancies)
