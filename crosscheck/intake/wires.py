"""Reads the dateline with which a news agency opens a story: "LIMA, Jan 9 (Reuters) - …"."""

from __future__ import annotations

import re

from crosscheck.intake.bylines import EDGE, Byline
from crosscheck.intake.names import is_name
from crosscheck.intake.partials import is_yearless
from crosscheck.intake.words import Words
from crosscheck.language.dates import find_days

REACH = 130  # characters in which a dateline ends: place, region, country, day and agency have 90
SIGNED = re.compile(
    r"(?P<place>(?:[^()\n]{1,50}\([^()\n]{1,40}\))?[^()\n]{0,70}?)\s?\((?P<agency>[^()\n]{2,40})\)\s{0,3}(?:[-–—]{1,3}|[.:]\s{0,2}[-–—]{1,2}|[:.])\s"
)
UNSIGNED = re.compile(r"(?P<place>[^()\n–—:]{4,70}?)(?:\s-{1,2}\s|\s?[–—]{1,2}\s?|\s?--\s?|:\s)")
PARENTHESES = str.maketrans("()", ",,")  # "PANAMA CITY (PANAMA), 9 MAY 1990 (RADIO SUR) -- …"
PLACE_WORDS = 4  # "Port of Spain", "Santa Cruz de la Sierra" with its particles left out
PLACES = 3  # "JULIACA, Puno, Peru"


def read_wire(text: str, words: Words) -> Byline | None:
    """What the dateline at a text's beginning tells, or None where there is none.

    A day without a year is kept as `partial`. `labelled` tells that the place stands in capitals beside a day, which
    nothing but a dateline has.
    """
    opening = text[:REACH]
    if match := SIGNED.match(opening):
        return _signed(match["place"], match["agency"].strip(), words)
    if match := UNSIGNED.match(opening):
        byline, capitals, places = _placed(match["place"], words)
        dated = byline.day is not None or (capitals and byline.partial is not None)
        return byline if places and dated else None
    return None


def _signed(place: str, agency: str, words: Words) -> Byline | None:
    byline, capitals, places = _placed(place, words)
    dated = byline.day is not None or byline.partial is not None
    known = agency.isupper() or any(part.lower() in words.press for part in agency.split())
    if places is None or not is_name(agency, words) or not (capitals or dated or known):
        return None
    return Byline(outlet=agency, day=byline.day, partial=byline.partial, labelled=byline.labelled)


def _placed(place: str, words: Words) -> tuple[Byline, bool, int | None]:
    """The day in a dateline's place part, whether the place is in capitals, and how many places; None: not a place."""
    place = place.translate(PARENTHESES)
    days = find_days(place, words.lang)
    if days:
        place = place[: days[0][0]] + "," + place[days[0][1] :]
    parts = [part for part in (words.edges.sub("", each.strip()).strip(EDGE) for each in place.split(",")) if part]
    parts = [piece for part in parts for piece in _pieces(part, words)]
    partial = next((part for part in parts if not days and is_yearless(part, words)), None)
    names = [part for part in parts if part != partial]
    if len(names) > PLACES or not all(_is_place(name, words) for name in names):
        return Byline(), False, None
    capitals = bool(names) and names[0].isupper() and len(names[0]) > 2
    dated = bool(days) or partial is not None
    return Byline(day=days[0][2] if days else None, partial=partial, labelled=capitals and dated), capitals, len(names)


def _pieces(part: str, words: Words) -> tuple[str, ...]:
    """A part whose last two words are a day without a year, parted from them: "LIMA Jan 9"."""
    head = part.rsplit(maxsplit=2)
    day = " ".join(head[1:])
    return (head[0], day) if len(head) == 3 and is_yearless(day, words) else (part,)


def _is_place(name: str, words: Words) -> bool:
    parts = [part for part in name.split() if part.lower() not in words.particles]
    if words.preposition.match(name):
        return False
    return 1 <= len(parts) <= PLACE_WORDS and all(part[0].isupper() for part in parts)
