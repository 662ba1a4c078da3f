"""Every chunk and construction of a pack reads its own example, and nothing binds what counts something else."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.extraction.extractor import Engine, Extractor, readings
from crosscheck.extraction.sentences import ArticleText
from crosscheck.language.packs import table
from crosscheck.model import Article, Claim, Origin, Part, Publication
from crosscheck.rules import Rule, load, shipped

CONSTRUCTIONS = table("en", "constructions")


@pytest.fixture(scope="module")
def shipped_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in load([shipped()]) if rule.enabled)


@pytest.fixture(scope="module")
def engine(shipped_rules: tuple[Rule, ...]) -> Engine:
    return Engine(shipped_rules, "en")


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
        ("Twelve of 47 passengers were killed.", {"Twelve": "deaths"}),
        ("He was one of 47 passengers killed.", {"47": "deaths"}),
        (
            "Police arrested three men in connection with the deaths of two nuns.",
            {"three": "detained", "two": "deaths"},
        ),
        ("The army nabbed nine men in connection with the abduction.", {"nine": "detained"}),
        ("Police arrested 14 people during the teachers' march.", {"14": "detained"}),
        ("Police arrested 14 people at a peace rally.", {"14": "detained"}),
        ("Some 10,000 people in Lima march against the law.", {"10,000": "crowd"}),
        ("The motion got 289 votes, one more than required.", {"289": "votes"}),
        ("The party won by 14 votes, 312 to 298.", {"14": "votes"}),
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
        "so many of more",
        "one of all",
        "in connection with",
        "in connection with an act",
        "a march of theirs",
        "at a rally",
        "a march without a noun before it",
        "one more than",
        "a majority, then the count",
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
        "Two men had confessed to the deaths.",
        "The parents of a girl were killed.",
        "They were killed 12 miles from the border.",
        "The killing lasted nine weeks and was the lead story on page 4.",
    ],
    ids=["animals", "negated", "confessed to", "whose parents", "distance", "length and page"],
)
def test_binds_nothing_that_counts_no_victims(engine: Engine, text: str) -> None:
    casualties = {"deaths", "injured"}
    assert not {each[0][0] for each in read(engine, text).values()} & casualties


def claims(text: str, rules: tuple[Rule, ...]) -> dict[str, Claim]:
    """The claims of a text about people by their surfaces."""
    article = Article(
        Publication("a", "a", published=date(2021, 5, 20)), Origin("a"), text, (Part("body", 0, len(text)),)
    )
    return {c.mention.surface: c for c in Extractor(rules).claims(article).claims if c.mention.value.unit == "people"}


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("The mayor and two bodyguards were killed.", {"two": "part"}),
        ("He was dancing when he and six others were shot.", {"six": "part"}),
        ("The ministry and two unions said that nine people had drowned.", {"nine": "event"}),
        ("The driver hit a wall and two people were hurt.", {"two": "event", "a": "part"}),
        ("Nine people were hurt. One of those patients died.", {"Nine": "event", "One": "part"}),
        ("Ten people were shot, one of them fatally.", {"Ten": "event", "one": "event"}),
        ("Six adults were injured, bringing the total to seven.", {"seven": "event"}),
        ("The 2004 tsunami killed 168,000 people.", {"168,000": "event"}),
        ("Some 340 people were killed in 2020.", {"340": "running_total"}),
        (
            "About 100 people were hurt, said a medic at the city's main hospital who gave an updated toll.",
            {"100": "running_total"},
        ),
        ("The injured now total 2,600.", {"2,600": "running_total"}),
    ],
    ids=[
        "joined to a name",
        "joined to a pronoun",
        "joined elsewhere",
        "an object before",
        "one of those",
        "of the shot, not of the dead",
        "a total of its own",
        "a year of one event",
        "a year adds up",
        "updated",
        "totalled",
    ],
)
def test_tells_what_a_figure_covers(shipped_rules: tuple[Rule, ...], text: str, scopes: dict[str, str]) -> None:
    found = claims(text, shipped_rules)
    assert {surface: found[surface].scope for surface in scopes if surface in found} == {
        surface: scope for surface, scope in scopes.items() if surface in found
    }
    assert set(scopes) - set(found) <= {"a"}


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed 69 people in Peru: 20 in Ayacucho, 17 in Lima and 32 in Callao.",
        "The blast killed 69 people in Peru: Ayacucho (20), Lima (17) and Callao (32).",
    ],
    ids=["after", "before"],
)
def test_parts_told_place_by_place_each_have_their_own(shipped_rules: tuple[Rule, ...], text: str) -> None:
    places = {surface: claim.facet("place") for surface, claim in claims(text, shipped_rules).items()}
    told = {surface: place.value if place else None for surface, place in places.items()}
    assert told == {"69": "Peru", "20": "Ayacucho", "17": "Lima", "32": "Callao"}


@pytest.mark.parametrize(
    ("text", "quantity", "aspect"),
    [
        ("A crash in Lima sent four teenagers to hospital.", "injured", "hospital"),
        ("Shots were fired in Lima. Four teenagers were taken to hospital.", "injured", "hospital"),
        ("An outbreak of cholera has put 40 people in hospital in Lima.", "hospitalised", None),
        ("Forty people were taken to hospital in Lima.", "hospitalised", None),
    ],
    ids=["crash", "told before", "disease", "untold"],
)
def test_people_in_hospital_are_hurt_where_something_hurt_them(
    shipped_rules: tuple[Rule, ...], text: str, quantity: str, aspect: str | None
) -> None:
    (claim,) = claims(text, shipped_rules).values()
    facet = claim.facet("aspect")
    assert (claim.quantity, facet.value if facet else None) == (quantity, aspect)


def test_a_number_of_several_counts_no_single_person(engine: Engine) -> None:
    assert not read(engine, "Picture 10 of 10 Girl, 4, was killed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The driver died.", {"The": ("deaths", 1, "part")}),
        ("A soldier was killed.", {"A": ("deaths", 1, "part")}),
        ("The driver said that he was tired.", {}),
        ("Police opened an inquiry into a double homicide.", {"double": ("deaths", 2, "event")}),
        ("A triple fatal shooting shook Lima.", {"triple": ("injured", 3, "event")}),
        ("A double agent was shot twice in the leg.", {"A": ("injured", 1, "part")}),
        ("Police found three men shot.", {"three": ("injured", 3, "event")}),
        ("Three people were hurt, two critically.", {"Three": ("injured", 3, "event"), "two": ("injured", 2, "part")}),
        ("Officers came to the shop at 2903 South Perkins after a man was shot.", {"a": ("injured", 1, "part")}),
    ],
    ids=[
        "the one known",
        "one",
        "no cue",
        "double",
        "triple",
        "twice counts nobody",
        "found shot",
        "graded",
        "an address",
    ],
)
def test_counts_told_without_a_number(
    shipped_rules: tuple[Rule, ...], text: str, expected: dict[str, tuple[str, int, str]]
) -> None:
    found = claims(text, shipped_rules)
    assert {s: (c.quantity, c.mention.value.interval.low, c.scope) for s, c in found.items()} == expected
