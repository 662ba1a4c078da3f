"""Operations that count working days, Monday to Friday: "in four business days", "this working week"."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.language.dating.readings import Found, Reading, Scene, of_day, unknown
from crosscheck.language.dating.stretches import around, move

WEEK, WORKED = 7, 5


def later(day: date, count: int) -> date | None:
    """The working day so many working days later, or earlier where `count` is negative."""
    sign = 1 if count > 0 else -1
    weekday = day.isoweekday()
    if weekday > WORKED:  # from a weekend, counting starts at its edge
        edge = move(day, WORKED - weekday if sign > 0 else WEEK + 1 - weekday)
        return edge and later(edge, count)
    weeks, rest = divmod(abs(count), WORKED)
    ahead = rest + (weekday - 1 if sign > 0 else WORKED - weekday)
    return move(day, sign * (weeks * WEEK + rest + (WEEK - WORKED if ahead >= WORKED else 0)))


def away(found: Found, scene: Scene) -> Reading | None:
    """So many working days ago or from now."""
    if found.get("only_future") and scene.tense() <= 0:
        return None
    if scene.published is None:
        return unknown()
    return of_day(later(scene.published, found.get("sign") * (found.counted("n") or found.get("one"))))


def running(found: Found, scene: Scene) -> Reading | None:
    """The next or the last so many working days."""
    if scene.published is None:
        return unknown("days")
    sign = found.get("sign")
    ends = [later(scene.published, sign * count) for count in (1, found.counted("n"))]
    days = sorted(end for end in ends if end)
    return Reading(days[0], days[-1], "days", "range") if days else None


def in_week(found: Found, scene: Scene) -> Reading | None:
    """A week from Monday to Friday."""
    if scene.published is None:
        return unknown("days")
    week = around(scene.published, "week", found.get("turn"))
    if week is None:
        return None
    return Reading(week.low, week.high - timedelta(WEEK - WORKED), "days", "range")
