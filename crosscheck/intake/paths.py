"""Paths to sources: folders are walked, each file is met once, and the order is that of the names."""

from __future__ import annotations

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from crosscheck.intake.formats import ENDINGS
from crosscheck.model import Skipped

STANDARD_INPUT = "-"
# Files of this program that lie among articles.
OWN = frozenset({"crosscheck.toml", "crosscheck-accepted.toml"})
PIPED = "hand its content over on standard input, as -"
SPECIAL = (
    (stat.S_ISFIFO, f"is a named pipe; {PIPED}"),
    (stat.S_ISSOCK, f"is a socket; {PIPED}"),
    (stat.S_ISCHR, f"is a device; {PIPED}"),
    (stat.S_ISBLK, f"is a device; {PIPED}"),
)


@dataclass(frozen=True, slots=True)
class Missing(Skipped):
    """A path that was asked for and does not exist: nothing was read for it, and the command says so by its status."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or standard input. `name` is the path as given, with "/" on every system, fit to be printed."""

    name: str
    path: str


def sources(paths: Sequence[str]) -> Iterator[Source | Skipped]:
    """Every file of the paths, once, in the order of their names; a folder's files stand where the folder does.

    In folders only files of known endings are taken and hidden ones are not; one note a folder counts the others. A
    file or folder that two names lead to is read under the first of them. A link in a folder is followed within the
    paths alone: whoever may write there does not say what else is read.
    """
    given = sorted({cleaned(path) for path in paths}, key=parts)
    walk = _Walk(tuple(PurePath(real(path)) for path in given if path != STANDARD_INPUT), {})
    for path in given:
        if path == STANDARD_INPUT:
            yield Source(path, path)
        else:
            yield from _given(path, walk)


@dataclass(frozen=True, slots=True)
class _Walk:
    """The paths that were asked for, their links followed, and under which name each thing was met."""

    roots: tuple[PurePath, ...]
    seen: dict[tuple[int, int], str]

    def leaves(self, path: str) -> bool:
        """Whether a link leads out of all that was asked for."""
        target = PurePath(real(path))
        return not any(target.is_relative_to(root) for root in self.roots)


def renamed(found: Iterable[Source | Skipped], name: str | None) -> Iterator[Source | Skipped]:
    """The same sources, standard input under the name of a file, and that file itself left out."""
    if name is None:
        yield from found
        return
    own = real(name)
    for source in found:
        if isinstance(source, Source) and source.path == STANDARD_INPUT:
            yield Source(printable(cleaned(name)), STANDARD_INPUT)
        elif isinstance(source, Skipped) or real(source.path) != own:
            yield source


def real(path: str) -> str:
    """A path with its links followed; one that no system takes, for a NUL is in it, as it is."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return path


def cleaned(path: str) -> str:
    """A path without doubled slashes and "./"; ".." stays, for it may leave a linked folder."""
    return PurePath(path).as_posix()


def parts(path: str) -> tuple[str, ...]:
    """What paths are sorted by: a folder's files stand together, wherever "/" sorts among other characters."""
    return PurePath(path).parts


def printable(path: str) -> str:
    """A path whose bytes are no UTF-8 as text that can be printed."""
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def is_kind(path: str, holds: Callable[[int], bool]) -> bool:
    """Whether there is something of that kind (`stat.S_ISDIR` …); of a path that no system understands there is not."""
    try:
        return holds(Path(path).stat().st_mode)
    except (OSError, ValueError):
        return False


def _given(path: str, walk: _Walk) -> Iterator[Source | Skipped]:
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        linked = Path(path).is_symlink()
        yield Missing(printable(path), "is a link to nothing" if linked else "does not exist; check the path")
    except (OSError, ValueError) as error:
        yield failed(path, error)
    else:
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, walk)
        else:
            yield from _file(path, status, walk.seen)


def _file(path: str, status: os.stat_result, seen: dict[tuple[int, int], str]) -> Iterator[Source | Skipped]:
    special = next((reason for holds, reason in SPECIAL if holds(status.st_mode)), None)
    if special is not None:
        yield Skipped(printable(path), special)
    elif (other := _met(path, status, seen)) is None:
        yield Source(printable(path), path)
    elif other != path:
        yield Skipped(printable(path), f"is the same file as {printable(other)}, where it is read")


def _met(path: str, status: os.stat_result, seen: dict[tuple[int, int], str]) -> str | None:
    """The name under which a file or folder was met before, or None; links make several names for one thing."""
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return seen[identity]
    if status.st_ino:
        seen[identity] = path
    return None


def _folder(top: str, walk: _Walk) -> Iterator[Source | Skipped]:
    """The files of a folder and the folders in it. The stack holds what is still to come, last first."""
    others: Counter[str] = Counter()
    stack = [(top, False)]
    while stack:
        path, linked = stack.pop()
        try:
            status = Path(path).stat()
            if linked and walk.leaves(path):
                yield Skipped(
                    printable(path), f"is a link out of {printable(top)}; name what it leads to, to read that"
                )
                continue
            if not stat.S_ISDIR(status.st_mode):
                yield from _file(path, status, walk.seen)
                continue
            other = _met(path, status, walk.seen)
            if other is None:
                stack += sorted(_entries(path, others), key=lambda entry: parts(entry[0]), reverse=True)
            elif other != path:
                yield Skipped(printable(path), f"is the same folder as {printable(other)}, where it is read")
        except OSError as error:
            yield failed(path, error)
    if others:
        yield _passed_over(top, others)


def _entries(folder: str, others: Counter[str]) -> Iterator[tuple[str, bool]]:
    """The paths in a folder that may hold articles, and whether each is a link; endings of other files are counted."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            ending = PurePath(entry.name).suffix.lower()
            if entry.name in OWN:
                continue
            if ending in ENDINGS or _is_folder(entry):
                yield (PurePath(folder) / entry.name).as_posix(), entry.is_symlink()
            else:
                others[ending or "no ending"] += 1


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _passed_over(folder: str, others: Counter[str]) -> Skipped:
    total = others.total()
    told = ", ".join(f"{printable(ending)} {count}" for ending, count in sorted(others.items()))
    files = "file" if total == 1 else "files"
    what = f"holds {total:,} {files} whose ending is none of {', '.join(ENDINGS)} ({told})"
    return Skipped(printable(folder), f"{what}; name a file to read it whatever its ending")


def failed(path: str, error: Exception) -> Skipped:
    """A path that the system does not let be read, and why."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return Skipped(printable(path), f"cannot be read: {reason.lower()}")
