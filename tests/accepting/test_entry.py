"""An acceptance holds while the same is said, and no longer."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from crosscheck.accepting import Entry, Waiver, enter, review
from crosscheck.model import Camp, Claim, Discrepancy, Interval, Report, Value
from tests.reporting import samples


@pytest.fixture
def found() -> Discrepancy:
    return samples.canonical().discrepancies[0]


@pytest.fixture
def entry(found: Discrepancy) -> Entry:
    return enter(found, "reviewed", None, "what it is")


def accepted(one: Discrepancy, entry: Entry) -> bool:
    return bool(review((one,), (entry,), ()).accepted)


def reworded(found: Discrepancy, *camps: int) -> Discrepancy:
    """The same with other sentences on these sides."""

    def other(claim: Claim) -> Claim:
        return replace(claim, quote=f"Then {claim.quote}")

    told = [
        replace(camp, claims=tuple(map(other, camp.claims))) if number in camps else camp
        for number, camp in enumerate(found.camps)
    ]
    return replace(found, camps=tuple(told))


def grown(found: Discrepancy) -> Discrepancy:
    """The same with one more article on its first side."""
    first, *rest = found.camps
    more = replace(first.claims[0], quote="And 17 it was, everybody agreed.")
    return replace(found, camps=(replace(first, claims=(*first.claims, more)), *rest))


@pytest.mark.parametrize(
    ("change", "holds"),
    [
        pytest.param(lambda one: one, True, id="as it was"),
        pytest.param(lambda one: replace(one, camps=one.camps[::-1]), True, id="sides in another order"),
        pytest.param(lambda one: replace(one, reason="x", message="y", severity="tension"), True, id="told otherwise"),
        pytest.param(grown, True, id="an article more that agrees with a side"),
        pytest.param(lambda one: reworded(one, 0), True, id="one side in other words"),
        pytest.param(lambda one: reworded(one, 0, 1), True, id="two of three sides in other words"),
        pytest.param(lambda one: reworded(one, 0, 1, 2), False, id="all sides in other words"),
        pytest.param(lambda one: replace(one, key=(("when", "2023"),)), True, id="the same sentences, keyed otherwise"),
        pytest.param(
            lambda one: reworded(replace(one, key=(("when", "2023"),)), 0), False, id="other words and another key"
        ),
        pytest.param(lambda one: reworded(replace(one, key=()), 0), False, id="other words and no key at all"),
        pytest.param(lambda one: replace(one, camps=one.camps[:2]), False, id="a side fewer"),
        pytest.param(lambda one: replace(one, quantity="injured"), False, id="another quantity"),
        pytest.param(lambda one: replace(one, kind="sum_mismatch"), False, id="another check"),
        pytest.param(
            lambda one: replace(
                one, camps=(*one.camps[:-1], Camp(Value(Interval.exactly(Decimal(20)), None), one.camps[-1].claims))
            ),
            False,
            id="another figure",
        ),
        pytest.param(
            lambda one: replace(
                one, camps=(*one.camps[:-1], Camp(Value(Interval(Decimal(19), None), None), one.camps[-1].claims))
            ),
            False,
            id="at least instead of exactly",
        ),
    ],
)
def test_an_entry_holds(found: Discrepancy, entry: Entry, change: object, holds: bool) -> None:
    assert accepted(change(found), entry) is holds


def test_spellings_are_known_by_the_two_that_they_are_about() -> None:
    spelling = replace(samples.canonical().discrepancies[2], key=(("name", "Otarola / Otárola"),))
    entry = enter(spelling, "both are used", None, "")
    assert accepted(replace(spelling, sites=spelling.sites[:2]), entry)
    assert not accepted(replace(spelling, key=(("name", "Colque / Coolque"),)), entry)


def test_what_matches_nothing_is_told(found: Discrepancy, entry: Entry) -> None:
    other = replace(found, quantity="injured")
    told = review((other,), (replace(entry, path="book.toml", line=4),), ())
    (stale,) = told.stale
    assert (told.open, stale.path, stale.line) == ((other,), "book.toml", 4)
    assert "--prune" in stale.what


def waiver(claim: Claim, *names: str) -> Waiver:
    span = claim.mention.span
    return Waiver(claim.article.id, span.start, span.end, frozenset(names), "why", claim.article.path, 7)


def test_a_remark_sets_a_side_aside() -> None:
    tension = samples.canonical().discrepancies[1]
    claim = tension.camps[1].claims[0]
    for names, open in ((("deaths",), 0), (("value_conflict",), 0), (("injured",), 1)):
        told = review((tension,), (), (waiver(claim, *names),))
        assert len(told.open) == open
        assert len(told.stale) == open, "a remark that sets nothing aside is told"


def test_a_remark_at_one_of_three_sides_leaves_two(found: Discrepancy) -> None:
    one = waiver(found.camps[2].claims[0], "deaths")
    told = review((found,), (), (one,))
    assert (len(told.open), told.stale) == (1, ())
    both = (one, waiver(found.camps[1].claims[0], "deaths"))
    assert review((found,), (), both).open == ()


def test_a_remark_must_cover_every_article_of_a_side(found: Discrepancy) -> None:
    only = replace(found, camps=found.camps[:2])
    assert len(review((only,), (), (waiver(found.camps[0].claims[0], "deaths"),)).open) == 1
    both = [waiver(claim, "deaths") for claim in found.camps[0].claims]
    assert review((only,), (), both).open == ()


def test_a_remark_at_the_odd_spelling_sets_the_name_aside() -> None:
    report: Report = samples.canonical()
    spelling = replace(report.discrepancies[2], key=(("name", "Otarola / Otárola"),))
    odd = spelling.sites[1]
    told = Waiver(odd.article.id, odd.span.start, odd.span.end, frozenset({"spelling_variant"}), "why", "x", 1)
    assert review((spelling,), (), (told,)).open == ()
