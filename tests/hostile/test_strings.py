"""Articles, rules, settings and phrases strung together of what they are made of: read, or told what is wrong."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import pieces, targets, warm


def strung(of: Sequence[str], most: int) -> st.SearchStrategy[bytes]:
    """Pieces in any order, now and then with characters of any kind between."""
    piece = st.sampled_from(of) | st.text(max_size=3)
    return st.lists(piece, max_size=most).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))


ARTICLES = strung([f"{each} " for kind in pieces.ARTICLE for each in kind] + list(pieces.HEADS + pieces.BREAKS), 12)
DOORS = {
    "articles": (ARTICLES, targets.check_reading),
    "records": (strung(pieces.RECORD, 9), targets.check_reading),
    "claims": (ARTICLES, targets.check_claims),
    "rules": (strung(pieces.RULE, 25), targets.check_rule),
    "settings": (strung(pieces.SETTINGS, 15), targets.check_settings),
    "phrases": (strung(pieces.PHRASE, 9), targets.check_phrase),
}


@pytest.mark.parametrize("door", DOORS)
@settings(max_examples=15)
@given(data=st.data())
def test_every_door_holds(door: str, data: st.DataObject) -> None:
    strategy, check = DOORS[door]
    with warm.kept():
        check(data.draw(strategy))
