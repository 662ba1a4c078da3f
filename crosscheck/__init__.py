"""Tells where a heap of articles contradict each other in their figures.

`check` is all that is public for Python code; what it returns is told in `crosscheck.model.report`, and what it may
raise is a `crosscheck.errors.CrosscheckError`. Importing this module imports nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.version import __version__

if TYPE_CHECKING:
    from crosscheck.model.report import Report

__all__ = ["__version__", "check"]


def check(
    paths: Iterable[str | Path],
    *,
    rules: Sequence[str | Path] = (),
    extend_rules: Sequence[str | Path] = (),
    config: str | Path | None = None,
    isolated: bool = False,
    against: Iterable[str | Path] = (),
    jobs: int = 1,
) -> Report:
    """Where articles contradict each other: what `crosscheck report` and `crosscheck check` tell, as values.

    `paths` are files and folders as the command takes them. `rules` are rule folders in place of the shipped ones,
    `extend_rules` beside them. Settings come from `config`, else from the nearest crosscheck.toml upward from the first
    path, and with `isolated` from nowhere, acceptances included. With `against`, `paths` are the new articles, set
    against these, and only what they take part in is reported. Nothing is printed, cached or written.

    Paths that do not exist are among the report's `skipped`. Raises `crosscheck.errors.CrosscheckError` where rules,
    settings or accepted discrepancies are wrong.

    >>> report = check(["seeds"])
    >>> report.count("conflict")
    2
    """
    from crosscheck.api import run

    return run(
        [str(path) for path in paths],
        rules=[Path(folder) for folder in rules],
        extend_rules=[Path(folder) for folder in extend_rules],
        config=None if config is None else Path(config),
        isolated=isolated,
        against=[str(path) for path in against],
        jobs=jobs,
    )
