"""A Markdown file to its one article: fields from front matter, else from the first heading and the byline below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.intake.bylines import Byline
from crosscheck.intake.fields import language, stated_day
from crosscheck.intake.frontmatter import Field, FrontMatter, read_front_matter
from crosscheck.intake.layout import HASHES, Paragraph, paragraphs
from crosscheck.intake.plaintext import opening_wire, publication_day
from crosscheck.intake.records import SHOWN
from crosscheck.intake.words import Words
from crosscheck.intake.words import words as spoken
from crosscheck.language.packs import languages
from crosscheck.model import Article, Origin, Part, Publication, Skipped

TOP = 5  # paragraphs in which the heading and its byline stand: banner, heading, deck, byline, day
HEADING = re.compile(r"#\s+")
CLOSING = re.compile(r"\s+#+$")
UNDERLINE = re.compile(r"[ \t]{0,99}\r?\n={3,}[ \t]*(?=[\r\n]|$)")


@dataclass(frozen=True, slots=True)
class _Top:
    """What the paragraphs above an article's text say, and the stretches of the file that are no part of the text."""

    title: tuple[int, int] | None
    byline: Byline
    outside: tuple[tuple[int, int], ...]


def read_markdown(text: str, path: str, words: Words) -> Iterator[Article | Skipped]:
    """The article of a decoded file, preceded by what is to be said of its front matter.

    Offsets count from the file's first character. Fields of the front matter win over what the text says; a broken
    line of it is noted and costs that field alone. Where it tells a language, bylines are read by that one's words.
    A first heading is the title where no field gives one.
    """
    front = read_front_matter(text) or FrontMatter((), 0)
    told = _language(front)
    words = spoken(told) if told in languages() else words
    for line, what in front.faults:
        yield Skipped(path, f"front matter {what}; the rest is read without it", line, 1)
    page = paragraphs(text, words, front.end)
    top = _top(text, page, front.field("title"))
    wire = opening_wire([each.text for each in page if each.byline is None], words)
    if wire is not None:
        top = replace(top, byline=top.byline.filled(wire))
    published, note = _dated(front, top, words)
    if note:
        yield Skipped(path, note, *_noted(text, front))
    if told is None and (stated := _said(front, "lang", "language")):
        what = f"front matter has “{stated[:SHOWN]}” as language; read without it; write a language tag, as “en”"
        yield Skipped(path, what, 1, 1)
    comments = tuple(_comments(text, front.end))
    if comments and not text.endswith("-->", comments[-1][0]) and comments[-1][1] == len(text):
        what = "a comment begins here and is never closed, so nothing from here on is read; close it with -->"
        yield Skipped(path, what, *_position(text, comments[-1][0]))
    parts = tuple(_parts(text, front, top, comments))
    if parts:
        yield Article(_publication(text, path, front, top, published, words), Origin(path), text, parts)
    else:
        yield Skipped(path, "holds no text to read, only front matter or comments")


def _noted(text: str, front: FrontMatter) -> tuple[int, int]:
    """Line and column of the date field, the file's beginning where there is none."""
    stated = front.field("published", "date")
    return _position(text, stated.start if stated is not None and stated.start is not None else 0)


def _position(text: str, start: int) -> tuple[int, int]:
    return text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)


def _top(text: str, page: Sequence[Paragraph], titled: Field | None) -> _Top:
    heading = next((place for place in range(min(TOP, len(page))) if _is_title(text, page, place)), None)
    title = _heading_span(page[heading]) if heading is not None else None
    below = 0 if heading is None else heading + 1
    bylines = _bylines(page, below)
    byline = Byline()
    for index in bylines:
        byline = byline.filled(page[index].byline or Byline())
    if not byline.strength and byline.updated is None:
        bylines = ()
    outside = [(page[index].start, page[index].end) for index in bylines]
    if heading is not None and title is not None:
        told = titled is None or _folded(text[slice(*title)]) == _folded(titled.values[0])
        outside += [(page[heading].start, _heading_end(text, page[heading]))] if told else []
    return _Top(title if titled is None else None, byline, tuple(outside))


