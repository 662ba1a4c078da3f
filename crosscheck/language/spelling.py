"""Proper names in a text, and those of them that are one name in two spellings; used when articles are compared.

A false alarm here costs an editor more than a miss, so two spellings count as one name only where nothing speaks for
two people or two towns: "Martín Vizcarra" and "Martin King" share no name, "Garcia" and "Gracia" are two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, groupby
from typing import TYPE_CHECKING

from crosscheck.language.folding import fold, unaccent

if TYPE_CHECKING:
    from crosscheck.language.places import Gazetteer

UPPER = "".join(char for char in map(chr, range(0x250)) if char.isupper())
# A name's words: a capital, then letters; "O'Fallon", "Jean-Paul"; a blank or one line break between, for text that an
# editor wrapped. Initials are passed over.
WORD = rf"[{UPPER}](?:[^\W\d_]|['’-](?=[^\W\d_])){{1,30}}"
GAP = r"(?:[ ]|\r?\n)"
# The look back comes after the capital, so that the expression engine runs from capital to capital.
LED = WORD.replace("]", "](?<![\\w@#/].)", 1)
NAME = re.compile(rf"{LED}(?:{GAP}(?:[{UPPER}]\.{GAP})?{WORD}){{0,4}}(?!\w)")
APOSTROPHES = ("'", "’")
POSSESSIVE = re.compile(r"['’][sS]?$")
MARKS = {ord(char): " " for char in map(chr, range(128)) if not char.isalnum()}
SMALL = re.compile(r"(?<![^\W_])[^\W\d_]{2,31}(?![^\W_])")

SHORTEST = 5  # letters: "Juli" and "July", "Alan" and "Allan" are two names; accents alone may differ in shorter ones
RARE = 2  # times: a slip happens once or twice, a second person is named as often as the first
KNOWN = 10_000  # people: two towns of this size with like names are two towns
CROWD = 40  # words that one letter sets apart: more are a list of codes, or meant to take long
ALIKE = {frozenset("il"), frozenset("i1"), frozenset("l1"), frozenset("o0")}

ACCENTS = "accents only"
DOUBLED = "a letter doubled"
SWAPPED = "two letters swapped"
DROPPED = "a letter dropped"
LOOKALIKE = "letters that look alike"


def names(text: str, start: int = 0, end: int | None = None, *, several: bool = False) -> Iterator[tuple[int, int]]:
    """The capitalised names between two offsets, without possessive endings; `several` leaves out most single words.

    A word that the whole text also writes small ("The", "Police", "President") is no part of a name; nor is a word in
    capitals throughout, which may be an abbreviation or a headline.
    """
    for match in NAME.finditer(text, start, len(text) if end is None else end):
        words = match.group().split()
        if several and len(words) == 1:
            continue
        small = _small(text)
        kept: list[tuple[int, int]] = []
        at = match.start()
        for word in words:
            low = text.index(word, at)
            at = low + len(word)
            if not _is_common(word[: len(word) - _owning(word)], small):
                kept.append((low, at))
        if kept:
            yield from _runs(text, kept)


@lru_cache(maxsize=1)  # the stretches of one text are asked about one after another
def _small(text: str) -> frozenset[str]:
    """The words that a text writes small; of a text in ASCII all its words, as no others are asked for."""
    if text.isascii():
        return frozenset(text.translate(MARKS).split())
    return frozenset(filter(str.islower, SMALL.findall(text)))


def _is_common(word: str, small: frozenset[str]) -> bool:
    return word.lower() in small or (len(word) > 1 and word.isupper())


def _owning(word: str) -> int:
    """How many characters of a word are a possessive ending."""
    if not any(mark in word for mark in APOSTROPHES):
        return 0
    owned = POSSESSIVE.search(word)
    return len(owned.group()) if owned else 0


def _runs(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring words; a word that was no part of a name parts them, and so does a possessive."""
    first = 0
    for index, (low, high) in enumerate(words):
        owned = _owning(text[low:high])
        last = index + 1 == len(words)
        if last or owned or text[high : words[index + 1][0]].strip(f" \r\n.{UPPER}"):
            end = high - owned
            if any(char.islower() for char in text[words[first][0] : end]):
                yield words[first][0], end
            first = index + 1


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word of names as written: how often, and what other words it stands with."""

    word: str
    count: int
    beside: frozenset[str]


def variants(names: Iterable[tuple[str, int]]) -> tuple[tuple[str, str, str], ...]:
    """Pairs of words that are one name in two spellings, with a reason; the more frequent spelling first.

    `names` are proper names as written ("Alberto Otárola", "Otarola"), each with how often it occurs. A pair differs
    in accents only, or, in words of five letters and more, by a doubled letter or letters that look alike; by
    swapped or dropped letters only where another word of the name agrees ("Jaime Quispe", "Jaime Qiuspe").
    """
    told = _spellings(names)
    found = [*_accented(told), *_misspelt(told)]
    return tuple(sorted({(*_ordered(one, other), reason) for one, other, reason in found}))


def _ordered(one: Spelling, other: Spelling) -> tuple[str, str]:
    first, second = sorted((one, other), key=lambda each: (-each.count, each.word))
    return first.word, second.word


def _spellings(names: Iterable[tuple[str, int]]) -> tuple[Spelling, ...]:
    counts: dict[str, int] = defaultdict(int)
    beside: dict[str, set[str]] = defaultdict(set)
    for name, count in names:
        words = [word for word in name.split() if not word.endswith(".")]
        for word in words:
            counts[word] += count
            beside[word].update(fold(other) for other in words if other != word)
    return tuple(Spelling(word, counts[word], frozenset(beside[word])) for word in sorted(counts))


def _accented(told: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling, str]]:
    def plain(each: Spelling) -> str:
        return unaccent(each.word).lower()

    for _, group in groupby(sorted(told, key=lambda each: (plain(each), each.word)), key=plain):
        for one, other in combinations(group, 2):
            if one.word.lower() != other.word.lower() and _may_be_one(one, other):
                yield one, other, ACCENTS


def _misspelt(told: Iterable[Spelling]) -> Iterator[tuple[Spelling, Spelling, str]]:
    by_word: dict[str, Spelling] = {}
    for each in told:
        plain = unaccent(each.word).lower()
        if len(plain) >= SHORTEST and plain.isalpha() and by_word.get(plain, each).count <= each.count:
            by_word[plain] = each
    for one, other in sorted(_neighbours(by_word)):
        reason = _difference(one, other)
        if reason is not None and _is_slip(by_word[one], by_word[other], reason):
            yield by_word[one], by_word[other], reason


def _neighbours(words: Mapping[str, Spelling]) -> set[tuple[str, str]]:
    """Pairs of words that become equal when each loses at most one letter: all that differ by one slip."""
    blocks: dict[str, set[str]] = defaultdict(set)
    for word in words:
        blocks[word].add(word)
        for index in range(len(word)):
            blocks[word[:index] + word[index + 1 :]].add(word)
    return {pair for block in blocks.values() if 1 < len(block) <= CROWD for pair in combinations(sorted(block), 2)}


def _difference(one: str, other: str) -> str | None:
    """What sets two plain words apart, None where it is more than one slip or a slip that makes another name."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return _exchange(one, other)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if short[at:] != long[at + 1 :]:
        return None
    if long[at] in (long[at - 1 : at], long[at + 1 : at + 2]):
        return DOUBLED
    return DROPPED if 0 < at < len(short) else None


