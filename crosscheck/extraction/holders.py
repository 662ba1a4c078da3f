"""Whose a share is: the names of a sentence, and which of them leads, trails or stands nearest before a figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from crosscheck.extraction.items import Items, item_kind
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic, civic

BREAKS = frozenset(',;:.!?"()[]')
ENDS = frozenset(";.!?")
OPENED = frozenset("([")
JOINTS = frozenset({"-", "/", "&"})  # "NBC/Wall Street Journal", "Mujica-Astori"
POSSESSIVE = frozenset({"'s", "'"})
GOVERNED = 5  # tokens between a preposition and the name that it governs: "in the next-door state of Ohio"
OPPONENT = 6  # tokens after "leads" in which the other's name stands
CLOSE = 5  # tokens between "leads" and a figure where no opponent is named: a far "lead" is a noun, "her lead among …"
PAIR = 4  # items that may part the two shares of a pair: "46 percent to Trump's 42"
AFTER = 8  # tokens after a share in which "for X" begins: "29 percent of the valid votes went to X"
FOR = 3  # tokens between "for" and the name
SHARES = frozenset({"percent", "n", "score"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a sentence by its first and last token, titles like "Mr" left out."""

    first: int
    last: int


@lru_cache(maxsize=32)
def names(sentence: Sentence) -> tuple[Named, ...]:
    """The names of a sentence in order; a lone first word is one only where the article has it as a name elsewhere."""
    words = civic(sentence.article.lang)
    if words is None:
        return ()
    dated = {i for figure in sentence.figures for i in range(figure.begin, figure.finish + 1)}
    found: list[Named] = []
    index, count = 0, len(sentence.tokens)
    while index < count:
        if index in dated or not _is_name(sentence, index, words):
            index += 1
            continue
        last = _end(sentence, index, words, dated)
        if index or last > index or sentence.tokens.words[index] in sentence.article.capitals:
            found.append(Named(index, last))
        index = last + 1
    return tuple(found)


def _is_name(sentence: Sentence, index: int, words: Civic) -> bool:
    tokens = sentence.tokens
    word = tokens.words[index]
    if not tokens.capital(index) or word in words.subjects.pronouns or word in words.holders.honorifics:
        return False
    if index == 0 and (word in words.subjects.little or word in words.pollsters.barred):
        return False
    return sentence.part.role == "body" or word in sentence.article.capitals


def _end(sentence: Sentence, index: int, words: Civic, dated: set[int]) -> int:
    tokens, last = sentence.tokens, index
    while last + 1 < len(tokens) and last + 1 not in dated:
        joined = tokens.words[last + 1] in JOINTS and last + 2 < len(tokens) and tokens.glued(last + 2)
        if _is_name(sentence, last + 1, words):
            last += 1
        elif joined and tokens.capital(last + 2):
            last += 2
        else:
            return last
    return last


def holder(sentence: Sentence, items: Items, spot: int) -> Named | None:
    """Whose share or lead the figure of an item is, None where the sentence does not tell."""
    words = civic(sentence.article.lang)
    if words is None:
        return None
    every = tuple(name for name in names(sentence) if not _asks(sentence, name, words))
    second = _is_second(items, spot, words)
    duel = _duel(sentence, items, spot, every, words)
    if duel is not None:
        winner, loser = duel
        return loser if second else winner
    if second and not _has_owner(sentence, every, items.items[spot].first):
        return None
    return _beside(sentence, items, spot, every, words)


def beside(sentence: Sentence, items: Items, spot: int) -> Named | None:
    """The name that stands in a share's own clause, whoever leads: "while Rojas received 38 percent support"."""
    words = civic(sentence.article.lang)
    if words is None:
        return None
    figure = items.items[spot].first
    clause = max((i + 1 for i in range(figure) if _parts(sentence, i, words)), default=0)
    every = tuple(name for name in names(sentence) if name.first >= clause and not _asks(sentence, name, words))
    return _beside(sentence, items, spot, every, words)


def _parts(sentence: Sentence, index: int, words: Civic) -> bool:
    """Whether a token ends a clause; a comma before "who" does not."""
    tokens = sentence.tokens.words
    return tokens[index] in BREAKS and tokens[index + 1] not in words.holders.relatives


def _beside(sentence: Sentence, items: Items, spot: int, every: tuple[Named, ...], words: Civic) -> Named | None:
    figure = items.items[spot]
    tokens = sentence.tokens.words
    if figure.last + 1 < len(tokens) and tokens[figure.last + 1] in words.holders.favouring:
        following = _after(sentence, every, figure.last, words)
        if following is not None:
            return following
    near = _before(sentence, every, _start(items, spot, words), figure.first, words)
    return near or _after(sentence, every, figure.last, words)


def _before(sentence: Sentence, every: tuple[Named, ...], start: int, figure: int, words: Civic) -> Named | None:
    """The nearest name before a figure that nothing governs; of "X of the party Y" it is X, behind "her" nobody."""
    before = [name for name in every if start <= name.first and name.last < figure]
    free = [name for name in before if not _governed(sentence, name, words)]
    tokens = sentence.tokens.words
    if not free or any(tokens[i] in words.holders.persons for i in range(free[-1].last + 1, figure)):
        return None
    heads = [name for name in free if tokens[name.last + 1] in words.holders.heading]
    return heads[-1] if heads and free[-1].first - heads[-1].last <= AFTER + FOR else free[-1]


