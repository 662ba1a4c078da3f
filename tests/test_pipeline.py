"""The program as one function: what it finds, what it counts, and what does not change the outcome."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crosscheck.model import Article, Origin, Part, Publication, Report, Skipped
from crosscheck.pipeline import check
from crosscheck.rules import Rule, load, shipped


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return load([shipped()])


def article(outlet: str, day: int, text: str) -> Article:
    path = f"{outlet}.txt"
    publication = Publication(path, path, outlet=outlet, published=date(2023, 1, day))
    return Article(publication, Origin(path), text, (Part("body", 0, len(text)),))


FEW = article("El Puente", 12, "On Monday 17 people were killed in Juliaca.")
MANY = article("Andes Wire", 10, "In Juliaca 19 people were killed on 9 January.")
SAME = article("Nightly", 11, "In Juliaca 17 people were killed on 9 January. The bus is 40 years old.")
SKIPPED = Skipped("photo.jpg", "not a text")


def test_figures_that_cannot_both_be_true_are_a_conflict(rules: tuple[Rule, ...]) -> None:
    report = check([FEW, SKIPPED, MANY, SAME], rules)
    (found,) = report.discrepancies
    assert (found.severity, found.quantity) == ("conflict", "deaths")
    assert sorted(sorted(claim.mention.surface for claim in camp.claims) for camp in found.camps) == [
        ["17", "17"],
        ["19"],
    ]
    assert (report.articles, report.skipped) == (3, (SKIPPED,))
    assert 3 <= report.claims <= report.mentions
    assert report.mentions == report.claims + sum(count for _, count in report.unbound)


def test_figures_that_agree_are_silent(rules: tuple[Rule, ...]) -> None:
    report = check([FEW, SAME], rules)
    assert report.discrepancies == ()
    assert len(report.comparables) == 1


def test_nothing_gives_an_empty_report(rules: tuple[Rule, ...]) -> None:
    assert check([], rules) == Report(0, 0, 0, ())


def test_order_and_workers_do_not_matter(rules: tuple[Rule, ...]) -> None:
    report = check([FEW, MANY, SAME, SKIPPED], rules)
    assert check([SKIPPED, SAME, MANY, FEW], rules) == report
    # So many skipped files weigh enough for workers to be started.
    crowd = [Skipped(f"{n}.jpg", "not a text") for n in range(20_000)]
    shared = check([SAME, *crowd, FEW, MANY, SKIPPED], rules, jobs=2)
    assert replace(shared, skipped=shared.skipped[-1:]) == report
