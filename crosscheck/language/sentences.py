"""Cuts text into sentences, whole or only around a hit; a stop in "Gen. Laura" or "No. 4" ends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from crosscheck.language.packs import table

LONGEST = 4000  # a stretch without any end is cut here, so that an endless line costs no more than its length
# A note's number may stand after it: "Three died.[2]".
STOP = re.compile(r"[.!?…]+[\"'”’)\]»]{0,3}(?:\[\d{1,3}\]){0,3}(?=\s)|\n")
LAST_WORD = re.compile(r"[^\W_][^\s(\[“\"]{0,12}\Z")
WRAPPED = range(45, 101)  # a line of running text that an editor broke has about this many characters
NEXT_WORD = re.compile(r"\s*[\"'“‘(\[«*•-]{0,3}([^\W_]+)")
LABEL = re.compile(r"[^\W\d_]{3,12}:\s")  # "Published: November 28" begins a line of its own
BLANK = re.compile(r"[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class Splitter:
    """The abbreviations of one language, and where its sentences end."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    either: frozenset[str]
    openers: frozenset[str]

    def split(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The sentences of a stretch as (start, end), white space at both ends left out."""
        begin = start
        for match in STOP.finditer(text, start, end):
            if self._ends(text, match, begin, end):
                yield from _trimmed(text, begin, match.end())
                begin = match.end()
        yield from _trimmed(text, begin, end)

    def _ends(self, text: str, match: re.Match[str], begin: int, end: int) -> bool:
        mark = text[match.start()]
        if mark == "\n":
            return _line_ends(text, match.start(), begin, end)
        if mark != "." or match.end() - match.start() > 1:
            return not _starts_low(text, match.end(), end)
        word = LAST_WORD.search(text, max(begin, match.start() - 14), match.start())
        return self._stops(word.group().lower() if word else "", text, match.end(), end)

    def _stops(self, word: str, text: str, after: int, end: int) -> bool:
        following = _next_word(text, after, end)
        if not following:
            return True
        if word in self.before_name or (len(word) == 1 and word.isalpha()):
            return False
        if following[0].islower():
            return False
        if word in self.before_number and following[0].isdigit():
            return False
        if word in self.either or (len(word) == 3 and word[1] == "."):
            return following.lower() in self.openers
        return not (word in self.before_number and following[0].isdigit())


def _next_word(text: str, start: int, end: int) -> str:
    match = NEXT_WORD.match(text, start, min(end, start + 60))
    return match.group(1) if match else ""


def _starts_low(text: str, start: int, end: int) -> bool:
    return _next_word(text, start, end)[:1].islower()


def _line_ends(text: str, at: int, begin: int, end: int) -> bool:
    """Whether a line break ends a sentence: an empty line does, a break inside running text does not."""
    if BLANK.match(text, at + 1, end) or text[max(begin, at - 2) : at].strip() == "":
        return True
    line = at - max(text.rfind("\n", begin, at) + 1, begin)
    following = text[at + 1 : min(end, at + 4)].lstrip()[:1]
    if following.islower():
        return False
    if LABEL.match(text, at + 1, end) or (_line_length(text, at + 1, end) >= WRAPPED.stop):
        return True
    return not (line in WRAPPED and (following.isalnum()) and text[at - 1] not in ".!?:\"”'’")


def _line_length(text: str, start: int, end: int) -> int:
    """How long a line is, as far as it matters: where one is longer than a page is wide, no editor broke the others."""
    stop = text.find("\n", start, min(end, start + WRAPPED.stop))
    return (stop if stop >= 0 else min(end, start + WRAPPED.stop)) - start


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = min(end, start + LONGEST)
        if stop < end:
            stop = max(text.rfind(" ", start, stop), start + LONGEST // 2)
        piece = text[start:stop]
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if first < last:
            yield first, last
        start = stop


@cache
def splitter(lang: str) -> Splitter:
    """The splitter of a language, from its sentences.toml."""
    data = table(lang, "sentences")
    names = ("before_name", "before_number", "either", "openers")
    return Splitter(*(frozenset(data.get(name, ())) for name in names))
