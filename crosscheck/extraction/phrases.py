"""Noun phrases that tell what a figure is about: the object of a verb, cut clean, and its fuller name told before."""

from __future__ import annotations

from crosscheck.extraction import holders
from crosscheck.extraction.holders import BREAKS, POSSESSIVE
from crosscheck.extraction.pollsters import Stretch
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic
from crosscheck.language.lexicon import Lexicon

NOUNS = 5  # tokens of a phrase that is no name: "fox hunting ban"
REACH = 9  # tokens after a verb in which its object is named: "approve of the way that President X"
BACK = 8  # sentences back in which "the constitution" was told by its fuller name, "the European constitution"
WIDE = 3  # words before a noun that may tell which one
OPENS = 3  # tokens in which an opening question begins: "But when asked"
AROUND = 14  # tokens to either side in which a phrase is near
BEHIND = (
    5  # tokens by which a phrase before counts as further away: "32 percent in the first round and 51 in a run-off"
)
ABBREVIATES = "."


def about(sentence: Sentence, verb: int, words: Civic) -> Stretch | None:
    """What a verb's object or clause is about: the noun phrase after it where it is clean, else a name soon after."""
    tokens = sentence.tokens.words
    start = _past_opening(sentence, verb + 1, words)
    if start >= len(tokens) or tokens[start] in words.subjects.pronouns:
        return None
    phrase = _phrase(sentence, start, words)
    end = next((i for i in range(start, len(tokens)) if breaks(sentence, i, words)), len(tokens))
    near = tuple(n for n in holders.names(sentence) if start <= n.first < min(end, verb + 1 + REACH))
    named = holders.apposed(near[0], near) if near else None
    if phrase is not None and not (near and phrase.first <= near[0].first <= phrase.last):
        if not is_bare(sentence, phrase, words):
            return phrase
        if phrase.last + 1 < end and not near:
            return phrase
    return Stretch(named.first, named.last) if named else phrase


def question(sentence: Sentence, words: Civic) -> Stretch | None:
    """The topic of a question that opens a sentence: "Asked whether the talks should go on, 80 percent said yes"."""
    tokens = sentence.tokens.words
    for index in range(min(OPENS, len(tokens))):
        hit = words.subjects.asking.match(tokens, index)
        if hit is not None:
            return about(sentence, index + hit[0] - 1, words)
    return None


def asks(sentence: Sentence, words: Civic) -> bool:
    """Whether a sentence opens with the question that its shares answer."""
    tokens = sentence.tokens.words
    return any(words.subjects.asking.match(tokens, index) is not None for index in range(min(OPENS, len(tokens))))


def is_bare(sentence: Sentence, stretch: Stretch, words: Civic) -> bool:
    """Whether a phrase means nothing by itself: "the plan", "it"."""
    tokens = sentence.tokens.words[stretch.first : stretch.last + 1]
    return all(word in words.subjects.bare or word in words.subjects.pronouns for word in tokens)


def fuller(sentence: Sentence, stretch: Stretch, words: Civic) -> tuple[Sentence, Stretch] | None:
    """The nearest mention before of the same noun with words that tell which one."""
    noun = sentence.tokens.words[stretch.last]
    for other in (*sentence.article.before(sentence.index, BACK), *sentence.article.sentences[:1]):
        for index in range(len(other.tokens) - 1, 0, -1):
            if other.tokens.words[index] == noun and (found := _modified(other, index, words)):
                return other, found
    return None


def trimmed(sentence: Sentence, stretch: Stretch, words: Civic) -> Stretch | None:
    """A phrase without articles and titles, None where nothing is left."""
    first = _past_opening(sentence, stretch.first, words)
    return Stretch(first, stretch.last) if first <= stretch.last else None


def written(sentence: Sentence, stretch: Stretch) -> str:
    """A name as written, white space folded; other words in lower case, and so is a capital that opens a sentence."""
    tokens = sentence.tokens
    surface = " ".join(tokens.surface(stretch.first, stretch.last).split())
    proper = any(tokens.capital(i) and (i or tokens.words[i] in sentence.article.capitals) for i in _within(stretch))
    return surface if proper else surface.lower()


def _within(stretch: Stretch) -> range:
    return range(stretch.first, stretch.last + 1)


def _past_opening(sentence: Sentence, start: int, words: Civic) -> int:
    tokens = sentence.tokens.words
    while start < len(tokens) and (tokens[start] in words.subjects.opening or _titles(sentence, start, words)):
        start += 1
    return start


def _titles(sentence: Sentence, index: int, words: Civic) -> bool:
    """Whether a token is a title like "Mr", or its full stop."""
    tokens = sentence.tokens.words
    return tokens[index] in words.holders.honorifics or (
        tokens[index] == ABBREVIATES and index > 0 and tokens[index - 1] in words.holders.honorifics
    )


def nearest(sentence: Sentence, token: int, names: Lexicon[str]) -> str | None:
    """The name of the phrase of a list that stands near a token, rather behind it than before."""
    words, found = sentence.tokens.words, list[tuple[int, str]]()
    for index in range(max(0, token - AROUND), min(len(words), token + AROUND)):
        hit = names.match(words, index)
        if hit is not None:
            found.append((index - token if index > token else token - index + BEHIND, hit[1]))
    return min(found)[1] if found else None


def breaks(sentence: Sentence, index: int, words: Civic) -> bool:
    """Whether a token ends a clause; the full stop of "Mr." does not."""
    return sentence.tokens.words[index] in BREAKS and not _titles(sentence, index, words)


def _phrase(sentence: Sentence, start: int, words: Civic) -> Stretch | None:
    """The phrase from a token on, where a word that ends one follows soon; no verb must be taken for a noun."""
    tokens = sentence.tokens.words
    index = start
    while index < len(tokens) and _goes_on(tokens[index], words):
        if index > start and (tokens[index] in words.subjects.opening or tokens[index] in words.subjects.pronouns):
            return None
        index += 1
    if index == start or index - start > NOUNS or tokens[start][0].isdecimal():
        return None
    return Stretch(start, index - 1)


def _goes_on(word: str, words: Civic) -> bool:
    """Whether a word may go on a noun phrase; an owner may stand in it ("the government's peace plan")."""
    return word in POSSESSIVE or (word[0].isalnum() and word not in words.subjects.closing)


def _modified(sentence: Sentence, noun: int, words: Civic) -> Stretch | None:
    """A noun with the words before it that tell which one, where an article or the like begins the phrase."""
    tokens, first = sentence.tokens.words, noun
    while (
        first > 0
        and noun - first < WIDE
        and tokens[first - 1][0].isalpha()
        and tokens[first - 1] not in words.subjects.little
    ):
        first -= 1
    if first == noun or first == 0 or tokens[first - 1] not in words.subjects.opening:
        return None
    return Stretch(first, noun)
