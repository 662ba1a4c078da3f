"""Shares told in the company of others: "against 24%", "to 38 percent", "Moss 3 percent", or in a poll's sentence.

Fourth step of extraction, after constructions and patterns: of a rule whose shares exclude each other (the answers to
one question, the candidates of one vote) a share that no words of its own bind is bound by what stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crosscheck.extraction.around import Around
from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.homes import Homes
from crosscheck.extraction.items import Items, item_kind
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic, civic
from crosscheck.language.figures import Figure
from crosscheck.language.nouns import endings, people_groups
from crosscheck.rules import Rule


class Company:
    """The rules of one language that take a share by its company."""

    def __init__(self, rules: tuple[Rule, ...], lang: str, homes: Homes) -> None:
        self._civic: Civic | None = civic(lang)
        self._people = people_groups(lang)
        self._endings = endings(lang)
        self._homes = homes
        self._rules = tuple(i for i, rule in enumerate(rules) if rule.kind == "percent" and rule.compare.exclusive)
        self.words: frozenset[str] = frozenset().union(*(homes.words(rule) for rule in self._rules))

    def bindings(self, sentence: Sentence, items: Items, chosen: Mapping[int, Binding]) -> Iterator[Binding]:
        """A binding for every share left over that stands with others, or in a sentence with a required word."""
        free = [i for i, figure in items.figured if i not in chosen and _is_share(figure)]
        if not free or self._civic is None:
            return
        for rule in self._rules:
            bound = {i: b for i, b in chosen.items() if b.rule == rule}
            cue = self._homes.cue(sentence, rule, self._civic.shares.weak)
            if (bound or cue is not None) and self._homes.holds(sentence, rule):
                yield from self._all_joined(items, rule, free, bound, at_home=cue is not None)

    def bars(self, items: Items, binding: Binding) -> bool:
        """Whether words beside a share make it something else than its rule's, whatever bound it."""
        if binding.rule not in self._rules or self._civic is None:
            return False
        return Around(items, self._civic, self._people, self._endings, binding.rule).is_apart(binding.item)

    def _all_joined(
        self, items: Items, rule: int, free: list[int], bound: dict[int, Binding], *, at_home: bool
    ) -> Iterator[Binding]:
        """Every share that joins, and those that join what has joined: a list is told from either end."""
        while True:
            left = [spot for spot in free if spot not in bound]
            found = tuple(self._joined(items, rule, left, bound, at_home=at_home))
            bound.update((binding.item, binding) for binding in found)
            if not found:
                return
            yield from found

    def _joined(
        self, items: Items, rule: int, free: list[int], bound: dict[int, Binding], *, at_home: bool
    ) -> Iterator[Binding]:
        civic = self._civic
        assert civic is not None
        around = Around(items, civic, self._people, self._endings, rule)
        for spot in free:
            mate = around.mate(spot, bound)
            if not around.is_apart(spot) and (mate is not None or (at_home and around.stands_alone(spot))):
                model = None if mate is None else bound[mate]
                yield around.binding(spot, model)


def _is_share(figure: Figure) -> bool:
    return item_kind(figure) == "percent" and figure.modifier != "vague"
