"""A place of the world and the wider places that hold it, as claims name them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["country", "region", "district", "city"]


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the gazetteer.

    `id` is the ISO code of a country, the GeoNames code of a first-level subdivision ("PE.21"), else the GeoNames
    number. `path` names the place and what holds it, from itself outward ("Juliaca", "Puno", "Peru"); a place lies in
    another when the other's path ends its own. `chain` holds the ids from itself outward, with levels that `path`
    leaves out. `country` is the ISO code; `type` what the country calls such a subdivision ("Department"), else "".
    `population` has two or three significant digits, 0 where unknown, and orders namesakes only.
    """

    id: str
    name: str
    kind: Kind
    path: tuple[str, ...]
    country: str
    population: int = 0
    chain: tuple[str, ...] = ()
    type: str = ""


def contains(wide: Place, narrow: Place) -> bool:
    """Whether `narrow` is `wide` or lies in it."""
    return wide.id in narrow.chain
