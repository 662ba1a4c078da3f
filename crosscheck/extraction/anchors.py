"""The index: whether anything can bind in a sentence, told from its words before it is read.

Most sentences lack a word that their figures would need. A phrase is looked for by its longest word, its anchor, which
stands for all that the phrase may be to a construction.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from functools import reduce
from operator import or_

from crosscheck.extraction.items import Itemizer, item_kind
from crosscheck.extraction.lexis import Lexis, Word
from crosscheck.extraction.lists import LEAST
from crosscheck.extraction.needs import Needs
from crosscheck.extraction.patterns import Matcher
from crosscheck.extraction.sentences import Sentence
from crosscheck.language import dates
from crosscheck.language.memo import Memo

# What a word may be, a bit each, below the bits of the needs of constructions that it meets.
SINGULAR, ONE, MULTIPLE, ALONE, SHARE, OPENING, DATED, LASTING, PATTERN = (1 << place for place in range(9))
BELOW = 9
TIMED = {"date": DATED, "duration": LASTING}
NUMBERS = frozenset({"n", "score", "odd", "percent", "money", "duration", "ordinal", "measure"})
DATES = frozenset({"date", "time"})
Kinds = frozenset[str]  # of items that are figures, as `item_kind` names them


class Anchors:
    """What each word of a language may be under one set of rules."""

    def __init__(
        self, lexis: Lexis, itemizer: Itemizer, needs: Needs, matcher: Matcher, shares: Iterable[str], *, indexed: bool
    ) -> None:
        """`shares` are words in whose company a share is bound; not `indexed`, every sentence with a figure is read."""
        self._indexed, self._needs, self._matcher = indexed, needs, matcher
        self._bits: dict[str, int] = {}
        for _, entries in lexis.lexicon.entries():
            for _, words, word in entries:
                self._add([max(words, key=len)], needs.met(word.letter) << BELOW | _timed(word, lexis))
        roles: tuple[tuple[int, Iterable[str]], ...] = (
            (SINGULAR, lexis.singulars),
            (ONE, lexis.ones),
            (MULTIPLE, lexis.multiples),
            (SHARE, shares),
            (OPENING, lexis.openings),
            (PATTERN, matcher.anchors),
            (0, matcher.words),
        )
        for bit, named in roles:
            self._add(named, bit)
        self._listed = frozenset(self._bits)
        self._openings = lexis.openings
        self._always = needs.met(itemizer.unlisted)
        self._met: Memo[Kinds, int] = Memo(lambda kinds: needs.met("".join(map(itemizer.letters_of, kinds))))
        self._single, self._multiple = needs.met(itemizer.single), needs.met(itemizer.multiple)

    def _add(self, words: Iterable[str], bits: int) -> None:
        for word in words:
            self._bits[word] = self._bits.get(word, 0) | bits

    def may_bind(self, sentence: Sentence) -> bool:
        """Whether a sentence holds a figure, and what is needed for some rule to bind it or another."""
        words = sentence.tokens.words
        found = self._listed.intersection(words)
        have: int = reduce(or_, map(self._bits.__getitem__, found), 0)
        have |= self._alone(have)
        if not self._indexed:
            return bool(sentence.figures or have & ALONE)
        seen, lang = sentence.signs, sentence.article.lang
        counted, dated = bool(seen.numbers), dates.may_hold(sentence.tokens, seen.letters, lang, seen.numbers)
        kinds = (NUMBERS if counted else frozenset()) | (DATES if dated else frozenset())
        if not self._may(have, found, sentence, kinds, offset=dated):
            return False
        if not kinds:
            return True
        kinds = frozenset(map(item_kind, sentence.figures))
        offset = dates.may_tell_offset(sentence.tokens, seen.letters, lang, sentence.every_figure)
        return self._may(have, found, sentence, kinds, offset=offset)

    def _alone(self, have: int) -> int:
        """The needs met where one person, or a pair, may be counted without a number: "a soldier", "twin attacks"."""
        single = self._single << BELOW | ALONE if have & SINGULAR and have & ONE else 0
        return single | (self._multiple << BELOW | ALONE if have & MULTIPLE else 0)

    def _may(self, have: int, words: Set[str], sentence: Sentence, kinds: Kinds, *, offset: bool) -> bool:
        if not kinds and not have & ALONE:
            return False
        timed = (have & DATED and (offset or "date" in kinds)) or (have & LASTING and "duration" in kinds)
        if timed or (have & SHARE and "percent" in kinds):
            return True
        if self._needs.suffice(have >> BELOW | self._always | self._met[kinds]):
            return True
        if have & OPENING and "n" in kinds and sum(map(self._openings.__contains__, sentence.tokens.words)) >= LEAST:
            return True
        return bool(have & PATTERN) and any(True for _ in self._matcher.candidates(words, kinds))


def _timed(word: Word, lexis: Lexis) -> int:
    """What rules of dates and lengths take a phrase for."""
    return reduce(or_, (TIMED.get(lexis.rules[cue.rule].kind, 0) for cue in word.cues), 0)
