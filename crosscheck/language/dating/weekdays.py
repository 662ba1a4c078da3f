"""Operations that read days by weekday or by their own name: "last Thursday", "the first Monday of May", "Easter"."""

from __future__ import annotations

from datetime import date

from crosscheck.language.dating.feasts import feast
from crosscheck.language.dating.readings import Found, Reading, Scene, of_day, of_stretch, unknown
from crosscheck.language.dating.resolve import unsaid_year, weekday_of
from crosscheck.language.dating.stretches import (
    Stretch,
    around,
    day_of,
    easter,
    month_of,
    move,
    nth_weekday,
    weekday_near,
)


def on_weekday(found: Found, scene: Scene) -> Reading | None:
    """A weekday, alone or of a week: "Monday", "last Thursday", "Friday next week"."""
    weekday, week = found.get("weekday"), found.get("turn2")
    if scene.published is None:
        return unknown("weekday")
    if week is not None:
        inside = around(scene.published, "week", week)
        return None if inside is None else of_day(move(inside.low, weekday - 1))
    turn = found.get("turn")
    tense = scene.tense() if turn in (None, 0) else 0
    if turn is None and not tense and scene.alone():
        tense = 1
    day = weekday_of(scene.published, weekday, turn, tense)
    return of_day(day, grain="weekday", weekday=weekday)


def weekdays_away(found: Found, scene: Scene) -> Reading | None:
    """So many Fridays ago or from now."""
    if scene.published is None:
        return unknown()
    sign, count = found.get("sign"), found.counted("n") or found.get("one")
    start = move(scene.published, sign)
    first = start and weekday_near(start, found.get("weekday"), sign)
    return of_day(first and move(first, 7 * sign * (count - 1)))


def on_nth_weekday(found: Found, scene: Scene) -> Reading | None:
    """The first Monday of a month: "the first Tuesday of October 2014"."""
    rank, weekday, month = found.rank(), found.get("weekday"), found.get("month")
    if rank is None:
        return None
    if month is None:
        if scene.published is None:
            return unknown()
        within = around(scene.published, found.get("unit"), found.get("turn") or 0)
        return None if within is None else of_day(nth_weekday(within, weekday, rank))
    year = found.year(scene.published)
    if year is not None:
        return of_day(nth_weekday(month_of(year, month), weekday, rank), dated=True)
    turn = 1 if scene.alone() else None  # a line of a calendar
    chosen = unsaid_year(scene, month, lambda each: month_of(each, month), turn)
    return of_day(nth_weekday(chosen, weekday, rank)) if chosen else unknown()


def weekday_from(found: Found, _: Scene) -> Reading | None:
    """The weekday before, after or nearest to a day: "the Monday after Easter", "the second Sunday after June 3"."""
    at, weekday, sign = found.readings["at"].stretch, found.readings["b"].weekday, found.get("sign")
    if at is None or weekday is None:
        return None
    if sign == 0:
        near = (weekday_near(at.low, weekday, side) for side in (-1, 1))
        return of_day(min((day for day in near if day), key=lambda day: abs((day - at.low).days), default=None))
    start = move(at.low if sign < 0 else at.high, sign)
    first = start and weekday_near(start, weekday, sign)
    return of_day(first and move(first, sign * 7 * ((found.rank() or 1) - 1)))


def weekday_away(found: Found, _: Scene) -> Reading | None:
    """The weekday of a week that is told by its distance: "Monday two weeks ago", "three weeks from now, on Friday"."""
    at, weekday = found.readings["at"], found.readings["b"].weekday
    week = at.centre and at.unit not in (None, "day") and around(at.centre, "week")
    return of_day(move(week.low, weekday - 1)) if week and weekday else None


def on_holiday(found: Found, scene: Scene) -> Reading | None:
    """A day or days with a name: fixed, counted from Easter, by the moon, or the nth weekday of a month."""
    lasts, modifier = found.get("lasts") or 1, found.get("modifier") or "exact"
    grain = "day" if lasts == 1 else "days"

    def of_year(year: int) -> Stretch | None:
        day = _holiday(found, year)
        last = day and move(day, lasts - 1)
        return None if day is None or last is None else Stretch(day, last)

    year = found.year(scene.published)
    if year is not None:
        return of_stretch(of_year(year), grain, modifier=modifier, dated=True)
    chosen = unsaid_year(scene, found.get("month") or 4, of_year, found.get("turn"))
    if chosen is None and scene.published is not None:
        return None
    return of_stretch(chosen, grain, modifier=modifier) or unknown(grain)


def _holiday(found: Found, year: int) -> date | None:
    shift, rank, month = found.get("easter"), found.get("nth"), found.get("month")
    if not 1 < year < date.max.year:
        return None
    if shift is not None:
        return move(easter(year), shift)
    if (name := found.get("feast")) is not None:
        return feast(name, year)
    if rank is not None:
        day = nth_weekday(month_of(year, month), found.get("weekday"), rank)
        return day and move(day, found.get("shift") or 0)
    return day_of(year, month, found.get("day"))


def nothing(_: Found, __: Scene) -> Reading | None:
    """A name with a word of time in it that is no date: read over."""
    return Reading(None, None, "name")
