"""Stretches of days and how to reckon with them: the calendar under `dates.py`, free of any language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
LAST_YEAR = date.max.year


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `low` to `high`, both included."""

    low: date
    high: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.high - self.low).days + 1


def day_of(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def move(day: date, days: int) -> date | None:
    """A day so many days later, or None beyond the calendar's ends."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def month_of(year: int, month: int) -> Stretch:
    """A whole month; `month` may run below 1 or above 12 into other years, within the calendar's."""
    index = min(max(year * 12 + month - 1, 12), LAST_YEAR * 12 + 11)
    year, month = index // 12, index % 12 + 1
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_from(year: int, month: int, count: int) -> Stretch:
    """So many whole months from one on."""
    return Stretch(month_of(year, month).low, month_of(year, month + count - 1).high)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it is shorter."""
    month = month_of(day.year, day.month + months)
    return month.low.replace(day=min(day.day, month.days))


def around(day: date, unit: str, shift: int = 0) -> Stretch | None:
    """The calendar week, month, year … that holds a day, moved by so many of them; weeks begin on Monday.

    A weekend counts with its week; a fortnight is two weeks.
    """
    if unit in MONTHS:
        size = MONTHS[unit]
        first = (day.year * 12 + day.month - 1) // size * size + shift * size
        return months_from(first // 12, first % 12 + 1, size)
    length = DAYS.get(unit, 7)
    low = move(day, shift * length - (day.weekday() if length > 1 else 0))
    high = low and move(low, length - 1)
    if low is None or high is None:
        return None
    return Stretch(high - timedelta(1), high) if unit == "weekend" else Stretch(low, high)


def later(day: date, unit: str, count: int) -> date | None:
    """The day so many units later, or earlier where `count` is negative; None beyond the calendar's ends."""
    if unit in MONTHS:
        months = MONTHS[unit] * count
        there = 12 <= day.year * 12 + day.month - 1 + months < (LAST_YEAR + 1) * 12
        return add_months(day, months) if there else None
    return move(day, DAYS.get(unit, 7) * count)


def weekday_near(day: date, weekday: int, direction: int) -> date | None:
    """The latest such weekday up to a day (-1) or the first from it on (1), the day itself included; Monday is 1."""
    apart = (day.isoweekday() - weekday) % 7
    return move(day, -apart if direction < 0 else (7 - apart) % 7)


def nth_weekday(within: Stretch, weekday: int, count: int) -> date | None:
    """The third Friday (3) or the last one (-1) of a stretch."""
    if count > 0:
        first = weekday_near(within.low, weekday, 1)
        found = first and move(first, 7 * (count - 1))
    else:
        last = weekday_near(within.high, weekday, -1)
        found = last and move(last, 7 * (count + 1))
    return found if found and within.low <= found <= within.high else None


def nth_unit(within: Stretch, unit: str, count: int, many: int = 1) -> Stretch | None:
    """The second week (2) or the last month (-1) of a stretch, or `many` of them in a row.

    Weeks are those with most of their days inside, as ISO 8601 counts them.
    """
    if unit in MONTHS:
        start = within.low if count > 0 else add_months(within.high.replace(day=1), 1 - MONTHS[unit])
        shift = (count - 1 if count > 0 else count + 1) * MONTHS[unit]
        if count < 0:
            shift -= (many - 1) * MONTHS[unit]
        return _inside(months_from(start.year, start.month + shift, MONTHS[unit] * many), within)
    length = DAYS.get(unit, 7)
    low: date | None
    if length == 1:
        low = move(within.low, count - 1) if count > 0 else move(within.high, count + 2 - many)
    else:
        edge = weekday_near(within.low, 4, 1) if count > 0 else weekday_near(within.high, 4, -1)
        steps = count - 1 if count > 0 else count + 2 - many
        low = edge and move(edge, length * steps - 3)
    high = low and move(low, length * many - 1)
    return Stretch(low, high) if low and high and high >= within.low and low <= within.high else None


def _inside(stretch: Stretch, within: Stretch) -> Stretch | None:
    return stretch if within.low <= stretch.low and stretch.high <= within.high else None


def share(within: Stretch, start: int, end: int, of: int) -> Stretch:
    """The part of a stretch from `start` to `end` when it is cut into `of` pieces.

    A stretch of so many months is cut between months; a month in three after its tenth and twentieth day.
    """
    months = (within.high.year - within.low.year) * 12 + within.high.month - within.low.month + 1
    if within.low.day == 1 and months % of == 0 and months >= of:
        size = months // of
        return months_from(within.low.year, within.low.month + start * size, (end - start) * size)
    thirds = of == 3 and months == 1
    first, last = (10 * part if thirds and part < of else round(within.days * part / of) for part in (start, end))
    start_day, last_day = (within.low.toordinal() + days for days in (first, max(last - 1, first)))
    end_day = within.high.toordinal()
    return Stretch(date.fromordinal(min(start_day, end_day)), date.fromordinal(min(last_day, end_day)))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
