"""What a corpus sets for itself, and what a run is then held to beside its rules: plain values, made elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.comparison.settings import PLAIN, Settings
from crosscheck.model.limits import USUAL, Limits

if TYPE_CHECKING:
    from crosscheck.accepting import Entry
    from crosscheck.language.places import Alias


@dataclass(frozen=True, slots=True)
class Terms:
    """`select` and `ignore` name rules, topics or kinds of discrepancy; nothing selected selects all.

    `aliases` are places of the user's own; `remarks` tells whether those in articles are heeded.
    """

    settings: Settings = PLAIN
    aliases: tuple[Alias, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accepted: tuple[Entry, ...] = ()
    remarks: bool = True
    limits: Limits = USUAL


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a file sets; None and () where it does not. Paths are as the current folder sees them."""

    file: Path | None = None
    paths: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    extend_rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str | None = None
    settings: Settings = PLAIN
    aliases: tuple[Alias, ...] = ()
    language: str | None = None
    accepted: Path | None = None
    remarks: bool = True
    limits: Limits = USUAL
