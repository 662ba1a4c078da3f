"""Dates and clock times of a sentence, read against the day on which its article was published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from crosscheck.language.date_patterns import Language, Match, Scanner, language
from crosscheck.language.date_readings import Found, Reading, Scene
from crosscheck.language.date_days import in_digits, on_day
from crosscheck.language.tokens import Tokens, tokenize

OPERATIONS = {"day": on_day, "numeric": in_digits}


def find_days(text: str, lang: str = "en") -> tuple[tuple[int, int, date], ...]:
    """Complete calendar dates with their code-point spans, in any usual shape and case: "MARCH 10, 2023", "10.01.2023".

    Impossible dates are left out. Between slashes and hyphens the language's own order of day and month decides where
    both fit ("05/02/2023" is 2 May in the English pack), full stops always put the day first. Two-digit years are
    taken for 1970 to 2069.
    """
    tokens, known = tokenize(text), language(lang)
    letters = "".join(known.spelling.letters(tokens))
    scene = Scene(None, None, lambda: 0, lambda: None)
    found: list[tuple[int, int, date]] = []
    for reading in _readings(known, known.whole, letters, tokens, scene):
        if isinstance(reading.low, date) and reading.low == reading.high:
            found.append((tokens.starts[reading.first], tokens.ends[reading.last], reading.low))
    return tuple(found)


def _readings(known: Language, scanner: Scanner, letters: str, tokens: Tokens, scene: Scene) -> Iterator[Reading]:
    starts, index, size = scanner.starts(), 0, len(letters)
    while index < size:
        if letters[index] in starts:
            for match in scanner.at(letters, index):
                reading = _read(known, match, tokens, scene)
                if reading is not None:
                    yield reading.spanning(match.first, match.last)
                    index = match.last
                    break
        index += 1


def _read(known: Language, match: Match, tokens: Tokens, scene: Scene) -> Reading | None:
    words = {slot: tokens.words[index] for slot, index in match.slots.items()}
    return OPERATIONS[match.pattern.op](Found(match, words, known.terms), scene)
