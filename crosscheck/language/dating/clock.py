"""Operations of date patterns that read a time of day."""

from __future__ import annotations

from datetime import time

from crosscheck.language.dating.readings import Found, Reading, Scene


def at_time(found: Found, _: Scene) -> Reading | None:
    """One time of day: "8:30 p.m.", "20:00", "2030 GMT", "noon", "quarter to nine"."""
    hour, minute = _stated(found)
    before = found.get("before")
    if before:
        hour, minute = (hour - 1 or 12), 60 - before
    at = _time(hour, minute, found.get("half") or found.get("half2"))
    return None if at is None else Reading(at, at, "time")


def between_times(found: Found, _: Scene) -> Reading | None:
    """Two times that share their half of the day: "8 to 10 p.m.", "10 to 2 p.m."."""
    half = found.get("half") or found.get("half2")
    until = _time(found.get("hour2"), found.get("minute2") or 0, half)
    since = _time(found.get("hour"), found.get("minute") or 0, half)
    if until is None or since is None:
        return None
    if since >= until:
        since = _time(found.get("hour"), found.get("minute") or 0, "am" if half == "pm" else "pm")
    return None if since is None else Reading(since, until, "time", "range")


def _stated(found: Found) -> tuple[int, int]:
    point, digits = found.words.get("point"), found.words.get("digits4")
    if point:
        hour, _, minute = point.partition(".")
        return int(hour), int(minute)
    if digits:
        return int(digits[:2]), int(digits[2:])
    return found.get("hour") or found.get("hour2") or 0, found.get("minute") or 0


def _time(hour: int | None, minute: int, half: str | None) -> time | None:
    if hour is None or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour % 24, minute) if hour <= 24 and (hour < 24 or minute == 0) else None
