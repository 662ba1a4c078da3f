"""Which figure states which quantity: chunks and constructions matched over a sentence's items.

Third step of extraction. Every construction proposes; `choose` gives each figure to one quantity by a documented order:
higher rank, then the nearer cue, then the earlier construction, then the rule's id.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from crosscheck.extraction.holders import POSSESSIVE
from crosscheck.extraction.items import Item, Items, item_kind
from crosscheck.extraction.lexis import Cue, Lexis
from crosscheck.extraction.needs import Needs
from crosscheck.language.automaton import required
from crosscheck.language.dimensions import same_dimension
from crosscheck.language.figures import Figure
from crosscheck.language.grammar import Construction, Side
from crosscheck.language.nouns import Noun, people_groups
from crosscheck.language.phrase import parse
from crosscheck.model import Scope
from crosscheck.rules import Rule

SHARED = 25  # what a reading loses in rank where the cue is shared along a list: a cue of its own always wins
# The classes of item that may be a figure of a rule of each kind.
FIGURES = {
    "count": frozenset({"n"}),
    "percent": frozenset({"percent"}),
    "money": frozenset({"money"}),
    "duration": frozenset({"duration"}),
    "date": frozenset({"date"}),
    "measure": frozenset({"measure", "n"}),
}
PARTIAL = frozenset({"ofthem", "partial"})  # kinds of counted phrase that are parts by their form: "two of the nurses"
ASIDES = frozenset(
    {"pp", "paren"}
)  # what may stand between members of a list: "six priests (two of them Greek) and a nun"
PREDICATES = ("be", "had", "verbal")  # what makes a clause of a counted phrase before it
VERBS = ("rise", "past", "base", "third", "ipast", "timed_past", "timed_base")  # what a noun may be as well: "hit"
GENERIC = "people"  # the group that one person known is of
FINITE = frozenset({"base", "third", "ibase", "ithird"})  # kinds of cue that may be a noun as well: "march"
SEVERAL = "are"  # the class of verbs that only several have: "were"
STATES = frozenset({"state", "participle"})  # kinds of cue that tell a quantity inside a counted phrase
SOLE_REACH = 7  # items in which the noun of "the young bus driver" ends
LISTED = 6  # members of a list that may share one cue


class Piece(NamedTuple):
    """A chunk, or a single item outside any: its classes' letter and its first and last item."""

    kind: str
    first: int
    last: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Binding:
    """One way to read one figure: its item, the rule, the construction, the cue's item, the noun counted.

    An `anaphoric` figure has a clause of its own ("it could be 700"), so a "not" before it denies something else. A
    part that is `located` has a place of its own right before or after it. `via` is the rule whose words bound it,
    where that has handed it on.
    """

    item: int
    rule: int
    construction: str
    rank: int
    order: int
    cue: int
    sets: tuple[tuple[str, str], ...] = ()
    noun: Noun | None = None
    noun_item: int | None = None
    scope: Scope | None = None
    anaphoric: bool = False
    located: Side | None = None
    via: int | None = None

    @property
    def distance(self) -> int:
        """Items between figure and cue."""
        return abs(self.item - self.cue)


Cut = tuple[tuple[Piece, ...], str]


