"""A headline against its own text."""

from __future__ import annotations

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import PERU, claim, figures, found, only


def headline(value: int, **told: object) -> Claim:
    return claim(value, article="a", part="title", quote=f"{value} killed on the pass", at=0, **told)  # type: ignore[arg-type]


def text(value: int, at: int = 60, **told: object) -> Claim:
    return claim(value, article="a", at=at, quote=f"It was {value}, at {at}.", **told)  # type: ignore[arg-type]


def test_a_figure_that_the_text_does_not_give() -> None:
    discrepancy = only(headline(31), text(13))
    assert (discrepancy.kind, discrepancy.severity) == ("title_vs_body", "conflict")
    assert figures(discrepancy) == [["13"], ["31"]]
    assert discrepancy.key == (("place", "Juliaca"),)


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([headline(13), text(13)], id="the same"),
        pytest.param([headline(13), text(13, modifier="at_least")], id="a floor"),
        pytest.param([headline(13), text(31), text(13, 80, scope="part")], id="given as a part"),
        pytest.param([headline(5), text(3), text(2, 80)], id="told one by one"),
        pytest.param([headline(5), text(4)], id="one more told without a figure"),
        pytest.param([headline(2), text(1)], id="ones and twos"),
        pytest.param([headline(31)], id="no figure in the text"),
        pytest.param([headline(31), text(13, place=("Lima", "Peru"))], id="of another place"),
        pytest.param([headline(31), text(13, of="injured")], id="of another quantity"),
        pytest.param([headline(31), text(13, facets={"group": "children"})], id="of a group"),
    ],
)
def test_near_misses(claims: list[Claim]) -> None:
    assert found(*claims).discrepancies == ()


def test_loose_headlines_are_a_tension() -> None:
    assert only(headline(31, place_reach="article"), text(13)).severity == "tension"
    assert only(headline(31), text(13), text(12, 80)).severity == "tension"
    assert only(headline(31, place=PERU), text(13)).key == (("place", "Peru"),)


def test_the_dead_among_the_shot() -> None:
    shot, hurt = headline(10, of="injured"), text(9, of="injured")
    assert found(shot, hurt, text(1, 90)).discrepancies == ()
