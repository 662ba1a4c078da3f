"""Polls, votes and what is so on one day."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import claim, figures, found, only

THURSDAY = date(2023, 5, 11)


def poll(value: int, article: str, published: date = date(2023, 5, 12), **told: object) -> Claim:
    facets = {"subject": "Rojas", "answer": "disapprove", "pollster": "Lakeside"} | dict(told.pop("facets", {}))  # type: ignore[call-overload]
    fields = {"place": (), "when": THURSDAY, "scope": "snapshot", "kind": "percent", "unit": "percent"} | told
    return claim(
        value, of="poll", article=article, published=published, facets={k: v for k, v in facets.items() if v}, **fields
    )  # type: ignore[arg-type]


def test_one_poll_told_twice() -> None:
    discrepancy = only(poll(62, "a"), poll(48, "b"))
    assert discrepancy.severity == "conflict"
    assert discrepancy.key == (("when", "2023-05-11"), ("subject", "Rojas"), ("answer", "disapprove"))


def test_who_asked_is_not_told() -> None:
    assert only(poll(62, "a", facets={"pollster": ""}), poll(48, "b", facets={"pollster": ""})).severity == "tension"


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(poll(63, "b"), id="a point"),
        pytest.param(poll(48, "b", date(2023, 9, 20), when=date(2023, 9, 19)), id="months later"),
        pytest.param(poll(48, "b", facets={"subject": "Congress"}), id="of another"),
        pytest.param(poll(48, "b", facets={"answer": "approve"}), id="another answer"),
        pytest.param(poll(48, "b", facets={"pollster": "Hillview"}), id="asked by others"),
        pytest.param(poll(48, "b", when=None, published=date(2023, 6, 12)), id="an undated one, weeks later"),
    ],
)
def test_near_misses(other: Claim) -> None:
    assert found(poll(62, "a"), other).discrepancies == ()


def vote(value: int, side: str, article: str, motion: str = "water bill", when: date | None = THURSDAY) -> Claim:
    facets = {"motion": motion, "body": "Senate", "side": side}
    return claim(
        value,
        of="votes",
        article=article,
        place=(),
        when=when,
        scope="fixed",
        facets=facets,
        published=date(2023, 5, 12),
    )


def test_one_ballot_told_twice() -> None:
    discrepancy = only(vote(70, "for", "a"), vote(68, "for", "b"), vote(33, "against", "a"), vote(33, "against", "b"))
    assert (discrepancy.severity, figures(discrepancy)) == ("conflict", [["68"], ["70"]])


def test_two_ballots() -> None:
    assert found(vote(70, "for", "a"), vote(61, "for", "b", "rail bill")).discrepancies == ()
    assert found(vote(53, "for", "a"), vote(87, "needed", "b")).discrepancies == ()
    assert found(vote(70, "for", "a"), vote(61, "for", "b", when=date(2023, 5, 2))).discrepancies == ()


def test_a_state_may_change_from_day_to_day() -> None:
    def missing(value: int, article: str, day: date) -> Claim:
        return claim(value, of="missing", article=article, scope="snapshot", when=day, published=date(2023, 5, 13))

    assert only(missing(23, "a", THURSDAY), missing(71, "b", THURSDAY)).severity == "conflict"
    assert found(missing(80, "a", THURSDAY), missing(12, "b", date(2023, 5, 13))).discrepancies == ()


def test_a_state_and_an_event_never_meet() -> None:
    here = claim(23, of="missing", article="a", scope="snapshot")
    assert found(here, claim(71, of="missing", article="b", scope="event")).discrepancies == ()


def test_crowds_are_a_tension_at_most() -> None:
    assert only(claim(60_000, of="crowd", article="a"), claim(500_000, of="crowd", article="b")).severity == "tension"


def test_prices_in_two_currencies() -> None:
    def price(value: int, unit: str, article: str) -> Claim:
        return claim(
            value,
            of="price",
            unit=unit,
            kind="money",
            article=article,
            place=(),
            scope="fixed",
            facets={"subject": "bridge"},
        )

    assert found(price(2_000_000, "EUR", "a"), price(2_600_000, "USD", "b")).discrepancies == ()
    assert found(price(184_000_000, "USD", "a"), price(180_000_000, "USD", "b")).discrepancies == ()
    assert only(price(184_000_000, "USD", "a"), price(160_000_000, "USD", "b")).severity == "conflict"