class Chunked:
    """A sentence cut into pieces when somebody first asks for one: in most nothing binds."""

    __slots__ = ("_cut", "_made", "items")

    def __init__(self, items: Items, cut: Callable[[Items], Cut]) -> None:
        self.items = items
        self._cut = cut
        self._made: Cut | None = None

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The chunks, and the items outside any."""
        return self._all()[0]

    @property
    def letters(self) -> str:
        """The letters of the pieces."""
        return self._all()[1]

    def _all(self) -> Cut:
        if self._made is None:
            self._made = self._cut(self.items)
        return self._made


@dataclass(frozen=True, slots=True)
class Compiled:
    """A construction with its expression and the classes of cue that it needs."""

    construction: Construction
    pattern: re.Pattern[str]
    cues: frozenset[str]


class Binder:
    """The constructions of one language under one set of rules."""

    def __init__(self, lexis: Lexis, *, indexed: bool = True) -> None:
        self._lexis = lexis
        self._indexed = indexed
        self._rules = lexis.rules
        self._people = people_groups(lexis.lang)
        self._chunk_letters = tuple(
            lexis.alphabet.letter(frozenset({chunk.id, *chunk.also})) for chunk in lexis.grammar.chunks
        )

    @cached_property
    def _predicates(self) -> frozenset[str]:
        return self._of_classes(*PREDICATES)

    @cached_property
    def _chunks(self) -> re.Pattern[str]:
        sources = [self._lexis.compile(chunk.text).pattern for chunk in self._lexis.grammar.chunks]
        return re.compile("|".join(f"(?P<chunk{i}>{source})" for i, source in enumerate(sources)))

    @cached_property
    def _constructions(self) -> tuple[Compiled, ...]:
        return tuple(self._compiled(c) for c in self._lexis.grammar.constructions if not c.inherits)

    @cached_property
    def _inheriting(self) -> tuple[Compiled, ...]:
        return tuple(self._compiled(c) for c in self._lexis.grammar.constructions if c.inherits)

    def _compiled(self, construction: Construction) -> Compiled:
        cues = construction.inside or frozenset(re.findall(r"\{cue\d?:(\w+)\}", construction.text))
        return Compiled(construction, self._lexis.compile(construction.text), cues)

    @cached_property
    def needs(self) -> Needs:
        """What the constructions cannot do without."""
        alphabet, grammar = self._lexis.alphabet, self._lexis.grammar
        constructions = [c.construction for c in self._constructions]
        insides = [frozenset("".join(map(alphabet.holders, c.inside))) for c in constructions]
        return Needs(
            [
                (required(parse(c.text), alphabet, self._lexis.rarity), [i] if i else [])
                for c, i in zip(constructions, insides, strict=True)
            ],
            zip(
                (required(parse(c.text), alphabet, self._lexis.rarity) for c in grammar.chunks),
                self._chunk_letters,
                strict=True,
            ),
        )

    def chunk(self, items: Items) -> Chunked:
        """A sentence's items, to be cut into chunks."""
        return Chunked(items, self._cut)

    def _cut(self, items: Items) -> Cut:
        pieces: list[Piece] = []
        letters: list[str] = []
        position = 0
        for match in self._chunks.finditer(items.letters):
            start, end = match.span()
            if start == end:
                continue
            pieces += _singles(position, start)
            letters.append(items.letters[position:start])
            number = int((match.lastgroup or "chunk0")[5:])
            chunk = self._lexis.grammar.chunks[number]
            pieces.append(Piece(chunk.id, start, end - 1, chunk.also))
            letters.append(self._chunk_letters[number])
            position = end
        pieces += _singles(position, len(items.letters))
        letters.append(items.letters[position:])
        return tuple(pieces), "".join(letters)

    def bindings(self, chunked: Chunked) -> tuple[Binding, ...]:
        """Every reading that any construction proposes, in the order of the grammar."""
        found: list[Binding] = []
        for compiled in self._candidates(chunked):
            found += self._matched(chunked, compiled)
        return tuple(found)

    def _candidates(self, chunked: Chunked) -> Iterable[Compiled]:
        """The constructions of which a sentence has all that they cannot do without."""
        every, needs, items = self._constructions, self.needs, chunked.items.letters
        if not self._indexed:
            return every
        return [every[place] for place in needs.fitting(chunked.letters, items)] if needs.may_hold(items) else ()

    def _matched(self, chunked: Chunked, compiled: Compiled) -> Iterator[Binding]:
        """The readings of one construction; a match that gives none hides no other that begins within it."""
        start = 0
        while match := compiled.pattern.search(chunked.letters, start):
            found = tuple(self._read(chunked, compiled, match))
            yield from found
            start = match.end() if found else match.start() + 1

    def inherited(self, chunked: Chunked, chosen: Iterable[Binding]) -> tuple[Binding, ...]:
        """Figures that are parts of a figure bound before them in the same sentence: "including two children"."""
        bound = {b.item: b for b in chosen if self._rules[b.rule].kind == "count"}
        found: list[Binding] = []
        for compiled in self._inheriting if bound else ():
            for match in compiled.pattern.finditer(chunked.letters):
                found += self._inherit(chunked, compiled.construction, match.start("c"), bound)
        return tuple(found)

    def is_total(self, chunked: Chunked, binding: Binding, before: Binding | None) -> bool:
        """Whether "one of them fatally" tells all of its quantity, the figure before it being of another: the shot."""
        if binding.scope != "part" or before is None or before.rule == binding.rule:
            return False
        return "ofthem" in next(piece.also for piece in chunked.pieces if piece.last >= binding.item)

    def extended(self, chunked: Chunked, binding: Binding) -> tuple[Binding, ...]:
        """A pattern's reading with its noun, and counts of a list that share it: "the murder of six and two"."""
        spot = next(i for i, piece in enumerate(chunked.pieces) if piece.last >= binding.item)
        if chunked.pieces[spot].kind != "count" or self._rules[binding.rule].kind != "count":
            return (binding,)
        found: list[Binding] = []
        listed = tuple(self._listed(chunked, spot, "right"))
        scope = binding.scope or ("part" if len(listed) > 1 or PARTIAL.intersection(listed[0].also) else None)
        for distance, piece in enumerate(listed):
            index = _figure_item(chunked.items, piece)
            noun_item = None if index is None else self._head(chunked.items, piece, index)
            noun = None if noun_item is None else chunked.items.items[noun_item].noun
            if index is not None and (not distance or self.accepts(self._rules[binding.rule], noun, bare=True)):
                rank = binding.rank if not distance else min(binding.rank, SHARED * 2)
                found.append(replace(binding, item=index, rank=rank, noun=noun, noun_item=noun_item, scope=scope))
        return tuple(found)

    def _inherit(
        self, chunked: Chunked, construction: Construction, spot: int, bound: dict[int, Binding]
    ) -> Iterator[Binding]:
        first = chunked.pieces[spot].first
        whole = max((item for item in bound if item < first), default=None)
        if whole is None:
            return
        model = bound[whole]
        for index, piece in self._parts(chunked, construction, spot):
            noun_item = self._head(chunked.items, piece, index)
            noun = None if noun_item is None else chunked.items.items[noun_item].noun
            own = noun_item is not None and _is_own(chunked.items.items[noun_item], model.rule)
            if index not in bound and (own or self.accepts(self._rules[model.rule], noun, bare=True)):
                yield replace(
                    model,
                    item=index,
                    construction=construction.id,
                    rank=construction.rank,
                    noun=noun,
                    noun_item=noun_item,
                    scope=construction.scope,
                    located=construction.located,
                )

    def _parts(self, chunked: Chunked, construction: Construction, spot: int) -> Iterator[tuple[int, Piece]]:
        if construction.shares == "inside":
            piece = chunked.pieces[spot]
            for index in range(piece.first, piece.last + 1):
                figure = chunked.items.items[index].figure
                if figure is not None and item_kind(figure) == "n":
                    yield index, Piece("count", index, _phrase_end(chunked.items, index, piece.last))
            return
        for piece in self._listed(chunked, spot, construction.shares, construction.until_verb):
            own = _figure_item(chunked.items, piece)
            if own is not None and item_kind(chunked.items.items[own].figure) == "n":
                yield own, piece

    def _read(self, chunked: Chunked, compiled: Compiled, match: re.Match[str]) -> Iterator[Binding]:
        if self._preceded(chunked, compiled, match.start()):
            return
        for item, cue in self._cues(chunked, compiled, match):
            for group in ("c", "d"):
                if group in compiled.pattern.groupindex and match.start(group) >= 0:
                    yield from self._bind(chunked, compiled.construction, match.start(group), item, cue)

    def _preceded(self, chunked: Chunked, compiled: Compiled, start: int) -> bool:
        barred = compiled.construction.not_after
        return (
            bool(barred)
            and start > 0
            and any(chunked.letters[start - 1] in self._lexis.alphabet.holders(kind) for kind in barred)
        )

    def _cues(self, chunked: Chunked, compiled: Compiled, match: re.Match[str]) -> Iterator[tuple[int, Cue]]:
        if compiled.construction.inside:
            spots: Iterable[int] = (match.start("c"),)
        else:
            spots = (match.start(g) for g in compiled.pattern.groupindex if g.startswith("cue") and match.start(g) >= 0)
        for spot in spots:
            piece = chunked.pieces[spot]
            for index in range(piece.first, piece.last + 1):
                word = chunked.items.items[index].word
                for cue in word.cues if word else ():
                    fitting = cue.kind in compiled.cues or piece.kind == "toll"
                    if fitting and not (cue.kind in FINITE and self._is_noun(chunked, spot, index)):
                        yield index, cue

    def _is_noun(self, chunked: Chunked, spot: int, index: int) -> bool:
        """Whether a word is no verb by what stands before it: "Monday's march", "at a peace rally"."""
        tokens, first = chunked.items.tokens, chunked.items.items[index].first
        before = tokens.words[first - 1] if first else ""
        if before in POSSESSIVE and tokens.glued(first - 1):
            return True
        piece = chunked.pieces[spot - 1] if spot else None
        if piece is None or piece.kind != "pp" or piece.last - piece.first < 1:
            return False
        letters = chunked.items.letters
        return letters[piece.first] in self._during or letters[piece.first + 1] in self._articles

    def _bind(self, chunked: Chunked, construction: Construction, spot: int, item: int, cue: Cue) -> Iterator[Binding]:
        listed = tuple(self._listed(chunked, spot, construction.shares, construction.until_verb))
        partial = len(listed) > 1 or cue.part or bool(PARTIAL.intersection(listed[0].also))
        partial = partial or (construction.shares == "left" and self._is_joined(chunked, spot))
        scope = construction.scope or ("part" if partial else None)
        if construction.shares == "left" and self._is_of_several(chunked, spot, item):
            return
        for distance, piece in enumerate(listed):
            index = _figure_item(chunked.items, piece)
            if index is None:
                continue
            figure = chunked.items.items[index].figure
            if figure is None or not may_state(figure, self._rules[cue.rule]):
                continue
            if construction.sole and (
                GENERIC not in self._rules[cue.rule].counts or _heads_plural(chunked.items, index)
            ):
                continue
            noun_item = self._head(chunked.items, piece, index)
            noun = None if noun_item is None else chunked.items.items[noun_item].noun
            own = noun_item is not None and _is_own(chunked.items.items[noun_item], cue.rule)
            if noun is not None and self._disagrees(figure, noun):
                continue
            if own or self.accepts(self._rules[cue.rule], noun, bare=piece.last == index):
                rank = construction.rank - (SHARED if distance else 0)
                sets = (*cue.sets, *construction.sets)
                yield Binding(
                    index,
                    cue.rule,
                    construction.id,
                    rank,
                    construction.order,
                    item,
                    sets,
                    noun,
                    noun_item,
                    scope,
                    construction.anaphoric,
                )
            elif not distance:
                return

    def _listed(self, chunked: Chunked, spot: int, side: str | None, until_verb: bool = False) -> Iterator[Piece]:
        """The counted phrase at a spot, then those that share its cue along a list on one side."""
        yield chunked.pieces[spot]
        step = {"left": -1, "right": 1}.get(side or "")
        if step is None:
            return
        for _ in range(LISTED):
            following = _next_listed(chunked, spot, step)
            if following is None or _has_own_cue(chunked, following) or (until_verb and self._acts(chunked, following)):
                return
            if step > 0 and self._compares(chunked, following):
                return
            spot = following
            yield chunked.pieces[spot]

    def _is_joined(self, chunked: Chunked, spot: int) -> bool:
        """Whether a subject is joined to others that no figure counts: "he and six others", "the mayor and two aides".

        The others have to begin their clause, else they may be the object of the one before: "hit a wall and two died".
        """
        spot = self._before(chunked, spot, self._determiners)
        if spot < 1 or chunked.letters[spot] not in self._joints:
            return False
        end = spot
        spot = self._before(chunked, spot, self._nominals)
        named = end - spot > 1 and chunked.letters[end - 1] in self._heads
        return named and (spot < 0 or chunked.letters[spot] in self._openings)

    def _is_of_several(self, chunked: Chunked, spot: int, cue: int) -> bool:
        """Whether one person only tells who others are: "the parents of a girl were killed"."""
        if "one" not in chunked.pieces[spot].also or not spot or chunked.letters[spot - 1] not in self._prepositions:
            return False
        items = chunked.items.items[chunked.pieces[spot].last + 1 : cue]
        return any(each.word is not None and SEVERAL in each.word.classes for each in items)

    @staticmethod
    def _before(chunked: Chunked, spot: int, letters: frozenset[str]) -> int:
        """The nearest piece before a spot that is none of these, -1 where the sentence begins."""
        spot -= 1
        while spot >= 0 and chunked.letters[spot] in letters:
            spot -= 1
        return spot

    @cached_property
    def _joints(self) -> frozenset[str]:
        return self._of_classes("and")

    @cached_property
    def _comparing(self) -> frozenset[str]:
        return self._of_classes("compare")

    @cached_property
    def _during(self) -> frozenset[str]:
        return self._of_classes("during")

    @cached_property
    def _articles(self) -> frozenset[str]:
        return self._of_classes("article")

    @cached_property
    def _prepositions(self) -> frozenset[str]:
        return self._of_classes("prep", "of") - self._of_classes("including", "with")

    @cached_property
    def _determiners(self) -> frozenset[str]:
        return self._of_classes("det")

    @cached_property
    def _heads(self) -> frozenset[str]:
        return self._of_classes("name", "pron", "noun", "paren") - self._of_classes(*VERBS)

    @cached_property
    def _nominals(self) -> frozenset[str]:
        return self._heads | self._determiners | self._of_classes("title")

    @cached_property
    def _openings(self) -> frozenset[str]:
        return self._of_classes("comma", "stop", "sub", "rel", "quote", "colon")

    def _of_classes(self, *kinds: str) -> frozenset[str]:
        return frozenset("".join(self._lexis.alphabet.holders(kind) for kind in kinds))

    def _acts(self, chunked: Chunked, spot: int) -> bool:
        """Whether a verb follows a counted phrase, so that it begins a clause: "killed six, and ten were evacuated"."""
        after = chunked.letters[spot + 1 : spot + 2]
        return bool(after) and after in self._predicates

    def _compares(self, chunked: Chunked, spot: int) -> bool:
        """Whether a number only compares what stands before it: "289 votes, one more than", "by 14 votes, 312 to"."""
        after = chunked.letters[spot + 1 : spot + 2]
        return bool(after) and after in self._comparing and "bare" in chunked.pieces[spot].also

    def _head(self, items: Items, piece: Piece, figure: int) -> int | None:
        """The head of a counted phrase: its last or its first noun, as the language has it."""
        nouns = [i for i in range(figure + 1, piece.last + 1) if items.items[i].noun]
        return nouns[-1 if self._lexis.grammar.head == "last" else 0] if nouns else None

    def refused(self, chunked: Chunked, item: int, rule: int) -> Item | None:
        """The counted noun that keeps a figure from a rule, or the last word of its phrase; None where nothing does."""
        piece = next(piece for piece in chunked.pieces if piece.last >= item)
        head = self._head(chunked.items, piece, item)
        noun = chunked.items.items[piece.last if head is None else head]
        if head is not None and _is_own(noun, rule):
            return None
        return None if self.accepts(self._rules[rule], noun.noun, bare=piece.last == item) else noun

    def _disagrees(self, figure: Figure, noun: Noun) -> bool:
        """Whether a number of several stands before one person, whom it does not count: "10 of 10 Girl, 4, dies"."""
        low = figure.value.interval.low
        return noun.group in self._people and not noun.plural and isinstance(low, Decimal) and low > 1

    def accepts(self, rule: Rule, noun: Noun | None, *, bare: bool) -> bool:
        """Whether a rule counts such a noun; a bare number may be elided, an unlisted plural may be people."""
        counts = rule.counts
        if "any" in counts:
            return True
        if noun is None:
            return bare or "people" in counts
        return noun.group in counts or ("people" in counts and noun.group in self._people)


