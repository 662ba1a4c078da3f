"""Whom a figure is credited to: who says, tells or gives it, before its verb or behind it, and nobody else."""

from __future__ import annotations

import pytest

from crosscheck.extraction.extractor import Extractor
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.rules import load, shipped

EXTRACTOR = Extractor(tuple(rule for rule in load([shipped()]) if rule.id == "deaths"))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Twelve people were killed in the slide, according to the county office.", "the county office"),
        ("The mayor said twelve people were killed.", "The mayor"),
        ("Twelve people were killed, Mayor Ana Ruiz said on Monday.", "Mayor Ana Ruiz"),
        ("The quake killed twelve people, the United States Mining Office said.", "United States Mining Office"),
        ("The Watch, a group in Cusco, said twelve people were killed.", "The Watch"),
        ("The ministry, which sent doctors, said twelve people were killed.", "The ministry"),
        ("Twelve people were killed, it said.", None),
        ("An estimated twelve people were killed.", None),
        ("An estimated twelve people were killed, police said.", "police"),
        ("Officials denied that twelve people were killed.", "Officials"),
        ("Twelve people were killed, per the county office.", "the county office"),
        ("Twelve people, two per cent of the town, were killed.", None),
        ("Twelve people were killed.", None),
    ],
)
def test_a_figure_is_credited_to_who_tells_it(text: str, source: str | None) -> None:
    article = Article(Publication("a", "a"), Origin("a"), text, (Part("body", 0, len(text)),))
    (claim,) = EXTRACTOR.claims(article).claims
    assert claim.source == source
