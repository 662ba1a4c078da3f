"""What dates are read with: the calendar, looks aside in phrases, the verbs of a clause, the packs' patterns."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.errors import PackError
from crosscheck.language.automaton import Alphabet, compile_phrase
from crosscheck.language.dating import patterns
from crosscheck.language.dating.operations import OPERATIONS
from crosscheck.language.dating.patterns import Pattern, language
from crosscheck.language.dating.stretches import (
    Stretch,
    add_months,
    around,
    easter,
    later,
    month_of,
    months_from,
    nth_unit,
    nth_weekday,
    share,
    weekday_near,
)
from crosscheck.language.dating.tense import tense_around
from crosscheck.language.packs import table
from crosscheck.language.phrase import Choice, Node, Sequence, Slot
from crosscheck.language.tokens import tokenize

LANGUAGES = ("en", "es")
YEAR = months_from(2015, 1, 12)


@pytest.mark.parametrize(
    ("year", "day"),
    [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2023, (4, 9)), (2038, (4, 25))],
)
def test_easter_falls_on_its_day(year: int, day: tuple[int, int]) -> None:
    assert easter(year) == date(year, *day)


def test_months_end_where_the_calendar_ends_them() -> None:
    assert month_of(2024, 2) == Stretch(date(2024, 2, 1), date(2024, 2, 29))
    assert month_of(2023, 13) == month_of(2024, 1)
    assert month_of(2023, 0) == month_of(2022, 12)
    assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
    assert add_months(date(2024, 2, 29), -12) == date(2023, 2, 28)


def test_periods_hold_their_day_and_move_whole() -> None:
    day = date(2023, 5, 24)
    assert around(day, "week") == Stretch(date(2023, 5, 22), date(2023, 5, 28))
    assert around(day, "weekend", -1) == Stretch(date(2023, 5, 20), date(2023, 5, 21))
    assert around(day, "quarter", -1) == Stretch(date(2023, 1, 1), date(2023, 3, 31))
    assert around(day, "decade") == Stretch(date(2020, 1, 1), date(2029, 12, 31))
    assert around(date.max, "week", 1) is None


def test_months_end_where_the_calendar_does() -> None:
    assert later(date(9999, 11, 30), "month", 1) == date(9999, 12, 30)
    assert later(date(9999, 12, 28), "month", 1) is None
    assert later(date(1, 3, 1), "month", -2) == date(1, 1, 1)
    assert later(date(1, 3, 1), "quarter", -1) is None


def test_weeks_of_a_year_have_most_of_their_days_in_it() -> None:
    assert nth_unit(YEAR, "week", 1) == Stretch(date(2014, 12, 29), date(2015, 1, 4))
    assert nth_unit(YEAR, "week", -1) == Stretch(date(2015, 12, 28), date(2016, 1, 3))
    assert nth_unit(YEAR, "month", -1, 4) == Stretch(date(2015, 9, 1), date(2015, 12, 31))
    assert nth_unit(YEAR, "day", -1) == Stretch(date(2015, 12, 31), date(2015, 12, 31))
    assert nth_unit(YEAR, "month", 13) is None


def test_the_fifth_friday_is_there_or_not() -> None:
    assert nth_weekday(month_of(2023, 6), 5, 5) == date(2023, 6, 30)
    assert nth_weekday(month_of(2023, 5), 5, 5) is None
    assert nth_weekday(month_of(2023, 5), 5, -1) == date(2023, 5, 26)


def test_parts_of_a_month_and_of_a_year() -> None:
    assert share(month_of(2023, 1), 1, 2, 3) == Stretch(date(2023, 1, 11), date(2023, 1, 20))
    assert share(month_of(2023, 1), 2, 3, 3) == Stretch(date(2023, 1, 21), date(2023, 1, 31))
    assert share(YEAR, 2, 3, 3) == Stretch(date(2015, 9, 1), date(2015, 12, 31))


@given(st.dates(), st.integers(1, 7), st.sampled_from((-1, 1)))
def test_a_weekday_near_a_day_is_less_than_a_week_away(day: date, weekday: int, direction: int) -> None:
    found = weekday_near(day, weekday, direction)
    if found is not None:
        assert found.isoweekday() == weekday
        assert 0 <= (found - day).days * direction < 7


@given(st.dates(), st.sampled_from(("day", "week", "month", "year", "decade", "century")), st.integers(-900, 900))
def test_reckoning_never_leaves_the_calendar_by_accident(day: date, unit: str, count: int) -> None:
    assert later(day, unit, count) is None or isinstance(later(day, unit, count), date)
    stretch = around(day, unit, count)
    assert stretch is None or stretch.low <= stretch.high


def test_phrases_can_look_aside() -> None:
    alphabet = Alphabet()
    letters = {word: alphabet.letter(frozenset({word})) for word in ("in", "year", "people", "stop")}

    def found(phrase: str, *words: str) -> bool:
        return compile_phrase(phrase, alphabet).search("".join(letters[word] for word in words)) is not None

    assert found("{<in} {year} {!people}", "in", "year", "stop")
    assert not found("{<in} {year} {!people}", "year", "stop")
    assert not found("{<in} {year} {!people}", "in", "year", "people")
    assert found("{<!in} {year} {>people}", "stop", "year", "people")
    assert not found("{<!in} {year} {>people}", "in", "year", "people")
    assert not found("{<!in} {year} {>people}", "stop", "year", "stop")


@pytest.mark.parametrize(
    ("text", "date_word", "tense"),
    [
        ("The court will rule on Monday", "Monday", 1),
        ("On Monday , the court will rule", "Monday", 1),
        ("They were killed on Monday", "Monday", -1),
        ("A hearing is to be held on Monday", "Monday", 0),
        ("It is set to be held on Monday", "Monday", 1),
        ("He said Monday that they will sue", "Monday", -1),
        ("Talks adjourned until Monday", "Monday", 2),
        ("Monday in Lima", "Monday", 0),
        ("They will march ; on Monday two died", "Monday", -1),
    ],
)
def test_the_verb_around_a_date_tells_its_side(text: str, date_word: str, tense: int) -> None:
    tokens = tokenize(text)
    index = tokens.words.index(date_word.lower())
    assert tense_around(tokens, index, index, "en") == tense


def every_pattern(lang: str) -> list[Pattern]:
    data = table(lang, "dates")
    return [pattern for name in ("pattern", "compound", "offset") for pattern in patterns._patterns(lang, data, name)]


def kinds(node: Node) -> set[str]:
    if isinstance(node, Slot):
        return {node.kind.lstrip("<!>")}
    nodes = node.nodes if isinstance(node, Sequence) else node.options if isinstance(node, Choice) else ()
    return {kind for each in nodes for kind in kinds(each)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_patterns_name_operations_and_kinds_that_there_are(lang: str) -> None:
    alphabet = language(lang).simple._alphabet
    for pattern in every_pattern(lang):
        assert pattern.op in OPERATIONS or pattern.op == "offset"
        assert [kind for kind in sorted(kinds(pattern.node)) if not alphabet.holders(kind)] == []


def test_a_pattern_that_does_not_parse_is_named() -> None:
    data = {"order": "day_first", "macros": {}, "pattern": [{"op": "day", "text": "{day:days} (of"}]}
    with pytest.raises(PackError, match=r"no '\)' closes this at character 12 of the date pattern"):
        list(patterns._patterns("en", data, "pattern"))
