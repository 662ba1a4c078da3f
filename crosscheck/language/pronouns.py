"""The word "one" where it stands for a noun or for nobody: "the one who", "no one", "one of the biggest"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.language.lexicon import Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens

SHORTEST = 6  # "largest", "oldest"; shorter words in "est" are superlatives only by chance ("west", "rest")


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The words around "one" in one language; each field is the list of its name in reasons.toml."""

    words: frozenset[str]
    never: frozenset[str]
    before: frozenset[str]
    alone: frozenset[str]
    after: Lexicon[bool]
    of: frozenset[str]
    superlative: frozenset[str]
    endings: tuple[str, ...]
    window: int

    def stands(self, tokens: Tokens, index: int) -> bool:
        """Whether the number word at a token is a pronoun there."""
        words = tokens.words
        if words[index] not in self.words:
            return False
        before = words[index - 1] if index else ""
        if before in self.never:
            return True
        if index + 1 == len(words):
            return before in self.before
        following = words[index + 1]
        if self.after.match(words, index + 1):
            return True
        if following in self.alone and (before in self.before or self._greatest(before)):
            return True
        return following in self.of and any(map(self._greatest, words[index + 2 : index + 2 + self.window]))

    def _greatest(self, word: str) -> bool:
        return word in self.superlative or (len(word) >= SHORTEST and word.endswith(self.endings))


@cache
def pronouns(lang: str) -> Pronouns:
    """The pronoun words of a language, from its reasons.toml."""
    data = table(lang, "reasons")["pronoun"]
    return Pronouns(
        words=frozenset(data["words"]),
        never=frozenset(data["never"]),
        before=frozenset(data["before"]),
        alone=frozenset(data["alone"]),
        after=Lexicon((phrase, True) for phrase in data["after"]),
        of=frozenset(data["of"]),
        superlative=frozenset(data["superlative"]),
        endings=tuple(data["endings"]),
        window=data["window"],
    )
