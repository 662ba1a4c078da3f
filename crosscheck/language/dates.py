"""Dates and clock times of a sentence, read against the day on which its article was published.

Tokens become letters of an alphabet of word classes (`dating/items.py`); patterns of the language pack are found among
them and read by the operation that each names (`dating/operations.py`); compound patterns then build on what was read.
"""

from __future__ import annotations

from datetime import date

from crosscheck.language.dating.glosses import settled
from crosscheck.language.dating.hedges import hedged, role_before
from crosscheck.language.dating.items import items_of
from crosscheck.language.dating.lengths import room
from crosscheck.language.dating.offsets import Offset, anchored, found_offsets
from crosscheck.language.dating.patterns import language
from crosscheck.language.dating.readings import Reading
from crosscheck.language.dating.scan import Scan
from crosscheck.language.figures import Figure
from crosscheck.language.tokens import Tokens, tokenize
from crosscheck.model import Interval, Value

__all__ = ["Offset", "bounds_word", "find_days", "meant", "offsets", "read"]


def find_days(text: str, lang: str = "en") -> tuple[tuple[int, int, date], ...]:
    """Complete calendar dates with their code-point spans, in any usual shape and case: "MARCH 10, 2023", "10.01.2023".

    Impossible dates are left out. Between slashes and hyphens the language's own order of day and month decides where
    both fit ("05/02/2023" is May 2 in the English pack), full stops always put the day first. Two-digit years are
    taken for 1970 to 2069.
    """
    tokens, known = tokenize(text), language(lang)
    items = items_of(tokens, known, ())
    found = Scan(tokens, known, lang, None).simple(items, known.whole)
    return tuple(
        (tokens.starts[items.firsts[first]], tokens.ends[items.lasts[last]], reading.low)
        for first, last, reading in found
        if isinstance(reading.low, date) and reading.low == reading.high
    )


def read(
    tokens: Tokens,
    published: date | None,
    lang: str = "en",
    *,
    numbers: tuple[Figure, ...] = (),
    context: date | None = None,
) -> tuple[Figure, ...]:
    """Every date and time of day in a sentence, in order and without overlaps.

    A date's value is the first and last day that it can mean, a time's the time. `context` is the day that the text
    spoke of last, against which "the next day" is read. Where no publication date is known, a relative date has an
    unbounded value and the reason "no_published_date"; a day that its month has not got is that month, with the reason
    "impossible_date". `numbers` are the sentence's other figures: spelt years and lengths are taken from them.
    """
    known = language(lang)
    items = items_of(tokens, known, numbers)
    scan = Scan(tokens, known, lang, published)
    found = scan.simple(items, known.simple)
    if found:
        items, found = scan.compounds(items, found)
    readings = (
        reading.spanning(items.firsts[first], items.lasts[last])
        for first, last, reading in anchored(items, settled(items, found, known), known, context)
        if reading.grain != "name"
    )
    return tuple(_figure(hedged(tokens, reading, published, lang)) for reading in readings)


def offsets(tokens: Tokens, lang: str = "en", *, numbers: tuple[Figure, ...] = ()) -> tuple[Offset, ...]:
    """Lengths of time before or after something that is no date: "two days before X was arrested", "the next day"."""
    known = language(lang)
    items = items_of(tokens, known, numbers)
    scan = Scan(tokens, known, lang, None)
    found = scan.simple(items, known.simple)
    if found:
        items, _ = scan.compounds(items, found)
    return found_offsets(items, known)


def bounds_word(tokens: Tokens, figure: Figure, lang: str = "en") -> str | None:
    """The role that the words before a date give it: since, until, by, as_of, from or between; None where none does."""
    return role_before(tokens, figure.begin, lang)


def meant(tokens: Tokens, figure: Figure, lang: str = "en") -> Interval:
    """The widest stretch that a date can mean: "two months ago" reaches half a month to either side of its value.

    The value itself is the day reckoned, as "about 60" is 60: what the wording leaves open belongs to comparing.
    """
    day = figure.interval.low
    if figure.kind != "date" or figure.modifier != "approx" or not figure.interval.is_point:
        return figure.interval
    units = language(lang).terms.values["units"]
    told = [units[word] for word in tokens.words[figure.first : figure.last + 1] if word in units]
    stretch = room(day, told[-1]) if told and isinstance(day, date) else None
    return Interval(stretch.low, stretch.high) if stretch else figure.interval


def _figure(reading: Reading) -> Figure:
    begin = reading.hedge[0] if reading.hedge else reading.first
    return Figure(
        kind="time" if reading.grain == "time" else "date",
        value=Value(Interval(reading.low, reading.high)),
        first=reading.first,
        last=reading.last,
        begin=begin,
        finish=reading.last,
        modifier=reading.modifier,
        hedge=reading.hedge,
        because=reading.because,
    )
