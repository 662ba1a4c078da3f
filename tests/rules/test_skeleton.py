"""The text of a new rule: it loads, with words and evidence of its own."""

from __future__ import annotations

import pytest

from crosscheck.rules.reading import interpret
from crosscheck.rules.rule import Rule
from crosscheck.rules.skeleton import skeleton


@pytest.mark.parametrize("id", ["trees", "trees_felled", "x9", "a_" + "b" * 60])
def test_a_new_rule_loads(id: str) -> None:
    rule = interpret(skeleton(id), id=id, path=f"{id}.toml")
    assert isinstance(rule, Rule), rule
    assert rule.words("noun", "en") == (" ".join(id.split("_")),)
    assert (len(rule.examples), len(rule.counterexamples), len(rule.cases)) == (1, 1, 1)


def test_a_new_rule_is_short() -> None:
    assert len([line for line in skeleton("trees_felled").splitlines() if line.strip()]) < 25


@pytest.mark.parametrize("id", ["", "Trees", "9trees", "trees-felled", "a/b", "../x", "é", "a" * 65])
def test_what_is_no_id(id: str) -> None:
    with pytest.raises(ValueError, match="is no rule id"):
        skeleton(id)
