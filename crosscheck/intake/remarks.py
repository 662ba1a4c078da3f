"""Remarks to this program in an article, kept apart from what the article tells, in every format alike.

A remark is about the paragraph in which it stands; alone in its paragraph, about the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from crosscheck.model import Article, Part, Remark, Span

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
    return replace(told, remarks=tuple(_remark(told, comment) for comment in found))


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


def _remark(article: Article, comment: _Comment) -> Remark:
    text = article.text
    start, end = _up(text, comment.start), _down(text, comment.end)
    if not any(part.role == "body" and part.start < end and start < part.end for part in article.parts):
        while end < len(text) and text[end].isspace():
            end += 1
        end = _down(text, end)
    return Remark(comment.words, article.locate(Span(comment.start, comment.end)).line, start, end)


def _up(text: str, at: int) -> int:
    """Where the paragraph begins that holds an offset."""
    while (line := text.rfind("\n", 0, at)) >= 0:
        before = text.rfind("\n", 0, line)
        if not text[before + 1 : line].strip():
            return line + 1
        at = line
    return 0


def _down(text: str, at: int) -> int:
    """Where the paragraph ends that holds an offset."""
    while (line := text.find("\n", at)) >= 0:
        after = text.find("\n", line + 1)
        if not text[line + 1 : after if after >= 0 else len(text)].strip():
            return line
        at = line + 1
    return len(text)


def _cut(parts: Iterable[Part], comments: tuple[_Comment, ...], text: str) -> Iterator[Part]:
    for part in parts:
        start = part.start
        if part.field != "text":
            yield part
            continue
        for comment in comments:
            if start <= comment.start < part.end:
                yield from _kept(part, start, comment.start, text)
                start = comment.end
        yield from _kept(part, start, part.end, text)


def _kept(part: Part, start: int, end: int, text: str) -> Iterator[Part]:
    kept = text[start:end]
    if kept.strip():
        begin = start + len(kept) - len(kept.lstrip())
        yield replace(part, start=begin, end=begin + len(kept.strip()))
