"""Operations that read days written in digits alone: "26/05/2023", "2023-05-26", "on 4/22"."""

from __future__ import annotations

from datetime import date

from crosscheck.language.dating.days import agreeing, dated, undated
from crosscheck.language.dating.readings import Found, Reading, Scene, full_year
from crosscheck.language.dating.terms import DAY_YEAR, DOTTED


def in_digits(found: Found, scene: Scene) -> Reading | None:
    """Three numbers with marks between them: the year is told by its place, day and month by size, then by custom."""
    if "forgotten" in found.words:
        match = DAY_YEAR.match(found.words["forgotten"])
        return agreeing(found, dated(int(match[2]), found.get("month"), int(match[1]))) if match else None
    first, second, third = _parts(found)
    if len(first) == 4:
        month, day = int(second), int(third)
        return dated(int(first), *((day, month) if month > 12 else (month, day)))
    year = full_year(int(third), scene.published) if len(third) < 4 else int(third)
    order = "day_first" if "date" in found.words else found.get("order")
    month, day = _ordered(int(first), int(second), order)
    one, other = agreeing(found, dated(year, month, day)), agreeing(found, dated(year, day, month))
    return other if one is None or _ahead(one, scene) > 0 >= _ahead(other, scene) else one


def _ahead(reading: Reading | None, scene: Scene) -> int:
    """How many days after publication a day lies: a day still to come is read in the other order if that is past."""
    if reading is None or reading.because or scene.published is None or not isinstance(reading.low, date):
        return 1
    return (reading.low - scene.published).days


def _ordered(first: int, second: int, order: str | None) -> tuple[int, int]:
    month, day = (first, second) if order == "month_first" else (second, first)
    return (day, month) if month > 12 else (month, day)


def _parts(found: Found) -> tuple[str, str, str]:
    if "joined" in found.words:
        word = found.words["joined"]
        return word[:4], word[4:6], word[6:]
    match = DOTTED.match(found.words.get("date", ""))
    if match is None:
        return found.words["a"], found.words["b"], found.words["c"]
    first, second, third = (part for part in match.groups() if part)
    return first, second, third


def in_slash(found: Found, scene: Scene) -> Reading | None:
    """A day and a month in digits: "on 4/22"."""
    month, day = _ordered(found.get("a"), found.get("b"), found.get("order"))
    return agreeing(found, undated(scene, month, day)) if 1 <= month <= 12 else None


def in_slashes(found: Found, scene: Scene) -> Reading | None:
    """Days from one to another, both in digits, the year said with the second or unsaid: "10/1-11/7/2017"."""
    order, year = found.get("order"), found.get("year")
    one, other = (_ordered(found.get(a), found.get(b), order) for a, b in (("a", "b"), ("c", "e")))
    last = undated(scene, *other) if year is None and 1 <= other[0] <= 12 else dated(year or 0, *other)
    if last is None or not isinstance(last.low, date) or last.because:
        return last
    first = dated(last.low.year - (one > other), *one)
    if first is None or first.because:
        return first
    return Reading(first.low, last.high, "days", "range", dated=year is not None)
