"""What a written number stands for."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosscheck.comparison.rounding import rounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("2000000", "1900000", id="two million allows what rounds to it"),
        pytest.param("184000000", "180000000", id="184 and 180 million are one sum"),
        pytest.param("7.6", "7.62", id="a further decimal"),
        pytest.param("14000", "13800", id="to the thousand"),
        pytest.param("17", "17.3", id="to the unit"),
    ],
)
def test_one_rounds_to_the_other(one: str, other: str) -> None:
    assert rounded(Decimal(one)).meets(rounded(Decimal(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("17", "18", id="counts of people"),
        pytest.param("60", "62", id="a nought in a small count is counted"),
        pytest.param("7.4", "7.5", id="neighbouring decimals"),
        pytest.param("14500", "14600", id="to the hundred"),
        pytest.param("2000", "2400", id="thousands below ten thousand"),
        pytest.param("0", "1", id="nought and one"),
    ],
)
def test_two_figures(one: str, other: str) -> None:
    assert not rounded(Decimal(one)).meets(rounded(Decimal(other)))


def test_a_worked_out_share_stands_for_itself() -> None:
    assert rounded(Decimal(1) / 3).is_point


@pytest.mark.parametrize(
    ("one", "low", "high"),
    [
        pytest.param("0.123456", "0.1234555", "0.1234565", id="six digits after the point are written"),
        pytest.param("0.1234567", "0.1234567", "0.1234567", id="seven were worked out"),
        pytest.param("10000", "5000", "15000", id="ten thousand is round"),
        pytest.param("9000", "8999.5", "9000.5", id="nine thousand is counted"),
        pytest.param("-20000", "-25000", "-15000", id="below nought"),
        pytest.param("11000", "10500", "11500", id="three noughts"),
        pytest.param("10100", "10099.5", "10100.5", id="two noughts"),
    ],
)
def test_how_wide_a_number_is(one: str, low: str, high: str) -> None:
    found = rounded(Decimal(one))
    assert (found.low, found.high) == (Decimal(low), Decimal(high))
    assert found.high_open is not found.is_point
