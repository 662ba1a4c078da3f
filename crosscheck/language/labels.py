"""Numbers that name or grade something: "Article 5", "F-16", "level 3", "24/7", a telephone number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.language.expressions import Reason
from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.numerals import DASH
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, split_words

LONGEST_SUFFIX = 3  # "3D", "4x4" are names; longer letters are a word whose space was lost ("17people")
PHRASE_REACH = 4  # words of a set phrase before its number: "hole - in - one"
EXTENSION = (3, 4)  # digits on both sides of a dash in a telephone number
AREA = (3, 3)  # the same before a part in letters ("305-471-TIPS")


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one language that a number names something with; a label's flag tells that it needs a capital."""

    words: Endings[tuple[Reason, bool]]
    joins: frozenset[str]
    never: frozenset[str]
    phrases: Lexicon[Reason]
    phrase_words: frozenset[str]
    chains: frozenset[str]

    def named(self, tokens: Tokens, first: int, last: int, digits: bool) -> Reason | None:
        """Whether what stands before a number makes it a name or a level."""
        if first == 0:
            return None
        words = tokens.words
        if digits and words[first - 1] in self.joins and self._lettered_before(tokens, first):
            return "name"
        found = self.words.match(words, first - 1)
        if found is None or not found[1][1]:
            return found[1][0] if found else None
        following = words[last + 1] if last + 1 < len(words) else ""
        label = first - found[0]
        sure = (not following.isalpha() and following != DASH) or tokens.capital(label)
        return found[1][0] if digits and sure else None

    def _lettered_before(self, tokens: Tokens, first: int) -> bool:
        """Letters with a capital, then a hyphen without spaces: "COVID-19", not "mid-30s"."""
        letters = first - 2
        if letters < 0 or not (tokens.glued(first) and tokens.glued(first - 1)):
            return False
        if tokens.glued(letters) and tokens.words[letters - 1][0].isdecimal():
            return False  # "104F-113F"
        word = tokens.words[letters]
        return word.isalpha() and word not in self.never and tokens.capital(letters)

    def lettered(self, tokens: Tokens, finish: int) -> bool:
        """Whether letters go on where a number ends: "3D", "4x4"."""
        if finish + 1 >= len(tokens) or not tokens.glued(finish + 1):
            return False
        after, digits = tokens.words[finish + 1], tokens.words[finish][0].isdecimal()
        return digits and after.isalpha() and len(after) <= LONGEST_SUFFIX

    def set_phrase(self, tokens: Tokens, index: int) -> Reason | None:
        """The reason where a number is a word of a set phrase: "ground zero", "24/7", "at first"."""
        words = tokens.words
        if words[index] not in self.phrase_words:
            return None
        for first in range(max(0, index - PHRASE_REACH), index + 1):
            found = self.phrases.match(words, first)
            if found is not None and first + found[0] > index:
                return found[1]
        return None

    def coded(self, tokens: Tokens, index: int) -> Reason | None:
        """The reason where digits belong to a row: a telephone number ("555-0100"), a vote of three ("9-6-1")."""
        row = self._row(tokens, index)
        if len(row) == 1:
            return "code" if _digits_beside(tokens, index) else None
        sizes, joint = tuple(len(tokens.words[each]) for each in row), row[0] + 1
        if len(row) == 2:
            after = row[1] + 1
            goes_on = after < len(tokens) and tokens.words[after] in self.joins and tokens.glued(after)
            told = tokens.words[joint] in self.joins and (sizes == EXTENSION or (sizes == AREA and goes_on))
            return "code" if told else None
        vote = len(row) == 3 and tokens.words[joint] in self.joins and max(sizes) < 4 and sizes[:2] != (1, 3)
        return "score" if vote else "code"

    def _row(self, tokens: Tokens, index: int) -> list[int]:
        """The tokens of digits that marks without spaces join to the one at `index`, in order; no more than four."""
        first = last = index
        while last - first < 6 and self._linked(tokens, first - 1):
            first -= 2
        while last - first < 6 and self._linked(tokens, last + 1):
            last += 2
        return list(range(first, last + 1, 2))

    def _linked(self, tokens: Tokens, index: int) -> bool:
        """Whether the token joins digits on both sides without spaces."""
        words = tokens.words
        if not 0 < index < len(words) - 1 or words[index] not in self.chains:
            return False
        digits = words[index - 1][0].isdecimal() and words[index + 1][0].isdecimal()
        return digits and tokens.glued(index) and tokens.glued(index + 1)


def _digits_beside(tokens: Tokens, index: int) -> bool:
    """Whether digits go on in the next token or the one before: more of them than any number has."""
    if tokens.glued(index) and tokens.words[index - 1][0].isdecimal():
        return True
    return index + 1 < len(tokens) and tokens.words[index + 1][0].isdecimal() and tokens.glued(index + 1)


@cache
def labels(lang: str) -> Labels:
    """The labels of a language, from its reasons.toml."""
    data = table(lang, "reasons")
    name = data["name"]
    words: list[tuple[str, tuple[Reason, bool]]] = [(phrase, ("name", False)) for phrase in name["before"]]
    words += [(phrase, ("level", False)) for phrase in data["level"]["before"]]
    words += [(phrase, ("name", True)) for phrase in name["capital"]]
    phrases: list[tuple[str, Reason]] = [(phrase, "name") for phrase in name["phrases"]]
    phrases += [(phrase, "idiom") for phrase in data["idiom"]["phrases"]]
    return Labels(
        words=Endings(words),
        joins=frozenset(name["joins"]),
        never=frozenset(name["never"]),
        phrases=Lexicon(phrases),
        phrase_words=frozenset(word for phrase, _ in phrases for word in split_words(phrase)),
        chains=frozenset(data["code"]["joins"]),
    )
