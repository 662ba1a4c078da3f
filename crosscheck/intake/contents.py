"""Bytes to text: what is no UTF-8 text is told by name and place."""

from __future__ import annotations

import re

from crosscheck.model import Skipped

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
FOREIGN = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)
MARKUP = re.compile(rb"\s{0,99}<(?:!doctype\s|html[\s>]|\?xml\s)", re.IGNORECASE)

CONTROLS = bytes({*range(32)} - set(b"\t\n\f\r\x1b"))
MANY = 20  # one control character in so many, NULs among them, is no text with a slip in it but something else


def stripped(data: bytes) -> bytes:
    """Bytes without the byte order mark; offsets, lines and columns never count it, as no editor shows it."""
    return data.removeprefix(BYTE_ORDER_MARK)


def unreadable(data: bytes, path: str) -> Skipped | None:
    """Why bytes are no text to read, or None. Only the first bytes are needed, save for a NUL."""
    for mark, name in FOREIGN:
        if data.startswith(mark):
            return Skipped(path, f"is {name}; save it as UTF-8 text")
    if MARKUP.match(stripped(data)):
        return Skipped(path, "is HTML or XML; save what a reader sees as text or Markdown")
    nul = data.find(b"\0")
    if nul >= 0 and (len(data) - len(data.translate(None, CONTROLS))) * MANY > len(data):
        return Skipped(path, f"is binary: a NUL at byte {nul}; save it as UTF-8 text", *_place(data, nul))
    return None


def decode(data: bytes, path: str, line: int | None = None) -> str | Skipped:
    """The text of bytes, or the first byte that is not UTF-8; `line` is where they begin, if not at a file's start."""
    try:
        return stripped(data).decode("utf-8") if line is None else data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        mark = len(data) - len(error.object)
        row, column = _place(data, error.start + mark)
        place = f"byte {error.start + mark}" if line is None else f"byte {error.start} of the line"
        what = f"is not UTF-8: 0x{byte:02x} at {place}; save it as UTF-8"
        return Skipped(path, what, row if line is None else line, column)


def without_nuls(text: str, path: str) -> tuple[str, Skipped | None]:
    """The text with U+FFFD for each NUL, one for one so that places hold, and a note where there was one."""
    first = text.find("\0")
    if first < 0:
        return text, None
    count, line = text.count("\0"), text.count("\n", 0, first) + 1
    what = f"holds {count:,} NUL characters" if count > 1 else "holds a NUL character"
    note = Skipped(path, f"{what}, read as U+FFFD; take it out", line, first - text.rfind("\n", 0, first))
    return text.replace("\0", "\ufffd"), note


def _place(data: bytes, offset: int) -> tuple[int, int]:
    """Line and column of a byte, in code points as far as the bytes before it are UTF-8; both 1-based."""
    first = data.rfind(b"\n", 0, offset) + 1
    before = data[first:offset].decode("utf-8", "replace").removeprefix("\ufeff")
    return data.count(b"\n", 0, offset) + 1, len(before) + 1
