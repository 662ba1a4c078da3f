"""The lines of files that hold a record on each, and no articles: each with its place, none held longer than needed."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from crosscheck.intake.contents import decode, stripped, unreadable
from crosscheck.intake.lines import Overlong, lines
from crosscheck.intake.paths import STANDARD_INPUT, Source, failed, is_kind, printable, sources
from crosscheck.model import Skipped
from crosscheck.model.limits import USUAL

HEAD = 1 << 16  # bytes that tell what a file is


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file, without its line end; `line` counts from 1."""

    path: str
    line: int
    text: str


def rows(paths: Sequence[str], stdin: BinaryIO | None, longest: int = USUAL.line) -> Iterator[Row | Skipped]:
    """Every line of the files that is not blank, in the order of their names; a file met twice is read once.

    A line of more than `longest` bytes or no UTF-8 comes as a Skipped with its place, a path that is not there as a
    Missing.
    """
    folders = tuple(path for path in paths if path != STANDARD_INPUT and is_kind(path, stat.S_ISDIR))
    for folder in folders:
        yield Skipped(printable(folder), "is a folder; name the files in it that hold claims")
    for source in sources([path for path in paths if path not in folders]):
        if isinstance(source, Skipped):
            yield source
        else:
            yield from _read(source, stdin, longest)


def _read(source: Source, stdin: BinaryIO | None, longest: int) -> Iterator[Row | Skipped]:
    try:
        if source.name != STANDARD_INPUT:
            with Path(source.path).open("rb") as stream:
                yield from _rows(source.name, stream, longest)
        elif stdin is not None:
            yield from _rows(source.name, stdin, longest)
    except OSError as error:
        yield failed(source.path, error)


def _rows(name: str, stream: BinaryIO, longest: int) -> Iterator[Row | Skipped]:
    head = stream.read(HEAD)
    skipped = unreadable(head, name)
    if skipped is not None:
        yield skipped
        return
    for number, raw in enumerate(lines(stripped(head), stream, longest), start=1):
        text = _text(name, number, raw, longest)
        if isinstance(text, Skipped):
            yield text
        elif text and not text.isspace():
            yield Row(name, number, text)


def _text(name: str, number: int, raw: bytes | Overlong, longest: int) -> str | Skipped:
    if isinstance(raw, Overlong):
        what = f"is {raw.length:,} bytes long, over the {longest:,} of a line"
        return Skipped(name, f"{what}; set the limit “line” higher to read it", number, 1)
    return decode(raw, name, number)