def _is_title(text: str, page: Sequence[Paragraph], place: int) -> bool:
    if any(paragraph.is_prose and not HASHES.match(paragraph.text) for paragraph in page[:place]):
        return False
    start, end = _heading_span(page[place])
    return start < end and bool(HEADING.match(page[place].text) or UNDERLINE.match(text, page[place].end))


def _heading_span(paragraph: Paragraph) -> tuple[int, int]:
    mark = HASHES.match(paragraph.text)
    closing = CLOSING.search(paragraph.text) if mark else None
    end = paragraph.end - (len(closing.group()) if closing else 0)
    return paragraph.start + (mark.end() if mark else 0), end


def _heading_end(text: str, paragraph: Paragraph) -> int:
    underline = UNDERLINE.match(text, paragraph.end)
    return underline.end() if underline else paragraph.end


def _bylines(page: Sequence[Paragraph], below: int) -> tuple[int, ...]:
    """The byline paragraphs between the heading and the text; there must be some text below them."""
    text = next((index for index in range(below, len(page)) if page[index].is_prose), None)
    stop = min(len(page), below + TOP) if text is None else min(text, below + TOP)
    return tuple(index for index in range(below, stop) if page[index].byline is not None and index + 1 < len(page))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _dated(front: FrontMatter, top: _Top, words: Words) -> tuple[date | None, str | None]:
    """The day of publication: the field's, else the byline's; and a note on a day that cannot be used."""
    stated = front.field("published", "date")
    if stated is None:
        return publication_day(top.byline, (), words)
    day = stated_day(stated.values[0], words.lang)
    if day is not None:
        return day, None
    what = f"“{stated.name}” is “{stated.values[0][:60]}”, no whole date"
    return None, f"{what}; read without a date; write it as 2023-01-31"


def _parts(text: str, front: FrontMatter, top: _Top, comments: Iterable[tuple[int, int]]) -> Iterator[Part]:
    titled = front.field("title")
    if titled is not None:
        yield _field_part(titled)
    elif top.title is not None:
        yield Part("title", *top.title)
    yield from _remaining(text, front.end, sorted((*top.outside, *comments)))


def _field_part(field: Field) -> Part:
    """The title's place in the file, else in the title itself where quotation marks or line ends hide it."""
    if field.start is not None and field.end is not None:
        return Part("title", field.start, field.end)
    return Part("title", 0, len(field.values[0]), field="title")


def _comments(text: str, start: int) -> Iterator[tuple[int, int]]:
    """HTML comments, which no reader of the page sees."""
    while (first := text.find("<!--", start)) >= 0:
        last = text.find("-->", first)
        start = len(text) if last < 0 else last + 3
        yield first, start


def _remaining(text: str, start: int, holes: Iterable[tuple[int, int]]) -> Iterator[Part]:
    for first, last in (*holes, (len(text), len(text))):
        kept = text[start:first]
        if kept.strip():
            begin = start + len(kept) - len(kept.lstrip())
            yield Part("body", begin, begin + len(kept.strip()))
        start = max(start, last)


def _publication(
    text: str, path: str, front: FrontMatter, top: _Top, published: date | None, words: Words
) -> Publication:
    author, outlet = top.byline.settled(words)
    titled = front.field("title")
    shown = titled.values[0] if titled is not None else None
    if top.title is not None:
        shown = " ".join(text[slice(*top.title)].split())
    return Publication(
        _said(front, "id") or path,
        path,
        shown,
        _said(front, "author", "authors") or author,
        _said(front, "outlet", "publication") or outlet,
        published,
        _language(front) or words.lang,
        _said(front, "url", "link"),
    )


def _language(front: FrontMatter) -> str | None:
    return language(_said(front, "lang", "language") or "")


def _said(front: FrontMatter, *names: str) -> str | None:
    field = front.field(*names)
    return ", ".join(field.values) if field is not None else None
