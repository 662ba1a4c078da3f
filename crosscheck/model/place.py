"""Where a surface stands: in an article's own text, and in the file as a person opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Field = Literal["text", "title"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code points into an article's text, or into its title where that is a field of its own."""

    start: int
    end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Location:
    """The same place in the file: 1-based line and column, code points; start and end are None in JSON Lines."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int | None = None
    end: int | None = None
