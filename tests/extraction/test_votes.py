"""Votes on motions, in chambers, courts, juries and boards, and votes for candidates; and what only looks like them."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction import Extractor
from crosscheck.model import Article, Claim, Origin, Part, Publication
from crosscheck.rules import load, shipped

PUBLISHED = date(2005, 5, 6)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load([shipped()]))


def votes(extractor: Extractor, text: str, quantity: str = "votes") -> list[Claim]:
    article = Article(Publication("a", "a", published=PUBLISHED), Origin("a"), text, (Part("body", 0, len(text)),))
    return [claim for claim in extractor.claims(article, whole=False).claims if claim.quantity == quantity]


def sides(claims: list[Claim]) -> list[tuple[str, str]]:
    return [(claim.mention.surface, told(claim, "side")) for claim in claims]


def told(claim: Claim, facet: str) -> str:
    found = claim.facet(facet)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Senate voted 52 to 47 to confirm the judge.", [("52", "for"), ("47", "against")]),
        ("The House passed the farm bill, 251-166, late on Thursday.", [("251", "for"), ("166", "against")]),
        ("The harbour tribunal, by a 3-to-2 vote, took the licence away.", [("3", "for"), ("2", "against")]),
        ("The bench ruled by a six to one majority.", [("six", "for"), ("one", "against")]),
        ("The claim was rejected by the tribunal in a 2-1 decision.", [("2", "for"), ("1", "against")]),
        ("The tram levy was defeated by the council in a 6-5 vote.", [("6", "against"), ("5", "for")]),
        ("Peers voted by 204 to 118 to reject the clause.", [("204", "against"), ("118", "for")]),
        (
            "Deputies threw out a motion to send the bill back to the panel by 301 votes to 258.",
            [("301", "against"), ("258", "for")],
        ),
        (
            "The motion got 44 votes in favour, 30 against and six abstentions.",
            [("44", "for"), ("30", "against"), ("six", "abstain")],
        ),
        ("The jury was split 8 to 4 for conviction.", [("8", "for"), ("4", "against")]),
        ("At the assembly 112 states voted in favor of the text.", [("112", "for")]),
        ("A rebellion by 19 Labour MPs cut the majority.", [("19", "against")]),
        ("The amendment needs 67 votes.", [("67", "needed")]),
        ("It fell three votes short of the 60 needed.", [("60", "needed")]),
        ("That is her surest path to 270 electoral votes.", [("270", "needed")]),
        ("He held the ward - just - by 92 votes.", [("92", "majority")]),
        ("The referendum was lost on a turnout of 61%.", [("61", "turnout")]),
        ("Nine in the panel voted against and three judges dissented.", [("Nine", "against"), ("three", "against")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_tells_the_sides_of_a_vote(extractor: Extractor, text: str, expected: list[tuple[str, str]]) -> None:
    assert sides(votes(extractor, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The home side won 3-1 in front of the board.",
        "Ten rebels were killed near the house, the army said.",
        "A mutiny by 200 soldiers was put down.",
        "The panel of nine judges heard the appeal over four days.",
        "The party won 12 of the 40 seats on the council.",
        "The Socialists hold a comfortable majority of 21 in the chamber.",
        "The bill would pass even if three senators voted against it.",
        "The odds against the bill are 5 to 1, he told the committee.",
        "Sixty deputies have put their names to a petition on the bill.",
        "A poll found that 45% would vote against the bill.",
        "She voted for a limit of 30 hours.",
    ],
    ids=lambda text: text,
)
def test_leaves_other_counts_alone(extractor: Extractor, text: str) -> None:
    assert votes(extractor, text) == []


@pytest.mark.parametrize(
    ("text", "motion", "body"),
    [
        ("The assembly passed the water bill with 61 votes in favour.", "water bill", ""),
        (
            "The U.N. General Assembly approved Resolution 4410 by 98 votes to 12.",
            "Resolution 4410",
            "General Assembly",
        ),
        ("The Dover City Council voted 7-2 for the library levy.", "library levy", "Dover City Council"),
        (
            "Peers backed the amendment on school fees by 204 votes to 118.",
            "amendment on school fees",
            "House of Lords",
        ),
        ("Jurors voted 10-2 for acquittal.", "", "jury"),
        ("The bill was carried by 61 votes to 40.", "", ""),
    ],
    ids=lambda value: value,
)
def test_names_motion_and_body(extractor: Extractor, text: str, motion: str, body: str) -> None:
    for claim in votes(extractor, text):
        assert (told(claim, "motion"), told(claim, "body")) == (motion, body)


def test_a_bare_bill_is_the_one_told_before(extractor: Extractor) -> None:
    claims = votes(
        extractor, "Farmers oppose the Clean Harbour bill. On Tuesday the bill was passed by 61 votes to 40."
    )
    assert [told(claim, "motion") for claim in claims] == ["Clean Harbour bill", "Clean Harbour bill"]


def test_votes_for_candidates_are_told_apart(extractor: Extractor) -> None:
    text = "Anna Bell won the seat by taking 18,302 votes, against 11,957 for Liberal candidate Peter Hall."
    assert [(told(c, "side"), told(c, "person")) for c in votes(extractor, text)] == [
        ("for", "Anna Bell"),
        ("for", "Peter Hall"),
    ]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Rosa Medina obtained 44.7 percent of the votes cast.", ["Rosa Medina"]),
        ("In Ljubljana, Marta Kovacs won 58.1% of the vote.", ["Marta Kovacs"]),
        ("Helena Novak beat Tomas Cerny by 58.2 percent to 41.8 percent.", ["Helena Novak", "Tomas Cerny"]),
        ("Some 29% of the valid votes went to Progress Party.", ["Progress Party"]),
        ("A poll found that Rosa Medina would win 44 percent of the votes.", []),
        ("According to the survey, Medina has 44 percent of the vote.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_elections_are_no_polls(extractor: Extractor, text: str, persons: list[str]) -> None:
    assert [told(claim, "person") for claim in votes(extractor, text, "election")] == persons
