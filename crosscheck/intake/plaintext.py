"""Plain text to articles: one file may hold many, each with its own title, byline and day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from crosscheck.intake.bylines import Byline
from crosscheck.intake.footers import footer_day
from crosscheck.intake.layout import Paragraph, title_start
from crosscheck.intake.partials import completed
from crosscheck.intake.stretches import Stretch, cut
from crosscheck.intake.wires import read_wire
from crosscheck.intake.words import Words
from crosscheck.model import Article, Origin, Part, Publication, Skipped

FIRST_LINES = 4  # paragraphs below a title in which an agency's dateline is looked for: deck, caption, subheading, text


def read_plain(text: str, path: str, words: Words) -> Iterator[Article | Skipped]:
    """The articles of a decoded text, in order, each preceded by what is to be said of it.

    A day comes from the article's own byline, else from an agency's dateline, else from its footer. One without a year
    is completed only where a footer at most a month younger gives the year; else the article is undated, and a note
    says so. Each id is the path, with "#" and the article's number where there are several.
    """
    stretches = cut(text, words)
    if not stretches:
        yield Skipped(path, "holds no text to read")
    line, counted = 1, 0
    for number, stretch in enumerate(stretches, start=1):
        start = stretch.paragraphs[0].start
        line, counted = line + text.count("\n", counted, start), start
        origin = Origin(path, line, start - text.rfind("\n", 0, start), start)
        name = path if len(stretches) == 1 else f"{path}#{number}"
        yield from _article(text, stretch, origin, name, words)


def _article(text: str, stretch: Stretch, origin: Origin, name: str, words: Words) -> Iterator[Article | Skipped]:
    wire = opening_wire([paragraph.text for paragraph in _body(stretch)], words)
    byline = stretch.byline if wire is None else stretch.byline.filled(wire)
    published, note = publication_day(byline, stretch.footers, words)
    if note:
        yield Skipped(origin.path, note, origin.line, origin.column)
    author, outlet = byline.settled(words)
    title = _title(stretch, words)
    start, end = stretch.paragraphs[0].start, stretch.paragraphs[-1].end
    shown = None if title is None else " ".join(text[title[0] : title[1]].split())
    publication = Publication(name, origin.path, shown, author, outlet, published, words.lang, stretch.url)
    yield Article(publication, origin, text[start:end], tuple(_parts(stretch, title, start)))


def opening_wire(texts: Sequence[str], words: Words) -> Byline | None:
    """The agency's dateline among the first paragraphs of a body, or None."""
    return next((wire for text in texts[:FIRST_LINES] if (wire := read_wire(text, words)) is not None), None)


def publication_day(byline: Byline, footers: Sequence[str], words: Words) -> tuple[date | None, str | None]:
    """The day of publication, and a note where a day is stated that cannot be used."""
    if byline.day is not None or byline.updated is not None:
        return byline.day or byline.updated, None
    posted = footer_day(list(footers), words)
    if byline.partial is None:
        return posted, None
    day = completed(byline.partial, posted, words) if posted is not None else None
    if day is not None:
        return day, None
    what = f"the dateline “{byline.partial}” is no whole date, so the article is read without one"
    return None, f"{what}; write day, month and year below its title"


def _title(stretch: Stretch, words: Words) -> tuple[int, int] | None:
    if stretch.title is None:
        return None
    paragraph = stretch.paragraphs[stretch.title]
    return title_start(paragraph, words), paragraph.end


def _body(stretch: Stretch) -> list[Paragraph]:
    kept = enumerate(stretch.paragraphs)
    return [each for index, each in kept if index != stretch.title and index not in stretch.outside]


def _parts(stretch: Stretch, title: tuple[int, int] | None, start: int) -> Iterator[Part]:
    """The title and each unbroken run of the body, in the order in which they stand."""
    run: list[Paragraph] = []
    for index, paragraph in enumerate(stretch.paragraphs):
        if index != stretch.title and index not in stretch.outside:
            run.append(paragraph)
            continue
        if run:
            yield Part("body", run[0].start - start, run[-1].end - start)
            run = []
        if index == stretch.title and title is not None:
            yield Part("title", title[0] - start, title[1] - start)
    if run:
        yield Part("body", run[0].start - start, run[-1].end - start)
