"""A mention bound to a quantity: what an article says of it, where, when, of whom, and on whose word."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

from crosscheck.model.article import Publication, Remark
from crosscheck.model.interval import Interval, written
from crosscheck.model.mention import Mention
from crosscheck.model.place import Location, Span

Scope = Literal["event", "running_total", "snapshot", "part", "fixed"]
Modality = Literal["asserted", "alleged", "predicted", "denied"]
Reach = Literal["clause", "sentence", "context", "article"]


@dataclass(frozen=True, slots=True)
class Facet:
    """What narrows a claim: a canonical form, and the wider things that hold it.

    `path` goes from the thing itself outward ("Juliaca", "Puno", "Peru"), so that containment needs no gazetteer when
    comparing. `reach` tells how far from the figure the words stood.
    """

    name: str
    value: str
    path: tuple[str, ...] = ()
    reach: Reach = "clause"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the article that a claim rests on, by the role they play: cue, place, when, source, scope."""

    role: str
    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's figure for one quantity. `when` is the days to which it applies, None where unknown.

    `quote` is the sentence with white space folded; `quote_start` and `quote_end` mark the figure in it.
    `part` tells what part of an article holds it: its title or its body.
    """

    quantity: str
    article: Publication
    mention: Mention
    location: Location
    quote: str
    quote_start: int
    quote_end: int
    scope: Scope
    facets: tuple[Facet, ...] = ()
    when: Interval | None = None
    when_reach: Reach = "clause"
    source: str | None = None
    modality: Modality = "asserted"
    evidence: tuple[Evidence, ...] = ()
    part: Literal["title", "body"] = "body"
    context: frozenset[str] = frozenset()

    def facet(self, name: str) -> Facet | None:
        """The facet of that name, or None where the article does not tell."""
        for facet in self.facets:
            if facet.name == name:
                return facet
        return None

    @property
    def id(self) -> str:
        """A hash of what is said and where in the article's wording, free of line numbers and offsets."""
        value = self.mention.value.interval
        ends = written(value.low), written(value.high)
        told = (self.quantity, self.article.id, self.mention.span.field, self.quote, str(self.quote_start), *ends)
        return hashlib.sha256("\x1f".join(told).encode("utf-8", "replace")).hexdigest()[:16]

    @property
    def as_of(self) -> date | None:
        """The last day that the figure speaks of: the end of `when`, else the publication date."""
        if self.when is not None and isinstance(self.when.high, date):
            return self.when.high
        return self.article.published


@dataclass(frozen=True, slots=True)
class Tally:
    """A mention with what became of it: the quantities that claim it, or the documented reason why none does."""

    mention: Mention
    bound_by: tuple[str, ...] = ()
    unbound_because: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as an article spells it, kept so that spellings can be compared; `count` is how often."""

    surface: str
    kind: Literal["person", "place"]
    span: Span
    location: Location
    count: int = 1
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Extracted:
    """All that one article gave: claims, names, remarks, and counts of mentions bound and unbound by reason.

    `cut` is what is to be told where its time was spent before its end; another run might read more of it.
    """

    article: Publication
    claims: tuple[Claim, ...]
    names: tuple[Name, ...] = ()
    mentions: int = 0
    unbound: tuple[tuple[str, int], ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    cut: tuple[str, ...] = ()
