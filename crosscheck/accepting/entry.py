"""One accepted discrepancy as it is written down, and how it is known again: by what is said, never by where it stands.

The sides' values must be the same, so that a changed figure brings the discrepancy back. Beyond that an entry holds
while a sentence of every side still stands, or one sentence and the key: rewording one article, moving texts about, or
adding articles that agree with a side changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck.model import Camp, Discrepancy
from crosscheck.model.identity import identity, quote_hash, value_told

# Sentences of one side that are written down; more would only make the file long.
MOST_QUOTES = 12


@dataclass(frozen=True, slots=True)
class SideEntry:
    """A side: its value in the one way of `value_told`, and hashes of sentences that say so."""

    value: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An acceptance; `what` tells people what it is about, `path` and `line` where it is written."""

    id: str
    what: str
    reason: str
    kind: str
    quantity: str
    key: tuple[tuple[str, str], ...]
    sides: tuple[SideEntry, ...]
    by: str | None = None
    path: str = ""
    line: int | None = None

    @property
    def about(self) -> tuple[str, str, tuple[str, ...]]:
        """What must be the same for the entry to be looked at: kind, quantity and the sides' values."""
        return self.kind, self.quantity, tuple(sorted(side.value for side in self.sides))

    def holds(self, found: Discrepancy) -> bool:
        """Whether this is the discrepancy that was accepted, their kinds, quantities and values being the same."""
        same_key = self.key == _key(found)
        if not self.sides:
            return same_key
        shared = [
            not told.isdisjoint(now) for told, now in zip(_quotes(self.sides), _quotes(_sides(found)), strict=True)
        ]
        return all(shared) or (same_key and bool(self.key) and any(shared))


def enter(found: Discrepancy, reason: str, by: str | None, what: str) -> Entry:
    """The acceptance of a discrepancy, ready to be written down."""
    return Entry(identity(found), what, reason, found.kind, found.quantity, _key(found), _sides(found), by)


def about(found: Discrepancy) -> tuple[str, str, tuple[str, ...]]:
    """What an entry for this discrepancy would be about."""
    return found.kind, found.quantity, tuple(sorted(value_told(camp.value) for camp in found.camps))


def _key(found: Discrepancy) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(found.key))


def _sides(found: Discrepancy) -> tuple[SideEntry, ...]:
    return tuple(sorted(map(_side, found.camps), key=lambda side: (side.value, side.quotes)))


def _side(camp: Camp) -> SideEntry:
    return SideEntry(value_told(camp.value), tuple(sorted({quote_hash(claim) for claim in camp.claims})))


def _quotes(sides: Iterable[SideEntry]) -> list[set[str]]:
    """The sentences of each value, in order; two sides of one value (a town's and its region's) share theirs."""
    ordered = sorted(sides, key=lambda side: side.value)
    return [{quote for other in ordered if other.value == side.value for quote in other.quotes} for side in ordered]
