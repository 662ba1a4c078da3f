"""Where the cache lies, by the platform's custom or as the environment says, and how large it may grow."""

from __future__ import annotations

import os
import re
from pathlib import Path

from crosscheck.errors import ConfigError, Fault

FOLDER, SIZE = "CROSSCHECK_CACHE_DIR", "CROSSCHECK_CACHE_SIZE"
# A gigabyte of news leaves about as much.
LIMIT = 2 << 30
SIZES = re.compile(r"(?P<number>\d{1,12})\s*(?P<unit>[KMGT]?)(i?B)?", re.IGNORECASE | re.ASCII)
UNITS = {"": 0, "K": 10, "M": 20, "G": 30, "T": 40}


def folder() -> Path:
    """The cache folder, which need not be there yet."""
    if told := os.environ.get(FOLDER):
        return Path(told)
    import platformdirs

    return Path(platformdirs.user_cache_dir("crosscheck", appauthor=False))


def limit() -> int:
    """How many bytes the cache may take; raises ConfigError where the environment tells no size."""
    told = os.environ.get(SIZE)
    return LIMIT if not told else size(told)


def size(told: str) -> int:
    """The bytes that "500M" or "2 GiB" tells, in powers of 1,024; raises ConfigError."""
    found = SIZES.fullmatch(told.strip())
    if found is None:
        raise ConfigError((Fault(SIZE, f"{told!r} is no size; write it as 500M or 2G"),))
    return int(found["number"]) << UNITS[found["unit"].upper()]
