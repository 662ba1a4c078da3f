"""Units brought to one scale, so that ten days and a week and a half can be compared, and euros never with dollars."""

from __future__ import annotations

import re
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
ONE = Decimal(1)
_POWERS = {"square": 2, "cubic": 3}


def scale(unit: str | None, *, convert: bool) -> tuple[str, Decimal]:
    """What a unit measures, and how much of the base unit it is; a unit that nobody knows measures only itself.

    Durations are in hours, shares in percent. With `convert`, other measures are in the base units of pint, which is
    loaded for them alone; without it, and for currencies, every unit stays itself.
    """
    if unit is None:
        return "", ONE
    if unit in HOURS:
        return TIME, HOURS[unit]
    if unit in SHARES:
        return "share", SHARES[unit]
    return _measured(unit) if convert else (unit, ONE)


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal)


@cache
def _measured(unit: str) -> tuple[str, Decimal]:
    import pint

    try:
        one = _registry().Quantity(ONE, _spelled(unit)).to_base_units()
    except (pint.PintError, AttributeError, TypeError, ValueError):
        return unit, ONE
    if one.dimensionless:
        return unit, ONE
    return str(one.units), Decimal(str(one.magnitude))


def _spelled(unit: str) -> str:
    """Our name of a unit as pint reads it: square_kilometre is kilometre ** 2, mile_per_hour is mile / hour."""
    spelled = re.sub(r"(square|cubic)_([a-z]+)", lambda m: f"{m[2]} ** {_POWERS[m[1]]}", unit)
    return spelled.replace("_per_", " / ")
