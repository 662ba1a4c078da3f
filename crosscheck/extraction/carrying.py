"""What one share of a poll tells for the next: the poll that both are of, and the question when only "it" is said."""

from __future__ import annotations

from dataclasses import replace

from crosscheck.extraction import pollsters
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import civic
from crosscheck.model import Claim, Facet

POLL, QUESTION = 4, 2  # sentences for which a pollster, and a subject, is still the one meant


class Carrier:
    """The facets of an article's last share in a poll, handed on to the shares after it; one an article."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[Facet, int]] = {}

    def carried(self, claim: Claim, sentence: Sentence) -> Claim:
        """A claim with the pollster and the subject of those before it where it tells none."""
        words = civic(sentence.article.lang)
        told = {facet.name for facet in claim.facets}
        if words is None or "answer" not in told:
            return claim
        answer = claim.facet("answer")
        ranked = answer is not None and answer.value in words.holders.ranked  # a share is its holder's alone
        self._keep_pollster(sentence, told)
        added = tuple(
            replace(facet, reach="sentence" if index == sentence.index else "context")
            for name, (facet, index) in self._last.items()
            if name not in told and sentence.index - index <= (POLL if name == "pollster" else QUESTION)
            if name == "pollster" or not ranked
        )
        for facet in claim.facets:
            if facet.name == "pollster" or (facet.name == "subject" and not ranked):
                self._last[facet.name] = (facet, sentence.index)
        return replace(claim, facets=(*claim.facets, *added)) if added else claim

    def _keep_pollster(self, sentence: Sentence, told: set[str]) -> None:
        """A poll named in a sentence without shares is the one that the next sentence tells of."""
        words = civic(sentence.article.lang)
        assert words is not None
        if "pollster" in told:
            return
        for other in sentence.article.before(sentence.index, POLL):
            stretch = pollsters.pollster(other, 0, words)
            if stretch is not None:
                name = " ".join(other.tokens.surface(stretch.first, stretch.last).split())
                self._last["pollster"] = (Facet("pollster", name), other.index)
                return
