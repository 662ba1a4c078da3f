"""The words of a language for parts of a whole, as one frozen value: what `fractions` reads shares by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from crosscheck.language.lexicon import Lexicon
from crosscheck.language.numerals import DASH, Numerals, numerals
from crosscheck.language.packs import table
from crosscheck.language.tokens import fold
from crosscheck.language.vulgar import SIGNS

SLASH = "/"


@dataclass(frozen=True, slots=True)
class Part:
    """A share told only to be more or less than half; `words` of its phrase are the surface ("most" of "most of")."""

    low: Decimal
    high: Decimal
    words: int
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shares:
    """`denominators` are always shares, `ranks` only in company; the other names are those of shares.toml."""

    numerals: Numerals
    denominators: Mapping[str, int]
    ranks: Mapping[str, int]
    endings: Mapping[str, int]
    single: frozenset[str]
    bare: frozenset[str]
    inside: frozenset[str]
    of: frozenset[str]
    joiners: frozenset[str]
    over: frozenset[str]
    ratio: Lexicon[bool]
    after: frozenset[str]
    only_after: frozenset[str]
    not_after: frozenset[str]
    wholes: frozenset[int]
    before: frozenset[str]
    lasting: frozenset[str]
    times: Mapping[str, Decimal]
    parts: Lexicon[Part]
    more: frozenset[str]

    def under(self, words: tuple[str, ...], index: int, single: bool) -> tuple[int, int] | None:
        """The denominator at a token with its last token; `single` tells that one part of it is meant ("one third")."""
        if index >= len(words):
            return None
        word = words[index]
        under = self.denominators.get(word)
        if under is not None and (single or word not in self.single):
            return under, index
        if single and word in self.ranks:
            return self.ranks[word], index
        return self._compound(words, index, single)

    def _compound(self, words: tuple[str, ...], index: int, single: bool) -> tuple[int, int] | None:
        """A denominator of two words: "three twenty-firsts", "one twenty-fifth"."""
        tens, room = self.numerals.adds.get(words[index], (0, 0))
        last = index + 1 + (words[index + 1 : index + 2] == (DASH,))
        if room != 10 or last >= len(words):
            return None
        unit = self.denominators.get(words[last]) or self.endings.get(words[last])
        if unit is None and single:
            unit = self.numerals.ordinals.get(words[last])
        return (tens + unit, last) if unit is not None and unit < 10 else None


@cache
def shares(lang: str) -> Shares:
    """The share words of a language, from its shares.toml."""
    data, numbers = table(lang, "shares"), numerals(lang)
    words = {name: frozenset(listed) for name, listed in data["words"].items()}
    ranks = {fold(word): value for word, value in data["ordinal_denominators"].items()}
    ratio = Lexicon((phrase, True) for phrase in data["words"]["ratio"])
    tens = (word for word, (_, room) in numbers.adds.items() if room == 10)
    none: frozenset[str] = frozenset()
    over = words.get("over", none)
    return Shares(
        numerals=numbers,
        denominators=numbers.denominators,
        ranks=ranks,
        endings=dict(data.get("endings", {})),
        single=words["single"],
        bare=words["bare"],
        inside=words.get("inside", none),
        of=words["of"],
        joiners=words["and"],
        over=over,
        ratio=ratio,
        after=words["after"],
        only_after=words["only_after"],
        not_after=words["not_after"],
        wholes=frozenset(data["words"]["wholes"]),
        before=words["before"],
        lasting=frozenset(word for unit in table(lang, "units")["duration"].values() for word in unit["words"]),
        times={word: Decimal(value) for word, value in data.get("times", {}).items()},
        parts=Lexicon(_parts(data)),
        more=frozenset(
            {DASH, SLASH}.union(SIGNS, numbers.denominators, ranks, words["and"], over, ratio.firsts(), tens)
        ),
    )


def _parts(data: dict[str, Any]) -> Iterator[tuple[str, Part]]:
    for entry in data.get("part", ()):
        part = Part(
            low=Decimal(str(entry["low"])),
            high=Decimal(str(entry["high"])),
            words=entry["number"],
            not_after=frozenset(entry.get("not_after", ())),
            not_before=frozenset(entry.get("not_before", ())),
        )
        yield from ((surface, part) for surface in entry["surfaces"])
