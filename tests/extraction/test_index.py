"""Where to look is told by an index; looking everywhere gives the same claims, mentions and names."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from crosscheck.extraction import Extractor
from crosscheck.extraction import extractor as extractors
from crosscheck.intake.corpus import read
from crosscheck.model import Article, Origin, Part, Publication, Skipped
from crosscheck.rules import Rule, load, shipped

ROOT = Path(__file__).parents[2]
CORPORA = [ROOT / "seeds", *sorted(path for path in (ROOT / "tests" / "cases").glob("*/*") if path.is_dir())]


@pytest.fixture(scope="module")
def shipped_rules() -> tuple[Rule, ...]:
    return load([shipped()])


@pytest.fixture(scope="module")
def everywhere(shipped_rules: tuple[Rule, ...]) -> Extractor:
    """An extractor that tries everything on every sentence."""
    return Extractor(shipped_rules, indexed=False)


@pytest.fixture(scope="module")
def by_index(shipped_rules: tuple[Rule, ...]) -> Extractor:
    """The extractor as it is used."""
    return Extractor(shipped_rules)


@pytest.fixture(scope="module")
def by_tokens(shipped_rules: tuple[Rule, ...]) -> Extractor:
    """The extractor where no automaton is installed."""
    extractor = Extractor(shipped_rules)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("crosscheck.language.literals._automaton", lambda: None)
        extractors._engine.cache_clear()
        extractor.engine("en"), extractor.engine("es")
        extractors._engine.cache_clear()
    return extractor


@pytest.mark.parametrize("folder", CORPORA, ids=lambda path: path.name)
def test_an_index_loses_nothing(folder: Path, everywhere: Extractor, by_index: Extractor) -> None:
    for article in articles(folder):
        assert by_index.claims(article) == everywhere.claims(article)
        assert by_index.tallies(article) == everywhere.tallies(article)


def test_evidence_of_rules_is_read_the_same(
    shipped_rules: tuple[Rule, ...], everywhere: Extractor, by_index: Extractor
) -> None:
    for piece in (example.piece for rule in shipped_rules for example in rule.examples):
        publication = Publication("a", "a", piece.title, published=piece.published, lang=piece.lang)
        article = Article(publication, Origin("a"), piece.text, (Part("body", 0, len(piece.text)),))
        assert by_index.claims(article) == everywhere.claims(article)


def test_without_an_automaton_all_is_found(by_tokens: Extractor, by_index: Extractor) -> None:
    for folder in CORPORA:
        for article in articles(folder):
            assert by_tokens.claims(article, whole=False) == by_index.claims(article, whole=False)


def test_a_list_of_claims_reads_less_and_says_the_same(by_index: Extractor) -> None:
    for article in articles(ROOT / "seeds"):
        assert by_index.claims(article, whole=False).claims == by_index.claims(article).claims


def articles(folder: Path) -> Iterable[Article]:
    """The articles in a folder."""
    return (found for found in read([str(folder)]) if not isinstance(found, Skipped))