_SINGLES: list[Piece] = []


def _singles(first: int, end: int) -> list[Piece]:
    """The pieces of items outside any chunk; they are the same in every sentence."""
    while len(_SINGLES) < end:
        _SINGLES.append(Piece("", len(_SINGLES), len(_SINGLES)))
    return _SINGLES[first:end]


def may_state(figure: Figure, rule: Rule) -> bool:
    """Whether a rule of this kind takes such a figure; a measure needs the rule's unit, one like it, or none."""
    kind = item_kind(figure)
    return kind in FIGURES[rule.kind] and (kind != "measure" or same_dimension(figure.value.unit, rule.unit))


def _next_listed(chunked: Chunked, spot: int, step: int) -> int | None:
    """The next counted phrase beyond a comma or a conjunction or both."""
    links, start = 0, spot
    spot += step
    while 0 <= spot < len(chunked.pieces) and links < 4:
        piece = chunked.pieces[spot]
        if piece.kind == "count":
            adjacent = abs(spot - start) == 1 and not {"bare", "open", "one"}.intersection(piece.also)
            joined = (links or adjacent) and not (step < 0 and _depends(chunked, spot))
            return spot if joined and "ofthem" not in piece.also else None
        if piece.kind not in ASIDES:
            item = chunked.items.items[piece.first]
            if piece.kind or not (_links(item) or ((step < 0 or links) and _determines(item))):
                return None
            links += _links(item)
        spot += step
    return None


