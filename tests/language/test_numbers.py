"""The reader of numbers against each pack's corpus, and properties that hold for any number and any text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any, get_args

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.language import numbers
from crosscheck.language.expressions import Reason
from crosscheck.language.figures import Figure, mention
from crosscheck.language.packs import ROOT, table
from crosscheck.language.tokens import Tokens, tokenize
from crosscheck.model import Kind, Modifier

LANGUAGES = ("en", "es")
# fmt: off
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)
# fmt: on
SCALES = ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
GREATEST = Decimal("1e150")  # what any JSON reader keeps
BOUNDS = ("at_least", "more_than", "at_most", "less_than", "approx")


def corpus(lang: str) -> dict[str, Any]:
    return tomli.loads((ROOT / lang / "corpus" / "numbers.toml").read_text(encoding="utf-8"), parse_float=Decimal)


def sayings() -> Iterator[Any]:
    for lang in LANGUAGES:
        for entry in corpus(lang)["figure"]:
            for said in entry["said"]:
                yield pytest.param(lang, entry, said, id=f"{lang}: {said}")


def silences() -> Iterator[Any]:
    for lang in LANGUAGES:
        for entry in corpus(lang)["nothing"]:
            yield from (pytest.param(lang, said, id=f"{lang}: {said}") for said in entry["said"])


def told(tokens: Tokens, figure: Figure) -> dict[str, Any]:
    value = figure.interval
    return {
        "surface": tokens.surface(figure.first, figure.last),
        "kind": figure.kind,
        "modifier": figure.modifier,
        "value": (value.low, value.high, value.low_open, value.high_open),
        "unit": figure.value.unit,
        "because": figure.because,
    }


def spell(number: int, *, joined: str = " and ", hyphen: str = "-") -> str:
    """A whole number below 10^12 in English."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, unit = TENS[number // 10 - 2], number % 10
        return tens + (hyphen + SMALL[unit] if unit else "")
    if number < 1000:
        rest = number % 100
        return SMALL[number // 100] + " hundred" + (joined + spell(rest, hyphen=hyphen) if rest else "")
    size, name = next((size, name) for size, name in SCALES if number >= size)
    rest = number % size
    link = joined if rest < 100 else " "
    after = link + spell(rest, joined=joined, hyphen=hyphen) if rest else ""
    return f"{spell(number // size, joined=joined, hyphen=hyphen)} {name}{after}"


@pytest.mark.parametrize(("lang", "entry", "said"), list(sayings()))
def test_every_saying_of_the_corpus_is_read_as_its_value(lang: str, entry: dict[str, Any], said: str) -> None:
    first, last = said.index("["), said.index("]") - 1
    tokens = tokenize(said.replace("[", "").replace("]", ""))
    wanted = {
        "surface": tokens.text[first:last],
        "kind": entry.get("kind", "number"),
        "modifier": entry.get("modifier", "exact"),
        "value": (entry.get("low"), entry.get("high"), entry.get("low_open", False), entry.get("high_open", False)),
        "unit": entry.get("unit"),
        "because": entry.get("because"),
    }
    assert wanted in [told(tokens, figure) for figure in numbers.read(tokens, lang)]


@pytest.mark.parametrize(("lang", "said"), list(silences()))
def test_what_states_no_figure_gives_none(lang: str, said: str) -> None:
    tokens = tokenize(said)
    assert [told(tokens, figure) for figure in numbers.read(tokens, lang)] == []


@given(st.integers(0, 10**12 - 1), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
@example(111_000_000_111, " and ", "-")
@example(1_000_000_001, " and ", "-")
@example(100_100_100_100, " ", " ")
def test_a_number_spelt_and_read_back_is_itself(number: int, joined: str, hyphen: str) -> None:
    text = spell(number, joined=joined, hyphen=hyphen)
    tokens = tokenize(f"They counted {text} people.")
    (figure,) = numbers.read(tokens)
    assert figure.interval.low == figure.interval.high == number
    assert tokens.surface(figure.first, figure.last) == text


@given(st.integers(0, 10**15), st.sampled_from([",", " ", "\u202f", "'"]))
def test_digits_in_groups_are_read_as_one_number(number: int, mark: str) -> None:
    text = f"{number:,}".replace(",", mark)
    tokens = tokenize(f"they counted {text} people")
    (figure,) = numbers.read(tokens)
    assert (figure.interval.low, tokens.surface(figure.first, figure.last)) == (number, text)


def bounds(modifier: Modifier, number: int) -> tuple[int | None, int | None, bool, bool]:
    low = None if modifier in ("at_most", "less_than") else number
    high = None if modifier in ("at_least", "more_than") else number
    return low, high, modifier == "more_than", modifier == "less_than"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("modifier", BOUNDS)
@settings(max_examples=15)
@given(number=st.integers(2, 10**6))
def test_every_modifier_before_a_number_keeps_its_meaning(lang: str, modifier: Modifier, number: int) -> None:
    for phrase in table(lang, "modifiers")["before"].get(modifier, ()):
        tokens = tokenize(f"{phrase} {number} people")
        (figure,) = numbers.read(tokens, lang)
        value = figure.interval
        assert figure.modifier == modifier, phrase
        assert (value.low, value.high, value.low_open, value.high_open) == bounds(modifier, number), phrase
        assert figure.hedge is not None
        assert tokens.surface(*figure.hedge) == tokens.text[: tokens.ends[figure.first - 1]], phrase


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("modifier", BOUNDS)
@settings(max_examples=15)
@given(number=st.integers(2, 10**6))
def test_every_modifier_after_a_number_keeps_its_meaning(lang: str, modifier: Modifier, number: int) -> None:
    for phrase in table(lang, "modifiers")["after"].get(modifier, ()):
        tokens = tokenize(f"the toll is {number}{'' if phrase[0] in '-+' else ' '}{phrase.replace('- ', '-')}")
        (figure,) = numbers.read(tokens, lang)
        value = figure.interval
        assert figure.modifier == modifier, phrase
        assert (value.low, value.high, value.low_open, value.high_open) == bounds(modifier, number), phrase


@pytest.mark.parametrize("phrase", [*table("en", "modifiers")["focus"]["words"]])
def test_focus_words_bound_nothing(phrase: str) -> None:
    (figure,) = numbers.read(tokenize(f"{phrase} 17 people"))
    assert (figure.modifier, figure.interval.low, figure.interval.high, figure.hedge) == ("exact", 17, 17, None)


# fmt: off
PIECES = st.sampled_from((
    "17", "3.5", "1,234", "1/2", "½", "2023", "10.01.2023", "-", "–", "/", ".", ",", "%", "$", "£", "US$", "€", "°",
    "+", "~", "(", ")", "'", '"', "a", "an", "one", "two", "twenty", "hundred", "million", "dozen", "dozens", "half",
    "third", "quarter", "and", "or", "to", "of", "in", "over", "between", "from", "at", "least", "more", "than",
    "about", "some", "few", "several", "couple", "hours", "week", "year", "old", "years", "percent", "dollars",
    "cents", "km", "no.", "Article", "level", "F", "point", "minus", "e", "x", "^", "10", "s", "st", "m", "k", "bn",
    "M-19", "٣", "１", "\xa0", "\u202f",
))
# fmt: on


@settings(max_examples=120)
@given(
    st.one_of(
        st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=14).map("".join)
    )
)
@example("1" * 200)
@example("9" * 20 + "e" + "9" * 3)
@example("999999999999999999^999")
@example("a" + " dozen" * 400 + " hundred" * 400)
@example("one" + " trillion" * 400)
@example("tens" + " of thousands" * 400)
@example("111 " * 900 + "1111")
@example("1/0 0/0 0^0 0e-5 half of a")
def test_reading_never_raises_and_every_surface_is_its_span(text: str) -> None:
    tokens = tokenize(text)
    for lang in LANGUAGES:
        figures = numbers.read(tokens, lang)
        for figure in figures:
            span = mention(tokens, figure).span
            assert figure.begin <= figure.first <= figure.last <= figure.finish < len(tokens)
            assert mention(tokens, figure).surface == text[span.start : span.end] != ""
            assert not figure.interval.is_empty
            assert all(bound is None or abs(bound) < GREATEST for bound in (figure.interval.low, figure.interval.high))
            assert figure.because is None or figure.because in get_args(Reason)
            assert figure.kind in get_args(Kind)
        for left, right in pairwise(figures):
            assert left.last < right.first


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_a_stretch_of_a_text_is_read_as_if_it_were_alone(text: str) -> None:
    padded = f"99 before. {text} after 99"
    inner = tokenize(padded, 11, 11 + len(text))
    alone = tokenize(text)
    assert [told(inner, f) for f in numbers.read(inner)] == [told(alone, f) for f in numbers.read(alone)]


def test_both_ends_of_from_to_are_figures_of_their_own() -> None:
    tokens = tokenize("His detention was extended from 18 to 36 months.")
    assert [(told(tokens, f)["surface"], told(tokens, f)["unit"]) for f in numbers.read(tokens)] == [
        ("18", "month"),
        ("36 months", "month"),
    ]


def test_a_list_of_numbers_is_not_one_number() -> None:
    tokens = tokenize("The numbers drawn were 4,8,15,16,23.")
    assert [figure.interval.low for figure in numbers.read(tokens)] == [4, 8, 15, 16, 23]


def test_a_second_number_after_a_date_like_day_stays_apart() -> None:
    tokens = tokenize("On September 11 343 firefighters died.")
    assert [figure.interval.low for figure in numbers.read(tokens)] == [11, 343]


def test_counts_side_by_side_do_not_run_together() -> None:
    tokens = tokenize("The blast killed two and wounded one hundred and two hundred more were hurt.")
    assert [figure.interval.low for figure in numbers.read(tokens)] == [2, 100, 200]
