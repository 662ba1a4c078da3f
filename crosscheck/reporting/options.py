"""What a renderer is told beside the report, so that no renderer asks the terminal, the clock or the rules."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from crosscheck.model import Severity

SEVERITIES: tuple[Severity, ...] = ("conflict", "tension", "note")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a rule is called, counts and distinguishes: its id, its title, its unit and its facets besides `when`."""

    id: str
    title: str
    unit: str | None = None
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Base:
    """The folder that machines take paths to be in, and where in it the command runs, as in "/repo" and "docs"."""

    root: str = ""
    here: str = ""

    def relative(self, path: str) -> str:
        """A path as told from that folder; one that lies outside of it stays as it is."""
        path = path.replace("\\", "/") if self.root[1:2] == ":" else path
        if self.root and path.startswith(f"{self.root.rstrip('/')}/"):
            return path[len(self.root.rstrip("/")) + 1 :]
        joined = path if path.startswith("/") else posixpath.normpath(posixpath.join(self.here, path))
        return path if joined.startswith("../") else joined


@dataclass(frozen=True, slots=True)
class Options:
    """Width in columns; whether escapes for colour may be written; `full` lists every claim and note at length.

    `grave` are the severities that make a check fail, `base` tells what file paths are relative to for machines.
    """

    width: int = 80
    color: bool = False
    quantities: tuple[Quantity, ...] = ()
    show_compatible: bool = False
    full: bool = False
    show_accepted: bool = False
    grave: tuple[Severity, ...] = ("conflict",)
    base: Base = Base()

    def quantity(self, id: str) -> Quantity:
        """The quantity of that id; one that only repeats the id where no rule of this run has it."""
        return next((known for known in self.quantities if known.id == id), Quantity(id, id.capitalize()))
