"""Why each figure was read as it was: all its readings with what they lost by, or what kept every rule from it.

Beside the flow of a run: it reads an article by the very steps of extraction, and keeps what a run throws away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from crosscheck.extraction import claims as claiming
from crosscheck.extraction.bindings import Binding, Chunked, may_state
from crosscheck.extraction.extractor import Engine, Extractor, Step, fits, proposals
from crosscheck.extraction.mixing import settled
from crosscheck.extraction.sentences import ArticleText, Sentence
from crosscheck.language.figures import Figure, mention
from crosscheck.language.lexicon import Lexicon
from crosscheck.language.packs import languages
from crosscheck.model import Article, Claim, Evidence, Location, Mention, Span
from crosscheck.model.explanation import Explanation, Lost, Miss, Reading
from crosscheck.rules import Rule
from crosscheck.rules.rule import Role

UNRANKED = 0  # the rank of what no construction binds: a day told by its distance from another
TIMED = frozenset({"date", "duration"})  # kinds of rule whose figures the nearest word governs
Wanted = Callable[[Location], bool]


def explain(
    extractor: Extractor, article: Article, wanted: Wanted, note: Callable[[str], None] = lambda _: None
) -> tuple[Explanation, ...]:
    """What became of every figure whose place is wanted, in order of place; nothing where the language has no pack.

    Where the time was spent before the article's end, `note` is told so in a sentence, and the rest is left out.
    """
    lang = article.publication.lang
    if lang not in languages():
        return ()
    text, engine = ArticleText(article, lang, extractor.aliases), extractor.engine(lang)
    patience = extractor.patience()
    made = tuple(extractor.steps(text, patience))
    final = iter(settled((claim for step in made for claim in step.claims), engine.rules))
    steps = {step.sentence.index: replace(step, claims=tuple(islice(final, len(step.claims)))) for step in made}
    told = tuple(
        explanation
        for sentence in patience.lasting(text.sentences)
        if any(wanted(article.locate(span)) for span in _spans(sentence, steps.get(sentence.index)))
        for explanation in _Scene.of(engine, sentence, steps.get(sentence.index)).explanations()
        if wanted(explanation.location)
    )
    for said in patience.notes(article):
        note(said)
    return told


def _spans(sentence: Sentence, step: Step | None) -> Iterator[Span]:
    yield from (sentence.span(figure.first, figure.last) for figure in sentence.stated)
    yield from (claim.mention.span for claim in (step.claims if step else ()))


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with what extraction made of it; `step` is None where it was not read for claims."""

    engine: Engine
    sentence: Sentence
    chunked: Chunked
    step: Step | None
    proposed: tuple[Binding, ...]

    @classmethod
    def of(cls, engine: Engine, sentence: Sentence, step: Step | None) -> _Scene:
        """The scene of a sentence, its figures itemized where extraction had no reason to."""
        items = step.items if step else engine.itemizer.itemize(sentence.tokens, sentence.figures)
        chunked = engine.binder.chunk(items)
        return cls(engine, sentence, chunked, step, proposals(engine, chunked) if step else ())

    def explanations(self) -> Iterator[Explanation]:
        """One for every figure, and for every claim of words that are no figure by themselves, in order of place."""
        claims = list(self.step.claims) if self.step else []
        found: list[Explanation] = []
        for figure in self.sentence.stated:
            own = mention(self.sentence.tokens, figure, self.sentence.part.field)
            made = tuple(claim for claim in claims if claim.mention.span == own.span)
            claims = [claim for claim in claims if claim.mention.span != own.span]
            found.append(self._of_figure(figure, own, made))
        found += [self._of_claim(claim) for claim in claims]
        yield from sorted(found, key=lambda each: (each.mention.span, each.mention.kind))

    def _of_figure(self, figure: Figure, own: Mention, made: tuple[Claim, ...]) -> Explanation:
        item = self._item(own.span)
        own_item = self.chunked.items.items[item].figure is figure
        readings = self._readings(item) if own_item else ()  # the length in "two months ago" is inside the date
        if made:
            return self._told(made[0].mention, _kept(readings, made[0]) or _unranked(made), made)
        plain = self._told(own, readings)
        if figure.because:
            return replace(plain, because=figure.because)
        return replace(plain, because="no_rule", misses=tuple(self._misses(figure, item, readings)))

    def _of_claim(self, claim: Claim) -> Explanation:
        readings = self._readings(self._item(claim.mention.span))
        bound = any(reading.lost is None and reading.quantity == claim.quantity for reading in readings)
        return self._told(claim.mention, readings if bound else _unranked((claim,)), (claim,))

    def _told(self, own: Mention, readings: tuple[Reading, ...], made: tuple[Claim, ...] = ()) -> Explanation:
        article = self.sentence.article.article
        quote, start, end = claiming.quote(self.sentence, own.span)
        return Explanation(article.publication, article.locate(own.span), own, quote, start, end, readings, made)

    def _item(self, span: Span) -> int:
        """The item in which a surface begins."""
        ends = self.sentence.tokens.ends
        return next(i for i, item in enumerate(self.chunked.items.items) if ends[item.last] > span.start)

    def _readings(self, item: int) -> tuple[Reading, ...]:
        """All readings of a figure, the chosen first, then by rank; those last that did not fit from the start."""
        if self.step is None:
            return ()
        kept = next((each for own, each in self.step.readings if own is self.chunked.items.items[item]), ())
        listed = tuple(binding for binding in self.step.listed if binding.item == item)
        unfit = [b for b in self.proposed if b.item == item and not self._fits(b)]
        told = [
            *(self._reading(binding) for binding in listed),
            *(self._reading(binding, "listed" if listed else _lost(binding, kept[0])) for binding in kept),
            *(self._reading(binding, self._unfit(binding)) for binding in sorted(unfit, key=lambda b: -b.rank)),
        ]
        return tuple({replace(reading, lost=None): reading for reading in reversed(told)}.values())[::-1]

    def _reading(self, binding: Binding, lost: Lost | None = None) -> Reading:
        return Reading(
            self.engine.rules[binding.rule].id,
            self._construction(binding),
            binding.rank,
            binding.distance,
            self._cue(binding.cue),
            binding.sets,
            lost,
        )

    def _construction(self, binding: Binding) -> str:
        """The construction's id; of a pattern or idiom, also its words."""
        worded = self.engine.matcher.wording(self.chunked.items, binding)
        return binding.construction if worded is None else f"{binding.construction} “{worded}”"

    def _cue(self, index: int) -> Evidence:
        item = self.chunked.items.items[index]
        return self._words("cue", item.first, item.last)

    def _words(self, role: str, first: int, last: int) -> Evidence:
        return Evidence(role, self.sentence.span(first, last), self.sentence.tokens.surface(first, last))

    def _fits(self, binding: Binding) -> bool:
        return fits(self.engine, self.sentence, self.chunked.items, binding)

    def _unfit(self, binding: Binding) -> Lost:
        """Why a reading did not fit: its rule is not at home, words beside it bar it, or it is negated."""
        if not self.engine.homes.holds(self.sentence, binding.rule):
            return "barred" if self._phrase(binding.rule, "unless") else "unhomed"
        return "barred" if self.engine.company.bars(self.chunked.items, binding) else "negated"

    def _phrase(self, rule: int, role: Role) -> Evidence | None:
        """The first phrase of one of a rule's lists that stands in the sentence."""
        own = self.engine.rules[rule]
        known, words = (
            Lexicon((phrase, True) for phrase in own.words(role, self.engine.lang)),
            self.sentence.tokens.words,
        )
        for index in range(len(words) if len(known) else 0):
            hit = known.match(words, index)
            if hit is not None:
                return self._words(role, index, index + hit[0] - 1)
        return None

    def _misses(self, figure: Figure, item: int, readings: tuple[Reading, ...]) -> Iterator[Miss]:
        """For each rule with a word in the sentence, and no reading already, what hinders it."""
        told = {reading.quantity for reading in readings}
        for index, rule in enumerate(self.engine.rules):
            cue = self._nearest(index, item) if rule.id not in told else None
            if cue is not None:
                yield self._miss(figure, item, index, self._cue(cue))
            elif may_state(figure, rule) and (phrase := self._phrase(index, "not")) is not None:
                yield Miss(rule.id, phrase, "phrase")

    def _nearest(self, rule: int, item: int) -> int | None:
        """The item of a rule's word that is nearest to a figure."""
        near = [
            (abs(index - item), index)
            for index, each in enumerate(self.chunked.items.items)
            if each.word and any(cue.rule == rule for cue in each.word.cues)
        ]
        return min(near)[1] if near else None

    def _miss(self, figure: Figure, item: int, index: int, cue: Evidence) -> Miss:
        rule = self.engine.rules[index]
        if not may_state(figure, rule):
            return Miss(rule.id, cue, "kind")
        if not self.engine.homes.holds(self.sentence, index):
            barring = self._phrase(index, "unless")
            return Miss(rule.id, cue, "barred", barring.surface) if barring else Miss(rule.id, cue, "unhomed")
        noun = self._refused(item, rule, index)
        if noun is not None:
            return Miss(rule.id, cue, "noun", noun)
        return Miss(rule.id, cue, "far" if rule.kind in TIMED else "unjoined")

    def _refused(self, item: int, rule: Rule, index: int) -> str | None:
        """The counted noun of a figure that a rule does not count."""
        refused = self.engine.binder.refused(self.chunked, item, index) if rule.kind == "count" else None
        return None if refused is None else self.sentence.tokens.surface(refused.first, refused.last)


def _kept(readings: tuple[Reading, ...], claim: Claim) -> tuple[Reading, ...]:
    """The readings, the chosen one under the rule to which the whole article has handed its total."""
    return tuple(replace(each, quantity=claim.quantity) if each.lost is None else each for each in readings)


def _lost(binding: Binding, chosen: Binding) -> Lost | None:
    """Why a reading was not chosen, by the order that `bindings.choose` documents; None for the chosen one."""
    if binding is chosen:
        return None
    if binding.rank < chosen.rank:
        return "outranked"
    return "farther" if binding.distance > chosen.distance else "later"


def _unranked(made: tuple[Claim, ...]) -> tuple[Reading, ...]:
    """The reading of words that no construction binds, from the claims made of them."""
    cues = ((claim, next(item for item in claim.evidence if item.role == "cue")) for claim in made)
    return tuple(Reading(claim.quantity, "distance", UNRANKED, 0, cue) for claim, cue in cues)
