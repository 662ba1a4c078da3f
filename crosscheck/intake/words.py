"""The words of bylines and footers, taken from a language pack and made ready to match at a line's beginning."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from crosscheck.language.packs import table


@dataclass(frozen=True, slots=True)
class Words:
    """One pack's file `datelines`: labels match where a stretch begins, with the white space and colon after them.

    `credit` is searched for anywhere; `edges` and `noise` are what a byline may hold beside names and days, the first
    right before a day, the second alone. The sets are folded.
    """

    lang: str
    author: re.Pattern[str]
    published: re.Pattern[str]
    updated: re.Pattern[str]
    day: re.Pattern[str]
    outlet: re.Pattern[str]
    title: re.Pattern[str]
    writes_for: re.Pattern[str]
    writes_from: re.Pattern[str]
    preposition: re.Pattern[str]
    credit: re.Pattern[str]
    footer: re.Pattern[str]
    counted: re.Pattern[str]
    edges: re.Pattern[str]
    noise: re.Pattern[str]
    together: frozenset[str]
    particles: frozenset[str]
    press: frozenset[str]
    posts: frozenset[str]


@cache
def words(lang: str) -> Words:
    """The dateline words of a language; raises PackError where its pack has no file `datelines`."""
    told: dict[str, list[str]] = table(lang, "datelines")
    labels = {
        name: _label(told[name]) for name in ("author", "published", "updated", "day", "outlet", "title", "footer")
    }
    return Words(
        lang,
        **labels,
        writes_for=_between(told["writes_for"]),
        writes_from=_between(told["writes_from"]),
        preposition=_label(told["preposition"]),
        credit=re.compile(rf"(?<!\w)(?:{_any(told['credit'])})", re.IGNORECASE),
        counted=re.compile(rf"\d{{1,6}}\s(?:{_any(told['counted'])})", re.IGNORECASE),
        edges=re.compile(rf"(?:(?:^|(?<=\W))(?:{_any(told['edges'])})[\s,.]{{0,3}}){{1,3}}$", re.IGNORECASE),
        noise=re.compile(rf"(?:\d{{1,3}}\s?)?(?<![^\W\d])(?:{_any(told['edges'] + told['noise'])})", re.IGNORECASE),
        together=frozenset(told["together"]),
        particles=frozenset(told["particles"]),
        press=frozenset(told["press"]),
        posts=frozenset(told["posts"]),
    )


def _label(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{_any(phrases)})\s{{0,9}}:?\s{{0,9}}", re.IGNORECASE)


def _between(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_any(phrases)})\s{{1,9}}(?=[^\W\d_])", re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_spaced(phrase) for phrase in longest_first)


def _spaced(phrase: str) -> str:
    source = r"\s".join(re.escape(word) for word in phrase.split()).replace(":", r"\s{0,9}:")
    return source + r"(?!\w)" if phrase[-1].isalnum() else source
