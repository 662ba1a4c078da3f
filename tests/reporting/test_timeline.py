"""What agrees, as a timeline: an entry for each article, under a heading that tells how its figures lie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crosscheck.model import Claim, Comparable, Modifier
from crosscheck.reporting import Options
from crosscheck.reporting.agreement import course
from crosscheck.reporting.terminal.page import Page, columns
from crosscheck.reporting.terminal.timeline import timeline
from tests.reporting.samples import HOSTILE, QUANTITIES, article, deaths

KEY = (("place", "Juliaca"), ("when", "2023-01-09"))


def said(day: int, low: int, high: int | None, outlet: str = "El Puente", modifier: Modifier = "exact") -> Claim:
    """A claim of an article of this day of January."""
    source = article(outlet, date(2023, 1, day), f"seeds/{day}-{outlet.lower().replace(' ', '-')}.md")
    claim = deaths(source, f"In all {low} people died.", str(low), low, high)
    return replace(claim, mention=replace(claim.mention, modifier=modifier))


def lines(*claims: Claim, full: bool = False) -> list[str]:
    options = Options(quantities=QUANTITIES, full=full)
    return list(timeline(Page(80, False), Comparable("deaths", KEY, claims), options))


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        pytest.param([said(10, 17, 17), said(11, 17, 17)], "agreed", id="the same"),
        pytest.param(
            [said(10, 17, None, modifier="at_least"), said(11, 19, 19)], "agreed", id="a hedge that allows it"
        ),
        pytest.param([said(10, 17, 17), said(11, 60, 60, modifier="approx")], "agreed", id="a width of its own"),
        pytest.param([said(10, 17, 17), said(11, 19, 19), said(12, 19, 19)], "grew", id="more from day to day"),
        pytest.param([said(10, 17, 17), said(10, 19, 19)], "varied", id="two on one day"),
        pytest.param([said(10, 19, 19), said(11, 17, 17)], "varied", id="less on a later day"),
    ],
)
def test_how_figures_lie_to_each_other(claims: list[Claim], expected: str) -> None:
    assert course(Comparable("deaths", KEY, tuple(claims))) == expected


def test_a_length_of_time_does_not_grow() -> None:
    three, ten = said(10, 3, 3), said(15, 10, 10)
    curfews = tuple(replace(each, mention=replace(each.mention, kind="duration")) for each in (three, ten))
    assert course(Comparable("duration", (), curfews)) == "varied"


def test_an_article_has_one_entry_with_all_that_it_says() -> None:
    first = said(10, 17, 17)
    again = replace(first, location=replace(first.location, line=9))
    assert lines(first, again, said(12, 17, 17, outlet="Andes Wire")) == [
        "AGREED    People killed, Juliaca, 9 Jan 2023",
        "  10 Jan 2023  17 · El Puente · seeds/10-el-puente.md:7, 9",
        "  12 Jan 2023  17 · Andes Wire · seeds/12-andes-wire.md:7",
    ]


def test_growth_is_told_as_such() -> None:
    assert lines(said(10, 17, 17), said(12, 19, 19))[0].startswith("GREW      People killed")


def test_long_timelines_are_cut_unless_all_is_asked_for() -> None:
    claims = [said(day, 17, 17) for day in range(1, 21)]
    assert len(lines(*claims)) == 14
    assert lines(*claims)[-1] == "    and 8 more (--verbose lists them)"
    assert len(lines(*claims, full=True)) == 21


def test_no_line_is_wider_than_the_page_and_hostile_text_is_inert() -> None:
    claim = said(10, 17, 17, outlet=HOSTILE * 3)
    hostile = replace(claim, source=HOSTILE, article=replace(claim.article, path="a.md"))
    told = lines(replace(hostile, location=replace(hostile.location, path="a.md")))
    assert all(columns(line) <= 80 and line.isprintable() for line in told)
