"""Operations of compound patterns: parts, counts and spans built on dates that were read before."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.language.date_readings import Found, Reading, Scene, of_stretch, unknown
from crosscheck.language.date_spans import THIRDS, reckoned
from crosscheck.language.stretches import around, nth_unit, share

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


def same(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """A part of a day, for which the day stands: "early Tuesday", "Monday night"."""
    return found.readings["at"]


def nth_of(found: Found, scene: Scene) -> Reading | None:
    """The first week of March, the last ten days of May, the second half of a year."""
    at, unit, rank, many = _whole(found, scene), found.get("unit"), found.get("nth"), found.counted("n") or 1
    if at is None or at.stretch is None:
        return at
    if found.get("from_end"):
        rank = -rank
    if unit == "half":
        index = 1 if rank in (2, -1) else 0
        return of_stretch(share(at.stretch, index, index + 1, 2), "half", dated=at.dated) if rank in (1, 2, -1) else None
    stretch = nth_unit(at.stretch, unit, rank, many)
    return of_stretch(stretch, unit if many == 1 else "days", dated=at.dated)


def holding(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """The week or month that holds a day: "the week of May 3"."""
    at = found.readings["at"]
    if at.stretch is None:
        return at
    return of_stretch(around(at.stretch.low, found.get("unit")), found.get("unit"), dated=at.dated)


def from_day(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """A told length before or after a day that is said: "two days before Christmas"."""
    at = found.readings["at"]
    return at if at.stretch is None else reckoned(found, at.stretch.low, found.get("sign"))


def running(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """So many days or weeks from a day on: "three days starting Monday"."""
    at = found.readings["at"]
    end = at.stretch and reckoned(found, at.stretch.low, 1)
    if not end or not isinstance(end.low, date):
        return at
    return Reading(at.low, max(end.low - timedelta(1), end.low.min), "days", "range", dated=at.dated)


def span(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """One stretch from the first of two to the last of the other: "December to February", "Monday to Friday"."""
    a, b = found.readings["a"], found.readings["b"]
    if a.stretch is None or b.stretch is None:
        return a if a.because else b
    low, high = a.stretch.low, b.stretch.high
    if a.grain == b.grain == "weekday" and low > high:
        low -= timedelta(7)
    if low > high:
        return None
    return Reading(low, high, "days", "range", dated=a.dated or b.dated)
