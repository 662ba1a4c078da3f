"""One stated figure or time expression: its exact text, and what it says as a set of possibilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from crosscheck.model.interval import Interval
from crosscheck.model.place import Span

Kind = Literal["number", "percent", "money", "duration", "ordinal", "date", "time", "measure"]
Modifier = Literal["exact", "approx", "at_least", "more_than", "at_most", "less_than", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Value:
    """Possibilities and their unit: a canonical unit ("day", "percent", "USD", "kilometre"), or None."""

    interval: Interval
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure as written. The modifier is the wording, interpreted only when comparing.

    `modifier_span` covers the hedge's words. `noun` is the counted noun as written ("protesters") and `group` its
    category ("people", "children", "police"); both None where nothing is counted.
    """

    kind: Kind
    span: Span
    surface: str
    value: Value
    modifier: Modifier = "exact"
    modifier_span: Span | None = None
    modifier_surface: str | None = None
    noun: str | None = None
    group: str | None = None
