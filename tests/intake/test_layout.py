"""Paragraphs, rules and line ends of texts, with their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake.layout import is_rule, paragraphs, title_start
from crosscheck.intake.words import words

EN = words("en")
LONG = "This line is as long as lines in a file that breaks them all at one width"


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(text, EN)]


@pytest.mark.parametrize("line", ["---", "-----", "* * *", "=====", "~~~", "___", "•••", "–––––"])
def test_rules(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["--", "- a", "...", "5 - 5 - 5", "C++ ---", ""])
def test_what_is_no_rule(line: str) -> None:
    assert not is_rule(line)


def test_gaps_and_rules_are_told_by_the_paragraph_below() -> None:
    first, second, third = paragraphs("One.\n\n\nTwo.\n\n---\nThree.", EN)
    assert (first.gap, first.parted) == (0, True)
    assert (second.gap, second.parted) == (2, False)
    assert (third.gap, third.parted) == (1, True)


def test_an_underlined_heading_is_not_parted_from_its_text() -> None:
    _, below = paragraphs("A heading\n=========\nText of it.", EN)
    assert not below.parted


def test_wrapped_lines_are_one_paragraph() -> None:
    assert texts(f"{LONG}\n{LONG}\nshort end.\n\nNext.") == [f"{LONG}\n{LONG}\nshort end.", "Next."]


def test_a_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    assert texts(f"Short title\n{LONG}\n{LONG}") == ["Short title", f"{LONG}\n{LONG}"]


def test_lines_in_small_letters_go_on_with_the_line_above() -> None:
    assert texts(f"{LONG * 3}\nand on it goes.") == [f"{LONG * 3}\nand on it goes."]


def test_points_of_a_list_stand_alone() -> None:
    assert len(texts(f"{LONG}\n• {LONG}\n• {LONG}\n1. {LONG}")) == 4


def test_a_day_that_ends_a_wrapped_sentence_is_no_byline() -> None:
    (paragraph,) = paragraphs(f"{LONG} of\nJanuary 9, 2023.", EN)
    assert paragraph.byline is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Road blocked", 0),
        ("## Road blocked", 3),
        ("Title: Road blocked", 7),
        ("Title:", 0),
        ("3. Road blocked", 3),
        ("3 dead", 0),
    ],
)
def test_a_title_begins_after_its_mark(text: str, expected: int) -> None:
    (paragraph,) = paragraphs(text, EN)
    assert title_start(paragraph, EN) == expected


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_paragraphs_stand_where_they_say_and_lose_no_letter(text: str) -> None:
    found = paragraphs(text, EN)
    end = 0
    for paragraph in found:
        assert text[paragraph.start : paragraph.end] == paragraph.text
        assert end <= paragraph.start
        assert not any(letter.isalpha() for letter in text[end : paragraph.start])
        end = paragraph.end
    assert not any(letter.isalpha() for letter in text[end:])
