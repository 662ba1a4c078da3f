"""What the configuration names: events, whose place and days a claim takes that tells of one, and forms of one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from crosscheck.comparison.settings import NamedEvent
from crosscheck.model import Claim, Facet


def name_events(claim: Claim, events: tuple[NamedEvent, ...]) -> Claim:
    """The claim with what the one event named in its sentence tells; as it is where none is named, or several are."""
    if not events:
        return claim
    named = [event for event in events if _told(claim.quote, event)]
    return _completed(claim, named[0]) if len(named) == 1 else claim


def rename(claim: Claim, names: tuple[tuple[str, tuple[str, ...]], ...]) -> Claim:
    """The claim with each facet that is a form of a name, in whatever case, told by the name as it should read."""
    if not names:
        return claim
    known = {form.casefold(): name for name, forms in names for form in forms}
    facets = tuple(replace(facet, value=known.get(facet.value.casefold(), facet.value)) for facet in claim.facets)
    return claim if facets == claim.facets else replace(claim, facets=facets)


def are_one(first: str, second: str, names: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    """Whether two spellings are words, or the whole, of forms of one name."""
    return any({first, second} <= _words((name, *forms)) for name, forms in names)


def _words(forms: tuple[str, ...]) -> set[str]:
    return {word for form in forms for word in (form, *form.split())}


def _told(quote: str, event: NamedEvent) -> bool:
    text = quote.casefold()
    return any(_stands_alone(text, name.casefold()) for name in (event.name, *event.aliases) if name)


def _stands_alone(text: str, name: str) -> bool:
    start = text.find(name)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(name) : start + len(name) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        start = text.find(name, start + 1)
    return False


def _completed(claim: Claim, event: NamedEvent) -> Claim:
    place = claim.facet("place")
    if event.place and (place is None or place.reach in ("context", "article")):
        claim = replace(claim, facets=tuple(_placed(claim, event)))
    told = claim.when is not None and claim.when_reach not in ("context", "article")
    if event.days is not None and (not told or _names_the_day(claim, event)):
        claim = replace(claim, when=event.days, when_reach="sentence")
    return claim


def _names_the_day(claim: Claim, event: NamedEvent) -> bool:
    """Whether the words that a claim's day was read from are the event's name: "killed on Black Monday"."""
    days = [each.surface.casefold() for each in claim.evidence if each.role == "when"]
    names = [name.casefold() for name in (event.name, *event.aliases)]
    return bool(days) and all(any(_stands_alone(name, day) for name in names) for day in days)


def _placed(claim: Claim, event: NamedEvent) -> Iterator[Facet]:
    yield from (facet for facet in claim.facets if facet.name != "place")
    yield Facet("place", event.place[0], event.place, "sentence")
