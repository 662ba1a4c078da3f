"""What the answers depend on beside articles and rules: this very program, its language data, and Python's tables."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from crosscheck.version import __version__

PACKAGE = str(Path(__file__).resolve().parent.parent)
# The gazetteer's index is megabytes long: its size, its time and its ends tell two apart.
LARGE, ENDS = 1 << 20, 1 << 12
SUFFIXES = (".py", ".toml", ".bin")
# What decides how text is matched, and lies outside the package.
ENGINES = ("regex", "rapidfuzz")


@cache
def edition() -> bytes:
    """A hash of the program: its version, its files, and the Python and the libraries that it reads text with."""
    found = hashlib.blake2b(f"{__version__} {sys.version}".encode(), digest_size=16)
    for engine in ENGINES:
        found.update(_engine(engine).encode())
    for file in sorted(_files(PACKAGE)):
        found.update(f"\0{file.removeprefix(PACKAGE)}\0".encode())
        found.update(_content(file))
    return found.digest()


def _files(folder: str) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (f"{place}/{name}" for name in names if name.endswith(SUFFIXES))


def _engine(name: str) -> str:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        return f"{name} is not there"
    status = Path(spec.origin).stat()
    return f"{spec.origin} {status.st_size} {status.st_mtime_ns}"


def _content(file: str) -> bytes:
    with Path(file).open("rb", buffering=0) as stream:
        status = os.fstat(stream.fileno())
        if status.st_size <= LARGE:
            return stream.read()
        head = stream.read(ENDS)
        stream.seek(-ENDS, os.SEEK_END)
        return head + stream.read() + f"{status.st_size} {status.st_mtime_ns}".encode()
