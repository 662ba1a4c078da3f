"""The words of time in one language, with their numbers: the vocabulary that date patterns are written in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.language.automaton import Alphabet, word_class
from crosscheck.language.memo import Memo
from crosscheck.language.nouns import counted, people_groups
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens

DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)\Z|(\d{4})\.(\d{1,2})\.(\d{1,2})\Z")
DAY_YEAR = re.compile(r"(\d{1,2}),(\d{4})\Z")  # "May 18,2023": a space forgotten
POINTED = re.compile(r"(\d{1,2})\.([0-5]\d)\Z")
COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\Z")
LONG = 6  # letters of a name whose slips are no other word
# One of every look that digits can have, so that the alphabet holds all letters before an expression is made.
SAMPLES = (
    *map(str, range(100)),
    *(f"{n:02}" for n in range(10)),
    *(f"{hour:02}{minute}" for hour in range(100) for minute in ("00", "59", "99")),
    *("100", "120", "999", "1,000", "20010203", "1.2.2003", "8.30", "30.40", "5,2001"),
)


def digit_classes(word: str) -> frozenset[str]:
    """What a token of digits can be, by its look alone: a day, a month, an hour, a year …"""
    if not word.isdigit() or not word.isascii():
        return _marked_classes(word)
    if len(word) > 4:
        return frozenset({"digits", "compact"} if COMPACT.match(word) else {"digits"})
    found, number = {"digits", "numbers"}, int(word)
    if len(word) <= 2:
        found |= {name for name, most in (("hours", 24), ("d", 31), ("mm", 12)) if number <= most}
        if number == 0:
            found -= {"d", "mm"}
        if "d" in found:
            found |= {"days"} | ({"late_days"} if number > 12 else set())
        if len(word) == 2 and word[0] == "0":
            found.add("zero_led")
        if len(word) == 2:
            found |= {"yy"} | ({"two_digits"} if number <= 24 else set()) | ({"minutes"} if number < 60 else set())
    if len(word) == 4:
        found |= {"years"} if 1000 <= number < 2200 else set()
        found |= {"recent"} if 1900 <= number < 2060 else set()
        found |= {"round"} if number % 100 == 0 else set()
        found |= {"hhmm", *(("zero_hhmm",) if word[0] == "0" else ())} if number < 2400 and number % 100 < 60 else set()
    return frozenset(found)


def _marked_classes(word: str) -> frozenset[str]:
    names = (("dotted", DOTTED), ("day_year", DAY_YEAR), ("pointed", POINTED))
    return frozenset({"digits"} | {name for name, look in names if look.match(word)})


@dataclass(frozen=True, slots=True)
class Terms:
    """Classes of every known word and the numbers of those that have one.

    `values` maps a kind ("months", "units") to what each of its words is; `low` maps a word that is a term of
    time only when written with a capital ("may") to its classes in lower case.
    """

    classes: dict[str, frozenset[str]]
    low: dict[str, frozenset[str]]
    values: dict[str, dict[str, Any]]

    def value(self, kind: str, word: str) -> Any:
        """What a word is as one of a kind; digits are their number."""
        if word[0].isdigit():
            return int(word) if word.isdigit() else word
        return self.values[kind].get(word)


@cache
def terms(lang: str) -> Terms:
    """The words of dates.toml, with number words and ordinals from numerals.toml."""
    data = table(lang, "dates")
    values: dict[str, dict[str, Any]] = {kind: dict(words) for kind, words in data["words"].items()}
    for slot, sections in data["numerals"].items():
        for section in sections:
            values.setdefault(slot, {}).update(table(lang, "numerals").get(section, {}))
    for kind in data.get("misspelt", ()):
        values[kind] = _misspelt(values[kind]) | values[kind]
    kinds: dict[str, set[str]] = {}
    for slot, words in values.items():
        for word in words:
            kinds.setdefault(word, {"word"}).add(slot)
    for name, listed in data["classes"].items():
        for word in listed:
            kinds.setdefault(word, {"word"} if word[0].isalpha() else {"mark"}).add(name)
    if data.get("counted_nouns"):
        people = people_groups(lang)
        for phrase, noun in counted(lang):
            if noun.plural and noun.group in people:
                kinds.setdefault(phrase, {"word"}).add("counted")
    low: dict[str, frozenset[str]] = {}
    for slot, listed in data.get("capital", {}).items():
        values["low_" + slot] = values[slot]
        for word in listed:
            low[word] = frozenset("low_" + kind if kind == slot else kind for kind in low.get(word, kinds[word]))
    return Terms({word: frozenset(each) for word, each in kinds.items()}, low, values)


def _misspelt(words: dict[str, Any]) -> dict[str, Any]:
    """The slips that news makes in long names: a letter left out ("Febuary"), doubled, or two of them changed round."""
    found: dict[str, Any] = {}
    for word, value in words.items():
        for at in range(1, len(word) - 1) if len(word) >= LONG else ():
            before, here, after, rest = word[:at], word[at], word[at + 1], word[at + 2 :]
            slips = (before + after + rest, before + here + word[at:], before + after + here + rest)
            found |= dict.fromkeys(slips, value)
    return found


def _plain_classes(word: str) -> frozenset[str]:
    if word[0].isdigit():
        return digit_classes(word)
    return frozenset({"word"} if word[0].isalpha() else {"mark"})


class Spelling:
    """Turns tokens into letters of an alphabet, one a token."""

    __slots__ = ("_alphabet", "_cased", "_digits", "_known", "_letters", "_mark", "_plain")

    def __init__(self, vocabulary: Terms, literals: Iterable[str], alphabet: Alphabet) -> None:
        self._alphabet = alphabet
        named = set(literals)

        def letter(word: str, classes: frozenset[str]) -> str:
            return alphabet.letter(classes | {word_class(word)} if word in named else classes)

        self._known = {word: letter(word, classes) for word, classes in vocabulary.classes.items()}
        for word in sorted(named - set(vocabulary.classes)):
            self._known[word] = letter(word, _plain_classes(word))
        self._cased = {word: letter(word, classes) for word, classes in vocabulary.low.items()}
        self._digits: dict[str, str] = {}
        for sample in SAMPLES:
            self._digit(sample)
        self._plain = alphabet.letter(frozenset({"word"}))
        self._mark = alphabet.letter(frozenset({"mark"}))
        self._letters = Memo(self.letter)

    def letters(self, tokens: Tokens) -> str:
        """The letter of each token."""
        found = "".join(map(self._letters.__getitem__, tokens.words))
        if self._cased.keys().isdisjoint(tokens.words):
            return found
        several = list(found)
        for index, word in enumerate(tokens.words):
            if word in self._cased and not tokens.capital(index):
                several[index] = self._cased[word]
        return "".join(several)

    def number(self, digits: str) -> str:
        """The letter of a number."""
        return self._digits.get(digits) or self._digit(digits)

    def spelt(self, letters: frozenset[str]) -> frozenset[str] | None:
        """The words of some letters, numbers by samples; None where one is a letter of words without end."""
        if self._plain in letters or self._mark in letters:
            return None
        known = (*self._known.items(), *self._cased.items(), *((word, self.number(word)) for word in SAMPLES))
        return frozenset(word for word, letter in known if letter in letters)

    def is_cased(self, word: str) -> bool:
        """Whether a capital makes a word a term of time: "may"."""
        return word in self._cased

    def letter(self, word: str) -> str:
        """The letter of a word, whatever its case."""
        return self._known.get(word) or (self._plain if word.isalpha() else self._other(word))

    def _other(self, word: str) -> str:
        first = word[0]
        if first.isdigit():
            return self.number(word)
        return self._plain if first.isalpha() or len(word) > 1 else self._mark

    def _digit(self, word: str) -> str:
        letter = self._alphabet.letter(digit_classes(word))
        if len(word) <= 4:
            self._digits[word] = letter
        return letter
