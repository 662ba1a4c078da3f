"""Who asked and who was asked: "a Riverside Post poll", "a survey by X", "among likely voters", "72% of Democrats"."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.extraction.holders import BREAKS, JOINTS, POSSESSIVE
from crosscheck.extraction.items import Item, Items, item_kind
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic
from crosscheck.language.nouns import endings, people_groups

LONGEST = 7  # tokens of a pollster's name: "USC Dornsife/Los Angeles Times" is six
SHORTEST = 3  # characters of a pollster's name: "ICM"; of "a U.S. firm" only "U" would be left
NARROWS = 4  # tokens of an age: "aged 18 to 29"
PEOPLE = 6  # tokens of a population: "registered voters under the age of 30" is cut after the noun


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some tokens of a sentence, first and last."""

    first: int
    last: int


def pollster(sentence: Sentence, figure: int, words: Civic) -> Stretch | None:
    """The name of who asked, nearest to a figure's token."""
    tokens = sentence.tokens.words
    found: list[Stretch] = []
    makers: list[Stretch] = []
    for index, word in enumerate(tokens):
        if word in words.pollsters.nouns:
            found += [each for each in (_before(sentence, index, words),) if each]
            makers += [each for each in (_maker(sentence, index, words),) if each]
        elif words.pollsters.names.match(tokens, index) is not None and sentence.tokens.capital(index):
            found += [each for each in (_whole(sentence, index, words),) if each]
    return min(found or makers, key=lambda each: (abs(each.first - figure), each.first), default=None)


def _whole(sentence: Sentence, index: int, words: Civic) -> Stretch | None:
    """The run of names around a known pollster: "Reuters/Ipsos"."""
    left, right = _run(sentence, index, words, step=-1), _run(sentence, index, words, step=1)
    return Stretch(left.first, right.last) if left and right else None


def _before(sentence: Sentence, noun: int, words: Civic) -> Stretch | None:
    """The name right before a noun for a poll: "the latest Riverside/Ledger opinion poll"."""
    tokens = sentence.tokens
    last = noun - 1
    while last >= 0 and tokens.words[last] in words.pollsters.between and not _named(sentence, last, words):
        last -= 1
    found = _run(sentence, last, words, step=-1)
    return None if found is None or _is_place(sentence, found, words) else found


def _maker(sentence: Sentence, noun: int, words: Civic) -> Stretch | None:
    """The name after the word for a poll's making: "a survey by Riverside Research"."""
    tokens = sentence.tokens.words
    for index in range(noun + 1, min(noun + 4, len(tokens))):
        hit = words.pollsters.makers.match(tokens, index)
        if hit is not None:
            start = index + hit[0]
            start += start < len(tokens) and tokens[start] in words.subjects.opening
            found = _run(sentence, start, words, step=1)
            return None if found is None or _is_place(sentence, found, words) else found
        if tokens[index] in BREAKS:
            return None
    return None


def _run(sentence: Sentence, start: int, words: Civic, *, step: int) -> Stretch | None:
    """The capitalised words from a token on, in one direction, with what joins them."""
    end = start
    while abs(end - start) < LONGEST and _goes_on(sentence, end, words):
        end += step
    end -= step
    while end != start - step and sentence.tokens.words[end] in JOINTS:
        end -= step
    if (end - start) * step < 0:
        return None
    first, last = min(start, end), max(start, end)
    letters = sentence.tokens.ends[last] - sentence.tokens.starts[first]
    return Stretch(first, last) if letters >= SHORTEST else None


def _is_place(sentence: Sentence, stretch: Stretch, words: Civic) -> bool:
    """Whether a name is where a poll was taken and not by whom: "a poll from Ohio"."""
    if words.pollsters.names.match(sentence.tokens.words, stretch.first) is not None:
        return False
    start, end = sentence.tokens.starts[stretch.first], sentence.tokens.ends[stretch.last]
    return any((found.start, found.end) == (start, end) for found, _ in sentence.names)


def _goes_on(sentence: Sentence, index: int, words: Civic) -> bool:
    if not 0 <= index < len(sentence.tokens):
        return False
    return _named(sentence, index, words) or sentence.tokens.words[index] in JOINTS


def _named(sentence: Sentence, index: int, words: Civic) -> bool:
    tokens = sentence.tokens
    dated = any(figure.begin <= index <= figure.finish for figure in sentence.figures)
    plain = index == 0 or sentence.part.role == "title"  # where a capital tells nothing: "New polls", "In Latest Poll"
    return tokens.capital(index) and not dated and not (plain and tokens.words[index] in words.pollsters.barred)


