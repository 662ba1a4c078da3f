"""All figures of a sentence: numbers and dates read apart, then made one row without overlaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from crosscheck.language import dates, numbers
from crosscheck.language.dates import Context
from crosscheck.language.figures import Figure
from crosscheck.language.signs import Signs, signs
from crosscheck.language.tokens import Tokens

# Tokens that a length in two parts has at least: "14 years six months".
TWO_PARTS = 4


def parts(tokens: Tokens, figures: Iterable[Figure], lang: str) -> tuple[Figure, ...]:
    """The lengths that lengths in two parts are told in: "14 years" and "six months" of "14 years and six months"."""
    found: list[Figure] = []
    for figure in figures:
        if figure.kind == "duration" and figure.last - figure.first + 1 >= TWO_PARTS:
            found.extend(_halves(tokens, figure, lang))
    return tuple(found)


def _halves(tokens: Tokens, figure: Figure, lang: str) -> tuple[Figure, ...]:
    first, end = figure.first, figure.last + 1
    for middle in range(first + 2, end - 1):
        left, right = (numbers.read(tokens.cut(*cut), lang) for cut in ((first, middle), (middle, end)))
        lasting = [each.kind for each in (*left, *right)] == ["duration", "duration"]
        if lasting and left[0].first == 0 == right[0].first and right[0].last == end - middle - 1:
            return _moved(left[0], first), _moved(right[0], middle)
    return ()


def _moved(figure: Figure, by: int) -> Figure:
    hedge = figure.hedge and (figure.hedge[0] + by, figure.hedge[1] + by)
    first, last, begin, finish = (at + by for at in (figure.first, figure.last, figure.begin, figure.finish))
    return replace(figure, first=first, last=last, begin=begin, finish=finish, hedge=hedge)


def read(
    tokens: Tokens, published: date | None, lang: str, context: Context | None = None, *, seen: Signs | None = None
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures of a sentence in order, none overlapping, and those that are stated beside them.

    A date takes the numbers inside it; "two months" of "two months ago" is kept apart, being stated as well, and so is
    the stretch of "from May 3 to June 5". `context` gives the day that the text spoke of last, `seen` the
    sentence's signs, where the caller knows them.
    """
    seen = seen or signs(tokens, lang)
    counted = numbers.read(tokens, lang, starts=seen.numbers)
    dated, stretches = dates.read_apart(tokens, published, lang, numbers=counted, context=context, letters=seen.letters)
    if not dated:
        return counted, ()
    taken = {index for figure in dated for index in range(figure.begin, figure.finish + 1)}
    free = [figure for figure in counted if taken.isdisjoint(range(figure.begin, figure.finish + 1))]
    inner = tuple(figure for figure in counted if figure.kind == "duration" and figure not in free) + stretches
    return tuple(sorted((*dated, *free), key=lambda figure: figure.begin)), inner
