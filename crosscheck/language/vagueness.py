"""Words for numbers that nobody counted ("dozens", "tens of thousands"), under one of the documented profiles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args

from crosscheck.language.lexicon import Lexicon
from crosscheck.language.numerals import DASH, Numerals, numerals
from crosscheck.language.packs import table
from crosscheck.language.runs import ANY
from crosscheck.language.tokens import Tokens

Profile = Literal["default", "acled", "ucdp", "strict"]
PROFILES: tuple[Profile, ...] = get_args(Profile)


@dataclass(frozen=True, slots=True)
class Vague:
    """The least and greatest number that a word stands for (None: nobody says), and the source of that.

    `before` lists what must follow it ("scores of", never "test scores"). An `article` that it takes belongs to its
    surface ("a few"); words that must have one need it or "of" ("a couple of", never "the couple").
    """

    low: Decimal
    high: Decimal | None
    source: str
    before: frozenset[str]
    not_after: frozenset[str]
    article: Literal["", "may", "must"]


@dataclass(frozen=True, slots=True)
class Vagueness:
    """The vague words of one language under one profile."""

    words: Lexicon[Vague]
    exact: Mapping[str, Decimal]
    numerals: Numerals
    of: frozenset[str]
    bare_low: Decimal
    bare_not_after: frozenset[str]

    def begun(self, tokens: Tokens, index: int) -> tuple[Vague, int, int] | None:
        """The vague word at `index` with the first and last token of the whole: "a few hundred"."""
        words = tokens.words
        found = self.words.match(words, index)
        if found is None:
            return None
        length, vague = found
        if index and words[index - 1] in vague.not_after:
            return None
        first, last = index, index + length - 1
        article = first > 0 and words[first - 1] in self.numerals.articles
        article = bool(vague.article) and article
        vague, last = self._scaled(tokens, vague, last)
        if vague.before and last == index + length - 1 and not self._followed(tokens, last + 1, vague, article):
            return None
        return vague, first - article, last

    def _followed(self, tokens: Tokens, index: int, vague: Vague, article: bool) -> bool:
        following = tokens.words[index] if index < len(tokens.words) else ""
        if vague.article == "must" and not article and following not in self.of:
            return False
        return following in vague.before or (vague.article == "must" and not following.isalpha())

    def _scaled(self, tokens: Tokens, vague: Vague, last: int) -> tuple[Vague, int]:
        """A vague number of scales: "several hundred", "a couple of million", "hundreds of thousands"."""
        words = tokens.words
        while last + 1 < len(words):
            index = last + 1 + (words[last + 1] in self.of or words[last + 1] == DASH)
            scale = self.numerals.scales.get(words[index]) if index < len(words) else None
            if scale is None or vague.low * scale > ANY:
                break
            high = None if vague.high is None else (vague.high + 1) * scale - 1
            vague, last = replace(vague, low=vague.low * scale, high=high), index
        return vague, last


@cache
def vagueness(lang: str, profile: Profile = "default") -> Vagueness:
    """The vague words of a language under a profile, from its vagueness.toml."""
    data = table(lang, "vagueness")
    return Vagueness(
        words=Lexicon(_entries(data, profile)),
        exact={word: Decimal(number) for word, number in data.get("exact", {}).items()},
        numerals=numerals(lang),
        of=frozenset(data["words"]["of"]),
        bare_low=Decimal(data["bare"]["low"]),
        bare_not_after=frozenset(data["bare"]["not_after"]),
    )


@cache
def rough(lang: str) -> Mapping[str, Decimal]:
    """The words in which a number is told that was hardly counted ("dozen"), and the share by which it may be out."""
    return {word: Decimal(str(share)) for word, share in table(lang, "vagueness").get("rough", {}).items()}


def _entries(data: dict[str, Any], profile: Profile) -> Iterator[tuple[str, Vague]]:
    for entry in data["word"]:
        said = entry.get(profile, entry["default"])
        high = Decimal(said["high"]) if "high" in said else None
        vague = Vague(
            low=Decimal(said["low"]),
            high=high,
            source=data["sources"][said["source"]],
            before=frozenset(entry.get("before", ())),
            not_after=frozenset(entry.get("not_after", ())),
            article=entry.get("article", ""),
        )
        yield from ((surface, vague) for surface in entry["surfaces"])
