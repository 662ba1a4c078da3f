"""Finds where articles begin in a text that may hold many: by a title with a byline, at a boundary or amid text."""

from __future__ import annotations

from crosscheck.intake.blocks import RIVALS, Block, find_blocks, strongest
from crosscheck.intake.pages import SOFT, WHOLE, Page
from crosscheck.intake.titles import ABOVE, Head, chosen, is_one_sentence, is_title_below, settled

LEAD = 300  # characters: a deck or caption above a byline is no longer
PROSE_ABOVE = (0, 1, 1, 2)  # by strength, sentences between a boundary and a byline: a deck, a caption; more is text
BELOW = 4  # paragraphs below a byline within which running text begins: caption, credit, subheading, text
FAR_BELOW = 40  # the same below a byline known by its words: a page's list of videos
CLOSE = 4  # paragraphs above a byline amid text in which its title stands: caption, credit, deck, title
SURE_TITLE = 2  # words of a title amid text above a byline known by its words
TITLE = 3  # words of one above a byline known by its shape alone: "Day three" heads a part of a diary


def find_heads(page: Page) -> tuple[Head, ...]:
    """The heads of a page's articles, in order.

    Below a boundary a faint byline is enough; amid text it must be sure, below a title, with text above and below.
    """
    heads: list[Head] = []
    free = 0
    blocks = find_blocks(page)
    for place, block in enumerate(blocks):
        if block.first < free:
            continue
        head = _head(page, strongest(page, blocks[place : place + RIVALS]), free)
        if head is not None:
            heads.append(head)
            free = max(head.first, *head.bylines, head.title or 0) + 1
    return settled(page, heads)


def _head(page: Page, block: Block, free: int) -> Head | None:
    boundary = _boundary(page, block, free)
    head = None if boundary is None else _below_boundary(page, block, boundary)
    return head or _amid_text(page, block, free)


def _boundary(page: Page, block: Block, free: int) -> int | None:
    """Where the zone above a byline begins, None where running text stands between it and any boundary."""
    first = block.first
    boundary = next((index for index in range(first, max(free, first - ABOVE) - 1, -1) if page.opens[index]), None)
    if boundary == first and first > free and page.opens[first - 1] and page[first - 1].is_heading:
        boundary = first - 1
    return None if boundary is None or _holds_text(page, range(boundary, first), block.strength) else boundary


def _holds_text(page: Page, zone: range, strength: int) -> bool:
    """Whether what stands above a byline is an article's text and not just its title, deck and caption.

    A title comes before its deck, so a heading below two sentences is the next article's.
    """
    if any(len(page[index].text) > LEAD for index in zone):
        return True
    prose = [index for index in zone if page[index].is_prose]
    late = bool(prose) and bool(page.headings(range(prose[0], zone.stop)))
    return len(prose) > PROSE_ABOVE[strength] or (late and (len(prose) > 1 or strength < 3))


def _below_boundary(page: Page, block: Block, boundary: int) -> Head | None:
    """A head below a boundary. A line that tells only of a change is one at a file's beginning alone."""
    if block.below >= len(page) or block.below in page.footers:
        return None
    if not block.strength and (boundary or block.byline.updated is None):
        return None
    headings = page.headings(range(boundary, block.first))
    title = _title_at(page, block, boundary, headings)
    faint = block.strength < 2 or page.opens[boundary] == SOFT
    if faint and (title is None or not _has_prose(page, block.below, block)):
        return None
    if boundary < block.first and title is None:
        return None
    first = title if title is not None and title < block.first else boundary
    return Head(boundary, first, title, block.indices, block.byline, headings)


def _title_at(page: Page, block: Block, boundary: int, headings: tuple[int, ...]) -> int | None:
    if boundary == block.first:
        if block.strength < 2 and page.opens[boundary] == SOFT:
            return None  # "Date: …" above "Location: …", after some blank lines, heads a part of a police report
        return block.below if is_title_below(page, block.below) else None
    if headings:
        return chosen(page, headings, block.byline.settled(page.words)[1])
    alone = boundary + 1 == block.first and page.opens[boundary] == WHOLE
    return boundary if (block.strength > 2 or alone) and is_one_sentence(page[boundary].text) else None


def _amid_text(page: Page, block: Block, free: int) -> Head | None:
    """A head without a boundary above it: its title is set off from text above, of which there must be some."""
    if block.strength < 2:
        return None
    title = _title_above(page, block, free)
    if title is None:
        return _day_above_title(page, block, free)
    over = page[title - 1]
    set_off = page[title].gap or over.is_prose or (block.strength > 2 and over.is_heading)
    if not set_off or page.prose[title] == page.prose[free] or not _has_prose(page, block.below, block):
        return None
    return Head(title, title, title, block.indices, block.byline, (title,), bounded=False)


def _day_above_title(page: Page, block: Block, free: int) -> Head | None:
    """A head whose byline stands above its title and below the text of the article before."""
    first, title = block.first, block.below
    if not block.indices or not page[first].gap or first <= free or not page[first - 1].is_prose:
        return None
    if not is_title_below(page, title) or not _has_prose(page, title + 1, block):
        return None
    return Head(first, first, title, block.indices, block.byline, bounded=False)


def _title_above(page: Page, block: Block, free: int) -> int | None:
    """The heading right above a byline; a caption may stand between, and below a sure byline's title one sentence."""
    if not block.indices:
        above = block.first - 1
        return above if above >= free and _is_title(page, above, block) else None
    passed = 0
    for index in range(block.first - 1, max(free, block.first - CLOSE) - 1, -1):
        caption = page[index].is_caption(page.words)
        if page[index].is_heading and not caption:
            return index if _is_title(page, index, block) else None
        passed += not caption
        if len(page[index].text) > LEAD or passed > (block.strength > 2):
            return None
    return None


def _is_title(page: Page, index: int, block: Block) -> bool:
    enough = SURE_TITLE if block.strength > 2 else TITLE
    return page[index].is_heading and page.length(index) >= enough and not page[index].is_caption(page.words)


def _has_prose(page: Page, below: int, block: Block) -> bool:
    reach = FAR_BELOW if block.strength > 2 else BELOW
    for index in range(below, min(below + reach, len(page))):
        if index in page.footers or (index > below and page.opens[index] == WHOLE):
            return False
        if page[index].is_prose:
            return True
    return False
