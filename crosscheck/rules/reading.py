"""One rule file to one rule, or to the faults in it, each with its line and column."""

from __future__ import annotations

import pathlib
import re
import stat
from collections.abc import Iterable
from decimal import Decimal
from itertools import islice
from typing import Any

from crosscheck.errors import Fault
from crosscheck.rules.building import build
from crosscheck.rules.examination import Complaint, Path, examine
from crosscheck.rules.grammar import RULE, keys_of
from crosscheck.rules.meaning import consider
from crosscheck.rules.rule import Rule

PARSED = re.compile(r"(.*) \(at (?:line ([0-9]+), column ([0-9]+)|end of document)\)", re.DOTALL)
LARGEST = 4_000_000
MOST_FAULTS = 100
"""The most faults of shape, and of meaning, told of one file: a page full; the rest shows when these are mended."""


def read(file: pathlib.Path, topic: str) -> Rule | tuple[Fault, ...]:
    """The rule in a file, its id the file's name; else every fault found, in the file's order."""
    path = str(file)
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return (Fault(path, "is a pipe, a socket, a device or a folder; a rule is a file"),)
        data = _bytes(file)
    except OSError as error:
        return (Fault(path, f"cannot be read: {error.strerror or error}; see to its permissions"),)
    if len(data) > LARGEST:
        return (Fault(path, f"is larger than {LARGEST:,} bytes; a rule file has to be smaller"),)
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return (_undecodable(path, data, error.start),)
    return interpret(text, id=file.stem, topic=topic, path=path)


def interpret(text: str, *, id: str, topic: str = "", path: str = "") -> Rule | tuple[Fault, ...]:
    """The rule that a TOML text describes, its line ends being \\n; else every fault found."""
    try:
        table = _parse(text)
    except _UnparsedError as unparsed:
        return (Fault(path, unparsed.what, unparsed.line, unparsed.column),)
    complaints = list(islice(examine(RULE, table), MOST_FAULTS))
    if len(complaints) < MOST_FAULTS:
        _prune(table, complaints)
        complaints.extend(islice(consider(table, _doubtful(complaints)), MOST_FAULTS))
    if complaints:
        return _placed(complaints, text, path)
    return build(table, id=id, topic=topic, path=path)


def _doubtful(complaints: Iterable[Complaint]) -> frozenset[str]:
    """The top-level keys that cannot be held to what they say; all of them where a key is misspelt."""
    paths = [complaint.path for complaint in complaints if complaint.path]
    if any(len(path) == 1 and path[0] not in keys_of(RULE) for path in paths):
        return frozenset(keys_of(RULE))
    return frozenset(str(path[0]) for path in paths)


def _prune(table: dict[str, Any], complaints: Iterable[Complaint]) -> None:
    """Takes every faulty part out, a faulty entry with its whole list, so that the rest can be considered."""
    for complaint in complaints:
        path = complaint.path
        while path and isinstance(path[-1], int):
            path = path[:-1]
        holder = _table_at(table, path[:-1])
        if path and holder is not None:
            holder.pop(path[-1], None)


def _table_at(table: dict[str, Any], path: Path) -> dict[str | int, Any] | None:
    part: Any = table
    for step in path:
        try:
            part = part[step]
        except (KeyError, IndexError, TypeError):
            return None
    return part if isinstance(part, dict) else None


class _UnparsedError(Exception):
    def __init__(self, what: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(what)
        self.what, self.line, self.column = what, line, column


def _bytes(file: pathlib.Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _undecodable(path: str, data: bytes, at: int) -> Fault:
    line_start = data.rfind(b"\n", 0, at) + 1
    column = len(data[line_start:at].decode("utf-8", "replace")) + 1
    line = data.count(b"\n", 0, at) + 1
    return Fault(path, f"byte {data[at]:#04x} is not UTF-8; save the file as UTF-8", line, column)


def _parse(text: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise _unparsed(str(error), text) from None
    except RecursionError:
        raise _UnparsedError("lists or tables stand too deep in each other; a rule needs no more than five") from None
    except (ValueError, ArithmeticError) as error:
        raise _UnparsedError(f"a value cannot be read: {error}") from None


def _unparsed(message: str, text: str) -> _UnparsedError:
    """The parser's message taken apart: it ends on a place, or on the words that the text ended too soon."""
    match = PARSED.fullmatch(message)
    if match is None:
        return _UnparsedError(f"this is no TOML: {message}")
    line, column = (int(match[2]), int(match[3])) if match[2] else _end(text)
    return _UnparsedError(f"this is no TOML: {match[1][:1].lower()}{match[1][1:]}", line, column)


def _end(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - text.rfind("\n")


def _placed(complaints: Iterable[Complaint], text: str, path: str) -> tuple[Fault, ...]:
    from crosscheck.rules.positions import locate

    positions = locate(text)
    placed: list[tuple[int, int, str]] = []
    for complaint in complaints:
        if complaint.offset is not None:
            line, column = positions.inside(complaint.path, complaint.offset)
        elif complaint.at_key:
            line, column = positions.key(complaint.path)
        else:
            line, column = positions.value(complaint.path)
        placed.append((line, column, complaint.what))
    return tuple(Fault(path, what, line, column) for line, column, what in sorted(placed))
