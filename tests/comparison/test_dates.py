"""Periods, plans, slips of the calendar, occasions and lengths."""

from __future__ import annotations

from datetime import date

import pytest

from crosscheck.model import Claim, Evidence, Interval, Span
from tests.comparison.factory import claim, figures, found, only

MAY, LATER = date(2023, 5, 26), date(2023, 6, 2)
PEOPLE = ("Rosa Quispe", "Luis Mamani")


def dated(
    low: date, high: date | None = None, aspect: str | None = None, event: str | None = "stay", **told: object
) -> Claim:
    facets = {name: value for name, value in (("event", event), ("aspect", aspect)) if value}
    more = told.pop("facets", {})
    fields = {"article": "a", "published": MAY, "place": (), "when": None, "scope": "fixed"} | told
    return claim(Interval(low, high or low), of="date", kind="date", facets=facets | more, **fields)  # type: ignore[arg-type, operator]


def period(first: date, last: date, quote: str, at: int = 10, **told: object) -> list[Claim]:
    """Beginning and end of a period, told in one sentence."""
    begin = dated(first, None, "start", quote=quote, at=at, **told)
    return [begin, dated(last, None, "end", quote=quote, at=at + 20, **told)]


JUNE, SEPTEMBER, OCTOBER = date(2023, 6, 1), date(2023, 9, 30), date(2023, 10, 1)
STAY = period(JUNE, date(2023, 12, 31), "They may stay from 1 June to 31 December.")


def test_one_stay_with_two_ends() -> None:
    parts = period(JUNE, SEPTEMBER, "In two parts.", 100, event="visit") + period(
        OCTOBER, date(2023, 12, 30), "In two parts.", 200, event="visit"
    )
    discrepancy = only(*STAY, *parts)
    assert (discrepancy.kind, discrepancy.severity) == ("date_conflict", "conflict")
    assert [camp.value.interval.low for camp in discrepancy.camps] == [date(2023, 12, 30), date(2023, 12, 31)]


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([*STAY, *period(JUNE, date(2023, 12, 31), "Again.", 100)], id="the same"),
        pytest.param([*STAY, *period(JUNE, SEPTEMBER, "A first part.", 100)], id="a first part"),
        pytest.param([*STAY, *period(OCTOBER, date(2024, 3, 1), "A second.", 100)], id="another period"),
        pytest.param(
            [*STAY, *period(JUNE, date(2023, 12, 30), "Elsewhere.", 100, article="b", event="festival")],
            id="another thing in another article",
        ),
        pytest.param(
            period(JUNE, date(2023, 6, 4), "To Sunday.") + period(JUNE, date(2023, 6, 3), "To Saturday.", 100),
            id="a few days are told loosely",
        ),
    ],
)
def test_periods_that_fit(claims: list[Claim]) -> None:
    assert found(*claims).discrepancies == ()


def test_a_period_as_one_claim_and_in_two_articles() -> None:
    one = dated(date(2024, 5, 1), date(2024, 10, 31), modifier="range", place=("Palawan", "Philippines"))
    other = dated(
        date(2024, 5, 1),
        date(2024, 10, 30),
        modifier="range",
        article="b",
        event="leave",
        place=("Palawan", "Philippines"),
    )
    assert only(one, other).kind == "date_conflict"
    start = dated(date(2024, 4, 30), date(2024, 10, 31), modifier="range", article="b")
    assert only(one, start).kind == "date_conflict"


def test_a_plan_for_a_time_that_is_over() -> None:
    old = dated(date(2024, 4, 1), date(2024, 4, 30), "old", "election")
    new = dated(date(2013, 1, 1), date(2013, 12, 31), "new", "election", quote=old.quote, at=40)
    discrepancy = only(old, new)
    assert (discrepancy.kind, discrepancy.severity, len(discrepancy.camps)) == ("implausible_date", "conflict", 1)
    assert discrepancy.claims == (new,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(date(2024, 4, 1), date(2023, 12, 1), id="ahead"),
        pytest.param(date(2014, 4, 1), date(2013, 12, 1), id="both long over"),
        pytest.param(date(2024, 4, 1), date(2023, 5, 20), id="a few days ago"),
    ],
)
def test_plans_that_may_be(old: date, new: date) -> None:
    first = dated(old, None, "old", "election")
    assert found(first, dated(new, None, "new", "election", quote=first.quote, at=40)).discrepancies == ()


def test_what_would_have_been_is_no_plan() -> None:
    assert found(dated(date(2013, 5, 1), modality="predicted")).discrepancies == ()


def test_wrong_by_itself() -> None:
    def marked(role: str, surface: str) -> Claim:
        return dated(date(2023, 5, 17), evidence=(Evidence(role, Span(10, 30), surface),))

    assert only(marked("impossible", "31 June")).kind == "impossible_date"
    assert only(marked("weekday_mismatch", "Thursday")).kind == "weekday_mismatch"
    assert found(marked("when", "Wednesday")).discrepancies == ()


