"""Every number, share, sum, length of time, rank and measure of a sentence, with its hedge: the reader of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Literal

from crosscheck.language.expressions import FRACTION, YEAR, Dresser, Expression, dresser
from crosscheck.language.figures import Figure
from crosscheck.language.modifiers import BOUNDS, Hedge, Modifiers, bounded, modifiers
from crosscheck.language.numerals import Amount
from crosscheck.language.ranges import Pair, Ranges, ends, ranges
from crosscheck.language.shares import SIGNED
from crosscheck.language.tokens import Tokens
from crosscheck.language.vagueness import Profile, Vagueness, vagueness
from crosscheck.model import Interval, Modifier, Value

Role = Literal["number", "scale", "share", "rank", "vague", "one", "many", "part", "times", "exact"]
LOWER = frozenset({"at_least", "more_than"})
UPPER = frozenset({"at_most", "less_than"})


def read(tokens: Tokens, lang: str = "en", profile: Profile = "default") -> tuple[Figure, ...]:
    """The figures of one sentence in order, none overlapping another; dates and times of day are read elsewhere."""
    reader = _reader(lang, profile)
    roles = reader.roles
    starts = [index for index, word in enumerate(tokens.words) if word in roles or word[0].isdecimal()]
    return reader.figures(tokens, starts) if starts else ()


@dataclass(frozen=True, slots=True)
class Reader:
    """All that one language knows of numbers; `roles` tells for a word how a number may begin with it."""

    roles: Mapping[str, Role]
    dresser: Dresser
    modifiers: Modifiers
    vagueness: Vagueness
    ranges: Ranges

    def figures(self, tokens: Tokens, starts: list[int]) -> tuple[Figure, ...]:
        """The figures that begin at, or right before, some of the tokens `starts`."""
        expressions, free = [], 0
        for index in starts:
            if index >= free:
                expression = self._expression(tokens, index, free)
                if expression is not None:
                    expressions.append(expression)
                    free = expression.finish + 1
        return self._figures(tokens, expressions) if expressions else ()

    def _expression(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        role = self.roles.get(tokens.words[index], "number")
        if role == "vague":
            vague = self._vague(tokens, index, free)
            if vague is not None or tokens.words[index] not in self.dresser.numerals.adds:
                return vague
            role = "number"
        if role == "number":
            expression = self.dresser.number(tokens, index, free)
            return expression and self._excused(tokens, expression)
        if role == "share" or role == "rank":
            return self._share(tokens, index, free)
        if role == "one":
            return self.dresser.single(tokens, index, free)
        if role == "many":
            return self._many(tokens, index)
        if role == "scale":
            return self._counted(tokens, index, free)
        return self._said(tokens, index, free, role)

    def _counted(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """A scale with an article: "a million"."""
        if index <= free or tokens.words[index - 1] not in self.dresser.numerals.articles:
            return None
        return self.dresser.number(tokens, index - 1, free)

    def _share(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        words, shares = tokens.words, self.dresser.shares
        article = index > free and words[index - 1] in self.dresser.numerals.articles
        hedged = article and self.modifiers.leading(words, index - 1) is not None
        amount = shares.begun(tokens, index, hedged)
        if amount is not None and amount.first >= free:
            return self.dresser.dressed(tokens, amount)
        rank = self.dresser.numerals.ordinals.get(words[index])
        if rank is None:
            return None
        amount = Amount(Decimal(rank), Decimal(rank), index, index, index, "ordinal")
        return self._excused(tokens, self.dresser.dressed(tokens, amount))

    def _vague(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        found = self.vagueness.begun(tokens, index)
        if found is None:
            return None
        vague, first, last = found
        first = max(first, free)
        amount = Amount(vague.low, vague.low, first, last, first, "vague", 1000)
        dressed = self._of_unit(tokens, amount)
        return replace(dressed, high=vague.high)

    def _of_unit(self, tokens: Tokens, amount: Amount) -> Expression:
        """A vague number with its unit, also past "of": "a couple of weeks"."""
        words, index = tokens.words, amount.last + 1
        before = self.dresser.units.preceding(tokens, amount.first - 1)
        if before is None and index < len(words) and words[index] in self.vagueness.of:
            after = self.dresser.units.following(tokens, index + 1, amount.scale)
            if after is not None and after[1].kind != "percent":
                moved = self.dresser.dressed(tokens, replace(amount, last=index))
                last = moved.last if moved.last > index else amount.last
                return replace(moved, last=last)
        return self.dresser.dressed(tokens, amount, before)

    def _many(self, tokens: Tokens, index: int) -> Expression | None:
        """A bare plural of a unit of time: "hours later", "after decades"."""
        if index and tokens.words[index - 1] in self.vagueness.bare_not_after:
            return None
        unit = self.dresser.units.many[tokens.words[index]]
        low = self.vagueness.bare_low
        return Expression(unit.kind, low, None, unit.name, index, index, index, index, "vague")

    def _said(self, tokens: Tokens, index: int, free: int, role: Role) -> Expression | None:
        """ "twice", "a pair", "most of", "majority"."""
        words, shares = tokens.words, self.dresser.shares
        article = index > free and words[index - 1] in self.dresser.numerals.articles
        if role == "times":
            value = Decimal(shares.times[words[index]])
            return Expression("number", value, value, None, index, index, index, index, "words")
        if role == "exact":
            value = self.vagueness.exact[words[index]]
            return Expression("number", value, value, None, index - 1, index, index - 1, index, "words") if article else None
        found = shares.parts.match(words, index)
        if found is None:
            return None
        length, part = found
        following = words[index + length] if index + length < len(words) else ""
        if index and words[index - 1] in part.not_after or following in part.not_before or self._counts(words, index + length):
            return None
        last = index + part.words - 1
        return Expression("number", part.low, part.high, FRACTION, index, last, index, last, "vague")

    def _counts(self, words: tuple[str, ...], index: int) -> bool:
        """Whether a number follows, past "of": "a majority of 167"."""
        index += index < len(words) and words[index] in self.vagueness.of
        return index < len(words) and (words[index][0].isdecimal() or self.roles.get(words[index]) == "number")

    def _excused(self, tokens: Tokens, expression: Expression) -> Expression:
        """The expression with the reason, if there is one, why it counts nothing."""
        reasons, first = self.dresser.reasons, expression.first
        phrase = reasons.set_phrase(tokens, first)
        if phrase is not None:
            return replace(expression, because=phrase)
        if expression.because or expression.prefixed:
            return expression
        digits = expression.shape == "digits"
        if digits and reasons.lettered(tokens, expression.finish):
            return replace(expression, because="name")
        if digits and expression.scale == 1 and first == expression.last and reasons.coded(tokens, first):
            return replace(expression, because="code")
        if first == expression.begin and expression.shape != "ordinal":
            named = reasons.named(tokens, first, expression.finish, digits)
            if named is not None and (expression.unit is None or named == "name"):
                return replace(expression, because=named)
        if expression.unit is None and expression.low > 0:
            if reasons.aged_before(tokens, first) or digits and reasons.apposed(tokens, first):
                return replace(expression, kind="duration", unit=YEAR, because="age")
        if first == expression.last and reasons.pronoun(tokens, first):
            return replace(expression, because="pronoun")
        return expression

    def _figures(self, tokens: Tokens, expressions: list[Expression]) -> tuple[Figure, ...]:
        figures: list[Figure] = []
        last = len(expressions) - 1
        skip = False
        for order, expression in enumerate(expressions):
            if skip:
                skip = False
                continue
            if order < last and expression.finish + 1 < len(tokens.words):
                pair = self.ranges.paired(tokens, expression, expressions[order + 1])
                if pair is not None:
                    skip = pair.joined
                    expressions[order + 1] = pair.right
                    figures.append(self._range(tokens, pair) if pair.joined else self._figure(tokens, pair.left))
                    continue
            figures.append(self._figure(tokens, expression))
        return tuple(self._two_sided(tokens, figures)) if len(figures) > 1 else tuple(figures)

    def _figure(self, tokens: Tokens, expression: Expression) -> Figure:
        words, begin, finish = tokens.words, expression.begin, expression.finish
        vague = expression.shape == "vague"
        modifier: Modifier = "vague" if vague else "exact"
        value = Value(Interval(expression.low, expression.high), expression.unit)
        if expression.because is not None and expression.because != "age":
            return Figure(
                expression.kind, value, expression.first, expression.last, begin, finish, modifier, None, expression.because
            )
        hedge, finish = self._hedge(words, expression)
        kind, unit = expression.kind, expression.unit
        if hedge is not None:
            if not (vague and hedge.modifier == "approx"):
                modifier = hedge.modifier
            value = Value(bounded(modifier, expression.low, expression.high), unit)
            begin = min(begin, hedge.first)
        if unit is None and begin and (before := self.dresser.units.preceding(tokens, begin - 1)) and before[1].kind == "measure":
            kind, value, begin = "measure", Value(value.interval, before[1].name), begin - before[0]
        return Figure(
            kind, value, expression.first, expression.last, begin, finish, modifier,
            (hedge.first, hedge.last) if hedge is not None else None, expression.because,
        )

    def _hedge(self, words: tuple[str, ...], expression: Expression) -> tuple[Hedge | None, int]:
        """The hedge of an expression, before it or else after it, and where the whole ends."""
        finish = expression.finish
        hedge = self.modifiers.leading(words, expression.begin)
        if hedge is not None and expression.kind == "duration" and not self.modifiers.lasting(words, hedge, finish):
            hedge = None
        if hedge is None or hedge.modifier == "approx":
            after = self.modifiers.trailing(words, finish + 1)
            if after is not None:
                return after, max(finish, after.last)
        elif hedge.modifier in BOUNDS:
            hedge = self.modifiers.closed(words, hedge, finish + 1)
        return hedge, finish

    def _range(self, tokens: Tokens, pair: Pair) -> Figure:
        left, right = pair.left, pair.right
        low, high = ends(left, right)
        begin = pair.hedge[0] if pair.hedge else left.begin
        hedge = self.modifiers.leading(tokens.words, begin)
        modifier: Modifier = hedge.modifier if hedge and hedge.modifier in BOUNDS else "range"
        shown = (hedge.first, hedge.last) if hedge else pair.hedge
        return Figure(
            right.kind, Value(bounded(modifier, low, high), right.unit), left.first, right.last,
            hedge.first if hedge else begin, right.finish, modifier, shown, left.because or right.because,
        )

    def _two_sided(self, tokens: Tokens, figures: list[Figure]) -> list[Figure]:
        """Joins a lower and an upper bound of one figure: "more than 20 but fewer than 30"."""
        joined: list[Figure] = []
        for figure in figures:
            if joined and self._facing(tokens, joined[-1], figure):
                figure = _both(joined.pop(), figure)
            joined.append(figure)
        return joined

    def _facing(self, tokens: Tokens, left: Figure, right: Figure) -> bool:
        pair = {left.modifier, right.modifier}
        if not (pair & LOWER and pair & UPPER) or right.begin - left.finish > 3:
            return False
        if left.value.unit not in (None, right.value.unit):
            return False
        between = tokens.words[left.finish + 1 : right.begin]
        return bool(between) and self.ranges.sides.issuperset(between) and not _both(left, right).interval.is_empty


def _both(left: Figure, right: Figure) -> Figure:
    """One range of two bounds that face each other."""
    interval = left.interval.meet(right.interval)
    return replace(
        right, value=Value(interval, right.value.unit), first=left.first, begin=left.begin, modifier="range",
        hedge=left.hedge,
    )


@cache
def _reader(lang: str, profile: Profile) -> Reader:
    fit, vague, hedges = dresser(lang), vagueness(lang, profile), modifiers(lang)
    roles: dict[str, Role] = {}
    roles |= dict.fromkeys(fit.shares.parts.firsts(), "part")
    roles |= dict.fromkeys(fit.shares.times, "times")
    roles |= dict.fromkeys(fit.units.many, "many")
    roles |= dict.fromkeys(fit.units.one, "one")
    roles |= dict.fromkeys(fit.numerals.scales, "scale")
    roles |= dict.fromkeys(fit.numerals.ordinals, "rank")
    roles |= dict.fromkeys((*fit.shares.denominators, *fit.shares.ranks, *SIGNED), "share")
    roles |= dict.fromkeys(vague.exact, "exact")
    roles |= dict.fromkeys(fit.numerals.adds, "number")
    roles |= dict.fromkeys(vague.words.firsts(), "vague")
    return Reader(roles, fit, hedges, vague, ranges(lang))
