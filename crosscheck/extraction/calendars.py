"""Dates that no calendar has, and weekdays that are not their date's: evidence for the checks of dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from crosscheck.extraction.sentences import Sentence
from crosscheck.language.figures import Figure
from crosscheck.language.grammar import words_of
from crosscheck.model import Evidence, Mention

BETWEEN = 2  # tokens between a weekday and its date: "Thursday, May 17", "Thursday (May 17)"
IMPOSSIBLE = "impossible_date"


def evidence(sentence: Sentence, mention: Mention) -> tuple[Evidence, ...]:
    """What is wrong with the date that a claim's mention states; nothing where it is no date or a sound one."""
    if mention.kind != "date":
        return ()
    figures = [figure for figure in sentence.figures if figure.kind == "date"]
    for index, figure in enumerate(figures):
        if sentence.tokens.starts[figure.first] == mention.span.start:
            return tuple(_faults(sentence, figures, index, mention))
    return ()


def _faults(sentence: Sentence, figures: list[Figure], index: int, mention: Mention) -> Iterator[Evidence]:
    figure = figures[index]
    if figure.because == IMPOSSIBLE:
        yield Evidence("impossible", mention.span, mention.surface)
    before = figures[index - 1] if index else None
    if before is not None and _disagree(sentence, before, figure):
        span = sentence.span(before.first, before.last)
        yield Evidence("weekday_mismatch", span, sentence.string[span.start : span.end])


def _disagree(sentence: Sentence, weekday: Figure, day: Figure) -> bool:
    """Whether a lone weekday stands right before a full date that falls on another day of the week."""
    low, high = weekday.interval.low, day.interval.low
    between = sentence.tokens.words[weekday.finish + 1 : day.begin]
    near = day.begin > weekday.finish and len(between) <= BETWEEN and _joins(between, sentence.article.lang)
    single = weekday.interval.is_point and day.interval.is_point and weekday.first == weekday.last
    if not (near and single and isinstance(low, date) and isinstance(high, date)):
        return False
    digits = any(char.isdigit() for char in sentence.tokens.surface(weekday.first, weekday.last))
    told = any(char.isdigit() for char in sentence.tokens.surface(day.first, day.last))
    return not digits and told and low.weekday() != high.weekday()


def _joins(between: tuple[str, ...], lang: str) -> bool:
    """Whether nothing but marks and an article stands between, as in "Thursday, the 17th", not "said today that on"."""
    return all(not word[0].isalpha() or word in words_of(lang, "definite") for word in between)
