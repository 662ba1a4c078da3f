"""How one figure came to be read, bound and compared: what `explain` tells of it; no report needs any of this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosscheck.model.article import Publication
from crosscheck.model.claim import Claim, Evidence
from crosscheck.model.mention import Mention
from crosscheck.model.place import Location
from crosscheck.model.report import Camp, Comparable, Discrepancy

# Why a reading of a figure was not the one chosen: another ranks higher, has the nearer cue, or comes first by the
# documented order; the rule wants a word that is not near, or a word bars it; a negation; a list takes the figure.
Lost = Literal["outranked", "farther", "later", "unhomed", "barred", "negated", "listed"]
# Why a rule whose word stands in a figure's sentence does not bind the figure.
Hindrance = Literal["kind", "unhomed", "barred", "negated", "noun", "phrase", "far", "unjoined"]
# Why a claim is left out where figures of one happening are set against each other.
Apart = Literal["denied", "predicted", "part", "running_total", "ordinal", "date"]
Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a figure could be read: the rule, the construction with its rank, and the words of the cue.

    `distance` counts the words and phrases between figure and cue; `lost` is None for the reading that was chosen.
    """

    quantity: str
    construction: str
    rank: int
    distance: int
    cue: Evidence
    sets: Key = ()
    lost: Lost | None = None


@dataclass(frozen=True, slots=True)
class Miss:
    """A rule whose word, the cue, stands in the sentence of a figure that nothing binds, and what hinders it.

    `words` are those that hinder: the counted noun, the word that bars; None where none does.
    """

    quantity: str
    cue: Evidence
    hindrance: Hindrance
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure with all its readings, the chosen first, and the claims made of it.

    Where it was not bound, `because` is the reason that the mention gives and `misses` tells of the rules that had a
    word in its sentence.
    """

    article: Publication
    location: Location
    mention: Mention
    quote: str
    quote_start: int
    quote_end: int
    readings: tuple[Reading, ...] = ()
    claims: tuple[Claim, ...] = ()
    because: str | None = None
    misses: tuple[Miss, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """A discrepancy that a claim has part in, and its camp there, None where it agrees with every side."""

    discrepancy: Discrepancy
    camp: Camp | None


@dataclass(frozen=True, slots=True)
class Fate:
    """What comparing made of a claim: its key, the comparable where it met others, the discrepancies that name it.

    `apart` tells why it was not set against other figures, None where it was.
    """

    key: Key
    comparable: Comparable | None = None
    sides: tuple[Side, ...] = ()
    apart: Apart | None = None


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation with the fate of each of its claims, one for one."""

    explanation: Explanation
    fates: tuple[Fate, ...] = ()
