"""Finds where articles begin in a text that may hold many: by a title with a byline, at a boundary or amid text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from statistics import median_low

from crosscheck.intake.bylines import Byline
from crosscheck.intake.layout import Paragraph
from crosscheck.intake.names import is_name
from crosscheck.intake.wires import read_wire
from crosscheck.intake.words import Words

ABOVE = 5  # paragraphs between a boundary and a byline: title, deck, caption, quotation, and one more
LEAD = 300  # characters: a deck or caption above a byline is no longer
PROSE_ABOVE = (0, 1, 1, 2)  # by strength, sentences between a boundary and a byline: a deck, a caption; more is text
BELOW = 4  # paragraphs below a byline within which a faint one ("May 5, 2023" alone) must have running text
SITE_NAME = 2  # words: a heading this short above a longer one is the site's name, not the title
TITLE = 4  # words of the longer one
AMID_TEXT = 3  # words of a title amid text above a byline known by its shape alone: "Day three" heads a part of a diary
WHOLE, SOFT = 2, 1  # a rule, form feed, footer or the file's beginning; more blank lines than elsewhere


@dataclass(frozen=True, slots=True)
class Head:
    """Where an article begins, in indices of paragraphs. What stands from `boundary` to `first` is no article's.

    `bylines` are the paragraphs that its byline was read from, none where a news agency's dateline opens the text.
    `headings` are the paragraphs that could be its title.
    """

    boundary: int
    first: int
    title: int | None
    bylines: tuple[int, ...]
    byline: Byline
    headings: tuple[int, ...] = ()
    strong: bool = True


@dataclass(frozen=True, slots=True)
class _Block:
    """Byline paragraphs that stand together, `first` to `last`; none where a dateline opens paragraph `first`."""

    first: int
    last: int
    byline: Byline
    indices: tuple[int, ...]
    strength: int


@dataclass(frozen=True, slots=True)
class _Page:
    paragraphs: Sequence[Paragraph]
    opens: Sequence[int]
    footers: frozenset[int]
    words: Words
    prose: Sequence[int] = ()  # how many paragraphs before each are running text


def find_heads(paragraphs: Sequence[Paragraph], footers: frozenset[int], words: Words) -> tuple[Head, ...]:
    """The heads of a text's articles, in order. `footers` are the paragraphs that end the article above them.

    Below a boundary a faint byline is enough; inside running text it must be sure, below a title, and above more text.
    """
    prose = tuple(accumulate((paragraph.is_prose for paragraph in paragraphs), initial=0))
    page = _Page(paragraphs, _openings(paragraphs, footers), footers, words, prose)
    heads: list[Head] = []
    free = 0
    blocks = _blocks(page)
    for place, block in enumerate(blocks):
        if block.first < free:
            continue
        head = _head(page, _strongest(page, block, blocks[place + 1 : place + 1 + ABOVE]), free)
        if head is not None:
            heads.append(head)
            free = max((head.first, *head.bylines, head.title or 0)) + 1
    refrains = _refrains(page, heads)
    return _first_settled([_without_refrain(page, head, refrains) for head in heads])


def _openings(paragraphs: Sequence[Paragraph], footers: frozenset[int]) -> tuple[int, ...]:
    gaps = [paragraph.gap for paragraph in paragraphs[1:]]
    usual = max(1, median_low(gaps)) if gaps else 1
    found = []
    for index, paragraph in enumerate(paragraphs):
        whole = paragraph.parted or (index - 1 in footers and index not in footers)
        found.append(WHOLE if whole else SOFT if paragraph.gap > usual else 0)
    return tuple(found)


def _blocks(page: _Page) -> tuple[_Block, ...]:
    """All byline blocks and agency datelines, in order."""
    blocks: list[_Block] = []
    index = 0
    while index < len(page.paragraphs):
        paragraph = page.paragraphs[index]
        if index not in page.footers and paragraph.byline is not None:
            blocks.append(_block(page, index))
            index = blocks[-1].last
        elif index not in page.footers and (wire := read_wire(paragraph.text, page.words)) is not None:
            dated = wire.day is not None or wire.partial is not None
            blocks.append(_Block(index, index, wire, (), 2 if dated else 1))
        index += 1
    return tuple(blocks)


def _block(page: _Page, first: int) -> _Block:
    last, byline = first, page.paragraphs[first].byline or Byline()
    while (following := _following(page, last)) is not None:
        last, added = following
        byline = byline.filled(added)
    return _Block(first, last, byline, tuple(range(first, last + 1)), byline.strength)


def _following(page: _Page, index: int) -> tuple[int, Byline] | None:
    """The byline paragraph that goes on with a block, or an outlet's name with such a paragraph below it."""
    below = [each for each in (index + 1, index + 2) if each < len(page.paragraphs) and each not in page.footers]
    for each in below:
        paragraph = page.paragraphs[each]
        if paragraph.gap > 1 or paragraph.parted:
            return None
        if paragraph.byline is not None:
            between = page.paragraphs[index + 1 : each]
            return each, replace(paragraph.byline, names=(*paragraph.byline.names, *(one.text for one in between)))
        if paragraph.gap or not is_name(paragraph.text, page.words):
            return None
    return None


