"""What the shipped rules promise beside their evidence: ids, facets, words that can be found, dates that exist."""

from __future__ import annotations

import pytest

from crosscheck.rules import Rule, load, shipped

RULES = {rule.id: rule for rule in load([shipped()])}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FACETS = {
    "deaths": {"place", "when", "group"},
    "injured": {"place", "when", "group"},
    "hospitalised": {"place", "when"},
    "missing": {"place", "when"},
    "detained": {"place", "when"},
    "displaced": {"place", "when"},
    "crowd": {"place", "when"},
    "troops": {"place", "when"},
    "poll": {"subject", "answer"},
    "votes": {"motion", "body", "side"},
    "duration": {"event"},
    "date": {"event"},
    "magnitude": {"place", "when"},
    "money": {"aspect"},
}
SIDES = {"for", "against", "abstain", "needed", "majority", "total", "turnout"}


@pytest.mark.parametrize("id", FACETS)
def test_the_quantities_of_the_output_contract_ship_switched_on(id: str) -> None:
    assert RULES[id].enabled
    assert set(RULES[id].facets) >= FACETS[id]


def test_every_other_quantity_asked_for_ships() -> None:
    others = {"kidnapped", "election", "homes_damaged", "cases", "roadblocks", "strikers", "distance", "age", "score"}
    assert others <= set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_rule_ships_without_evidence(rule: Rule) -> None:
    several = [case for case in rule.cases if len(case.articles) > 1]
    assert len(rule.examples) >= 6
    assert len(rule.counterexamples) >= 4
    assert len(several) >= 2
    assert {case.expect for case in several} >= {"agree"}
    assert {case.expect for case in several} & {"conflict", "tension"}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_is_switched_off_says_why(rule: Rule) -> None:
    assert rule.enabled or rule.why


def test_money_and_dates_tell_what_they_are_of() -> None:
    aspects = {
        id: {value for sense in RULES[id].senses for facet, value in sense.sets if facet == "aspect"}
        for id in ("money", "date")
    }
    assert aspects["money"] >= {"damage", "budget", "fine", "price"}
    assert aspects["date"] >= {"held", "start", "end"}


def test_sides_of_a_vote_are_those_of_the_contract() -> None:
    votes = RULES["votes"]
    sets = [sense.sets for sense in votes.senses] + [pattern.sets for pattern in votes.patterns]
    named = {value for settings in sets for facet, value in settings if facet == "side"}
    assert named == SIDES


def test_answers_that_the_contract_names() -> None:
    named = {value for sense in RULES["poll"].senses for facet, value in sense.sets if facet == "answer"}
    assert {"approve", "disapprove"} <= named


@pytest.mark.parametrize("id", ["deaths", "injured", "detained"])
def test_some_rules_speak_spanish(id: str) -> None:
    rule = RULES[id]
    assert rule.languages == ("en", "es")
    assert any(example.piece.lang == "es" for example in rule.examples)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_word_binds_and_forbids_at_once(rule: Rule) -> None:
    for lang in rule.languages:
        barred = {phrase.casefold() for phrase in rule.words("not", lang)}
        binding = {
            phrase.casefold()
            for sense in rule.senses
            for named, role, phrases in sense.words
            if named == lang and role not in ("not", "unless", "cue")
            for phrase in phrases
        }
        assert sorted(barred & binding) == []


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_weekday_told_is_the_weekday_meant(rule: Rule) -> None:
    for example in rule.examples:
        named = [day for day in WEEKDAYS if day in example.piece.text]
        for claim in example.claims:
            if claim.when is not None and claim.when.is_point and named:
                assert WEEKDAYS[claim.when.low.weekday()] in named


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_no_example_speaks_of_a_day_after_it_was_published(rule: Rule) -> None:
    for example in rule.examples:
        for claim in example.claims:
            if claim.when is not None and example.piece.published is not None:
                assert claim.when.high <= example.piece.published
