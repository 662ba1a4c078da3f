"""A part and its whole."""

from __future__ import annotations

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import claim, figures, found, only


def children(value: int, article: str = "a", **told: object) -> Claim:
    told = {"scope": "part", "facets": {"group": "children"}, "quote": f"Of these {value} were children."} | told
    return claim(value, article=article, at=70, **told)  # type: ignore[arg-type]


def test_more_children_than_dead() -> None:
    discrepancy = only(claim(5, article="a"), children(7))
    assert (discrepancy.kind, discrepancy.severity) == ("part_exceeds_whole", "conflict")
    assert figures(discrepancy) == [["5"], ["7"]]
    assert dict(discrepancy.key) == {"place": "Juliaca", "when": "2023-01-09"}


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([claim(17, article="a"), children(2)], id="two of seventeen"),
        pytest.param([claim(5, article="a", modifier="at_least"), children(7)], id="of at least five"),
        pytest.param([claim(5, article="a"), claim(40, article="a", at=90), children(7)], id="of the other forty"),
        pytest.param([claim(5, article="a"), children(7, place=("Lima", "Peru"))], id="elsewhere"),
        pytest.param([claim(5, article="a"), children(7, modality="alleged")], id="alleged"),
        pytest.param([children(7)], id="no whole"),
    ],
)
def test_near_misses(claims: list[Claim]) -> None:
    assert found(*claims).discrepancies == ()


def test_the_whole_may_stand_in_another_article() -> None:
    whole = claim(5, article="b")
    part, same = children(7), children(7, article="c")
    assert figures(only(whole, part, same)) == [["5"], ["7"]]
    assert found(claim(9, article="b"), part, same).discrepancies == ()


def test_two_counts_of_one_group_clash() -> None:
    assert only(children(3, scope="event"), children(7, "b", scope="event")).key[-1] == ("group", "children")


def test_some_of_the_dead_right_after_the_dead() -> None:
    whole = claim(5, article="a", at=10)
    some = claim(7, article="a", scope="part", at=90, quote="She said that 7 of the dead were young.")
    assert only(whole, some).kind == "part_exceeds_whole"
    far = claim(7, article="a", scope="part", at=900, quote="She said that 7 of the dead were young.")
    assert found(whole, far).discrepancies == ()
    headline = claim(7, article="a", scope="part", at=90, part="title", quote="She said that 7 of the dead were young.")
    assert found(whole, headline).discrepancies == ()
