"""Near-copies of one text are one voice."""

from __future__ import annotations

import pytest

from crosscheck.comparison.copies import alike, voices
from tests.comparison.factory import claim

WIRE = "Officials of the province said on Monday night that 17 people had been killed by the flood."


def test_a_wire_in_two_papers() -> None:
    claims = [
        claim(17, article=a, quote=q)
        for a, q in (("a", WIRE), ("b", WIRE), ("c", "It was said that 17 had died there since."))
    ]
    assert voices(claims) == {"a": "a", "b": "a", "c": "c"}


def test_a_trimmed_copy() -> None:
    trimmed = WIRE.replace("Officials of the province said on Monday night that ", "On Monday night ")
    longer = WIRE + " They spoke to reporters."
    assert voices([claim(17, article=a, quote=q) for a, q in (("a", WIRE), ("b", longer))]) == {"a": "a", "b": "a"}
    assert voices([claim(17, article=a, quote=q) for a, q in (("a", WIRE), ("b", trimmed))]) == {"a": "a", "b": "b"}


@pytest.mark.parametrize("quote", ["17 died.", ""])
def test_short_sentences_are_alike_by_chance(quote: str) -> None:
    assert voices([claim(17, article=a, quote=quote) for a in "ab"]) == {"a": "a", "b": "b"}


def test_alike_but_for_the_figure() -> None:
    one = claim(17, quote=WIRE)
    assert alike(one, claim(19, quote=WIRE.replace("17", "19")))
    assert not alike(one, claim(19, quote="A ferry sank off the coast with 19 people on board."))
