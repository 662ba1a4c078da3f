"""Dates, times and lengths in the vocabulary of TIMEX3, from what a sentence says to type, value and mod."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.language import reader
from crosscheck.language.figures import mention
from crosscheck.language.tokens import tokenize
from crosscheck.model import Interval, Mention, Span, Value
from crosscheck.reporting.timex import timex

PUBLISHED = date(2023, 5, 24)  # a Wednesday


def told(text: str) -> list[tuple[str | None, ...]]:
    tokens = tokenize(text)
    row, _ = reader.read(tokens, PUBLISHED, "en")
    return [tuple(found.values()) for figure in row if (found := timex(mention(tokens, figure)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on May 5, 2023", ("DATE", "2023-05-05", None)),
        ("last week", ("DATE", "2023-W20", None)),
        ("last weekend", ("DATE", "2023-W20-WE", None)),
        ("in May 2021", ("DATE", "2021-05", None)),
        ("in Q3 2016", ("DATE", "2016-Q3", None)),
        ("the second half of 2017", ("DATE", "2017-H2", None)),
        ("since 2019", ("DATE", "2019", None)),
        ("the 1990s", ("DATE", "199", None)),
        ("the 19th century", ("DATE", "18", None)),
        ("in the summer of 2021 they met, summer 2021", ("DATE", "2021-SU", "APPROX")),
        ("in mid-January", ("DATE", "2023-01", "MID")),
        ("in early 2022", ("DATE", "2022", "START")),
        ("in late December 2021", ("DATE", "2021-12", "END")),
        ("on May 1-5, 2023", ("DATE", "2023-05-01/2023-05-05", None)),
        ("around May 5, 2023", ("DATE", "2023-05-05", "APPROX")),
        ("over a month ago", ("DATE", "2023-03-24/2023-04-24", "BEFORE")),
        ("at 8:30 p.m.", ("TIME", "T20:30", None)),
        ("for ten days", ("DURATION", "P10D", None)),
        ("for more than 18 months", ("DURATION", "P18M", "MORE_THAN")),
        ("at least three hours", ("DURATION", "PT3H", "EQUAL_OR_MORE")),
        ("less than half an hour", ("DURATION", "PT0.5H", "LESS_THAN")),
        ("about a fortnight", ("DURATION", "P2W", "APPROX")),
        ("for weeks", ("DURATION", "PXW", "APPROX")),
    ],
)
def test_what_is_said_of_time(text: str, expected: tuple[str, ...]) -> None:
    assert told(text)[0] == expected


def test_other_figures_and_days_that_nothing_tells_have_none() -> None:
    assert told("17 people paid $20 each for 5 km") == []
    unknown = Mention("date", Span(0, 6), "Monday", Value(Interval(None, None)))
    assert timex(unknown) is None


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(0, 4000), st.sampled_from(("exact", "approx")))
def test_every_stretch_of_days_has_a_value(low: date, days: int, modifier: str) -> None:
    high = date.fromordinal(low.toordinal() + days)
    found = timex(Mention("date", Span(0, 1), "x", Value(Interval(low, high)), modifier=modifier))  # type: ignore[arg-type]
    assert found is not None
    assert found["type"] == "DATE"
    assert found["value"]
