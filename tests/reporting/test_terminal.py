"""The report for people: a golden page, and what holds at every width."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Claim, Report, Tally
from crosscheck.reporting import Options, terminal
from crosscheck.reporting.terminal import tables
from crosscheck.reporting.terminal.page import Page, columns
from tests.reporting.samples import QUANTITIES

GOLDEN = Path(__file__).with_name("canonical.txt")
ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def test_the_golden_page(canonical: Report, request: pytest.FixtureRequest) -> None:
    page = terminal.render(canonical, Options(quantities=QUANTITIES, show_compatible=True))
    if request.config.getoption("--update-cases"):
        GOLDEN.write_text(page, "utf-8")
    assert page == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_asked_but_for_paths(canonical: Report, width: int) -> None:
    for line in terminal.render(canonical, Options(width, quantities=QUANTITIES)).splitlines():
        assert columns(line) <= width or "seeds/archive" in line, line


def test_colour_changes_no_word(canonical: Report) -> None:
    plain = terminal.render(canonical, Options(quantities=QUANTITIES))
    inked = terminal.render(canonical, Options(quantities=QUANTITIES, color=True))
    assert "\x1b[" not in plain
    assert "\x1b[1;7mSeventeen\x1b[0m" in inked
    # Marks take room, so lines may break elsewhere.
    words = [text.replace("│", "").split() for text in (ESCAPES.sub("", inked), re.sub("[«»]", "", plain))]
    assert words[0] == words[1]


def test_colour_lets_no_escape_of_an_article_through(canonical: Report) -> None:
    inked = terminal.render(canonical, Options(quantities=QUANTITIES, color=True))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", ESCAPES.sub("", inked))
    assert "\x1b[31m" not in inked


def crowded(report: Report, claims: tuple[Claim, ...]) -> Report:
    """The report with nothing but its first discrepancy, whose first side holds these claims."""
    found = report.discrepancies[0]
    side = replace(found.camps[0], claims=claims)
    return replace(report, discrepancies=(replace(found, camps=(side, *found.camps[1:])),))


def test_every_side_of_many_claims_is_told_and_the_rest_counted(canonical: Report) -> None:
    claim = canonical.discrepancies[0].claims[0]
    claims = tuple(replace(claim, quote=f"{claim.quote} And {n}.") for n in range(40))
    report = crowded(canonical, claims)
    page = terminal.render(report, Options(quantities=QUANTITIES))
    assert page.count("│ «Seventeen»") == 4
    assert page.count("Seventeen (17) · El Puente") == 12
    assert "and 24 more (--verbose lists them)" in page
    assert terminal.render(report, Options(quantities=QUANTITIES, full=True)).count("│ «Seventeen»") == 40


def test_articles_that_print_the_same_words_share_one_quote(canonical: Report) -> None:
    claim = canonical.discrepancies[0].claims[0]
    outlets = [replace(claim, article=replace(claim.article, outlet=name)) for name in ("El Puente", "Nightly")]
    page = terminal.render(crowded(canonical, tuple(outlets)), Options(quantities=QUANTITIES))
    assert "Seventeen (17) — 2 outlets" in page
    assert page.count("│ «Seventeen»") == 1


def test_conflicts_come_first_whatever_the_order(canonical: Report) -> None:
    turned = replace(canonical, discrepancies=canonical.discrepancies[::-1])
    page = terminal.render(turned, Options(quantities=QUANTITIES))
    places = [page.index(word) for word in ("CONFLICT", "TENSION", "NOTE")]
    assert places == sorted(places)


def test_nothing_found_is_said_in_words() -> None:
    assert terminal.render(Report(3, 0, 0, ()), Options()) == (
        "3 articles, 0 claims, 0 comparables: no discrepancies.\n"
    )


def test_one_huge_line_is_cut_around_the_figure(canonical: Report) -> None:
    found = canonical.discrepancies[1]
    claim = found.camps[0].claims[0]
    far = 5_000_000
    long = replace(claim, quote="x" * far + " 3 " + "y" * far, quote_start=far + 1, quote_end=far + 2)
    report = replace(canonical, discrepancies=(replace(found, camps=(replace(found.camps[0], claims=(long,)),)),))
    page = terminal.render(report, Options())
    assert "«3»" in page
    assert len(page) < 4000


@given(st.text(), st.integers(0, 60), st.integers(0, 60), st.booleans())
def test_marking_never_fails_and_fits(quote: str, start: int, end: int, color: bool) -> None:
    page = Page(80, color)
    for line in page.flowed(page.marked(quote, start, end, 320), "    │ "):
        assert columns(ESCAPES.sub("", line)) <= 80


def test_tables_hold_a_row_for_each_and_fit(canonical: Report) -> None:
    claims = [claim for found in canonical.discrepancies for claim in found.claims]
    text = "".join(tables.claims(claims * 40, Options()))
    assert text.count("Seventeen (17)") == 40
    assert text.startswith("Quantity")
    assert text.count("Quantity") == 1
    assert max(columns(line) for line in text.splitlines() if "archive" not in line) <= 80
    assert "second.txt:7\n" in text
    rows = [(Tally(claim.mention, (), "part_of_whole"), claim.location) for claim in claims]
    assert "(part of whole)" in " ".join("".join(tables.mentions(rows, Options(width=100))).split())
    assert "Kind" in "".join(tables.mentions([], Options()))
