"""Patterns and idioms of rules, for what no construction covers, matched over a sentence's items.

A pattern is tried only where the words and figures that it cannot do without stand in the sentence, and compiled when
first tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Items, item_kind
from crosscheck.extraction.lexis import Lexis
from crosscheck.language.automaton import Alphabet, word_class
from crosscheck.language.tokens import split_words
from crosscheck.rules.phrase import GAP, INNER, NAME, Choice, Gap, Node, Optional, Phrase, Slot, Word, parse
from crosscheck.rules.rule import Rule
from crosscheck.rules.vocabulary import FIGURE_SLOTS

PATTERN_RANK, IDIOM_RANK = 95, 92  # above every construction: an editor wrote these words for this quantity
NOTHING: dict[frozenset[frozenset[str]], list[int]] = {}
ANY = ""  # stands for the word of a pattern that names none
CLASSES = {
    "n": "n",
    "percent": "percent",
    "money": "money",
    "duration": "duration",
    "date": "date",
    "ordinal": "ordinal",
    "measure": "measure",
}
# The kinds of item that may fill each slot for a figure.
SLOTS = {name: frozenset({kind}) for name, kind in CLASSES.items()} | {
    "n": frozenset({"n", "score"}),
    "when": frozenset({"date", "time"}),
    "other": frozenset(CLASSES.values()),
}


@dataclass(frozen=True, slots=True)
class Phrasing:
    """A pattern of a rule, as written and as a tree: the facets that it sets, its rank, what it cannot do without.

    Of each of the `groups` a word must stand in the sentence, of each of the `kinds` a figure; `anchors` are the group
    that is looked for first.
    """

    rule: int
    phrase: Phrase
    sets: tuple[tuple[str, str], ...]
    rank: int
    id: str
    groups: tuple[frozenset[str], ...]
    kinds: frozenset[frozenset[str]]
    text: str

    @property
    def anchors(self) -> frozenset[str]:
        """The rarest-looking group, by its shortest word; empty where the pattern names no word."""
        return max(self.groups, key=lambda group: (min(map(len, group)), -len(group)), default=frozenset())


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression, and what each of its groups stands for."""

    pattern: re.Pattern[str]
    slots: tuple[Slot, ...]


def phrasings(rules: tuple[Rule, ...], lang: str) -> tuple[Phrasing, ...]:
    """All patterns and idioms of the rules in a language, in the order of the rules."""
    found: list[Phrasing] = []
    for index, rule in enumerate(rules):
        for pattern in rule.patterns:
            if pattern.lang == lang:
                found.append(_phrasing(index, pattern.text, pattern.phrase, pattern.sets, PATTERN_RANK, "pattern"))
        for sense in rule.senses:
            for named, role, phrases in sense.words:
                if named == lang and role == "idiom":
                    found += [_phrasing(index, text, parse(text), sense.sets, IDIOM_RANK, "idiom") for text in phrases]
    return tuple(found)


def literals(phrase: Phrase) -> Iterator[str]:
    """Every word that a phrase names."""
    for node in phrase:
        if isinstance(node, Word):
            yield from split_words(node.text)
        elif isinstance(node, Choice | Optional):
            for option in node.options:
                yield from literals(option)


def rows(phrase: Phrase) -> Iterator[tuple[str, ...]]:
    """Every two words or more that a phrase names one after another."""
    words: list[str] = []
    for node in (*phrase, Gap()):
        if isinstance(node, Word):
            words += split_words(node.text)
            continue
        yield from (tuple(words[i:j]) for i in range(len(words)) for j in range(i + 2, len(words) + 1))
        words = []
        if isinstance(node, Choice | Optional):
            for option in node.options:
                yield from rows(option)


def _phrasing(
    rule: int, text: str, phrase: Phrase, sets: tuple[tuple[str, str], ...], rank: int, kind: str
) -> Phrasing:
    kinds = frozenset(each for node in phrase if (each := _figures(node)))
    return Phrasing(rule, phrase, sets, rank, kind, _groups(phrase), kinds, text)


