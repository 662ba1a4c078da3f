"""The date patterns of a language, compiled over classes of words; each is tried only where its first items stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.errors import Fault, PackError
from crosscheck.language.automaton import Alphabet, expression, literal_words, word_class
from crosscheck.language.dating.terms import Spelling, Terms, terms
from crosscheck.language.packs import table
from crosscheck.language.phrase import Choice, Gap, Node, PhraseError, Sequence, Slot, Word, parse
from crosscheck.language.tokens import split_words

MACRO = re.compile(r"<([a-z_]+)>")
COARSE = ("month", "quarter", "season", "half", "year", "decade", "century")
GRAINS = ("day", "weekday", "days", "weekend", "week", *COARSE, "time")
# What a reading can be for the patterns that build on it: its grain, and the families that the grain is in.
FAMILIES = {
    "at_date": frozenset(GRAINS) - {"time"},
    "at_stretch": frozenset(GRAINS) - {"day", "weekday", "days", "time"},
    "at_single": frozenset({"day", "weekday"}),
    "at_coarse": frozenset(COARSE),
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to write a date: its tree, the operation that reads it, the constants handed to it, its slots' kinds."""

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
    """Patterns over one alphabet. Two letters from a place on tell which of them are worth trying there; which those
    are, and every expression, is made when it is first needed."""

    __slots__ = ("_alphabet", "_compiled", "_pairs", "_patterns", "_starts")

    def __init__(self, patterns: tuple[Pattern, ...], alphabet: Alphabet) -> None:
        """`alphabet` must hold every letter already."""
        self._alphabet, self._patterns = alphabet, patterns
        self._compiled: list[re.Pattern[str] | None] = [None] * len(patterns)
        self._starts: dict[str, dict[int, set[str]]] = {}
        self._pairs: dict[str, tuple[int, ...]] = {}
        for index, pattern in enumerate(patterns):
            for first, *second in _prefixes(pattern.node):
                following = alphabet.holders(second[0]) if second else ANY
                for letter in alphabet.holders(first):
                    self._starts.setdefault(letter, {}).setdefault(index, set()).update(following)

    def at(self, letters: str, index: int) -> list[Match]:
        """Every pattern that matches from an item on, the longest first, and among equals the earlier in the file."""
        pair = letters[index : index + 2]
        worth = self._pairs.get(pair)
        if worth is None:
            worth = self._pair(pair)
        if not worth:
            return []
        found: list[tuple[int, int, re.Match[str]]] = []
        for number in worth:
            match = (self._compiled[number] or self._compile(number)).match(letters, index)
            if match and match.end() > index:
                found.append((-match.end(), number, match))
        if len(found) > 1:
            found.sort(key=lambda each: each[:2])
        return [self._match(number, match) for _, number, match in found]

    def _pair(self, pair: str) -> tuple[int, ...]:
        starts, second = self._starts.get(pair[0], {}), pair[1:] or ANY
        worth = tuple(sorted(number for number, following in starts.items() if ANY in following or second in following))
        self._pairs[pair] = worth
        return worth

    def _compile(self, number: int) -> re.Pattern[str]:
        made = self._compiled[number] = re.compile(expression(self._patterns[number].node, self._alphabet))
        return made

    def _match(self, number: int, match: re.Match[str]) -> Match:
        slots = {name: match.start(name) for name, text in match.groupdict().items() if text is not None}
        return Match(self._patterns[number], match.start(), match.end() - 1, slots)


ANY = " "


def _prefixes(node: Node) -> set[tuple[str, ...]]:
    """The first two classes of whatever a phrase can match; fewer where it can be shorter."""
    if isinstance(node, Word):
        return {tuple(word_class(word) for word in split_words(node.text)[:2])}
    if isinstance(node, Slot):
        return {()} if node.kind[0] in "<>!" else {(node.kind,)}
    if isinstance(node, Gap):
        return {()}
    if isinstance(node, Choice):
        found = set().union(*(_prefixes(option) for option in node.options))
        return found | ({()} if node.optional else set())
    prefixes: set[tuple[str, ...]] = {()}
    for each in node.nodes:
        if all(len(prefix) == 2 for prefix in prefixes):
            break
        more = _prefixes(each)
        prefixes = {(prefix + after)[:2] for prefix in prefixes for after in more}
    return prefixes - {()}


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that dates need to know of one language; The last five are letters."""

    terms: Terms
    spelling: Spelling
    simple: Scanner
    compound: Scanner
    whole: Scanner
    offset: Scanner
    stretch: Scanner
    grains: dict[str, str]
    links: frozenset[str]
    brackets: frozenset[str]
    ends: frozenset[str]
    abbreviated: frozenset[str]
    articles: frozenset[str]


@cache
def language(lang: str) -> Language:
    """The patterns and words of a language. Raises PackError where its dates.toml is at fault."""
    data = table(lang, "dates")
    kinds = ("pattern", "compound", "offset", "stretch")
    simple, compound, offset, stretch = (tuple(_patterns(lang, data, name)) for name in kinds)
    alphabet, vocabulary = Alphabet(), terms(lang)
    literals = literal_words(pattern.node for pattern in (*simple, *compound, *offset, *stretch))
    spelling = Spelling(vocabulary, literals, alphabet)
    grains = {grain: alphabet.letter(grain_classes(grain)) for grain in GRAINS}
    whole = tuple(pattern for pattern in simple if pattern.options.get("whole"))
    return Language(
        terms=vocabulary,
        spelling=spelling,
        simple=Scanner(simple, alphabet),
        compound=Scanner(compound, alphabet),
        whole=Scanner(whole, alphabet),
        offset=Scanner(offset, alphabet),
        stretch=Scanner(stretch, alphabet),
        grains=grains,
        links=frozenset(alphabet.holders("linking")),
        brackets=frozenset(alphabet.holders("open")),
        ends=frozenset(alphabet.holders("range_end")),
        abbreviated=frozenset(alphabet.holders("abbreviated")),
        articles=frozenset(alphabet.holders("definite")),
    )


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
