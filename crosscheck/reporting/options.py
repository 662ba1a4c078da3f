"""What a renderer is told beside the report, so that no renderer asks the terminal, the clock or the rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a rule is called, counts and distinguishes: its id, its title, its unit and its facets besides `when`."""

    id: str
    title: str
    unit: str | None = None
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Options:
    """Width in columns; whether escapes for colour may be written; `full` lists every claim and note at length."""

    width: int = 80
    color: bool = False
    quantities: tuple[Quantity, ...] = ()
    show_compatible: bool = False
    full: bool = False

    def quantity(self, id: str) -> Quantity:
        """The quantity of that id; one that only repeats the id where no rule of this run has it."""
        return next((known for known in self.quantities if known.id == id), Quantity(id, id.capitalize()))
