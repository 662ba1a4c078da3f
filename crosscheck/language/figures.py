"""A figure as it stands among a sentence's tokens, before it becomes a mention with offsets."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.language.tokens import Tokens
from crosscheck.model import Interval, Kind, Mention, Modifier, Span, Value
from crosscheck.model.place import Field


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, sum, share, length, date or time among tokens; all indexes are of tokens and inclusive.

    `first` to `last` is the surface as OUTPUT.md defines it; `begin` to `finish` the whole expression with hedge,
    currency and unit, which a sentence is read past. `hedge` gives the modifier's words. `because` is the documented
    reason why a figure can count nothing (age, score, name, level, year …), None where it may.
    """

    kind: Kind
    value: Value
    first: int
    last: int
    begin: int
    finish: int
    modifier: Modifier = "exact"
    hedge: tuple[int, int] | None = None
    because: str | None = None

    @property
    def interval(self) -> Interval:
        """What the figure says, as possibilities."""
        return self.value.interval


def mention(tokens: Tokens, figure: Figure, field: Field = "text") -> Mention:
    """The mention that a figure makes, with offsets into its article's text or title."""
    span = Span(tokens.starts[figure.first], tokens.ends[figure.last], field)
    hedge = figure.hedge and Span(tokens.starts[figure.hedge[0]], tokens.ends[figure.hedge[1]], field)
    return Mention(
        kind=figure.kind,
        span=span,
        surface=tokens.text[span.start : span.end],
        value=figure.value,
        modifier=figure.modifier,
        modifier_span=hedge,
        modifier_surface=tokens.text[hedge.start : hedge.end] if hedge else None,
    )
