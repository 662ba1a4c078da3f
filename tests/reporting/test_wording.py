"""How figures and days are said to people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from crosscheck.comparison import wording as comparing
from crosscheck.model import Interval, Kind, Mention, Modifier, Report, Span, Value
from crosscheck.reporting import wording


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        pytest.param((2023, 1, 9), (2023, 1, 9), "9 Jan 2023", id="a day"),
        pytest.param((2023, 1, 9), (2023, 1, 12), "9 to 12 Jan 2023", id="within a month"),
        pytest.param((2023, 1, 30), (2023, 2, 2), "30 Jan to 2 Feb 2023", id="within a year"),
        pytest.param((2022, 12, 30), (2023, 1, 2), "30 Dec 2022 to 2 Jan 2023", id="across years"),
        pytest.param((2024, 2, 1), (2024, 2, 29), "Feb 2024", id="a whole month, leap day included"),
        pytest.param((2022, 12, 1), (2023, 2, 28), "Dec 2022 to Feb 2023", id="whole months"),
        pytest.param((2022, 1, 1), (2022, 12, 31), "2022", id="a whole year"),
        pytest.param((2023, 1, 9), None, "9 Jan 2023 or later", id="no end"),
        pytest.param(None, (9999, 12, 31), "31 Dec 9999 or earlier", id="no beginning"),
        pytest.param((9999, 12, 1), (9999, 12, 31), "Dec 9999", id="the last month there is"),
    ],
)
def test_days(low: tuple[int, int, int] | None, high: tuple[int, int, int] | None, said: str) -> None:
    assert wording.days(low and date(*low), high and date(*high)) == said


@pytest.mark.parametrize(
    ("low", "high", "opened", "said"),
    [
        (17, 17, "", "17"),
        (17, None, "", "17 or more"),
        (30, None, "low", "more than 30"),
        (None, 700, "", "up to 700"),
        (None, 700, "high", "less than 700"),
        (24, 99, "", "24 to 99"),
        (140000, 140000, "", "140,000"),
        ("4.50", "4.50", "", "4.5"),
        (None, None, "", "any number"),
    ],
)
def test_amounts(low: Any, high: Any, opened: str, said: str) -> None:
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    assert wording.interval(Interval(*bounds, opened == "low", opened == "high")) == said


@pytest.mark.parametrize(
    ("kind", "surface", "value", "hedge", "said"),
    [
        pytest.param("number", "17", 17, None, "17", id="digits speak for themselves"),
        pytest.param("number", "Seventeen", 17, None, "Seventeen (17)", id="words are glossed"),
        pytest.param("number", "17", 17, ("at_least", "at least", -9), "at least 17", id="a hedge before"),
        pytest.param("number", "20", 20, ("at_least", "or more", 3), "20 or more", id="a hedge after"),
        pytest.param("number", "20", 20, ("at_least", "+", 2), "20+", id="a sign after"),
        pytest.param("number", "20", 20, ("approx", "~", -1), "~20", id="a sign before"),
        pytest.param("percent", "78", 78, None, "78%", id="a percentage"),
        pytest.param("money", "2.6 million", 2600000, None, "2.6 million USD", id="money"),
        pytest.param("duration", "three-day", 3, None, "three-day (3 days)", id="a duration"),
        pytest.param("duration", "one hour", 1, None, "one hour (1 hour)", id="one of a unit"),
    ],
)
def test_a_figure_as_written(
    canonical: Report, kind: Kind, surface: str, value: int, hedge: tuple[Modifier, str, int] | None, said: str
) -> None:
    units = {"percent": "percent", "money": "USD", "duration": surface.replace("-", " ").split()[-1]}
    span = Span(100, 100 + len(surface))
    modifier, words, offset = hedge or ("exact", None, 0)
    where = Span(100 + offset, 100 + offset + len(words)) if words else None
    meant = Value(Interval.exactly(Decimal(value)), units.get(kind))
    mention = Mention(kind, span, surface, meant, modifier, where, words)
    assert wording.written(replace(canonical.discrepancies[0].claims[0], mention=mention)) == said


def test_dates_without_a_year_are_glossed(canonical: Report) -> None:
    claim = canonical.discrepancies[0].claims[0]
    day = Value(Interval.exactly(date(2023, 1, 9)))
    monday = Mention("date", Span(0, 6), "Monday", day)
    assert wording.written(replace(claim, mention=monday)) == "Monday (9 Jan 2023)"
    assert wording.written(replace(claim, mention=replace(monday, surface="January 9, 2023"))) == "January 9, 2023"
    clock = Mention("time", Span(0, 4), "noon", Value(Interval.exactly(time(12))))
    assert wording.written(replace(claim, mention=clock)) == "noon (12:00)"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2023-01-09", "9 Jan 2023"),
        ("2023-01-09/2023-01-12", "9 to 12 Jan 2023"),
        ("2023-02-31", "2023-02-31"),
        ("Puno", "Puno"),
    ],
)
def test_keys(value: str, said: str) -> None:
    assert wording.spoken(value) == said


def test_a_headline_tells_place_then_day_then_the_rest() -> None:
    key = (("answer", "approve"), ("when", "2023-01-09"), ("place", "Juliaca"))
    assert wording.headline("Poll", key) == "Poll, Juliaca, 9 Jan 2023, approve"


@pytest.mark.parametrize("digits", range(1, 60))
@pytest.mark.parametrize("decimals", ["", ".5", ".1234567891"])
def test_a_number_of_any_length_is_told(digits: int, decimals: str) -> None:
    bound = Decimal("9" * digits + decimals)
    told = wording.interval(Interval(bound, bound))
    assert abs(Decimal(told.replace(",", "")) - bound) < 1
    assert abs(Decimal(comparing.number(bound).replace(",", "")) - bound) < 1
