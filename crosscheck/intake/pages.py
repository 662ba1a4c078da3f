"""A text's paragraphs with what is known of them together: where it opens anew, and what is running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import median_low

from crosscheck.intake.layout import Paragraph
from crosscheck.intake.words import Words

WHOLE, SOFT = 2, 1  # a rule, form feed, footer or the file's beginning; more blank lines than elsewhere


@dataclass(frozen=True, slots=True)
class Page:
    """Paragraphs, all told by their index. `opens` tells what boundary stands above each, 0 for none.

    `prose` counts the paragraphs before each that are running text, `footers` are those that end an article.
    """

    paragraphs: tuple[Paragraph, ...]
    footers: frozenset[int]
    opens: tuple[int, ...]
    prose: tuple[int, ...]
    words: Words

    def __len__(self) -> int:
        return len(self.paragraphs)

    def __getitem__(self, index: int) -> Paragraph:
        return self.paragraphs[index]

    def length(self, index: int) -> int:
        """How many words a paragraph has."""
        return len(self.paragraphs[index].text.split())

    def headings(self, zone: Sequence[int]) -> tuple[int, ...]:
        """The paragraphs of a zone that could be a title; captions only where nothing else could."""
        found = [index for index in zone if self.paragraphs[index].is_heading]
        titles = (index for index in found if not self.paragraphs[index].is_caption(self.words))
        return tuple(titles) or tuple(found[:1])


def page_of(paragraphs: tuple[Paragraph, ...], footers: frozenset[int], words: Words) -> Page:
    """The page that paragraphs make; a gap opens it anew where it is wider than most others."""
    gaps = [paragraph.gap for paragraph in paragraphs[1:]]
    usual = max(1, median_low(gaps)) if gaps else 1
    opens = []
    for index, paragraph in enumerate(paragraphs):
        whole = paragraph.parted or (index - 1 in footers and index not in footers)
        opens.append(WHOLE if whole else SOFT if paragraph.gap > usual else 0)
    prose = accumulate((paragraph.is_prose for paragraph in paragraphs), initial=0)
    return Page(paragraphs, footers, tuple(opens), tuple(prose), words)
