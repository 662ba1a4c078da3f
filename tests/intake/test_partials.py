"""Days without a year."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.intake.partials import completed, is_yearless
from crosscheck.intake.words import words

EN = words("en")


@pytest.mark.parametrize("text", ["January 9", "9 January", "Jan. 9", "May 2023"])
def test_days_that_are_not_whole(text: str) -> None:
    assert is_yearless(text, EN)


@pytest.mark.parametrize("text", ["January 9, 2023", "17", "17 dead", "Channel 4"])
def test_what_lacks_no_year(text: str) -> None:
    assert not is_yearless(text, EN)


@pytest.mark.parametrize(
    ("latest", "expected"),
    [
        pytest.param(date(2023, 1, 11), date(2023, 1, 9), id="two-days-before"),
        pytest.param(date(2023, 1, 9), date(2023, 1, 9), id="the-same-day"),
        pytest.param(date(2023, 6, 1), None, id="months-before"),
        pytest.param(date(2023, 1, 8), None, id="a-day-after"),
    ],
)
def test_a_year_is_lent_only_by_a_day_close_by(latest: date, expected: date | None) -> None:
    assert completed("January 9", latest, EN) == expected


def test_a_year_is_lent_across_new_year() -> None:
    assert completed("December 30", date(2023, 1, 2), EN) == date(2022, 12, 30)
