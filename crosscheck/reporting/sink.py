"""Where text goes: a file written whole or not at all, in UTF-8 whatever the locale says."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from io import FileIO
from pathlib import Path

from crosscheck.errors import InputError

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, text: Iterable[str]) -> None:
    """Write the pieces to a file beside it and move that into place; raises `InputError` where it cannot be written.

    What was there stays as it was until the last piece is on the disk. A device or a pipe is written to directly.
    """
    try:
        if path.exists() and not path.is_file():
            _write(os.open(path, os.O_WRONLY), text)
        else:
            _replace(Path(os.path.realpath(path)), text)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be written: {getattr(error, 'strerror', None) or error}") from error


def add_whole(path: Path, text: str) -> None:
    """Add a text to a file's end, or leave the file as it was; raises `OSError` where it cannot be written."""
    begun = path.exists()
    with path.open("ab", buffering=0) as file:
        try:
            _add(file, encoded(text))
        except OSError:
            if not begun:
                path.unlink()
            raise


def encoded(text: str) -> bytes:
    """UTF-8; a lone surrogate, which no renderer lets through, would be shown as an escape."""
    return text.encode("utf-8", "backslashreplace")


def _replace(path: Path, text: Iterable[str]) -> None:
    # Named before it is there, so that no interrupt falls between its making and the promise to take it away.
    temporary = path.parent / f".{path.name[:40]}.{os.urandom(8).hex()}"
    try:
        _write(os.open(temporary, NEW, 0o600), text)
        _open_to_others(temporary, path)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _write(handle: int, text: Iterable[str]) -> None:
    with os.fdopen(handle, "wb") as file:
        for piece in text:
            file.write(encoded(piece))


def _add(file: FileIO, data: bytes) -> None:
    """Write at the end of a file, or of a pipe or device, from which nothing can be taken back."""
    before = file.tell() if file.seekable() else None
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
    except OSError:
        with contextlib.suppress(OSError):
            file.truncate(before)
        raise


def _open_to_others(temporary: Path, path: Path) -> None:
    """Temporary files are private; the result has the rights of the file that it replaces, else the usual ones."""
    if path.exists():
        mode = path.stat().st_mode & 0o777
    else:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    temporary.chmod(mode)
