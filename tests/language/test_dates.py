"""The reader of dates against each pack's corpus, and properties that hold for any date and any text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crosscheck.language import dates, numbers, reader
from crosscheck.language.dates import Offset
from crosscheck.language.figures import Figure, mention
from crosscheck.language.packs import ROOT
from crosscheck.language.tokens import Tokens, tokenize

LANGUAGES = ("en", "es")
PUBLISHED = date(2023, 5, 24)
MONTHS = ["January", "February", "March", "April", "May", "June"]
MONTHS += ["July", "August", "September", "October", "November", "December"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def corpus(lang: str) -> dict[str, Any]:
    return tomli.loads((ROOT / lang / "corpus" / "dates.toml").read_text(encoding="utf-8"))


def sayings(section: str) -> Iterator[Any]:
    for lang in LANGUAGES:
        data = corpus(lang)
        for entry in data[section]:
            entry = {"published": data["published"]} | entry
            for said in entry["said"]:
                yield pytest.param(lang, entry, said, id=f"{lang}: {said}")


def silences() -> Iterator[Any]:
    for lang in LANGUAGES:
        for entry in corpus(lang)["nothing"]:
            yield from (pytest.param(lang, said, id=f"{lang}: {said}") for said in entry["said"])


def read(
    text: str, published: date | None = PUBLISHED, lang: str = "en", context: date | None = None
) -> tuple[Tokens, tuple[Figure, ...]]:
    tokens = tokenize(text)
    counted = numbers.read(tokens, lang)
    around = dates.Context(lambda: context, lambda _: None)
    return tokens, dates.read(tokens, published, lang, numbers=counted, context=around)


def days(text: str, published: date | None = PUBLISHED) -> list[tuple[str, Any, Any]]:
    tokens, figures = read(text, published)
    return [(tokens.surface(each.first, each.last), each.interval.low, each.interval.high) for each in figures]


def expected(entry: dict[str, Any]) -> tuple[Any, Any]:
    if "at" in entry:
        return time.fromisoformat(entry["at"]), time.fromisoformat(entry["at"])
    return entry["low"], entry.get("high", entry["low"])


@pytest.mark.parametrize(("lang", "entry", "said"), list(sayings("date")))
def test_every_saying_is_read(lang: str, entry: dict[str, Any], said: str) -> None:
    start, end = said.index("["), said.index("]") - 1
    text = said.replace("[", "").replace("]", "")
    tokens, figures = read(text, entry["published"], lang, entry.get("context"))
    found = [f for f in figures if tokens.starts[f.first] < end and start < tokens.ends[f.last]]
    assert found, "nothing was read there"
    figure = found[0]
    assert (figure.interval.low, figure.interval.high) == expected(entry)
    assert figure.modifier == entry.get("modifier", "exact")
    assert figure.because == entry.get("because")
    assert figure.kind == ("time" if "at" in entry else "date")
    assert tokens.surface(figure.first, figure.last) == text[start:end]


@pytest.mark.parametrize(("lang", "entry", "said"), list(sayings("stretch")))
def test_a_stretch_is_told_beside_its_ends(lang: str, entry: dict[str, Any], said: str) -> None:
    text = said.replace("[", "").replace("]", "")
    tokens = tokenize(text)
    ends, stretches = dates.read_apart(tokens, entry["published"], lang, numbers=numbers.read(tokens, lang))
    assert [(f.interval.low, f.interval.high, f.modifier) for f in stretches] == [
        (entry["low"], entry["high"], "range")
    ]
    assert tokens.surface(stretches[0].first, stretches[0].last) == said[said.index("[") + 1 : said.index("]")]
    assert ends
    assert all(f.first >= stretches[0].first and f.last <= stretches[0].last for f in ends)


@pytest.mark.parametrize(("lang", "said"), list(silences()))
def test_what_is_no_date_is_left_alone(lang: str, said: str) -> None:
    tokens, figures = read(said, PUBLISHED, lang)
    assert [tokens.surface(figure.first, figure.last) for figure in figures] == []


SHAPES = (
    "{month} {day}, {year}",
    "{day} {month} {year}",
    "the {day}{th} of {month} {year}",
    "{weekday}, {month} {day}, {year}",
    "{weekday}, {day} {month} {year}",
    "{upper} {day}, {year}",
    "{short}. {day}, {year}",
    "{day:02}.{number:02}.{year}",
    "{day}.{number}.{year}",
    "{year}-{number:02}-{day:02}",
    "{year}/{number:02}/{day:02}",
    "{day:02}-{short}-{year}",
    "{month} {day}{th}, {year}",
)


def written(day: date, shape: str) -> str:
    name = MONTHS[day.month - 1]
    ending = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return shape.format(
        month=name,
        short=name[:3],
        upper=name.upper(),
        number=day.month,
        day=day.day,
        th=ending,
        year=day.year,
        weekday=WEEKDAYS[day.weekday()],
    )


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.sampled_from(SHAPES), st.none() | st.dates())
def test_a_date_that_is_written_out_is_read_back(day: date, shape: str, published: date | None) -> None:
    text = written(day, shape)
    assert [(low, high) for _, low, high in days(f"They met on {text}, in Lima.", published)] == [(day, day)]
    found = dates.find_days(f"By Ana Ruiz | {text} | Lima")
    assert [each for _, _, each in found] == [day]
    start, end, _ = found[0]
    assert f"By Ana Ruiz | {text} | Lima"[start:end] in (text, text.removeprefix("the "))


@given(st.dates(date(1600, 1, 1), date(2199, 12, 31)), st.booleans())
def test_slashes_put_the_month_first_unless_only_the_other_order_fits(day: date, american: bool) -> None:
    text = f"{day.month}/{day.day}/{day.year}" if american else f"{day.day}/{day.month}/{day.year}"
    unclear = day.day <= 12 and not american
    read_as = date(day.year, day.day, day.month) if unclear else day
    assert [each for _, _, each in dates.find_days(text)] == [read_as]


@given(
    st.dates(date(2, 1, 1), date(9990, 1, 1)),
    st.integers(0, 6),
    st.sampled_from(("It burned on {}.", "They will vote on {}.", "The {} march", "{} night was calm")),
)
def test_a_weekday_is_that_weekday_within_a_week(published: date, weekday: int, sentence: str) -> None:
    ((_, low, high),) = days(sentence.format(WEEKDAYS[weekday]), published)
    assert low == high
    assert low.weekday() == weekday
    assert abs((low - published).days) < 7
    assert low >= published if "will" in sentence else low <= published


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.integers(1, 900), st.sampled_from(("days", "weeks")))
def test_lengths_are_reckoned_from_publication(published: date, count: int, unit: str) -> None:
    ((_, low, high),) = days(f"It fell {count} {unit} ago", published)
    assert low == high == published - timedelta(count * (7 if unit == "weeks" else 1))


@given(st.dates(date(1000, 1, 1), date(9000, 1, 1)), st.dates(date(2000, 1, 1), date(2000, 12, 31)), st.booleans())
def test_a_date_without_a_year_lies_within_a_year_and_on_the_side_that_the_verb_tells(
    published: date, day: date, ahead: bool
) -> None:
    if (day.month, day.day) == (2, 29):
        return
    name = f"{MONTHS[day.month - 1]} {day.day}"
    ((_, low, _),) = days(f"They will meet on {name}." if ahead else f"They were seen on {name}.", published)
    assert (low.month, low.day) == (day.month, day.day)
    assert abs((low - published).days) <= 366
    assert low >= published if ahead else (low - published).days <= 14


PIECES = """
January May march 1 31 32 1990 2023 3rd first last next this Monday weekend week year ago before after the of in on to
from until - , . / : ( ) ' " s 's th quarter half century early mid late noon 8 p.m. 20:30 two few days months tomorrow
overnight spring Christmas Easter 90s 00 0 13.13.2023 99.99.9999 31.02.2023 1,992 ½ ٣ é enero lunes hace pasado siglo
"""
words = st.sampled_from(PIECES.split())


@settings(max_examples=120)
@given(
    st.lists(words, max_size=25).map(" ".join) | st.text(max_size=120),
    st.none() | st.dates(),
    st.sampled_from(LANGUAGES),
)
@example("0000-00-00 9999-99-99 99/99/9999", date(9999, 12, 31), "en")
@example("next century, 900 years ago, in 999 decades", date(1, 1, 1), "en")
@example("the last day of the next year", date(9999, 12, 31), "en")
@example("in the next one month", date(9999, 12, 28), "en")
@example("in the past two months", date(1, 1, 20), "en")
def test_reading_never_raises_and_surfaces_are_spans(text: str, published: date | None, lang: str) -> None:
    tokens, figures = read(text, published, lang, published)
    dates.find_days(text, lang)
    row, beside = reader.read(tokens, published, lang, lambda: published)
    for each in (*row, *beside):
        span = mention(tokens, each).span
        assert mention(tokens, each).surface == text[span.start : span.end] != ""
        assert not each.interval.is_empty
    last = -1
    for figure in figures:
        assert 0 <= figure.begin <= figure.first <= figure.last <= figure.finish < len(tokens)
        assert figure.begin > last
        last = figure.finish
        stated = mention(tokens, figure)
        assert stated.surface == text[stated.span.start : stated.span.end]
        low, high = figure.interval.low, figure.interval.high
        assert (low is None) == (high is None)
        assert low is None or figure.kind == "time" or low <= high
        assert low is not None or figure.because == "no_published_date"
        assert dates.meant(tokens, figure, lang).holds(figure.interval)
        dates.bounds_word(tokens, figure, lang)
    for each in dates.offsets(tokens, lang):
        assert each.low <= each.high
        assert 0 <= each.first <= each.last < len(tokens)


def test_without_a_publication_date_only_absolute_dates_have_values() -> None:
    tokens, figures = read("On Monday he left, two days ago, on January 9, as in March 2020.", None)
    told = {tokens.surface(f.first, f.last): (f.interval.low, f.because) for f in figures}
    assert told == {
        "Monday": (None, "no_published_date"),
        "two days ago": (None, "no_published_date"),
        "January 9": (None, "no_published_date"),
        "March 2020": (date(2020, 3, 1), None),
    }


def test_a_weekday_that_disagrees_with_its_date_stays_apart() -> None:
    assert [surface for surface, _, _ in days("He fell on Thursday, May 17, 2023.")] == ["Thursday", "May 17, 2023"]
    assert [surface for surface, _, _ in days("He fell on Wednesday, May 17, 2023.")] == ["Wednesday, May 17, 2023"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("since December 7", ["since"]),
        ("until December 31", ["until"]),
        ("by March 1", ["by"]),
        ("as of March 4", ["as_of"]),
        ("from June 1 to September 30", ["from", "until"]),
        ("between June 1 and December 31", ["between", None]),
        ("on June 1", [None]),
        ("from about 8 p.m. until 4 a.m.", ["from", "until"]),
    ],
)
def test_words_before_a_date_give_it_a_role(text: str, roles: list[str | None]) -> None:
    tokens, figures = read(text)
    assert [dates.bounds_word(tokens, figure) for figure in figures] == roles


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("two days before he was arrested", [(-2, -2, "two days before", True)]),
        ("the day before the vote", [(-1, -1, "the day before", True)]),
        ("a day after the coup", [(1, 1, "a day after", True)]),
        ("a month earlier", [(-31, -28, "a month earlier", False)]),
        ("They left the next day.", [(1, 1, "the next day", False)]),
        ("a week after the storm", [(7, 7, "a week after", True)]),
        ("hours after the storm", []),
        ("two days before May 5", []),
        ("the same day", [(0, 0, "the same day", False)]),
    ],
)
def test_lengths_before_and_after_an_event_are_told(text: str, told: list[tuple[int, int, str, bool]]) -> None:
    tokens = tokenize(text)
    found: tuple[Offset, ...] = dates.offsets(tokens)
    assert [(each.low, each.high, tokens.surface(each.first, each.last), each.onward) for each in found] == told


def test_what_a_rough_date_can_mean_is_wider_than_its_value() -> None:
    tokens, (figure,) = read("It fell two months ago.")
    assert figure.interval.low == figure.interval.high == date(2023, 3, 24)
    assert (dates.meant(tokens, figure).low, dates.meant(tokens, figure).high) == (date(2023, 3, 9), date(2023, 4, 8))


def test_the_words_of_a_hedge_are_kept() -> None:
    tokens, (figure,) = read("It fell nearly two months ago.")
    assert figure.hedge is not None
    assert tokens.surface(*figure.hedge) == "nearly"
    assert tokens.surface(figure.begin, figure.finish) == "nearly two months ago"
