"""Lines of a byte stream, one after another, in memory that no length of file or line can fill."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

CHUNK = 1 << 20
LONGEST = 1 << 26  # bytes of one line: 64 MiB is a shelf of books; more is a file without line ends


@dataclass(frozen=True, slots=True)
class Overlong:
    """A line that was passed over because it is longer than `LONGEST`."""

    length: int


def lines(head: bytes, stream: BinaryIO) -> Iterator[bytes | Overlong]:
    """Every line of `head` and then of the stream, without its line feed; the last may lack one."""
    pending, dropped = head, 0
    while True:
        *whole, pending = pending.split(b"\n")
        if dropped and whole:
            yield Overlong(dropped + len(whole.pop(0)))
            dropped = 0
        yield from whole
        if len(pending) > LONGEST:
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
        yield pending


def _next(stream: BinaryIO, pending: int) -> bytes:
    """The next bytes: the longer the line at hand, the more, so that a long one is not copied for each chunk."""
    return stream.read(max(CHUNK, pending))
