"""Finds the capitalised stretches of a text that the gazetteer knows: one bounded expression, longest name first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from crosscheck.language.folding import fold
from crosscheck.language.places.atlas import Atlas
from crosscheck.language.places.words import Hint, Words
from crosscheck.language.tokens import is_odd, seen_through

LONGEST = 6  # words of a name: "San Juan de Lurigancho" has four
UPPER = "".join(char for char in map(chr, range(0x250)) if char.isupper())
TOKEN = re.compile(r"\S+")
SMALL = re.compile(r"\b[^\W\d_]{3,30}\b")


class Match(NamedTuple):
    """A known name in a text; `before` and `after` are the capitalised words that touch it, "" where none does.

    `hint` is what a capitalised word after it tells ("Cook County"), and `end` is then behind that word; `bound` tells
    that a particle binds it to an unknown word ("San Juan de Nowhere"), `exact` that the pack writes it so ("US").
    """

    start: int
    end: int
    key: str
    words: int
    before: str = ""
    after: str = ""
    hint: Hint | None = None
    demonym: str | None = None
    bound: bool = False
    exact: bool = False


@cache
def stretches(words: Words) -> re.Pattern[str]:
    """The expression of a stretch: capitalised words, with small ones of names between; never past a mark.

    Every repetition is bounded and every word begins with a letter that no other part can match.
    """
    shortened = "|".join(map(re.escape, words.shortened))
    connector = "|".join(map(re.escape, sorted(words.connector, key=len, reverse=True)))
    word = rf"(?:(?:[A-Z]{{1,2}}\.){{2,4}}|(?:{shortened})\.|[{UPPER}]\w{{0,30}}(?:['’-]\w{{1,30}}){{0,4}})"
    space = r"(?:[^\S\n]{1,2}|\n)"
    return re.compile(rf"(?<![\w@#/]){word}(?:{space}(?:(?:{connector}){space}){{0,2}}{word}){{0,11}}")


def scan(text: str, start: int, end: int, atlas: Atlas, words: Words) -> list[Match]:
    """Every known name between two offsets, from left to right, none inside another."""
    if is_odd(text, start, end):
        plain, kept = seen_through(text, start, end)
        seen = scan(plain, 0, len(plain), atlas, words)
        return [match._replace(start=kept[match.start], end=kept[match.end - 1] + 1) for match in seen]
    found: list[Match] = []
    openings = atlas.openings.__getitem__
    for stretch in stretches(words).finditer(text, start, end):
        opened = list(map(openings, stretch.group().split()))
        if not any(opened) or (len(opened) == 1 and not (opened[0] and opened[0][1])):
            continue
        tokens = [token.span() for token in TOKEN.finditer(text, *stretch.span())]
        index = 0
        while index < len(tokens):
            opening = opened[index]
            if opening is None or not (opening[1] or index + 1 < len(tokens)):
                index += 1
                continue
            match = _longest(text, tokens, index, opening, atlas, words)
            if match is not None and match.key not in words.never:
                found.append(match)
            index += match.words if match is not None else 1
    if not words.small:
        return found
    return sorted((*found, *_small(text, start, end, words)), key=lambda match: match.start)


def _small(text: str, start: int, end: int, words: Words) -> Iterator[Match]:
    """The demonyms of a language that writes them without a capital: "la policía peruana"."""
    for found in SMALL.finditer(text, start, end):
        if found.group() in words.small:
            key = fold(found.group())
            yield Match(*found.span(), key, 1, demonym=words.demonym[key])


def _longest(
    text: str, tokens: list[tuple[int, int]], index: int, opening: tuple[bool, bool], atlas: Atlas, words: Words
) -> Match | None:
    start, _ = tokens[index]
    begins, alone = opening
    most = min(LONGEST, len(tokens) - index) if begins else 1
    for count in range(most, 0 if alone else 1, -1):
        last_start, end = tokens[index + count - 1]
        match = _match(text, start, end, count, atlas) if text[last_start].isupper() else None
        if match is not None:
            shorter = _without_kind(text, tokens, index, match, atlas, words) if count > 1 else None
            return _among(text, tokens, index, shorter or match, words)
    return None


def _without_kind(
    text: str, tokens: list[tuple[int, int]], index: int, match: Match, atlas: Atlas, words: Words
) -> Match | None:
    """The name before the word for its kind: "Junin Department" is a region of Peru and a district of Argentina.

    A town keeps it: "Kansas City" is not a city called Kansas.
    """
    kind = words.kind.get(match.key.rpartition(" ")[2])
    if match.words == 1 or kind in (None, "city", "country"):
        return None
    return _match(text, match.start, tokens[index + match.words - 2][1], match.words - 1, atlas)


def _among(text: str, tokens: list[tuple[int, int]], index: int, match: Match, words: Words) -> Match:
    """A match with the capitalised words beside it."""
    last = index + match.words - 1
    before = _touching(text, tokens, index, -1, words)
    if match.end != tokens[last][1]:  # a possessive, a compound: what follows is no part of the name
        return match._replace(before=before)
    after = _touching(text, tokens, last, 1, words)
    hint = words.kind.get(fold(after))
    if hint is None or match.demonym or not text[tokens[last + 1][0]].isupper():
        bound = bool(after) and text[slice(*tokens[last + 1])] in words.particle
        return match._replace(before=before, after=after, bound=bound)
    following = _touching(text, tokens, last + 1, 1, words)
    return match._replace(before=before, after=following, hint=hint, end=tokens[last + 1][1], words=match.words + 1)


def _match(text: str, start: int, end: int, count: int, atlas: Atlas) -> Match | None:
    known = atlas.known[text[start:end]]
    if known is None or (known.compound and count > 1):
        return None
    return Match(start, start + known.length, known.key, count, demonym=known.demonym, exact=known.exact)


def _touching(text: str, tokens: list[tuple[int, int]], index: int, step: int, words: Words) -> str:
    """The capitalised word before (step -1) or after a token, over a particle, where no line ends between them."""
    other = index + step
    while 0 <= other < len(tokens) and text[slice(*tokens[other])] in words.particle:
        other += step
    if not 0 <= other < len(tokens) or not text[tokens[other][0]].isupper():
        return ""
    low, high = (tokens[other][1], tokens[index][0]) if step < 0 else (tokens[index][1], tokens[other][0])
    return "" if "\n" in text[low:high] else text[slice(*tokens[other])]
