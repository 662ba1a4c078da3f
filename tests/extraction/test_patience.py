"""An article that takes too long is read up to where its time was spent, and the report says so."""

from __future__ import annotations

from itertools import count

from crosscheck.extraction import Extractor
from crosscheck.model import Article, Origin, Part, Publication
from tests.fuzz.warm import rules

TEXT = "Nine people were killed in Lima.\nTen people were killed in Puno.\nSix people were killed in Tacna.\n"
ARTICLE = Article(Publication("a", "a.txt"), Origin("a.txt"), TEXT, (Part("body", 0, len(TEXT)),))


def test_what_comes_after_is_told_and_not_read() -> None:
    ticks = count()
    extractor = Extractor(rules(), seconds=2, clock=lambda: next(ticks))
    found = extractor.claims(ARTICLE)
    assert [claim.mention.surface for claim in found.claims if claim.quantity == "deaths"] == ["Nine", "Ten"]
    (note,) = (note for note in found.notes if "seconds" in note)
    assert note.startswith("a.txt:3: reading took over 2 s of the processor's time, so the rest is not checked")
    assert found.mentions == 2


def test_time_that_is_not_spent_changes_nothing() -> None:
    found = Extractor(rules(), seconds=2, clock=lambda: 0.0).claims(ARTICLE)
    assert found == Extractor(rules()).claims(ARTICLE)
    assert found.mentions == 3
