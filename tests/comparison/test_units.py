"""Units on one scale."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from crosscheck.comparison.units import scale


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        pytest.param(None, ("", Decimal(1)), id="a bare number"),
        pytest.param("week", ("time", Decimal(168)), id="a length of time"),
        pytest.param("fraction", ("share", Decimal(100)), id="a fraction"),
        pytest.param("EUR", ("EUR", Decimal(1)), id="a currency"),
        pytest.param("mile", ("mile", Decimal(1)), id="a measure that needs no conversion"),
    ],
)
def test_scale(unit: str | None, expected: tuple[str, Decimal]) -> None:
    assert scale(unit, convert=False) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("mile", "kilometre"), ("square_mile", "hectare"), ("mile_per_hour", "knot"), ("tonne", "pound")],
)
def test_conversion(one: str, other: str) -> None:
    assert scale(one, convert=True)[0] == scale(other, convert=True)[0]


@pytest.mark.parametrize("unit", ["smoot", "degree_celsius", "part_per_million", "magnitude", "%%"])
def test_what_cannot_be_converted_stays_itself(unit: str) -> None:
    assert scale(unit, convert=True) == (unit, Decimal(1))


def test_pint_is_loaded_for_conversion_alone() -> None:
    code = "import sys, crosscheck.comparison; assert 'pint' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