def _groups(phrase: Phrase) -> tuple[frozenset[str], ...]:
    """The words of which one must stand in a sentence, for every node that cannot do without."""
    return tuple(dict.fromkeys(group for node in phrase for group in _mandatory(node)))


def _mandatory(node: Node) -> Iterator[frozenset[str]]:
    if isinstance(node, Word):
        yield from (frozenset({word}) for word in split_words(node.text) if word[0].isalpha())
    elif isinstance(node, Choice):
        options = [_groups(option) for option in node.options]
        if all(options):
            yield frozenset().union(*(max(groups, key=_length) for groups in options))


def _length(group: frozenset[str]) -> tuple[int, list[str]]:
    return min(map(len, group)), sorted(group)


def _figures(node: Node) -> frozenset[str]:
    """The kinds of item of which one must stand in a sentence; empty where a node is no figure."""
    return SLOTS.get(node.name, frozenset()) if isinstance(node, Slot) else frozenset()


class Matcher:
    """The phrasings of one language under one set of rules."""

    def __init__(self, lexis: Lexis, all_phrasings: tuple[Phrasing, ...], *, indexed: bool = True) -> None:
        self._indexed = indexed
        self._writer = _Writer(lexis.alphabet, lexis.phrases)
        self._compiled: dict[int, Compiled] = {}
        self._all = all_phrasings
        # By the word looked for first, "" where a pattern names none, and by the kinds of figure needed.
        self._by_anchor: dict[str, dict[frozenset[frozenset[str]], list[int]]] = {}
        for index, each in enumerate(all_phrasings):
            for word in sorted(each.anchors) or [ANY]:
                self._by_anchor.setdefault(word, {}).setdefault(each.kinds, []).append(index)
        self.anchors = frozenset(self._by_anchor) - {ANY}
        self.anywhere = ANY in self._by_anchor
        self.words = frozenset(word for each in all_phrasings for group in each.groups for word in group)

    def candidates(self, words: Set[str], kinds: Set[str]) -> Iterator[int]:
        """The phrasings of which a sentence with such words and such kinds of figure has all that they need."""
        for word in (*self.anchors.intersection(words), ANY):
            for needed, phrasings in self._by_anchor.get(word, NOTHING).items():
                if not any(map(kinds.isdisjoint, needed)):
                    for index in phrasings:
                        if not any(map(words.isdisjoint, self._all[index].groups)):
                            yield index

    def bindings(self, items: Items) -> Iterator[Binding]:
        """Every reading that a pattern or idiom proposes."""
        kinds = frozenset(item_kind(figure) for _, figure in items.figured)
        fitting = self.candidates(frozenset(items.tokens.words), kinds) if self._indexed else range(len(self._all))
        for index in sorted(set(fitting)):
            yield from self._match(items, self._all[index], self._compile(index))

    def wording(self, items: Items, binding: Binding) -> str | None:
        """The pattern, as its rule words it, that proposes a reading; None where none does."""
        for index, phrasing in enumerate(self._all):
            if phrasing.rule == (binding.rule if binding.via is None else binding.via):
                found = self._match(items, phrasing, self._compile(index))
                if any(_is_same(each, binding) for each in found):
                    return phrasing.text
        return None

    def _compile(self, index: int) -> Compiled:
        found = self._compiled.get(index)
        if found is None:
            slots: list[Slot] = []
            source = self._writer.phrase(self._all[index].phrase, slots)
            found = self._compiled[index] = Compiled(re.compile(source), tuple(slots))
        return found

    def _match(self, items: Items, phrasing: Phrasing, compiled: Compiled) -> Iterator[Binding]:
        for match in compiled.pattern.finditer(items.letters):
            kept = tuple(_kept(items, match, compiled.slots))
            for group, slot in enumerate(compiled.slots, 1):
                start = match.start(group)
                if slot.name in FIGURE_SLOTS and start >= 0:
                    sets = (*phrasing.sets, *kept, *slot.sets)
                    yield Binding(
                        start, phrasing.rule, phrasing.id, phrasing.rank, -len(match.group()), _cue(match, start), sets
                    )


