"""JSON Lines to articles, one record at a time: a broken line costs itself alone, and no file is held whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosscheck.intake.contents import decode, stripped
from crosscheck.intake.encodings import recoded
from crosscheck.intake.lines import Overlong
from crosscheck.intake.records import Record, parse_record
from crosscheck.model import Article, Origin, Part, Publication, Skipped
from crosscheck.model.limits import USUAL, Limits

STOPS = (".", ".\u201d", '."')  # what ends a sentence, and no headline

TOLD = 100  # faults told one by one in a file; past that it is no JSON Lines file, and one count tells the rest


def read_json_lines(
    lines: Iterable[bytes | Overlong], path: str, lang: str, limits: Limits = USUAL
) -> Iterator[Article | Skipped]:
    """The article of each line, in order, with a note on every line or field that could not be read.

    An article's id is its record's own, else the path with "#" and the article's number; in a file of one article,
    the path. Its text is the record's, so its places in the file are lines alone.
    """
    number = faults = 0
    first: Article | None = None
    for found in _found(lines, path, lang, limits):
        if isinstance(found, Skipped):
            faults += 1
            if faults <= TOLD:
                yield found
            continue
        number += 1
        if number == 1:
            first = found
            continue
        if first is not None:
            yield _numbered(first, 1)
            first = None
        yield _numbered(found, number)
    if first is not None:
        yield first
    if faults > TOLD:
        what = f"has {faults - TOLD:,} more lines or fields that cannot be read"
        yield Skipped(path, f"{what}; only the first {TOLD} are told")


def _found(lines: Iterable[bytes | Overlong], path: str, lang: str, limits: Limits) -> Iterator[Article | Skipped]:
    for line, raw in enumerate(lines, start=1):
        if isinstance(raw, Overlong):
            what = f"is {raw.length:,} bytes long, over the {limits.line:,} of a line"
            yield Skipped(path, f"{what}; break it up, or set the limit “line” higher", line, 1)
            continue
        text = decode(stripped(raw) if line == 1 else raw, path, line)
        if isinstance(text, Skipped) and (sure := recoded(raw, text)):
            text, note = sure
            yield note
        if isinstance(text, Skipped):
            yield text
        elif text and not text.isspace():
            record, faults = parse_record(text, limits.nesting)
            for what, column in faults:
                yield Skipped(path, what, line, column)
            if record is not None:
                yield _article(record, path, line, lang)


def _article(record: Record, path: str, line: int, lang: str) -> Article:
    publication = Publication(
        record.id or path,
        path,
        record.title,
        record.author,
        record.outlet,
        record.published,
        record.lang or lang,
        record.url,
    )
    return Article(publication, Origin(path, line, start=None), record.text, tuple(_parts(record)))


def _numbered(article: Article, number: int) -> Article:
    publication = article.publication
    if publication.id != article.origin.path:
        return article
    return replace(article, publication=replace(publication, id=f"{publication.path}#{number}"))


def _parts(record: Record) -> Iterator[Part]:
    """The title and the text; a text that begins with its own headline tells it once, where it stands in the text.

    A whole sentence that serves as a title is the text's first sentence all the same.
    """
    text, title = record.text, record.title
    line = len(text) - len(text.lstrip())
    end = text.find("\n", line)
    end = len(text) if end < 0 else end
    if title and text[line:end].split() == title.split() and not title.rstrip().endswith(STOPS):
        yield Part("title", line, end)
        if text[end:].strip():
            yield Part("body", end, len(text))
        return
    if title:
        yield Part("title", 0, len(title), field="title")
    yield Part("body", 0, len(text))
