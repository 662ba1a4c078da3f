"""Whom or what a figure is about: what was asked and who asked it, who holds a share, what was voted on and by whom."""

from __future__ import annotations

from crosscheck.extraction import ballots, holders, opinions, pollsters
from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Items
from crosscheck.extraction.phrases import nearest, written
from crosscheck.extraction.pollsters import Stretch
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic, civic
from crosscheck.model import Evidence, Facet, Reach
from crosscheck.rules import Rule

REACH = 9  # tokens after a cue in which a name is what a sum or a distance is about
Told = tuple[tuple[Facet, ...], tuple[Evidence, ...]]
NOTHING: Told = ((), ())


def facets(sentence: Sentence, items: Items, binding: Binding, rule: Rule) -> Told:
    """What a rule's facets ask about subjects, with the words that tell it; facets that are set already stay."""
    words = civic(sentence.article.lang)
    if words is None:
        return NOTHING
    if "answer" in rule.facets:
        return _poll(sentence, items, binding, words)
    if "motion" in rule.facets:
        return _vote(sentence, items, binding, words)
    if rule.compare.exclusive == "person":
        return _share(sentence, items, binding)
    if "body" in rule.facets:
        return _body(sentence, items, binding, words)
    return _object(sentence, items, binding) if "subject" in rule.facets else NOTHING


def _poll(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Told:
    set_already = dict(binding.sets)
    opinion = opinions.read(sentence, items, binding, words)
    found: list[Facet] = []
    evidence: list[Evidence] = []
    if opinion.answer and "answer" not in set_already:
        found.append(Facet("answer", opinion.answer))
    if opinion.subject and opinion.sentence and opinion.stretch and "subject" not in set_already:
        found.append(Facet("subject", opinion.subject, reach="clause" if opinion.sentence is sentence else "context"))
        evidence.append(_evidence("subject", opinion.sentence, opinion.stretch))
    if words.shares.earlier.match(sentence.tokens.words, items.items[binding.item].first - 1) is not None:
        found.append(Facet("aspect", words.shares.before_name))
    elif (degree := _degree(sentence, items, binding, words)) is not None:
        found.append(Facet("aspect", degree))
    elif (judged := opinions.field(sentence, items, binding, words)) is not None:
        found.append(Facet("aspect", written(sentence, judged)))
        evidence.append(_evidence("aspect", sentence, judged))
    elif (held := nearest(sentence, items.items[binding.item].first, words.shares.rounds)) is not None:
        found.append(Facet("aspect", held))
    asked = pollsters.population(sentence, items, binding.item, words)
    if asked is not None and not pollsters.is_sample(sentence, asked, words):
        found.append(Facet("group", written(sentence, asked)))
    for name, stretch in (
        ("pollster", pollsters.pollster(sentence, items.items[binding.item].first, words)),
        ("population", asked),
    ):
        if stretch is not None and name not in set_already:
            found.append(Facet(name, written(sentence, stretch)))
            evidence.append(_evidence(name, sentence, stretch))
    return tuple(found), tuple(evidence)


def _degree(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> str | None:
    """How much an answer is meant, by the word right before it."""
    cue = items.items[binding.cue].first
    word = sentence.tokens.words[cue - 1] if cue else ""
    return word if word in words.shares.degrees else None


def _vote(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Told:
    found: list[Facet] = []
    evidence: list[Evidence] = []
    for name, told in (
        ("motion", ballots.motion(sentence, items, binding.item, words)),
        ("body", ballots.body(sentence, items, binding.item, words)),
    ):
        if told is not None:
            found.append(Facet(name, told.name, reach="clause" if told.sentence is sentence else "context"))
            evidence.append(_evidence(name, told.sentence, told.stretch))
    stage = nearest(sentence, items.items[binding.item].first, words.ballots.stages)
    if stage is not None:
        found.append(Facet("aspect", stage))
    if words.ballots.seats.isdisjoint(sentence.tokens.words):
        return tuple(found), tuple(evidence)
    person, shown = _share(sentence, items, binding)
    if shown and ballots.sits(sentence, shown[0].span, words):
        return tuple(found), tuple(evidence)
    return (*found, *person), (*evidence, *shown)


def _body(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Told:
    told = ballots.body(sentence, items, binding.item, words)
    if told is None:
        return NOTHING
    reach: Reach = "clause" if told.sentence is sentence else "context"
    return (Facet("body", told.name, reach=reach),), (_evidence("body", told.sentence, told.stretch),)


def _share(sentence: Sentence, items: Items, binding: Binding) -> Told:
    named = holders.holder(sentence, items, binding.item)
    if named is None or "person" in dict(binding.sets):
        return NOTHING
    stretch = Stretch(named.first, named.last)
    return (Facet("person", written(sentence, stretch)),), (_evidence("person", sentence, stretch),)


def _object(sentence: Sentence, items: Items, binding: Binding) -> Told:
    """The first name after a cue in its clause, else the nearest before it, else the first told just before."""
    cue = items.items[binding.cue].last
    every = holders.names(sentence)
    tokens = sentence.tokens.words
    end = next((i for i in range(cue + 1, len(tokens)) if tokens[i] in holders.BREAKS), len(tokens))
    after = [each for each in every if cue < each.first < min(end, cue + 1 + REACH)]
    before = [each for each in every if each.last < cue]
    named = after[0] if after else before[-1] if before else None
    if named is not None:
        stretch = Stretch(named.first, named.last)
        return (Facet("subject", written(sentence, stretch)),), (_evidence("subject", sentence, stretch),)
    for other in sentence.article.before(sentence.index, 2):
        for each in holders.names(other)[:1]:
            return (Facet("subject", written(other, Stretch(each.first, each.last)), reach="context"),), ()
    return NOTHING


def _evidence(role: str, sentence: Sentence, stretch: Stretch) -> Evidence:
    span = sentence.span(stretch.first, stretch.last)
    return Evidence(role, span, sentence.tokens.surface(stretch.first, stretch.last))
