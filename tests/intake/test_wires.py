"""Datelines of news agencies at a story's beginning, and openings that only look like them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake.wires import read_wire
from crosscheck.intake.words import words

EN = words("en")

NOT_WIRES = [
    "On January 9, 2023 – the day of the vote – shops stayed shut.",
    "In Puno, on January 9, 2023 – the day of the vote – shops stayed shut.",
    "Rosa Quispe (Free Peru) – the former mayor – spoke first.",
    "Rosa Quispe (60) – the former mayor – spoke first.",
    "PERU: Nine people were hurt.",
    "Puno – nine people were hurt.",
    "January 9, 2023 – Nine people were hurt.",
    "Nine people were hurt on the road (Highway 3) - again.",
    "",
]


@pytest.mark.parametrize("text", NOT_WIRES)
def test_what_is_no_dateline(text: str) -> None:
    assert read_wire(text, EN) is None


WIRES = [
    ("LIMA, Jan 9 (Andes Wire) - Nine people", "Andes Wire", None, "Jan 9"),
    ("LIMA Jan 9 (Andes Wire) - Nine people", "Andes Wire", None, "Jan 9"),
    ("LIMA (Andes Wire) - Nine people", "Andes Wire", None, None),
    ("LIMA, Peru (AW) — Nine people", "AW", None, None),
    ("Lima (AW) – Nine people", "AW", None, None),
    ("(Reuters) - Nine people", "Reuters", None, None),
    ("LIMA, Peru, Jan. 9, 2023 (AW) – Nine people", "AW", date(2023, 1, 9), None),
    ("JULIACA, 9 January 2023 (ANW). - Nine people", "ANW", date(2023, 1, 9), None),
    ("PANAMA CITY (PANAMA), 9 January 2023 (RADIO SUR) -- Nine people", "RADIO SUR", date(2023, 1, 9), None),
    ("PORT-AU-PRINCE, Haiti, Jan 9 (Andes Wire) -- Nine people", "Andes Wire", None, "Jan 9"),
    ("LIMA, January 9: Nine people", None, None, "January 9"),
    ("LIMA, Jan 9, 2023 – Nine people", None, date(2023, 1, 9), None),
    ("New York, 9 January 2023 – Nine people", None, date(2023, 1, 9), None),
]


@pytest.mark.parametrize(("text", "outlet", "day", "partial"), WIRES, ids=[row[0] for row in WIRES])
def test_datelines(text: str, outlet: str | None, day: date | None, partial: str | None) -> None:
    byline = read_wire(text, EN)
    assert byline is not None
    assert (byline.outlet, byline.day, byline.partial) == (outlet, day, partial)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=200))
def test_any_opening_is_read_without_failing(text: str) -> None:
    read_wire(text, EN)
