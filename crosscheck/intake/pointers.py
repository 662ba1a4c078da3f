"""A place in a file as a person points at it, FILE:LINE or FILE:LINE:COLUMN, and what stands there."""

from __future__ import annotations

import contextlib
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from crosscheck.errors import InputError
from crosscheck.intake.paths import STANDARD_INPUT, cleaned, is_kind, printable
from crosscheck.model import Article, Location, Span

NUMBER = "([1-9][0-9]{0,9})"
PLACED = (re.compile(f"(.+?):{NUMBER}:{NUMBER}", re.DOTALL), re.compile(f"(.+):{NUMBER}()", re.DOTALL))
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Pointer:
    """A line of a file, or a column in it; both 1-based, columns in code points."""

    path: str
    line: int
    column: int | None = None

    def __str__(self) -> str:
        place = f"{printable(self.path)}:{self.line}"
        return place if self.column is None else f"{place}:{self.column}"

    def enters(self, article: Article) -> bool:
        """Whether an article is of this file and has text on this line."""
        whole = article.locate(Span(0, len(article.text)))
        return whole.line <= self.line <= whole.end_line and self._names(article.origin.path)

    def marks(self, location: Location) -> bool:
        """Whether a stretch of such an article lies on this line, and over the column.

        In JSON Lines a line holds a whole article, so that a column tells nothing.
        """
        if not location.line <= self.line <= location.end_line:
            return False
        if self.column is None or location.start is None:
            return True
        after = self.line > location.line or self.column >= location.column
        return after and (self.line < location.end_line or self.column < location.end_column)

    def _names(self, path: str) -> bool:
        if path == printable(cleaned(self.path)):
            return True
        with contextlib.suppress(OSError, ValueError):
            return Path(path).samefile(self.path)
        return False


def point(text: str) -> Pointer:
    """The place that a text names, of a file that has such a line; raises InputError where there is none.

    Of two ways to read it (a file's name may hold colons) the first that names a file is taken.
    """
    found = [_pointer(match) for pattern in PLACED if (match := pattern.fullmatch(text))]
    if not found:
        raise InputError(f"{printable(text)}: names no line; write FILE:LINE or FILE:LINE:COLUMN, counted from 1")
    chosen = next((each for each in found if is_kind(each.path, stat.S_ISREG)), found[0])
    if chosen.path != STANDARD_INPUT and (count := _count_lines(chosen.path)) < chosen.line:
        raise InputError(f"{chosen}: is beyond the end; the file has {count:,} line{'' if count == 1 else 's'}")
    return chosen


def _pointer(match: re.Match[str]) -> Pointer:
    return Pointer(match[1], int(match[2]), int(match[3]) if match[3] else None)


def _count_lines(path: str) -> int:
    """How many lines a file has, the last perhaps without a line feed; raises InputError where it cannot be read."""
    count, last = 0, b"\n"
    try:
        told = Path(path).stat()
        if not (stat.S_ISREG(told.st_mode) or stat.S_ISDIR(told.st_mode)):
            raise InputError(f"{printable(path)}: is no file, so that no line of it can be pointed at; save it as one")
        with Path(path).open("rb") as stream:
            left = told.st_size  # what is written to it meanwhile is not waited for
            while left > 0 and (chunk := stream.read(min(left, CHUNK))):
                left -= len(chunk)
                count, last = count + chunk.count(b"\n"), chunk[-1:]
    except FileNotFoundError:
        raise InputError(f"{printable(path)}: does not exist; check the path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise InputError(f"{printable(path)}: cannot be read: {reason.lower()}") from None
    return count + (last != b"\n")
