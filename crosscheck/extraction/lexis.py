"""All words that the rules and the language pack know, in one lexicon, with the letters that stand for their classes.

Second step of extraction: tokens and figures become items, each a letter of the alphabet that constructions are
written in (see language/automaton.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from crosscheck.language import numbers
from crosscheck.language.automaton import Alphabet, expression, literal_words, word_class
from crosscheck.language.grammar import Grammar, grammar
from crosscheck.language.inflection import base_forms, plural, singular, verb_forms
from crosscheck.language.lexicon import Lexicon
from crosscheck.language.nouns import Noun, counted, people_groups
from crosscheck.language.phrase import parse
from crosscheck.language.tokens import split_words, tokenize
from crosscheck.rules import Rule

# The class of item that a word of each role makes, form by form.
VERB_ROLES = {
    "participle": ("participle", "base", "third", "gerund", "past"),
    "intransitive": ("iparticiple", "ibase", "ithird", "igerund", "ipast"),
}
WORD_ROLES = {
    "noun": "noun_cue",
    "person": "person",
    "state": "state",
    "degree": "state",
    "toll": "toll_cue",
    "rate": "rate",
    "counted": "counted",
}
# Words of dates and of lengths are common ones ("fire", "visit", "election"); with classes of their own they stay
# nouns and verbs like any other to the constructions that count.
TIMED_KINDS = frozenset({"date", "duration"})
TIMED = "timed_"
SHARE = "share_"  # likewise the words of shares beside their verbs and rates: "against" stays a preposition elsewhere
SHARED_KINDS = frozenset({"verb", "verbing", "rate"})
VERB_FORMS = frozenset({"base", "third", "ibase", "ithird"})  # forms that a noun may look like
PLAIN = frozenset({"plain"})
NAME = frozenset({"name"})
OPENING_NAME = frozenset({"name", "plain"})
PLURAL = frozenset({"plain", "plural"})
NAME_PLURAL = frozenset({"name", "plural"})
ENDED = frozenset({"noun", "people"})
ADVERB = frozenset({"adv"})
OPENING = "open"  # the class of opening brackets
SOLE = "sole"  # the class of words that make one of a person known: "the driver died"
TIMES = "times"  # the class of multiples: "a double homicide"
VERBAL = frozenset({"plain", "verbal"})  # a word that its ending makes a verb, where a language has such endings
UNKNOWN = (PLAIN, NAME, OPENING_NAME, PLURAL, NAME_PLURAL, ENDED, ADVERB, VERBAL)  # of words that no lexicon has


@dataclass(frozen=True, slots=True)
class Cue:
    """A word's role in a rule: the class it gives to an item, the rule, the facets of its sense, the phrase as listed.

    A cue of role "degree" makes a `part` of a whole.
    """

    kind: str
    rule: int
    sets: tuple[tuple[str, str], ...] = ()
    phrase: str = ""
    part: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """What the lexicon knows of a phrase: its classes and the letter for them, its cues, the noun that it is."""

    letter: str
    classes: frozenset[str]
    cues: tuple[Cue, ...] = ()
    noun: Noun | None = None


class _Draft:
    """What is gathered of a phrase before its letter is known."""

    __slots__ = ("classes", "cues", "noun")

    def __init__(self) -> None:
        self.classes: set[str] = set()
        self.cues: list[Cue] = []
        self.noun: Noun | None = None


class Lexis:
    """The compiled words of one language under one set of rules; built once a process, never changed."""

    def __init__(
        self,
        rules: tuple[Rule, ...],
        lang: str,
        literals: Iterable[str] = (),
        rows: Iterable[tuple[str, ...]] = (),
    ) -> None:
        """The words of the pack and of the rules.

        `literals` are further words that patterns name themselves, `rows` those that they name one after another.
        """
        self.lang = lang
        self.rules = rules
        self.grammar: Grammar = grammar(lang)
        self.alphabet = Alphabet(self.grammar.without)
        self.multiples = dict(self.grammar.multiples)
        drafts: dict[tuple[str, ...], _Draft] = {}
        self._add_grammar(drafts)
        for word in self.multiples:
            _draft(drafts, word).classes |= {TIMES, "plain"}
        self._add_nouns(drafts)
        for index, rule in enumerate(rules):
            self._add_rule(drafts, index, rule)
        self._keep_nouns(drafts)
        self._add_barred(drafts)
        _add_plain(drafts)
        self._add_literals(drafts, literals)
        for row in rows:  # a phrase that a pattern names is told from all others of its classes
            if row in drafts:
                drafts[row].classes.add(word_class(" ".join(row)))
        self.lexicon = Lexicon(
            (
                " ".join(words),
                Word(self.alphabet.letter(frozenset(d.classes)), frozenset(d.classes), tuple(d.cues), d.noun),
            )
            for words, d in drafts.items()
        )
        self.phrases = {
            words: self.alphabet.letter(frozenset(draft.classes)) for words, draft in drafts.items() if len(words) > 1
        }
        people = people_groups(lang)
        self.singulars = frozenset(
            words[-1] for words, d in drafts.items() if d.noun and not d.noun.plural and d.noun.group in people
        )
        self.ones = frozenset(words[0] for words, d in drafts.items() if not d.classes.isdisjoint({SOLE, "article"}))
        self.openings = frozenset(words[0] for words, d in drafts.items() if OPENING in d.classes)
        self._reserve()

    def _add_grammar(self, drafts: dict[tuple[str, ...], _Draft]) -> None:
        for name, phrases in self.grammar.classes:
            for phrase in phrases:
                _draft(drafts, phrase).classes.add(name)

    def _add_nouns(self, drafts: dict[tuple[str, ...], _Draft]) -> None:
        for phrase, noun in counted(self.lang):
            draft = _draft(drafts, phrase)
            draft.classes.add("noun")
            draft.noun = draft.noun or noun

    def _add_rule(self, drafts: dict[tuple[str, ...], _Draft], index: int, rule: Rule) -> None:
        for sense in rule.senses:
            for lang, role, phrases in sense.words:
                if lang == self.lang:
                    for phrase in phrases:
                        for form, kind in _forms(phrase, role, lang):
                            named = _named(kind, rule)
                            _add_cue(drafts, form, Cue(named, index, sense.sets, phrase, role == "degree"))

    def _keep_nouns(self, drafts: dict[tuple[str, ...], _Draft]) -> None:
        """A counted noun that looks like a plain verb is the noun: "gas station", though troops are stationed."""
        for draft in drafts.values():
            if draft.noun is not None and not VERB_FORMS.isdisjoint(draft.classes):
                draft.classes -= VERB_FORMS
                draft.cues = [cue for cue in draft.cues if cue.kind not in VERB_FORMS]

    def _add_barred(self, drafts: dict[tuple[str, ...], _Draft]) -> None:
        """Phrases in which a rule's words mean something else become words without a role: the longest phrase wins."""
        for rule in self.rules:
            for phrase in rule.words("not", self.lang):
                draft = _draft(drafts, phrase)
                if not draft.classes:
                    draft.classes.add("plain")

    def _add_literals(self, drafts: dict[tuple[str, ...], _Draft], literals: Iterable[str]) -> None:
        texts = [c.text for c in self.grammar.chunks] + [c.text for c in self.grammar.constructions]
        own = (word for text in texts for word in literal_words((parse(text),)))
        named = tuple(dict.fromkeys((*own, *literals)))
        self.figure_words = tuple(word for word in named if word.isalpha() and numbers.read(tokenize(word), self.lang))
        for word in named:
            draft = _draft(drafts, word)
            if not draft.classes:
                draft.classes.add("plain")
            draft.classes.add(word_class(word))

    def _reserve(self) -> None:
        for classes in UNKNOWN:
            self.alphabet.letter(classes)

    def rarity(self, letters: frozenset[str]) -> float:
        """How rare items with some letters are: the longer their phrases, the rarer; unknown words are common."""
        if not self._common.isdisjoint(letters):
            return 0.0
        lengths = [length for letter in letters for length in self._lengths.get(letter, ())]
        return sum(lengths) / len(lengths) if lengths else 0.0

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(map(self.alphabet.letter, UNKNOWN))

    @cached_property
    def _lengths(self) -> dict[str, list[int]]:
        """For each letter the lengths of the phrases that have it."""
        found: dict[str, list[int]] = {}
        for _, entries in self.lexicon.entries():
            for _, words, word in entries:
                found.setdefault(word.letter, []).append(len(" ".join(words)))
        return found

    def compile(self, text: str, alphabet: Alphabet | None = None) -> re.Pattern[str]:
        """The expression of a pack's phrase over an alphabet that is complete."""
        return re.compile(expression(parse(text), alphabet or self.alphabet))


