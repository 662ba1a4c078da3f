"""Figures of one event: what clashes, what looks like it, and what one block shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from crosscheck.model import Claim
from tests.comparison.factory import JULIACA, MONDAY, PERU, PUNO, claim, figures, found, number, only

LATE = date(2023, 3, 10)
CUSCO = ("Cusco", "Peru")


def silent(*claims: Claim) -> bool:
    return found(*claims).discrepancies == ()


def test_two_exact_figures_of_one_day_and_place() -> None:
    discrepancy = only(claim(17), claim(19, published=LATE))
    assert (discrepancy.severity, discrepancy.kind) == ("conflict", "value_conflict")
    assert discrepancy.key == (("place", "Juliaca"), ("when", "2023-01-09"))
    assert figures(discrepancy) == [["17"], ["19"]]
    assert "17" in discrepancy.message
    assert "19" in discrepancy.message
    assert discrepancy.reason.endswith(".")


def test_a_town_its_region_and_a_floor_in_one_block() -> None:
    """17 twice, 19, the region's 18 as a side of its own, and "at least 17" beside: one block."""
    wire = claim(17, outlet="Wire")
    headline = claim(17, article=wire.article.id, outlet="Wire", part="title", place=PERU, when_reach="context", at=0)
    floor = claim(17, outlet="Daily", published=date(2023, 1, 11), modifier="at_least")
    region = claim(
        18,
        outlet="Evening",
        published=date(2023, 1, 15),
        place=PUNO,
        when=date(2023, 1, 15),
        when_reach="article",
        quote="In the Puno region 18 have died.",
    )
    review = claim(19, outlet="Review", published=LATE)
    discrepancy = only(wire, headline, floor, region, review)
    assert discrepancy.severity == "conflict"
    assert figures(discrepancy) == [["17", "17"], ["18"], ["19"]]
    assert [camp.label for camp in discrepancy.camps] == [None, "region Puno, possibly the same", None]
    assert discrepancy.beside == (floor,)
    assert "more than" in discrepancy.reason


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(claim(17, outlet="B"), id="the same figure"),
        pytest.param(claim(17, outlet="B", modifier="at_least"), id="a floor"),
        pytest.param(claim(18, outlet="B", modifier="approx"), id="about"),
        pytest.param(claim(19, outlet="B", place=("Ilave", "Puno", "Peru")), id="another town"),
        pytest.param(claim(19, outlet="B", when=date(2023, 1, 12), published=date(2023, 1, 13)), id="another day"),
        pytest.param(claim(19, outlet="B", of="injured"), id="another quantity"),
        pytest.param(claim(3, outlet="B", facets={"group": "children"}), id="another group"),
        pytest.param(claim(19, outlet="B", modality="denied"), id="denied"),
        pytest.param(claim(19, outlet="B", modality="predicted"), id="predicted"),
        pytest.param(claim(19, outlet="B", when=(date(2009, 1, 1), date(2009, 12, 31))), id="an anniversary"),
        pytest.param(claim(19, outlet="B", when=None, place=()), id="neither place nor day"),
        pytest.param(claim(47, outlet="B", place=PERU, scope="running_total"), id="the country's total so far"),
        pytest.param(claim(40, outlet="B", place=PUNO), id="the region's far more"),
    ],
)
def test_near_misses(other: Claim) -> None:
    assert silent(claim(17, outlet="A"), other)


def test_alleged_is_a_tension_at_most() -> None:
    assert only(claim(17, outlet="A"), claim(40, outlet="B", published=LATE, modality="alleged")).severity == "tension"


def test_guessed_keys_are_a_tension_at_most() -> None:
    assert (
        only(claim(17, outlet="A"), claim(19, outlet="B", published=LATE, place_reach="article")).severity == "tension"
    )


def test_a_country_has_more_than_one_event_a_day() -> None:
    here, there = claim(17, outlet="A", place=PERU), claim(19, outlet="B", place=PERU, published=LATE)
    assert only(here, there).severity == "tension"


def test_a_bomb_and_a_crash_on_one_day_in_one_city() -> None:
    bomb, crash = claim(17, outlet="A", context=("bombing",)), claim(31, outlet="B", context=("crash",))
    assert silent(bomb, crash)
    assert not silent(bomb, claim(31, outlet="B", published=LATE, context=("shooting",)))


def test_two_stories_that_name_other_people_stay_apart() -> None:
    one, other = claim(17, outlet="A", article="a"), claim(31, outlet="B", article="b", published=LATE)
    firsts = ("Ana", "Juan", "Jose", "Elsa", "Ines", "Raul", "Hugo", "Nora")
    these, those = (tuple(f"{first} {last}" for first in firsts) for last in ("Quispe", "Torres"))
    assert found(one, other, names={"a": these, "b": those}).discrepancies == ()
    assert len(found(one, other, names={"a": these, "b": those[:5]}).discrepancies) == 1
    shared = {"a": these, "b": (*those, these[0])}
    assert len(found(one, other, names=shared).discrepancies) == 1


