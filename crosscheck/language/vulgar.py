"""Fractions that are one sign or two numbers with a slash: "¾", "1/5"."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

from crosscheck.language.digits import ARITHMETIC
from crosscheck.language.tokens import Tokens

SLASH = "/"
GREATEST_WHOLE = 10_000  # "9/1000" is a share; longer digits at a slash are numbers of files and laws


def divide(over: Decimal | int, under: Decimal | int) -> Decimal:
    """A share written out as exactly as 28 digits allow."""
    return ARITHMETIC.divide(Decimal(over), Decimal(under))


def _sign(sign: str) -> Decimal:
    over, _, under = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return divide(int(over), int(under))


SIGNS = {sign: _sign(sign) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"}


def slashed(tokens: Tokens, over: int) -> Decimal | None:
    """The share that digits, a slash and digits make; None for a chain of them, which is a date or a name."""
    words = tokens.words
    if over + 2 >= len(words) or words[over + 1] != SLASH or words[over + 3 : over + 4] == (SLASH,):
        return None
    if (over and words[over - 1] == SLASH) or not (tokens.glued(over + 1) and tokens.glued(over + 2)):
        return None
    if not (words[over].isdecimal() and words[over + 2].isdecimal()):
        return None
    part, whole = int(words[over]), int(words[over + 2])
    return divide(part, whole) if 0 < part < whole <= GREATEST_WHOLE else None