def _depends(chunked: Chunked, spot: int) -> bool:
    """Whether a counted phrase is a whole that opens its clause: "of 60 trees, nine were felled"."""
    before = spot - 1
    while before >= 0 and _determines(chunked.items.items[chunked.pieces[before].first]):
        before -= 1
    opens = before == 0 or (before > 0 and _is(chunked, before - 1, "comma", "stop"))
    return opens and _is(chunked, before, "of")


def _is(chunked: Chunked, spot: int, *classes: str) -> bool:
    word = chunked.items.items[chunked.pieces[spot].first].word
    return word is not None and not word.classes.isdisjoint(classes)


def _has_own_cue(chunked: Chunked, spot: int) -> bool:
    """Whether a counted phrase holds a word that tells its own quantity: "17 muertos y 68 heridos"."""
    piece = chunked.pieces[spot]
    words = (chunked.items.items[index].word for index in range(piece.first, piece.last + 1))
    return any(cue.kind in STATES for word in words if word for cue in word.cues)


def _links(item: Item) -> bool:
    return item.word is not None and bool(item.word.classes & {"and", "comma"})


def _is_own(item: Item, rule: int) -> bool:
    """Whether a rule itself names a noun as one that it counts."""
    return item.word is not None and any(c.rule == rule and c.kind in ("counted", "person") for c in item.word.cues)


