"""All figures of a sentence: numbers and dates read apart, then made one row without overlaps."""

from __future__ import annotations

from datetime import date

from crosscheck.language import dates, numbers
from crosscheck.language.dates import Context
from crosscheck.language.figures import Figure
from crosscheck.language.signs import Signs, signs
from crosscheck.language.tokens import Tokens


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
