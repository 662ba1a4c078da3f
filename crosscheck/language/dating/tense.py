"""Whether the verb around some tokens speaks of the past or of what is to come, by the cues of a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens

Tense = Literal[-1, 0, 1, 2]
LEFT_OPEN: Tense = 2  # "lasted until Monday": a weekday so told is to come, a day of a month need not be
REACH = 14  # tokens: "will", eleven words and "on Tuesday" still make one clause in news prose


@dataclass(frozen=True, slots=True)
class Cues:
    """Words of the future and of the past, endings of past verbs, what goes before participles, what ends a clause."""

    future: frozenset[str]
    past: frozenset[str]
    endings: tuple[str, ...]
    exceptions: frozenset[str]
    passive: frozenset[str]
    forward: frozenset[str]
    clause: frozenset[str]

    def of(self, words: tuple[str, ...], index: int) -> Tense:
        """What one word tells: "held" is past, in "to be held" it tells nothing, "will have" is to come."""
        word = words[index]
        if word in self.future or " ".join(words[index : index + 2]) in self.future:
            return 1
        if word not in self.past and (len(word) < 4 or not word.endswith(self.endings) or word in self.exceptions):
            return 0
        before = words[index - 1] if index else ""
        return 0 if before in self.passive else 1 if before in self.future else -1


@cache
def cues(lang: str) -> Cues:
    """The tense cues of a language, from its dates.toml."""
    data = table(lang, "dates")["tense"]
    names = ("exceptions", "passive", "forward", "clause")
    future, past = frozenset(data["future"]), frozenset(data["past"])
    return Cues(future, past, tuple(data["endings"]), *(frozenset(data[name]) for name in names))


def tense_around(tokens: Tokens, first: int, last: int, lang: str) -> Tense:
    """-1 past, 1 future, 0 untold: the nearest verb before the tokens in their clause decides, else the nearest after.

    "Until" right before a date looks ahead, but where the verb is past it leaves the date open, 2. A clause that opens
    with the date goes on behind its comma ("On Monday, the court will hear …").
    """
    told = _told_around(tokens.words, first, last, cues(lang))
    if first and tokens.words[first - 1] in cues(lang).forward:
        return LEFT_OPEN if told < 0 else 1
    return told


def _told_around(words: tuple[str, ...], first: int, last: int, known: Cues) -> Tense:
    before, after = range(first - 1, max(first - REACH, 0) - 1, -1), range(last + 1, min(last + REACH, len(words)))
    for side in (before, after):
        for index in side:
            if words[index] in known.clause:
                break
            told = known.of(words, index)
            if told:
                return told
    return 0
