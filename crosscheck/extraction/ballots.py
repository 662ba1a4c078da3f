"""What was voted on and who voted: "the water bill", "resolution 4766", "the House of Commons", "the jury"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.extraction.holders import BREAKS, POSSESSIVE
from crosscheck.extraction.items import Items
from crosscheck.extraction.pollsters import Stretch
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic
from crosscheck.language.lexicon import Lexicon

BACK = 3  # sentences back in which a body or a motion may have been named; the title comes after them
WIDE = 4  # tokens before a head that may tell which one: "the new Clean Harbour bill"
TIED = 4  # tokens after it: "motion of no confidence", "resolution on water rights"


@dataclass(frozen=True, slots=True)
class Told:
    """A motion or a body: its name, the sentence that tells it and where."""

    name: str
    sentence: Sentence
    stretch: Stretch


def motion(sentence: Sentence, items: Items, spot: int, words: Civic) -> Told | None:
    """The motion nearest to a figure that is named by more than its kind, in its sentence or shortly before it."""
    figure = items.items[spot].first
    heads = {sentence.tokens.words[each.last] for each, _ in _heads(sentence, words.ballots.motions)}
    found = _nearest(_motions(sentence, words), figure)
    if found is not None:
        return Told(found[1], sentence, found[0])
    for other in _context(sentence):
        every = [(stretch, name) for stretch, name in _motions(other, words)]
        same = [each for each in every if not heads or any(head in each[1].split() for head in heads)]
        if same:
            return Told(same[-1][1], other, same[-1][0])
    return None


def body(sentence: Sentence, items: Items, spot: int, words: Civic) -> Told | None:
    """The body nearest to a figure, in its sentence or shortly before it."""
    found = _nearest(_bodies(sentence, words), items.items[spot].first)
    if found is not None:
        return Told(found[1], sentence, found[0])
    for other in _context(sentence):
        every = tuple(_bodies(other, words))
        if every:
            return Told(every[-1][1], other, every[-1][0])
    return None


def _context(sentence: Sentence) -> Iterator[Sentence]:
    text = sentence.article
    yield from text.before(sentence.index, BACK)
    yield from (each for each in text.sentences[:1] if each.index < sentence.index - BACK)


def _nearest(found: Iterator[tuple[Stretch, str]], figure: int) -> tuple[Stretch, str] | None:
    def distance(each: tuple[Stretch, str]) -> int:
        return max(each[0].first - figure, figure - each[0].last)

    return min(found, key=distance, default=None)


def _heads(sentence: Sentence, lexicon: Lexicon[bool]) -> Iterator[tuple[Stretch, bool]]:
    words, index = sentence.tokens.words, 0
    while index < len(words):
        hit = lexicon.match(words, index)
        if hit is not None:
            yield Stretch(index, index + hit[0] - 1), hit[1]
        index += hit[0] if hit else 1


def _motions(sentence: Sentence, words: Civic) -> Iterator[tuple[Stretch, str]]:
    """Every motion of a sentence that is told by more than its kind."""
    for head, _ in _heads(sentence, words.ballots.motions):
        first = _leftmost(sentence, head.first, words)
        last = _rightmost(sentence, head.last, words)
        if first < head.first or last > head.last:
            stretch = Stretch(first, last)
            yield stretch, _name(sentence, stretch)


def _bodies(sentence: Sentence, words: Civic) -> Iterator[tuple[Stretch, str]]:
    tokens = sentence.tokens
    for head, _ in _heads(sentence, words.ballots.bodies):
        first = head.first
        while (
            first > 0
            and tokens.capital(first - 1)
            and tokens.capital(head.first)
            and not _opens(sentence, first - 1, words)
        ):
            first -= 1
        whole = words.ballots.members.match(tokens.words, head.first) if first == head.first == head.last else None
        yield Stretch(first, head.last), whole[1] if whole else _name(sentence, Stretch(first, head.last))
    for index in range(len(tokens)):
        member = words.ballots.members.match(tokens.words, index)
        if member is not None and words.ballots.bodies.match(tokens.words, index) is None:
            yield Stretch(index, index + member[0] - 1), member[1]


def _leftmost(sentence: Sentence, head: int, words: Civic) -> int:
    """Where the words before a head begin that tell which one; a verb or a little word ends them."""
    tokens, first = sentence.tokens, head
    while first > 0 and head - first < WIDE and _modifies(sentence, first - 1, words):
        first -= 1
    determined = first > 0 and (
        tokens.words[first - 1] in words.subjects.opening or tokens.words[first - 1] in POSSESSIVE
    )
    if determined or tokens.capital(head) and first < head and tokens.capital(first):
        return first
    while first < head and not tokens.capital(first):
        first += 1
    return first


def _modifies(sentence: Sentence, index: int, words: Civic) -> bool:
    word = sentence.tokens.words[index]
    little = word in words.subjects.opening or word in words.subjects.closing or word in words.subjects.pronouns
    dated = any(figure.begin <= index <= figure.finish for figure in sentence.figures)
    return word[0].isalpha() and not (little or dated) and not _opens(sentence, index, words)


def _opens(sentence: Sentence, index: int, words: Civic) -> bool:
    """Whether a capital tells nothing because the sentence begins there."""
    return index == 0 and sentence.tokens.words[index] in words.subjects.opening


def _rightmost(sentence: Sentence, head: int, words: Civic) -> int:
    """The last token of what follows a head: its number, or the phrase that a preposition ties to it."""
    tokens = sentence.tokens.words
    following = head + 1
    if (
        following < len(tokens)
        and tokens[following][0].isdecimal()
        and sentence.tokens.starts[following] == sentence.tokens.ends[head] + 1
    ):
        return following
    if following >= len(tokens) or tokens[following] not in words.ballots.tied:
        return head
    index = following + 1
    index += index < len(tokens) and tokens[index] in words.subjects.opening
    start = index
    while index < len(tokens) and index - start < TIED and _modifies(sentence, index, words):
        index += 1
    ended = index >= len(tokens) or tokens[index] in BREAKS or tokens[index] in words.subjects.closing
    return index - 1 if ended and index > start else head


def _name(sentence: Sentence, stretch: Stretch) -> str:
    """A name as written where it has a capital, else in lower case."""
    tokens = sentence.tokens
    surface = " ".join(tokens.surface(stretch.first, stretch.last).split())
    proper = any(tokens.capital(index) for index in range(stretch.first, stretch.last + 1) if index)
    return surface if proper else surface.lower()
