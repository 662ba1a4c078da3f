"""Figures, days and keys as a reader says them: "17 or more", "9 Jan 2023", "dozens (24 to 99)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from decimal import Decimal, getcontext

from crosscheck.model import Claim, Discrepancy, Interval, Kind, Mention, Publication, Report, Value
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import SEVERITIES, Options

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:(?:/|\.\.)(\d{4}-\d\d-\d\d))?", re.ASCII)
_STARTS_WITH_DIGITS = re.compile(r"[^\w]{0,2}\d")
_YEAR = re.compile(r"\d{4}")
_DAY = timedelta(days=1)
# Fractions such as "a third" have no end; four digits are enough to recognise them by.
_PLACES = 4
# Wordings of one side's figure that are told; the rest is counted.
_FORMS = 4


def title(found: Discrepancy, options: Options) -> str:
    """The quantity and its key, and which check is broken where the sides do not tell by themselves."""
    titles = [known.title for known in options.quantities if known.id == found.quantity]
    told = headline(titles[0] if titles else "", found.key)
    check = "" if found.kind.endswith("_conflict") else found.kind.replace("_", " ")
    return " — ".join(part for part in (told, check) if part) or inert(found.quantity)


def totals(report: Report) -> str:
    """What was read and compared, and what came of it, in one sentence."""
    read = [(report.articles, "article"), (report.claims, "claim"), (len(report.comparables), "comparable")]
    return f"{', '.join(some(count, word) for count, word in read)}: {verdict(report)}."


def verdict(report: Report) -> str:
    """How many discrepancies there are of each severity, and how many accepted ones: "2 conflicts, 1 accepted"."""
    found = [some(count, severity) for severity in SEVERITIES if (count := report.count(severity))]
    accepted = f", {len(report.accepted):,} accepted" if report.accepted else ""
    return (", ".join(found) or "no discrepancies") + accepted


def some(count: int, word: str) -> str:
    """A count with its word: "1 claim", "2,000 claims"."""
    return f"{count:,} {word}{'' if count == 1 else 's'}"


def forms(claims: Iterable[Claim]) -> str:
    """The different wordings of a side's figure, in the order of its claims."""
    told = list({form.casefold(): form for form in map(written, claims)}.values())
    rest = f" and {len(told) - _FORMS} more wordings" if len(told) > _FORMS else ""
    return ", ".join(told[:_FORMS]) + rest


def headline(title: str, key: tuple[tuple[str, str], ...]) -> str:
    """What a discrepancy is about: the quantity's title, then place, day and whatever else narrows it."""
    order = {"place": 0, "when": 1}
    told = sorted(key, key=lambda pair: order.get(pair[0], 2))
    return inert(", ".join(filter(None, [title, *(spoken(value) for _, value in told)])))


def spoken(value: str) -> str:
    """A key's value, ISO days in it (one, or the first and last of a stretch) in words."""
    match = _ISO_DAYS.fullmatch(value)
    if match is None:
        return value
    try:
        low = date.fromisoformat(match[1])
        return days(low, date.fromisoformat(match[2] or match[1]))
    except ValueError:
        return value


def written(claim: Claim) -> str:
    """A claim's figure with its hedge as written; words and incomplete dates are followed by what they say."""
    mention = claim.mention
    text = _hedged(mention)
    if _speaks_for_itself(mention):
        return text
    meant = value(mention.value, mention.kind)
    return text if meant == text else f"{text} ({meant})"


def _hedged(mention: Mention) -> str:
    text, hedge, where = _with_unit(mention), inert(mention.modifier_surface or ""), mention.modifier_span
    if not hedge or where is None or (mention.span.start <= where.start and where.end <= mention.span.end):
        return text
    if where.start < mention.span.start:
        return f"{hedge} {text}" if hedge[-1].isalnum() else hedge + text
    return f"{text} {hedge}" if hedge[0].isalnum() else text + hedge


def _with_unit(mention: Mention) -> str:
    text, unit = inert(mention.surface), mention.value.unit
    if mention.kind == "percent":
        return text + "%"
    return f"{text} {unit}" if unit and mention.kind in ("money", "measure") else text


def _speaks_for_itself(mention: Mention) -> bool:
    if mention.kind in ("date", "time"):
        return bool(_YEAR.search(mention.surface))
    return bool(_STARTS_WITH_DIGITS.match(mention.surface))


def value(value: Value, kind: Kind) -> str:
    """A value with its unit: "17", "78%", "more than 30", "24 to 99", "10 days", "9 Jan 2023", "12 kilometre"."""
    text = interval(value.interval)
    if kind == "percent":
        return text + "%"
    if kind == "duration":
        return f"{text} {value.unit}{'' if text == '1' else 's'}"
    return f"{text} {value.unit}" if value.unit and kind in ("money", "measure") else text


def interval(interval: Interval) -> str:
    """Possibilities in words, without unit."""
    low, high = interval.low, interval.high
    if isinstance(low, date) or isinstance(high, date):
        return days(low, high)
    if interval.is_point:
        return _bound(low)
    if low is None and high is None:
        return "any number"
    if high is None:
        return f"more than {_bound(low)}" if interval.low_open else f"{_bound(low)} or more"
    if low is None:
        return f"less than {_bound(high)}" if interval.high_open else f"up to {_bound(high)}"
    return f"{_bound(low)} to {_bound(high)}"


def _bound(bound: Decimal | time) -> str:
    if isinstance(bound, time):
        return bound.isoformat("minutes")
    if not bound.is_finite() or bound.adjusted() > 30:
        return str(bound)
    # What decimals can hold is bounded: a number of so many digits is told as it is.
    rounded = bound if bound.adjusted() + _PLACES >= getcontext().prec - 1 else round(bound, _PLACES)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def days(low: date | None, high: date | None) -> str:
    """A stretch of days as short as it can be said: a day, a month, a year, "9 to 12 Jan 2023"."""
    if low is None or high is None:
        return _open(low, high)
    if low == high:
        return day(low)
    if low.day == 1 and _ends_month(high):
        if (low.month, high.month, low.year) == (1, 12, high.year):
            return str(low.year)
        if (low.year, low.month) == (high.year, high.month):
            return _month(low)
        return f"{_month(low)} to {_month(high)}"
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.day} to {day(high)}"
    if low.year == high.year:
        return f"{low.day} {_MONTHS[low.month - 1]} to {day(high)}"
    return f"{day(low)} to {day(high)}"


def _open(low: date | None, high: date | None) -> str:
    if low is not None:
        return f"{day(low)} or later"
    return f"{day(high)} or earlier" if high is not None else "any day"


def _ends_month(day: date) -> bool:
    return day == date.max or (day + _DAY).day == 1


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def day(day: date) -> str:
    """A day as "9 Jan 2023", in no machine's locale."""
    return f"{day.day} {_month(day)}"


def outlet(article: Publication) -> str:
    """Who says it: the outlet, else the author, the title or the file."""
    return inert(article.outlet or article.author or article.title or article.path)


def published(article: Publication) -> str:
    """When it was said."""
    return day(article.published) if article.published else "undated"
