"""Tells how a name stands in its sentence: located, merely named, a part of another name, or a person's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from crosscheck.language.folding import fold
from crosscheck.language.places.choosing import Evidence
from crosscheck.language.places.place import Place
from crosscheck.language.places.scanning import Match
from crosscheck.language.places.words import Hint, Words

BEFORE = 48  # characters looked back for "in the southern city of"
PIECE = re.compile(r"[^\W\d_]+|[^\w\s]")
NEXT = re.compile(r"[ \n]([^\W\d_]{1,30})\b")
FIGURE = re.compile(r"\s?[(\[]\s?\d")
JOINED, JOINING = re.compile(r"[\w/@.-]"), re.compile(r"[\w/@-]|\.\w")  # what makes one of a word before, after
WORD = re.compile(r"[^\W\d_]+")
ACRONYM = 4  # letters: "SWAT", "CASH"; "LIMA" is a place where it opens a dispatch
APOSTROPHES = ("'", "’")
LOUD = 0.7  # of the words of a headline have a capital; of a sentence with many names, a third
OCCURRENCES = 30  # of a name that are looked at
WINDOW = 20_000  # characters on either side that count as the same article, so that no text costs more than its length


class Sighting(NamedTuple):
    """A name of a place in a text, before or after it is known which place it means.

    `evidence`: "composed" (with its state or country: "Aurora, Colo."), "located" ("in Aurora"), "named", "part" (of
    another name: "Peru Libre", or beside an unknown capitalised word), "demonym" ("Peruvian"), "back" ("the region").
    The last three are weak. `hint` is the kind that the words around tell. `place` is set where the words settle it.
    """

    start: int
    end: int
    name: str
    evidence: Evidence
    hint: Hint | None = None
    place: Place | None = None
    words: int = 1

    @property
    def weak(self) -> bool:
        """Whether this may colour a sentence ("Peruvian police") but hardly tells where something happened."""
        return self.evidence in ("part", "demonym", "back")


def is_loud(text: str, start: int, end: int) -> bool:
    """Whether a stretch is a headline: most of its words have a capital, so capitals tell nothing."""
    found = WORD.findall(text, start, end)
    return len(found) > 5 and sum(map(str.isupper, [word[0] for word in found])) > LOUD * len(found)


def sight(text: str, match: Match, begin: int, words: Words, *, loud: bool, after_name: bool) -> Sighting | None:
    """How a match stands, or None where it is a person's name or a common word.

    `begin` is where its sentence begins, `after_name` whether another known name touches it from the left.
    """
    count = match.key.count(" ") + 1
    if match.demonym:
        return Sighting(match.start, match.end, match.key, "demonym", match.hint, None, count)
    seen = Sighting(match.start, match.end, match.key, "named", match.hint, None, count)
    prior = [piece.lower() for piece in PIECE.findall(text, max(begin, match.start - BEFORE), match.start)]
    if match.bound or _is_person(prior, words) or _is_feature(prior, match, words):
        return None
    seen = _hinted(text, _located(text, seen, prior, words), words)
    told = seen.evidence == "located" or seen.hint is not None
    if loud:
        return seen if told or match.words > 1 or not _is_common(text, match) else None
    partial = after_name or not (_is_plain(match.after, words) or fold(match.after) in words.office)
    if told and (seen.hint or text[match.end : match.end + 1] not in APOSTROPHES):  # not "at Smith's home"
        return seen._replace(evidence="part") if partial and not seen.hint else seen
    if match.words == 1 and not _is_placelike(text, match, begin, words):
        return None
    if partial:
        return seen._replace(evidence="part")
    if _is_apart(match.before, words) or _opens(text, match, begin):
        return seen
    return seen._replace(evidence="part") if match.words > 1 else None


def _is_person(prior: list[str], words: Words) -> bool:
    if prior and prior[-1] == ".":
        return len(prior) > 1 and prior[-2] in words.title
    return bool(prior) and prior[-1] in words.title


def _is_feature(prior: list[str], match: Match, words: Words) -> bool:
    """Whether the words beside a name make something else of it: "Madison Street", "University of Washington"."""
    named_for = len(prior) > 1 and prior[-1] in words.of and prior[-2] in words.feature
    return named_for or fold(match.after) in words.feature


def _located(text: str, seen: Sighting, prior: list[str], words: Words) -> Sighting:
    if FIGURE.match(text, seen.end):  # a breakdown: "Ayacucho (9), Apurimac (6)"
        seen = seen._replace(evidence="located")
    prior = _undirected(prior, words)
    if not prior:
        return seen
    if len(prior) > 1 and prior[-1] in words.of and prior[-2] in words.locative:  # "outside of Lima", "cerca de Lima"
        return seen._replace(evidence="located")
    if prior[-1] in words.of and len(prior) > 1 and prior[-2] in words.kind:
        part = not words.indefinite.isdisjoint(prior[-5:-2])
        return seen._replace(evidence="located", hint=seen.hint or (None if part else words.kind[prior[-2]]))
    if prior[-1] in words.kind:
        return seen._replace(hint=seen.hint or words.kind[prior[-1]])
    return seen._replace(evidence="located") if prior[-1] in words.locative else seen


def _undirected(prior: list[str], words: Words) -> list[str]:
    """The words before a name without those that tell a part of it: "in southern Peru", "in the south of Peru"."""
    last = len(prior)
    while last:
        if prior[last - 1] in words.direction:
            last -= 1
        elif last > 1 and prior[last - 1] in words.of and prior[last - 2] in words.direction:
            last -= 2
        else:
            break
    return prior[:last]


def _hinted(text: str, seen: Sighting, words: Words) -> Sighting:
    """A sighting with the kind that the next word tells: "Puno region"."""
    follows = None if seen.hint else NEXT.match(text, seen.end)
    kind = words.kind.get(follows[1]) if follows else None
    return seen._replace(hint=kind) if kind else seen


def _is_plain(word: str, words: Words) -> bool:
    """Whether a capitalised neighbour is no part of a name: none, "In", "Northern", "Mayor", "Peruvian"."""
    key = fold(word)
    known = words.locative, words.direction, words.of, words.title, words.kind, words.demonym
    return not key or any(key in group for group in known)


def _is_apart(word: str, words: Words) -> bool:
    """Whether a capitalised word before a name is no part of it: "The", but not the "De" of a surname."""
    key = fold(word)
    return _is_plain(word, words) or (key in words.never and key not in words.particle)


def _opens(text: str, match: Match, begin: int) -> bool:
    """Whether the word before opens its sentence and is written small elsewhere: "Meanwhile Juliaca …"."""
    start = match.start - len(match.before) - 1
    opening = start <= begin or text[begin:start].rstrip()[-1:] in ".!?:;\"'”’\n)]—-"
    return opening and _is_written(text, match.before.lower(), match.start)


def _is_common(text: str, match: Match) -> bool:
    """Whether the article writes the word small as well, so that its capital may only open a sentence: "Reading"."""
    return _is_written(text, text[match.start : match.end].lower(), match.start)


def _is_placelike(text: str, match: Match, begin: int, words: Words) -> bool:
    """Whether nothing speaks against a single word; "US" beside "us" is no common word, "SWAT" no valley."""
    if text[match.start : match.end].isupper():
        opening = not text[begin : match.start].strip()
        return match.exact or opening or match.end - match.start > ACRONYM
    return not (_is_common(text, match) or _is_surname(text, match, words))


def _is_surname(text: str, match: Match, words: Words) -> bool:
    """Whether the article has the name behind a first name more often than where something is: "Alan Jackson"."""
    name = text[match.start : match.end]
    if len(text) > WINDOW:
        return _stands_behind(text, name, match.start, words)
    told = _surnames(text)
    if name not in told:
        told[name] = _stands_behind(text, name, match.start, words)
    return told[name]


@lru_cache(maxsize=1)
def _surnames(text: str) -> dict[str, bool]:  # noqa: ARG001 - the text at hand; the next one begins anew
    """What is known of the names of one text that is short enough to be looked at whole, wherever a name stands."""
    return {}


def _stands_behind(text: str, name: str, around: int, words: Words) -> bool:
    behind = 0
    for at in _finds(text, name, around):
        word = _word_before(text, at)
        if word.lower() in words.locative:
            behind -= 1
        elif word[:1].isupper() and not _is_apart(word, words) and not _is_written(text, word.lower(), at):
            behind += 1
    return behind > 0


def _is_written(text: str, word: str, around: int) -> bool:
    """Whether a text has a word just so, by itself, and not in an address: "/strong-quake-hits-iran-1.html"."""
    return any(
        not JOINED.match(text[at - 1 : at]) and not JOINING.match(text, at + len(word))
        for at in _finds(text, word, around)
    )


def _finds(text: str, word: str, around: int) -> Iterator[int]:
    low, high = max(0, around - WINDOW), around + WINDOW
    at = text.find(word, low, high)
    for _ in range(OCCURRENCES):
        if at < 0:
            return
        yield at
        at = text.find(word, at + 1, high)


def _word_before(text: str, at: int) -> str:
    if text[at - 1 : at] != " ":
        return ""
    found = WORD.findall(text, max(0, at - 32), at - 1)
    return found[-1] if found and text[at - 2].isalpha() else ""
