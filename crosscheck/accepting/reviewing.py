"""Discrepancies sorted into those to be reported and those that were accepted, and acceptances that match none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.accepting.entry import Entry, about
from crosscheck.accepting.waivers import Waiver
from crosscheck.model import Accepted, Claim, Discrepancy, Site, Stale

UNUSED = "the remark sets nothing aside any more; take it out"


@dataclass(frozen=True, slots=True)
class Review:
    """The discrepancies that stay open, those accepted, in the order in which they were found, and what is stale."""

    open: tuple[Discrepancy, ...]
    accepted: tuple[Accepted, ...]
    stale: tuple[Stale, ...]


def review(found: Iterable[Discrepancy], entries: Sequence[Entry], waivers: Sequence[Waiver | Stale]) -> Review:
    """What of these discrepancies is still open; an entry may hold for several that say the same."""
    shelf: defaultdict[object, list[Entry]] = defaultdict(list)
    for known in entries:
        shelf[known.about].append(known)
    heeded = [waiver for waiver in waivers if isinstance(waiver, Waiver)]
    by_article: defaultdict[str, list[Waiver]] = defaultdict(list)
    for waiver in heeded:
        by_article[waiver.article].append(waiver)
    used: set[Entry | Waiver] = set()
    left: list[Discrepancy] = []
    accepted: list[Accepted] = []
    for one in found:
        entry = next((entry for entry in shelf[about(one)] if entry.holds(one)), None)
        covering = _covering(one, by_article) if heeded else ()
        used.update(covering)
        if entry is not None:
            used.add(entry)
            accepted.append(Accepted(one, entry.reason, entry.by or entry.path))
        elif covering and _settled(one, covering):
            accepted.append(Accepted(one, covering[0].reason, f"{covering[0].path}:{covering[0].line}"))
        else:
            left.append(one)
    stale = [waiver for waiver in waivers if isinstance(waiver, Stale)]
    stale += [Stale(one.path, UNUSED, one.line) for one in heeded if one not in used]
    stale += [_left_over(one) for one in entries if one not in used]
    return Review(tuple(left), tuple(accepted), tuple(sorted(stale, key=lambda one: (one.path, one.line or 0))))


def _left_over(entry: Entry) -> Stale:
    what = f"{entry.id} matches nothing that was found ({entry.what}); crosscheck accept --prune takes such entries out"
    return Stale(entry.path, what, entry.line)


def _covering(found: Discrepancy, by_article: Mapping[str, Sequence[Waiver]]) -> tuple[Waiver, ...]:
    """The remarks that are about a discrepancy and cover some of its places, in the order of these."""
    near = ((waiver, place) for place in _places(found) for waiver in by_article.get(place.article.id, ()))
    return tuple(dict.fromkeys(waiver for waiver, place in near if waiver.names_one(found) and waiver.covers(place)))


def _places(found: Discrepancy) -> tuple[Claim | Site, ...]:
    return (*found.claims, *found.sites)


def _settled(found: Discrepancy, covering: Sequence[Waiver]) -> bool:
    """Whether fewer sides than a discrepancy needs are left when the places that are covered are set aside."""

    def covered(place: Claim | Site) -> bool:
        return any(waiver.covers(place) for waiver in covering)

    if not found.camps:
        return len(_spellings(found, [site for site in found.sites if not covered(site)])) < 2
    left = sum(not all(map(covered, camp.claims)) for camp in found.camps)
    return left < min(2, len(found.camps))


def _spellings(found: Discrepancy, sites: Iterable[Site]) -> set[str]:
    """Which of the two spellings that a discrepancy is about stand at these places."""
    forms = dict(found.key).get("name", "").split(" / ")
    return {form for site in sites for form in forms if form == site.surface or form in site.surface.split()}
