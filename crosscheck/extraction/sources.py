"""Whom an article credits for a figure: "according to X", "X said", and where a language inverts it "dijo X"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.extraction.sentences import Sentence
from crosscheck.language.grammar import grammar
from crosscheck.model import Evidence

LONGEST = 8  # tokens of a source's name: "the Office of the UN High Commissioner" is seven
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
        if "source.before" in labels:
            span = _after(sentence, last + 1)
        elif "source.verbs" in labels:
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


def _is_pronoun(sentence: Sentence, begin: int, finish: int) -> bool:
    """Whether the words name nobody: "it said"."""
    return begin == finish and sentence.tokens.words[begin] in _pronouns(sentence.article.lang)


@cache
def _pronouns(lang: str) -> frozenset[str]:
    return frozenset(word for name, words in grammar(lang).classes if name == "pron" for word in words)


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


def _subject(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The noun phrase just before a verb of saying, where it is a name or a known kind of source."""
    tokens = sentence.tokens
    begin = verb
    while begin > 0 and verb - begin < LONGEST and tokens.words[begin - 1] not in BREAKS:
        begin -= 1
    named = _labelled(sentence, "source.nouns")
    while begin < verb and not (tokens.capital(begin) or begin in named):
        begin += 1
    if begin == verb or not any(tokens.capital(i) or i in named for i in range(begin, verb)):
        return None
    if verb - 1 not in named and not tokens.capital(verb - 1):
        return None
    return begin, verb - 1


def _labelled(sentence: Sentence, label: str) -> frozenset[int]:
    return frozenset(
        index for first, last, labels in sentence.told if label in labels for index in range(first, last + 1)
    )
