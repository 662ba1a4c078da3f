"""Units on one scale."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal

import pytest

from crosscheck.comparison.units import Scale, scale
from crosscheck.language.dimensions import DIMENSIONS


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
    assert scale(unit, convert=False) == Scale(*expected)


@pytest.mark.parametrize(
    ("one", "other"),
    [("mile", "kilometre"), ("square_mile", "hectare"), ("mile_per_hour", "knot"), ("tonne", "pound")],
)
def test_conversion(one: str, other: str) -> None:
    assert scale(one, convert=True).dimension == scale(other, convert=True).dimension


@pytest.mark.parametrize("unit", ["smoot", "part_per_million", "magnitude", "%%"])
def test_what_cannot_be_converted_stays_itself(unit: str) -> None:
    assert scale(unit, convert=True) == Scale(unit)


@pytest.mark.parametrize("units", DIMENSIONS, ids=lambda units: min(units))
def test_units_that_a_rule_reads_alike_are_converted_into_one_another(units: frozenset[str]) -> None:
    assert len({scale(unit, convert=True).dimension for unit in units}) == 1


@pytest.mark.parametrize(
    ("number", "unit", "same", "other"),
    [
        pytest.param(104, "degree_fahrenheit", 40, "degree_celsius", id="scales that begin apart"),
        pytest.param(1, "acre", "0.4046872609874252", "hectare", id="areas"),
        pytest.param(1, "mile", "1.609344", "kilometre", id="lengths"),
    ],
)
def test_one_amount_in_two_units(number: int, unit: str, same: int | str, other: str) -> None:
    apart = scale(unit, convert=True).of(Decimal(number)) - scale(other, convert=True).of(Decimal(same))
    assert abs(apart) < Decimal("1e-9")


def test_pint_is_loaded_for_conversion_alone() -> None:
    code = "import sys, crosscheck.comparison; assert 'pint' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
