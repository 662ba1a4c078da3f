"""The small phrase language of rule patterns: text to a frozen tree, which the language engine compiles later.

    phrase   = item, item … with white space between
    item     = word | (a|b) | [a|b] | {slot} | …
    slot     = {name}             a figure or name of that kind
               {name:facet}       … whose text is kept as that facet
               {name facet=value} … and which sets facets itself, as {n side=for}

A backslash before a sign of the language makes it a plain sign. Parsing takes one pass and never goes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import prod

from crosscheck.rules.nearest import nearest
from crosscheck.rules.vocabulary import FIGURE_SLOTS, SLOTS

LONGEST = 500
DEEPEST = 10
MOST_WAYS = 200_000  # the widest of the shipped ones, a vote's decision with what it was about, has a tenth
SIGNS = "()[]{}|\\"
GAP = 6  # items that "…" may pass over
NAME = 6  # items that {name}, {place} and the like may take
INNER = 4  # items that may stand before the noun of {noun}
WIDTHS = {"n": 2, "noun": INNER + 1, "place": NAME, "name": NAME}  # an article may stand before {n}
SPACE = re.compile(r"\s*")
PLAIN = re.compile(r"[^\s()\[\]{}|\\….]+")
SIMPLE = re.compile(r"\s*([^\s()\[\]{}|\\….]+)(?=[\s)\]|]|$)")  # a whole word without a sign in it: nearly all of them
SLOT = re.compile(r"(?P<name>\w*)(?P<keeps>:\w*)?(?P<sets>(?:\s+\w+=[\w-]+)*+)\s*\}", re.ASCII)


class PhraseError(ValueError):
    """A phrase that does not parse; `position` counts its characters from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space, matched whatever its case; may begin or end with a hyphen."""

    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several phrases."""

    options: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Optional:
    """One of several phrases, or nothing."""

    options: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a figure, noun, place, time or name; `keeps` is the facet that its text becomes."""

    name: str
    keeps: str | None = None
    sets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Room for a few words, whatever they are."""


Node = Word | Choice | Optional | Slot | Gap
Phrase = tuple[Node, ...]


@lru_cache(maxsize=8192)
def parse(text: str) -> Phrase:
    """The tree of a phrase; raises `PhraseError` pointing at the first character that is wrong."""
    if len(text) > LONGEST:
        raise PhraseError(f"is {len(text)} characters long; a pattern may have {LONGEST}", LONGEST)
    parser = _Parser(text)
    phrase = parser.sequence(0)
    if parser.at < len(text):
        raise PhraseError(_stray(text[parser.at]), parser.at)
    return phrase


def slots(phrase: Phrase) -> tuple[Slot, ...]:
    """All slots of a phrase, in the order written."""
    found: list[Slot] = []
    for node in phrase:
        if isinstance(node, Slot):
            found.append(node)
        elif isinstance(node, Choice | Optional):
            found.extend(slot for option in node.options for slot in slots(option))
    return tuple(found)


def has_figure(phrase: Phrase) -> bool:
    """Whether every way to say the phrase states a figure."""
    return _always(phrase, lambda node: isinstance(node, Slot) and node.name in FIGURE_SLOTS)


def has_word(phrase: Phrase) -> bool:
    """Whether every way to say the phrase holds a word with a letter, by which an index can find it."""
    return _always(phrase, lambda node: isinstance(node, Word) and any(map(str.isalpha, node.text)))


def ways(phrase: Phrase) -> int:
    """In how many ways a phrase can be matched from one place on, at most: what a text made to be slow may cost."""
    return prod(map(_ways, phrase))


def _ways(node: Node) -> int:
    if isinstance(node, Choice | Optional):
        # Of single words a text has one or none.
        several = [option for option in node.options if len(option) > 1 or not isinstance(option[0], Word)]
        return sum(map(ways, several)) + (len(several) < len(node.options)) + isinstance(node, Optional)
    if isinstance(node, Gap):
        return GAP + 1
    if isinstance(node, Slot):
        return WIDTHS.get(node.name, 1)
    return 1


