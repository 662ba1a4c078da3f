"""Known words found in a stretch of text in one pass, before it is cut into tokens.

A multi-pattern automaton does it where the package `ahocorasick_rs` is installed; where it is not, or where letters
cannot be compared as they stand, the text has to be cut first, with the same answers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized

from crosscheck.language.tokens import is_odd

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

SHORTEST = 3  # letters: "in" stands in every second sentence, and at the beginning of more words


class Hits(NamedTuple):
    """The words found in a stretch, and where each of them begins, in order."""

    starts: tuple[int, ...]
    words: tuple[str, ...]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Those that begin between two offsets."""
        first = bisect_left(self.starts, start)
        return self.words[first : bisect_left(self.starts, end, first)]


@dataclass(frozen=True, slots=True)
class Literals:
    """Words to look for: those that are `sought`, and the `others`, which may stand anywhere."""

    sought: tuple[str, ...]
    others: frozenset[str]
    automaton: AhoCorasick

    def find(self, text: str, start: int, end: int) -> Hits | None:
        """The words in a stretch, each a word by itself; None where only its tokens tell."""
        piece = text[start:end]
        low = piece.lower()
        if len(low) != len(piece) or not (piece.isascii() or is_normalized("NFC", piece)) or is_odd(text, start, end):
            return None
        bounded = f" {low} "
        hits = [
            (start + first, number)
            for number, first, after in self.automaton.find_matches_as_indexes(low)
            if not bounded[first].isalpha() and not bounded[after + 1].isalpha()
        ]
        return Hits(tuple([first for first, _ in hits]), tuple([self.sought[number] for _, number in hits]))


def literals(words: Iterable[str], telling: Set[str]) -> Literals | None:
    """What finds these words, folded as tokens are; None where no automaton is at hand.

    Short words are not sought, being everywhere, unless they are `telling`.
    """
    kind = _automaton()
    if kind is None:
        return None
    every = frozenset(words)
    sought = tuple(sorted(word for word in every if word.isalpha() and (len(word) >= SHORTEST or word in telling)))
    from ahocorasick_rs import MatchKind

    # The longest word that begins at a place: a word that is found by itself is never part of a longer one.
    return Literals(sought, every.difference(sought), kind(sought, matchkind=MatchKind.LeftmostLongest))


@cache
def _automaton() -> type[AhoCorasick] | None:
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return None
    return AhoCorasick
