"""Which claims are of one family: one quantity, one dimension, one class, and one whom or what they are about."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from crosscheck.comparison.held import hold
from crosscheck.comparison.keys import Family, families
from crosscheck.comparison.settings import Settings
from crosscheck.model import Claim, Interval
from tests.comparison.factory import RULES, claim, extracted


def grouped(*claims: Claim) -> dict[Family, list[str]]:
    """The figures of each family."""
    found = families(hold(extracted(*claims), RULES, Settings()))
    return {family: [str(one.named) for one in members] for family, members in found.items()}


def figures(*claims: Claim) -> list[list[str]]:
    return sorted(grouped(*claims).values())


def answer(value: int, subject: str, **told: Any) -> Claim:
    facets = {"subject": subject, "answer": "approve", **told.pop("facets", {})}
    return claim(value, **{"of": "poll", "place": (), "scope": "snapshot", **told, "facets": facets})


def test_claims_of_a_place_are_one_family_wherever_it_is() -> None:
    ((family, members),) = grouped(claim(17), claim(19, place=("Lima", "Peru"))).items()
    assert family == Family("deaths", "", "settled", (), (), led=False)
    assert members == ["17", "19"]


def test_claims_of_a_person_are_led_by_the_name() -> None:
    ((family, members),) = grouped(answer(21, "Rojas"), answer(40, "ROJAS")).items()
    leads, classes = (("subject", "rojas"),), (("answer", "approve"),)
    assert family == Family("poll", "", "state", classes, leads, led=True)
    assert members == ["21", "40"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(claim(17), claim(19, of="injured"), id="two quantities"),
        pytest.param(claim(17), claim(19, scope="snapshot"), id="what happened and what is so"),
        pytest.param(claim(17), claim(19, facets={"group": "children"}), id="two groups"),
        pytest.param(
            claim(2, of="price", unit="EUR", kind="money", facets={"subject": "the bridge"}),
            claim(3, of="price", unit="USD", kind="money", facets={"subject": "the bridge"}),
            id="two currencies",
        ),
        pytest.param(answer(21, "Rojas"), answer(40, "Quispe"), id="two persons"),
        pytest.param(
            claim(61, of="votes", place=(), scope="fixed", facets={"body": "Senate", "side": "for"}),
            claim(69, of="votes", place=(), scope="fixed", facets={"body": "Assembly", "side": "for"}),
            id="two chambers",
        ),
    ],
)
def test_two_families(one: Claim, other: Claim) -> None:
    assert len(figures(one, other)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(claim(17), claim(19), id="the same"),
        pytest.param(
            claim(900, of="crowd", facets={"event": "march"}),
            claim(700, of="crowd", facets={"event": "rally"}),
            id="what a place leads is not parted by what it was called",
        ),
        pytest.param(
            claim(900, of="crowd", facets={"event": "march"}),
            claim(700, of="crowd", facets={"body": "police"}),
            id="nor by a body",
        ),
        pytest.param(
            claim(17, facets={"event": "march"}),
            claim(19, facets={"person": "Rojas"}),
            id="a rule that asks for no name",
        ),
        pytest.param(claim(17, facets={"body": "police"}), claim(19), id="a body beside a place"),
        pytest.param(
            claim(5, of="length", unit="kilometre", kind="measure", facets={"subject": "The  Bridge"}),
            claim(6, of="length", unit="kilometre", kind="measure", facets={"subject": "the bridge"}),
            id="one name, written otherwise",
        ),
    ],
)
def test_one_family(one: Claim, other: Claim) -> None:
    assert len(figures(one, other)) == 1


def test_a_chamber_leads_where_no_motion_is_told() -> None:
    told = {"of": "votes", "place": (), "scope": "fixed"}
    ((family, _),) = grouped(claim(61, facets={"body": "Senate", "side": "for"}, **told)).items()
    assert family.leads == (("body", "senate"),)
    ((family, _),) = grouped(
        claim(61, facets={"body": "Senate", "motion": "water bill", "side": "for"}, **told)
    ).items()
    assert family.leads == (("motion", "water bill"),)


def test_the_first_facet_of_a_rule_tells_whether_a_place_leads() -> None:
    told = {"of": "duration", "kind": "duration", "unit": "day", "scope": "fixed"}
    ((family, _),) = grouped(claim(3, facets={"subject": "the truce"}, **told)).items()
    assert (family.led, family.leads) == (True, (("subject", "the truce"),))
    ((family, _),) = grouped(claim(900, of="crowd", facets={"event": "march"})).items()
    assert (family.led, family.leads) == (False, ())


def test_a_longer_name_takes_the_shorter_in_of_its_own_quantity_alone() -> None:
    long = answer(40, "Elena Rojas")
    assert figures(answer(21, "Rojas"), long) == [["21", "40"]]
    price = claim(2, of="price", unit="EUR", kind="money", place=(), facets={"subject": "Rojas"})
    assert figures(price, long) == [["2"], ["40"]]


def test_every_shorter_name_joins_the_one_longest() -> None:
    names = ("Rojas", "Elena Rojas", "Mayor Elena Rojas")
    assert figures(*(answer(n, name) for n, name in enumerate(names, 21))) == [["21", "22", "23"]]


def test_a_name_that_could_be_two_joins_neither() -> None:
    names = ("Rojas", "Elena Rojas", "Mayor Rojas")
    assert figures(*(answer(n, name) for n, name in enumerate(names, 21))) == [["21"], ["22"], ["23"]]


def test_a_rare_word_finds_the_longer_name_among_many_that_share_the_other() -> None:
    mayors = [answer(10 + n, f"Mayor A{n}") for n in range(60)]
    named, short = answer(95, "Mayor Zoraida Quispe"), answer(3, "Mayor Quispe")
    assert ["3", "95"] in figures(named, short, *mayors)


@pytest.mark.parametrize(("between", "joined"), [(48, True), (49, False)])
def test_of_a_word_in_more_than_fifty_names_nobody_can_tell_which_is_meant(between: int, joined: bool) -> None:
    """The short name, those between, and the one that holds them all."""
    words = [f"A{n}" for n in range(between)]
    longest = answer(1, " ".join(("Quispe", *words)))
    held = [answer(10 + n, f"Quispe {word}") for n, word in enumerate(words)]
    found = figures(answer(99, "Quispe"), longest, *held)
    assert (["99"] not in found) is joined
    assert len(found) == (1 if joined else 2)


def test_a_blank_name_is_of_nobody() -> None:
    assert figures(answer(3, " "), answer(95, "Rojas")) == [["3"], ["95"]]


def test_days_are_of_no_family() -> None:
    """When a thing was is compared otherwise than how many."""
    days = Interval(date(2023, 1, 9), date(2023, 1, 9))
    assert figures(claim(days, of="date", kind="date", facets={"event": "the vote"}), claim(17)) == [["17"]]


def test_a_rule_that_asks_for_nobody_is_led_by_nobody() -> None:
    ((family, _),) = grouped(claim(130, of="seats", scope="fixed", facets={"body": "Senate"})).items()
    assert (family.led, family.leads) == (False, ())
