"""The first days of feasts that follow the moon, which no rule of our calendar gives: they are data, year by year."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files


def feast(name: str, year: int) -> date | None:
    """The first day of a feast in a year; None where the year is beyond what is known."""
    return next((day for day in _feasts().get(name, ()) if day.year == year), None)


@cache
def _feasts() -> dict[str, tuple[date, ...]]:
    import tomli

    data = tomli.loads(files("crosscheck.language.dating").joinpath("feasts.toml").read_text(encoding="utf-8"))
    return {name: tuple(days) for name, days in data.items()}
