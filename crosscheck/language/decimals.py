"""Decimals in words: "two point two million", "nine point nought four"."""

from __future__ import annotations

from decimal import Decimal

from crosscheck.language.numerals import DASH, Numerals
from crosscheck.language.runs import HUNDRED, Run
from crosscheck.language.tokens import Tokens

MOST = 20  # digits that anyone says one by one


def spell_out(numerals: Numerals, tokens: Tokens, run: Run) -> None:
    """Adds decimals in words, and a scale after them, to a whole number."""
    words, index = tokens.words, run.last + 1
    if words[index] not in numerals.points or run.value != int(run.value):
        return
    said, last = _digits(numerals, tokens, index + 1)
    if not said:
        return
    run.group, run.total, run.room, run.last = Decimal(f"{int(run.value)}.{said}"), 0, 1, last
    while run.last + 1 < len(words) and words[run.last + 1] in numerals.scales:
        if not run.multiply(numerals.scales[words[run.last + 1]], run.last + 1):
            return


def _digits(numerals: Numerals, tokens: Tokens, index: int) -> tuple[str, int]:
    """Digits one by one ("zero three"), or a number below a hundred ("seventy-one"), and the last token."""
    words = tokens.words
    if index < len(words) and words[index].isdecimal():
        return words[index], index
    said, last = "", index - 1
    while len(said) < MOST and _value(numerals, tokens, last + 1) < 10:
        said, last = said + str(_value(numerals, tokens, last + 1)), last + 1
    if said or not _value(numerals, tokens, index) < HUNDRED:
        return said, last
    value, room = numerals.adds[words[index]]
    after = index + 1 + (words[index + 1 : index + 2] == (DASH,))
    unit = _value(numerals, tokens, after)
    return (str(value + unit), after) if room == 10 and 0 < unit < 10 else (str(value), index)


def _value(numerals: Numerals, tokens: Tokens, index: int) -> int:
    """What a number word adds; a hundred, which is no digit, for anything else."""
    return numerals.adds.get(tokens.words[index], (HUNDRED, 0))[0] if index < len(tokens.words) else HUNDRED
