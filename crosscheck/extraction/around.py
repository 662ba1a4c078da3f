"""What stands around the shares of a sentence: a state, a mate in a list, a noun that makes it some other share."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.holders import POSSESSIVE
from crosscheck.extraction.items import Item, Items, item_kind
from crosscheck.language.civic import Civic
from crosscheck.language.nouns import Endings

RANK = 30  # below all else: whatever words a share has of its own say more than its neighbours
REACH = 14  # items between two shares of one list: "with 12 percent; and Henry Pease of the United Left (IU), with"
CLAUSE = 9  # items looked back over for what a share is of: "the unemployment rate for people out of school is 33%"
PHRASE = 7  # items in which "of …" names its noun: "of the registered voters in both parties"
CLOSE = 3  # items in which a share's state follows it, or a rise comes before it
RATED = 20  # items between a rating and its share: "his rating is high, though it fell from 58 percent in May to 55"
TOLD = 2  # tokens more than one that a share has which tells its whole: "one in four", "two-thirds"
STATE = "share_state"


class Around:
    """What stands around the shares of one sentence, for one rule."""

    def __init__(self, items: Items, civic: Civic, people: frozenset[str], endings: Endings, rule: int) -> None:
        self._items = items.items
        self._words = items.tokens.words
        self._tokens = items.tokens
        self._civic = civic
        self._people = people
        self._rule = rule
        self._plural = endings.plural

    def binding(self, spot: int, model: Binding | None) -> Binding:
        """The binding of a share by its own state ("against"), else as its mate is meant but for the answer."""
        state = self._state(spot)
        if state is not None:
            index, sets = state
            return Binding(spot, self._rule, "in_company", RANK, 999, index, sets, anaphoric=True)
        sets = self._shared(spot, model) if model is not None else ()
        index, sets = (spot, sets) if sets else self._rating(spot)
        return Binding(spot, self._rule, "in_company", RANK, 999, index, sets, anaphoric=True)

    def _rating(self, spot: int) -> tuple[int, tuple[tuple[str, str], ...]]:
        """The rating that a share is of, told before it in the sentence with no name between them; else nothing."""
        for index in range(spot - 1, max(-1, spot - 1 - RATED), -1):
            item = self._items[index]
            for cue in item.word.cues if item.word else ():
                if cue.rule == self._rule and cue.kind == "rate" and cue.sets:
                    return index, cue.sets
            if self._is_name(item) or self._has(index, "stop"):
                break
        return spot, ()

    def _shared(self, spot: int, model: Binding) -> tuple[tuple[str, str], ...]:
        """The answer of a mate, where this share tells none and the answer is no rank, which each holder has alone."""
        answer = dict(model.sets).get("answer")
        if answer is None or answer in self._civic.holders.ranked or model.item > spot or not self._is_elided(spot):
            return ()
        return (("answer", answer),)

    def mate(self, spot: int, bound: Mapping[int, Binding]) -> int | None:
        """The nearest bound share that a link or nothing of weight parts from this one."""
        near = sorted((abs(spot - other), other) for other in bound if abs(spot - other) <= REACH)
        return next((other for _, other in near if self._is_joined(min(spot, other), max(spot, other))), None)

    def is_apart(self, spot: int) -> bool:
        """Whether the words beside a share, or the noun that it is of, make it something else than an answer."""
        item, shares = self._items[spot], self._civic.shares
        if shares.before.match(self._words, item.first - 1) is not None:
            return True
        following = item.last + 1
        if following < len(self._words) and shares.after.match(self._words, following) is not None:
            return True
        return not self._is_of_people(spot)

    def stands_alone(self, spot: int) -> bool:
        """Whether nothing before a share in its clause tells of another kind of share."""
        clause = self._clause(spot)
        tokens = [i for index in clause for i in range(self._items[index].first, self._items[index].last + 1)]
        if any(self._civic.shares.clause.match(self._words, i) for i in tokens):
            return False
        if _is_part(self._items[spot]) and not (self._of(spot) or self._followed(spot)):
            return False
        return not self._has_risen(spot, clause) or any(self._may_rise(index) for index in clause)

    def _is_joined(self, low: int, high: int) -> bool:
        between = range(low + 1, high)
        tokens = range(self._items[low].last + 1, self._items[high].first)
        if any(self._civic.shares.clause.match(self._words, i) for i in tokens):
            return False
        if not between or not any(self._civic.shares.links.match(self._words, i) for i in tokens):
            return all(item_kind(self._items[i].figure) != "n" for i in between)
        return True

    def _clause(self, spot: int) -> tuple[int, ...]:
        found: list[int] = []
        for index in range(spot - 1, max(-1, spot - 1 - CLAUSE), -1):
            if self._has(index, "comma", "stop"):
                break
            found.append(index)
        return tuple(found)

    def _has_risen(self, spot: int, clause: tuple[int, ...]) -> bool:
        return any(self._has(index, "rise") for index in clause if spot - index <= CLOSE)

    def _may_rise(self, index: int) -> bool:
        """Whether an item may be what a share of answers rises of: a name, a rating, a pronoun."""
        item = self._items[index]
        own = item.word is not None and any(cue.rule == self._rule for cue in item.word.cues)
        return own or self._is_name(item) or self._has(index, "pron")

    def _is_of_people(self, spot: int) -> bool:
        """Whether a share that is "of" something is of people."""
        if not self._has(spot + 1, "of", "of_them"):
            return True
        return self._of(spot)

    def _of(self, spot: int) -> bool:
        """Whether people follow: "of those asked", "half the country"."""
        start = spot + 1
        if self._has(start, "of_them"):
            return True
        if not self._has(start, "of", "det"):
            return False
        for index in range(start, min(start + PHRASE, len(self._items))):
            item = self._items[index]
            if index > start and self._has(index, "stop", "comma"):
                return False
            if self._counts(item):
                return not self._is_owner(item) and not (self._is_name(item) and self._heads_things(index + 1))
        return False

    def _is_name(self, item: Item) -> bool:
        return item.first > 0 and self._tokens.capital(item.first)

    def _is_owner(self, item: Item) -> bool:
        return item.last + 1 < len(self._words) and self._words[item.last + 1] in POSSESSIVE

    def _heads_things(self, index: int) -> bool:
        """Whether a plural that names no people follows a name: "of Democratic statements"."""
        if index >= len(self._items) or self._items[index].word is not None or self._items[index].figure is not None:
            return False
        item = self._items[index]
        return not self._is_name(item) and item.noun is None and self._words[item.last].endswith(self._plural)

    def _counts(self, item: Item) -> bool:
        if item.noun is not None and item.noun.group in self._people:
            return True
        if item.figure is not None:
            return item.figure.because == "age"
        words = self._words[item.first : item.last + 1]
        return self._is_name(item) or any(word in self._civic.shares.asked for word in words)

    def _followed(self, spot: int) -> bool:
        return self._has(spot + 1, "be", "have", "will", "verb", "neg") or self._own(spot + 1)

    def _own(self, index: int) -> bool:
        word = self._items[index].word if index < len(self._items) else None
        return word is not None and any(cue.rule == self._rule for cue in word.cues)

    def _state(self, spot: int) -> tuple[int, tuple[tuple[str, str], ...]] | None:
        for index in range(spot + 1, min(spot + 1 + CLOSE, len(self._items))):
            word = self._items[index].word
            for cue in word.cues if word else ():
                if cue.rule == self._rule and cue.kind == STATE:
                    return index, cue.sets
            if self._has(index, "stop", "comma", "and"):
                return None
        return None

    def _is_elided(self, spot: int) -> bool:
        """Whether nothing follows a share that could be an answer of its own: "compared to two-thirds in 1999"."""
        last = self._items[spot].last + 1
        if last >= len(self._words) or not self._words[last][0].isalpha():
            return True
        return self._words[last] in self._civic.shares.joints or self._has(spot + 1, "date")

    def _has(self, index: int, *classes: str) -> bool:
        if not 0 <= index < len(self._items):
            return False
        item = self._items[index]
        if item.figure is not None:
            return item_kind(item.figure) in classes
        return item.word is not None and not item.word.classes.isdisjoint(classes)


def _is_part(item: Item) -> bool:
    """Whether a share is a mere "half" or "a third", which is often a part of something else; "one in four" is not."""
    figure = item.figure
    return figure is not None and figure.value.unit == "fraction" and figure.last - figure.first < TOLD
