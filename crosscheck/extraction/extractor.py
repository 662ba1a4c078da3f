"""Extraction from one article: which sentences hold a figure and a cue, what binds, and what each figure says."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from crosscheck.extraction import additions, distances, happenings, manner, mixing, namings, updates
from crosscheck.extraction import claims as claiming
from crosscheck.extraction.anchors import Anchors
from crosscheck.extraction.bindings import Binder, Binding, Chunked, choose, may_state
from crosscheck.extraction.carrying import Carrier
from crosscheck.extraction.company import Company
from crosscheck.extraction.homes import Homes
from crosscheck.extraction.items import Item, Itemizer, Items
from crosscheck.extraction.lexis import Lexis
from crosscheck.extraction.lists import Lister
from crosscheck.extraction.patience import Patience
from crosscheck.extraction.patterns import Matcher, literals, phrasings, rows
from crosscheck.extraction.sentences import ArticleText, Sentence
from crosscheck.language.figures import Figure, mention
from crosscheck.language.packs import require, unread
from crosscheck.language.places import Alias
from crosscheck.model import Article, Claim, Extracted, Tally
from crosscheck.model.limits import USUAL
from crosscheck.rules import Rule


class Engine:
    """The rules compiled for one language; `indexed` as for `Extractor`."""

    def __init__(self, rules: tuple[Rule, ...], lang: str, *, indexed: bool = True) -> None:
        """Raises PackError where the language's pack lacks a file."""
        require(lang)
        self.lang = lang
        self.indexed = indexed
        self.rules = rules
        self.places = {rule.id: index for index, rule in enumerate(rules)}
        patterns = phrasings(rules, lang)
        words = (word for each in patterns for word in literals(each.phrase))
        self.lexis = Lexis(rules, lang, words, (row for each in patterns for row in rows(each.phrase)))
        self.itemizer = Itemizer(self.lexis)
        self.binder = Binder(self.lexis, indexed=indexed)
        self.lister = Lister(self.lexis)
        self.matcher = Matcher(self.lexis, patterns, indexed=indexed)
        self.homes = Homes(rules, lang)
        self.company = Company(rules, lang, self.homes)
        self.anchors = Anchors(
            self.lexis, self.itemizer, self.binder.needs, self.matcher, self.company.words, indexed=indexed
        )


# Rules that are equal give one engine: a process that extracts again and again compiles them once.
_engine = lru_cache(maxsize=8)(Engine)

