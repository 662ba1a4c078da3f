"""A TOML file to a table, and complaints about the table to faults with line and column; of any file of the project.

Rule files, the configuration and the list of accepted discrepancies are all read and told of in this one way.
"""

from __future__ import annotations

import pathlib
import re
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from crosscheck.errors import Fault
from crosscheck.rules.examination import Complaint

PARSED = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL)
LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file that parses: its path as told in messages, its text with line ends \\n, and its table."""

    path: str
    text: str
    table: dict[str, Any]

    def faults(self, complaints: Iterable[Complaint]) -> tuple[Fault, ...]:
        """Complaints about the table, each with its line and column, in the file's order."""
        return placed(complaints, self.text, self.path)


def read_document(file: pathlib.Path) -> Document | Fault:
    """The document in a file, or what keeps it from being read."""
    path = str(file)
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return Fault(path, "is a pipe, a socket, a device or a folder; settings and rules are files")
        with file.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        return Fault(path, f"cannot be read: {error.strerror or error}; see to its permissions")
    if len(data) > LARGEST:
        return Fault(path, f"is larger than {LARGEST:,} bytes; a file of settings or rules has to be smaller")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return _undecodable(path, data, error.start)
    table = parse(text, path)
    return table if isinstance(table, Fault) else Document(path, text, table)


def _undecodable(path: str, data: bytes, at: int) -> Fault:
    line_start = data.rfind(b"\n", 0, at) + 1
    column = len(data[line_start:at].decode("utf-8", "replace")) + 1
    line = data.count(b"\n", 0, at) + 1
    return Fault(path, f"byte {data[at]:#04x} is not UTF-8; save the file as UTF-8", line, column)


def parse(text: str, path: str) -> dict[str, Any] | Fault:
    """The table that a TOML text describes, numbers with a point as Decimal; or why it is none, and where."""
    import tomli

    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        return _unparsed(str(error), text, path)
    except RecursionError:
        return Fault(path, "lists or tables stand too deep in each other; a rule needs no more than five")
    except (ValueError, ArithmeticError) as error:
        return Fault(path, f"a value cannot be read: {error}")


def _unparsed(message: str, text: str, path: str) -> Fault:
    """The parser's message taken apart: it ends on a place, or on the words that the text ended too soon."""
    match = PARSED.fullmatch(message)
    if match is None:
        return Fault(path, f"this is no TOML: {message}")
    line, column = (int(match[2]), int(match[3])) if match[2] else _end(text)
    return Fault(path, f"this is no TOML: {match[1][:1].lower()}{match[1][1:]}", line, column)


def _end(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def placed(complaints: Iterable[Complaint], text: str, path: str) -> tuple[Fault, ...]:
    """Complaints about a text's table, each with its line and column, in the text's order."""
    from crosscheck.rules.positions import locate

    positions = locate(text)
    found: list[tuple[int, int, str]] = []
    for complaint in complaints:
        if complaint.offset is not None:
            line, column = positions.inside(complaint.path, complaint.offset)
        elif complaint.at_key:
            line, column = positions.key(complaint.path)
        else:
            line, column = positions.value(complaint.path)
        found.append((line, column, complaint.what))
    return tuple(Fault(path, what, line, column) for line, column, what in sorted(found))
