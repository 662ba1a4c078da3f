"""What those asked were asked about and what they said: the subject and the answer of a share in a poll."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.extraction import holders, phrases, pollsters
from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.holders import POSSESSIVE, Named
from crosscheck.extraction.items import QUOTES, Items, item_kind
from crosscheck.extraction.pollsters import Stretch
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic

LONGEST = 10  # tokens of an answer kept in the question's own words
FIELD = 3  # tokens of the field in which somebody is judged: "the water crisis"
POINTS = "percentage_point"
VERBS = frozenset({"share", "share_saying"})  # constructions whose cue is a verb, though "support" is a noun too


@dataclass(frozen=True, slots=True)
class Opinion:
    """A subject with the sentence and the tokens that tell it, and an answer; each None where nothing tells it."""

    subject: str | None = None
    answer: str | None = None
    sentence: Sentence | None = None
    stretch: Stretch | None = None


def read(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Opinion:
    """The subject and the answer of a bound share."""
    answer = dict(binding.sets).get("answer")
    cue = items.items[binding.cue]
    roles = {each.kind for each in cue.word.cues if each.rule == binding.rule} if cue.word else set()
    spoken = "verb" in roles and binding.cue > binding.item and binding.construction in VERBS
    if not spoken and (answer in words.holders.ranked or not (roles or answer)):
        return _held(sentence, items, binding, answer, words)
    if spoken:
        asked = phrases.asks(sentence, words)
        stretch = phrases.question(sentence, words) if asked else _object(sentence, items, binding, words)
        return _opinion(sentence, stretch, answer or _spoken(sentence, items, cue.first, words), words)
    if "rate" in roles:
        return _opinion(sentence, _rated(sentence, items, binding, words), answer, words)
    stretch = _stretch(holders.beside(sentence, items, binding.item)) or phrases.question(sentence, words)
    return _opinion(sentence, stretch, answer, words)


def field(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Stretch | None:
    """In what field somebody is judged: "approve of his handling of the economy", "a poor rating on crime" none."""
    tokens = sentence.tokens.words
    start = max(items.items[binding.cue].last, items.items[binding.item].last) + 1
    for index in range(start, min(start + phrases.REACH, len(tokens) - 1)):
        if phrases.breaks(sentence, index, words):
            return None
        if tokens[index] in words.subjects.deeds:
            first = index + 1 + (tokens[index + 1] in words.subjects.fields)
            while first < len(tokens) and tokens[first] in words.ballots.determiners:
                first += 1
            last = first
            while last < len(tokens) and last - first < FIELD and _goes_on(tokens[last], words):
                last += 1
            return Stretch(first, last - 1) if last > first else None
    return None


def _goes_on(word: str, words: Civic) -> bool:
    return word[0].isalnum() and word not in words.subjects.closing


def _stretch(named: Named | None) -> Stretch | None:
    return None if named is None else Stretch(named.first, named.last)


def _held(sentence: Sentence, items: Items, binding: Binding, answer: str | None, words: Civic) -> Opinion:
    """A share without a verb: somebody's share of the vote or lead, else an answer in the question's own words."""
    figure = items.items[binding.item].figure
    points = figure is not None and figure.value.unit in (POINTS, None)
    own = (
        None
        if answer or points
        else _spoken(sentence, items, _past_people(sentence, items, binding.item, words), words)
    )
    stretch = (
        _object(sentence, items, binding, words) if own else _stretch(holders.holder(sentence, items, binding.item))
    )
    if answer is None and points:
        leads = any(word in words.holders.ranks for word in sentence.tokens.words)
        answer = words.holders.lead if leads or _is_duel(sentence, words) else words.holders.change
    elif answer is None and own is None and stretch is not None:
        answer = words.holders.share
    return _opinion(sentence, stretch or phrases.question(sentence, words), answer or own, words)


def _object(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Stretch | None:
    """What the verbs of an answer are about, the first that tells: "61 percent said they did not trust the mayor"."""
    for index in range(binding.item + 1, len(items.items)):
        item = items.items[index]
        if item_kind(item.figure) == "percent" or phrases.breaks(sentence, item.first, words):
            return None
        if item.word and any(cue.rule == binding.rule and cue.kind == "verb" for cue in item.word.cues):
            stretch = phrases.about(sentence, item.last, words)
            if stretch is not None:
                return stretch
    return None


def _is_duel(sentence: Sentence, words: Civic) -> bool:
    return words.holders.leading.occurs(sentence.tokens.words) or words.holders.trailing.occurs(sentence.tokens.words)


def _opinion(sentence: Sentence, stretch: Stretch | None, answer: str | None, words: Civic) -> Opinion:
    stretch = stretch and phrases.trimmed(sentence, stretch, words)
    if stretch is None:
        return Opinion(answer=answer)
    if phrases.is_bare(sentence, stretch, words):
        told = phrases.fuller(sentence, stretch, words)
        if told is None:
            return Opinion(answer=answer)
        sentence, stretch = told
    return Opinion(phrases.written(sentence, stretch), answer, sentence, stretch)


def _rated(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Stretch | None:
    """Whose a rating is: "support for the ban", "the premier's approval rating", "Rojas has a 19 percent rating"."""
    tokens = sentence.tokens.words
    cue = items.items[binding.cue]
    if cue.last + 1 < len(tokens) and tokens[cue.last + 1] in words.subjects.tied:
        return phrases.about(sentence, cue.last + 1, words)
    start = min(cue.first, items.items[binding.item].first)
    before = [name for name in holders.names(sentence) if name.last < start]
    owning = [name for name in before if tokens[name.last + 1] in POSSESSIVE]
    return _stretch(owning[-1] if owning else before[-1] if before else None)


def _past_people(sentence: Sentence, items: Items, spot: int, words: Civic) -> int:
    """The token after a share and those of whom it is: "51% of those polled | had made up their minds"."""
    start = items.items[spot].last + 1
    tokens = sentence.tokens.words
    if not pollsters.is_of(items, spot):
        return start
    last = pollsters.noun(sentence, items, start + 1)
    for index in range(start + 1, min(start + 3, len(tokens))):
        hit = words.populations.generic.match(tokens, index)
        if hit is not None:
            return max(index + hit[0], (last or 0) + 1)
    return start if last is None else last + 1


def _spoken(sentence: Sentence, items: Items, start: int, words: Civic) -> str | None:
    """An answer in the question's own words: from a token to the end of the clause."""
    tokens = sentence.tokens.words
    if start >= len(tokens) or tokens[start] in words.shares.joints:
        return None
    figures = (item for item in items.items[1:] if item_kind(item.figure) == "percent" and item.first >= start)
    stop = min((start + LONGEST, len(tokens), *(item.first for item in figures)))
    end = next((i for i in range(start, stop) if _ends(sentence, i, words)), stop)
    start = _past_saying(tokens, start, end, words)
    spoken = [word for word in tokens[start:end] if word not in QUOTES]
    while spoken and (spoken[-1] in words.shares.joints or spoken[-1] in words.subjects.opening):
        spoken.pop()
    return " ".join(spoken) or None


def _ends(sentence: Sentence, index: int, words: Civic) -> bool:
    """Whether an answer ends before a token; quotation marks stand within it."""
    return phrases.breaks(sentence, index, words) and sentence.tokens.words[index] not in QUOTES


def _past_saying(tokens: tuple[str, ...], start: int, end: int, words: Civic) -> int:
    """Where an answer begins behind "said that it is"."""
    index = start
    while index < end and (tokens[index] in words.subjects.saying or tokens[index] in QUOTES):
        index += 1
    return index if index < end else start
