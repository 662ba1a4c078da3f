"""Reads shares: "two-thirds", "half a million", "2½", "one and a half", "1/5", "a third of"."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from decimal import Decimal

from crosscheck.language.amounts import Amount
from crosscheck.language.counting import amount as counted
from crosscheck.language.digits import ARITHMETIC
from crosscheck.language.numerals import DASH
from crosscheck.language.ratios import rated
from crosscheck.language.runs import THOUSAND
from crosscheck.language.shares import SLASH, Shares
from crosscheck.language.tokens import Tokens
from crosscheck.language.vulgar import SIGNS, divide, slashed

TINY = Decimal("1e-15")  # what writing out a share may lack of a whole number: two thirds of three million


def begun(shares: Shares, tokens: Tokens, index: int, hedged: bool, wholes: Container[str]) -> Amount | None:
    """The share whose first word this is, or whose article stands before it: "half", "a third of", "quarter million".

    `hedged` tells that a hedge stands before the article, which makes "about a third" a share and no rank; `wholes` are
    the units that one may have half of ("half-hour").
    """
    word = tokens.words[index]
    if word in SIGNS:
        return _scaled(shares, tokens, Amount(SIGNS[word], SIGNS[word], index, index, index, "share"))
    under = shares.denominators.get(word) or shares.ranks.get(word)
    if under is None:
        return None
    dashed = index + 2 < len(tokens) and tokens.words[index + 1] == DASH and tokens.glued(index + 1)
    article = index > 0 and tokens.words[index - 1] in shares.numerals.articles
    value, first = divide(1, under), index - (article and not dashed)  # in "a half-hour delay" it is the delay's
    bare = Amount(value, value, first, index, first, "share")
    whole = _scaled(shares, tokens, bare)
    if whole.last > index:
        return whole
    if dashed:
        return bare if tokens.words[index + 2] in wholes else None
    return bare if _stands(shares, tokens, index, article, hedged) else None


def _stands(shares: Shares, tokens: Tokens, index: int, article: bool, hedged: bool) -> bool:
    """Whether a denominator by itself is a share, and no rank or other thing."""
    words, word = tokens.words, tokens.words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in shares.inside:
        return False
    if word in shares.bare:
        return article or index == 0 or words[index - 1] not in shares.not_after
    before = words[index - 2] if article and index > 1 else ""
    alone = index == 1 and not following
    return article and (hedged or alone or following in shares.after or before in shares.only_after)


def extended(shares: Shares, tokens: Tokens, amount: Amount) -> Amount:
    """A whole number with the share that goes on after it: "two thirds", "1/5", "2½", "one and a half million"."""
    word = tokens.words[amount.last + 1]
    if amount.shape == "ordinal" or amount.low != int(amount.low):
        return amount
    if word in SIGNS:
        return _mixed(shares, tokens, amount, SIGNS[word], amount.last + 1)
    if word == SLASH:
        share = slashed(tokens, amount.last)
        return amount if share is None else replace(amount, low=share, high=share, last=amount.last + 2, shape="share")
    if word[0].isdecimal():
        share = slashed(tokens, amount.last + 1) if amount.shape == "digits" else None
        return amount if share is None else _mixed(shares, tokens, amount, share, amount.last + 3)
    if word in shares.joiners:
        return added(shares, tokens, amount)
    found = _divided(shares, tokens, amount) or rated(shares, tokens, amount)
    return found if found is not None else added(shares, tokens, amount) if word == DASH else amount


def _divided(shares: Shares, tokens: Tokens, amount: Amount) -> Amount | None:
    """A number over a denominator in words: "two-thirds", "one fifth"."""
    index = amount.last + 1 + (tokens.words[amount.last + 1] == DASH)
    under = shares.under(tokens.words, index, amount.low == 1) if amount.low >= 1 else None
    if under is None:
        return None
    value = divide(amount.low, under[0])
    return _scaled(shares, tokens, replace(amount, low=value, high=value, last=under[1], shape="share", scale=1))


def added(shares: Shares, tokens: Tokens, amount: Amount) -> Amount:
    """A number with the share that "and" adds: "one and a half"; after a great scale "a million and a half"."""
    words, index, over = tokens.words, _past_dash(tokens, amount.last + 1), Decimal(1)
    if index + 1 >= len(words) or words[index] not in shares.joiners:
        return amount
    index = _past_dash(tokens, index + 1)
    if index < len(words) and words[index] in shares.numerals.articles:
        index += 1
    elif (number := _number(shares, tokens, index)) is not None:
        over, index = number.low, number.last + 1
    under = shares.under(words, _past_dash(tokens, index), over == 1)
    if under is None or under[0] <= over:
        return amount
    return _mixed(shares, tokens, amount, divide(over, under[0]), under[1])


def _number(shares: Shares, tokens: Tokens, index: int) -> Amount | None:
    number = counted(shares.numerals, tokens, index) if index < len(tokens) else None
    return number if number is not None and number.shape == "words" else None


def _past_dash(tokens: Tokens, index: int) -> int:
    """The token itself, or the one after it where it is a hyphen: "two-and-a-half"."""
    return index + (index < len(tokens) and tokens.words[index] == DASH)


def _mixed(shares: Shares, tokens: Tokens, amount: Amount, share: Decimal, last: int) -> Amount:
    """Adds a share to a whole number, each with its scale, or a scale to both together."""
    if amount.scale < THOUSAND:
        return _scaled(shares, tokens, _plus(amount, share, last))
    scaled = _scaled(shares, tokens, Amount(share, share, last, last, last, "share"))
    return _plus(amount, scaled.low if scaled.last > last else share * amount.scale, scaled.last)


def _plus(amount: Amount, share: Decimal, last: int) -> Amount:
    value = _whole(ARITHMETIC.add(amount.low, share))
    return replace(amount, low=value, high=value, last=last)


def _scaled(shares: Shares, tokens: Tokens, amount: Amount) -> Amount:
    """A share of a scale: "half a million", "three quarters of a billion", "half-dozen"."""
    words, index = tokens.words, amount.last + 1
    if index == len(words):
        return amount
    for optional in (shares.of, shares.numerals.articles):
        index += words[index] == DASH and tokens.glued(index) and index + 1 < len(words)
        index += words[index] in optional and index + 1 < len(words)
    index += words[index] == DASH and tokens.glued(index) and index + 1 < len(words)
    scale = shares.numerals.scales.get(words[index])
    if scale is None:
        return amount
    value = _whole(ARITHMETIC.multiply(amount.low, Decimal(scale)))
    return replace(amount, low=value, high=value, last=index, shape="words", scale=scale)


def _whole(value: Decimal) -> Decimal:
    whole = value.to_integral_value()
    return whole if abs(value - whole) < TINY else value
