"""A rule told in prose: everything it says is there, and no text of a rule breaks the page."""

from __future__ import annotations

import pytest

from crosscheck.rules import load, shipped
from crosscheck.rules.prose import tell
from crosscheck.rules.reading import interpret
from crosscheck.rules.rule import Rule

TEXT = """\
title = "Trees *felled*"
about = "Trees, not <b>bushes</b>."
unit = "trees"
scope = ["event", "running_total"]
facets = ["place", "side"]
enabled = false
why = "Nobody counts them."

[words.en]
participle = ["felled"]
counted = ["trees"]

[[sense]]
set = { side = "for" }
[sense.words.en]
noun = ["ayes"]

[[pattern]]
text = "loss of {n} `trees`"
set = { side = "against" }

[compare]
approximate = "12.5%"
tolerance = 2
sum_of_parts = true
part_of_whole = ["place", "side"]
at_least = 0
at_most = 100
grows = true
severity = "tension"
exclusive = "side"

[[example]]
published = 2024-03-12
title = "Axe"
text = "At least 40 trees were\\nfelled in Oslo."
claims = [{ surface = "40", value = "40/..", modifier = "at_least", when = 2024-03-11, place = "Oslo", source = "NN" }]
why = "It shows a hedge."

[[counterexample]]
text = "He felled 40 words."

[[case]]
expect = "tension"
articles = [{ published = 2024-03-12, outlet = "The Post", text = "One." }, { text = "Two." }]
why = "Counts differ."
"""

TOLD = """\
# Trees \\*felled\\*

**Switched off.** Nobody counts them.

Trees, not \\<b\\>bushes\\</b\\>.

- Rule `trees`, topic nature
- Its figures: a number of people or things, in trees
- A figure covers one happening at a place and a time (`event`); or all so far, as of a day; may grow from one report \
to the next (`running_total`)
- Narrowed by `place`: where; a place lies within wider ones
- Narrowed by `side`: for, against, abstain, needed, majority, total or turnout

## Its words (en)

- **participle**: felled
- **counted**: trees

Words that say side = for:

- **noun**: ayes
"""

COMPARED = """\
## Its patterns

- `` loss of {n} `trees` `` says side = against

## How figures are compared

- “About” allows 12.5% on either side.
- Figures that differ by no more than 2 agree.
- The parts of a breakdown have to add up to its total.
- A part by place or side cannot exceed its whole.
- No figure can be below 0.
- No figure can be above 100.
- Figures of different side add up to 100 at most.
- A running total may grow from one day to the next, but never fall.
- A discrepancy is at most a tension: it may be about the same thing.

## Examples

> **Axe** At least 40 trees were felled in Oslo. (2024-03-12)

- **40**: 40 and up; at_least (at least, no fewer than); place = Oslo; 2024-03-11; according to NN
- It shows a hedge.

## Not such a figure

> He felled 40 words.

## Articles side by side

> One. (The Post, 2024-03-12)

> Two.

These are in tension: they may be about the same thing, and differ. Counts differ.
"""


def trees() -> Rule:
    rule = interpret(TEXT, id="trees", topic="nature", path="trees.toml")
    assert isinstance(rule, Rule), rule
    return rule


def test_a_rule_told() -> None:
    told = tell(trees())
    assert told.startswith(TOLD)
    assert told.endswith(COMPARED)
    assert "- **counted**: own nouns that the other words may count" in told


SHIPPED = load([shipped()])


@pytest.mark.parametrize("rule", SHIPPED, ids=lambda rule: rule.id)
def test_shipped_rules_tell_all_their_words_and_evidence(rule: Rule) -> None:
    told = tell(rule).replace("\\", "")
    for sense in rule.senses:
        for _, role, phrases in sense.words:
            assert f"- **{role}**: {', '.join(phrases)}".replace("\\", "") in told
    assert told.count("\n> ") == len((*rule.examples, *rule.counterexamples)) + sum(
        len(case.articles) for case in rule.cases
    )
