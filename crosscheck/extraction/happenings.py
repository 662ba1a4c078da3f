"""What a date or a length of time belongs to: the nearest word of its rule that tells of something happening.

Constructions state how counts are told; a date may stand almost anywhere in a clause, so the nearest word governs it.
"""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Items, item_kind
from crosscheck.extraction.lexis import Cue
from crosscheck.rules import Rule

RANK = 40  # below every construction and pattern
FARTHEST = 24  # the cost beyond which a word is no longer taken to govern a date
COSTS = {"comma": 4, "and": 3, "sub": 5, "rel": 4, "stop": 12, "quote": 3, "open": 4, "close": 4, "colon": 6}
ADDRESSED = frozenset({"date", "duration"})
AFTER = (
    2  # cost of a governing word that follows its date: mostly "was killed on Monday", less often "on Monday he spoke"
)


def govern(items: Items, rules: tuple[Rule, ...]) -> Iterator[Binding]:
    """For each date and length of a sentence the nearest cue of each rule that takes such figures."""
    spots = [(i, item_kind(item.figure)) for i, item in enumerate(items.items) if item.figure]
    wanted = [(i, kind) for i, kind in spots if kind in ADDRESSED]
    if not wanted:
        return
    cues = [(i, cue) for i, item in enumerate(items.items) if item.word for cue in item.word.cues]
    costs = _costs(items)
    for spot, kind in wanted:
        near = [(_cost(costs, spot, i), i, cue) for i, cue in cues if rules[cue.rule].kind == kind]
        best: dict[int, tuple[int, int, Cue]] = {}
        for cost, i, cue in near:
            if cost <= FARTHEST and (cue.rule not in best or (cost, i) < best[cue.rule][:2]):
                best[cue.rule] = (cost, i, cue)
        for cost, i, cue in best.values():
            yield Binding(spot, cue.rule, "nearest", RANK - min(cost, RANK), 999, i, cue.sets)


def governor(items: Items, rule: int, spot: int) -> tuple[int, Cue] | None:
    """The nearest cue of one rule in the sentence, however far, with its item: a pattern's date is bound already."""
    costs = _costs(items)
    near = [
        (_cost(costs, spot, i), i, cue)
        for i, item in enumerate(items.items)
        if item.word
        for cue in item.word.cues
        if cue.rule == rule
    ]
    best = min(near, key=lambda each: each[:2], default=None)
    return None if best is None else best[1:]


def _costs(items: Items) -> list[int]:
    """Running totals of what passing each item costs."""
    totals = [0]
    for item in items.items:
        classes = item.word.classes if item.word else frozenset()
        totals.append(totals[-1] + max((COSTS[name] for name in classes if name in COSTS), default=1))
    return totals


def _cost(totals: list[int], spot: int, cue: int) -> int:
    low, high = min(spot, cue), max(spot, cue)
    return totals[high] - totals[low + 1] + (AFTER if cue > spot else 0)
