"""The small phrase language of packs: words, (a|b), [optional], [repeated]*, {slot}, {!not this}, … for a gap.

{!kind} and {>kind} look at the item that follows, {<kind} and {<!kind} at the one before; none of them takes it in.

[x]* repeats up to six times, [x]*3 up to three, [x]*?3 as few as will do; {name:kind} names what fills a slot.

A phrase is parsed once to a frozen tree; `automaton.py` turns trees into expressions over a sentence's items.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LIMIT = 500
DEPTH = 10
MANY = 6  # what a bare * allows: longer runs of modifiers than six are lists, not noun phrases
PIECE = re.compile(
    r"\s+|\{(?P<slot>(?:<!|[!<>])?[a-z_]+\d?(?::[a-z_]+)?)\}|(?P<gap>…|\.\.\.)|(?P<mark>\*\??\d{0,2}|[()\[\]|])"
    r"|(?P<word>[^\s(){}\[\]|*…]+)"
)


class PhraseError(ValueError):
    """A phrase that does not parse; `position` is the offending character, counted from 0."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Word:
    """One literal word or mark, folded when compared."""

    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A typed item; `name` is how its match is asked for, `kind` what may fill it."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A few items of any kind."""


@dataclass(frozen=True, slots=True)
class Sequence:
    """Nodes one after another."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several; `optional` allows none, `most` says how many in a row; `lazy` takes as few as will do."""

    options: tuple[Sequence, ...]
    optional: bool = False
    most: int = 1
    lazy: bool = False


Node = Word | Slot | Gap | Sequence | Choice


def parse(text: str) -> Sequence:
    """The tree of a phrase. {name} is a slot of kind `name`; {name:kind} names it apart. [x]* may repeat.

    Raises PhraseError, with the position of the character at fault.
    """
    if len(text) > LIMIT:
        raise PhraseError(f"longer than {LIMIT} characters", LIMIT)
    node, _ = _choice(text, _pieces(text), 0, "", 0)
    return node.options[0] if len(node.options) == 1 else Sequence((node,))


def _pieces(text: str) -> list[re.Match[str]]:
    pieces, position = [], 0
    while position < len(text):
        match = PIECE.match(text, position)
        if match is None:
            raise PhraseError("a brace that holds no slot name; write {n}, {noun} …", position)
        if match.lastgroup:
            pieces.append(match)
        position = match.end()
    return pieces


def _choice(text: str, pieces: list[re.Match[str]], index: int, close: str, depth: int) -> tuple[Choice, int]:
    opened = pieces[index - 1].start() if close else 0
    if depth > DEPTH:
        raise PhraseError(f"nested deeper than {DEPTH}", opened)
    options: list[Sequence] = []
    nodes: list[Node] = []
    while index < len(pieces):
        piece, index = pieces[index], index + 1
        kind, mark = piece.lastgroup, piece.group()
        if kind == "word":
            nodes.append(Word(mark))
        elif kind == "gap":
            nodes.append(Gap())
        elif kind == "slot":
            name, _, slot = piece.group("slot").partition(":")
            nodes.append(Slot(name, slot or name))
        elif mark in ("(", "["):
            inner, index = _choice(text, pieces, index, ")" if mark == "(" else "]", depth + 1)
            star = pieces[index].group() if index < len(pieces) and pieces[index].group()[0] == "*" else ""
            index += bool(star)
            most = int(star.lstrip("*?") or MANY) if star else 1
            nodes.append(Choice(inner.options, mark == "[", most, "?" in star))
        elif mark == "|":
            options.append(Sequence(tuple(nodes)))
            nodes = []
        elif mark == close:
            return Choice((*options, Sequence(tuple(nodes)))), index
        else:
            raise PhraseError(f"'{mark}' closes nothing", piece.start())
    if close:
        raise PhraseError(f"no '{close}' closes this", opened)
    return Choice((*options, Sequence(tuple(nodes)))), index
