"""The proper names of an article, each spelling once with its count, so that spellings can be compared later."""

from __future__ import annotations

from crosscheck.extraction.sentences import ArticleText, gazetteer
from crosscheck.language import spelling
from crosscheck.model import Name, Span

MOST = 2000  # spellings kept of one article: a list of ten thousand names is a register, not a story


SHORTEST = 3  # characters that a name takes, with what parts it from the next


def collect(text: ArticleText, *, several: bool = False) -> tuple[Name, ...]:
    """Every name by its first place, in order of place; titles and bodies alike.

    `several` leaves out names of one word, which tell nothing of whom an article is about, where that is quicker.
    """
    article = text.article
    several = several and len(article.text) + len(article.publication.title or "") < SHORTEST * MOST
    first: dict[str, Span] = {}
    counts: dict[str, int] = {}
    for part in article.parts:
        string = article.field(part.field)
        for start, end in spelling.names(string, part.start, part.end, several=several):
            surface = " ".join(string[start:end].split())
            first.setdefault(surface, Span(start, end, part.field))
            counts[surface] = counts.get(surface, 0) + 1
    places = gazetteer(text.lang, text.aliases)
    return tuple(
        Name(
            surface=surface,
            kind="place" if places.knows(surface) else "person",
            span=span,
            location=article.locate(span),
            count=counts[surface],
        )
        for surface, span in list(first.items())[:MOST]
    )
