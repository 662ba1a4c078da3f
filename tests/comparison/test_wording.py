"""Messages and settings."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.comparison.settings import Settings
from crosscheck.model import Severity
from tests.comparison.factory import claim, found, only

LATE = date(2023, 3, 10)


def test_a_message_names_every_side() -> None:
    message = only(claim(17, outlet="Wire"), claim(19, outlet="Review", published=LATE)).message
    assert message == "People killed, Juliaca, 9 Jan 2023: 17 (Wire, 10 Jan 2023) against 19 (Review, 10 Mar 2023)"


def test_a_message_names_a_few_of_many() -> None:
    many = [claim(17, outlet=f"Paper {n}") for n in range(6)]
    assert "and 3 more" in only(*many, claim(19, outlet="Review", published=LATE)).message


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        pytest.param((("deaths", "note"),), "note", id="by quantity"),
        pytest.param((("value_conflict", "tension"),), "tension", id="by kind"),
        pytest.param((("deaths", "conflict"), ("value_conflict", "note")), "conflict", id="the quantity first"),
        pytest.param((("injured", "note"),), "conflict", id="of another quantity"),
    ],
)
def test_the_corpus_sets_severities(severities: tuple[tuple[str, Severity], ...], expected: str) -> None:
    pair = claim(17, outlet="Wire"), claim(19, outlet="Review", published=LATE)
    (discrepancy,) = found(*pair, settings=Settings(severities=severities)).discrepancies
    assert discrepancy.severity == expected


def test_conflicts_come_first() -> None:
    crowd = [claim(n, of="crowd", outlet=f"P{n}") for n in (1_000, 90_000)]
    deaths = [claim(n, outlet=f"P{n}", published=LATE) for n in (17, 19)]
    assert [d.severity for d in found(*crowd, *deaths).discrepancies] == ["conflict", "tension"]
