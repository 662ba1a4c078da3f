"""What one share of a poll tells for the next: the poll that both are of, its days, and what "it" refers to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from crosscheck.extraction import fieldwork, pollsters
from crosscheck.extraction.fieldwork import Fieldwork
from crosscheck.extraction.sentences import ArticleText, Sentence
from crosscheck.language.civic import Civic, civic
from crosscheck.model import Claim, Facet, Interval
from crosscheck.rules import Rule

POLL, QUESTION = 4, 2  # sentences for which a pollster, and a subject, is still the one meant
WEEKS = timedelta(days=20)  # "last month" and "in 2013" tell of other polls, or of something else
FAR = frozenset({"context", "article"})


@dataclass(frozen=True, slots=True)
class Kept:
    """A facet of a share before, and the index of its sentence."""

    facet: Facet
    index: int


class Carrier:
    """The facets of an article's last share in a poll, handed on to the shares after it; one an article."""

    def __init__(self, text: ArticleText, rules: tuple[Rule, ...]) -> None:
        self._words: Civic | None = civic(text.lang)
        self._polls = frozenset(rule.id for rule in rules if "answer" in rule.facets)
        self._text = text
        self._last: dict[str, Kept] = {}
        self._days: tuple[Interval, int] | None = None
        self._taken: Fieldwork | None = None
        self._looked = False

    def carried(self, claim: Claim, sentence: Sentence) -> Claim:
        """A claim with the pollster, the days and the subject of those before it where it tells none."""
        if self._words is None or claim.quantity not in self._polls:
            return claim
        told = {facet.name for facet in claim.facets}
        answer = claim.facet("answer")
        ranked = answer is not None and answer.value in self._words.holders.ranked  # a share is its holder's alone
        if "pollster" not in told:
            self._keep_pollster(sentence, self._words)
        added = tuple(
            replace(kept.facet, reach="sentence" if kept.index == sentence.index else "context")
            for name, kept in self._last.items()
            if name not in told and self._lasts(name, kept, sentence, ranked=ranked)
        )
        for facet in claim.facets:
            if facet.name == "pollster" or (facet.name == "subject" and not ranked):
                self._last[facet.name] = Kept(facet, sentence.index)
        return self._dated(replace(claim, facets=(*claim.facets, *added)), sentence)

    @staticmethod
    def _lasts(name: str, kept: Kept, sentence: Sentence, *, ranked: bool) -> bool:
        passed = sentence.index - kept.index
        return passed <= POLL if name == "pollster" else passed <= QUESTION and not ranked

    def _dated(self, claim: Claim, sentence: Sentence) -> Claim:
        """A claim with the days on which its poll was taken or told of; a day told of something else is none of its."""
        if claim.when is not None and claim.when_reach not in FAR:
            if self._words is not None and _tells_poll(sentence, claim.when, self._words):
                self._days = (claim.when, sentence.index)
            return claim
        if not self._looked:
            self._taken, self._looked = fieldwork.taken(self._text), True
        plain = tuple(each for each in claim.evidence if each.role != "when")
        if self._taken is not None:
            return replace(claim, when=self._taken.days, when_reach="article", evidence=(*plain, self._taken.evidence))
        if self._days is not None and sentence.index - self._days[1] <= POLL:
            return replace(claim, when=self._days[0], when_reach="context", evidence=plain)
        return replace(claim, when=None, when_reach="clause", evidence=plain)

    def _keep_pollster(self, sentence: Sentence, words: Civic) -> None:
        """A poll named in a sentence without shares is the one that the next sentence tells of."""
        for other in sentence.article.before(sentence.index, POLL):
            stretch = pollsters.pollster(other, 0, words)
            if stretch is not None:
                name = " ".join(other.tokens.surface(stretch.first, stretch.last).split())
                self._last["pollster"] = Kept(Facet("pollster", name), other.index)
                return


def _tells_poll(sentence: Sentence, days: Interval, words: Civic) -> bool:
    """Whether a sentence names a poll and days that may be the poll's."""
    short = days.low is not None and days.high is not None and days.high - days.low <= WEEKS
    return short and not words.pollsters.nouns.isdisjoint(sentence.tokens.words)
