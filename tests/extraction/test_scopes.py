"""What a count covers: words about its own cue make it a part, and leave the counts beside it as they are."""

from __future__ import annotations

import pytest

from crosscheck.extraction.extractor import Extractor
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.rules import load, shipped

EXTRACTOR = Extractor(tuple(rule for rule in load([shipped()]) if rule.id in ("deaths", "injured")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nine people died and 12 were badly hurt in the crash.", {"Nine": "event", "12": "part"}),
        ("The crash injured 14 people, one of whom died in hospital.", {"14": "event", "one": "part"}),
        ("Four people died at the scene.", {"Four": "part"}),
        ("Four people died at the old mill.", {"Four": "event"}),
        ("A man was charged with the murders of nine people.", {"nine": "part"}),
        ("By Monday night rescuers had counted nine dead.", {"nine": "running_total"}),
        ("Nine people were killed by Monday's blast.", {"Nine": "event"}),
    ],
)
def test_what_a_count_covers(text: str, told: dict[str, str]) -> None:
    article = Article(Publication("a", "a"), Origin("a"), text, (Part("body", 0, len(text)),))
    found = {claim.mention.surface: claim.scope for claim in EXTRACTOR.claims(article).claims}
    assert found
    assert found.items() <= told.items()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Police earlier said that 14 people died in the crash.", "denied"),
        ("Police earlier said the road was shut; 14 people died in the crash.", "asserted"),
        ("The owner denied that as many as 14 people died.", "denied"),
        ("Unconfirmed reports said that 14 people died.", "alleged"),
        ("The death toll could reach 14.", "predicted"),
    ],
)
def test_how_sure_a_count_is(text: str, modality: str) -> None:
    article = Article(Publication("a", "a"), Origin("a"), text, (Part("body", 0, len(text)),))
    (claim,) = EXTRACTOR.claims(article).claims
    assert claim.modality == modality
