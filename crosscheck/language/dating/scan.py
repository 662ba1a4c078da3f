"""Finds date patterns among a sentence's items, and has their operations read them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from crosscheck.language.dating.items import Items
from crosscheck.language.dating.operations import OPERATIONS
from crosscheck.language.dating.patterns import Language, Match, Scanner
from crosscheck.language.dating.readings import Found, Reading, Scene
from crosscheck.language.dating.tense import tense_around
from crosscheck.language.tokens import Tokens

Read = list[tuple[int, int, Reading]]
Hop = tuple[tuple[int, int, int] | None, int | None]
LINKS = 5  # ", and again from the": what may stand between dates that share a year
LISTING = 3  # ", and" parts the last of a list from those before
DEEP = 3  # "from the end of March to the middle of May" is built in three steps
LISTED = (
    40  # days in a row that one year at the end dates; more stand in no sentence, and each would look at all others
)


@dataclass(frozen=True, slots=True)
class Scan:
    """One sentence to be read for dates, and what it is read against."""

    tokens: Tokens
    known: Language
    lang: str
    published: date | None
    # By the items' identity and place; the items are held, so that no others can take that identity.
    _hops: dict[tuple[int, int], tuple[Items, Hop]] = field(default_factory=dict, compare=False, repr=False)

    def simple(self, items: Items, scanner: Scanner) -> Read:
        """The dates that stand alone, from left to right: first and last item and the reading."""
        found: Read = []
        letters, index = items.letters, scanner.seek(items.letters, 0)
        while index >= 0:
            for match in scanner.at(letters, index):
                reading = self._read(match, items, found)
                if reading is not None:
                    first, index = self._bounds(match, items)
                    found.append((first, index, reading))
                    break
            index = scanner.seek(letters, index + 1)
        return found

    def stretches(self, items: Items) -> Read:
        """The stretches that begin after a word that opens one."""
        letters, found = items.letters, list[tuple[int, int, Reading]]()
        for index, letter in enumerate(letters[:-1], 1):
            for match in self.known.stretch.at(letters, index) if letter in self.known.opens else ():
                reading = self._read(match, items, [])
                if reading is not None:
                    found.append((*self._bounds(match, items), reading))
                    break
        return found

    def compounds(self, items: Items, found: Read) -> tuple[Items, Read]:
        """Items with all readings in place, after compound patterns have built on them."""
        items = items.with_readings(found, self.known.grains)
        for _ in range(DEEP):
            built = self.simple(items, self.known.compound)
            if not built:
                break
            items = items.with_readings(built, self.known.grains)
        return items, [(index, index, each) for index, each in enumerate(items.readings) if each is not None]

    def _bounds(self, match: Match, items: Items) -> tuple[int, int]:
        """The items of a match without its article, and without a full stop that no abbreviation has."""
        first, last = match.first, match.last
        if last > first and items.words[last] == "." and items.letters[last - 1] not in self.known.abbreviated:
            last -= 1
        if last > first and items.letters[first] in self.known.articles and not match.pattern.options.get("article"):
            first += 1
        return first, last

    def _read(self, match: Match, items: Items, before: Read) -> Reading | None:
        words = {slot: items.words[index] for slot, index in match.slots.items()}
        readings = {slot: each for slot, index in match.slots.items() if (each := items.readings[index]) is not None}
        first, last = items.firsts[match.first], items.lasts[match.last]
        scene = Scene(
            self.published,
            lambda: tense_around(self.tokens, first, last, self.lang),
            lambda: self._year_near(match, items, before),
            lambda: self._alone(first, last),
            lambda: self._listed(match, items, before),
        )
        if match.pattern.options.get("alone") and not scene.alone():
            return None
        return OPERATIONS[match.pattern.op](Found(match, words, self.known.terms, readings), scene)

    def _alone(self, first: int, last: int) -> bool:
        words = self.tokens.words
        return not any(word[0].isalnum() for word in (*words[:first], *words[last + 1 :]))

    def _listed(self, match: Match, items: Items, before: Read) -> Reading | None:
        if not before or not before[-1][1] < match.first <= before[-1][1] + LISTING:
            return None
        _, last, reading = before[-1]
        between = items.words[last + 1 : match.first]
        single = reading.grain == "day" and reading.low == reading.high and not reading.because
        return reading if single and between and self._linked(items.letters, last + 1) >= match.first else None

    def _year_near(self, match: Match, items: Items, before: Read) -> tuple[int, int, int] | None:
        return self._year_after(match.last + 1, items) or self._year_before(match.first, items, before)

    def _year_after(self, index: int, items: Items) -> tuple[int, int, int] | None:
        """Year and month of the first dated day or month that only links and undated ones part from an item."""
        for _ in range(LISTED):
            index = self._linked(items.letters, index)
            if index >= len(items.letters):
                return None
            # Of days in a row each looks at those after it: what is found there is found once.
            key = (id(items), index)
            if key not in self._hops:
                self._hops[key] = (items, self._hop(index, items))
            _, (dated, following) = self._hops[key]
            if following is None:
                return dated
            index = following
        return None

    def _hop(self, index: int, items: Items) -> Hop:
        """The year and month of a date that begins at an item; or where to look next, if it has none itself."""
        scanner = self.known.simple
        match = next((each for each in scanner.at(items.letters, index) if each.pattern.op in SHARING), None)
        if match is None:
            return None, None
        found = Found(match, {slot: items.words[place] for slot, place in match.slots.items()}, self.known.terms)
        year, month = found.year(self.published), found.get("month")
        if year is None:
            return None, match.last + 1
        return (year, month, 1) if isinstance(month, int) else None, None

    def _linked(self, letters: str, index: int) -> int:
        end = min(index + LINKS, len(letters))
        while index < end and letters[index] in self.known.links:
            index += 1
        return index

    def _year_before(self, first: int, items: Items, before: Read) -> tuple[int, int, int] | None:
        """Year and month of the date right before, where it is dated and linked, or this is the end that it runs to.

        Side 0 where it is dated and stands further off: that tells the year of a day of the same month alone.
        """
        if not before:
            return None
        _, last, reading = before[-1]
        low = reading.low
        if reading.grain not in ("day", "days", "month") or not isinstance(low, date) or reading.because:
            return None
        linked = last < first and self._linked(items.letters, last + 1) >= first
        runs = reading.dated or items.letters[last + 1 : last + 2] in self.known.ends
        if linked and runs:
            return low.year, low.month, -1
        return (low.year, low.month, 0) if reading.dated else None


SHARING = frozenset({"day", "days", "month"})
