"""The date patterns of a language, compiled over classes of words; a pattern is tried only where its first item stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.errors import Fault, PackError
from crosscheck.language.automaton import Alphabet, expression, literal_words, word_class
from crosscheck.language.date_terms import Spelling, Terms, terms
from crosscheck.language.packs import table
from crosscheck.language.phrase import Choice, Gap, Node, PhraseError, Sequence, Slot, Word, parse
from crosscheck.language.tokens import split_words

MACRO = re.compile(r"<([a-z_]+)>")
GRAINS = ("day", "weekday", "days", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century", "time")
# What a reading can be for the patterns that build on it: its grain, and the families that the grain is in.
FAMILIES = {
    "at_date": frozenset(GRAINS) - {"time"},
    "at_stretch": frozenset(GRAINS) - {"day", "weekday", "days", "time"},
    "at_single": frozenset({"day", "weekday"}),
    "at_coarse": frozenset({"month", "quarter", "season", "half", "year", "decade", "century"}),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date: its tree, the operation that reads it, the constants handed to it, the kinds of slots."""

    op: str
    node: Sequence
    options: dict[str, Any]
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found among items: first and last item, and which item fills each named slot."""

    pattern: Pattern
    first: int
    last: int
    slots: dict[str, int]


class Scanner:
    """Patterns over one alphabet; every expression is compiled when it is first tried."""

    __slots__ = ("_alphabet", "_compiled", "_dispatch", "_patterns", "letters")

    def __init__(self, patterns: tuple[Pattern, ...], alphabet: Alphabet) -> None:
        """`alphabet` must hold every letter already."""
        self._alphabet, self._patterns = alphabet, patterns
        self._compiled: list[re.Pattern[str] | None] = [None] * len(patterns)
        self._dispatch: dict[str, list[int]] = {}
        for index, pattern in enumerate(patterns):
            starts, _ = _firsts(pattern.node)
            for letter in {letter for kind in starts for letter in alphabet.holders(kind)}:
                self._dispatch.setdefault(letter, []).append(index)
        self.letters = frozenset(self._dispatch)

    def at(self, letters: str, index: int) -> list[Match]:
        """Every pattern that matches from an item on, the longest first, and among equals the earlier in the file."""
        found: list[tuple[int, int, re.Match[str]]] = []
        for number in self._dispatch.get(letters[index], ()):
            match = (self._compiled[number] or self._compile(number)).match(letters, index)
            if match and match.end() > index:
                found.append((-match.end(), number, match))
        if len(found) > 1:
            found.sort(key=lambda each: each[:2])
        return [self._match(number, match) for _, number, match in found]

    def _compile(self, number: int) -> re.Pattern[str]:
        made = self._compiled[number] = re.compile(expression(self._patterns[number].node, self._alphabet))
        return made

    def _match(self, number: int, match: re.Match[str]) -> Match:
        slots = {name: match.start(name) for name, text in match.groupdict().items() if text is not None}
        return Match(self._patterns[number], match.start(), match.end() - 1, slots)


def _firsts(node: Node) -> tuple[set[str], bool]:
    """The classes with which a phrase can begin, and whether it can be empty."""
    if isinstance(node, Word):
        return {word_class(split_words(node.text)[0])}, False
    if isinstance(node, Slot):
        return (set(), True) if node.kind[0] in "<>!" else ({node.kind}, False)
    if isinstance(node, Gap):
        return set(), True
    if isinstance(node, Choice):
        parts = [_firsts(option) for option in node.options]
        return set().union(*(kinds for kinds, _ in parts)), node.optional or any(empty for _, empty in parts)
    kinds: set[str] = set()
    for each in node.nodes:
        more, empty = _firsts(each)
        kinds |= more
        if not empty:
            return kinds, False
    return kinds, True


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that dates need to know of one language; `links` and `brackets` are letters."""

    terms: Terms
    spelling: Spelling
    simple: Scanner
    compound: Scanner
    whole: Scanner
    offset: Scanner
    grains: dict[str, str]
    links: frozenset[str]
    brackets: frozenset[str]


@cache
def language(lang: str) -> Language:
    """The patterns and words of a language. Raises PackError where its dates.toml is at fault."""
    data = table(lang, "dates")
    simple, compound, offset = (tuple(_patterns(lang, data, name)) for name in ("pattern", "compound", "offset"))
    alphabet, vocabulary = Alphabet(), terms(lang)
    literals = literal_words(pattern.node for pattern in (*simple, *compound, *offset))
    spelling = Spelling(vocabulary, literals, alphabet)
    grains = {grain: alphabet.letter(grain_classes(grain)) for grain in GRAINS}
    whole = tuple(pattern for pattern in simple if pattern.options.get("whole"))
    scanners = (Scanner(each, alphabet) for each in (simple, compound, whole, offset))
    links, brackets = (frozenset(alphabet.holders(name)) for name in ("linking", "open"))
    return Language(vocabulary, spelling, *scanners, grains, links, brackets)


def grain_classes(grain: str) -> frozenset[str]:
    """What a reading of a grain is for compound patterns."""
    return frozenset({f"at_{grain}", *(name for name, grains in FAMILIES.items() if grain in grains)})


def _patterns(lang: str, data: dict[str, Any], name: str) -> Iterator[Pattern]:
    macros: dict[str, str] = data["macros"]
    for entry in data.get(name, ()):
        options = {key: value for key, value in entry.items() if key not in ("text", "op")} | {"order": data["order"]}
        for text in _texts(entry["text"]):
            for _ in range(4):
                text = MACRO.sub(lambda match: macros[match.group(1)], text)
            try:
                node = parse(text)
            except PhraseError as error:
                message = f"{error} at character {error.position + 1} of the date pattern '{text}'"
                raise PackError((Fault(f"{lang}/dates.toml", message),)) from error
            yield Pattern(entry.get("op", name), node, options, dict(_named(node)))


def _named(node: Node) -> Iterator[tuple[str, str]]:
    if isinstance(node, Slot) and node.name != node.kind:
        yield node.name, node.kind
    for each in node.nodes if isinstance(node, Sequence) else node.options if isinstance(node, Choice) else ():
        yield from _named(each)


def _texts(text: str | list[str]) -> Iterable[str]:
    return (text,) if isinstance(text, str) else text
