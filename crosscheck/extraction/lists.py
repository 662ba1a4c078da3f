"""Breakdown lists: "Ayacucho (9), Apurimac (6)" give parts of a total told before, each at a place of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property

from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Items
from crosscheck.extraction.lexis import Cue, Lexis

LEAST = 2  # a single "Lima (4)" is no list: it may be an age, a score or a reference
ROLES = frozenset({"noun_cue", "state", "participle", "person", "toll_cue", "ipast"})


class Lister:
    """Finds breakdown lists in a sentence's items."""

    def __init__(self, lexis: Lexis) -> None:
        self._lexis = lexis

    @cached_property
    def _list(self) -> re.Pattern[str]:
        return self._lexis.compile("{name} {open} {n} {close}")

    def spots(self, items: Items) -> tuple[int, ...]:
        """The figure items of a list, empty where there are too few."""
        found = tuple(match.end() - 2 for match in self._list.finditer(items.letters))
        return found if len(found) >= LEAST else ()

    def read(self, items: Items, chosen: tuple[Binding, ...], before: Binding | None) -> tuple[Binding, ...]:
        """The list's figures as parts of what the sentence, or else the one before it, counts."""
        spots = self.spots(items)
        if not spots:
            return ()
        model = self._model(items, chosen, spots[0]) or before
        if model is None:
            return ()
        return tuple(
            replace(model, item=spot, construction="list", scope="part", noun=None, noun_item=None, located="left")
            for spot in spots
        )

    def _model(self, items: Items, chosen: tuple[Binding, ...], first: int) -> Binding | None:
        earlier = [b for b in chosen if b.item < first and self._lexis.rules[b.rule].kind == "count"]
        if earlier:
            return max(earlier, key=lambda binding: binding.item)
        for index in range(first - 1, -1, -1):
            word = items.items[index].word
            cue = next((c for c in word.cues if c.kind in ROLES and self._counts(c)), None) if word else None
            if cue is not None:
                return _bare(index, cue)
        return None

    def _counts(self, cue: Cue) -> bool:
        return self._lexis.rules[cue.rule].kind == "count"


def _bare(index: int, cue: Cue) -> Binding:
    return Binding(index, cue.rule, "list", 50, 999, index, cue.sets)
