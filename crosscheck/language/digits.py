"""Figures written in digits, with the grouping and decimal marks of a language: "1,234.5", "40 000", "10^6"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from typing import Any

from crosscheck.language.amounts import MINUS
from crosscheck.language.tokens import Tokens, fold

ARITHMETIC = Context(prec=28)  # shares are written out to as many digits; nothing depends on a thread's own context
GREATEST_POWER = 100  # no article states a greater number, and JSON readers keep it with any scale after it
MOST_GROUPS = 6  # of three digits between spaces: a row of them that goes on is a table
PLUS = "+"
EXPONENTS = frozenset("e")
TIMES = frozenset("x×*")
POWER = "^"


@dataclass(frozen=True, slots=True)
class Marks:
    """How a language groups digits and marks decimals; `shape` tells which part of a token is what."""

    shape: re.Pattern[str]
    drop: str
    decimal: str

    def value(self, word: str) -> Decimal | None:
        """The number that a token of digits says, None where its marks make no number ("10.01.2023")."""
        if word.isdecimal():
            return Decimal(word)
        match = self.shape.fullmatch(word)
        if match is None:
            return None
        if match["pairs"]:
            return Decimal(word.replace(",", ""))
        if match["foreign"]:
            return Decimal(re.sub(r"[^\d,.]", "", word).translate(_swapped(self.decimal)))
        return Decimal(word.translate({ord(mark): None for mark in self.drop}).replace(self.decimal, "."))

    def spaced(self, tokens: Tokens, index: int) -> int:
        """The last token of a number whose groups of three stand apart ("1 234 567"); `index` where it is alone."""
        words, last = tokens.words, index
        if len(words[index]) > 3 or words[index][0] == "0" or not words[index].isdecimal():
            return index
        while last + 1 < len(words) and last - index < MOST_GROUPS and self._group(tokens, last + 1):
            last += 1
        if last + 1 < len(words) and words[last + 1].isdecimal() and _apart(tokens, last + 1):
            return index  # "212 555 0100" is a telephone number
        return last if last > index + 1 or (last > index and _sure(tokens, index, last)) else index

    def _group(self, tokens: Tokens, index: int) -> bool:
        word = tokens.words[index]
        whole = word.split(self.decimal)[0] if self.decimal in word else word
        return len(whole) == 3 and whole.isdecimal() and _apart(tokens, index) and self.value(word) is not None


def _sure(tokens: Tokens, index: int, last: int) -> bool:
    """One group alone is a number, but not after a name or month: "September 11 343 firefighters died"."""
    return tokens.words[last].endswith("00") or index == 0 or not tokens.capital(index - 1)


def _apart(tokens: Tokens, index: int) -> bool:
    return tokens.starts[index] - tokens.ends[index - 1] == 1 and tokens.text[tokens.ends[index - 1]].isspace()


def _swapped(decimal: str) -> dict[int, str | None]:
    other = "," if decimal == "." else "."
    return {ord(decimal): None, ord(other): "."}


def marks(data: dict[str, Any]) -> Marks:
    """The marks of a pack's table: `group` marks and the `decimal` mark.

    Marks of the other custom are read where they cannot be a group of this one ("5,00" and "1.234.567" in English),
    and India's groups of two in any language.
    """
    drop = "".join(fold(mark) for mark in data["group"])
    group, point = re.escape(drop), re.escape(data["decimal"])
    other = re.escape("," if data["decimal"] == "." else ".")
    shape = (
        rf"\d{{1,3}}([{group}])\d{{3}}(?:\1\d{{3}})*(?:{point}\d+)?|\d+{point}\d+"
        rf"|(?P<pairs>\d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?)"
        rf"|(?P<foreign>\d{{1,3}}(?:{point}\d{{3}}){{2,}}|\d{{1,3}}(?:{point}\d{{3}})+{other}\d+|\d+{other}\d\d?)"
    )
    return Marks(re.compile(shape), drop, data["decimal"])


def power(tokens: Tokens, base: Decimal, index: int) -> tuple[Decimal, int] | None:
    """A power that goes on at `index` after a base, and its last token: "1e6", "2^10", "1.3x10^6", "1.3x10-6"."""
    words = tokens.words
    if words[index] in TIMES and index + 2 < len(words) and words[index + 1].isdecimal():
        return _times(words, base, index + 1)
    if words[index] in EXPONENTS and tokens.glued(index):
        return _scaled(base, Decimal(10), _exponent(words, index + 1))
    if words[index] == POWER:
        return _scaled(Decimal(1), base, _exponent(words, index + 1))
    return None


def _times(words: Sequence[str], factor: Decimal, index: int) -> tuple[Decimal, int] | None:
    base, after = Decimal(words[index]), words[index + 1]
    if after == POWER:
        return _scaled(factor, base, _exponent(words, index + 2))
    return _scaled(factor, base, _exponent(words, index + 1)) if base == 10 and after in (MINUS, PLUS) else None


def _exponent(words: Sequence[str], index: int) -> tuple[int, int] | None:
    sign = 1
    while index < len(words) and words[index] in (MINUS, PLUS):
        sign, index = (-sign if words[index] == MINUS else sign), index + 1
    if index >= len(words) or not words[index].isdecimal() or len(words[index]) > 3:
        return None
    return sign * int(words[index]), index


def _scaled(factor: Decimal, base: Decimal, exponent: tuple[int, int] | None) -> tuple[Decimal, int] | None:
    """factor × base ^ exponent with the exponent's token; None where that is no number or beyond all use."""
    if exponent is None or base == 0 or abs(exponent[0] * base.adjusted()) > GREATEST_POWER:
        return None
    value = ARITHMETIC.multiply(factor, ARITHMETIC.power(base, exponent[0]))
    return (value, exponent[1]) if abs(value.adjusted()) <= GREATEST_POWER else None
