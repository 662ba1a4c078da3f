"""The day printed above an article's text, which its weekdays are told of: records often carry a later one.

A feed's date is in universal time, so an evening's article bears the next day's; an archive's is that of the copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from crosscheck.language.dates import find_days
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, split_words, tokenize

LINES, LONGEST = 6, 90  # a day is printed within the first lines, on a short one of its own
LATE = 14  # days: a record further from what is printed is another issue of the text, with a story of its own
YEAR, ADDRESS = re.compile(r"\b(?:19|20)\d\d\b|[/.-]\s?\d\d\b"), "://"
NAMES = ("noise", "edges", "published", "updated")


def anchor(text: str, start: int, published: date | None, lang: str) -> date | None:
    """The day that an article's relative dates are told of: the one printed at the top of its text from `start` on,
    where that lies up to two weeks before `published`; else `published` itself."""
    if published is None:
        return None
    for line in _lines(text, start):
        day = _alone(line, lang)
        if day is not None:
            return day if 0 < (published - day).days <= LATE else published
    return published


def _lines(text: str, start: int) -> Iterator[str]:
    for _ in range(LINES):
        end = text.find("\n", start)
        if end < 0:
            return
        line = text[start:end]
        if len(line) <= LONGEST and YEAR.search(line) and ADDRESS not in line:
            yield line
        start = end + 1


def _alone(line: str, lang: str) -> date | None:
    """The day of a line that holds no other word than those beside a printed date; the first where it has several."""
    found = find_days(line, lang)
    if not found:
        return None
    tokens = tokenize(line)
    inside = {index for start, end, _ in found for index in _covered(tokens, start, end)}
    others = (word for index, word in enumerate(tokens.words) if index not in inside and word[0].isalpha())
    return found[0][2] if _companions(lang).issuperset(others) else None


def _covered(tokens: Tokens, start: int, end: int) -> Iterator[int]:
    return (index for index in range(len(tokens)) if tokens.starts[index] < end and start < tokens.ends[index])


@cache
def _companions(lang: str) -> frozenset[str]:
    told = table(lang, "datelines")
    return frozenset(word for name in NAMES for phrase in told[name] for word in split_words(phrase))
