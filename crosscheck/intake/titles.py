"""Chooses an article's title among the headings above its text: neither a site's name nor a deck nor a caption."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosscheck.intake.bylines import Byline
from crosscheck.intake.pages import WHOLE, Page

ABOVE = 5  # paragraphs between a boundary and a byline: title, deck, caption, quotation, and one more
SITE_NAME = 2  # words: a heading this short above a longer one is the site's name, not the title
TITLE = 4  # words of the longer one
SENTENCE = 120  # characters of a title that ends with a full stop
SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?…]\s+\S")
DIGITS = re.compile(r"\d{1,9}")


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article begins, in indices of paragraphs. What stands from `boundary` to `first` is no article's.

    `bylines` are the paragraphs that its byline was read from, none where a news agency's dateline opens the text.
    `headings` are the paragraphs that could be its title. `bounded` tells that a boundary stands above it.
    """

    boundary: int
    first: int
    title: int | None
    bylines: tuple[int, ...]
    byline: Byline
    headings: tuple[int, ...] = ()
    bounded: bool = True


def chosen(page: Page, headings: Sequence[int], outlet: str | None) -> int:
    """The title among headings that stand one below the other: the first that is not just a site's name."""
    for place, index in enumerate(headings[:-1]):
        longer = any(page.length(other) >= TITLE for other in headings[place + 1 :])
        named = outlet is not None and page[index].text.casefold() == outlet.casefold()
        if not named and not (longer and page.length(index) <= SITE_NAME):
            return index
    return headings[-1]


def is_one_sentence(text: str) -> bool:
    """Whether a text could be a title that ends with a full stop."""
    return len(text) <= SENTENCE and not SENTENCE_END.search(text)


def is_title_below(page: Page, index: int) -> bool:
    """Whether a paragraph below a byline could be the title, as where days stand above titles."""
    if index + 1 >= len(page) or index in page.footers or page.opens[index] == WHOLE:
        return False
    return page[index].is_heading and index + 1 not in page.footers


def lead_title(page: Page, first: int, last: int) -> int | None:
    """The title of an article without a byline, which lies from `first` to before `last`: a heading above its text."""
    zone = range(first, min(last, first + ABOVE))
    text = next((index for index in zone if page[index].is_prose), None)
    if text is None:
        return first if last - first > 1 and page[first].is_heading else None
    headings = page.headings(range(first, text))
    return chosen(page, headings, None) if headings else None


def settled(page: Page, heads: Sequence[Head]) -> tuple[Head, ...]:
    """The heads of a page with what they show together taken into account: its own name is no article's title."""
    refrains = _refrains(page, heads)
    return _first_settled([_without_refrain(page, head, refrains) for head in heads])


def _refrains(page: Page, heads: Sequence[Head]) -> frozenset[str]:
    """What stands above several bylines: the name of a site whose pages were put together, "Document 2 of 9"."""
    counted = Counter(_refrain(page, index) for head in heads for index in head.headings)
    return frozenset(text for text, count in counted.items() if count > 1)


def _refrain(page: Page, index: int) -> str:
    return DIGITS.sub("0", page[index].text) if page.length(index) <= TITLE else page[index].text


def _without_refrain(page: Page, head: Head, refrains: frozenset[str]) -> Head:
    own = tuple(index for index in head.headings if _refrain(page, index) not in refrains)
    if len(head.headings) < 2 or not own or head.title in own:
        return replace(head, headings=own or head.headings)
    return replace(head, first=own[0], title=own[0], headings=own)


def _first_settled(heads: Sequence[Head]) -> tuple[Head, ...]:
    """The heads with the first one's title no further above its byline than in the others.

    A page of many articles has its name and a motto above the first, which would else be taken for the title.
    """
    if len(heads) < 2 or heads[0].boundary != 0 or len(heads[0].headings) < 2:
        return tuple(heads)
    depth = max((len(head.headings) for head in heads[1:] if head.bounded), default=1) or 1
    title = heads[0].headings[-min(depth, len(heads[0].headings))]
    return (replace(heads[0], first=title, title=title), *heads[1:])
