"""Two numbers that are one figure, or that tell what the other is: ranges, scores, ends that share a unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from crosscheck.language.expressions import Expression
from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens

WIDEST_CHOICE = 10  # "10 or 20" is one doubtful figure, "2 or 3,000" two
AGE_REACH = 4  # "between the ages of"
DASH = "-"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring expressions, read together: one `range`, or two of which each may have changed."""

    left: Expression
    right: Expression
    joined: bool
    hedge: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Scores:
    """The words of one language beside votes and games; no side of one is larger than `largest`."""

    before: Endings[bool]
    after: Lexicon[bool]
    largest: int

    def beside(self, words: Sequence[str], begin: int, finish: int) -> bool:
        """Whether such words stand right before or after two numbers."""
        after = finish + 1 < len(words) and self.after.match(words, finish + 1) is not None
        return after or self.before.match(words, begin - 1) is not None


@dataclass(frozen=True, slots=True)
class Ranges:
    """The words of one language between and around two numbers."""

    between: frozenset[str]
    both: frozenset[str]
    to: frozenset[str]
    choice: frozenset[str]
    fillers: frozenset[str]
    sides: frozenset[str]
    origin: frozenset[str]
    spread: frozenset[str]
    words: frozenset[str]
    scores: Scores

    def paired(self, tokens: Tokens, left: Expression, right: Expression) -> Pair | None:
        """What two neighbours make of each other; None where they have nothing to do with each other."""
        words = tokens.words
        joiner = words[left.finish + 1] if left.finish + 1 < len(words) else ""
        if joiner not in self.words or {left.because, right.because} - {None, "age"}:
            return None
        if joiner == DASH and words[left.finish + 2] in self.both:
            left, joiner = replace(left, finish=left.finish + 1), words[left.finish + 2]  # "8- to 16-metre"
        if not self._adjacent(words, left, right) or not _alike(left, right):
            return None
        if self._span(words, left.begin) is not None and joiner in self.both:
            return Pair(*_shared(left, right), True, self._span(words, left.begin))
        if left.because == "age" and joiner in self.both and self._ages(words, left.begin, joiner):
            return Pair(*_shared(left, right), True)
        if joiner in self.choice:
            return self._either(left, right)
        if joiner not in self.to or "ordinal" in (left.kind, right.kind):
            return None
        return self._from_to(tokens, left, right)

    def _adjacent(self, words: Sequence[str], left: Expression, right: Expression) -> bool:
        gap = right.begin - left.finish - 1
        return gap == 1 or (gap == 2 and (words[right.begin - 1] in self.fillers or words[right.begin - 1] == DASH))

    def _ages(self, words: Sequence[str], begin: int, joiner: str) -> bool:
        """Whether two ages are ends: "ages 18 to 24", "between the ages of 18 and 24"; "aged 17 and 19" are two."""
        return joiner in self.to or not self.between.isdisjoint(words[max(0, begin - AGE_REACH) : begin])

    def _span(self, words: Sequence[str], begin: int) -> tuple[int, int] | None:
        """Where "between" stands before a number or its article."""
        index = begin - 2 if begin >= 2 and words[begin - 1] in self.fillers else begin - 1
        return (index, index) if index >= 0 and words[index] in self.between else None

    def _either(self, left: Expression, right: Expression) -> Pair | None:
        left, right = _shared(left, right)
        close = left.low < right.low <= left.low * WIDEST_CHOICE and left.unit == right.unit
        return Pair(left, right, True) if close and "vague" not in (left.shape, right.shape) else None

    def _from_to(self, tokens: Tokens, left: Expression, right: Expression) -> Pair | None:
        words, begin = tokens.words, left.begin
        started = begin > 0 and words[begin - 1] in self.origin
        left, right = _shared(left, right)
        if started:
            dashed = words[left.finish + 1] == DASH and left.low < right.low
            spread = dashed or (begin > 1 and words[begin - 2] in self.spread)
            return Pair(left, right, spread, (begin - 1, begin - 1) if spread else None)
        if self._scores(tokens, left, right):
            return Pair(replace(left, because="score"), replace(right, because="score"), False)
        return Pair(left, right, True) if left.low < right.low and left.unit == right.unit else None

    def _scores(self, tokens: Tokens, left: Expression, right: Expression) -> bool:
        if left.unit or right.unit or left.low < 0 or max(left.low, right.low) > self.scores.largest:
            return False
        if self.scores.beside(tokens.words, left.begin, right.finish):
            return True
        if left.low < right.low:
            return False
        dashed = tokens.words[left.finish + 1] == DASH and tokens.glued(left.finish + 1)
        return dashed or right.low == 1


def _alike(left: Expression, right: Expression) -> bool:
    """Whether two expressions may be ends of one range: of one unit, or one unit for both."""
    if left.kind == right.kind:
        return left.unit == right.unit or None in (left.unit, right.unit)
    if left.unit is None and left.kind == "number":
        return True
    return (
        right.unit is None
        and right.kind == "number"
        and (left.prefixed or left.shape == "unit" or left.because == "age")
    )


def _shared(left: Expression, right: Expression) -> tuple[Expression, Expression]:
    """Hands the unit and the scale that one end alone names to the other: "18 to 36 months", "$3-5 million"."""
    if left.unit is None and right.unit is not None:
        left = replace(left, kind=right.kind, unit=right.unit, because=right.because)
    elif right.unit is None and left.unit is not None:
        right = replace(right, kind=left.kind, unit=left.unit)
    if right.scale > 1 and left.scale == 1 and left.shape in ("digits", "words") and left.low < right.low / right.scale:
        low = left.low * right.scale
        left = replace(left, low=low, high=low, scale=right.scale)
    return left, right


def ends(left: Expression, right: Expression) -> tuple[Decimal, Decimal]:
    """The least and greatest value of a range, in whatever order it names them."""
    return min(left.low, right.low), max(left.high or left.low, right.high or right.low)


@cache
def ranges(lang: str) -> Ranges:
    """The range words of a language, from its modifiers.toml."""
    data = table(lang, "modifiers")["range"]
    between, to, choice = frozenset(data["between"]), frozenset(data["to"]), frozenset(data["or"])
    both = frozenset(data["and"])
    return Ranges(
        between=between,
        both=both,
        to=to,
        choice=choice,
        fillers=frozenset(data["fillers"]),
        sides=frozenset(data["sides"]),
        origin=frozenset(data["from"]),
        spread=frozenset(data["spread"]),
        words=both | to | choice,
        scores=_scores(lang),
    )


def _scores(lang: str) -> Scores:
    data = table(lang, "reasons")["score"]
    before = Endings((phrase, True) for phrase in data["before"])
    return Scores(before, Lexicon((phrase, True) for phrase in data["after"]), data["largest"])
