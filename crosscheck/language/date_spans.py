"""Operations of date patterns that read longer stretches, and days reckoned from publication."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.language.date_readings import Found, Reading, Scene, full_year, of_day, of_stretch, unknown
from crosscheck.language.resolve import unsaid_year, weekend_of
from crosscheck.language.stretches import Stretch, add_months, around, later, month_of, months_from, move, share

# How far from the day reckoned "three weeks ago" may lie: half of the unit it is told in.
HALF = {"day": 0, "week": 3, "fortnight": 7, "month": 15, "quarter": 45, "year": 182, "decade": 1826, "century": 18262}


def by_shift(found: Found, scene: Scene) -> Reading | None:
    """Days and periods counted from publication: "yesterday", "last week", "this year"."""
    if scene.published is None:
        return unknown()
    unit, turn = found.get("unit") or "day", found.get("turn")
    shift = found.get("by") if turn is None else turn
    return of_stretch(around(scene.published, unit, shift or 0), unit, deictic=unit == "day")


def overnight(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """The night that led to the day of publication."""
    if scene.published is None:
        return unknown("days")
    evening = move(scene.published, -1)
    return evening and Reading(evening, scene.published, "days", "approx")


def on_weekend(found: Found, scene: Scene) -> Reading | None:
    """A weekend."""
    if scene.published is None:
        return unknown("weekend")
    return of_stretch(weekend_of(scene.published, found.get("turn"), scene.tense()), "weekend")


def rolling(found: Found, scene: Scene) -> Reading | None:
    """The past three weeks, the next few days: up to publication, or from the day after it."""
    if scene.published is None:
        return unknown("days")
    _, most = count_of(found)
    unit, sign = found.get("unit"), found.get("sign")
    if unit == "quarter":
        ends = [around(scene.published, unit, sign * step) for step in (1, most)]
        first, last = sorted((each for each in ends if each), key=lambda each: each.low)
        return Reading(first.low, last.high, "days", "range")
    end = later(scene.published, unit, sign * most)
    if end is None:
        return None
    if sign < 0:
        return Reading(end, scene.published, "days", "approx")
    start = move(scene.published, 1)
    return start and Reading(start, end if unit == "day" else end, "days", "approx")


def count_of(found: Found) -> tuple[int, int]:
    """The least and the greatest number that a length is told with; one where no number is said."""
    vague = found.get("n3")
    if vague:
        return vague[0], vague[1]
    if found.get("n5"):
        low, high = BARE[found.get("unit")]
        return low, high
    number = found.counted("n") or found.get("one") or 1
    return number, number


BARE = {"day": (2, 10), "week": (2, 5), "month": (2, 11), "year": (2, 10), "decade": (2, 9), "century": (2, 9)}


def away(found: Found, scene: Scene) -> Reading | None:
    """So long ago, or so long from now; from a week on, the words leave half a unit to either side."""
    if found.get("only_future") and scene.tense() <= 0:
        return None
    if scene.published is None:
        return unknown()
    return reckoned(found, scene.published, found.get("sign"))


def within(found: Found, scene: Scene) -> Reading | None:
    """So many days from publication on, in a clause of the future."""
    if scene.tense() <= 0:
        return None
    if scene.published is None:
        return unknown("days")
    end = later(scene.published, found.get("unit"), count_of(found)[1])
    return end and Reading(scene.published, end, "days", "at_most")


def reckoned(found: Found, start: date, sign: int) -> Reading | None:
    """The days that lie a told length before or after a day."""
    unit, (least, most) = found.get("unit"), count_of(found)
    near, far = later(start, unit, sign * least), later(start, unit, sign * most)
    more = found.get("unit4")
    if more and near and far:
        extra = found.counted("n4") or found.get("one4")
        near = far = later(near, more, sign * extra)
        unit = more
    return widened(near, far, unit)


def widened(one: date | None, other: date | None, unit: str) -> Reading | None:
    """Days from one to the other, and half a unit to either side where a single day is told in weeks or more."""
    if one is None or other is None:
        return None
    if one != other:
        return Reading(min(one, other), max(one, other), "days", "approx")
    room = timedelta(HALF[unit])
    if not room:
        return of_day(one, centre=one, unit=unit)
    if not timedelta(HALF[unit]) < one - date.min or not room < date.max - one:
        return None
    return Reading(one - room, one + room, "days", "approx", centre=one, unit=unit)


def moments(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """Hours or minutes ago: on the day of publication or the day before."""
    if scene.published is None:
        return unknown("days")
    before = move(scene.published, -1)
    return before and Reading(before, scene.published, "days", "approx")


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
    chosen, _ = unsaid_year(scene, month, lambda each: month_of(each, month), found.get("turn"))
    return of_stretch(chosen, "month", dated=scene.near() is not None) if chosen else unknown("month")


def in_year(found: Found, scene: Scene) -> Reading | None:
    """A year."""
    return of_stretch(months_from(found.get("year"), 1, 12), "year", dated=True)


def in_years(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
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


def in_century(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """A century: the 19th is 1800 to 1899."""
    number = found.counted("nth")
    if not isinstance(number, int) or not 1 < number <= 99:
        return None
    return _part_of(found, months_from((number - 1) * 100, 1, 1200), "century")


def _part_of(found: Found, whole: Stretch, grain: str) -> Reading | None:
    part = found.get("part")
    if part is None:
        return of_stretch(whole, grain, dated=True)
    return of_stretch(share(whole, *THIRDS[part]), "days", modifier="approx", dated=True)


THIRDS = {"early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3)}


def in_season(found: Found, scene: Scene) -> Reading | None:
    """A season of the northern half of the world, in whole months; a winter begins in its year's December."""
    start, year, turn2 = found.get("season"), found.year(scene.published), found.get("turn2")
    if turn2 is not None and scene.published:
        year = scene.published.year + turn2
    if year is not None:
        return of_stretch(months_from(year, start, 3), "season", modifier="approx", dated=True)
    chosen, _ = unsaid_year(scene, start, lambda each: months_from(each, start, 3), found.get("turn"))
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
