"""The date patterns of a language, compiled over classes of words; each is tried only where its first items stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from crosscheck.errors import Fault, PackError
from crosscheck.language.automaton import Alphabet, expression, literal_words, required, word_class
from crosscheck.language.dating.terms import Spelling, Terms, terms
from crosscheck.language.memo import Memo
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
    """Patterns over one alphabet. Some letters from a place on tell which of them are worth trying there; which those
    are, and every expression, is made when it is first needed."""

    __slots__ = ("_alphabet", "_asked", "_begun", "_compiled", "_firsts", "_opening", "_patterns", "_worth")

    def __init__(self, patterns: tuple[Pattern, ...], alphabet: Alphabet) -> None:
        """`alphabet` must hold every letter already."""
        self._alphabet, self._patterns = alphabet, patterns
        self._compiled: list[re.Pattern[str] | None] = [None] * len(patterns)
        # By the letter with which a pattern may begin: its number, and the classes of the items that must follow.
        self._firsts: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        self._opening: re.Pattern[str] | None = None
        self._begun: Memo[str, tuple[tuple[int, tuple[str, ...]], ...]] = Memo(self._following)
        self._worth: Memo[str, tuple[int, ...]] = Memo(self._worthy)
        self._asked: Memo[str, bool] = Memo(lambda letters: self.seek(letters, 0) >= 0, most=1000)
        for number, pattern in enumerate(patterns):
            for first, *following in sorted(_prefixes(pattern.node)):
                for letter in alphabet.holders(first):
                    self._firsts.setdefault(letter, []).append((number, tuple(following)))

    def occurs(self, letters: str) -> bool:
        """Whether some pattern is worth trying anywhere; several ask it of one sentence."""
        return self._asked[letters]

    def seek(self, letters: str, index: int) -> int:
        """The first item from `index` on where some pattern is worth trying, -1 where there is none."""
        opening = self._opening or self._open()
        hit, worth = opening.search(letters, index), self._worth
        while hit is not None:
            index = hit.start()
            if worth[letters[index : index + DEEP]]:
                return index
            hit = opening.search(letters, index + 1)
        return -1

    def _open(self) -> re.Pattern[str]:
        """The expression of two letters with which some pattern may begin, or of the one that suffices."""
        by_second: dict[str, str] = {}
        for letter, patterns in self._firsts.items():
            alone = any(not following for _, following in patterns)
            seconds = (
                {each for _, following in patterns for each in self._alphabet.holders(following[0])}
                if not alone
                else ()
            )
            key = "".join(sorted(seconds))
            by_second[key] = by_second.get(key, "") + letter
        pairs = (f"[{firsts}]" + (f"[{seconds}]" if seconds else "") for seconds, firsts in by_second.items())
        opening = self._opening = re.compile("|".join(pairs) or "(?!)")
        return opening

    def needs(self) -> Iterator[tuple[frozenset[str], ...]]:
        """For each pattern the sets of letters of which each must have one where it matches."""
        return (required(pattern.node, self._alphabet) for pattern in self._patterns)

    def begins_with(self, letters: Iterable[str]) -> bool:
        """Whether some pattern may have one of these letters among its first."""
        wanted = set(letters)
        classes = {each for patterns in self._firsts.values() for _, following in patterns for each in following}
        return not wanted.isdisjoint(self._firsts) or any(
            not wanted.isdisjoint(self._alphabet.holders(each)) for each in classes
        )

    def at(self, letters: str, index: int) -> Iterator[Match]:
        """Every pattern that matches from an item on, the longest first, and among equals the earlier in the file."""
        found: list[tuple[int, int, re.Match[str]]] = []
        for number in self._worth[letters[index : index + DEEP]]:
            match = (self._compiled[number] or self._compile(number)).match(letters, index)
            if match and match.end() > index:
                found.append((-match.end(), number, match))
        if len(found) > 1:
            found.sort(key=itemgetter(0, 1))
        return (self._match(number, match) for _, number, match in found)

    def _worthy(self, letters: str) -> tuple[int, ...]:
        """The numbers of the patterns that may match where these letters stand."""
        return tuple(dict.fromkeys(number for number, _ in self._following(letters)))

    def _following(self, letters: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """The patterns that begin with these letters, each with the classes that must still follow."""
        if len(letters) == 1:
            return tuple(self._firsts.get(letters, ()))
        last, holders = letters[-1], self._alphabet.holders
        return tuple(
            (number, rest[1:]) for number, rest in (self._begun[letters[:-1]]) if not rest or last in holders(rest[0])
        )

    def _compile(self, number: int) -> re.Pattern[str]:
        made = self._compiled[number] = re.compile(expression(self._patterns[number].node, self._alphabet))
        return made

    def _match(self, number: int, match: re.Match[str]) -> Match:
        slots = {name: match.start(name) for name in match.re.groupindex if match.start(name) >= 0}
        return Match(self._patterns[number], match.start(), match.end() - 1, slots)


DEEP = 3  # items that tell which patterns are worth trying: "in the" begins too many
OPEN = ""  # ends a prefix after which anything may stand


def _prefixes(node: Node) -> set[tuple[str, ...]]:
    """The first classes of whatever a phrase can match; fewer where it can be shorter, or anything may follow."""
    found = {tuple(each for each in prefix if each != OPEN) for prefix in _begun(node)}
    return found - {()}


def _begun(node: Node) -> set[tuple[str, ...]]:
    if isinstance(node, Word):
        return {tuple(word_class(word) for word in split_words(node.text)[:DEEP])}
    if isinstance(node, Slot):
        return {()} if node.kind[0] in "<>!" else {(node.kind,)}
    if isinstance(node, Gap):
        return {(OPEN,)}
    if isinstance(node, Choice):
        found = set().union(*(_begun(option) for option in node.options))
        if node.most > 1:
            found = {(*prefix, OPEN)[:DEEP] for prefix in found}
        return found | ({()} if node.optional else set())
    prefixes: set[tuple[str, ...]] = {()}
    for each in node.nodes:
        if all(map(_is_whole, prefixes)):
            break
        more = _begun(each)
        prefixes = {p for p in prefixes if _is_whole(p)} | {
            (*prefix, *after)[:DEEP] for prefix in prefixes if not _is_whole(prefix) for after in more
        }
    return prefixes


def _is_whole(prefix: tuple[str, ...]) -> bool:
    return len(prefix) == DEEP or OPEN in prefix


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that dates need to know of one language; the last six are letters.

    `dated_offsets` tells that a length before or after something may begin with a date.
    """

    terms: Terms
    spelling: Spelling
    simple: Scanner
    compound: Scanner
    whole: Scanner
    offset: Scanner
    dated_offsets: bool
    stretch: Scanner
    grains: dict[str, str]
    links: frozenset[str]
    brackets: frozenset[str]
    ends: frozenset[str]
    abbreviated: frozenset[str]
    articles: frozenset[str]
    opens: frozenset[str]


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
    offsets = Scanner(offset, alphabet)
    whole = tuple(pattern for pattern in simple if pattern.options.get("whole"))
    return Language(
        terms=vocabulary,
        spelling=spelling,
        simple=Scanner(simple, alphabet),
        compound=Scanner(compound, alphabet),
        whole=Scanner(whole, alphabet),
        offset=offsets,
        dated_offsets=offsets.begins_with(grains.values()),
        stretch=Scanner(stretch, alphabet),
        grains=grains,
        links=frozenset(alphabet.holders("linking")),
        brackets=frozenset(alphabet.holders("open")),
        ends=frozenset(alphabet.holders("range_end")),
        abbreviated=frozenset(alphabet.holders("abbreviated")),
        articles=frozenset(alphabet.holders("definite")),
        opens=frozenset(alphabet.holders("from_between")),
    )


def essential(lang: str) -> frozenset[str] | None:
    """Words of which one stands in every date and every offset that holds no number; None where that cannot be told."""
    known = language(lang)
    every = [
        [words for letters in needs if (words := known.spelling.spelt(letters)) is not None]
        for needs in (*known.simple.needs(), *known.offset.needs())
    ]
    told = Counter(word for groups in every for group in groups for word in group)

    def rarity(words: frozenset[str]) -> tuple[bool, float, int]:
        """Longer words are rarer, and of equals those that fewer patterns name; marks are everywhere."""
        return all(map(str.isalpha, words)), sum(map(len, words)) / len(words), -max(told[word] for word in words)

    if not all(every):
        return None
    worded = (groups for groups in every if not any(all(word[0].isdecimal() for word in group) for group in groups))
    return frozenset(word for groups in worded for word in max(groups, key=rarity))


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
