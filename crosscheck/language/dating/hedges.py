"""Words before a date that blur or bound it ("around January 9", "nearly a month ago") or give it a role ("since")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from crosscheck.language.dating.lengths import HALF
from crosscheck.language.dating.readings import Reading
from crosscheck.language.dating.stretches import later, move
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, split_words
from crosscheck.model import Modifier

LONGEST = 4
FEW_DAYS = 5  # "more than ten days ago" is fifteen at most: two weeks would be said


@cache
def _phrases(lang: str, name: str) -> dict[tuple[str, ...], str]:
    listed: dict[str, list[str]] = table(lang, "dates")[name]
    return {split_words(phrase): kind for kind, phrases in listed.items() for phrase in phrases if kind != "passed"}


def _before(tokens: Tokens, first: int, phrases: dict[tuple[str, ...], str]) -> tuple[int, str] | None:
    """How many words the longest phrase right before a token has, and its kind."""
    for length in range(min(LONGEST, first), 0, -1):
        kind = phrases.get(tokens.words[first - length : first])
        if kind is not None:
            return length, kind
    return None


def hedged(tokens: Tokens, reading: Reading, published: date | None, lang: str) -> Reading:
    """A reading with the hedge that stands before it."""
    told = reading.first and _before(tokens, reading.first, _phrases(lang, "hedges"))
    if not told:
        return reading
    length, kind = told
    hedge = (reading.first - length, reading.first - 1)
    if reading.centre is not None and reading.unit is not None:
        return _bounded(replace(reading, hedge=hedge), reading.centre, reading.unit, kind, published)
    if kind == "approx" or (reading.grain == "time" and kind in ("about", "nearly")):
        return replace(reading, modifier="approx", hedge=hedge)
    return reading


def _bounded(reading: Reading, centre: date, unit: str, kind: str, published: date | None) -> Reading:
    """A length of time with its hedge: "over a month ago" is up to two, "nearly a month ago" less than it."""
    if kind == "exact":
        return replace(reading, modifier="exact")
    if kind in ("about", "approx") or published is None:
        return replace(reading, modifier="approx")
    base = reading.base or published
    sign = 1 if centre > base else -1
    ends = {"over": _beyond(centre, unit, sign), "nearly": _short_of(centre, unit, sign), "under": base}
    low, high = sorted((centre, ends[kind] or centre))
    modifiers: dict[str, Modifier] = {"over": "more_than", "nearly": "approx", "under": "less_than"}
    return replace(reading, low=low, high=high, modifier=modifiers[kind])


def _beyond(centre: date, unit: str, sign: int) -> date | None:
    return move(centre, sign * FEW_DAYS) if unit == "day" else later(centre, unit, sign)


def _short_of(centre: date, unit: str, sign: int) -> date | None:
    return move(centre, -sign * max(HALF[unit], 1))


def role_before(tokens: Tokens, begin: int, lang: str) -> str | None:
    """The role that the words before a date give it: since, until, by, as_of, from, between; None where none does."""
    phrases, passed = _phrases(lang, "bounds"), frozenset(table(lang, "dates")["bounds"]["passed"])
    index = begin
    while True:
        told = _before(tokens, index, phrases)
        if told:
            return told[1]
        if index < 1 or index < begin - 2 or tokens.words[index - 1] not in passed:
            return None
        index -= 1
