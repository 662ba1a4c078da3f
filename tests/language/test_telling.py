"""Telling words: the longest phrase tells, so that a negation inside a set phrase denies nothing."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction import Extractor
from crosscheck.language.telling import told
from crosscheck.language.tokens import tokenize
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.rules import load, shipped


def labels(text: str) -> set[str]:
    return {label for _, _, each in told(tokenize(text), "en") for label in each}


@pytest.mark.parametrize("phrase", ["without delay", "without warning", "without trial", "not only"])
def test_a_set_phrase_denies_nothing(phrase: str) -> None:
    assert "negation.words" not in labels(f"The mine was {phrase} closed")


@pytest.mark.parametrize("phrase", ["without", "not", "never"])
def test_a_plain_negation_does(phrase: str) -> None:
    assert "negation.words" in labels(f"The mine was {phrase} closed")


def test_what_was_signed_without_delay_was_signed() -> None:
    text = "The treaty was signed without delay on May 5, 2023."
    publication = Publication("a", "a.txt", published=date(2023, 5, 24))
    article = Article(publication, Origin("a.txt"), text, (Part("body", 0, len(text)),))
    claims = Extractor(load([shipped()])).claims(article).claims
    assert [(claim.quantity, claim.mention.surface) for claim in claims] == [("date", "May 5, 2023")]
