"""Joins a name with the wider place that follows it: "Aurora, Colo.", "Lima, Ohio", "Juliaca, in the Puno region"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from crosscheck.language.places.atlas import Atlas, Candidate
from crosscheck.language.places.choosing import MARGIN, container, fit
from crosscheck.language.places.scanning import Match
from crosscheck.language.places.words import Words

COMMA = re.compile(r",\s{1,2}|\s\(")
STATE = re.compile(r",\s{1,2}([A-Z](?:\.?[A-Za-z]){1,4})\b(\.)?")
KINDLY = re.compile(r" ([^\W\d_]{1,30})(?=,\s| \()")
LINK = re.compile(r"[^\W\d_]+")
FARTHEST = 40  # characters between "Juliaca" and "Puno" in "Juliaca, in the southern region of Puno"
LIST = 6  # characters between the names of a list: ", and "


class Joined(NamedTuple):
    """A match with the place that it makes together with what follows, None where nothing joins; `end` is of both."""

    match: Match
    end: int
    candidate: Candidate | None = None


def compose(text: str, matches: Sequence[Match], atlas: Atlas, words: Words) -> list[Joined]:
    """Matches from left to right, each joined with the wider place after it where there is one."""
    joined: list[Joined] = []
    for index in range(len(matches) - 1, -1, -1):
        match = _with_kind(text, matches[index], words)
        before = matches[index - 1].end if index else None
        state = _state(text, match, atlas, words)
        if state is not None:
            joined = [each for each in joined if each.match.start >= state.end]
            joined.insert(0, state)
            continue
        whole = _join(text, match, before, joined, atlas, words)
        if whole.candidate is not None:
            joined.pop(0)
        joined.insert(0, whole)
    return joined


def _with_kind(text: str, match: Match, words: Words) -> Match:
    """A match with the small word for its kind that a mark follows: "Panama city (Panama)"."""
    follows = None if match.hint or match.demonym else KINDLY.match(text, match.end)
    kind = words.kind.get(follows[1]) if follows else None
    return match._replace(hint=kind, end=follows.end(1)) if follows and kind else match


def _state(text: str, match: Match, atlas: Atlas, words: Words) -> Joined | None:
    """A town with its state cut short after a comma: "Aurora, Colo.", "Portland, ME"."""
    follows = None if match.demonym else STATE.match(text, match.end)
    if follows is None:
        return None
    path = words.short.get(follows[1]) or words.short.get(follows[1] + (follows[2] or ""))
    state = atlas.target(path) if path else None
    found = _within(match, [state], atlas) if state else None
    return Joined(match, follows.end(), found) if found else None


def _join(text: str, match: Match, before: int | None, joined: Sequence[Joined], atlas: Atlas, words: Words) -> Joined:
    alone = Joined(match, match.end)
    if match.demonym or not joined or joined[0].match.demonym:
        return alone
    after = joined[0]
    gap = text[match.end : after.match.start]
    listed = False
    if COMMA.fullmatch(gap):
        listed = _is_listed(before, match, joined)
    elif not _links(gap, words):
        return alone
    wider = [after.candidate] if after.candidate else _wider(after.match, atlas)
    found = _within(match, wider, atlas)
    if found is None or (listed and found.row not in _usual(match, atlas)):
        return alone
    closes = "(" in gap and text[after.end : after.end + 1] == ")"
    return Joined(match, after.end + closes, found)


def _links(gap: str, words: Words) -> bool:
    """Whether only words that locate stand between two names: "in", ", in the southern region of"."""
    found = LINK.findall(gap.lower())
    linking = (words.locative, words.direction, words.of, words.kind)
    plain = len(gap) <= FARTHEST and not gap.strip(" \n,").count(",") and "." not in gap
    return plain and bool(found) and all(any(word in group for group in linking) for word in found)


def _is_listed(before: int | None, match: Match, joined: Sequence[Joined]) -> bool:
    """Whether two names and a comma are two of a list: "Lima, Junin and Puno"."""
    after = joined[0]
    behind = before is not None and match.start - before <= LIST
    ahead = len(joined) > 1 and joined[1].match.start - after.end <= LIST and joined[1].candidate is None
    return after.candidate is None and (behind or ahead)


def _wider(match: Match, atlas: Atlas) -> list[Candidate]:
    fitting = fit(atlas.candidates(match.key), match.hint, located=True)
    return [each for each in fitting if each.kind != "city"]


def _usual(match: Match, atlas: Atlas) -> frozenset[int]:
    """The places that a name means by itself: the best known and what shares its name and region."""
    known = fit(atlas.candidates(match.key), match.hint, located=True)
    return frozenset(each.row for each in known if each.holds(known[0]) or known[0].holds(each))


def _within(match: Match, wider: Sequence[Candidate], atlas: Atlas) -> Candidate | None:
    """The place of a match's name in one of these, None where there is none or, in a whole country, several."""
    holders = {each.row for each in wider}
    inside = fit(atlas.candidates(match.key), match.hint, located=True)
    inside = [each for each in inside if not holders.isdisjoint(each.chain[1:])]
    inside.sort(key=lambda each: (-each.standing, each.row))
    if not inside:
        return None
    best, *others = inside
    rivals = [each for each in others if best.standing - each.standing < MARGIN and not _same(each, best)]
    if rivals and all(each.kind == "country" for each in wider):
        return None
    return best if match.hint else container(best, inside)


def _same(one: Candidate, other: Candidate) -> bool:
    return one.holds(other) or other.holds(one)