def _has_owner(sentence: Sentence, every: tuple[Named, ...], figure: int) -> bool:
    """Whether a name owns the figure that follows it: "to Whitfield's 42"."""
    tokens = sentence.tokens.words
    return any(figure - 2 <= name.last + 1 < figure and tokens[name.last + 1] in POSSESSIVE for name in every)


def _after(sentence: Sentence, every: tuple[Named, ...], figure: int, words: Civic) -> Named | None:
    """A name that a preposition ties to a figure before it: "29 percent of the votes went to X", "a jump for X"."""
    tokens = sentence.tokens.words
    for index in range(figure + 1, min(figure + 1 + AFTER, len(tokens))):
        if tokens[index] in BREAKS:
            return None
        if tokens[index] in words.holders.favouring:
            return apposed(next((name for name in every if index < name.first <= index + FOR), None), every)
    return None


def apposed(name: Named | None, every: tuple[Named, ...]) -> Named | None:
    """A name, or the person whom it tells the party of: "for Progress candidate Ana Ruiz"."""
    if name is None:
        return None
    return next((other for other in every if other.first == name.last + 2), name)


def _asks(sentence: Sentence, name: Named, words: Civic) -> bool:
    """Whether a name is a pollster's: "the Riverside Post poll", "the NBC tracking poll"."""
    tokens = sentence.tokens.words
    for index in range(name.last + 1, min(name.last + 4, len(tokens))):
        if tokens[index] in words.pollsters.nouns:
            return True
        if tokens[index] not in words.pollsters.between and tokens[index] not in words.holders.asking:
            break
    return words.pollsters.names.match(tokens, name.first) is not None


def _governed(sentence: Sentence, name: Named, words: Civic) -> bool:
    """Whether a name stands in brackets, or after a preposition that makes it a place or a time."""
    tokens = sentence.tokens.words
    for index in range(name.first - 1, max(-1, name.first - 1 - GOVERNED), -1):
        word = tokens[index]
        if word in OPENED or word in words.holders.governing:
            return True
        if word in BREAKS or sentence.tokens.capital(index) or not word[0].isalpha() or word in words.subjects.closing:
            return False
    return False


Duel = tuple[Named | None, Named | None]


def _duel(sentence: Sentence, items: Items, spot: int, every: tuple[Named, ...], words: Civic) -> Duel | None:
    """Who leads and who trails by the word nearest before the figure, None where no such word speaks of it."""
    tokens = sentence.tokens.words
    figure = items.items[spot].first
    for index in range(figure - 1, -1, -1):
        if tokens[index] in ENDS and not _abbreviates(tokens, index, words):
            return None
        ahead, behind = words.holders.leading.match(tokens, index), words.holders.trailing.match(tokens, index)
        length = (ahead or behind or (0, True))[0]
        if not length:
            continue
        before = [name for name in every if name.last < index and not _governed(sentence, name, words)]
        after = range(index + length, min(index + length + OPPONENT, figure))
        other = next((name for name in every if name.first in after), None)
        if before or other:
            one = before[-1] if before else None
            told = (one, other) if ahead else (other, one)
            near = other is not None or figure - index - length <= CLOSE
            return told if near and _reaches(items, spot, index, words) else None
    return None


def _reaches(items: Items, spot: int, token: int, words: Civic) -> bool:
    """Whether a word for leading still speaks of a share behind other figures: "leads by 11 points, 46 to 35"."""
    tokens = items.tokens.words
    between = [i for i in items.items[:spot] if i.first > token and item_kind(i.figure) in SHARES]
    if not between:
        return True
    rest = tokens[between[0].last + 1 : items.items[spot].first]
    shares = {i for item in between for i in range(item.first, item.last + 1)}
    loose = [w for i, w in enumerate(rest, between[0].last + 1) if i not in shares and w[0].isalpha()]
    return all(word in words.holders.pair or word in words.holders.points for word in loose)


def _is_second(items: Items, spot: int, words: Civic) -> bool:
    """Whether a share is the second of a pair: "46 percent to 42"."""
    for index in range(spot - 1, max(-1, spot - 1 - PAIR), -1):
        item = items.items[index]
        if item.figure is not None:
            return item_kind(item.figure) in SHARES and items.tokens.words[item.last + 1] in words.holders.pair
    return False


def _abbreviates(tokens: tuple[str, ...], index: int, words: Civic) -> bool:
    """Whether a full stop ends a title: "Mrs."."""
    return index > 0 and tokens[index - 1] in words.holders.honorifics


def _start(items: Items, spot: int, words: Civic) -> int:
    """The token after the figure of this kind before this one, or where its sentence begins."""
    kinds = SHARES if item_kind(items.items[spot].figure) != "percent" else SHARES - {"n", "score"}
    tokens = items.tokens.words
    for index in range(spot - 1, -1, -1):
        item = items.items[index]
        ended = tokens[item.last] in ENDS and not _abbreviates(tokens, item.last, words)
        if item_kind(item.figure) in kinds or ended:
            return item.last + 1
    return 0
