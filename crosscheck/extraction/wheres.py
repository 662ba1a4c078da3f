"""The place of a figure: the clause's name, else the sentence's, else the nearest before it, the title, the lead."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

from crosscheck.extraction.sentences import Sentence
from crosscheck.language.grammar import Side, words_of
from crosscheck.language.places.place import Place
from crosscheck.language.places.sightings import Sighting
from crosscheck.model import Evidence, Facet, Reach, Span

BACK = 6  # sentences looked back over
COMMA = 4  # tokens that crossing a comma is worth
BARE, PHRASE = 6, 4  # tokens that a name is worth less with no preposition in so many tokens before it
BEFORE = 3  # tokens that standing before the cue is worth: a place mostly follows


@dataclass(frozen=True, slots=True)
class Where:
    """A place, how far from the figure it was told, and the words."""

    place: Place | None
    reach: Reach = "clause"
    span: Span | None = None
    surface: str = ""

    def facets(self) -> tuple[Facet, ...]:
        """The place as a facet, with what contains it."""
        if self.place is None:
            return ()
        return (Facet("place", self.place.name, self.place.path, self.reach),)

    def evidence(self) -> tuple[Evidence, ...]:
        """The words as evidence."""
        return (Evidence("place", self.span, self.surface),) if self.span else ()


UNKNOWN = Where(None)


def find(
    sentence: Sentence,
    cue: int,
    figure: int,
    *,
    located: Side | None = None,
    until: int | None = None,
    seat: Span | None = None,
) -> Where:
    """The place of a figure whose cue and number stand at these tokens; of a part told place by place, its own.

    Names from token `until` on are those of its parts: "killed 69 people: 20 in Ayacucho, 17 in Junin". A name in
    `seat` is where its source sits: "the geological survey in Golden said it was 6.1".
    """
    names = _places(sentence)
    if seat is not None:
        names = tuple(named for named in names if not seat.start <= named[0].start < seat.end)
    if until is not None:
        names = tuple(named for named in names if named[0].start < sentence.tokens.starts[until])
    if located is not None:
        start = sentence.tokens.starts[figure]
        beside = [named for named in names if (named[0].end <= start) == (located == "left")]
        return _where(sentence, beside[-1 if located == "left" else 0], "clause") if beside else UNKNOWN
    if names:
        return _nearest(sentence, names, sentence.tokens.starts[cue])
    return UNKNOWN if _points_elsewhere(sentence) else _from_context(sentence)


def _points_elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a place that no name before it can be: "the village", after the capital alone."""
    known = {seen for seen, _ in sentence.names}
    return any(seen.evidence == "back" and seen not in known for seen in sentence.sightings)


Named = tuple[Sighting, Place]


def _places(sentence: Sentence) -> tuple[Named, ...]:
    names = tuple(named for named in sentence.names if named[0].evidence not in ("demonym", "part"))
    spare = {id(second) for first, second in pairwise(names) if _addressed(sentence, first, second)}
    return tuple(named for named in names if id(named) not in spare) if spare else names


def _addressed(sentence: Sentence, first: Named, second: Named) -> bool:
    """Whether two names are one address, the second naming the city of a district: "Hackney, London"."""
    apart = sentence.string[first[0].end : second[0].start].split()
    around = first[1].path[1:2]
    return apart == [","] and bool(around) and second[1].name != around[0] and second[1].name in around[0]


def _nearest(sentence: Sentence, names: tuple[Named, ...], cue: int) -> Where:
    text = sentence.string

    locative = words_of(sentence.article.lang, "prep")

    def cost(named: Named) -> tuple[int, int]:
        found = named[0]
        low, high = (found.end, cue) if found.end <= cue else (cue, found.start)
        between = text[low:high]
        apart = 6 * BARE if _opens(sentence, found, locative) else 0
        steps = len(between) + (6 * BEFORE if found.end <= cue else 0)
        return 6 * COMMA * between.count(",") + steps + apart, found.start

    best = min(names, key=cost)
    return _where(sentence, best, "clause" if cost(best)[0] < 80 else "sentence")


def _opens(sentence: Sentence, found: Sighting, prepositions: frozenset[str]) -> bool:
    """Whether no preposition is before a name within its phrase: who acts or is listed there, not where it happened."""
    tokens = sentence.tokens
    first = bisect_left(tokens.starts, found.start)
    return prepositions.isdisjoint(tokens.words[max(0, first - PHRASE) : first])


def _where(sentence: Sentence, named: Named, reach: Reach) -> Where:
    found, place = named
    span = Span(found.start, found.end, sentence.part.field)
    return Where(place, reach, span, sentence.string[found.start : found.end])


def _from_context(sentence: Sentence) -> Where:
    text = sentence.article
    steps = text.before(sentence.index, BACK) if sentence.part.role == "body" else ()
    for distance, other in enumerate((*steps, *text.sentences[:1], *text.lead)):
        names = _places(other) if other is not sentence else ()
        if names:
            reach: Reach = "context" if distance < 3 and distance < len(steps) else "article"
            return _where(other, names[-1] if distance < len(steps) else names[0], reach)
    return UNKNOWN