def _determines(item: Item) -> bool:
    return item.word is not None and "det" in item.word.classes


def _figure_item(items: Items, piece: Piece) -> int | None:
    return next((i for i in range(piece.first, piece.last + 1) if items.items[i].figure), None)


def _heads_plural(items: Items, article: int) -> bool:
    """Whether the noun that an article goes with is a plural, and so no one person: "the Jesuit priests died"."""
    head = None
    for item in items.items[article + 1 : article + SOLE_REACH]:
        if item.noun is None and head is not None:
            break
        head = item.noun or head
    return head is not None and head.plural


def _phrase_end(items: Items, index: int, last: int) -> int:
    """The first noun after a number in brackets ends its phrase."""
    return next((i for i in range(index + 1, last + 1) if items.items[i].noun), index)


def choose(bindings: Iterable[Binding], rules: tuple[Rule, ...]) -> dict[int, tuple[Binding, ...]]:
    """For each figure's item all readings of it, the chosen one first."""
    found: dict[int, list[Binding]] = {}
    for binding in bindings:
        found.setdefault(binding.item, []).append(binding)
    return {item: tuple(sorted(each, key=lambda b: _order(b, rules))) for item, each in sorted(found.items())}


def _order(binding: Binding, rules: tuple[Rule, ...]) -> tuple[int, int, int, str, tuple[tuple[str, str], ...]]:
    return -binding.rank, binding.distance, binding.order, rules[binding.rule].id, binding.sets
