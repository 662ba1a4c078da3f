"""Bounds, and answers of one question together."""

from __future__ import annotations

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import claim, figures, found, only


def answer(value: int, answer: str, subject: str = "Rojas", **told: object) -> Claim:
    facets = {"subject": subject, "answer": answer}
    return claim(
        value,
        of="poll",
        article="a",
        kind="percent",
        unit="percent",
        place=(),
        scope="snapshot",
        facets=facets,
        at=value,
        **told,
    )  # type: ignore[arg-type]


def vote(value: int, side: str, **told: object) -> Claim:
    return claim(
        value,
        of="votes",
        article="a",
        place=(),
        scope="fixed",
        facets={"side": side, "body": "Senate"},
        at=value,
        **told,
    )  # type: ignore[arg-type]


def test_answers_that_exclude_each_other() -> None:
    discrepancy = only(answer(62, "approve"), answer(58, "disapprove"))
    assert (discrepancy.kind, discrepancy.severity) == ("bound_exceeded", "conflict")
    assert len(discrepancy.camps) == 1
    assert discrepancy.camps[0].value.interval.low == 120
    assert sorted(*figures(discrepancy)) == ["58", "62"]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([answer(62, "approve"), answer(31, "disapprove")], id="within a hundred"),
        pytest.param([answer(51, "approve"), answer(50, "disapprove")], id="both rounded up"),
        pytest.param([answer(77, "reject"), answer(70, "should resign")], id="two questions in their own words"),
        pytest.param([answer(62, "approve"), answer(58, "disapprove", "Congress")], id="of two subjects"),
        pytest.param([answer(62, "approve"), answer(58, "approve"), answer(60, "disapprove")], id="two polls"),
        pytest.param([answer(62, "approve"), answer(58, "disapprove", modifier="approx")], id="about"),
    ],
)
def test_near_misses(claims: list[Claim]) -> None:
    assert found(*claims).discrepancies == ()


def test_more_than_a_hundred() -> None:
    assert only(answer(120, "approve")).kind == "bound_exceeded"
    assert found(answer(100, "approve")).discrepancies == ()


def test_another_unit_is_no_share() -> None:
    miles = claim(120, of="poll", unit="mile", kind="measure", place=(), scope="snapshot")
    assert found(miles).discrepancies == ()


def test_votes_and_the_votes_cast() -> None:
    cast = [vote(70, "for"), vote(33, "against")]
    assert figures(only(*cast, vote(100, "total"))) == [["100"], ["33", "70"]]
    assert only(*cast, vote(100, "total")).kind == "sum_mismatch"
    assert found(*cast, vote(110, "total")).discrepancies == ()
    assert found(*cast, vote(87, "needed")).discrepancies == ()
