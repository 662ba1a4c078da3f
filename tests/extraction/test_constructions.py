"""Every chunk and construction of a pack reads its own example, and nothing binds what counts something else."""

from __future__ import annotations

import pytest

from crosscheck.extraction.extractor import Engine, readings
from crosscheck.extraction.sentences import ArticleText
from crosscheck.language.packs import table
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.rules import load, shipped

CONSTRUCTIONS = table("en", "constructions")


@pytest.fixture(scope="module")
def engine() -> Engine:
    rules = tuple(rule for rule in load([shipped()]) if rule.enabled)
    return Engine(rules, "en")


def read(engine: Engine, text: str) -> dict[str, list[tuple[str, str, str]]]:
    """For each figure's surface the readings (rule, construction, scope), the chosen one first."""
    article = Article(Publication("a", "a"), Origin("a"), text, (Part("body", 0, len(text)),))
    found: dict[str, list[tuple[str, str, str]]] = {}
    for sentence in ArticleText(article, "en").sentences:
        for binding in readings(engine, sentence):
            figure = binding[0].figure
            surface = sentence.tokens.surface(figure.first, figure.last)
            found[surface] = [(engine.rules[b.rule].id, b.construction, b.scope or "") for b in binding[1]]
    return found


@pytest.mark.parametrize("construction", CONSTRUCTIONS["construction"], ids=lambda c: c["id"])
def test_reads_its_own_example(engine: Engine, construction: dict[str, str]) -> None:
    found = read(engine, construction["example"] + ".")
    assert construction["id"] in {name for each in found.values() for _, name, _ in each}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six soldiers, three policemen and two civilians were killed.",
            {"Six": "deaths", "three": "deaths", "two": "deaths"},
        ),
        ("The blast killed nine and wounded 14.", {"nine": "deaths", "14": "injured"}),
        ("The death toll climbed from 25 to 47.", {"25": "deaths", "47": "deaths"}),
        ("One of them drowned and five others disappeared.", {"One": "deaths", "five": "missing"}),
        ("Police arrested 12 suspects and three officers were injured.", {"12": "detained", "three": "injured"}),
        ("The murder of six priests and the two women who kept house.", {"six": "deaths", "two": "deaths"}),
        ("At least 19 people, including ten children, were killed.", {"19": "deaths", "ten": "deaths"}),
        ("Two gunmen killed a farmer.", {"a": "deaths"}),
        ("A 19-year-old man was killed.", {"A": "deaths"}),
    ],
    ids=[
        "list shares a verb",
        "two objects",
        "from and to",
        "anaphora",
        "object then subject",
        "act of two",
        "including",
        "not the killers",
        "one, not his age",
    ],
)
def test_binds_each_figure_once(engine: Engine, text: str, expected: dict[str, str]) -> None:
    found = read(engine, text)
    assert {surface: each[0][0] for surface, each in found.items()} == expected


@pytest.mark.parametrize(
    "text",
    [
        "The hunters killed 200 birds and three dogs.",
        "Twelve soldiers were not injured.",
        "They were killed 12 miles from the border.",
        "The killing lasted nine weeks and was the lead story on page 4.",
    ],
    ids=["animals", "negated", "distance", "length and page"],
)
def test_binds_nothing_that_counts_no_victims(engine: Engine, text: str) -> None:
    casualties = {"deaths", "injured"}
    assert not {each[0][0] for each in read(engine, text).values()} & casualties
