"""How a language speaks of places: the pack's places.toml as one frozen value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from crosscheck.language.folding import fold
from crosscheck.language.packs import table

Hint = Literal["country", "region", "district", "city", "village", "any"]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A language's words around place names, as written and folded; `never` and the keys of maps to places folded only.

    `kind` tells what a word says a place is, `back` what "the region" points to, by the phrase as written. `alias`,
    `short` (states after a comma) and `bare` map names to a country's code or a name with what holds it; `demonym` maps
    to countries' codes, and `small` are those that the language writes without a capital.
    """

    locative: frozenset[str]
    direction: frozenset[str]
    of: frozenset[str]
    indefinite: frozenset[str]
    connector: tuple[str, ...]
    particle: frozenset[str]
    shortened: tuple[str, ...]
    title: frozenset[str]
    office: frozenset[str]
    feature: frozenset[str]
    never: frozenset[str]
    kind: Mapping[str, Hint]
    back: Mapping[str, Hint]
    bare: Mapping[str, str]
    alias: Mapping[str, str]
    short: Mapping[str, str]
    demonym: Mapping[str, str]
    small: frozenset[str] = frozenset()


@cache
def words(lang: str) -> Words:
    """The words of a language. Raises PackError where its places.toml cannot be read."""
    told = table(lang, "places")
    return Words(
        locative=_both(told["locative"]),
        direction=_both(told["direction"]),
        of=_both(told["of"]),
        indefinite=_both(told["indefinite"]),
        connector=tuple(told["connector"]),
        particle=frozenset(told["particle"]),
        shortened=tuple(told["shortened"]),
        title=_both(told["title"]),
        office=_both(told["office"]),
        feature=_both(told["feature"]),
        never=frozenset(map(fold, told["never"])),
        kind={word: kind for kind, group in told["kind"].items() for word in _both(group)},
        back=dict(told["back"]),
        bare={fold(name): target for name, target in told["bare"].items()},
        alias=dict(told["alias"]),
        short={short: state for state, shorts in told["short"].items() for short in shorts},
        demonym=_demonyms(told),
        small=frozenset(word for group in told["demonym"].values() for word in group if word[0].islower()),
    )


def _both(words: Iterable[str]) -> frozenset[str]:
    """Words with and without their accents: what is beside a name is looked up as written, or folded as names are."""
    return frozenset(form for word in words for form in (word, fold(word)))


def _demonyms(told: Mapping[str, Any]) -> dict[str, str]:
    endings = ("", *told["plural"])
    return {
        fold(word + ending): country
        for country, group in told["demonym"].items()
        for word in group
        for ending in endings
    }