def test_no_merging_through_a_third_vague_claim() -> None:
    """A regional figure without a day fits both towns, so it joins neither, and brings nothing together."""
    towns = [claim(17, outlet="A"), claim(31, outlet="B", place=("Ilave", "Puno", "Peru"))]
    vague = claim(24, outlet="C", place=PUNO, when=None)
    assert silent(*towns, vague)
    assert len(found(*towns, vague).comparables) == 0


def test_a_count_that_creeps_up_is_counting() -> None:
    sunday = claim(17, outlet="A")
    assert only(sunday, claim(18, outlet="B", published=date(2023, 1, 12))).severity == "tension"
    assert silent(claim(4, outlet="A"), claim(5, outlet="B", published=date(2023, 1, 12)))
    assert only(sunday, claim(29, outlet="B", published=date(2023, 1, 12))).severity == "conflict"
    assert only(sunday, claim(18, outlet="B", published=LATE)).severity == "conflict"
    assert only(claim(18, outlet="A"), claim(17, outlet="B", published=date(2023, 1, 12))).severity == "conflict"


def test_one_article_counts_its_dead_one_by_one() -> None:
    whole, part = (claim(n, article="a", quote=f"On that day {n} died there.") for n in (17, 2))
    assert silent(whole, part)
    assert silent(whole, part, claim(17, outlet="B"))
    assert figures(only(whole, part, claim(19, outlet="B", published=LATE))) == [["17"], ["19"]]


def test_articles_that_share_a_figure_agree() -> None:
    both = [claim(n, article="a", quote=f"It says {n} here.") for n in (17, 12)]
    assert silent(*both, claim(12, outlet="B", published=LATE))


def test_a_figure_given_twice_is_meant_as_the_whole() -> None:
    twice = [claim(6, article="a", quote=f"Six or {6}, version {i}.", at=i) for i in (10, 20)]
    once = claim(7, article="a", quote="A link says 7 as well.", at=30)
    assert not silent(*twice, once, claim(7, outlet="B", published=LATE))


def test_sources_of_one_article_disagree() -> None:
    police = claim(32, article="a", source="the police", quote="The police said 32.")
    doctors = claim(31, article="a", source="doctors", quote="Doctors said 31.")
    discrepancy = only(police, doctors)
    assert (discrepancy.severity, figures(discrepancy)) == ("tension", [["31"], ["32"]])
    assert silent(police, claim(31, article="a", source="the police", quote="Later they said 31."))
    assert silent(police, claim(9, article="a", source="doctors", quote="Doctors treated 9."))


def test_someone_else_tells_both_figures_apart() -> None:
    """An article that gives 30 and 17 knows of two things; a third article's 30 is no second opinion on 17."""
    told = [claim(n, article="a", quote=f"There were {n}.") for n in (17, 30)]
    assert silent(*told, claim(17, outlet="B"), claim(17, outlet="C"), claim(30, outlet="D"))


def test_ten_shot_are_nine_hurt_and_one_dead() -> None:
    nine = claim(9, of="injured", outlet="A")
    dead = claim(1, article="b", outlet="B", quote="One of them, 1 in all, died later.")
    shot = claim(10, of="injured", article="b", outlet="B", published=LATE, quote="In all 10 were shot.")
    assert silent(nine, shot, dead)
    beside = claim(1, article="b", outlet="B", quote="There were 10 hurt and 1 killed.")
    hurt = claim(10, of="injured", article="b", outlet="B", published=LATE, quote="There were 10 hurt and 1 killed.")
    assert not silent(nine, hurt, beside)


def test_with_and_without_the_attacker() -> None:
    victims = claim(3, outlet="A")
    everyone = claim(4, outlet="B", published=LATE, facets={"attackers": "counted"})
    discrepancy = only(victims, everyone)
    assert discrepancy.severity == "note"
    assert "attackers" in discrepancy.reason


def test_one_and_two_may_be_some_of_more() -> None:
    """ "One died at the scene" names nobody whom it counts; "two people were killed" counts them all."""
    many = claim(7, outlet="A", published=LATE)
    assert silent(many, claim(2, outlet="B"))


def test_a_figure_that_is_told_loosely_and_lies_far_off() -> None:
    loose = claim(40, outlet="B", when=None)
    assert silent(claim(17, outlet="A"), loose)
    assert not silent(claim(17, outlet="A"), claim(20, outlet="B", when=None))