def _exchange(one: str, other: str) -> str | None:
    unlike = [index for index, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    first = unlike[0]
    if unlike == [0] and frozenset((one[0], other[0])) in ALIKE:
        return LOOKALIKE
    if unlike == [first, first + 1] and one[first] == other[first + 1] and one[first + 1] == other[first]:
        return SWAPPED
    return None


def _is_slip(one: Spelling, other: Spelling, reason: str) -> bool:
    if min(one.count, other.count) > RARE or not _may_be_one(one, other):
        return False
    if reason in (SWAPPED, DROPPED) and one.beside.isdisjoint(other.beside):
        return False
    return not _are_two_places(one.word, other.word)


def _may_be_one(one: Spelling, other: Spelling) -> bool:
    """Whether the words around allow one bearer: a shared word, or one spelling that always stands alone."""
    if fold(one.word) in other.beside:  # "the Los Angeles Angels"
        return False
    if one.beside and other.beside:
        return not one.beside.isdisjoint(other.beside)
    return True


def _are_two_places(one: str, other: str) -> bool:
    known = [_gazetteer().candidates(word)[:1] for word in (one, other)]
    sizeable = [place.id for found in known for place in found if place.population >= KNOWN]
    return len(set(sizeable)) == len(known)


@cache
def _gazetteer() -> Gazetteer:
    from crosscheck.language.places import Gazetteer

    return Gazetteer.load()
