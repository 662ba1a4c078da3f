"""Operations of compound patterns: parts, counts and spans built on dates that were read before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from crosscheck.language.dating.lengths import reckoned
from crosscheck.language.dating.periods import THIRDS
from crosscheck.language.dating.readings import Found, Reading, Scene, of_stretch, unknown
from crosscheck.language.dating.stretches import around, move, nth_unit, share

WEEK = {"early": (0, 3, 7), "mid": (1, 5, 7), "late": (3, 7, 7)}  # Monday to Wednesday, Tuesday to Friday, Thursday on


def _whole(found: Found, scene: Scene) -> Reading | None:
    """The date that a compound is built on, or the period that publication is in."""
    at = found.readings.get("at")
    if at is not None:
        return at
    unit = found.get("unit2") or found.get("unit")
    return of_stretch(around(scene.published, unit), unit) if scene.published else unknown("days")


def part_of(found: Found, scene: Scene) -> Reading | None:
    """The beginning, middle or end of a stretch: "mid-January", "late last year"."""
    at = _whole(found, scene)
    if at is None or at.stretch is None:
        return at
    shares = WEEK if at.grain == "week" else THIRDS
    return of_stretch(share(at.stretch, *shares[found.get("part")]), "days", modifier="approx", dated=at.dated)


def until_now(found: Found, scene: Scene) -> Reading | None:
    """From a stretch's first day to publication: "earlier this year"."""
    at, today = _whole(found, scene), scene.published
    if at is None or at.stretch is None or today is None or not at.stretch.low <= today <= at.stretch.high:
        return at
    return Reading(at.low, today, "days", "approx", dated=at.dated)


def from_now(found: Found, scene: Scene) -> Reading | None:
    """From publication to a stretch's last day: "later this month"."""
    at, today = _whole(found, scene), scene.published
    if at is None or at.stretch is None or today is None or not at.stretch.low <= today <= at.stretch.high:
        return at
    return Reading(today, at.high, "days", "approx", dated=at.dated)


def same(found: Found, _: Scene) -> Reading | None:
    """A part of a day, for which the day stands: "early Tuesday", "Monday night"."""
    return found.readings["at"]


def nth_of(found: Found, scene: Scene) -> Reading | None:
    """The first week of March, the last ten days of May, the second half of a year."""
    at, unit, rank, many = _whole(found, scene), found.get("unit"), found.rank(), found.counted("n") or 1
    if at is None or at.stretch is None or rank is None:
        return at
    if found.get("from_end"):
        rank = -rank
    if unit == "half":
        start = {1: 0, 2: 1, -1: 1}.get(rank)
        return None if start is None else of_stretch(share(at.stretch, start, start + 1, 2), "half", dated=at.dated)
    stretch = nth_unit(at.stretch, unit, rank, many)
    return of_stretch(stretch, unit if many == 1 else "days", dated=at.dated)


def holding(found: Found, _: Scene) -> Reading | None:
    """The week or month that holds a day: "the week of May 3"."""
    at = found.readings["at"]
    if at.stretch is None:
        return at
    return of_stretch(around(at.stretch.low, found.get("unit")), found.get("unit"), dated=at.dated)


def from_day(found: Found, _: Scene) -> Reading | None:
    """A told length before or after a day that is said: "two days before Christmas"."""
    at = found.readings["at"]
    if at.stretch is None:
        return at
    reading = reckoned(found, at.stretch.low, found.get("sign"))
    return reading and replace(reading, base=at.stretch.low)


def weekend_with(found: Found, _: Scene) -> Reading | None:
    """The weekend that a holiday makes longer: "Labor Day weekend", Saturday to Monday."""
    at = found.readings["at"]
    if at.stretch is None:
        return at
    holiday = at.stretch.low
    weekend = around(holiday, "weekend", -1 if holiday.isoweekday() == 1 else 0)
    if weekend is None:
        return None
    near = abs((weekend.low - holiday).days) <= 2
    low, high = (min(weekend.low, holiday), max(weekend.high, holiday)) if near else (weekend.low, weekend.high)
    return Reading(low, high, "weekend", dated=at.dated)


def running(found: Found, _: Scene) -> Reading | None:
    """So many days or weeks from a day on: "three days starting Monday"."""
    at = found.readings["at"]
    end = at.stretch and reckoned(found, at.stretch.low, 1)
    if not end or not isinstance(end.low, date):
        return at
    return Reading(at.low, max(end.low - timedelta(1), end.low.min), "days", "range", dated=at.dated)


def span(found: Found, scene: Scene) -> Reading | None:
    """One stretch from the first of two to the last of the other: "December to February", "Monday to Friday"."""
    a, b = found.readings["a"], found.readings["b"]
    if a.stretch is None or b.stretch is None:
        return a if a.because else b
    low, high = a.stretch.low, b.stretch.high
    if a.grain == b.grain == "weekday" and low > high:
        ahead = scene.published is not None and low > scene.published
        low, high = (low, high + timedelta(7 * ((low - high).days // 7 + 1))) if ahead else (low - timedelta(7), high)
    if low > high:
        return None
    return Reading(low, high, "days", "range", dated=a.dated or b.dated)


def stretch(found: Found, scene: Scene) -> Reading | None:
    """The days from one date to another, publication standing for an end that is none: "between May 3 and now"."""
    ends = [found.readings.get(slot) for slot in ("a", "b")]
    if scene.published is None and None in ends:
        return None
    now = Reading(scene.published, scene.published, "day")
    one, other = (each or now for each in ends)
    return span(replace(found, readings={"a": one, "b": other}), scene)


def days_of_week(found: Found, _: Scene) -> Reading | None:
    """Weekdays of a week that is said: "next week from Monday to Wednesday"."""
    week, ends = found.readings["at"].stretch, [found.readings[slot].weekday for slot in ("a", "b")]
    if week is None or None in ends:
        return None
    low, high = (move(week.low, weekday - 1) for weekday in ends if weekday)
    return None if low is None or high is None or low > high else Reading(low, high, "days", "range")
