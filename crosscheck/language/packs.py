"""Finds and loads the files of a language pack; each reader keeps its own frozen view of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from crosscheck.errors import Fault, PackError

ROOT = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a pack: the folders beside this file that hold a pack.toml."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/pack.toml")))


@cache
def table(lang: str, name: str) -> dict[str, Any]:
    """One file of a pack as plain tables, to be turned into values by the caller and never changed.

    Raises PackError where the file is missing or is not TOML.
    """
    import tomli

    path = ROOT / lang / f"{name}.toml"
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError((Fault(str(path), f"the language pack cannot be read: {error.strerror}"),)) from error
    except tomli.TOMLDecodeError as error:
        raise PackError((Fault(str(path), f"not TOML: {error}"),)) from error
