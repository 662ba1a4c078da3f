"""A date is claimed of the happening that it dates, and of none where it only sets the scene."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction.extractor import Extractor
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.rules import load, shipped

EXTRACTOR = Extractor(tuple(rule for rule in load([shipped()]) if rule.enabled))


def dated(text: str) -> list[tuple[str, str]]:
    """The surface and the event of each date claimed in a text."""
    publication = Publication("a", "a", published=date(2021, 5, 20))
    article = Article(publication, Origin("a"), text, (Part("body", 0, len(text)),))
    claims = [claim for claim in EXTRACTOR.claims(article).claims if claim.quantity == "date"]
    events = [claim.facet("event") for claim in claims]
    return [(c.mention.surface, event.value if event else "") for c, event in zip(claims, events, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister announced on Monday that the road would be mended.", [("Monday", "announced")]),
        ("The road was washed away on Sunday night, police said.", []),
        ("Ana Ruiz said the quarrel on Sunday was about a dog.", []),
        ("On Monday, the court freed the mayor.", [("Monday", "freed")]),
        ("Two who were kidnapped in Lima on Monday have died.", [("Monday", "kidnapped")]),
        ("The treaty, which was reworded in May, is void.", []),
        ("Lima, 18 May 2021 (Agency) -- The court freed the mayor.", []),
        ("The court has freed 40 mayors over the past few years.", []),
        ("They threw a touchdown pass late on Sunday.", []),
        ("See example.org/2021/05/18/elections-held for more.", []),
        ("Voters elect a mayor on Monday.", [("Monday", "elected")]),
        ("The vote will be held before 15 September.", []),
        ("The mayor said Thursday that hearing of it was hard.", []),
    ],
    ids=[
        "said then",
        "told of something else",
        "of what is told",
        "opening a clause",
        "of the verb before it",
        "of a verb that no rule knows",
        "dateline",
        "a stretch up to now",
        "a noun like a verb",
        "web address",
        "plural and verb",
        "a bound",
        "of saying it",
    ],
)
def test_a_date_is_of_what_it_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The indictment charged that the May 3 shooting was planned.", [("May 3", "shot")]),
        ("After Monday's robbery, the thieves were arrested in Lima.", []),
        ("The woman rear-ended a lorry on Monday.", []),
        ("The closed-door talks of Monday were long.", []),
        ("The club ended the 2019 season in third place.", []),
        ("Man held as two were killed 10 May 2021 09:10", []),
        ("(Published Monday, May 10, 2021)", []),
        ("She starred in revues that opened in the 1950s.", []),
        ("The mayor is expected to be back by Monday.", []),
    ],
    ids=[
        "of the noun behind it",
        "of a noun that no rule knows",
        "half a word before",
        "half a word behind",
        "a year that names",
        "printed by a page",
        "printed in brackets",
        "a decade",
        "of no event",
    ],
)
def test_a_date_that_only_sets_the_scene_is_left_alone(text: str, expected: list[tuple[str, str]]) -> None:
    assert dated(text) == expected
