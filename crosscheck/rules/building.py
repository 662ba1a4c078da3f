"""A checked table becomes a frozen rule; nothing here can fail, since every fault was found before."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from crosscheck.rules.amounts import read_amount, read_days, read_width
from crosscheck.rules.grammar import CLAIM, keys_of
from crosscheck.rules.phrase import parse
from crosscheck.rules.rule import (
    Case,
    Comparing,
    Example,
    Expected,
    Instead,
    Mixed,
    Pattern,
    Piece,
    Rule,
    RuleKind,
    Sense,
    Settings,
)

UNITS: Mapping[str, str] = {"percent": "percent"}
"""The units that go without saying, by kind; money, durations and dates bring their own."""

OWN = frozenset(keys_of(CLAIM))


def build(table: Mapping[str, Any], *, id: str, topic: str, path: str) -> Rule:
    """The rule that a checked table describes; `path` is the file as messages show it."""
    kind: RuleKind = table.get("kind", "count")
    return Rule(
        id=id,
        topic=topic,
        path=path,
        title=table["title"],
        about=table.get("about"),
        kind=kind,
        unit=table.get("unit", UNITS.get(kind)),
        scope=tuple(table.get("scope", ("event",))),
        facets=tuple(table.get("facets", ())),
        counts=_counts(table, kind),
        senses=_senses(table),
        patterns=tuple(_pattern(entry) for entry in table.get("pattern", ())),
        compare=_comparing(table.get("compare", {})),
        instead=_instead(table["instead"]) if "instead" in table else None,
        mixed=_mixed(table["mixed"]) if "mixed" in table else None,
        enabled=table.get("enabled", True),
        why=table.get("why"),
        examples=tuple(_example(entry) for entry in table.get("example", ())),
        counterexamples=tuple(_example(entry) for entry in table.get("counterexample", ())),
        cases=tuple(_case(entry) for entry in table.get("case", ())),
    )


def _counts(table: Mapping[str, Any], kind: RuleKind) -> tuple[str, ...]:
    """People are counted by the language's own noun group; a rule with another unit brings its nouns as `counted`."""
    if "counts" in table:
        return tuple(table["counts"])
    return ("people",) if kind == "count" and table.get("unit") == "people" else ()


def _settings(entry: Mapping[str, Any]) -> Settings:
    return tuple(entry.get("set", {}).items())


def _senses(table: Mapping[str, Any]) -> tuple[Sense, ...]:
    plain = ({"words": table["words"]},) if "words" in table else ()
    return tuple(
        Sense(
            _settings(entry),
            tuple(
                (lang, role, tuple(phrases))
                for lang, roles in entry["words"].items()
                for role, phrases in roles.items()
            ),
        )
        for entry in (*plain, *table.get("sense", ()))
    )


def _pattern(entry: Mapping[str, Any]) -> Pattern:
    return Pattern(entry["text"], parse(entry["text"]), entry.get("lang", "en"), _settings(entry))


def _instead(entry: Mapping[str, Any]) -> Instead:
    return Instead(entry["rule"], tuple(entry["told"]), _settings(entry))


def _mixed(entry: Mapping[str, Any]) -> Mixed:
    return Mixed(entry["rule"], tuple(entry["beside"]), _settings(entry))


def _comparing(entry: Mapping[str, Any]) -> Comparing:
    given = dict(entry)
    for name in ("approximate", "tolerance"):
        if name in given:
            given[name] = read_width(given[name])
    for name in ("at_least", "at_most"):
        if name in given:
            given[name] = Decimal(given[name])
    given["part_of_whole"] = tuple(given.get("part_of_whole", ()))
    given["part"] = _settings({"set": given.get("part", {})})
    return Comparing(**given)


def _piece(entry: Mapping[str, Any]) -> Piece:
    return Piece(
        entry["text"], entry.get("title"), entry.get("published"), entry.get("outlet"), entry.get("lang", "en")
    )


def _example(entry: Mapping[str, Any]) -> Example:
    return Example(_piece(entry), tuple(_expected(claim) for claim in entry.get("claims", ())), entry.get("why"))


def _expected(claim: Mapping[str, Any]) -> Expected:
    return Expected(
        surface=claim["surface"],
        value=read_amount(claim["value"]) if "value" in claim else None,
        modifier=claim.get("modifier"),
        scope=claim.get("scope"),
        when=read_days(claim["when"]) if "when" in claim else None,
        source=claim.get("source"),
        modality=claim.get("modality"),
        facets=tuple((name, value) for name, value in claim.items() if name not in OWN),
    )


def _case(entry: Mapping[str, Any]) -> Case:
    return Case(entry["expect"], tuple(_piece(article) for article in entry["articles"]), entry.get("why"))
