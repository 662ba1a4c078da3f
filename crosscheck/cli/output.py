"""Where a command's text goes: the report to a file or standard output, messages to standard error."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import typer

from crosscheck.cli.app import CLEAN, PIPE_CLOSED
from crosscheck.errors import InputError

if TYPE_CHECKING:
    from crosscheck.reporting import Base, Options
    from crosscheck.rules import Rule

# Longer lines are hard to read, however wide the terminal.
WIDEST = 100


def options_of(
    rules: Iterable[Rule], output: Path | None, color: str, *, show_compatible: bool = False, full: bool = False
) -> Options:
    """What renderers are told: what fits the output, and how quantities are called."""
    from crosscheck.reporting import Options, Quantity

    quantities = tuple(
        Quantity(rule.id, rule.title, rule.unit, tuple(facet for facet in rule.facets if facet != "when"))
        for rule in rules
    )
    screen = output is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, WIDEST) if screen else 80
    return Options(width, _colored(color, screen=screen), quantities, show_compatible, full)


def repository() -> Base:
    """The repository that the command runs in, else the current folder: what machines take paths to be relative to."""
    from crosscheck.reporting import Base

    here = Path.cwd()
    root = next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)
    return Base(root.as_posix(), here.relative_to(root).as_posix() if root != here else "")


def _colored(color: str, *, screen: bool) -> bool:
    """A flag beats the environment, NO_COLOR beats FORCE_COLOR, and either beats what the output is."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (screen and os.environ.get("TERM") != "dumb")


def publish(text: Iterable[str], output: Path | None = None) -> None:
    """Write to the file, or to standard output in UTF-8 whatever the terminal's encoding."""
    from crosscheck.reporting.sink import encoded, write_whole

    if output is not None:
        write_whole(output, text)
        return
    for piece in text:
        put(encoded(piece))
    put(b"", flush=True)


def put(data: bytes, *, flush: bool = False) -> None:
    """Write to standard output; raises `typer.Exit` where nobody reads it any more, `InputError` where it is full."""
    try:
        _write(sys.stdout.buffer, data)
        if flush:
            sys.stdout.buffer.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            _silence(sys.stdout)
            raise typer.Exit(PIPE_CLOSED) from None
        raise unwritten(error) from error


def _write(stream: BinaryIO, data: bytes) -> None:
    """All of it: a stream that PYTHONUNBUFFERED makes may take less at once, and tell so by what it returns alone."""
    rest = memoryview(data)
    while rest:
        taken: int | None = stream.write(rest)
        if taken is None:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        rest = rest[taken:]


def answer(text: str) -> int:
    """Print that alone, before any command runs, and give the exit status."""
    try:
        put(text.encode(), flush=True)
    except typer.Exit as stop:
        return stop.exit_code
    return CLEAN


def unwritten(error: OSError) -> InputError:
    """What is told of a standard output that takes no more."""
    _silence(sys.stdout)
    return InputError(f"standard output cannot be written: {error.strerror}")


def say(*messages: str) -> None:
    """Messages for people, on standard error, a line each; text of others in them is shown inert.

    Where standard error takes nothing, the status is all that is told.
    """
    from crosscheck.reporting.inert import inert

    _print("".join(f"crosscheck: {inert(message)}\n" for message in messages))


def lay_out(text: str) -> None:
    """The same for text that stands on its lines already."""
    from crosscheck.reporting.inert import laid_out

    _print(laid_out(text))


def _print(text: str) -> None:
    try:
        print(text, end="", file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Write nothing there any more, not even what is still held back when Python ends."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
