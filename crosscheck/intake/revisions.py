"""What git knows of a corpus: the files that differ from a revision, and the lines in which they do."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from crosscheck.errors import InputError
from crosscheck.intake.news import WHOLE, Changed, Lines

HUNK = re.compile(rb"^@@ -[0-9]{1,10}(?:,[0-9]{1,10})? \+([0-9]{1,10})(?:,([0-9]{1,10}))? @@", re.MULTILINE)
HINT = "give a branch, tag or commit that this clone holds (in CI, fetch it first: fetch-depth: 0)"


def changed_since(revision: str, folder: str = ".") -> Changed:
    """What differs from a revision in the repository that holds a folder, untracked files included.

    A file that was moved counts only where its text changed. Raises InputError where git cannot tell.
    """
    place = folder if Path(folder).is_dir() else str(Path(folder).parent)
    root = os.fsdecode(_git(place, "rev-parse", "--show-toplevel").rstrip(b"\n"))
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", hint=HINT)
    return Changed(dict(_changes(root, commit.decode().strip())))


def _changes(root: str, commit: str) -> Iterator[tuple[str, tuple[Lines, ...]]]:
    told = iter(_git(root, "diff", "--name-status", "-z", "--find-renames", commit, "--").split(b"\0"))
    for status in told:
        if not status:
            break
        before = next(told)
        name = next(told) if status[:1] in (b"R", b"C") else before
        if status[:1] != b"D":
            yield _real(root, name), WHOLE if status[:1] == b"A" else _lines(root, commit, before, name)
    for name in _git(root, "ls-files", "--others", "--exclude-standard", "-z").split(b"\0"):
        if name:
            yield _real(root, name), WHOLE


def _lines(root: str, commit: str, before: bytes, name: bytes) -> tuple[Lines, ...]:
    names = [os.fsdecode(each) for each in dict.fromkeys((before, name))]
    diff = _git(
        root,
        "diff",
        "--unified=0",
        "--find-renames",
        "--no-color",
        "--no-ext-diff",
        "--no-textconv",
        commit,
        "--",
        *names,
    )
    return tuple(_touched(int(match[1]), 1 if match[2] is None else int(match[2])) for match in HUNK.finditer(diff))


def _touched(first: int, count: int) -> Lines:
    """The lines of a change; where lines were only taken out, the two that now meet."""
    return (first, first + count - 1) if count else (first, first + 1)


def _real(root: str, name: bytes) -> str:
    return os.path.realpath(Path(root) / os.fsdecode(name))


def _git(folder: str, *arguments: str, hint: str = "") -> bytes:
    command: Sequence[str] = ("git", "-C", folder, "--literal-pathspecs", "-c", "core.quotepath=off", *arguments)
    try:
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "GIT_OPTIONAL_LOCKS": "0"})
    except OSError as error:
        raise InputError(f"--diff needs git, which cannot be run: {error.strerror}") from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = lines[-1].removeprefix("fatal: ") if lines else f"git {arguments[0]} ended with status {done.returncode}"
        raise InputError(f"--diff: {hint or why}")
    return done.stdout
