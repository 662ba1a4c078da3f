"""A sentence as items: figures, known words, names; each one letter of a string that constructions match."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from crosscheck.extraction.lexis import (
    ADVERB,
    ENDED,
    NAME,
    NAME_PLURAL,
    OPENING_NAME,
    PLAIN,
    PLURAL,
    SOLE,
    TIMES,
    VERBAL,
    Lexis,
    Word,
)
from crosscheck.language.automaton import word_class
from crosscheck.language.figures import Figure
from crosscheck.language.grammar import words_of
from crosscheck.language.nouns import Endings, Noun, endings, people_groups
from crosscheck.language.tokens import Tokens
from crosscheck.model import Interval, Value

QUOTES = frozenset(
    {'"', "'", "\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb"}
)  # a quoted word is read as the word itself
ADJECTIVES = 3  # that may stand between an article and its noun: "a young unarmed factory worker"
SCORE = "score"  # why two numbers joined by a dash count nothing by themselves; a vote's pattern may yet claim them
UNLISTED = Noun("people", plural=True)


@dataclass(frozen=True, slots=True)
class Item:
    """A figure, a known phrase, or an unknown word, with its first and last token."""

    first: int
    last: int
    figure: Figure | None = None
    word: Word | None = None
    noun: Noun | None = None
    named: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a sentence and their letters, one for one."""

    tokens: Tokens
    items: tuple[Item, ...]
    letters: str


class Itemizer:
    """Turns tokens and figures into items by one lexicon."""

    def __init__(self, lexis: Lexis) -> None:
        self._lexis = lexis
        self._endings: Endings = endings(lexis.lang)
        letter = lexis.alphabet.letter
        kinds = ("n", "percent", "money", "duration", "ordinal", "date", "time", "measure", "score", "odd")
        self._figures = {kind: letter(frozenset({kind})) for kind in kinds}
        # A vague word is a figure and may yet be a word that a pattern names: "majority".
        self._named = {
            (kind, word): letter(frozenset({kind, word_class(word)}))
            for kind in ("n", "percent")
            for word in lexis.figure_words
        }
        self._single, self._multiple = letter(frozenset({"single"})), letter(frozenset({"multiple"}))
        self._repeated = words_of(lexis.lang, "repeated")
        self._people = people_groups(lexis.lang)
        self._plain, self._name, self._opening = letter(PLAIN), letter(NAME), letter(OPENING_NAME)
        self._plural, self._name_plural, self._ended = letter(PLURAL), letter(NAME_PLURAL), letter(ENDED)
        self._adverb, self._verbal = letter(ADVERB), letter(VERBAL)

    def itemize(self, tokens: Tokens, figures: tuple[Figure, ...]) -> Items:
        """The items of a sentence; figures must not overlap and come in order."""
        items: list[Item] = []
        letters: list[str] = []
        starts = {figure.begin: figure for figure in figures}
        match, words, index, count = self._lexis.lexicon.match, tokens.words, 0, len(tokens.words)
        while index < count:
            figure = starts.get(index)
            if figure is not None:
                items.append(Item(index, figure.finish, figure))
                kind = "odd" if words[index] in self._repeated else item_kind(figure)
                both = self._named.get((kind, words[index])) if figure.finish == index else None
                letters.append(both or self._figures[kind])
                index = figure.finish + 1
                continue
            if words[index] in QUOTES:
                index += 1
                continue
            found = match(words, index)
            if found is not None and not (found[0] == 1 and self._is_acronym(tokens, index, found[1])):
                length, word = found
                items.append(Item(index, index + length - 1, None, word, word.noun))
                letters.append(word.letter)
                index += length
                continue
            noun, letter, named = self._unknown(tokens, index)
            items.append(Item(index, index, None, None, noun, named))
            letters.append(letter)
            index += 1
        self._count_singles(items, letters)
        self._count_multiples(tokens, items, letters)
        return Items(tokens, tuple(items), "".join(letters))

    def _count_singles(self, items: list[Item], letters: list[str]) -> None:
        """An article before a singular noun for a person counts one: "a soldier was killed"."""
        for index, item in enumerate(items):
            if item.word is not None and "article" in item.word.classes and self._heads(items, letters, index):
                items[index] = replace(item, figure=one_word(item, 1))
                letters[index] = self._single
            elif item.word is not None and SOLE in item.word.classes and self._heads(items, letters, index):
                items[index] = replace(item, figure=one_word(item, 1))

    def _count_multiples(self, tokens: Tokens, items: list[Item], letters: list[str]) -> None:
        """A multiple before an act counts whom it was done to: "a double homicide", "a triple shooting"."""
        for index, item in enumerate(items):
            if item.word is not None and TIMES in item.word.classes and self._names_act(letters, index + 1):
                times = self._lexis.multiples[tokens.words[item.first]]
                items[index] = replace(item, figure=one_word(item, times))
                letters[index] = self._multiple

    def _names_act(self, letters: list[str], index: int) -> bool:
        """Whether an act stands at an item, or one adjective further: "a triple fatal shooting"."""
        near = letters[index : index + 2]
        return bool(near) and (near[0] in self._acts or (near[-1] in self._acts and near[0] in self._inner))

    @cached_property
    def _acts(self) -> frozenset[str]:
        return frozenset("".join(self._lexis.alphabet.holders(kind) for kind in ("act", "gerund")))

    def _heads(self, items: list[Item], letters: list[str], article: int) -> bool:
        for index in range(article + 1, min(article + 2 + ADJECTIVES, len(items))):
            noun = items[index].noun
            if noun is not None:
                return not noun.plural and noun.group in self._people
            if letters[index] not in self._inner:
                return False
        return False

    @cached_property
    def _inner(self) -> frozenset[str]:
        return frozenset(self._lexis.alphabet.holders("inner"))

    def _is_acronym(self, tokens: Tokens, index: int, word: Word) -> bool:
        """Whether capitals make a name of a pronoun: "US" is not "us"."""
        surface = tokens.surface(index, index)
        return "pron" in word.classes and len(surface) > 1 and surface.isupper()

    def _unknown(self, tokens: Tokens, index: int) -> tuple[Noun | None, str, bool]:
        word = tokens.words[index]
        if tokens.capital(index):
            if word.endswith(self._endings.nationals) and len(word) > 5:
                return UNLISTED, self._ended, True
            if index == 0:
                return None, self._opening, True
            return None, self._name_plural if self._endings.name_several(word) else self._name, True
        if self._endings.name_people(word):
            return UNLISTED, self._ended, False
        if len(word) > 4 and word.endswith(self._endings.adverbs):
            return None, self._adverb, False
        if len(word) > 3 and word.endswith(self._endings.verbs):
            return None, self._verbal, False
        return None, self._plural if self._endings.name_several(word) else self._plain, False


def one_word(item: Item, number: int) -> Figure:
    """The figure that an article or a multiple makes."""
    return Figure("number", Value(Interval.exactly(Decimal(number))), item.first, item.last, item.first, item.last)


def item_kind(figure: Figure | None) -> str:
    """The class of item that a figure makes: a number that can count nothing is odd."""
    if figure is None:
        return ""
    if figure.kind in ("date", "time"):
        return figure.kind
    if figure.because is not None:
        return "score" if figure.because == SCORE else "odd"
    if figure.kind != "number":
        return figure.kind
    return "n" if figure.value.unit is None else "percent" if figure.value.unit == "fraction" else "odd"
