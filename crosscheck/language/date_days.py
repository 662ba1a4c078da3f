"""Operations of date patterns that read single days: in words, in digits, by weekday or holiday."""

from __future__ import annotations

from datetime import date

from crosscheck.language.date_readings import (
    Found,
    Reading,
    Scene,
    full_year,
    impossible,
    of_day,
    of_stretch,
    unknown,
)
from crosscheck.language.date_terms import DAY_YEAR, DOTTED
from crosscheck.language.resolve import unsaid_year, weekday_of
from crosscheck.language.stretches import Stretch, around, day_of, easter, month_of, move, nth_weekday, weekday_near


def on_day(found: Found, scene: Scene) -> Reading | None:
    """A day and a month, with or without a year."""
    day, month, year = found.counted("day"), found.get("month"), found.year(scene.published)
    if not isinstance(day, int) or not 1 <= day <= 31:
        return None
    if year is not None:
        return _agreeing(found, dated(year, month, day))
    return _agreeing(found, undated(scene, month, day, found.get("turn")))


def dated(year: int, month: int, day: int) -> Reading | None:
    """A day of a known year, or the impossible date that it is; None where no month has such a day."""
    if not 1 <= month <= 12 or not 1 <= day <= 31 or not 1 <= year <= date.max.year:
        return None
    return of_day(day_of(year, month, day), dated=True) or impossible(year, month)


def undated(scene: Scene, month: int, day: int, turn: int | None = None) -> Reading:
    """A day of a year that has to be inferred."""

    def of_year(year: int) -> Stretch | None:
        found = day_of(year, month, day)
        return found and Stretch(found, found)

    chosen, _ = unsaid_year(scene, month, of_year, turn)
    if chosen is not None:
        return Reading(chosen.low, chosen.high, "day", dated=scene.near() is not None)
    named, _ = unsaid_year(scene, month, lambda each: month_of(each, month), turn)
    return unknown() if named is None else impossible(named.low.year, month)


def _agreeing(found: Found, reading: Reading | None) -> Reading | None:
    """A reading, unless a weekday said with it is another one: then both stand alone, so that it can be seen."""
    weekday = found.get("weekday")
    if reading is None or weekday is None or not isinstance(reading.low, date) or reading.because:
        return reading
    return reading if reading.low.isoweekday() == weekday else None


def in_digits(found: Found, scene: Scene) -> Reading | None:
    """Three numbers with marks between them: the year is told by its place, day and month by size, then by custom."""
    if "forgotten" in found.words:
        match = DAY_YEAR.match(found.words["forgotten"])
        return match and _agreeing(found, dated(int(match[2]), found.get("month"), int(match[1])))
    first, second, third = _parts(found)
    if len(first) == 4:
        month, day = int(second), int(third)
        return dated(int(first), *((day, month) if month > 12 else (month, day)))
    year = full_year(int(third), scene.published) if len(third) < 4 else int(third)
    order = "day_first" if "date" in found.words else found.get("order")
    month, day = _ordered(int(first), int(second), order)
    one, other = _agreeing(found, dated(year, month, day)), _agreeing(found, dated(year, day, month))
    return other if one is None or _ahead(one, scene) > 0 >= _ahead(other, scene) else one


def _ahead(reading: Reading | None, scene: Scene) -> int:
    """How many days after publication a day lies: a day still to come is read in the other order if that is past."""
    known = reading is not None and reading.because is None and isinstance(reading.low, date) and scene.published
    return (reading.low - scene.published).days if known else 1  # type: ignore[union-attr, operator]


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
    return _agreeing(found, undated(scene, month, day)) if 1 <= month <= 12 else None


def on_day_of_turn(found: Found, scene: Scene) -> Reading | None:
    """A day of this, the last or the next month: "the 20th of next month"."""
    if scene.published is None:
        return unknown()
    month = around(scene.published, "month", found.get("turn") or 0)
    wrong = found.get("unit") not in (None, "month") or not month
    return None if wrong else of_day(day_of(month.low.year, month.low.month, found.counted("day")))  # type: ignore[union-attr]


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


def days_in_a_row(found: Found, scene: Scene) -> Reading | None:
    """Several days of one month: "June 1-5"; with `next_only`, two that follow each other: "June 1 and 2"."""
    low, high, month = found.counted("day"), found.counted("until"), found.get("month")
    if not (isinstance(low, int) and isinstance(high, int) and 1 <= low < high <= 31):
        return None
    if found.get("next_only") and high != low + 1:
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


def on_weekday(found: Found, scene: Scene) -> Reading | None:
    """A weekday, alone or of a week: "Monday", "last Thursday", "Friday next week"."""
    weekday, week = found.get("weekday"), found.get("turn2")
    if scene.published is None:
        return unknown("weekday")
    if week is not None:
        inside = around(scene.published, "week", week)
        return of_day(inside and move(inside.low, weekday - 1))
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
    rank, weekday, month = found.get("nth"), found.get("weekday"), found.get("month")
    if month is None:
        if scene.published is None:
            return unknown()
        within = around(scene.published, found.get("unit"), found.get("turn") or 0)
        return of_day(within and nth_weekday(within, weekday, rank))
    year = found.year(scene.published)
    if year is not None:
        return of_day(nth_weekday(month_of(year, month), weekday, rank), dated=True)
    chosen, year = unsaid_year(scene, month, lambda each: month_of(each, month))
    return of_day(nth_weekday(chosen, weekday, rank)) if chosen else unknown()


def on_holiday(found: Found, scene: Scene) -> Reading | None:
    """A day with a name: fixed, counted from Easter, or the nth weekday of a month."""

    def of_year(year: int) -> Stretch | None:
        day = _holiday(found, year)
        return day and Stretch(day, day)

    year = found.year(scene.published)
    if year is not None:
        return of_stretch(of_year(year), "day", dated=True)
    chosen, _ = unsaid_year(scene, found.get("month") or 4, of_year, found.get("turn"))
    return of_stretch(chosen, "day") or unknown()


def _holiday(found: Found, year: int) -> date | None:
    shift, rank, month = found.get("easter"), found.get("nth"), found.get("month")
    if not 1 < year < date.max.year:
        return None
    if shift is not None:
        return move(easter(year), shift)
    return nth_weekday(month_of(year, month), found.get("weekday"), rank) if rank else day_of(year, month, found.get("day"))


def nothing(found: Found, scene: Scene) -> Reading | None:  # noqa: ARG001
    """A name with a word of time in it that is no date: read over."""
    return Reading(None, None, "name")
