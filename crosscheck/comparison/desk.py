"""What every check may ask about the whole run: the rules' titles, the settings, and each article's other figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crosscheck.comparison import severity, wording
from crosscheck.comparison.held import Held
from crosscheck.comparison.settings import Settings
from crosscheck.model import Camp, Claim, Discrepancy, DiscrepancyKind, Severity, Site
from crosscheck.rules import Rule

# The quantity whose people other counts of the same event may take in: "ten people were shot, one of them fatally".
FATAL = "deaths"


@dataclass(frozen=True, slots=True)
class Desk:
    """Settings, and the exact numbers of dead that each article gives, by article, and beside what, by sentence.

    `beside` leaves out the dead that are told as a part ("ten people were shot, one of them fatally"). `parts` are all
    figures of any quantity that are told as parts, with the noun that they count, by article and quantity.
    """

    settings: Settings
    dead: Mapping[str, frozenset[Decimal]]
    beside: frozenset[tuple[str, str, Decimal]]
    parts: Mapping[tuple[str, str], frozenset[tuple[Decimal, str]]]

    def report(
        self,
        kind: DiscrepancyKind,
        grave: Severity,
        rule: Rule | None,
        key: Sequence[tuple[str, str]],
        camps: Sequence[Camp],
        reason: str,
        *,
        day: date | None = None,
        beside: Sequence[Claim] = (),
        sites: Sequence[Site] = (),
    ) -> Discrepancy:
        """A discrepancy with its severity weighed and its message worded."""
        title = rule.title if rule is not None else ""
        return Discrepancy(
            kind=kind,
            severity=severity.weigh(grave, kind, rule, self.settings),
            quantity=rule.id if rule is not None else "",
            key=tuple(key),
            message=wording.message(title, key, day, camps),
            reason=reason,
            camps=tuple(camps),
            beside=tuple(beside),
            sites=tuple(sites),
        )


def desk(held: Iterable[Held], settings: Settings) -> Desk:
    """The desk of a run; of articles that count nobody but the dead, their number is nobody's question."""
    given = list(held)
    asking = {one.article for one in given if one.claim.quantity != FATAL}
    dead: defaultdict[str, set[Decimal]] = defaultdict(set)
    beside: set[tuple[str, str, Decimal]] = set()
    for one in given if asking else ():
        if one.claim.quantity == FATAL and one.exact and one.article in asking:
            dead[one.article].add(one.named)
            if one.claim.scope != "part":
                beside.add((one.article, one.claim.quote, one.named))
    return Desk(
        settings, {article: frozenset(numbers) for article, numbers in dead.items()}, frozenset(beside), _parts(given)
    )


def _parts(held: Iterable[Held]) -> Mapping[tuple[str, str], frozenset[tuple[Decimal, str]]]:
    found: defaultdict[tuple[str, str], set[tuple[Decimal, str]]] = defaultdict(set)
    for one in held:
        word = one.claim.mention.noun
        if one.claim.scope == "part" and one.exact and word is not None:
            found[one.article, one.claim.quantity].add((one.named, word.casefold()))
    return {key: frozenset(each) for key, each in found.items()}
