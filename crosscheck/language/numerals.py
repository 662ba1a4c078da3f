"""The number words of a language as one frozen value: what `counting` reads numbers by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.language import digits
from crosscheck.language.digits import Marks
from crosscheck.language.packs import table
from crosscheck.language.runs import ANY, HUNDRED, THOUSAND
from crosscheck.language.tokens import fold

DASH = "-"


@dataclass(frozen=True, slots=True)
class Letters:
    """Single letters that may be scales or units ("20m"), and what decides: see numerals.toml."""

    scales: Mapping[str, int]
    money: frozenset[str]
    capital: frozenset[str]
    long: frozenset[str]
    counting: frozenset[str]
    lengths: frozenset[str]


@dataclass(frozen=True, slots=True)
class Numerals:
    """`adds` gives a word's value and the room that it leaves ("forty" 40 and 10); `joined` the room that "and" needs.

    `inside` words are numbers only within one; `more` are all words and marks that may go on with a number.
    """

    marks: Marks
    adds: Mapping[str, tuple[int, int]]
    inside: frozenset[str]
    scales: Mapping[str, int]
    short: Mapping[str, int]
    letters: Letters
    joiners: frozenset[str]
    joined: range
    comma: bool
    articles: frozenset[str]
    points: frozenset[str]
    minus: frozenset[str]
    spoken: bool
    ordinals: Mapping[str, int]
    endings: frozenset[str]
    denominators: Mapping[str, int]
    more: frozenset[str]


@cache
def numerals(lang: str) -> Numerals:
    """The number words of a language, from its numerals.toml."""
    data = table(lang, "numerals")
    words, joiner = data["words"], data["joiner"]
    adds, scales, ordinals = _adds(data), _folded(data["scales"]), _folded(data["ordinals"])
    short, letters = _folded(data.get("short", {})), _folded(data.get("letters", {}))
    joiners, endings = frozenset(joiner["words"]), frozenset(data["ordinal"]["endings"])
    points = frozenset(words.get("point", ()))
    marks = {DASH, digits.POWER, *digits.TIMES, *digits.EXPONENTS}
    return Numerals(
        marks=digits.marks(data["digits"]),
        adds=adds,
        inside=frozenset(data.get("inside", {})),
        scales=scales,
        short=short,
        letters=_letters(letters, data.get("letter", {})),
        joiners=joiners,
        joined=range(HUNDRED, ANY) if joiner["after"] == "hundreds" else range(10, 11),
        comma=joiner.get("comma", False),
        articles=frozenset(words["article"]),
        points=points,
        minus=frozenset(words.get("minus", ())),
        spoken=words.get("spoken", False),
        ordinals=ordinals,
        endings=endings,
        denominators=_folded(table(lang, "shares")["denominators"]),
        more=frozenset(marks.union(adds, scales, ordinals, short, letters, joiners, endings, points)),
    )


def _adds(data: dict[str, Any]) -> dict[str, tuple[int, int]]:
    rooms = {"inside": 1, "units": 1, "tens": 10, "hundreds": HUNDRED, "thousands": THOUSAND}
    return {fold(word): (value, room) for name, room in rooms.items() for word, value in data.get(name, {}).items()}


def _letters(scales: dict[str, int], data: dict[str, list[str]]) -> Letters:
    names = ("money", "capital", "long", "counting", "length")
    return Letters(scales, *(frozenset(data.get(name, ())) for name in names))


def _folded(data: dict[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in data.items()}
