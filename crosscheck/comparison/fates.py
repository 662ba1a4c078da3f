"""What comparing made of single claims: the key that each was held under, whom it met there, and what names it.

Beside the flow of a run, for `explain`: it asks the same functions again, and keeps what a report does not show.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crosscheck.comparison import events, totals, wording
from crosscheck.comparison.compare import Findings, compare
from crosscheck.comparison.held import Held, hold
from crosscheck.comparison.keys import eligible, family
from crosscheck.comparison.linking import link
from crosscheck.comparison.settings import PLAIN, Settings
from crosscheck.comparison.tallies import tallies
from crosscheck.model import Claim, Extracted, Span
from crosscheck.model.explanation import Apart, Fate, Key, Side
from crosscheck.rules import Rule

Identity = tuple[str, str, str, Span]


def fates(
    extracted: Iterable[Extracted], rules: tuple[Rule, ...], claims: Sequence[Claim], settings: Settings = PLAIN
) -> tuple[Fate, ...]:
    """The fate of each of some claims when all that was extracted is compared, in their order."""
    articles = tuple(extracted)
    found = compare(articles, rules, settings)
    held = hold(articles, rules, settings)
    known = {_identity(one.claim): one for one in held}
    keys = dict(_keys(held))
    return tuple(_fate(claim, known.get(_identity(claim)), keys, found) for claim in claims)


def _fate(claim: Claim, one: Held | None, keys: dict[Identity, Key], found: Findings) -> Fate:
    own = _identity(claim)
    key = keys.get(own)
    comparable = next((c for c in found.comparables if any(_identity(other) == own for other in c.claims)), None)
    return Fate(
        key if key is not None else _bare_key(one),
        comparable,
        tuple(_sides(own, found)),
        None if one is None or key is not None else _apart(one),
    )


def _identity(claim: Claim) -> Identity:
    return claim.quantity, claim.article.id, claim.article.path, claim.mention.span


def _keys(held: Sequence[Held]) -> Iterator[tuple[Identity, Key]]:
    """The key of every claim that meets others or could."""
    for meeting in link(held):
        key = events.key(meeting)
        yield from ((_identity(member.held.claim), key) for member in meeting.members)
    for tally in tallies(held):
        key = totals.key(tally)
        yield from ((_identity(count.held.claim), key) for count in tally.counts)


def _bare_key(one: Held | None) -> Key:
    """What a claim that is set against no other would be told by."""
    if one is None:
        return ()
    own = family(one)
    place = (("place", one.place[0]),) if one.place else ()
    days = (("when", wording.iso(*one.days)),) if one.days is not None else ()
    return (*place, *days, *own.leads, *own.classes)


def _apart(one: Held) -> Apart | None:
    """Why a claim is no figure of one happening; in the order in which `eligible` asks."""
    claim = one.claim
    if eligible(one):
        return None
    if claim.modality == "denied" or claim.modality == "predicted":
        return claim.modality
    if one.rule.kind == "date":
        return "date"
    if claim.mention.kind == "ordinal":
        return "ordinal"
    return "running_total" if claim.scope == "running_total" else "part"


def _sides(own: Identity, found: Findings) -> Iterator[Side]:
    for discrepancy in found.discrepancies:
        for camp in discrepancy.camps:
            if any(_identity(claim) == own for claim in camp.claims):
                yield Side(discrepancy, camp)
        if any(_identity(claim) == own for claim in discrepancy.beside):
            yield Side(discrepancy, None)
