"""Whether a count of people takes in those who did it: "killed three people and then himself" does not."""

from __future__ import annotations

from crosscheck.extraction.sentences import Sentence
from crosscheck.model import Facet
from crosscheck.rules import Rule

PEOPLE = "people"
FACET = "attackers"
NEAR = 14  # tokens from a figure to the words: "killed six people in a church in Sutherland before killing himself"


def facet(sentence: Sentence, token: int, rule: Rule) -> tuple[Facet, ...]:
    """`counted` or `apart` as the words behind a figure tell, nothing where they tell neither or both."""
    if rule.unit != PEOPLE:
        return ()
    told = {
        label.removeprefix("attackers.")
        for first, _, labels in sentence.told
        if token < first <= token + NEAR
        for label in labels
        if label.startswith("attackers.")
    }
    return (Facet(FACET, told.pop()),) if len(told) == 1 else ()
