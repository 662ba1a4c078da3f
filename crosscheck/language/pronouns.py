"""The word "one" where it stands for a noun or for nobody: "the one who", "no one", "one of the biggest"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens

SHORTEST = 6  # "largest", "oldest"; shorter words in "est" are superlatives only by chance ("west", "rest")


@dataclass(frozen=True, slots=True)
class Pronouns:
    """The words around "one" in one language; each field is the list of its name in reasons.toml."""

    words: frozenset[str]
    never: frozenset[str]
    nobody_after: frozenset[str]
    before: Endings[bool]
    alone: frozenset[str]
    after: Lexicon[bool]
    of: frozenset[str]
    superlative: frozenset[str]
    endings: tuple[str, ...]
    others: frozenset[str]
    window: int

    def nobody(self, tokens: Tokens, index: int) -> bool:
        """Whether it is no number at all there: "no one was hurt", but "no one party"."""
        words = tokens.words
        if not index or words[index] not in self.words or words[index - 1] not in self.never:
            return False
        return index + 1 == len(words) or not words[index + 1].isalpha() or words[index + 1] in self.nobody_after

    def stands(self, tokens: Tokens, index: int) -> bool:
        """Whether the number word at a token is a pronoun there."""
        words = tokens.words
        if words[index] not in self.words:
            return False
        before = words[index - 1] if index else ""
        if before in self.never:
            return True
        described = self.before.match(words, index - 1) is not None or self._greatest(before)
        if index + 1 == len(words):
            return described
        following = words[index + 1]
        if (described and following in self.alone) or self.after.match(words, index + 1):
            return True
        ahead = words[index + 2 : index + 2 + self.window]
        return following in self.of and any(word in self.superlative or self._greatest(word) for word in ahead)

    def _greatest(self, word: str) -> bool:
        return len(word) >= SHORTEST and word.endswith(self.endings) and word not in self.others


@cache
def pronouns(lang: str) -> Pronouns:
    """The pronoun words of a language, from its reasons.toml."""
    data = table(lang, "reasons")["pronoun"]
    return Pronouns(
        words=frozenset(data["words"]),
        never=frozenset(data["never"]),
        nobody_after=frozenset(data.get("nobody_after", ())),
        before=Endings((phrase, True) for phrase in data["before"]),
        alone=frozenset(data["alone"]),
        after=Lexicon((phrase, True) for phrase in data["after"]),
        of=frozenset(data["of"]),
        superlative=frozenset(data["superlative"]),
        endings=tuple(data["endings"]),
        others=frozenset(data["others"]),
        window=data["window"],
    )
