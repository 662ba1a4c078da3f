"""Which claims meet, and how firmly."""

from __future__ import annotations

from datetime import date

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
