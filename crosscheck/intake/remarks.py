"""Remarks to this program in an article, kept apart from what the article tells, in every format alike.

A remark is about the paragraph in which it stands; alone in its paragraph, about the next one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crosscheck.model import Article, Part, Remark

OPENING, CLOSING = "<!--", "-->"
MARK = re.compile(r"\s{0,20}crosscheck:")
LONGEST = 2_000  # characters: a reason is a sentence or two


@dataclass(frozen=True, slots=True)
class _Comment:
    """Where a remark stands, from its first sign to behind its last, and what it says."""

    start: int
    end: int
    words: str


def remarked(article: Article) -> Article:
    """The article with its remarks, which are then no part of its body."""
    if OPENING not in article.text:
        return article
    found = tuple(_comments(article.text))
    if not found:
        return article
    told = replace(article, parts=tuple(_cut(article.parts, found, article.text)))
    return replace(told, remarks=tuple(_Surroundings(told).remarks(found)))


def _comments(text: str) -> Iterator[_Comment]:
    start = text.find(OPENING)
    while start >= 0:
        inner = start + len(OPENING)
        mark = MARK.match(text, inner)
        end = text.find(CLOSING, mark.end(), mark.end() + LONGEST) if mark else -1
        if mark is not None and end >= 0:
            inner = end + len(CLOSING)
            yield _Comment(start, inner, " ".join(text[mark.end() : end].split()))
        start = text.find(OPENING, inner)


class _Surroundings:
    """The paragraphs of an article and the stretches of its body, in order, so that a remark need not look for them."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._starts, self._ends = _paragraphs(article.text)
        bodies = [part for part in article.parts if part.role == "body"]
        self._body_starts = [part.start for part in bodies]
        self._body_ends = [part.end for part in bodies]

    def remarks(self, comments: Iterable[_Comment]) -> Iterator[Remark]:
        """What each comment is about, told of its paragraphs."""
        line, at = 0, 0
        for comment in comments:
            line, at = line + self._article.text.count("\n", at, comment.start), comment.start
            yield Remark(comment.words, self._article.origin.line + self._within(line), *self._about(comment))

    def _within(self, line: int) -> int:
        return 0 if self._article.origin.start is None else line

    def _about(self, comment: _Comment) -> tuple[int, int]:
        first = bisect_right(self._starts, comment.start) - 1
        last = bisect_right(self._starts, comment.end - 1) - 1
        start, end = self._starts[first], self._ends[last]
        if self._states(start, end):
            return start, end
        return start, self._ends[last + 1] if last + 1 < len(self._ends) else len(self._article.text)

    def _states(self, start: int, end: int) -> bool:
        """Whether some of the body stands between two offsets."""
        last = bisect_left(self._body_starts, end) - 1
        return last >= 0 and self._body_ends[last] > start


def _paragraphs(text: str) -> tuple[list[int], list[int]]:
    """Where paragraphs begin and end: lines that are not blank, one below another."""
    starts: list[int] = []
    ends: list[int] = []
    blank, at = True, 0
    for line in text.split("\n"):
        if line.strip():
            if blank:
                starts.append(at)
                ends.append(at)
            ends[-1] = at + len(line)
        blank = not line.strip()
        at += len(line) + 1
    return starts, ends


def _cut(parts: Iterable[Part], comments: tuple[_Comment, ...], text: str) -> Iterator[Part]:
    """The parts without the comments; either stand in the order of the text."""
    places = [comment.start for comment in comments]
    for part in parts:
        start = part.start
        if part.field != "text":
            yield part
            continue
        for comment in comments[bisect_left(places, start) : bisect_left(places, part.end)]:
            yield from _kept(part, start, comment.start, text)
            start = comment.end
        yield from _kept(part, start, part.end, text)


def _kept(part: Part, start: int, end: int, text: str) -> Iterator[Part]:
    kept = text[start:end]
    if kept.strip():
        begin = start + len(kept) - len(kept.lstrip())
        yield replace(part, start=begin, end=begin + len(kept.strip()))
