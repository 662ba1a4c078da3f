"""The day printed above a text is what its weekdays are told of, where the record's own date is a later one."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction import Extractor
from crosscheck.language.printed import anchor
from crosscheck.model import Article, Origin, Part, Publication

STORY = "The ferry sank on Tuesday off the islands, the coast guard said.\n"
RECORD = date(2021, 3, 11)  # a Thursday


@pytest.mark.parametrize(
    ("head", "day"),
    [
        pytest.param("Ferry sinks\nPosted: Mar 10, 2021 11:06 PM CET\n", date(2021, 3, 10), id="the evening before"),
        pytest.param("Ferry sinks\n03/10/2021 | 9:00 PM PST |\n", date(2021, 3, 10), id="in digits, with the hour"),
        pytest.param("WEDNESDAY, MARCH 10, 2021\nFerry sinks\n", date(2021, 3, 10), id="above the title"),
        pytest.param("Ferry sinks\nUpdated Friday, March 5, 2021\n", date(2021, 3, 5), id="a copy of some days later"),
        pytest.param("Ferry sinks\nMarch 12, 2021\n", RECORD, id="never a later one"),
        pytest.param("Ferry sinks\nMarch 10, 2019\n", RECORD, id="not that of an older issue"),
        pytest.param("The ferry left on March 9, 2021\n", RECORD, id="not one that a sentence tells"),
        pytest.param("Ferry sinks\n", RECORD, id="none printed"),
    ],
)
def test_the_printed_day_is_the_anchor(head: str, day: date) -> None:
    assert anchor(head + STORY, 0, RECORD, "en") == day


def test_without_a_day_of_publication_there_is_no_anchor() -> None:
    assert anchor(f"Posted: March 10, 2021\n{STORY}", 0, None, "en") is None


def told(text: str, published: date) -> dict[str, object]:
    article = Article(
        Publication("a", "a.jsonl", published=published), Origin("a.jsonl"), text, (Part("body", 0, len(text)),)
    )
    return {t.mention.surface: t.mention.value.interval.low for t in Extractor(()).tallies(article)}


def test_weekdays_are_told_of_the_printed_day() -> None:
    text = f"Posted: Tue Mar 9, 2021 8:06 PM\nThe ferry sank on Wednesday off the islands.\n{STORY}"
    assert told(text, date(2021, 3, 10))["Wednesday"] == date(2021, 3, 3)
    assert told(text.replace("Posted: ", "Seen by us on "), date(2021, 3, 10))["Wednesday"] == date(2021, 3, 10)


def test_a_distance_is_told_of_the_last_day_that_was_named() -> None:
    text = "The ferry sank on March 3. Nobody was found that day. The next day a body washed ashore. It was a woman."
    found = told(f"{text} Two days later the search ended.", RECORD)
    assert found["that day"] == date(2021, 3, 3)
    assert found["The next day"] == date(2021, 3, 4)
    assert found["Two days later"] == date(2021, 3, 6)


def test_where_no_day_was_named_a_distance_is_no_date() -> None:
    assert "The next day" not in told("The ferry sank. The next day a body washed ashore.", RECORD)
