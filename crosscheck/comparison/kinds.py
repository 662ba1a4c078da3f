"""Kinds of happenings that a context tells, and which of them can be one event."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

# What can be told of one event in several words: a tsunami after a quake, shots and an ambush, a fire after a crash.
# A bomb and a crash on one day in one city are two events. Ids are those of the language packs, whatever the language.
NATURE = frozenset({"earthquake", "flood", "storm"})
ACCIDENT = frozenset({"crash", "fire"})
VIOLENCE = frozenset(
    {"bombing", "shooting", "airstrike", "stabbing", "protest", "combat", "massacre", "kidnapping", "fire"}
)
DISEASE = frozenset({"disease"})
STORM_AND_CRASH = frozenset({"storm", "flood", "crash", "fire"})
FAMILIES = (NATURE, ACCIDENT, VIOLENCE, DISEASE, STORM_AND_CRASH)
KINDS = frozenset().union(*FAMILIES)
NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def kinds(context: frozenset[str]) -> frozenset[str]:
    """The kinds of happenings among the words of a context."""
    return KINDS & context


@lru_cache(maxsize=4096)
def others(context: frozenset[str]) -> frozenset[str]:
    """The words of a context that tell no kind of happening."""
    return context - KINDS


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two contexts tell of happenings that cannot be one: both tell a kind, and no two go together."""
    if not a or not b or a & b:
        return False
    return not any(a & family and b & family for family in FAMILIES)


def common(told: Iterable[frozenset[str]]) -> frozenset[str]:
    """All kinds that an article's sentences tell, where every two of them can be one happening; else none."""
    sets = {kinds for kinds in told if kinds}
    if len(sets) < 2:
        return next(iter(sets), NONE)
    if any(apart(a, b) for a in sets for b in sets):
        return frozenset()
    return frozenset().union(*sets)
