"""Do two articles tell one story?"""

from __future__ import annotations

import pytest

from crosscheck.comparison.held import Held, hold
from crosscheck.comparison.kinds import apart
from crosscheck.comparison.settings import Settings
from crosscheck.comparison.stories import common_names, split
from tests.comparison.factory import JULIACA, RULES, claim, extracted


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param({"bombing"}, {"crash"}, True, id="a bomb and a crash"),
        pytest.param({"bombing"}, {"shooting"}, False, id="shots after a bomb"),
        pytest.param({"earthquake"}, {"flood"}, False, id="a wave after a quake"),
        pytest.param({"earthquake"}, {"protest"}, True, id="a quake and a protest"),
        pytest.param({"disease"}, {"storm"}, True, id="a disease and a storm"),
        pytest.param(set(), {"storm"}, False, id="untold"),
        pytest.param({"crash", "storm"}, {"storm"}, False, id="one in common"),
    ],
)
def test_kinds_that_cannot_be_one(one: set[str], other: set[str], expected: bool) -> None:
    assert apart(frozenset(one), frozenset(other)) is expected
    assert apart(frozenset(other), frozenset(one)) is expected


def held(*contexts: tuple[str, ...]) -> list[Held]:
    claims = [claim(10 + n, article=f"a{n}", context=context) for n, context in enumerate(contexts)]
    return list(hold(extracted(*claims), RULES, Settings()))


def stories(*contexts: tuple[str, ...]) -> list[list[int]]:
    return sorted(
        sorted(int(one.named) - 10 for one in story) for story in split(held(*contexts), JULIACA, frozenset())
    )


def test_kinds_split_a_spot() -> None:
    assert stories(("bombing",), ("crash",), ("shooting",)) == [[0, 2], [1]]
    assert stories(("bombing",), (), ("shooting",)) == [[0, 1, 2]]


def test_what_could_be_of_either_kind_is_of_neither() -> None:
    assert stories(("earthquake",), ("protest",), ()) == [[0], [1], [2]]
    assert stories(("bombing",), ("crash",), ("fire",)) == [[0], [1], [2]]


def test_names_that_half_the_corpus_holds_tell_nothing() -> None:
    names = {f"a{n}": ("Dina Boluarte", f"Rosa Quispe{n % 30}") for n in range(60)}
    claims = [claim(10, article=f"a{n}") for n in range(60)]
    assert "dina boluarte" in common_names(hold(extracted(*claims, names=names), RULES, Settings()))
    assert "rosa quispe3" not in common_names(hold(extracted(*claims, names=names), RULES, Settings()))
