"""Makes figures of a sentence's expressions: joins ranges, then applies the hedges around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from crosscheck.language.expressions import DURATION, FRACTION, Expression
from crosscheck.language.figures import Figure
from crosscheck.language.modifiers import BOUNDS, Hedge, Modifiers, bounded, modifiers
from crosscheck.language.ranges import Pair, Ranges, ends, ranges
from crosscheck.language.tokens import Tokens
from crosscheck.language.units import Units, units
from crosscheck.model import Interval, Modifier, Value

HALF = Decimal("0.5")
LOWER = frozenset({"at_least", "more_than"})
UPPER = frozenset({"at_most", "less_than"})
APART = 3  # tokens that may part two bounds of one figure: "at least 20, but at most 30"


@dataclass(frozen=True, slots=True)
class Assembly:
    """The hedges and ranges of one language."""

    modifiers: Modifiers
    ranges: Ranges
    units: Units

    def figures(self, tokens: Tokens, expressions: Sequence[Expression]) -> tuple[Figure, ...]:
        """The figures of a sentence, in the order of its expressions."""
        figures: list[Figure] = []
        waiting: Expression | None = None
        for expression in expressions:
            if waiting is None:
                waiting = expression
                continue
            pair = self.ranges.paired(tokens, waiting, expression)
            if pair is None:
                figures.append(self._figure(tokens, waiting))
                waiting = expression
            elif pair.joined:
                figures.append(self._range(tokens, pair))
                waiting = None
            else:
                figures.append(self._figure(tokens, pair.left))
                waiting = pair.right
        if waiting is not None:
            figures.append(self._figure(tokens, waiting))
        return tuple(self._two_sided(tokens, figures)) if len(figures) > 1 else tuple(figures)

    def _figure(self, tokens: Tokens, expression: Expression) -> Figure:
        words, begin, because = tokens.words, expression.begin, expression.because
        vague = expression.shape == "vague"
        modifier: Modifier = "vague" if vague else "exact"
        kind, unit, interval = expression.kind, expression.unit, _interval(expression)
        hedge, finish = None, expression.finish
        if because is None or because == "age":
            hedge, finish = self._hedge(words, expression)
        if hedge is not None:
            modifier = modifier if vague and hedge.modifier == "approx" else hedge.modifier
            interval = bounded(modifier, expression.low, expression.high)
            begin = min(begin, hedge.first)
        if unit is None and begin and (before := self.units.measured(tokens, begin - 1)) is not None:
            kind, unit, begin = before[1].kind, before[1].name, begin - before[0]
        shown = (hedge.first, hedge.last) if hedge is not None else None
        value = Value(interval, unit)
        return Figure(kind, value, expression.first, expression.last, begin, finish, modifier, shown, because)

    def _hedge(self, words: tuple[str, ...], expression: Expression) -> tuple[Hedge | None, int]:
        """The hedge of an expression, before it or else after it, and where the whole ends."""
        finish = expression.finish
        hedge = self.modifiers.leading(words, expression.begin)
        if hedge is not None and expression.kind == DURATION and not self.modifiers.lasting(words, hedge, finish):
            hedge = None
        if hedge is not None and hedge.modifier in BOUNDS:
            after = self.modifiers.reached(words, hedge, finish + 1)
            return (after, after.last) if after else (self.modifiers.closed(words, hedge, finish + 1), finish)
        after = self.modifiers.trailing(words, finish + 1)
        return (after, max(finish, after.last)) if after is not None else (hedge, finish)

    def _range(self, tokens: Tokens, pair: Pair) -> Figure:
        left, right = pair.left, pair.right
        low, high = ends(left, right)
        begin = pair.hedge[0] if pair.hedge else left.begin
        hedge = self.modifiers.leading(tokens.words, begin)
        modifier: Modifier = hedge.modifier if hedge and hedge.modifier in BOUNDS else "range"
        shown = (hedge.first, hedge.last) if hedge else pair.hedge
        begin = hedge.first if hedge else begin
        value, because = Value(bounded(modifier, low, high), right.unit), left.because or right.because
        return Figure(right.kind, value, left.first, right.last, begin, right.finish, modifier, shown, because)

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
        if not (pair & LOWER and pair & UPPER) or right.begin - left.finish > APART:
            return False
        if left.value.unit not in (None, right.value.unit):
            return False
        between = tokens.words[left.finish + 1 : right.begin]
        return bool(between) and self.ranges.sides.issuperset(between) and not _both(left, right).interval.is_empty


def _interval(expression: Expression) -> Interval:
    """What an expression says without a hedge; "most" and "majority" are more than half, "minority" is less."""
    half = expression.shape == "vague" and expression.unit == FRACTION
    return Interval(expression.low, expression.high, half and expression.low == HALF, half and expression.high == HALF)


def _both(left: Figure, right: Figure) -> Figure:
    """One range of two bounds that face each other."""
    value = Value(left.interval.meet(right.interval), right.value.unit)
    return replace(right, value=value, first=left.first, begin=left.begin, modifier="range", hedge=left.hedge)


@cache
def assembly(lang: str) -> Assembly:
    """The hedges and ranges of a language."""
    return Assembly(modifiers(lang), ranges(lang), units(lang))
