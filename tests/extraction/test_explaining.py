"""What is told of a figure is what the run did with it: nothing left out, and every loser with its reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crosscheck import intake
from crosscheck.extraction import Extractor
from crosscheck.extraction.explaining import explain
from crosscheck.model import Article, Location, Origin, Part, Publication
from crosscheck.model.explanation import Explanation
from crosscheck.rules import load, shipped


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(load([shipped()]))


def article(text: str, lang: str = "en") -> Article:
    publication = Publication("a", "a.txt", published=date(2023, 1, 10), lang=lang)
    return Article(publication, Origin("a.txt"), text, (Part("body", 0, len(text)),))


def told(extractor: Extractor, text: str) -> dict[str, Explanation]:
    """The explanations of all figures of a text, by surface."""
    return {each.mention.surface: each for each in explain(extractor, article(text), everything)}


def everything(location: Location) -> bool:
    return True


def test_the_chosen_reading_comes_first_and_the_losers_say_why(extractor: Extractor) -> None:
    found = told(extractor, "Guards arrested 31 strikers and eight officers were injured in Tacna.")
    chosen, *losers = found["31"].readings
    assert (chosen.quantity, chosen.construction, chosen.cue.surface, chosen.lost) == (
        "detained",
        "active",
        "arrested",
        None,
    )
    assert ("injured", "outranked") in {(reading.quantity, reading.lost) for reading in losers}
    assert all(reading.lost for reading in losers)
    assert [reading.rank for reading in losers] == sorted((reading.rank for reading in losers), reverse=True)


def test_a_pattern_is_told_by_its_own_words(extractor: Extractor) -> None:
    found = told(extractor, "By a vote of 61 to 44 the chamber passed the water bill.")
    chosen = found["61"].readings[0]
    assert chosen.construction.startswith("pattern “")
    assert "{n side=for}" in chosen.construction


def test_a_list_takes_its_figures_from_every_other_reading(extractor: Extractor) -> None:
    found = told(extractor, "The office listed the dead by town: Ilo (3), Tacna (5) and Moquegua (2).")
    assert {each.readings[0].construction for each in found.values()} == {"list"}
    assert all(reading.lost == "listed" for each in found.values() for reading in each.readings[1:])


@pytest.mark.parametrize(
    ("text", "surface", "quantity", "hindrance", "words"),
    [
        pytest.param("The farmer killed 200 birds.", "200", "deaths", "noun", "birds", id="counts something else"),
        pytest.param("They were killed 12 miles from the river.", "12", "deaths", "kind", None, id="a distance"),
        pytest.param(
            "Fifty people were dead or missing in the valley.", "Fifty", "deaths", "phrase", None, id="a set phrase"
        ),
        pytest.param(
            "Bread rose by 12 percent, and nobody approves of it.", "12", "poll", "unhomed", None, id="no poll nearby"
        ),
        pytest.param(
            "Nine of the houses stood while two miners died.", "Nine", "deaths", "noun", "houses", id="another noun"
        ),
    ],
)
def test_a_rule_that_binds_nothing_says_what_hindered_it(
    extractor: Extractor, text: str, surface: str, quantity: str, hindrance: str, words: str | None
) -> None:
    found = told(extractor, text)[surface]
    assert (found.claims, found.because) == ((), "no_rule")
    assert (quantity, hindrance, words) in {(miss.quantity, miss.hindrance, miss.words) for miss in found.misses}


def test_a_negation_is_why_a_reading_lost(extractor: Extractor) -> None:
    found = told(extractor, "Twelve miners were not injured.")["Twelve"]
    assert found.claims == ()
    assert {(reading.quantity, reading.lost) for reading in found.readings} == {("injured", "negated")}
    assert "injured" not in {miss.quantity for miss in found.misses}


def test_where_no_rule_has_a_word_nothing_is_blamed(extractor: Extractor) -> None:
    found = told(extractor, "The coach has 40 seats.")["40"]
    assert (found.readings, found.misses, found.because) == ((), (), "no_rule")


def test_a_documented_reason_is_reason_enough(extractor: Extractor) -> None:
    found = told(extractor, "A 19-year-old man was killed in Tacna.")
    assert (found["19-year"].because, found["19-year"].misses) == ("age", ())
    assert [claim.quantity for claim in found["A"].claims] == ["deaths"]


def test_only_wanted_places_are_told(extractor: Extractor) -> None:
    text = "In Tacna 12 people were killed.\nIn Ilo 14 people were injured."
    second = explain(extractor, article(text), lambda location: location.line == 2)
    assert [each.mention.surface for each in second] == ["14"]


def test_a_language_without_a_pack_is_not_read(extractor: Extractor) -> None:
    assert explain(extractor, article("12 Menschen wurden getötet.", lang="de"), everything) == ()


def test_every_mention_and_claim_of_a_run_is_told_once(extractor: Extractor, root: Path) -> None:
    """The run and its explanation cannot drift apart: on real articles they name the same figures and claims."""
    for read in intake.read([str(root / "seeds")]):
        if not isinstance(read, Article):
            continue
        found = explain(extractor, read, everything)
        claims = [claim for each in found for claim in each.claims]
        assert sorted(claims, key=lambda c: (c.mention.span, c.quantity)) == sorted(
            extractor.claims(read).claims, key=lambda c: (c.mention.span, c.quantity)
        )
        spans = {each.mention.span for each in found}
        assert spans >= {tally.mention.span for tally in extractor.tallies(read)}
        for each in found:
            chosen = [reading for reading in each.readings if reading.lost is None]
            assert [reading.quantity for reading in chosen] == [claim.quantity for claim in each.claims]
            assert bool(each.claims) == (each.because is None)
