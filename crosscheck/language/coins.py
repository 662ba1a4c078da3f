"""Money in two parts: "three dollars and 50 cents", "15 dollars 50", "75 USD million"."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.language.counting import amount as counted
from crosscheck.language.expressions import Expression
from crosscheck.language.numerals import Numerals
from crosscheck.language.runs import HUNDRED, THOUSAND
from crosscheck.language.tokens import Tokens
from crosscheck.language.units import Units
from crosscheck.language.vulgar import divide

STOPS = frozenset(".,;)?!")


def with_coins(numerals: Numerals, units: Units, tokens: Tokens, whole: Expression) -> Expression:
    """A sum whose currency stands behind it, with a scale or the hundredths that follow; its surface ends with them."""
    words, index = tokens.words, whole.finish + 1
    if index >= len(words):
        return whole
    scale = numerals.scales.get(words[index], 1)
    if scale >= THOUSAND and whole.scale == 1:
        return replace(whole, low=whole.low * scale, high=whole.low * scale, finish=index, scale=scale)
    index += words[index] in units.joiners
    part = counted(numerals, tokens, index) if index < len(words) else None
    if part is None or part.shape not in ("digits", "words") or not 0 < part.low < HUNDRED:
        return whole
    after = units.following(tokens, part.last + 1, 1)
    if after is not None and units.hundredth(whole.unit, after[1].name):
        finish = part.last + after[0]
    elif part.low >= 10 and units.divided(whole.unit) and _closes(words, part.last):
        finish = part.last
    else:
        return whole
    value = whole.low + divide(part.low, HUNDRED)
    return replace(whole, low=value, high=value, last=part.last, finish=finish)


def _closes(words: tuple[str, ...], last: int) -> bool:
    """Whether nothing follows that the number could count: "15 dollars 50.", not "15 dollars 50 times"."""
    return last + 1 == len(words) or words[last + 1] in STOPS
