"""Readings sorted into camps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.comparison.camps import Sides, clash, rank, sides
from crosscheck.model import Interval
from tests.comparison.factory import number

EXACT, HEDGED, VAGUE, OPEN = range(4)


def exactly(value: int) -> Interval:
    return Interval.exactly(Decimal(value))


def test_seventeen_against_nineteen() -> None:
    readings = [exactly(19), exactly(17), number(17, None), exactly(17)]
    assert sides(readings, [EXACT, EXACT, OPEN, EXACT]) == Sides(((1, 3), (0,)), (2,))


@pytest.mark.parametrize(
    ("readings", "layers", "expected"),
    [
        pytest.param([exactly(17), number(17, None)], [EXACT, OPEN], Sides(((0, 1),), ()), id="one camp"),
        pytest.param([exactly(24), number(30, None)], [EXACT, OPEN], Sides(((0,), (1,)), ()), id="a floor above"),
        pytest.param([number(None, 700), exactly(900)], [OPEN, EXACT], Sides(((0,), (1,)), ()), id="a ceiling below"),
        pytest.param(
            [number(24, 198), exactly(30), exactly(40)],
            [VAGUE, EXACT, EXACT],
            Sides(((1,), (2,)), (0,)),
            id="dozens fit both",
        ),
        pytest.param([number(54, 66), exactly(85)], [HEDGED, EXACT], Sides(((0,), (1,)), ()), id="about 60 against 85"),
        pytest.param([number(17, None), number(None, 40)], [OPEN, OPEN], Sides(((0, 1),), ()), id="bounds that meet"),
        pytest.param(
            [number(50, None), number(60, None), number(None, 20)],
            [OPEN, OPEN, OPEN],
            Sides(((2,), (0, 1)), ()),
            id="floors against a ceiling",
        ),
        pytest.param([], [], Sides((), ()), id="nothing"),
    ],
)
def test_sides(readings: list[Interval], layers: list[int], expected: Sides) -> None:
    assert sides(readings, layers) == expected


@st.composite
def readings(draw: st.DrawFn) -> tuple[list[Interval], list[int]]:
    low = st.integers(0, 30)
    kinds = st.one_of(
        low.map(lambda n: (exactly(n), EXACT)),
        st.tuples(low, st.integers(1, 10)).map(lambda t: (number(t[0], t[0] + t[1]), HEDGED)),
        st.tuples(low, st.integers(5, 40)).map(lambda t: (number(t[0], t[0] + t[1]), VAGUE)),
        low.map(lambda n: (number(n, None), OPEN)),
        low.map(lambda n: (number(None, n), OPEN)),
    )
    drawn = draw(st.lists(kinds, max_size=12))
    return [reading for reading, _ in drawn], [layer for _, layer in drawn]


@given(readings())
def test_one_camp_iff_no_pair_clashes(given_readings: tuple[list[Interval], list[int]]) -> None:
    told, layers = given_readings
    pairs = any(not a.meets(b) for a in told for b in told)
    assert (len(sides(told, layers).camps) > 1) == pairs == clash(told)


@given(readings())
def test_everyone_stands_somewhere_once(given_readings: tuple[list[Interval], list[int]]) -> None:
    told, layers = given_readings
    found = sides(told, layers)
    placed = [*found.beside, *(number for camp in found.camps for number in camp)]
    assert sorted(placed) == list(range(len(told)))


@given(readings())
def test_a_camp_can_all_be_true(given_readings: tuple[list[Interval], list[int]]) -> None:
    told, layers = given_readings
    for camp in sides(told, layers).camps:
        assert not clash([told[number] for number in camp])


@given(readings(), st.randoms(use_true_random=False))
def test_order_never_matters(given_readings: tuple[list[Interval], list[int]], random: object) -> None:
    told, layers = given_readings
    order = list(range(len(told)))
    random.shuffle(order)  # type: ignore[attr-defined]
    shuffled = sides([told[i] for i in order], [layers[i] for i in order])
    plain = sides(told, layers)

    def values(found: Sides, source: list[int]) -> list[list[str]]:
        return [sorted(str(told[source[number]]) for number in camp) for camp in found.camps]

    assert values(shuffled, order) == values(plain, list(range(len(told))))


def test_readings_are_ranked_by_where_they_begin_and_then_where_they_end() -> None:
    """No beginning comes first and no end last; what leaves its own end out is the smaller for it."""
    nought, half, one, two = (Decimal(n) for n in ("0", "0.5", "1", "2"))
    ranked = [
        Interval(None, nought, high_open=True),
        Interval(None, nought),
        Interval(None, half),
        Interval(None, None),
        Interval(-one, -half),
        Interval(-one, nought),
        Interval(-one, half),
        Interval(nought, half),
        Interval(nought, one, high_open=True),
        Interval(nought, one),
        Interval(nought, None),
        Interval(nought, half, low_open=True),
        Interval(half, one),
        Interval(one, two),
        Interval(one, None),
    ]
    mixed = [*ranked[1::2], *ranked[::2]]
    assert sorted(mixed, key=rank) == ranked


@pytest.mark.parametrize(
    ("first", "second", "camps"),
    [
        pytest.param(Interval(Decimal(1), Decimal(2), high_open=True), number(2, 3), 2, id="the end left out"),
        pytest.param(number(1, 2), Interval(Decimal(2), Decimal(3), low_open=True), 2, id="the beginning left out"),
        pytest.param(number(1, 2), number(2, 3), 1, id="the end shared"),
        pytest.param(Interval(Decimal(1), Decimal(3), high_open=True), number(2, 3), 1, id="more than the end shared"),
        pytest.param(number(1, 3), Interval(Decimal(2), Decimal(4), low_open=True), 1, id="a stretch shared"),
    ],
)
def test_a_vaguer_reading_joins_what_it_shares_something_with(first: Interval, second: Interval, camps: int) -> None:
    assert len(sides([first, second], [EXACT, VAGUE]).camps) == camps
    assert len(sides([first, second], [VAGUE, EXACT]).camps) == camps