def _strongest(page: _Page, block: _Block, blocks: Sequence[_Block]) -> _Block:
    """The surest block above the text that follows, with what plain blocks beside it add."""
    rivals = [block]
    for other in blocks:
        if not _beside(page, rivals[-1], other):
            break
        rivals.append(other)
    best = max(rivals, key=lambda rival: rival.strength)
    indices, byline = set(best.indices), best.byline
    for rival in rivals:
        if rival is not best and rival.byline.is_plain:
            byline, indices = byline.filled(rival.byline), indices | set(rival.indices)
    first, last = min(block.first, best.first), max(best.last, *indices) if indices else best.last
    first = min((*indices, best.first)) if indices else first
    return _Block(first, last, byline, tuple(sorted(indices)), best.strength if best.strength else byline.strength)


def _beside(page: _Page, block: _Block, other: _Block) -> bool:
    between = range(block.last + 1, other.first)
    if not (block.indices and other.indices) or len(between) > 2:
        return False
    if any(page.paragraphs[index].is_prose for index in between):
        return False
    return not any(page.opens[index] == WHOLE or index in page.footers for index in (*between, other.first))


def _head(page: _Page, block: _Block, free: int) -> Head | None:
    boundary = _boundary(page, block, free)
    if boundary is not None:
        changed = boundary == 0 and block.byline.updated is not None
        return _below_boundary(page, block, boundary) if block.strength or changed else None
    return _inside_text(page, block, free) if block.strength > 1 else None


def _boundary(page: _Page, block: _Block, free: int) -> int | None:
    """Where the zone above a byline begins, None where running text stands between it and any boundary."""
    first = block.first
    boundary = next((index for index in range(first, max(free, first - ABOVE) - 1, -1) if page.opens[index]), None)
    if boundary == first and first > free and page.opens[first - 1] and page.paragraphs[first - 1].is_heading:
        boundary = first - 1
    return None if boundary is None or _holds_text(page, range(boundary, first), block.strength) else boundary


def _holds_text(page: _Page, zone: range, strength: int) -> bool:
    """Whether what stands above a byline is an article's text and not just its title, deck and caption.

    A title comes before its deck, so a heading below two sentences is the next article's.
    """
    if any(len(page.paragraphs[index].text) > LEAD for index in zone):
        return True
    prose = [index for index in zone if page.paragraphs[index].is_prose]
    late = bool(prose) and _headings(page, range(prose[0], zone.stop))
    return len(prose) > PROSE_ABOVE[strength] or (bool(late) and (len(prose) > 1 or strength < 3))


def _below_boundary(page: _Page, block: _Block, boundary: int) -> Head | None:
    below = block.last + bool(block.indices)
    headings = _headings(page, range(boundary, block.first))
    if boundary == block.first:
        title = below if _is_title_below(page, below) else None
        first = boundary
    else:
        title = first = _chosen(page, headings, block) if headings else boundary
    faint = block.strength < 2 or page.opens[boundary] == SOFT
    if faint and (title is None or not _has_prose(page, below)):
        return None
    if below >= len(page.paragraphs) or below in page.footers:
        return None
    return Head(boundary, first, title, block.indices, block.byline, tuple(headings))


