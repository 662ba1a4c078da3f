"""A configuration file to frozen settings, or every fault in it with line, column and the nearest valid word."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from crosscheck.comparison.settings import NamedEvent, Settings
from crosscheck.configuration.grammar import CONFIGURATION
from crosscheck.configuration.naming import names, stranger
from crosscheck.configuration.terms import Configuration
from crosscheck.errors import ConfigError, Fault
from crosscheck.language.places import Alias, Gazetteer
from crosscheck.model.limits import USUAL
from crosscheck.rules import Rule
from crosscheck.rules.amounts import read_days
from crosscheck.rules.documents import Document, read_document
from crosscheck.rules.examination import Complaint, examine
from crosscheck.rules.positions import locate

Keys = tuple[str | int, ...]


def read(file: Path) -> Configuration:
    """The configuration in a file; raises ConfigError with every fault of its shape, or else of its places."""
    document = read_document(file)
    if isinstance(document, Fault):
        raise ConfigError((document,))
    table, at = _own(document)
    if complaints := tuple(examine(CONFIGURATION, table, at)):
        raise ConfigError(document.faults(complaints))
    return _Reader(document, table, at).configuration(file)


def _own(document: Document) -> tuple[Any, Keys]:
    """The table that is ours, and the keys that lead to it."""
    if Path(document.path).name != "pyproject.toml":
        return document.table, ()
    tool = document.table.get("tool", {})
    return (tool.get("crosscheck", {}) if isinstance(tool, dict) else {}), ("tool", "crosscheck")


@dataclass(frozen=True, slots=True)
class _Reader:
    """One file's table on its way to a configuration."""

    document: Document
    table: Mapping[str, Any]
    at: Keys

    def configuration(self, file: Path) -> Configuration:
        get = self.table.get
        aliases = tuple(self._aliases())
        settings = Settings(
            profile=get("vagueness", "default"),
            events=tuple(self._events(Gazetteer.load(aliases))) if "event" in self.table else self._checked(aliases),
            severities=tuple(sorted(get("severity", {}).items())),
            names=tuple((each["name"], tuple(each["aliases"])) for each in get("name", ())),
            seats=tuple((each["name"], Decimal(each["seats"])) for each in get("body", ())),
        )
        return Configuration(
            file=file,
            paths=tuple(path.as_posix() for path in self._paths("paths")),
            rules=tuple(self._paths("rules")),
            extend_rules=tuple(self._paths("extend-rules")),
            select=tuple(get("select", ())),
            ignore=tuple(get("ignore", ())),
            fail_on=get("fail-on"),
            settings=settings,
            aliases=aliases,
            language=get("language"),
            accepted=_from(self.document.path, self.table["accepted"]) if "accepted" in self.table else None,
            remarks=get("remarks", True),
            limits=replace(USUAL, **{name: int(number) for name, number in get("limits", {}).items()}),
        )

    def _paths(self, key: str) -> Iterator[Path]:
        return (_from(self.document.path, path) for path in self.table.get(key, ()))

    def _aliases(self) -> Iterator[Alias]:
        if "place" not in self.table:
            return
        positions = locate(self.document.text)
        for number, told in enumerate(self.table["place"]):
            line, column = positions.key((*self.at, "place", number))
            of, within, kind = told.get("of"), told.get("within"), told.get("kind", "city")
            yield Alias(told["name"], of, within, kind, self.document.path, line, column)

    def _checked(self, aliases: tuple[Alias, ...]) -> tuple[NamedEvent, ...]:
        """No event; places of one's own are looked up all the same, so that a wrong one is told at once."""
        if aliases:
            Gazetteer.load(aliases)
        return ()

    def _events(self, known: Gazetteer) -> Iterator[NamedEvent]:
        complaints: list[Complaint] = []
        for number, told in enumerate(self.table["event"]):
            place: tuple[str, ...] = ()
            if "place" in told:
                found = known.told(told["place"])
                place = found.path if found else ()
                if found is None:
                    complaints.append(Complaint((*self.at, "event", number, "place"), known.unknown(told["place"])))
            yield NamedEvent(told["name"], place, read_days(told.get("date")), tuple(told.get("aliases", ())))
        if complaints:
            raise ConfigError(self.document.faults(complaints))


def _from(file: str, path: str) -> Path:
    """A path that a file names, relative to that file, as the current folder sees it."""
    told = Path(os.path.normpath(Path(file).parent / Path(path).expanduser()))
    return told if told.is_absolute() else Path(os.path.relpath(told))


def unknown_names(configuration: Configuration, rules: tuple[Rule, ...]) -> tuple[Fault, ...]:
    """Every name in a file that is no rule, topic or kind, with its place; where no file was read, none."""
    if configuration.file is None:
        return ()
    document = read_document(configuration.file)
    if isinstance(document, Fault):
        return (document,)
    table, at = _own(document)
    return document.faults(_strangers(table, at, names(rules)))


def _strangers(table: Mapping[str, Any], at: Keys, known: tuple[str, ...]) -> Iterator[Complaint]:
    for key in ("select", "ignore"):
        for number, name in enumerate(table.get(key, ())):
            if name not in known:
                yield Complaint((*at, key, number), stranger(name, known))
    for name in table.get("severity", {}):
        if name not in known:
            yield Complaint((*at, "severity", name), stranger(name, known), at_key=True)
