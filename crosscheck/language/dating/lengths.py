"""Operations that reckon from publication: "yesterday", "last week", "two months ago", "the past ten days"."""

from __future__ import annotations

from datetime import date

from crosscheck.language.dating.readings import Found, Reading, Scene, of_day, of_stretch, unknown
from crosscheck.language.dating.resolve import weekend_of
from crosscheck.language.dating.stretches import Stretch, around, later, move

# How far from the day reckoned "three weeks ago" may lie: half of the unit that it is told in.
HALF = {"day": 0, "week": 3, "fortnight": 7, "month": 15, "quarter": 45, "year": 182, "decade": 1826, "century": 18262}


# The further parts of a length: "two years, a month and 21 days".
MORE = (("unit4", "n4", "ten4", "one4"), ("unit6", "n6", "ten6", "one6"))
BARE = {"day": (2, 10), "week": (2, 5), "month": (2, 11), "year": (2, 10), "decade": (2, 9), "century": (2, 9)}


def by_shift(found: Found, scene: Scene) -> Reading | None:
    """Days and periods counted from publication: "yesterday", "last week", "this year"."""
    if found.get("not_past") and scene.tense() < 0:
        return None
    if scene.published is None:
        return unknown()
    unit, turn = found.get("unit") or "day", found.get("turn")
    shift = found.get("by") if turn is None else turn
    return of_stretch(around(scene.published, unit, shift or 0), unit, deictic=unit == "day")


def overnight(_: Found, scene: Scene) -> Reading | None:
    """The night that led to the day of publication."""
    if scene.published is None:
        return unknown("days")
    evening = move(scene.published, -1)
    return None if evening is None else Reading(evening, scene.published, "days", "approx")


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
    told = reckoned(found, scene.published, sign) if found.get("unit4") else None
    if unit == "quarter":
        ends = [around(scene.published, unit, sign * step) for step in (1, most)]
        first, last = sorted((each for each in ends if each), key=lambda each: each.low)
        return Reading(first.low, last.high, "days", "range")
    end = told.low if told else later(scene.published, unit, sign * most)
    if not isinstance(end, date):
        return None
    if sign < 0:
        return Reading(end, scene.published, "days", "approx")
    start = move(scene.published, 1)
    return None if start is None else Reading(start, end, "days", "approx")


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


def away(found: Found, scene: Scene) -> Reading | None:
    """So long ago, or so long from now; "in ten days" is a date where the verb or "time" after it looks ahead."""
    if found.get("only_future") and scene.tense() <= 0 and "timed" not in found.words and not scene.alone():
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
    told = reckoned(found, scene.published, 1)
    return None if told is None else Reading(scene.published, told.high, "days", "at_most")


def reckoned(found: Found, start: date, sign: int) -> Reading | None:
    """The days that lie a told length before or after a day."""
    unit, (least, most) = found.get("unit"), count_of(found)
    near, far = later(start, unit, sign * least), later(start, unit, sign * most)
    for slot, amount, tens, one in MORE:
        more = found.get(slot)
        if more and near and far:
            near = far = later(near, more, sign * (found.counted(amount, tens) or found.get(one)))
            unit = more
    return widened(near, far, unit)


def widened(one: date | None, other: date | None, unit: str) -> Reading | None:
    """Days from one to the other; a single day that was told in weeks or more is about that day (see `meant`)."""
    if one is None or other is None:
        return None
    if one != other:
        return Reading(min(one, other), max(one, other), "days", "approx")
    return of_day(one, modifier="approx" if HALF[unit] else "exact", centre=one, unit=unit)


def room(day: date, unit: str) -> Stretch | None:
    """The days that may be meant by one that was told in weeks, months or years: half of the unit to either side."""
    low, high = move(day, -HALF[unit]), move(day, HALF[unit])
    return Stretch(low, high) if low and high else None


def moments(found: Found, scene: Scene) -> Reading | None:
    """Hours or minutes ago, or the past ones: from the day that they began on to the day of publication."""
    if scene.published is None:
        return unknown("days")
    hours = found.counted("n") if found.get("moment") == "hour" else 1
    before = move(scene.published, -max(1, -(-(hours or 1) // 24)))
    return None if before is None else Reading(before, scene.published, "days", "approx")
