"""One piece of writing with one publication date, and where it came from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from crosscheck.model.place import Field, Location, Span


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of an article beside its text; `published` is its own date, never the file's or the clock's."""

    id: str
    path: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    lang: str = "en"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's first character lies in its file: 1-based line and column; `start` is None in JSON Lines."""

    path: str
    line: int = 1
    column: int = 1
    start: int | None = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article that is read for figures: its title or (a piece of) its body."""

    role: Literal["title", "body"]
    start: int
    end: int
    field: Field = "text"


@dataclass(frozen=True, slots=True)
class Remark:
    """Words to this program in an article's `text`, as in <!-- crosscheck: … -->, which tell nothing themselves.

    `line` is where they stand in the file; they are about what stands in the text from `start` to `end`.
    """

    words: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article's text with its publication; only `parts` are read, so bylines and footers hold no figures.

    `text` is a JSON Lines record's `text`, or the article's whole stretch of the decoded file, title line included.
    """

    publication: Publication
    origin: Origin
    text: str
    parts: tuple[Part, ...]
    remarks: tuple[Remark, ...] = ()

    def field(self, name: Field) -> str:
        """The string that spans of this field count into."""
        return self.text if name == "text" else self.publication.title or ""

    def surface(self, span: Span) -> str:
        """The exact text of a span."""
        return self.field(span.field)[span.start : span.end]

    def locate(self, span: Span) -> Location:
        """The place of a span in the file; in JSON Lines, the line of its record."""
        origin = self.origin
        if origin.start is None or span.field == "title":
            return Location(origin.path, origin.line, 1, origin.line, 1)
        line, column = self._position(span.start)
        end_line, end_column = self._position(span.end)
        start, end = origin.start + span.start, origin.start + span.end
        return Location(origin.path, line, column, end_line, end_column, start, end)

    def _position(self, offset: int) -> tuple[int, int]:
        breaks = self.text.count("\n", 0, offset)
        if not breaks:
            return self.origin.line, self.origin.column + offset
        return self.origin.line + breaks, offset - self.text.rfind("\n", 0, offset)


@dataclass(frozen=True, slots=True)
class Recalled:
    """An article whose content is known by its digest: what it gives may be known too, and then its text is not needed.

    `size` counts the characters of its text; `again` reads the article where it is needed after all, and gives None
    where its file is not what it was.
    """

    publication: Publication
    origin: Origin
    digest: bytes
    size: int
    again: Callable[[], Article | None] = field(compare=False, repr=False)
