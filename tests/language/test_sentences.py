"""Sentences end where they end: not in a name, a number, an hour or a quote, and at every bullet and headline."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.language.sentences import splitter


def split(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in splitter(lang).split(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["The U.S. ship left.", "It sailed home."], id="a country in letters"),
        pytest.param(["They moved to the U.S.", "She did not."], id="a country that ends it"),
        pytest.param(["Gen. Rosa Mamani spoke.", "Dr. Ruiz did not."], id="titles"),
        pytest.param(["No. 4 was hit.", "No. 5 was not."], id="numbered names"),
        pytest.param(["It began at 9 a.m.", "Police came."], id="an hour that ends it"),
        pytest.param(["It began at 9 a.m. on Monday."], id="an hour inside it"),
        pytest.param(["“Stop!” she said.", "“We will not.”", "Then she left."], id="quotes"),
        pytest.param(["They waited…", "Then 5 came.", "And then... nothing."], id="ellipses"),
        pytest.param(["- 5 dead in Puno", "- 3 dead in Cusco", "* 17 hurt"], id="bullets"),
        pytest.param(["Ferry sinks off Ilo", "At least 17 people drowned on Monday."], id="a headline"),
        pytest.param(["FIVE DROWN OFF ILO.", "THREE MISSING.", "COAST GUARD SAYS."], id="telegraph style"),
        pytest.param(["The fare is Rs. 500 now.", "It was Rs. 300."], id="a currency"),
        pytest.param(["She was born Jan. 5, 1980.", "He was born Feb. 6."], id="months"),
        pytest.param(["Over 100 sq. km. burned.", "Then it rained."], id="units"),
        pytest.param(["Three drowned.[2]", "Nobody spoke.[3][4]", "The ship left."], id="notes"),
        pytest.param(["The vote was 5-4.", "Justice Ana Ruiz dissented."], id="a score"),
        pytest.param(["It cost $2.5m.", "In 2023 it cost 3."], id="a sum"),
        pytest.param(["T. S. Ruiz sang.", "A. Mamani too."], id="initials"),
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    listed = sentences[0][0] in "-*" or sentences[0][-1].isalpha()
    assert split(("\n" if listed else " ").join(sentences)) == sentences


@given(st.text(alphabet='Aa1 .!?…\n"”)[]U.S-', max_size=120), st.sampled_from(("en", "es")))
def test_sentences_are_spans_in_order_that_lose_nothing(text: str, lang: str) -> None:
    spans = list(splitter(lang).split(text, 0, len(text)))
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
