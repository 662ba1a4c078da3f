"""What a construction cannot do without, as bits, so that a few operations tell which ones a sentence may hold."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_

from crosscheck.language.memo import Memo

Sets = Iterable[frozenset[str]]  # of each set one letter is needed


class Needs:
    """The needs of constructions, each known by its place in a row, and of the chunks that they are made of.

    A construction needs letters among a sentence's pieces and inside them among its items; a chunk needs letters among
    the items, and is a letter among the pieces.
    """

    __slots__ = ("_bits", "_chunks", "_fitting", "_items", "_needs", "_pieces", "_possible", "_within")

    def __init__(self, constructions: Iterable[tuple[Sets, Sets]], chunks: Iterable[tuple[Sets, str]]) -> None:
        """For each construction what it needs among the pieces and among the items; for each chunk needs and letter."""
        self._bits: dict[tuple[int, frozenset[str]], int] = {}
        self._pieces: Memo[str, int] = Memo(lambda _: 0)
        self._items: Memo[str, int] = Memo(lambda _: 0)
        self._within = 0
        self._needs = tuple(self._add(0, pieces) | self._add(1, items) for pieces, items in constructions)
        self._chunks = tuple((self._add(2, needs), letter) for needs, letter in chunks)
        self._possible: Memo[int, bool] = Memo(self._may_hold)
        self._fitting: Memo[int, tuple[int, ...]] = Memo(self._fit)

    def may_hold(self, items: str) -> bool:
        """Whether a sentence with such items may hold a construction, however it is cut."""
        return self._possible[_all(self._items, items)]

    def met(self, items: str) -> int:
        """The needs that such items meet, as bits; those of several rows of items are joined by "or"."""
        return _all(self._items, items)

    def suffice(self, met: int) -> bool:
        """Whether a sentence whose items meet these needs may hold a construction."""
        return self._possible[met]

    def fitting(self, pieces: str, items: str) -> tuple[int, ...]:
        """The places of the constructions of which a sentence has all that they need."""
        return self._fitting[_all(self._pieces, pieces) | (_all(self._items, items) & self._within)]

    def _add(self, space: int, sets: Sets) -> int:
        found = 0
        for letters in sets:
            key = space, letters
            if key not in self._bits:
                bit = self._bits[key] = 1 << len(self._bits)
                self._within |= bit if space == 1 else 0
                for letter in letters:
                    self._items[letter] |= bit
                    self._pieces[letter] |= bit if space == 0 else 0
            found |= self._bits[key]
        return found

    def _may_hold(self, bits: int) -> bool:
        have = reduce(or_, (self._pieces[letter] for need, letter in self._chunks if need & bits == need), bits)
        return any(need & have == need for need in self._needs)

    def _fit(self, bits: int) -> tuple[int, ...]:
        return tuple(place for place, need in enumerate(self._needs) if need & bits == need)


def _all(masks: Memo[str, int], letters: str) -> int:
    return reduce(or_, map(masks.__getitem__, set(letters)), 0)