def _is_same(found: Binding, binding: Binding) -> bool:
    own = (found.construction, found.cue, found.order, found.sets)
    return own == (binding.construction, binding.cue, binding.order, binding.sets[: len(found.sets)])


def _cue(match: re.Match[str], figure: int) -> int:
    """The item next to the figure that the pattern matched: its words lie around it."""
    return figure + 1 if figure + 1 < match.end() else max(match.start(), figure - 1)


def _kept(items: Items, match: re.Match[str], slots: Iterable[Slot]) -> Iterator[tuple[str, str]]:
    for group, slot in enumerate(slots, 1):
        if slot.keeps and match.start(group) >= 0:
            first, last = items.items[match.start(group)], items.items[match.end(group) - 1]
            yield slot.keeps, " ".join(items.tokens.surface(first.first, last.last).split())


class _Writer:
    """Writes the expression of a phrase over the letters of items."""

    def __init__(self, alphabet: Alphabet, phrases: dict[tuple[str, ...], str]) -> None:
        self._alphabet = alphabet
        self._phrases = phrases

    def phrase(self, phrase: Phrase, slots: list[Slot]) -> str:
        """The source for a whole phrase; its slots are added to `slots` in the order of their groups."""
        parts: list[str] = []
        words: list[str] = []
        for node in phrase:
            if isinstance(node, Word):
                words += split_words(node.text)
                continue
            parts += [self._words(tuple(words)), self._node(node, slots)]
            words = []
        return "".join((*parts, self._words(tuple(words))))

    def _words(self, words: tuple[str, ...]) -> str:
        """Words in a row, of which several may be one item of the lexicon ("of them")."""
        if not words:
            return ""
        options = [_one(self._alphabet.holders(word_class(words[0]))) + self._words(words[1:])]
        for length in range(2, len(words) + 1):
            letter = self._phrases.get(words[:length])
            if letter is not None:
                options.append(_one(letter) + self._words(words[length:]))
        return options[0] if len(options) == 1 else f"(?:{'|'.join(options)})"

    def _node(self, node: Node, slots: list[Slot]) -> str:
        alphabet = self._alphabet
        if isinstance(node, Gap):
            return f"{_one(alphabet.holders('any'))}{{0,{GAP}}}?"
        if isinstance(node, Slot):
            slots.append(node)
            skipped = f"{_one(alphabet.holders('det'))}?" if node.name == "n" else ""
            return f"{skipped}({_slot(node, alphabet)})"
        assert isinstance(node, Choice | Optional)
        options = "|".join(self.phrase(option, slots) for option in node.options)
        return f"(?:{options})" + ("?" if isinstance(node, Optional) else "")


def _slot(slot: Slot, alphabet: Alphabet) -> str:
    if slot.name == "n":
        return _one(alphabet.holders("n") + alphabet.holders("score"))
    if slot.name in CLASSES:
        return _one(alphabet.holders(CLASSES[slot.name]))
    if slot.name == "noun":
        return f"{_one(alphabet.holders('inner'))}{{0,{INNER}}}?{_one(alphabet.holders('noun'))}"
    if slot.name == "when":
        return _one(alphabet.holders("date") + alphabet.holders("time"))
    if slot.name == "other":
        return _one("".join(sorted(set("".join(alphabet.holders(kind) for kind in CLASSES.values())))))
    words = _one("".join(sorted(set(alphabet.holders("name") + alphabet.holders("plain") + alphabet.holders("noun")))))
    return f"{words}{{1,{NAME}}}"


def _one(letters: str) -> str:
    return f"[{letters}]" if letters else "(?!)"
