"""The packs' units and currencies against libraries that keep such lists."""

from __future__ import annotations

import re

import pytest

from crosscheck.language import numbers
from crosscheck.language.packs import table
from crosscheck.language.tokens import tokenize

UNKNOWN_TO_PINT = {"magnitude", "part_per_million"}


def currency(said: str, lang: str) -> str | None:
    figures = numbers.read(tokenize(said), lang)
    return figures[0].value.unit if len(figures) == 1 and figures[0].kind == "money" else None


def test_every_current_currency_is_read_by_its_cldr_name() -> None:
    cldr = pytest.importorskip("babel.numbers")
    codes = (table("en", "money")["codes"]["plain"] + " " + table("en", "money")["codes"]["capital"]).split()
    wrong = {
        name: (code, currency(f"{number} {name}", "en"))
        for code in codes
        for number in (1, 2)
        if currency(f"{number} {(name := cldr.get_currency_name(code, number, 'en'))}", "en") != code
    }
    assert wrong == {}


@pytest.mark.parametrize("code", ["USD", "EUR", "GBP", "JPY", "INR", "KRW", "ILS", "PHP", "VND", "BRL"])
def test_a_currency_is_read_by_its_cldr_sign(code: str) -> None:
    cldr = pytest.importorskip("babel.numbers")
    sign = cldr.get_currency_symbol(code, "en")
    assert currency(f"{sign}20 million", "en") == code
    assert currency(f"{sign} 20", "en") == code


@pytest.mark.parametrize("code", ["USD", "EUR", "PEN", "JPY", "MXN", "BOB"])
def test_spanish_reads_currencies_by_their_cldr_names(code: str) -> None:
    cldr = pytest.importorskip("babel.numbers")
    assert currency(f"20 {cldr.get_currency_name(code, 2, 'es')}", "es") == code


def test_every_unit_is_one_that_pint_knows() -> None:
    pint = pytest.importorskip("pint")
    registry = pint.UnitRegistry(case_sensitive=False)
    for kind in ("duration", "measure"):
        for name in table("en", "units")[kind].keys() - UNKNOWN_TO_PINT:
            said = re.sub(r"cubic_(\w+)", r"\1**3", re.sub(r"square_(\w+)", r"\1**2", name.replace("_per_", "/")))
            assert registry.parse_expression(said.replace("watt_hour", "watt*hour")) is not None, name


@pytest.mark.parametrize("kind", ["percent", "duration", "measure"])
def test_every_word_of_a_unit_is_read_as_that_unit(kind: str) -> None:
    for name, entry in table("en", "units")[kind].items():
        for word in entry.get("words", ()):
            (figure, *rest) = numbers.read(tokenize(f"they stated 21 {word}"))
            assert (figure.value.unit, figure.kind, rest) == (name, kind, []), word


def test_spanish_units_are_units_of_english() -> None:
    for kind in ("percent", "duration", "measure"):
        assert table("es", "units")[kind].keys() <= table("en", "units")[kind].keys()
