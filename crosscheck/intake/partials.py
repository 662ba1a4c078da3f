"""Days that lack their year, as agencies write them: recognised, and completed only where something else tells it."""

from __future__ import annotations

import re
from datetime import date

from crosscheck.intake.words import Words
from crosscheck.language.dates import find_days

LONGEST = 30  # characters: "Wednesday, September 23rd" has 25
LEAP_YEAR = "2000"  # lends a day without a year one in which every day of the year exists
DATED = re.compile(r"\d.{0,30}[^\W\d]|[^\W\d].{0,30}\d|\d\D{1,30}\d")  # a month is written out or a number of its own
OLDEST = 31  # days before a footer: a blog takes over what came out in the last weeks


def is_yearless(text: str, words: Words) -> bool:
    """Whether a text is a day that lacks only its year ("Jan 9"), or a month that lacks its day ("May 2023")."""
    if len(text) > LONGEST or not DATED.search(text):
        return False
    whole = (f"{text}, {LEAP_YEAR}", f"{text} {LEAP_YEAR}", f"1 {text}")
    return any(_is_day(candidate, words) for candidate in whole)


def _is_day(text: str, words: Words) -> bool:
    return any(start == 0 and end == len(text) for start, end, _ in find_days(text, words.lang))


def completed(partial: str, latest: date, words: Words) -> date | None:
    """A day without a year, in the year that makes it the last such day up to `latest`; None past a month before.

    The year is read off a footer that stands below the same article, never off a clock.
    """
    for year in (latest.year, latest.year - 1):
        for text in (f"{partial}, {year}", f"{partial} {year}"):
            days = find_days(text, words.lang)
            if days and 0 <= (latest - days[0][2]).days <= OLDEST:
                return days[0][2]
    return None
