"""Where a rule is at home: sentences near a word that it requires, and free of the words that bar it."""

from __future__ import annotations

from collections.abc import Collection

from crosscheck.extraction.sentences import Sentence
from crosscheck.language.lexicon import Lexicon
from crosscheck.language.tokens import Tokens
from crosscheck.rules import Rule

NEAR = 4  # sentences back in which a required word may stand: a poll is named once and then told for a paragraph


class Homes:
    """The required and the barring words of every rule, in one language."""

    def __init__(self, rules: tuple[Rule, ...], lang: str) -> None:
        self._needs = tuple(_required(rule, lang) for rule in rules)
        self._firsts = tuple(needs.firsts() for needs in self._needs)
        self._unless = tuple(Lexicon((phrase, True) for phrase in rule.words("unless", lang)) for rule in rules)

    def holds(self, sentence: Sentence, rule: int) -> bool:
        """Whether a rule may bind: a required word in or just before the sentence or in the title, none barring it."""
        unless = self._unless[rule]
        if len(unless) and unless.occurs(sentence.tokens.words):
            return False
        if not len(self._needs[rule]):
            return True
        text = sentence.article
        near = (sentence, *text.before(sentence.index, NEAR), *text.sentences[:1])
        return any(self._requires(each.tokens, rule, ()) is not None for each in near)

    def words(self, rule: int) -> frozenset[str]:
        """A word of each of a rule's required phrases, by which it is looked for: its longest."""
        every = (entry for _, entries in self._needs[rule].entries() for entry in entries)
        return frozenset(max(words, key=len) for _, words, required in every if required)

    def cue(self, sentence: Sentence, rule: int, weak: Collection[str]) -> int | None:
        """The token of the first required word in the sentence itself that is not among the weak ones, else None."""
        return self._requires(sentence.tokens, rule, weak)

    def _requires(self, tokens: Tokens, rule: int, weak: Collection[str]) -> int | None:
        words, index, needs = tokens.words, 0, self._needs[rule]
        if self._firsts[rule].isdisjoint(words):
            return None
        while index < len(words):
            hit = needs.match(words, index)
            if hit is not None and hit[1] and " ".join(words[index : index + hit[0]]) not in weak:
                return index
            index += hit[0] if hit else 1
        return None


def _required(rule: Rule, lang: str) -> Lexicon[bool]:
    """A rule's required words; inside a phrase of `not` they mean something else ("polling station")."""
    cues = rule.words("cue", lang)
    barred = rule.words("not", lang) if cues else ()
    return Lexicon((*((phrase, False) for phrase in barred), *((phrase, True) for phrase in cues)))
