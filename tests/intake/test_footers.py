"""Lines below an article that belong to its page."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.intake.footers import footer_day, is_footer
from crosscheck.intake.words import words

EN = words("en")


@pytest.mark.parametrize(
    "line",
    [
        "May 27, 2023 Posted by | Mining, Roads | , , | Leave a comment",
        "May 27, 2023 Posted by | Roads | , | 1 Comment",
        "Posted on May 27, 2023 by admin | 12 Comments",
        "Filed under Politics and tagged Lima, Cusco",
        "Tags: roads, mines",
        "3 comments",
        "Leave a Reply",
        "Share this: Facebook",
        "Like this: Like Loading...",
    ],
)
def test_footers(line: str) -> None:
    assert is_footer(line, EN)


@pytest.mark.parametrize(
    "line",
    [
        "Posted in the north since May, the soldiers left on Friday.",
        "posted in the north of the valley when the road was shut and the bridge had gone down again",
        "Three comments by the minister made matters worse",
        "He gave no comments",
        "Comments on the vote were few",
        "Road blocked for a third day",
        "By Ana Ruiz | May 27, 2023",
    ],
)
def test_what_is_no_footer(line: str) -> None:
    assert not is_footer(line, EN)


def test_the_first_day_of_several_lines_counts() -> None:
    assert footer_day(["Filed under Roads", "May 27, 2023 Posted by | Roads"], EN) == date(2023, 5, 27)
    assert footer_day(["Filed under Roads"], EN) is None
