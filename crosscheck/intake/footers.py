"""Tells the lines that a web page sets below an article: who posted it where, and what readers may do."""

from __future__ import annotations

from datetime import date

from crosscheck.intake.bylines import EDGE
from crosscheck.intake.words import Words
from crosscheck.language.dates import find_days

LONGEST = 300  # characters: a list of twenty categories
LONGEST_FIELD = 12  # words without a bar: "Filed under Politics, Mining, Regions and tagged Lima, Cusco, Puno"


def is_footer(line: str, words: Words) -> bool:
    """Whether a line is one of a page's footers, as "May 5, 2023 Posted by | Politics | Leave a comment"."""
    if len(line) > LONGEST or (line.endswith(".") and not line.endswith("...")):
        return False
    fields = [field.strip(EDGE) for field in _undated(line, words).split("|")]
    told = any(words.footer.match(field) or words.counted.fullmatch(field) for field in fields)
    return told and (len(fields) > 1 or len(line.split()) <= LONGEST_FIELD)


def footer_day(lines: list[str], words: Words) -> date | None:
    """The first day that footers name."""
    return next((day for line in lines for _, _, day in find_days(line, words.lang)), None)


def _undated(line: str, words: Words) -> str:
    if not any(character.isdigit() for character in line):
        return line
    position, kept = 0, []
    for start, end, _ in find_days(line, words.lang):
        kept.append(line[position:start])
        position = end
    return "|".join([*kept, line[position:]])
