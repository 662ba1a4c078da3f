"""Which units measure the same, so that a rule in kilometres reads miles too; pint, which knows it, loads slowly."""

from __future__ import annotations

# The units that a language's units.toml names and that can be converted into one another; comparing converts them.
DIMENSIONS = tuple(
    frozenset(units.split())
    for units in (
        "nanometre micrometre millimetre centimetre metre kilometre inch foot yard mile nautical_mile light_year",
        "square_centimetre square_metre square_kilometre square_foot square_yard square_mile acre hectare",
        "cubic_metre cubic_kilometre cubic_centimetre cubic_foot litre millilitre centilitre gallon barrel",
        "microgram milligram gram kilogram tonne ton ounce pound stone",
        "degree_celsius degree_fahrenheit kelvin",
        "watt kilowatt megawatt gigawatt terawatt horsepower",
        "watt_hour kilowatt_hour megawatt_hour gigawatt_hour terawatt_hour joule kilojoule calorie kilocalorie",
        "metre_per_second kilometre_per_hour mile_per_hour knot",
        "pascal hectopascal millibar psi",
    )
)
_OF = {unit: number for number, units in enumerate(DIMENSIONS) for unit in units}


def same_dimension(one: str | None, other: str | None) -> bool:
    """Whether two units are one or measure the same."""
    return one == other or (one in _OF and _OF[one] == _OF.get(other or ""))
