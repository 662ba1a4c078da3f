"""What a corpus may set about comparing: how vague words are read, how grave findings are, and the events it names."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from crosscheck.language.vagueness import Profile
from crosscheck.model import Interval, Severity


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event that the configuration names: where (from the place outward) and on which days, and what it is called.

    A claim whose sentence holds the name or an alias takes the place and the days that it does not tell itself.
    """

    name: str
    place: tuple[str, ...] = ()
    days: Interval | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The vagueness profile, the events by name, and severities by quantity or by kind of discrepancy, which win.

    `names` holds names that are written in several ways, each as it should read with its other forms; `seats` how many
    members bodies have that vote.
    """

    profile: Profile = "default"
    events: tuple[NamedEvent, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    seats: tuple[tuple[str, Decimal], ...] = ()


PLAIN = Settings()
