"""The file of acceptances, read and written: TOML, sorted by id, an item a line, so that git merges it by itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from crosscheck.accepting.entry import MOST_QUOTES, Entry, SideEntry
from crosscheck.accepting.grammar import BOOK
from crosscheck.errors import ConfigError, Fault
from crosscheck.rules.documents import Document, read_document
from crosscheck.rules.examination import examine
from crosscheck.rules.positions import locate

HEAD = "# Discrepancies that were reviewed and let stand; written by `crosscheck accept`. Reasons may be edited.\n\n"
_PARTED = " | "


def read_book(file: Path) -> tuple[Entry, ...]:
    """The entries of a file, in its order; none where there is no such file. Raises ConfigError with every fault."""
    if not file.exists():
        return ()
    document = read_document(file)
    if isinstance(document, Fault):
        raise ConfigError((document,))
    if complaints := tuple(examine(BOOK, document.table)):
        raise ConfigError(document.faults(complaints))
    return tuple(_entries(document))


def _entries(document: Document) -> Iterable[Entry]:
    positions = locate(document.text)
    for place, table in enumerate(document.table.get("accepted", ())):
        yield _entry(table, document.path, positions.key(("accepted", place))[0])


def _entry(table: dict[str, Any], path: str, line: int) -> Entry:
    pairs = (told.partition("=") for told in table.get("key", ()))
    sides = (told.partition(_PARTED) for told in table.get("sides", ()))
    return Entry(
        id=table["id"],
        what=table.get("what", ""),
        reason=table["reason"],
        kind=table["kind"],
        quantity=table.get("quantity", ""),
        key=tuple(sorted((name, value) for name, _, value in pairs)),
        sides=tuple(SideEntry(value, tuple(quotes.split())) for value, _, quotes in sides),
        by=table.get("by"),
        path=path,
        line=line,
    )


def written(entries: Iterable[Entry]) -> str:
    """The file's text; of two entries with one id the later counts."""
    import tomli_w

    tables = [_table(entry) for _, entry in sorted({entry.id: entry for entry in entries}.items())]
    return HEAD + (tomli_w.dumps({"accepted": tables}, indent=2) if tables else "accepted = []\n")


def _table(entry: Entry) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": entry.id,
        "what": entry.what,
        "reason": entry.reason,
        "by": entry.by,
        "kind": entry.kind,
        "quantity": entry.quantity,
        "key": [f"{name}={value}" for name, value in entry.key],
        "sides": [f"{side.value}{_PARTED}{' '.join(side.quotes[:MOST_QUOTES])}" for side in entry.sides],
    }
    return {name: value for name, value in fields.items() if value}
