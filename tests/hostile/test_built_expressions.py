"""Expressions that are built of rules and packs have few ways to match, so that none explodes on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from crosscheck.language.dating.patterns import Scanner, language
from tests.fuzz import warm

# Ways in which a text can be gone through from one place on, all letters taken to fit everywhere: a bound that no text
# can reach, since few letters are of two kinds.
WAYS = 200_000
LANGUAGES = ("en", "es")


@cache
def built(lang: str) -> dict[str, str]:
    """Every expression of rules' patterns and of a pack's dates, by what it was written as."""
    matcher = warm.extractor().engine(lang).matcher
    found = {each.text: matcher._compile(number).pattern.pattern for number, each in enumerate(matcher._all)}
    known = language(lang)
    for name in ("simple", "compound", "whole", "offset", "stretch"):
        scanner: Scanner = getattr(known, name)
        for number, pattern in enumerate(scanner._patterns):
            found[f"{name} {number} {pattern.op}"] = scanner._compile(number).pattern
    return found


def ways(node: Any) -> int:
    """In how many ways an expression may match at most; raises ValueError where it repeats without end."""
    if isinstance(node, parser.SubPattern):
        product = 1
        for each in node:
            product *= ways(each)
        return product
    kind, given = str(node[0]), node[1]
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, what = given
        if most == parser.MAXREPEAT:
            raise ValueError("repeats without end")
        inside = ways(what)
        return sum(inside**times for times in range(least, most + 1))
    if kind == "BRANCH":
        return sum(map(ways, given[1]))
    if kind == "SUBPATTERN":
        return ways(given[-1])
    if kind in ("ASSERT", "ASSERT_NOT"):
        return ways(given[1])
    return 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_none_repeats_without_end_or_has_many_ways(lang: str) -> None:
    counted = {name: ways(parser.parse(source)) for name, source in built(lang).items()}
    assert len(counted) > 50
    assert {name: count for name, count in counted.items() if count > WAYS} == {}


def texts(source: str) -> Iterator[str]:
    """Letters of the expression's own: each alone, all in a row, and its classes in turn, again and again."""
    letters = [char for part in re.findall(r"\[([^\]]*)\]", source) for char in part[:1]]
    for shape in (letters[:1], letters[-1:], letters, letters[:-1], [*letters[:2], *letters[:1]]):
        if shape:
            yield ("".join(shape) * 300)[:300]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_comes_to_its_end_on_texts_of_its_own_parts(lang: str) -> None:
    """Whatever went back and forth without end would never come here; every match is within the bound of its parts."""
    for source in built(lang).values():
        pattern = re.compile(source)
        longest = parser.parse(source).getwidth()[1]
        for text in texts(source):
            assert all(match.end() - match.start() <= longest for match in pattern.finditer(text))