Read = tuple[Item, tuple[Binding, ...]]
Bound = dict[tuple[str, int, int], set[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """What one sentence gave: its items, every reading of its figures, the breakdown lists in it, and the claims."""

    sentence: Sentence
    items: Items
    readings: tuple[Read, ...]
    listed: tuple[Binding, ...]
    claims: tuple[Claim, ...]


class Extractor:
    """Extracts claims and mentions by a set of rules; one a process, shared by all its articles."""

    def __init__(
        self,
        rules: tuple[Rule, ...],
        aliases: tuple[Alias, ...] = (),
        *,
        seconds: float = USUAL.seconds,
        clock: Callable[[], float] = time.thread_time,
        indexed: bool = True,
    ) -> None:
        """`aliases` are places of the user's own; an article may take so many `seconds` by the `clock`.

        Where it is not `indexed`, all is tried everywhere: the same answers, slowly, for a test to compare.
        """
        self.aliases = aliases
        self._seconds, self._clock = seconds, clock
        self._indexed = indexed
        self._rules = tuple(rule for rule in rules if rule.enabled)
        self._engines: dict[str, Engine] = {}

    def claims(self, article: Article, *, whole: bool = True) -> Extracted:
        """The claims of an article in order of place, with the names of several words where there are claims.

        `whole` adds all other names and what stayed unbound: a report needs them, a list of claims does not, and the
        figures of most sentences are then never read.

        An article is read in its own language; where that has no pack nothing is read, and a note says so.
        """
        publication = article.publication
        if why := unread(publication.lang):
            return Extracted(publication, (), notes=(f"{publication.path}: {why}",))
        text = ArticleText(article, publication.lang, self.aliases, indexed=self._indexed)
        patience = self.patience()
        found = tuple(self._claims(text, patience))
        if not whole:
            names = namings.collect(text, several=True) if found else ()
            return Extracted(publication, found, names, cut=patience.notes(article))
        tallies = tuple(self._tallies(text, found, patience))
        cut = patience.notes(article)
        unbound = Counter(tally.unbound_because for tally in tallies if tally.unbound_because)
        return Extracted(
            article=publication,
            claims=found,
            names=() if patience.stopped else namings.collect(text),
            mentions=len(tallies),
            unbound=tuple(sorted(unbound.items())),
            notes=(*_notes(article), *cut),
            remarks=article.remarks,
            cut=cut,
        )

    def tallies(self, article: Article) -> tuple[Tally, ...]:
        """Every mention of an article in order of place, with the rules that claim it or the reason why none does."""
        return self.tallied(article)[0]

    def tallied(self, article: Article) -> tuple[tuple[Tally, ...], tuple[str, ...]]:
        """Every mention, and what is to be told where the time was spent before the article's end."""
        if unread(article.publication.lang):
            return (), ()
        text = ArticleText(article, article.publication.lang, self.aliases, indexed=self._indexed)
        patience = self.patience()
        found = tuple(self._tallies(text, tuple(self._claims(text, patience)), patience))
        return found, patience.notes(article)

    def _tallies(self, text: ArticleText, claims: tuple[Claim, ...], patience: Patience) -> Iterator[Tally]:
        bound: Bound = {}
        for claim in claims:
            span = claim.mention.span
            bound.setdefault((span.field, span.start, span.end), set()).add(claim.quantity)
        for sentence in patience.lasting(text.sentences):
            yield from _sentence_tallies(sentence, bound)

    def engine(self, lang: str) -> Engine:
        """The rules compiled for a language, made when it is first asked for."""
        if lang not in self._engines:
            self._engines[lang] = _engine(self._rules, lang, indexed=self._indexed)
        return self._engines[lang]

    def patience(self) -> Patience:
        """The time that one article may take, which begins now."""
        return Patience(self._seconds, self._clock)

    def _claims(self, text: ArticleText, patience: Patience) -> Iterator[Claim]:
        claims: Iterator[Claim] = (claim for step in self.steps(text, patience) for claim in step.claims)
        for settled in (additions.settled, updates.settled, mixing.settled):
            claims = iter(settled(claims, self._rules))
        return claims

    def steps(self, text: ArticleText, patience: Patience | None = None) -> Iterator[Step]:
        """What each sentence gives in which anything may bind; the others are not read."""
        engine = self.engine(text.lang)
        before: Binding | None = None
        carrier = Carrier(text, engine.rules)
        for sentence in patience.lasting(text.sentences) if patience else text.sentences:
            if not engine.anchors.may_bind(sentence):
                before = None
                continue
            items = engine.itemizer.itemize(sentence.tokens, sentence.figures)
            read = readings(engine, sentence, items)
            chosen = tuple(each[0] for _, each in read)
            listed = engine.lister.read(items, chosen, before)
            taken = {binding.item for binding in listed}
            chosen = tuple(binding for binding in chosen if binding.item not in taken)
            every = sorted((*chosen, *listed), key=lambda b: b.item)
            parts = min((b.item for b in every if b.located), default=None)
            made = [
                claiming.make(
                    sentence,
                    items,
                    b,
                    engine.rules[b.rule],
                    until=None if parts is None or b.item >= parts else items.items[parts].first,
                )
                for b in every
            ]
            complete = distances.complete(sentence, items, engine.rules, made)
            claims = tuple(carrier.carried(claim, sentence) for claim in complete)
            yield Step(sentence, items, read, listed, claims)
            before = chosen[-1] if chosen else None


def readings(engine: Engine, sentence: Sentence, items: Items | None = None) -> tuple[Read, ...]:
    """For each figure of a sentence that is bound, its item and all readings of it, the chosen one first."""
    items = items or engine.itemizer.itemize(sentence.tokens, sentence.figures)
    chunked = engine.binder.chunk(items)
    at_home = [handed(engine, sentence, b) for b in proposals(engine, chunked) if fits(engine, sentence, items, b)]
    chosen = choose(at_home, engine.rules)
    first = {index: each[0] for index, each in chosen.items()}
    chosen |= choose(engine.company.bindings(sentence, items, first), engine.rules)
    parts = choose(engine.binder.inherited(chunked, [each[0] for each in chosen.values()]), engine.rules)
    read: list[Read] = []
    for index, each in sorted({**parts, **chosen}.items()):
        counts = (each[0] for _, each in reversed(read) if engine.rules[each[0].rule].kind == "count")
        before = next(counts, None)
        total = engine.binder.is_total(chunked, each[0], before)
        read.append((items.items[index], (replace(each[0], scope=None), *each[1:]) if total else each))
    return tuple(read)


def proposals(engine: Engine, chunked: Chunked) -> tuple[Binding, ...]:
    """Every reading that a construction, a pattern or a governing word proposes, fitting or not."""
    return (
        *engine.binder.bindings(chunked),
        *_patterned(engine, chunked, chunked.items),
        *happenings.govern(chunked.items, engine.rules, engine.lang),
    )


def handed(engine: Engine, sentence: Sentence, binding: Binding) -> Binding:
    """A reading under the rule whose figure it is: another's than its words' where the text tells of what that asks."""
    instead = engine.rules[binding.rule].instead
    other = engine.places.get(instead.rule) if instead else None
    if instead is None or other is None or manner.occasion(sentence).isdisjoint(instead.told):
        return binding
    return replace(binding, rule=other, via=binding.rule, sets=(*binding.sets, *instead.sets))


def fits(engine: Engine, sentence: Sentence, items: Items, binding: Binding) -> bool:
    """Whether a reading's rule is at home in a sentence, and nothing beside the figure denies the reading."""
    if not engine.homes.holds(sentence, binding.rule) or engine.company.bars(items, binding):
        return False
    if _describes(items, binding):
        return False
    return not _negated(sentence, items, binding)


def _describes(items: Items, binding: Binding) -> bool:
    """Whether a number is part of a word that tells what its noun is like: "a two-storey house" is one house.

    What can be counted is counted: "the 100-seat Senate", "the nine-member council".
    """
    tokens, own = items.tokens, items.items[binding.item]
    hyphen = own.last + 1
    if binding.noun_item is None or tokens.words[hyphen : hyphen + 1] != ("-",) or not tokens.glued(hyphen):
        return False
    joined = next((each for each in items.items[binding.item + 1 :] if each.first == hyphen + 1), None)
    named = (items.items[binding.noun_item], items.items[binding.cue])
    return joined is not None and joined not in named and joined.noun is None and tokens.glued(hyphen + 1)


def _negated(sentence: Sentence, items: Items, binding: Binding) -> bool:
    return not binding.anaphoric and manner.negated(
        sentence, items.items[binding.cue].first, items.items[binding.item].first
    )


def _patterned(engine: Engine, chunked: Chunked, items: Items) -> Iterator[Binding]:
    for binding in engine.matcher.bindings(items):
        figure = items.items[binding.item].figure
        if figure is not None and _is_idle(engine, items, binding, figure):
            continue
        if figure is None or figure.kind != "measure" or may_state(figure, engine.rules[binding.rule]):
            yield from engine.binder.extended(chunked, binding)


def _is_idle(engine: Engine, items: Items, binding: Binding, figure: Figure) -> bool:
    """Whether a pattern's date sets the scene or dates no event, or its length was never measured: "over the years"."""
    if figure.kind == "duration":
        return figure.modifier == "vague" and binding.cue <= binding.item
    if figure.kind != "date":
        return False
    if happenings.sets_scene(items, binding.item, engine.lang):
        return True
    dates_events = "event" in engine.rules[binding.rule].facets and "event" not in dict(binding.sets)
    return dates_events and happenings.governor(items, binding.rule, binding.item, engine.lang) is None


def _sentence_tallies(sentence: Sentence, bound: Bound) -> Iterator[Tally]:
    for figure in sentence.stated:
        own = mention(sentence.tokens, figure, sentence.part.field)
        rules = tuple(sorted(bound.get((own.span.field, own.span.start, own.span.end), ())))
        yield Tally(own, rules, None if rules else figure.because or "no_rule")


def _notes(article: Article) -> tuple[str, ...]:
    publication = article.publication
    if publication.published is None:
        return (
            f"{publication.path}: no publication date, so its weekdays and \u201cyesterday\u201d could not be resolved",
        )
    return ()
