"""The rule that rules/README.md shows: a quantity that is not shipped takes one short file and no code."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck import pipeline
from crosscheck.extraction.extractor import Extractor
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.rules import Rule, load, shipped

FILE = Path(__file__).parent / "shown" / "trees_felled.toml"
GUIDE = Path(__file__).parents[2] / "rules" / "README.md"


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return load([shipped(), FILE])


def test_the_guide_shows_the_file_that_is_tested() -> None:
    assert f"```toml\n{FILE.read_text(encoding='utf-8')}```" in GUIDE.read_text(encoding="utf-8")


def test_it_is_short() -> None:
    assert len(FILE.read_text(encoding="utf-8").splitlines()) < 25


def test_its_evidence_holds_beside_the_shipped_rules(rules: tuple[Rule, ...]) -> None:
    assert pipeline.test((next(rule for rule in rules if rule.id == "trees_felled"),), rules) == ()


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("40 trees were felled.", ["40"]),
        ("Loggers cut down two pines.", ["two"]),
        ("The gale left 30 oaks uprooted.", ["30"]),
        ("The felling of 12 trees was stopped.", ["12"]),
        ("Some 60 trees were felled in Oslo, 15 of them oaks.", ["60", "15"]),
        ("Of 60 trees, nine have been felled and four cut down.", ["nine", "four"]),
        ("The council planted 40 trees.", []),
        ("The felled trees lay there for 40 days.", []),
    ],
)
def test_few_words_read_many_phrasings(rules: tuple[Rule, ...], text: str, surfaces: list[str]) -> None:
    article = Article(Publication("a", "a"), Origin("a"), text, (Part("body", 0, len(text)),))
    claims = Extractor(rules).claims(article).claims
    assert [claim.mention.surface for claim in claims if claim.quantity == "trees_felled"] == surfaces
