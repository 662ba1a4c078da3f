"""Phrases of a pack or a rule, found in a sentence's tokens by longest match from the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from crosscheck.language.tokens import split_words

Entry = TypeVar("Entry")
Entries = tuple[tuple[int, tuple[str, ...], Entry], ...]  # phrases with one first word, the longest first


class Lexicon(Generic[Entry]):
    """A map from phrases of one or more words to entries; a phrase given twice keeps its first entry."""

    __slots__ = ("_phrases",)

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        found: dict[str, dict[tuple[str, ...], Entry]] = {}
        for phrase, entry in phrases:
            words = split_words(phrase)
            if words:
                found.setdefault(words[0], {}).setdefault(words, entry)
        self._phrases: dict[str, Entries[Entry]] = {
            first: tuple(sorted(((len(w), w, e) for w, e in group.items()), key=lambda item: -item[0]))
            for first, group in found.items()
        }

    def match(self, words: Sequence[str], index: int) -> tuple[int, Entry] | None:
        """How many words from `index` on the longest phrase there covers, and its entry."""
        for length, phrase, entry in self._phrases.get(words[index], ()):
            if length == 1 or tuple(words[index : index + length]) == phrase:
                return length, entry
        return None

    def occurs(self, words: Sequence[str]) -> bool:
        """Whether any phrase stands in a row of words."""
        return any(self.match(words, index) for index in range(len(words)))

    def entries(self) -> Iterable[tuple[str, Entries[Entry]]]:
        """The phrases by their first word: how many words each has, the words, its entry."""
        return self._phrases.items()

    def firsts(self) -> frozenset[str]:
        """The first words of all phrases: what an index looks for."""
        return frozenset(self._phrases)

    def __len__(self) -> int:
        return len(self._phrases)

    def __contains__(self, word: str) -> bool:
        return word in self._phrases


class Endings(Generic[Entry]):
    """A map from phrases to entries that is read backwards: what stands before a token, longest phrase first."""

    __slots__ = ("_phrases",)

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        found: dict[str, dict[tuple[str, ...], Entry]] = {}
        for phrase, entry in phrases:
            words = split_words(phrase)
            if words:
                found.setdefault(words[-1], {}).setdefault(words, entry)
        self._phrases: dict[str, Entries[Entry]] = {
            last: tuple(sorted(((len(w), w, e) for w, e in group.items()), key=lambda item: -item[0]))
            for last, group in found.items()
        }

    def match(self, words: Sequence[str], index: int) -> tuple[int, Entry] | None:
        """How many words up to and including `index` the longest phrase there covers, and its entry."""
        if index < 0:
            return None
        for length, phrase, entry in self._phrases.get(words[index], ()):
            if length == 1 or tuple(words[max(0, index - length + 1) : index + 1]) == phrase:
                return length, entry
        return None
