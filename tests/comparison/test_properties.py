"""What holds of comparing whatever the claims: order, camps, agreement, hedges, bytes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosscheck.comparison import compare
from crosscheck.model import Claim, Extracted, Interval
from tests.comparison.factory import BOUNDS, JULIACA, MONDAY, PERU, PUNO, RULES, claim, extracted, found

ILAVE = ("Ilave", "Puno", "Peru")
DAYS = [MONDAY + timedelta(days=n) for n in range(3)]
REACHES = ["clause", "sentence", "context", "article"]


@st.composite
def claims(draw: st.DrawFn, least: int = 0, most: int = 12) -> list[Claim]:
    """Claims of a few figures, places, days and articles, so that many of them meet."""
    drawn = []
    for at in range(draw(st.integers(least, most))):
        drawn.append(
            claim(
                draw(st.sampled_from([1, 2, 5, 17, 18, 19, 40])),
                of=draw(st.sampled_from(["deaths", "deaths", "injured", "crowd", "magnitude"])),
                article=draw(st.sampled_from("abcdefgh")),
                published=draw(st.sampled_from([*DAYS, date(2023, 3, 10), None])),
                modifier=draw(
                    st.sampled_from(["exact", "exact", "exact", "approx", "at_least", "more_than", "at_most"])
                ),
                place=draw(st.sampled_from([JULIACA, JULIACA, PUNO, ILAVE, PERU, ()])),
                place_reach=draw(st.sampled_from(REACHES)),
                when=draw(st.sampled_from([MONDAY, MONDAY, DAYS[1], (DAYS[0], DAYS[2]), None])),
                when_reach=draw(st.sampled_from(REACHES)),
                scope=draw(st.sampled_from(["event", "event", "event", "running_total", "part"])),
                source=draw(st.sampled_from([None, None, "police", "doctors"])),
                modality=draw(st.sampled_from(["asserted", "asserted", "asserted", "alleged", "denied"])),
                part=draw(st.sampled_from(["body", "body", "title"])),
                context=draw(st.sampled_from([(), ("protest",), ("crash",)])),
                facets=draw(st.sampled_from([None, None, {"attackers": "apart"}, {"attackers": "counted"}])),
                at=10 * at,
            )
        )
    return _one_date_an_article(drawn)


def _one_date_an_article(drawn: list[Claim]) -> list[Claim]:
    dates: dict[str, date | None] = {}
    for one in drawn:
        dates.setdefault(one.article.id, one.article.published)
    return [replace(one, article=replace(one.article, published=dates[one.article.id])) for one in drawn]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims(), st.integers(0, 100))
def test_order_never_matters(drawn: list[Claim], seed: int) -> None:
    articles = extracted(*drawn)
    shuffled = [replace(one, claims=tuple(random.Random(seed).sample(one.claims, len(one.claims)))) for one in articles]
    random.Random(seed).shuffle(shuffled)
    assert repr(compare(shuffled, tuple(reversed(RULES)))) == repr(compare(articles, RULES))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims())
def test_every_claim_is_in_one_camp_at_most(drawn: list[Claim]) -> None:
    for discrepancy in found(*drawn).discrepancies:
        sides = [*discrepancy.claims, *discrepancy.beside]
        assert len(sides) == len({id(one) for one in sides}) == len(set(sides))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims())
def test_every_claim_is_compared_once_or_counted_as_alone(drawn: list[Claim]) -> None:
    findings = found(*drawn)
    met = [one for comparable in findings.comparables for one in comparable.claims]
    assert len(met) == len(set(met))
    assert findings.alone == len(set(drawn)) - len(met)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims())
def test_every_discrepancy_gives_its_reason_and_sides(drawn: list[Claim]) -> None:
    for discrepancy in found(*drawn).discrepancies:
        assert discrepancy.reason.endswith(".")
        assert len(discrepancy.camps) > 1
        assert all(camp.claims for camp in discrepancy.camps)
        assert all(camp.value.interval != Interval(None, None) for camp in discrepancy.camps)


HEDGES = st.sampled_from(["exact", "exact", "approx", "at_least", "at_most"])


@st.composite
def one_event(draw: st.DrawFn, least: int = 0) -> list[Claim]:
    """Claims of one place and day by different articles."""
    return [
        claim(
            draw(st.sampled_from([3, 9, 17, 18, 19, 30, 40])),
            article=f"a{number}",
            modifier=draw(HEDGES),
            published=draw(st.sampled_from([DAYS[1], date(2023, 3, 10)])),
            when_reach=draw(st.sampled_from(["clause", "article"])),
        )
        for number in range(draw(st.integers(least, 8)))
    ]


def grave(drawn: list[Claim]) -> tuple[int, int]:
    """How many discrepancies, and how many conflicts."""
    told = found(*drawn).discrepancies
    return len(told), sum(one.severity == "conflict" for one in told)


@st.composite
def ballots(draw: st.DrawFn) -> list[Claim]:
    """Seats of chambers and votes in them, and people hurt and in hospital, of a few articles."""
    drawn = []
    for at in range(draw(st.integers(1, 8))):
        of = draw(st.sampled_from(["votes", "votes", "seats", "injured"]))
        body = draw(st.sampled_from([{}, {"body": "Senate"}, {"body": "House"}]))
        told = {
            "votes": body | {"side": draw(st.sampled_from(["for", "against", "abstain", "total"])), "motion": "bill"},
            "seats": body,
            "injured": draw(st.sampled_from([{}, {"aspect": "hospital"}])),
        }[of]
        article = draw(st.sampled_from("abc"))
        number = draw(st.sampled_from([3, 9, 45, 80, 100]))
        drawn.append(claim(number, of=of, article=article, facets=told, at=10 * at, quote=f"{number} of {article}"))
    return drawn


@settings(max_examples=60, deadline=None)
@given(ballots(), st.integers(0, 100))
def test_ballots_and_wards_hold_the_same_in_any_order(drawn: list[Claim], seed: int) -> None:
    articles = extracted(*drawn)
    mixed = [replace(one, claims=tuple(random.Random(seed).sample(one.claims, len(one.claims)))) for one in articles]
    findings = compare(articles, RULES)
    assert repr(compare(mixed, tuple(reversed(RULES)))) == repr(findings)
    for discrepancy in findings.discrepancies:
        sides = [*discrepancy.claims, *discrepancy.beside]
        assert len(sides) == len(set(sides))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims(1), st.data())
def test_what_one_more_article_says_again_adds_no_discrepancy(drawn: list[Claim], data: st.DataObject) -> None:
    same = data.draw(st.sampled_from(drawn))
    again = replace(same, article=replace(same.article, id="z", path="z.txt"))
    before, after = grave(drawn), grave([*drawn, again])
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@settings(max_examples=60, deadline=None)
@given(one_event(1), st.data())
def test_an_agreeing_claim_adds_no_discrepancy(drawn: list[Claim], data: st.DataObject) -> None:
    """A claim that says what another says, in another article of the same day and in the same words."""
    same = data.draw(st.sampled_from(drawn))
    again = replace(same, article=replace(same.article, id="z", path="z.txt"))
    before, after = grave(drawn), grave([*drawn, again])
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(claims(1), st.data())
def test_a_wider_modifier_adds_no_discrepancy(drawn: list[Claim], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(drawn) - 1))
    mention = drawn[index].mention
    modifier = data.draw(st.sampled_from(["approx", "at_least", "at_most"]))
    if mention.modifier != "exact":
        return
    allowed = BOUNDS.get(modifier, Interval.exactly)(mention.value.interval.low)
    hedged = replace(mention, modifier=modifier, value=replace(mention.value, interval=allowed))
    before = grave(drawn)
    after = grave([*drawn[:index], replace(drawn[index], mention=hedged), *drawn[index + 1 :]])
    assert after[0] <= before[0]
    assert after[1] <= before[1]


@settings(max_examples=30, deadline=None)
@given(claims())
def test_twice_is_the_same(drawn: list[Claim]) -> None:
    assert repr(found(*drawn)) == repr(found(*drawn))


def test_nothing_gives_nothing() -> None:
    findings = compare([], RULES)
    assert (findings.discrepancies, findings.comparables, findings.alone) == ((), (), 0)


def test_a_claim_without_a_rule_is_a_plain_count() -> None:
    told = [replace(claim(n, outlet=f"P{n}"), quantity="penguins") for n in (17, 19)]
    assert [one.quantity for one in found(*told).discrepancies] == ["penguins"]


def test_the_same_claim_twice_counts_once() -> None:
    one = claim(17)
    assert found(one, one).alone == 1


def test_a_claim_with_an_open_value() -> None:
    odd = claim(Interval(None, None), outlet="A")
    assert found(odd, claim(17, outlet="B")).discrepancies == ()


def test_days_and_times_are_no_counts() -> None:
    odd = [claim(Interval(low, low), outlet=f"P{n}") for n, low in enumerate((MONDAY, time(8, 30)))]
    assert found(*odd, claim(17, outlet="A"), claim(17, outlet="B")).alone == 2
    assert (
        found(claim(3, of="date", kind="date"), claim(Interval(time(8), time(9)), of="date", kind="time")).discrepancies
        == ()
    )


def test_articles_are_read_once() -> None:
    pair = iter(extracted(claim(17, outlet="A"), claim(19, outlet="B")))
    assert len(compare(pair, RULES).discrepancies) == 1


def test_an_article_without_claims() -> None:
    assert compare([Extracted(claim(1).article, ())], RULES).alone == 0
