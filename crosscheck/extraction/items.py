"""A sentence as items: figures, known words, names; each one letter of a string that constructions match."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple, overload

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
    UNKNOWN,
    VERBAL,
    Cue,
    Lexis,
    Word,
)
from crosscheck.language.automaton import word_class
from crosscheck.language.figures import Figure
from crosscheck.language.grammar import words_of
from crosscheck.language.lexicon import Entries
from crosscheck.language.memo import Memo
from crosscheck.language.nouns import Endings, Noun, endings, people_groups
from crosscheck.language.tokens import Tokens
from crosscheck.model import Interval, Value

QUOTES = frozenset(
    {'"', "'", "\u201c", "\u201d", "\u2018", "\u2019", "\u00ab", "\u00bb"}
)  # a quoted word is read as the word itself
ADJECTIVES = 3  # that may stand between an article and its noun: "a young unarmed factory worker"
SCORE = "score"  # why two numbers joined by a dash count nothing by themselves; a vote's pattern may yet claim them
PRONOUN = "pron"
UNLISTED = Noun("people", plural=True)


class Item(NamedTuple):
    """A figure, a known phrase, or an unknown word, with its first and last token."""

    first: int
    last: int
    figure: Figure | None = None
    word: Word | None = None
    noun: Noun | None = None
    named: bool = False


class Unlisted(NamedTuple):
    """What a word that the lexicon does not know is taken for: a noun by its ending, its letter, whether a name."""

    noun: Noun | None
    letter: str
    named: bool


Filling = Figure | Word | Unlisted


class Row(Sequence[Item]):
    """The items of a sentence in order, each made when somebody first asks for it."""

    __slots__ = ("_fillings", "_firsts", "_lasts", "_made", "_singles")

    def __init__(
        self, firsts: list[int], lasts: list[int], fillings: list[Filling], singles: dict[int, Figure]
    ) -> None:
        self._firsts, self._lasts, self._fillings, self._singles = firsts, lasts, fillings, singles
        self._made: list[Item | None] = [None] * len(fillings)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self._made)))]
        return self._made[index] or self._make(index)

    def __len__(self) -> int:
        return len(self._made)

    def _make(self, index: int) -> Item:
        first, last, filling = self._firsts[index], self._lasts[index], self._fillings[index]
        if isinstance(filling, Figure):
            made = Item(first, last, filling)
        elif isinstance(filling, Word):
            made = Item(first, last, self._singles.get(index), filling, filling.noun)
        else:
            made = Item(first, last, None, None, filling.noun, filling.named)
        self._made[index] = made
        return made


class Items:
    """The items of a sentence and their letters, one for one.

    Of most sentences the letters alone tell that nothing binds, so an item is made when somebody first asks for it.
    `figured` are the items that bear a figure, with it.
    """

    __slots__ = ("_fillings", "figured", "items", "letters", "tokens")

    def __init__(
        self,
        tokens: Tokens,
        letters: str,
        places: tuple[list[int], list[int]],
        fillings: list[Filling],
        singles: dict[int, Figure],
    ) -> None:
        """`places` are the items' first and last tokens; `singles` the figures that articles make, by item."""
        self.tokens = tokens
        self.letters = letters
        self.items: Sequence[Item] = Row(*places, fillings, singles)
        figures = [(index, filling) for index, filling in enumerate(fillings) if isinstance(filling, Figure)]
        self.figured: tuple[tuple[int, Figure], ...] = tuple(
            sorted((*figures, *singles.items()), key=itemgetter(0)) if singles else figures
        )
        self._fillings = fillings

    @property
    def cues(self) -> list[tuple[int, Cue]]:
        """The items that are words of rules, each with every role that it has."""
        known = [(i, filling.cues) for i, filling in enumerate(self._fillings) if isinstance(filling, Word)]
        return [(i, cue) for i, cues in known if cues for cue in cues]


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
        self._plain, self._name = letter(PLAIN), letter(NAME)
        self._plural, self._name_plural, self._ended = letter(PLURAL), letter(NAME_PLURAL), letter(ENDED)
        self._adverb, self._verbal = letter(ADVERB), letter(VERBAL)
        self._opening = Unlisted(None, letter(OPENING_NAME), True)
        self._small, self._capital = Memo(self._as_word), Memo(self._as_name)
        # The letters of words that the lexicon does not know, and of articles and multiples that count.
        self.unlisted = "".join(map(letter, UNKNOWN))
        self.single, self.multiple = self._single, self._multiple

    def letters_of(self, kind: str) -> str:
        """The letters that figures of a kind of item may have."""
        return self._figures[kind] + "".join(letter for (named, _), letter in self._named.items() if named == kind)

    def itemize(self, tokens: Tokens, figures: tuple[Figure, ...]) -> Items:
        """The items of a sentence; figures must not overlap and come in order."""
        firsts: list[int] = []
        lasts: list[int] = []
        fillings: list[Filling] = []
        letters: list[str] = []
        starts = {figure.begin: figure for figure in figures}
        known, words, index, count = self._known, tokens.words, 0, len(tokens.words)
        while index < count:
            last = index
            filling: Filling | None
            if index in starts:
                filling, letter, last = (
                    starts[index],
                    self._figure_letter(starts[index], words[index]),
                    starts[index].finish,
                )
            else:
                entry = known.get(words[index])
                if entry is None:
                    filling = self._unlisted(tokens, index)
                elif isinstance(entry, Word):
                    filling = entry
                elif not entry:
                    index += 1
                    continue
                else:
                    filling, last = self._longest(entry, tokens, index)
                letter = filling.letter
            firsts.append(index)
            lasts.append(last)
            fillings.append(filling)
            letters.append(letter)
            index = last + 1
        singles = self._count_singles(letters, firsts, fillings)
        singles |= self._count_multiples(tokens, letters, firsts, fillings)
        return Items(tokens, "".join(letters), (firsts, lasts), fillings, singles)

    def _figure_letter(self, figure: Figure, word: str) -> str:
        kind = "odd" if word in self._repeated else item_kind(figure)
        both = self._named.get((kind, word)) if figure.finish == figure.begin else None
        return both or self._figures[kind]

    @cached_property
    def _known(self) -> dict[str, Word | Entries[Word]]:
        """For the first word of each phrase its one entry, or all where some are longer; nothing for a quote."""
        known: dict[str, Word | Entries[Word]] = {}
        for first, entries in self._lexis.lexicon.entries():
            length, _, word = entries[0]
            plain = len(entries) == 1 and length == 1 and PRONOUN not in word.classes
            known[first] = word if plain else entries
        return known | dict.fromkeys(QUOTES, ())

    @cached_property
    def _begun(self) -> frozenset[tuple[str, ...]]:
        """The first two words of all phrases that are longer than one."""
        every = (entry for _, entries in self._lexis.lexicon.entries() for entry in entries)
        return frozenset(words[:2] for length, words, _ in every if length > 1)

    def _longest(self, entries: Entries[Word], tokens: Tokens, index: int) -> tuple[Word | Unlisted, int]:
        """The longest phrase of these that stands at a token, and its last token."""
        words = tokens.words
        if words[index : index + 2] not in self._begun:
            entries = entries[-1:]  # a phrase of one word comes last
        for length, phrase, word in entries:
            if length == 1 or words[index : index + length] == phrase:
                if length == 1 and self._is_acronym(tokens, index, word):
                    break
                return word, index + length - 1
        return self._unlisted(tokens, index), index

    def _count_singles(self, letters: list[str], firsts: list[int], fillings: list[Filling]) -> dict[int, Figure]:
        """The figures of articles before a singular noun for a person: "a soldier was killed"."""
        found: dict[int, Figure] = {}
        if self._articles.isdisjoint(letters) and self._soles.isdisjoint(letters):
            return found
        for index, letter in enumerate(letters):
            if letter in self._articles and self._heads(fillings, letters, index):
                found[index] = one_word(firsts[index], 1)
                letters[index] = self._single
            elif letter in self._soles and self._heads(fillings, letters, index):
                found[index] = one_word(firsts[index], 1)
        return found

    def _count_multiples(
        self, tokens: Tokens, letters: list[str], firsts: list[int], fillings: list[Filling]
    ) -> dict[int, Figure]:
        """The figures of multiples before an act that was done to so many: "a double homicide", "a triple shooting"."""
        found: dict[int, Figure] = {}
        for index in () if self._lexis.multiples.keys().isdisjoint(tokens.words) else range(len(fillings)):
            filling = fillings[index]
            if isinstance(filling, Word) and TIMES in filling.classes and self._names_act(letters, index + 1):
                found[index] = one_word(firsts[index], self._lexis.multiples[tokens.words[firsts[index]]])
                letters[index] = self._multiple
        return found

    def _names_act(self, letters: list[str], index: int) -> bool:
        """Whether an act stands at an item, or one adjective further: "a triple fatal shooting"."""
        near = letters[index : index + 2]
        return bool(near) and (near[0] in self._acts or (near[-1] in self._acts and near[0] in self._inner))

    @cached_property
    def _acts(self) -> frozenset[str]:
        return frozenset("".join(self._lexis.alphabet.holders(kind) for kind in ("act", "gerund")))

    @cached_property
    def _soles(self) -> frozenset[str]:
        return frozenset(self._lexis.alphabet.holders(SOLE))

    def _heads(self, fillings: list[Filling], letters: list[str], article: int) -> bool:
        for index in range(article + 1, min(article + 2 + ADJECTIVES, len(fillings))):
            filling = fillings[index]
            noun = None if isinstance(filling, Figure) else filling.noun
            if noun is not None:
                return not noun.plural and noun.group in self._people
            if letters[index] not in self._inner:
                return False
        return False

    @cached_property
    def _articles(self) -> frozenset[str]:
        return frozenset(self._lexis.alphabet.holders("article"))

    @cached_property
    def _inner(self) -> frozenset[str]:
        return frozenset(self._lexis.alphabet.holders("inner"))

    def _is_acronym(self, tokens: Tokens, index: int, word: Word) -> bool:
        """Whether capitals make a name of a pronoun: "US" is not "us"."""
        surface = tokens.surface(index, index)
        return PRONOUN in word.classes and len(surface) > 1 and surface.isupper()

    def _unlisted(self, tokens: Tokens, index: int) -> Unlisted:
        word = tokens.words[index]
        if not tokens.capital(index):
            return self._small[word]
        if index == 0 and not self._is_national(word):
            return self._opening
        return self._capital[word]

    def _is_national(self, word: str) -> bool:
        return word.endswith(self._endings.nationals) and len(word) > 5

    def _as_name(self, word: str) -> Unlisted:
        if self._is_national(word):
            return Unlisted(UNLISTED, self._ended, True)
        return Unlisted(None, self._name_plural if self._endings.name_several(word) else self._name, True)

    def _as_word(self, word: str) -> Unlisted:
        if self._endings.name_people(word):
            return Unlisted(UNLISTED, self._ended, False)
        if len(word) > 4 and word.endswith(self._endings.adverbs):
            return Unlisted(None, self._adverb, False)
        if len(word) > 3 and word.endswith(self._endings.verbs):
            return Unlisted(None, self._verbal, False)
        return Unlisted(None, self._plural if self._endings.name_several(word) else self._plain, False)


def one_word(token: int, number: int) -> Figure:
    """The figure that an article or a multiple makes."""
    return Figure("number", Value(Interval.exactly(Decimal(number))), token, token, token, token)


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