def _named(kind: str, rule: Rule) -> str:
    """The class that a rule's word makes of an item: rules of dates, lengths and shares have classes of their own."""
    if rule.kind in TIMED_KINDS:
        return TIMED + kind
    return SHARE + kind if rule.kind == "percent" and kind not in SHARED_KINDS else kind


def _add_plain(drafts: dict[tuple[str, ...], _Draft]) -> None:
    """A word that only rules of shares know is any word to the constructions that count."""
    for draft in drafts.values():
        if draft.classes and all(kind.startswith(SHARE) for kind in draft.classes):
            draft.classes.add("plain")


def _draft(drafts: dict[tuple[str, ...], _Draft], phrase: str) -> _Draft:
    words = split_words(phrase)
    found = drafts.get(words)
    if found is None:
        found = drafts[words] = _Draft()
    return found


def _add_cue(drafts: dict[tuple[str, ...], _Draft], phrase: str, cue: Cue) -> None:
    draft = _draft(drafts, phrase)
    draft.classes.add(cue.kind)
    if cue not in draft.cues:
        draft.cues.append(cue)
    if cue.kind in ("person", "counted"):
        draft.classes.add("noun")
        draft.noun = draft.noun or Noun("people" if cue.kind == "person" else "counted", plural=True)
    elif cue.kind.startswith(TIMED):
        draft.classes.add("plain")


def _forms(phrase: str, role: str, lang: str) -> Iterable[tuple[str, str]]:
    if role in VERB_ROLES:
        forms = verb_forms(phrase, lang)
        participle, base, third, gerund, past = VERB_ROLES[role]
        kinds = ((forms.participle, participle), (forms.base, base), (forms.third, third), (forms.gerund, gerund))
        agreeing = forms.agreeing if role == "participle" else ()
        for several, kind in (*kinds, (forms.past, past), (agreeing, participle)):
            yield from ((form, kind) for form in several)
    elif role == "verb":
        plain = base_forms(phrase, lang)
        every = (*plain.base, *plain.third, *plain.gerund, *plain.past, *plain.participle)
        yield from ((form, "verb") for form in dict.fromkeys(every))
        yield from ((form, "verbing") for form in plain.gerund)
    elif role in WORD_ROLES:
        yield phrase, WORD_ROLES[role]
        if role in ("person", "counted"):
            yield plural(phrase, lang), WORD_ROLES[role]
        if role == "noun" and (act := singular(phrase, lang)):
            yield act, "act"
