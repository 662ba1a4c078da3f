"""Every number, share, sum, length of time, rank and measure of a sentence, with its hedge: the reader of figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from crosscheck.language.amounts import Amount
from crosscheck.language.assembly import Assembly, assembly
from crosscheck.language.dressing import Dresser, dresser
from crosscheck.language.expressions import Expression
from crosscheck.language.figures import Figure
from crosscheck.language.fractions import begun
from crosscheck.language.memo import Memo
from crosscheck.language.quantifiers import Quantifiers, quantifiers
from crosscheck.language.reasons import Reasons, reasons
from crosscheck.language.tokens import Tokens
from crosscheck.language.vagueness import Profile
from crosscheck.language.vulgar import SIGNS

Role = Literal["number", "scale", "share", "vague", "one", "many", "part", "times", "group"]


def read(
    tokens: Tokens, lang: str = "en", profile: Profile = "default", *, starts: Sequence[int] | None = None
) -> tuple[Figure, ...]:
    """The figures of one sentence in order, none overlapping another; dates and times of day are read elsewhere.

    `starts` are the tokens with which a number may begin, where the caller knows them.
    Never raises on text. Raises PackError where the language has no pack, or one with faults.
    """
    reader = _reader(lang, profile)
    if starts is None:
        starts = [index for index, begins in enumerate(map(reader.begins.__getitem__, tokens.words)) if begins]
    if not starts:
        return ()
    expressions = reader.expressions(tokens, starts)
    return reader.assembly.figures(tokens, expressions) if expressions else ()


@dataclass(frozen=True, slots=True)
class Reader:
    """All that one language knows of numbers.

    `roles` tells for a word how a number may begin with it, `begins` of any token whether one may.
    """

    roles: Mapping[str, Role]
    begins: Memo[str, bool]
    dresser: Dresser
    quantifiers: Quantifiers
    reasons: Reasons
    assembly: Assembly

    def expressions(self, tokens: Tokens, starts: Sequence[int]) -> list[Expression]:
        """The numbers that begin at, or right before, some of the tokens `starts`, none overlapping another."""
        found: list[Expression] = []
        free = 0
        for index in starts:
            if index >= free:
                expression = self._expression(tokens, index, free)
                if expression is not None:
                    if found and found[-1].because == "age":
                        expression = self.reasons.listed(tokens, found[-1], expression)
                    found.append(expression)
                    free = expression.finish + 1
        return found

    def _expression(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        role = self.roles.get(tokens.words[index], "number")
        if role == "vague":
            vague = self.quantifiers.vague(tokens, index, free)
            if vague is not None or tokens.words[index] not in self.dresser.numerals.adds:
                return vague
            role = "number"  # "six", where "six-figure" is not meant
        if role == "number":
            expression = self.dresser.number(tokens, index, free)
            return expression and self.reasons.excused(tokens, expression)
        if role == "share":
            return self._share(tokens, index, free)
        if role == "one":
            return self.dresser.single(tokens, index, free)
        if role == "many":
            return self.quantifiers.many(tokens, index)
        if role == "scale":
            return self._counted(tokens, index, free)
        if role == "times":
            return self.quantifiers.times(tokens, index)
        return self.quantifiers.group(tokens, index, free) if role == "group" else self.quantifiers.part(tokens, index)

    def _counted(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """A scale with an article: "a million"."""
        if index <= free or tokens.words[index - 1] not in self.dresser.numerals.articles:
            return None
        return self.dresser.number(tokens, index - 1, free)

    def _share(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """A share or a rank, which may be one word: "third"."""
        words, numerals = tokens.words, self.dresser.numerals
        article = index > free and words[index - 1] in numerals.articles
        hedged = article and self.assembly.modifiers.leading(words, index - 1) is not None
        amount = begun(self.dresser.shares, tokens, index, hedged, self.dresser.units.one)
        if amount is not None and amount.first >= free:
            return self.dresser.dressed(tokens, amount)
        rank = numerals.ordinals.get(words[index])
        if rank is None:
            return None
        amount = Amount(Decimal(rank), Decimal(rank), index, index, index, "ordinal")
        return self.reasons.excused(tokens, self.dresser.dressed(tokens, amount))


def words(lang: str) -> frozenset[str]:
    """The words with which numbers begin that hold no digit."""
    return frozenset(_reader(lang, "default").roles)


def beginnings(lang: str, profile: Profile = "default") -> Memo[str, bool]:
    """Whether a number may begin with a word, for every word."""
    return _reader(lang, profile).begins


@cache
def _reader(lang: str, profile: Profile) -> Reader:
    fit, words = dresser(lang), quantifiers(lang, profile)
    numerals = fit.numerals
    roles: dict[str, Role] = dict.fromkeys(fit.shares.parts.firsts(), "part")
    roles |= dict.fromkeys(fit.shares.times, "times")
    roles |= dict.fromkeys(fit.units.many, "many")
    roles |= dict.fromkeys(fit.units.one, "one")
    roles |= dict.fromkeys(numerals.scales, "scale")
    roles |= dict.fromkeys((*numerals.ordinals, *fit.shares.denominators, *fit.shares.ranks, *SIGNS), "share")
    roles |= dict.fromkeys(words.vagueness.exact, "group")
    roles |= dict.fromkeys(numerals.adds.keys() - numerals.inside, "number")
    roles |= dict.fromkeys(words.vagueness.words.firsts(), "vague")
    begins = Memo[str, bool](lambda word: word in roles or word[0].isdecimal())
    return Reader(roles, begins, fit, words, reasons(lang), assembly(lang))
