"""Numbers that begin with digits: their groups, powers and abbreviated scales ("40 000", "1e6", "20m", "2bn")."""

from __future__ import annotations

from decimal import Decimal

from crosscheck.language import digits
from crosscheck.language.amounts import Amount, begin, fastened
from crosscheck.language.numerals import DASH, Letters, Numerals
from crosscheck.language.runs import THOUSAND, Run
from crosscheck.language.tokens import Tokens


def plain(numerals: Numerals, tokens: Tokens, index: int) -> Amount | None:
    """The number that digits at a token say by themselves; None where their marks make no number."""
    words, marks = tokens.words, numerals.marks
    value, first, last = marks.value(words[index]), index, index
    if value is None:
        return None
    if index and words[index - 1] == marks.decimal and _decimals_only(tokens, index):
        value, first = Decimal("0." + words[index]), index - 1
    elif last + 1 < len(words) and words[last + 1][0].isdecimal() and (last := marks.spaced(tokens, index)) > index:
        value = marks.value("".join(words[index : last + 1])) or value
    return Amount(value, value, first, last, begin(tokens, first, numerals.minus), "digits")


def abbreviated(numerals: Numerals, tokens: Tokens, run: Run, money: bool) -> None:
    """Adds a power or an abbreviated scale to digits; `money` tells that a currency stands before them."""
    word, index = tokens.words[run.last + 1], run.last + 1
    value = Decimal(run.group)
    power = digits.power(tokens, value, index)
    if power is not None:
        run.group, run.last = power
        return
    scale = numerals.short.get(word)
    if scale is None and _scale(numerals.letters, tokens, index, value, money):
        scale = numerals.letters.scales[word]
    if scale is not None:
        run.multiply(scale, index)


def _scale(letters: Letters, tokens: Tokens, index: int, value: Decimal, money: bool) -> bool:
    """Whether a letter after digits is a scale and no unit: "10M", "1.2m homes", not "a 50m pool" or "5G"."""
    word, whole = tokens.words[index], value == value.to_integral_value()
    if word not in letters.scales or (money and word in letters.money):
        return word in letters.scales
    if tokens.capital(index):
        long_enough = word not in letters.long or value >= 10 or not whole
        return word in letters.capital and long_enough and (tokens.glued(index) or not whole)
    if word not in letters.counting or not tokens.glued(index):
        return False
    after = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    if after == DASH and tokens.words[index + 3 : index + 4] == (word,):
        return _scale(letters, tokens, index + 3, value, money)  # "3m-4m homes"
    if after.isalpha():
        return after not in letters.lengths and value < THOUSAND
    return not whole and word not in letters.lengths


def _decimals_only(tokens: Tokens, index: int) -> bool:
    """ ".08": a decimal mark that belongs to its digits and to nothing before it."""
    return tokens.words[index].isdecimal() and tokens.glued(index) and not fastened(tokens, index - 1)
