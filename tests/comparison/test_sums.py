"""Breakdown lists against their total."""

from __future__ import annotations

import random

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import claim, figures, found, only

PLACES = ("Ayacucho", "Apurimac", "Cusco", "Junin")
QUOTE = "By department these were 9, 6, 3 and 7 and so on."


def listed(total: int, *parts: int, modifier: str = "exact", same: bool = False, **told: object) -> list[Claim]:
    quote = f"In all {total} people have died."
    whole = claim(
        total, article="a", scope="running_total", when=None, place=("Peru",), modifier=modifier, at=5, quote=quote
    )  # type: ignore[arg-type]
    rest = [
        claim(
            n,
            article="a",
            scope="part",
            place=(PLACES[0 if same else i % 4] + str(i // 4), "Peru"),
            at=60 + 9 * i,
            quote=QUOTE,
            **told,
        )  # type: ignore[arg-type]
        for i, n in enumerate(parts)
    ]
    return [whole, *rest]


def test_a_list_that_does_not_add_up() -> None:
    discrepancy = only(*listed(25, 10, 8, 5))
    assert (discrepancy.kind, discrepancy.severity) == ("sum_mismatch", "conflict")
    assert figures(discrepancy) == [["25"], ["10", "8", "5"]]
    assert [camp.value.interval.low for camp in discrepancy.camps] == [25, 23]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param(listed(25, 9, 6, 3, 7), id="it adds up"),
        pytest.param(listed(20, 9, 6, 3, 7, modifier="at_least"), id="at least"),
        pytest.param(listed(24, 9, 6, 3, 7, modifier="approx"), id="about"),
        pytest.param(listed(60, 9, 6, 3), id="only the worst places"),
        pytest.param(listed(25, 9), id="a single part"),
        pytest.param(listed(25, 9, 6, 3, modifier="exact", same=True), id="one place named again"),
        pytest.param(listed(25, 10, 8, 5, place_reach="context"), id="places from elsewhere"),
    ],
)
def test_near_misses(claims: list[Claim]) -> None:
    assert found(*claims).discrepancies == ()


def test_parts_that_are_more_than_the_total() -> None:
    assert only(*listed(20, 9, 6, 3, 7)).severity == "conflict"


def test_a_list_that_falls_a_little_short() -> None:
    assert only(*listed(30, 9, 6, 9)).severity == "tension"


def test_the_order_of_the_list_is_irrelevant() -> None:
    claims = listed(25, 10, 8, 5)
    assert found(*random.Random(3).sample(claims, len(claims))) == found(*claims)
