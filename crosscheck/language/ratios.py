"""Reads ratios: "one in five", "three out of four", "one over twenty"; two counts that only look like one stay two."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.language.amounts import Amount
from crosscheck.language.counting import amount as counted
from crosscheck.language.numerals import DASH
from crosscheck.language.shares import Shares
from crosscheck.language.tokens import Tokens
from crosscheck.language.vulgar import GREATEST_WHOLE, divide

PLAIN = ("digits", "words")
YEAR_DIGITS = 4


def rated(shares: Shares, tokens: Tokens, part: Amount) -> Amount | None:
    """The ratio that goes on after its first number; None where what follows makes none."""
    words, index = tokens.words, part.last + 1
    index += words[index] == DASH and index + 1 < len(words)
    found = shares.ratio.match(words, index)
    over = found is None and words[index] in shares.over
    index += found[0] if found else 1
    index += index + 1 < len(words) and words[index] == DASH  # "one-in-five"
    if not (found or over) or index >= len(words) or part.shape not in PLAIN or part.low < 1:
        return None
    whole = counted(shares.numerals, tokens, index)
    if whole is None or whole.shape not in PLAIN or whole.low != int(whole.low):
        return None
    if whole.last + 1 < len(words) and words[whole.last + 1] in shares.lasting:
        return None  # "the second one in three days"
    explicit = found is not None and found[0] > 1
    stands = _ends(tokens, whole) if over else part.low < whole.low and _reckoned(shares, tokens, part, whole, explicit)
    if not stands or not whole.low:
        return None
    value = divide(part.low, whole.low)
    return replace(part, low=value, high=value, last=whole.last, shape="share", scale=1)


def _reckoned(shares: Shares, tokens: Tokens, part: Amount, whole: Amount, explicit: bool) -> bool:
    """Whether a part and a whole make a share, not two counts.

    "Nine out of ten" is a share; "64 out of 146" is two counts, and so is "killed two in five attacks".
    """
    if part.low == 1 and (explicit or ((whole.low <= GREATEST_WHOLE or whole.scale > 1) and not _year(tokens, whole))):
        return True
    if whole.low not in shares.wholes:
        return False
    return explicit or part.begin == 0 or tokens.words[part.begin - 1] in shares.before


def _year(tokens: Tokens, whole: Amount) -> bool:
    return whole.shape == "digits" and whole.first == whole.last and len(tokens.words[whole.first]) == YEAR_DIGITS


def _ends(tokens: Tokens, whole: Amount) -> bool:
    """Whether nothing that could be counted follows: "2000 over 3", not "$2000 over 3 years"."""
    following = tokens.words[whole.last + 1] if whole.last + 1 < len(tokens.words) else "."
    return following in (".", ",", ";", ":", ")", "?", "!")
