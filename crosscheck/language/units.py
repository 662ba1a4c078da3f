"""What a number is of: percent, money, lengths of time and measures, by the words and signs around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, fold
from crosscheck.model import Kind

MILLION = 1_000_000
KINDS: tuple[Kind, ...] = ("percent", "duration", "measure")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the output names it, and what a surface of it needs around it.

    `compound` surfaces stand only after a hyphen, `capital` ones only in capitals, `scaled` ones only after a scale
    word ("5 million pounds"), `glued` ones only without a space ("50p"); `factor` is a scale inside one ("30 MUSD").
    """

    name: str
    kind: Kind
    compound: bool = False
    capital: bool = False
    scaled: bool = False
    factor: int = 1
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one language."""

    after: Lexicon[tuple[Unit, ...]]
    before: Endings[Unit]
    one: Mapping[str, Unit]
    many: Mapping[str, Unit]
    hundredths: Mapping[str, frozenset[str]]
    joiners: frozenset[str]
    of: frozenset[str]
    rate: frozenset[str]
    lasting: frozenset[str]

    def following(self, tokens: Tokens, index: int, scale: int) -> tuple[int, Unit] | None:
        """How many tokens from `index` on, a hyphen included, name the unit of a number that ends before them."""
        words = tokens.words
        if index >= len(words):
            return None
        hyphen = words[index] == "-"
        if hyphen and (index + 1 >= len(words) or not tokens.glued(index)):
            return None
        found = self.after.match(words, index + hyphen)
        if found is None:
            return None
        length, units = found
        for unit in units:
            if self._fits(tokens, index + hyphen, length, unit, hyphen, scale):
                return length + hyphen, unit
        return None

    def _fits(self, tokens: Tokens, index: int, length: int, unit: Unit, hyphen: bool, scale: int) -> bool:
        if (unit.compound and not hyphen) or (unit.scaled and scale < 1000) or (unit.glued and not tokens.glued(index)):
            return False
        if unit.capital and not tokens.surface(index, index + length - 1).isupper():
            return False
        after = index + length
        if unit.scaled:
            return after >= len(tokens) or tokens.words[after] not in self.of  # "2,000 pounds of rice"
        if length == 1 and len(tokens.words[index]) == 1 and tokens.words[index].isalpha():
            return (unit.capital or not tokens.capital(index)) and not _continued(tokens, after)
        sign = unit.kind == "money" and length == 1
        return not (sign and after < len(tokens.words) and tokens.words[after][0].isdecimal() and tokens.glued(after))

    def preceding(self, tokens: Tokens, index: int) -> tuple[int, Unit] | None:
        """How many tokens up to `index` name the unit of a number that begins after them: "US$", "magnitude"."""
        found = self.before.match(tokens.words, index)
        if found is None or not (found[1].capital or found[1].glued):
            return found
        length, unit = found
        if unit.glued:
            return found if tokens.glued(index) else self.before.match(tokens.words[index : index + 1], 0)
        return found if tokens.surface(index - length + 1, index).isupper() else None

    def measured(self, tokens: Tokens, index: int) -> tuple[int, Unit] | None:
        """What `preceding` gives for a measure, which may stand before a hedge too: "magnitude over 5"."""
        before = self.preceding(tokens, index)
        return before if before is not None and before[1].kind == "measure" else None

    def hundredth(self, whole: str | None, part: str) -> bool:
        """Whether a unit is the hundredth of another: cents of dollars."""
        return whole is not None and whole in self.hundredths.get(part, ())

    def divided(self, whole: str | None) -> bool:
        """Whether a currency has hundredths that are known by name."""
        return any(whole in wholes for wholes in self.hundredths.values())


def _continued(tokens: Tokens, index: int) -> bool:
    """Whether a letter goes on as a name or an abbreviation: "4 M-16 rifles", "10p.m.", "2500 W. Elm Street"."""
    if index + 1 >= len(tokens) or not tokens.glued(index):
        return False
    apart = not tokens.glued(index - 1)
    return tokens.words[index] == "." or (apart and tokens.words[index] == "-" and tokens.glued(index + 1))


@cache
def units(lang: str) -> Units:
    """The units of a language, from its units.toml and money.toml."""
    data, money = table(lang, "units"), _money(lang)
    after: dict[str, tuple[Unit, ...]] = {}
    for surface, unit in (*_scaled(money), *_names(data), *_coins(money)):  # the first that fits wins
        known = after.get(fold(surface), ())
        after[fold(surface)] = known if unit in known else (*known, unit)
    every = [(name, entry) for kind in KINDS for name, entry in data[kind].items()]
    kinds = {name: kind for kind in KINDS for name in data[kind]}
    return Units(
        after=Lexicon(after.items()),
        before=Endings(_signs(data, money)),
        one={fold(word): Unit(name, kinds[name]) for name, entry in every for word in entry.get("one", ())},
        many={fold(word): Unit(name, kinds[name]) for name, entry in every for word in entry.get("many", ())},
        hundredths={name: frozenset(entry["of"]) for name, entry in money["hundredths"].items()},
        joiners=frozenset(money["words"]["and"]),
        of=frozenset(money["words"]["of"]),
        rate=frozenset(data["words"]["rate"]),
        lasting=frozenset(data["words"]["lasting"]),
    )


@cache
def lengths(lang: str) -> frozenset[str]:
    """Every word for a unit of time, as after a number: "days", "week"."""
    return frozenset(word for unit in table(lang, "units")["duration"].values() for word in unit["words"])


@cache
def terms(lang: str, kind: str) -> frozenset[str]:
    """Every word of which one stands in a measure of a kind, alone or within another word: "days", "hr"."""
    ways = ("words", "compound", "capital")
    phrases = (phrase for unit in table(lang, "units")[kind].values() for way in ways for phrase in unit.get(way, ()))
    return frozenset(fold(max(phrase.split(), key=len)) for phrase in phrases)


def _money(lang: str) -> dict[str, Any]:
    """The money table of a language; signs and codes that it does not list are those of the pack it is `like`."""
    data = table(lang, "money")
    return table(data["like"], "money") | data if "like" in data else data


def _names(data: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    for kind in KINDS:
        for name, entry in data[kind].items():
            yield from ((word, Unit(name, kind)) for word in entry.get("words", ()))
            yield from ((word, Unit(name, kind, compound=True)) for word in entry.get("compound", ()))
            yield from ((word, Unit(name, kind, capital=True)) for word in entry.get("capital", ()))


def _scaled(money: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    for name, words in money.get("scaled", {}).items():
        yield from ((word, Unit(name, "money", scaled=True)) for word in words)


def _coins(money: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    for section in ("names", "shared", "after"):
        for name, words in money.get(section, {}).items():
            yield from ((word, Unit(name, "money")) for word in words)
    for name, entry in money["hundredths"].items():
        yield from ((word, Unit(name, "money")) for word in entry["words"])
        yield from ((word, Unit(name, "money", glued=True)) for word in entry.get("glued", ()))
    for code in money["codes"]["plain"].split():
        yield code, Unit(code, "money")
        yield money["words"]["million"] + code, Unit(code, "money", capital=True, factor=MILLION)


def _signs(data: dict[str, Any], money: dict[str, Any]) -> Iterator[tuple[str, Unit]]:
    for name, words in money["before"].items():
        yield from ((word, Unit(name, "money")) for word in words)
    for code in money["codes"]["plain"].split():
        yield code, Unit(code, "money")
        yield money["words"]["million"] + code, Unit(code, "money", capital=True, factor=MILLION)
    for code in money["codes"]["capital"].split():
        yield code, Unit(code, "money", capital=True)
    for name, words in money.get("glued", {}).items():
        yield from ((word, Unit(name, "money", glued=True)) for word in words)
    for name, words in data["before"].items():
        yield from ((word, Unit(name, "measure")) for word in words)
