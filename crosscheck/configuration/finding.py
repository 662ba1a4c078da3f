"""Where the configuration of a run lies: in the nearest folder upward from what is read."""

from __future__ import annotations

import os
from pathlib import Path

OWN = "crosscheck.toml"
SHARED = "pyproject.toml"
TABLE = "[tool.crosscheck"


def find(path: str) -> Path | None:
    """The nearest crosscheck.toml, or pyproject.toml with a table for it, upward from a file or folder; else None.

    In one folder crosscheck.toml goes first. "-", standard input, counts as the current folder.
    """
    start = Path(os.path.normpath(Path("." if path == "-" else path).absolute()))
    for folder in (start, *start.parents):
        if is_file(folder / OWN):
            return _told(folder / OWN)
        if _is_meant(folder / SHARED):
            return _told(folder / SHARED)
    return None


def is_file(path: Path) -> bool:
    """Whether a path leads to a file; one that cannot be, as of too long a name, leads to none."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _is_meant(file: Path) -> bool:
    try:
        return TABLE in file.read_text("utf-8", "replace") if is_file(file) else False
    except OSError:
        return False


def _told(file: Path) -> Path:
    """A path as messages tell it: as the current folder sees it."""
    return Path(os.path.relpath(file)) if file.drive == Path.cwd().drive else file
