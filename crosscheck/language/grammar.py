"""What a language's constructions are made of: its word classes, chunks and constructions, as frozen values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from crosscheck.language.packs import table
from crosscheck.model import Scope

MACRO = re.compile(r"<([a-z]+)>")
Side = Literal["left", "right", "inside"]


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of items read as one: a counted noun phrase, a verb group, a prepositional phrase."""

    id: str
    text: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to state a figure. `figure` is the class of item that bears it; `c` names it in the text.

    `shares` tells on which side further counts share the cue ("six soldiers and two civilians were killed"), with
    `until_verb` none that a verb follows ("murieron doce y treinta fueron evacuadas"); a match
    right after an item of `not_after` does not count; `inside` names roles of cues within the counted phrase; one that
    `inherits` has no cue and is a part of what the figure before it counts; an
    `anaphoric` one reaches its figure through a pronoun; `located` tells on which side of each figure its own place
    stands ("nine people were killed in Lima and two in Callao"); a `sole` one counts one person whom the text knows.
    """

    id: str
    text: str
    rank: int
    order: int
    figure: str = "count"
    shares: Side | None = None
    not_after: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    inherits: bool = False
    anaphoric: bool = False
    until_verb: bool = False
    located: Side | None = None
    sole: bool = False
    scope: Scope | None = None
    sets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The classes of a language's words, the classes made by exclusion, its chunks and its constructions.

    `multiples` are words that count the victims of an act: "double" in "a double homicide". `head` tells which of
    several nouns in a phrase is counted: the last ("two bus drivers") or the first.
    """

    classes: tuple[tuple[str, tuple[str, ...]], ...]
    without: tuple[tuple[str, frozenset[str]], ...]
    chunks: tuple[Chunk, ...]
    constructions: tuple[Construction, ...]
    head: Literal["first", "last"] = "last"
    multiples: tuple[tuple[str, int], ...] = ()


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of a language, from its grammar.toml and constructions.toml."""
    words, data = table(lang, "grammar"), table(lang, "constructions")
    macros: dict[str, str] = data.get("macros", {})
    return Grammar(
        classes=tuple((name, tuple(phrases)) for name, phrases in words["classes"].items()),
        without=tuple((name, frozenset(names)) for name, names in words["without"].items()),
        chunks=tuple(
            Chunk(c["id"], _expand(c["text"], macros), tuple(c.get("also", ()))) for c in data.get("chunk", ())
        ),
        constructions=tuple(_construction(order, c, macros) for order, c in enumerate(data.get("construction", ()))),
        head=words.get("head", "last"),
        multiples=tuple(words.get("multiples", {}).items()),
    )


@cache
def words_of(lang: str, name: str) -> frozenset[str]:
    """The single words of one class of a language."""
    return frozenset(dict(grammar(lang).classes).get(name, ()))


def _construction(order: int, data: dict[str, Any], macros: dict[str, str]) -> Construction:
    return Construction(
        id=data["id"],
        text=_expand(data["text"], macros),
        rank=data["rank"],
        order=order,
        figure=data.get("figure", "count"),
        shares=data.get("shares"),
        not_after=frozenset(data.get("not_after", ())),
        inside=frozenset(data.get("inside", ())),
        inherits=data.get("inherits", False),
        anaphoric=data.get("anaphoric", False),
        until_verb=data.get("until_verb", False),
        located=data.get("located"),
        sole=data.get("sole", False),
        scope=data.get("scope"),
        sets=tuple(sorted(data.get("sets", {}).items())),
    )


def _expand(text: str, macros: dict[str, str]) -> str:
    for _ in macros:
        text = MACRO.sub(lambda match: macros[match.group(1)], text)
    return text
