"""A number with what is fastened to it: sign, currency, unit, "old"; hedges and ranges come after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from crosscheck.language.digits import ARITHMETIC, MINUS, POWER
from crosscheck.language.numerals import Amount, Numerals, Shape, numerals, signed
from crosscheck.language.reasons import Reason, Reasons, reasons
from crosscheck.language.shares import Shares, shares
from crosscheck.language.tokens import Tokens
from crosscheck.language.units import Unit, Units, times, units
from crosscheck.model import Kind

ONE = Decimal(1)
YEAR = "year"
FRACTION = "fraction"
DURATION: Kind = "duration"


@dataclass(frozen=True, slots=True)
class Expression:
    """A number among tokens with its kind and unit, from `begin` to `finish`; its surface is `first` to `last`.

    `high` is None where nobody says how many at most ("decades"). `prefixed` tells that the unit stands before.
    """

    kind: Kind
    low: Decimal
    high: Decimal | None
    unit: str | None
    first: int
    last: int
    begin: int
    finish: int
    shape: Shape
    scale: int = 1
    because: Reason | None = None
    prefixed: bool = False


@dataclass(frozen=True, slots=True)
class Dresser:
    """Fastens units to amounts in one language."""

    numerals: Numerals
    shares: Shares
    units: Units
    reasons: Reasons

    def number(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """The expression whose number begins at `index`; nothing before `free` belongs to it."""
        before = self._before(tokens, index, free) if index > free else None
        if before is None and index and tokens.glued(index) and _inside(tokens.words[index - 1]):
            return None  # "G7", "H1N1", "m^2": letters and digits in one word
        money = before is not None and before[1].kind == "money"
        amount = self.numerals.amount(tokens, index, money)
        if amount is None:
            return None
        return self.dressed(tokens, self._extended(tokens, amount), before)

    def _before(self, tokens: Tokens, index: int, free: int) -> tuple[int, Unit] | None:
        """The unit before a number, or before its sign: "$5", "$-5"."""
        before = self.units.preceding(tokens, index - 1)
        if before is None and tokens.words[index - 1] == MINUS and tokens.glued(index):
            before = self.units.preceding(tokens, index - 2)
            before = before and (before[0] + 1, before[1])
        return before if before is not None and index - before[0] >= free else None

    def _extended(self, tokens: Tokens, amount: Amount) -> Amount:
        index = amount.last + 1
        if index == len(tokens.words):
            return signed(tokens, amount)
        after = tokens.words[index]
        if after in self.shares.more or after[0].isdecimal():
            amount = self.shares.extended(tokens, amount)
        return signed(tokens, amount)

    def dressed(self, tokens: Tokens, amount: Amount, before: tuple[int, Unit] | None = None) -> Expression:
        """An amount with its unit, which stands `before` it or after."""
        if amount.shape == "ordinal":
            return _plain(amount, "ordinal", None)
        if before is not None:
            return self._prefixed(tokens, amount, *before)
        after = self.units.following(tokens, amount.last + 1, amount.scale)
        if after is not None:
            return self._suffixed(tokens, amount, amount.last + after[0], after[1])
        if amount.shape == "share":
            return self._share(tokens, amount)
        if amount.last + 1 < len(tokens.words):
            reason = self.reasons.aged_after(tokens, amount.last, int(amount.low))
            if reason is not None:
                return replace(_plain(amount, "number", None), finish=amount.last + 1, because=reason)
        return _plain(amount, "number", None)

    def _prefixed(self, tokens: Tokens, amount: Amount, length: int, unit: Unit) -> Expression:
        begin, value = min(amount.begin, amount.first - length), times(amount.low, unit)
        after = self.units.following(tokens, amount.last + 1, amount.scale)
        doubled = after is not None and after[1].kind == unit.kind
        finish = amount.last + after[0] if after is not None and doubled else amount.last
        return Expression(
            unit.kind, value, value, unit.name, amount.first, amount.last, begin, finish, amount.shape, amount.scale,
            prefixed=True,
        )

    def _suffixed(self, tokens: Tokens, amount: Amount, finish: int, unit: Unit) -> Expression:
        if unit.kind == "duration":
            return self._lasting(tokens, amount, finish, unit)
        expression = Expression(
            unit.kind, times(amount.low, unit), times(amount.high, unit), unit.name, amount.first, amount.last,
            amount.begin, finish, amount.shape, amount.scale,
        )
        return self._coins(tokens, expression) if unit.kind == "money" else expression

    def _lasting(self, tokens: Tokens, amount: Amount, finish: int, unit: Unit) -> Expression:
        """A length of time, whose surface holds its unit; with "old" behind it an age."""
        amount, last = self._and_a_half(tokens, amount, finish)
        old = self.reasons.aging(tokens, last + 1) if unit.name == YEAR or amount.low < 100 else -1
        return Expression(
            DURATION, amount.low, amount.high, unit.name, amount.first, last, amount.begin, max(last, old),
            amount.shape, amount.scale, because="age" if old >= 0 else None,
        )

    def _and_a_half(self, tokens: Tokens, amount: Amount, finish: int) -> tuple[Amount, int]:
        """ "an hour and a half", "two years and a half"."""
        if finish + 1 >= len(tokens.words) or tokens.words[finish + 1] not in self.shares.joiners:
            return amount, finish
        more = self.shares.extended(tokens, replace(amount, last=finish, scale=1))
        if more.last == finish or more.low - amount.low >= 1:
            return amount, finish
        return replace(more, last=amount.last), more.last

    def _share(self, tokens: Tokens, amount: Amount) -> Expression:
        """A share, or that part of one unit: "half an hour", "a quarter of a mile", "half a percent"."""
        words, index = tokens.words, amount.last + 1
        if index < len(words) and words[index] == "-" and tokens.glued(index):
            index += 1
        of = index < len(words) and words[index] in self.shares.of
        article = index + of < len(words) and words[index + of] in self.numerals.articles
        index += of + article
        if index >= len(words) or of and not article:
            return _plain(amount, "number", FRACTION)
        if words[index] in self.units.one:
            return self._suffixed(tokens, amount, index, self.units.one[words[index]])
        after = self.units.following(tokens, index, 1) if article else None
        if after is None:
            return _plain(amount, "number", FRACTION)
        return self._suffixed(tokens, amount, index + after[0] - 1, after[1])

    def _coins(self, tokens: Tokens, whole: Expression) -> Expression:
        """A scale after the currency ("75 USD million"), or its hundredths ("three dollars and 50 cents")."""
        words, index = tokens.words, whole.finish + 1
        scale = self.numerals.scales.get(words[index]) if index < len(words) else None
        if scale is not None and scale >= 1000 and whole.scale == 1:
            return replace(whole, low=whole.low * scale, high=whole.low * scale, finish=index, scale=scale)
        joined = index < len(words) and words[index] in self.units.joiners
        index += joined
        amount = self.numerals.amount(tokens, index) if index < len(words) else None
        if amount is None or amount.shape not in ("digits", "words") or not 0 < amount.low < 100:
            return whole
        after = self.units.following(tokens, amount.last + 1, 1)
        if after is not None and self.units.hundredth(whole.unit, after[1].name):
            finish = amount.last + after[0]
        elif amount.low == int(amount.low) and amount.low >= 10 and self.units.divided(whole.unit) and _closes(words, amount.last):
            finish = amount.last
        else:
            return whole
        value = whole.low + ARITHMETIC.divide(amount.low, Decimal(100))
        return replace(whole, low=value, high=value, last=amount.last, finish=finish)

    def single(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """One unit counted by its article: "a week", "an hour and a half"; not "twice a week"."""
        words = tokens.words
        if index - 1 < free or words[index - 1] not in self.numerals.articles:
            return None
        if index >= 2 and words[index - 2] in self.units.rate or index - 1 == free and free > 0:
            return None
        unit = self.units.one[words[index]]
        amount = Amount(ONE, ONE, index - 1, index, index - 1, "unit")
        if unit.kind != DURATION:
            return _plain(amount, unit.kind, unit.name)
        return self._lasting(tokens, amount, index, unit)


def _plain(amount: Amount, kind: Kind, unit: str | None) -> Expression:
    return Expression(
        kind, amount.low, amount.high, unit, amount.first, amount.last, amount.begin, amount.last, amount.shape,
        amount.scale,
    )


def _inside(before: str) -> bool:
    return before.isalpha() or before == POWER


def _closes(words: tuple[str, ...], last: int) -> bool:
    return last + 1 == len(words) or words[last + 1] in (".", ",", ";", ")", "?", "!")


@cache
def dresser(lang: str) -> Dresser:
    """The dresser of a language."""
    return Dresser(numerals(lang), shares(lang), units(lang), reasons(lang))
