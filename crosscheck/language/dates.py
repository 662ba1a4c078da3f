"""Dates and clock times of a sentence, read against the day on which its article was published.

Tokens become letters of an alphabet of word classes (`dating/items.py`); patterns of the language pack are found among
them and read by the operation that each names (`dating/operations.py`); compound patterns then build on what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from crosscheck.language.dating.glosses import settled
from crosscheck.language.dating.hedges import hedged, role_before
from crosscheck.language.dating.items import Items, items_of
from crosscheck.language.dating.lengths import room
from crosscheck.language.dating.offsets import Context, Offset, anchored, found_offsets
from crosscheck.language.dating.patterns import language
from crosscheck.language.dating.readings import Reading
from crosscheck.language.dating.scan import Read, Scan
from crosscheck.language.figures import Figure
from crosscheck.language.tokens import Tokens, tokenize
from crosscheck.model import Interval, Value

__all__ = ["Context", "Offset", "bounds_word", "find_days", "meant", "offsets", "read", "read_apart"]


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
    context: Context | None = None,
) -> tuple[Figure, ...]:
    """Every date and time of day in a sentence, in order and without overlaps.

    A date's value is the first and last day that it can mean, a time's the time. `context` gives the day that the text
    spoke of last, against which "the next day" is read. Where no publication date is known, a relative date has an
    unbounded value and the reason "no_published_date"; a day that its month has not got is that month, with the reason
    "impossible_date". `numbers` are the sentence's other figures: spelt years and lengths are taken from them.
    """
    return read_apart(tokens, published, lang, numbers=numbers, context=context)[0]


def read_apart(
    tokens: Tokens,
    published: date | None,
    lang: str = "en",
    *,
    numbers: tuple[Figure, ...] = (),
    context: Context | None = None,
    letters: str | None = None,
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """As `read`, and with it the stretches that run from one date to another: "from May 3 to now" over "May 3".

    `letters` are those of the tokens, where the caller knows them.
    """
    known = language(lang)
    letters = letters or known.spelling.letters(tokens)
    if not (known.simple.occurs(letters) or may_tell_offset(tokens, letters, lang, numbers)):
        return (), ()
    items = items_of(tokens, known, numbers)
    scan = Scan(tokens, known, lang, published)
    found = scan.simple(items, known.simple)
    stretches: Read = []
    if found:
        items, found = scan.compounds(items, found)
        stretches = scan.stretches(items)
    days = anchored(items, settled(items, found, known), known, context)
    row = tuple(_figure(hedged(tokens, each, published, lang)) for each in _told(items, days))
    return row, tuple(_figure(each) for each in _told(items, stretches))


def _told(items: Items, found: Read) -> Iterator[Reading]:
    for first, last, reading in found:
        if reading.grain != "name":
            yield reading.spanning(items.firsts[first], items.lasts[last])


def may_hold(tokens: Tokens, letters: str, lang: str, starts: Sequence[int]) -> bool:
    """Whether a sentence with these letters, and numbers that may begin with the tokens `starts`, may hold a date."""
    known = language(lang)
    if known.dated_offsets or known.simple.occurs(letters) or known.offset.occurs(letters):
        return True
    return any(tokens.words[start][0].isalpha() for start in starts)


def may_tell_offset(tokens: Tokens, letters: str, lang: str, numbers: Iterable[Figure]) -> bool:
    """Whether a length before or after something may begin in a sentence with these letters.

    Words that make one number are one item to date patterns, and so may begin anything.
    """
    known = language(lang)
    if known.dated_offsets or known.offset.occurs(letters):
        return True
    ended = -1
    for figure in numbers:
        joined = ended == figure.first or figure.first < figure.last - (figure.kind == "duration")
        if joined and tokens.words[figure.first][0].isalpha():
            return True
        ended = figure.last + 1
    return False


def offsets(
    tokens: Tokens, lang: str = "en", *, numbers: tuple[Figure, ...] = (), letters: str | None = None
) -> tuple[Offset, ...]:
    """Lengths of time before or after something that is no date: "two days before X was arrested", "the next day".

    `letters` are those of the tokens, where the caller knows them.
    """
    known = language(lang)
    if not may_tell_offset(tokens, letters or known.spelling.letters(tokens), lang, numbers):
        return ()
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
