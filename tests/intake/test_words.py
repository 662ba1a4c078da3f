"""The words of a language's bylines, as they match at a line's beginning."""

from __future__ import annotations

import pytest

from crosscheck.errors import PackError
from crosscheck.intake.words import words

EN = words("en")


@pytest.mark.parametrize("text", ["By Ana", "BY ANA", "by\xa0Ana", "Posted by: Ana", "Author: Ana", "Written  by Ana"])
def test_labels_match_with_the_white_space_and_colon_after_them(text: str) -> None:
    match = EN.author.match(" ".join(text.split(" ")) if "  " not in text else " ".join(text.split()))
    assert match is not None
    assert not match.string[match.end() :].startswith((" ", ":"))


@pytest.mark.parametrize("text", ["Byron Ruiz", "bypass", "Author Ana Ruiz", "Posted byte"])
def test_labels_are_whole_words_and_some_need_their_colon(text: str) -> None:
    assert EN.author.match(text) is None


def test_the_longest_label_wins() -> None:
    match = EN.published.match("First published on March 3")
    assert match is not None
    assert match.string[match.end() :] == "March 3"


def test_a_language_without_such_words_is_told() -> None:
    with pytest.raises(PackError, match="datelines"):
        words("xx")
