"""Cuts a text that may hold many articles into a stretch of paragraphs for each, with title, byline and footers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from crosscheck.intake.bylines import Byline
from crosscheck.intake.heads import find_heads
from crosscheck.intake.layout import Paragraph, paragraphs
from crosscheck.intake.names import is_outlet, is_person
from crosscheck.intake.pages import Page, page_of
from crosscheck.intake.titles import Head, lead_title
from crosscheck.intake.words import Words

SENTENCE = 4  # words: what is left of a page's buttons ("Like Loading...") makes no article


@dataclass(frozen=True, slots=True)
class Stretch:
    """One article's paragraphs in order; `title` and `outside` (byline and footer) are indices into them.

    `footers` are the lines below it that tell a day, which `outside` holds as well: footers, and a signature.
    """

    paragraphs: tuple[Paragraph, ...]
    title: int | None
    outside: frozenset[int]
    byline: Byline
    footers: tuple[str, ...] = ()
    url: str | None = None


def cut(text: str, words: Words) -> tuple[Stretch, ...]:
    """The stretches of a text, in order; a text in which no article can be told from another is one stretch.

    What belongs to no article is left out: a site's name and motto above the first, its links below the last.
    """
    found = paragraphs(text, words)
    footers = _footers(found)
    page = page_of(_titled(tuple(_cleared(found, footers))), footers, words)
    return tuple(_stretches(page, find_heads(page))) or _whole(page)


def _footers(page: Sequence[Paragraph]) -> frozenset[int]:
    """The paragraphs that are footers. A line of that shape right below a title and above its text is a byline."""
    found: set[int] = set()
    first = 0
    while first < len(page):
        last = first
        while last < len(page) and page[last].footer and (last == first or page[last].gap < 2):
            last += 1
        if last > first and _ends_article(page, first, last):
            found.update(range(first, last))
        first = max(last, first + 1)
    return frozenset(found)


def _ends_article(page: Sequence[Paragraph], first: int, last: int) -> bool:
    """Whether lines of a footer's shape end an article, or stand below its title or amid its text."""
    if last == len(page) or not page[last].is_prose or page[last].parted:
        return True
    dated = any(paragraph.byline is not None and paragraph.byline.day is not None for paragraph in page[first:last])
    below_title = first > 0 and (page[first - 1].is_heading or page[first - 1].byline is not None)
    return dated and not below_title


def _cleared(page: Sequence[Paragraph], footers: frozenset[int]) -> Iterator[Paragraph]:
    """The paragraphs with byline and footer told apart; what is left of a footer's shape below a title is a byline."""
    for index, paragraph in enumerate(page):
        if index in footers:
            yield replace(paragraph, byline=None)
        elif paragraph.footer:
            yield replace(paragraph, footer=False, byline=paragraph.byline or Byline())
        else:
            yield paragraph


def _titled(page: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs, where a line that only looks like a byline but stands above a surer one is the title it is.

    "Explosion in Callao – May 5, 2023" above "By Ana Ruiz | The Courier | May 6, 2023".
    """
    found = list(page)
    for index, (above, below) in enumerate(pairwise(page)):
        dated = above.byline is not None and above.byline.day is not None and above.byline.names
        surer = below.byline is not None and below.byline.day is not None and below.byline.strength > 2
        set_off = above.parted or page[index - 1].footer or (above.gap and page[index - 1].is_prose)
        if dated and surer and set_off and above.byline is not None and above.byline.strength < 3:
            found[index] = replace(above, byline=None)
    return tuple(found)


def _stretches(page: Page, heads: Sequence[Head]) -> Iterator[Stretch]:
    starts = [head.first for head in heads]
    for first, last in _spans(page):
        end = next((index for index in range(first, last) if index in page.footers), last)
        inside = heads[bisect_left(starts, first) : bisect_left(starts, end)]
        edges = [head.boundary for head in inside] + [end]
        if any(_is_text(page[index]) for index in range(first, edges[0])):
            yield _led(page, first, last if not inside else edges[0], edges[0])
        for place, head in enumerate(inside):
            stop = last if place + 1 == len(inside) else edges[place + 1]
            yield _headed(page, head, stop, edges[place + 1])


def _is_text(paragraph: Paragraph) -> bool:
    return paragraph.is_prose and len(paragraph.text.split()) >= SENTENCE


def _spans(page: Page) -> Iterator[tuple[int, int]]:
    """Runs of paragraphs, each up to and with the footers that end it."""
    first = 0
    for index in range(len(page)):
        ends = index in page.footers and index + 1 not in page.footers
        if ends or index + 1 == len(page):
            yield first, index + 1
            first = index + 1


def _headed(page: Page, head: Head, last: int, end: int) -> Stretch:
    footers = range(end, last)
    outside = frozenset(index - head.first for index in (*head.bylines, *footers))
    title = None if head.title is None else head.title - head.first
    told = tuple(page[index].text for index in footers)
    url = next((page[index].url for index in range(head.boundary, head.first + 1) if page[index].url), None)
    return Stretch(page.paragraphs[head.first : last], title, outside, head.byline, told, url)


def _led(page: Page, first: int, last: int, end: int) -> Stretch:
    """An article without a byline at its head; one that stands at its end, as a signature does, counts."""
    title = lead_title(page, first, end)
    begin = first if title is None else title
    signature = _signature(page, begin, end)
    below = (*signature, *range(end, last))
    byline = _signed(page[signature[0]].byline or Byline(), page.words) if signature else Byline()
    return Stretch(
        page.paragraphs[begin:last],
        None if title is None else 0,
        frozenset(index - begin for index in below),
        byline,
        tuple(page[index].text for index in below),
        next((page[index].url for index in range(first, begin + 1) if page[index].url), None),
    )


def _signature(page: Page, first: int, end: int) -> tuple[int, ...]:
    index = end - 1
    if index <= first or page[index].byline is None or not page[index].gap:
        return ()
    byline = page[index].byline
    return (index,) if byline is not None and byline.strength else ()


def _signed(byline: Byline, words: Words) -> Byline:
    """Who signed: at the end stands an author, or an outlet that is known by its name. Its day counts as a footer's."""
    people = [name for name in byline.names if is_person(name, words)]
    printed = [name for name in byline.names if is_outlet(name, words)]
    author = byline.author or (people[0] if people else None)
    return Byline(author=author, outlet=byline.outlet or (printed[0] if printed else None))


def _whole(page: Page) -> tuple[Stretch, ...]:
    """All of a text without a single sentence: a list, a heading alone."""
    return (_led(page, 0, len(page), len(page)),) if len(page) else ()
