"""What two claims must share before they are looked at together: quantity, unit, and whom or what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from crosscheck.comparison.held import Held, fold

# What is counted: figures for children and for police, for and against, approving and disapproving never meet.
CLASSES = ("group", "answer", "side", "aspect")
# Whom or what the figure is about; where a rule asks for one, two claims meet firmly only when they tell the same.
LEADS = ("subject", "motion", "person", "event")
FAMILIAR = frozenset({*CLASSES, *LEADS, "body"})
# What tells two such things apart where both tell it.
TELLERS = ("body", "pollster", "population", "disease")
# Words that a longer name shares with many others tell nothing of which it means.
COMMON = 50

Way = Literal["settled", "state"]


@dataclass(frozen=True, slots=True)
class Family:
    """Claims that could be about one thing: one quantity, dimension and class; `led` by its leads or by its place."""

    quantity: str
    dimension: str
    way: Way
    classes: tuple[tuple[str, str], ...]
    leads: tuple[tuple[str, str], ...]
    led: bool

    @property
    def known(self) -> bool:
        """Whether its leads tell by themselves what it is about: whom, or what motion; not "curfew" or a chamber."""
        return any(name not in ("event", "body") for name, _ in self.leads)


def families(held: Iterable[Held]) -> dict[Family, list[Held]]:
    """Claims of events, of what is settled and of states, by family, each family in canonical order.

    A part counts only where it names its group ("two of them children"); one name that holds another ("Rojas" and
    "President Rojas") is one lead, unless it could be several.
    """
    told: dict[tuple[object, ...], list[Held]] = {}
    rough: defaultdict[Family, list[Held]] = defaultdict(list)
    for one in held:
        if eligible(one):
            written = _alike(one)
            if written not in told:
                told[written] = rough[family(one)]
            told[written].append(one)
    whole = _whole_names(rough)
    found: defaultdict[Family, list[Held]] = defaultdict(list)
    for key, members in rough.items():
        leads = tuple((name, whole.get((key.quantity, name, value), value)) for name, value in key.leads)
        found[Family(key.quantity, key.dimension, key.way, key.classes, leads, key.led)].extend(members)
    return {key: sorted(members, key=_rank) for key, members in found.items()}


def _rank(one: Held) -> int:
    return one.rank


def eligible(one: Held) -> bool:
    """Whether a claim takes part in comparing event with event: no running total, no bare part, nothing denied.

    What is foretold is no fact yet, but how long a thing will last is what was decided.
    """
    claim = one.claim
    if one.rule.kind == "date" or claim.mention.kind == "ordinal" or claim.scope == "running_total":
        return False
    if claim.modality == "denied" or (claim.modality == "predicted" and one.rule.kind != "duration"):
        return False
    return claim.scope != "part" or claim.facet("group") is not None


def _alike(one: Held) -> tuple[object, ...]:
    """What claims of one family mostly share as it is written: a family is worked out once for all of these."""
    named = tuple((facet.name, facet.value) for facet in one.claim.facets if facet.name in FAMILIAR)
    return (one.claim.quantity, one.dimension, one.claim.scope == "snapshot", named)


def family(one: Held) -> Family:
    """The family of a claim, its leads as they are told."""
    rule, told = one.rule, {facet.name: fold(facet.value) for facet in one.claim.facets}
    leads = tuple((name, told[name]) for name in LEADS if name in told)
    led = any(name in rule.facets for name in LEADS) and "place" not in rule.facets[:1]
    if led and not leads and "body" in told:
        leads = (("body", told["body"]),)
    return Family(
        quantity=one.claim.quantity,
        dimension=one.dimension,
        way="state" if one.claim.scope == "snapshot" else "settled",
        classes=tuple((name, told[name]) for name in CLASSES if name in told),
        leads=leads if led else (),
        led=led,
    )


def told_apart(a: Mapping[str, str], b: Mapping[str, str]) -> bool:
    """Whether two claims' further facets name two different things."""
    return any(a[name] != b[name] for name in TELLERS if name in a and name in b)


def tellers(one: Held) -> dict[str, str]:
    """The further facets of a claim, folded."""
    return {facet.name: fold(facet.value) for facet in one.claim.facets if facet.name in TELLERS}


def _whole_names(found: Iterable[Family]) -> dict[tuple[str, str, str], str]:
    """For each lead the one longer name that holds all its words, by quantity and facet."""
    names: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for key in found:
        for name, value in key.leads:
            names[key.quantity, name].add(value)
    return {
        (quantity, name, value): longer
        for (quantity, name), values in names.items()
        for value, longer in _longer(values).items()
    }


def _longer(values: set[str]) -> dict[str, str]:
    words = {value: frozenset(value.split()) for value in values}
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for value in sorted(values):
        for word in words[value]:
            holding[word].append(value)
    found: dict[str, str] = {}
    for value in values:
        rarest = min((holding[word] for word in sorted(words[value])), key=len, default=[])
        longer = [other for other in rarest if words[value] < words[other]] if len(rarest) <= COMMON else []
        outer = [other for other in longer if not any(words[other] < words[third] for third in longer)]
        if len(outer) == 1:
            found[value] = outer[0]
    return found
