"""Numbers in digits: what is one token, and what number its marks make under each custom."""

from __future__ import annotations

from decimal import Decimal

import pytest

from crosscheck.language.numerals import numerals
from crosscheck.language.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("1,234.5.", ("1,234.5", "."), id="a trailing stop ends the sentence"),
        pytest.param("4,8,15,16", ("4", ",", "8", ",", "15", ",", "16"), id="a list without spaces"),
        pytest.param("192.168.1.2", ("192", ".", "168", ".", "1", ".", "2"), id="a network address"),
        pytest.param("10.01.2023", ("10.01.2023",), id="a date stays whole"),
        pytest.param("12,34,567.89", ("12,34,567.89",), id="Indian groups"),
        pytest.param("1'234'567", ("1'234'567",), id="Swiss groups"),
        pytest.param("F-16", ("f", "-", "16"), id="letters and digits apart"),
    ],
)
def test_tokens_of_digits(text: str, words: tuple[str, ...]) -> None:
    assert tokenize(text).words == words


@pytest.mark.parametrize(
    ("lang", "word", "value"),
    [
        ("en", "1,234", "1234"),
        ("en", "1.234", "1.234"),
        ("en", "1.234.567", "1234567"),
        ("en", "1.234,5", "1234.5"),
        ("en", "5,00", "5"),
        ("es", "1.234", "1234"),
        ("es", "1.234,5", "1234.5"),
        ("es", "1,234.5", "1234.5"),
        ("es", "12,34,567", "1234567"),
        ("es", "1,23,234.5", "123234.5"),
        ("es", "2,5", "2.5"),
        ("es", "12.5", "12.5"),
    ],
)
def test_marks_are_read_by_the_custom_of_the_language(lang: str, word: str, value: str) -> None:
    assert numerals(lang).marks.value(word) == Decimal(value)


@pytest.mark.parametrize("word", ["10.01.2023", "1,2345", "1.2.3"])
def test_marks_that_make_no_number_give_none(word: str) -> None:
    assert numerals("en").marks.value(word) is None


@pytest.mark.parametrize("text", ["1,", "1", "1.1", "1,111", "12,34,"])
def test_an_endless_row_of_digits_takes_time_by_its_length(text: str) -> None:
    assert len(tokenize(text * 20_000)) >= 500
