"""Values of fields: what a record or front matter states as its date and its language."""

from __future__ import annotations

import re
from datetime import date

from crosscheck.language.dates import find_days

ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2}|\d{8})"
    r"(?:[T ]\d{2}(?::?\d{2}(?::?\d{2}(?:[.,]\d{1,9})?)?)?\s?(?:Z|[A-Z]{3,4}|[+-]\d{2}(?::?\d{2})?)?)?",
    re.ASCII,
)


LONGEST = 100  # characters: a day with its weekday, hour and zone has 60
LANGUAGE = re.compile(r"(?P<primary>[a-z]{2,3})(?:[-_][a-z0-9_-]{1,30})?", re.ASCII | re.IGNORECASE)


def iso_day(text: str) -> date | None:
    """The day of an ISO 8601 date or date and time, as written there: a time zone never moves it."""
    match = ISO.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return date.fromisoformat(match["day"])
    except ValueError:
        return None


def stated_day(text: str, lang: str) -> date | None:
    """The day of an ISO date, else of the one whole date that a person may have written ("January 5, 2023")."""
    if ISO.fullmatch(text.strip()) or len(text) > LONGEST:
        return iso_day(text)
    found = {each for _, _, each in find_days(text, lang)}
    return found.pop() if len(found) == 1 else None


def language(tag: str) -> str | None:
    """The primary language of a tag as language packs are named ("en" of "en-GB"), None where it is no tag."""
    match = LANGUAGE.fullmatch(tag.strip())
    return match["primary"].lower() if match else None
