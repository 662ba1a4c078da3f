"""One rule file to one rule, or to the faults in it, each with its line and column."""

from __future__ import annotations

import pathlib
from collections.abc import Iterable
from itertools import islice
from typing import Any

from crosscheck.errors import Fault
from crosscheck.rules.building import build
from crosscheck.rules.documents import Document, parse, read_document
from crosscheck.rules.examination import Complaint, Path, examine
from crosscheck.rules.grammar import RULE, keys_of
from crosscheck.rules.meaning import consider
from crosscheck.rules.rule import Rule

MOST_FAULTS = 100
"""The most faults of shape, and of meaning, told of one file: a page full; the rest shows when these are mended."""


def read(file: pathlib.Path, topic: str) -> Rule | tuple[Fault, ...]:
    """The rule in a file, its id the file's name; else every fault found, in the file's order."""
    document = read_document(file)
    return (document,) if isinstance(document, Fault) else _interpret(document, file.stem, topic)


def interpret(text: str, *, id: str, topic: str = "", path: str = "") -> Rule | tuple[Fault, ...]:
    """The rule that a TOML text describes, its line ends being \\n; else every fault found."""
    table = parse(text, path)
    return (table,) if isinstance(table, Fault) else _interpret(Document(path, text, table), id, topic)


def _interpret(document: Document, id: str, topic: str) -> Rule | tuple[Fault, ...]:
    table = document.table
    complaints = list(islice(examine(RULE, table), MOST_FAULTS))
    if len(complaints) < MOST_FAULTS:
        _prune(table, complaints)
        complaints.extend(islice(consider(table, _doubtful(complaints)), MOST_FAULTS))
    if complaints:
        return document.faults(complaints)
    return build(table, id=id, topic=topic, path=document.path)


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
