"""Operations that read months, years and other periods by name or number: "May 2023", "Q3", "the 1990s"."""

from __future__ import annotations

from datetime import date

from crosscheck.language.dating.readings import Found, Reading, Scene, full_year, of_stretch, unknown
from crosscheck.language.dating.resolve import unsaid_year
from crosscheck.language.dating.stretches import Stretch, month_of, months_from, nth_unit, share


def in_month(found: Found, scene: Scene) -> Reading | None:
    """A month: "May 2023", "last September", "July last year"."""
    month, year, turn2 = found.get("month"), found.year(scene.published), found.get("turn2")
    if turn2 is not None and scene.published:
        year = scene.published.year + turn2
    elif turn2 is not None:
        return unknown("month")
    if not isinstance(month, int) or not 1 <= month <= 12:
        return None
    if year is not None:
        return of_stretch(month_of(year, month), "month", dated=turn2 is None)
    chosen = unsaid_year(scene, month, lambda each: month_of(each, month), found.get("turn"))
    return of_stretch(chosen, "month", dated=scene.linked()) if chosen else unknown("month")


def in_months(found: Found, scene: Scene) -> Reading | None:
    """Months in a row: "December to February", "June–August 1992"."""
    first, last, year = found.get("month"), found.get("until"), found.year(scene.published)
    if year is not None:
        end: Stretch | None = month_of(year, last)
    else:
        end = unsaid_year(scene, last, lambda each: month_of(each, last))
    if end is None:
        return unknown("days")
    start = month_of(end.low.year - (first > last), first)
    dated = year is not None or scene.linked()
    return None if first == last else Reading(start.low, end.high, "days", "range", dated=dated)


def in_year(found: Found, _: Scene) -> Reading | None:
    """A year."""
    return of_stretch(months_from(found.get("year"), 1, 12), "year", dated=True)


def in_years(found: Found, _: Scene) -> Reading | None:
    """Years in a row, "2014-2018" or "2016-17"; "2015-12" is a month."""
    year, until = found.get("year"), found.get("until")
    if until < 100:
        if until <= year % 100:
            return of_stretch(month_of(year, until), "month", dated=True) if 1 <= until <= 12 else None
        until += year // 100 * 100
    if until <= year:
        return None
    return Reading(date(year, 1, 1), date(until, 12, 31), "year", "range", dated=True)


def in_decade(found: Found, scene: Scene) -> Reading | None:
    """A decade: "the 1990s", "the early nineties"."""
    year = found.get("year")
    if year is None:
        year = full_year(found.get("decade"), scene.published)
    if year % 10:
        return None
    return _part_of(found, months_from(year, 1, 120), "decade")


def in_century(found: Found, _: Scene) -> Reading | None:
    """A century: the 19th is 1800 to 1899."""
    number = found.rank()
    if not isinstance(number, int) or not 1 < number <= 99:
        return None
    return _part_of(found, months_from((number - 1) * 100, 1, 1200), "century")


THIRDS = {"early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3)}


def _part_of(found: Found, whole: Stretch, grain: str) -> Reading | None:
    part = found.get("part")
    if part is None:
        return of_stretch(whole, grain, dated=True)
    return of_stretch(share(whole, *THIRDS[part]), "days", modifier="approx", dated=True)


def in_season(found: Found, scene: Scene) -> Reading | None:
    """A season of the northern half of the world, in whole months; a winter begins in its year's December."""
    start, year, turn2 = found.get("season"), found.year(scene.published), found.get("turn2")
    if turn2 is not None and scene.published:
        year = scene.published.year + turn2
    if year is not None:
        return of_stretch(months_from(year, start, 3), "season", modifier="approx", dated=True)
    chosen = unsaid_year(scene, start, lambda each: months_from(each, start, 3), found.get("turn"))
    return of_stretch(chosen, "season", modifier="approx") if chosen else unknown("season")


def in_quarter(found: Found, scene: Scene) -> Reading | None:
    """A quarter of a year: "Q3 2022"."""
    return _piece(found, scene, "quarter", 3)


def in_half(found: Found, scene: Scene) -> Reading | None:
    """A half of a year: "H1 2016"."""
    return _piece(found, scene, "half", 6)


def _piece(found: Found, scene: Scene, grain: str, size: int) -> Reading | None:
    number, year = found.get("n"), found.year(scene.published)
    if not 1 <= number <= 12 // size:
        return None
    if year is None:
        if scene.published is None:
            return unknown(grain)
        year = scene.published.year + (found.get("turn2") or 0)
    return of_stretch(months_from(year, (number - 1) * size + 1, size), grain, dated=True)


def in_week_number(found: Found, scene: Scene) -> Reading | None:
    """A numbered week of a year, as ISO 8601 counts them."""
    year, number, turn2 = found.get("year"), found.get("n"), found.get("turn2")
    if year is None:
        if scene.published is None:
            return unknown("week")
        year = scene.published.year + turn2
    within = months_from(year, 1, 12)
    return of_stretch(nth_unit(within, "week", number) if 1 <= number <= 53 else None, "week", dated=True)
