"""What a date pattern found, the scene it stands in, and the reading that an operation makes of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import Any

from crosscheck.language.dating.patterns import Match
from crosscheck.language.dating.stretches import Stretch, month_of
from crosscheck.language.dating.tense import Tense
from crosscheck.language.dating.terms import Terms
from crosscheck.model import Modifier


@dataclass(frozen=True, slots=True)
class Reading:
    """Days from `low` to `high`, or a time of day, with the grain in which it was said.

    Both ends are None where only an unknown publication date could tell. `dated` says that it names its own year,
    `deictic` that it was counted from publication; `weekday` is the weekday said. A length of time ("two months ago")
    keeps the day that it reckons, `centre`, its unit, and the day that it is reckoned from where that is said, `base`.
    """

    low: date | time | None
    high: date | time | None
    grain: str
    modifier: Modifier = "exact"
    because: str | None = None
    dated: bool = False
    deictic: bool = False
    weekday: int | None = None
    centre: date | None = None
    unit: str | None = None
    base: date | None = None
    first: int = 0
    last: int = 0
    hedge: tuple[int, int] | None = None

    @property
    def stretch(self) -> Stretch | None:
        """The days read, None for a time of day and where nothing could be resolved."""
        if isinstance(self.low, date) and isinstance(self.high, date):
            return Stretch(self.low, self.high)
        return None

    def spanning(self, first: int, last: int) -> Reading:
        """The same reading for other tokens."""
        return replace(self, first=first, last=last)


UNKNOWN = "no_published_date"


def unknown(grain: str = "day") -> Reading:
    """What a relative date is read as where the publication date is not known."""
    return Reading(None, None, grain, because=UNKNOWN)


def of_day(day: date | None, grain: str = "day", **more: Any) -> Reading | None:
    """The reading of one day."""
    return None if day is None else Reading(day, day, grain, **more)


def of_stretch(stretch: Stretch | None, grain: str, **more: Any) -> Reading | None:
    """The reading of a stretch of days."""
    return None if stretch is None else Reading(stretch.low, stretch.high, grain, **more)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a date is read against: publication, the verb around it, a date said nearby.

    `near` gives year and month of a dated day or month that it is linked to, and on which side that stands (1 after,
    -1 before, 0 where it is not linked and tells the year of its own month alone). `alone` tells that the sentence has
    no other word: a heading, or a line of a calendar. `listed` gives the single day right before, from which only the
    marks of a list part this one.
    """

    published: date | None
    tense: Callable[[], Tense]
    near: Callable[[], tuple[int, int, int] | None]
    alone: Callable[[], bool]
    listed: Callable[[], Reading | None] = lambda: None

    def linked(self) -> bool:
        """Whether a dated day or month stands right beside, so that its year is said with this one too."""
        near = self.near()
        return near is not None and near[2] != 0


@dataclass(frozen=True, slots=True)
class Found:
    """A match with the words that fill its slots, and the readings that a compound pattern is built on."""

    match: Match
    words: dict[str, str]
    terms: Terms
    readings: dict[str, Reading] = field(default_factory=dict)

    def get(self, slot: str) -> Any:
        """What a slot says, or what the pattern itself says in its place, or None."""
        word = self.words.get(slot)
        if word is None:
            return self.match.pattern.options.get(slot)
        return self.terms.value(self.match.pattern.kinds[slot], word)

    def counted(self, slot: str, tens: str = "ten") -> Any:
        """A number of one or two words: "twenty-one"."""
        ones, more = self.get(slot), self.get(tens)
        return ones if more is None or not isinstance(ones, int) else more + ones

    def rank(self) -> int | None:
        """A place in a row, written as a word or as digits with their ending."""
        rank = self.counted("nth", "ten2")
        return rank if isinstance(rank, int) else self.get("nth2")

    def year(self, published: date | None) -> int | None:
        """The year said, one of two digits being the one nearest to the publication date."""
        year, short = self.get("year"), self.get("short")
        if year is not None or short is None:
            return None if year is None else int(year)
        return full_year(short, published)


AHEAD = 20  # "12/12/30" in 2016 is in the future, "03/18/40" is not: dates of news reach back further than forward


def full_year(short: int, published: date | None) -> int:
    """The year of two digits that is at most twenty years ahead of publication; 1970 to 2069 where that is unknown."""
    latest = published.year + AHEAD if published else 2069
    return latest - (latest - short) % 100


def impossible(year: int, month: int) -> Reading:
    """A day that its month has not got, kept as the month with the reason."""
    within = month_of(year, month)
    return Reading(within.low, within.high, "day", because="impossible_date", dated=True)
