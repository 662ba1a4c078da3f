"""What was voted on and who voted: "the water bill", "resolution 4766", "the House of Commons", "the jury"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from crosscheck.extraction.holders import BREAKS, POSSESSIVE
from crosscheck.extraction.items import Items
from crosscheck.extraction.phrases import written
from crosscheck.extraction.pollsters import Stretch
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic
from crosscheck.language.lexicon import Lexicon
from crosscheck.model import Span

BACK = 4  # sentences back in which a body or a motion may have been named in full; the title comes after them
WIDE = 4  # tokens before a head that may tell which one: "the new Clean Harbour bill"
TIED = 4  # tokens after it: "motion of no confidence", "resolution on water rights"


@dataclass(frozen=True, slots=True)
class Told:
    """A motion or a body: its name, the sentence that tells it and where."""

    name: str
    sentence: Sentence
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun for a motion or a body: its head, and the whole phrase, None where only the kind is told ("the bill")."""

    head: Stretch
    whole: Stretch | None
    name: str | None = None


_Reader = Callable[[Sentence, Civic], Iterator[Mention]]


def motion(sentence: Sentence, items: Items, spot: int, words: Civic) -> Told | None:
    """The motion nearest to a figure, by its name there or by the fuller one told before of the same kind."""
    return _told(sentence, items.items[spot].first, tuple(_motions(sentence, words)), words, _motions)


def body(sentence: Sentence, items: Items, spot: int, words: Civic) -> Told | None:
    """The body nearest to a figure, by its name there or by the fuller one told before of the same kind."""
    return _told(sentence, items.items[spot].first, tuple(_bodies(sentence, words)), words, _bodies)


def sits(sentence: Sentence, span: Span, words: Civic) -> bool:
    """Whether a name is that of a body."""
    return any(
        span.start <= sentence.tokens.starts[head.last] < span.end for head in _heads(sentence, words.ballots.bodies)
    )


def _told(sentence: Sentence, figure: int, found: tuple[Mention, ...], words: Civic, read: _Reader) -> Told | None:
    def distance(each: Mention) -> int:
        return max(each.head.first - figure, figure - each.head.last)

    for each in sorted(found, key=distance):
        if each.whole is not None:
            return Told(each.name or written(sentence, each.whole), sentence, each.whole)
        fuller = _fuller(sentence, each, words, read)
        if fuller is not None:
            return fuller
    return None


def _fuller(sentence: Sentence, bare: Mention, words: Civic, read: _Reader) -> Told | None:
    """The nearest mention before of the same kind that tells which one."""
    kind = sentence.tokens.words[bare.head.last]
    for other in _context(sentence):
        for each in reversed(tuple(read(other, words))):
            if each.whole is not None and other.tokens.words[each.head.last] == kind:
                return Told(each.name or written(other, each.whole), other, each.whole)
    return None


def _context(sentence: Sentence) -> Iterator[Sentence]:
    text = sentence.article
    yield from text.before(sentence.index, BACK)
    yield from (each for each in text.sentences[:1] if each.index < sentence.index - BACK)


def _heads(sentence: Sentence, lexicon: Lexicon[bool]) -> Iterator[Stretch]:
    words, index = sentence.tokens.words, 0
    while index < len(words):
        hit = lexicon.match(words, index)
        if hit is not None and hit[1]:
            yield Stretch(index, index + hit[0] - 1)
        index += hit[0] if hit else 1


def _motions(sentence: Sentence, words: Civic) -> Iterator[Mention]:
    for head in _heads(sentence, words.ballots.motions):
        first = _leftmost(sentence, head.first, words)
        last = _rightmost(sentence, head.last, words)
        told = first < head.first or last > head.last or head.first < head.last
        yield Mention(head, Stretch(first, last) if told else None)


def _bodies(sentence: Sentence, words: Civic) -> Iterator[Mention]:
    tokens, ballots = sentence.tokens, words.ballots
    for head in _heads(sentence, ballots.bodies):
        first = head.first
        while (
            first > 0
            and tokens.capital(first - 1)
            and tokens.capital(head.first)
            and not _opens(sentence, first - 1, words)
        ):
            first -= 1
        alone = first == head.first
        full = ballots.members.match(tokens.words, first) if alone and first == head.last else None
        bare = ballots.bare.match(tokens.words, head.first)
        told = not alone or full is not None or bare is None or bare[0] <= head.last - head.first
        yield Mention(head, Stretch(first, head.last) if told else None, full[1] if full else None)
    for index in range(len(tokens)):
        member = ballots.members.match(tokens.words, index)
        if member is not None and ballots.bodies.match(tokens.words, index) is None:
            stretch = Stretch(index, index + member[0] - 1)
            named = ballots.bare.match((member[1],), 0) is None
            yield Mention(stretch, stretch if named else None, member[1])


def _leftmost(sentence: Sentence, head: int, words: Civic) -> int:
    """Where the words before a head begin that tell which one; they follow an article, or are a name."""
    tokens, first = sentence.tokens, head
    while first > 0 and head - first < WIDE and _modifies(sentence, first - 1, words):
        first -= 1
    before = tokens.words[first - 1] if first else ""
    if before in words.ballots.determiners or before in POSSESSIVE:
        return first
    first = head
    while first > 0 and tokens.capital(first - 1) and _modifies(sentence, first - 1, words):
        first -= 1
    return first


def _modifies(sentence: Sentence, index: int, words: Civic) -> bool:
    word = sentence.tokens.words[index]
    dated = any(figure.begin <= index <= figure.finish for figure in sentence.figures)
    little = word in words.ballots.determiners or _opens(sentence, index, words)
    return word[0].isalpha() and not (little or dated)


def _opens(sentence: Sentence, index: int, words: Civic) -> bool:
    """Whether a capital tells nothing: "The Supreme Court" opens a sentence, or a headline."""
    return sentence.tokens.words[index] in words.subjects.little


def _rightmost(sentence: Sentence, head: int, words: Civic) -> int:
    """The last token of what follows a head: its number, or the phrase that a preposition ties to it."""
    tokens = sentence.tokens.words
    following = head + 1
    if following >= len(tokens):
        return head
    spaced = sentence.tokens.starts[following] == sentence.tokens.ends[head] + 1
    if tokens[following][0].isdecimal() and spaced:
        counted = tokens[following + 1 : following + 2] and tokens[following + 1] in words.holders.pair
        return head if counted and tokens[following + 2 : following + 3] else following
    if tokens[following] not in words.ballots.tied:
        return head
    start = following + 1
    start += start < len(tokens) and tokens[start] in words.ballots.determiners
    index = start
    while index < len(tokens) and index - start < TIED and _modifies(sentence, index, words):
        index += 1
    ended = index >= len(tokens) or tokens[index] in BREAKS or tokens[index] in words.subjects.closing
    return index - 1 if ended and index > start else head
