"""Names to places: the shipped index, a language's further names and the user's own, behind one question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosscheck.errors import ConfigError, Fault
from crosscheck.language.folding import fold
from crosscheck.language.memo import Memo
from crosscheck.language.places import layout
from crosscheck.language.places.index import Index, Row
from crosscheck.language.places.misses import near_misses
from crosscheck.language.places.place import Kind, Place
from crosscheck.language.places.standing import standing
from crosscheck.language.places.words import Words

REMEMBERED = 50_000  # names; a run over any number of articles stays flat
KINDS: tuple[Kind, ...] = ("country", "region", "district", "city")
OWN = 12.0  # above any place of the index: who names a place in the settings means it


POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)


def bare(surface: str) -> str:
    """A name without a possessive ending; the apostrophe inside "Sana'a" stays."""
    return POSSESSIVE.sub("", surface)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of the user's own: `of` an existing place ("Ilave, Puno"), or a new place that lies `within` one.

    `path`, `line` and `column` tell where it was written, for messages.
    """

    name: str
    of: str | None = None
    within: str | None = None
    kind: Kind = "city"
    path: str = "aliases"
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may mean: its row, what holds it from itself outward, and how well known it is by it.

    `flags` are those of `layout`; `province` tells that its country calls its regions provinces.
    """

    row: int
    chain: tuple[int, ...]
    kind: Kind
    standing: float
    flags: int = 0
    capital: bool = False
    province: bool = False

    def holds(self, other: Candidate) -> bool:
        """Whether `other` is this place or lies in it."""
        return self.row in other.chain


@dataclass(frozen=True, slots=True)
class Known:
    """What a name as written is known for: how much of it, its key, the country whose people it names.

    `exact` tells that the pack writes it so ("US"), `compound` that a word with a hyphen follows it ("Lima-based").
    """

    length: int
    key: str
    demonym: str | None = None
    exact: bool = False
    compound: bool = False


HINTED = 20  # unknown paths for which the nearest name is looked up: of a thousand that would take a minute


class Atlas:
    """Candidates by folded name, and places by row; what was asked once is remembered."""

    def __init__(self, index: Index, words: Words, aliases: Iterable[Alias] = ()) -> None:
        self.index = index
        self._unknown = 0
        self._own: dict[str, tuple[Candidate, ...]] = {}
        self._candidates: dict[str, tuple[Candidate, ...]] = {}
        self._places: dict[int, Place] = {}
        self._rows: dict[str, int] = {}
        self._countries: dict[str, int] | None = None
        self._held: dict[int, tuple[int, ...]] = {}
        self._firsts: set[str] = {name.split()[0] for name in (*words.demonym, *words.never)}
        self._provinces = {word for word, kind in words.kind.items() if kind == "any"}
        # Whether a name of several words may begin with a word as written, and whether it may be a name itself.
        self.openings: Memo[str, tuple[bool, bool] | None] = Memo(self._opening)
        self.known: Memo[str, Known | None] = Memo(self._named)
        self._chains: Memo[int, tuple[int, ...]] = Memo(lambda row: self._chain(self.index.row(row)))
        self._demonyms, self._never = words.demonym, words.never
        self._more = {fold(name): (name, target) for name, target in words.alias.items()}
        self._bare = words.bare
        self._firsts.update(name.split()[0] for name in self._more)
        faults = tuple(fault for alias in aliases if (fault := self._add(alias)))
        if faults:
            raise ConfigError(faults)

    def _opening(self, surface: str) -> tuple[bool, bool] | None:
        if not surface[:1].isupper():
            return None
        key, head = fold(bare(surface)), fold(surface.rpartition("-")[0])
        known = key in self._demonyms or any(map(self.candidates, filter(None, (key, head))))
        begins, alone = key in self._firsts or self.index.begins(key), known and key not in self._never
        return (begins, alone) if begins or alone else None

    def _named(self, written: str) -> Known | None:
        surface = bare(written)
        length, key = len(surface), fold(surface)
        if key in self._demonyms:
            return Known(length, key, self._demonyms[key])
        if key in self._never:  # "White House" hides a town called White
            return Known(length, key)
        if self.written(key, surface) and self.candidates(key):
            return Known(length, key, exact=self.exact(key))
        head, _, tail = surface.rpartition("-")
        if tail.islower() and self.candidates(fold(head)):
            return Known(len(head), fold(head), compound=True)
        return None

    def candidates(self, key: str) -> tuple[Candidate, ...]:
        """What a folded name may mean, best known first; the user's own names come before all others."""
        found = self._candidates.get(key)
        if found is None:
            if len(self._candidates) >= REMEMBERED:
                self._candidates.clear()
            found = self._candidates[key] = self._own.get(key) or self._known(key)
        return found

    def exact(self, key: str) -> bool:
        """Whether a folded name is one that the pack writes in capitals: "US", "D.C."."""
        return self._more.get(key, ("", ""))[0].isupper()

    def written(self, key: str, surface: str) -> bool:
        """Whether a name may be written so: "US" is a country, "Us" and "us" are not."""
        return not self.exact(key) or surface.isupper()

    def place(self, row: int) -> Place:
        """The place of a row."""
        found = self._places.get(row)
        if found is None:
            if len(self._places) >= REMEMBERED:
                self._places = {row: place for row, place in self._places.items() if row >= self.index.rows}
                self._rows = {place.id: row for row, place in self._places.items()}
            found = self._places[row] = self._make(row)
            self._rows[found.id] = row
        return found

    def row(self, place: Place) -> int:
        """The row of a place, -1 where it is none of this atlas."""
        found = self._rows.get(place.id)
        if found is None:
            namesakes = (each.row for each in self.candidates(fold(place.name)))
            found = next((row for row in namesakes if self.place(row).id == place.id), -1)
        return found

    def chain(self, row: int) -> tuple[int, ...]:
        """A row and what holds it, from itself outward."""
        if row >= self.index.rows:
            return self._held[row]
        return self._chains[row]

    def country(self, code: str) -> int:
        """The row of a country by its ISO code, -1 where there is none."""
        if self._countries is None:
            self._countries = {}
            for row in range(self.index.rows):
                if self.index.row(row).container >= 0:
                    break
                self._countries.setdefault(self.index.told(row)[1], row)
        return self._countries.get(code, -1)

    def target(self, path: str) -> Candidate | None:
        """What a country's code or a name with what holds it stands for: "PE", "Ilave, Puno", "Ohio, US"."""
        name, *wider = (part.strip() for part in path.split(","))
        if not wider and self.country(name) >= 0:
            return self._candidate(self.country(name), 0)
        found = self._own.get(fold(name)) or self._indexed(fold(name))
        return next((each for each in found if self._lies(each, wider)), None)

    def _lies(self, candidate: Candidate, wider: Iterable[str]) -> bool:
        holders = [self.index.told(row) for row in candidate.chain[1:] if row < self.index.rows]
        return all(any(fold(name) == fold(part) or code == part for name, code, _ in holders) for part in wider)

    def _add(self, alias: Alias) -> Fault | None:
        key, path = fold(alias.name), alias.of or alias.within
        if not key or bool(alias.of) is bool(alias.within):
            what = f"alias {alias.name!r} needs a name and either `of` or `within`"
            return Fault(alias.path, what, alias.line, alias.column)
        target = self.target(path or "")
        if target is None:
            return Fault(alias.path, f"alias {alias.name!r}: {self.unknown(path or '')}", alias.line, alias.column)
        self._own[key] = (target if alias.of else self._new(alias, target),)
        self._firsts.add(key.split()[0])
        return None

    def unknown(self, path: str) -> str:
        """What to tell of a path that leads to no place: the nearest name, else how to write one."""
        self._unknown += 1
        name = path.split(",")[0].strip()
        nearest = near_misses(self.index, name, 1) if self._unknown <= HINTED else ()
        hint = f"did you mean {nearest[0]!r}?" if nearest else "give a name and what holds it, as in 'Ilave, Puno'"
        return f"no place {path!r} is known; {hint}"

    def _new(self, alias: Alias, holder: Candidate) -> Candidate:
        row, code = self.index.rows + len(self._own), "own:" + fold(alias.name)
        outer = self.place(holder.row)
        path, chain = (alias.name, *outer.path), (code, *outer.chain)
        self._places[row] = Place(code, alias.name, alias.kind, path, outer.country, 0, chain)
        self._rows[code] = row
        self._held[row] = (row, *holder.chain)
        return Candidate(row, self._held[row], alias.kind, OWN)

    def _known(self, key: str) -> tuple[Candidate, ...]:
        path = self._more[key][1] if key in self._more else self._bare.get(key)
        first = self.target(path) if path else None
        rest = self._indexed(key)
        return rest if first is None else (first, *(each for each in rest if each.row != first.row))

    def _indexed(self, key: str) -> tuple[Candidate, ...]:
        numbers = self.index.find(key)
        return tuple(self._candidate(number & layout.ROW_MASK, number & ~layout.ROW_MASK) for number in numbers)

    def _candidate(self, number: int, flags: int) -> Candidate:
        row = self.index.row(number)
        kind = KINDS[row.kind]
        known = standing(row.kind, row.population, row.marked, flags)
        province = kind == "region" and fold(self.index.told(number)[2]) in self._provinces
        return Candidate(number, self._chain(row), kind, known, flags, row.marked and kind == "city", province)

    def _chain(self, row: Row) -> tuple[int, ...]:
        chain = [row.number]
        while row.container >= 0:
            row = self.index.row(row.container)
            chain.append(row.number)
        return tuple(chain)

    def _make(self, number: int) -> Place:
        rows = [self.index.row(each) for each in self._chain(self.index.row(number))]
        told = [self.index.told(row.number) for row in rows]
        ids = tuple(code or str(row.geonames) for row, (_, code, _) in zip(rows, told, strict=True))
        shown = [not i or KINDS[row.kind] != "district" or row.marked for i, row in enumerate(rows)]
        path = tuple(name for (name, _, _), kept in zip(told, shown, strict=True) if kept)
        first = rows[0]
        return Place(ids[0], path[0], KINDS[first.kind], path, ids[-1], first.population, ids, told[0][2])
