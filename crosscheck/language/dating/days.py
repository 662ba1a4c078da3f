"""Operations that read days of a month in words: "May 26, 2023", "the 20th of next month", "June 1-5"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crosscheck.language.dating.readings import Found, Reading, Scene, impossible, of_day, unknown
from crosscheck.language.dating.resolve import unsaid_year
from crosscheck.language.dating.stretches import Stretch, around, day_of, month_of


def on_day(found: Found, scene: Scene) -> Reading | None:
    """A day and a month, with or without a year."""
    day, month, year = found.counted("day"), found.get("month"), found.year(scene.published)
    if not isinstance(day, int) or not 1 <= day <= 31:
        return None
    if "short" in found.words and scene.published and year and year > scene.published.year + 1:
        return None
    if year is not None:
        return agreeing(found, dated(year, month, day))
    return agreeing(found, undated(scene, month, day, found.get("turn")))


def dated(year: int, month: int, day: int) -> Reading | None:
    """A day of a known year, or the impossible date that it is; None where no month has such a day."""
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1 <= year <= date.max.year:
        return None
    return of_day(day_of(year, month, day), dated=True) or impossible(year, month)


def undated(scene: Scene, month: int, day: int, turn: int | None = None) -> Reading:
    """A day of a year that has to be inferred."""

    def of_year(year: int) -> Stretch | None:
        found = day_of(year, month, day)
        return None if found is None else Stretch(found, found)

    chosen = unsaid_year(scene, month, of_year, turn)
    if chosen is not None:
        return Reading(chosen.low, chosen.high, "day", dated=scene.linked())
    named = unsaid_year(scene, month, lambda each: month_of(each, month), turn)
    return unknown() if named is None else impossible(named.low.year, month)


def agreeing(found: Found, reading: Reading | None) -> Reading | None:
    """A reading, unless a weekday said with it is another one: then both stand alone, so that it can be seen."""
    weekday = found.get("weekday")
    if reading is None or weekday is None or not isinstance(reading.low, date) or reading.because:
        return reading
    return reading if reading.low.isoweekday() == weekday else None


def on_day_of_turn(found: Found, scene: Scene) -> Reading | None:
    """A day of this, the last or the next month: "the 20th of next month"."""
    if scene.published is None:
        return unknown()
    month = around(scene.published, "month", found.get("turn") or 0)
    if month is None or found.get("unit") not in (None, "month"):
        return None
    return of_day(day_of(month.low.year, month.low.month, found.counted("day")))


def on_day_alone(found: Found, scene: Scene) -> Reading | None:
    """A day of a month that has to be inferred: "on the 15th", "Thursday the 21st"."""
    if scene.published is None:
        return unknown()
    day, weekday, anchor = found.counted("day"), found.get("weekday"), scene.published
    months = (month_of(anchor.year, anchor.month + step) for step in range(-12, 13))
    days = [each for month in months if (each := day_of(month.low.year, month.low.month, day))]
    if weekday:
        days = [each for each in days if each.isoweekday() == weekday]
        return of_day(min(days, key=lambda each: abs((each - anchor).days), default=None))
    tense = scene.tense()
    days = [each for each in days if (each - anchor).days * tense >= 0]
    return of_day(min(days, key=lambda each: abs((each - anchor).days), default=None))


def on_day_listed(found: Found, scene: Scene) -> Reading | None:
    """A later day of the month of the one that a list tells before it: "January 9, 12 and 20"."""
    before, day = scene.listed(), found.counted("day")
    low = before.low if before else None
    if before is None or not isinstance(low, date) or not low.day < day <= month_of(low.year, low.month).days:
        return None
    return replace(before, low=low.replace(day=day), high=low.replace(day=day), weekday=None)


def days_in_a_row(found: Found, scene: Scene) -> Reading | None:
    """Several days of one month: "June 1-5"; with `next_only`, those that follow each other: "June 1, 2 and 3"."""
    low, high, month = found.counted("day"), found.counted("until", "ten2"), found.get("month")
    if not (isinstance(low, int) and isinstance(high, int) and 1 <= low < high <= 31):
        return None
    if found.get("next_only") and not _in_a_row(low, found.get("mid"), high):
        return None
    year, turn = found.year(scene.published), found.get("turn")
    if turn is not None:
        around_it = scene.published and around(scene.published, "month", turn)
        if not around_it or found.get("unit") != "month":
            return None if scene.published else unknown("days")
        year, month = around_it.low.year, around_it.low.month
    last = undated(scene, month, high) if year is None else dated(year, month, high)
    if last is None or not isinstance(last.low, date) or last.because:
        return last
    return Reading(last.low.replace(day=low), last.low, "days", "range", dated=year is not None)


def _in_a_row(low: int, mid: int | None, high: int) -> bool:
    return high == low + 1 if mid is None else (low + 1, low + 2) == (mid, high)
