"""The exception tree; raised at the edges only, caught by `cli` alone.

CrosscheckError
├── InputError      something asked for cannot be read: a path that is not there
├── RuleError       a rule file is wrong; carries every fault found, each with its place
├── PackError       a language pack or gazetteer is wrong
└── ConfigError     a setting or option is wrong
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in one file: what, where, and what to do; line and column are 1-based, None where unknown."""

    path: str
    what: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.what}"


class CrosscheckError(Exception):
    """What the command prints as one message before it exits with status 2 or 3."""


class InputError(CrosscheckError):
    """Something asked for cannot be read at all."""


class FaultyFile(CrosscheckError):
    """One or more files that the program needs are wrong; `faults` names every one."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


class RuleError(FaultyFile):
    """Rule files with faults."""


class PackError(FaultyFile):
    """Language packs with faults."""


class ConfigError(FaultyFile):
    """Configuration with faults."""
