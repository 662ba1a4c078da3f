"""Which disease a figure is of: the one named nearest to it in its sentence, else the one told last before."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.extraction.sentences import Sentence
from crosscheck.model import Facet
from crosscheck.rules import Rule

FACET = "disease"
LABEL = f"{FACET}s."
BACK = 3  # sentences back in which a disease is still the one that is spoken of; then come title and lead


def facet(sentence: Sentence, token: int, rule: Rule) -> tuple[Facet, ...]:
    """The disease of a figure that stands at a token, where its rule asks for one; the figure's noun follows it."""
    if FACET not in rule.facets:
        return ()
    own = sorted(_named(sentence), key=lambda each: (abs(each[0] - token), each[0] < token))
    if own:
        return (Facet(FACET, own[0][1]),)
    text = sentence.article
    for other in (*text.before(sentence.index, BACK), *text.sentences[:1], *text.lead):
        told = sorted(_named(other))
        if told:
            return (Facet(FACET, told[-1][1], reach="context"),)
    return ()


def _named(sentence: Sentence) -> Iterator[tuple[int, str]]:
    for first, _, labels in sentence.told:
        yield from ((first, label.removeprefix(LABEL)) for label in labels if label.startswith(LABEL))
