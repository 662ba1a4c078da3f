"""Words around a figure: what they make of it, which of them belong to it, and where they are none."""

from __future__ import annotations

import pytest

from crosscheck.language import numbers
from crosscheck.language.tokens import tokenize


def hedged(text: str, lang: str = "en") -> list[tuple[str, str, str]]:
    """Each figure with its modifier and the words that say so."""
    tokens = tokenize(text)
    return [
        (tokens.surface(one.first, one.last), one.modifier, tokens.surface(*one.hedge) if one.hedge else "")
        for one in numbers.read(tokens, lang)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Over about 500 people fled.", ("500", "more_than", "Over about"), id="a bound around a blur"),
        pytest.param("More than just 500 people fled.", ("500", "more_than", "More than"), id="focus between"),
        pytest.param("Over at least 500 people fled.", ("500", "at_least", "Over at least"), id="the nearest bound"),
        pytest.param("At least about 500 people fled.", ("500", "at_least", "At least about"), id="at least about"),
        pytest.param("Well over 500 people fled.", ("500", "more_than", "Well over"), id="a sharpened bound"),
        pytest.param(
            "A little over 500 people fled.", ("500", "more_than", "A little over"), id="sharpened by two words"
        ),
        pytest.param("Up to 500 or more people fled.", ("500", "at_least", "or more"), id="a bound that is opened"),
        pytest.param("Up to 500 or so people fled.", ("500", "at_most", "Up to"), id="a bound that is blurred"),
        pytest.param("Just 500 people fled.", ("500", "exact", ""), id="focus alone"),
        pytest.param("20 people or more fled.", ("20", "at_least", "or more"), id="behind the noun"),
        pytest.param("Those who fled were 20 or so", ("20", "approx", "or so"), id="at the very end"),
        pytest.param("Those who fled were 20", ("20", "exact", ""), id="nothing behind"),
        pytest.param("Some 20 odd people fled.", ("20", "approx", "odd"), id="odd"),
        pytest.param("They drew 20 odd numbers.", ("20", "exact", ""), id="odd numbers"),
        pytest.param("20 officers minimum were sent.", ("20", "exact", ""), id="not behind every noun"),
        pytest.param("About 20 or more people came.", ("20", "at_least", "or more"), id="a bound beats a blur"),
    ],
)
def test_the_words_around_a_figure(text: str, expected: tuple[str, str, str]) -> None:
    assert hedged(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Some 20 or more than 30 people fled.",
            [("20", "approx", "Some"), ("30", "more_than", "more than")],
            id="or more than",
        ),
        pytest.param(
            "They paid 20 at least 1,500 times.",
            [("20", "exact", ""), ("1,500", "at_least", "at least")],
            id="of the digits behind it",
        ),
        pytest.param(
            "They paid 20 at least thirty times.",
            [("20", "exact", ""), ("thirty", "at_least", "at least")],
            id="of the word behind it",
        ),
        pytest.param(
            "They found 20 at least, 30 of them hurt.",
            [("20", "at_least", "at least"), ("30", "exact", "")],
            id="a comma between",
        ),
        pytest.param(
            "They found 20 people at least, 30 of them hurt.",
            [("20", "at_least", "at least"), ("30", "exact", "")],
            id="behind the noun, a comma between",
        ),
        pytest.param(
            "She bought 20 plus the three hats.", [("20", "exact", ""), ("three", "exact", "")], id="plus the others"
        ),
    ],
)
def test_a_hedge_between_two_figures(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert hedged(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They counted more than 500 or equal.", ("500", "at_least", "more than"), id="the least"),
        pytest.param("They counted more than 500 or equal", ("500", "at_least", "more than"), id="at the very end"),
        pytest.param("They counted less than 500 or equal to it.", ("500", "at_most", "less than"), id="the most"),
        pytest.param(
            "They counted more than 500 or equal to 1,500.", ("500", "more_than", "more than"), id="to digits"
        ),
        pytest.param(
            "They counted more than 500 or equal to 7 gulls.", ("500", "more_than", "more than"), id="a digit"
        ),
        pytest.param("They counted more than 500 or equal, 20 twice.", ("500", "at_least", "more than"), id="a comma"),
        pytest.param("They counted 20 more than 500 or equal or 9.", ("500", "at_least", "more than"), id="or a digit"),
        pytest.param("They counted at least 500 or equal.", ("500", "at_least", "at least"), id="closed already"),
    ],
)
def test_a_bound_that_takes_its_own_number_in(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in hedged(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They were killed over three days.", "exact", id="during"),
        pytest.param("It lasted over three days.", "more_than", id="behind a verb of lasting"),
        pytest.param("Over three days the river rose.", "more_than", id="at the beginning"),
        pytest.param("They fled over three days ago.", "more_than", id="ago"),
        pytest.param("They fled over three days or so ago.", "approx", id="too far behind for over"),
        pytest.param("They ran over three days of rain before it.", "exact", id="three words behind are too far"),
        pytest.param("They ran over three days some time ago.", "exact", id="ago of something else"),
        pytest.param("They ran over three days straight before it.", "exact", id="two words behind are too far"),
        pytest.param("They ran well over three days.", "more_than", id="sharpened"),
        pytest.param("They ran for more than three days.", "more_than", id="a bound of any kind"),
    ],
)
def test_over_a_length_of_time(text: str, expected: str) -> None:
    ((_, modifier, _),) = hedged(text)
    assert modifier == expected
