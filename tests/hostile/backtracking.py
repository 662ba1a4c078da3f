"""Finds in an expression what makes a search go back over one text again and again: two repetitions for one stretch.

An expression is taken apart into the places where it takes a character, and which may follow which. It is refused where
two places can both go on for as long as one stretch of text is repeated, and the first also leads to the second by it:
`(a+)+`, `\\s*\\s*x`, `\\w+-?\\w+`, `.*a.*b`. Such a stretch can be shared out in as many ways as it is long, or more,
and where the rest does not fit each of them is tried.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

# Characters that stand for all: ASCII, and some letters, digits, spaces and signs beyond it.
SAMPLE = "".join(map(chr, range(128))) + "éßñЖ中٣\u00a0\u2009“”’–—…·€½\u00ad\u200b\u0301"
TAKING = frozenset({"LITERAL", "NOT_LITERAL", "ANY", "IN"})
REPEATING = frozenset({"MAX_REPEAT", "MIN_REPEAT"})


@dataclass(slots=True)
class Places:
    """Where an expression takes a character: which characters, and which places may follow."""

    takes: list[frozenset[str]] = field(default_factory=list)
    after: list[set[int]] = field(default_factory=list)
    apart: list[Any] = field(default_factory=list)
    twice: frozenset[str] = frozenset()

    def add(self, characters: frozenset[str]) -> Part:
        self.takes.append(characters)
        self.after.append(set())
        place = frozenset({len(self.takes) - 1})
        return Part(place, place, False)

    def join(self, first: frozenset[int], then: frozenset[int]) -> None:
        for place in first:
            # Two ways from one place to another by one character: `(a+)+`.
            for again in self.after[place] & then:
                self.twice |= self.takes[again]
            self.after[place] |= then


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an expression: the places in which it begins and ends, and whether it may be empty."""

    begins: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()
    empty: bool = True


def shared(source: str, flags: int = 0) -> str | None:
    """A character whose repetition two parts of the expression share, None where there is none."""
    waiting = [parser.parse(plain(source), flags)]
    while waiting:
        places = Places()
        _sequence(waiting.pop(), places, flags)
        if (found := min(places.twice, default=None) or _ambiguous(places)) is not None:
            return found
        waiting += places.apart
    return None


def plain(source: str) -> str:
    """The source as the standard library parses it: classes of Unicode are word characters to it."""
    return re.sub(r"\\[pP]\{[^}]*\}", r"\\w", source)


def _sequence(nodes: Any, places: Places, flags: int) -> Part:
    whole = Part()
    for node in nodes:
        part = _part(node, places, flags)
        places.join(whole.ends, part.begins)
        whole = Part(
            whole.begins | (part.begins if whole.empty else frozenset()),
            part.ends | (whole.ends if part.empty else frozenset()),
            whole.empty and part.empty,
        )
    return whole


def _part(node: Any, places: Places, flags: int) -> Part:
    kind, given = str(node[0]), node[1]
    if kind in TAKING:
        return places.add(_matching(_Hashed(node), flags))
    if kind in REPEATING:
        least, most, what = given
        part = _sequence(what, places, flags)
        if most == parser.MAXREPEAT:
            places.join(part.ends, part.begins)
        return Part(part.begins, part.ends, part.empty or least == 0)
    if kind == "SUBPATTERN":
        return _sequence(given[-1], places, flags)
    if kind == "BRANCH":
        parts = [_sequence(each, places, flags) for each in given[1]]
        begins = frozenset().union(*(part.begins for part in parts))
        return Part(begins, frozenset().union(*(part.ends for part in parts)), any(part.empty for part in parts))
    if kind in ("ASSERT", "ASSERT_NOT"):
        places.apart.append(given[1])
        return Part()
    if kind in ("ATOMIC_GROUP", "POSSESSIVE_REPEAT"):
        # What these took is not given back, whatever follows.
        places.apart.append(given if kind == "ATOMIC_GROUP" else [(parser.MAX_REPEAT, given)])
        return places.add(frozenset())
    if kind == "AT":
        return Part()
    if kind == "GROUPREF":
        # It takes one text, and in one way.
        return places.add(frozenset())
    raise ValueError(f"{kind} is not known here")


class _Hashed:
    """A node with its text as its identity, so that what it matches is looked up once."""

    def __init__(self, node: Any) -> None:
        self.node = node
        self.text = repr(node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Hashed) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)


@cache
def _matching(hashed: _Hashed, flags: int) -> frozenset[str]:
    state = parser.State()
    state.flags = flags | re.UNICODE
    pattern = parser.SubPattern(state, [hashed.node])
    state.str = ""
    compiled = compiler.compile(pattern, flags | re.UNICODE)
    return frozenset(char for char in SAMPLE if compiled.fullmatch(char))


def _ambiguous(places: Places) -> str | None:
    """A character by which a place goes on to itself and to another that goes on to itself by the same text."""
    looping = _looping(places)
    for first in sorted(looping):
        for second in sorted(looping):
            if first != second and (char := _led(places, first, second)) is not None:
                return char
    return None


def _looping(places: Places) -> set[int]:
    return {place for place in range(len(places.takes)) if place in _reached(places, place)}


def _reached(places: Places, start: int) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for place in places.after[waiting.pop()] - seen:
            seen.add(place)
            waiting.append(place)
    return seen


def _led(places: Places, first: int, second: int) -> str | None:
    """A character of a text by which `first` leads to itself and to `second`, and `second` to itself."""
    if second not in _reached(places, first):
        return None
    begin, end = (first, first, second), (first, second, second)
    seen = {begin}
    waiting = [begin]
    while waiting:
        one, other, third = waiting.pop()
        for a in places.after[one]:
            for b in places.after[other]:
                both = places.takes[a] & places.takes[b]
                if not both:
                    continue
                for c in places.after[third]:
                    step = (a, b, c)
                    if step in seen or not (common := both & places.takes[c]):
                        continue
                    if step == end:
                        return min(common)
                    seen.add(step)
                    waiting.append(step)
    return None
