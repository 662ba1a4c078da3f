"""Operations of date patterns that read single days: in words, in digits, by weekday."""

from __future__ import annotations

from datetime import date

from crosscheck.language.date_readings import Found, Reading, Scene, full_year, impossible, of_day, unknown
from crosscheck.language.date_terms import DOTTED
from crosscheck.language.stretches import day_of


def on_day(found: Found, scene: Scene) -> Reading | None:
    """A day and a month, with or without a year."""
    day, month, year = found.counted("day"), found.get("month"), found.year(scene.published)
    if year is None:
        return None
    return _agreeing(found, _dated(year, month, day))


def in_digits(found: Found, scene: Scene) -> Reading | None:
    """Three numbers with marks between them: the year is told by its place, day and month by size, then by custom."""
    parts = _parts(found)
    if parts is None:
        return None
    first, second, third = parts
    if len(first) == 4:
        return _agreeing(found, _dated(int(first), int(second), int(third)))
    year = full_year(int(third), scene.published) if len(third) < 4 else int(third)
    month, day = (int(first), int(second)) if found.get("order") == "month_first" else (int(second), int(first))
    if month > 12:
        month, day = day, month
    return _agreeing(found, _dated(year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _parts(found: Found) -> tuple[str, str, str] | None:
    dotted = found.words.get("date")
    if dotted is None:
        return found.words["a"], found.words["b"], found.words["c"]
    match = DOTTED.match(dotted)
    return tuple(part for part in match.groups() if part) if match else None  # type: ignore[return-value]


def _dated(year: int, month: int, day: int) -> Reading | None:
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1 <= year <= date.max.year:
        return None
    return of_day(day_of(year, month, day), dated=True) or impossible(year, month)


def _agreeing(found: Found, reading: Reading | None) -> Reading | None:
    """A reading, unless a weekday said with it is another one: then both stand alone, so that it can be seen."""
    weekday = found.get("weekday")
    if reading is None or weekday is None or not isinstance(reading.low, date) or reading.because:
        return reading
    return reading if reading.low.isoweekday() == weekday else None
