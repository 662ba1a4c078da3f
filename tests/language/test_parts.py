"""Lengths in two parts, which are one length and two."""

from __future__ import annotations

import pytest

from crosscheck.language import numbers, reader
from crosscheck.language.tokens import tokenize


def parts(text: str) -> list[tuple[str, str, str]]:
    tokens = tokenize(text)
    found = reader.parts(tokens, numbers.read(tokens, "en"), "en")
    return [(tokens.surface(each.first, each.last), str(each.interval.low), each.modifier) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "She got at least 14 years and six months.",
            [("14 years", "14", "exact"), ("six months", "6", "exact")],
            id="joined by and",
        ),
        pytest.param(
            "It took two hours 40 minutes.", [("two hours", "2", "exact"), ("40 minutes", "40", "exact")], id="bare"
        ),
        pytest.param(
            "After twenty-one years and three months it fell.",
            [("twenty-one years", "21", "exact"), ("three months", "3", "exact")],
            id="a number of three tokens",
        ),
    ],
)
def test_the_parts_are_told(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize("text", ["He waited a year and a half.", "It took twenty-one long years.", "Two days passed."])
def test_what_has_no_parts(text: str) -> None:
    assert parts(text) == []
