"""Whom an article credits for a figure: "according to X", "X said", and where a language inverts it "dijo X"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.extraction.sentences import Sentence
from crosscheck.language.grammar import words_of
from crosscheck.model import Evidence

LONGEST = 8  # tokens of a source's name: "the Office of the UN High Commissioner" is seven
ASIDE = 14  # tokens that may part a source from its verb: "the Observatory, a group that is based in Britain, said"
GIVEN = 6  # tokens from "gave" to the noun that says what was given: "gave a slightly lower provisional death toll"
BREAKS = frozenset({",", ";", ".", ":", "(", ")", '"', "-", "?", "!"})


@dataclass(frozen=True, slots=True)
class Source:
    """A source as the article names it, and the words."""

    name: str
    evidence: Evidence


def find(sentence: Sentence, figure: int) -> Source | None:
    """The source whose words are nearest to the figure's token, None where nobody is credited."""
    found: list[tuple[int, int, int]] = []
    for first, last, labels in sentence.told:
        if _is_named(sentence, first):
            continue
        if "source.before" in labels:
            span = _after(sentence, last + 1)
        elif "source.verbs" in labels or ("source.giving" in labels and _gives(sentence, last)):
            span = _subject(sentence, first)
        elif "source.inverted" in labels:
            span = _subject(sentence, first) or _inverted(sentence, last + 1)
        else:
            continue
        if span is not None:
            found.append((abs(first - figure), *span))
    found = [each for each in found if not _is_pronoun(sentence, each[1], each[2])]
    if not found:
        return None
    _, begin, finish = min(found)
    place = sentence.span(begin, finish)
    name = sentence.tokens.surface(begin, finish)
    return Source(" ".join(name.split()), Evidence("source", place, name))


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether a telling word is part of a name: "the United States Geological Survey" is nobody that states."""
    if sentence.part.role != "body" or index == 0 or not sentence.tokens.capital(index - 1):
        return False
    return sentence.tokens.surface(index, index).istitle()


def _is_pronoun(sentence: Sentence, begin: int, finish: int) -> bool:
    """Whether the words name nobody: "it said", "an estimated 40"."""
    return begin == finish and sentence.tokens.words[begin] in _little(sentence.article.lang)


@cache
def _little(lang: str) -> frozenset[str]:
    return words_of(lang, "pron") | words_of(lang, "det")


def _after(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token."""
    tokens, ends = sentence.tokens, _labelled(sentence, "source.ends")
    end = index
    while end < len(tokens) and end - index < LONGEST and tokens.words[end] not in BREAKS and end not in ends:
        end += 1
    return (index, end - 1) if end > index else None


def _inverted(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """The noun phrase behind a verb of saying, and behind when it was said, where it is a name or a kind of source."""
    between = _labelled(sentence, "source.between")
    while index in between:
        index += 1
    span = _after(sentence, index)
    if span is None:
        return None
    first, last = span
    named = _labelled(sentence, "source.nouns")
    begin = next((i for i in range(first, last + 1) if sentence.tokens.capital(i) or i in named), None)
    return None if begin is None else (begin, last)


def _gives(sentence: Sentence, verb: int) -> bool:
    """Whether what is given is a count: "gave a lower toll", not "gave blood"."""
    counts = _labelled(sentence, "source.counts")
    return any(index in counts for index in range(verb + 1, verb + 1 + GIVEN))


def _subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The noun phrase before a verb of saying, where it is a name or a known kind of source; asides are skipped.

    "The Observatory, a group in Britain, said", "the statement that did not name the town said".
    """
    tokens = sentence.tokens
    last = _head(sentence, verb) - 1
    begin = last + 1
    while begin > 0 and last + 1 - begin < LONGEST and tokens.words[begin - 1] not in BREAKS:
        begin -= 1
    named = _labelled(sentence, "source.nouns")
    while begin <= last and not (tokens.capital(begin) or begin in named):
        begin += 1
    if begin > last or not (last in named or tokens.capital(last)):
        return None
    return begin, last


def _head(sentence: Sentence, verb: int) -> int:
    """Where the subject of a verb ends: at the verb, or where an aside before it begins."""
    words = sentence.tokens.words
    near = range(verb - 2, max(-1, verb - 2 - ASIDE), -1)
    if verb and words[verb - 1] == ",":
        return next((index for index in near if words[index] == ","), verb)
    relatives = words_of(sentence.article.lang, "rel")
    return next((index for index in near if words[index] in relatives), verb)


def _labelled(sentence: Sentence, label: str) -> frozenset[int]:
    return frozenset(
        index for first, last, labels in sentence.told if label in labels for index in range(first, last + 1)
    )
