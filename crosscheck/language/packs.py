"""Finds and loads the files of a language pack; each reader keeps its own frozen view of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from crosscheck.errors import Fault, PackError

ROOT = Path(__file__).parent
# What reading an article needs; `datelines` (bylines) and `civic` (polls and votes) are asked for where they are used.
FILES = (
    "numerals",
    "modifiers",
    "units",
    "money",
    "shares",
    "vagueness",
    "reasons",
    "dates",
    "sentences",
    "nouns",
    "inflection",
    "grammar",
    "constructions",
    "telling",
    "places",
)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a pack: the folders beside this file that hold a pack.toml."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/pack.toml")))


def unread(lang: str) -> str | None:
    """Why articles in a language are not read, None where it has a pack."""
    return None if lang in languages() else f"no language pack for \u201c{lang}\u201d: not read"


@cache
def require(lang: str) -> None:
    """Reads every file that a pack must have, so that none is found missing when half of the articles are read.

    Raises PackError with a fault for each file that is missing or is not TOML.
    """
    faults: list[Fault] = []
    for name in FILES:
        try:
            table(lang, name)
        except PackError as error:
            faults += error.faults
    if faults:
        raise PackError(tuple(faults))


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """One file of a pack as plain tables, to be turned into values by the caller and never changed.

    Raises PackError where the file is missing or is not TOML.
    """
    import tomli

    path = ROOT / lang / f"{name}.toml"
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        what = f"the language pack of \u201c{lang}\u201d lacks this file; add it, with the tables of the English one"
        raise PackError((Fault(str(path), what),)) from error
    except OSError as error:
        raise PackError((Fault(str(path), f"the language pack cannot be read: {error.strerror}"),)) from error
    except tomli.TOMLDecodeError as error:
        raise PackError((Fault(str(path), f"not TOML: {error}"),)) from error
