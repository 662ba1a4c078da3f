"""Votes within the seats of their chamber, and people in hospital within the hurt and the dead."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from crosscheck.comparison import Settings
from crosscheck.model import Claim
from tests.comparison.factory import claim, figures, found, only

QUOTE = "The 100-seat Senate passed it 80 to 45."


def votes(number: int, side: str, at: int, quote: str = QUOTE, **told: str) -> Claim:
    facets = {"side": side} | told
    return claim(number, of="votes", article="a", facets=facets, at=at, quote=quote, when=None, place=())


def seats(number: int, at: int = 4, quote: str = QUOTE, **told: str) -> Claim:
    return claim(number, of="seats", article="a", facets=told, at=at, quote=quote, when=None, place=())


def test_more_votes_than_seats() -> None:
    discrepancy = only(
        seats(100, body="Senate"), votes(80, "for", 28, body="Senate"), votes(45, "against", 34, body="Senate")
    )
    assert (discrepancy.kind, discrepancy.severity) == ("bound_exceeded", "conflict")
    assert figures(discrepancy) == [["100"], ["80", "45"]]
    assert "125 votes are more than the 100 seats" in discrepancy.reason


@pytest.mark.parametrize(
    "told",
    [
        pytest.param((votes(60, "for", 28), votes(38, "against", 34), seats(100)), id="within"),
        pytest.param((votes(80, "for", 28), votes(45, "against", 34), seats(100), seats(50, 60)), id="two chambers"),
        pytest.param((votes(8_000, "for", 28), votes(4_500, "against", 34), seats(100)), id="votes of the people"),
        pytest.param((votes(180, "for", 28, person="Bell"), seats(100)), id="votes for somebody"),
        pytest.param((votes(125, "for", 28), seats(100)), id="one side alone"),
        pytest.param(
            (votes(80, "for", 28, body="House"), votes(45, "against", 34, body="House"), seats(100, body="Senate")),
            id="another chamber",
        ),
        pytest.param(
            (votes(80, "for", 28), votes(45, "against", 34), seats(100, quote="The 100-seat Senate met.")),
            id="nobody says which",
        ),
    ],
)
def test_votes_that_may_be(told: tuple[Claim, ...]) -> None:
    assert found(*told).discrepancies == ()


def test_a_body_without_a_name_may_not_be_the_one_that_votes() -> None:
    told = seats(20), votes(24, "for", 28), votes(10, "against", 34)
    assert only(*told).severity == "tension"


def test_a_chamber_that_is_told_before() -> None:
    earlier = seats(100, quote="The 100-seat Senate met.", body="Senate")
    assert (
        only(earlier, votes(80, "for", 28, body="Senate"), votes(45, "against", 34, body="Senate")).kind
        == "bound_exceeded"
    )


def test_seats_that_the_corpus_tells() -> None:
    told = [votes(80, "for", 28, body="Senate"), votes(45, "against", 34, body="Senate")]
    assert found(*told).discrepancies == ()
    (discrepancy,) = found(*told, settings=Settings(seats=(("senate", Decimal(100)),))).discrepancies
    assert figures(discrepancy) == [["80", "45"]]


def hurt(number: int, at: int, **told: str) -> Claim:
    one = claim(number, of="injured", article="a", facets=told, at=at, quote=f"{number} people at {at}")
    return replace(one, mention=replace(one.mention, noun="people"))


def test_more_in_hospital_than_were_hurt() -> None:
    discrepancy = only(hurt(5, 10), hurt(9, 40, aspect="hospital"))
    assert (discrepancy.kind, discrepancy.severity) == ("part_exceeds_whole", "tension")
    assert figures(discrepancy) == [["5"], ["9"]]


def test_the_dead_are_brought_to_hospital_too() -> None:
    dead = claim(4, article="a", at=80)
    assert found(hurt(5, 10), hurt(9, 40, aspect="hospital"), dead).discrepancies == ()
    assert found(hurt(9, 10), hurt(5, 40, aspect="hospital")).discrepancies == ()