def test_a_whole_smaller_than_its_part() -> None:
    town = claim(23, outlet="A", place=CUSCO)
    region = claim(18, outlet="B", place=PERU)
    assert silent(town, region)  # a country alone is too wide to be the whole of one event
    discrepancy = only(claim(23, outlet="A"), claim(18, outlet="B", place=PUNO, quote="18 died in the Puno region."))
    assert (discrepancy.severity, discrepancy.kind) == ("conflict", "part_exceeds_whole")
    assert figures(discrepancy) == [["18"], ["23"]]
    assert dict(discrepancy.key)["place"] == "Puno"


def test_a_region_that_may_be_its_chief_town_is_no_whole() -> None:
    assert silent(claim(23, outlet="A"), claim(18, outlet="B", place=PUNO, quote="18 died in Puno."))


def test_a_whole_a_little_larger_may_be_the_same() -> None:
    assert only(claim(17, outlet="A"), claim(18, outlet="B", place=PUNO)).severity == "tension"
    assert silent(claim(17, outlet="A"), claim(17, outlet="B", place=PUNO))


def test_copies_of_one_text_are_one_voice() -> None:
    text = "Officials of the province said that {} people had been killed by the flood on Monday night."
    wire = [claim(17, article=f"a{i}", outlet=f"Paper {i}", quote=text.format(17)) for i in range(3)]
    other = claim(19, outlet="Review", published=LATE)
    assert "independent reports: 17 by 1, 19 by 1" in only(*wire, other).reason
    assert "independent" not in only(wire[0], other).reason
    own = claim(17, outlet="Own", quote="Our reporter counted 17 coffins in the hall of the town on Monday.")
    assert "17 by 2, 19 by 1" in only(*wire, own, other).reason


def test_the_latest_side_is_named() -> None:
    assert "10 Mar 2023, says 19" in only(claim(17), claim(19, published=LATE)).reason


def test_wide_days() -> None:
    weekend = (date(2023, 1, 7), MONDAY)
    assert not silent(claim(17, outlet="A"), claim(19, outlet="B", published=LATE, when=weekend))
    month = (date(2023, 1, 1), date(2023, 1, 31))
    assert (
        only(claim(17, outlet="A", when=month), claim(19, outlet="B", when=month, published=LATE)).severity == "tension"
    )
    year = (date(2023, 1, 1), date(2023, 12, 31))
    assert silent(claim(17, outlet="A", when=year), claim(19, outlet="B", when=year, published=LATE))


def test_vague_against_exact_is_a_tension() -> None:
    assert only(claim(number(24, 99), modifier="vague", outlet="A"), claim(17, outlet="B")).severity == "tension"


def test_comparables_list_every_claim_in_order_of_time() -> None:
    later, earlier = claim(17, outlet="A", published=LATE), claim(17, outlet="B")
    (comparable,) = found(later, earlier).comparables
    assert comparable.claims == (earlier, later)
    assert comparable.key == (("place", JULIACA[0]), ("when", "2023-01-09"))


def test_a_headline_allows_what_its_own_text_allows() -> None:
    """Headlines drop hedges: "20 killed" above "at least 20"."""
    title = claim(20, article="a", part="title", at=0, quote="20 killed")
    text = claim(20, article="a", modifier="at_least", at=40)
    assert silent(title, text, claim(32, outlet="B", published=LATE))
    assert not silent(title, claim(32, outlet="B", published=LATE))


def test_a_part_is_not_heard_beside_wholes() -> None:
    part = claim(4, outlet="A", scope="part", facets={"group": "children"})
    assert silent(part, claim(9, outlet="B", facets={"group": "children"}))
    assert not silent(part, claim(9, outlet="B", scope="part", facets={"group": "children"}, published=LATE))


def test_one_sort_of_people_is_a_tension_at_most() -> None:
    def counted(value: int, noun: str | None, **told: object) -> Claim:
        made = claim(value, **told)  # type: ignore[arg-type]
        return replace(made, mention=replace(made.mention, noun=noun))

    everyone = counted(19, "people", outlet="B", published=LATE)
    assert only(counted(17, "women", outlet="A"), everyone).severity == "tension"
    assert (
        only(counted(17, "persons", outlet="A"), counted(19, "protesters", outlet="B", published=LATE)).severity
        == "tension"
    )
    assert (
        only(counted(17, "people", outlet="A"), counted(19, "protesters", outlet="B", published=LATE)).severity
        == "conflict"
    )
    assert (
        only(counted(17, "women", outlet="A"), counted(19, "women", outlet="B", published=LATE)).severity == "conflict"
    )


def test_a_night_of_shootings_and_one_of_them() -> None:
    def article(id: str, dead: int, hurt: int) -> list[Claim]:
        place = {"article": id, "place_reach": "article"}
        return [claim(dead, **place), claim(hurt, of="injured", at=40, **place)]  # type: ignore[arg-type]

    assert [d.quantity for d in found(*article("a", 4, 12), *article("b", 9, 30)).discrepancies] == ["deaths"]
    assert [d.quantity for d in found(*article("a", 4, 12), *article("b", 4, 30)).discrepancies] == ["injured"]
