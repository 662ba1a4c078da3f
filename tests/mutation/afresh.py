"""For mutation runs: what was kept before a change must not hide the change, so all of it is forgotten."""

from __future__ import annotations

import gc
from functools import _lru_cache_wrapper

# Parsed files are the same under every change, and dear to parse again.
KEPT = {"table"}


def pytest_runtest_setup() -> None:
    """Empty the package's caches, so that every test is known to use what it would else find built."""
    caches = (found for found in gc.get_objects() if isinstance(found, _lru_cache_wrapper))
    for cache in caches:
        if cache.__module__.startswith("crosscheck.") and cache.__name__ not in KEPT:
            cache.cache_clear()
