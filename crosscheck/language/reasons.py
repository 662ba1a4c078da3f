"""Why a number among words counts nothing: an age, a name, a pronoun; what stands around it tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from crosscheck.language.ages import Ages, ages
from crosscheck.language.expressions import DURATION, YEAR, Expression, Reason
from crosscheck.language.labels import Labels, labels
from crosscheck.language.pronouns import Pronouns, pronouns
from crosscheck.language.tokens import Tokens

REASONS: tuple[Reason, ...] = get_args(Reason)


@dataclass(frozen=True, slots=True)
class Reasons:
    """What finds the reasons in one language; scores are told by a pair of numbers, in `ranges`."""

    labels: Labels
    ages: Ages
    pronouns: Pronouns

    def excused(self, tokens: Tokens, expression: Expression) -> Expression | None:
        """The expression with the reason, if there is one, why it counts nothing; None for "no one"."""
        if self.pronouns.nobody(tokens, expression.first):
            return None
        phrase = self.labels.set_phrase(tokens, expression.first)
        if phrase is not None:
            return replace(expression, because=phrase)
        if expression.because is not None or expression.prefixed:
            return expression
        because = self._named(tokens, expression)
        if because is not None:
            return replace(expression, because=because)
        if expression.unit is None and expression.low > 0 and self._aged(tokens, expression):
            return replace(expression, kind=DURATION, unit=YEAR, because="age")
        if expression.first == expression.last and self.pronouns.stands(tokens, expression.first):
            return replace(expression, because="pronoun")
        return expression

    def listed(self, tokens: Tokens, before: Expression, expression: Expression) -> Expression:
        """A number that goes on with a list of ages is one too: "aged 19, 22 and 45"; not "Ana, 34, 17 others".

        So is one behind a name, whatever follows: "Ana Quispe, 34; Rosa Mamani, 29 were arrested".
        """
        if before.because != "age" or expression.unit is not None or expression.because is not None:
            return expression
        listed = self.ages.lists(tokens.words, before.finish, expression.begin, expression.finish)
        if not listed and not self.ages.named(tokens, expression.first):
            return expression
        return replace(expression, kind=DURATION, unit=YEAR, because="age")

    def _named(self, tokens: Tokens, expression: Expression) -> Reason | None:
        first, digits = expression.first, expression.shape == "digits"
        if digits and self.labels.lettered(tokens, expression.finish):
            return "name"
        if digits and expression.scale == 1 and first == expression.last:
            coded = self.labels.coded(tokens, first)
            if coded is not None:
                return coded
        if first != expression.begin or expression.shape == "ordinal":
            return None
        named = self.labels.named(tokens, first, expression.finish, digits)
        return named if expression.unit is None or named == "name" else None

    def _aged(self, tokens: Tokens, expression: Expression) -> bool:
        if self.ages.before(tokens.words, expression.first):
            return True
        if expression.shape != "digits":
            return False
        first = expression.first
        return self.ages.apposed(tokens, first) or self.ages.bracketed(tokens.words, first)


@cache
def reasons(lang: str) -> Reasons:
    """What finds the reasons in a language, from its reasons.toml."""
    return Reasons(labels(lang), ages(lang), pronouns(lang))
