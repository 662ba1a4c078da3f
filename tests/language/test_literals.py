"""Known words are found in text before it is cut: none that a token is, and no part of a longer word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.language.literals import Literals, literals
from crosscheck.language.tokens import tokenize

WORDS = frozenset({"in", "injured", "killed", "kill", "war", "día", "(", "'s", "one"})
PIECES = [
    "in",
    "injured",
    "Killed",
    "WAR",
    "warsaw",
    "reinjured",
    "día",
    "dia\u0301",
    "’s",
    "(",
    "17",
    " ",
    "-",
    "İ",
    "\u00ad",
]


@pytest.fixture(scope="module")
def known() -> Literals:
    found = literals(WORDS, {"in"})
    assert found is not None
    return found


def test_words_are_found_whole_and_in_order(known: Literals) -> None:
    text = "Warsaw: 3 KILLED in war-torn town, one reinjured, killed"
    hits = known.find(text, 7, len(text) - 8)
    assert hits is not None
    assert hits.words == ("killed", "in", "war", "one")
    assert hits.within(text.index("in war"), text.index("torn")) == ("in", "war")


def test_short_words_and_marks_may_be_anywhere(known: Literals) -> None:
    assert known.others == {"(", "'s"}
    without = literals(WORDS, frozenset())
    assert without is not None
    assert without.others == {"(", "'s", "in"}


@pytest.mark.parametrize("text", ["dia\u0301 in", "İ killed in", "kil\u00adled"])
def test_what_cannot_be_compared_letter_by_letter_is_left_to_tokens(known: Literals, text: str) -> None:
    assert known.find(text, 0, len(text)) is None


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=12).map("".join))
def test_every_token_that_is_sought_is_found(known: Literals, text: str) -> None:
    hits = known.find(text, 0, len(text))
    if hits is not None:
        tokens = tokenize(text)
        sought = set(known.sought)
        expected = {(start, word) for start, word in zip(tokens.starts, tokens.words, strict=True) if word in sought}
        assert expected <= set(zip(hits.starts, hits.words, strict=True))
