"""What of all that was found is asked for: some quantities or kinds alone, or what new articles take part in."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace

from crosscheck.model import Claim, Discrepancy, Site


@dataclass(frozen=True, slots=True)
class Choice:
    """Names of quantities, of their topics or of kinds of discrepancy; nothing selected selects all.

    `topics` tells the topic of each quantity.
    """

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    topics: Mapping[str, str]

    def holds(self, found: Discrepancy) -> bool:
        """Whether a discrepancy is asked for."""
        names = {found.kind, found.quantity, self.topics.get(found.quantity, "")}
        return (not self.select or not names.isdisjoint(self.select)) and names.isdisjoint(self.ignore)


def concerns(found: Discrepancy, articles: Container[str]) -> bool:
    """Whether one of these articles, by id, takes a side."""
    places: tuple[Claim | Site, ...] = (*found.claims, *found.sites)
    return any(place.article.id in articles for place in places)


def turned(found: Discrepancy, articles: Container[str]) -> Discrepancy:
    """The same discrepancy told from these articles: their sides first, and in each side their claims."""

    def last(place: Claim | Site) -> bool:
        return place.article.id not in articles

    camps = [replace(camp, claims=tuple(sorted(camp.claims, key=last))) for camp in found.camps]
    camps.sort(key=lambda camp: all(map(last, camp.claims)))
    return replace(found, camps=tuple(camps), sites=tuple(sorted(found.sites, key=last)))
