"""Ages of people, which count nothing: "19-year-old", "aged 23", "in his 40s", "Ana Quispe, 34, of Juliaca"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from crosscheck.language.expressions import Reason
from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens

COMMA = ","
HYPHEN = "-"
BRACKETS = ("(", ")")
APOSTROPHE = "'"
STOPS = frozenset(".);")


@dataclass(frozen=True, slots=True)
class Ages:
    """The words of one language around ages."""

    old: Lexicon[bool]
    aged: Endings[bool]
    also: Lexicon[bool]
    plural: frozenset[str]
    joiners: frozenset[str]
    kin: frozenset[str]
    most: int

    def old_at(self, words: Sequence[str], index: int) -> int:
        """The last token of what makes a length of time an age ("old", "of age") from `index` on, or -1."""
        found = self.old.match(words, index) if index < len(words) else None
        return index + found[0] - 1 if found else -1

    def before(self, words: Sequence[str], begin: int) -> bool:
        """Whether "aged", "ages" or the like stands before a number."""
        return self.aged.match(words, begin - 1) is not None

    def lists(self, words: Sequence[str], finish: int, begin: int, last: int) -> bool:
        """Whether only list marks part two numbers, and nothing that could be counted follows the second."""
        between = words[finish + 1 : begin]
        following = words[last + 1] if last + 1 < len(words) else ""
        return (
            0 < len(between) <= 2
            and self.joiners.issuperset(between)
            and (following in self.joiners or not following.isalpha())
        )

    def plural_at(self, tokens: Tokens, index: int, value: int) -> Reason | None:
        """Whether an ending at `index` makes a number an age or years: "in his 40s", "the 1960s", "the '80s"."""
        if index >= len(tokens):
            return None
        if tokens.words[index] in self.plural and tokens.glued(index):
            cut = index > 1 and tokens.words[index - 2] == APOSTROPHE
            return "age" if value < 100 and not cut else "year"
        return "age" if self.also.match(tokens.words, index) else None

    def named(self, tokens: Tokens, index: int) -> bool:
        """Whether digits stand behind a name of two words and a comma, where an age before has shown what such are."""
        words = tokens.words
        if index < 3 or words[index - 1] != COMMA or not words[index].isdecimal() or not _name(tokens, index - 2):
            return False
        return 0 < int(words[index][:4]) <= self.most and (_name(tokens, index - 3) or words[index - 3] == HYPHEN)

    def apposed(self, tokens: Tokens, index: int) -> bool:
        """Whether digits between commas after a name are an age; before a full stop the name must have two words."""
        words = tokens.words
        if index < 2 or words[index - 1] != COMMA or not _name(tokens, index - 2):
            return False
        if not words[index].isdecimal() or len(words[index]) > 3 or not 0 < int(words[index]) <= self.most:
            return False
        following = words[index + 1] if index + 1 < len(words) else "."
        return following == COMMA or (following in STOPS and index > 2 and _name(tokens, index - 3))

    def bracketed(self, words: Sequence[str], index: int) -> bool:
        """Whether digits in brackets after a word for one person are an age: "her mother (34)"."""
        if not 2 <= index < len(words) - 1 or (words[index - 1], words[index + 1]) != BRACKETS:
            return False
        return words[index - 2] in self.kin and words[index].isdecimal() and 0 < int(words[index][:4]) <= self.most


def _name(tokens: Tokens, index: int) -> bool:
    return tokens.words[index].isalpha() and tokens.capital(index)


@cache
def ages(lang: str) -> Ages:
    """The age words of a language, from its reasons.toml."""
    data = table(lang, "reasons")["age"]
    return Ages(
        old=Lexicon((phrase, True) for phrase in data["after"]),
        aged=Endings((phrase, True) for phrase in data["before"]),
        also=Lexicon((phrase, True) for phrase in data["also"]),
        plural=frozenset(data["plural"]),
        joiners=frozenset(data["list"]),
        kin=frozenset(data["kin"]),
        most=data["most"],
    )
