"""Discrepancies sorted into those to be reported and those that were accepted, and acceptances that match none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
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
    used: set[Entry | Waiver] = set()
    left: list[Discrepancy] = []
    accepted: list[Accepted] = []
    for one in found:
        entry = next((entry for entry in shelf[about(one)] if entry.holds(one)), None)
        covering = [waiver for waiver in heeded if waiver.names_one(one) and any(map(waiver.covers, _places(one)))]
        used.update(covering)
        if entry is not None:
            used.add(entry)
            accepted.append(Accepted(one, entry.reason, entry.by or entry.path))
        elif covering and _settled(one, covering):
            accepted.append(Accepted(one, covering[0].reason, f"{covering[0].path}:{covering[0].line}"))
        else:
            left.append(one)
    stale = [waiver for waiver in waivers if isinstance(waiver, Stale)]
    stale += [Stale(waiver.path, UNUSED, waiver.line) for waiver in heeded if waiver not in used]
    stale += [_left_over(one) for one in entries if one not in used]
    return Review(tuple(left), tuple(accepted), tuple(sorted(stale, key=lambda one: (one.path, one.line or 0))))


def _left_over(entry: Entry) -> Stale:
    what = f"{entry.id} matches nothing that was found ({entry.what}); crosscheck accept --prune takes such entries out"
    return Stale(entry.path, what, entry.line)


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
