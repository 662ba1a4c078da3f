"""All figures of a sentence: numbers and dates read apart, then made one row without overlaps."""

from __future__ import annotations

from datetime import date

from crosscheck.language import dates, numbers
from crosscheck.language.figures import Figure
from crosscheck.language.tokens import Tokens


def read(tokens: Tokens, published: date | None, lang: str) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The figures of a sentence in order, none overlapping, and the lengths of time that stand inside dates.

    A date takes the numbers inside it; "two months" of "two months ago" is kept apart, being stated as well.
    """
    counted = numbers.read(tokens, lang)
    dated = dates.read(tokens, published, lang, numbers=counted)
    if not dated:
        return counted, ()
    taken = {index for figure in dated for index in range(figure.begin, figure.finish + 1)}
    free = [figure for figure in counted if taken.isdisjoint(range(figure.begin, figure.finish + 1))]
    inner = tuple(figure for figure in counted if figure.kind == "duration" and figure not in free)
    return tuple(sorted((*dated, *free), key=lambda figure: figure.begin)), inner