def _always(phrase: Phrase, test: Callable[[Node], bool]) -> bool:
    return any(
        test(node) or (isinstance(node, Choice) and all(_always(option, test) for option in node.options))
        for node in phrase
    )


def _stray(sign: str) -> str:
    if sign == "|":
        return '"|" stands outside of brackets; write (one|other)'
    return f'"{sign}" closes nothing; write "\\{sign}" for the sign itself'


class _Parser:
    """One pass over a phrase; every method leaves `at` behind what it read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def sequence(self, depth: int) -> Phrase:
        nodes: list[Node] = []
        while True:
            while simple := SIMPLE.match(self.text, self.at):
                nodes.append(Word(simple[1]))
                self.at = simple.end()
            if (start := self.space()) == len(self.text) or self.text[start] in ")]|}":
                break
            nodes.append(self.item(depth))
            if isinstance(nodes[-1], Gap) and (len(nodes) == 1 or isinstance(nodes[-2], Gap)):
                raise PhraseError("a gap has to stand behind a word or a slot", start)
        if not nodes:
            raise PhraseError("nothing stands here; write a word or a slot", self.at)
        if isinstance(nodes[-1], Gap):
            raise PhraseError("a gap has to stand before a word or a slot", max(self.at - 1, 0))
        return tuple(nodes)

    def item(self, depth: int) -> Node:
        sign = self.text[self.at]
        if sign in "([":
            node: Node = self.group(depth)
        elif sign == "{":
            node = self.slot()
        elif dots := self.dots():
            self.at += dots
            return Gap()
        else:
            return self.word()
        if self.at < len(self.text) and self.text[self.at].isalnum():
            raise PhraseError("put a space here: a bracket holds whole words", self.at)
        return node

    def space(self) -> int:
        match = SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def dots(self) -> int:
        if self.text[self.at] == "…":
            return 1
        return 3 if self.text.startswith("...", self.at) else 0

    def group(self, depth: int) -> Choice | Optional:
        start = self.at
        if depth == DEEPEST:
            raise PhraseError(f"brackets stand more than {DEEPEST} deep", start)
        closing = ")" if self.text[start] == "(" else "]"
        options: list[Phrase] = []
        while not options or self.text[self.at] == "|":
            self.at += 1
            options.append(self.sequence(depth + 1))
            if self.at == len(self.text):
                raise PhraseError(f'"{self.text[start]}" is never closed', start)
        if self.text[self.at] != closing:
            raise PhraseError(f'"{closing}" was expected here, not "{self.text[self.at]}"', self.at)
        self.at += 1
        return Choice(tuple(options)) if closing == ")" else Optional(tuple(options))

    def slot(self) -> Slot:
        start = self.at
        match = SLOT.match(self.text, start + 1)
        if match is None:
            raise PhraseError("a slot reads {name}, {name:facet} or {name facet=value}", start)
        name = match["name"]
        if name not in SLOTS:
            raise PhraseError(f'"{name}" is no slot; {nearest(name, SLOTS)}', start + 1)
        if match["keeps"] == ":":
            raise PhraseError("the name of a facet is missing behind the colon", match.end("keeps"))
        self.at = match.end()
        sets = tuple((facet, value) for facet, _, value in (part.partition("=") for part in match["sets"].split()))
        return Slot(name, match["keeps"][1:] if match["keeps"] else None, sets)

    def word(self) -> Word:
        letters: list[str] = []
        while self.at < len(self.text) and not self.text[self.at].isspace():
            if plain := PLAIN.match(self.text, self.at):
                letters.append(plain[0])
                self.at = plain.end()
                continue
            sign = self.text[self.at]
            if sign == "\\":
                letters.append(self.escaped())
            elif sign in "([{":
                if letters and letters[-1][-1].isalnum():
                    raise PhraseError("put a space here: a bracket holds whole words", self.at)
                break
            elif sign in ")]|}" or self.dots():
                break
            else:
                letters.append(sign)
                self.at += 1
        return Word("".join(letters))

    def escaped(self) -> str:
        sign = self.text[self.at + 1 : self.at + 2]
        if not sign or sign not in SIGNS:
            raise PhraseError(f"a backslash goes before one of {' '.join(SIGNS)} only", self.at)
        self.at += 2
        return sign
