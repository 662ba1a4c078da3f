"""Units brought to one scale, so that ten days and a week and a half can be compared, and euros never with dollars."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

# Days, months and years as the calendar has them on average over its four hundred years.
HOURS = {
    "second": Decimal(1) / 3600,
    "minute": Decimal(1) / 60,
    "hour": Decimal(1),
    "day": Decimal(24),
    "week": Decimal(168),
    "fortnight": Decimal(336),
    "month": Decimal("730.485"),
    "year": Decimal("8765.82"),
    "decade": Decimal("87658.2"),
    "century": Decimal("876582"),
}
TIME = "time"
# Shares are compared as percentages.
SHARES = {"percent": Decimal(1), "fraction": Decimal(100)}
ONE, NOUGHT = Decimal(1), Decimal(0)
_POWERS = {"square": 2, "cubic": 3}
# Names that pint writes with a capital.
_NAMED = {"degree_celsius": "degree_Celsius", "degree_fahrenheit": "degree_Fahrenheit"}


@dataclass(frozen=True, slots=True)
class Scale:
    """What a unit measures, how much of the base unit one of it is, and what its nought is in the base unit."""

    dimension: str
    factor: Decimal = ONE
    start: Decimal = NOUGHT

    def of(self, number: Decimal) -> Decimal:
        """A number of the unit in the base unit."""
        return number if self.factor == 1 and not self.start else number * self.factor + self.start


def scale(unit: str | None, *, convert: bool) -> Scale:
    """The scale of a unit; one that nobody knows measures only itself.

    Durations are in hours, shares in percent. With `convert`, other measures are in the base units of pint, which is
    loaded for them alone; without it, and for currencies, every unit stays itself.
    """
    if unit is None:
        return Scale("")
    if unit in HOURS:
        return Scale(TIME, HOURS[unit])
    if unit in SHARES:
        return Scale("share", SHARES[unit])
    return _measured(unit) if convert else Scale(unit)


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)


@cache
def _measured(unit: str) -> Scale:
    import pint

    try:
        none, one = (_registry().Quantity(number, _spelled(unit)).to_base_units() for number in (NOUGHT, ONE))
    except (pint.PintError, AttributeError, TypeError, ValueError):
        return Scale(unit)
    if one.dimensionless:
        return Scale(unit)
    start = Decimal(str(none.magnitude))
    return Scale(str(one.units), Decimal(str(one.magnitude)) - start, start)


def _spelled(unit: str) -> str:
    """Our name of a unit as pint reads it: square_kilometre is kilometre ** 2, mile_per_hour is mile / hour."""
    spelled = re.sub(r"(square|cubic)_([a-z]+)", lambda m: f"{m[2]} ** {_POWERS[m[1]]}", _NAMED.get(unit, unit))
    return spelled.replace("_per_", " / ")
