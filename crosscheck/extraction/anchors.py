"""The index: whether anything can bind in a sentence, told from its words before it is read.

Most sentences lack a word that their figures would need. A phrase is looked for by its longest word, its anchor, which
stands for all that the phrase may be to a construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from crosscheck.extraction.items import Itemizer, item_kind
from crosscheck.extraction.lexis import Lexis, Word
from crosscheck.extraction.lists import LEAST
from crosscheck.extraction.needs import Needs
from crosscheck.extraction.patterns import Matcher
from crosscheck.extraction.sentences import Sentence
from crosscheck.language import dates, numbers, units
from crosscheck.language.dating.patterns import essential
from crosscheck.language.literals import literals
from crosscheck.language.memo import Memo
from crosscheck.language.vulgar import SIGNS

# What a word may be, a bit each, below the bits of the needs of constructions that it meets.
SINGULAR, ONE, MULTIPLE, ALONE, SHARE, OPENING, DATED, LASTING, PATTERN, COUNTED, LENGTH, DAY = (
    1 << place for place in range(12)
)
BELOW = 12
TELLING = (SINGULAR, MULTIPLE, PATTERN, COUNTED, LENGTH, DAY)  # sought however short they are
TIMED = {"date": DATED, "duration": LASTING}
Kinds = frozenset[str]  # of items that are figures, as `item_kind` names them
OFFSET = "offset"  # no figure by itself: a day told by its distance, which a rule of dates claims
DATES: Kinds = frozenset({"date", "time", OFFSET})
DAYS: Kinds = frozenset({"date", OFFSET})
LENGTHS: Kinds = frozenset({"duration"})
NUMBERS: Kinds = frozenset({"n", "score", "odd", "percent", "money", "ordinal", "measure"})
# By whether a number may begin in a sentence, whether a length may end there, and whether a date may stand there.
KINDS: Mapping[tuple[bool, bool, bool], Kinds] = {
    (counted, lasting, dated): frozenset().union(
        NUMBERS if counted else (), LENGTHS if lasting and (counted or dated) else (), DATES if dated else ()
    )
    for counted, lasting, dated in product((False, True), repeat=3)
}
DIGIT = re.compile(rf"[\d{''.join(SIGNS)}]")
NOTHING: frozenset[str] = frozenset()
ANYWHERE = ""  # no word: what it may be stands in every sentence


class Seen(NamedTuple):
    """What a sentence holds or may hold: all that its words may be, the words and more, and the kinds of figures."""

    have: int
    words: frozenset[str]
    more: frozenset[str]
    kinds: Kinds


class Anchors:
    """What each word of a language may be under one set of rules."""

    def __init__(
        self, lexis: Lexis, itemizer: Itemizer, needs: Needs, matcher: Matcher, shares: Iterable[str], *, indexed: bool
    ) -> None:
        """`shares` are words in whose company a share is bound; not `indexed`, every sentence with a figure is read."""
        self._indexed, self._needs, self._matcher = indexed, needs, matcher
        phrases = [(max(words, key=len), word) for _, entries in lexis.lexicon.entries() for _, words, word in entries]
        roles = _roles(lexis, matcher, shares)
        self._bits: Mapping[str, int] = _bits(phrases, roles, needs, lexis)
        self._listed = frozenset(self._bits)
        self._openings = lexis.openings
        self._always = needs.met(itemizer.unlisted)
        self._met: Memo[Kinds, int] = Memo(lambda kinds: needs.met("".join(map(itemizer.letters_of, kinds - {OFFSET}))))
        self._single = needs.met(itemizer.single) << BELOW | ALONE
        self._multiple = needs.met(itemizer.multiple) << BELOW | ALONE
        telling = {word for bit in TELLING for word in roles[bit]} | {anchor for anchor, word in phrases if word.cues}
        self._literals = literals(self._listed, telling) if indexed else None
        self._others = self._literals.others if self._literals else frozenset()
        self._anywhere = self._have(self._others, 0)

    def may_bind(self, sentence: Sentence) -> bool:
        """Whether a sentence holds a figure, and what is needed for some rule to bind it or another."""
        if self._indexed and not self._may(self._glimpsed(sentence), sentence):
            return False
        found = self._listed.intersection(sentence.tokens.words)
        have = self._have(found, 0)
        if not self._indexed:
            return bool(sentence.figures or have & ALONE)
        kinds = frozenset(map(item_kind, sentence.figures))
        if have & DATED and "date" not in kinds and _may_tell_offset(sentence):
            kinds |= {OFFSET}
        return self._may(Seen(have, found, NOTHING, kinds), sentence)

    def _glimpsed(self, sentence: Sentence) -> Seen:
        """What a sentence may hold, told from the words that stand in its text, or else from its tokens."""
        hits = sentence.row.hits(self._literals) if self._literals else None
        if hits is not None:
            found, more = frozenset(hits.within(sentence.start, sentence.end)), self._others
            have = self._have(found, self._anywhere)
            counted = bool(have & COUNTED or DIGIT.search(sentence.string, sentence.start, sentence.end))
            dated = counted or bool(have & DAY)
        else:
            found, more, signs = self._listed.intersection(sentence.tokens.words), NOTHING, sentence.signs
            have, counted = self._have(found, 0), bool(signs.numbers)
            dated = dates.may_hold(sentence.tokens, signs.letters, sentence.article.lang, signs.numbers)
        return Seen(have, found, more, KINDS[counted, bool(have & LENGTH), dated])

    def _have(self, found: Iterable[str], more: int) -> int:
        """All that some words may be; one person, or a pair, may be counted without a number: "a soldier"."""
        have = reduce(or_, map(self._bits.__getitem__, found), more)
        single = self._single if have & SINGULAR and have & ONE else 0
        return have | single | (self._multiple if have & MULTIPLE else 0)

    def _may(self, seen: Seen, sentence: Sentence) -> bool:
        have, words, more, kinds = seen
        if not kinds and not have & ALONE:
            return False
        timed = (have & DATED and not kinds.isdisjoint(DAYS)) or (have & LASTING and "duration" in kinds)
        if timed or (have & SHARE and "percent" in kinds):
            return True
        if self._needs.suffice(have >> BELOW | self._always | self._met[kinds]):
            return True
        if have & OPENING and "n" in kinds and self._opened(sentence) >= LEAST:
            return True
        if not (have & PATTERN or self._matcher.anywhere):
            return False
        return any(True for _ in self._matcher.candidates(words | more, kinds))

    def _opened(self, sentence: Sentence) -> int:
        if sentence.row.is_odd:
            return sum(map(self._openings.__contains__, sentence.tokens.words))
        return sum(sentence.string.count(mark, sentence.start, sentence.end) for mark in self._openings)


def _may_tell_offset(sentence: Sentence) -> bool:
    letters, lang = sentence.signs.letters, sentence.article.lang
    return dates.may_tell_offset(sentence.tokens, letters, lang, sentence.every_figure)


def _roles(lexis: Lexis, matcher: Matcher, shares: Iterable[str]) -> dict[int, frozenset[str]]:
    """The words of each bit."""
    return {
        SINGULAR: lexis.singulars,
        ONE: lexis.ones,
        MULTIPLE: frozenset(lexis.multiples),
        SHARE: frozenset(shares),
        OPENING: lexis.openings,
        PATTERN: matcher.anchors,
        COUNTED: frozenset(word for word in numbers.words(lexis.lang) if not DIGIT.search(word)),
        LENGTH: units.terms(lexis.lang, "duration"),
        DAY: essential(lexis.lang) or frozenset({ANYWHERE}),
        0: matcher.words,
    }


def _bits(
    phrases: Iterable[tuple[str, Word]], roles: Mapping[int, Iterable[str]], needs: Needs, lexis: Lexis
) -> dict[str, int]:
    """All that each word may be: what the phrases that it anchors are to constructions, and its own roles."""
    found: dict[str, int] = {}
    for anchor, word in phrases:
        found[anchor] = found.get(anchor, 0) | needs.met(word.letter) << BELOW | _timed(word, lexis)
    for bit, words in roles.items():
        for named in words:
            found[named] = found.get(named, 0) | bit
    return found


def _timed(word: Word, lexis: Lexis) -> int:
    """What rules of dates and lengths take a phrase for."""
    return reduce(or_, (TIMED.get(lexis.rules[cue.rule].kind, 0) for cue in word.cues), 0)
