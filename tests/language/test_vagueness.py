"""The profiles of vague words: every entry has a source, and each profile reads by its own numbers."""

from __future__ import annotations

import pytest

from crosscheck.language import numbers
from crosscheck.language.packs import table
from crosscheck.language.tokens import tokenize
from crosscheck.language.vagueness import PROFILES, Profile


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_entry_names_a_source_that_is_told(lang: str) -> None:
    data = table(lang, "vagueness")
    for entry in data["word"]:
        for profile in PROFILES:
            if profile in entry:
                assert entry[profile]["source"] in data["sources"], (entry["surfaces"], profile)
        assert "default" in entry


@pytest.mark.parametrize(
    ("profile", "low", "high"),
    [
        pytest.param("default", 24, 99, id="two dozen at least, short of a hundred"),
        pytest.param("acled", 12, 12, id="the most conservative number"),
        pytest.param("ucdp", 12, 99, id="a low and a high estimate"),
        pytest.param("strict", 24, None, id="what the plural alone forces"),
    ],
)
def test_dozens_under_each_profile(profile: Profile, low: int, high: int | None) -> None:
    (figure,) = numbers.read(tokenize("dozens were hurt"), "en", profile)
    assert (figure.modifier, figure.interval.low, figure.interval.high) == ("vague", low, high)


@pytest.mark.parametrize(
    ("said", "low", "high"), [("tens of thousands", 10_000, 10_999), ("several hundred", 300, 399)]
)
def test_a_profile_carries_over_to_scales(said: str, low: int, high: int) -> None:
    (figure,) = numbers.read(tokenize(f"{said} of them"), "en", "acled")
    assert (figure.interval.low, figure.interval.high) == (low, high)
