"""Whom or what a share, a vote or a date is about: the names near its cue, and the words of an answer."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Items
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.tokens import Tokens
from crosscheck.model import Evidence, Facet
from crosscheck.rules import Rule

REACH = 9  # tokens after the cue in which its object is named: "approve of the way that President X"
LONGEST = 10  # tokens of an answer kept in the question's own words
BREAKS = frozenset(",;.:!?\"()")


def facets(sentence: Sentence, items: Items, binding: Binding, rule: Rule) -> tuple[tuple[Facet, ...], tuple[Evidence, ...]]:
    """The facets `subject` and `answer` of a rule that has them, with the words that tell them."""
    if "subject" not in rule.facets:
        return (), ()
    told = dict(binding.sets)
    cue = items.items[binding.cue]
    found: list[Facet] = []
    evidence: list[Evidence] = []
    if "answer" in rule.facets and "answer" not in told:
        answer = _answer(sentence.tokens, cue.first)
        if answer:
            found.append(Facet("answer", answer))
    span = _subject(sentence, cue.last)
    if span is not None:
        surface = sentence.tokens.surface(*span)
        found.append(Facet("subject", " ".join(surface.split())))
        evidence.append(Evidence("subject", sentence.span(*span), surface))
    else:
        earlier = _earlier(sentence)
        if earlier:
            found.append(Facet("subject", earlier, reach="context"))
    return tuple(found), tuple(evidence)


def names(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, first and last token; a sentence's first word alone is no name."""
    index, count = 0, len(tokens)
    while index < count:
        if not tokens.capital(index):
            index += 1
            continue
        last = index
        while last + 1 < count and tokens.capital(last + 1):
            last += 1
        if index > 0 or last > index:
            yield index, last
        index = last + 1


def _subject(sentence: Sentence, cue: int) -> tuple[int, int] | None:
    """The first name after the cue in its clause, else the nearest name before it."""
    tokens = sentence.tokens
    end = next((i for i in range(cue + 1, len(tokens)) if tokens.words[i] in BREAKS), len(tokens))
    every = tuple(names(tokens))
    after = [span for span in every if cue < span[0] < min(end, cue + 1 + REACH)]
    if after:
        return after[0]
    before = [span for span in every if span[1] < cue]
    return before[-1] if before else None


def _earlier(sentence: Sentence) -> str | None:
    for other in sentence.article.before(sentence.index, 2):
        found = tuple(names(other.tokens))
        if found:
            return " ".join(other.tokens.surface(*found[0]).split())
    return None


def _answer(tokens: Tokens, cue: int) -> str:
    """The words of an answer, from its verb to the end of the clause."""
    last = cue
    while last + 1 < len(tokens) and last - cue < LONGEST and tokens.words[last + 1] not in BREAKS:
        last += 1
    return " ".join(tokens.words[cue : last + 1])
