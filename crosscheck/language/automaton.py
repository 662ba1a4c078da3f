"""Phrases compiled to expressions over a sentence's items, each item being one character that stands for its classes.

A sentence of forty tokens becomes a string of some thirty characters; a construction is an ordinary expression over
it, so one pass of the expression engine tries every reading, and hundreds of cues cost no more than one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from crosscheck.language.phrase import Choice, Gap, Node, Sequence, Slot, Word, parse
from crosscheck.language.tokens import split_words

FIRST_LETTER = 0xE000  # the private use area: no letter means anything to the expression engine
GAP = 4  # items that "…" may pass over: "killed, according to the army, 17" passes four


class Alphabet:
    """A character for every set of classes that an item can have."""

    def __init__(self, without: tuple[tuple[str, frozenset[str]], ...] = ()) -> None:
        """An empty alphabet; `without` names classes made of every set that has none of some others."""
        self._letters: dict[frozenset[str], str] = {}
        self._holders: dict[str, str] = {}
        self._without = without

    def letter(self, classes: frozenset[str]) -> str:
        """The character of a set of classes, made when first asked for."""
        found = self._letters.get(classes)
        if found is None:
            found = self._letters[classes] = chr(FIRST_LETTER + len(self._letters))
            derived = (name for name, barred in self._without if not barred & classes)
            for each in (*sorted(classes), *derived):
                self._holders[each] = self._holders.get(each, "") + found
        return found

    @property
    def size(self) -> int:
        """How many characters there are: an expression compiled at one size is stale at a larger one."""
        return len(self._letters)

    def holders(self, kind: str) -> str:
        """All characters whose set has this class."""
        return self._holders.get(kind, "")


def word_class(word: str) -> str:
    """The class of an item that is this very word."""
    return "=" + word


def literal_words(nodes: Iterable[Node]) -> Iterable[str]:
    """Every word that phrases name themselves, folded and split as a text's tokens are."""
    for node in nodes:
        if isinstance(node, Word):
            yield from split_words(node.text)
        elif isinstance(node, Sequence):
            yield from literal_words(node.nodes)
        elif isinstance(node, Choice):
            yield from literal_words(node.options)


def expression(node: Node, alphabet: Alphabet, *, gap: str = "") -> str:
    """The source of an expression that matches a phrase over the alphabet; {name:kind} is a named
    group, {kind} is matched and forgotten, {!kind}, {>kind}, {<kind} and {<!kind} only look.

    A word or slot that no item can be makes an expression that never matches. `gap` limits what "…" passes over.
    """
    if isinstance(node, Word):
        return "".join(_one(alphabet.holders(word_class(word))) for word in split_words(node.text))
    if isinstance(node, Slot):
        return _slot(node, alphabet)
    if isinstance(node, Gap):
        return f"{gap or '.'}{{0,{GAP}}}?"
    if isinstance(node, Sequence):
        return "".join(expression(each, alphabet, gap=gap) for each in node.nodes)
    options = "|".join(expression(each, alphabet, gap=gap) for each in node.options)
    return f"(?:{options}){_count(node)}"


def _count(node: Choice) -> str:
    least = 0 if node.optional else 1
    if node.most == least == 1:
        return ""
    return f"{{{least},{node.most}}}" + ("?" if node.lazy else "")


def required(
    node: Node, alphabet: Alphabet, rarity: Callable[[frozenset[str]], float] = lambda letters: -len(letters)
) -> tuple[frozenset[str], ...]:
    """Sets of letters of which each must have one among a sentence's for a phrase to match it.

    Of a choice one set tells, made of the set of each option that has the most `rarity`.
    """
    if isinstance(node, Word):
        return tuple(frozenset(alphabet.holders(word_class(word))) for word in split_words(node.text))
    if isinstance(node, Slot):
        return () if node.kind[0] in "<>!" else (frozenset(alphabet.holders(node.kind)),)
    if isinstance(node, Sequence):
        return tuple(dict.fromkeys(letters for each in node.nodes for letters in required(each, alphabet, rarity)))
    if isinstance(node, Gap) or node.optional:
        return ()
    options = [required(option, alphabet, rarity) for option in node.options]
    return (frozenset().union(*(max(each, key=rarity) for each in options)),) if all(options) else ()


LOOKS = {"<!": "(?<!", "<": "(?<=", "!": "(?!", ">": "(?="}


def _slot(node: Slot, alphabet: Alphabet) -> str:
    mark = node.kind.rstrip("abcdefghijklmnopqrstuvwxyz_0123456789")
    letters = _one(alphabet.holders(node.kind.removeprefix(mark)))
    if mark:
        return f"{LOOKS[mark]}{letters})"
    return letters if node.name == node.kind else f"(?P<{node.name}>{letters})"


def _one(letters: str) -> str:
    return f"[{letters}]" if letters else "(?!)"


def compile_phrase(text: str, alphabet: Alphabet) -> re.Pattern[str]:
    """The expression of a phrase over an alphabet that is complete."""
    return re.compile(expression(parse(text), alphabet))
