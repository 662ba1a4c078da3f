"""Shares of people asked, in the many ways in which news tells them, and the shares that are nobody's answer."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction import Extractor
from crosscheck.model import Article, Claim, Origin, Part, Publication
from crosscheck.rules import load, shipped

PUBLISHED = date(2016, 10, 26)


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load([shipped()]))


def polls(extractor: Extractor, text: str) -> dict[str, Claim]:
    """The claims of the rule on polls, by their surface."""
    article = Article(Publication("a", "a", published=PUBLISHED), Origin("a"), text, (Part("body", 0, len(text)),))
    claims = extractor.claims(article, whole=False).claims
    return {claim.mention.surface: claim for claim in claims if claim.quantity == "poll"}


def facets(claim: Claim) -> dict[str, str]:
    return {facet.name: facet.value for facet in claim.facets if facet.name != "place"}


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("The poll found that 58% of voters want the bridge rebuilt.", ["58"]),
        ("Only 41% of those polled had heard of the scheme.", ["41"]),
        ("In the survey, 62% backed the tram line, with 21% against.", ["62", "21"]),
        ("In the survey 62% backed it, compared with less than half in 2011.", ["62", "half"]),
        ("Three in five people told the pollsters that the fares were too high.", ["Three in five"]),
        ("More than 70% of the 1,003 people interviewed in the poll favoured the ban.", ["70"]),
        ("The ICM poll puts the Whigs on 38%, the Reds on 33% and the Greens on 9%.", ["38", "33", "9"]),
        ("The poll had Mr. Doyle with 46 percent, Ms. Ferris 40 percent and Ana Ruiz 3 percent.", ["46", "40", "3"]),
        ("The survey shows Ferris ahead of Doyle, 51 percent to 39 percent.", ["51", "39"]),
        ("Doyle led Ferris 46-42 in the tracking poll.", ["46", "42"]),
        ("The poll gives Ferris a nine-point lead in the valley.", ["nine"]),
        ("Ferris holds an advantage of 12 percentage points among women, the poll shows.", ["12"]),
        ("The poll shows Doyle up by 4 points in Ohio and Ferris up by 1 in Iowa.", ["4", "1"]),
        ("In the poll Doyle fell two points and Ferris gained one.", ["two", "one"]),
        ("The survey found that 45 per cent of women and 38 per cent of men feared the dark.", ["45", "38"]),
        ("The premier's approval rating slid to 31 percent, from 44 percent in May.", ["31", "44"]),
        ("Some 12 percent had no opinion, according to the Gallup survey.", ["12"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_reads_shares_of_those_asked(extractor: Extractor, text: str, surfaces: list[str]) -> None:
    assert list(polls(extractor, text)) == surfaces


@pytest.mark.parametrize(
    "text",
    [
        "The poll of 1,013 adults has a margin of error of three percentage points.",
        "The survey of manufacturers showed that new orders rose 2.3 percent in May.",
        "Voters go to the polls on Sunday; 60 percent of the seats are contested.",
        "Turnout in the poll was put at 58 percent.",
        "A study found that 40 percent of patients given the drug suffered headaches.",
        "Forecasters give her an 87 percent chance of winning, though the polls have tightened.",
        "He has a 30 percent stake in the polling firm.",
        "Economists polled by the agency see growth of 2.1 percent.",
        "The top 1 percent would gain most, the survey's authors said.",
        "The survey ship had mapped 80 percent of the sea bed.",
        "The website's survey rated 32% of Republican statements as false.",
        "Half the stadium stood empty as the survey team arrived.",
        "She won 54 percent of the vote on Sunday.",
    ],
    ids=lambda text: text,
)
def test_leaves_other_shares_alone(extractor: Extractor, text: str) -> None:
    assert polls(extractor, text) == {}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        (
            "A Riverside Post poll of likely voters has Mr. Ortega leading Mrs. Whitfield 47 percent to 43 percent.",
            "43",
            {"subject": "Whitfield", "answer": "vote share", "pollster": "Riverside Post"},
        ),
        (
            "Mr. Ortega trails Mrs. Whitfield by 5 points, the poll shows.",
            "5",
            {"subject": "Whitfield", "answer": "lead"},
        ),
        (
            "In the survey by Lakeside Institute, 26 percent of Democrats supported the fox hunting ban.",
            "26",
            {
                "subject": "fox hunting ban",
                "answer": "support",
                "population": "Democrats",
                "group": "Democrats",
                "pollster": "Lakeside Institute",
            },
        ),
        (
            "When asked whether the talks should go on, 81 percent of those polled said yes.",
            "81",
            {"subject": "talks", "answer": "yes"},
        ),
        (
            "Clara Voss, whose favorability topped 65 percent in the Gallup poll, smiled.",
            "65",
            {"subject": "Clara Voss", "answer": "favourable", "pollster": "Gallup"},
        ),
        (
            "In the poll, 41 percent would vote against the plan.",
            "41",
            {"answer": "oppose"},
        ),
        (
            "The poll gives Julio Arce of the Progress Party 31 percent.",
            "31",
            {"subject": "Julio Arce", "answer": "vote share"},
        ),
    ],
    ids=["second of a pair", "who is trailed", "a noun phrase", "a question", "a rating", "a bare noun", "of a party"],
)
def test_tells_who_asked_whom_about_what(
    extractor: Extractor, text: str, surface: str, expected: dict[str, str]
) -> None:
    assert facets(polls(extractor, text)[surface]) == expected


def test_a_bare_noun_takes_the_words_told_before(extractor: Extractor) -> None:
    text = "The council may drop the night bus plan. A poll found that 53% oppose the plan."
    assert facets(polls(extractor, text)["53"]) == {"subject": "night bus plan", "answer": "oppose"}


def test_shares_go_on_with_the_poll_and_the_question_before_them(extractor: Extractor) -> None:
    text = "A YouGov poll found that 62% trust the mayor of Westover. Another 21% said that they do not."
    claims = polls(extractor, text)
    assert facets(claims["21"])["pollster"] == "YouGov"
    assert facets(claims["21"])["subject"] == facets(claims["62"])["subject"]


def test_a_candidate_share_hands_its_holder_to_nobody(extractor: Extractor) -> None:
    text = "The poll has Mr. Ortega at 47 percent. Twelve percent said they were not sure."
    assert facets(polls(extractor, text)["Twelve"]) == {"answer": "undecided"}


def test_the_days_of_a_poll_are_those_on_which_it_was_taken(extractor: Extractor) -> None:
    text = (
        "Last month the bridge closed. A poll found 58% want it back. "
        "The poll was conducted on October 3 and 4 before the council met on October 11."
    )
    when = polls(extractor, text)["58"].when
    assert when is not None
    assert (when.low, when.high) == (date(2016, 10, 3), date(2016, 10, 4))


def test_what_people_would_do_is_asserted_of_them(extractor: Extractor) -> None:
    assert polls(extractor, "The poll says 46 percent would choose Ferris.")["46"].modality == "asserted"
