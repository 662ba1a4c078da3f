"""The days on which an article says that things happened, for what it counts from them: "the day after his arrest"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from crosscheck.language.figures import Figure
from crosscheck.language.occasions import occasions

if TYPE_CHECKING:
    from crosscheck.extraction.sentences import Sentence

BEFORE, AFTER = 8, 3  # tokens from what happened to its day ("died in the city on Friday"), and the other way round
BREAKS = frozenset(',;.:?!()"“”')


@dataclass(frozen=True, slots=True)
class Occasion:
    """A happening: what it may have been, and the names that stand before it in its clause, folded."""

    kinds: frozenset[str]
    names: frozenset[str]

    def fits(self, other: Occasion) -> bool:
        """Whether it can be the other one: of one kind, and not of people with other names."""
        named = bool(self.names and other.names)
        return not self.kinds.isdisjoint(other.kinds) and not (named and self.names.isdisjoint(other.names))


@dataclass(frozen=True, slots=True)
class Dated:
    """A happening with its day."""

    occasion: Occasion
    day: date


def day_of(sentence: Sentence, start: int, known: Iterable[Dated]) -> date | None:
    """The day of what stands from a token on, where all happenings that it can be are told of one day."""
    end = min(start + BEFORE, _end(sentence, start))
    place = next((index for index in range(start, end) if _kinds(sentence, index)), None)
    if place is None:
        return None
    sought = Occasion(_kinds(sentence, place), _names(sentence, start, place))
    days = {each.day for each in known if each.occasion.fits(sought)}
    return days.pop() if len(days) == 1 else None


def dated(sentence: Sentence) -> Iterator[Dated]:
    """What the sentence says to have happened on a single day, by the word nearest to the date in its clause."""
    words = occasions(sentence.article.lang)
    if words.keys().isdisjoint(sentence.tokens.words):
        return
    for figure, day in sentence.single_days:
        place = _nearest(sentence, figure)
        if place is not None:
            yield Dated(Occasion(_kinds(sentence, place), _names(sentence, _start(sentence, place), place)), day)


def _nearest(sentence: Sentence, figure: Figure) -> int | None:
    """The token of the happening that a date belongs to: right behind it ("Monday's attack"), else before it."""
    behind = range(figure.finish + 1, min(figure.finish + 1 + AFTER, _end(sentence, figure.finish + 1)))
    ahead = range(figure.begin - 1, max(figure.begin - BEFORE, _start(sentence, figure.begin)) - 1, -1)
    return next((index for index in (*behind, *ahead) if _kinds(sentence, index)), None)


def _kinds(sentence: Sentence, token: int) -> frozenset[str]:
    return occasions(sentence.article.lang).get(sentence.tokens.words[token], frozenset())


def _start(sentence: Sentence, token: int) -> int:
    """The first token of the clause in which a token stands."""
    words = sentence.tokens.words
    return next((index + 1 for index in range(token - 1, -1, -1) if words[index] in BREAKS), 0)


def _end(sentence: Sentence, token: int) -> int:
    words = sentence.tokens.words
    return next((index for index in range(token, len(words)) if words[index] in BREAKS), len(words))


def _names(sentence: Sentence, start: int, end: int) -> frozenset[str]:
    """The words that the article writes with a capital amid a sentence, but for days and demonyms."""
    text, tokens = sentence.article, sentence.tokens
    other = {(seen.start, seen.end) for seen in sentence.sightings if seen.evidence == "demonym"}
    timed = {index for figure, _ in sentence.single_days for index in range(figure.begin, figure.finish + 1)}
    return frozenset(
        tokens.words[index]
        for index in range(start, end)
        if tokens.words[index] in text.capitals
        and index not in timed
        and not any(first <= tokens.starts[index] < last for first, last in other)
    )
