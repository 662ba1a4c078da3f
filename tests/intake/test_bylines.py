"""Lines that are bylines in any usual shape, and the sentences, captions and headings that are none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake.bylines import Byline, read_byline
from crosscheck.intake.words import words

EN = words("en")
DAY = date(2023, 1, 9)

NOT_BYLINES = [
    pytest.param("By January 9, 2023, the toll had risen to 17.", id="by-a-day"),
    pytest.param("By Monday, January 9, 2023, five had died", id="by-a-weekday"),
    pytest.param("By the end of the year", id="by-the-end"),
    pytest.param("Step by step", id="by-inside"),
    pytest.param("By and by", id="particles-alone"),
    pytest.param("Photo: Ana Ruiz | Valley Courier | January 9, 2023", id="credit"),
    pytest.param("Miners in Cusco. Image by Ana Ruiz, January 9, 2023", id="credit-in-the-middle"),
    pytest.param("Miners march in Cusco, January 9, 2023", id="caption-with-a-comma"),
    pytest.param("Miners march through the south – January 9, 2023", id="caption-with-a-dash"),
    pytest.param("January 9, 2023: 17 dead", id="timeline"),
    pytest.param("Seventeen people died on January 9, 2023", id="sentence"),
    pytest.param("Lima, January 9, 2023 – Police opened fire.", id="sentence-after-a-dateline"),
    pytest.param("Deaths | 17 | January 9, 2023", id="table-row"),
    pytest.param("October 27, 1914 – November 13, 1996", id="a-life"),
    pytest.param("CUSCO, Peru – UPDATE (January 9, 2023):", id="opens-a-list"),
    pytest.param("Crisis Line (@crisisline) January 9, 2023", id="handle"),
    pytest.param("$17 million | January 9, 2023", id="sum"),
    pytest.param("Reporting by Ana Ruiz; editing by Tom Hale", id="agency-footer"),
    pytest.param("", id="nothing"),
    pytest.param("x" * 300 + " | January 9, 2023", id="too-long"),
]


@pytest.mark.parametrize("line", NOT_BYLINES)
def test_what_is_no_byline(line: str) -> None:
    byline = read_byline(line, EN)
    assert byline is None or byline.strength < 2


BYLINES = [
    # line, author, outlet, day, strength
    ("By Ana Ruiz – open ground – January 9, 2023", "Ana Ruiz", "open ground", 3),
    ("BY A. T. RUIZ | OPENGROUND | JANUARY 9, 2023", "A. T. RUIZ", "OPENGROUND", 3),
    ("Meridian – 09.01.2023", None, "Meridian", 2),
    ("MR | January 9, 2023", None, "MR", 2),
    ("teleNorte | January 9, 2023", None, "teleNorte", 2),
    ("By Ana Ruiz | January 9, 2023", "Ana Ruiz", None, 3),
    ("Jan. 9, 2023 - Andes Wire", None, "Andes Wire", 2),
    ("Published 2023-01-09 by Ana Ruiz", "Ana Ruiz", None, 3),
    ("9 January 2023", None, None, 1),
    ("January 9, 2023 by Ana Ruiz", "Ana Ruiz", None, 3),
    ("By Ana Ruiz, Tom Hale and Per Olsen, Valley Times, January 9, 2023", "Ana Ruiz, Tom Hale and Per Olsen",
     "Valley Times", 3),
    ("By Ana Ruiz of the Andes Press, January 9, 2023", "Ana Ruiz", "the Andes Press", 3),
    ("By Ana Ruiz for The Courier | January 9, 2023", "Ana Ruiz", "The Courier", 3),
    ("By Ana Ruiz in Puno, January 9, 2023", "Ana Ruiz", None, 3),
    ("By Ana Ruiz, staff writer | January 9, 2023 | Updated January 10, 2023", "Ana Ruiz", None, 3),
    ("Opinion | By Ana Ruiz | Valley Courier | January 9, 2023 | 5 min read", "Ana Ruiz", "Valley Courier", 3),
    ("Ana Ruiz | Valley Courier | January 9, 2023", "Ana Ruiz", "Valley Courier", 2),
    ("Ana Ruiz, Andes Press • January 9, 2023, 10:05am EST", "Ana Ruiz", "Andes Press", 2),
    ("First published on Monday 9 January 2023 at 05.00 GMT", None, None, 3),
    ("Posted: Jan 9, 2023 4:09 PM ET | Last Updated: January 10, 2023", None, None, 3),
    ("Written by Ana Ruiz, Monday 9 January 2023", "Ana Ruiz", None, 3),
    ("Published in The Courier on January 9, 2023", None, "The Courier", 1),
    ("Source: Valley Courier, January 9, 2023", None, "Valley Courier", 1),
    ("January 9, 2023 / 10:30 AM / Andes News", None, "Andes News", 1),
    ("Channel 4 News | January 9, 2023", None, "Channel 4 News", 2),
    ("The Sun, January 9, 2023", None, "The Sun", 1),
    ("Mail on Sunday | January 9, 2023", None, "Mail on Sunday", 2),
    ("*By Ana Ruiz, January 9, 2023*", "Ana Ruiz", None, 3),
    ("2023-01-09T10:30:00Z | Valley Courier", None, "Valley Courier", 2),
    ("Date: 2023-01-09", None, None, 1),
    ("Posted on January 9, 2023 by admin | 3 Comments", "admin", None, 3),
]  # fmt: skip


@pytest.mark.parametrize(("line", "author", "outlet", "strength"), BYLINES, ids=[row[0] for row in BYLINES])
def test_bylines(line: str, author: str | None, outlet: str | None, strength: int) -> None:
    byline = read_byline(line, EN)
    assert byline is not None
    assert byline.settled(EN) == (author, outlet)
    assert byline.day == DAY
    assert byline.strength == strength


def test_a_name_without_a_day_is_a_faint_byline() -> None:
    byline = read_byline("By Ana Ruiz and Tom Hale", EN)
    assert byline == Byline(author="Ana Ruiz and Tom Hale")
    assert byline.strength == 1


def test_a_change_is_not_the_day_of_publication() -> None:
    byline = read_byline("Updated May 3, 2023", EN)
    assert byline is not None
    assert (byline.day, byline.updated, byline.strength) == (None, date(2023, 5, 3), 0)


def test_a_picture_is_signed_with_a_slash_and_that_is_never_sure() -> None:
    byline = read_byline("Ana Ruiz / AW, January 9, 2023", EN)
    assert byline is not None
    assert byline.strength == 1


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=250))
def test_any_line_is_read_without_failing(line: str) -> None:
    byline = read_byline(line, EN)
    assert byline is None or 0 <= byline.strength <= 3
