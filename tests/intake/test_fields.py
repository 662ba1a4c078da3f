"""Dates and languages as fields state them."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.intake.fields import iso_day, language, stated_day


@pytest.mark.parametrize(
    "text",
    [
        "2022-03-03",
        "20220303",
        " 2022-03-03 ",
        "2022-03-03T23:59:59Z",
        "2022-03-03T23:59:59.123+02:00",
        "2022-03-03 23:59",
        "2022-03-03 23:59:59 -0500",
        "2022-03-03 23:59:59 UTC",
    ],
)
def test_iso_days_are_taken_as_written(text: str) -> None:
    assert iso_day(text) == date(2022, 3, 3)


@pytest.mark.parametrize("text", ["", "2022", "2022-03", "2022-02-30", "03.03.2022", "2022-03-03 or so", "٢٠٢٢-٠٣-٠٣"])
def test_what_is_no_iso_day(text: str) -> None:
    assert iso_day(text) is None


@pytest.mark.parametrize("text", ["2022-03-03", "March 3, 2022", "3 March 2022", "03.03.2022"])
def test_days_as_people_write_them(text: str) -> None:
    assert stated_day(text, "en") == date(2022, 3, 3)


@pytest.mark.parametrize("text", ["soon", "March 3", "March 3, 2022 to March 5, 2022"])
def test_what_states_no_one_day(text: str) -> None:
    assert stated_day(text, "en") is None


@pytest.mark.parametrize(("tag", "expected"), [("en", "en"), ("EN-gb", "en"), ("es_PE", "es"), ("que", "que")])
def test_languages(tag: str, expected: str) -> None:
    assert language(tag) == expected


@pytest.mark.parametrize("tag", ["", "e", "English", "12", "en GB"])
def test_what_is_no_language_tag(tag: str) -> None:
    assert language(tag) is None
