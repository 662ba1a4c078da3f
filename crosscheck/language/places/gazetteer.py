"""The gazetteer as the floors above ask it: what places a sentence names, and which of its namesakes each means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from crosscheck.language.folding import fold
from crosscheck.language.places.atlas import Alias, Atlas, Candidate
from crosscheck.language.places.choosing import Evidence, Surroundings, choose
from crosscheck.language.places.composing import Joined, compose
from crosscheck.language.places.index import Index
from crosscheck.language.places.misses import near_misses
from crosscheck.language.places.place import Place
from crosscheck.language.places.scanning import scan
from crosscheck.language.places.sightings import Sighting, is_loud, sight
from crosscheck.language.places.words import Hint, Words, words

GREAT = 200_000  # a town of so many people says what country an article is on; "Springfield" does not
TOWN = 50_000  # people: what has more is no village
WEIGHT = {"country": 3, "region": 2, "district": 1, "city": 1}  # a dateline's town counts less than its country's name


class Gazetteer:
    """Places by name. Holds no state but what it remembers, so the same questions get the same answers."""

    def __init__(self, atlas: Atlas, words: Words) -> None:
        self._atlas = atlas
        self._words = words
        self._usual: dict[str, int] = {}

    @classmethod
    def load(cls, aliases: Iterable[Alias] = (), lang: str = "en") -> Gazetteer:
        """The shipped places under a language's names and the user's own; maps the index, reads nothing of it.

        Raises PackError where the index or the pack's places.toml is missing or wrong, ConfigError with every alias
        that leads nowhere.
        """
        spoken = words(lang)
        return cls(Atlas(_index(), spoken, aliases), spoken)

    def candidates(self, name: str) -> tuple[Place, ...]:
        """Every place of a name, best known first; case and accents make no difference."""
        return tuple(self._atlas.place(each.row) for each in self._atlas.candidates(fold(name)))

    def knows(self, name: str) -> bool:
        """Whether any place has a name; case and accents make no difference."""
        return bool(self._atlas.candidates(fold(name)))

    def told(self, path: str) -> Place | None:
        """The place that somebody names with what holds it: "Ilave, Puno", "Ohio, US", "PE"; None where unknown."""
        found = self._atlas.target(path)
        return self._atlas.place(found.row) if found else None

    def unknown(self, path: str) -> str:
        """What to tell of a path that leads to no place: the nearest name, else how to write one."""
        return self._atlas.unknown(path)

    def resolve(
        self,
        name: str,
        *,
        countries: Iterable[str] = (),
        hint: Hint | None = None,
        near: Iterable[Place] = (),
        evidence: Evidence = "named",
    ) -> Place | None:
        """The place that a name means, or None where that stays open or the name is sooner a person's.

        `countries` are ISO codes that the article speaks of, first the most; `near` places already resolved in it.
        A region goes before its chief town of the same name, a national capital before its region.
        """
        found = self._choose(fold(name), self._surroundings(countries, near), hint, evidence, len(name.split()))
        return self._atlas.place(found.row) if found else None

    def find_names(self, text: str, start: int = 0, end: int | None = None) -> tuple[Sighting, ...]:
        """The names of places in a sentence, in order, with how each stands; offsets count into the text.

        The rest of the text is looked at only to tell surnames and common words ("Reading") from places.
        """
        end = len(text) if end is None else end
        matches = scan(text, start, end, self._atlas, self._words)
        found: list[Sighting] = []
        loud = bool(matches) and is_loud(text, start, end)
        last = -1
        for joined in compose(text, matches, self._atlas, self._words):
            touching = last >= 0 and text[last : joined.match.start] == " "
            seen = self._sight(text, joined, start, loud=loud, after_name=touching)
            last = -1 if joined.match.demonym else joined.end
            if seen is not None:
                found.append(seen)
        found.extend(self._pointing_back(text, start, end))
        return tuple(sorted(found, key=_place) if len(found) > 1 else found)

    def settle(self, seen: Sighting, *, countries: Iterable[str] = (), near: Iterable[Place] = ()) -> Place | None:
        """The place of a sighting; "the region" is the last place of that kind in `near`, or what holds the last."""
        if seen.place is not None:
            return seen.place
        near = tuple(near)
        if seen.evidence == "back":
            return self._back(seen.hint, near)
        around = self._surroundings(countries, near)
        found = self._choose(seen.name, around, seen.hint, seen.evidence, seen.words)
        return self._atlas.place(found.row) if found else None

    def places(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        *,
        countries: Iterable[str] = (),
        near: Iterable[Place] = (),
    ) -> tuple[tuple[Sighting, Place], ...]:
        """The names in a sentence that are settled, each with its place; names in one sentence help each other."""
        return self.settled(self.find_names(text, start, end), countries=countries, near=near)

    def settled(
        self, seen: Sequence[Sighting], *, countries: Iterable[str] = (), near: Iterable[Place] = ()
    ) -> tuple[tuple[Sighting, Place], ...]:
        """Those of a sentence's names that are settled, each with its place; they help each other."""
        if not seen:
            return ()
        before, countries = tuple(near), tuple(countries)
        if len(seen) == 1:
            place = self.settle(seen[0], countries=countries, near=before)
            return () if place is None else ((seen[0], place),)
        sure = [(each, place) for each in seen if (place := self._plain(each, countries, before))]
        found: list[tuple[Sighting, Place]] = []
        for each in seen:
            others = tuple(place for other, place in sure if other is not each)
            if each.evidence == "back":
                others = tuple(place for other, place in found if not other.weak)
            place = self.settle(each, countries=countries, near=(*before, *others))
            if place is not None:
                found.append((each, place))
        return tuple(found)

    def spoken_of(self, text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
        """The ISO codes of the countries that a stretch of text speaks of, first the most, then in order of naming."""
        return self.spoken_by(self.find_names(text, start, end))

    def spoken_by(self, sightings: Iterable[Sighting]) -> tuple[str, ...]:
        """The same of names found already."""
        seen = [each for each in sightings if not each.weak or each.evidence == "demonym"]
        first = self._votes(seen, ())
        most = max(first.values(), default=0)
        sure = tuple(country for country, votes in first.most_common() if 2 * votes >= most)
        return tuple(country for country, _ in self._votes(seen, sure).most_common())

    def _votes(self, seen: Iterable[Sighting], countries: tuple[str, ...]) -> Counter[str]:
        """How often sightings name a country or what lies in it; great towns alone speak for one not named yet."""
        votes: Counter[str] = Counter()
        for each in seen:
            place = self.settle(each, countries=countries)
            if place is not None and (place.kind != "city" or place.population >= GREAT or place.country in countries):
                votes[place.country] += WEIGHT[place.kind]
        return votes

    def near_misses(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Names of the index that are spelt almost like this one, for suggestions only; takes tenths of a second."""
        return near_misses(self._atlas.index, name, limit)

    def _plain(self, seen: Sighting, countries: tuple[str, ...], near: tuple[Place, ...]) -> Place | None:
        return None if seen.weak else self.settle(seen, countries=countries, near=near)

    def _choose(
        self, key: str, around: Surroundings, hint: Hint | None, evidence: Evidence, count: int
    ) -> Candidate | None:
        known, usual = self._atlas.candidates(key), self._usually(key)
        found = choose(known, around, hint=hint, evidence=evidence, usual=usual, words=count)
        if found is None and hint and evidence == "named":  # "a Texas town" speaks of no town called Texas
            return choose(known, around, evidence=evidence, usual=usual, words=count)
        return found

    def _usually(self, key: str) -> int:
        path = self._words.bare.get(key)
        if path is None:
            return -1
        if key not in self._usual:
            found = self._atlas.target(path)
            self._usual[key] = found.row if found else -1
        return self._usual[key]

    def _sight(self, text: str, joined: Joined, start: int, *, loud: bool, after_name: bool) -> Sighting | None:
        match = joined.match
        if joined.candidate is not None:
            place = self._atlas.place(joined.candidate.row)
            return Sighting(match.start, joined.end, match.key, "composed", match.hint, place, match.words)
        if match.demonym is not None:
            row = self._atlas.country(match.demonym)
            nation = self._atlas.place(row) if row >= 0 else None
            return Sighting(match.start, match.end, match.key, "demonym", None, nation, match.words)
        return sight(text, match, start, self._words, loud=loud, after_name=after_name)

    def _surroundings(self, countries: Iterable[str], near: Iterable[Place]) -> Surroundings:
        known = tuple(row for code in countries if (row := self._atlas.country(code)) >= 0)
        rows, holders = set[int](), set[int]()
        for place in near:
            row = self._atlas.row(place)
            chain = self._atlas.chain(row) if row >= 0 else ()
            if len(chain) > 1:
                rows.add(row)
                holders.update(chain[:-1])
            known += chain[-1:] if chain and chain[-1] not in known else ()
        return Surroundings(known, frozenset(holders), frozenset(rows))

    def _pointing_back(self, text: str, start: int, end: int) -> Iterable[Sighting]:
        for match in _backward(self._words).finditer(text, start, end):
            phrase = " ".join(match.group().lower().split())
            yield Sighting(match.start(), match.end(), fold(phrase), "back", self._words.back[phrase])

    def _back(self, hint: Hint | None, near: tuple[Place, ...]) -> Place | None:
        for place in reversed(near):
            row = self._atlas.row(place)
            held = (self._atlas.place(each) for each in (self._atlas.chain(row) if row >= 0 else ()))
            wanted = next((each for each in held if _is_called(each, hint)), None)
            if wanted is not None:
                return wanted
        return None


def _is_called(place: Place, hint: Hint | None) -> bool:
    """Whether text may point back to a place so: a town of many people is no village."""
    return place.kind == hint or (hint == "village" and place.kind == "city" and place.population < TOWN)


def _place(seen: Sighting) -> tuple[int, int]:
    return seen.start, seen.end


@cache
def _index() -> Index:
    return Index()


@cache
def _backward(words: Words) -> re.Pattern[str]:
    """The expression of "the city" and the like, not of "the city of Juliaca" nor of "the City Council"."""
    phrases = (rf"[{phrase[0].upper()}{phrase[0]}]{re.escape(phrase[1:])}" for phrase in words.back)
    spaced = "|".join(phrases).replace(r"\ ", r"\s")
    of = "|".join(map(re.escape, words.of))
    return re.compile(rf"\b(?:{spaced})\b(?!\s(?:{of})\b)")