def test_one_wrong_date_under_two_claims_is_told_once() -> None:
    wrong = (Evidence("impossible", Span(10, 30), "31 June"),)
    deaths = claim(5, article="a", published=MAY, evidence=wrong, at=50)
    assert len(found(dated(date(2023, 6, 30), evidence=wrong), deaths).discrepancies) == 1


SHOOTING = {"event": "shooting", "place": ("New Orleans", "Louisiana", "United States")}


def test_one_shooting_on_the_same_day_of_two_months() -> None:
    one = dated(date(2014, 6, 29), article="a", **SHOOTING)  # type: ignore[arg-type]
    other = dated(date(2014, 7, 29), article="b", **SHOOTING)  # type: ignore[arg-type]
    names = {"a": PEOPLE, "b": PEOPLE}
    (discrepancy,) = found(one, other, names=names).discrepancies
    assert (discrepancy.kind, discrepancy.severity) == ("date_conflict", "tension")
    assert found(one, other, names={"a": PEOPLE}).discrepancies == ()
    next_week = dated(date(2014, 7, 3), article="b", **SHOOTING)  # type: ignore[arg-type]
    assert found(one, next_week, names=names).discrepancies == ()


def test_one_sentence_with_two_dates() -> None:
    def signed(day: int, article: str, published: date = MAY) -> Claim:
        quote = f"The treaty on the lake was signed in Nairobi on {day} May 2023."
        made = dated(
            date(2023, 5, day),
            article=article,
            event="signed",
            place=("Nairobi", "Kenya"),
            published=published,
            quote=quote,
        )
        begin = quote.index(f"{day} May")
        return Claim(
            **{f: getattr(made, f) for f in made.__slots__}
            | {"quote_start": begin, "quote_end": begin + len(f"{day} May 2023")}
        )  # type: ignore[arg-type]

    assert only(signed(3, "a"), signed(9, "b", LATER)).severity == "conflict"
    assert found(signed(3, "a"), signed(9, "b", date(2023, 9, 1))).discrepancies == ()
    assert found(signed(3, "a"), signed(3, "b")).discrepancies == ()


def test_two_distances_from_one_anchor() -> None:
    def meeting(offset: str, anchor: str, article: str) -> Claim:
        return dated(date(2022, 12, 6), article=article, event="meeting", facets={"offset": offset, "anchor": anchor})

    one, other = meeting("-1", "castillo ousted", "a"), meeting("-2", "castillo arrested", "b")
    names = {"a": PEOPLE, "b": PEOPLE}
    (discrepancy,) = found(one, other, names=names).discrepancies
    assert (discrepancy.kind, discrepancy.severity) == ("date_conflict", "tension")
    assert found(one, other).discrepancies == ()
    assert found(one, meeting("-1", "castillo arrested", "b"), names=names).discrepancies == ()
    assert found(one, meeting("-2", "lasso impeached", "b"), names=names).discrepancies == ()


def lasting(value: int, unit: str, **told: object) -> Claim:
    fields = {"article": "a", "published": MAY, "place": (), "when": None, "scope": "fixed", "kind": "duration"} | told
    return claim(value, of="duration", unit=unit, **fields)  # type: ignore[arg-type]


def test_a_length_beside_its_period() -> None:
    quote = "For seven months, from 1 June to 31 December."
    ends = period(JUNE, date(2023, 12, 31), quote)
    assert found(*ends, lasting(7, "month", quote=quote, at=80)).discrepancies == ()
    assert only(*ends, lasting(2, "month", quote=quote, at=80)).kind == "duration_conflict"


def test_a_headline_of_a_week_above_a_longer_count() -> None:
    title = {"part": "title", "at": 0}
    week = lasting(1, "week", quote="25 killed in a week", **title)
    killed = claim(25, article="a", published=MAY, quote="25 killed in a week", part="title", at=3)
    assert only(week, killed, dated(date(2023, 5, 14), None, "start", at=200)).kind == "title_vs_body"
    assert found(week, killed, dated(date(2023, 5, 18), None, "start", at=200)).discrepancies == ()
    assert found(week, dated(date(2023, 5, 14), None, "start", at=200)).discrepancies == ()


def test_two_lengths_of_one_thing() -> None:
    def curfew(value: int, article: str, what: str = "curfew") -> Claim:
        when = date(2023, 5, 23)
        return lasting(
            value, "day", article=article, facets={"subject": what}, place=("Guayaquil", "Ecuador"), when=when
        )

    discrepancy = only(curfew(3, "a"), curfew(10, "b"))
    assert (discrepancy.kind, discrepancy.severity) == ("duration_conflict", "conflict")
    assert found(curfew(10, "a"), curfew(3, "b", "mourning")).discrepancies == ()
    assert figures(discrepancy) == [["3"], ["10"]]


def test_how_long_it_will_last_was_decided() -> None:
    told = {"facets": {"subject": "curfew"}, "place": ("Guayaquil", "Ecuador"), "when": date(2023, 5, 23)}
    foretold = lasting(10, "day", article="a", modality="predicted", **told)
    assert only(foretold, lasting(3, "day", article="b", **told)).severity == "tension"
