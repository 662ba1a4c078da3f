"""Characters that nobody sees, and digits of other keyboards: figures are what a reader sees, where it stands."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.language import reader
from crosscheck.language.figures import mention
from crosscheck.language.places import Gazetteer
from crosscheck.language.tokens import UNSEEN, tokenize
from crosscheck.model import Mention

UNSEEN_ONES = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2066\u2069\ufeff\u061c"
SENTENCES = (
    "At least 1,234 people were hurt, twenty-one of them children.",
    "Between 40% and 2.5 million dollars on Monday, May 5, 2023.",
    "The toll rose from 17 to 1\u202f000 in ten days.",
)


def read(text: str) -> list[Mention]:
    tokens = tokenize(text)
    return [mention(tokens, figure) for figure in reader.read(tokens, None, "en")[0]]


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        pytest.param("１７ people", "１７", 17, id="full-width digits"),
        pytest.param("１，２３４ people", "１，２３４", 1234, id="with their comma"),
        pytest.param("٣٤ people", "٣٤", 34, id="Arabic-Indic digits"),
        pytest.param("١٬٢٣٤ people", "١٬٢٣٤", 1234, id="with their separator"),
        pytest.param("१७ people", "१७", 17, id="Devanagari digits"),
        pytest.param("1\u00a0234 people", "1\u00a0234", 1234, id="a space that does not break"),
        pytest.param("1\u2009234\u2009567 people", "1\u2009234\u2009567", 1234567, id="thin spaces"),
        pytest.param("1\u202f234 people", "1\u202f234", 1234, id="narrow spaces that do not break"),
        pytest.param("1\u2007234 people", "1\u2007234", 1234, id="figure spaces"),
        pytest.param("17\u200b people", "17", 17, id="a space of no width"),
        pytest.param("\ufeff17 people", "17", 17, id="a byte order mark amid text"),
        pytest.param("1\u00ad234 people", "1\u00ad234", 1234, id="a soft hyphen in a number"),
        pytest.param("seven\u00adteen people", "seven\u00adteen", 17, id="a soft hyphen in a word"),
        pytest.param("\u202b17\u202c people", "17", 17, id="direction marks"),
        pytest.param("1\u20602 people", "1\u20602", 12, id="a word joiner"),
        pytest.param("twenty\u2010one people", "twenty\u2010one", 21, id="the hyphen of Unicode"),
        pytest.param("17\u0301 people", "17", 17, id="a combining mark on a digit"),
        pytest.param("cafe\u0301s: 17 people", "17", 17, id="combining marks before it"),
    ],
)
def test_a_figure_is_what_is_seen(text: str, surface: str, value: int) -> None:
    (found,) = read(text)
    assert (found.surface, found.value.interval.low) == (surface, value)
    assert text[found.span.start : found.span.end] == surface


@settings(max_examples=60)
@given(st.sampled_from(SENTENCES), st.lists(st.tuples(st.integers(0, 70), st.sampled_from(UNSEEN_ONES)), max_size=5))
def test_what_is_not_seen_changes_no_figure(sentence: str, unseen: list[tuple[int, str]]) -> None:
    text = sentence
    for at, sign in unseen:
        text = text[:at] + sign + text[at:]
    found = read(text)
    assert [(each.value, each.modifier, each.kind) for each in found] == [
        (each.value, each.modifier, each.kind) for each in read(sentence)
    ]
    for each in found:
        assert each.surface == text[each.span.start : each.span.end]
        assert not UNSEEN.match(each.surface[0] + each.surface[-1])
    assert [UNSEEN.sub("", each.surface) for each in found] == [each.surface for each in read(sentence)]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_be_composed_or_not(form: str) -> None:
    text = unicodedata.normalize(form, "El lunes murieron dieciséis personas.")
    tokens = tokenize(text)
    (found,) = (each for each in reader.read(tokens, None, "es")[0] if each.kind == "number")
    assert found.interval.low == 16
    assert unicodedata.normalize("NFC", mention(tokens, found).surface) == "dieciséis"


@pytest.mark.parametrize("odd", UNSEEN_ONES)
def test_places_are_what_a_reader_sees_and_stand_where_they_stand(odd: str) -> None:
    text = f"In Ju{odd}liaca and in San{odd} Jo{odd}sé{odd} people wait; Li{odd}ma is far."
    found = [(text[each.start : each.end], each.name) for each in Gazetteer.load().find_names(text)]
    assert found == [(f"Ju{odd}liaca", "juliaca"), (f"San{odd} Jo{odd}sé", "san jose"), (f"Li{odd}ma", "lima")]
