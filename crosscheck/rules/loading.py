"""Rule folders to rules: finds the files, reads each, and tells every fault of all of them at once."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from crosscheck.errors import Fault, RuleError
from crosscheck.rules.grammar import IDENTIFIER
from crosscheck.rules.reading import read
from crosscheck.rules.rule import Rule

PACKAGE = Path(__file__).resolve().parent.parent
MOST_FILES = 10_000


def shipped() -> Path:
    """The folder of the shipped rules: inside the installed package, or beside the package in a checkout."""
    places = (PACKAGE / "_shipped_rules", PACKAGE.parent / "rules")
    for place in places:
        if place.is_dir():
            return place
    raise RuleError((Fault(str(places[0]), "the shipped rules are missing; install crosscheck again"),))


def load(folders: Sequence[Path]) -> tuple[Rule, ...]:
    """All rules of these folders (or single files), switched off ones too, by id; raises `RuleError` with every fault.

    The id is the file's name, the topic its folder within the rule folder. Two files with one id are a fault.
    """
    faults: list[Fault] = []
    rules: list[Rule] = []
    for file, topic in _files(folders, faults):
        outcome = _rule(file, topic)
        if isinstance(outcome, Rule):
            rules.append(outcome)
        else:
            faults.extend(outcome)
    faults.extend(_doubles(rules))
    faults.extend(_unmet(rules))
    if faults:
        raise RuleError(tuple(sorted(faults, key=lambda f: (f.path, f.line or 0, f.column or 0, f.what))))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def _rule(file: Path, topic: str) -> Rule | tuple[Fault, ...]:
    if not re.fullmatch(IDENTIFIER, file.stem):
        what = f"the file's name is the rule's id: small letters, digits and _, not \"{file.stem}\"; rename the file"
        return (Fault(str(file), what),)
    return read(file, topic)


def _doubles(rules: Iterable[Rule]) -> Iterator[Fault]:
    first: dict[str, Rule] = {}
    for rule in sorted(rules, key=lambda rule: rule.path):
        other = first.setdefault(rule.id, rule)
        if other is not rule:
            yield Fault(rule.path, f'the id "{rule.id}" is also that of {other.path}; rename one of the files')


def _unmet(rules: Sequence[Rule]) -> Iterator[Fault]:
    """Facets that a rule sets for another that has no such facet; where that is not loaded nothing is handed on."""
    known = {rule.id: rule for rule in rules}
    for rule in rules:
        other = known.get(rule.instead.rule) if rule.instead else None
        for name, _ in rule.instead.sets if rule.instead and other else ():
            if other is not None and name not in other.facets:
                yield Fault(rule.path, f'instead sets "{name}", which is no facet of {other.id}; take it out')


def _files(folders: Sequence[Path], faults: list[Fault]) -> Iterator[tuple[Path, str]]:
    """Each rule file with its topic, in order of path; what cannot be read as one becomes a fault."""
    for folder in folders:
        try:
            mode = folder.stat().st_mode
        except FileNotFoundError:
            faults.append(Fault(str(folder), "there is no such file or folder; name one that holds rules"))
        except (OSError, ValueError) as error:
            faults.append(Fault(str(folder), f"cannot be opened: {getattr(error, 'strerror', None) or error}"))
        else:
            yield from _named(folder, mode, faults)


def _named(path: Path, mode: int, faults: list[Fault]) -> Iterator[tuple[Path, str]]:
    if stat.S_ISREG(mode):
        yield path, path.resolve().parent.name
    elif stat.S_ISDIR(mode):
        yield from _within(path, faults)
    else:
        faults.append(Fault(str(path), "is a pipe, a socket or a device; name a file or folder that holds rules"))


def _within(folder: Path, faults: list[Fault]) -> Iterator[tuple[Path, str]]:
    root = folder.resolve()
    found = 0
    for place, names, files in os.walk(folder, onerror=lambda error: faults.append(_unread(error))):
        here = Path(place)
        linked = [name for name in names if (here / name).is_symlink()]
        faults.extend(Fault(str(here / name), LINKED_FOLDER) for name in sorted(linked))
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in linked)
        for name in sorted(files):
            if not name.endswith(".toml") or name.startswith("."):
                continue
            found += 1
            if found > MOST_FILES:
                faults.append(Fault(str(folder), f"holds more than {MOST_FILES} rule files; name the folders of fewer"))
                return
            fault = _outside(here / name, root)
            if fault is None:
                yield here / name, here.relative_to(folder).as_posix().removeprefix(".")
            else:
                faults.append(fault)


LINKED_FOLDER = "is a link to a folder and was not followed; name that folder as a rule folder of its own"


def _unread(error: OSError) -> Fault:
    return Fault(str(error.filename), f"cannot be opened: {error.strerror}; see to its permissions")


def _outside(file: Path, root: Path) -> Fault | None:
    """Why a file that is a link is not read: it leads nowhere, or out of its rule folder."""
    if not file.is_symlink():
        return None
    try:
        target = file.resolve(strict=True)
    except (OSError, RuntimeError):
        return Fault(str(file), "is a link that leads nowhere or in a circle; replace it by the file")
    if not target.is_relative_to(root):
        return Fault(str(file), "is a link out of its rule folder; copy the file here")
    return None
