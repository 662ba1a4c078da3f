"""Fastens signs, currencies, units and ages to the numbers of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from crosscheck.language.ages import Ages, ages
from crosscheck.language.amounts import MINUS, Amount, signed
from crosscheck.language.coins import with_coins
from crosscheck.language.counting import amount as counted
from crosscheck.language.digits import POWER
from crosscheck.language.expressions import DURATION, FRACTION, Expression, bare
from crosscheck.language.fractions import added, extended
from crosscheck.language.joined import with_rest
from crosscheck.language.numerals import Numerals, numerals
from crosscheck.language.runs import THOUSAND
from crosscheck.language.shares import Shares, shares
from crosscheck.language.tokens import Tokens
from crosscheck.language.units import Unit, Units, units

ONE = Decimal(1)
RATE_REACH = 6  # "4 million kilowatts of surplus electricity an hour" has five words between


@dataclass(frozen=True, slots=True)
class Dresser:
    """All that stands around numbers in one language but hedges, ranges and names."""

    numerals: Numerals
    shares: Shares
    units: Units
    ages: Ages

    def number(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """The expression whose number begins at `index`; nothing before `free` belongs to it."""
        before = self._before(tokens, index, free) if index > free else None
        if before is None and index and tokens.glued(index) and _inside_word(tokens.words[index - 1]):
            return None  # "G7", "H1N1", "m^2": letters and digits in one word
        money = before is not None and before[1].kind == "money"
        amount = counted(self.numerals, tokens, index, money)
        if amount is None:
            return None
        dressed = self.dressed(tokens, self._extended(tokens, amount), before)
        return None if _in_code(tokens, dressed.finish) else dressed

    def _before(self, tokens: Tokens, index: int, free: int) -> tuple[int, Unit] | None:
        """The unit before a number, or before its sign, with the tokens between: "$5", "$-5"."""
        before = self.units.preceding(tokens, index - 1)
        if before is None and tokens.words[index - 1] == MINUS and tokens.glued(index):
            before = self.units.preceding(tokens, index - 2)
            before = before and (before[0] + 1, before[1])
        return before if before is not None and index - before[0] >= free else None

    def _extended(self, tokens: Tokens, amount: Amount) -> Amount:
        if amount.last + 1 < len(tokens.words):
            after = tokens.words[amount.last + 1]
            if after in self.shares.more or after[0].isdecimal():
                amount = extended(self.shares, tokens, amount)
        return signed(tokens, amount) if amount.first else amount

    def dressed(self, tokens: Tokens, amount: Amount, before: tuple[int, Unit] | None = None) -> Expression:
        """An amount with its unit, which stands `before` it or after."""
        if amount.shape == "ordinal":
            return bare(amount, "ordinal")
        if before is not None:
            return self._prefixed(tokens, amount, *before)
        after = self._after(tokens, amount)
        if after is not None:
            return self._suffixed(tokens, amount, amount.last + after[0], after[1])
        if amount.shape == "share":
            return self._share(tokens, amount)
        if amount.shape == "digits" and amount.last + 1 < len(tokens.words):
            reason = self.ages.plural_at(tokens, amount.last + 1, int(amount.low))
            if reason is not None:
                return replace(bare(amount), finish=amount.last + 1, because=reason)
        return bare(amount)

    def _after(self, tokens: Tokens, amount: Amount) -> tuple[int, Unit] | None:
        """The unit after an amount; past "of" after a great scale ("millions of dollars") or a vague number."""
        after = self.units.following(tokens, amount.last + 1, amount.scale)
        if after is not None or amount.scale < THOUSAND:
            return after
        index = amount.last + 1
        if index < len(tokens.words) and tokens.words[index] in self.shares.of:
            after = self.units.following(tokens, index + 1, amount.scale)
            return after and (after[0] + 1, after[1])
        return None

    def _prefixed(self, tokens: Tokens, amount: Amount, length: int, unit: Unit) -> Expression:
        after = self.units.following(tokens, amount.last + 1, amount.scale)
        doubled = after is not None and after[1].kind == unit.kind  # "$20 million dollars"
        return replace(
            bare(amount, unit.kind, unit.name),
            low=amount.low * unit.factor,
            high=amount.high * unit.factor,
            begin=min(amount.begin, amount.first - length),
            finish=amount.last + after[0] if after is not None and doubled else amount.last,
            prefixed=True,
        )

    def _suffixed(self, tokens: Tokens, amount: Amount, finish: int, unit: Unit) -> Expression:
        if unit.kind == DURATION:
            return self._lasting(tokens, amount, finish, unit)
        low, high = amount.low * unit.factor, amount.high * unit.factor
        expression = Expression(
            unit.kind, low, high, unit.name, amount.first, amount.last, amount.begin, finish, amount.shape, amount.scale
        )
        return with_coins(self.numerals, self.units, tokens, expression) if unit.kind == "money" else expression

    def _lasting(self, tokens: Tokens, amount: Amount, finish: int, unit: Unit) -> Expression:
        """A length of time, whose surface holds its unit; with "old" behind it an age."""
        amount, last = self._and_a_half(tokens, amount, finish)
        amount, last, unit = with_rest(self.numerals, self.units, tokens, amount, last, unit)
        old = self.ages.old_at(tokens.words, last + 1)
        return Expression(
            DURATION,
            amount.low,
            amount.high,
            unit.name,
            amount.first,
            last,
            amount.begin,
            max(last, old),
            amount.shape,
            amount.scale,
            "age" if old >= 0 else None,
        )

    def _and_a_half(self, tokens: Tokens, amount: Amount, finish: int) -> tuple[Amount, int]:
        """A share that follows the unit: "an hour and a half", "two years and a half"."""
        more = added(self.shares, tokens, replace(amount, last=finish, scale=1))
        if more.last == finish or more.low - amount.low >= 1:
            return amount, finish
        return replace(more, last=amount.last), more.last

    def _share(self, tokens: Tokens, amount: Amount) -> Expression:
        """A share, or that part of one unit: "half an hour", "a quarter of a mile", "half a percent"."""
        words, index = tokens.words, amount.last + 1
        index += index < len(words) and words[index] == MINUS and tokens.glued(index)
        of = index < len(words) and words[index] in self.shares.of
        article = index + of < len(words) and words[index + of] in self.numerals.articles
        index += of + article
        if index >= len(words) or (of and not article):
            return bare(amount, unit=FRACTION)
        if words[index] in self.units.one:
            return self._suffixed(tokens, amount, index, self.units.one[words[index]])
        after = self.units.following(tokens, index, 1) if article else None
        if after is None:
            return bare(amount, unit=FRACTION)
        return self._suffixed(tokens, amount, index + after[0] - 1, after[1])

    def single(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """One unit counted by its article: "a week", "an hour and a half"; not "twice a week"."""
        words = tokens.words
        if index - 1 < free or words[index - 1] not in self.numerals.articles or self._rates(words, index - 1, free):
            return None
        unit = self.units.one[words[index]]
        amount = Amount(ONE, ONE, index - 1, index, index - 1, "unit")
        if unit.kind == DURATION:
            return self._lasting(tokens, amount, index, unit)
        return bare(amount, unit.kind, unit.name)

    def _rates(self, words: tuple[str, ...], article: int, free: int) -> bool:
        """Whether an article says "per": right after what it is a rate of, or soon after another figure."""
        if article == 0:
            return False
        before = words[article - 1]
        if before in self.units.rate or article == free > 0:
            return True
        near = free > 0 and article - free <= RATE_REACH and "," not in words[free:article]
        return near and before not in self.units.lasting


def _in_code(tokens: Tokens, finish: int) -> bool:
    """Whether digits go on right behind a unit's letters: "06F6"."""
    after = finish + 1
    if after >= len(tokens) or not tokens.glued(after) or not tokens.words[after][0].isdecimal():
        return False
    return tokens.words[finish].isalpha()


def _inside_word(before: str) -> bool:
    return before.isalpha() or before == POWER


@cache
def dresser(lang: str) -> Dresser:
    """The dresser of a language."""
    return Dresser(numerals(lang), shares(lang), units(lang), ages(lang))
