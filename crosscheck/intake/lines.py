"""Lines of a byte stream, one after another, in memory that no length of file or line can fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from crosscheck.model.limits import USUAL

CHUNK = 1 << 20


class Readable(Protocol):
    """What gives bytes: a file, or a file that is recoded on the way."""

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes, none at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Overlong:
    """A line that was passed over because it is longer than a line may be."""

    length: int


def lines(head: bytes, stream: Readable, longest: int = USUAL.line) -> Iterator[bytes | Overlong]:
    """Every line of `head` and then of the stream, without its line feed; the last may lack one.

    A line of more than `longest` bytes is passed over.
    """
    pending, dropped = head, 0
    while True:
        *whole, pending = pending.split(b"\n")
        if dropped and whole:
            yield Overlong(dropped + len(whole.pop(0)))
            dropped = 0
        yield from (line if len(line) <= longest else Overlong(len(line)) for line in whole)
        if len(pending) > longest:
            dropped, pending = dropped + len(pending), b""
        chunk = _next(stream, len(pending))
        if not chunk:
            break
        if dropped and b"\n" not in chunk:
            dropped += len(chunk)
            continue
        pending += chunk
    if dropped:
        yield Overlong(dropped)
    elif pending:
        yield pending if len(pending) <= longest else Overlong(len(pending))


def _next(stream: Readable, pending: int) -> bytes:
    """The next bytes: the longer the line at hand, the more, so that a long one is not copied for each chunk."""
    return stream.read(max(CHUNK, pending))
