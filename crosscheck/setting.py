"""What a run is held to: the options of a command laid over the configuration that goes with what it reads."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from crosscheck.accepting import Entry
    from crosscheck.configuration.terms import Configuration, Terms
    from crosscheck.model.limits import Limits
    from crosscheck.rules import Rule

# The file of acceptances, where nothing says another name.
BOOK = "crosscheck-accepted.toml"


@dataclass(frozen=True, slots=True)
class Asked:
    """The options of a command that its configuration may also set; None or () where they are not given.

    `begins_book` tells that the file of acceptances need not be there yet.
    """

    paths: Sequence[str] | None = None
    rules: Sequence[Path] | None = None
    extend_rules: Sequence[Path] | None = None
    select: Sequence[str] | None = None
    ignore: Sequence[str] | None = None
    fail_on: str | None = None
    accepted: Path | None = None
    remarks: bool = True
    config: Path | None = None
    isolated: bool = False
    limits: Sequence[str] | None = None
    begins_book: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything settled: paths, which are empty where neither says any, rules, terms, and the rest."""

    configuration: Configuration
    paths: tuple[str, ...]
    rules: tuple[Rule, ...]
    terms: Terms
    fail_on: str
    language: str
    book: Path


def settle(asked: Asked) -> Setting:
    """The setting of a run. Raises ConfigError or RuleError with every fault, InputError for a wrong option."""
    from crosscheck.configuration.terms import Terms

    found = _with_folders(configuration_of(asked), asked)
    paths = tuple(asked.paths or found.paths)
    rules = _rules(found)
    book = _book(asked, found, paths)
    terms = Terms(
        settings=found.settings,
        aliases=found.aliases,
        select=tuple(asked.select or found.select),
        ignore=tuple(asked.ignore or found.ignore),
        accepted=_entries(book) if asked.accepted or asked.begins_book or not asked.isolated else (),
        remarks=asked.remarks and found.remarks,
        limits=_limits(asked, found),
    )
    _check(asked, found, rules)
    fail_on = asked.fail_on or found.fail_on or "conflict"
    return Setting(found, paths, rules, terms, fail_on, found.language or "en", book)


def _entries(book: Path) -> tuple[Entry, ...]:
    from crosscheck.configuration.finding import is_file

    if not is_file(book):
        return ()
    from crosscheck.accepting.book import read_book

    return read_book(book)


def configuration_of(asked: Asked) -> Configuration:
    """The configuration that goes with what is read: the one that is named, else the nearest one, else an empty one."""
    from crosscheck.configuration.finding import find
    from crosscheck.configuration.terms import Configuration

    if asked.config is not None and asked.isolated:
        raise InputError("--config names a configuration and --isolated heeds none; give one of them")
    file = asked.config or (None if asked.isolated else find(next(iter(asked.paths or ()), ".")))
    if file is None:
        return Configuration()
    from crosscheck.configuration.reading import read

    return read(file)


def _with_folders(found: Configuration, asked: Asked) -> Configuration:
    """The configuration with the rule folders that are asked for."""
    rules, beside = asked.rules or found.rules, asked.extend_rules or found.extend_rules
    return replace(found, rules=tuple(rules), extend_rules=tuple(beside))


def _rules(found: Configuration) -> tuple[Rule, ...]:
    from crosscheck.rules import load, shipped

    return load([*(found.rules or [shipped()]), *found.extend_rules])


def _limits(asked: Asked, found: Configuration) -> Limits:
    try:
        return found.limits.changed(asked.limits or ())
    except ValueError as error:
        raise InputError(f"--limit: {error}") from None


def _book(asked: Asked, found: Configuration, paths: Sequence[str]) -> Path:
    """The file of acceptances: as asked, else beside the configuration, else the nearest one upward from what is read.

    Where there is none yet, the current folder is its place if what is read lies there, else the folder that is read.
    """
    from crosscheck.configuration.finding import is_file

    if asked.accepted and not (asked.begins_book or is_file(asked.accepted)):
        raise InputError(f"{asked.accepted}: there is no such file; crosscheck accept writes one")
    if asked.accepted or found.accepted:
        return Path(asked.accepted or found.accepted or BOOK)
    if found.file is not None:
        return found.file.parent / BOOK
    first = Path(next(iter(path for path in paths if path != "-"), "."))
    place = first if os.path.isdir(first) else first.parent  # noqa: PTH112 - the name may be too long for the other
    for folder in (place, *place.absolute().parents):
        if not asked.isolated and is_file(folder / BOOK):
            return Path(os.path.relpath(folder / BOOK))
    return Path(BOOK) if place.resolve().is_relative_to(Path.cwd()) else place / BOOK


def _check(asked: Asked, found: Configuration, rules: tuple[Rule, ...]) -> None:
    """Raises where an option or the configuration names what is no rule, topic or kind."""
    from crosscheck.configuration.naming import names, stranger

    if found.file is not None:
        from crosscheck.configuration.reading import unknown_names

        if faults := unknown_names(found, rules):
            raise ConfigError(faults)
    known = names(rules)
    for option, given in (("--select", asked.select), ("--ignore", asked.ignore)):
        for name in given or ():
            if name not in known:
                raise InputError(f"{option}: {stranger(name, known)}")


def told(setting: Setting, paths: Iterable[str]) -> str:
    """The settings as the configuration file that would give them."""
    from crosscheck.configuration.telling import tell

    terms, found = setting.terms, setting.configuration
    return tell(
        replace(
            found,
            paths=tuple(paths),
            select=terms.select,
            ignore=terms.ignore,
            fail_on=setting.fail_on,
            language=setting.language,
            accepted=setting.book,
            remarks=terms.remarks,
            limits=terms.limits,
        ),
        setting.rules,
    )
