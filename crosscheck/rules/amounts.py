"""Figures as rule files write them: "10%" to a margin, "24/99" to an interval, None where the text is neither."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

from crosscheck.model import Interval
from crosscheck.rules.rule import Margin

NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,9})?")
SHARE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?)\s?%")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNBOUNDED = ".."
LARGEST = Decimal(10) ** 30  # 1e999999999 is short to write, and its digits fill any memory


def read_width(value: Any) -> Margin | None:
    """5 to a margin of 5, "10%" to one of a tenth of the figure."""
    if isinstance(value, str) and (match := SHARE.fullmatch(value.strip())):
        return Margin(Decimal(match[1]) / 100, relative=True)
    number = _number(value)
    return Margin(number) if number is not None and number >= 0 else None


def read_amount(value: Any) -> Interval | None:
    """A number, a date or the text "low/high" to an interval."""
    if not isinstance(value, str):
        bound = value if type(value) is date else _number(value)
        return None if bound is None else Interval.exactly(bound)
    low, slash, high = (part.strip() for part in value.partition("/"))
    ends = tuple(None if part == UNBOUNDED else _bound(part) for part in (low, high))
    if not slash or any(end is None and part != UNBOUNDED for end, part in zip(ends, (low, high), strict=True)):
        return None
    if isinstance(ends[0], date) != isinstance(ends[1], date) and None not in ends:
        return None
    interval = Interval(ends[0], ends[1])
    return None if interval.is_empty or ends == (None, None) else interval


def read_days(value: Any) -> Interval | None:
    """A date or the text "first day/last day" to an interval of days."""
    interval = read_amount(value)
    if interval is None or not all(isinstance(end, date) for end in (interval.low, interval.high)):
        return None
    return interval


def _number(value: Any) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    return number if number.is_finite() and -LARGEST < number < LARGEST else None


def _bound(text: str) -> Decimal | date | None:
    if DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return Decimal(text) if NUMBER.fullmatch(text) else None
