"""Why a number among words counts nothing: an age, a score, the name of something, a pronoun, an idiom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, split_words

Reason = Literal["age", "score", "name", "level", "year", "pronoun", "idiom", "code"]
REASONS: tuple[Reason, ...] = get_args(Reason)
LONGEST_SUFFIX = 3  # "3D", "4x4" are names; longer letters are a word whose space was lost ("17people")


@dataclass(frozen=True, slots=True)
class Reasons:
    """The words of one language around numbers that count nothing."""

    labels: Endings[tuple[Reason, bool]]
    joins: frozenset[str]
    never: frozenset[str]
    names: Lexicon[Reason]
    phrases: Lexicon[Reason]
    phrase_words: frozenset[str]
    old: Lexicon[bool]
    aged: Endings[bool]
    also: Lexicon[bool]
    plural: frozenset[str]
    most: int
    to: frozenset[str]
    score_after: Lexicon[bool]
    score_before: Endings[bool]
    largest: int
    one: frozenset[str]
    one_never: frozenset[str]
    one_before: frozenset[str]
    one_alone: frozenset[str]
    one_after: Lexicon[bool]
    of: frozenset[str]
    superlative: frozenset[str]
    superlative_endings: tuple[str, ...]
    window: int
    code: frozenset[str]

    def named(self, tokens: Tokens, begin: int, last: int, digits: bool) -> Reason | None:
        """Whether what stands before a number makes it a name: "Article 5", "F-16", "G7", "level 3"."""
        if begin == 0:
            return None
        words, before = tokens.words, tokens.words[begin - 1]
        if digits and tokens.glued(begin) and (before.isalpha() or before in self.joins) and self._lettered(tokens, begin):
            return "name"
        found = self.labels.match(words, begin - 1)
        if found is None:
            return None
        reason, capital = found[1]
        if not capital:
            return reason
        following = words[last + 1] if last + 1 < len(words) else ""
        label = begin - found[0]
        named = label > 0 and tokens.capital(label) or not following.isalpha()
        return reason if digits and named else None

    def _lettered(self, tokens: Tokens, begin: int) -> bool:
        letters = begin - 1 if tokens.words[begin - 1].isalpha() else begin - 2
        if letters < 0 or not tokens.words[letters].isalpha() or not tokens.glued(letters + 1):
            return False
        return tokens.words[letters] not in self.never and (letters == begin - 1 or tokens.capital(letters))

    def lettered(self, tokens: Tokens, finish: int) -> bool:
        """Whether letters go on where a number and its unit end, as in "3D" and "4x4"."""
        if finish + 1 >= len(tokens) or not tokens.glued(finish + 1):
            return False
        after = tokens.words[finish + 1]
        if not tokens.words[finish][0].isdecimal():
            return after[0].isdecimal()
        return after.isalpha() and len(after) <= LONGEST_SUFFIX

    def coded(self, tokens: Tokens, index: int) -> bool:
        """Whether digits belong to a telephone number or to a chain of three or more: "555-0100", "1-800-555"."""
        words = tokens.words
        left = index >= 2 and words[index - 1] in self.code and words[index - 2][0].isdecimal() and _tight(tokens, index - 1)
        right = _linked(tokens, index, self.code)
        if not (left or right):
            return tokens.glued(index) and words[index - 1][0].isdecimal() or _runs_on(tokens, index)
        if left and right:
            return True
        other = index - 2 if left else index + 2
        sizes = (len(words[other]), len(words[index])) if left else (len(words[index]), len(words[other]))
        chained = _linked(tokens, other, self.code) if right else other >= 2 and _linked(tokens, other - 2, self.code)
        return chained or (sizes == (3, 4) and words[index - 1 if left else index + 1] == "-")

    def aging(self, tokens: Tokens, index: int) -> int:
        """The last token of what makes a length in years an age ("old", "of age") from `index` on; -1 where none does."""
        found = self.old.match(tokens.words, index) if index < len(tokens.words) else None
        return index + found[0] - 1 if found else -1

    def aged_before(self, tokens: Tokens, begin: int) -> bool:
        """Whether "aged", "ages" or the like stands before a number."""
        return self.aged.match(tokens.words, begin - 1) is not None

    def aged_after(self, tokens: Tokens, last: int, value: int) -> Reason | None:
        """Whether an ending makes a number the name of years: "in his 40s", "the 1960s", "30-somethings"."""
        words, index = tokens.words, last + 1
        if index >= len(words):
            return None
        if words[index] in self.plural and tokens.glued(index):
            return "age" if value < 100 else "year"
        return "age" if self.also.match(words, index) else None

    def apposed(self, tokens: Tokens, index: int) -> bool:
        """Whether digits between commas after a name are an age: "Ana Quispe, 34, of Juliaca"."""
        words = tokens.words
        if index < 2 or words[index - 1] != "," or not tokens.capital(index - 2) or not words[index - 2].isalpha():
            return False
        if not words[index].isdecimal() or not 1 <= len(words[index]) <= 3 or not 0 < int(words[index]) <= self.most:
            return False
        following = words[index + 1] if index + 1 < len(words) else "."
        two_names = index >= 3 and tokens.capital(index - 3) and words[index - 3].isalpha()
        return following == "," or (following in (".", ")", ";") and two_names)

    def scored(self, tokens: Tokens, begin: int, finish: int) -> bool:
        """Whether words beside two joined numbers tell a vote or a game."""
        words = tokens.words
        after = finish + 1 < len(words) and self.score_after.match(words, finish + 1) is not None
        return after or self.score_before.match(words, begin - 1) is not None

    def set_phrase(self, tokens: Tokens, index: int) -> Reason | None:
        """The reason where a number is a word of a set phrase: "ground zero", "24/7", "at first"."""
        words = tokens.words
        if words[index] not in self.phrase_words:
            return None
        for begin in range(max(0, index - 4), index + 1):
            found = self.phrases.match(words, begin)
            if found is not None and begin + found[0] > index:
                return found[1]
        return None

    def pronoun(self, tokens: Tokens, index: int) -> bool:
        """Whether "one" stands for a noun or for nobody: "the one who", "no one", "one of the biggest"."""
        words = tokens.words
        if words[index] not in self.one:
            return False
        before = words[index - 1] if index else ""
        following = words[index + 1] if index + 1 < len(words) else "."
        if before in self.one_never or following != "" and index + 1 < len(words) and self.one_after.match(words, index + 1):
            return True
        if following in self.one_alone and (before in self.one_before or self._superlative(before)):
            return True
        return following in self.of and any(self._superlative(w) for w in words[index + 2 : index + 2 + self.window])

    def _superlative(self, word: str) -> bool:
        return word in self.superlative or len(word) > 5 and word.endswith(self.superlative_endings)


def _tight(tokens: Tokens, index: int) -> bool:
    return tokens.glued(index) and tokens.glued(index + 1)


def _linked(tokens: Tokens, index: int, joins: frozenset[str]) -> bool:
    words = tokens.words
    return index + 2 < len(words) and words[index + 1] in joins and words[index + 2][0].isdecimal() and _tight(tokens, index + 1)


def _runs_on(tokens: Tokens, index: int) -> bool:
    return index + 1 < len(tokens) and tokens.words[index + 1][0].isdecimal() and tokens.glued(index + 1)


@cache
def reasons(lang: str) -> Reasons:
    """The words of a language that keep numbers from counting, from its reasons.toml."""
    data = table(lang, "reasons")
    age, score, name, one = data["age"], data["score"], data["name"], data["pronoun"]
    labels: list[tuple[str, tuple[Reason, bool]]] = [(phrase, ("name", False)) for phrase in name["before"]]
    labels += [(phrase, ("level", False)) for phrase in data["level"]["before"]]
    labels += [(phrase, ("name", True)) for phrase in name["capital"]]
    phrases: list[tuple[str, Reason]] = [(phrase, "name") for phrase in name["phrases"]]
    phrases += [(phrase, "idiom") for phrase in data["idiom"]["phrases"]]
    return Reasons(
        labels=Endings(labels),
        joins=frozenset(name["joins"]),
        never=frozenset(name["never"]),
        names=Lexicon(phrases),
        phrases=Lexicon(phrases),
        phrase_words=frozenset(word for phrase, _ in phrases for word in split_words(phrase)),
        old=_phrases(age["after"]),
        aged=Endings((phrase, True) for phrase in age["before"]),
        also=_phrases(age["also"]),
        plural=frozenset(age["plural"]),
        most=age["most"],
        to=frozenset(score["to"]),
        score_after=_phrases(score["after"]),
        score_before=Endings((phrase, True) for phrase in score["before"]),
        largest=score["largest"],
        one=frozenset(one["words"]),
        one_never=frozenset(one["never"]),
        one_before=frozenset(one["before"]),
        one_alone=frozenset(one["alone"]),
        one_after=_phrases(one["after"]),
        of=frozenset(one["of"]),
        superlative=frozenset(one["superlative"]),
        superlative_endings=tuple(one["endings"]),
        window=one["window"],
        code=frozenset(data["code"]["joins"]),
    )


def _phrases(words: Sequence[str]) -> Lexicon[bool]:
    return Lexicon((phrase, True) for phrase in words)
