"""Which claims meet, and how firmly."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from crosscheck.comparison.held import hold
from crosscheck.comparison.linking import Meeting, link
from crosscheck.comparison.settings import NamedEvent, Settings
from crosscheck.model import Claim, Interval
from tests.comparison.factory import JULIACA, MONDAY, PERU, PUNO, RULES, claim, extracted

NAMES = {"a": ("Rosa Quispe", "Luis Mamani"), "b": ("Rosa Quispe", "Luis Mamani"), "c": ("Ana Torres",)}


def meetings(
    *claims: Claim, names: dict[str, tuple[str, ...]] | None = None, settings: Settings | None = None
) -> tuple[Meeting, ...]:
    found = link(hold(extracted(*claims, names=names), RULES, settings or Settings()))
    return tuple(meeting for meeting in found if len(meeting.members) > 1)


def ties(*claims: Claim, names: dict[str, tuple[str, ...]] | None = None) -> list[tuple[str, str, bool]]:
    """Figure, tie and strength of each member of the one meeting."""
    (meeting,) = meetings(*claims, names=names)
    return sorted((str(m.held.named), m.tie, m.strong) for m in meeting.members)


def test_one_place_and_day_meet_firmly() -> None:
    assert ties(claim(17), claim(19)) == [("17", "same", True), ("19", "same", True)]


def test_what_is_told_near_by_still_meets_firmly_and_what_is_guessed_weakly() -> None:
    assert ties(claim(17), claim(19, when_reach="context"), claim(20, place_reach="article")) == [
        ("17", "same", True),
        ("19", "same", True),
        ("20", "same", False),
    ]


def test_a_region_around_its_one_town() -> None:
    assert ("18", "wider", False) in ties(claim(17), claim(18, place=PUNO))


def test_a_town_within_a_region_that_has_the_day() -> None:
    assert ("5", "narrower", False) in ties(claim(18, place=PUNO), claim(5, when=None))


def test_a_country_around_a_region_around_a_town() -> None:
    country = claim(20, place=PERU, article="c")
    region, town = claim(18, place=PUNO, article="b"), claim(17, article="a")
    names = dict.fromkeys("abc", ("Rosa Quispe", "Luis Mamani", "Elena Rojas"))
    assert [m.place for m in meetings(country, region, town, names=names)] == [JULIACA]


def test_an_undated_figure_speaks_of_the_last_two_weeks() -> None:
    near, far = date(2023, 1, 20), date(2023, 3, 20)
    assert len(meetings(claim(17), claim(19, when=None, published=near))) == 1
    assert meetings(claim(17), claim(19, when=None, published=far)) == ()


def test_a_vague_claim_that_fits_two_spots_joins_neither() -> None:
    second = claim(5, when=date(2023, 1, 11), published=date(2023, 1, 12))
    assert meetings(claim(17), second, claim(19, when=None, published=date(2023, 1, 14))) == ()


def test_a_day_without_a_place_takes_three_shared_names() -> None:
    told, placeless = claim(17, article="a"), claim(19, article="b", place=())
    people = ("Rosa Quispe", "Luis Mamani", "Elena Rojas")
    assert len(meetings(told, placeless, names={"a": people, "b": people})) == 1
    assert meetings(told, placeless, names={"a": people, "b": people[:2]}) == ()
    assert meetings(told, placeless) == ()


def test_undated_articles_meet_by_place_and_names() -> None:
    one, other = (claim(n, article=a, when=None, published=None) for n, a in ((4, "a"), (9, "b")))
    assert len(meetings(one, other, names=NAMES)) == 1
    assert meetings(one, other) == ()
    assert meetings(one, claim(9, article="c", when=None, published=None), names=NAMES) == ()


def test_a_headline_joins_what_its_own_text_says() -> None:
    body = claim(17, article="a")
    title = claim(17, article="a", part="title", place=PERU, when_reach="article", at=0)
    assert len(meetings(body, title)) == 1


def test_a_dateline_of_the_day_after() -> None:
    kind = ("earthquake",)
    event = claim(50, of="injured", article="a", when=MONDAY, published=date(2023, 1, 10), context=kind)
    wire = claim(80, of="injured", article="b", when=date(2023, 1, 10), published=date(2023, 1, 10), context=kind)
    assert len(meetings(event, wire, names=NAMES)) == 1
    assert meetings(event, wire, names={"a": NAMES["a"]}) == ()


def test_names_hold_each_other() -> None:
    def answer(value: int, subject: str, article: str) -> Claim:
        facets = {"subject": subject, "answer": "approve"}
        return claim(value, of="poll", article=article, place=(), scope="snapshot", facets=facets)

    assert len(meetings(answer(21, "Rojas", "a"), answer(40, "President Rojas", "b"))) == 1
    both = [answer(21, "Rojas", "a"), answer(40, "President Rojas", "b"), answer(50, "Mayor Rojas", "c")]
    assert meetings(*both) == ()


def test_facets_that_differ_never_meet() -> None:
    def answer(value: int, **facets: str) -> Claim:
        return claim(
            value, of="poll", place=(), scope="snapshot", facets={"subject": "Rojas", "answer": "approve", **facets}
        )

    assert meetings(answer(21), answer(63, answer="disapprove")) == ()
    assert meetings(answer(21), answer(63, subject="Congress")) == ()
    assert meetings(answer(21, pollster="Lakeside"), answer(30, pollster="Hillview")) == ()
    assert len(meetings(answer(21, pollster="Lakeside"), answer(30, pollster="lakeside"))) == 1


def test_a_vote_without_a_motion_meets_by_its_chamber_and_weakly() -> None:
    def vote(value: int, **facets: str) -> Claim:
        return claim(value, of="votes", place=(), scope="fixed", facets={"side": "for", **facets})

    assert [
        m.strong for meeting in meetings(vote(61, body="Senate"), vote(69, body="Senate")) for m in meeting.members
    ] == [
        False,
        False,
    ]
    assert [
        m.strong
        for meeting in meetings(vote(61, motion="water bill"), vote(69, motion="water bill"))
        for m in meeting.members
    ] == [
        True,
        True,
    ]
    assert meetings(vote(61), vote(69)) == ()


def test_no_claim_is_at_two_meetings() -> None:
    claims = [
        claim(n, place=place, when=day)
        for n, place, day in ((17, JULIACA, MONDAY), (18, PUNO, MONDAY), (19, JULIACA, None))
    ]
    ranks = [member.held.rank for meeting in meetings(*claims) for member in meeting.members]
    assert len(ranks) == len(set(ranks))


def test_an_event_that_the_configuration_names() -> None:
    event = NamedEvent("Battle of the Bridge", JULIACA, Interval(MONDAY, MONDAY), ("bridge battle",))
    told = claim(17, article="a")
    other = claim(19, article="b", place=(), when=None, quote="The Bridge Battle cost 19 lives.")
    assert meetings(told, other) == ()
    assert len(meetings(told, other, settings=Settings(events=(event,)))) == 1
    elsewhere = claim(19, article="c", place=(), when=None, quote="The bridge battles cost 19 lives.")
    assert meetings(told, elsewhere, settings=Settings(events=(event,))) == ()


def test_spots_never_join_in_a_ring() -> None:
    """A day, a stretch around it and the wider place on the eve each lead to the next."""
    kind, eve = ("protest",), date(2023, 1, 8)
    stretch = (eve, date(2023, 1, 10))
    ring = [
        claim(17, article="a", place=PERU, when=eve, published=MONDAY, context=kind),
        claim(18, article="b", when=stretch, published=MONDAY, context=kind),
        claim(19, article="c", published=MONDAY, context=kind),
    ]
    people = ("Rosa Quispe", "Luis Mamani", "Elena Rojas")
    assert len(meetings(*ring, names=dict.fromkeys("abc", people))) == 1


def everyone(*claims: Claim, names: dict[str, tuple[str, ...]] | None = None) -> list[str]:
    """The figure of every claim at any meeting, one of a single claim too."""
    found = link(hold(extracted(*claims, names=names), RULES, Settings()))
    return sorted(str(member.held.named) for meeting in found for member in meeting.members)


def test_a_meeting_tells_what_it_is_of() -> None:
    (meeting,) = meetings(claim(17), claim(19))
    assert (meeting.family.quantity, meeting.place, meeting.days) == ("deaths", JULIACA, (MONDAY, MONDAY))


def test_a_meeting_of_undated_claims_tells_its_place_and_binds_loosely() -> None:
    undated = [claim(n, article=a, when=None, published=None) for n, a in ((4, "a"), (9, "b"))]
    (meeting,) = meetings(*undated, names=NAMES)
    assert (meeting.family.quantity, meeting.place, meeting.days) == ("deaths", JULIACA, None)
    assert [(member.tie, member.strong) for member in meeting.members] == [("loose", False)] * 2


@pytest.mark.parametrize(("reach", "count"), [("article", 1), ("context", 1), ("clause", 0)])
def test_a_long_stretch_that_is_only_guessed_is_as_none(reach: str, count: int) -> None:
    """Two months around a toll hold many occasions, unless the words for them stood elsewhere."""
    stretch = (date(2023, 1, 1), date(2023, 3, 1))
    published = date(2023, 3, 2)
    told = [claim(n, article=a, when=stretch, when_reach=reach, published=published) for n, a in ((4, "a"), (9, "b"))]
    assert len(meetings(*told, names=NAMES)) == count


def test_every_claim_that_can_be_placed_is_met_once() -> None:
    assert everyone(claim(17), claim(18, place=PUNO), claim(19, when=None)) == ["17", "18", "19"]


SUNDAY, TUESDAY, WEDNESDAY = date(2023, 1, 8), date(2023, 1, 10), date(2023, 1, 11)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        pytest.param((SUNDAY, TUESDAY), (MONDAY, MONDAY), 1, id="around the day"),
        pytest.param((MONDAY, TUESDAY), (MONDAY, MONDAY), 1, id="from the day on"),
        pytest.param((SUNDAY, MONDAY), (MONDAY, MONDAY), 1, id="up to the day"),
        pytest.param((SUNDAY, TUESDAY), (MONDAY, TUESDAY), 1, id="a stretch in a stretch"),
        pytest.param((SUNDAY, MONDAY), (MONDAY, TUESDAY), 0, id="one day shared"),
        pytest.param((SUNDAY, TUESDAY), (MONDAY, WEDNESDAY), 0, id="two days shared"),
        pytest.param((SUNDAY, SUNDAY), (MONDAY, MONDAY), 0, id="two days"),
    ],
)
def test_more_days_at_one_place(one: tuple[date, date], other: tuple[date, date], count: int) -> None:
    published = date(2023, 1, 12)
    for first, second in ((one, other), (other, one)):
        told = [
            claim(17, article="a", when=first, published=published),
            claim(19, article="b", when=second, published=published),
        ]
        assert len(meetings(*told, names=NAMES)) == count


def test_a_claim_that_could_be_of_two_stories_joins_none() -> None:
    """Of one place and day a quake and a protest are told; a third article names the people of the first alone."""
    first, second = ("Rosa Quispe", "Luis Mamani", "Elena Rojas"), ("Ana Torres", "Juan Vargas", "Pilar Soto")
    told = [
        claim(17, article="a", context=("earthquake",)),
        claim(18, article="b", context=("protest",)),
        claim(19, article="c"),
    ]
    assert meetings(*told, names={"a": first, "b": second, "c": first}) == ()


def test_what_joined_a_spot_leaves_one_to_join() -> None:
    """A stretch around the day has joined the day, so that an undated figure fits one spot and not two."""
    told = [
        claim(17, article="a"),
        claim(18, article="b", when=(SUNDAY, TUESDAY), published=date(2023, 1, 12)),
        claim(19, article="c", when=None, published=date(2023, 1, 12)),
    ]
    people = ("Rosa Quispe", "Luis Mamani", "Elena Rojas")
    (meeting,) = meetings(*told, names=dict.fromkeys("abc", people))
    assert sorted(str(member.held.named) for member in meeting.members) == ["17", "18", "19"]
    assert meeting.days == (MONDAY, MONDAY)


def test_a_wide_place_of_more_claims_still_joins_the_town() -> None:
    told = [claim(17, article="a"), *(claim(18, article=f"b{n}", place=PUNO, at=n) for n in range(3))]
    people = ("Rosa Quispe", "Luis Mamani", "Elena Rojas")
    (meeting,) = meetings(*told, names=dict.fromkeys(("a", "b0", "b1", "b2"), people))
    assert (meeting.place, len(meeting.members)) == (JULIACA, 4)


AREQUIPA = ("Arequipa", "Arequipa Region", "Peru")


def quake(size: str, article: str, place: tuple[str, ...], **told: Any) -> Claim:
    """The strength of a quake."""
    unit = "magnitude"
    return claim(
        Interval.exactly(Decimal(size)), of="magnitude", kind="measure", unit=unit, article=article, place=place, **told
    )


def where(*claims: Claim) -> list[tuple[str, ...]]:
    people = ("Rosa Quispe", "Luis Mamani", "Elena Rojas")
    return [meeting.place for meeting in meetings(*claims, names=dict.fromkeys("abcd", people))]


def test_of_places_that_may_be_one_the_fuller_one_draws_the_others() -> None:
    assert where(quake("6.1", "a", JULIACA), quake("6.3", "b", AREQUIPA), quake("6.2", "c", AREQUIPA)) == [AREQUIPA]
    assert where(quake("6.1", "a", JULIACA), quake("6.3", "b", AREQUIPA), quake("6.2", "c", JULIACA)) == [JULIACA]


def test_of_places_of_as_many_claims_the_first_draws_the_other() -> None:
    assert where(quake("6.1", "a", JULIACA), quake("6.3", "b", AREQUIPA)) == [JULIACA]
    assert where(quake("6.1", "a", AREQUIPA), quake("6.3", "b", JULIACA)) == [AREQUIPA]


def test_of_places_that_may_be_one_one_whose_day_is_told_draws_what_is_guessed() -> None:
    guessed = [quake("6.3", article, AREQUIPA, when_reach="context") for article in ("b", "c")]
    assert where(quake("6.1", "a", JULIACA), *guessed) == [JULIACA]


def test_a_strength_of_the_next_day_by_its_dateline() -> None:
    kind = ("earthquake",)
    told = quake("6.1", "a", JULIACA, context=kind)
    wire = quake("6.3", "b", JULIACA, when=TUESDAY, published=TUESDAY, context=kind)
    assert where(told, wire) == [JULIACA]


def strong(*claims: Claim) -> list[bool]:
    """Whether each member of the one meeting is there firmly."""
    (meeting,) = meetings(*claims)
    return [member.strong for member in meeting.members]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({"when": (MONDAY, date(2023, 1, 13))}, True, id="four days on"),
        pytest.param({"when": (MONDAY, date(2023, 1, 14))}, False, id="five days on"),
        pytest.param({"of": "missing", "scope": "snapshot", "when": (MONDAY, date(2023, 1, 14))}, True, id="no toll"),
        pytest.param({"place": PUNO}, True, id="a region"),
        pytest.param({"place": PERU}, False, id="a country has many occasions"),
        pytest.param({"place": PERU, "facets": {"group": "children"}}, True, id="of one group a country has one count"),
        pytest.param({"of": "missing", "scope": "snapshot", "place": PERU}, True, id="a country's count of no toll"),
    ],
)
def test_when_a_place_and_its_days_are_one_occasion(told: dict[str, Any], expected: bool) -> None:
    published = date(2023, 1, 15)
    assert strong(*(claim(n, published=published, **told) for n in (17, 19))) == [expected] * 2


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({"facets": {"pollster": "Lakeside"}}, True, id="who asked is told"),
        pytest.param({"source": "Lakeside"}, True, id="who says so is told"),
        pytest.param({"facets": {"pollster": "Lakeside"}, "source": "Lakeside"}, True, id="both"),
        pytest.param({}, False, id="neither"),
        pytest.param({"source": "Lakeside", "when_reach": "context"}, True, id="the day told near by"),
        pytest.param({"source": "Lakeside", "when_reach": "article"}, False, id="the day told elsewhere"),
    ],
)
def test_when_two_answers_are_of_one_poll(told: dict[str, Any], expected: bool) -> None:
    facets = {"subject": "Rojas", "answer": "approve", **told.get("facets", {})}
    polls = (claim(n, **{"of": "poll", "place": (), "scope": "snapshot", **told, "facets": facets}) for n in (21, 40))
    assert strong(*polls) == [expected] * 2


def test_a_figure_that_nobody_asked_for_needs_no_pollster() -> None:
    prices = (
        claim(n, of="price", kind="money", unit="EUR", place=(), facets={"subject": "the bridge"}) for n in (2, 5)
    )
    assert strong(*prices) == [True, True]


def test_a_pollster_on_one_side_only_tells_nothing_apart() -> None:
    told = {"of": "poll", "place": (), "scope": "snapshot"}
    facets = {"subject": "Rojas", "answer": "approve"}
    one = claim(21, facets=facets, **told)
    other = claim(40, facets={**facets, "pollster": "Lakeside"}, **told)
    assert len(meetings(one, other)) == len(meetings(other, one)) == 1
    undated = claim(40, facets=facets, when=None, **told)
    assert len(meetings(undated, claim(21, facets={**facets, "pollster": "Lakeside"}, **told))) == 1