def _inside_text(page: _Page, block: _Block, free: int) -> Head | None:
    """A head without a boundary above it; the title must be set off from text above, of which there must be some."""
    below = block.last + bool(block.indices)
    title = _title_above(page, block, free)
    if title is None:
        dates_first = bool(block.indices) and page.paragraphs[block.first].gap and _is_title_below(page, below)
        above = block.first > free and page.paragraphs[block.first - 1].is_prose
        if not (dates_first and above and _has_prose(page, below + 1)):
            return None
        return Head(block.first, block.first, below, block.indices, block.byline, strong=False)
    over = page.paragraphs[title - 1]
    set_off = page.paragraphs[title].gap or over.is_prose or (block.strength > 2 and over.is_heading)
    above = page.prose[title] > page.prose[free]
    if not (set_off and above and _has_prose(page, below)):
        return None
    return Head(title, title, title, block.indices, block.byline, (title,), strong=False)


def _title_above(page: _Page, block: _Block, free: int) -> int | None:
    """The heading right above a byline; a caption may stand between, and below a sure byline's title one sentence."""
    passed = 0
    for index in range(block.first - 1, max(free, block.first - 4) - 1, -1):
        paragraph = page.paragraphs[index]
        caption = paragraph.is_caption(page.words)
        if paragraph.is_heading and not caption:
            enough = SITE_NAME if block.strength > 2 else AMID_TEXT
            return index if len(paragraph.text.split()) >= enough else None
        passed += not caption
        if len(paragraph.text) > LEAD or passed > (block.strength > 2) or not block.indices:
            return None
    return None


def _headings(page: _Page, zone: range) -> list[int]:
    """The paragraphs of a zone that could be a title; captions only where nothing else could."""
    found = [index for index in zone if page.paragraphs[index].is_heading]
    return [index for index in found if not page.paragraphs[index].is_caption(page.words)] or found[:1]


def _chosen(page: _Page, headings: Sequence[int], block: _Block) -> int:
    """The title among headings: the first that is not just a site's name."""
    outlet = (block.byline.settled(page.words)[1] or "").casefold()
    lengths = {index: len(page.paragraphs[index].text.split()) for index in headings}
    for place, index in enumerate(headings):
        longer = any(lengths[other] >= TITLE for other in headings[place + 1 :])
        named = page.paragraphs[index].text.casefold() == outlet and place + 1 < len(headings)
        if not (longer and lengths[index] <= SITE_NAME) and not named:
            return index
    return headings[-1]


def _is_title_below(page: _Page, index: int) -> bool:
    if index + 1 >= len(page.paragraphs) or index in page.footers or page.opens[index] == WHOLE:
        return False
    return page.paragraphs[index].is_heading and index + 1 not in page.footers


def _has_prose(page: _Page, below: int) -> bool:
    for index in range(below, min(below + BELOW, len(page.paragraphs))):
        if index in page.footers or (index > below and page.opens[index] == WHOLE):
            return False
        if page.paragraphs[index].is_prose:
            return True
    return False


def _refrains(page: _Page, heads: Sequence[Head]) -> frozenset[str]:
    """What stands above several bylines beside their titles: the name of a site whose pages were put together."""
    counted = Counter(page.paragraphs[index].text for head in heads for index in head.headings)
    return frozenset(text for text, count in counted.items() if count > 1)


def _without_refrain(page: _Page, head: Head, refrains: frozenset[str]) -> Head:
    own = tuple(index for index in head.headings if page.paragraphs[index].text not in refrains)
    if len(head.headings) < 2 or not own or head.title in own:
        return replace(head, headings=own or head.headings)
    return replace(head, first=own[0], title=own[0], headings=own)


def _first_settled(heads: list[Head]) -> tuple[Head, ...]:
    """The heads with the first one's title no further above its byline than in the others.

    A page of many articles has its own name and motto above the first, which would else be taken for the title.
    """
    if len(heads) < 2 or heads[0].boundary != 0 or len(heads[0].headings) < 2:
        return tuple(heads)
    depth = max((len(head.headings) for head in heads[1:] if head.strong), default=1) or 1
    title = heads[0].headings[-min(depth, len(heads[0].headings))]
    return (replace(heads[0], first=title, title=title), *heads[1:])


def lead_title(paragraphs: Sequence[Paragraph], first: int, last: int, words: Words) -> int | None:
    """The title of an article without a byline, which lies between two paragraphs: a heading above its text."""
    page = _Page(paragraphs, (), frozenset(), words)
    zone = range(first, min(last, first + ABOVE))
    text = next((index for index in zone if paragraphs[index].is_prose), None)
    if text is None:
        return first if last - first > 1 and paragraphs[first].is_heading else None
    headings = _headings(page, range(first, text))
    return _chosen(page, headings, _Block(first, first, Byline(), (), 0)) if headings else None