def population(sentence: Sentence, items: Items, spot: int, words: Civic) -> Stretch | None:
    """Who was asked, by the noun that a share is of, else by "among …" in its clause; None where it is anybody."""
    item = items.items[spot]
    tokens = sentence.tokens.words
    start = item.last + 1
    found = None
    if start + 1 < len(tokens) and is_of(items, spot):
        found = _people(sentence, items, start + 1, words)
    return found or _among(sentence, items, spot, words) or _sampled(sentence, items, words)


def _sampled(sentence: Sentence, items: Items, words: Civic) -> Stretch | None:
    """Who a poll is of, where its own sentence tells: "a poll of 1,204 likely voters"."""
    tokens = sentence.tokens.words
    for index in range(len(items.items) - 2):
        item, number = items.items[index], items.items[index + 2]
        if tokens[item.last] in words.pollsters.nouns and is_of(items, index) and item_kind(number.figure) == "n":
            return _people(sentence, items, number.last + 1, words)
    return None


def is_of(items: Items, spot: int) -> bool:
    """Whether the people of whom a share is follow it."""
    following = items.items[spot + 1] if spot + 1 < len(items.items) else None
    return following is not None and following.word is not None and bool({"of", "of_them"} & following.word.classes)


def _among(sentence: Sentence, items: Items, spot: int, words: Civic) -> Stretch | None:
    tokens = sentence.tokens.words
    share = items.items[spot]
    shares = [item for item in items.items if item_kind(item.figure) == "percent"]
    for index, word in enumerate(tokens):
        if word in words.populations.among:
            near = min(shares, key=lambda item: abs(item.first - index), default=share)
            if len(shares) <= 2 or near is share:
                return _people(sentence, items, index + 1, words)
    return None


def _people(sentence: Sentence, items: Items, start: int, words: Civic) -> Stretch | None:
    """The noun phrase for people that begins at a token, without what tells nothing."""
    tokens, generic = sentence.tokens, words.populations.generic
    start = next(
        (item.last + 1 for item in items.items if item.first == start and item_kind(item.figure) == "n"), start
    )
    while (
        start < len(tokens)
        and generic.match(tokens.words, start) is None
        and tokens.words[start] in words.subjects.opening
    ):
        start += 1
    if start >= len(tokens):
        return None
    anybody = generic.match(tokens.words, start)
    if anybody is not None:
        return _narrowed(sentence, start, start + anybody[0], words)
    last = noun(sentence, items, start)
    if last is None or (last + 1 < len(tokens) and tokens.words[last + 1] in POSSESSIVE):
        return None
    if _is_nation(sentence, start, last, words):
        return _narrowed(sentence, start, last + 1, words)
    return Stretch(start, last)


def _narrowed(sentence: Sentence, first: int, behind: int, words: Civic) -> Stretch | None:
    """Some of those whom a word for anybody names, as the words behind it tell: "voters under 30"."""
    tokens = sentence.tokens.words
    hit = words.populations.narrowing.match(tokens, behind) if behind < len(tokens) else None
    if hit is None:
        return None
    last = behind + hit[0] - 1
    while last + 1 < len(tokens) and last - behind < NARROWS and tokens[last + 1] not in BREAKS:
        if not tokens[last + 1][0].isdecimal() and tokens[last + 1] not in words.holders.pair:
            break
        last += 1
    return Stretch(first, last)


def is_sample(sentence: Sentence, asked: Stretch, words: Civic) -> bool:
    """Whether those asked are a poll's whole sample, and no group of it: "likely voters"."""
    tokens = sentence.tokens.words
    return any(words.populations.samples.match(tokens, index) for index in range(asked.first, asked.last + 1))


def noun(sentence: Sentence, items: Items, start: int) -> int | None:
    """The last token of a noun for people, or of a name in the plural ("Democrats"), near a token."""
    people, plurals = people_groups(sentence.article.lang), endings(sentence.article.lang).plural
    last: int | None = None
    for item in items.items:
        if item.first < start:
            continue
        if item.first >= start + PEOPLE or (item_kind(item.figure) not in ("", "n") and not _is_age(item)):
            break
        counted = (item.noun is not None and item.noun.group in people) or _is_age(item)
        if counted or (sentence.tokens.capital(item.first) and sentence.tokens.words[item.first].endswith(plurals)):
            last = item.last
        elif last is not None or sentence.tokens.words[item.first] in BREAKS:
            break
    return last


def _is_age(item: Item) -> bool:
    return item.figure is not None and item.figure.because == "age"


def _is_nation(sentence: Sentence, first: int, last: int, words: Civic) -> bool:
    """Whether a population is a nation's or a place's people: the place tells that."""
    start, end = sentence.tokens.starts[first], sentence.tokens.ends[last]
    ends = {end}
    if first < last and words.populations.generic.match(sentence.tokens.words, last) is not None:
        ends.add(sentence.tokens.ends[last - 1])  # "American voters"
    return any(
        found.start == start and found.end in ends and found.evidence == "demonym" for found, _ in sentence.names
    )
