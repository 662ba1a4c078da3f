"""What a claim allows: the one place where hedges gain a width."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.comparison.reading import read
from crosscheck.comparison.settings import Settings
from crosscheck.language.vagueness import Profile
from crosscheck.model import Claim, Interval, Modifier
from tests.comparison.factory import RULES, claim, number

BY_ID = {rule.id: rule for rule in RULES}
PLAIN = Settings()


def allowed(one: Claim, settings: Settings = PLAIN) -> Interval:
    return read(one, BY_ID[one.quantity], settings)[1]


def meet(one: Claim, other: Claim, settings: Settings = PLAIN) -> bool:
    return allowed(one, settings).meets(allowed(other, settings))


def about(value: int, of: str = "deaths") -> Claim:
    return claim(value, of=of, modifier="approx")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(about(60), claim(66), id="about, within the rule's tenth"),
        pytest.param(claim(17, modifier="at_least"), claim(19), id="at least"),
        pytest.param(claim(17, modifier="at_least"), claim(17), id="at least its own number"),
        pytest.param(claim(40, modifier="at_most"), claim(40), id="at most its own number"),
        pytest.param(claim(number(24, 99), modifier="vague"), claim(30), id="dozens and more than two"),
        pytest.param(claim(number(3, 9), modifier="vague"), claim(12), id="nobody counts what he calls several"),
        pytest.param(claim(number(20, 30), modifier="range"), claim(30), id="between, its end"),
        pytest.param(claim(62, of="poll"), claim(63, of="poll"), id="a point of a poll"),
        pytest.param(claim(60_000, of="crowd"), claim(66_000, of="crowd"), id="a crowd is counted loosely"),
    ],
)
def test_can_both_be_true(one: Claim, other: Claim) -> None:
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(claim(17), claim(19), id="exact"),
        pytest.param(about(60), claim(85), id="about, beyond its width"),
        pytest.param(claim(20, modifier="at_least"), claim(19), id="below the least"),
        pytest.param(claim(30, modifier="more_than"), claim(29), id="not more"),
        pytest.param(claim(700, modifier="at_most"), claim(900), id="above the most"),
        pytest.param(claim(number(24, 99), modifier="vague"), claim(17), id="dozens are two at least"),
        pytest.param(claim(number(3, 9), modifier="vague"), claim(40), id="forty are not several"),
    ],
)
def test_cannot_both_be_true(one: Claim, other: Claim) -> None:
    assert not meet(one, other)
    assert not meet(other, one)


def test_the_profile_reads_vague_words() -> None:
    dozens = claim(number(24, 99), modifier="vague", quote="Dozens were killed in the town.")
    dozens = Claim(**{f: getattr(dozens, f) for f in dozens.__slots__} | {"quote_start": 0, "quote_end": 6})  # type: ignore[arg-type]
    assert not meet(dozens, claim(13))
    assert meet(dozens, claim(13), Settings(profile="acled"))
    assert meet(dozens, claim(13), Settings(profile="ucdp"))
    assert meet(dozens, claim(5_000), Settings(profile="strict"))


def within(low: int | str, high: int | str | None, *, ends_open: bool = False) -> Interval:
    bounds = number(low, high)
    return Interval(bounds.low, bounds.high, ends_open, ends_open)


def said(quote: str, word: str, low: int, high: int | None, lang: str = "en") -> Claim:
    """A vague claim whose figure is a word of its quote."""
    told = claim(number(low, high), modifier="vague", quote=quote)
    start = quote.index(word)
    article = replace(told.article, lang=lang)
    return replace(told, article=article, quote_start=start, quote_end=start + len(word))


DOZENS = "Rescuers feared that dozens were trapped for all of the night under the fallen roof."


@pytest.mark.parametrize(
    ("one", "profile", "expected"),
    [
        pytest.param(said(DOZENS, "dozens", 24, 99), "acled", within(12, 24), id="by ACLED"),
        pytest.param(said(DOZENS, "dozens", 24, 99), "ucdp", within(12, 198), id="by UCDP"),
        pytest.param(said(DOZENS, "dozens", 24, 99), "strict", within(24, None), id="by the word's form"),
        pytest.param(said(DOZENS, "dozens", 30, 60), "default", within(30, 120), id="as extraction read it"),
        pytest.param(said("Scores of gulls fell.", "Scores", 40, 99), "acled", within(20, 40), id="by what follows"),
        pytest.param(said("Scores", "Scores", 40, 99), "acled", within(40, 198), id="nothing follows, no such word"),
        pytest.param(said("Up to a few fell.", "a few", 3, 9), "strict", within(2, None), id="behind its article"),
        pytest.param(said("Umpteen fell.", "Umpteen", 13, 99), "acled", within(13, 198), id="no word of the profile"),
        pytest.param(
            said("Umpteen or dozens fell.", "Umpteen", 13, 99), "acled", within(13, 198), id="a further word's turn"
        ),
        pytest.param(
            said(DOZENS, "dozens", 24, 99, lang="xx"), "acled", within(24, 198), id="a language that nobody has"
        ),
        pytest.param(
            said("Decenas de gaviotas.", "Decenas", 20, 99, lang="es"), "strict", within(20, None), id="by its language"
        ),
    ],
)
def test_what_a_vague_word_allows_under_a_profile(one: Claim, profile: Profile, expected: Interval) -> None:
    assert allowed(one, Settings(profile=profile)) == expected


def test_days_are_handed_back_as_they_are() -> None:
    days = Interval(date(2023, 1, 9), date(2023, 1, 11))
    for told in (days, Interval(days.low, None), Interval(None, days.high)):
        one = claim(told, of="date", kind="date")
        assert read(one, BY_ID["date"], PLAIN) == ("", told, Decimal(0))


def test_lengths_meet_in_hours() -> None:
    week = claim(1, of="duration", unit="week", kind="duration")
    days = claim(7, of="duration", unit="day", kind="duration")
    month = claim(1, of="duration", unit="month", kind="duration")
    assert read(week, BY_ID["duration"], PLAIN)[0] == read(days, BY_ID["duration"], PLAIN)[0]
    assert meet(week, days)
    assert not meet(week, month)


def test_currencies_are_dimensions_of_their_own() -> None:
    euros, dollars = (claim(2, of="price", unit=unit, kind="money") for unit in ("EUR", "USD"))
    assert read(euros, BY_ID["price"], PLAIN)[0] != read(dollars, BY_ID["price"], PLAIN)[0]


def test_a_fraction_is_a_share() -> None:
    third = claim("0.333333", of="poll", unit="fraction", kind="percent")
    share = claim(33, of="poll", unit="percent", kind="percent")
    assert meet(third, share)


def test_measures_convert_on_demand() -> None:
    miles = claim(10, of="length", unit="mile", kind="measure")
    dimension, reading, named = read(miles, BY_ID["length"], PLAIN, convert=True)
    other, metres, _ = read(
        claim(16, of="length", unit="kilometre", kind="measure"), BY_ID["length"], PLAIN, convert=True
    )
    assert dimension == other
    assert reading.meets(metres)
    assert round(named) == 16093
    assert read(miles, BY_ID["length"], PLAIN)[0] == "mile"


def test_an_unknown_unit_measures_only_itself() -> None:
    assert read(claim(3, of="length", unit="smoot", kind="measure"), BY_ID["length"], PLAIN, convert=True)[0] == "smoot"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(about(60), within(54, 66), id="about, by the rule's tenth"),
        pytest.param(about(40, of="poll"), within(37, 43), id="about, by the rule's points"),
        pytest.param(about(60, of="injured"), within(54, 66), id="about, of each rule that says so"),
        pytest.param(claim(60_000, of="crowd"), within(54_000, 66_000), id="a crowd, by its tolerance"),
        pytest.param(claim(number(3, 9), modifier="vague"), within(3, 18), id="several, and twice its most"),
        pytest.param(claim(number(24, None), modifier="vague"), within(24, None), id="dozens without a most"),
        pytest.param(
            claim(within(3, 9, ends_open=True), modifier="vague"), within(3, 18, ends_open=True), id="vague, ends open"
        ),
        pytest.param(
            claim(within(60, 80, ends_open=True), modifier="approx"),
            within(54, 88, ends_open=True),
            id="about, ends open",
        ),
    ],
)
def test_how_wide_a_claim_is(one: Claim, expected: Interval) -> None:
    assert allowed(one) == expected


def test_what_is_converted_keeps_its_ends() -> None:
    miles = claim(within(2, 4, ends_open=True), of="length", unit="mile", kind="measure", modifier="range")
    _, metres, _ = read(miles, BY_ID["length"], PLAIN, convert=True)
    assert (round(metres.low), round(metres.high)) == (round(3218.688 * 0.975), round(6437.376 * 1.025))
    assert (metres.low_open, metres.high_open) == (True, True)


def test_what_is_converted_stays_without_end() -> None:
    least = claim(number(5, None), of="length", unit="mile", kind="measure", modifier="at_least")
    most = claim(number(None, 5), of="length", unit="mile", kind="measure", modifier="at_most")
    _, low, _ = read(least, BY_ID["length"], PLAIN, convert=True)
    _, high, _ = read(most, BY_ID["length"], PLAIN, convert=True)
    assert (low.low is not None, low.high, high.low, high.high is not None) == (True, None, None, True)


def by_the_dozen(surface: str, value: int, modifier: Modifier = "exact", lang: str = "en") -> Claim:
    one = claim(value, modifier=modifier)
    article = replace(one.article, lang=lang)
    return replace(one, article=article, mention=replace(one.mention, surface=surface))


@pytest.mark.parametrize(
    ("one", "profile", "expected"),
    [
        pytest.param(by_the_dozen("A dozen", 12), "default", within("9.6", "14.4"), id="a dozen"),
        pytest.param(
            by_the_dozen("two dozen", 24), "acled", within("19.2", "28.8"), id="two dozen, by any loose profile"
        ),
        pytest.param(by_the_dozen("a dozen", 12, "approx"), "default", within("9.6", "14.4"), id="about a dozen"),
        pytest.param(by_the_dozen("una docena", 12, lang="es"), "default", within("9.6", "14.4"), id="una docena"),
        pytest.param(by_the_dozen("a dozen", 12), "strict", allowed(claim(12)), id="a dozen, taken strictly"),
        pytest.param(by_the_dozen("a dozen", 12, lang="xx"), "default", allowed(claim(12)), id="no pack"),
        pytest.param(by_the_dozen("twelve", 12), "default", allowed(claim(12)), id="twelve"),
    ],
)
def test_what_is_told_by_the_dozen(one: Claim, profile: Profile, expected: Interval) -> None:
    assert allowed(one, Settings(profile=profile)) == expected


WIDER: dict[Modifier, tuple[Modifier, ...]] = {"exact": ("approx", "at_least", "at_most")}


@given(st.integers(0, 10**7), st.sampled_from(WIDER["exact"]), st.sampled_from(["deaths", "poll", "crowd"]))
def test_widening_takes_nothing_away(value: int, modifier: Modifier, of: str) -> None:
    exact, wide = allowed(claim(value, of=of)), allowed(claim(value, of=of, modifier=modifier))
    assert wide.hull(exact) == wide or wide.holds(exact)


@given(st.sampled_from(get_args(Modifier)), st.integers(1, 10**6))
def test_the_number_named_is_what_is_written(modifier: Modifier, value: int) -> None:
    given_value = number(value, value * 3) if modifier in ("vague", "range") else value
    assert read(claim(given_value, modifier=modifier), BY_ID["deaths"], PLAIN)[2] == Decimal(value)
