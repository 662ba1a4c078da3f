"""The proper names of an article, each spelling once with its count, so that spellings can be compared later."""

from __future__ import annotations

from crosscheck.extraction.sentences import ArticleText, gazetteer
from crosscheck.language import spelling
from crosscheck.model import Name, Span

MOST = 2000  # spellings kept of one article: a list of ten thousand names is a register, not a story


def collect(text: ArticleText) -> tuple[Name, ...]:
    """Every name by its first place, in order of place; titles and bodies alike."""
    article = text.article
    first: dict[str, Span] = {}
    counts: dict[str, int] = {}
    for part in article.parts:
        string = article.field(part.field)
        for start, end in spelling.names(string, part.start, part.end):
            surface = " ".join(string[start:end].split())
            first.setdefault(surface, Span(start, end, part.field))
            counts[surface] = counts.get(surface, 0) + 1
    places = gazetteer(text.lang, text.aliases)
    return tuple(
        Name(
            surface=surface,
            kind="place" if places.candidates(surface) else "person",
            span=span,
            location=article.locate(span),
            count=counts[surface],
        )
        for surface, span in list(first.items())[:MOST]
    )
