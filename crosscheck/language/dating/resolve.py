"""Chooses the year or week that a date leaves unsaid, as readers of news do: from publication, the past preferred."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from crosscheck.language.dating.readings import Scene
from crosscheck.language.dating.stretches import Stretch, around, move, weekday_near
from crosscheck.language.dating.tense import LEFT_OPEN

OfYear = Callable[[int], Stretch | None]
HALF_YEAR, QUARTER = 183, 92
# A December paper's "January 9" is the one to come, September's has gone by; a past verb yields only to the next two
# weeks ("gave him a May 10 deadline", written on May 2, is not of last year).
SOON, VERY_SOON, LONG_AGO = 60, 14, 270


def unsaid_year(scene: Scene, month: int, of_year: OfYear, turn: int | None = None) -> Stretch | None:
    """The days meant by a date without a year; `of_year` gives None where a year has no such day.

    A year said beside it is carried over ("from June 1 to September 30, 2023"), turning at the new year; else the
    verb decides; else this year's unless it is more than half a year ahead. None where nothing anchors it, or none of
    the years that it can be of has such a day.
    """
    near = scene.near()
    if near is not None and (near[2] or (near[1] == month and scene.tense() <= 0 and of_year(near[0]))):
        year, other, side = near
        year += (side < 0 and month < other) - (side > 0 and month > other)
        return of_year(year)
    anchor = scene.published
    if anchor is None:
        return None
    candidates = [found for year in _years(anchor) if (found := of_year(year))]
    return _choose(candidates, anchor, scene, turn) if candidates else None


def _years(anchor: date) -> range:
    return range(max(anchor.year - 1, 1), min(anchor.year + 1, date.max.year) + 1)


def _choose(candidates: list[Stretch], anchor: date, scene: Scene, turn: int | None) -> Stretch:
    past = max((each for each in candidates if each.low <= anchor), key=lambda each: each.low, default=None)
    ahead = min((each for each in candidates if each.high >= anchor), key=lambda each: each.low, default=None)
    if past is None or ahead is None:
        return past or ahead or candidates[0]
    if turn is not None:
        return _turned(candidates, past, ahead, anchor, turn)
    tense = 0 if scene.tense() == LEFT_OPEN else scene.tense()
    soon = (ahead.low - anchor).days <= (SOON if tense == 0 else VERY_SOON) and (anchor - past.high).days > LONG_AGO
    if tense > 0 or soon:
        return ahead
    if tense < 0 or past.low.year == anchor.year:
        return past
    return ahead if (ahead.low - anchor).days <= HALF_YEAR else past


def _turned(candidates: list[Stretch], past: Stretch, ahead: Stretch, anchor: date, turn: int) -> Stretch:
    """What "last", "this" and "next" choose: "last September" is, said in November, that of last year."""
    if turn == 0:
        return past if past.low.year == anchor.year else ahead
    if turn > 0:
        return min((each for each in candidates if each.low > anchor), key=lambda each: each.low, default=ahead)
    gone = [each for each in candidates if each.high < anchor]
    gone = [each for each in gone if each.days == 1 or (anchor - each.high).days > QUARTER]
    return max(gone, key=lambda each: each.low, default=past)


def weekday_of(published: date, weekday: int, turn: int | None, tense: int) -> date | None:
    """The day that a weekday means on a day of publication, which itself counts.

    Bare, it is the latest one, with a verb of the future the next. "Last" and "next" speak of last and next week
    ("last Thursday", written on a Friday, is eight days ago); -2 is "past" and 3 "coming": strictly before and after.
    """
    if turn is None:
        return weekday_near(published, weekday, 1 if tense > 0 else -1)
    if turn == 0:
        return weekday_near(published, weekday, -1 if tense < 0 else 1)
    if turn in (-2, 3):
        start = move(published, -1 if turn < 0 else 1)
        return start and weekday_near(start, weekday, -1 if turn < 0 else 1)
    week = around(published, "week", turn)
    return None if week is None else move(week.low, weekday - 1)


def weekend_of(published: date, turn: int | None, tense: int) -> Stretch | None:
    """The weekend meant: bare and said of the past, the latest that has begun; "this" and ahead, the one to come."""
    if turn in (1, 2):
        return around(published, "weekend", turn)
    begun = published.isoweekday() >= 6
    if turn in (-1, -2):
        return around(published, "weekend", -1)
    coming = tense > 0 or (turn == 0 and tense == 0)
    return around(published, "weekend", 0 if begun or coming else -1)
