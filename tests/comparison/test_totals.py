"""Running totals: they grow, never fall, and two for one day are one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import JULIACA, MONDAY, PERU, claim, figures, found, only

KIND = ("protest",)


def total(value: int, day: int, **told: object) -> Claim:
    """A total so far of a country's protests as of a day of January."""
    fields = {"place": PERU, "scope": "running_total", "when": None, "context": KIND, "outlet": f"Paper {value}"}
    return claim(value, published=date(2023, 1, day), **(fields | told))  # type: ignore[arg-type]


def test_a_total_that_falls() -> None:
    discrepancy = only(total(47, 10), total(40, 20))
    assert (discrepancy.kind, discrepancy.severity) == ("running_total_falls", "conflict")
    assert discrepancy.key == (("place", "Peru"),)
    assert figures(discrepancy) == [["47"], ["40"]]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([total(25, 1), total(47, 15), total(60, 20)], id="it grows"),
        pytest.param([total(47, 10), total(47, 20)], id="it stays"),
        pytest.param([total(60, 20), total(60, 30, modifier="approx"), total(62, 31)], id="about"),
        pytest.param([total(47, 10), total(30, 20, modifier="more_than")], id="a floor is no fall"),
        pytest.param([total(47, 10), total(40, 20, context=("earthquake",))], id="of a quake"),
        pytest.param([total(47, 10), total(40, 20, place=("Chile",))], id="of another country"),
        pytest.param([total(5_000, 10), total(40, 20)], id="far less counts something else"),
        pytest.param([total(47, 10), total(40, 20, modality="denied")], id="denied"),
        pytest.param([total(47, 10, facets={"group": "children"}), total(40, 20)], id="of children"),
        pytest.param(
            [
                total(47, 10, when=(date(2022, 12, 7), date(2023, 1, 10))),
                total(40, 20, when=(date(2023, 1, 4), date(2023, 1, 20))),
            ],
            id="counted since another day",
        ),
        pytest.param(
            [
                total(47, 10),
                claim(40, place=PERU, published=date(2024, 1, 10), scope="running_total", when=None, context=KIND),
            ],
            id="a year on",
        ),
    ],
)
def test_near_misses(claims: list[Claim]) -> None:
    assert found(*claims).discrepancies == ()


def test_two_totals_for_one_day() -> None:
    assert only(total(47, 10), total(52, 10)).severity == "tension"
    ministry = [total(n, 10, source="the ministry") for n in (47, 52)]
    assert only(*ministry).severity == "conflict"


def test_what_is_not_told_firmly_is_a_tension() -> None:
    assert only(total(47, 10, place_reach="article"), total(40, 20)).severity == "tension"
    assert only(total(47, 10, modality="alleged"), total(40, 20)).severity == "tension"
    assert only(total(47, 10, context=()), total(40, 20, context=())).severity == "tension"


def test_an_article_with_several_totals_tells_them_not_apart() -> None:
    several = [total(n, 10, article="a", quote=f"There are {n}.") for n in (47, 30)]
    assert found(*several, total(40, 20)).discrepancies == ()


def test_only_what_contradicts_is_shown() -> None:
    assert figures(only(total(20, 1), total(47, 10), total(40, 20), total(60, 25))) == [["47"], ["40"]]


def test_a_timeline_is_comparable() -> None:
    (comparable,) = found(total(47, 15), total(25, 1)).comparables
    assert [one.mention.surface for one in comparable.claims] == ["25", "47"]


def test_an_event_larger_than_the_total_around_it() -> None:
    event = claim(60, context=KIND)
    discrepancy = only(event, total(47, 15))
    assert (discrepancy.kind, discrepancy.severity) == ("part_exceeds_whole", "conflict")
    assert figures(discrepancy) == [["47"], ["60"]]


@pytest.mark.parametrize(
    ("event", "whole"),
    [
        pytest.param(claim(40, context=KIND), total(47, 15), id="smaller"),
        pytest.param(claim(60, context=KIND), total(47, 5), id="after the total"),
        pytest.param(claim(60, context=("crash",)), total(47, 15), id="a crash"),
        pytest.param(claim(60, context=KIND, place=("Lima", "Peru")), total(47, 15, place=JULIACA[1:]), id="elsewhere"),
        pytest.param(claim(60, context=KIND), total(47, 15, modifier="at_least"), id="at least"),
        pytest.param(
            claim(60, context=KIND),
            total(47, 15, when=(date(2023, 1, 12), date(2023, 1, 15))),
            id="counted since later",
        ),
        pytest.param(claim(60, context=KIND, when_reach="article"), total(47, 15), id="on a guessed day"),
    ],
)
def test_events_that_fit_the_total(event: Claim, whole: Claim) -> None:
    assert found(event, whole).discrepancies == ()


def test_ordinals_that_go_backwards() -> None:
    def time(which: int, day: int, who: str = "striking nurses of the northern wards") -> Claim:
        return claim(
            which,
            of="ordinals",
            kind="ordinal",
            place=(),
            when=date(2023, 1, day),
            facets={"event": "refusal"},
            published=date(2023, 1, day),
            quote=f"It was refusal {which} of the {who}.",
        )

    discrepancy = only(time(4, 10), time(3, 20))
    assert (discrepancy.severity, discrepancy.kind) == ("tension", "running_total_falls")
    assert found(time(4, 10), time(3, 20, "bus drivers")).discrepancies == ()
    assert found(time(3, 10), time(4, 20)).discrepancies == ()


def test_the_largest_event_of_any_stretch() -> None:
    days = [MONDAY + timedelta(days=n) for n in range(9)]
    events = [
        claim(10 + (n * 7) % 9, when=day, published=day, context=KIND, outlet=f"P{n}") for n, day in enumerate(days)
    ]
    assert found(*events, total(19, 20)).discrepancies == ()
    assert figures(only(*events, total(17, 20))) == [["17"], ["18"]]
