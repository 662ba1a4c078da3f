"""The sheet that the report is written on: its width, its colours, and how text is wrapped and marked on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from crosscheck.reporting.excerpt import around
from crosscheck.reporting.inert import inert

Style = Literal["conflict", "tension", "note", "agree", "strong", "faint"]

_CODES: dict[Style, str] = {
    "conflict": "1;31",
    "tension": "1;33",
    "note": "1;36",
    "agree": "1;32",
    "strong": "1",
    "faint": "2",
}
# Stand-ins inside text that `inert` has cleared of controls: where a mark begins and ends, a space that stays whole.
_OPEN, _CLOSE, _TIED = "\x01", "\x02", "\x03"
_INK = str.maketrans({_OPEN: "\x1b[1;7m", _CLOSE: "\x1b[0m", _TIED: " "})
_PLAIN = str.maketrans({_TIED: " "})
# A figure of more words than this is marked where it breaks, rather than held on one line.
_LONGEST_FIGURE = 40
# Outlets, sources and spellings are names; what is longer is something else in their place.
_LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of at most `width` columns; with `color`, marks and styles are escapes, else marks are « and »."""

    width: int
    color: bool

    def styled(self, text: str, style: Style) -> str:
        """The text in a style; itself without colour."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color else text

    def flowed(self, text: str, first: str, rest: str | None = None) -> Iterator[str]:
        """The text wrapped between words; `first` leads the first line, `rest` the others."""
        lead = first
        room = self.width - max(columns(first), columns(rest or ""))
        for line in _wrapped(text.split(" "), room):
            yield (lead + line.translate(_INK if self.color else _PLAIN)).rstrip()
            lead = first if rest is None else rest

    def packed(self, parts: list[str], first: str, rest: str) -> Iterator[str]:
        """Parts joined by middle dots, none broken: a path stays one word, to be clicked or copied."""
        line = first + parts[0]
        for part in parts[1:]:
            if columns(line) + 3 + columns(part) > self.width:
                yield line
                line = rest + part
            else:
                line += f" · {part}"
        yield line

    def short(self, text: str, beside: int = 10) -> str:
        """A name made inert, cut where it would fill more than most of a line that has so many columns beside it."""
        limit = min(_LONGEST_NAME, self.width - beside)
        shown = inert(text[: 2 * _LONGEST_NAME])
        if columns(shown) <= limit:
            return shown
        while columns(shown) >= limit:
            shown = shown[:-1]
        return f"{shown}…"

    def marked(self, text: str, start: int, end: int, limit: int) -> str:
        """About `limit` characters of a text around the stretch from start to end, made inert, with that marked."""
        found = around(text, start, end, limit)
        if not found.figure:
            return found.before
        figure = found.figure
        if len(figure) <= _LONGEST_FIGURE and self.color:
            figure = figure.replace(" ", _TIED)
        opened, closed = (_OPEN, _CLOSE) if self.color else ("«", "»")
        return f"{found.before}{opened}{figure}{closed}{found.after}"


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _wrapped(words: list[str], width: int) -> Iterator[str]:
    line, used = "", 0
    for word in _broken(words, max(width, 20)):
        wide = columns(word)
        if line and used + 1 + wide > width:
            yield line
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    yield line


def _broken(words: list[str], width: int) -> Iterator[str]:
    """Words, those wider than a line in pieces."""
    for word in words:
        if columns(word) <= width:
            yield word
        else:
            # Half the width in characters always fits: no character is wider than two columns.
            yield from (word[at : at + width // 2] for at in range(0, len(word), width // 2))
