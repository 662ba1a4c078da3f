"""The place of a figure: the clause's name, else the sentence's, else the nearest told before it, the title, the lead."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.extraction.sentences import Sentence
from crosscheck.language.places import Found
from crosscheck.model import Evidence, Facet, Reach, Span

BACK = 6  # sentences looked back over
COMMA = 4  # tokens that crossing a comma is worth
BEFORE = 3  # tokens that standing before the cue is worth: a place mostly follows


@dataclass(frozen=True, slots=True)
class Where:
    """A place, how far from the figure it was told, and the words."""

    place: Found | None
    reach: Reach = "clause"
    span: Span | None = None
    surface: str = ""

    def facets(self) -> tuple[Facet, ...]:
        """The place as a facet, with what contains it."""
        if self.place is None or self.place.place is None:
            return ()
        place = self.place.place
        return (Facet("place", place.name, place.path, self.reach),)

    def evidence(self) -> tuple[Evidence, ...]:
        """The words as evidence."""
        return (Evidence("place", self.span, self.surface),) if self.span else ()


UNKNOWN = Where(None)


def find(sentence: Sentence, cue: int, figure: int, *, listed: bool) -> Where:
    """The place of a figure whose cue and number stand at these tokens; in a list, the name right before it."""
    names = _places(sentence)
    if listed:
        start = sentence.tokens.starts[figure]
        before = [found for found in names if found.end <= start]
        return _where(sentence, before[-1], "clause") if before else UNKNOWN
    if names:
        return _nearest(sentence, names, sentence.tokens.starts[cue], sentence.tokens.starts[figure])
    return _from_context(sentence)


def _places(sentence: Sentence) -> tuple[Found, ...]:
    return tuple(found for found in sentence.names if found.place is not None and not found.demonym)


def _nearest(sentence: Sentence, names: tuple[Found, ...], cue: int, figure: int) -> Where:
    text = sentence.string

    def cost(found: Found) -> tuple[int, int]:
        low, high = (found.end, cue) if found.end <= cue else (cue, found.start)
        between = text[low:high]
        return 6 * COMMA * between.count(",") + len(between) + (6 * BEFORE if found.end <= cue else 0), found.start

    best = min(names, key=cost)
    return _where(sentence, best, "clause" if cost(best)[0] < 80 else "sentence")


def _where(sentence: Sentence, found: Found, reach: Reach) -> Where:
    span = Span(found.start, found.end, sentence.part.field)
    return Where(found, reach, span, sentence.string[found.start : found.end])


def _from_context(sentence: Sentence) -> Where:
    text = sentence.article
    steps = text.before(sentence.index, BACK) if sentence.part.role == "body" else ()
    for distance, other in enumerate((*steps, *text.sentences[:1], *text.lead)):
        names = _places(other)
        if names:
            reach: Reach = "context" if distance < 3 and distance < len(steps) else "article"
            return _where(other, names[-1] if distance < len(steps) else names[0], reach)
    return UNKNOWN
