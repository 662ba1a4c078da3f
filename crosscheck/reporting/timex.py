"""A time expression in TIMEX3's vocabulary, for tools that know it: type, value and mod, told from what was read.

TimeML Annotation Guidelines 1.2.1, 2.2: https://timeml.github.io/site/publications/timeMLdocs/annguide_1.2.1.pdf
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta
from decimal import Decimal

from crosscheck.model import Interval, Mention

Timex = dict[str, str | None]

# Letters of ISO 8601 for a length in a unit; those of the clock follow a T.
LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "decade": "DE", "century": "CE", "quarter": "Q"}
CLOCK = {"hour": "H", "minute": "M", "second": "S"}
FORTNIGHT = 2
OF_LENGTH = {
    "at_least": "EQUAL_OR_MORE",
    "more_than": "MORE_THAN",
    "at_most": "EQUAL_OR_LESS",
    "less_than": "LESS_THAN",
}
OF_POINT = {"at_least": "ON_OR_AFTER", "more_than": "BEFORE", "at_most": "ON_OR_BEFORE", "less_than": "AFTER"}
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
PARTS = ("START", "MID", "END")
SPANS = (("Q", 3), ("H", 6))


def timex(mention: Mention) -> Timex | None:
    """Type, value and mod of a date, a time of day or a length; None of any other figure, and of what has no value.

    A stretch that the calendar has no name for is "first/last", as ISO 8601 writes an interval.
    """
    interval, modifier = mention.value.interval, mention.modifier
    if mention.kind == "duration":
        return _timex(
            "DURATION",
            _length(interval, mention.value.unit, modifier == "vague"),
            OF_LENGTH.get(modifier) or _approx(modifier),
        )
    low, high = interval.low, interval.high
    if isinstance(low, time):
        return _timex("TIME", f"T{low:%H:%M}", _approx(modifier))
    if mention.kind != "date" or not isinstance(low, date) or not isinstance(high, date):
        return None
    part = _part(low, high) if modifier == "approx" else None
    if part is not None:
        return _timex("DATE", *part)
    return _timex("DATE", _days(low, high, modifier == "approx"), OF_POINT.get(modifier) or _approx(modifier))


def _timex(kind: str, value: str | None, mod: str | None) -> Timex | None:
    return None if value is None else {"type": kind, "value": value, "mod": mod}


def _approx(modifier: str) -> str | None:
    return "APPROX" if modifier in ("approx", "vague") else None


def _length(interval: Interval, unit: str | None, vague: bool) -> str | None:
    low, high = interval.low, interval.high
    count = low if low is not None else high
    if not isinstance(count, Decimal) or unit is None:
        return None
    known = not vague and (None in (low, high) or low == high)
    shown = f"{(count * FORTNIGHT if unit == 'fortnight' else count).normalize():f}" if known else "X"
    if unit in CLOCK:
        return f"PT{shown}{CLOCK[unit]}"
    letter = LETTERS.get("week" if unit == "fortnight" else unit)
    return letter and f"P{shown}{letter}"


def _days(low: date, high: date, vague: bool) -> str:
    if low == high:
        return low.isoformat()
    whole = _whole(low, high, vague)
    return whole or f"{low.isoformat()}/{high.isoformat()}"


def _whole(low: date, high: date, vague: bool) -> str | None:
    """The calendar's name of a stretch: a week, a weekend, or months that begin and end with it."""
    size = (high - low).days + 1
    year, week, weekday = low.isocalendar()
    if size == 7 and weekday == 1:
        return f"{year}-W{week:02}"
    if size == 2 and weekday == 6:
        return f"{year}-W{week:02}-WE"
    if low.day != 1 or high.day != monthrange(high.year, high.month)[1]:
        return None
    months = (high.year - low.year) * 12 + high.month - low.month + 1
    return _of_months(low, months, vague)


def _of_months(low: date, months: int, vague: bool) -> str | None:
    if months == 1:
        return f"{low:%Y-%m}"
    if vague and months == 3:
        return f"{low:%Y}-{SEASONS[low.month]}" if low.month in SEASONS else None
    named = (f"{low:%Y}-{letter}{low.month // size + 1}" for letter, size in SPANS if _begins(low, months, size))
    years = months // 12 if low.month == 1 and months % 12 == 0 else 0
    digits = {1: 4, 10: 3, 100: 2}.get(years, 0)
    return next(named, None) or (f"{low:%Y}"[:digits] if digits and low.year % max(years, 1) == 0 else None)


def _begins(low: date, months: int, size: int) -> bool:
    return months == size and (low.month - 1) % size == 0


def _part(low: date, high: date) -> tuple[str, str] | None:
    """The month or year of which a vague stretch is the beginning, middle or end: "mid-January"."""
    wholes = {(low.year, low.month, low.month), (low.year, 1, 12)}
    for year, first, last in sorted(wholes, key=lambda each: each[2] - each[1]):
        for part, (start, end) in zip(PARTS, _thirds(year, first, last), strict=True):
            if (start, end) == (low, high):
                return (f"{year:04}-{first:02}" if first == last else f"{year:04}"), part
    return None


def _thirds(year: int, first: int, last: int) -> Iterator[tuple[date, date]]:
    if first == last:
        end = date(year, first, monthrange(year, first)[1])
        starts = [date(year, first, day) for day in (1, 11, 21)]
    else:
        end, starts = date(year, 12, 31), [date(year, month, 1) for month in (1, 5, 9)]
    ends = [start - timedelta(1) for start in starts[1:]] + [end]
    return zip(starts, ends, strict=True)
