"""How well known a place is, on a scale of powers of ten of people; orders namesakes, and needs no article."""

from __future__ import annotations

from math import log10

from crosscheck.language.places import layout

# A country is meant before a city of its size, and a region before a town; a capital before its namesakes.
# "Georgia" without a context is the country, "Puno" the region, "San Salvador" the capital of El Salvador.
KIND = {"country": 2.0, "region": 1.0, "district": -0.5, "city": 0.0}
CAPITAL = 1.0
SEAT = 3000  # a town of which GeoNames knows no population is a seat of administration, hence no hamlet
FURTHER_NAME = 1.0  # "Santiago" is an alias of dozens of towns; the places of that very name come first
STRIPPED_NAME = 0.5


def standing(kind: int, population: int, marked: bool, flags: int) -> float:
    """The standing of a place under one of its names: about 9 for a country, 7 for a great city, 4 for a town."""
    named = layout.KINDS[kind]
    score = log10(population or SEAT) + KIND[named]
    if marked and named == "city":
        score += CAPITAL
    if flags & layout.ALIAS:
        score -= FURTHER_NAME
    if flags & (layout.STRIPPED | layout.BOUND):
        score -= STRIPPED_NAME
    return score
