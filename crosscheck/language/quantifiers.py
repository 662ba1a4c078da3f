"""Numbers that nobody counted, and small ones with words of their own: "dozens", "decades", "most of", "twice"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from crosscheck.language.amounts import Amount
from crosscheck.language.dressing import Dresser, dresser
from crosscheck.language.expressions import FRACTION, Expression
from crosscheck.language.runs import THOUSAND
from crosscheck.language.tokens import Tokens
from crosscheck.language.vagueness import Profile, Vagueness, vagueness


@dataclass(frozen=True, slots=True)
class Quantifiers:
    """The vague words of one language under a profile, with the units that they take."""

    dresser: Dresser
    vagueness: Vagueness

    def vague(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """A vague number with its unit, also past "of": "several", "a couple of weeks", "thousands of dollars"."""
        found = self.vagueness.begun(tokens, index)
        if found is None:
            return None
        vague, first, last = found
        first = max(first, free)
        before = self.dresser.units.preceding(tokens, first - 1) if first > free else None
        amount = Amount(vague.low, vague.low, first, last, first, "vague", THOUSAND)
        return replace(self.dresser.dressed(tokens, amount, before), high=vague.high)

    def many(self, tokens: Tokens, index: int) -> Expression | None:
        """A bare plural of a unit of time: "hours later", "after decades"."""
        if index and tokens.words[index - 1] in self.vagueness.bare_not_after:
            return None
        unit = self.dresser.units.many[tokens.words[index]]
        low = self.vagueness.bare_low
        return Expression(unit.kind, low, None, unit.name, index, index, index, index, "vague")

    def times(self, tokens: Tokens, index: int) -> Expression:
        """How often: "twice"."""
        value = self.dresser.shares.times[tokens.words[index]]
        return Expression("number", value, value, None, index, index, index, index, "words")

    def group(self, tokens: Tokens, index: int, free: int) -> Expression | None:
        """A group of known size, with its article: "a pair"."""
        first, value = index - 1, self.vagueness.exact[tokens.words[index]]
        if first < free or tokens.words[first] not in self.dresser.numerals.articles:
            return None
        return Expression("number", value, value, None, first, index, first, index, "words")

    def part(self, tokens: Tokens, index: int) -> Expression | None:
        """A share told only to be more or less than half: "most of", "a majority"; not "a majority of 167"."""
        words = tokens.words
        found = self.dresser.shares.parts.match(words, index)
        if found is None:
            return None
        length, part = found
        following = words[index + length] if index + length < len(words) else ""
        if (index and words[index - 1] in part.not_after) or following in part.not_before:
            return None
        if self._counts(words, index + length):
            return None
        last = index + part.words - 1
        return Expression("number", part.low, part.high, FRACTION, index, last, index, last, "vague")

    def _counts(self, words: tuple[str, ...], index: int) -> bool:
        """Whether a number follows, past "of"."""
        index += index < len(words) and words[index] in self.vagueness.of
        return index < len(words) and (words[index][0].isdecimal() or words[index] in self.dresser.numerals.adds)


@cache
def quantifiers(lang: str, profile: Profile) -> Quantifiers:
    """The quantifiers of a language under a profile."""
    return Quantifiers(dresser(lang), vagueness(lang, profile))
