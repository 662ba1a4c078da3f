"""Gathers byline paragraphs that belong together: an author, an outlet and a day often stand on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crosscheck.intake.bylines import Byline
from crosscheck.intake.names import is_name
from crosscheck.intake.pages import WHOLE, Page
from crosscheck.intake.wires import read_wire

RIVALS = 5  # blocks above one text: author, day, change, a caption with a day, and one more
BETWEEN = 2  # paragraphs between two of them: a caption and its credit


@dataclass(frozen=True, slots=True)
class Block:
    """Byline paragraphs from `first` to `last`, by index; none where an agency's dateline opens paragraph `first`."""

    first: int
    last: int
    byline: Byline
    indices: tuple[int, ...]
    strength: int

    @property
    def below(self) -> int:
        """The first paragraph below the block: the text that an agency's dateline opens, else what follows."""
        return self.last + 1 if self.indices else self.last


def find_blocks(page: Page) -> tuple[Block, ...]:
    """All byline blocks and agency datelines of a page, in order."""
    blocks: list[Block] = []
    index = 0
    while index < len(page):
        if index not in page.footers:
            block = _bylined(page, index) if page[index].byline is not None else _wired(page, index)
            if block is not None:
                blocks.append(block)
                index = block.last
        index += 1
    return tuple(blocks)


def _wired(page: Page, index: int) -> Block | None:
    wire = read_wire(page[index].text, page.words)
    if wire is None:
        return None
    dated = wire.day is not None or wire.partial is not None
    return Block(index, index, wire, (), 2 if dated else 1)


def _bylined(page: Page, first: int) -> Block:
    last, byline = first, page[first].byline or Byline()
    while (following := _following(page, last)) is not None:
        last, added = following
        byline = byline.filled(added)
    return Block(first, last, byline, tuple(range(first, last + 1)), byline.strength)


def _following(page: Page, index: int) -> tuple[int, Byline] | None:
    """The byline paragraph that goes on with a block; an outlet's name alone may stand on a line between."""
    names: tuple[str, ...] = ()
    for below in range(index + 1, min(index + 3, len(page))):
        paragraph = page[below]
        if below in page.footers or paragraph.gap > 1 or paragraph.parted:
            return None
        if paragraph.byline is not None:
            return below, replace(paragraph.byline, names=paragraph.byline.names + names)
        if paragraph.gap or not is_name(paragraph.text, page.words):
            return None
        names = (paragraph.text,)
    return None


def strongest(page: Page, blocks: Sequence[Block]) -> Block:
    """The surest of the blocks that stand with the first above one text, filled from those that hold no other names.

    "Miners in Callao – May 1, 2023" above "By Ana Ruiz | The Courier | May 2, 2023" is a caption.
    """
    rivals = [blocks[0]]
    for other in blocks[1:RIVALS]:
        if not _beside(page, rivals[-1], other):
            break
        rivals.append(other)
    best = max(rivals, key=lambda rival: rival.strength)
    byline, indices = best.byline, list(best.indices)
    for rival in rivals:
        if rival is not best and rival.byline.is_plain:
            byline, indices = byline.filled(rival.byline), indices + list(rival.indices)
    if not indices:
        return best
    return Block(min(indices), max(indices), byline, tuple(sorted(indices)), max(best.strength, byline.strength))


def _beside(page: Page, block: Block, other: Block) -> bool:
    between = range(block.last + 1, other.first)
    if not (block.indices and other.indices) or len(between) > BETWEEN:
        return False
    if any(page[index].is_prose for index in between):
        return False
    return not any(page.opens[index] == WHOLE or index in page.footers for index in (*between, other.first))
