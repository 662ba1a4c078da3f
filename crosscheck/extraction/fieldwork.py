"""On which days a poll was taken: "The survey was conducted Sept. 16-19", wherever in its article that is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from crosscheck.extraction.sentences import ArticleText, Sentence
from crosscheck.language.civic import Civic, civic
from crosscheck.language.figures import Figure
from crosscheck.model import Evidence, Interval

REACH = 12  # tokens after "conducted" in which its days stand: "conducted by telephone with live interviewers on May 3"
APART = 2  # tokens between two dates of one stretch: "Oct. 8 and Oct. 9"
LONG = 45  # days: a poll is in the field for days or weeks, an average of polls for some more


@dataclass(frozen=True, slots=True)
class Fieldwork:
    """The days on which a poll was taken, and the words."""

    days: Interval
    evidence: Evidence


def taken(text: ArticleText) -> Fieldwork | None:
    """The days of an article's one poll; None where none are told, or those of several polls."""
    words = civic(text.lang)
    if words is None:
        return None
    found = [each for sentence in text.sentences if (each := _told(sentence, words)) is not None]
    return found[0] if len({each.days for each in found}) == 1 else None


def _told(sentence: Sentence, words: Civic) -> Fieldwork | None:
    tokens = sentence.tokens.words
    if words.pollsters.nouns.isdisjoint(tokens):
        return None
    for index in range(len(tokens)):
        if words.populations.taken.match(tokens, index) is not None:
            dates = [f for f in sentence.figures if _is_days(f) and index < f.begin <= _end(tokens, index, words)]
            if dates:
                return _stretch(sentence, dates)
    return None


def _end(tokens: tuple[str, ...], index: int, words: Civic) -> int:
    """How far days may stand from "conducted"; what it was done before or after tells none."""
    reach = range(index, min(index + REACH, len(tokens)))
    return next((i for i in reach if tokens[i] in words.populations.outside), index + REACH)


def _stretch(sentence: Sentence, dates: list[Figure]) -> Fieldwork | None:
    first, last = dates[0], dates[0]
    if len(dates) > 1 and dates[1].begin - first.finish - 1 <= APART:
        last = dates[1]
    days = first.interval.hull(last.interval)
    if (days.high - days.low).days > LONG:
        return None
    span = sentence.span(first.first, last.last)
    return Fieldwork(days, Evidence("when", span, sentence.tokens.surface(first.first, last.last)))


def _is_days(figure: Figure) -> bool:
    low, high = figure.interval.low, figure.interval.high
    return figure.kind == "date" and isinstance(low, date) and isinstance(high, date)
