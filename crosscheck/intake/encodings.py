"""Text that is not UTF-8: recognised where that is sure enough, always with a note, and never by a guess in silence."""

from __future__ import annotations

import codecs
from dataclasses import replace
from typing import BinaryIO

from crosscheck.model import Skipped

MARKS = (  # the longer first: UTF-32's begins as UTF-16's does
    (b"\xff\xfe\0\0", "utf-32", "UTF-32"),
    (b"\0\0\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
NAMES = {"cp1252": "Windows-1252", "latin_1": "Latin-1", "utf_16_le": "UTF-16", "utf_16_be": "UTF-16"}
SAMPLE = 1 << 14  # bytes in which an encoding shows itself
NULS = 4  # UTF-16 of a Latin script has a NUL for every letter: never so few, and hardly any in the other place
CHUNK = 1 << 20


class Recoded:
    """A stream of bytes as UTF-8; raises UnicodeDecodeError at the first one that its encoding does not know."""

    def __init__(self, head: bytes, stream: BinaryIO, encoding: str) -> None:
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._stream = stream
        self._ready = self._decoder.decode(head).encode()

    def read(self, size: int) -> bytes:
        """Up to so many bytes, none at the end alone."""
        while len(self._ready) < size:
            chunk = self._stream.read(max(CHUNK, size))
            self._ready += self._decoder.decode(chunk, final=not chunk).encode()
            if not chunk:
                break
        piece, self._ready = self._ready[:size], self._ready[size:]
        return piece


def wide(head: bytes) -> tuple[str, str] | None:
    """The encoding of text in units of two or four bytes, as Python and as people call it, or None."""
    for mark, encoding, name in MARKS:
        if head.startswith(mark):
            return encoding, name
    sample = head[: min(SAMPLE, len(head)) & ~1]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    if (
        max(first, second) < NULS
        or max(first, second) * NULS < len(sample)
        or min(first, second) * NULS > max(first, second)
    ):
        return None
    found = _best(sample, ["utf_16_le", "utf_16_be"])
    return None if found is None else (found, NAMES[found])


def recoded(data: bytes, fault: Skipped) -> tuple[str, Skipped] | None:
    """The text of bytes in which `decode` found a fault, with the note to be made of it; None where nothing is sure."""
    encoding = _narrow(data)
    if encoding is None:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    # Without a sign where Windows-1252 has its quotation marks the two say the same.
    name = "Latin-1" if all(not 0x80 <= byte < 0xA0 for byte in set(data)) else NAMES[encoding]
    what = fault.reason.partition(";")[0]
    return text, replace(fault, reason=f"{what}; read as {name}; save it as UTF-8 to be sure")


def _narrow(data: bytes) -> str | None:
    """The encoding of text in single bytes; bytes that are mostly UTF-8, only broken in places, have none."""
    telling = b"\n".join(line for line in data.split(b"\n") if not line.isascii())[:SAMPLE]
    if any(ord(sign) > 0x7F and sign != "\ufffd" for sign in telling.decode("utf-8", "replace")):
        return None
    return _best(telling, ["cp1252", "latin_1"])


def _best(sample: bytes, among: list[str]) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample, cp_isolation=among, preemptive_behaviour=False, enable_fallback=False).best()
    return None if best is None else best.encoding
