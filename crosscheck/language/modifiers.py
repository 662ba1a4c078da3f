"""Words that bound or blur a figure ("at least", "or so"), kept as written and as meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.numerals import numerals
from crosscheck.language.packs import table
from crosscheck.language.tokens import fold, split_words
from crosscheck.model import Interval, Modifier

Meaning = Modifier | Literal["focus"]
MEANINGS: tuple[Modifier, ...] = ("at_least", "more_than", "at_most", "less_than", "approx")
BOUNDS = frozenset({"at_least", "more_than", "at_most", "less_than"})
CLOSED: dict[Modifier, Modifier] = {"more_than": "at_least", "less_than": "at_most"}


@dataclass(frozen=True, slots=True)
class Hedge:
    """What the words around a figure make of it: its modifier and the tokens that say so."""

    modifier: Modifier
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class After:
    """A hedge after a number: its meaning, what may not follow it, and whether a noun may stand before it."""

    means: Modifier
    unless: frozenset[str]
    across: bool


@dataclass(frozen=True, slots=True)
class During:
    """A word that is a bound before a length of time only after some words, or with some words behind the length."""

    after: frozenset[str]
    before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Modifiers:
    """The hedges of one language."""

    before: Endings[Meaning]
    boosters: Endings[bool]
    after: Lexicon[After]
    closing: Lexicon[bool]
    reaching: Lexicon[bool]
    during: Mapping[str, During]
    numbers: frozenset[str]

    def leading(self, words: Sequence[str], begin: int) -> Hedge | None:
        """The hedge whose words end right before `begin`; None where only focus words stand there."""
        index = first = last = begin - 1
        meaning: Modifier | None = None
        while (found := self.before.match(words, index)) is not None:
            length, means = found
            if means != "focus":
                last = index if meaning is None else last
                meaning = means if meaning in (None, "approx") else meaning
                first = index - length + 1
            index -= length
        if meaning is None:
            return None
        boost = self.boosters.match(words, first - 1)
        return Hedge(meaning, first - boost[0] if boost else first, last)

    def trailing(self, words: Sequence[str], index: int) -> Hedge | None:
        """The hedge that starts at `index`, behind a number or its unit, or one noun further on."""
        found = self._trailing(words, index)
        if found is None and index < len(words) and words[index].isalpha():
            found = self._trailing(words, index + 1)
            if found is not None and not found[1]:
                return None
        return found[0] if found else None

    def _trailing(self, words: Sequence[str], index: int) -> tuple[Hedge, bool] | None:
        found = self.after.match(words, index) if index < len(words) else None
        if found is None:
            return None
        length, after = found
        following = words[index + length : index + length + 1]
        if any(word in after.unless or word[:1].isdecimal() or word in self.numbers for word in following):
            return None
        return Hedge(after.means, index, index + length - 1), after.across

    def closed(self, words: Sequence[str], hedge: Hedge, index: int) -> Hedge:
        """A strict bound that "or equal" right after the number makes one that holds its own number."""
        found = self.closing.match(words, index) if index < len(words) else None
        if found is None or hedge.modifier not in CLOSED:
            return hedge
        end = index + found[0]
        if any(word[:1].isdecimal() for word in words[end : end + 1]):
            return hedge
        return Hedge(CLOSED[hedge.modifier], hedge.first, hedge.last)

    def reached(self, words: Sequence[str], hedge: Hedge, index: int) -> Hedge | None:
        """What opens an upper bound right behind its number: "up to 50 or more"."""
        found = self.reaching.match(words, index) if index < len(words) and hedge.modifier == "at_most" else None
        return self.trailing(words, index) if found else None

    def lasting(self, words: Sequence[str], hedge: Hedge, finish: int) -> bool:
        """Whether a hedge before a length of time is a bound: not in "killed over three days"."""
        during = self.during.get(words[hedge.last])
        if during is None or hedge.first != hedge.last:
            return True
        if hedge.first == 0 or words[hedge.first - 1] in during.after:
            return True
        return any(word in during.before for word in words[finish : finish + 2])


def bounded(modifier: Modifier, low: Decimal, high: Decimal | None) -> Interval:
    """What a figure from `low` to `high` allows under a modifier."""
    if modifier == "at_least" or modifier == "more_than":
        return Interval(low, None, low_open=modifier == "more_than")
    if modifier == "at_most" or modifier == "less_than":
        return Interval(None, high, high_open=modifier == "less_than")
    return Interval(low, high)


@cache
def modifiers(lang: str) -> Modifiers:
    """The hedges of a language, from its modifiers.toml."""
    data = table(lang, "modifiers")
    before: list[tuple[str, Meaning]] = [(phrase, m) for m in MEANINGS for phrase in data["before"].get(m, ())]
    before += [(phrase, "focus") for phrase in data["focus"]["words"]]
    return Modifiers(
        before=Endings(before),
        boosters=Endings((phrase, True) for phrase in data["boosters"]["words"]),
        after=Lexicon(_after(data)),
        closing=Lexicon((phrase, True) for phrase in data["closing"]["words"]),
        reaching=Lexicon((phrase, True) for phrase in data.get("reaching", {}).get("words", ())),
        during={fold(word): _during(entry) for entry in data.get("during", ()) for word in entry["words"]},
        numbers=frozenset(numerals(lang).adds),
    )


def _after(data: dict[str, Any]) -> list[tuple[str, After]]:
    unless = {split_words(phrase): frozenset(words) for phrase, words in data["unless"].items()}
    across = {split_words(phrase) for phrase in data["across"]["words"]}
    return [
        (phrase, After(means, unless.get(split_words(phrase), frozenset()), split_words(phrase) in across))
        for means, phrases in data["after"].items()
        for phrase in phrases
    ]


def _during(entry: dict[str, Any]) -> During:
    return During(frozenset(entry["after"]), frozenset(entry["before"]))
