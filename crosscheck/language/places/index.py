"""The shipped gazetteer, mapped into memory: nothing is read at start, and each name asked for costs microseconds."""

from __future__ import annotations

import mmap
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from crosscheck.errors import Fault, PackError
from crosscheck.language.places import layout

FILE = Path(__file__).parent / "index.bin"


class Row(NamedTuple):
    """One record as it lies in the file.

    `container` is the number of the row that holds it, -1 for a country; `marked` is told in `layout.MARKED`.
    """

    number: int
    geonames: int
    container: int
    population: int
    kind: int
    marked: bool


class Index:
    """Folded names to row numbers, and rows; the file's pages are shared by all processes that map it."""

    __slots__ = ("_at", "_buckets", "_file", "rows")

    def __init__(self, path: Path = FILE) -> None:
        try:
            with path.open("rb") as file:
                self._file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise PackError((Fault(str(path), f"the index of places cannot be read: {error}"),)) from error
        if self._file[: len(layout.MAGIC)] != layout.MAGIC:
            raise PackError((Fault(str(path), "not an index of places of this version; build it anew"),))
        _, self._buckets, self.rows, *starts = layout.HEADER.unpack_from(self._file)
        self._at = dict(zip(("firsts", "buckets", "entries", "rows", "blocks", "names"), starts, strict=True))

    def begins(self, word: str) -> bool:
        """Whether a name of several words may begin with this folded word; false alarms are rare, misses none."""
        bit = layout.first_bit(word.encode())
        return bool(self._file[self._at["firsts"] + (bit >> 3)] >> (bit & 7) & 1)

    def find(self, key: str) -> tuple[int, ...]:
        """The row numbers of a folded name, each with its flags, best known first; empty where there is none."""
        name = key.encode()
        pair = self._at["buckets"] + 4 * layout.bucket(name, self._buckets)
        start, end = layout.PAIR.unpack_from(self._file, pair)
        chunk = self._file[self._at["entries"] + start : self._at["entries"] + end]
        mark, at = layout.mark(name), 0
        while at < len(chunk):
            first = at + layout.MARK + 1
            stop = first + 3 * chunk[first - 1]
            if chunk[at : first - 1] == mark:
                return tuple(int.from_bytes(chunk[i : i + 3], "little") for i in range(first, stop, 3))
            at = stop
        return ()

    def row(self, number: int) -> Row:
        """One record."""
        at = self._at["rows"] + number * layout.ROW.size
        geonames, container, people, kind, marked = layout.ROW.unpack_from(self._file, at)
        held_by = -1 if container == layout.NOTHING else container
        return Row(number, geonames, held_by, layout.unpack_population(people), kind, bool(marked))

    def told(self, number: int) -> tuple[str, str, str]:
        """A row's display name, its code, and what its country calls such a subdivision; "" where it has none."""
        block, rest = divmod(number, layout.BLOCK)
        start = self._at["blocks"] + 4 * block
        at = self._at["names"] + int.from_bytes(self._file[start : start + 4], "little")
        for _ in range(rest):
            at += 1 + self._file[at]
        name, code, kind = (self._file[at + 1 : at + 1 + self._file[at]].decode() + "||").split("|")[:3]
        return name, code, kind

    def names(self) -> Iterator[str]:
        """The display name of every row, in order."""
        at = self._at["names"]
        for _ in range(self.rows):
            end = at + 1 + self._file[at]
            yield self._file[at + 1 : end].decode().partition("|")[0]
            at = end
