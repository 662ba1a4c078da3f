"""What each token may begin, found in one pass: most sentences hold no figure, and are read no further."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from crosscheck.language import numbers, telling
from crosscheck.language.dating.patterns import language
from crosscheck.language.memo import Memo
from crosscheck.language.tokens import Tokens

YES, NO = "1", "0"
HIT = re.compile(YES)
WIDTH = 4  # signs of a word: its letter to dates, whether a number or a telling phrase may begin there, its case


class Signs(NamedTuple):
    """A letter a token, as date patterns see it, and the tokens at which numbers and telling phrases may begin."""

    letters: str
    numbers: tuple[int, ...]
    telling: tuple[int, ...]


def spelt(words: Iterable[str], lang: str) -> str:
    """The signs of any row of words, so many for each."""
    return "".join(map(_known(lang).__getitem__, words))


def signs(tokens: Tokens, lang: str, told: str | None = None) -> Signs:
    """The signs of a sentence; `told` are those of its words, where the caller has them."""
    told = spelt(tokens.words, lang) if told is None else told
    letters = told[::WIDTH]
    if YES in told[3::WIDTH]:
        letters = language(lang).spelling.letters(tokens)
    return Signs(letters, _hits(told[1::WIDTH]), _hits(told[2::WIDTH]))


def _hits(flags: str) -> tuple[int, ...]:
    return tuple([match.start() for match in HIT.finditer(flags)]) if YES in flags else ()


@cache
def _known(lang: str) -> Memo[str, str]:
    spelling = language(lang).spelling
    tests: tuple[Callable[[str], bool], ...] = (
        numbers.beginnings(lang).__getitem__,
        telling.telling(lang).__contains__,
        spelling.is_cased,
    )
    return Memo(lambda word: spelling.letter(word) + "".join(YES if test(word) else NO for test in tests))
